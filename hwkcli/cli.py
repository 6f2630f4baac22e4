"""The commands of `hwk`: each parses its words, asks one room, and prints what it says."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from hwkcli import __version__, completion, lookup, store, views
from hwkcli.errors import Ambiguous, BadFile, EmptyQuery, Exit, NotFound, quoted
from hwkcli.group import Group, command, say
from hwkcli.model import District, Figure, Metric
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
    time_option,
)
from hwkcli.render import Format
from hwkcli.words import language

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
    metric: Annotated[
        str | None,
        typer.Option(
            "--stats",
            metavar="METRIC",
            help="A figure of each, side by side; hwk stats --list names them.",
            autocompletion=completion.metrics,
        ),
    ] = None,
    as_of: Annotated[Any, time_option("--as-of", "With --stats: the figures in force on this day.")] = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The Kreise and kreisfreie Städte of the district."""
    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    if metric is None:
        if as_of:
            raise typer.BadParameter("--as-of goes with --stats")
        answer.give(views.kreise(district, answer.lang))
        return
    from hwkcli import history, timelines

    every = history.Figures(district, store.history(district))
    known = every.metric(metric)
    answer.give(timelines.shares(every, known, every.shares(metric, as_of), answer.lang))


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
    number = 0
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise BadFile(f"standard input: line {number} is not UTF-8; convert it (iconv -t utf-8)") from None
    except OSError as error:
        raise BadFile(f"standard input: {error.strerror}; give the words as arguments") from None


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
    from hwkcli import cards

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
    metric: Annotated[
        str | None, typer.Argument(metavar="[METRIC]", help="What is counted.", autocompletion=completion.metrics)
    ] = None,
    catalogue: Annotated[bool, typer.Option("--list", help="The metrics, with years covered.")] = False,
    past: Annotated[bool, typer.Option("--history", help="The figures over time, with the changes.")] = False,
    kreis: Annotated[
        str | None,
        typer.Option("--kreis", metavar="KREIS", help="A Kreis, or a town.", autocompletion=completion.kreise),
    ] = None,
    since: Annotated[Any, time_option("--since", "Only figures from this date on.")] = None,
    until: Annotated[Any, time_option("--until", "Only figures up to this date.")] = None,
    as_of: Annotated[Any, time_option("--as-of", "The figures in force on this day.")] = None,
    all_figures: Annotated[
        bool, typer.Option("--all-figures", help="Secondary figures too, where there is a primary one.")
    ] = False,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the figures over time as bars.")] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw them into a file, .svg or .png (extra: plot).")
    ] = None,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The headline figures; with METRIC, its figures over time.

    Without METRIC: the headline figures of the press release, and the ratios that follow from them.
    """
    from hwkcli import figures, history, timelines

    answer = answer_as(form, as_json, output, lang)
    district = store.load(data)
    if metric is None:
        if past or chart or all_figures or any((kreis, since, until, as_of, plot)):
            raise typer.BadParameter("these options need a METRIC; hwk stats --list names them")
        if catalogue:
            every = history.Figures(district, store.history(district))
            answer.give(timelines.metrics(every, answer.lang))
            return
        headline = figures.stats(district)
        if not headline:
            raise NotFound("the data file has no figures")
        answer.give(views.stats(district, headline, answer.lang))
        return
    if catalogue:
        raise typer.BadParameter("--list names all metrics; leave METRIC out")
    every = history.Figures(district, store.history(district))
    known = every.metric(metric)
    place = None if kreis is None else every.territory(kreis)
    if not (past or chart or plot):
        if since:
            raise typer.BadParameter("--since goes with --history, --chart or --plot")
        latest = [one for one in every.latest(metric, as_of or until, all_figures) if place in (None, one.territory)]
        answer.give(timelines.latest(every, known, _some(latest, known, kreis), answer.lang))
        return
    found = every.of(metric, place or "district", since, as_of or until, all_figures)
    points = every.points(_some(found, known, kreis))
    if plot:
        from hwkcli import plots
        from hwkcli.output import to_file

        to_file(plots.plot(every, known, points, plot, language(lang, os.environ)), plot)
    if chart:
        answer.give(timelines.chart(every, known, points, answer.lang))
    elif past or not plot:
        answer.give(timelines.history(every, known, points, answer.lang))


def _some(found: Sequence[Figure], metric: Metric, kreis: str | None) -> Sequence[Figure]:
    """The figures, if there are any."""
    if not found:
        where = f" for {quoted(kreis)}" if kreis else ""
        raise NotFound(f"no figure of {metric.id}{where} at that time; hwk stats {metric.id} has the latest")
    return found


@command
def contact(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="A name, a kind, a town or a Kreis.")
    ] = None,
    everyone: Annotated[bool, typer.Option("--list", help="All contacts.")] = False,
    kreis: Annotated[
        str | None,
        typer.Option(
            "--kreis",
            metavar="KREIS",
            help="Only who stands in this Kreis or is in charge of any of it.",
            autocompletion=completion.kreise,
        ),
    ] = None,
    vcard: Annotated[bool, typer.Option("--vcard", help="As vCard 3.0, for address books.")] = False,
    qr: Annotated[bool, typer.Option("--qr", help="As a QR code on the terminal.")] = False,
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The press contact; with WORDS or --list, whom else to call."""
    from hwkcli import cards, contacts

    answer = answer_as(form, as_json, output, lang)
    if vcard + qr + as_json > 1:
        raise typer.BadParameter("--vcard, --qr and --json are formats; give one of them")
    district = store.load(data)
    if everyone or words or kreis is not None:
        known = contacts.Contacts(district, store.directory(district))
        chosen = known.search(" ".join(words) if words else None, kreis)
        view = cards.contacts(known, chosen, answer.lang)
    elif district.contacts:
        chosen = district.contacts[:1]
        view = cards.contact(district.source(chosen[0].source), chosen[0], answer.lang)
    else:
        raise NotFound("the data file has no contacts")
    if qr:
        answer.write(contacts.qr(chosen))
    elif vcard:
        answer.write("".join(map(contacts.vcard, chosen)))
    else:
        answer.give(view)


@command
def cooperation(
    form: FormatOption = Format.TABLE,
    as_json: JsonOption = False,
    output: OutputOption = None,
    lang: LangOption = None,
    data: DataOption = None,
) -> None:
    """The cooperation that the press release reports."""
    from hwkcli import cards

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
    district = store.load(data)
    more = store.history(district).sources if district.figures_file else ()
    more += store.directory(district).sources if district.contacts_file else ()
    answer.give(views.sources((*district.sources, *more), answer.lang))


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
    faults = store.check(chosen, lambda: store.load(data))
    answer.give(views.faults(faults, str(chosen), answer.lang))
    if faults:
        raise BadFile(f"{chosen}: {len(faults)} fault{'s' if len(faults) > 1 else ''}; mend the file and check again")
