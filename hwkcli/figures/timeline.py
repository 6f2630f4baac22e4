"""Figures over time: what is there, what was in force, what changed, and what may not be compared.

Nothing is computed between figures of different series, nor across a conflict; what follows from rounded figures is
rounded to the coarser of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from hwkcli import period
from hwkcli.errors import Ambiguous, NotFound, quoted
from hwkcli.figures.headline import fineness
from hwkcli.gazetteer import territory
from hwkcli.model import District, Figure, History, Kreis, Metric, Series, Source
from hwkcli.period import Period


class Point(NamedTuple):
    """A figure in its series."""

    figure: Figure
    change: float | None = None
    """Against the figure before it in the series; in percentage points where the figures are per cent. None where
    there is none before it, where the two are in conflict, and where another figure of the same date disputes one."""
    change_percent: float | None = None
    """The same in per cent of the figure before; None for figures that are per cent or an index themselves."""
    rounded: bool = False
    """Whether the change follows from a rounded figure."""
    breaks: bool = False
    """Whether a break parts the figure from the series before its own, which is in the same answer."""


class Share(NamedTuple):
    """A territory beside the others: its figure, and its share of the district's figure of the same date."""

    kreis: Kreis
    figure: Figure | None
    percent: float | None


class Figures:
    """All figures of a district over time, with its headline figures among them."""

    def __init__(self, district: District, history: History) -> None:
        self.district = district
        self.metrics = {metric.id: metric for metric in history.metrics}
        figures = (*history.figures, *district.figures)
        self.figures = tuple(sorted(figures, key=lambda figure: _when(figure).end))
        self.by_id = {figure.id: figure for figure in figures}
        self.sources = {source.id: source for source in (*history.sources, *district.sources)}
        self.territories = {"district": district.chamber.district}
        self.territories |= {town.ags: town.name for town in district.towns if town.kind != "locality"}
        self.territories |= {kreis.key: kreis.name for kreis in district.kreise}

    def metric(self, id: str) -> Metric:
        """The metric of an id. Raises NotFound, with suggestions, if there is none."""
        if id in self.metrics:
            return self.metrics[id]
        from difflib import get_close_matches

        near = get_close_matches(id[:60], self.metrics, n=3)
        raise NotFound(f"no metric {quoted(id)}; hwk stats --list names them all", tuple(near))

    def territory(self, word: str) -> str:
        """The key of the Kreis that a word means, or the AGS of the town, if it has figures.

        Raises Ambiguous for several Kreise, and what `territory.meant` raises.
        """
        kreise, place = territory.meant(self.district, word)
        counted = {figure.territory for figure in self.figures}
        for town in self.district.towns if place else ():
            if town.name == place and town.ags in counted:
                return town.ags
        if place:
            raise NotFound(f"{place} has no figures of its own", (kreise[0].name,))
        if len(kreise) > 1:
            names = ", ".join(kreis.name for kreis in kreise)
            raise Ambiguous(f"{quoted(word)} is {len(kreise)} Kreise: {names}; name one of them", kreise)
        return kreise[0].key

    def source(self, figure: Figure) -> Source:
        """The source of a figure."""
        return self.sources[figure.source]

    def of(
        self,
        metric: str,
        territory: str | None = None,
        since: Period | None = None,
        until: Period | None = None,
        all_figures: bool = False,
    ) -> tuple[Figure, ...]:
        """The figures of a metric in the order of their dates, of one territory or of all.

        Secondary figures are left out where a primary one of the same metric, territory, date and series exists,
        unless all are wanted or they conflict with it.
        """
        self.metric(metric)
        found = [
            figure
            for figure in self.figures
            if figure.metric == metric
            and (territory is None or figure.territory == territory)
            and (since is None or _when(figure).end >= since.start)
            and (until is None or _when(figure).end <= until.end)
        ]
        if all_figures:
            return tuple(found)
        primary = {_place(figure) for figure in found if self.source(figure).rank == "primary"}
        return tuple(
            figure
            for figure in found
            if self.source(figure).rank == "primary" or _place(figure) not in primary or figure.conflicts_with
        )

    def latest(self, metric: str, as_of: Period | None = None, all_figures: bool = False) -> tuple[Figure, ...]:
        """The last figure of the district and of each territory that has one, of all or of those in force on a day.

        Figures of the same date that conflict are all there.
        """
        last: dict[str, list[Figure]] = {key: [] for key in self.territories}
        for figure in self.of(metric, until=as_of, all_figures=all_figures):
            before = last[figure.territory]
            if before and _when(before[0]).end != _when(figure).end:
                before.clear()
            before.append(figure)
        order = ["district", *(key for kreis in self.district.kreise for key in _keys(kreis))]
        return tuple(figure for key in order for figure in last[key])

    def points(self, figures: Iterable[Figure]) -> tuple[Point, ...]:
        """Figures of one metric and territory, series by series, each with its change against the one before."""
        by_series: dict[str, list[Figure]] = {}
        for figure in figures:
            by_series.setdefault(figure.series, []).append(figure)
        points: list[Point] = []
        for series in self._in_order(by_series):
            before: list[Figure] = []
            same: list[Figure] = []
            for figure in by_series[series.id]:
                if same and _when(same[0]).end != _when(figure).end:
                    before, same = same, []
                same.append(figure)
                begins = figure is by_series[series.id][0]
                point = Point(figure) if any(map(self.disputed, (figure, *before))) else _point(figure, before)
                points.append(point._replace(breaks=begins and series.after in by_series))
        return tuple(points)

    def disputed(self, figure: Figure) -> bool:
        """Whether figures of the same date say that this one cannot be right."""
        return any(self.by_id[other].as_of == figure.as_of for other in figure.conflicts_with)

    def _in_order(self, by_series: dict[str, list[Figure]]) -> list[Series]:
        """The series that have figures: as their metric lists them, but each behind the one that it comes after."""
        if not by_series:
            return []
        metric = self.metrics[next(iter(by_series.values()))[0].metric]
        left = [series for series in metric.series if series.id in by_series]
        ordered: list[Series] = []
        while left:
            ready = [one for one in left if all(one.after != other.id for other in left)]
            ordered.append(ready[0] if ready else left[0])
            left.remove(ordered[-1])
        return ordered

    def shares(self, metric: str, as_of: Period | None = None) -> tuple[Share, ...]:
        """All territories side by side, with the last figure of each and its share of the district's figure of the
        same date, where there is exactly one, of the same series, that no conflict parts them from."""
        latest = {figure.territory: figure for figure in self.latest(metric, as_of)}
        shares = []
        for kreis in self.district.kreise:
            figure = latest.get(kreis.key)
            totals = [
                total
                for total in (self.of(metric, "district") if figure else ())
                if figure and _when(total) == _when(figure) and total.series == figure.series
            ]
            percent = None
            if figure and len(totals) == 1 and totals[0].value and figure.unit not in ("percent", "index"):
                if totals[0].id not in figure.conflicts_with:
                    percent = 100 * figure.value / totals[0].value
            shares.append(Share(kreis, figure, percent))
        return tuple(shares)


def _when(figure: Figure) -> Period:
    return period.parse(figure.as_of)


def gap(before: Figure, figure: Figure) -> tuple[int, int] | None:
    """The first and the last of the years between two figures of a series that have no figure; None without such."""
    first, last = _when(before).end.year + 1, _when(figure).end.year - 1
    return None if first > last else (first, last)


def _place(figure: Figure) -> tuple[str, str, str]:
    return figure.territory, figure.as_of, figure.series


def _keys(kreis: Kreis) -> list[str]:
    return [kreis.key, *(town.ags for town in kreis.municipalities if town.kind != "city")]


def _point(figure: Figure, before: list[Figure]) -> Point:
    """A figure with its change against those of the date before; there is none where they contradict it."""
    if not before or {other.id for other in before} & set(figure.conflicts_with):
        return Point(figure)
    base = min(before, key=lambda other: other.precision != "exact")
    step = max((fineness(one.printed or "") for one in (figure, base) if one.precision == "rounded"), default=None)
    change = figure.value - base.value
    if step is not None:
        change = round(change / step) * step
    if figure.unit in ("percent", "index"):
        return Point(figure, round(change, 1), None, step is not None)
    percent = round(100 * change / base.value, 1 if step is None else None) if base.value else None
    return Point(figure, change, percent, step is not None)
