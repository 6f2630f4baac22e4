"""Maps as pictures: what is in the files, and that no two names overlap."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from hwkcli.errors import BadSetting
from hwkcli.gazetteer.geography import extent, units
from hwkcli.gazetteer.geography.extent import GERMANY, chosen
from hwkcli.output.maps import picture
from hwkcli.output.maps.colours import QUIET, RAMP
from hwkcli.output.maps.labels import Placed
from hwkcli.views import map_values
from hwkcli.views.map import Map, chart

DORTMUND = chosen("Dortmund", None, None)


def drawn(area: extent.Area, level: units.Level, mark: str | None = None, values: bool = False) -> Map:
    made = units.units(level, area, divided=not values)
    numbers = map_values.population(made, "de") if values else None
    return chart(area, made, "de", extent.spot(mark) if mark else None, numbers)


@pytest.fixture(scope="module")
def svg() -> str:
    return picture.picture(drawn(DORTMUND, "kreise", "Unna"), Path("map.svg")).decode()


def test_an_svg_has_its_names_as_text_and_its_sources_as_metadata(svg: str) -> None:
    root = ET.fromstring(svg)
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Bezirk der Handwerkskammer Dortmund", "Soest", "Hamm", "Unna", "Südwestfalen"} <= texts
    assert any("© GeoBasis-DE / BKG 2021" in (text or "") for text in texts)
    metadata = svg[svg.index("<metadata>") : svg.index("</metadata>")]
    assert "© GeoBasis-DE / BKG 2021" in metadata
    assert "<dc:title>Bezirk der Handwerkskammer Dortmund</dc:title>" in metadata
    assert "<dc:date>" not in metadata
    assert "'DejaVu Sans', Verdana" in svg


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_same_map_is_the_same_file(ending: str) -> None:
    first, second = (picture.picture(drawn(DORTMUND, "kreise"), Path(f"x.{ending}")) for _ in range(2))
    assert first == second


def test_a_png_names_its_sources(tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(picture.picture(drawn(DORTMUND, "kreise", values=True), file))
    with Image.open(file) as image:
        assert isinstance(image, PngImageFile)
        assert "© GeoBasis-DE / BKG 2021" in image.text["Copyright"]
        assert "Einwohner" in image.text["Title"]
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    wanted = {tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in RAMP}
    assert wanted <= colours


def test_a_pdf_names_its_sources() -> None:
    made = picture.picture(drawn(DORTMUND, "kreise"), Path("map.pdf"))
    assert made.startswith(b"%PDF")
    assert b"/Title" in made
    assert b"/CreationDate" not in made


def test_another_ending_is_refused_and_so_is_one_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = drawn(DORTMUND, "kreise")
    with pytest.raises(BadSetting, match=r"a map is \.svg, \.png, \.pdf or \.geojson"):
        picture.picture(map_, Path("map.jpeg"))
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(BadSetting, match=r"Matplotlib.*; install it with: .*pip install .*\[plot\]"):
        picture.picture(map_, Path("map.svg"))


MAPS = [
    (DORTMUND, "kreise", "Unna"),
    (DORTMUND, "municipalities", None),
    (GERMANY, "chambers", None),
    (GERMANY, "kreise", None),
    (chosen(None, "Bayern", None), "kreise", None),
    (chosen(None, None, "Unna"), "municipalities", "Kamen"),
    (chosen(None, None, "Eifelkreis Bitburg-Prüm"), "municipalities", None),
    (chosen(None, "Bremen", None), "municipalities", None),
]


@pytest.mark.slow
@pytest.mark.parametrize(("area", "level", "mark"), MAPS)
def test_no_name_is_drawn_over_another_and_none_is_lost(
    area: extent.Area, level: units.Level, mark: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[list[Placed], list[Placed], list[tuple[int, str]]]] = []
    names = picture._names

    def keep(*given: Any) -> object:
        kept.append(names(*given))
        return kept[-1]

    monkeypatch.setattr(picture, "_names", keep)
    map_ = drawn(area, level, mark)
    figure = picture._figure(map_)
    labels, around, key = kept[0]
    # The boxes are those that Matplotlib draws, not those that the names were placed by.
    untyped: Any = RendererAgg
    renderer = untyped(1600, 2400, figure.dpi)
    (axes,) = figure.axes
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in axes.texts]
    assert len(boxes) == len(labels) + len(around) + bool(mark)
    over = [
        (one, other)
        for (one, first), (other, second) in combinations(boxes, 2)
        if min(first.x1, second.x1) - max(first.x0, second.x0) > 1
        and min(first.y1, second.y1) - max(first.y0, second.y0) > 1
    ]
    assert over == []
    shown = {spot.text.replace("\n", " ") for spot in labels}
    missing = {
        label.text
        for label in map_.labels
        if re.sub("[- ]", "", label.text) not in {re.sub("[- ]", "", s) for s in shown}
    }
    assert missing == {name for _, name in key}
    frame = axes.get_window_extent(renderer)
    marked = map_.mark[0] if map_.mark else None
    for text, box in boxes:
        if text != marked:
            assert frame.x0 - 2 < box.x0 < box.x1 < frame.x1 + 2, text
            assert frame.y0 - 2 < box.y0 < box.y1 < frame.y1 + 2, text


def test_colours_tell_neighbours_apart_in_grey_print_too() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    ramp = [grey(colour) for colour in RAMP]
    assert ramp == sorted(ramp, reverse=True)
    assert all(before - after > 18 for before, after in pairwise(ramp))
    quiet = sorted(map(grey, QUIET))
    assert all(after - before > 4 for before, after in pairwise(quiet))


def test_what_is_written_on_colours_in_dark_ink_can_be_read() -> None:
    """With the contrast that WCAG 2.1 asks for, 4.5 (1.4.3)."""

    def luminance(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    ink = luminance("#1f2a30")
    for ground in (*RAMP, *QUIET):
        assert (luminance(ground) + 0.05) / (ink + 0.05) >= 4.5, ground
