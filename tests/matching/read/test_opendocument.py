"""Spreadsheets of OpenDocument: what their cells show, and those that are none."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result
from workbooks import ods

from hwkcli.errors import Exit

Rows = list[list[str]]


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


@pytest.mark.parametrize(("blanks", "code"), [(20, Exit.ANSWERED), (2_000_000_000, Exit.BAD_FILE)])
def test_a_mark_for_very_many_blanks_is_no_spreadsheet(
    hwk: Callable[..., Result], tmp_path: Path, blanks: int, code: int
) -> None:
    text = f'<text:p>59174<text:s text:c="{blanks}"/></text:p>'
    ods(tmp_path / "in.ods", [["PLZ"], [f'<table:table-cell office:value-type="string">{text}</table:table-cell>']])
    result = hwk("match", tmp_path / "in.ods", "-f", "csv")
    assert (result.exit_code, "05978" in result.stdout) == (code, code == Exit.ANSWERED), result.stderr


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
