"""The options of the commands that draw figures, and a picture's way to its file."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli.cli.conversation import say
from hwkcli.errors import Message, quoted
from hwkcli.output.pictures.settings import Picture, Settings, axis_from, labelled, size
from hwkcli.whole_files import to_file


def _read_by(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """A parser of an option that tells why it refuses a text."""

    def parse(text: str) -> Any:
        try:
            return read(text)
        except ValueError as error:
            raise typer.BadParameter(Message("{value}: {reason}", value=quoted(text), reason=error.args[0])) from None

    return parse


ChartOption = Annotated[bool, typer.Option("--chart", help="Draw the figures as bars.")]
PlotOption = Annotated[
    Path | None,
    typer.Option("--plot", metavar="FILE", help="Draw them into a file, .svg, .png or .pdf (extra: plot)."),
]
SizeOption = Annotated[
    Any,
    typer.Option(
        "--size", metavar="SIZE", parser=_read_by(size), help="With --plot: width and height, 16x9 (in cm) or 160x90mm."
    ),
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="With --plot: a title other than that of the figures.")
]
ValuesOption = Annotated[
    Any,
    typer.Option(
        "--values",
        metavar="WHICH",
        parser=_read_by(labelled),
        help="With --plot: the points that have their value beside them: last, first, highest, lowest, all, none.",
    ),
]
AxisOption = Annotated[
    Any,
    typer.Option(
        "--axis-from",
        metavar="NUMBER",
        parser=_read_by(lambda text: (axis_from(text),)),
        help="With --plot: let the axis of values begin there, or at a round number below them (auto).",
    ),
]
SourcesOption = Annotated[
    bool, typer.Option("--sources", help="With --plot: all sources with their addresses below, not only their names.")
]


def settings(
    plot: Path | None,
    size: tuple[float, float] | None,
    title: str | None,
    values: Any,
    axis: tuple[float | None] | None,
    all_sources: bool,
) -> Settings | None:
    """What is to be drawn where; None without --plot. Raises BadParameter for the other options without --plot,
    BadSetting for a file whose ending is none of a picture."""
    named = {"--size": size, "--title": title is not None, "--values": values, "--axis-from": axis}
    named["--sources"] = all_sources
    if plot is None:
        for option in (option for option, given in named.items() if given):
            raise typer.BadParameter(Message("{option} goes with --plot", option=option))
        return None
    usual = Settings(plot, size, title, all_sources=all_sources)
    usual.check()
    usual = usual._replace(values=values) if values else usual
    return usual._replace(axis_from=axis[0]) if axis else usual


def save(picture: Picture, drawing: Settings, force: bool) -> None:
    """Write a picture to its file, whole or not at all, and say what it has no room for.

    Raises BadFile, and BadSetting for a file that exists, unless it is forced."""
    to_file(picture.content, drawing.file, force=force)
    if picture.unlabelled:
        crowded = "{file}: {number} of the values have no room; give it more with --size"
        say(Message(crowded, file=drawing.file, number=picture.unlabelled))
