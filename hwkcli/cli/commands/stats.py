"""The figures of the district."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli import completion
from hwkcli.cli.options import DataOption, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import NotFound, quoted
from hwkcli.figures import headline, timeline
from hwkcli.files import load
from hwkcli.model import Figure, Metric
from hwkcli.views import figures
from hwkcli.views import headline as headline_view


@replying
def stats(
    reply: Reply,
    metric: Annotated[
        str | None, typer.Argument(metavar="[METRIC]", help="What is counted.", autocompletion=completion.metrics)
    ] = None,
    catalogue: Annotated[bool, typer.Option("--list", help="The metrics, with years covered.")] = False,
    past: Annotated[bool, typer.Option("--history", help="The figures over time, with the changes.")] = False,
    kreis: Annotated[
        str | None,
        typer.Option("--kreis", metavar="KREIS", help="A Kreis, or a town.", autocompletion=completion.kreise),
    ] = None,
    since: Annotated[Any, time_option("--since", "Only figures from this date on.")] = None,
    until: Annotated[Any, time_option("--until", "Only figures up to this date.")] = None,
    as_of: Annotated[Any, time_option("--as-of", "The figures in force on this day.")] = None,
    all_figures: Annotated[
        bool, typer.Option("--all-figures", help="Secondary figures too, where there is a primary one.")
    ] = False,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the figures over time as bars.")] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw them into a file, .svg or .png (extra: plot).")
    ] = None,
    data: DataOption = None,
) -> None:
    """The headline figures; with METRIC, its figures over time.

    Without METRIC: the headline figures of the press release, and the ratios that follow from them.
    """
    district = load.district(data)
    if metric is None:
        if past or chart or all_figures or any((kreis, since, until, as_of, plot)):
            raise typer.BadParameter("these options need a METRIC; hwk stats --list names them")
        if catalogue:
            every = timeline.Figures(district, load.history(district))
            reply.give(figures.metrics(every, reply.lang))
            return
        found = headline.stats(district)
        if not found:
            raise NotFound("the data file has no figures")
        reply.give(headline_view.stats(district, found, reply.lang))
        return
    if catalogue:
        raise typer.BadParameter("--list names all metrics; leave METRIC out")
    every = timeline.Figures(district, load.history(district))
    known = every.metric(metric)
    place = None if kreis is None else every.territory(kreis)
    if not (past or chart or plot):
        if since:
            raise typer.BadParameter("--since goes with --history, --chart or --plot")
        latest = [one for one in every.latest(metric, as_of or until, all_figures) if place in (None, one.territory)]
        reply.give(figures.latest(every, known, _some(latest, known, kreis), reply.lang))
        return
    found = every.of(metric, place or "district", since, as_of or until, all_figures)
    points = every.points(_some(found, known, kreis))
    if plot:
        from hwkcli.output.plot import draw
        from hwkcli.streams import to_file

        to_file(draw(every, known, points, plot, reply.spoken), plot, force=reply.force)
    if chart:
        reply.give(figures.chart(every, known, points, reply.lang))
    elif past or not plot:
        reply.give(figures.history(every, known, points, reply.lang))


def _some(found: Sequence[Figure], metric: Metric, kreis: str | None) -> Sequence[Figure]:
    """The figures, if there are any."""
    if not found:
        where = f" for {quoted(kreis)}" if kreis else ""
        raise NotFound(f"no figure of {metric.id}{where} at that time; hwk stats {metric.id} has the latest")
    return found
