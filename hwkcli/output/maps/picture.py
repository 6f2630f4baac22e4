"""A map as a picture fit for print: SVG, PNG or PDF, drawn by Matplotlib."""

import io
import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

from hwkcli import __version__
from hwkcli.errors import BadSetting
from hwkcli.gazetteer.geography.outline import Polygon
from hwkcli.output.maps.colours import shade
from hwkcli.output.maps.labels import Placed, box, placed
from hwkcli.output.matplotlib import DOTS_PER_INCH, FORMATS, prepared
from hwkcli.views.map import Map

_AROUND = "#ededed"
_INK, _PALE_INK = "#1f2a30", "#7a7a7a"
_BORDERS = {-1: ("#c4c4c4", 0.5), 0: ("#ffffff", 0.5), 1: ("#6b7478", 0.6), 2: ("#333d42", 1.1)}
"""The colour and the width of each weight of a border."""

_WIDTH, _TALLEST = 8.0, 8.6
"""The picture's width and the map's height at the most, in inches."""

_EDGE = 0.3
_NOTE_SIZE, _LEGEND_SIZE = 6.5, 8.0
_LINE, _NOTE_LINE, _GAP = 0.175, 0.125, 0.12
"""The heights of lines, and the gap between blocks, in inches."""

_SWATCH = 0.3
"""The width of a patch of colour in the legend, with its gap."""

_NOTE_SIGNS = 152
"""Signs that fit below the map in one line."""

_MARK_SIZE = 8.0
_FONT = "DejaVu Sans"
"""Comes with Matplotlib, so that a picture is the same everywhere."""

_OTHER_FONTS = "Verdana, Arial, Helvetica, sans-serif"
"""For readers of an SVG who do not have it; none of them is wider."""


class _List(NamedTuple):
    """Short texts in columns below the map: the legend, or what the numbers on the map stand for."""

    title: str
    texts: list[str]
    columns: int

    @property
    def rows(self) -> int:
        """So many lines high, without the title."""
        return -(-len(self.texts) // self.columns)

    @property
    def height(self) -> float:
        """In inches."""
        return (_LINE * (self.rows + bool(self.title)) + _GAP) if self.texts else 0.0


def form_of(file: Path) -> str:
    """The format of a picture by the ending of its file. Raises BadSetting for another ending."""
    form = file.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise BadSetting("{file}: a map is .svg, .png, .pdf or .geojson; give the file such an ending", file=file)
    return form


def picture(drawn: Map, file: Path) -> bytes:
    """The map in the format of the file's ending. Raises BadSetting for another ending, or without Matplotlib."""
    form = form_of(file)
    out = io.BytesIO()
    with prepared(**{"font.family": _FONT}):
        _figure(drawn).savefig(out, format=form, dpi=DOTS_PER_INCH, metadata=_metadata(drawn, form))
    return _tidied(out.getvalue()) if form == "svg" else out.getvalue()


def _tidied(svg: bytes) -> bytes:
    """The SVG with other fonts to fall back on, and points to a hundredth, which halves it."""
    text = svg.decode().replace(f"'{_FONT}'", f"'{_FONT}', {_OTHER_FONTS}")
    return re.sub(r' d="[^"]*"', lambda path: re.sub(r"(\.\d\d)\d+", r"\1", path[0]), text).encode()


def _metadata(drawn: Map, form: str) -> dict[str, Any]:
    """Title, sources and licences, where the format has a place for them. No time, by which files would differ."""
    rights, notes = "; ".join(drawn.rights), "; ".join(drawn.notes)
    if form == "svg":
        own = {"Description": drawn.subtitle, "Source": notes, "Rights": rights, "Language": drawn.lang}
        return {"Title": drawn.title, "Creator": f"hwk {__version__}", "Date": None, **own}
    if form == "pdf":
        own = {"Subject": notes, "Keywords": rights, "Creator": f"hwk {__version__}"}
        return {"Title": drawn.title, "CreationDate": None, "ModDate": None, "Producer": "Matplotlib", **own}
    return {"Title": drawn.title, "Software": f"hwk {__version__}", "Source": notes, "Copyright": rights}


def _figure(drawn: Map) -> Any:
    """The figure: title and subtitle, the map, the legend and the key of numbers, the sources."""
    from matplotlib.figure import Figure

    west, south, east, north = drawn.box
    margin = 0.04 * max(east - west, north - south)
    west, south, east, north = west - margin, south - margin, east + margin, north + margin
    inch = min((_WIDTH - 2 * _EDGE) / (east - west), _TALLEST / (north - south))
    wide, tall = (east - west) * inch, (north - south) * inch
    labels, around, key = _names(drawn, inch, (west, south, east, north))
    title = "\n".join(wrap(drawn.title, 60))
    head = _EDGE + 0.24 * (title.count("\n") + 1) + 0.25
    legend = _list(drawn.legend_title, [entry.text for entry in drawn.legend])
    numbers = _list("", [f"{number}  {name}" for number, name in key])
    notes = [line for note in drawn.notes for line in wrap(note, _NOTE_SIGNS, subsequent_indent="   ")]
    total = head + tall + _GAP + legend.height + numbers.height + _NOTE_LINE * len(notes) + _EDGE
    page = _Page(Figure(figsize=(_WIDTH, total), facecolor="white"), total)
    page.text(_EDGE, _EDGE, title, 14, weight="bold", linespacing=1.15)
    page.text(_EDGE, head - 0.22, drawn.subtitle, 8.5, color=_PALE_INK)
    left = (_WIDTH - wide) / 2
    axes = page.figure.add_axes((left / _WIDTH, 1 - (head + tall) / total, wide / _WIDTH, tall / total))
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_axis_off()
    _draw(axes, drawn)
    for spot in labels:
        _write(axes, spot, _INK)
    for spot in around:
        _write(axes, spot, _PALE_INK, style="italic")
    if drawn.mark:
        _mark(axes, drawn.mark)
    below = head + tall + _GAP
    page.list(legend, below, [shade(drawn, entry.fill) for entry in drawn.legend])
    page.list(numbers, below + legend.height, [])
    page.text(_EDGE, below + legend.height + numbers.height, "\n".join(notes), _NOTE_SIZE, color=_PALE_INK)
    return page.figure


class _Page:
    """The figure, with places in inches from its upper left corner."""

    def __init__(self, figure: Any, total: float) -> None:
        self.figure = figure
        self.total = total

    def text(self, x: float, y: float, text: str, size: float, color: str = _INK, **more: Any) -> None:
        """Write a text that begins there."""
        more = {"linespacing": 1.3, **more}
        self.figure.text(x / _WIDTH, 1 - y / self.total, text, size=size, va="top", color=color, **more)

    def list(self, shown: _List, y: float, colours: Sequence[str]) -> None:
        """Write a list in columns, each text behind its colour if there are some."""
        from matplotlib.patches import Rectangle

        if shown.title and shown.texts:
            self.text(_EDGE, y, shown.title, _LEGEND_SIZE, weight="bold")
            y += _LINE
        wide = (_WIDTH - 2 * _EDGE) / shown.columns
        for at, text in enumerate(shown.texts):
            left, top = _EDGE + wide * (at // shown.rows), y + _LINE * (at % shown.rows)
            if colours:
                corner = (left / _WIDTH, 1 - (top + 0.13) / self.total)
                look: dict[str, Any] = {"facecolor": colours[at], "edgecolor": _BORDERS[1][0], "linewidth": 0.6}
                self.figure.add_artist(Rectangle(corner, 0.22 / _WIDTH, 0.12 / self.total, **look))
            self.text(left + (_SWATCH if colours else 0), top, text, _LEGEND_SIZE)


def _list(title: str, texts: list[str]) -> _List:
    """Texts in as many columns as there is room for, six lines or more in each."""
    widest = max((_text_size(text, _LEGEND_SIZE)[0] for text in texts), default=0.0) + _SWATCH + 0.2
    columns = max(1, min(int((_WIDTH - 2 * _EDGE) / widest), -(-len(texts) // 4)))
    return _List(title, texts, columns)


def _text_size(text: str, size: float) -> tuple[float, float]:
    """The width and the height of lines of text, in inches."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    font = FontProperties(family=_FONT, size=size)
    lines = text.split("\n")
    widths = [TextToPath().get_text_width_height_descent(line, font, ismath=False)[0] for line in lines]
    return max(widths) / 72, len(lines) * size * 1.2 / 72


def _names(
    drawn: Map, inch: float, frame: tuple[float, float, float, float]
) -> tuple[list[Placed], list[Placed], list[tuple[int, str]]]:
    """The names on the map and around it, and the key of numbers. `inch` is so much of one as a kilometre is wide."""

    def measure(text: str, size: float) -> tuple[float, float]:
        across, up = _text_size(text, size)
        return (across + 0.07) / inch, (up + 0.03) / inch

    taken = []
    if drawn.mark:
        name, (x, y) = drawn.mark
        across, up = measure(name, _MARK_SIZE)
        taken.append((x - 0.08 / inch, y - up / 2 - 0.02 / inch, x + 0.1 / inch + across, y + up / 2 + 0.02 / inch))
    labels, key = placed(drawn.labels, measure, taken)
    west, south, east, north = frame
    far = 1e5
    outside = [(-far, -far, west, far), (east, -far, far, far), (-far, -far, far, south), (-far, north, far, far)]
    taken += [*outside, *(box(spot, measure) for spot in labels)]
    around, _ = placed(drawn.labels_around, measure, taken, whole=True)
    return labels, around, key


def _draw(axes: Any, drawn: Map) -> None:
    """The shapes and the borders."""
    from matplotlib.collections import LineCollection

    for polygons in drawn.around:
        axes.add_patch(_patch(polygons, facecolor=_AROUND, edgecolor="none"))
    for shape in drawn.shapes:
        axes.add_patch(_patch(shape.polygons, facecolor=shade(drawn, shape.fill), edgecolor="none"))
        if shape.unsure:
            axes.add_patch(_patch(shape.polygons, facecolor="none", edgecolor=_INK, hatch="/////", linewidth=0))
    for weight, (colour, width) in _BORDERS.items():
        lines = [border.points for border in drawn.borders if border.weight == weight]
        axes.add_collection(LineCollection(lines, colors=colour, linewidths=width, capstyle="round"))


def _patch(polygons: Sequence[Polygon], **look: Any) -> Any:
    """Polygons with their holes as one patch."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    rings = [Path(ring, closed=True) for polygon in polygons for ring in polygon]
    return PathPatch(Path.make_compound_path(*rings), **look)


def _write(axes: Any, spot: Placed, colour: str, **look: Any) -> None:
    axes.text(
        spot.x, spot.y, spot.text, size=spot.size, color=colour, ha="center", va="center", linespacing=1.05, **look
    )


def _mark(axes: Any, mark: tuple[str, tuple[float, float]]) -> None:
    """The place asked for: a point with its name behind it, on a pale ground."""
    name, (x, y) = mark
    axes.plot([x], [y], "o", markersize=6, color="#b3261e", markeredgecolor="white", markeredgewidth=1.0, zorder=9)
    ground = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.75}
    axes.annotate(
        name,
        (x, y),
        (6, 0),
        textcoords="offset points",
        size=_MARK_SIZE,
        weight="bold",
        va="center",
        color="#8c1d18",
        bbox=ground,
        zorder=8,
    )
