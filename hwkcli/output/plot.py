"""A series of figures as a picture fit for a report: SVG or PNG, drawn by Matplotlib."""

import io
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from hwkcli import period
from hwkcli.errors import BadSetting
from hwkcli.figures.timeline import Figures, Point, gap
from hwkcli.language import Language, date, pick, value, word
from hwkcli.model import Figure, Metric
from hwkcli.views.sources import cite

FORMATS = ("svg", "png")
_LINE = 130
"""Signs that fit below the picture in one line."""


def draw(figures: Figures, metric: Metric, points: Sequence[Point], file: Path, lang: Language) -> bytes:
    """The picture in the format of the file's ending, with title, unit, dates and sources in it.

    Lines join only figures of one series with no year between them that has none, and no conflict.
    Raises BadSetting for another ending, or if Matplotlib is not installed.
    """
    form = file.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise BadSetting(f"{file}: a picture is {' or '.join(FORMATS)}; give the file such an ending")
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure as Canvas
        from matplotlib.ticker import FuncFormatter
    except ImportError:
        raise BadSetting("--plot needs Matplotlib; install it with: pip install 'hwkcli[plot]'") from None

    found = sorted((point.figure for point in points), key=_day)
    last = found[-1]
    cited = list(dict.fromkeys(cite(figures.source(figure), lang) for figure in found))
    foot = _foot(found, cited, lang)
    with rc_context({"svg.hashsalt": "hwk", "svg.fonttype": "none", "font.size": 10}):
        canvas = Canvas(figsize=(8, 4.2 + 0.14 * foot.count("\n")), layout="constrained")
        axes = canvas.add_subplot()
        marks = ("o", "s", "^", "D", "v", "P", "X", "*")
        for index, series in enumerate(dict.fromkeys(figure.series for figure in found)):
            own = [figure for figure in found if figure.series == series]
            label = next(pick(one.label, lang) for one in metric.series if one.id == series)
            colour = f"C{index}"
            for run in _runs(own):
                axes.plot([_day(f) for f in run], [f.value for f in run], color=colour, linewidth=1.5)
            mark = marks[index % len(marks)]
            exact = [f for f in own if f.precision == "exact"]
            rounded = [f for f in own if f.precision != "exact"]
            axes.plot([_day(f) for f in exact], [f.value for f in exact], mark, color=colour, label=label)
            if rounded:
                hollow = f"{label}, {word('rounded', lang)}"
                days, values = [_day(f) for f in rounded], [f.value for f in rounded]
                axes.plot(days, values, mark, color=colour, markerfacecolor="white", label=hollow)
        begun = [_day(point.figure) for point in points if point.breaks]
        for number, day in enumerate(begun):
            axes.axvline(day, color="black", linestyle=":", linewidth=1, label="" if number else word("break", lang))
        disputed = [f for f in found if f.conflicts_with]
        if disputed:
            days, values = [_day(f) for f in disputed], [f.value for f in disputed]
            axes.plot(days, values, "x", color="black", markersize=11, label=word("conflict", lang))
        above: Any = {"xytext": (0, 9), "textcoords": "offset points", "ha": "center"}
        axes.annotate(value(last, lang), (_day(last), last.value), **above)
        axes.set_ylim(0, 100 if metric.unit == "percent" else max(f.value for f in found) * 1.15 or 1)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda tick, _: value(last._replace(value=tick), lang)))
        axes.set_ylabel(_unit(metric, lang))
        axes.set_title(f"{pick(metric.label, lang)}, {figures.territories[last.territory]}", loc="left", weight="bold")
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        axes.grid(axis="y", alpha=0.3)
        if len(axes.get_legend_handles_labels()[1]) > 1:
            axes.legend(loc="best", fontsize=8)
        canvas.supxlabel(foot, fontsize=6, x=0.01, ha="left")
        out = io.BytesIO()
        canvas.savefig(out, format=form, dpi=160, metadata={"Date": None} if form == "svg" else None)
    return out.getvalue()


def _day(figure: Figure) -> Any:
    return period.parse(figure.as_of).end


def _runs(own: Sequence[Figure]) -> list[list[Figure]]:
    """The stretches of a series that may be drawn as a line."""
    runs: list[list[Figure]] = [[]]
    for figure in own:
        before = runs[-1][-1] if runs[-1] else None
        if before and (gap(before, figure) or before.conflicts_with or figure.conflicts_with):
            runs.append([])
        runs[-1].append(figure)
    return runs


def _unit(metric: Metric, lang: Language) -> str:
    return word(f"unit_{metric.unit.lower()}", lang)


def _foot(found: Sequence[Figure], cited: Sequence[str], lang: Language) -> str:
    """The dates and the sources, a line each."""
    first, last = date(found[0].as_of, lang), date(found[-1].as_of, lang)
    span = first if first == last else f"{first} – {last}"
    lines = (f"{word('as_of', lang)}: {span}. {word('sources', lang)}:", *cited)
    return "\n".join(part for line in lines for part in wrap(line, _LINE, subsequent_indent="    "))
