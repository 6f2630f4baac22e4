"""The tables of boundaries: read, and refused where they are not in order; and what stands in them."""

import math
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import shapely

from hwkcli.errors import BadFile
from hwkcli.files import geometry, tables
from hwkcli.gazetteer.store import provenance

FOLDER = Path(__file__).parent.parent.parent / "data" / "germany"
GEMEINDEN = tables.rows(FOLDER / "municipalities.csv", tables.Gemeinde, lambda one: one.ags)
NO_SHAPE = {"07000999", "10042999", "13000999"}
"""The territory that is common with Luxembourg, and the sea."""


@pytest.fixture(scope="module")
def shapes() -> dict[str, Any]:
    """The shape of each municipality, made by another library, in the units of the table."""
    around: dict[str, list[Any]] = defaultdict(list)
    for line in geometry.shipped().lines:
        made = shapely.linestrings(list(zip(*geometry.points(line), strict=True)))
        for key in filter(None, (line[:8], geometry.neighbour(line))):
            around[key].append(made)
    return {key: shapely.build_area(shapely.multilinestrings(own)) for key, own in around.items()}


def test_every_municipality_has_one_valid_shape_and_none_is_left_over(shapes: dict[str, Any]) -> None:
    assert set(shapes) == {one.ags for one in GEMEINDEN} - NO_SHAPE
    assert all(shape.is_valid and shape.area for shape in shapes.values())


def test_the_shapes_leave_no_gap_and_do_not_overlap(shapes: dict[str, Any]) -> None:
    assert shapely.coverage_is_valid(list(shapes.values()))


def test_the_areas_of_the_shapes_are_nearly_those_of_the_register(shapes: dict[str, Any]) -> None:
    shape_of: dict[str, float] = defaultdict(float)
    printed: dict[str, float] = defaultdict(float)
    for one in GEMEINDEN:
        if one.ags in shapes and one.area_km2:
            east = math.cos(math.radians(shapes[one.ags].centroid.y / geometry.UNITS))
            shape_of[one.kreis_key] += shapes[one.ags].area * (111.195 / geometry.UNITS) ** 2 * east
            printed[one.kreis_key] += float(one.area_km2)
    off = sorted(abs(shape_of[key] / printed[key] - 1) for key in printed)
    assert off[len(off) // 2] < 0.005
    assert sum(share > 0.03 for share in off) < 0.05 * len(off)
    assert abs(sum(shape_of.values()) / sum(printed.values()) - 1) < 0.005


def test_the_rectangle_of_each_kreis_is_that_of_its_lines() -> None:
    found: dict[str, list[int]] = {}
    for line in geometry.shipped().lines:
        across, up = geometry.points(line)
        for key in {side[:5] for side in (line[:8], geometry.neighbour(line)) if side}:
            west, south, east, north = found.get(key, [10**9, 10**9, 0, 0])
            found[key] = [min(west, *across), min(south, *up), max(east, *across), max(north, *up)]
    assert {key: list(box) for key, box in geometry.shipped().boxes.items()} == found
    assert set(found) == {one.kreis_key for one in GEMEINDEN if one.ags not in NO_SHAPE}


def test_the_source_is_named_with_its_licence() -> None:
    source = provenance.source("boundaries")
    assert source.attribution == "© GeoBasis-DE / BKG 2021 (Daten verändert), dl-de/by-2-0, https://www.bkg.bund.de"
    assert source in provenance.sources()


@pytest.mark.parametrize(
    ("borders", "boxes", "message"),
    [
        (None, "", "borders.csv: No such file or directory; install hwkcli again"),
        (b"", "", "borders.csv: it is no text in UTF-8 with a header"),
        (b"\xff\xfe", "", "borders.csv: it is no text in UTF-8 with a header"),
        (b"ags,points\n", "", "borders.csv:1: found 'ags,points', expected 'ags,neighbour,points'"),
        (geometry.BORDERS.encode(), "kreis", "boxes.csv:1: found 'kreis', expected"),
        (geometry.BORDERS.encode(), f"{geometry.BOXES}\n01001,1,2,3", "boxes.csv:2: '01001,1,2,3' is no rectangle"),
        (geometry.BORDERS.encode(), f"{geometry.BOXES}\n01001,1,2,3,x", "boxes.csv:2: '01001,1,2,3,x' is no rectangle"),
    ],
)
def test_tables_that_are_not_in_order_are_refused(
    tmp_path: Path, borders: bytes | None, boxes: str, message: str
) -> None:
    if borders is not None:
        (tmp_path / "borders.csv").write_bytes(borders)
    (tmp_path / "boxes.csv").write_text(boxes)
    with pytest.raises(BadFile) as caught:
        geometry.read(tmp_path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("points", ["", "1", "1 2", "1 2 3", "1 2 x 4", "1  2 3 4"])
def test_a_line_that_is_no_border_is_refused(points: str) -> None:
    with pytest.raises(BadFile, match="is no border"):
        geometry.points(f"01001000,01002000,{points}")
