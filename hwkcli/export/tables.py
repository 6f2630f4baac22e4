"""All tables of the export, each behind those that it refers to. A new one is described in a module of its subject and
joins here."""

from hwkcli.export import chambers, figures, history, places
from hwkcli.export.table import Table

_OF_CHAMBERS = {table.name: table for table in chambers.TABLES}

TABLES: tuple[Table, ...] = (
    _OF_CHAMBERS.pop("sources"),
    *places.TABLES,
    *_OF_CHAMBERS.values(),
    *history.TABLES,
    *figures.TABLES,
)


def named(name: str) -> Table:
    """The table of a name. Raises KeyError if there is none."""
    return {table.name: table for table in TABLES}[name]
