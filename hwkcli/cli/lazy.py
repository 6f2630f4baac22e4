"""How the commands hang together: each is built only when it is called, and all failures leave by one door."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from hwkcli.cli import conversation
from hwkcli.cli.conversation import say
from hwkcli.errors import Exit, HwkError

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
    "help": "help",
}
"""The commands, in the order of the help, and the room of `hwkcli.cli.commands` that has the function of that name."""


class Command(TyperCommand):
    """A command whose help page has the options of all commands in a group of their own, and examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        from hwkcli.cli import pages

        pages.page(self, ctx, formatter)


class Group(TyperGroup):
    """The commands by name, and every failure turned into one line on stderr and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, without building them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, imported and built when it is asked for the first time; None if there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            room = import_module(f"hwkcli.cli.commands.{COMMANDS[cmd_name]}")
            info = CommandInfo(cmd_name, cls=Command, callback=getattr(room, cmd_name))
            self.commands[cmd_name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that some words begin with, and the words behind it. What is no command is a query for `find`.

        Raises UnknownCommand for what is nearly a command, and no place.
        """
        command = self.get_command(ctx, args[0])
        if command is not None:
            return args[0], command, args[1:]
        if not ctx.resilient_parsing:
            from hwkcli.cli import misspelt

            misspelt.refuse(args)
        return "find", self.get_command(ctx, "find"), args

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what stands before a command. An option about completion takes the name of a shell, or none for the one
        that is running."""
        if args and args[0] in ("--show-completion", "--install-completion"):
            args = [f"{args[0]}={args[1] if len(args) > 1 else 'auto'}"]
        return super().parse_args(ctx, args)

    def _main_shell_completion(self, ctx_args: Any, prog_name: str, complete_var: str | None = None) -> None:
        """Answer the Tab key, where it is that which calls."""
        if shell := os.environ.get("_HWK_TAB"):
            from hwkcli.cli import shells

            shells.complete(self, shell)
            sys.exit()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview: what `hwk` takes, the commands, and what else there is help on."""
        from hwkcli.cli import pages

        pages.page(self, ctx, formatter)
        pages.overview({name: self.get_command(ctx, name) for name in COMMANDS}, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Answer a call. In standalone mode, as from a shell, the process exits with the code of the answer."""
        words = [in_utf8(word) for word in sys.argv[1:]] if args is None else list(args)
        conversation.begin(words)
        try:
            code = super().main(words, prog_name, complete_var, False, windows_expand_args, **extra)
        except HwkError as error:
            say(error.message)
            code = error.exit_code
        except typer.TyperException as error:
            from hwkcli.cli import usage

            usage.tell(error, words)
            code = Exit.USAGE
        except OSError:
            raise
        except Exception:
            from hwkcli.gazetteer.store.connection import damage

            told = damage()
            if told is None:
                raise
            say(told.message)
            code = told.exit_code
        if standalone_mode:
            sys.exit(code)
        return code


def in_utf8(word: str) -> str:
    """An argument as it is meant where the locale is not UTF-8 but the bytes are."""
    try:
        return word if word.isascii() else os.fsencode(word).decode()
    except UnicodeError:
        return word
