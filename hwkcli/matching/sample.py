"""The first rows of a table, and what stands in its columns."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from hwkcli.gazetteer.engine.keys import clean
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS
from hwkcli.matching.contents import Contents
from hwkcli.matching.passing import is_numbers, is_rule, is_units
from hwkcli.matching.short_keys import KEY_BEHIND, is_stop, whole_key

MOST_ROWS = 1000
"""So many rows are looked at, and so many columns where each must be."""
MOST_CELLS = 200
"""So many different cells of a column say what it is."""
SURE = 0.9
MOST = 0.5
SOME = 0.1
"""Which shares of the cells of a column are nearly all of them, most, or some."""
_FEW = 2
"""Of a table with so few columns a row with one cell may be no note."""


class Sample:
    """The headings and the first rows of a table."""

    def __init__(
        self, names: Sequence[str], read: Callable[[], Sequence[Sequence[Any]]], index: Callable[[], Resolver]
    ) -> None:
        """`read` gives the rows, `index` the resolver by which the cells are judged, when they are first needed."""
        self.names = names
        self._read = read
        self._index = index
        self._cells: dict[int, list[str]] = {}
        self.taken = _earlier(names)
        """The columns that earlier runs have added, and one that is a key for sure."""

    @cached_property
    def resolver(self) -> Resolver:
        """What says what cells mean."""
        return self._index()

    @cached_property
    def contents(self) -> Contents:
        """What judges cells."""
        return Contents(self.resolver)

    @cached_property
    def rows(self) -> list[Sequence[Any]]:
        """The first rows, without lines that are drawn, the numbers and the units of the columns, and without those of
        notes: with one cell that is filled, where others have more."""
        nothing = (is_numbers, is_rule, is_units)
        rows = [row for row in self._read()[:MOST_ROWS] if not any(is_so(row) for is_so in nothing)]
        wide = [at for at, row in enumerate(rows) if sum(bool(cell and str(cell).strip()) for cell in row) > 1]
        # Where every second row has one cell, these are no notes.
        has_notes = len(self.names) > _FEW and wide and len(wide) > MOST * (wide[-1] - wide[0] + 1)
        return [list(map(_unmarked, rows[at])) for at in (wide if has_notes else range(len(rows)))]

    def turned(self) -> int | None:
        """The first column in which nearly all cells have a key behind a name (`Unna (05978)`), which is put before it;
        None if there is none. It is taken then."""
        for at in self.others():
            cells = self.cells(at)
            if sum(map(_has_key_behind, cells)) >= SURE * len(cells) > 0:
                turned = [whole_key(cell, "") for cell in cells]
                if self.contents.share("key", turned) >= SURE:
                    self.within(at, "")
                    self.taken.add(at)
                    return at
        return None

    def stops(self) -> int | None:
        """The first column in which most cells are numbers of stops, which begin with the key of a Kreis; None if
        there is none."""
        cells = ((at, self.cells(at)) for at in self.others())
        return next((at for at, all_of in cells if sum(map(is_stop, all_of)) >= MOST * len(all_of) > 0), None)

    def within(self, at: int, land: str) -> None:
        """Put a Land before the keys in a column."""
        self.rows = [
            [whole_key(str(cell or ""), land) if n == at else cell for n, cell in enumerate(row)] for row in self.rows
        ]
        self._cells.pop(at, None)

    def cells(self, at: int) -> list[str]:
        """Some different cells of a column, without empty ones."""
        if at not in self._cells:
            found: dict[str, None] = {}
            for row in self.rows:
                if len(found) < MOST_CELLS and row[at] is not None and (cell := str(row[at]).strip()):
                    found[cell] = None
            self._cells[at] = list(found)
        return self._cells[at]

    def share(self, role: str, at: int) -> float:
        """How many of the cells of a column are what a role asks for, from 0 to 1."""
        return self.contents.share(role, self.cells(at))

    def others(self, *named: int | None) -> list[int]:
        """The columns of the table without those named and those that are taken; of very many the first."""
        return [at for at in range(len(self.names[:MOST_ROWS])) if at not in named and at not in self.taken]


def _unmarked(cell: Any) -> Any:
    """A cell without the marks of spreadsheets and web pages: `'01067`, `="01067"`, `K&ouml;ln`."""
    marked = isinstance(cell, str) and (cell[:1] in ("'", '"', "`", "=") or ("&" in cell and ";" in cell))
    return clean(cell) if marked else cell


def _has_key_behind(cell: str) -> bool:
    return cell[-1] in ")]" and KEY_BEHIND.fullmatch(cell) is not None


def _earlier(names: Sequence[str]) -> set[int]:
    """The columns that earlier runs have added: all answers with the same prefix, one behind the other."""
    found: set[int] = set()
    for added in (ANSWERS, DISTRICT_ANSWERS):
        for at in range(len(names) - len(added) + 1):
            if names[at].endswith(added[0]):
                prefix = names[at].removesuffix(added[0])
                if all(names[at + number] == prefix + one for number, one in enumerate(added)):
                    found |= set(range(at, at + len(added)))
    return found
