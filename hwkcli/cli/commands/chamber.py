"""Which chamber is responsible for a place in Germany, and all chambers."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hwkcli.cli import completion
from hwkcli.cli.conversation import say, say_how_read
from hwkcli.cli.options import LEVELS, CitedOption, LandOption, WordsArgument, choice_option, kreis_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Exit, Message, NotFound
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.find import Narrow
from hwkcli.gazetteer.responsible import Answer
from hwkcli.model import Chamber
from hwkcli.views import chambers as views
from hwkcli.views import page


@replying
def chamber(
    reply: Reply,
    words: WordsArgument,
    land: LandOption = None,
    kreis: Annotated[str | None, kreis_option("Only in this Kreis, by name or key.")] = None,
    postal_code: Annotated[
        str | None, typer.Option("--postal-code", metavar="CODE", help="Only at this postal code.")
    ] = None,
    cited: CitedOption = False,
    web: Annotated[bool, typer.Option("--web", help="Open the web site of the chamber.")] = False,
) -> None:
    """Which chamber is responsible for this place?

    For a municipality, locality, postal code, AGS, ARS, Kreis or Land, or a position like 51.53,7.69; every place that
    the words mean. Where these are of several chambers, the exit code is 4. With -, one query a line from stdin.
    """
    if web and words == ["-"]:
        raise typer.BadParameter("--web opens one site; give one query as arguments")

    def ask(word: str) -> tuple[Answer, ...]:
        return responsible.chamber(word, Narrow(land, kreis, postal_code), many=words == ["-"])

    def ask_and_say(word: str) -> tuple[Answer, ...]:
        found = ask(word)
        say_how_read(word, found[0].how)
        return found

    if words != ["-"]:
        found = ask(" ".join(words))
        reply.give(views.answers(found, reply.lang, cited))
        say_how_read(" ".join(words), found[0].how)
        undecided = responsible.undecided(found)
        if undecided:
            places = len({one.place.id for one in found if not one.namesake})
            narrower = Message("{said}; narrow it with --kreis, --land or --postal-code", said=undecided)
            say(narrower if places > 1 else undecided)
            raise typer.Exit(Exit.AMBIGUOUS)
        (one,) = responsible.chambers_of(found)
        if web and one:
            _open(one)
        return
    from hwkcli.cli.stdin import Queries

    several = False

    queries = Queries(ask_and_say)

    def decided() -> Iterator[Answer]:
        """The answers, and a word on stderr about each query that has several chambers."""
        nonlocal several
        for group in queries.groups():
            if undecided := responsible.undecided(group):
                several = True
                queries.say(undecided)
            yield from group

    reply.give(views.many_answers(decided(), reply.lang))
    queries.end()
    if several:
        raise typer.Exit(Exit.AMBIGUOUS)


def _open(one: Chamber) -> None:
    """Open the site of a chamber, and say its address."""
    address = page.web(one.web)
    say(Message("the web site of the {chamber}: {address}", chamber=one.name, address=address))
    if typer.launch(address):
        say(Message("no browser could be started; open the address yourself"))


@replying
def chambers(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LAND]", help="Those of this Land, as with --land.", autocompletion=completion.laender),
    ] = None,
    land: LandOption = None,
    confidence: Annotated[
        str | None,
        choice_option(
            "--confidence",
            metavar="LEVEL",
            choices=LEVELS,
            help="What is assigned to them with no more than medium or low confidence.",
        ),
    ] = None,
) -> None:
    """All chambers of crafts, or those of a Land."""
    if words and land is not None:
        raise typer.BadParameter("name the Land once, as a word or with --land")
    found = responsible.chambers(" ".join(words) if words else land)
    if confidence is None:
        reply.give(views.chambers(found, reply.lang))
        return
    from hwkcli.gazetteer.assignments import assignments

    weak = assignments(found, confidence)
    if not weak:
        raise NotFound("nothing is assigned to these chambers with so little confidence; all of it is known better")
    from hwkcli.views.assignments import assignments as listed

    reply.give(listed(weak, reply.lang))
