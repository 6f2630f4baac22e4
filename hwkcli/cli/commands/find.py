"""Find and show places and chambers."""

from typing import Annotated

import typer

from hwkcli.cli.options import DataOption, PlaceArgument, WordsArgument
from hwkcli.cli.reply import Reply, replying
from hwkcli.cli.stdin import Queries
from hwkcli.errors import Ambiguous
from hwkcli.files import load
from hwkcli.gazetteer import places, records
from hwkcli.gazetteer.lookup import Match
from hwkcli.views import places as views


@replying
def find(
    reply: Reply,
    words: WordsArgument,
    district_only: Annotated[bool, typer.Option("--district", help="Only in the district.")] = False,
    data: DataOption = None,
) -> None:
    """What place is this, in the district or elsewhere?

    The answers of the district come first, then the rest of Germany. By name, alias, printed spelling, locality,
    postal code, AGS, ARS, Kreis or its key. With -, one query a line from stdin.
    """
    district = load.district(data)

    def ask(word: str) -> tuple[Match, ...]:
        return places.inside(district, word) if district_only else places.find(district, word)

    if words != ["-"]:
        reply.give(views.matches(ask(" ".join(words)), reply.lang))
        return
    queries = Queries(ask)
    reply.give(views.many_matches(queries, reply.lang))
    queries.end()


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
    district = load.district(data)
    try:
        match, others = places.one(district, word)
    except Ambiguous as error:
        reply.give(views.matches(error.candidates, reply.lang))
        raise
    origins = district if match.in_district else records.origins()
    reply.give(cards.place(origins, match, others, reply.lang))
