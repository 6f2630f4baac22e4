"""The form of every answer: records for machines, and a page for readers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from hwkcli.language import Language, word

_Found = TypeVar("_Found")


class Heading(NamedTuple):
    """A column of a page. Numbers stand on the right."""

    text: str
    right: bool = False
    key: str = ""
    """The key of the records that it shows, or a name of its own where it shows something made of several."""
    rank: int = 1
    """How important the column is where not all have room: 0 is never left out, the greatest number goes first."""


_NUMBERS = (
    *("area_km2", "change", "change_percent", "counted", "distance_km", "in_district", "inhabitants", "kreise", "line"),
    *("per_1000", "population", "rows", "share", "towns", "value"),
)
"""The columns that stand on the right."""

_RANKS = (
    (
        *(
            "after",
            "before",
            "by",
            "change_kind",
            "counted_by",
            "expected",
            "found",
            "id",
            "line",
            "name",
            "next_name",
            "path",
        ),
        *("place", "since", "territory", "value"),
    ),
    (
        *("as_of", "chamber", "metric", "phone", "population", "query", "responsible", "rows", "title"),
        "today",
    ),
    ("change", "email", "in_district", "kreis", "seat", "share", "valid_until"),
    (
        *(
            "ags",
            "covered",
            "first",
            "inhabitants",
            "key",
            "land",
            "licence",
            "next_key",
            "per_1000",
            "publisher",
            "role",
        ),
        *("series", "towns"),
    ),
    ("area_km2", "base", "code", "edition", "part_of", "postal_codes", "precision", "street"),
    ("change_percent", "counted", "kind", "kreis_key", "short_name", "web"),
    ("attribution", "basis", "confidence", "description", "how", "note", "source", "url"),
)
"""The columns by their importance, the most important first."""


def heading(key: str, lang: Language, shows: str = "") -> Heading:
    """The heading of a column, by its key; `shows` is the key of the records, where that is another."""
    rank = next((rank for rank, keys in enumerate(_RANKS) if key in keys), len(_RANKS) // 2)
    return Heading(word(key, lang), key in _NUMBERS, shows or key, rank)


_ANSWERED = {"web": 3, "land": 3, "basis": 4, "ags": 5, "kind": 6, "how": 6}
"""Of the answers to where a place belongs, the ranks that differ: the chamber, its site and the evidence come first."""


def answered(keys: Iterable[str], lang: Language) -> tuple[Heading, ...]:
    """The headings of an answer to where a place belongs."""
    return tuple(one._replace(rank=_ANSWERED.get(one.key, one.rank)) for one in (heading(key, lang) for key in keys))


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
    most: int | None = None
    """So many rows are shown on a terminal where nobody asks for a number of them; None for all."""


class View(NamedTuple):
    """An answer. Every record has the keys, in their order; the values are what JSON knows."""

    keys: tuple[str, ...]
    records: tuple[dict[str, Any], ...]
    page: Page
    sources: Callable[[], Sequence[str]] = tuple
    """Gives where the facts of all fields come from, a line each, for a sheet of their own; where it gives nothing, the
    notes of the page say it."""


class Stream(NamedTuple, Generic[_Found]):
    """An answer that comes bit by bit, for the formats that write a record as soon as it is known.

    The answers to 100,000 questions need not be in memory together: `found` gives each once, `record` makes its record.
    A format that must see all of it first asks for the `whole`.
    """

    keys: tuple[str, ...]
    found: Iterable[_Found]
    record: Callable[[_Found], dict[str, Any]]
    make: Callable[[Sequence[_Found]], View]

    @property
    def records(self) -> Iterator[dict[str, Any]]:
        """The records, each made when it is asked for."""
        return map(self.record, self.found)

    @property
    def whole(self) -> View:
        """All of the answer at once."""
        return self.make(list(self.found))


_STANDS_FOR = {
    "base": "change_since",
    "bearing": "direction",
    "change_kind": "change",
    "counted": "figures",
    "first": "first_as_of",
    "id": "metric",
    "in_district": "district_value",
    "metric": "label",
    "part_of": "town",
    "per_1000": "per_1000_inhabitants",
    "place": "name",
    "responsible": "chamber",
    "share": "share_percent",
    "since": "date",
}
"""Columns that show a field of the records under a name of their own."""


class Selection(NamedTuple):
    """What of an answer is wanted, and in which order."""

    columns: tuple[str, ...] = ()
    """The columns, by their keys or headings; all if there are none."""
    sort: str | None = None
    """The column to sort by: numbers from the greatest, texts by the alphabet, what is unknown at the end."""
    backwards: bool = False
    limit: int | None = None


def view(records: Sequence[dict[str, Any]], page: Page, keys: Sequence[str] = ()) -> View:
    """The view of records that are all of one kind; the keys are those of the first, unless there may be none.

    Notes without text are left out.
    """
    known = tuple(keys or records[0])
    headings = tuple(
        one if one.key in known else one._replace(key=_STANDS_FOR.get(one.key, one.key)) for one in page.headings
    )
    return View(known, tuple(records), page._replace(headings=headings, notes=tuple(filter(None, page.notes))))


Row = tuple[str, Cell]
"""A label and what it labels."""


def card(record: dict[str, Any], title: str, rows: Sequence[Row], notes: Sequence[str]) -> View:
    """The view of one thing: a card of the rows that have something to say."""
    return view((record,), Page(title, (), tuple(row for row in rows if row[1]), tuple(notes)))


def web(address: str) -> str:
    """The link to a web address, which may be printed without its scheme."""
    return address if "://" in address else f"https://{address}"
