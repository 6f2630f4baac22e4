"""Workbooks of all kinds: which sheet is read, and what its cells are."""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from typer.testing import Result
from workbooks import ods, xls, xlsb

from hwkcli.errors import Exit
from hwkcli.matching.read.workbook import text_of

Rows = list[list[str]]


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
    assert [row[17] for row in found[1:]] == ["postal_code+place", "locality", "", "conflict", ""]
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


def test_a_hidden_sheet_is_told_where_no_other_serves(hwk: Callable[..., Result], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("a", "b"), (1, 2)):
        book.worksheets[0].append(row)
    hidden = book.create_sheet("Adressen")
    hidden.sheet_state = "hidden"
    for cells in (("PLZ", "Ort"), ("59174", "Kamen")):
        hidden.append(cells)
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx")
    assert result.exit_code == Exit.USAGE
    assert "only hidden sheets have a column of places, postal codes or keys; name one with --sheet" in result.stderr
    assert "05978020" in hwk("match", tmp_path / "in.xlsx", "--sheet", "Adressen", "-f", "csv").stdout


def test_a_cover_with_a_town_is_no_table(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As reports of offices of statistics have one."""
    book = openpyxl.Workbook()
    for row in (["Statistischer Bericht"], [], ["Herausgeber:"], ["IT.NRW"], ["Erscheinungsort", "Düsseldorf"]):
        book.active.append(row)
    sheet = book.create_sheet("Daten")
    for row in (["AGS", "Gemeinde"], ["05978020", "Kamen"], ["05913000", "Dortmund"]):
        sheet.append(row)
    book.save(tmp_path / "in.xlsx")
    assert "sheet 'Daten' of 2, headings in row 1" in hwk("match", tmp_path / "in.xlsx", "-f", "csv").stderr


def test_a_form_without_rows_is_passed_over(hwk: Callable[..., Result], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Vorlage"
    book.active.append(["PLZ", "Ort"])
    book.create_sheet("Leer").append(["PLZ", "Ort"])
    book.save(tmp_path / "empty.xlsx")
    assert "sheet 'Vorlage' of 2" in hwk("match", tmp_path / "empty.xlsx", "-f", "csv").stderr
    sheet = book.create_sheet("Daten")
    sheet.append(["PLZ", "Ort"])
    sheet.append(["59174", "Kamen"])
    book.save(tmp_path / "in.xlsx")
    said = hwk("match", tmp_path / "in.xlsx", "-f", "csv").stderr
    assert "sheet 'Daten' of 3" in said
    assert "not read: 'Vorlage', 'Leer'; --sheet reads another sheet" in said


def test_a_table_in_several_sheets_is_told(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """A sheet for each Kreis, as associations keep them: the first is read, the others of its kind are named."""

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, row in {"Unna": ["59174", "Kamen"], "Hamm": ["59065", "Hamm"], "Soest": ["59494", "Soest"]}.items():
        sheet = book.create_sheet(title)
        sheet.append(["PLZ", "Ort"])
        sheet.append(row)
    book.create_sheet("Legende").append(["Kürzel", "Bedeutung"])
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "-f", "csv")
    assert "sheet 'Unna' of 4" in result.stderr
    assert "not read, with the same headings: 'Hamm', 'Soest'; --sheet reads another sheet" in result.stderr
    assert "same headings" not in hwk("match", tmp_path / "in.xlsx", "-f", "csv", "--sheet", "Hamm").stderr


def test_a_sheet_without_headings_gets_some(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """There is no row for the headings of the answers, so the result is a new workbook."""
    book = openpyxl.Workbook()
    for row in (["Mitglieder"], [], ["A", 59174, "Kamen"], ["B", 44135, "Dortmund"], ["C", 1067, "Dresden"]):
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    result = hwk("match", tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx")
    assert "no headings; postal code: column_2, place: column_3\n" in result.stderr
    head, *rows = openpyxl.load_workbook(tmp_path / "out.xlsx").active.values
    assert head[:4] == ("column_1", "column_2", "column_3", "hwk_ags")
    assert [row[:4] for row in rows] == [
        ("A", 59174, "Kamen", "05978020"),
        ("B", 44135, "Dortmund", "05913000"),
        ("C", 1067, "Dresden", "14612000"),
    ]


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
    assert "the workbook's own format is .xlsm, for it has macros; give the file that ending" in result.stderr
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
