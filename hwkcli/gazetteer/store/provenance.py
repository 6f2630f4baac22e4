"""The sources that the compiled store names, and which facts of the gazetteer are from which of them, of what day."""

from functools import cache
from typing import Any

from hwkcli.gazetteer.store.connection import rows
from hwkcli.model import Provenance, Source, Text


@cache
def source(id: str) -> Source:
    """The source of an id. Raises KeyError if there is none."""
    for row in rows("SELECT * FROM source WHERE id = ?", (id,)):
        return _source(row)
    raise KeyError(id)


def sources() -> tuple[Source, ...]:
    """The sources of the tables and of the chambers' territories."""
    return tuple(map(_source, rows("SELECT * FROM source WHERE national ORDER BY at")))


def _source(row: tuple[Any, ...]) -> Source:
    _, id, publisher, title, url, document_de, document_en, *texts, attribution, rank, file, retrieved, sha256, _ = row
    document = Text(document_de, document_en) if document_de else None
    edition, licence = Text(*texts[:2]), Text(*texts[2:])
    return Source(id, publisher, title, url, document, edition, licence, attribution, rank, file, retrieved, sha256)


def facts() -> tuple[Provenance, ...]:
    """Which facts of the gazetteer are from which source, and of when."""
    found = rows("SELECT * FROM provenance")
    return tuple(Provenance(tuple(fields.split()), id, as_of) for fields, id, as_of in found)


def population_as_of() -> str | None:
    """The date of all populations; None if the store names none."""
    return next((one.as_of for one in facts() if "population" in one.fields), None)
