"""Columns added to the user's own workbook, where that is not simple."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import Result

from hwkcli.errors import BadFile, Exit
from hwkcli.matching.read import package
from hwkcli.matching.read.workbook import read
from hwkcli.matching.write import append

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(file: Path, rows: list[list[object]], replace: dict[str, tuple[bytes, bytes]] | None = None) -> Path:
    """A workbook of some rows, with bytes of its parts replaced."""
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if replace and name in replace:
                assert replace[name][0] in content
                content = content.replace(*replace[name])
            new.writestr(name, content)
    return file


def pieces(sheet: bytes, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A sheet with the columns `x` and `y` added, read in parts of some size."""
    found = read(
        book(tmp_path / "in.xlsx", [["PLZ"], [59174]]), None, None, "in.xlsx", 1 << 30, lambda names, rows: True
    )
    monkeypatch.setattr(append, "_PART", size)
    added = {0: ' t="inlineStr"><is><t>Kamen</t></is></c><c/>'}
    return b"".join(append._changed(io.BytesIO(sheet), found, ("x", "y"), added.get, "out.xlsx"))


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_sheet_is_the_same_in_whatever_parts_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    sheet = (
        b'<worksheet><dimension ref="A1:A2"/><cols><col min="1"/></cols><sheetData>'
        b'<row r="1"><c r="A1" s="3"><v>1</v></c></row><row r="2" spans="1:1"><c r="A2"><v>2</v></c>'
        b'<c r="B2" s="1"/><c r="C2"></c></row><row r="3"/><row r="4"></row></sheetData>'
        b'<rowBreaks count="1"><brk id="2"/></rowBreaks></worksheet>'
    )
    wider = b"C" if size == 1000 else b"A"
    cell = b'<c r="%b" s="3" t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>'
    assert pieces(sheet, tmp_path, size, monkeypatch) == (
        b'<worksheet><dimension ref="A1:'
        + wider
        + b'2"/><cols><col min="1"/></cols><sheetData><row r="1"><c r="A1" s="3">'
        b"<v>1</v></c>" + cell % (b"B1", b"x") + cell % (b"C1", b"y") + b'</row><row r="2"><c r="A2"><v>2</v></c>'
        b'<c r="B2" t="inlineStr"><is><t>Kamen</t></is></c><c/></row><row r="3"/>'
        b'<row r="4"></row></sheetData><rowBreaks count="1"><brk id="2"/></rowBreaks></worksheet>'
    )


def test_rows_that_end_nowhere_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match="the rows of the sheet are damaged"):
        pieces(b'<worksheet><sheetData><row r="1"><c r="A1"/>', tmp_path, 1000, monkeypatch)
    monkeypatch.setattr(append, "_LONGEST_ROW", 100)
    with pytest.raises(BadFile, match="a row of the sheet is too long"):
        pieces(b'<worksheet><sheetData><row r="1">' + b"<c/>" * 100, tmp_path, 50, monkeypatch)


def test_a_sheet_without_room_is_refused(hwk: Callable[..., Result], tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["A2"], made.active["XFB1"] = "PLZ", 59174, "end"
    made.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == Exit.BAD_FILE
    assert "the sheet has no room for 9 more columns" in result.stderr
    assert not (tmp_path / "out.xlsx").exists()


def test_a_sheet_without_headings_becomes_a_new_workbook(hwk: Callable[..., Result], tmp_path: Path) -> None:
    book(tmp_path / "in.xlsx", [[59174, "Kamen"], [44135, "Dortmund"]])
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx", "--header-row", "0")
    assert result.exit_code == 0, result.stderr
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx").active.values)
    assert rows[0][:3] == ("column_1", "column_2", "hwk_ags")
    assert rows[1][:3] == (59174, "Kamen", "05978020")


def test_a_workbook_that_only_looks_like_one_is_told(tmp_path: Path) -> None:
    found = read(book(tmp_path / "in.xlsx", [["PLZ"], [59174]]), "1", 1, "in.xlsx", 1 << 30, lambda names, rows: True)
    with pytest.raises(BadFile, match=r"the input is no \.xlsx workbook"):
        append.append(found._replace(file=None), ("x",), lambda at: None, tmp_path / "part", "out.xlsx", False)
    with pytest.raises(KeyError), zipfile.ZipFile(tmp_path / "in.xlsx") as file:
        package.sheet_part(file, "none")
    assert [package.column_letters(at) for at in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert [package.column_number(letters) for letters in ("A", "Z", "AA", "ZZ", "AAA", "XFD")] == [
        *(0, 25, 26, 701, 702, 16_383),
    ]


def test_targets_of_sheets_may_be_relative_and_styles_may_be_missing(
    hwk: Callable[..., Result], tmp_path: Path
) -> None:
    related = {"xl/_rels/workbook.xml.rels": (b"/xl/worksheets/", b"worksheets/")}
    book(tmp_path / "in.xlsx", [["PLZ"], [59174]], related)
    with zipfile.ZipFile(tmp_path / "in.xlsx") as old, zipfile.ZipFile(tmp_path / "bare.xlsx", "w") as new:
        for name in old.namelist():
            if "styles" not in name:
                new.writestr(name, old.read(name))
    for name in ("in", "bare"):
        result = hwk("match", tmp_path / f"{name}.xlsx", "-o", tmp_path / f"{name}-out.xlsx")
        assert result.exit_code == 0, result.stderr
        with zipfile.ZipFile(tmp_path / f"{name}-out.xlsx") as made:
            assert b"05978020" in made.read("xl/worksheets/sheet1.xml")
