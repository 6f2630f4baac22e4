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
    from matplotlib.transforms import Bbox

    inside = sheet.figure.bbox
    axes_box = sheet.axes.get_window_extent(sheet.renderer)
    unit = sheet.figure.dpi / 72
    at = {dot: sheet.axes.transData.transform((dot.x, dot.y)) for dot in (*dots, *wanted)}
    taken = [_around(at[dot], _MARKER * unit) for dot in dots]
    unlabelled = 0
    for dot in wanted:
        own = _around(at[dot], _MARKER * unit)
        others = [box for box in taken if box.bounds != own.bounds]
        for dx, dy, horizontal, vertical in _PLACES:
            note: Any = sheet.axes.annotate(
                dot.text,
                (dot.x, dot.y),
                xytext=(dx, dy),
                textcoords="offset points",
                ha=horizontal,
                va=vertical,
                fontsize=TICKS,
                annotation_clip=False,
                bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.6},
            )
            box = Bbox.from_extents(*note.get_window_extent(sheet.renderer).extents)
            fits = (
                inside.x0 <= box.x0
                and box.x1 <= inside.x1
                and axes_box.y0 <= box.y0
                and box.y1 <= axes_box.y1 + 14 * unit
            )
            if fits and not any(box.overlaps(other) for other in others):
                taken.append(box)
                break
            note.remove()
        else:
            unlabelled += 1
    return unlabelled


def _around(place: Any, half: float) -> Any:
    from matplotlib.transforms import Bbox

    x, y = place
    return Bbox.from_extents(x - half, y - half, x + half, y + half)
