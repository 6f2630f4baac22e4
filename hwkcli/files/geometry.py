"""The boundaries of all municipalities under `data/germany/geometry/`, line by line.

A line of `borders.csv` is the border between two municipalities, or between one and what lies outside Germany (then
its second key is empty): the first point as it is, of each further one the way from the one before. Points are in ten
thousandths of a degree (WGS 84), longitude first. `boxes.csv` has the rectangle around each Kreis. Both are written by
`scripts/geometry.py`. The points of a line are read only when they are needed: most questions need a hundredth of them.
"""

from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from hwkcli.errors import BadFile, Message, quoted
from hwkcli.files.shipped import folder

UNITS = 10_000
"""Of the tables' units, so many are a degree."""

BORDERS = "ags,neighbour,points"
BOXES = "kreis_key,west,south,east,north"


class Box(NamedTuple):
    """A rectangle, in the tables' units."""

    west: int
    south: int
    east: int
    north: int


class Tables(NamedTuple):
    """Both tables, the borders as they are written."""

    lines: tuple[str, ...]
    boxes: dict[str, Box]
    """The rectangles by the keys of the Kreise."""


def read(place: Path) -> Tables:
    """The tables in a folder. Raises BadFile if they cannot be read, or are not of their form."""
    lines = _lines(place / "borders.csv", BORDERS)
    boxes = {}
    for number, line in enumerate(_lines(place / "boxes.csv", BOXES), 2):
        try:
            key, west, south, east, north = line.split(",")
            boxes[key] = Box(int(west), int(south), int(east), int(north))
        except ValueError:
            odd = "{file}:{line}: {text} is no rectangle; {advice}"
            shown = place / "boxes.csv"
            raise BadFile(odd, file=shown, line=number, text=quoted(line), advice=_AGAIN) from None
    return Tables(lines, boxes)


_AGAIN = Message("install hwkcli again, or run scripts/geometry.py")


def _lines(file: Path, header: str) -> tuple[str, ...]:
    try:
        first, *lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        said = Message(getattr(error, "strerror", None) or "")
        reason = said or Message("it is no text in UTF-8 with a header")
        raise BadFile("{file}: {reason}; {advice}", file=file, reason=reason, advice=_AGAIN) from None
    if first != header:
        other = "{file}:1: found {text}, expected {header}; {advice}"
        raise BadFile(other, file=file, text=quoted(first), header=quoted(header), advice=_AGAIN)
    return tuple(lines)


@lru_cache(maxsize=1)
def shipped() -> Tables:
    """The tables that come with `hwk`. Raises what `read` raises."""
    return read(folder() / "germany" / "geometry")


def neighbour(line: str) -> str:
    """The second key of a line of the borders; empty outside Germany."""
    return "" if line[9:10] == "," else line[9:17]


def points(line: str) -> tuple[list[int], list[int]]:
    """The longitudes and the latitudes of a line of the borders, from its one end to the other.

    Raises BadFile if the line is not of its form.

    >>> points("05911000,05913000,72936 515327 227 -107 -131 -60")
    ([72936, 73163, 73032], [515327, 515220, 515160])
    """
    try:
        steps = list(map(int, line[line.rindex(",") + 1 :].split(" ")))
        across, up = list(accumulate(steps[::2])), list(accumulate(steps[1::2]))
    except ValueError:
        across, up = [], [0]
    if len(across) != len(up) or len(across) < 2:
        raise BadFile("borders.csv: {text} is no border; {advice}", text=quoted(line), advice=_AGAIN)
    return across, up
