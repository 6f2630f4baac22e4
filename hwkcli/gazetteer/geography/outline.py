"""The outlines of whatever is made of municipalities: chambers, Länder, Kreise, parts of split Kreise.

A border that has the same unit on both sides is left out; what remains is joined to lines from one meeting of three
units to the next, and these to rings. So neighbours share their lines exactly, also when these are simplified.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from hwkcli.gazetteer.geography.geometry import Line

Point = tuple[float, float]
Ring = list[Point]
"""Closed: the last point is the first."""

Polygon = list[Ring]
"""The outer ring, counterclockwise, then the holes, clockwise."""


class Side(NamedTuple):
    """A line with the unit on each side of it; None where there is none."""

    one: str | None
    other: str | None
    points: list[Point]


def sides(lines: Iterable[Line], unit_of: Callable[[str], str | None]) -> list[Side]:
    """The borders of units as lines that end only where more than two of them meet.

    `unit_of` says of the key of a municipality to which unit it belongs; None if to none. (An empty key, which is what
    lies outside Germany, belongs to none.) Of every unit all borders must be among the lines.
    """
    pieces = []
    for line in lines:
        one, other = (unit_of(key) if key else None for key in line[:2])
        if one != other:
            pieces.append(Side(one, other, list(zip(map(float, line.across), map(float, line.up), strict=True))))
    return _joined(pieces)


def _joined(pieces: Sequence[Side]) -> list[Side]:
    """The lines, joined where exactly two of the same two units meet."""
    at: dict[Point, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        at[piece.points[0]].append(number)
        at[piece.points[-1]].append(number)
    used = [False] * len(pieces)

    def grow(points: list[Point], pair: set[str | None]) -> None:
        """Lengthen a line at its end, as long as one other of the same units goes on there."""
        while len(here := at[points[-1]]) == 2 and points[0] != points[-1]:
            following = next((number for number in here if not used[number]), None)
            if following is None or {pieces[following].one, pieces[following].other} != pair:
                return
            used[following] = True
            more = pieces[following].points
            points += (more if more[0] == points[-1] else more[::-1])[1:]

    found = []
    for number, piece in enumerate(pieces):
        if not used[number]:
            used[number] = True
            points = list(piece.points)
            for _ in range(2):
                grow(points, {piece.one, piece.other})
                points.reverse()
            found.append(Side(piece.one, piece.other, points))
    return found


def polygons(own: Iterable[Side]) -> dict[str, list[Polygon]]:
    """The polygons of each unit that the lines enclose, the largest first."""
    known = list(own)
    lines = [side.points for side in known]
    return {
        unit: [[joined(ring, lines) for ring in polygon] for polygon in found] for unit, found in chained(known).items()
    }


Chain = list[int]
"""A ring as the numbers of its lines; `~number` where a line is run through from its end to its beginning."""


def chained(own: Sequence[Side]) -> dict[str, list[list[Chain]]]:
    """The polygons of each unit as the numbers of the lines that they are made of, the largest first."""
    around: dict[str, list[int]] = defaultdict(list)
    for number, side in enumerate(own):
        for unit in (side.one, side.other):
            if unit is not None:
                around[unit].append(number)
    lines = [side.points for side in own]
    return {unit: _nested(_rings(numbers, lines), lines) for unit, numbers in around.items()}


def joined(ring: Chain, lines: Sequence[list[Point]]) -> Ring:
    """The points of a ring of lines."""
    parts = [lines[number] if number >= 0 else lines[~number][::-1] for number in ring]
    return [parts[0][0], *(point for part in parts for point in part[1:])]


def _rings(numbers: Sequence[int], lines: Sequence[list[Point]]) -> list[Chain]:
    """The rings that some lines make; none of them touches itself or crosses another one."""
    rings: list[Chain] = [[number] for number in numbers if lines[number][0] == lines[number][-1]]
    onwards = _pairs([number for number in numbers if lines[number][0] != lines[number][-1]], lines)
    used: set[int] = set()
    for start in onwards:
        if start in used or ~start in used:
            continue
        # The path; where it comes to a point for the second time, what lies between is a ring.
        path: Chain = []
        ends = [lines[start][0] if start >= 0 else lines[~start][-1]]
        number = start
        while number not in used and ~number not in used:
            used.add(number)
            path.append(number)
            ends.append(lines[number][-1] if number >= 0 else lines[~number][0])
            if ends[-1] in ends[:-1]:
                back = ends.index(ends[-1])
                rings.append(path[back:])
                del path[back:], ends[back + 1 :]
            number = onwards[number]
    return rings


def _pairs(numbers: Sequence[int], lines: Sequence[list[Point]]) -> dict[int, int]:
    """Which line follows on each, in both directions. Where more than two end in a point, those follow on each other
    that have the inside between them."""
    at: dict[Point, list[tuple[float, int]]] = defaultdict(list)
    for number in numbers:
        line = lines[number]
        for leaving, first, second in ((number, line[0], line[1]), (~number, line[-1], line[-2])):
            angle = math.atan2(second[1] - first[1], second[0] - first[0])
            at[first].append((angle, leaving))
    onwards = {}
    for point, around in at.items():
        around.sort()
        if len(around) > 2 and not _encloses([lines[number] for number in numbers], _beside(point, around)):
            around = [*around[1:], around[0]]
        order = [number for _, number in around]
        for one, other in zip(order[::2], order[1::2], strict=True):
            onwards[~one], onwards[~other] = other, one
    return onwards


def _beside(point: Point, around: Sequence[tuple[float, int]]) -> Point:
    """A point close to another one, between the first two directions in which lines leave that."""
    between = (around[0][0] + around[1][0]) / 2
    return point[0] + math.cos(between) / 1000, point[1] + math.sin(between) / 1000


def _encloses(lines: Iterable[Sequence[Point]], point: Point) -> bool:
    """Whether a point lies inside of what lines enclose together."""
    return sum(contains(line, point) for line in lines) % 2 == 1


def _nested(rings: Sequence[Chain], lines: Sequence[list[Point]]) -> list[list[Chain]]:
    """The rings as polygons: each hole with the smallest ring around it."""
    drawn = [(ring, joined(ring, lines)) for ring in rings]
    sized = sorted(drawn, key=lambda one: -abs(area(one[1])))
    found: list[tuple[Ring, list[Chain]]] = []
    for at, (ring, points) in enumerate(sized):
        around = [other for _, other in sized[:at] if _inside(points, other)]
        hole = len(around) % 2 == 1
        turned = ring if (area(points) < 0) == hole else [~number for number in reversed(ring)]
        if hole:
            next(polygon for outer, polygon in found if outer is around[-1]).append(turned)
        else:
            found.append((points, [turned]))
    return [polygon for _, polygon in found]


def area(ring: Sequence[Point]) -> float:
    """The area inside a ring; negative if it runs clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _inside(ring: Ring, other: Ring) -> bool:
    """Whether a ring lies inside another one. They may touch, but do not cross."""
    known = set(other)
    middles = (((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in pairwise(ring))
    point = next((point for point in ring if point not in known), None) or next(middles)
    return contains(other, point)


def contains(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a ring: whether a ray from it to the east crosses the line an odd number of times."""
    x, y = point
    steps = pairwise(ring)
    return (
        sum((y1 > y) != (y2 > y) and x1 + (y - y1) * (x2 - x1) / (y2 - y1) > x for (x1, y1), (x2, y2) in steps) % 2 == 1
    )


def simplified(side: Side, tolerance: float) -> Side:
    """The line without the points that are less than so far away from it without them (Douglas and Peucker). A closed
    line keeps at least four points."""
    points = side.points
    if points[0] != points[-1]:
        return side._replace(points=_straightened(points, tolerance))
    x, y = points[0]
    far = max(range(len(points)), key=lambda at: (points[at][0] - x) ** 2 + (points[at][1] - y) ** 2)
    halves = _straightened(points[: far + 1], tolerance)[:-1] + _straightened(points[far:], tolerance)
    return side._replace(points=halves if len(halves) > 3 else points)


def _straightened(points: list[Point], tolerance: float) -> list[Point]:
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        right, up = x2 - x1, y2 - y1
        length = (right * right + up * up) ** 0.5 or 1.0
        most, at = tolerance, 0
        for number in range(first + 1, last):
            x, y = points[number]
            away = abs((x - x1) * up - (y - y1) * right) / length
            if away > most:
                most, at = away, number
        if at:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]
