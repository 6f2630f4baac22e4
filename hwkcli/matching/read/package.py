"""The package of an .xlsx workbook: which of its parts has which sheet, and what a reader of values does not tell."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple
from xml.etree import ElementTree

from hwkcli.errors import BadFile
from hwkcli.matching.read.taken import too_large

_MAIN = "xl/workbook.xml"
_MOST_PARTS = 10_000
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that the standards of both kinds of spreadsheets allow (ECMA-376 part 2, OpenDocument part 2)."""
_ENCRYPTED, _PATCHED = 0x1, 0x20
"""Flags of a part of a ZIP file."""
UNUSUAL = "{file}: it is damaged, or packed in a way that spreadsheets are not; save it again"
_PART = 1 << 22
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])([^<>]*)>")
_CELL_END = re.compile(rb"</(?:\w+:)?c[\s>]")
"""Where a cell begins, with its attributes, and where it ends. Nothing in it can be tried in two ways, so that no sheet
takes long. (Python 3.11.2 does not match possessive quantifiers rightly.)"""
_ERROR = re.compile(rb"""\bt=["']e["']""")
_NO_NUMBER = re.compile(rb"""\bt=["'](?!n["'])""")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_STYLE = re.compile(rb"""\bs=["']([0-9]+)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</")
_ZEROS = re.compile(r'(?:"([^"]*)")?(0{2,})')
_LARGE, _DENSEST = 1 << 24, 300
"""The bytes of a part, and how many times those of its packed form, from which on it takes seconds for nothing."""
_LONGEST_ROW = 1 << 24
_LONGEST_END = 4


class Hidden(NamedTuple):
    """What is in a sheet beside its values."""

    shown: dict[tuple[int, int], str]
    """What cells show whose value is something else: errors (`#N/A`), and codes with zeros before them (`01067`), by
    row and column, counted from 0."""
    uncomputed: tuple[str, ...]
    """The cells (`C5`) with a formula and no stored value."""


def check_sizes(file: Path, shown: str, size: int) -> None:
    """Raises BadFile for a ZIP file whose parts say that they hold more bytes than `size`, are too many, or are packed
    in a way that is none of spreadsheets."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except RuntimeError:
        # It asks for a version of ZIP that there is not.
        raise BadFile(UNUSUAL, file=shown) from None
    if any(one.flag_bits & _ENCRYPTED for one in parts):
        raise BadFile("{file}: a password protects it; save it without one", file=shown)
    if any(one.flag_bits & _PATCHED or one.compress_type not in _WAYS for one in parts):
        raise BadFile(UNUSUAL, file=shown)
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > size:
        raise BadFile(too_large(shown, size))
    if any(map(_is_bomb, parts)):
        raise BadFile(UNUSUAL, file=shown)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a part of a workbook of Excel holds more of the same than numbered rows and different texts ever do."""
    size = part.file_size
    return part.filename.startswith("xl/") and size > _LARGE and size > _DENSEST * part.compress_size


def is_workbook(file: Path) -> bool:
    """Whether a ZIP file is a workbook of Excel (.xlsx, .xlsm, .xlsb), be it damaged."""
    with zipfile.ZipFile(file) as package:
        return any(name.startswith("xl/") for name in package.namelist())


def is_xlsx(file: Path) -> bool:
    """Whether a file is a workbook in the form of .xlsx and .xlsm."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as package:
        return _MAIN in package.namelist()


def sheet_part(package: zipfile.ZipFile, sheet: str) -> str:
    """The name of the part that has a sheet. Raises KeyError if there is none."""
    related = {}
    for one in ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels")):
        related[one.get("Id")] = one.get("Target") or ""
    for one in ElementTree.fromstring(package.read(_MAIN)).iter():
        if one.tag.rpartition("}")[2] == "sheet" and one.get("name") == sheet:
            id = next((value for name, value in one.attrib.items() if name.rpartition("}")[2] == "id"), "")
            target = related[id]
            return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
    raise KeyError(sheet)


def hidden(file: Path, sheet: str) -> Hidden:
    """What a sheet has beside its values. Raises KeyError for a sheet that there is not, BadZipFile, and ParseError."""
    with zipfile.ZipFile(file) as package:
        padded = _padded(package)
        with package.open(sheet_part(package, sheet)) as part:
            return _hidden(part, padded)


def _padded(package: zipfile.ZipFile) -> dict[bytes, tuple[str, int]]:
    """The styles that write zeros before a number: what stands before it (`D-`), and how many digits there are."""
    try:
        root = ElementTree.fromstring(package.read("xl/styles.xml"))
    except KeyError:
        return {}
    forms, found = {}, {}
    for one in root.iter():
        kind = one.tag.rpartition("}")[2]
        if kind == "numFmt":
            match = _ZEROS.fullmatch((one.get("formatCode") or "").replace("\\", ""))
            if match:
                forms[one.get("numFmtId")] = (match[1] or "", len(match[2]))
        elif kind == "cellXfs":
            for at, style in enumerate(one):
                if style.get("numFmtId") in forms:
                    found[str(at).encode()] = forms[style.get("numFmtId")]
    return found


def _hidden(part: IO[bytes], padded: dict[bytes, tuple[str, int]]) -> Hidden:
    shown: dict[tuple[int, int], str] = {}
    uncomputed = []
    for attributes, content in _cells(part, bool(padded)):
        place = _PLACE.search(attributes)
        if not place:
            continue
        at = int(place[2]) - 1, column_number(place[1].decode())
        value = _VALUE.search(content)
        if _ERROR.search(attributes) and value:
            shown[at] = value[1].decode("utf-8", "replace")
        elif b"<f" in content and not value and b"<is>" not in content:
            uncomputed.append((place[1] + place[2]).decode())
        elif padded and value and value[1].isdigit() and not _NO_NUMBER.search(attributes):
            style = _STYLE.search(attributes)
            if style and style[1] in padded:
                before, digits = padded[style[1]]
                shown[at] = before + value[1].decode().zfill(digits)
    return Hidden(shown, tuple(uncomputed))


def _cells(part: IO[bytes], styled: bool) -> Iterator[tuple[bytes, bytes]]:
    """The attributes and the contents of the cells of a sheet that may hide something."""
    held = bytearray()
    while True:
        data = part.read(_PART)
        # What was held has no end in it, or only its last few bytes: it is not searched again, however long it is.
        searched = max(len(held) - _LONGEST_END, 0)
        held += data
        end = len(held) if not data else _end(held, searched)
        ready = bytes(held[:end])
        del held[:end]
        if styled or _ERROR.search(ready) or b"<f" in ready or b":f" in ready:
            yield from _in(ready)
        if not data:
            return


def _in(rows: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The attributes and the contents of the cells in some rows."""
    found = _CELL.finditer(rows)
    opened = next(found, None)
    while opened:
        after = next(found, None)
        if opened[1].endswith(b"/"):
            yield opened[1], b""
        else:
            # An end that does not come before the next cell is that of another.
            behind = after.start() if after else len(rows)
            closed = _CELL_END.search(rows, opened.end(), behind)
            yield opened[1], rows[opened.end() : closed.start() if closed else behind]
        opened = after


def _end(held: bytearray, searched: int) -> int:
    """Behind the last row that is whole, before which so many bytes have none; of a very long one, behind its last
    cell."""
    row = held.rfind(b"row>", searched)
    if row >= 0:
        return row + 4
    if len(held) <= _LONGEST_ROW:
        return 0
    # Once the row is too long, whatever is held has no cell that is whole.
    cell = held.rfind(b"c>", searched if searched > _LONGEST_ROW else 0)
    return cell + 2 if cell >= 0 else 0


def column_number(letters: str) -> int:
    """The number of a column, counted from 0: 0 for `A`, 26 for `AA`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
