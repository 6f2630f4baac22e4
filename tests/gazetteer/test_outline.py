"""Outlines of what is made of municipalities, compared with the unions that another library makes of them."""

import random
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.files import geometry as tables
from hwkcli.gazetteer.geography import geometry, outline
from hwkcli.gazetteer.geography.geometry import Line
from hwkcli.gazetteer.geography.outline import Polygon, Side

WEST = geometry.lines([key for key in tables.shipped().boxes if key[:2] in ("04", "05")])
"""The borders of Nordrhein-Westfalen and Bremen: holes, enclaves, and a Land of two parts."""


def shape(polygons: list[Polygon]) -> Any:
    return shapely.MultiPolygon([(polygon[0], polygon[1:]) for polygon in polygons])


def union(lines: tuple[Line, ...], key: str) -> Any:
    around = [
        shapely.linestrings(list(zip(line.across, line.up, strict=True)))
        for line in lines
        if line.ags.startswith(key) != line.neighbour.startswith(key)
    ]
    return shapely.build_area(shapely.multilinestrings(around))


@pytest.mark.parametrize("length", [2, 5, 8])
def test_the_outline_is_the_union_of_what_is_inside(length: int) -> None:
    kept = {"04", "05"}
    made = outline.polygons(outline.sides(WEST, lambda ags: ags[:length] if ags[:2] in kept else None))
    assert made
    for key, polygons in made.items():
        found = shape(polygons)
        assert found.is_valid, shapely.is_valid_reason(found)
        assert found.symmetric_difference(union(WEST, key)).area == 0
    if length == 2:
        assert len(made["04"]) == 2  # Bremen and Bremerhaven


def test_outer_rings_run_counterclockwise_and_holes_the_other_way() -> None:
    made = outline.polygons(outline.sides(WEST, lambda ags: ags[:5] if ags[:2] == "05" else None))
    holes = 0
    for polygons in made.values():
        for outer, *inner in polygons:
            assert outer[0] == outer[-1]
            assert outline.area(outer) > 0
            assert all(outline.area(hole) < 0 for hole in inner)
            holes += len(inner)
    assert made["05334"]  # Aachen
    assert holes == 0
    whole = outline.polygons(outline.sides(WEST, lambda ags: "a" if ags[:2] == "05" and ags[:5] != "05913" else None))
    assert len(whole["a"][0]) == 2  # without Dortmund there is a hole


def test_lines_end_only_where_three_units_meet() -> None:
    sides = outline.sides(WEST, lambda ags: ags[:5] if ags[:2] == "05" else None)
    ends: dict[Any, int] = {}
    for side in sides:
        if side.points[0] != side.points[-1]:
            for end in (side.points[0], side.points[-1]):
                ends[end] = ends.get(end, 0) + 1
    assert min(ends.values()) >= 3
    assert all(side.one != side.other for side in sides)


def test_simplified_neighbours_still_share_their_line() -> None:
    whole = outline.sides(WEST, lambda ags: ags[:5] if ags[:2] == "05" else None)
    sides = [outline.simplified(side, 60) for side in whole]
    assert sum(len(side.points) for side in sides) < 0.8 * sum(len(side.points) for side in whole)
    made = outline.polygons(sides)
    steps = Counter(
        frozenset(step) for own in made.values() for polygon in own for ring in polygon for step in pairwise(ring)
    )
    outer = sum(len(side.points) - 1 for side in sides if None in (side.one, side.other))
    assert set(steps.values()) == {1, 2}
    assert sum(count == 1 for count in steps.values()) == outer
    for key, polygons in outline.polygons(whole).items():
        before, after = (sum(map(outline.area, polygon)) for polygon in (polygons[0], made[key][0]))
        assert after == pytest.approx(before, rel=0.05)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=40), st.integers(0, 30))
def test_a_simplified_line_keeps_its_ends_and_stays_near(points: list[tuple[int, int]], tolerance: int) -> None:
    line = [(float(x), float(y)) for x, y in points]
    short = outline.simplified(Side("a", "b", line), tolerance).points
    assert (short[0], short[-1]) == (line[0], line[-1])
    assert [point for point in line if point in short][:1] == [line[0]]
    if line[0] != line[-1] and len(set(short)) > 1:
        steps = [shapely.LineString(step) for step in pairwise(short) if step[0] != step[1]]
        infinite = tolerance + 1e-9 + 100  # a point may lie beyond the end of the step that stands for it
        assert all(min(step.distance(shapely.Point(point)) for step in steps) <= infinite for point in line)
        if tolerance == 0:
            assert shapely.LineString(short).hausdorff_distance(shapely.LineString(line)) < 1e-6 or len(short) < len(
                line
            )


def squares(size: int, draw: random.Random) -> tuple[tuple[Line, ...], dict[str, str]]:
    """A chessboard of so many squares a side, as borders, each square in one of three units."""
    names = {(x, y): f"{x:04}{y:04}" for x in range(size) for y in range(size)}
    unit = {name: draw.choice("abc") for name in names.values()}
    lines = []
    for x in range(size + 1):
        for y in range(size + 1):
            for across, up in ((1, 0), (0, 1)):
                one = names.get((x, y))
                other = names.get((x, y - 1)) if across else names.get((x - 1, y))
                if (one or other) and x + across <= size and y + up <= size:
                    first, *second = sorted(filter(None, (one, other)))
                    box = tables.Box(x, y, x + across, y + up)
                    lines.append(Line(first, second[0] if second else "", box, [x, x + across], [y, y + up]))
    return tuple(lines), unit


@given(st.integers(1, 6), st.integers())
def test_units_that_touch_at_a_point_have_valid_polygons(size: int, seed: int) -> None:
    lines, unit = squares(size, random.Random(seed))
    made = outline.polygons(outline.sides(lines, lambda ags: unit[ags]))
    for key in set(unit.values()):
        cells = [(int(name[:4]), int(name[4:])) for name, own in unit.items() if own == key]
        want = shapely.union_all([shapely.box(x, y, x + 1, y + 1) for x, y in cells])
        found = shape(made[key])
        assert found.is_valid, shapely.is_valid_reason(found)
        assert found.symmetric_difference(want).area < 1e-9
