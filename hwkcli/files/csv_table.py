"""A table in CSV that a script has written: every cell is text, and must be of its column's form."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from hwkcli.errors import BadData, BadFile, Fault, Message

_Row = TypeVar("_Row", bound=NamedTuple)

_BETWEEN = "\x1f"
"""What parts the cells of a row, to look at all of them at once; it is in no cell that is in order."""
_CELLS = "{number} cells"
UNREAD = "{file}: {error}; write the tables again with {script}"


def read(
    file: Path, make: type[_Row], forms: Mapping[str, str], script: str, key: Callable[[_Row], Any] | None = None
) -> tuple[_Row, ...]:
    """The rows of a table in CSV, whose headings are the fields of a row; `forms` has a pattern for the cells of each,
    `key` what no two rows have in common.

    Raises BadFile, which names the script that writes the table, if it cannot be read; BadData with all its faults if
    it is not in order.
    """
    import csv

    found: list[_Row] = []
    faults: list[Fault] = []
    fields: tuple[str, ...] = make._fields
    matchers = [re.compile(f"(?:{forms[field]})") for field in fields]
    in_order = re.compile(_BETWEEN.join(one.pattern for one in matchers))
    seen: set[Any] = set()
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            lines = csv.reader(stream)
            header = tuple(next(lines, ()))
            if header != fields:
                raise BadData((Fault(str(file), 1, "", ",".join(header) or Message("nothing"), ",".join(fields)),))
            for cells in lines:
                at = lines.line_num
                if len(cells) != len(fields):
                    number, wanted = Message(_CELLS, number=len(cells)), Message(_CELLS, number=len(fields))
                    faults.append(Fault(str(file), at, "", number, wanted))
                    continue
                if not in_order.fullmatch(_BETWEEN.join(cells)):
                    odd = [one for one in zip(fields, cells, matchers, strict=True) if not one[2].fullmatch(one[1])]
                    faults += [Fault(str(file), at, field, repr(cell), forms[field]) for field, cell, _ in odd]
                row = make._make(cells)
                if key is not None:
                    if (own := key(row)) in seen:
                        again = Message("{value} a second time", value=",".join(cells))
                        faults.append(Fault(str(file), at, "", again, Message("each once")))
                    seen.add(own)
                found.append(row)
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(UNREAD, file=file, error=error, script=script) from None
    if faults:
        raise BadData(tuple(faults))
    return tuple(found)
