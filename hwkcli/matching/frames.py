"""The same answers for a frame in memory: of Polars, pandas or Arrow, by way of Narwhals."""

from pathlib import Path
from typing import Any

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching.annotate import Answers, answers, joined_by
from hwkcli.matching.columns import Columns, columns
from hwkcli.matching.index import index
from hwkcli.matching.read.source import NEEDED, Ways, first_line, recognise


def annotated(table: Any, given: dict[str, str | None], district: str | None) -> Any:
    """A frame with the columns of the answers behind its own; a path gives a frame of Polars.

    Raises BadSetting and BadFile.
    """
    try:
        import narwhals as nw
        import polars as pl
    except ImportError:
        raise BadSetting(NEEDED) from None
    if isinstance(table, str | Path):
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="hwk-") as folder:
            source = recognise(Path(table), Ways(), Path(folder))
            try:
                frame = source.frame.collect()
            except pl.exceptions.PolarsError as error:
                careful = source.anew(Ways(), Path(folder), str(table))
                if careful is source:
                    raise BadFile(f"{table}: {first_line(error)}; mend the file") from None
                frame = careful.frame.collect()
        if len(set(source.names)) < len(source.names) or "" in source.names:
            raise BadSetting(f"{table}: headings are empty or twice; read the table yourself and pass it on as a frame")
        table = frame.rename(dict(zip(frame.columns, source.names, strict=True)))
    if isinstance(table, pl.LazyFrame):
        return annotated(table.collect(), given, district).lazy()
    try:
        native = nw.from_native(table, eager_only=True)
    except (TypeError, ValueError):
        nothing = f"no table: {type(table).__name__}; pass on a frame of Polars, pandas or Arrow, or a path"
        if not hasattr(table, "__arrow_c_stream__"):
            raise BadSetting(nothing) from None
        try:
            frame = pl.DataFrame(table)
        except (pl.exceptions.PolarsError, TypeError, ValueError):
            raise BadSetting(nothing) from None
        return annotated(frame, given, district)
    names = tuple(str(name) for name in native.columns)
    found = columns(names, given, lambda: _rows(native), index)
    used = _texts(native, found)
    made = answers(used.lazy(), names, found, district, lambda done, number: None)
    joined = _joined(used, found, made)
    backend = nw.get_native_namespace(native)
    new = [nw.new_series(name, joined[name].to_list(), nw.String(), backend=backend) for name in made.names]
    return nw.to_native(native.with_columns(*new))


def _rows(native: Any) -> list[list[str | None]]:
    """The first rows, as texts."""
    rows = native.head(1000).rows()
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: Any) -> str | None:
    """A cell as text; None for what pandas and others have for nothing."""
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(cell, float) and cell != cell:
        return None
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def _texts(native: Any, found: Columns) -> "Any":
    """The columns of the addresses as a frame of Polars."""
    import polars as pl

    taken = {f"c{at}": _series(native[native.columns[at]]) for at in found.used}
    return pl.DataFrame(taken)


def _series(column: Any) -> Any:
    """A column as texts; one of lists or records as it is."""
    import polars as pl

    cells = column.to_list()
    if any(isinstance(cell, list | dict) for cell in cells):
        return pl.Series([cell if isinstance(cell, list | dict) else None for cell in cells], strict=False)
    return pl.Series(list(map(_text, cells)), dtype=pl.String)


def _joined(used: Any, found: Columns, made: Answers) -> Any:
    """The answers, row by row."""
    rows = used.select(joined_by(found).alias("at"))
    return rows.join(made.table.drop("rows"), on="at", how="left", maintain_order="left")
