"""The shapes and borders of a map, in kilometres, with what lies around; and colours by which neighbours differ."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hwkcli.files import geometry as tables
from hwkcli.gazetteer.geography import geometry, outline
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.outline import Point, Polygon, Side
from hwkcli.gazetteer.geography.projection import project
from hwkcli.gazetteer.geography.units import Unit
from hwkcli.gazetteer.store import responsibility

COLOURS = 8
"""So many colours tell all groups apart; where there are more groups, only neighbours differ."""

_FINENESS = 900
"""What is smaller than such a part of the longer side of a map is not drawn."""

_MARGIN = 0.04
_MOST_LINES = 400
"""Of so many municipalities the borders are drawn inside Kreise; more of them would only darken the map."""

_OUTSIDE = "~"
"""What the keys begin with of what lies around the area."""


class Border(NamedTuple):
    """A line on the map."""

    points: tuple[Point, ...]
    weight: int
    """0 inside a shape, 1 between two shapes, 2 between two groups of shapes and around the area, -1 outside."""


class Shapes(NamedTuple):
    """What is drawn."""

    own: dict[str, list[Polygon]]
    """The polygons of the units, by their keys."""
    groups: dict[str, list[Polygon]]
    """The polygons of the groups of units."""
    around: dict[str, list[Polygon]]
    """Those of what lies around, by their keys: chambers, Länder or Kreise, as the area is one."""
    borders: tuple[Border, ...]
    neighbours: dict[str, set[str]]
    """The groups of units that have a border with each group."""


def shapes(area: Area, made: Mapping[str, Unit], group: Mapping[str, str]) -> Shapes:
    """The shapes of some units of an area, and what lies around it. `group` has the group of each unit."""
    unit_of = {place.ags: unit.key for unit in made.values() for place in unit.members}
    kreise = {key for unit in made.values() for key in unit.kreise}
    frame = _frame(kreise)
    near = {key for key, box in tables.shipped().boxes.items() if area.kind != "germany" and _meet(box, frame)}
    lines = geometry.lines(sorted(kreise | near))
    tolerance = max((frame[2] - frame[0]) * 0.63, frame[3] - frame[1]) / _FINENESS

    def sides(key_of: Callable[[str], str | None]) -> list[Side]:
        found = (outline.simplified(side, tolerance) for side in outline.sides(lines, key_of))
        return [side._replace(points=[_project(point) for point in side.points]) for side in found]

    outer = sides(lambda ags: unit_of.get(ags) or (_around(area, ags) if ags[:5] in near else None))
    polygons = outline.polygons(outer)
    neighbours: dict[str, set[str]] = {own: set() for own in group.values()}
    borders = []
    between = []
    for side in outer:
        one, other = (None if key is None else group.get(key) for key in (side.one, side.other))
        if one != other:
            between.append(Side(one, other, side.points))
        if one and other and one != other:
            neighbours[one].add(other)
            neighbours[other].add(one)
        weight = -1 if not (one or other) else 1 if one == other else 2
        borders.append(Border(tuple(side.points), weight))
    finer = _finer(made)
    if finer:
        inner = sides(lambda ags: f"{unit_of[ags]} {finer(ags)}" if ags in unit_of else None)
        same = (side for side in inner if side.one and side.other and side.one.split()[0] == side.other.split()[0])
        borders += [Border(tuple(side.points), 0) for side in same]
    outside = {key: shape for key, shape in polygons.items() if key.startswith(_OUTSIDE)}
    return Shapes(
        {key: polygons[key] for key in made},
        outline.polygons(between),
        {key.removeprefix(_OUTSIDE): shape for key, shape in outside.items()},
        tuple(sorted(borders, key=lambda border: border.weight)),
        neighbours,
    )


def _project(point: Point) -> Point:
    return project(point[0] / tables.UNITS, point[1] / tables.UNITS)


def _frame(kreise: Iterable[str]) -> tuple[float, float, float, float]:
    """The rectangle around some Kreise, with a margin."""
    boxes = [tables.shipped().boxes[key] for key in kreise]
    west, south = min(box.west for box in boxes), min(box.south for box in boxes)
    east, north = max(box.east for box in boxes), max(box.north for box in boxes)
    across, up = (east - west) * _MARGIN, (north - south) * _MARGIN
    return west - across, south - up, east + across, north + up


def _meet(box: tables.Box, frame: tuple[float, float, float, float]) -> bool:
    west, south, east, north = frame
    return box.west <= east and box.east >= west and box.south <= north and box.north >= south


def _around(area: Area, ags: str) -> str:
    """The key of what lies around an area, of the kind that the area is."""
    if area.kind == "chamber":
        known = responsibility.of(ags) or responsibility.of(ags[:5])
        return _OUTSIDE + "+".join(one.chamber.code for one in known)
    return _OUTSIDE + ags[: 2 if area.kind == "land" else 5]


def _finer(made: Mapping[str, Unit]) -> Callable[[str], str] | None:
    """To which smaller unit a municipality belongs, whose borders are drawn inside the units; None for none."""
    level = next(iter(made.values())).level
    if level == "chambers":
        return lambda ags: ags[:5]
    few = sum(len(unit.members) for unit in made.values()) <= _MOST_LINES
    return (lambda ags: ags) if level == "kreise" and few else None


def coloured(neighbours: Mapping[str, set[str]]) -> dict[str, int]:
    """A colour for each group: all different where there are few, else so that neighbours differ."""
    if len(neighbours) <= COLOURS:
        return {key: at for at, key in enumerate(neighbours)}
    found: dict[str, int] = {}
    while len(found) < len(neighbours):
        # Next is the group whose neighbours have the most colours already (Brélaz).
        taken = {key: {found[near] for near in others if near in found} for key, others in neighbours.items()}
        key = max(
            (key for key in neighbours if key not in found), key=lambda key: (len(taken[key]), len(neighbours[key]))
        )
        found[key] = next(colour for colour in range(len(neighbours)) if colour not in taken[key])
    return found
