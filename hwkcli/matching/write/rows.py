"""The rows of a table with their answers: as CSV, Parquet, JSON Lines or a spreadsheet."""

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hwkcli.errors import BadFile, quoted
from hwkcli.matching.annotate import Answers, joined_by
from hwkcli.matching.columns import Columns
from hwkcli.matching.decision import ANSWERED
from hwkcli.matching.read.source import Source
from hwkcli.matching.write.target import Target

if TYPE_CHECKING:
    import polars as pl

SHEET_ROWS = 1_048_575
"""A spreadsheet has so many rows below its headings."""
_SHEET_COLUMNS = 16_384
_LONGEST_CELL = 32_767
_EXACT = 2**53
"""Whole numbers from here on are not exact in a sheet, and written as texts."""
_BOM = b"\xef\xbb\xbf"


def write(source: Source, columns: Columns, found: Answers, to: Target, part: Path, unmatched: bool = False) -> None:
    """Write the rows, all or only those without an answer, to a file. Raises BadFile for what the form cannot hold."""
    import polars as pl

    if to.form != "parquet":
        for name, kind in zip(source.names, source.frame.collect_schema().dtypes(), strict=True):
            if kind in (pl.Binary, pl.Duration, pl.Object):
                raise BadFile(
                    f"{to.file or 'standard output'}: column {quoted(name)} is no text; write .parquet instead"
                )
    table = found.table.drop("rows")
    if unmatched:
        table = table.filter(~pl.col("hwk_how").is_in(ANSWERED))
    if to.form == "csv":
        _csv(source, columns, table, found.names, to, part, unmatched)
    elif to.form == "jsonl":
        _json_lines(source, columns, table, found.names, to, part, unmatched)
    elif to.form == "parquet":
        rows = _rows(source.frame, columns, table, unmatched)
        names = _unique((*source.names, *found.names))
        rows.rename(dict(zip(rows.collect_schema().names(), names, strict=True))).sink_parquet(part, engine="streaming")
    else:
        _sheet(_rows(source.frame, columns, table, unmatched), (*source.names, *found.names), part, str(to.file))


def _rows(frame: "pl.LazyFrame", columns: Columns, table: "pl.DataFrame", some: bool) -> "pl.LazyFrame":
    """The rows with what a table has for their addresses; all rows, or only those that it has something for."""
    joined = frame.with_columns(joined_by(columns).alias("at")).join(
        table.lazy(), on="at", how="inner" if some else "left", maintain_order="left"
    )
    return joined.drop("at")


def _csv(
    source: Source,
    columns: Columns,
    table: "pl.DataFrame",
    names: tuple[str, ...],
    to: Target,
    part: Path,
    some: bool,
) -> None:
    """All answers to an address are one text, made once: quoting what needs it is then no work of each row."""
    import polars as pl

    nested = [source.names[at] for at, kind in enumerate(source.frame.collect_schema().dtypes()) if kind.is_nested()]
    if nested:
        raise BadFile(
            f"{to.file or 'CSV'}: column {nested[0]!r} holds lists or records; write .parquet or .jsonl instead"
        )
    tail = pl.concat_str([_quoted(pl.col(name), to.delimiter) for name in names], separator=to.delimiter)
    rows = _rows(source.frame, columns, table.select("at", tail.alias("tail")), some)
    if source.quotes or to.delimiter != source.delimiter:
        cells = [f"c{at}" for at in range(len(source.names))]
        rows = rows.with_columns(_quoted(pl.col(name).cast(pl.String), to.delimiter).alias(name) for name in cells)
    with part.open("wb") as out:
        head = (_BOM if to.bom else b"") + _line((*source.names, *names), to.delimiter)
        out.write(_gzip(head) if to.packed else head)
        out.flush()
        rows.sink_csv(
            out,
            include_header=False,
            separator=to.delimiter,
            quote_style="never",
            compression="gzip" if to.packed else "uncompressed",
            engine="streaming",
        )


def _line(names: tuple[str, ...], delimiter: str) -> bytes:
    import csv

    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerow(names)
    return text.getvalue().encode("utf-8", "surrogatepass")


def _gzip(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, mtime=0)


def _quoted(cell: "pl.Expr", delimiter: str) -> "pl.Expr":
    """A cell as CSV writes it."""
    import polars as pl

    escaped = pl.concat_str(pl.lit('"'), cell.str.replace_all('"', '""', literal=True), pl.lit('"'))
    mark = "\\t" if delimiter == "\t" else f"\\{delimiter}"
    return pl.when(cell.str.contains(f'["\\r\\n{mark}]')).then(escaped).otherwise(cell).fill_null("")


def _unique(names: tuple[str, ...]) -> list[str]:
    """Names of which none is empty or twice, as Parquet wants them: `Ort`, `Ort_2`, `column_3`."""
    found: dict[str, None] = {}
    for at, name in enumerate(names, 1):
        wanted = name or f"column_{at}"
        number = 2
        while wanted in found or (wanted in names[at:] and wanted != name):
            wanted = f"{name or f'column_{at}'}_{number}"
            number += 1
        found[wanted] = None
    return list(found)


def _json_lines(
    source: Source,
    columns: Columns,
    table: "pl.DataFrame",
    names: tuple[str, ...],
    to: Target,
    part: Path,
    some: bool,
) -> None:
    """Of JSON Lines every line stays as it is, and the answers are written behind its last value."""
    import polars as pl

    packing: Any = "gzip" if to.packed else "uncompressed"
    if source.raw is None:
        rows = _rows(source.frame, columns, table, some)
        names = tuple(_unique((*source.names, *names)))
        renamed = rows.rename(dict(zip(rows.collect_schema().names(), names, strict=True)))
        with part.open("wb") as out:
            renamed.sink_ndjson(out, compression=packing, engine="streaming")
        return
    tail = table.select(pl.struct(names).struct.json_encode().str.slice(1).alias("tail"), "at")
    rows = _rows(source.raw, columns, tail, some)
    body = pl.col("raw").str.strip_chars_end().str.strip_suffix("}").str.strip_chars_end()
    comma = pl.when(body.str.ends_with("{")).then(pl.lit("")).otherwise(pl.lit(", "))
    with part.open("wb") as out:
        rows.select(pl.concat_str(body, comma, "tail")).sink_csv(
            out, include_header=False, quote_style="never", compression=packing, engine="streaming"
        )


def _sheet(rows: "pl.LazyFrame", names: tuple[str, ...], part: Path, shown: str) -> None:
    """A spreadsheet in which every text is a text: what looks like a formula is none."""
    from tempfile import TemporaryDirectory

    import polars as pl
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    if len(names) > _SHEET_COLUMNS:
        raise BadFile(f"{shown}: a sheet has at most {_SHEET_COLUMNS:,} columns; write .csv or .parquet instead")
    schema = rows.collect_schema()
    if any(kind.is_nested() for kind in schema.dtypes()):
        raise BadFile(f"{shown}: a column holds lists or records; write .parquet or .jsonl instead")
    numbers = [kind.is_numeric() for kind in schema.dtypes()]
    rows = rows.with_columns(pl.col(name).cast(pl.String) for name, kind in schema.items() if not kind.is_numeric())
    try:
        with (
            TemporaryDirectory(prefix="hwk-") as folder,
            xlsxwriter.Workbook(part, {"constant_memory": True, "tmpdir": folder}) as book,
        ):
            _cells(book.add_worksheet(), rows, names, numbers, shown)
    except FileCreateError as error:
        reason = error.args[0]
        raise (reason if isinstance(reason, OSError) else OSError(str(reason))) from None


def _cells(sheet: Any, rows: "pl.LazyFrame", names: tuple[str, ...], numbers: list[bool], shown: str) -> None:
    """Write the headings and the rows."""
    for column, name in enumerate(names):
        sheet.write_string(0, column, name)
    lines = (row for batch in rows.collect_batches(chunk_size=20_000) for row in batch.iter_rows())
    for at, row in enumerate(lines, 1):
        for column, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if numbers[column] and abs(cell) < _EXACT:
                sheet.write_number(at, column, cell)
            elif len(text := str(cell)) > _LONGEST_CELL:
                raise BadFile(f"{shown}: row {at} has a longer text than a sheet holds; write .csv instead")
            else:
                sheet.write_string(at, column, text)
