"""Annotate a table of addresses."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from hwkcli import streams, whole_files
from hwkcli.cli.conversation import say
from hwkcli.cli.options import JsonOption, LangOption, one_day, time_option, whole_number
from hwkcli.cli.reply import reply_as
from hwkcli.errors import BadFile, Message
from hwkcli.language import Language, language
from hwkcli.matching.task import Limits, Task, Ways, usual_limits
from hwkcli.output.formats import Format
from hwkcli.output.medium import medium
from hwkcli.output.render import render

if TYPE_CHECKING:
    from hwkcli.matching.task import Made

_LONG = 100_000
"""From so many addresses on, a terminal sees how far the work is."""
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
_REPORTS = ("table", "json", "csv", "tsv")

Form = Literal["table", "csv", "tsv", "json", "jsonl", "parquet", "xlsx"]


def _column(name: str, help: str) -> Any:
    """An option that names a column."""
    return typer.Option(name, metavar="COLUMN", help=help)


def match(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The table: CSV, TSV, a workbook, Parquet, JSON, GeoJSON; - for stdin."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The annotated table, in the format of its ending; else stdout."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that exists (never over the input).")
    ] = False,
    place: Annotated[str | None, _column("--place", "The column of places, by heading or number; '' for none.")] = None,
    postal_code: Annotated[str | None, _column("--postal-code", "The column of postal codes.")] = None,
    key: Annotated[str | None, _column("--key", "The column of keys (AGS, ARS, of a Kreis).")] = None,
    key_date: Annotated[
        Any, time_option("--key-date", "The day of the register that the keys are of; else today, or any day before.")
    ] = None,
    kreis: Annotated[str | None, _column("--kreis", "The column of Kreise.")] = None,
    land: Annotated[str | None, _column("--land", "The column of Länder or Regierungsbezirke.")] = None,
    country: Annotated[str | None, _column("--country", "The column of countries.")] = None,
    latitude: Annotated[str | None, _column("--latitude", "The column of latitudes.")] = None,
    longitude: Annotated[str | None, _column("--longitude", "The column of longitudes.")] = None,
    prefix: Annotated[
        str,
        typer.Option(
            "--prefix",
            metavar="TEXT",
            help="What the new columns begin with; an address whose headings begin so is read before others.",
        ),
    ] = "hwk_",
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="SIGN", help="What parts the cells; \\t for a tab.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="utf-8, cp1252, utf-16 ...")
    ] = None,
    header_row: Annotated[
        int | None,
        typer.Option("--header-row", metavar="N", parser=whole_number(0), help="The line of the headings; 0 for none."),
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="The sheet, by name or number.")] = None,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="CSV for Excel: it knows UTF-8 by a mark, and cells like =1+1 become texts."),
    ] = False,
    district: Annotated[
        bool, typer.Option("--district", help="Only: inside or outside the Dortmund district.")
    ] = False,
    unmatched: Annotated[
        Path | None, typer.Option("--unmatched", metavar="FILE", help="The rows without an answer to this file too.")
    ] = None,
    count: Annotated[bool, typer.Option("--report", help="Rows by way of matching, chamber and Kreis.")] = False,
    mapped: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="A map of the rows by Kreis too: .svg, .png or .pdf (extra: plot)."),
    ] = None,
    lookup_table: Annotated[
        Path | None,
        typer.Option("--lookup-table", metavar="FILE", help="Instead: the table by which any engine does the same."),
    ] = None,
    lookup_sql: Annotated[
        Literal["duckdb", "spark"] | None,
        typer.Option("--lookup-sql", help="Instead: the SQL that joins that table, for this engine."),
    ] = None,
    max_memory: Annotated[
        str | None,
        typer.Option("--max-memory", metavar="SIZE", help="The most memory (4G, or three quarters of the machine's)."),
    ] = None,
    max_size: Annotated[
        str | None, typer.Option("--max-size", metavar="SIZE", help="The most bytes of the file, unpacked (8G).")
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", "-f", help="The format of what goes to stdout; with -o FILE, that of the report."),
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """A table of addresses, annotated.

    With municipality, Kreis, Land and chamber for every row.

    Every row comes back as it is, with hwk_ags, hwk_town, hwk_kreis_key, hwk_kreis, hwk_land, hwk_chamber_code,
    hwk_chamber, hwk_how and hwk_candidates. (Extra: match.)
    """
    form = "json" if as_json else form
    if lookup_sql is not None:
        if file is not None or output is not None or lookup_table is not None:
            raise typer.BadParameter("--lookup-sql takes no FILE, no --output and no --lookup-table")
        _write_sql(lookup_sql, language(lang, os.environ))
        return
    if lookup_table is not None:
        if file is not None or output is not None:
            raise typer.BadParameter("--lookup-table takes no FILE and no --output")
        _write_lookup_table(lookup_table, force)
        return
    if file is None:
        raise typer.BadParameter("name the FILE with the table, or - for standard input")
    if unmatched is not None and str(unmatched) == "-":
        raise typer.BadParameter("--unmatched takes a file")
    if not re.search(r"\w", prefix):
        raise typer.BadParameter("--prefix takes letters or digits")
    if mapped is not None:
        if district:
            raise typer.BadParameter("--map shows Kreise, and --district asks for none; leave one of them out")
        _check_map(mapped, force)
    from hwkcli.gazetteer.store import responsibility
    from hwkcli.matching.run import run
    from hwkcli.matching.write.target import on_stdout
    from hwkcli.views.match_report import beginning, report, summary

    to_stdout = on_stdout(output)
    if count and form not in (None, *_REPORTS):
        raise typer.BadParameter(Message("--report is no {form}; say --format table, csv, tsv or json", form=form))
    usual = usual_limits()
    task = Task(
        file,
        output,
        Ways(_delimiter(delimiter), encoding, header_row, sheet),
        {
            "place": place,
            "postal_code": postal_code,
            "key": key,
            "kreis": kreis,
            "land": land,
            "country": country,
            "latitude": latitude,
            "longitude": longitude,
        },
        force,
        excel,
        unmatched,
        responsibility.home() if district else None,
        prefix,
        form if to_stdout or not count else None,
        limits=Limits(_size(max_memory, "--max-memory", usual.memory), _size(max_size, "--max-size", usual.size)),
        key_date=_key_date(key_date),
    )
    made = run(task, say, _progress)
    spoken = language(lang, os.environ)
    if made.first:
        terminal = medium(sys.stdout)._replace(lang=spoken, chooses=False)
        streams.to_stdout(render(beginning(made, spoken), Format.TABLE, terminal))
    say(summary(made))
    if mapped is not None:
        _draw_map(made, mapped, force, spoken)
    if count:
        reply = reply_as(form or "table", False, None, lang)
        if to_stdout:
            terminal = medium(sys.stderr)._replace(lang=reply.lang, chooses=False)
            typer.echo(render(report(made, reply.lang), reply.form, terminal), err=True, nl=False)
        else:
            reply.give(report(made, reply.lang))


def _write_sql(engine: Literal["duckdb", "spark"], lang: Language) -> None:
    """Print the SQL by which a database joins the lookup table."""
    from hwkcli.matching.lookup_sql import statement

    streams.to_stdout(statement(engine, lang))


def _write_lookup_table(file: Path, force: bool) -> None:
    """Write the lookup table, and say what it has."""
    from hwkcli.matching.lookup_table import write_table

    say(write_table(file, force))


def _key_date(given: Any) -> str:
    """The day of the keys, YYYY-MM-DD, or nothing. Raises UnknownDay for a day before the register is known."""
    day = one_day(given, "--key-date")
    if day:
        from hwkcli.gazetteer.history import past

        past.check(day)
    return day or ""


def _check_map(file: Path, force: bool) -> None:
    """Raises BadSetting and BadFile for a file that cannot become the map, before the rows are read."""
    from hwkcli.output.maps.picture import form_of

    form_of(file)
    whole_files.may_write(file, force=force)
    if not file.absolute().parent.is_dir():
        raise BadFile("{file}: there is no such folder; choose another file", file=file)


def _draw_map(made: "Made", file: Path, force: bool, lang: Language) -> None:
    """Write the map of the rows by Kreis, or say that there is none."""
    from hwkcli.output.maps.picture import picture
    from hwkcli.views.map_report import rows_by_kreis

    counts = {key: rows for key, _, rows in made.groups.get("kreis", ()) if key}
    if not counts:
        say(Message("{file}: no row has a Kreis; no map is drawn", file=file))
        return
    whole_files.to_file(picture(rows_by_kreis(counts, lang), file), file, force=force)


def _delimiter(given: str | None) -> str | None:
    if given is None:
        return None
    sign = {"\\t": "\t", "tab": "\t"}.get(given, given)
    if len(sign) != 1 or not sign.isascii() or sign.isalnum() or sign in '"\r\n ':
        raise typer.BadParameter("--delimiter takes one sign: ; , | or \\t")
    return sign


def _size(given: str | None, option: str, usual: int) -> int:
    """A number of bytes: `500M`, `4G`, `4 GiB`."""
    if given is None:
        return usual
    match = re.fullmatch(r"([0-9]{1,15})\s*([kmgt]?)(?:i?b)?", given.strip().lower())
    if not match or not int(match[1]):
        raise typer.BadParameter(Message("{option} takes a size such as 500M or 4G", option=option))
    return int(match[1]) * _UNITS[match[2]]


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Shows on a terminal how many addresses are decided, where they are many."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda done, number: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("hwk match", total=None, visible=False)
        yield lambda done, number: bar.update(
            task, completed=done, total=number or None, visible=not number or number >= _LONG
        )
