"""The commands of `hwk`: each parses its words, asks one room, and prints what it says."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from hwkcli import __version__, cards, figures, lookup, store, views
from hwkcli.errors import Ambiguous, BadFile, EmptyQuery, Exit, NotFound
from hwkcli.group import Group, command, say
from hwkcli.model import District
from hwkcli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    KindOption,
    KreisOption,
    LangOption,
    OutputOption,
    SortOption,
    WordsArgument,
    answer_as,
)
from hwkcli.render import Format

app = typer.Typer(
    cls=Group,
    help="The chamber district of the Handwerkskammer Dortmund: its towns and Kreise, its figures, whom to call.",
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


@command
def towns(
    kreis: KreisOption = None,
    kind: KindOption = None,
    sort: SortOption = "source",
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The towns and municipalities of the district."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    entries = lookup.towns(district, kreis or (), kind or (), sort)
    if not entries:
        raise NotFound("no entry of this kind there; leave out --kind or --kreis")
    answer.give(views.towns(district, entries, answer.lang))


@command
def kreise(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The Kreise and kreisfreie Städte of the district."""
    answer = answer_as(form, as_json, output, lang)
    answer.give(views.kreise(store.load(data), answer.lang))


@command
def find(
    words: WordsArgument,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """What place is this? With -, one query a line from stdin.

    By name, alias, printed spelling, locality, postal code, AGS, ARS or Kreis key.
    """
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    if words != ["-"]:
        answer.give(views.matches(lookup.find(district, " ".join(words)), answer.lang))
        return
    found, failures = _find_each(district, _lines())
    answer.give(views.matches(found, answer.lang))
    for failure in failures:
        say(failure)
    if failures:
        raise typer.Exit(Exit.NOT_FOUND)


def _find_each(district: District, lines: Iterable[str]) -> tuple[list[lookup.Match], list[str]]:
    """The matches of one query a line, in order, and what to say of lines that have none; blank lines are none."""
    found: list[lookup.Match] = []
    failures: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found += lookup.find(district, line.strip())
            except (NotFound, EmptyQuery) as error:
                failures.append(f"line {number}: {error}")
    return found, failures


def _lines() -> Iterator[str]:
    """The lines of standard input, which is UTF-8."""
    if sys.stdin is None:
        raise BadFile("standard input: it is closed; give the words as arguments")
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise BadFile(f"standard input: line {number} is no UTF-8; convert it (iconv -t utf-8)") from None


@command
def show(
    words: WordsArgument,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """All about one town, Kreis or locality."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    try:
        match, others = lookup.one(district, " ".join(words))
    except Ambiguous as error:
        answer.give(views.matches(error.candidates, answer.lang))
        raise
    answer.give(cards.place(district, match, others, answer.lang))


@command
def stats(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The headline figures and the ratios that follow."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    chosen = figures.stats(district)
    if not chosen:
        raise NotFound("the data file has no figures")
    answer.give(views.stats(district, chosen, answer.lang))


@command
def contact(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The press contact."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    if not district.contacts:
        raise NotFound("the data file has no contacts")
    answer.give(cards.contact(district, district.contacts, answer.lang))


@command
def cooperation(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The cooperation that the press release reports."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    if district.cooperation is None:
        raise NotFound("the data file reports no cooperation")
    answer.give(cards.cooperation(district, district.cooperation, answer.lang))


@command
def sources(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Where the facts come from, and on what terms."""
    answer = answer_as(form, as_json, output, lang)
    answer.give(views.sources(store.load(data), answer.lang))


@command
def check(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The data file; else the one in use.")] = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """Say what is wrong with a data file.

    Each fault with its line and path, what was found there and what was expected.
    """
    answer = answer_as(form, as_json, output, lang)
    chosen = file or data or store.shipped_file()
    _, faults = store.examine(chosen)
    answer.give(views.faults(faults, str(chosen), answer.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
