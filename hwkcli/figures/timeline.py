"""All figures of a district over time: what is there, and what was in force on a day.

Nothing is computed between figures of different series, nor across a conflict; what follows from rounded figures is
rounded to the coarser of them.
"""

from collections.abc import Iterable

from hwkcli.errors import Message
from hwkcli.figures import changes, population, ratios, territories
from hwkcli.figures.changes import Point, when
from hwkcli.figures.names import Names
from hwkcli.model import District, Figure, History, Kreis, Metric, Ratio, Source
from hwkcli.period import Period


class Figures:
    """All figures of a district over time, with its headline figures and what follows from them."""

    def __init__(self, district: District, history: History) -> None:
        self.district = district
        self.metrics = {metric.id: metric for metric in history.metrics}
        figures = (*history.figures, *district.figures, *population.figures(district, history))
        self.figures = tuple(sorted(figures, key=lambda figure: when(figure).end))
        """Those that are printed, and the population."""
        self.by_id = {figure.id: figure for figure in figures}
        self.sources = {source.id: source for source in (*history.sources, *district.sources)}
        self.territories = {"district": district.chamber.district}
        self.territories |= {town.ags: town.name for town in district.towns if town.kind != "locality"}
        self.territories |= {kreis.key: kreis.name for kreis in district.kreise}
        self.ratios: dict[str, Ratio] = {}
        for ratio in district.ratios:
            if {ratio.dividend, ratio.divisor} <= set(self.metrics):
                self._add(ratio)
        self.names = Names(self.metrics.values())

    def _add(self, ratio: Ratio) -> Metric:
        metric = ratios.metric(ratio, self.metrics[ratio.dividend], self.metrics[ratio.divisor])
        self.ratios[ratio.id], self.metrics[ratio.id] = ratio, metric
        return metric

    def metric(self, word: str) -> Metric:
        """The metric or ratio that a word names: its id, a label or an alias. Raises NotFound, with suggestions."""
        return self.metrics[self.names.required(word, Message("no metric"), Message("hwk stats --list names them all"))]

    def compared(self, dividend: Metric, divisor: Metric) -> Metric:
        """The ratio of two metrics over time, as a metric that can be asked for like any other.

        Raises what `ratios.between` raises.
        """
        for ratio in self.ratios.values():
            if (ratio.dividend, ratio.divisor) == (dividend.id, divisor.id):
                return self.metrics[ratio.id]
        return self._add(ratios.between(dividend, divisor, self.of(dividend.id), self.of(divisor.id)))

    def territory(self, word: str) -> str:
        """The key of the Kreis that a word means, or the AGS of the town, if it has figures. Raises what
        `territories.single` raises."""
        return territories.single(self.district, word, self._counted())

    def asked(self, word: str, metric: Metric | None = None) -> tuple[territories.Asked, ...]:
        """The territories that a word asks for, of a metric or at all. Raises what `territories.asked` raises."""
        return territories.asked(self.district, word, self._counted(metric))

    def _counted(self, metric: Metric | None = None) -> set[str]:
        """The territories that have figures of a metric; of none in particular, of any but the population."""
        if metric is None:
            return {figure.territory for figure in self.figures if figure.metric != population.METRIC}
        return {figure.territory for figure in self.of(metric.id)}

    def source(self, figure: Figure) -> Source:
        """The source of a figure; of a ratio, that of its dividend."""
        return self.sources[figure.source]

    def sources_of(self, figure: Figure) -> tuple[Source, ...]:
        """All sources that a figure rests on."""
        ids = [self.by_id[id].source for id in figure.inputs] or [figure.source]
        return tuple(self.sources[id] for id in dict.fromkeys(ids))

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
        unless all are wanted or they conflict with it. Ratios never follow from those that are left out.
        """
        if metric in self.ratios:
            found: Iterable[Figure] = self._ratios(self.ratios[metric])
        else:
            wanted = self.metric(metric).id
            found = [figure for figure in self.figures if figure.metric == wanted]
            if not all_figures:
                found = self._without_seconds(found)
        return tuple(
            figure
            for figure in found
            if (territory is None or figure.territory == territory)
            and (since is None or when(figure).end >= since.start)
            and (until is None or when(figure).end <= until.end)
        )

    def _ratios(self, ratio: Ratio) -> list[Figure]:
        parts = self.metrics[ratio.dividend], self.metrics[ratio.divisor]
        return ratios.over_time(ratio, parts, self.of(ratio.dividend), self.of(ratio.divisor))

    def _without_seconds(self, found: list[Figure]) -> list[Figure]:
        primary = {_place(figure) for figure in found if self.source(figure).rank == "primary"}
        return [
            figure
            for figure in found
            if self.source(figure).rank == "primary" or _place(figure) not in primary or figure.conflicts_with
        ]

    def latest(self, metric: str, as_of: Period | None = None, all_figures: bool = False) -> tuple[Figure, ...]:
        """The last figure of the district and of each territory that has one, of all or of those in force on a day.

        Figures of the same date that conflict are all there.
        """
        last: dict[str, list[Figure]] = {key: [] for key in self.territories}
        for figure in self.of(metric, until=as_of, all_figures=all_figures):
            before = last[figure.territory]
            if before and when(before[0]).end != when(figure).end:
                before.clear()
            before.append(figure)
        order = ["district", *(key for kreis in self.district.kreise for key in _keys(kreis))]
        return tuple(figure for key in order for figure in last[key])

    def points(self, figures: Iterable[Figure], since: Period | None = None) -> tuple[Point, ...]:
        """Figures of one metric, territory by territory and series by series, each with its change against the one
        before, or since a time."""
        by_territory: dict[str, list[Figure]] = {}
        for figure in figures:
            by_territory.setdefault(figure.territory, []).append(figure)
        return tuple(
            point
            for own in by_territory.values()
            for point in changes.points(self.metrics[own[0].metric], own, self.disputed, since)
        )

    def disputed(self, figure: Figure) -> bool:
        """Whether figures of the same date say that this one cannot be right."""
        return any(self.by_id[other].as_of == figure.as_of for other in figure.conflicts_with)


def _place(figure: Figure) -> tuple[str, str, str]:
    return figure.territory, figure.as_of, figure.series


def _keys(kreis: Kreis) -> list[str]:
    return [kreis.key, *(town.ags for town in kreis.municipalities if town.kind != "city")]
