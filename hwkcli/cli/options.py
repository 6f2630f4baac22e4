"""The options that several commands take, and what becomes of those that say how to answer."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer

from hwkcli import period, streams
from hwkcli.cli import completion
from hwkcli.language import Language, language
from hwkcli.output.render import Format, medium, render
from hwkcli.period import Period
from hwkcli.views.page import View


class Kind(StrEnum):
    """The kinds of entries (Typer takes no Literal in a list)."""

    CITY = "city"
    TOWN = "town"
    MUNICIPALITY = "municipality"
    LOCALITY = "locality"
    UNINCORPORATED = "unincorporated"


KreisOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kreis",
        metavar="KREIS",
        help="Only this Kreis, by name, short form, key or group; may be given several times.",
        autocompletion=completion.kreise,
    ),
]
ChamberOption = Annotated[
    str | None,
    typer.Option(
        "--chamber",
        metavar="CHAMBER",
        help="Those of another chamber, by name, short name, seat or code.",
        autocompletion=completion.chambers,
    ),
]
LandOption = Annotated[
    str | None,
    typer.Option(
        "--land", metavar="LAND", help="Only in this Land, by name or key.", autocompletion=completion.laender
    ),
]
KindOption = Annotated[
    list[Kind] | None,
    typer.Option("--kind", help="Only entries of this kind; may be given several times."),
]
SortOption = Annotated[
    Literal["source", "name", "population", "area"],
    typer.Option("--sort", help="The order of the release or of the keys, by name, or the greatest first."),
]
WordsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        help="A name, a postal code or a key, in one or more words; - for one query a line of stdin.",
        autocompletion=completion.places,
    ),
]
PlaceArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS", help="A name, a postal code or a key, in one or more words.", autocompletion=completion.places
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", envvar="HWK_FORMAT", help="The format of the answer.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the answer to a file instead, whole or not at all."),
]
LangOption = Annotated[
    Literal["de", "en"] | None,
    typer.Option("--lang", help="The language of tables and Markdown; else that of HWK_LANG or the locale."),
]
DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="FILE", envvar="HWK_DATA", help="Another data file than the shipped one."),
]


def _time(text: str) -> Period:
    try:
        return period.given(text)
    except ValueError:
        hint = "give a day (2024-12-31, 31.12.2024), a month, a quarter (2024-Q1), a half-year (2024-H1) or a year"
        raise typer.BadParameter(f"{text!r} is not a date; {hint}") from None


def time_option(name: str, help: str) -> Any:
    """An option that takes a date."""
    return typer.Option(name, metavar="DATE", parser=_time, help=help)


class Answer(NamedTuple):
    """How an answer is to be given."""

    form: Format
    lang: Language
    file: Path | None
    reading: Language
    """The language of what is read whatever the format is: of pictures."""

    def give(self, view: View) -> None:
        """Write the answer to where it was asked for. Raises BadFile if that fails."""
        self.write(render(view, self.form, medium(sys.stdout) if self.on_stdout else None))

    @property
    def on_stdout(self) -> bool:
        """Whether the answer goes to standard output."""
        return self.file is None or str(self.file) == "-"

    def write(self, text: str) -> None:
        """Write a text to where the answer was asked for. Raises BadFile if that fails."""
        if self.file is None or self.on_stdout:
            streams.to_stdout(text)
        else:
            streams.to_file(text, self.file)


def answer_as(form: Format, as_json: bool, file: Path | None, lang: Language | None) -> Answer:
    """Formats for machines are in English unless --lang says otherwise, whatever the locale is."""
    form = Format.JSON if as_json else form
    reading = language(lang, os.environ)
    return Answer(form, reading if form.for_readers else lang or "en", file, reading)
