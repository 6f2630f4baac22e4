"""Find and show places and chambers."""

from pathlib import Path
from typing import Annotated

import typer

from hwkcli.cli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    LangOption,
    OutputOption,
    PlaceArgument,
    WordsArgument,
    answer_as,
)
from hwkcli.cli.stdin import each, tell
from hwkcli.errors import Ambiguous, Conflict
from hwkcli.files import load
from hwkcli.gazetteer import records
from hwkcli.gazetteer.find import EVERYWHERE, Finder, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.output.render import Format
from hwkcli.views import places as views


def find(
    words: WordsArgument,
    district_only: Annotated[bool, typer.Option("--district", help="Only in the district.")] = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """What place is this, in the district or elsewhere?

    The answers of the district come first, then the rest of Germany. By name, alias, printed spelling, locality,
    postal code, AGS, ARS, Kreis or its key. With -, one query a line from stdin.
    """
    answer = answer_as(form, as_json, output, lang)
    finder = _finder(data, many=words == ["-"])
    narrow = Narrow(district=True) if district_only else EVERYWHERE

    def ask(word: str) -> tuple[Match, ...]:
        return finder.ask(word, narrow).matches

    if words != ["-"]:
        answer.give(views.matches(ask(" ".join(words)), answer.lang))
        return
    found, failures = each(ask)
    answer.give(views.matches([match for matches in found for match in matches], answer.lang))
    tell(failures)


def show(
    words: PlaceArgument,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """All about one place, or one chamber.

    A chamber is named by its name, short name (HWK MÜNSTER), seat behind HWK, code or domain.
    """
    from hwkcli.views import cards

    answer = answer_as(form, as_json, output, lang)
    word = " ".join(words)
    chamber = records.named_chamber(word)
    if chamber is not None:
        from hwkcli.views import portrait

        answer.give(portrait.chamber(chamber, answer.lang))
        return
    try:
        match, others = _finder(data).one(word)
    except Conflict:
        raise
    except Ambiguous as error:
        answer.give(views.matches(error.candidates, answer.lang))
        raise
    origins = load.district(data) if match.in_district else records.origins()
    answer.give(cards.place(origins, match, others, answer.lang))


def _finder(data: Path | None, many: bool = False) -> Finder:
    """What answers queries about the shipped district, or the one of another data file."""
    return shipped(many) if data is None else Finder(own=load.district(data))
