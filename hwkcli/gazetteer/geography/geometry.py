"""Where a point lies: in which municipality and Kreis, and which others are so near that it may lie in them.

The boundaries are drawn for maps of all Germany (scale 1:5,000,000). Of 11,521 places whose municipality is known,
97.0 % fall into its shape, and all but 7 within 1.5 km of it. So a point decides only what is the same for all shapes
within `BORDER_KM` of it; nearer to a border it has several candidates. Along the border of Germany it may lie abroad.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from hwkcli.files import geometry as tables
from hwkcli.files.geometry import UNITS, Box

BORDER_KM = 1.5
"""How far the drawn borders are from the real ones, at the most (measured, see above)."""

KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of 6,371 km."""


class Near(NamedTuple):
    """A municipality that a point may lie in, and how far its shape is from the point; 0 for the one around it."""

    ags: str
    km: float


class Located(NamedTuple):
    """What the boundaries say of a point."""

    latitude: float
    longitude: float
    candidates: tuple[Near, ...]
    """The municipality around the point, then the others near it, the nearest first. Empty outside Germany."""
    near_abroad: bool
    """Whether the border of Germany (or its coast) is so near that the point may lie outside."""


class Line(NamedTuple):
    """A border between two municipalities, or between one and what lies outside (then the second key is empty)."""

    ags: str
    neighbour: str
    box: Box
    across: list[int]
    up: list[int]


def line(text: str) -> Line:
    """A line of the table of borders, with its points. Raises BadFile if it is not of its form."""
    across, up = tables.points(text)
    box = Box(min(across), min(up), max(across), max(up))
    return Line(text[:8], tables.neighbour(text), box, across, up)


@cache
def _texts() -> dict[str, list[int]]:
    """The numbers of the lines around each Kreis and inside it."""
    found: dict[str, list[int]] = {}
    for at, text in enumerate(tables.shipped().lines):
        found.setdefault(text[:5], []).append(at)
        other = tables.neighbour(text)[:5]
        if other and other != text[:5]:
            found.setdefault(other, []).append(at)
    return found


@cache
def drawn() -> frozenset[str]:
    """The keys of the municipalities that have a shape: all but the sea and the territory that is common with
    Luxembourg."""
    return frozenset(key for text in tables.shipped().lines for key in (text[:8], tables.neighbour(text)) if key)


@cache
def _line(at: int) -> Line:
    return line(tables.shipped().lines[at])


@cache
def _lines(kreis_key: str) -> tuple[tuple[int, Line], ...]:
    """The lines around a Kreis and inside it, with their numbers."""
    return tuple((at, _line(at)) for at in _texts().get(kreis_key, ()))


def lines(kreis_keys: Iterable[str]) -> tuple[Line, ...]:
    """All borders around some Kreise and inside them, each once."""
    return tuple({at: one for key in kreis_keys for at, one in _lines(key)}.values())


def kreise_near(latitude: float, longitude: float, km: float) -> tuple[str, ...]:
    """The keys of the Kreise whose rectangles are so near to a point."""
    x, y = longitude * UNITS, latitude * UNITS
    up, across = _reach(latitude, km)
    return tuple(
        key
        for key, box in tables.shipped().boxes.items()
        if box.west - across <= x <= box.east + across and box.south - up <= y <= box.north + up
    )


def _reach(latitude: float, km: float) -> tuple[float, float]:
    """A distance in units to the north and to the east."""
    up = km / KM_PER_DEGREE * UNITS
    return up, up / max(math.cos(math.radians(latitude)), 0.1)


def at(latitude: float, longitude: float, blur_km: float = 0.0) -> Located:
    """Where a point lies that is itself known to so many kilometres. Raises BadFile if the boundaries cannot be read.

    >>> at(51.5348, 7.6891).candidates[0]
    Near(ags='05978036', km=0.0)
    >>> len(at(51.2, 7.1, 0.1).candidates), at(48.85, 2.35).candidates
    (2, ())
    """
    return within(latitude, longitude, BORDER_KM + blur_km)


def within(latitude: float, longitude: float, km: float) -> Located:
    """The municipalities whose shapes reach into a circle, as the candidates for its centre. Raises what `at` does."""
    x, y = longitude * UNITS, latitude * UNITS
    up, across = _reach(latitude, km)
    scale = across / up
    keys = set(kreise_near(latitude, longitude, km))
    inside: set[str] = set()
    nearest: dict[str, float] = {}
    for key, other, box, xs, ys in lines(sorted(keys)):
        if box.north < y - up or box.south > y + up or box.east < x - across:
            continue
        # A ray to the east leaves a shape as often as it enters it, unless it begins inside.
        if _crosses(x, y, box, xs, ys):
            inside ^= {key, other}
        if box.west <= x + across:
            away = _away(x, y, scale, xs, ys)
            if away <= up:
                for side in (key, other):
                    nearest[side] = min(away, nearest.get(side, away))
    around = [key for key in inside if key[:5] in keys]
    found = [Near(key, 0.0) for key in sorted(around)]
    unit = KM_PER_DEGREE / UNITS
    others = ((away * unit, key) for key, away in nearest.items() if key and key not in around)
    found += [Near(key, round(away, 3)) for away, key in sorted(others)]
    return Located(latitude, longitude, tuple(found), "" in nearest)


def _crosses(x: float, y: float, box: Box, xs: list[int], ys: list[int]) -> bool:
    """Whether a line crosses the ray from a point to the east, an odd number of times."""
    if box.west > x:
        return (ys[0] > y) != (ys[-1] > y)
    crossed = ((y1 > y) != (y2 > y) and x1 + (y - y1) * (x2 - x1) / (y2 - y1) > x for x1, y1, x2, y2 in _steps(xs, ys))
    return sum(crossed) % 2 == 1


def _away(x: float, y: float, scale: float, xs: list[int], ys: list[int]) -> float:
    """How far a line is from a point, in units of latitude; a unit of longitude is `1 / scale` of them."""
    return min(_to_step((x1 - x) / scale, y1 - y, (x2 - x) / scale, y2 - y) for x1, y1, x2, y2 in _steps(xs, ys))


def _to_step(x1: float, y1: float, x2: float, y2: float) -> float:
    """How far a straight step is from the origin."""
    right, north = x2 - x1, y2 - y1
    length = right * right + north * north
    part = min(1.0, max(0.0, -(x1 * right + y1 * north) / length)) if length else 0.0
    return math.hypot(x1 + part * right, y1 + part * north)


def _steps(xs: list[int], ys: list[int]) -> Iterator[tuple[int, int, int, int]]:
    return zip(xs, ys, xs[1:], ys[1:], strict=False)


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """How far two points are from each other, on a sphere.

    >>> round(distance_km(51.514171, 7.464165, 51.482699, 7.217177), 1)
    17.5
    """
    one, other = math.radians(latitude), math.radians(other_latitude)
    half = math.radians(other_longitude - longitude) / 2
    arc = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(half) ** 2
    return 2 * math.degrees(math.asin(math.sqrt(arc))) * KM_PER_DEGREE
