from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli.output.pictures.settings import Settings, axis_from, labelled, size


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [
        ("16x9", 16, 9),
        ("16,5 × 9 cm", 16.5, 9),
        ("160x90mm", 16, 9),
        ("6x4in", 15.24, 10.16),
        ("1200X800 px", 15.24, 10.16),
        (" 20*12 ", 20, 12),
    ],
)
def test_sizes(text: str, width: float, height: float) -> None:
    assert [2.54 * side for side in size(text)] == pytest.approx([width, height])


@pytest.mark.parametrize(
    "text", ["", "16", "16x", "x9", "16x9x2", "1x1", "999x999", "-16x9", "1e3x9", "²x³", "16x9furlong", "0x0"]
)
def test_other_sizes_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"give width and height|cm wide and high"):
        size(text)


def test_points_to_label_in_german_and_english() -> None:
    assert labelled("first,LAST") == labelled("erster, letzter") == {"first", "last"}
    assert labelled("höchster") == labelled("hoechster") == labelled("highest") == {"highest"}
    assert labelled("alle") == {"all"}
    for text in ("", ",", "some", "last,some"):
        with pytest.raises(ValueError, match="give one or more of"):
            labelled(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("18000", 18000), ("18.000", 18000), ("18,000", 18000), ("12,5", 12.5), ("12.5", 12.5), ("0", 0)],
)
def test_numbers_at_which_an_axis_begins(text: str, value: float) -> None:
    assert axis_from(text) == value
    assert axis_from("auto") is axis_from("Automatisch") is None


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (size, labelled, axis_from):
        said = "give"
        try:
            read(text)
        except ValueError as error:
            said = str(error)
        assert "give" in said or "a picture is" in said


@pytest.mark.parametrize("name", ["x.gif", "x", "svg", ".svg", "x.svg.bak", "-"])
def test_only_pictures_have_a_format(name: str) -> None:
    with pytest.raises(hwkcli.BadSetting, match=r"a picture is \.svg, \.png or \.pdf"):
        Settings(Path(name)).check()
    assert Settings(Path("x.SVG")).format == "svg"
