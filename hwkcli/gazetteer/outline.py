"""The outlines of whatever is made of municipalities: chambers, Länder, Kreise, parts of split Kreise.

A border that has the same unit on both sides is left out; what remains is joined to lines from one meeting of three
units to the next, and these to rings. So neighbours share their lines exactly, also when these are simplified.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from hwkcli.gazetteer.geometry import Line

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
    lies outside Germany, belongs to none.)
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
    around: dict[str, list[list[Point]]] = defaultdict(list)
    for side in own:
        for unit in (side.one, side.other):
            if unit is not None:
                around[unit].append(side.points)
    return {unit: _nested(_rings(lines)) for unit, lines in around.items()}


def _rings(lines: Sequence[list[Point]]) -> list[Ring]:
    """The rings that lines make; none of them touches itself."""
    at: dict[Point, list[int]] = defaultdict(list)
    rings = [line for line in lines if line[0] == line[-1]]
    open_lines = [line for line in lines if line[0] != line[-1]]
    for number, line in enumerate(open_lines):
        at[line[0]].append(number)
        at[line[-1]].append(number)
    used = [False] * len(open_lines)
    for start in range(len(open_lines)):
        if used[start]:
            continue
        # The path as lines; where it comes to a point for the second time, what lies between is a ring.
        path: list[list[Point]] = []
        ends = [open_lines[start][0]]
        following: int | None = start
        while following is not None:
            used[following] = True
            line = open_lines[following] if open_lines[following][0] == ends[-1] else open_lines[following][::-1]
            path.append(line)
            ends.append(line[-1])
            if line[-1] in ends[:-1]:
                back = ends.index(line[-1])
                rings.append([path[back][0], *(point for part in path[back:] for point in part[1:])])
                del path[back:], ends[back + 1 :]
            following = next((one for one in at[ends[-1]] if not used[one]), None)
    return rings


def _nested(rings: Sequence[Ring]) -> list[Polygon]:
    """The rings as polygons: each hole with the smallest ring around it."""
    sized = sorted(rings, key=lambda ring: -abs(area(ring)))
    found: list[tuple[Ring, Polygon]] = []
    for at, ring in enumerate(sized):
        around = [other for other in sized[:at] if _inside(ring, other)]
        if len(around) % 2:
            polygon = next(polygon for outer, polygon in reversed(found) if outer is around[-1])
            polygon.append(ring if area(ring) < 0 else ring[::-1])
        else:
            found.append((ring, [ring if area(ring) > 0 else ring[::-1]]))
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
    """Whether a point lies inside a ring."""
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


def middle(polygon: Polygon) -> tuple[Point, float]:
    """The point inside a polygon that is farthest from its rings, within 5 %, and how far that is.

    Squares are looked at in the order of what they could hold, and divided as long as that may be better.
    """
    from heapq import heappop, heappush

    xs, ys = [x for x, _ in polygon[0]], [y for _, y in polygon[0]]
    steps = [(*a, *b) for ring in polygon for a, b in pairwise(ring)]
    size = min(max(xs) - min(xs), max(ys) - min(ys)) or 1.0
    best, most = polygon[0][0], 0.0
    waiting: list[tuple[float, Point, float]] = []

    def look(x: float, y: float, half: float) -> None:
        nonlocal best, most
        away = min(_from_step((x, y), step) for step in steps)
        if sum(contains(ring, (x, y)) for ring in polygon) % 2 == 0:
            away = -away
        if away > most:
            best, most = (x, y), away
        if away + half * 2**0.5 > most * 1.05:
            heappush(waiting, (-(away + half * 2**0.5), (x, y), half))

    for column in range(int((max(xs) - min(xs)) / size) + 1):
        for row in range(int((max(ys) - min(ys)) / size) + 1):
            look(min(xs) + size * (column + 0.5), min(ys) + size * (row + 0.5), size / 2)
    while waiting:
        could, (x, y), half = heappop(waiting)
        if -could <= most * 1.05 or half < size / 200:
            break
        for right, up in ((-half, -half), (half, -half), (-half, half), (half, half)):
            look(x + right / 2, y + up / 2, half / 2)
    return best, most


def _from_step(point: Point, step: tuple[float, float, float, float]) -> float:
    x1, y1, x2, y2 = step
    right, up = x2 - x1, y2 - y1
    length = right * right + up * up
    part = min(1.0, max(0.0, ((point[0] - x1) * right + (point[1] - y1) * up) / length)) if length else 0.0
    return math.hypot(point[0] - x1 - part * right, point[1] - y1 - part * up)
