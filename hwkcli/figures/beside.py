"""Territories side by side, and each beside the district: shares, and figures per 1,000 inhabitants.

Both are computed only where the same date has both figures; nothing is added up.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hwkcli.figures import population
from hwkcli.figures.changes import when
from hwkcli.figures.ratios import NOT_COUNTED
from hwkcli.figures.rounding import significant_digits, to_digits
from hwkcli.figures.timeline import Figures
from hwkcli.model import Figure, Kreis, Metric
from hwkcli.period import Period


class Share(NamedTuple):
    """A territory beside the others: its figure, and its share of the district's figure of the same date."""

    kreis: Kreis
    figure: Figure | None
    percent: float | None


class Entry(NamedTuple):
    """The last figure of a metric of one territory, and what stands beside it."""

    metric: Metric
    figure: Figure
    first: Figure
    """The first figure of its series."""
    district: tuple[Figure, ...]
    """The district's figure for the same date if there is one, else its last; several if they conflict."""
    percent: float | None
    """The share of the district's figure of the same date and series."""
    inhabitants: Figure | None
    """The territory's population at the same date."""
    per_1000: float | None
    """The figure per 1,000 of these inhabitants."""


def shares(figures: Figures, metric: str, as_of: Period | None = None) -> tuple[Share, ...]:
    """All Kreise side by side, with the last figure of each and its share of the district's figure of the same date,
    where there is exactly one, of the same series, that no conflict parts them from."""
    latest = {figure.territory: figure for figure in figures.latest(metric, as_of)}
    found = ((kreis, latest.get(kreis.key)) for kreis in figures.district.kreise)
    return tuple(Share(kreis, figure, _percent(figures, figure) if figure else None) for kreis, figure in found)


def usual(found: Sequence[Figure]) -> Figure:
    """A figure of the time and the series that most figures have; of several such, the latest."""
    times = Counter((figure.as_of, figure.series) for figure in found)
    return max(found, key=lambda figure: (times[figure.as_of, figure.series], when(figure).end))


def is_usual(figure: Figure, typical: Figure) -> bool:
    """Whether a figure is of the time and the series of the one that most are like."""
    return (figure.as_of, figure.series) == (typical.as_of, typical.series)


def profile(figures: Figures, territory: str, as_of: Period | None = None) -> tuple[Entry, ...]:
    """Every metric of which a territory has a figure, with the last one of all or of those in force on a day; in the
    order of the metrics. Ratios are left out."""
    entries = []
    for metric in figures.metrics.values():
        if metric.kind != "ratio":
            last = [one for one in figures.latest(metric.id, as_of) if one.territory == territory]
            entries += [_entry(figures, metric, figure, as_of) for figure in last]
    return tuple(entries)


def _entry(figures: Figures, metric: Metric, figure: Figure, as_of: Period | None) -> Entry:
    own = figures.of(metric.id, figure.territory)
    first = next(one for one in own if one.series == figure.series)
    inhabitants = _inhabitants(figures, figure)
    return Entry(
        metric,
        figure,
        first,
        _district(figures, figure, as_of),
        _percent(figures, figure),
        inhabitants,
        _rounded(1000 * figure.value / inhabitants.value, figure) if inhabitants else None,
    )


def _district(figures: Figures, figure: Figure, as_of: Period | None) -> tuple[Figure, ...]:
    """The district's figures that stand beside one of a territory: of the same series and time, else of the same last
    day, else its last."""
    own = figures.of(figure.metric, "district", until=as_of)
    same_day = tuple(one for one in own if when(one).end == when(figure).end)
    same = tuple(one for one in same_day if one.series == figure.series and when(one) == when(figure))
    return same or same_day or tuple(one for one in own if when(one).end == when(own[-1]).end)


def _percent(figures: Figures, figure: Figure) -> float | None:
    """The share of a territory in the district's figure, where the two may be compared."""
    totals = [
        total
        for total in figures.of(figure.metric, "district")
        if when(total) == when(figure) and total.series == figure.series
    ]
    if figure.territory == "district" or len(totals) != 1 or not totals[0].value or figure.unit in NOT_COUNTED:
        return None
    if figures.metrics[figure.metric].kind == "ratio" or totals[0].id in figure.conflicts_with:
        return None
    return _rounded(100 * figure.value / totals[0].value, figure, totals[0])


def _inhabitants(figures: Figures, figure: Figure) -> Figure | None:
    """The population of a figure's territory at its date, if there is exactly one and the figure counts something."""
    if figure.unit in (*NOT_COUNTED, "EUR") or figure.metric == population.METRIC or figures.disputed(figure):
        return None
    if population.METRIC not in figures.metrics:
        return None
    found = [one for one in figures.of(population.METRIC, figure.territory) if when(one) == when(figure)]
    return found[0] if len(found) == 1 and found[0].value else None


def _rounded(value: float, *parts: Figure) -> float:
    """What follows from figures, rounded to the significant digits of the coarsest of them."""
    printed = [part.printed or "" for part in parts if part.precision == "rounded"]
    return to_digits(value, min(map(significant_digits, printed))) if printed else value
