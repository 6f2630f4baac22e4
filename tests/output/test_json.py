import json

from hypothesis import given
from hypothesis import strategies as st
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.views.page import Page, view

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=[]), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
)


@given(st.lists(st.dictionaries(ANY_TEXT, VALUES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_json_gives_back_what_went_in(records: list[dict[str, object]]) -> None:
    written = render(view(records, Page("", (), ())), Format.JSON)
    assert json.loads(written) == records
    lines = render(view(records, Page("", (), ())), Format.JSONL).split("\n")
    assert [json.loads(line) for line in lines[:-1]] == records


def test_json_is_laid_out_as_the_standard_library_does() -> None:
    one = sample("Bönen", "Kamen")
    assert render(one, Format.JSON) == json.dumps(one.records, ensure_ascii=False, indent=2) + "\n"


def test_without_unicode_it_is_ascii() -> None:
    for form in (Format.JSON, Format.JSONL):
        assert render(sample("Bönen\x7f"), form, Medium(unicode=False)).isascii()
        assert "Bönen" in render(sample("Bönen"), form)
        assert "\x7f" not in render(sample("Bonen\x7f"), form)
