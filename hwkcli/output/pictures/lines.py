"""Figures over time as points, joined where nothing is missing between them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hwkcli.errors import BadSetting
from hwkcli.figures.changes import Point, gap, when
from hwkcli.figures.timeline import Figures
from hwkcli.language import Language, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.output.matplotlib import prepared
from hwkcli.output.pictures import captions, labels, scale, years
from hwkcli.output.pictures.labels import Dot
from hwkcli.output.pictures.settings import Picture, Settings
from hwkcli.output.pictures.sheet import TICKS, Sheet, mark_of

# Dark and light in turns, so that neighbours differ in grey; marks and dashes differ, too.
_COLOURS = ("#16425b", "#d08c3f", "#7a1f2b", "#6fa8a0", "#4b3f72", "#a5a58d")
_MARKS = ("o", "s", "^", "D", "v", "P", "X", "*")
_DASHES = ("-", (0, (5, 2)), (0, (6, 2, 1, 2)), (0, (1.5, 1.5)))
_MOST_LINES = 24


class _Line(NamedTuple):
    """The figures of one territory and series in the order of time, and how they look."""

    figures: list[Figure]
    label: str
    style: dict[str, Any]


def draw(figures: Figures, metric: Metric, points: Sequence[Point], settings: Settings, lang: Language) -> Picture:
    """The picture of figures over time, in the format of the file's ending.

    Lines join only figures of one series with no year between them that has none, and no conflict. Rounded figures are
    hollow, conflicts ringed, breaks dotted. Raises BadSetting for another ending, for settings that do not go with
    the figures, and if Matplotlib is not installed.
    """
    with prepared(**{"font.size": TICKS}):
        sheet = Sheet(settings)
        found = [point.figure for point in points]
        lines = _lines(figures, metric, found, lang)
        low = scale.lowest(settings.axis_from, found, lang)
        breaks = _breaks(points)
        for line in lines:
            _draw_line(sheet.axes, line)
        _draw_marks(sheet.axes, found, breaks)
        words = captions.around(figures, metric, found, settings, lang)
        words = words._replace(unit=captions.joined(words.unit, scale.note(low, found[0], lang)))
        periods = [when(figure) for figure in found]
        sheet.arrange(words, _handles(lines, found, bool(breaks), lang), years.height(periods))
        _draw_axes(sheet, found, low, lang)
        unlabelled = _label(sheet, lines, settings, lang)
        return Picture(sheet.written(), unlabelled)


def _lines(figures: Figures, metric: Metric, found: Sequence[Figure], lang: Language) -> list[_Line]:
    """The figures by territory and series. Raises BadSetting for more lines than anyone can tell apart."""
    by_line: dict[tuple[str, str], list[Figure]] = {}
    for figure in found:
        by_line.setdefault((figure.territory, figure.series), []).append(figure)
    if len(by_line) > _MOST_LINES:
        raise BadSetting("--plot: {number} lines are too many to tell apart; name fewer Kreise", number=len(by_line))
    territories = {territory for territory, _ in by_line}
    series = {series for _, series in by_line}
    lines = []
    # The longest line gets the first looks: a solid, dark one.
    looks = {line: index for index, line in enumerate(sorted(by_line, key=lambda line: -len(by_line[line])))}
    for territory, id in by_line:
        index = looks[territory, id]
        name = figures.territories[territory] if len(territories) > 1 else ""
        of_series = next(pick(one.label, lang) for one in metric.series if one.id == id) if len(series) > 1 else ""
        style = {
            "color": _COLOURS[index % len(_COLOURS)],
            "marker": _MARKS[index % len(_MARKS)],
            "linestyle": _DASHES[index % len(_DASHES)],
        }
        in_order = sorted(by_line[territory, id], key=lambda figure: when(figure).middle)
        lines.append(_Line(in_order, ", ".join(filter(None, (name, of_series))), style))
    return lines


def _draw_line(axes: Any, line: _Line) -> None:
    """The stretches of a line, and a mark for each figure: hollow for a rounded one."""
    for run in _runs(line.figures):
        axes.plot(*_places(run), **line.style | {"marker": ""}, linewidth=1.4, zorder=2)
    for figure in line.figures:
        face = "white" if figure.precision == "rounded" else line.style["color"]
        style = line.style | {"linestyle": "", "markerfacecolor": face}
        axes.plot(*_places([figure]), **style, markersize=5, zorder=3, clip_on=False, gid=mark_of(figure))


def _draw_marks(axes: Any, found: Sequence[Figure], breaks: Sequence[float]) -> None:
    disputed = [figure for figure in found if figure.conflicts_with]
    ring: Any = {"marker": "o", "markersize": 11, "markerfacecolor": "none", "markeredgecolor": "black"}
    axes.plot(*_places(disputed), linestyle="", **ring, clip_on=False, zorder=4)
    for x in breaks:
        axes.axvline(x, color="0.2", linestyle=(0, (1, 2)), linewidth=1, zorder=1)


def _places(found: Sequence[Figure]) -> tuple[list[float], list[float]]:
    return [when(figure).middle for figure in found], [figure.value for figure in found]


def _runs(own: Sequence[Figure]) -> list[list[Figure]]:
    """The stretches of a series that may be drawn as a line."""
    runs: list[list[Figure]] = [[]]
    for figure in own:
        before = runs[-1][-1] if runs[-1] else None
        if before and (gap(before, figure) or before.conflicts_with or figure.conflicts_with):
            runs.append([])
        runs[-1].append(figure)
    return runs


def _breaks(points: Sequence[Point]) -> list[float]:
    """Where a series takes the place of another: between the last figure before and its first, or at its first where
    the two overlap."""
    places = []
    for point in points:
        if point.breaks:
            start, own = when(point.figure).middle, point.figure
            earlier = [when(one.figure).middle for one in points if one.figure.territory == own.territory]
            before = [middle for middle in earlier if middle < start]
            places.append((max(before) + start) / 2 if before else start)
    return list(dict.fromkeys(places))


def _handles(lines: Sequence[_Line], found: Sequence[Figure], breaks: bool, lang: Language) -> list[Any]:
    """The signs of the legend: the lines, if there are several, and what else is drawn."""
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], label=line.label, markersize=5, linewidth=1.4, **line.style) for line in lines if line.label
    ]
    grey: Any = {"color": "0.3", "linestyle": "", "markersize": 5}
    if any(figure.precision == "rounded" for figure in found):
        handles.append(Line2D([], [], label=word("rounded", lang), marker="o", markerfacecolor="white", **grey))
    if any(figure.conflicts_with for figure in found):
        ring: Any = {"marker": "o", "markersize": 10, "markerfacecolor": "none", "markeredgecolor": "black"}
        handles.append(Line2D([], [], label=word("conflict", lang), linestyle="", **ring))
    if breaks:
        handles.append(Line2D([], [], label=word("break", lang), color="0.2", linestyle=(0, (1, 2)), linewidth=1))
    return handles


def _draw_axes(sheet: Sheet, found: Sequence[Figure], low: float, lang: Language) -> None:
    axes, (width, height) = sheet.axes, sheet.size
    scale.draw(axes.yaxis, found, low, axes.get_position().height * height * 72 / (3 * TICKS), lang)
    axes.grid(axis="y", color="0.85", linewidth=0.6)
    axes.tick_params(axis="y", length=0)
    if low:
        # The sign of an axis that does not begin at zero: two strokes across it.
        axes.spines["left"].set_visible(True)
        stroke = [(-1.0, -0.6), (1.0, 0.6)]
        cut: Any = {"marker": stroke, "markersize": 8, "color": "black", "linestyle": "", "clip_on": False}
        inch = 1 / (axes.get_position().height * height)
        axes.plot([0, 0], [0.14 * inch, 0.2 * inch], transform=axes.transAxes, **cut)
    sheet.fit_width()
    years.draw(axes, [when(figure) for figure in found], axes.get_position().width * width)


def _label(sheet: Sheet, lines: Sequence[_Line], settings: Settings, lang: Language) -> int:
    """Write the values that are wanted beside their points; returns how many have no room."""
    dots = [[Dot(when(figure).middle, figure.value, value(figure, lang)) for figure in line.figures] for line in lines]
    wanted = [dot for line in dots for dot in labels.chosen(line, settings.values)]
    return labels.place(sheet, wanted, [dot for line in dots for dot in line])
