"""Which chamber is responsible for a place in Germany, and all chambers."""

from typing import Annotated

import typer

from hwkcli.cli import completion
from hwkcli.cli.lazy import say
from hwkcli.cli.options import FormatOption, JsonOption, LandOption, LangOption, OutputOption, WordsArgument, answer_as
from hwkcli.errors import Exit
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.find import Narrow
from hwkcli.gazetteer.responsible import Answer
from hwkcli.output.render import Format
from hwkcli.views import chambers as views


def chamber(
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
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
) -> None:
    """Which chamber is responsible for this place?

    With the evidence for it. For a municipality, locality, postal code, AGS, ARS, Kreis or Land; every place that the
    words mean. Where these are of several chambers, the exit code is 4. With -, one query a line from stdin.
    """
    answer = answer_as(form, as_json, output, lang)

    def ask(word: str) -> tuple[Answer, ...]:
        return responsible.chamber(word, Narrow(land, kreis, postal_code), many=words == ["-"])

    if words != ["-"]:
        found = ask(" ".join(words))
        answer.give(views.answers(found, answer.lang))
        undecided = responsible.undecided(found)
        if undecided:
            places = len({one.place.id for one in found if not one.namesake})
            say(undecided + ("; narrow it with --kreis, --land or --postal-code" if places > 1 else ""))
            raise typer.Exit(Exit.AMBIGUOUS)
        return
    from hwkcli.cli.stdin import each, tell

    groups, failures = each(ask)
    answer.give(views.answers([one for group in groups for one in group], answer.lang))
    several = [undecided for group in groups if (undecided := responsible.undecided(group))]
    for line in several:
        say(line)
    tell(failures)
    if several:
        raise typer.Exit(Exit.AMBIGUOUS)


def chambers(
    land: LandOption = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
) -> None:
    """All chambers of crafts, or those of a Land."""
    answer = answer_as(form, as_json, output, lang)
    answer.give(views.chambers(responsible.chambers(land), answer.lang))
