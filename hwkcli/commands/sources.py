"""Where the facts come from, and what is wrong with a data file."""

from pathlib import Path
from typing import Annotated

import typer

from hwkcli import store, views
from hwkcli.errors import BadFile
from hwkcli.germany import gazetteer
from hwkcli.options import DataOption, FormatOption, JsonOption, LangOption, OutputOption, answer_as
from hwkcli.render import Format


def sources(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Where the facts come from, and on what terms."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    more = store.history(district).sources if district.figures_file else ()
    more += store.directory(district).sources if district.contacts_file else ()
    answer.give(views.sources((*district.sources, *more, *gazetteer.sources()), answer.lang))


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
    chosen = file or data or store.shipped_file()
    faults = store.check(chosen, lambda: store.load(data))
    answer.give(views.faults(faults, str(chosen), answer.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
