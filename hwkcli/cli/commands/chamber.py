"""Which chamber is responsible for a place in Germany, and all chambers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from hwkcli.cli import completion
from hwkcli.cli.lazy import say
from hwkcli.cli.options import LandOption, WordsArgument
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Exit, Message
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.find import Narrow
from hwkcli.gazetteer.responsible import Answer
from hwkcli.views import chambers as views


@replying
def chamber(
    reply: Reply,
    words: WordsArgument,
    land: LandOption = None,
    kreis: Annotated[
        str | None,
        typer.Option(
            "--kreis", metavar="KREIS", help="Only in this Kreis, by name or key.", autocompletion=completion.all_kreise
        ),
    ] = None,
    postal_code: Annotated[
        str | None, typer.Option("--postal-code", metavar="CODE", help="Only at this postal code.")
    ] = None,
) -> None:
    """Which chamber is responsible for this place?

    With the evidence for it. For a municipality, locality, postal code, AGS, ARS, Kreis or Land; every place that the
    words mean. Where these are of several chambers, the exit code is 4. With -, one query a line from stdin.
    """

    def ask(word: str) -> tuple[Answer, ...]:
        return responsible.chamber(word, Narrow(land, kreis, postal_code), many=words == ["-"])

    if words != ["-"]:
        found = ask(" ".join(words))
        reply.give(views.answers(found, reply.lang))
        undecided = responsible.undecided(found)
        if undecided:
            places = len({one.place.id for one in found if not one.namesake})
            narrower = Message("{said}; narrow it with --kreis, --land or --postal-code", said=undecided)
            say(narrower if places > 1 else undecided)
            raise typer.Exit(Exit.AMBIGUOUS)
        return
    from hwkcli.cli.stdin import Queries

    several = False

    def decided(groups: Iterable[Sequence[Answer]]) -> Iterator[Answer]:
        """The answers, and a word on stderr about each query that has several chambers."""
        nonlocal several
        for group in groups:
            if line := responsible.undecided(group):
                several = True
                say(line)
            yield from group

    queries = Queries(ask)
    reply.give(views.many_answers(decided(queries.groups()), reply.lang))
    queries.end()
    if several:
        raise typer.Exit(Exit.AMBIGUOUS)


@replying
def chambers(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LAND]", help="Those of this Land, as with --land.", autocompletion=completion.laender),
    ] = None,
    land: LandOption = None,
) -> None:
    """All chambers of crafts, or those of a Land."""
    if words and land is not None:
        raise typer.BadParameter("name the Land once, as a word or with --land")
    reply.give(views.chambers(responsible.chambers(" ".join(words) if words else land), reply.lang))
