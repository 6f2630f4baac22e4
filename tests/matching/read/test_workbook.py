"""Workbooks of all kinds: which sheet is read, and what its cells are."""

import base64
import csv
import datetime
import gzip
import io
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import Result

from hwkcli.errors import BadFile, Exit
from hwkcli.matching.read import package
from hwkcli.matching.read.workbook import text_of

KAMEN = Path(__file__).parent / "samples" / "kamen.xls.gz.base64"
"""An .xls workbook, which nothing that is kept up writes any more."""
Rows = list[list[str]]


@pytest.fixture
def rows(hwk: Callable[..., Result]) -> Callable[..., tuple[Rows, str]]:
    """Annotates a file; gives all rows, and what was said."""

    def run(file: Path, *options: str) -> tuple[Rows, str]:
        result = hwk("match", file, *options)
        assert result.exit_code == 0, result.stderr
        return list(csv.reader(io.StringIO(result.stdout), delimiter=";")), result.stderr

    return run


def xls() -> bytes:
    return gzip.decompress(base64.b64decode(KAMEN.read_text()))


def ods(file: Path, rows: list[list[str]]) -> None:
    """Write a spreadsheet of OpenDocument with texts (OpenDocument 1.2, part 1, 9), or with cells as they are."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            cell
            if cell.startswith("<")
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" '
        f'xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="Daten">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>'
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content)


def xlsb(file: Path, rows: list[list[str]]) -> None:
    """Write a binary workbook with texts ([MS-XLSB], 2.1 and 2.4)."""

    def record(number: int, data: bytes = b"") -> bytes:
        head = bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])
        size = len(data)
        return head + (bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])) + data

    def text(words: str) -> bytes:
        return struct.pack("<I", len(words)) + words.encode("utf-16-le")

    bundle = struct.pack("<II", 0, 1) + text("rId1") + text("Daten")
    book = record(131) + record(143) + record(156, bundle) + record(144) + record(132)
    dimension = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    sheet = record(129) + record(148, dimension) + record(145)
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, cell in enumerate(row):
            sheet += record(6, struct.pack("<II", column, 0) + text(cell))
    sheet += record(146) + record(130)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.bin", book)
        made.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{related}"><Relationship Id="rId1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.bin"/></Relationships>',
        )
        made.writestr("xl/worksheets/sheet1.bin", sheet)


def test_all_kinds_of_workbooks_are_read_whatever_they_are_called(
    rows: Callable[..., tuple[Rows, str]], tmp_path: Path
) -> None:
    table = [["PLZ", "Ort"], ["59174", "Kamen"], ["59199", "Bönen"]]
    ods(tmp_path / "a.xlsx", table)
    xlsb(tmp_path / "b.ods", table)
    (tmp_path / "c.xlsx").write_bytes(xls())
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(tmp_path / "d.xlsx")
    (tmp_path / "d.xlsx").rename(tmp_path / "d.xls")
    for name in ("a.xlsx", "b.ods", "d.xls"):
        found, _ = rows(tmp_path / name)
        assert [row[:3] for row in found[1:]] == [["59174", "Kamen", "05978020"], ["59199", "Bönen", "05978008"]], name
    found, _ = rows(tmp_path / "c.xlsx")
    assert found[1][:6] == ["1067", "Dresden", "2024-01-31", "1.5", "TRUE", "14612000"]
    assert found[2][:6] == ["59199", "Bönen", "2024-02-01", "2", "FALSE", "05978008"]


def own(file: Path) -> None:
    """A workbook as an office has it: a cover, titles, formats, formulas, a total, a hidden sheet, a note."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    book.active["A1"] = "Liste der Betriebe"
    data = book.create_sheet("Daten")
    data["A1"] = "Verzeichnis"
    data["A1"].font = Font(size=16, bold=True)
    data.merge_cells("A1:D1")
    data.append([])
    cells: list[list[Any]] = [
        ["Nr", "PLZ", "Ort", "Umsatz", "Datum", "Zeit", "Dauer", "Aktiv", "Formel", "Fehler"],
        [
            *(1, 1067, "Dresden", 1234.5, datetime.date(2024, 1, 31), datetime.time(8, 30)),
            *(datetime.timedelta(hours=30), True, "=D4*2", "#N/A"),
        ],
        [
            *(2, 59174, "Kamen <&> _x0041_", 99, datetime.datetime.fromisoformat("2024-02-01T12:00:00")),
            *(datetime.time(0, 5), datetime.timedelta(minutes=90), False, "=D5*2", None),
        ],
        [],
        [3, 44135, "Hamburg", -5, None, None, None, None, None, None],
        ["Summe", None, None, "=SUM(D4:D7)"],
    ]
    for row in cells:
        data.append(row)
    for cell in data[3]:
        cell.font = Font(bold=True, color="FF0000")
        cell.fill = PatternFill("solid", fgColor="FFFF00")
    for number in range(4, 9):
        data[f"B{number}"].number_format = "00000"
        data[f"D{number}"].number_format = '#,##0.00 "€"'
    data["J4"].data_type = "e"
    data["C4"].comment = Comment("geprüft", "Amt")
    data["L5"].fill = PatternFill("solid", fgColor="00FF00")
    data.column_dimensions["C"].width = 33
    data.freeze_panes = "A4"
    data.auto_filter.ref = "A3:J7"
    hidden = book.create_sheet("Geheim", 0)
    hidden.sheet_state = "hidden"
    hidden.append(["PLZ", "Ort"])
    hidden.append(["59174", "Kamen"])
    book.save(file)


def test_cells_keep_what_they_show_and_the_rest_is_said(rows: Callable[..., tuple[Rows, str]], tmp_path: Path) -> None:
    own(tmp_path / "in.xlsx")
    found, said = rows(tmp_path / "in.xlsx")
    assert found[1][:10] == [
        *("1", "01067", "Dresden", "1234.5", "2024-01-31", "08:30:00", "30:00:00", "TRUE", "", "#N/A"),
    ]
    assert found[2][3:9] == ["99", "2024-02-01 12:00:00", "00:05:00", "1:30:00", "FALSE", ""]
    assert [row[17] for row in found[1:]] == ["postal_code+place", "conflict", "", "conflict", ""] or found[2][10]
    assert "sheet 'Daten' of 3, headings in row 3" in said
    assert "not read: 'Geheim', 'Deckblatt'; --sheet reads another sheet" in said
    assert "3 formulas (first in I4) without a stored value, read as empty" in said
    assert "5 rows" in said
    assert "2 blank, totals or notes, passed through" in said


def test_the_result_is_the_users_own_workbook_with_columns_added(hwk: Callable[..., Result], tmp_path: Path) -> None:
    own(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 0, result.stderr
    old, new = openpyxl.load_workbook(tmp_path / "in.xlsx"), openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert new.sheetnames == ["Geheim", "Deckblatt", "Daten"]
    assert [one.sheet_state for one in new] == ["hidden", "visible", "visible"]
    before, after = old["Daten"], new["Daten"]
    for row in before.iter_rows(max_col=10):
        for cell in row:
            same = after[cell.coordinate]
            assert (same.value, same.data_type, same.number_format) == (cell.value, cell.data_type, cell.number_format)
            assert repr((same.font, same.fill)) == repr((cell.font, cell.fill))
    assert after["C4"].comment.text == "geprüft"
    assert after.column_dimensions["C"].width == 33
    assert (after.freeze_panes, after.auto_filter.ref) == ("A4", "A3:J7")
    assert after.merged_cells.ranges == before.merged_cells.ranges
    assert [cell.value for cell in after[3][10:]] == [
        *("hwk_ags", "hwk_town", "hwk_kreis_key", "hwk_kreis", "hwk_land", "hwk_chamber_code", "hwk_chamber"),
        *("hwk_how", "hwk_candidates"),
    ]
    assert repr((after["K3"].font, after["K3"].fill)) == repr((before["J3"].font, before["J3"].fill))
    assert [after[f"K{number}"].value for number in range(4, 9)] == ["14612000", after["K5"].value, None, None, None]
    assert after["S7"].value.startswith("Hamburg (Hamburg, 02000000) | Dortmund")
    assert after["R6"].value is None
    assert after.dimensions == "A1:S8"
    with zipfile.ZipFile(tmp_path / "in.xlsx") as one, zipfile.ZipFile(tmp_path / "out.xlsx") as other:
        assert one.namelist() == other.namelist()
        changed = [name for name in one.namelist() if one.read(name) != other.read(name)]
        assert len(changed) == 1
    again = hwk("match", tmp_path / "out.xlsx", "-o", tmp_path / "again.xlsx", "--prefix", "zweite_")
    assert again.exit_code == 0, again.stderr
    third = openpyxl.load_workbook(tmp_path / "again.xlsx")["Daten"]
    assert [third["K4"].value, third["T3"].value, third["T4"].value] == ["14612000", "zweite_ags", "14612000"]


def test_rows_without_an_answer_keep_their_numbers_and_dates_in_a_new_workbook(
    hwk: Callable[..., Result], tmp_path: Path
) -> None:
    own(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "o.csv", "--unmatched", tmp_path / "rest.xlsx")
    assert result.exit_code == 0, result.stderr
    rest = openpyxl.load_workbook(tmp_path / "rest.xlsx").active
    assert [cell.value for cell in rest[rest.max_row]][:4] == [3, "44135", "Hamburg", -5]
    (tmp_path / "old.xls").write_bytes(xls())
    assert hwk("match", tmp_path / "old.xls", "-o", tmp_path / "new.xlsx").exit_code == 0
    made = openpyxl.load_workbook(tmp_path / "new.xlsx").active
    assert [cell.value for cell in made[2]][:5] == [
        1067,
        "Dresden",
        datetime.datetime.fromisoformat("2024-01-31"),
        1.5,
        True,
    ]
    assert made["C2"].number_format == "yyyy\\-mm\\-dd"
    assert made["A1"].font.b
    assert made.freeze_panes == "A2"


def test_no_text_is_changed_or_computed_in_a_new_workbook(hwk: Callable[..., Result], tmp_path: Path) -> None:
    texts = ["=1+1", "a&b<c>", " x ", "\x01y", "_x0041_", "ä\u2028", "@x", '"']
    with (tmp_path / "in.csv").open("w", newline="") as out:
        csv.writer(out, delimiter=";").writerows([["PLZ", "Text"], *(["59174", one] for one in texts)])
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 0, result.stderr
    found, _ = openpyxl.load_workbook(tmp_path / "out.xlsx").active, None
    assert [found[f"B{number}"].data_type for number in range(2, 10)] == ["s"] * 8
    result = hwk("match", tmp_path / "out.xlsx", "--prefix", "x_", "-f", "json")
    import json

    assert [one["Text"] for one in json.loads(result.stdout)] == texts


def test_which_sheet_serves(hwk: Callable[..., Result], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Hinweise", "Text"])
    book.active.append(["a", "b"])
    book.create_sheet("Zahlen").append([1, 2])
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx")
    assert result.exit_code == Exit.USAGE
    assert "no sheet has a column of places, postal codes or keys; name one with --sheet" in result.stderr
    assert "'Sheet', 'Zahlen'" in result.stderr
    assert "no sheet '9999" in hwk("match", tmp_path / "in.xlsx", "--sheet", "9" * 5000).stderr


def test_a_workbook_with_macros_keeps_its_form(hwk: Callable[..., Result], tmp_path: Path) -> None:
    own(tmp_path / "in.xlsx")
    with zipfile.ZipFile(tmp_path / "in.xlsx") as old, zipfile.ZipFile(tmp_path / "in.xlsm", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
                assert plain in content
                content = content.replace(plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            new.writestr(name, content)
    result = hwk("match", tmp_path / "in.xlsm", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == Exit.USAGE
    assert "the workbook's own form is .xlsm, for it has macros; give the file that ending" in result.stderr
    assert hwk("match", tmp_path / "in.xlsm", "-o", tmp_path / "out.xlsm").exit_code == 0
    assert hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "o.xlsm").exit_code == Exit.USAGE
    (tmp_path / "in.csv").write_text("PLZ\n59174\n")
    assert hwk("match", tmp_path / "in.csv", "-o", tmp_path / "p.xlsm").exit_code == Exit.USAGE


def test_sheets_of_other_writers_are_extended_too(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """Prefixes of namespaces, rows and cells without places, rows that are only formatted."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    own(tmp_path / "base.xlsx")
    sheet = (
        f'<x:worksheet xmlns:x="{space}"><x:dimension ref="A1:B4"/><x:sheetData>'
        '<x:row spans="1:2"><x:c t="inlineStr"><x:is><x:t>PLZ</x:t></x:is></x:c>'
        '<x:c t="inlineStr"><x:is><x:t>Ort</x:t></x:is></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:v>59174</x:v></x:c><x:c r="B2" t="inlineStr"><x:is><x:t>Kamen</x:t></x:is></x:c>'
        '<x:c r="D2" s="1"/></x:row><x:row r="3" ht="20"/>'
        '<x:row r="4"><x:c r="A4"><x:v>44135</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    with zipfile.ZipFile(tmp_path / "base.xlsx") as old, zipfile.ZipFile(tmp_path / "in.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet.encode() if name == "xl/worksheets/sheet2.xml" else old.read(name))
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx", "--sheet", "2")
    assert result.exit_code == 0, result.stderr
    made = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[1]
    assert [cell.value for cell in made[1]][:4] == ["PLZ", "Ort", "hwk_ags", "hwk_town"]
    assert [made["C2"].value, made["D2"].value, made["C3"].value, made["C4"].value] == [
        *("05978020", "Kamen", None, "05913000"),
    ]
    assert made.row_dimensions[3].height == 20


def test_a_sheet_without_anything_is_told(hwk: Callable[..., Result], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "in.xlsx")
    book.create_sheet("Zwei")
    book.save(tmp_path / "two.xlsx")
    for words in (("in.xlsx",), ("two.xlsx", "--sheet", "Zwei")):
        result = hwk("match", tmp_path / words[0], *words[1:])
        assert result.exit_code == Exit.BAD_FILE
        assert "the sheet has no headings; name their row with --header-row" in result.stderr


def test_packages_that_hold_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as made:
        made.writestr("a", bytes(100))
        made.writestr("b", bytes(100))
    package.check_sizes(tmp_path / "in.xlsx", "in", 200)
    with pytest.raises(BadFile, match="it has more than 199 bytes"):
        package.check_sizes(tmp_path / "in.xlsx", "in", 199)
    monkeypatch.setattr(package, "_MOST_PARTS", 1)
    with pytest.raises(BadFile, match="it has more than"):
        package.check_sizes(tmp_path / "in.xlsx", "in", 200)


def test_an_archive_is_no_workbook(hwk: Callable[..., Result], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        made.writestr("in.csv", "PLZ;Ort\n59174;Kamen\n")
    result = hwk("match", tmp_path / "in.zip")
    assert result.exit_code == Exit.BAD_FILE
    assert "a ZIP archive and no workbook; unpack it" in result.stderr


def test_cells_of_opendocument_keep_what_they_show(rows: Callable[..., tuple[Rows, str]], tmp_path: Path) -> None:
    def cell(kind: str, value: str, text: str, more: str = "") -> str:
        name = "value" if kind in ("float", "percentage", "currency") else f"{kind}-value"
        return (
            f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}>'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    code = cell("float", "1067", "01067")
    twice = cell("float", "1067", "01067", 'table:number-columns-repeated="2"')
    merged = '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>x</text:p>'
    merged += "</table:table-cell><table:covered-table-cell/>"
    kinds = [
        cell("percentage", "0.125", "12,5 %"),
        cell("currency", "1234.5", "1.234,50 €", 'office:currency="EUR"'),
        cell("date", "1999-05-01", "01.05.99"),
        cell("time", "PT08H30M00S", "08:30:00"),
        cell("time", "PT30H05M00S", "30:05:00"),
        cell("boolean", "true", "WAHR"),
        cell("float", "1", "TRUE", 'table:formula="of:=TRUE()"'),
        cell("float", "7", "7"),
    ]
    table = [["Mitglieder"], ["PLZ", "Ort", *"abcdefgh"], [code, "Dresden", *kinds], [twice, merged], [code, "Dresden"]]
    ods(tmp_path / "in.ods", table)
    (_, first, second, third), said = rows(tmp_path / "in.ods")
    assert "headings in row 2; postal code: PLZ, place: Ort" in said
    shown = ["0.125", "1234.5", "1999-05-01", "08:30:00", "30:05:00", "TRUE", "TRUE", "7"]
    assert first[:10] == ["01067", "Dresden", *shown]
    assert second[:4] == ["01067", "01067", "x", ""]
    assert third[:3] == ["01067", "Dresden", ""]
    # Some programs write each tag into a line of its own.
    with zipfile.ZipFile(tmp_path / "in.ods") as old, zipfile.ZipFile(tmp_path / "lines.ods", "w") as made:
        for part in old.namelist():
            made.writestr(part, old.read(part).replace(b"><", b">\n  <"))
    assert rows(tmp_path / "lines.ods")[0] == rows(tmp_path / "in.ods")[0]


def test_times_of_all_kinds_as_texts() -> None:
    for cell, text in (
        (datetime.timedelta(hours=-1, minutes=-5), "-1:05:00"),
        (datetime.timedelta(days=2, seconds=59), "48:00:59"),
        (datetime.time(23, 59, 1), "23:59:01"),
        (datetime.date(2024, 2, 29), "2024-02-29"),
        (datetime.datetime.fromisoformat("2024-02-29T00:00:00"), "2024-02-29"),
        (1e300, "1e+300"),
        (float(10**15), "1000000000000000.0"),
        (-5.0, "-5"),
        (7, "7"),
    ):
        assert text_of(cell) == text


def test_cells_of_a_row_that_never_ends_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_PART", 64)
    monkeypatch.setattr(package, "_LONGEST_ROW", 100)
    cells = b"".join(b'<c r="A%d" t="e"><v>#N/A</v></c>' % number for number in range(1, 50))
    found = package._hidden(io.BytesIO(b"<row>" + cells), {})
    assert found.shown == {(number, 0): "#N/A" for number in range(49)}


@pytest.mark.parametrize(("blanks", "code"), [(20, Exit.ANSWERED), (2_000_000_000, Exit.BAD_FILE)])
def test_a_mark_for_very_many_blanks_is_no_spreadsheet(
    hwk: Callable[..., Result], tmp_path: Path, blanks: int, code: int
) -> None:
    text = f'<text:p>59174<text:s text:c="{blanks}"/></text:p>'
    ods(tmp_path / "in.ods", [["PLZ"], [f'<table:table-cell office:value-type="string">{text}</table:table-cell>']])
    result = hwk("match", tmp_path / "in.ods", "-f", "csv")
    assert (result.exit_code, "05978" in result.stdout) == (code, code == Exit.ANSWERED), result.stderr


def test_an_xls_of_more_columns_than_there_can_be_is_damaged(hwk: Callable[..., Result], tmp_path: Path) -> None:
    # The records of cells (LABELSST, MS-XLS 2.4.149): kind, length, row, column.
    cell = re.compile(rb"(\xfd\x00\x0a\x00..)\x01\x00", re.DOTALL)
    damaged, changed = cell.subn(b"\\1\x00\x80", xls(), count=1)
    assert changed
    (tmp_path / "a.xls").write_bytes(damaged)
    result = hwk("match", tmp_path / "a.xls", "-o", tmp_path / "b.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1)
    assert "it is damaged" in result.stderr


def test_a_cell_over_several_rows_is_that_of_each(rows: Callable[..., tuple[Rows, str]], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Kreis", "Gemeinde"), ("Unna", "Kamen"), ("Dithmarschen", "Burg"), ("", "Neuenkirchen"), ("", "Burg")):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    book.save(tmp_path / "in.xlsx")
    found, _ = rows(tmp_path / "in.xlsx")
    assert [row[2] or row[-2] for row in found[1:]] == ["05978020", "01051016", "01051075", "ambiguous"]


def test_headings_that_come_twice_are_told_apart_by_their_groups(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As the customers of a program for invoices."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("Kunde", "", "Rechnungsanschrift", "", "Lieferanschrift", ""))
    sheet.append(("Nr", "Name", "PLZ", "Ort", "PLZ", "Ort"))
    sheet.append(("1", "A", "59174", "Kamen", "44135", "Dortmund"))
    for group in ("A1:B1", "C1:D1", "E1:F1"):
        sheet.merge_cells(group)
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx")
    assert result.exit_code == Exit.USAGE
    assert "the postal code could be 'Rechnungsanschrift PLZ' or 'Lieferanschrift PLZ'" in result.stderr
    for options, expected in (
        (("--postal-code", "Lieferanschrift PLZ"), "05913000"),
        (("--prefix", "Rechnung"), "05978020"),
        (("--postal-code", "5"), "05913000"),
    ):
        result = hwk("match", tmp_path / "in.xlsx", *options)
        head, row = csv.reader(io.StringIO(result.stdout), delimiter=";")
        assert head[:6] == ["Nr", "Name", "PLZ", "Ort", "PLZ", "Ort"]
        assert row[6] == expected, options


def test_a_group_is_no_heading_of_its_columns(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As the labour agency counts commuters: a Kreis under `Wohnort` is no town."""
    book = openpyxl.Workbook()
    for row in (("Wohnort", "", "Arbeitsort", "", ""), ("Schlüssel", "Kreis", "Schlüssel", "Kreis", "Anzahl")):
        book.active.append(row)
    for home, work in (
        ("05978 Unna", "05913 Dortmund"),
        ("05978 Unna", "09184 München"),
        ("05766 Lippe", "05913 Dortmund"),
    ):
        book.active.append((*home.split(), *work.split(), 9))
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "--kreis", "Wohnort Kreis", "--place", "")
    rows = list(csv.reader(io.StringIO(result.stdout), delimiter=";"))[1:]
    assert [(row[5], row[7]) for row in rows] == [("", "05978"), ("", "05978"), ("", "05766")]


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_spreadsheet_whose_content_is_cut_off_is_refused(tmp_path: Path, part: float) -> None:
    ods(tmp_path / "whole.ods", [["PLZ", "Ort"], *[["59174", "Kamen"]] * 9])
    with zipfile.ZipFile(tmp_path / "whole.ods") as whole, zipfile.ZipFile(tmp_path / "in.ods", "w") as cut:
        for one in whole.infolist():
            data = whole.read(one)
            cut.writestr(one.filename, data[: int(len(data) * part)] if one.filename == "content.xml" else data)
    command = [sys.executable, "-m", "hwkcli", "match", str(tmp_path / "in.ods"), "-o", str(tmp_path / "out.csv")]
    # The reader never comes back from some of them.
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (Exit.BAD_FILE, 1), done.stderr
