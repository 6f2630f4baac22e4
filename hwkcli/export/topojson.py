"""Chambers, Kreise and municipalities as one TopoJSON, in which they share their borders."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from hwkcli.export.about import About
from hwkcli.export.as_json import compact
from hwkcli.export.features import properties
from hwkcli.files.geometry import UNITS
from hwkcli.gazetteer.geography import outline, units
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.outline import Chain, Point, Side
from hwkcli.gazetteer.geography.units import LEVELS


def topology(area: Area, said: About) -> str:
    """The text of the topology of an area, with an object for each level."""
    made = {level: units.units(level, area) for level in LEVELS}
    borders = units.sides(made["municipalities"].values())
    objects = {}
    for level, found in made.items():
        unit_of = {place.ags or "": unit.key for unit in found.values() for place in unit.members}
        chained = _chained(borders, unit_of)
        geometries = [_geometry(chained[key], key, properties(unit)) for key, unit in found.items()]
        objects[level] = {"type": "GeometryCollection", "geometries": geometries}
    head = {
        "type": "Topology",
        **said.head,
        "transform": {"scale": [1 / UNITS, 1 / UNITS], "translate": [0, 0]},
        "objects": objects,
    }
    arcs = ",\n".join(compact(_arc(side.points)) for side in borders)
    return f'{compact(head)[:-1]},"arcs":[\n{arcs}\n]}}\n'


def _chained(borders: list[Side], unit_of: Mapping[str, str]) -> dict[str, list[list[Chain]]]:
    """The polygons of the units of a level as the numbers of borders between municipalities."""
    sides, numbers = [], []
    for number, side in enumerate(borders):
        one, other = (None if ags is None else unit_of[ags] for ags in (side.one, side.other))
        if one != other:
            sides.append(Side(one, other, side.points))
            numbers.append(number)

    def renumbered(line: int) -> int:
        return numbers[line] if line >= 0 else ~numbers[~line]

    # Outer rings run clockwise in TopoJSON, as those who draw it on a sphere expect: the other way round.
    return {
        unit: [[[~renumbered(line) for line in reversed(ring)] for ring in polygon] for polygon in polygons]
        for unit, polygons in outline.chained(sides).items()
    }


def _geometry(polygons: list[list[Chain]], key: str, known: Mapping[str, Any]) -> dict[str, Any]:
    kind, arcs = ("Polygon", polygons[0]) if len(polygons) == 1 else ("MultiPolygon", polygons)
    return {"type": kind, "id": key, "properties": dict(known), "arcs": arcs}


def _arc(points: list[Point]) -> list[list[int]]:
    """The first point, and of each further one the way from the one before."""
    whole = [(int(x), int(y)) for x, y in points]
    return [list(whole[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(whole))]
