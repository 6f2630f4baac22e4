"""The figures of the district, of a Kreis, of a metric over time."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from hwkcli.cli import completion
from hwkcli.cli.drawing import (
    AxisOption,
    ChartOption,
    PlotOption,
    SizeOption,
    SourcesOption,
    TitleOption,
    ValuesOption,
    save,
    settings,
)
from hwkcli.cli.lazy import say
from hwkcli.cli.options import (
    Answer,
    DataOption,
    FormatOption,
    JsonOption,
    LangOption,
    OutputOption,
    answer_as,
    time_option,
)
from hwkcli.errors import NotFound
from hwkcli.figures import beside, headline
from hwkcli.figures.changes import Point, when
from hwkcli.figures.question import missing, subject
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import District, Figure, Metric
from hwkcli.output.pictures.settings import Settings
from hwkcli.output.render import Format
from hwkcli.period import Period
from hwkcli.views.figures import beside as beside_view
from hwkcli.views.figures import catalogue as catalogue_view
from hwkcli.views.figures import chart as chart_view
from hwkcli.views.figures import headline as headline_view
from hwkcli.views.figures import over_time


class Wanted(NamedTuple):
    """What is to be shown of the figures of a metric or of some territories."""

    past: bool = False
    since: Period | None = None
    until: Period | None = None
    change_since: Period | None = None
    compare: str | None = None
    all_figures: bool = False
    chart: bool = False
    drawing: Settings | None = None

    @property
    def over_time(self) -> bool:
        """Whether all figures are wanted and not only the latest."""
        return bool(self.past or self.chart or self.drawing or self.compare)

    def given(self, but: Sequence[str] = ()) -> list[str]:
        """The options that were given, by their names on the command line, but for some."""
        named = {"past": "--history", "drawing": "--plot", "until": "--as-of and --until"}
        given = [name for name, value in self._asdict().items() if value and name not in but]
        return [named.get(name, "--" + name.replace("_", "-")) for name in given]


def stats(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[METRIC] [KREIS]", help="What is counted, or where, or both.", autocompletion=completion.metrics
        ),
    ] = None,
    catalogue: Annotated[bool, typer.Option("--list", help="The metrics, with years covered.")] = False,
    past: Annotated[bool, typer.Option("--history", help="The figures over time, with the changes.")] = False,
    kreis: Annotated[
        list[str] | None,
        typer.Option(
            "--kreis",
            metavar="KREIS",
            help="A Kreis, or a town; may be given several times.",
            autocompletion=completion.kreise,
        ),
    ] = None,
    since: Annotated[Any, time_option("--since", "Only figures from this date on.")] = None,
    until: Annotated[Any, time_option("--until", "Only figures up to this date.")] = None,
    as_of: Annotated[Any, time_option("--as-of", "The figures in force on this day.")] = None,
    change_since: Annotated[Any, time_option("--change-since", "The change against the figure of that time.")] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            "--compare",
            metavar="METRIC",
            help="The ratio to another metric over time.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    all_figures: Annotated[
        bool, typer.Option("--all-figures", help="Secondary figures too, where there is a primary one.")
    ] = False,
    chart: ChartOption = False,
    plot: PlotOption = None,
    size: SizeOption = None,
    title: TitleOption = None,
    values: ValuesOption = None,
    axis: AxisOption = None,
    sources: SourcesOption = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The headline figures; of a METRIC or a KREIS, its figures.

    Without either: the headline figures of the press release, and the ratios that follow from them.
    """
    answer = answer_as(form, as_json, output, lang)
    drawing = settings(plot, size, title, values, axis, sources)
    wanted = Wanted(past, since, as_of or until, change_since, compare, all_figures, chart, drawing)
    district = load.district(data)
    if catalogue:
        _catalogue(district, answer, bool(words or kreis or wanted.given()))
    elif not words and not kreis:
        _headline(district, wanted, answer)
    else:
        figures = Figures(district, load.history(district))
        about = subject(figures, words or (), kreis or ())
        for line in about.said:
            say(line)
        if about.metric is None:
            _territories(figures, about.territories, wanted, answer)
        else:
            other = figures.metric(compare) if compare else None
            metric = figures.compared(about.metric, other) if other else about.metric
            _metric(figures, metric, about.territories, wanted, answer)


def _catalogue(district: District, answer: Answer, more: bool) -> None:
    """What is counted."""
    if more:
        raise typer.BadParameter("--list names all metrics; leave all else out")
    answer.give(catalogue_view.metrics(Figures(district, load.history(district)), answer.lang))


def _headline(district: District, wanted: Wanted, answer: Answer) -> None:
    """The headline figures of the press release."""
    _needs_metric(wanted.given())
    found = headline.stats(district)
    if not found:
        raise NotFound("the data file has no figures")
    answer.give(headline_view.stats(district, found, answer.lang))


def _territories(figures: Figures, territories: Sequence[str], wanted: Wanted, answer: Answer) -> None:
    """All figures of some territories."""
    _needs_metric(wanted.given(but=["until"]))
    profiles = [beside.profile(figures, key, wanted.until) for key in territories]
    for key, entries in zip(territories, profiles, strict=True):
        if not entries:
            say(f"no figures of {figures.territories[key]} at that time")
    # Metric by metric, so that what belongs together stands together.
    order = list(figures.metrics)
    found = sorted((entry for one in profiles for entry in one), key=lambda entry: order.index(entry.metric.id))
    if not found:
        raise NotFound("no figures of these Kreise at that time; leave out --as-of and --until")
    answer.give(beside_view.profile(figures, found, answer.lang))


def _needs_metric(options: Sequence[str]) -> None:
    if options:
        raise typer.BadParameter(f"{options[0]} needs a METRIC; hwk stats --list names them all")


def _metric(figures: Figures, metric: Metric, territories: Sequence[str], wanted: Wanted, answer: Answer) -> None:
    """The figures of a metric: the latest ones, or those over time."""
    if wanted.over_time:
        _over_time(figures, metric, territories or ["district"], wanted, answer)
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
    answer.give(over_time.latest(figures, metric, found, answer.lang, change))


def _over_time(figures: Figures, metric: Metric, territories: Sequence[str], wanted: Wanted, answer: Answer) -> None:
    """The figures of a metric over time, as a table, as bars, as a picture."""
    if wanted.change_since and (wanted.chart or wanted.drawing):
        raise typer.BadParameter("--change-since goes with the latest figures or --history")
    points = _points(figures, metric, territories, wanted)
    _tell_missing(figures, metric, territories, [point.figure for point in points])
    if wanted.drawing:
        from hwkcli.output.pictures import lines

        save(lines.draw(figures, metric, points, wanted.drawing, answer.reading), wanted.drawing)
    if wanted.chart:
        answer.give(chart_view.over_time(figures, metric, points, answer.lang))
    elif wanted.past or not wanted.drawing:
        answer.give(over_time.history(figures, metric, points, answer.lang, since=wanted.change_since is not None))


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
        years = ", ".join(dict.fromkeys(str(when(figure).end.year) for figure in found))
        raise NotFound(f"no figure of {metric.id} at that time to compare a later one with; there are some of {years}")
    return [point for point in points if wanted.since is None or when(point.figure).end >= wanted.since.start]


def _tell_missing(figures: Figures, metric: Metric, territories: Iterable[str], found: Sequence[Figure]) -> None:
    """Say for which territories there is nothing. Raises NotFound if there is nothing at all."""
    without = [key for key in territories if all(figure.territory != key for figure in found)]
    if not found:
        raise NotFound(missing(figures, metric, without))
    if without:
        say(missing(figures, metric, without))
