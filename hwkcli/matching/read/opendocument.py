"""Spreadsheets of OpenDocument (.ods): what cells show whose value is something else, and blanks between their tags."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError, ParserCreate

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_CONTENT = "content.xml"
_BLANKS = re.compile(rb">[ \t\r\n]+<")
_RUN = re.compile(rb"""<(?:\w+:)?s\s[^<>]{0,200}?\bc=["']([0-9]{1,18})["']""")
_PADDED = re.compile(rb"<text:p>0[0-9]+</text:p>")
_TRUTH = re.compile(rb"of:=(?:TRUE|FALSE)\(\)")
_DURATION = re.compile(r"(-?)PT([0-9]{1,7})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]{1,9})?S")
_MOST = 100_000
"""A cell that is repeated more often is one of the empty rest of a sheet."""
_MOST_BLANKS = 1 << 24
_TRUTHS = {"TRUE": True, "FALSE": False}


def is_opendocument(file: Path) -> bool:
    """Whether a ZIP file is a spreadsheet of OpenDocument."""
    with zipfile.ZipFile(file) as package:
        return "mimetype" in package.namelist() and package.read("mimetype").strip() == _KIND


def claims_blanks(file: Path) -> bool:
    """Whether the marks for runs of blanks (`<text:s text:c="3"/>`) stand for more than any spreadsheet has: in a short
    file they may say any number."""
    with zipfile.ZipFile(file) as package:
        runs = _RUN.findall(package.read(_CONTENT)) if _CONTENT in package.namelist() else []
    return sum(map(int, runs)) > _MOST_BLANKS


def is_whole(file: Path) -> bool:
    """Whether the content is XML to its end: for one that is cut off the reader waits forever."""
    with zipfile.ZipFile(file) as package:
        if _CONTENT not in package.namelist():
            return True
        with package.open(_CONTENT) as content:
            try:
                ParserCreate().ParseFile(content)
            except ExpatError:
                return False
    return True


def without_blanks(file: Path) -> io.BytesIO:
    """The same spreadsheet without the blanks between tags, with which some programs write it and which the reader does
    not bear. Those within a text are between a tag and other characters, or marked as such."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(made, "w") as out:
        for part in package.infolist():
            data = package.read(part)
            out.writestr(part.filename, _BLANKS.sub(b"><", data) if part.filename == _CONTENT else data)
    made.seek(0)
    return made


def shown(file: Path, sheet: str) -> dict[tuple[int, int], Any]:
    """What cells show whose value is something else, by row and column, counted from 0: codes with zeros before them
    (`01067`), and truths that are formulas. Raises BadZipFile, KeyError and ParseError."""
    with zipfile.ZipFile(file) as package:
        content = package.read(_CONTENT)
    if not _PADDED.search(content) and not _TRUTH.search(content):
        return {}
    found: dict[tuple[int, int], Any] = {}
    for row, column, cell in _cells(content, sheet):
        if _attribute(cell, "value-type") != "float":
            continue
        text = "".join(cell.itertext()).strip()
        if re.fullmatch("0[0-9]+", text) and float(_attribute(cell, "value") or "nan") == int(text):
            found[row, column] = text
        elif _attribute(cell, "formula") in ("of:=TRUE()", "of:=FALSE()") and text in _TRUTHS:
            found[row, column] = _TRUTHS[text]
    return found


def _cells(content: bytes, sheet: str) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """The cells of a sheet with something in them, each with its row and column."""
    row = column = 0
    inside = False
    for event, one in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        kind = one.tag.rpartition("}")[2]
        if kind == "table":
            inside = event == "start" and _attribute(one, "name") == sheet
            row = 0
        elif kind == "table-row" and event == "start":
            column = 0
        elif kind == "table-row":
            row += int(_attribute(one, "number-rows-repeated") or 1)
            one.clear()
        elif kind in ("table-cell", "covered-table-cell") and event == "end":
            times = int(_attribute(one, "number-columns-repeated") or 1)
            if inside and len(one) and times <= _MOST:
                yield from ((row, column + at, one) for at in range(times))
            column += times


def _attribute(one: ElementTree.Element, name: str) -> str | None:
    """An attribute of an element, in whatever namespace."""
    return next((value for key, value in one.attrib.items() if key.rpartition("}")[2] == name), None)


def as_duration(cell: Any) -> Any:
    """A cell, or the duration that it is where it has more hours than a day (`PT30H05M00S`)."""
    match = _DURATION.fullmatch(cell) if isinstance(cell, str) and cell[-1:] == "S" else None
    if not match:
        return cell
    hours, minutes, seconds = (int(one) for one in match.groups()[1:])
    return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds) * (-1 if match[1] else 1)
