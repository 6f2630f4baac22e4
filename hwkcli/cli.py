"""The commands of `hwk`: each parses its words, asks one room, and prints what it says."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from hwkcli import __version__, cards, completion, figures, lookup, output, store, views
from hwkcli.errors import Ambiguous, BadFile, EmptyQuery, Exit, HwkError, NotFound
from hwkcli.model import District
from hwkcli.page import View
from hwkcli.render import Format, medium, one_line, render
from hwkcli.words import Language, language


class Kind(StrEnum):
    """The kinds of entries (Typer takes no Literal in a list)."""

    CITY = "city"
    TOWN = "town"
    MUNICIPALITY = "municipality"
    LOCALITY = "locality"


class _Commands(Mapping[str, Any]):
    """The commands by name, each built when it is called for: Typer would build them all at every start."""

    functions: ClassVar[dict[str, Callable[..., None]]] = {}

    def __init__(self) -> None:
        self.built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.built:
            info = CommandInfo(name, callback=self.functions[name])
            self.built[name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return self.built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.functions)

    def __len__(self) -> int:
        return len(self.functions)


class _Group(TyperGroup):
    """Builds only the command that is called, and turns what a user can mend into one line and its exit code."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast(Any, _Commands())

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except HwkError as error:
            _say(str(error))
            raise typer.Exit(error.exit_code) from None


def _command(function: Callable[..., None]) -> Callable[..., None]:
    """Make a function a command of its name."""
    _Commands.functions[function.__name__] = function
    return function


app = typer.Typer(
    cls=_Group,
    help="The chamber district of the Handwerkskammer Dortmund: its towns and Kreise, its figures, whom to call.",
    epilog="Exit codes: 0 answered, 2 usage, 3 not found, 4 ambiguous, 5 a file is bad, 130 Ctrl-C.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_Kreise = Annotated[
    list[str] | None,
    typer.Option(
        "--kreis",
        metavar="KREIS",
        help="Only this Kreis, by name, short form, key or group; may be given several times.",
        autocompletion=completion.kreise,
    ),
]
_Kinds = Annotated[
    list[Kind] | None,
    typer.Option("--kind", help="Only entries of this kind; may be given several times."),
]
_Sort = Annotated[
    Literal["source", "name", "population", "area"],
    typer.Option("--sort", help="The release's order, by name, or the greatest first."),
]
_Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS", help="A name, a postal code or a key, in one or more words.", autocompletion=completion.places
    ),
]
_Format = Annotated[Format, typer.Option("--format", "-f", envvar="HWK_FORMAT", help="The format of the answer.")]
_Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
_Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the answer to a file instead.")
]
_Lang = Annotated[
    Literal["de", "en"] | None,
    typer.Option("--lang", help="The language of tables and Markdown; else that of HWK_LANG or the locale."),
]
_Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="FILE", envvar="HWK_DATA", help="Another data file than the shipped one."),
]


class _Answer(NamedTuple):
    """How an answer is to be given."""

    form: Format
    lang: Language
    output: Path | None

    def give(self, view: View) -> None:
        if self.output is None:
            output.to_stdout(render(view, self.form, medium(sys.stdout)))
        else:
            output.to_file(render(view, self.form), self.output)


def _answer(form: Format, as_json: bool, output: Path | None, lang: Language | None) -> _Answer:
    """Formats for machines are in English unless --lang says otherwise, whatever the locale is."""
    form = Format.JSON if as_json else form
    return _Answer(form, language(lang, os.environ) if form.for_readers else lang or "en", output)


def _say(line: str) -> None:
    typer.echo(f"hwk: {one_line(line)}", err=True)


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


@_command
def towns(
    kreis: _Kreise = None,
    kind: _Kinds = None,
    sort: _Sort = "source",
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """The towns and municipalities of the district."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    entries = lookup.towns(district, kreis or (), kind or (), sort)
    if not entries:
        raise NotFound("no entry of this kind there; leave out --kind or --kreis")
    answer.give(views.towns(district, entries, answer.lang))


@_command
def kreise(
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """The Kreise and kreisfreie Städte of the district."""
    answer = _answer(form, as_json, output, lang)
    answer.give(views.kreise(store.load(data), answer.lang))


@_command
def find(
    words: _Words,
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """What place is this? By name, postal code or key; - reads one query a line from stdin."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    if words != ["-"]:
        answer.give(views.matches(lookup.find(district, " ".join(words)), answer.lang))
        return
    found, failures = _find_each(district, _lines())
    answer.give(views.matches(found, answer.lang))
    for failure in failures:
        _say(failure)
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


@_command
def show(
    words: _Words,
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """All about one town, Kreis or locality."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    try:
        match, others = lookup.one(district, " ".join(words))
    except Ambiguous as error:
        answer.give(views.matches(error.candidates, answer.lang))
        raise
    answer.give(cards.place(district, match, others, answer.lang))


@_command
def stats(
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """The figures of the district, and the ratios that follow from them."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    chosen = figures.stats(district)
    if not chosen:
        raise NotFound("the data file has no figures")
    answer.give(views.stats(district, chosen, answer.lang))


@_command
def contact(
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """The press contact."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    if not district.contacts:
        raise NotFound("the data file has no contacts")
    answer.give(cards.contact(district, district.contacts, answer.lang))


@_command
def cooperation(
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """The cooperation that the press release reports."""
    answer = _answer(form, as_json, output, lang)
    district = store.load(data)
    if district.cooperation is None:
        raise NotFound("the data file reports no cooperation")
    answer.give(cards.cooperation(district, district.cooperation, answer.lang))


@_command
def sources(
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """Where the facts come from: publisher, edition, licence, attribution."""
    answer = _answer(form, as_json, output, lang)
    answer.give(views.sources(store.load(data), answer.lang))


@_command
def check(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The data file; else the one in use.")] = None,
    form: _Format = Format.TABLE,
    as_json: _Json = False,
    output: _Output = None,
    lang: _Lang = None,
    data: _Data = None,
) -> None:
    """Say what is wrong with a data file: each fault with its path, what was found and what was expected."""
    answer = _answer(form, as_json, output, lang)
    chosen = file or data or store.shipped_file()
    _, faults = store.examine(chosen)
    answer.give(views.faults(faults, str(chosen), answer.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
