"""Maps on a terminal: legible at any width, with colours and without."""

import re

import pytest

from hwkcli.gazetteer.geography import extent, units
from hwkcli.gazetteer.geography.extent import GERMANY, chosen
from hwkcli.output.maps.terminal import terminal
from hwkcli.output.medium import Medium
from hwkcli.views import map_values
from hwkcli.views.map import Map, chart

DORTMUND = chosen("Dortmund", None, None)
BRAILLE = re.compile("[\u2801-\u28ff]")


def drawn(area: extent.Area, level: units.Level, mark: str | None = None, values: bool = False) -> Map:
    made = units.units(level, area, divided=not values)
    numbers = map_values.population(made, "de") if values else None
    return chart(area, made, "de", extent.spot(mark) if mark else None, numbers)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.slow
@pytest.mark.parametrize("width", [20, 40, 60, 80, 140, None])
@pytest.mark.parametrize(("area", "level"), [(DORTMUND, "kreise"), (GERMANY, "chambers"), (DORTMUND, "municipalities")])
def test_it_fits_and_names_all_that_it_shows(area: extent.Area, level: units.Level, width: int | None) -> None:
    map_ = drawn(area, level)
    text = terminal(map_, Medium(width, styled=True))
    lines = plain(text).split("\n")
    assert max(len(line) for line in lines if not line.startswith("https://")) <= (width or 80)
    assert len([line for line in lines if BRAILLE.search(line)]) <= 46
    assert "\x1b" in text
    if width in (80, None):
        assert len(BRAILLE.findall(text)) > 100
        for label in map_.groups or map_.labels:
            assert all(part in plain(text) for part in re.split("[- ]", label.text)), label.text


def test_at_eighty_columns_it_looks_like_this() -> None:
    text = terminal(drawn(DORTMUND, "kreise", "Unna"), Medium(80))
    assert text.split("\n")[:10] == [
        "Bezirk der Handwerkskammer Dortmund",
        "Gebietsstand 31.12.2024, mit den bekannten Änderungen bis 01.01.2026 – 8 Kreise",
        "und kreisfreie Städte",
        "",
        "                 ⢀⠔⠊⠩⡢⢤       ⢀⠤⡀⡠⠏⠱⡠⠤⠊⠹⢄⣠",
        "                 ⠈⢲   ⠘⢢ ⡤⠤⠊⠙⠑⠋ ⡝⠁        ⢇⡠⢄⣀⡎⠉⠢⠒⠒⠢⢄⣠⠒⠤⠤⡀      ⢠⠋⠙⠢⠤⠤⠤⠤⠤⡄",
        "                ⢠⣀⡰⠃   ⠈⠉       ⠈⣆           ⠉⠒⢄     ⠈   ⠘⢒⡆   ⢠⠃        ⢯",
        "                 ⠉⢹            ⡞⠉   Hamm     ⢸⠑⠊⠁         ⣸⣄⣀⣀⠤⠚         ⠈⠑⠢⠤⣀",
        "                   ⡱           ⡇ ⢀          ⢀⠎                               ⠈⢱",
        "                ⢀⡠⠔⠁           ⠓⠒⠃⠉⠉⠙⠒⡆    ⡔⠁                                 ⠸⡀",
    ]
    assert "\n◉ Unna\n" in text
    assert text.count("◉") == 2


def test_colours_are_those_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = drawn(DORTMUND, "kreise")
    assert "\x1b" not in terminal(map_, Medium(80))
    few = terminal(map_, Medium(80, styled=True))
    assert re.search(r"\x1b\[38;5;\d+;48;5;\d+m", few)
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert re.search(r"\x1b\[38;2;\d+;\d+;\d+;48;2;175;197;220m", terminal(map_, Medium(80, styled=True)))
    monkeypatch.setenv("NO_COLOR", "1")
    bold = terminal(map_, Medium(80, styled=True))
    assert "48;" not in bold
    assert "\x1b[1m" in bold
    assert plain(bold) == plain(few) == terminal(map_, Medium(80))


def test_values_have_textures_where_there_is_no_colour() -> None:
    text = terminal(drawn(DORTMUND, "kreise", values=True), Medium(80))
    assert "▓▓▓ über" in text
    assert "░░░ über" in text
    coloured = terminal(drawn(DORTMUND, "kreise", values=True), Medium(80, styled=True))
    assert "▓" not in coloured
    assert "über" in coloured
    ascii_only = terminal(drawn(DORTMUND, "kreise", values=True), Medium(80, unicode=False))
    assert "OOO über" in ascii_only


def test_without_unicode_it_is_drawn_in_dots() -> None:
    text = terminal(drawn(chosen(None, None, "Salzlandkreis"), "municipalities", "Güsten"), Medium(80, unicode=False))
    picture = text.partition("\n\n")[2].partition("\n\n")[0]
    assert picture.isascii()
    assert "Koennern" in picture
    assert "/" in picture  # Güsten, of which two chambers are named
    assert "@" in picture


def test_what_has_no_room_for_a_name_is_counted() -> None:
    text = terminal(drawn(chosen(None, None, "Eifelkreis Bitburg-Prüm"), "municipalities"), Medium(40))
    assert re.search(r"\n\d+ weitere haben keinen Platz\n?.für\n? ?Namen", text, re.DOTALL)


def test_control_characters_of_a_name_do_not_reach_the_terminal() -> None:
    map_ = drawn(DORTMUND, "kreise", "Unna")
    evil = map_._replace(
        title="a\x1b[31mb", mark=("c\x07", map_.mark[1] if map_.mark else (0.0, 0.0)), notes=("d\x9be",)
    )
    text = terminal(evil, Medium(80))
    assert not set("\x1b\x07\x9b") & set(text)
