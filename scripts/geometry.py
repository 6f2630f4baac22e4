"""Write the tables of boundaries under `data/germany/geometry/` from the shapes of all municipalities as TopoJSON.

    python scripts/geometry.py municipalities.topojson

`borders.csv` has each border between two municipalities once, as a line of points; `boxes.csv` the rectangle around
each Kreis, by which the borders near a point are found. The keys are those of `municipalities.csv`: a key that the
register has no more is replaced by its successor (`successors.csv`), and a border inside one municipality is left out.
Without a file the keys of the tables that are there are brought up to date, after a new edition of the register.

Points are in ten thousandths of a degree, longitude first: one is 11 m to the north, and 7 m to the east.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import HwkError
from hwkcli.files import geometry
from hwkcli.files.tables import Gemeinde, rows
from hwkcli.whole_files import to_file

FOLDER = Path(__file__).parent.parent / "data" / "germany"
WITHOUT_SHAPE = ("07000999", "10042999", "13000999")
"""The common territory with Luxembourg and the coastal waters, which the source does not draw."""

Point = tuple[int, int]


class Line(NamedTuple):
    """The border between two municipalities, or between one and what lies outside Germany (an empty key)."""

    ags: str
    neighbour: str
    points: tuple[Point, ...]


def topology(file: Path) -> Iterator[Line]:
    """The lines of a TopoJSON file with one object, whose geometries have the property `ags`."""
    try:
        made = json.loads(file.read_text(encoding="utf-8"))
        (shapes,) = made["objects"].values()
        (across, up), (west, south) = made["transform"]["scale"], made["transform"]["translate"]
        users: dict[int, list[str]] = defaultdict(list)
        for shape in shapes["geometries"]:
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
                users[arc if arc >= 0 else ~arc].append(shape["properties"]["ags"])
        for arc, steps in enumerate(made["arcs"]):
            x = y = 0
            points = []
            for right, north in steps:
                x, y = x + right, y + north
                points.append((round((west + x * across) * geometry.UNITS), round((south + y * up) * geometry.UNITS)))
            if users[arc]:
                ags, *others = sorted(users[arc])
                yield Line(ags, others[0] if others else "", tuple(points))
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"{file}: no TopoJSON of municipalities with the property ags: {error!r}")


def present(folder: Path) -> Iterator[Line]:
    """The lines of the table that is there."""
    for line in geometry.read(folder).lines:
        across, up = geometry.points(line)
        yield Line(line[:8], geometry.neighbour(line), tuple(zip(across, up, strict=True)))


def rekeyed(lines: Iterable[Line], known: set[str], successors: Mapping[str, str]) -> Iterator[Line]:
    """The lines with the keys of the register; those between two parts of one municipality are left out."""
    for line in lines:
        one, other = (key if key in known or not key else successors.get(key, key) for key in line[:2])
        if strangers := {one, other} - known - {""}:
            sys.exit(f"no municipality has the key {', '.join(sorted(strangers))}; add it to successors.csv")
        if one != other:
            # An empty key stands second.
            first, second = sorted((one, other)) if one and other else (one or other, "")
            yield Line(first, second, line.points)


def shapes(lines: Sequence[Line]) -> dict[str, Any]:
    """The polygons that the lines enclose, by the key of the municipality."""
    from shapely import build_area, linestrings, multilinestrings

    around: dict[str, list[Any]] = defaultdict(list)
    for line in lines:
        made = linestrings(line.points)
        for key in filter(None, line[:2]):
            around[key].append(made)
    return {key: build_area(multilinestrings(own)) for key, own in around.items()}


def uncrossed(lines: list[Line]) -> list[Line]:
    """The lines without the points by which rounding lets a border cross itself or another one: as few as do it."""
    from shapely import linestrings, multilinestrings

    own: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        for key in filter(None, line[:2]):
            own[key].append(at)

    def simple(key: str) -> bool:
        """Whether the lines around a municipality meet at their ends only."""
        made = [linestrings(lines[at].points) for at in own[key]]
        return multilinestrings(made).is_simple and all(line.is_simple for line in made)

    for key in [key for key in sorted(own) if not simple(key)]:
        inner = [(number, place) for number in own[key] for place in range(1, len(lines[number].points) - 1)]
        for at, place in inner:
            before = lines[at]
            lines[at] = before._replace(points=before.points[:place] + before.points[place + 1 :])
            if all(simple(side) for side in filter(None, before[:2])):
                print(f"left out a point of the border between {before.ags} and {before.neighbour or 'abroad'}")
                break
            lines[at] = before
        else:
            sys.exit(f"the border of {key} crosses itself, and leaving out one point does not help")
    return lines


def check(lines: Sequence[Line], known: Iterable[str]) -> None:
    """Stop where the shapes leave gaps, overlap, or are not those of all municipalities."""
    from shapely import coverage_is_valid, is_valid

    made = shapes(lines)
    if missing := set(known) - set(made) - set(WITHOUT_SHAPE):
        sys.exit(f"no shape for {', '.join(sorted(missing))}")
    if bad := [key for key, shape in made.items() if not is_valid(shape) or shape.is_empty]:
        sys.exit(f"no valid shape for {', '.join(sorted(bad))}")
    if not coverage_is_valid(list(made.values())):
        sys.exit("the shapes overlap")


def borders(lines: Iterable[Line]) -> str:
    """The text of `borders.csv`: the first point as it is, of each further one the way from the one before."""
    written = []
    for line in lines:
        steps = [line.points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line.points))]
        written.append(f"{line.ags},{line.neighbour},{' '.join(f'{x} {y}' for x, y in steps)}")
    return "\n".join((geometry.BORDERS, *sorted(written), ""))


def boxes(lines: Iterable[Line]) -> str:
    """The text of `boxes.csv`: the rectangle around each Kreis."""
    inside: dict[str, list[Point]] = defaultdict(list)
    for line in lines:
        for key in filter(None, line[:2]):
            inside[key[:5]] += line.points
    return "\n".join(
        (
            geometry.BOXES,
            *(
                f"{key},{min(x for x, _ in own)},{min(y for _, y in own)},"
                f"{max(x for x, _ in own)},{max(y for _, y in own)}"
                for key, own in sorted(inside.items())
            ),
            "",
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("topojson", type=Path, nargs="?", help="the shapes; without it the tables that are there")
    parser.add_argument("--data", type=Path, default=FOLDER, help="where the tables are")
    given = parser.parse_args(arguments)
    folder = given.data / "geometry"
    try:
        known = {one.ags for one in rows(given.data / "municipalities.csv", Gemeinde, lambda one: one.ags)}
        with (folder / "successors.csv").open(encoding="utf-8", newline="") as stream:
            successors = {row["ags"]: row["today"] for row in csv.DictReader(stream)}
        read = topology(given.topojson) if given.topojson else present(folder)
        lines = uncrossed(list(rekeyed(read, known, successors)))
        check(lines, known)
        to_file(borders(lines), folder / "borders.csv", force=True)
        to_file(boxes(lines), folder / "boxes.csv", force=True)
    except HwkError as error:
        sys.exit(str(error))
    print(f"{len(lines)} borders with {sum(len(line.points) for line in lines)} points")
    return 0


if __name__ == "__main__":
    sys.exit(main())
