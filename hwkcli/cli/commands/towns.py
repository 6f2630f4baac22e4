"""The towns and the Kreise of the district, or of another chamber."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli import completion
from hwkcli.cli.conversation import say
from hwkcli.cli.drawing import ChartOption, PlotOption, SizeOption, SourcesOption, TitleOption, settings
from hwkcli.cli.options import ChamberOption, DataOption, KindOption, KreisOption, land_option, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Message, NotFound, quoted
from hwkcli.files import load
from hwkcli.gazetteer import territory
from hwkcli.model import District
from hwkcli.views import places

KreiseArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[KREIS]...", help="Only these Kreise, as with --kreis.", autocompletion=completion.kreise),
]
OfLandOption = Annotated[str | None, land_option("All of a Land, by name or key; with --chamber, what that has there.")]


def _district(chamber: str | None, land: str | None, data: Path | None) -> District:
    """The district of the data file in use, or that of a chamber, or what one of them has in a Land; a Land alone is
    all of it."""
    if chamber is None and land is None:
        return load.district(data)
    from hwkcli.gazetteer import records
    from hwkcli.gazetteer.geography import extent

    key = None if land is None else extent.land_key(land)
    if chamber is None and data is None and key:
        return records.land(key)
    named = load.district(data) if chamber is None else territory.district_of(chamber, lambda: load.district(data))
    return territory.of_land(named, key) if key else named


def _named(district: District, words: Sequence[str], kreise: Sequence[str]) -> tuple[str, ...]:
    """The names of Kreise that the words of a call and its `--kreis` are: the words are one name, else a name a word.

    Raises NotFound for words that are neither.
    """
    whole = " ".join(words)
    if len(words) < 2:
        return (*words, *kreise)
    try:
        territory.meant(district, whole)
    except NotFound:
        for word in words:
            territory.meant(district, word)
        return (*words, *kreise)
    return (whole, *kreise)


@replying
def towns(
    reply: Reply,
    words: KreiseArgument = None,
    kreis: KreisOption = None,
    chamber: ChamberOption = None,
    land: OfLandOption = None,
    kind: KindOption = None,
    data: DataOption = None,
) -> None:
    """The towns and municipalities of a district, or of a Land."""
    district = _district(chamber, land, data)
    named = _named(district, words or (), kreis or ())
    for word in named:
        kreise, place, became = territory.meant(district, word)
        if became:
            say(Message("{word} is no Kreis any more; it became {names}", word=quoted(word), names=", ".join(became)))
        elif place == kreise[0].name:
            say(Message("{place} lies in no Kreis; these are its towns", place=place))
        elif place:
            say(Message("{place} lies in {kreis}; these are its towns", place=place, kreis=kreise[0].name))
    entries = territory.towns(district, named, kind or ())
    if not entries:
        raise NotFound("no entry of this kind there; leave out --kind or --kreis")
    reply.give(places.towns(district, entries, reply.lang))


@replying
def kreise(
    reply: Reply,
    words: KreiseArgument = None,
    metric: Annotated[
        str | None,
        typer.Option(
            "--stats",
            metavar="METRIC",
            help="A figure of each, side by side; hwk stats --list names them.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    kreis: KreisOption = None,
    chamber: ChamberOption = None,
    land: OfLandOption = None,
    as_of: Annotated[Any, time_option("--as-of", "With --stats: the figures in force on this day.")] = None,
    chart: ChartOption = False,
    plot: PlotOption = None,
    size: SizeOption = None,
    title: TitleOption = None,
    sources: SourcesOption = False,
    data: DataOption = None,
) -> None:
    """The Kreise and kreisfreie Städte of a district, or of a Land."""
    drawing = settings(plot, size, title, None, None, sources)
    if metric is not None and (chamber is not None or land is not None):
        raise typer.BadParameter("--stats has figures of the district only; leave --chamber and --land out")
    district = _district(chamber, land, data)
    named = _named(district, words or (), kreis or ())
    wanted = {found.key for name in named for found in territory.kreise(district, name)}
    if metric is None:
        for option, given in (("--as-of", as_of), ("--chart", chart), ("--plot", drawing)):
            if given:
                raise typer.BadParameter(Message("{option} goes with --stats", option=option))
        if wanted:
            district = district._replace(kreise=tuple(one for one in district.kreise if one.key in wanted))
        reply.give(places.kreise(district, reply.lang))
        return
    from hwkcli.cli.side_by_side import give

    give(district, metric, wanted, as_of, chart, drawing, reply)
