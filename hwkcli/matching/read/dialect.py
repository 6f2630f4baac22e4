"""How a text file is split into cells, and where its rows begin."""

import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple

from hwkcli.errors import Message
from hwkcli.matching.headings import is_heading, is_sure_heading
from hwkcli.matching.read.grammar import Grammar, records
from hwkcli.matching.read.head import LOOK, are_addresses, head_of

DELIMITERS = (";", ",", "\t", "|")
NAMES = {";": Message("semicolon"), ",": Message("comma"), "\t": Message("tab"), "|": Message("bar")}
_SEP = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_MOST_ROWS = 200
_START = 20_000
"""So many characters say whether a text is a list, or has columns of fixed width."""
_LINES = 30
_FEWEST_LINES = 3
_FEWEST_PARTS = 3
_RULE = re.compile("-+(?: +-+){2,}")
"""Columns of fixed width are looked for in so many lines; there must be so many lines and columns, or a line like this
below the headings."""
_HALF = 0.5
"""A delimiter splits at least so many of the rows; a comma now and then is none."""


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
    head = head_of(rows, row)
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
        return re.match("[0-9]{3}", cell.strip()) is not None
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
    """The delimiter that splits most rows into the same number of cells, with the headings or without; of these the one
    with most cells."""
    best, score = DELIMITERS[0], (False, 0.0, 0)
    for one in DELIMITERS:
        if one == "," and _is_list(text):
            continue
        widths = Counter(len(row) for row in _rows(text, one, whole)[1])
        wide = {width: count for width, count in widths.items() if width > 1}
        if wide:
            width = max(wide, key=lambda width: (wide[width], width))
            share = round(wide[width] / sum(widths.values()), 1)
            # What parts the headings as it parts all rows is no sign within them (`id;text` above addresses).
            found = (len(widths) == 1 and wide[width] >= _FEWEST_LINES, share, width)
            if found > score and share >= _HALF:
                best, score = one, found
    return best


def _is_list(text: str) -> bool:
    """Whether a text is a list of addresses below one heading (`Anschrift`): their commas part no columns."""
    first, *lines = [line for line in text[:_START].splitlines()[:LOOK] if line.strip()] or [""]
    return "," not in first and are_addresses(lines)


def is_aligned(text: str) -> bool:
    """Whether the columns of a text stand below each other, parted by blanks and nothing else, each with a heading."""
    lines = [line for line in text[:_START].splitlines()[:_LINES] if line.strip()]
    if len(lines) < _FEWEST_LINES or any(sign in line for line in lines for sign in ";\t|") or "," in lines[0]:
        return False
    if _RULE.fullmatch(lines[1].strip()):
        return True
    width = max(map(len, lines))
    taken = "".join("x" if any(line[at : at + 1].strip() for line in lines) else " " for at in range(width))
    enough = min(len(taken.split()), len(lines[0].split())) >= _FEWEST_PARTS
    return enough and "  " in lines[0].strip()
