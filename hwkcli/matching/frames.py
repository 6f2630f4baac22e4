"""The same answers for a frame in memory: of Polars, pandas or Arrow, by way of Narwhals; and for a file."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hwkcli import scratch
from hwkcli.errors import BadFile, BadSetting, Exit, HwkError
from hwkcli.extras import needed
from hwkcli.gazetteer.store import responsibility
from hwkcli.matching.annotate import Answers, answers
from hwkcli.matching.choice import choose
from hwkcli.matching.columns import PREFIX
from hwkcli.matching.decision import resolver
from hwkcli.matching.passing import may_pass

if TYPE_CHECKING:
    import polars as pl

_SAMPLE = 1000
_NO_TABLE = "no table: {}; pass on a frame of Polars, pandas or Arrow, or a path"


class Wanted(NamedTuple):
    """What is wanted of a table."""

    given: Mapping[str, Any]
    """The columns that are named, by their roles."""
    district: bool = False
    """Whether only the district is the question."""
    prefix: str = PREFIX
    key_date: str = ""
    """The day of the register that the keys are of, YYYY-MM-DD; empty where it is not said."""


def annotated(table: Any, wanted: Wanted) -> Any:
    """A frame with the columns of the answers behind its own; a path gives a frame of Polars.

    Raises BadSetting, a ValueError, and BadFile.
    """
    for library in ("narwhals", "polars"):
        needed(library, "match")
    import narwhals as nw
    import polars as pl

    # The columns are named by their headings, which are numbers or tuples in some frames of pandas.
    given = {role: None if one is None else _heading(one) for role, one in wanted.given.items()}
    wanted = wanted._replace(given=given)
    if isinstance(table, str | Path):
        return _of_file(Path(table), wanted)
    if isinstance(table, pl.LazyFrame):
        return annotated(table.collect(), wanted).lazy()
    library = type(table).__module__.partition(".")[0]
    if library == "pandas" and hasattr(table, "set_axis") and hasattr(table, "columns"):
        return _of_pandas(table, wanted)
    if library == "pyarrow":
        table = _whole(table)
    try:
        native = nw.from_native(table, eager_only=True)
    except (TypeError, ValueError):
        if not hasattr(table, "__arrow_c_stream__"):
            raise BadSetting(_NO_TABLE.format(type(table).__name__)) from None
        try:
            frame = pl.DataFrame(table)
        except (pl.exceptions.PolarsError, TypeError, ValueError):
            raise BadSetting(_NO_TABLE.format(type(table).__name__)) from None
        return annotated(frame, wanted)
    names = tuple(native.columns)
    if len(set(names)) < len(names):
        raise BadSetting("the table has headings twice; rename them")
    found = _answered(native, names, wanted)
    backend = nw.get_native_namespace(native)
    new = [nw.new_series(name, found[name].to_list(), nw.String(), backend=backend) for name in found.columns]
    return nw.to_native(native.with_columns(*new))


def _whole(table: Any) -> Any:
    """A table of Arrow; of its batches, read one after the other, a whole one."""
    import pyarrow as pa

    return pa.table(table) if isinstance(table, pa.RecordBatch | pa.RecordBatchReader) else table


def _of_pandas(table: Any, wanted: Wanted) -> Any:
    """A frame of pandas, whose headings may be numbers, come twice, or have several levels."""
    import narwhals as nw
    import pandas as pd

    rows = table.index
    # What stands in an index with a name is evidence, too.
    named = [at for at in range(rows.nlevels) if rows.names[at] is not None]
    names = tuple(_heading(one) for one in (*table.columns, *(rows.names[at] for at in named)))
    own = table.shape[1]
    plain = table.set_axis([f"c{at}" for at in range(own)], axis=1)
    plain = plain.assign(**{f"c{own + number}": rows.get_level_values(at) for number, at in enumerate(named)})
    found = _answered(nw.from_native(plain, eager_only=True), names, wanted)
    levels = table.columns.nlevels
    added = pd.DataFrame({name: found[name].to_list() for name in found.columns}, index=table.index)
    if levels > 1:
        added.columns = pd.MultiIndex.from_tuples([(name, *[""] * (levels - 1)) for name in found.columns])
    if table.columns.dtype != object or levels > 1:
        return pd.concat([table, added], axis=1)
    made = pd.concat([plain.iloc[:, :own], added], axis=1)
    # Halves of characters stay what they are only in an index of objects.
    return made.set_axis(pd.Index([*table.columns, *found.columns], dtype=object), axis=1)


def _heading(heading: Any) -> str:
    """A heading as text; of several levels, what they say one after the other."""
    parts = heading if isinstance(heading, tuple) else (heading,)
    return " ".join(str(part) for part in parts if str(part))


def _of_file(file: Path, wanted: Wanted) -> Any:
    """The table in a file, annotated by `hwk match` in a process of its own: what a damaged file does there does not
    reach this one."""
    import polars as pl

    with scratch.folder() as folder:
        out = folder / "annotated.parquet"
        words = ["-o", str(out), "--prefix", wanted.prefix, *(["--district"] if wanted.district else [])]
        words += [f"--{role.replace('_', '-')}={column}" for role, column in wanted.given.items() if column is not None]
        words += ["--key-date", wanted.key_date] if wanted.key_date else []
        home = str(Path(__file__).parent.parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        done = subprocess.run(
            [sys.executable, "-m", "hwkcli", "match", *words, "--", os.fspath(file)],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            check=False,
            env={**os.environ, "HWK_LANG": "en", "PYTHONPATH": path},
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2].removeprefix("hwk: ")
            kind: type[HwkError] = BadSetting if done.returncode == Exit.USAGE else BadFile
            raise kind(said)
        return pl.read_parquet(out)


def _answered(native: Any, names: Sequence[str], wanted: Wanted) -> "pl.DataFrame":
    """The columns of the answers for a frame, row by row."""
    import polars as pl

    found = choose(names, wanted.given, lambda: _rows(native), resolver, wanted.prefix).columns
    used = _texts(native, found.used)
    if set(used.dtypes) == {pl.String} and used.select(may_pass(found, names).any()).item():
        # Whether a row is blank, its other cells tell.
        used = _texts(native, range(len(names)), found.used)
    district = responsibility.home() if wanted.district else None
    asked = (found, district, wanted.prefix)
    made = answers(used.lazy(), names, *asked, lambda done, number: None, key_date=wanted.key_date)
    return _joined(used, made)


def _rows(native: Any) -> list[list[str | None]]:
    """The first rows, as texts."""
    return [[_text(cell) for cell in row] for row in native.head(_SAMPLE).rows()]


def _text(cell: Any) -> str | None:
    """A cell as text; None for what pandas and others have for nothing."""
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(cell, float) and cell != cell:
        return None
    text = cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
    # Halves of characters, which a str may hold, are no text.
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _texts(native: Any, wanted: Iterable[int], used: Sequence[int] = ()) -> "pl.DataFrame":
    """Some columns as a frame of Polars, those of lists and records only where they are used."""
    import polars as pl

    columns = {at: _series(native[native.columns[at]]) for at in wanted}
    kept = {at: one for at, one in columns.items() if not used or at in used or pl.Series(one).dtype == pl.String}
    return pl.DataFrame({f"c{at}": one for at, one in kept.items()})


def _series(column: Any) -> Any:
    """A column as texts; one of lists or records as it is."""
    import polars as pl

    cells = column.to_list()
    if any(isinstance(cell, list | dict) for cell in cells):
        return pl.Series([cell if isinstance(cell, list | dict) else None for cell in cells], strict=False)
    return pl.Series(list(map(_text, cells)), dtype=pl.String)


def _joined(used: "pl.DataFrame", made: Answers) -> "pl.DataFrame":
    rows = used.select(made.joined_by)
    return rows.join(made.table, on="at", how="left", maintain_order="left").select(made.names)
