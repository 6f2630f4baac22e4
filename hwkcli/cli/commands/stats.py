"""The figures of the district, of a Kreis, of a metric over time."""

from typing import Annotated, Any

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
    settings,
)
from hwkcli.cli.options import DataOption, check_order, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.cli.wanted import Wanted
from hwkcli.errors import NotFound
from hwkcli.figures import headline
from hwkcli.files import load
from hwkcli.model import District
from hwkcli.views.figures import headline as headline_view


@replying
def stats(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[METRIC] [KREIS]",
            help="What is counted, or where, or both.",
            autocompletion=completion.metrics_and_kreise,
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
    data: DataOption = None,
) -> None:
    """The headline figures; of a METRIC or a KREIS, its figures.

    Without either: the headline figures of the press release, and the ratios that follow from them.
    """
    drawing = settings(plot, size, title, values, axis, sources)
    if as_of and until:
        raise typer.BadParameter("--as-of and --until both say up to when; give one of them")
    check_order(since, until)
    wanted = Wanted(past, since, as_of or until, change_since, compare, all_figures, chart, drawing)
    district = load.district(data)
    if not (catalogue or words or kreis):
        _headline(district, wanted, reply)
        return
    from hwkcli.cli import figures

    if not catalogue:
        figures.give(district, words or [], kreis or [], wanted, reply)
    elif words or kreis or wanted.given():
        raise typer.BadParameter("--list names all metrics; leave all else out")
    else:
        figures.catalogue(district, reply)


def _headline(district: District, wanted: Wanted, reply: Reply) -> None:
    """The headline figures of the press release."""
    wanted.needs_metric()
    found = headline.stats(district)
    if not found:
        raise NotFound("the data file has no figures")
    reply.give(headline_view.stats(district, found, reply.lang))
