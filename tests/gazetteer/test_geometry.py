"""Where a point lies, compared with the register's own positions and with the shapes of another library."""

import random
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.files import geometry as tables
from hwkcli.files.tables import Gemeinde, rows
from hwkcli.gazetteer.geography import geometry

FOLDER = Path(__file__).parent.parent.parent / "data" / "germany"
PLACED = [
    one for one in rows(FOLDER / "municipalities.csv", Gemeinde, lambda one: one.ags) if one.latitude and one.area_km2
]


def only_one(found: geometry.Located, digits: int = 8) -> str | None:
    """The municipality, or the Kreis (5 digits), in which a point surely lies."""
    keys = {near.ags[:digits] for near in found.candidates}
    return keys.pop() if len(keys) == 1 and not found.near_abroad else None


@pytest.mark.slow
def test_where_the_register_says_that_a_municipality_lies_there_it_is_found() -> None:
    around = answered = 0
    for one in PLACED:
        found = geometry.at(float(one.latitude), float(one.longitude))
        around += found.candidates[0] == (one.ags, 0.0)
        answered += only_one(found) is not None
        assert only_one(found) in (None, one.ags)
        assert only_one(found, 5) in (None, one.kreis_key)
        # The register has the Chiemsee's municipality (its islands) two kilometres away from where it is drawn.
        assert one.ags in {near.ags for near in found.candidates} or one.name == "Chiemsee"
    assert around > 0.99 * len(PLACED)
    assert answered > 0.2 * len(PLACED)


def test_a_point_near_a_border_has_several_candidates_the_nearest_first() -> None:
    found = geometry.at(51.5035, 7.6050, 0.0)  # where Dortmund, Holzwickede and Unna meet, nearly
    assert only_one(found) is None
    assert [near.km for near in found.candidates] == sorted(near.km for near in found.candidates)
    assert {"05913000", "05978016"} <= {near.ags for near in found.candidates}
    assert found.candidates[0].km == 0
    assert only_one(found, 5) is None


def test_the_kreis_is_known_where_only_its_own_municipalities_are_near() -> None:
    found = geometry.at(51.5917, 7.6653)  # Kamen, near Bergkamen
    assert only_one(found) is None
    assert len(found.candidates) > 1
    assert only_one(found, 5) == "05978"


def test_along_the_border_of_germany_a_point_may_lie_abroad() -> None:
    kehl = geometry.at(48.5750, 7.8080)
    assert (kehl.candidates[0].ags, kehl.near_abroad) == ("08317057", True)
    strasbourg = geometry.at(48.5840, 7.7500)
    assert strasbourg.candidates == ()


def test_outside_germany_there_is_no_candidate() -> None:
    for point in ((48.85, 2.35), (52.23, 21.01), (56.0, 10.0), (0.0, 0.0), (90.0, 180.0), (-90.0, -180.0)):
        assert geometry.at(*point).candidates == ()


@pytest.fixture(scope="module")
def shapes() -> tuple[Any, list[str], Any]:
    """All municipalities as a tree of another library, and what lies outside."""
    around: dict[str, list[Any]] = {}
    for line in tables.shipped().lines:
        made = shapely.linestrings(list(zip(*tables.points(line), strict=True)))
        for key in (line[:8], tables.neighbour(line)):
            around.setdefault(key, []).append(made)
    outside = shapely.multilinestrings(around.pop(""))
    built = {key: shapely.build_area(shapely.multilinestrings(own)) for key, own in around.items()}
    return shapely.STRtree(list(built.values())), list(built), outside


def test_it_is_what_another_library_says(shapes: tuple[Any, list[str], Any]) -> None:
    tree, keys, outside = shapes
    draw = random.Random(20260101)
    for _ in range(600):
        latitude, longitude = draw.uniform(47.2, 55.1), draw.uniform(5.8, 15.1)
        point = shapely.Point(longitude * tables.UNITS, latitude * tables.UNITS)
        found = geometry.at(latitude, longitude)
        around = [keys[at] for at in tree.query(point, predicate="within")]
        assert [near.ags for near in found.candidates if near.km == 0] == around
        # A circle on the ground is an ellipse in degrees; the candidates are what it meets, and no more.
        up, across = geometry._reach(latitude, geometry.BORDER_KM)
        for size, holds in ((0.999, set.issubset), (1.001, set.issuperset)):
            ellipse = shapely.affinity.scale(shapely.Point(point).buffer(1, quad_segs=64), across * size, up * size)
            met = {keys[at] for at in tree.query(ellipse, predicate="intersects")}
            assert holds(met, {near.ags for near in found.candidates})
        assert found.near_abroad == bool(outside.intersects(ellipse))


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 50))
def test_no_point_of_the_earth_is_an_accident(latitude: float, longitude: float, blur: float) -> None:
    found = geometry.at(latitude, longitude, blur)
    assert len({near.ags for near in found.candidates}) == len(found.candidates)
    if not (47 < latitude < 56 and 5 < longitude < 16):
        assert blur > 5 or found.candidates == ()
