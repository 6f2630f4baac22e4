"""Where the headings of a table are, by its first rows, and whether there are any."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hwkcli.matching import points
from hwkcli.matching.headings import is_heading, is_sure_heading, is_word
from hwkcli.naming.fold import fold
from hwkcli.naming.titles import TITLES, kind_of_kreis

Row = Sequence[str]

_MOST_TITLES = 12
"""Headings stand behind at most so many title lines that look like rows."""
_FEWEST_LINES = 3
"""A table of fewer lines has no notes above and below it."""
_SHARE = 0.6
"""A line of headings fills so many of the cells that the rows below it fill."""
_NUMBER = re.compile("[0-9]{3,}(?:[.,][0-9]+)?")
"""A cell like this is a value, and no heading."""
_AMOUNT = re.compile(r"[+-]?[0-9][0-9.,]*%?|[-.x/–]")
"""A number, or what stands for one that is not known."""
_SMALL = re.compile(r"\s*(?:[0-9]{1,2}|[0-9]{1,3}[.,][0-9]{1,2})\s*")
"""A number that stands in no headings, or only in the first ones."""
_LONG = re.compile("[0-9]{5,12}(?:[.,][0-9]+)?")
"""A number as long as a postal code, or longer."""
_DEGREES = re.compile("[0-9]{1,2}[.,][0-9]{4,}")
"""A number as exact as a position."""
_PADDED = re.compile("0[0-9]+")
"""A number with a zero before it, as keys have one."""
_CODED = re.compile(r".{0,80}?(?<![0-9])[0-9]{5} {1,3}[A-ZÄÖÜ]", re.DOTALL)
"""A postal code before a name."""
_LONGEST_ADDRESS = 200
LOOK = 50
"""So many rows say what the cells of a column are like."""
_ALIKE = 0.9
"""Of the cells of a column, such a share is nearly all."""
_MOST = 0.5
_NEARLY = 1
"""By so many signs the numbers of one column may differ in length."""


class Head(NamedTuple):
    """Where the headings of a table are, and what stands in them."""

    row: int
    """The number of the row, counted from 0; -1 where there are no headings."""
    names: tuple[str, ...]
    groups: tuple[str, ...] = ()
    """What stands above each of them, where groups of columns have a heading (`Lieferanschrift`)."""
    bare: bool = False
    """Whether the row of the headings is a row of the table itself, or of its title, and the names are made up."""


def head_of(rows: Sequence[Row], row: int | None = None) -> Head:
    """The headings of a table, by its first rows. The row may be given, counted from 1; 0 says that there are none."""
    if row is not None:
        if row <= 0:
            return _bare(rows, -1)
        return Head(row - 1, tuple(rows[row - 1])) if row <= len(rows) else Head(-1, ())
    full = _full(rows)
    if not full:
        return Head(-1, ())
    if (alone := _alone(rows, full[0])) is not None:
        return Head(alone, tuple(rows[alone]))
    chosen = _chosen(rows, full)
    if not _has_heading(rows, chosen, is_heading):
        # One word like `Stadt` that comes again is a value, whatever else stands in the row.
        one_word = sum(map(is_heading, rows[chosen])) == 1 and not any(map(is_sure_heading, rows[chosen]))
        if one_word or _is_row(rows[chosen], rows[chosen + 1 :][:LOOK]):
            return _bare(rows, chosen - 1)
    names = tuple(rows[chosen])
    above = rows[chosen - 1] if chosen else ()
    if chosen + 1 < len(rows) and _goes_on(names, rows[chosen + 1]):
        joined = tuple(cell or name for name, cell in zip_longest(names, rows[chosen + 1][: len(names)], fillvalue=""))
        return Head(chosen + 1, joined, _groups(joined, names))
    groups = _groups(names, above)
    if _is_part_of_headings(above):
        # Some headings stand in the row above: those of columns that are in no group.
        pairs = zip_longest(names, above[: len(names)], fillvalue="")
        names = tuple(name if name.strip() else other for name, other in pairs)
    return Head(chosen, names, groups)


def _full(rows: Sequence[Row]) -> list[int]:
    """The rows that fill about as many cells as most do: the headings are among them, titles and notes are not."""
    filled = list(map(_filled, rows))
    # Titles and notes have one cell; a short table may have more of them, above and below it, than rows.
    wide = [at for at, count in enumerate(filled) if count > 1]
    counted = sorted(filled[wide[0] : wide[-1] + 1] if len(wide) >= _FEWEST_LINES else filled)
    usual = counted[len(counted) // 2] if counted else 0
    return [at for at, count in enumerate(filled) if count >= max(1, _SHARE * usual)]


def _filled(row: Row) -> int:
    """How many cells of a row have something in them."""
    return sum(bool(cell.strip()) for cell in row)


def _chosen(rows: Sequence[Row], full: Sequence[int]) -> int:
    """Which of the full rows has the headings, if there are any: the first with one that is known, else the first."""
    # A title line may fill enough cells, too; but among the rows of a table `Stadt` is a value, and comes again.
    begun = (at for at in full[:_MOST_TITLES] if at == full[0] or not any(map(_SMALL.fullmatch, rows[at])))
    # In one column nothing but the heading is a word like `Kreis`.
    tells = is_word if max(map(len, rows)) == 1 else is_heading
    chosen = next((at for at in begun if _has_heading(rows, at, tells)), full[0])
    above = [cell for at in full if at < chosen for cell in rows[at]]
    if (_has_numbers(above) and not any(map(is_sure_heading, rows[chosen]))) or _has_numbers(rows[chosen]):
        chosen = full[0]
        if chosen and _is_part_of_headings(rows[chosen - 1]) and _has_numbers(rows[chosen]):
            chosen -= 1
    return chosen


def _has_heading(rows: Sequence[Row], at: int, tells: Callable[[str], bool]) -> bool:
    """Whether a row has a known heading that does not come again in its column, unless the whole row does, and is no
    value among others of its kind (`Gemeinde` among `Stadt` and `Kreis`)."""
    others = [row for row in rows if row != rows[at]]
    known = [(number, cell) for number, cell in enumerate(rows[at]) if tells(cell)]
    known = [(number, cell) for number, cell in known if all(cell not in row[number : number + 1] for row in others)]
    return any(not (_is_kind(cell) and _are_kinds(number, others)) for number, cell in known)


def _are_kinds(column: int, rows: Sequence[Row]) -> bool:
    """Whether most cells of a column say of what kind an area is."""
    cells = [cell for row in rows for cell in row[column : column + 1] if cell.strip()]
    return sum(map(_is_kind, cells)) > _MOST * len(cells)


def _is_kind(cell: str) -> bool:
    return kind_of_kreis(cell) != "" or fold(cell[:_LONGEST_ADDRESS]) in TITLES


def _alone(rows: Sequence[Row], first: int) -> int | None:
    """The row before the first full one that has the heading of one column only, if all rows in between have a cell in
    this column; None if there is none."""
    if any(map(is_heading, rows[first])):
        return None
    for at in range(min(first, _MOST_TITLES)):
        columns = [number for number, cell in enumerate(rows[at]) if cell.strip()]
        if len(columns) != 1 or len(rows[at]) < len(rows[first]):
            continue
        own = columns[0]
        between = rows[at + 1 : first + 1]
        if is_word(rows[at][own]) and all(own < len(row) and row[own].strip() for row in between):
            return at
    return None


def _bare(rows: Sequence[Row], above: int) -> Head:
    """Made-up names for a table without headings, whose rows begin behind the row `above`."""
    width = max(map(len, rows), default=0)
    return Head(above, tuple(f"column_{at}" for at in range(1, width + 1)), bare=True)


def _is_row(row: Row, below: Sequence[Row]) -> bool:
    """Whether what is taken for headings is a row like those below it: it has numbers where they have numbers, one of
    them as long as a postal code or longer, and about as long as those below it, or as exact as a position, or it has a
    text that stands in nearly all of them, an address or a position."""
    columns = [[one for other in below if at < len(other) and (one := other[at].strip())] for at in range(len(row))]
    for are_alike in (are_addresses, _are_points):
        if any(are_alike([cell]) and are_alike(others) for cell, others in zip(row, columns, strict=True)):
            return True
    is_long = is_alike = False
    for cell, others in zip(row, columns, strict=True):
        own = cell.strip()
        numbers = [one for one in others if _AMOUNT.fullmatch(one)]
        if len(numbers) < _ALIKE * len(others) or not numbers:
            is_alike |= own != "" and others.count(own) >= max(_ALIKE * len(others), 2)
        elif own and not _AMOUNT.fullmatch(own):
            return False
        elif _DEGREES.fullmatch(own) or (_PADDED.fullmatch(own) and _are_padded(numbers, len(own))):
            is_long = is_alike = True
        elif _LONG.fullmatch(own):
            is_long = True
            is_alike |= abs(len(own) - sorted(map(len, numbers))[len(numbers) // 2]) <= _NEARLY
    return is_long and is_alike


def are_addresses(cells: Sequence[str]) -> bool:
    """Whether nearly all of some cells, and at least one, have a postal code before a name."""
    coded = sum(bool(_CODED.match(cell[:_LONGEST_ADDRESS])) for cell in cells)
    return coded >= max(_ALIKE * len(cells), 1)


def _are_points(cells: Sequence[str]) -> bool:
    """Whether nearly all of some cells, and at least one, are positions."""
    return sum(points.pair(cell) != ("", "") for cell in cells) >= max(_ALIKE * len(cells), 1)


def _are_padded(numbers: Sequence[str], width: int) -> bool:
    """Whether some numbers have so many digits each, and most a zero before them."""
    padded = sum(bool(_PADDED.fullmatch(one)) for one in numbers)
    return all(len(one) == width for one in numbers) and padded >= _MOST * len(numbers)


def _groups(names: Row, above: Row) -> tuple[str, ...]:
    """For each heading what stands above it, or above one to the left of it; nothing where that does not tell apart
    headings that come twice."""
    groups, last = [], ""
    for cell, _ in zip_longest(above, names, fillvalue=""):
        last = cell.strip() or last
        groups.append(last)
    twice = [(groups[at], name) for at, name in enumerate(names) if name.strip() and names.count(name) > 1]
    return tuple(groups[: len(names)]) if twice and len(set(twice)) == len(twice) else ()


def _goes_on(names: Row, row: Row) -> bool:
    """Whether a row has the rest of the headings: those of the columns under one that they share (`Adresse`)."""
    own = [cell for name, cell in zip(names, row, strict=False) if cell.strip() and not name.strip()]
    known = sum(map(is_heading, row))
    return any(map(is_heading, own)) and (known > 1 or any(map(is_sure_heading, row))) and not _has_numbers(row)


def _has_numbers(row: Row) -> bool:
    return any(_NUMBER.fullmatch(cell.strip()) for cell in row)


def _is_part_of_headings(row: Row) -> bool:
    """Whether a row above the first full one has the headings of some columns only, as tables of statistics do: the
    columns of regions have none."""
    return _filled(row) > 1 and not _has_numbers(row)
