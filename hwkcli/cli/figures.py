"""The answers of `hwk stats` about metrics and territories."""

from collections.abc import Iterable, Sequence

import typer

from hwkcli.cli.conversation import say
from hwkcli.cli.drawing import save
from hwkcli.cli.reply import Reply
from hwkcli.cli.wanted import Wanted
from hwkcli.errors import Message, NotFound
from hwkcli.figures import beside
from hwkcli.figures.changes import Point, when
from hwkcli.figures.names import called
from hwkcli.figures.question import missing, subject
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import District, Figure, Metric
from hwkcli.views.figures import beside as beside_view
from hwkcli.views.figures import catalogue as catalogue_view
from hwkcli.views.figures import chart as chart_view
from hwkcli.views.figures import over_time


def catalogue(district: District, reply: Reply) -> None:
    """What is counted."""
    reply.give(catalogue_view.metrics(Figures(district, load.history(district)), reply.lang))


def give(district: District, words: Sequence[str], kreise: Sequence[str], wanted: Wanted, reply: Reply) -> None:
    """Answer with the figures of what some words name: of a metric, or of territories.

    Raises NotFound, Ambiguous and EmptyQuery as the words do, and BadParameter for options that do not go together.
    """
    figures = Figures(district, load.history(district))
    about = subject(figures, words, kreise)
    for line in about.said:
        say(line)
    if about.metric is None:
        _territories(figures, about.territories, wanted, reply)
        return
    other = figures.metric(wanted.compare) if wanted.compare else None
    metric = figures.compared(about.metric, other) if other else about.metric
    _metric(figures, metric, about.territories, wanted, reply)


def _territories(figures: Figures, territories: Sequence[str], wanted: Wanted, reply: Reply) -> None:
    """All figures of some territories."""
    wanted.needs_metric(but=["until"])
    profiles = [beside.profile(figures, key, wanted.until) for key in territories]
    for key, entries in zip(territories, profiles, strict=True):
        if not entries:
            say(Message("no figures of {territory} at that time", territory=figures.territories[key]))
    # Metric by metric, so that what belongs together stands together.
    order = list(figures.metrics)
    found = sorted((entry for one in profiles for entry in one), key=lambda entry: order.index(entry.metric.id))
    if not found:
        raise NotFound("no figures of these Kreise at that time; leave out --as-of and --until")
    reply.give(beside_view.profile(figures, found, reply.lang))


def _metric(figures: Figures, metric: Metric, territories: Sequence[str], wanted: Wanted, reply: Reply) -> None:
    """The figures of a metric: the latest ones, or those over time."""
    if wanted.change_since and metric.kind == "ratio":
        raise typer.BadParameter("--change-since is for what is counted; nothing is computed from a ratio")
    if wanted.over_time:
        _over_time(figures, metric, territories or ["district"], wanted, reply)
        return
    if wanted.since:
        raise typer.BadParameter("--since goes with --history, --chart or --plot")
    latest = figures.latest(metric.id, wanted.until, wanted.all_figures)
    found = [one for one in latest if not territories or one.territory in territories]
    _tell_missing(figures, metric, territories, found)
    change: list[Point] = []
    if wanted.change_since:
        points = _points(figures, metric, dict.fromkeys(one.territory for one in found), wanted)
        change = [point for point in points if point.figure in found]
    reply.give(over_time.latest(figures, metric, found, reply.lang, change))


def _over_time(figures: Figures, metric: Metric, territories: Sequence[str], wanted: Wanted, reply: Reply) -> None:
    """The figures of a metric over time, as a table, as bars, as a picture."""
    if wanted.change_since and (wanted.chart or wanted.drawing):
        raise typer.BadParameter("--change-since goes with the latest figures or --history")
    points = _points(figures, metric, territories, wanted)
    _tell_missing(figures, metric, territories, [point.figure for point in points])
    if wanted.drawing:
        from hwkcli.output.pictures import lines

        save(lines.draw(figures, metric, points, wanted.drawing, reply.spoken), wanted.drawing, reply.force)
    if wanted.chart:
        reply.give(chart_view.over_time(figures, metric, points, reply.lang))
    elif wanted.past or not wanted.drawing:
        reply.give(over_time.history(figures, metric, points, reply.lang, since=wanted.change_since is not None))


def _points(figures: Figures, metric: Metric, territories: Iterable[str], wanted: Wanted) -> list[Point]:
    """The figures of some territories in the time that is wanted, with their changes.

    Raises NotFound if they shall be compared with a time of which there is none.
    """
    base = wanted.change_since
    found = [
        figure
        for key in territories
        for figure in figures.of(metric.id, key, None if base else wanted.since, wanted.until, wanted.all_figures)
    ]
    points = figures.points(found, base)
    if base is None:
        return list(points)
    if found and not any(point.base for point in points):
        years = ", ".join(map(str, sorted({when(figure).end.year for figure in found})))
        nothing = "no figure of {metric} at that time to compare a later one with; there are some of {years}"
        raise NotFound(nothing, metric=called(metric), years=years)
    return [point for point in points if wanted.since is None or when(point.figure).end >= wanted.since.start]


def _tell_missing(figures: Figures, metric: Metric, territories: Iterable[str], found: Sequence[Figure]) -> None:
    """Say for which territories there is nothing. Raises NotFound if there is nothing at all."""
    without = [key for key in territories if all(figure.territory != key for figure in found)]
    if not found:
        raise NotFound(missing(figures, metric, without))
    if without:
        say(missing(figures, metric, without))
