"""The command line: what `hwk` itself takes, before a command."""

from typing import Annotated

import typer

from hwkcli import __version__
from hwkcli.cli.lazy import COMMANDS, Group
from hwkcli.cli.options import LangOption

app = typer.Typer(
    cls=Group,
    help="Germany's chambers of crafts: the district of the Handwerkskammer Dortmund, its towns and Kreise, its "
    "figures, whom to call; and which chamber is responsible for any place in Germany. What is no command is a place "
    "to find: hwk 44135.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hwk {__version__}")
        raise typer.Exit()


def _show(shell: str | None) -> None:
    if shell:
        from hwkcli.cli import shells

        shells.show(shell)
        raise typer.Exit()


def _install(shell: str | None) -> None:
    if shell:
        from hwkcli.cli import shells

        shells.install(shell)
        raise typer.Exit()


@app.callback()
def main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
    lang: LangOption = None,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            callback=_show,
            is_eager=True,
            help="What lets the Tab key complete: bash, zsh, fish or powershell; else the shell that is running.",
        ),
    ] = None,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            callback=_install,
            is_eager=True,
            help="Add it to the settings of the shell.",
        ),
    ] = None,
) -> None:
    """What `hwk` itself takes, before a command."""
    if lang:
        ctx.default_map = {name: {"lang": lang} for name in COMMANDS}
