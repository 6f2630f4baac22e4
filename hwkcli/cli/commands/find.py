"""Find and show places and chambers."""

from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli.options import DataOption, PlaceArgument, WordsArgument, one_day, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.cli.stdin import Queries
from hwkcli.errors import Ambiguous, Conflict
from hwkcli.files import load
from hwkcli.gazetteer import records
from hwkcli.gazetteer.find import EVERYWHERE, Finder, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.views import places as views


@replying
def find(
    reply: Reply,
    words: WordsArgument,
    district_only: Annotated[bool, typer.Option("--district", help="Only in the district.")] = False,
    on: Annotated[
        Any, time_option("--on", "The register as it was on this day: names, keys and Kreise; chambers are of today.")
    ] = None,
    data: DataOption = None,
) -> None:
    """What place is this, in the district or elsewhere?

    What bears the whole name comes first, a municipality before a Kreis, a Land and a locality. By name, alias,
    printed spelling, locality, postal code, AGS, ARS, Kreis or its key. With -, one query a line from stdin.
    """
    day = one_day(on, "--on")
    if day:
        if words == ["-"] or district_only or data:
            raise typer.BadParameter("--on is of the whole register; give it without -, --district and --data")
        _on(" ".join(words), day, reply)
        return
    finder = _finder(data, many=words == ["-"])
    narrow = Narrow(district=True) if district_only else EVERYWHERE

    def ask(word: str) -> tuple[Match, ...]:
        return finder.ask(word, narrow).matches

    if words != ["-"]:
        reply.give(views.matches(ask(" ".join(words)), reply.lang))
        return
    queries = Queries(ask)
    reply.give(views.many_matches(queries, reply.lang))
    queries.end()


def _on(word: str, day: str, reply: Reply) -> None:
    """What a word meant on a day."""
    from hwkcli.gazetteer import history_search
    from hwkcli.gazetteer.chronicle import Then
    from hwkcli.views import history

    found = [Then(one, "itself") for one in history_search.on_day(word, day)]
    reply.give(history.then(word, day, found, reply.lang))


@replying
def show(
    reply: Reply,
    words: PlaceArgument,
    data: DataOption = None,
) -> None:
    """All about one place, or one chamber.

    A chamber is named by its name, short name (HWK MÜNSTER), seat behind HWK, code or domain.
    """
    from hwkcli.views import cards

    word = " ".join(words)
    chamber = records.named_chamber(word)
    if chamber is not None:
        from hwkcli.views import portrait

        reply.give(portrait.chamber(chamber, reply.lang))
        return
    try:
        match, others = _finder(data).one(word)
    except Conflict:
        raise
    except Ambiguous as error:
        reply.give(views.matches(error.candidates, reply.lang))
        raise
    origins = load.district(data) if match.in_district else records.origins()
    reply.give(cards.place(origins, match, others, reply.lang))


def _finder(data: Path | None, many: bool = False) -> Finder:
    """What answers queries about the shipped district, or the one of another data file."""
    return shipped(many) if data is None else Finder(own=load.district(data))
