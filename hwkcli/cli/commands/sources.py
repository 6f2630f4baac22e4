"""Where the facts come from, and what is wrong with a data file."""

from pathlib import Path
from typing import Annotated

import typer

from hwkcli.cli.options import DataOption, FormatOption, JsonOption, LangOption, OutputOption, answer_as
from hwkcli.errors import BadFile
from hwkcli.files import load
from hwkcli.gazetteer import database
from hwkcli.output.render import Format
from hwkcli.views import sources as views


def sources(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Where the facts come from, and on what terms."""
    answer = answer_as(form, as_json, output, lang)
    district = load.district(data)
    more = load.history(district).sources if district.figures_file else ()
    more += load.directory(district).sources if district.contacts_file else ()
    answer.give(views.sources((*district.sources, *more, *database.sources()), answer.lang))


def check(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The data file; else the one in use.")] = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Say what is wrong with a data file.

    Each fault with its line and path, what was found there and what was expected.
    """
    answer = answer_as(form, as_json, output, lang)
    chosen = file or data or load.shipped_file()
    faults = load.check(chosen, lambda: load.district(data))
    answer.give(views.faults(faults, str(chosen), answer.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
