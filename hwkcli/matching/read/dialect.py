"""How a text file is split into cells: its delimiter, and the line of its headings."""

import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice, zip_longest
from typing import NamedTuple

from hwkcli.errors import Message
from hwkcli.matching.headings import is_heading, is_sure_heading, is_word
from hwkcli.matching.read.mend import Grammar, records

DELIMITERS = (";", ",", "\t", "|")
NAMES = {";": Message("semicolon"), ",": Message("comma"), "\t": Message("tab"), "|": Message("bar")}
_SEP = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_MOST_ROWS = 200
_MOST_TITLES = 12
"""Headings stand behind at most so many title lines that look like rows."""
_NUMBER = re.compile("[0-9]{3,}(?:[.,][0-9]+)?")
"""A cell like this is a value, and no heading."""
_AMOUNT = re.compile(r"[+-]?[0-9][0-9.,]*%?|[-.x/–]")
"""A number, or what stands for one that is not known."""
_SMALL = re.compile(r"\s*(?:[0-9]{1,2}|[0-9]{1,3}[.,][0-9]{1,2})\s*")
"""A number that stands in no headings, or only in the first ones."""
_CODED = re.compile(r".{0,80}?(?<![0-9])[0-9]{5} {1,3}[A-ZÄÖÜ]", re.DOTALL)
_LONGEST_ADDRESS = 200
_LONG = re.compile("[0-9]{5,12}(?:[.,][0-9]+)?")
_ALIKE = 0.9
_NEARLY = 1
_LOOK = 50
"""How many of the cells of a column are alike, by how many signs numbers of one column may differ, and in how many
rows that is looked at."""
_ALIGNED = 20_000
_LINES = 30
_FEWEST_LINES = 3
_FEWEST_PARTS = 3
_RULE = re.compile("-+(?: +-+){2,}")
"""What is looked at to find columns of fixed width, and how much of it there must be."""
_HALF = 0.5
"""A delimiter splits at least so many of the rows; a comma now and then is none."""
_SHARE = 0.6
"""A line of headings fills so many of the cells that the rows below it fill."""


class Head(NamedTuple):
    """Where the headings of a table are, and what stands in them."""

    row: int
    """The number of the row, counted from 0; -1 where there are no headings."""
    names: tuple[str, ...]
    groups: tuple[str, ...] = ()
    """What stands above each of them, where groups of columns have a heading (`Lieferanschrift`)."""
    bare: bool = False
    """Whether the row of the headings is a row of the table itself, or of its title, and the names are made up."""


class Dialect(NamedTuple):
    """How a text file is split."""

    delimiter: str
    lines: int
    """The lines before the first row of data."""
    names: tuple[str, ...]
    groups: tuple[str, ...] = ()
    row: int = 0
    """The line in which the headings begin, counted from 1; 0 where there are none."""


def dialect(text: str, delimiter: str | None, header_row: int | None, whole: bool) -> Dialect:
    """How a text file is split, by its first part; `whole` says whether that is all of it. A delimiter and the line of
    the headings (counted from 1, 0 for none) may be given."""
    first, _, rest = text.partition("\n")
    said = _SEP.fullmatch(first.strip("\r\ufeff"))
    before = 1 if said else 0
    body = rest if said else text
    chosen = delimiter or (said[1] if said else _delimiter(body, whole))
    lines, rows = _rows(body, chosen, whole)
    row = header_row
    if header_row:
        row = next((at for at, (start, _) in enumerate(lines, 1) if start + before == header_row), len(rows) + 1)
    head = headings(rows, row)
    names, groups = head.names, head.groups
    if head.row >= 0 and not head.bare and _has_row_names(names, rows[head.row + 1 :]):
        names, groups = ("", *names), ("", *groups) if groups else ()
    begins, ends = lines[head.row] if head.row >= 0 else (-before, 0)
    return Dialect(chosen, before + ends, names, groups, 0 if head.bare else before + begins)


def _has_row_names(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row has the number or the name of a row before its first cell, as R writes tables: there is one
    heading less than there are cells, and they fit one column to the right."""
    width = len(names)
    if len(rows) < 1 or any(len(row) != width + 1 for row in rows) or not any(row[-1].strip() for row in rows):
        return False
    fits = [sum(_fits(name, row[at + by]) for row in rows for at, name in enumerate(names)) for by in (0, 1)]
    numbers = [row[0].strip() for row in rows]
    counted = numbers == [str(number) for number in range(1, len(rows) + 1)]
    return fits[1] > fits[0] or (counted and fits[1] == fits[0])


def _fits(name: str, cell: str) -> bool:
    """Whether a cell may stand under a heading by which columns are known."""
    if is_sure_heading(name):
        return _NUMBER.match(cell.strip()) is not None
    return is_heading(name) and any(map(str.isalpha, cell))


def _rows(text: str, delimiter: str, whole: bool) -> tuple[list[tuple[int, int]], list[list[str]]]:
    """The first rows, each with its first and its last line. A last row that may be cut off is left out."""
    grammar = Grammar(delimiter)
    found = list(islice(records(StringIO(text, newline=""), 0, grammar), _MOST_ROWS))
    if not whole and 1 < len(found) < _MOST_ROWS:
        found.pop()
    lines = [(number, number + record.count("\n")) for number, record in found]
    return lines, [grammar.cells(record) for _, record in found]


def _delimiter(text: str, whole: bool) -> str:
    """The delimiter that splits most rows into the same number of cells; of these the one with most cells."""
    best, score = DELIMITERS[0], (0.0, 0)
    for one in DELIMITERS:
        if one == "," and _is_list(text):
            continue
        widths = Counter(len(row) for row in _rows(text, one, whole)[1])
        wide = {width: count for width, count in widths.items() if width > 1}
        if wide:
            width = max(wide, key=lambda width: (wide[width], width))
            found = (round(wide[width] / sum(widths.values()), 1), width)
            if found > score and found[0] >= _HALF:
                best, score = one, found
    return best


def _is_list(text: str) -> bool:
    """Whether a text is a list of addresses below one heading (`Anschrift`): their commas part no columns."""
    first, *lines = [line for line in text[:_ALIGNED].splitlines()[:_LOOK] if line.strip()] or [""]
    coded = sum(bool(_CODED.match(line[:_LONGEST_ADDRESS])) for line in lines)
    return "," not in first and coded >= max(_ALIKE * len(lines), 1)


def is_aligned(text: str) -> bool:
    """Whether the columns of a text stand below each other, parted by blanks and nothing else, each with a heading."""
    lines = [line for line in text[:_ALIGNED].splitlines()[:_LINES] if line.strip()]
    if len(lines) < _FEWEST_LINES or any(sign in line for line in lines for sign in ";\t|") or "," in lines[0]:
        return False
    if _RULE.fullmatch(lines[1].strip()):
        return True
    width = max(map(len, lines))
    taken = "".join("x" if any(line[at : at + 1].strip() for line in lines) else " " for at in range(width))
    enough = min(len(taken.split()), len(lines[0].split())) >= _FEWEST_PARTS
    return enough and "  " in lines[0].strip()


def headings(rows: Sequence[Sequence[str | None]], row: int | None = None) -> Head:
    """The headings of a table, by its first rows. Title lines before them are passed over: headings fill about as many
    cells as the rows below. The row may be given, counted from 1; 0 says that there are none."""
    if row is not None:
        if row <= 0:
            return _bare(rows, -1)
        return Head(row - 1, tuple(cell or "" for cell in rows[row - 1])) if row <= len(rows) else Head(-1, ())
    filled = [sum(bool(cell and cell.strip()) for cell in one) for one in rows]
    # Titles and notes have one cell; a short table may have more of them, above and below it, than rows.
    wide = [at for at, count in enumerate(filled) if count > 1]
    counted = sorted(filled[wide[0] : wide[-1] + 1] if len(wide) >= _FEWEST_LINES else filled)
    usual = counted[len(counted) // 2] if counted else 0
    full = [at for at, count in enumerate(filled) if count >= max(1, _SHARE * usual)]
    if not full:
        return Head(-1, ())
    if (alone := _alone(rows, full[0])) is not None:
        return Head(alone, tuple(cell or "" for cell in rows[alone]))
    # A title line may fill enough cells, too; but among the rows of a table `Stadt` is a value.
    begun = (
        at for at in full[:_MOST_TITLES] if at == full[0] or not any(_SMALL.fullmatch(cell or "") for cell in rows[at])
    )
    # In one column nothing but the heading is a word like `Kreis`.
    tells = is_word if max(map(len, rows)) == 1 else is_heading
    known = (at for at in begun if any(tells(cell or "") for cell in rows[at]))
    chosen = next(known, full[0])
    above = [cell for at in full if at < chosen for cell in rows[at] if cell]
    sure = any(is_sure_heading(cell or "") for cell in rows[chosen])
    if (_has_numbers(above) and not sure) or _has_numbers(rows[chosen]):
        chosen = full[0]
        if chosen and _is_part_of_headings(rows[chosen - 1]) and _has_numbers(rows[chosen]):
            chosen -= 1
    if _is_row(rows[chosen], rows[chosen + 1 :][:_LOOK]):
        return _bare(rows, chosen - 1)
    names = tuple(cell or "" for cell in rows[chosen])
    over = rows[chosen - 1] if chosen else ()
    if chosen + 1 < len(rows) and _goes_on(names, rows[chosen + 1]):
        below = (*rows[chosen + 1], *[""] * len(names))
        joined = tuple(cell or name for name, cell in zip(names, below, strict=False))
        return Head(chosen + 1, joined, _groups(joined, names))
    groups = _groups(names, over)
    if _is_part_of_headings(over):
        # Some headings stand in the row above: those of columns that are in no group.
        names = tuple(name if name.strip() else above or "" for name, above in zip_longest(names, over[: len(names)]))
    return Head(chosen, names, groups)


def _alone(rows: Sequence[Sequence[str | None]], first: int) -> int | None:
    """The row before the first full one that has the heading of one column only, if all rows in between have a cell in
    this column; None if there is none."""
    if any(is_heading(cell or "") for cell in rows[first]):
        return None
    for at in range(min(first, _MOST_TITLES)):
        columns = [number for number, cell in enumerate(rows[at]) if cell and cell.strip()]
        if len(columns) != 1 or len(rows[at]) < len(rows[first]):
            continue
        own = columns[0]
        between = rows[at + 1 : first + 1]
        if is_word(rows[at][own] or "") and all(own < len(row) and (row[own] or "").strip() for row in between):
            return at
    return None


def _bare(rows: Sequence[Sequence[str | None]], above: int) -> Head:
    """Made-up names for a table without headings, whose rows begin behind the row `above`."""
    width = max(map(len, rows), default=0)
    return Head(above, tuple(f"column_{at}" for at in range(1, width + 1)), bare=True)


def _is_row(row: Sequence[str | None], below: Sequence[Sequence[str | None]]) -> bool:
    """Whether what is taken for headings is a row like those below it: it has numbers where they have numbers, one of
    them as long as a postal code or longer, and about as long as those below it, or it has a text that stands in nearly
    all of them; and no heading that is known."""
    if any(is_heading(cell or "") for cell in row):
        return False
    if any(_is_address(at, row, below) for at in range(len(row))):
        return True
    is_long = is_alike = False
    for at, cell in enumerate(row):
        own = (cell or "").strip()
        others = [one for other in below if at < len(other) and (one := (other[at] or "").strip())]
        numbers = [one for one in others if _AMOUNT.fullmatch(one)]
        if len(numbers) < _ALIKE * len(others) or not numbers:
            is_alike |= own != "" and others.count(own) >= max(_ALIKE * len(others), 2)
        elif own and not _AMOUNT.fullmatch(own):
            return False
        elif _LONG.fullmatch(own):
            is_long = True
            is_alike |= abs(len(own) - sorted(map(len, numbers))[len(numbers) // 2]) <= _NEARLY
    return is_long and is_alike


def _is_address(at: int, row: Sequence[str | None], below: Sequence[Sequence[str | None]]) -> bool:
    """Whether a cell has a postal code before a name, and those below it have."""
    if not _CODED.match((row[at] or "")[:_LONGEST_ADDRESS]):
        return False
    others = [one for other in below if at < len(other) and (one := (other[at] or "").strip())]
    return sum(bool(_CODED.match(one[:_LONGEST_ADDRESS])) for one in others) >= max(_ALIKE * len(others), 1)


def _groups(names: Sequence[str], above: Sequence[str | None]) -> tuple[str, ...]:
    """For each heading what stands above it, or above one to the left of it; nothing where that does not tell apart
    headings that come twice."""
    groups, last = [], ""
    for cell, _ in zip_longest((cell or "" for cell in above), names, fillvalue=""):
        last = cell.strip() or last
        groups.append(last)
    twice = [(groups[at], name) for at, name in enumerate(names) if name.strip() and names.count(name) > 1]
    return tuple(groups[: len(names)]) if twice and len(set(twice)) == len(twice) else ()


def _goes_on(names: Sequence[str], row: Sequence[str | None]) -> bool:
    """Whether a row has the rest of the headings: those of the columns under one that they share (`Adresse`)."""
    own = {cell for name, cell in zip(names, row, strict=False) if cell and cell.strip() and not name.strip()}
    cells = [cell for cell in row if cell and cell.strip()]
    known = sum(map(is_heading, cells))
    return any(map(is_heading, own)) and (known > 1 or any(map(is_sure_heading, cells))) and not _has_numbers(row)


def _has_numbers(row: Sequence[str | None]) -> bool:
    return any(_NUMBER.fullmatch(cell.strip()) for cell in row if cell)


def _is_part_of_headings(row: Sequence[str | None]) -> bool:
    """Whether a row above the first full one has the headings of some columns only, as tables of statistics do: the
    columns of regions have none."""
    return sum(bool(cell and cell.strip()) for cell in row) > 1 and not _has_numbers(row)
