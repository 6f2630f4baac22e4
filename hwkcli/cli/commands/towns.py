"""The towns and the Kreise of the district, or of another chamber."""

from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli import completion
from hwkcli.cli.drawing import ChartOption, PlotOption, SizeOption, SourcesOption, TitleOption, settings
from hwkcli.cli.lazy import say
from hwkcli.cli.options import (
    ChamberOption,
    DataOption,
    FormatOption,
    JsonOption,
    KindOption,
    KreisOption,
    LangOption,
    OutputOption,
    SortOption,
    answer_as,
    time_option,
)
from hwkcli.errors import NotFound
from hwkcli.files import load
from hwkcli.gazetteer import territory
from hwkcli.model import District
from hwkcli.output.render import Format
from hwkcli.views import places


def _district(chamber: str | None, data: Path | None) -> District:
    """The district of the data file in use, or that of a chamber."""
    if chamber is None:
        return load.district(data)
    return territory.district_of(chamber, lambda: load.district(data))


def towns(
    kreis: KreisOption = None,
    chamber: ChamberOption = None,
    kind: KindOption = None,
    sort: SortOption = "source",
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The towns and municipalities of a district."""
    answer = answer_as(form, as_json, output, lang)
    district = _district(chamber, data)
    for word in kreis or ():
        if place := territory.meant(district, word).place:
            around = territory.kreise(district, word)[0].name
            say(f"{place} lies in {around if around != place else 'no Kreis'}; these are its towns")
    entries = territory.towns(district, kreis or (), kind or (), sort)
    if not entries:
        raise NotFound("no entry of this kind there; leave out --kind or --kreis")
    answer.give(places.towns(district, entries, answer.lang))


def kreise(
    metric: Annotated[
        str | None,
        typer.Option(
            "--stats",
            metavar="METRIC",
            help="A figure of each, side by side; hwk stats --list names them.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    chamber: ChamberOption = None,
    as_of: Annotated[Any, time_option("--as-of", "With --stats: the figures in force on this day.")] = None,
    chart: ChartOption = False,
    plot: PlotOption = None,
    size: SizeOption = None,
    title: TitleOption = None,
    sources: SourcesOption = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The Kreise and kreisfreie Städte of a district."""
    answer = answer_as(form, as_json, output, lang)
    drawing = settings(plot, size, title, None, None, sources)
    if metric is not None and chamber is not None:
        raise typer.BadParameter("--stats has figures of the district only; leave --chamber out")
    district = _district(chamber, data)
    if metric is None:
        for option, given in (("--as-of", as_of), ("--chart", chart), ("--plot", drawing)):
            if given:
                raise typer.BadParameter(f"{option} goes with --stats")
        answer.give(places.kreise(district, answer.lang))
        return
    from hwkcli.cli.side_by_side import give

    give(district, metric, as_of, chart, drawing, answer)
