"""Find and show places and chambers."""

from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli.conversation import say_how_read
from hwkcli.cli.options import CitedOption, DataOption, PlaceArgument, WordsArgument, one_day, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.cli.stdin import Queries
from hwkcli.errors import Ambiguous, Conflict
from hwkcli.gazetteer import records
from hwkcli.gazetteer.find import EVERYWHERE, Finder, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.model import Chamber, District
from hwkcli.output.formats import Format
from hwkcli.views import places as views


@replying
def find(
    reply: Reply,
    words: WordsArgument,
    district_only: Annotated[bool, typer.Option("--district", help="Only in the district.")] = False,
    on: Annotated[
        Any, time_option("--on", "The register as it was on this day: names, keys and Kreise; chambers are of today.")
    ] = None,
    cited: CitedOption = False,
    data: DataOption = None,
) -> None:
    """What place is this, in the district or elsewhere?

    What bears the whole name comes first, a municipality before a Kreis, a Land and a locality. By name, alias,
    printed spelling, locality, postal code, AGS, ARS, Kreis or its key, or by a position like 51.53,7.69. With -, one
    query a line from stdin.
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

    def ask_and_say(word: str) -> tuple[Match, ...]:
        found = ask(word)
        say_how_read(word, found[0].how)
        return found

    if words != ["-"]:
        word = " ".join(words)
        found = ask(word)
        reply.give(views.matches(found, reply.lang, cited))
        say_how_read(word, found[0].how)
        return
    queries = Queries(ask_and_say)
    reply.give(views.many_matches(queries, reply.lang))
    queries.end()


def _on(word: str, day: str, reply: Reply) -> None:
    """What a word meant on a day."""
    from hwkcli.gazetteer.history import search
    from hwkcli.gazetteer.history.chronicle import Then
    from hwkcli.views import history

    found = [Then(one, "itself") for one in search.on_day(word, day)]
    reply.give(history.then(word, day, found, reply.lang))


@replying
def show(
    reply: Reply,
    words: PlaceArgument,
    cited: CitedOption = False,
    mapped: Annotated[bool, typer.Option("--map", help="With a map of it, on the terminal.")] = False,
    data: DataOption = None,
) -> None:
    """All about one place, or one chamber.

    A chamber is named by its name, short name (HWK MÜNSTER), seat or region behind HWK, code or domain.
    """
    from hwkcli.gazetteer import chamber_names
    from hwkcli.views import cards

    word = " ".join(words)
    chamber = chamber_names.named_chamber(word)
    if chamber is not None:
        from hwkcli.views import portrait

        reply.give(portrait.chamber(chamber, reply.lang, cited), _map(chamber, reply) if mapped else "")
        return
    try:
        match, others = _finder(data).one(word)
    except Conflict:
        raise
    except Ambiguous as error:
        reply.give(views.matches(error.candidates, reply.lang))
        raise
    origins = _described(data) if match.in_district else records.origins()
    reply.give(cards.place(origins, match, others, reply.lang, cited), _map(match, reply) if mapped else "")


def _map(what: Chamber | Match, reply: Reply) -> str:
    """A map of a chamber's district or around a place, to stand below an answer. Raises BadParameter for a format that
    has no room for one."""
    if reply.form is not Format.TABLE:
        raise typer.BadParameter("--map draws below a table; hwk map -o FILE draws into a file")
    from hwkcli.gazetteer.geography import extent
    from hwkcli.output.maps.terminal import terminal
    from hwkcli.views.map import of_area

    if isinstance(what, Chamber):
        drawn = of_area(extent.of_chamber(what), reply.lang)
    else:
        drawn = of_area(extent.around_place(what), reply.lang, extent.spot_of(what))
    return "\n" + terminal(drawn, reply.medium)


def _finder(data: Path | None, many: bool = False) -> Finder:
    """What answers queries about the shipped district, or the one of another data file."""
    return shipped(many) if data is None else Finder(own=_described(data))


def _described(data: Path | None) -> District:
    """The district in a data file, which few answers need."""
    from hwkcli.files import load

    return load.district(data)
