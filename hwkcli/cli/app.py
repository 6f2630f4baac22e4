"""The command line: what commands there are and in which room, and what `hwk` itself takes."""

from typing import Annotated

import typer

from hwkcli import __version__
from hwkcli.cli.lazy import Group

app = typer.Typer(
    cls=Group,
    help="Germany's chambers of crafts: the district of the Handwerkskammer Dortmund, its towns and Kreise, its "
    "figures, whom to call; and which chamber is responsible for any place in Germany.",
    epilog="Exit codes: 0 answered, 2 usage, 3 not found, 4 ambiguous, 5 a file is bad, 130 Ctrl-C.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hwk {__version__}")
        raise typer.Exit()


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """What `hwk` itself takes, before a command."""
