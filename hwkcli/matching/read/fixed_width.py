"""Texts whose columns stand below each other, parted by blanks, as weather services and databases print them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hwkcli.matching.read.plain import made
from hwkcli.streams import opened

_WIDEST = 4_000
"""No line that is printed has so many signs."""
_RULE = re.compile("[- ]+")
_LETTER, _OTHER = 1, 2
"""What stands at a place of any line: a letter, or another sign."""
_Span = tuple[int, int]
"""The first sign of a column, and that behind its last one."""


def in_tabs(file: Path, target: Path, shown: str) -> bool:
    """Write the columns of a text in UTF-8 into the target, parted by tabs, without the rule below the headings, and
    say whether there is a heading for each of them. The headings need not stand above their columns: a list of stations
    has them in one line, with single blanks."""
    lines = _lines(file, shown)
    names = next(lines, "").split()
    taken = bytearray()
    for line in lines:
        if len(line) > _WIDEST:
            return False
        taken.extend(bytes(max(0, len(line) - len(taken))))
        for at, sign in enumerate(line):
            if not sign.isspace():
                taken[at] |= _LETTER if sign.isalpha() else _OTHER
    spans = _spans(taken, len(names))
    if len(spans) != len(names) or len(names) < 2:
        return False
    lines = _lines(file, shown)
    next(lines)
    with made(target) as out:
        for cells in (names, *([line[start:end].strip() for start, end in spans] for line in lines)):
            out.write(("\t".join(cell.replace("\t", " ") for cell in cells) + "\n").encode())
    return True


def _spans(taken: Sequence[int], number: int) -> list[_Span]:
    """Where the columns are: what no blank parts in all lines; words with one blank between them are put together while
    there are more than so many."""
    spans: list[_Span] = []
    start = None
    for at, one in enumerate((*taken, 0)):
        if one and start is None:
            start = at
        elif not one and start is not None:
            spans.append((start, at))
            start = None
    for at in range(len(spans) - 1, 0, -1):
        (first, end), (begin, last) = spans[at - 1], spans[at]
        words = all(any(one & _LETTER for one in taken[slice(*span)]) for span in spans[at - 1 : at + 1])
        if len(spans) > number and begin - end == 1 and words:
            spans[at - 1 : at + 1] = [(first, last)]
    return spans


def _lines(file: Path, shown: str) -> Iterator[str]:
    """The lines of a text, without blank ones and rules."""
    with opened(file, "r", shown) as stream:
        for line in stream:
            text = line.decode("utf-8", "replace").rstrip()
            if text and not _RULE.fullmatch(text):
                yield text
