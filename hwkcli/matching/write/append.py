"""The user's own workbook with columns added: of its sheet only the rows are touched, and of them only the ends.

Everything else, other sheets, formats, formulas, widths, pictures, goes over byte by byte as it was.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching.read.package import column_letters, column_number, sheet_part
from hwkcli.matching.read.workbook import Sheet
from hwkcli.matching.write.sheet import SHEET_COLUMNS, text_cell

_PART = 1 << 20
_OPEN = re.compile(rb"<((?:\w+:)?)row(?=[\s/>])([^<>]*)>")
_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
_SPANS = re.compile(rb"""\s+spans=["'][0-9: ]*["']""")
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])([^<>]*)>")
_STYLE = re.compile(rb"""\bs=["']([0-9]{1,6})["']""")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})[0-9]{1,7}["']""")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])([^<>]*)(?:(?<=/)>|>\s{0,99}</(?:\w+:)?c>)")
_DIMENSION = re.compile(rb"""(<(?:\w+:)?dimension\s+ref=["'][A-Z]+[0-9]+:)([A-Z]+)([0-9]+)""")
_LONGEST_ROW = 1 << 26

Added = Callable[[int], str | None]
"""The cells to be added below the headings, by row, counted from 0: XML without the beginning of the first cell (see
`sheet.rest`). None for a row that gets none."""


def append(sheet: Sheet, names: Sequence[str], added: Added, part: Path, shown: str, macros: bool) -> None:
    """Write a workbook with columns added behind the last of its sheet; their headings look like its last.

    Raises BadSetting if it has macros and its new name says that it has none, or the other way round; BadFile for a
    sheet without room, or with rows that cannot be told apart.
    """
    first, count = sheet.end, len(names)
    if sheet.file is None:
        raise BadFile("{file}: the input is no .xlsx workbook", file=shown)
    if first + count > SHEET_COLUMNS:
        narrow = "{file}: the sheet has no room for {count} more columns; write .csv instead"
        raise BadFile(narrow, file=shown, count=count)
    with zipfile.ZipFile(sheet.file) as old, zipfile.ZipFile(part, "w", compresslevel=3) as new:
        if (b"macroEnabled" in old.read("[Content_Types].xml")) != macros:
            raise BadSetting(
                "{file}: the workbook's own format is .xlsx; give the file that ending"
                if macros
                else "{file}: the workbook's own format is .xlsm, for it has macros; give the file that ending",
                file=shown,
            )
        changed = sheet_part(old, sheet.title)
        for one in old.infolist():
            info = zipfile.ZipInfo(one.filename, one.date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = one.external_attr
            with old.open(one) as source, new.open(info, "w", force_zip64=True) as out:
                pieces = _changed(source, sheet, names, added, shown) if one.filename == changed else _same(source)
                for piece in pieces:
                    out.write(piece)


def _same(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_PART):
        yield piece


def _changed(source: IO[bytes], sheet: Sheet, names: Sequence[str], added: Added, shown: str) -> Iterator[bytes]:
    """The pieces of a sheet, with cells added to its rows."""
    held, number, ended = b"", 0, False
    first, last = column_letters(sheet.end), column_letters(sheet.end + len(names) - 1)
    head = True
    while not ended or held:
        if not ended:
            data = source.read(_PART)
            ended = not data
            held += data
        if head:
            held = _DIMENSION.sub(lambda match: match[1] + _wider(match[2], last) + match[3], held, count=1)
            head = False
        at = 0
        while match := _OPEN.search(held, at):
            number = int(found[1]) if (found := _NUMBER.search(match[2])) else number + 1
            if match[2].endswith(b"/"):
                yield held[at : match.end()]
                at = match.end()
                continue
            close = b"</" + match[1] + b"row>"
            end = held.find(close, match.end())
            if end < 0:
                break
            tag = _SPANS.sub(b"", held[match.start() : match.end()])
            yield held[at : match.start()] + tag
            cells = _without_room(held[match.end() : end], sheet.end)
            if number == sheet.head_row:
                cells += _in_space(_headings(cells, number, sheet.end, names), match[1])
            elif number > sheet.head_row and (new := added(number - sheet.head_row - 1)) is not None:
                cells += _in_space(f'<c r="{first}{number}"{new}'.encode(), match[1])
            yield cells + close
            at = end + len(close)
        held = held[at:]
        opened = _OPEN.search(held)
        if ended:
            if opened and not opened[2].endswith(b"/"):
                raise BadFile("{file}: the rows of the sheet are damaged; write .csv instead", file=shown)
            yield held
            return
        if len(held) > _LONGEST_ROW:
            raise BadFile("{file}: a row of the sheet is too long; write .csv instead", file=shown)
        if not opened:
            # All but what may be the beginning of a row's tag.
            cut = max(held.rfind(b"<"), 0)
            yield held[:cut]
            held = held[cut:]


def _wider(now: bytes, wanted: str) -> bytes:
    return max(now, wanted.encode(), key=lambda letters: column_number(letters.decode()))


def _without_room(cells: bytes, first: int) -> bytes:
    """The cells of a row without those that would stand where columns are added; these are empty."""
    found = _PLACE.search(cells, max(cells.rfind(b"<c "), cells.rfind(b":c "), 0))
    if not found or column_number(found[1].decode()) < first:
        return cells

    def kept(match: re.Match[bytes]) -> bytes:
        place = _PLACE.search(match[1])
        return match[0] if not place or column_number(place[1].decode()) < first else b""

    return _EMPTY_CELL.sub(kept, cells)


def _headings(cells: bytes, number: int, first: int, names: Sequence[str]) -> bytes:
    """The cells of new headings, in the style of the last that there is."""
    style = None
    for match in _CELL.finditer(cells):
        style = int(found[1]) if (found := _STYLE.search(match[1])) else None
    places = (f"{column_letters(first + at)}{number}" for at in range(len(names)))
    return "".join(text_cell(name, style, place) for name, place in zip(names, places, strict=True)).encode()


def _in_space(cells: bytes, space: bytes) -> bytes:
    """Cells with the prefix of a namespace, where the sheet has one."""
    return re.sub(rb"<(/?)(c|is|t)(?=[\s/>])", rb"<\g<1>" + space + rb"\g<2>", cells) if space else cells
