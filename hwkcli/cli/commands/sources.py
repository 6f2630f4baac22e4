"""Where the facts come from, and what is wrong with a data file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hwkcli.cli import stdin
from hwkcli.cli.conversation import say
from hwkcli.cli.options import DataOption
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import BadFile, Message, NotFound, quoted, together
from hwkcli.files import load
from hwkcli.gazetteer.store import provenance
from hwkcli.model import Source
from hwkcli.naming.fold import fold, readings, required
from hwkcli.views import sources as views

if TYPE_CHECKING:
    from hwkcli.files.register import Register


@replying
def sources(
    reply: Reply,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Only sources in which these words occur.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Where the facts come from, and on what terms."""
    district = load.district(data)
    more = load.history(district).sources if district.figures_file else ()
    more += load.directory(district).sources if district.contacts_file else ()
    every = (*district.sources, *more, *provenance.sources())
    asked = " ".join(words or ())
    if words:
        required(asked, Message("a source"))
    chosen = [source for source in every if occurs(asked, source)] if words else every
    if not chosen:
        raise NotFound("no source with {words}; hwk sources has them all", words=quoted(asked))
    reply.give(views.sources(chosen, reply.lang))


def occurs(words: str, source: Source) -> bool:
    """Whether each of some words begins a word of what is known of a source, in any spelling."""
    known = " ".join(" ".join(value) if isinstance(value, tuple) else value or "" for value in source)
    keys = readings(fold(known))
    return all(any(f" {word}" in f" {key}" for key in keys) for word in fold(words).split())


@replying
def check(
    reply: Reply,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The data file, - for stdin; else the one in use.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Say what is wrong with a data file.

    Each fault with its line and path, what was found there and what was expected.
    """
    from hwkcli.files import check as checks

    chosen = file or data or load.shipped_file()
    if str(chosen) == "-":
        name: str = Message("standard input")
        found = checks.of_bytes(stdin.whole(load.LARGEST), name, lambda: load.district(data), _register)
    else:
        name = str(chosen)
        found = checks.of_file(chosen, lambda: load.district(data), _register)
    reply.give(views.faults(found.faults, name, reply.lang))
    for unseen in found.unseen:
        say(Message("standard input has no folder to look for {unseen} in; check that file by itself", unseen=unseen))
    if not found.faults:
        return
    number, files = len(found.faults), together(list(dict.fromkeys(fault.file for fault in found.faults)))
    if number == 1:
        raise BadFile("{file}: 1 fault; fix the file and check again", file=files)
    raise BadFile("{file}: {number:,} faults; fix them and check again", file=files, number=number)


def _register() -> "Register | None":
    """The national register; None if it cannot be read, which is told."""
    from hwkcli.gazetteer import register

    try:
        return register.national()
    except BadFile as error:
        problem = error.message
        say(Message("keys and postal codes were not compared with the national register: {problem}", problem=problem))
        return None
