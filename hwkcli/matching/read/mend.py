"""A text table written again where a fast reader cannot be trusted with it: stray quotation marks, blank lines, rows
that are longer than the headings. No cell is changed or lost."""

from io import TextIOWrapper
from pathlib import Path

from hwkcli.matching.read.grammar import BOM, Grammar, records
from hwkcli.matching.read.plain import made
from hwkcli.streams import opened

UNREADABLE = "unreadable"


def mended(file: Path, delimiter: str, skip: int, width: int, target: Path) -> list[int]:
    """Write the rows of a file in UTF-8 after so many lines, without blank lines, into the target; short rows are
    filled up. Returns the numbers of the lines that have more cells than there are headings.

    Behind the last cell of each row stands one more: `unreadable` where the row had more cells than there are headings,
    else nothing. What such a row has beyond them is kept in its last cell, delimiters and all.
    """
    grammar = Grammar(delimiter)
    unreadable = []
    with opened(file, "r") as stream, made(target) as out:
        text = TextIOWrapper(stream, encoding="utf-8", newline="")
        for _ in range(skip):
            text.readline()
        for number, record in records(text, skip, grammar):
            if '"' not in record and record.count(delimiter) == width - 1 and record[0] != BOM:
                out.write(f"{record}{delimiter}\n".encode())
                continue
            cells = grammar.cells(record)
            flag = ""
            if any(extra.strip() for extra in cells[width:]):
                unreadable.append(number)
                flag = UNREADABLE
                cells[width - 1 :] = [delimiter.join(map(grammar.quoted, cells[width - 1 :]))]
            cells = [*cells[:width], *[""] * (width - len(cells)), flag]
            out.write((delimiter.join(map(grammar.quoted, cells)) + "\n").encode())
    return unreadable
