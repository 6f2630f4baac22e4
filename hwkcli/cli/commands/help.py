"""The help page of a command, or of a topic."""

from typing import Annotated, Any

import typer

from hwkcli.cli import completion, misspelt
from hwkcli.cli.conversation import spoken
from hwkcli.cli.options import LangOption
from hwkcli.cli.pages import section
from hwkcli.cli.topics import TOPICS
from hwkcli.errors import NotFound, quoted
from hwkcli.language import translated
from hwkcli.naming.vocabulary import meant


def help(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="A command, or one of: exit-codes, environment, formats.",
            autocompletion=completion.topics,
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """What a command takes, what the exit codes mean, what is in the environment, which formats there are."""
    root = ctx.find_root()
    group: Any = root.command
    if topic is None:
        typer.echo(root.get_help())
        return
    command = group.get_command(root, topic)
    if command is not None:
        with command.make_context(topic, [], parent=root, resilient_parsing=True) as page:
            typer.echo(command.get_help(page))
        return
    shared = meant(topic, {name: (heading, translated(heading, "de")) for name, (heading, _) in TOPICS.items()})
    if shared is None:
        from difflib import get_close_matches

        near = (*misspelt.commands(topic), *get_close_matches(topic.casefold(), TOPICS, n=1, cutoff=0.7))
        if near:
            raise NotFound("no help on {topic}", near, topic=quoted(topic))
        known = ", ".join((*group.list_commands(root), *TOPICS))
        raise NotFound("no help on {topic}; there is: {known}", topic=quoted(topic), known=known)
    heading, rows = TOPICS[shared]
    formatter = ctx.make_formatter()
    section(heading, [(term, translated(meaning, spoken())) for term, meaning in rows], formatter)
    typer.echo(formatter.getvalue().rstrip("\n"))
