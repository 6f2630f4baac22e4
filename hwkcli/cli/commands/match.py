"""Annotate a table of addresses."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from hwkcli.cli.lazy import say
from hwkcli.cli.options import FormatOption, JsonOption, LangOption
from hwkcli.cli.reply import reply_as
from hwkcli.matching.read.source import Ways
from hwkcli.output.render import medium, render

_LONG = 100_000
"""From so many addresses on, a terminal sees how far the work is."""


def match(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The table: CSV, TSV, .xlsx, .parquet, .jsonl; - for stdin.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The annotated table, in the form of the ending; else stdout."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that exists (never over the input).")
    ] = False,
    place: Annotated[str | None, typer.Option("--place", metavar="COLUMN", help="The column of places.")] = None,
    postal_code: Annotated[
        str | None, typer.Option("--postal-code", metavar="COLUMN", help="The column of postal codes.")
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="COLUMN", help="The column of keys (AGS, ARS, of a Kreis).")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="COLUMN", help="The column of countries; '' for none.")
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="SIGN", help="What parts the cells; \\t for a tab.")
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", help="utf-8, cp1252, utf-16 ...")] = None,
    header_row: Annotated[
        int | None, typer.Option("--header-row", min=0, metavar="N", help="The line of the headings; 0 for none.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="The sheet, by name or number.")] = None,
    excel: Annotated[bool, typer.Option("--excel", help="CSV with the mark by which Excel knows UTF-8.")] = False,
    district: Annotated[
        bool, typer.Option("--district", help="Only: inside or outside the Dortmund district.")
    ] = False,
    unmatched: Annotated[
        Path | None, typer.Option("--unmatched", metavar="FILE", help="The rows without an answer to this file too.")
    ] = None,
    count: Annotated[bool, typer.Option("--report", help="Rows by way of matching, chamber and Kreis.")] = False,
    lookup_table: Annotated[
        Path | None,
        typer.Option("--lookup-table", metavar="FILE", help="Instead: the table by which any engine does the same."),
    ] = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """A table of addresses, annotated.

    With municipality, Kreis, Land and chamber for every row.

    Every row comes back as it is, with hwk_ags, hwk_town, hwk_kreis_key, hwk_kreis, hwk_land, hwk_chamber_code,
    hwk_chamber, hwk_how and hwk_candidates. (Extra: match.)
    """
    reply = reply_as(form, as_json, None, lang)
    if lookup_table is not None:
        if file is not None or output is not None:
            raise typer.BadParameter("--lookup-table takes no FILE and no --output")
        from hwkcli.matching.lookup_table import write_table

        say(write_table(lookup_table, force))
        return
    if file is None:
        raise typer.BadParameter("name the FILE with the table, or - for standard input")
    if delimiter is not None:
        delimiter = {"\\t": "\t", "tab": "\t"}.get(delimiter, delimiter)
        if len(delimiter) != 1 or not delimiter.isascii() or delimiter.isalnum() or delimiter in '"\r\n ':
            raise typer.BadParameter("--delimiter takes one sign: ; , | or \\t")
    if unmatched is not None and str(unmatched) == "-":
        raise typer.BadParameter("--unmatched takes a file")
    from hwkcli.matching.run import Task, dortmund, run
    from hwkcli.views.match_report import report, summary

    ways = Ways(delimiter, encoding, header_row, sheet)
    given = {"place": place, "postal_code": postal_code, "key": key, "country": country}
    task = Task(file, output, ways, given, force, excel, unmatched, dortmund() if district else None)
    with _progress() as tell:
        made = run(task, say, tell)
    say(summary(made))
    if count:
        if output is not None and str(output) != "-":
            reply.give(report(made, reply.lang))
        else:
            typer.echo(render(report(made, reply.lang), reply.form, medium(sys.stderr)), err=True, nl=False)


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
