"""What changed from figure to figure of a series, and what may not be compared."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hwkcli import period
from hwkcli.figures.ratios import NOT_COUNTED
from hwkcli.figures.rounding import fineness
from hwkcli.model import Figure, Metric, Series
from hwkcli.period import Period


class Point(NamedTuple):
    """A figure in its series."""

    figure: Figure
    change: float | None = None
    """Against the figure before it in the series; in percentage points where the figures are per cent. None where
    there is none before it, where the two are in conflict, where another figure of the same date disputes one, and
    for ratios."""
    change_percent: float | None = None
    """The same in per cent of the figure before; None for figures that are per cent or an index themselves."""
    rounded: bool = False
    """Whether the change follows from a rounded figure."""
    breaks: bool = False
    """Whether a break parts the figure from the series before its own, which is in the same answer."""
    base: Figure | None = None
    """The figure that it is compared with, be there a change or not."""


def when(figure: Figure) -> Period:
    """The time that a figure is for."""
    return period.parse(figure.as_of)


def gap(before: Figure, figure: Figure) -> tuple[int, int] | None:
    """The first and the last of the years between two figures of a series that have no figure; None without such."""
    first, last = when(before).end.year + 1, when(figure).end.year - 1
    return None if first > last else (first, last)


def points(
    metric: Metric, figures: Iterable[Figure], disputed: Callable[[Figure], bool], since: Period | None = None
) -> tuple[Point, ...]:
    """Figures of one metric and territory, series by series, each with its change against the figure before it, or
    against the last one of its series in the time `since`."""
    by_series: dict[str, list[Figure]] = {}
    for figure in figures:
        by_series.setdefault(figure.series, []).append(figure)
    found: list[Point] = []
    for series in _in_order(metric, by_series):
        own = by_series[series.id]
        for figure in own:
            bases = _bases(own, figure, since)
            contradicted = any(map(disputed, (figure, *bases))) or _contradict(figure, bases)
            point = Point(figure, base=bases[0] if bases else None)
            if bases and metric.kind != "ratio" and not contradicted:
                point = _change(figure, min(bases, key=lambda base: base.precision != "exact"))
            found.append(point._replace(breaks=figure is own[0] and series.after in by_series))
    return tuple(found)


def _bases(own: list[Figure], figure: Figure, since: Period | None) -> list[Figure]:
    """The figures of one date that a figure of the same series is compared with: those of the date before it, or the
    last ones in a time."""
    end = when(figure).end
    if since is None:
        before = [one for one in own if when(one).end < end]
    else:
        before = [one for one in own if since.start <= when(one).end <= since.end]
    last = when(before[-1]).end if before else end
    return [one for one in before if when(one).end == last] if last < end else []


def _contradict(figure: Figure, bases: list[Figure]) -> bool:
    return bool({base.id for base in bases} & set(figure.conflicts_with))


def _change(figure: Figure, base: Figure) -> Point:
    """A figure with its change against another one."""
    step = max((fineness(one.printed or "") for one in (figure, base) if one.precision == "rounded"), default=None)
    change = figure.value - base.value
    if step is not None:
        change = round(change / step) * step
    if figure.unit in NOT_COUNTED:
        return Point(figure, round(change, 1), None, step is not None, base=base)
    percent = round(100 * change / base.value, 1 if step is None else None) if base.value else None
    return Point(figure, change, percent, step is not None, base=base)


def _in_order(metric: Metric, by_series: Iterable[str]) -> list[Series]:
    """The series that have figures: as their metric lists them, but each behind the one that it comes after."""
    left = [series for series in metric.series if series.id in set(by_series)]
    ordered: list[Series] = []
    while left:
        ready = [one for one in left if all(one.after != other.id for other in left)]
        ordered.append(ready[0] if ready else left[0])
        left.remove(ordered[-1])
    return ordered
