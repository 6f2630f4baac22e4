"""The rows with their answers as CSV: where nothing forbids it, a line goes over as it is, with its answers behind."""

from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from hwkcli.matching.write.job import Job
from hwkcli.matching.write.target import Target
from hwkcli.streams import opened

if TYPE_CHECKING:
    import polars as pl

_BOM = b"\xef\xbb\xbf"
_FORMULA = r"^[=+\-@\t\r＝＋－＠]"
_NUMBER = r"^-[0-9][0-9.,]*%?$"
"""A negative number begins like a formula, and is none."""


def write(job: Job) -> None:
    """Write the rows. All answers to an address are one text, made once: quoting what needs it is then no work of each
    row."""
    import polars as pl

    source, to = job.source, job.to
    cells = [_cell(pl.col(name), to) for name in job.made.names]
    tail = job.table.select("at", pl.concat_str(cells, separator=to.delimiter).alias("tail"))
    if _is_regular(job):
        rows = job.joined(_lines(job), tail).select("raw", "tail")
    else:
        rows = job.joined(source.frame, tail).select(*source.columns, "tail")
        if source.quotes or to.excel or to.delimiter != source.delimiter:
            # One expression for all columns: of thousands, each would take its time.
            rows = rows.with_columns(_cell(pl.col(source.columns).cast(pl.String), to))
    with opened(job.part, "w", to.shown) as out:
        head = (_BOM if to.excel else b"") + _line(job.names, to)
        out.write(packed(head) if to.packed else head)
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
    # No row has more cells than there are headings, or it would have been refused.
    return not job.made.ragged


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


def packed(data: bytes) -> bytes:
    """Bytes as gzip packs them, the same ones each time."""
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
