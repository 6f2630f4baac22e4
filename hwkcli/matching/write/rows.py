"""The rows of a table with their answers: as CSV, Parquet, JSON, points on a map or a workbook."""

from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, cast

from hwkcli.errors import BadFile, BadSetting, quoted
from hwkcli.failures import is_full, of_system, system_error, temporary
from hwkcli.matching.annotate import Answers
from hwkcli.matching.columns import ANSWERS, Columns
from hwkcli.matching.read import plain
from hwkcli.matching.read.source import Source
from hwkcli.matching.write import append, geojson, sheet
from hwkcli.matching.write.target import Target
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

_FIRST = 10
"""So many rows are shown on a terminal."""
_SLICE = 10_000
"""So many rows become features at a time."""
_BOM = b"\xef\xbb\xbf"
_FORMULA = r"^[=+\-@\t\r＝＋－＠]"
_NUMBER = r"^-[0-9][0-9.,]*%?$"
"""A negative number begins like a formula, and is none."""


class Job(NamedTuple):
    """What is to be written."""

    source: Source
    columns: Columns
    made: Answers
    table: "pl.DataFrame"
    """The answers to be joined: those of all rows, or of some."""
    some: bool
    """Whether only the rows that the table has something for are written."""
    to: Target
    part: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The headings, with those of the answers."""
        return (*self.source.names, *self.made.names)

    def joined(self, frame: "pl.LazyFrame", answers: "pl.DataFrame") -> "pl.LazyFrame":
        """The rows of a frame with what the answers have for their addresses, in their order."""
        how: Literal["inner", "left"] = "inner" if self.some else "left"
        rows = frame.with_columns(self.made.joined_by)
        return rows.join(answers.lazy(), on="at", how=how, maintain_order="left").drop("at")

    def all_columns(self) -> "pl.LazyFrame":
        """All columns of the source, in `c0`, `c1` ..., and those of the answers."""
        own = [f"c{at}" for at in range(len(self.source.names))]
        return self.joined(self.source.frame, self.table).select(*own, *self.made.names)


def write(source: Source, columns: Columns, made: Answers, to: Target, part: Path, unmatched: bool = False) -> None:
    """Write the rows, all or only those that were asked and have no answer, to a file. Raises BadFile for what the form
    cannot hold."""
    table = (made.unanswered() if unmatched else made.table).drop("rows")
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


def first(source: Source, columns: Columns, made: Answers) -> tuple[tuple[str, ...], ...]:
    """The first rows with their answers, as texts."""
    import polars as pl

    job = Job(source, columns, made, made.table.drop("rows"), False, Target(None, "table", False, False, ";"), Path())
    rows = job.joined(source.frame.head(_FIRST), job.table)
    own = [f"c{at}" for at in range(len(source.names))]
    return tuple(rows.select(pl.col(*own, *made.names).cast(pl.String).fill_null("")).collect().rows())


def _check_types(job: Job) -> None:
    """Raises BadFile for columns that have no text."""
    import polars as pl

    schema = job.source.frame.collect_schema()
    for at, name in enumerate(job.source.names):
        kind = schema[f"c{at}"]
        if kind in (pl.Binary, pl.Duration, pl.Object):
            no_text = "{file}: column {name} is no text; write .parquet instead"
            raise BadFile(no_text, file=job.to.shown, name=quoted(name))
        if kind.is_nested() and job.to.form not in ("json", "jsonl"):
            nested = "{file}: column {name} holds lists or records; write .parquet or .jsonl instead"
            raise BadFile(nested, file=job.to.shown, name=quoted(name))


def _csv(job: Job) -> None:
    """All answers to an address are one text, made once: quoting what needs it is then no work of each row."""
    import polars as pl

    source, to = job.source, job.to
    cells = [_cell(pl.col(name), to) for name in job.made.names]
    tail = job.table.select("at", pl.concat_str(cells, separator=to.delimiter).alias("tail"))
    if _is_regular(job):
        rows = job.joined(_lines(job), tail).select("raw", "tail")
    else:
        names = [f"c{at}" for at in range(len(source.names))]
        rows = job.joined(source.frame, tail).select(*names, "tail")
        if source.quotes or to.excel or to.delimiter != source.delimiter:
            # One expression for all columns: of thousands, each would take its time.
            rows = rows.with_columns(_cell(pl.col(names).cast(pl.String), to))
    with opened(job.part, "w", to.shown) as out:
        head = (_BOM if to.excel else b"") + _line(job.names, to)
        out.write(_gzip(head) if to.packed else head)
        out.flush()
        rows.sink_csv(
            cast(IO[bytes], out),
            include_header=False,
            separator=to.delimiter,
            quote_style="never",
            compression="gzip" if to.packed else "uncompressed",
            engine="streaming",
        )


def _is_regular(job: Job) -> bool:
    """Whether each line of a text is a row with all its cells, none in quotation marks: it may stay as it is then."""
    source, to = job.source, job.to
    if source.text is None or source.quotes or source.splits or to.excel or to.delimiter != source.delimiter:
        return False
    # No row has more cells than there are headings, or it would have been refused; so none has less either.
    delimiters = plain.count(source.text, source.delimiter.encode(), source.skip)
    return delimiters == job.made.rows * (len(source.names) - 1)


def _lines(job: Job) -> "pl.LazyFrame":
    """The lines of a text as they are, in a column `raw`, with the cells beside by which a row is joined."""
    import polars as pl

    needed = range(len(job.source.names)) if job.made.blank else job.columns.used
    width = min(max(needed) + 2, len(job.source.names))
    lines = pl.scan_csv(
        cast(Path, job.source.text),
        separator="\x01",
        has_header=False,
        skip_lines=job.source.skip,
        schema={"raw": pl.String},
        quote_char=None,
        empty_string_is_null=False,
        raise_if_empty=False,
        glob=False,
    )
    parts = pl.col("raw").str.splitn(job.source.delimiter, width)
    return lines.select("raw", *(parts.struct.field(f"field_{at}").alias(f"c{at}") for at in needed))


def _line(names: Sequence[str], to: Target) -> bytes:
    import csv

    if to.excel:
        import polars as pl

        names = pl.DataFrame({"name": names}).select(_as_text(pl.col("name"))).to_series().to_list()
    text = StringIO()
    csv.writer(text, delimiter=to.delimiter, lineterminator="\n").writerow(names)
    return text.getvalue().encode("utf-8", "surrogatepass")


def _gzip(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, mtime=0)


def _as_text(cell: "pl.Expr") -> "pl.Expr":
    """A cell that Excel takes for a text, also where it begins like a formula: an apostrophe stands before it then."""
    import polars as pl

    formula = cell.str.contains(_FORMULA) & ~cell.str.contains(_NUMBER)
    # Of several columns, each keeps the name of what comes first.
    return pl.when(~formula).then(cell).otherwise(pl.lit("'") + cell)


def _cell(cell: "pl.Expr", to: Target) -> "pl.Expr":
    """A cell as CSV writes it."""
    import polars as pl

    if to.excel:
        cell = _as_text(cell)
    escaped = pl.lit('"') + cell.str.replace_all('"', '""', literal=True) + pl.lit('"')
    mark = "\\t" if to.delimiter == "\t" else f"\\{to.delimiter}"
    return pl.when(~cell.str.contains(f'["\\r\\n{mark}]|^\ufeff')).then(cell).otherwise(escaped).fill_null("")


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
        _renamed(job).sink_parquet(cast(IO[bytes], out), engine="streaming")


def _renamed(job: Job) -> "pl.LazyFrame":
    """All columns under headings of which none is empty or twice."""
    rows = job.all_columns()
    return rows.rename(dict(zip(rows.collect_schema().names(), _unique(job.names), strict=True)))


def _json(job: Job) -> None:
    """Of JSON every object stays as it is, and the answers are written behind its last value."""
    import polars as pl

    array = job.to.form == "json"
    if job.source.raw is None:
        rows = _renamed(job).select(pl.struct(pl.all()).struct.json_encode().alias("object"))
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
            out.write(_gzip(end) if job.to.packed else end)


def _geojson(job: Job) -> None:
    """Each row is a point: at the position in its own columns, else at that of its municipality."""
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
        append.append(own, job.made.names, _added(job), job.part, job.to.shown, macros)
        return
    if macros:
        none = "{file}: only a workbook with macros becomes one; write .xlsx instead"
        raise BadSetting(none, file=job.to.shown)
    import polars as pl

    frame = job.source.frame
    width = len(job.source.names)
    _check_lengths(job)
    if own is not None:
        cells = [sheet.cells_of(row, width) for row in own.cells]
        frame = frame.with_columns(pl.Series("cells", cells, dtype=pl.String))
    else:
        frame = frame.with_columns(sheet.cells(frame, [f"c{at}" for at in range(width)]).alias("cells"))
    tail = job.table.select("at", pl.concat_str([sheet.text(pl.col(name)) for name in job.made.names]).alias("tail"))
    rows = job.joined(frame, tail).select(pl.concat_str("cells", "tail").alias("xml"))
    sheet.write(rows, job.names, job.part, job.to.shown)


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

    texts = [pl.col(f"c{at}").cast(pl.String).str.len_chars() for at in range(len(job.source.names))]
    longer = job.source.frame.select((pl.max_horizontal(texts) > sheet.LONGEST_CELL).alias("x")).with_row_index(
        "number"
    )
    first = longer.filter("x").select("number").head(1).collect(engine="streaming")
    if first.height:
        long = "{file}: row {row} has a longer text than a sheet holds; write .csv instead"
        raise BadFile(long, file=job.to.shown, row=first.item() + 1)


_WRITERS: dict[str, Callable[[Job], None]] = {
    "csv": _csv,
    "parquet": _parquet,
    "json": _json,
    "jsonl": _json,
    "geojson": _geojson,
    "xlsx": _workbook,
    "xlsm": _workbook,
}
