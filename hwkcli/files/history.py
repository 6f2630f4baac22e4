"""The tables under `data/germany/history/`: the keys of before, and what became of them.

Every cell is text. `scripts/history.py` writes the tables from the workbooks of the Statistisches Bundesamt.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from hwkcli.files import by_hand, csv_table
from hwkcli.files.by_hand import only
from hwkcli.files.fields import listing
from hwkcli.files.sources import SOURCE
from hwkcli.model import Source

ENDS = ("dissolved", "key", "renumbered", "name", "")
"""How a row of a municipality or Kreis ended: it was dissolved; it got another key; it got the key of the numbering of
1952/53, in which also the changes since 1950 are written; it got another name (the next row of the key has it); it is
valid today."""

KINDS = ("dissolved", "key", "renumbered", "part", "rest", "name", "new")
"""What a change is: all of a dissolved municipality, or a share of it, went to another; it got another key; a part of
it went to another; what remained to it then; it got another name; it began without another giving to it."""


class Span(NamedTuple):
    """The time for which a key stood for a municipality (8 digits) or a Kreis (5 digits) of one name."""

    key: str
    name: str
    valid_from: str
    """Empty: since before the data begin."""
    valid_until: str
    """Empty: it is of today."""
    ended: str
    """One of `ENDS`."""


class Change(NamedTuple):
    """One printed change: from the first day of its validity, the new state holds."""

    date: str
    kind: str
    """One of `KINDS`."""
    key: str
    next_key: str
    inhabitants: str
    """How many went with it, as printed; empty where nothing is printed."""
    area_ha: str
    number: str
    """The number of the change in the workbooks, which begins with the Land and the year; empty where it has none."""


class KreisShare(NamedTuple):
    """What share of a former Kreis lies in one of today's."""

    key: str
    valid_until: str
    """Which of the lives of the key is meant."""
    next_key: str
    share: str
    """As a fraction of whole numbers, `17/40`, or `1`."""
    basis: str
    """`inhabitants` or `area`."""
    as_of: str
    """Of when the figures are that make the share; empty where there is nothing to weigh."""


class Spelling(NamedTuple):
    """Another spelling that is printed of a municipality or Kreis, beside that in `Span`."""

    key: str
    valid_until: str
    """Which of the lives of the key is meant."""
    name: str


class History(NamedTuple):
    """All tables of the history."""

    municipalities: tuple[Span, ...]
    kreise: tuple[Span, ...]
    changes: tuple[Change, ...]
    kreis_changes: tuple[Change, ...]
    kreis_shares: tuple[KreisShare, ...]
    spellings: tuple[Spelling, ...]
    sources: tuple[Source, ...]


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_KEY = "[0-9]{8}|[0-9]{5}"
_FORMS: Mapping[str, str] = {
    "key": _KEY,
    "next_key": _KEY,
    "name": r"\S(.*\S)?",
    "valid_from": f"({_DAY})?",
    "valid_until": f"({_DAY})?",
    "ended": "|".join(ENDS),
    "date": _DAY,
    "kind": "|".join(KINDS),
    "inhabitants": "[0-9]*",
    "area_ha": r"([0-9]+(\.[0-9]+)?)?",
    "number": r"((\d\d|stba)/\d{4}/\d+(-R)?)?",
    "share": "1|[0-9]+/[0-9]+",
    "basis": "inhabitants|area",
    "as_of": f"({_DAY})?",
}

FILES: Mapping[str, type[NamedTuple]] = {
    "municipalities.csv": Span,
    "kreise.csv": Span,
    "changes.csv": Change,
    "kreis_changes.csv": Change,
    "kreis_shares.csv": KreisShare,
    "spellings.csv": Spelling,
}
"""The tables, and the form of their rows."""

_Row = TypeVar("_Row", bound=NamedTuple)


def rows(file: Path, make: type[_Row]) -> tuple[_Row, ...]:
    """The rows of one table. Raises BadFile if it cannot be read, BadData with all its faults if it is not in order."""
    return csv_table.read(file, make, _FORMS, "scripts/history.py")


def read(folder: Path) -> History:
    """All tables of the history in a folder. Raises BadFile and BadData as `rows` does."""
    return History(
        rows(folder / "municipalities.csv", Span),
        rows(folder / "kreise.csv", Span),
        rows(folder / "changes.csv", Change),
        rows(folder / "kreis_changes.csv", Change),
        rows(folder / "kreis_shares.csv", KreisShare),
        rows(folder / "spellings.csv", Spelling),
        sources(folder / "sources.yaml"),
    )


def sources(file: Path) -> tuple[Source, ...]:
    """Where the tables come from. Raises BadFile and BadData."""
    made: tuple[Source, ...] = by_hand.read(file, only("sources", listing(SOURCE)))
    return made
