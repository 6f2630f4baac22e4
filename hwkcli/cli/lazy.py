"""How the commands hang together: built only when called, with one door for all that a user can mend."""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from hwkcli.errors import HwkError
from hwkcli.output.render import one_line
from hwkcli.streams import silence


def say(line: str) -> None:
    """One line of the conversation, on stderr."""
    try:
        typer.echo(f"hwk: {one_line(line)}", err=True)
    except OSError:
        # Who does not listen is not told.
        silence(sys.stderr)


COMMANDS = {
    "towns": "towns",
    "kreise": "towns",
    "find": "find",
    "show": "find",
    "chamber": "chamber",
    "chambers": "chamber",
    "history": "history",
    "near": "near",
    "map": "map",
    "match": "match",
    "export": "export",
    "stats": "stats",
    "contact": "contact",
    "cooperation": "contact",
    "sources": "sources",
    "check": "sources",
}
"""The commands, in the order of the help, and the room of `hwkcli.commands` that has the function of that name."""


class _Commands(Mapping[str, Any]):
    """The commands by name, each imported and built when it is called for: Typer would build them all at every
    start."""

    def __init__(self) -> None:
        self.built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.built:
            room = import_module(f"hwkcli.cli.commands.{COMMANDS[name]}")
            info = CommandInfo(name, callback=getattr(room, name))
            self.built[name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return self.built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Group(TyperGroup):
    """The commands, and what a user can mend turned into one line on stderr and an exit code."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast(Any, _Commands())

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, without building them."""
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except HwkError as error:
            say(str(error))
            raise typer.Exit(error.exit_code) from None
