"""The form of every answer: records for machines, and a page for readers."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hwkcli.language import Language, word


class Heading(NamedTuple):
    """A column of a page. Numbers stand on the right."""

    text: str
    right: bool = False


_NUMBERS = (
    *("area_km2", "change", "change_percent", "counted", "distance_km", "in_district", "line", "per_1000"),
    *("population", "share", "towns", "value"),
)
"""The columns that stand on the right."""


def heading(key: str, lang: Language) -> Heading:
    """The heading of a column, by its key."""
    return Heading(word(key, lang), right=key in _NUMBERS)


class Link(NamedTuple):
    """A text that leads somewhere, where the medium has links."""

    text: str
    url: str


class Bar(NamedTuple):
    """A length from nothing to the most, to be drawn."""

    value: float
    most: float


Cell = str | Link | Bar


class Page(NamedTuple):
    """A table for readers; without headings it is a card of labels and values."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


class View(NamedTuple):
    """An answer. Every record has the keys, in their order; the values are what JSON knows."""

    keys: tuple[str, ...]
    records: tuple[dict[str, Any], ...]
    page: Page


def view(records: Sequence[dict[str, Any]], page: Page, keys: Sequence[str] = ()) -> View:
    """The view of records that are all of one kind; the keys are those of the first, unless there may be none.

    Notes without text are left out.
    """
    return View(tuple(keys or records[0]), tuple(records), page._replace(notes=tuple(filter(None, page.notes))))


Row = tuple[str, Cell]
"""A label and what it labels."""


def card(record: dict[str, Any], title: str, rows: Sequence[Row], notes: Sequence[str]) -> View:
    """The view of one thing: a card of the rows that have something to say."""
    return view((record,), Page(title, (), tuple(row for row in rows if row[1]), tuple(notes)))


def web(address: str) -> str:
    """The link to a web address, which may be printed without its scheme."""
    return address if "://" in address else f"https://{address}"
