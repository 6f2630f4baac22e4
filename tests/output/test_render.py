"""What holds for every format."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample import sample

from hwkcli.output.formats import ENDINGS, Format, of_file
from hwkcli.output.medium import Medium
from hwkcli.output.render import content, render
from hwkcli.output.visible import one_line, visible
from hwkcli.views.page import Page, Stream, View

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=[]), max_size=30)
ESCAPE = "\x1b[31mred\x1b[0m"
TEXTS = [form for form in Format if not form.binary]
RAW = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("cell", ["[red]x[/red]", "[link=x]y[/link]", ":smile:", "Bad [neu] Orb"])
def test_markup_in_data_comes_out_as_text(form: Format, cell: str) -> None:
    assert cell in render(sample(cell), form).replace("\\", "")


MARKS = "a\u061cb\u200ec\u200fd\u202ae\u202ef\u2066g\u2069h\x1b\x7f\x9b\ud800"


@pytest.mark.parametrize("form", TEXTS)
@example(cell=MARKS)
@example(cell=f"1{MARKS}: #")
@given(cell=ANY_TEXT)
def test_no_control_character_of_data_is_printed_raw(form: Format, cell: str) -> None:
    for width in (None, 60, 20):
        text = render(sample(cell), form, Medium(width))
        assert not re.search(RAW, text)
        text.encode("utf-8")


@pytest.mark.parametrize("form", TEXTS)
def test_every_text_ends_with_a_line_break(form: Format) -> None:
    assert render(sample("Kamen"), form).endswith("\n")


def test_visible_text_shows_its_control_characters() -> None:
    assert visible(ESCAPE) == "\\x1b[31mred\\x1b[0m"
    assert visible("a\tb\nc\u202ed\udc80") == "a b\nc\\u202ed\\udc80"
    assert one_line("a\nb\r") == "a\\nb\\x0d"


@given(ANY_TEXT)
def test_visible_text_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def stream(asked: list[int]) -> Stream[int]:
    """An answer that notes what is asked of it."""

    def found() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    def whole(numbers: Sequence[int]) -> View:
        return sample(*map(str, numbers))

    return Stream(("n",), found(), lambda number: {"n": number}, whole)


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV, Format.JSONL, Format.JSON, Format.YAML])
def test_a_format_for_programs_writes_a_record_as_soon_as_it_is_known(form: Format) -> None:
    asked: list[int] = []
    pieces = iter(content(stream(asked), form, Medium()))
    for number in range(3):
        seen = ""
        while str(number) not in seen:
            seen += str(next(pieces))
        assert asked == list(range(number + 1))


@pytest.mark.parametrize("form", [form for form in TEXTS if form.for_readers])
def test_a_format_for_readers_waits_for_the_whole(form: Format) -> None:
    assert render(stream([]), form) == render(sample("0", "1", "2"), form)


def test_an_ending_says_the_format() -> None:
    from pathlib import Path

    assert {ending: of_file(Path(f"x.y{ending.upper()}")) for ending in ENDINGS} == ENDINGS
    assert of_file(Path("csv")) is None
    assert set(ENDINGS.values()) == set(Format)


def test_an_empty_answer_is_written_too() -> None:
    empty = View(("query", "how"), (), Page("", (), ()))
    expected = {Format.CSV: "query,how\n", Format.TSV: "query\thow\n", Format.JSON: "[]\n", Format.YAML: "[]\n"}
    for form, text in (expected | {Format.JSONL: ""}).items():
        assert render(empty, form) == text
