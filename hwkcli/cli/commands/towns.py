"""The towns and the Kreise of the district, or of another chamber."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli import completion
from hwkcli.cli.options import ChamberOption, DataOption, KindOption, KreisOption, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import NotFound
from hwkcli.files import load
from hwkcli.gazetteer import lookup
from hwkcli.model import District
from hwkcli.views import places

KreiseArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[KREIS]...", help="Only these Kreise, as with --kreis.", autocompletion=completion.kreise),
]


def _district(chamber: str | None, data: Path | None) -> District:
    """The district of the data file in use, or that of a chamber."""
    if chamber is None:
        return load.district(data)
    from hwkcli.gazetteer import places

    return places.district(chamber, lambda: load.district(data))


def _named(district: District, words: Sequence[str]) -> tuple[str, ...]:
    """The names of Kreise that some words are: one name of several words, else a name a word.

    Raises NotFound for words that are neither.
    """
    whole = " ".join(words)
    if len(words) < 2:
        return tuple(words)
    try:
        lookup.kreise(district, whole)
    except NotFound:
        for word in words:
            lookup.kreise(district, word)
        return tuple(words)
    return (whole,)


@replying
def towns(
    reply: Reply,
    words: KreiseArgument = None,
    kreis: KreisOption = None,
    chamber: ChamberOption = None,
    kind: KindOption = None,
    data: DataOption = None,
) -> None:
    """The towns and municipalities of a district."""
    district = _district(chamber, data)
    entries = lookup.towns(district, (*_named(district, words or ()), *(kreis or ())), kind or ())
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
    as_of: Annotated[Any, time_option("--as-of", "With --stats: the figures in force on this day.")] = None,
    data: DataOption = None,
) -> None:
    """The Kreise and kreisfreie Städte of a district."""
    if metric is not None and chamber is not None:
        raise typer.BadParameter("--stats has figures of the district only; leave --chamber out")
    district = _district(chamber, data)
    named = (*_named(district, words or ()), *(kreis or ()))
    wanted = {found.key for name in named for found in lookup.kreise(district, name)}
    if metric is None:
        if as_of:
            raise typer.BadParameter("--as-of goes with --stats")
        if wanted:
            district = district._replace(kreise=tuple(one for one in district.kreise if one.key in wanted))
        reply.give(places.kreise(district, reply.lang))
        return
    from hwkcli.figures import timeline
    from hwkcli.views import figures

    every = timeline.Figures(district, load.history(district))
    known = every.metric(metric)
    beside = [share for share in every.shares(metric, as_of) if not wanted or share.kreis.key in wanted]
    reply.give(figures.shares(every, known, beside, reply.lang))
