import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.views.page import Page, View, view

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cf"]))


@given(PLAIN)
def test_what_is_written_is_read_back(cell: str) -> None:
    for form, delimiter in ((Format.CSV, ","), (Format.TSV, "\t")):
        rows = list(csv.reader(io.StringIO(render(sample(cell), form)), delimiter=delimiter))
        assert rows == [["name", "codes", "number", "none"], [cell, f"{cell};2", "1.5", ""]]


def test_what_is_nested_is_json() -> None:
    nested = view([{"a": [{"b": True}], "c": True, "d": False, "e": {"f": None}}], Page("", (), ()))
    assert render(nested, Format.TSV) == 'a\tc\td\te\n"[{""b"": true}]"\ttrue\tfalse\t"{""f"": null}"\n'


def test_the_header_can_be_left_out() -> None:
    assert render(sample("Kamen"), Format.CSV, Medium(header=False)) == "Kamen,Kamen;2,1.5,\n"


def excel(one: View) -> list[list[str]]:
    text = render(one, Format.CSV, Medium(excel=True))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_german_excel_gets_its_mark_its_semicolons_and_its_commas() -> None:
    assert excel(sample("Bönen"))[1] == ["Bönen", "Bönen;2", "1,5", ""]
    assert render(sample("x"), Format.CSV, Medium(excel=True)).endswith("\r\n")


@pytest.mark.parametrize("cell", ["=1+1", "+49 231", "-2", "@SUM(A1)"])
def test_a_text_that_excel_would_compute_stays_a_text(cell: str) -> None:
    assert excel(sample(cell))[1][0] == f"'{cell}"
    assert render(sample(cell), Format.CSV).split("\n")[1].startswith(cell)


def test_a_negative_number_is_a_number() -> None:
    assert excel(view([{"change": -2, "share": -0.5}], Page("", (), ())))[1] == ["-2", "-0,5"]
