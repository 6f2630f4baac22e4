"""The rows of a table with their answers: as CSV, Parquet, JSON, points on a map or a workbook."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from hwkcli.errors import BadFile, BadSetting, quoted
from hwkcli.failures import is_full, of_system, system_error, temporary
from hwkcli.matching.annotate import Answers
from hwkcli.matching.columns import ANSWERS, Columns
from hwkcli.matching.read.source import Source
from hwkcli.matching.write import delimited, sheet
from hwkcli.matching.write.delimited import packed
from hwkcli.matching.write.job import Job, joined
from hwkcli.matching.write.target import Target
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

_FIRST = 10
"""So many rows are shown on a terminal."""
_SLICE = 10_000
"""So many rows become features at a time."""


def write(source: Source, columns: Columns, made: Answers, to: Target, part: Path, unmatched: bool = False) -> None:
    """Write the rows, all or only those that were asked and have no answer, to a file. Raises BadFile for what the form
    cannot hold."""
    table = made.unanswered() if unmatched else made.table
    job = Job(source, columns, made, table, unmatched, to, part)
    if to.form != "parquet":
        _check_types(job)
    try:
        _WRITERS[to.form](job)
    except Exception as error:
        if not is_full(error):
            raise
        shown = temporary(part.parent.parent) if to.file is None else to.shown
        raise BadFile(of_system(OSError(system_error(error), ""), shown, "")) from None


def first(source: Source, made: Answers) -> tuple[tuple[str, ...], ...]:
    """The first rows with their answers, as texts."""
    import polars as pl

    rows = joined(source.frame.head(_FIRST), made, made.table)
    return tuple(rows.select(pl.col(*source.columns, *made.names).cast(pl.String).fill_null("")).collect().rows())


def _check_types(job: Job) -> None:
    """Raises BadFile for columns that have no text."""
    import polars as pl

    schema = job.source.frame.collect_schema()
    for column, name in zip(job.source.columns, job.source.names, strict=True):
        kind = schema[column]
        if kind in (pl.Binary, pl.Duration, pl.Object):
            no_text = "{file}: column {name} is no text; write .parquet instead"
            raise BadFile(no_text, file=job.to.shown, name=quoted(name))
        if kind.is_nested() and job.to.form not in ("json", "jsonl"):
            nested = "{file}: column {name} holds lists or records; write .parquet or .jsonl instead"
            raise BadFile(nested, file=job.to.shown, name=quoted(name))


def _unique(names: Sequence[str]) -> list[str]:
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


def _parquet(job: Job) -> None:
    with opened(job.part, "w", job.to.shown) as out:
        _whole(job).sink_parquet(cast(IO[bytes], out), engine="streaming")


def _renamed(job: Job) -> "pl.LazyFrame":
    """All columns under headings of which none is empty or twice; of records, each part."""
    return _selected(job, job.source.columns, job.source.names)


def _whole(job: Job) -> "pl.LazyFrame":
    """The same, with records as they were."""
    whole = job.source.whole
    return _selected(job, list(whole), list(whole.values())) if whole else _renamed(job)


def _selected(job: Job, columns: Sequence[str], names: Sequence[str]) -> "pl.LazyFrame":
    """Some columns under their headings, and behind them those of the answers."""
    rows = job.joined(job.source.frame, job.table).select(*columns, *job.made.names)
    return rows.rename(dict(zip(rows.collect_schema().names(), _unique([*names, *job.made.names]), strict=True)))


def _json(job: Job) -> None:
    """Of JSON every object stays as it is, and the answers are written behind its last value."""
    import polars as pl

    array = job.to.form == "json"
    if job.source.raw is None:
        rows = _whole(job).select(pl.struct(pl.all()).struct.json_encode().alias("object"))
    else:
        answers = pl.struct(job.made.names).struct.json_encode().str.slice(1)
        tail = job.table.select("at", answers.alias("tail"))
        body = pl.col("raw").str.strip_suffix("}").str.strip_chars_end()
        comma = pl.when(body.str.ends_with("{")).then(pl.lit("")).otherwise(pl.lit(", "))
        rows = job.joined(job.source.raw, tail).select(pl.concat_str(body, comma, "tail").alias("object"))
    if array:
        before = pl.when(pl.col("number") == 0).then(pl.lit("[")).otherwise(pl.lit(","))
        rows = rows.with_row_index("number").select(pl.concat_str(before, "object"))
    with opened(job.part, "w", job.to.shown) as out:
        end = b"]\n" if job.made.rows and (not job.some or job.table.height) else b"[]\n"
        rows.sink_csv(
            cast(IO[bytes], out),
            include_header=False,
            quote_style="never",
            compression="gzip" if job.to.packed else "uncompressed",
            engine="streaming",
        )
        if array:
            out.write(packed(end) if job.to.packed else end)


def _geojson(job: Job) -> None:
    """Each row is a point: at the position in its own columns, else at that of its municipality."""
    from hwkcli.matching.write import geojson

    rows = _renamed(job)
    names = rows.collect_schema().names()
    own = [names[at] for at in (job.columns.latitude, job.columns.longitude) if at is not None]
    ags = names[len(job.source.names)] if len(job.made.names) == len(ANSWERS) else None
    with opened(job.part, "w", job.to.shown) as out:
        for piece in geojson.document(_records(rows), ags, own):
            out.write(piece.encode("utf-8", "surrogatepass"))


def _records(rows: "pl.LazyFrame") -> Iterator[dict[str, Any]]:
    for part in rows.collect(engine="streaming").iter_slices(_SLICE):
        yield from part.iter_rows(named=True)


def _workbook(job: Job) -> None:
    """The user's own workbook with columns added, or a new one."""
    macros = job.to.form == "xlsm"
    own = job.source.sheet
    if own is not None and own.file is not None and own.head_row and not job.some:
        from hwkcli.matching.write import append

        append.append(own, job.made.names, _added(job), job.part, job.to.shown, macros)
        return
    if macros:
        none = "{file}: only a workbook with macros becomes one; write .xlsx instead"
        raise BadSetting(none, file=job.to.shown)
    import polars as pl

    if len(job.names) > sheet.SHEET_COLUMNS:
        wide = "{file}: a sheet has at most {columns:,} columns; write .csv or .parquet instead"
        raise BadFile(wide, file=job.to.shown, columns=sheet.SHEET_COLUMNS)
    frame = job.source.frame
    width = len(job.source.names)
    _check_lengths(job)
    if own is not None:
        cells = [sheet.cells_of(row, width) for row in own.cells]
        frame = frame.with_columns(pl.Series("cells", cells, dtype=pl.String))
    else:
        frame = frame.with_columns(sheet.cells(frame, job.source.columns).alias("cells"))
    tail = job.table.select("at", pl.concat_str([sheet.text(pl.col(name)) for name in job.made.names]).alias("tail"))
    rows = job.joined(frame, tail).select(pl.concat_str("cells", "tail").alias("xml"))
    sheet.write(rows, job.names, job.part)


def _added(job: Job) -> Callable[[int], str | None]:
    """What is added to the rows of the user's own workbook; nothing to those that pass through."""
    import polars as pl

    first, *others = job.made.names
    cells = pl.concat_str(sheet.rest(pl.col(first)), *(sheet.text(pl.col(name)) for name in others))
    asked = pl.when(pl.col(job.made.how) != "").then(cells).alias("cells")
    found = job.joined(job.source.frame, job.table.select("at", asked)).select("cells").collect()["cells"]
    return lambda at: found[at] if at < len(found) else None


def _check_lengths(job: Job) -> None:
    """Raises BadFile, with the row, for a text that is longer than a cell of a sheet may be."""
    import polars as pl

    texts = [pl.col(at).cast(pl.String).str.len_chars() for at in job.source.columns]
    longer = job.source.frame.select((pl.max_horizontal(texts) > sheet.LONGEST_CELL).alias("x")).with_row_index(
        "number"
    )
    first = longer.filter("x").select("number").head(1).collect(engine="streaming")
    if first.height:
        long = "{file}: row {row} has a longer text than a sheet holds; write .csv instead"
        raise BadFile(long, file=job.to.shown, row=first.item() + 1)


_WRITERS: dict[str, Callable[[Job], None]] = {
    "csv": delimited.write,
    "parquet": _parquet,
    "json": _json,
    "jsonl": _json,
    "geojson": _geojson,
    "xlsx": _workbook,
    "xlsm": _workbook,
}
