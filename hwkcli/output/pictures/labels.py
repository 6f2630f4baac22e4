"""Values beside their points, where they hide neither each other nor another point."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from hwkcli.output.pictures.settings import Labelled
from hwkcli.output.pictures.sheet import TICKS, Sheet

_PLACES = (
    *((0, 5, "center", "bottom"), (0, -6, "center", "top"), (6, 0, "left", "center"), (-6, 0, "right", "center")),
    *((4, 5, "left", "bottom"), (-4, 5, "right", "bottom"), (4, -6, "left", "top"), (-4, -6, "right", "top")),
    *((0, 15, "center", "bottom"), (0, -16, "center", "top"), (0, 25, "center", "bottom"), (0, -26, "center", "top")),
)
"""Where a value may stand, in points from its own point, the best place first."""
_MOST = 300
"""No more values than these ever have room on a sheet."""
_MARKER = 3.0
"""Half the size of a point's mark, in points."""


class Dot(NamedTuple):
    """A point in the units of the axes, with its value in words."""

    x: float
    y: float
    text: str


def chosen(line: Sequence[Dot], which: Iterable[Labelled]) -> list[Dot]:
    """The points of a line, in the order of time, that shall have their value beside them, the most important first."""
    wanted = set(which)
    picked = [line[-1]] if wanted & {"last", "all"} else []
    picked += [line[0]] if wanted & {"first", "all"} else []
    picked += [max(line, key=lambda dot: dot.y)] if wanted & {"highest", "all"} else []
    picked += [min(line, key=lambda dot: dot.y)] if wanted & {"lowest", "all"} else []
    picked += line if "all" in wanted else []
    return list(dict.fromkeys(picked))


def place(sheet: Sheet, wanted: Sequence[Dot], dots: Sequence[Dot]) -> int:
    """Write the values that are wanted beside their points, and say how many found no room."""
    unit = sheet.figure.dpi / 72
    corners = sheet.axes.get_window_extent(sheet.renderer)
    room = _Box(0, corners.y0, sheet.figure.bbox.x1, corners.y1 + 14 * unit)
    marks = {dot: _mark(sheet, dot, unit) for dot in (*dots, *wanted)}
    taken = [marks[dot] for dot in dots]
    labelled = 0
    for dot in wanted[:_MOST]:
        own = marks[dot]
        others = [box for box in taken if box != own]
        for offset in _PLACES:
            box = _box(sheet, dot, own, offset, unit)
            if room.holds(box) and not any(box.meets(other) for other in others):
                _write(sheet, dot, offset)
                taken.append(box)
                labelled += 1
                break
    return len(wanted) - labelled


class _Box(NamedTuple):
    """A box on the sheet, in dots."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "_Box") -> bool:
        """Whether the two have anything in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: "_Box") -> bool:
        """Whether the other one lies within it."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top


_Offset = tuple[float, float, str, str]


def _mark(sheet: Sheet, dot: Dot, unit: float) -> _Box:
    """The box of a point's mark."""
    x, y = (float(number) for number in sheet.axes.transData.transform((dot.x, dot.y)))
    half = _MARKER * unit
    return _Box(x - half, y - half, x + half, y + half)


def _box(sheet: Sheet, dot: Dot, mark: _Box, offset: _Offset, unit: float) -> _Box:
    """The box of a value beside its point."""
    dx, dy, horizontal, vertical = offset
    width, height = sheet.width_of(dot.text, TICKS) * sheet.figure.dpi, TICKS * unit
    x, y = (mark.left + mark.right) / 2 + dx * unit, (mark.bottom + mark.top) / 2 + dy * unit
    left = x - width * {"left": 0, "center": 0.5, "right": 1}[horizontal]
    bottom = y - height * {"bottom": 0, "center": 0.5, "top": 1}[vertical]
    return _Box(left, bottom, left + width, bottom + height)


def _write(sheet: Sheet, dot: Dot, offset: _Offset) -> None:
    dx, dy, horizontal, vertical = offset
    style: Any = {"ha": horizontal, "va": vertical, "fontsize": TICKS, "annotation_clip": False}
    # A light ground, so that a line or a grid line behind it does not strike the value through.
    style["bbox"] = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.6}
    sheet.axes.annotate(dot.text, (dot.x, dot.y), xytext=(dx, dy), textcoords="offset points", **style)
