"""Where the facts come from, and what is wrong with a data file."""

from pathlib import Path
from typing import Annotated

import typer

from hwkcli.cli.options import DataOption
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import BadFile
from hwkcli.files import load
from hwkcli.gazetteer import database
from hwkcli.views import sources as views


@replying
def sources(
    reply: Reply,
    data: DataOption = None,
) -> None:
    """Where the facts come from, and on what terms."""
    district = load.district(data)
    more = load.history(district).sources if district.figures_file else ()
    more += load.directory(district).sources if district.contacts_file else ()
    reply.give(views.sources((*district.sources, *more, *database.sources()), reply.lang))


@replying
def check(
    reply: Reply,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The data file; else the one in use.")] = None,
    data: DataOption = None,
) -> None:
    """Say what is wrong with a data file.

    Each fault with its line and path, what was found there and what was expected.
    """
    chosen = file or data or load.shipped_file()
    faults = load.check(chosen, lambda: load.district(data))
    reply.give(views.faults(faults, str(chosen), reply.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
