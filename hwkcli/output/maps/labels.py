"""Where the names on a map stand: inside their shapes if they fit, none over another; else a number, with a key.

A name may be written in several sizes and broken into lines; the largest that fits is taken.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from hwkcli.gazetteer.geography.outline import Polygon
from hwkcli.views.map import Label

SIZES = (9.0, 8.0, 7.0, 6.5, 6.0, 5.5)
"""Points."""

_CELLS = 72
"""The grid over a shape has so many cells along its longer side."""

_LEAST_INSIDE = 0.7
"""A name that does not fit may reach over the border of its shape in a small size, if so much of it is inside."""

_WIDEST_NUMBER = "00"

Box = tuple[float, float, float, float]
Measure = Callable[[str, float], tuple[float, float]]
"""The width and the height of lines of text in a size, in the map's kilometres."""


class Placed(NamedTuple):
    """A text on the map: its middle and its size in points."""

    text: str
    x: float
    y: float
    size: float


def placed(
    labels: Sequence[Label], measure: Measure, taken: Sequence[Box] = (), whole: bool = False
) -> tuple[list[Placed], list[tuple[int, str]]]:
    """The names on the map, and the key of those for which a number stands.

    `taken` are rectangles that must stay free. With `whole`, a name that does not fit into its shape is left out.
    """
    shapes = [_Shape(label) for label in labels]
    found: dict[int, Placed] = {}
    boxes = list(taken)

    def put(at: int, spot: Placed) -> None:
        found[at] = spot
        boxes.append(box(spot, measure))

    for at, shape in enumerate(shapes):
        if spot := _fitting(shape, measure, boxes, SIZES, 1.0):
            put(at, spot)
    numbered = []
    # Those with the least room choose first.
    for at in () if whole else sorted(set(range(len(shapes))) - set(found), key=lambda at: shapes[at].size):
        if spot := _fitting(shapes[at], measure, boxes, SIZES[-3:], _LEAST_INSIDE):
            put(at, spot)
        else:
            numbered.append(at)
            put(at, _number(shapes[at], _WIDEST_NUMBER, measure, boxes))
    key = []
    for number, at in enumerate(sorted(numbered), 1):
        key.append((number, shapes[at].text))
        found[at] = found[at]._replace(text=str(number))
    return [found[at] for at in sorted(found)], key


class _Shape:
    """The largest polygon of a label as a grid of cells, each inside or not."""

    def __init__(self, label: Label) -> None:
        import numpy as np
        from matplotlib.path import Path

        self.text = label.text
        polygon = max(label.polygons, key=lambda one: abs(_extent(one)))
        self.size = abs(_extent(polygon))
        xs, ys = [x for x, _ in polygon[0]], [y for _, y in polygon[0]]
        self.west, self.south = min(xs), min(ys)
        self.step = max(max(xs) - self.west, max(ys) - self.south) / _CELLS
        columns, rows = (int((max(axis) - min(axis)) / self.step) + 1 for axis in (xs, ys))
        across = self.west + self.step * (np.arange(columns) + 0.5)
        up = self.south + self.step * (np.arange(rows) + 0.5)
        points = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
        inside = np.zeros(len(points), dtype=bool)
        for ring in polygon:
            inside ^= Path(ring).contains_points(points)
        grid = inside.reshape(rows, columns)
        self.sums = np.pad(grid.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        """How many cells are inside, to the south-west of each corner."""
        self.middle = _deepest(grid, across, up) if inside.any() else points.mean(0)

    def shares(self, width: float, height: float) -> Any:
        """How much of a rectangle would be inside, and its middle, for all places in the grid; the place nearest to the
        middle of the shape first among those with as much."""
        import numpy as np

        rows, columns = (size - 1 for size in self.sums.shape)
        across, up = max(1, round(width / self.step)), max(1, round(height / self.step))
        pad_x, pad_y = max(0, across - columns + 2), max(0, up - rows + 2)
        sums = np.pad(self.sums, ((pad_y, pad_y), (pad_x, pad_x)), mode="edge")
        sums[:pad_y, :] = 0
        sums[:, :pad_x] = 0
        inside = sums[up:, across:] - sums[:-up, across:] - sums[up:, :-across] + sums[:-up, :-across]
        share = inside / (across * up)
        row, column = np.indices(share.shape)
        x = self.west + self.step * (column - pad_x + across / 2)
        y = self.south + self.step * (row - pad_y + up / 2)
        away = np.hypot(x - self.middle[0], y - self.middle[1])
        return share, x, y, away


def _deepest(grid: Any, across: Any, up: Any) -> Any:
    """The cell that is farthest from the cells outside, by wearing the shape away."""
    import numpy as np

    left = np.pad(grid, 1)
    while True:
        worn = left[1:-1, 1:-1] & left[:-2, 1:-1] & left[2:, 1:-1] & left[1:-1, :-2] & left[1:-1, 2:]
        if not worn.any():
            break
        left = np.pad(worn, 1)
    rows, columns = np.nonzero(left[1:-1, 1:-1])
    at = len(rows) // 2
    return np.array([across[columns[at]], up[rows[at]]])


def _fitting(
    shape: _Shape, measure: Measure, taken: Sequence[Box], sizes: Sequence[float], least: float
) -> Placed | None:
    """The largest way to write a name so that so much of it is inside, over no other text."""
    for size in sizes:
        best: tuple[float, Placed] | None = None
        for text in broken(shape.text):
            spot = _spot(shape, text, size, measure, taken, least)
            if spot and (best is None or spot[0] < best[0]):
                best = spot
        if best:
            return best[1]
    return None


def _spot(
    shape: _Shape, text: str, size: float, measure: Measure, taken: Sequence[Box], least: float
) -> tuple[float, Placed] | None:
    """The best place of a text, with how far from the middle of the shape it is."""
    import numpy as np

    width, height = measure(text, size)
    share, x, y, away = shape.shares(width, height)
    free = share >= least - 1e-9
    for west, south, east, north in taken:
        over = (x + width / 2 > west) & (x - width / 2 < east) & (y + height / 2 > south) & (y - height / 2 < north)
        free &= ~over
    if not free.any():
        return None
    cost = np.where(free, away - 1000 * share * (least < 1), np.inf)
    at = np.unravel_index(int(cost.argmin()), cost.shape)
    return float(away[at]), Placed(text, float(x[at]), float(y[at]), size)


def _number(shape: _Shape, text: str, measure: Measure, taken: Sequence[Box]) -> Placed:
    """A number near the middle of a shape; where there is no room at all, in the middle itself."""
    size = SIZES[-1]
    for least in (1.0, 0.5, 0.0):
        if spot := _spot(shape, text, size, measure, taken, least):
            return spot[1]
    return Placed(text, float(shape.middle[0]), float(shape.middle[1]), size)


def broken(text: str) -> Iterator[str]:
    """A name in one line, and broken into two or three behind its hyphens, slashes and blanks."""
    yield text
    parts = [part for part in re.split(r"(?<=[-/]) ?| ", text) if part]
    joined = [part if part[-1] in "-/" else f"{part} " for part in parts]
    for cut in range(1, len(joined)):
        yield f"{''.join(joined[:cut]).strip()}\n{''.join(joined[cut:]).strip()}"
    for cut in range(1, len(joined) - 1):
        for last in range(cut + 1, len(joined)):
            lines = (joined[:cut], joined[cut:last], joined[last:])
            yield "\n".join("".join(line).strip() for line in lines)


def box(spot: Placed, measure: Measure) -> Box:
    """The rectangle that a text takes."""
    width, height = measure(spot.text, spot.size)
    return spot.x - width / 2, spot.y - height / 2, spot.x + width / 2, spot.y + height / 2


def _extent(polygon: Polygon) -> float:
    from hwkcli.gazetteer.geography.outline import area

    return sum(area(ring) for ring in polygon)
