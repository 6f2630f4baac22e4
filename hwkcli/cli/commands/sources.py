"""Where the facts come from, and what is wrong with a data file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hwkcli.cli import stdin
from hwkcli.cli.lazy import say
from hwkcli.cli.options import DataOption, FormatOption, JsonOption, LangOption, OutputOption, answer_as
from hwkcli.errors import BadFile
from hwkcli.files import load
from hwkcli.gazetteer import database
from hwkcli.output.render import Format
from hwkcli.views import sources as views

if TYPE_CHECKING:
    from hwkcli.files.register import Register


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
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The data file, - for stdin; else the one in use.")
    ] = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Say what is wrong with a data file.

    Each fault with its line and path, what was found there and what was expected.
    """
    from hwkcli.files import check as checks

    answer = answer_as(form, as_json, output, lang)
    chosen = file or data or load.shipped_file()
    if str(chosen) == "-":
        name = "standard input"
        found = checks.text(stdin.whole(load.LARGEST), name, lambda: load.district(data), _register)
    else:
        name = str(chosen)
        found = checks.file(chosen, lambda: load.district(data), _register)
    answer.give(views.faults(found.faults, name, answer.lang))
    for unseen in found.unseen:
        say(f"standard input has no folder to look for {unseen} in; check that file by itself")
    if found.faults:
        count = f"{len(found.faults)} fault{'s' if len(found.faults) > 1 else ''}"
        raise BadFile(f"{name}: {count}; fix the file and check again")


def _register() -> "Register | None":
    """The national register; None if it cannot be read, which is told."""
    from hwkcli.gazetteer import register

    try:
        return register.national()
    except BadFile as error:
        say(f"keys and postal codes were not compared with the national register: {error}")
        return None
