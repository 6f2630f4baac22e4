"""Spreadsheets, read back by another library than the one that writes them."""

import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import content
from hwkcli.views.page import Page, View, view


def workbook(one: View, target: Medium | None = None) -> bytes:
    written = content(one, Format.XLSX, target or Medium())
    assert isinstance(written, bytes)
    return written


def sheets(one: View, target: Medium | None = None) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(one, target)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


RECORDS = view(
    [
        {
            "name": "Bönen",
            "ags": "05978008",
            "kind": "municipality",
            "population": 18097,
            "population_as_of": "2022-05-15",
            "area_km2": 38.04,
            "derived": False,
            "postal_codes": ["59199", "59200"],
            "note": None,
        }
    ],
    Page("Kreis Unna", (), (), ("Einwohner: Zensus 2022",)),
)._replace(sources=lambda: ("Fläche: Destatis", "Einwohner: Zensus 2022"))


def test_numbers_are_numbers_days_are_days_and_keys_are_texts() -> None:
    head, row = sheets(RECORDS)["Table"]
    assert head[:4] == ["Name", "AGS", "Kind", "Population"]
    day = datetime.date(2022, 5, 15)
    assert row == ["Bönen", "05978008", "municipality", 18097.0, day, 38.04, "no", "59199;59200", ""]


def test_it_is_in_the_language_of_its_readers() -> None:
    found = sheets(RECORDS, Medium(lang="de"))
    assert list(found) == ["Tabelle", "Quellen"]
    assert found["Tabelle"][0][:4] == ["Name", "AGS", "Art", "Einwohner"]
    assert found["Tabelle"][1][2] == "Gemeinde"


def test_the_sources_are_on_a_sheet_of_their_own_each_once() -> None:
    assert sheets(RECORDS)["Sources"] == [["Kreis Unna"], ["Einwohner: Zensus 2022"], ["Fläche: Destatis"]]


def test_the_header_is_frozen_and_can_be_left_out() -> None:
    def sheet(target: Medium) -> str:
        return zipfile.ZipFile(io.BytesIO(workbook(RECORDS, target))).read("xl/worksheets/sheet1.xml").decode()

    assert 'state="frozen"' in sheet(Medium())
    assert 'ySplit="1"' in sheet(Medium())
    assert "frozen" not in sheet(Medium(header=False))
    assert len(sheets(RECORDS, Medium(header=False))["Table"]) == 1


@pytest.mark.parametrize("value", ["=1+1", "{=A1}", "https://x.de", "00123", "2022-13-45", "1899-01-01", "x" * 40_000])
def test_a_text_stays_a_text(value: str) -> None:
    ((_,), (found,)) = sheets(view([{"name": value}], Page("", (), ())))["Table"]
    assert found == value[:32_767]


@pytest.mark.parametrize("value", [10**400, -(10**20), 1e300])
def test_a_number_that_excel_cannot_hold_is_a_text(value: float) -> None:
    ((_,), (found,)) = sheets(view([{"value": value}], Page("", (), ())))["Table"]
    assert found == str(value)


@settings(max_examples=30)
@given(st.text(st.characters(codec=None, exclude_categories=[]), max_size=20))
def test_any_text_makes_a_workbook_that_can_be_read(cell: str) -> None:
    assert len(sheets(sample(cell))["Table"]) == 2


def test_without_the_library_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        f"sys.argv = ['hwk', 'towns', '-o', {str(tmp_path / 'x.xlsx')!r}]\n"
        "from hwkcli.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("hwk: this needs XlsxWriter; install it with: ")
    assert "[xlsx]" in done.stderr
    assert list(tmp_path.iterdir()) == []
