"""The rows of a text that is split by a delimiter, whatever its quotation marks are worth."""

import re
from collections import deque
from collections.abc import Iterator
from typing import TextIO

BOM = "\ufeff"
"""At the very start a reader takes it for a mark of the encoding, unless quotation marks stand before it."""
_LONGEST = 1 << 20
"""A cell with line breaks is not longer: what opens a quotation and does not close it by then is a stray mark."""


class Grammar:
    """What rows look like that are split by a delimiter."""

    def __init__(self, delimiter: str) -> None:
        mark = re.escape(delimiter)
        cell = f'"(?:[^"]|"")*"|[^"{mark}\r\n][^{mark}\r\n]*|'
        self.delimiter = delimiter
        self._whole = re.compile(f"(?:{cell})(?:{mark}(?:{cell}))*")
        self._open = re.compile(f'(?:(?:{cell}){mark})*"(?:[^"]|"")*')
        self._cell = re.compile(f"({cell})(?:{mark}|\\Z)")

    def whole(self, record: str) -> bool:
        """Whether a record is well-formed."""
        return '"' not in record or self._whole.fullmatch(record) is not None

    def open(self, line: str) -> bool:
        """Whether the last cell of a line may go on in the next."""
        return line.count('"') % 2 == 1 and self._open.fullmatch(line) is not None

    def cells(self, record: str) -> list[str]:
        """The cells of a record; of one that is not well-formed, what stands between the delimiters, marks and all."""
        if '"' not in record or not self.whole(record):
            return record.split(self.delimiter)
        found = [match[1] for match in self._cell.finditer(record)]
        if not record.endswith(self.delimiter) and len(found) > 1 and not found[-1]:
            # The end of the record is a match of its own.
            found.pop()
        return [text[1:-1].replace('""', '"') if text[:1] == '"' else text for text in found]

    def quoted(self, text: str) -> str:
        """A cell as it is written."""
        if re.search('["\r\n]', text) or self.delimiter in text or text[:1] == BOM:
            return '"' + text.replace('"', '""') + '"'
        return text


def records(stream: TextIO, skip: int, grammar: Grammar) -> Iterator[tuple[int, str]]:
    """The records of a table, each with the number of its first line; blank lines are none. A record that never becomes
    well-formed is one line."""
    waiting: deque[tuple[int, str]] = deque()
    lines = enumerate(stream, skip + 1)
    while True:
        number, record = waiting.popleft() if waiting else next(lines, (0, ""))
        if not number:
            return
        if not record.strip():
            continue
        if grammar.open(record.rstrip("\r\n")):
            taken, marks, size = [], 1, 0
            while marks % 2 and size < _LONGEST:
                more = waiting.popleft() if waiting else next(lines, (0, ""))
                if not more[0]:
                    break
                taken.append(more)
                marks += more[1].count('"')
                size += len(more[1])
            joined = "".join((record, *(line for _, line in taken)))
            if marks % 2 == 0 and grammar.whole(joined.rstrip("\r\n")):
                record = joined
            else:
                waiting.extendleft(reversed(taken))
        yield number, record.rstrip("\r\n")
