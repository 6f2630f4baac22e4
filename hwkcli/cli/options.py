"""The options that several commands take."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli import model, period
from hwkcli.cli import completion
from hwkcli.cli.conversation import LANGUAGES
from hwkcli.errors import Message, Named, quoted
from hwkcli.language import names
from hwkcli.naming.vocabulary import meant
from hwkcli.output.formats import ENDINGS, Format
from hwkcli.period import Period


def one_of(choices: Mapping[Any, Iterable[str]]) -> Callable[[str], str]:
    """What reads the value of an option that takes one of some codes, by any of their names."""

    def read(word: str) -> str:
        code = meant(word, choices)
        if code is None:
            german = ", ".join(next(iter(names(code)), code) for code in choices)
            given, known = quoted(word), Named(", ".join(choices), german)
            raise typer.BadParameter(Message("{value} is not one of {choices}", value=given, choices=known))
        return str(code)

    return read


def choice_option(*words: str, metavar: str, choices: Mapping[Any, Iterable[str]], help: str) -> Any:
    """An option that takes one of some codes, by any of their names, which the Tab key offers."""
    offered = completion.among(choices)
    return typer.Option(*words, metavar=metavar, parser=one_of(choices), help=help, autocompletion=offered)


def whole_number(least: int) -> Callable[[str], int]:
    """What reads the value of an option that takes a whole number, of this one or more."""

    def read(text: str) -> int:
        digits = str(text).strip()
        if not re.fullmatch("[0-9]{1,15}", digits) or int(digits) < least:
            refused = "{value} is no whole number from {least} on"
            raise typer.BadParameter(Message(refused, value=quoted(str(text)), least=least))
        return int(digits)

    return read


KreisOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kreis",
        metavar="KREIS",
        help="Only this Kreis, by name, short form, key or group; may be given several times.",
        autocompletion=completion.kreise,
    ),
]


def _chamber(help: str) -> Any:
    return typer.Option("--chamber", metavar="CHAMBER", help=help, autocompletion=completion.chambers)


def land_option(help: str) -> Any:
    """An option that takes a Land."""
    return typer.Option("--land", metavar="LAND", help=help, autocompletion=completion.laender)


def kreis_option(help: str) -> Any:
    """An option that takes a Kreis of Germany."""
    return typer.Option("--kreis", metavar="KREIS", help=help, autocompletion=completion.all_kreise)


ChamberOption = Annotated[str | None, _chamber("Those of another chamber, by name, short name, seat or code.")]
LandOption = Annotated[str | None, land_option("Only in this Land, by name or key.")]
AreaOfChamberOption = Annotated[
    str | None, _chamber("Only the district of this chamber, by name, short name, seat or code.")
]
AreaOfLandOption = Annotated[str | None, land_option("Only this Land, by name or key.")]
AreaOfKreisOption = Annotated[str | None, kreis_option("Only this Kreis, by name or key.")]
KINDS = {kind: names(kind) for kind in model.KINDS}
"""The kinds of entries, with their names in both languages."""

KindOption = Annotated[
    list[str] | None,
    choice_option(
        "--kind", metavar="KIND", choices=KINDS, help=f"Only {', '.join(KINDS)}; may be given several times."
    ),
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
        metavar="WORDS",
        help="A name, a postal code or a key, in one or more words.",
        autocompletion=completion.places_and_chambers,
    ),
]
CitedOption = Annotated[bool, typer.Option("--sources", help="With sources, and notes on the evidence.")]
FORMATS: dict[str, list[str]] = {form: [ending[1:] for ending, of in ENDINGS.items() if of is form] for form in Format}
FORMATS[Format.TABLE] += names("table")
FORMATS[Format.XLSX] += ["Excel"]
"""The formats, with the endings of files and other names."""

FormatOption = Annotated[
    str | None,
    choice_option(
        "--format",
        "-f",
        metavar="FORMAT",
        choices=FORMATS,
        help="The format, by name or ending; hwk help formats explains them. Else HWK_FORMAT, else a table.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Into a file, in the format of its ending."),
]
LangOption = Annotated[
    str | None,
    choice_option(
        "--lang",
        metavar="[de|en]",
        choices=LANGUAGES,
        help="The language; else that of HWK_LANG or the locale.",
    ),
]
LEVELS = {level: (*names(f"confidence_{level}"), level) for level in model.CONFIDENCES}
"""How well something is known, with the names in both languages."""

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="FILE", envvar="HWK_DATA", help="Another data file than the shipped one."),
]


def _time(text: str) -> Period:
    try:
        return period.given(text)
    except ValueError:
        wanted = (
            "{value} is not a date; give a day (2024-12-31, 31.12.2024), a month, a quarter (2024-Q1), a half-year "
            "(2024-H1) or a year"
        )
        raise typer.BadParameter(Message(wanted, value=quoted(text))) from None


def time_option(name: str, help: str) -> Any:
    """An option that takes a date."""
    return typer.Option(name, metavar="DATE", parser=_time, help=help)


def check_order(since: Period | None, until: Period | None) -> None:
    """Raises BadParameter where a time that begins with one option would end, by another, before it."""
    if since and until and until.end < since.start:
        raise typer.BadParameter("--until lies before --since; give them the other way round")


def one_day(period: Period | None, option: str) -> str | None:
    """The one day of an option that takes a date, as YYYY-MM-DD; None without one."""
    if period is not None and period.start != period.end:
        iso, german = period.end.isoformat(), f"{period.end:%d.%m.%Y}"
        wanted = "{option} needs a day, such as {iso} or {german}"
        raise typer.BadParameter(Message(wanted, option=option, iso=iso, german=german))
    return period.start.isoformat() if period else None
