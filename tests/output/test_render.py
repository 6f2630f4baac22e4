import csv
import io
import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.output.medium import Medium, medium
from hwkcli.output.render import Format, render
from hwkcli.output.visible import one_line, visible
from hwkcli.views.page import Heading, Link, Page, View, view

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=[]), max_size=30)
ESCAPE = "\x1b[31mred\x1b[0m"


def sample(*cells: str) -> View:
    rows = tuple((cell, Link(cell, f"https://{cell}")) for cell in cells)
    page = Page("Title", (Heading("Name"), Heading("Zahl", right=True)), rows, ("a note", "10 rows"))
    return view([{"name": cell, "codes": [cell, "2"], "number": 1.5, "none": None} for cell in cells], page)


def test_a_table_in_a_pipe_is_whole_and_plain() -> None:
    wide = " ".join(str(number) for number in range(44135, 44175))
    text = render(sample("Kamen", "x" * 39), Format.TABLE)
    assert "\x1b" not in text
    assert text.startswith("Title\n\nName ")
    assert text.endswith("\na note\n10 rows\n")
    assert "x" * 39 in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert render(sample(wide), Format.TABLE).count("44174") == 2


@pytest.mark.parametrize("width", [30, 60, 80, 140])
def test_a_table_fits_its_width_and_loses_nothing(width: int) -> None:
    text = render(sample("Donaudampfschifffahrtsgesellschaft", "Kamen"), Format.TABLE, Medium(width))
    assert max(map(len, text.split("\n"))) <= width
    assert "…" not in text
    assert "".join(text.split()).count("gesellschaft") == 2


def test_a_card_has_labels_and_values_and_fits() -> None:
    card = view([{"name": "x"}], Page("Card", (), (("Name", "Kamen"), ("Codes", "59174 " * 30))))
    text = render(card, Format.TABLE, Medium(60))
    assert max(map(len, text.split("\n"))) <= 60
    assert text.count("59174") == 30
    assert "| Name | Kamen |" in render(card, Format.MARKDOWN)


def test_a_styled_table_has_links_and_bold_and_no_colour_with_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    styled = render(sample("Kamen"), Format.TABLE, Medium(80, styled=True))
    assert "\x1b]8;" in styled
    assert "\x1b[1;36m" in styled
    monkeypatch.setenv("NO_COLOR", "1")
    plain = render(sample("Kamen"), Format.TABLE, Medium(80, styled=True))
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", plain)
    assert "\x1b[1m" in plain


def test_without_unicode_the_lines_are_ascii() -> None:
    assert render(sample("Kamen"), Format.TABLE, Medium(unicode=False)).isascii()
    assert json.loads(render(sample("Bönen"), Format.JSON, Medium(unicode=False)))[0]["name"] == "Bönen"
    assert render(sample("Bönen"), Format.JSON, Medium(unicode=False)).isascii()
    assert "Bönen" in render(sample("Bönen"), Format.JSON)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("cell", ["[red]x[/red]", "[link=x]y[/link]", ":smile:", "Bad [neu] Orb"])
def test_markup_in_data_comes_out_as_text(form: Format, cell: str) -> None:
    text = render(sample(cell), form)
    assert cell in text.replace("\\", "")


@pytest.mark.parametrize("form", Format)
@given(cell=ANY_TEXT)
def test_no_control_character_of_data_is_printed_raw(form: Format, cell: str) -> None:
    text = render(sample(cell), form, Medium(60))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    text.encode("utf-8")


@given(ANY_TEXT)
def test_json_gives_back_what_went_in(cell: str) -> None:
    (record,) = json.loads(render(sample(cell), Format.JSON))
    assert record == {"name": cell, "codes": [cell, "2"], "number": 1.5, "none": None}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cf"])))
def test_yaml_and_csv_give_back_what_went_in(cell: str) -> None:
    (record,) = yaml.safe_load(render(sample(cell), Format.YAML))
    assert record == {"name": cell, "codes": [cell, "2"], "number": 1.5, "none": None}
    for form, delimiter in ((Format.CSV, ","), (Format.TSV, "\t")):
        rows = list(csv.reader(io.StringIO(render(sample(cell), form)), delimiter=delimiter))
        assert rows == [["name", "codes", "number", "none"], [cell, f"{cell};2", "1.5", ""]]


def test_codes_stay_text_for_every_reader_of_yaml() -> None:
    text = render(sample("09189113", "05978", "1e3"), Format.YAML)
    assert 'name: "09189113"' in text
    assert 'name: "05978"' in text
    assert 'name: "1e3"' in text


def test_a_separated_file_has_its_header_even_without_rows_and_json_for_what_is_nested() -> None:
    empty = View(("query", "how"), (), Page("", (), ()))
    assert render(empty, Format.CSV) == "query,how\n"
    assert render(empty, Format.JSON) == "[]\n"
    nested = view([{"a": [{"b": True}], "c": True, "d": False, "e": {"f": None}}], Page("", (), ()))
    assert render(nested, Format.TSV) == 'a\tc\td\te\n"[{""b"": true}]"\ttrue\tfalse\t"{""f"": null}"\n'


def test_markdown_is_a_table_with_title_and_notes() -> None:
    assert render(sample("a|b\nc"), Format.MARKDOWN).split("\n") == [
        "**Title**",
        "",
        "| Name | Zahl |",
        "| --- | ---: |",
        "| a\\|b<br>c | [a\\|b<br>c](<https://a|b\\nc>) |",
        "",
        "a note",
        "",
        "10 rows",
        "",
    ]


def test_visible_text_shows_its_control_characters() -> None:
    assert visible(ESCAPE) == "\\x1b[31mred\\x1b[0m"
    assert visible("a\tb\nc\u202ed\udc80") == "a b\nc\\u202ed\\udc80"
    assert one_line("a\nb\r") == "a\\nb\\x0d"


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Medium(80, styled=True)),
        ({"COLUMNS": "60"}, Medium(60, styled=True)),
        ({"COLUMNS": "0"}, Medium(80, styled=True)),
        ({"COLUMNS": "wide"}, Medium(80, styled=True)),
        ({"TERM": "dumb"}, Medium(80)),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, Medium(80)),
    ],
)
def test_a_terminal_has_a_width_and_style(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: Medium
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert medium(Terminal()) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Medium()),
        ({"COLUMNS": "60"}, Medium(60)),
        ({"FORCE_COLOR": "1"}, Medium(styled=True)),
        ({"FORCE_COLOR": ""}, Medium()),
    ],
)
def test_a_pipe_has_none_unless_it_is_told(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: Medium
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert medium(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) == expected
    assert medium(None) == Medium()
    assert not medium(io.TextIOWrapper(io.BytesIO(), encoding="latin-1")).unicode
