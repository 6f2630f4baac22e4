"""The script that writes the population of the district's municipalities, on a small register of our own."""

import runpy
from pathlib import Path

import pytest
import xlsxwriter
import yaml

import hwkcli

SCRIPT = runpy.run_path(str(Path(__file__).parent.parent.parent / "scripts" / "populations.py"))
TOWNS = [town for kreis in hwkcli.load().kreise for town in kreis.municipalities]


def register(file: Path, people: dict[str, int], header: str = "am 31.12.2029 (Jahr)") -> Path:
    """A workbook in the form of the official one."""
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Inhalt")
        sheet = book.add_worksheet("Gemeinden")
        sheet.write(2, 9, "Bevölkerung2)")
        sheet.write(4, 9, header)
        sheet.write_row(6, 0, ["10", "", "05", "", "", "", "", "Nordrhein-Westfalen"])
        for row, (ags, value) in enumerate(people.items(), 7):
            sheet.write_row(row, 0, ["60", "63", ags[:2], ags[2], ags[3:5], "0000", ags[5:], "Ort", 1.5, float(value)])
    return file


def test_the_block_has_the_municipalities_of_the_district_and_no_others(tmp_path: Path) -> None:
    people = {town.ags: 1000 + number for number, town in enumerate(TOWNS)}
    file = register(tmp_path / "gv.xlsx", {"01001000": 5, **people})
    (block,) = yaml.safe_load(SCRIPT["block"]([file]))["populations"]
    assert block["as_of"] == "2029-12-31"
    assert {one["town"]: one["value"] for one in block["values"]} == people


def test_a_register_that_lacks_a_town_or_a_date_is_refused(tmp_path: Path) -> None:
    people = {town.ags: 1000 for town in TOWNS if town.name != "Kamen"}
    with pytest.raises(SystemExit, match="no line for Kamen"):
        SCRIPT["block"]([register(tmp_path / "a.xlsx", people)])
    with pytest.raises(SystemExit, match="not its date"):
        SCRIPT["block"]([register(tmp_path / "b.xlsx", people, "")])
