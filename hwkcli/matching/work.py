"""A task on its way: from the file to the annotated one, read again row by row where the first time fails."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli import streams
from hwkcli.errors import BadFile, Message
from hwkcli.matching import questions
from hwkcli.matching.annotate import answers
from hwkcli.matching.processes import Other, answer
from hwkcli.matching.read import plain
from hwkcli.matching.read.recognise import recognise
from hwkcli.matching.read.source import Source
from hwkcli.matching.read.taken import Taken, take
from hwkcli.matching.task import Limits, Made, Progress, Task, Telling
from hwkcli.matching.unclear import RowAsHeadings
from hwkcli.matching.write.rows import first, write
from hwkcli.matching.write.sheet import SHEET_ROWS
from hwkcli.matching.write.target import target

_MANY = 1_000_000
"""So many rows take a while to write."""
_STEP = 3_000
_SAMPLE = 1_000
_WIDEST = 2_000
"""Characters; no address is so long."""


class Work(NamedTuple):
    """A task on its way."""

    task: Task
    limits: Limits
    parts: Mapping[Path, Path]
    """The files in the making, by the outputs whose places they take."""
    folder: Path
    say: Callable[[str], None]
    said: set[str]
    """What was said already: a table that must be read again is not told of twice."""
    others: Sequence[Other] = ()
    """The processes that have the gazetteer; where there are none, it is in this one."""

    def done(self, telling: Telling) -> Made:
        """Read, decide and write to the parts."""
        taken = take(self.task.file, self.folder, self.limits.size)
        source = recognise(taken, self.task.ways, self.folder, self.limits.size, self._serves)
        with telling() as tell:
            try:
                return self._read_twice(source, taken, tell)
            except RowAsHeadings:
                if self.task.ways.header_row is not None:
                    raise
                ways = self.task.ways._replace(header_row=0)
                source = recognise(taken, ways, self.folder, self.limits.size, self._serves)
                return self._read_twice(source, taken, tell)

    def _read_twice(self, source: Source, taken: Taken, tell: Progress) -> Made:
        """Read, decide and write; where the table cannot be read at once, row by row."""
        try:
            return self._annotated(source, taken, tell)
        except Exception as error:
            # Whatever it was, a file that has changed explains it.
            taken.check()
            if not isinstance(error, _polars_error()):
                raise
            careful = source.careful(self.folder, taken.shown)
            if careful is source:
                raise
            return self._annotated(careful, taken, tell)

    def _serves(self, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
        """Whether a sheet has columns of an address."""
        return answer(self.others, partial(questions.serves, names, rows))

    def _annotated(self, source: Source, taken: Taken, tell: Progress) -> Made:
        task = self.task
        to = target(task.output, source, task.form, task.excel)
        rest = target(task.unmatched, source, None, False) if task.unmatched else None
        asked = (task.prefix, str(task.file), source.told)
        found = answer(self.others, partial(questions.chosen, source.names, task.given, _first_rows(source), *asked))
        read = Message("{one}; {other}", one=source.said, other=found.columns.described(source.told))
        for line in (read, *source.notes, *found.notes):
            if line not in self.said:
                self.said.add(line)
                self.say(line)
        wanted = (found.columns, task.district, task.prefix)
        made = answers(source.frame, source.names, *wanted, tell, source.flagged, task.key_date, self.others)
        if made.blank and source.text is not None and plain.blank_lines(source.text):
            return self._annotated(source.careful(self.folder, taken.shown), taken, tell)
        if to.form in ("xlsx", "xlsm") and made.rows > SHEET_ROWS:
            full = "{file}: a sheet has at most {rows:,} rows; write .csv or .parquet instead"
            raise BadFile(full, file=to.shown, rows=SHEET_ROWS)
        if made.rows >= _MANY:
            tell(0, 0)
        with _in_small_steps():
            for number, one in enumerate(one for one in (to, rest) if one):
                if one.form != "table":
                    part = self.folder / "stdout" if one.file is None else self.parts[one.file]
                    write(source, found.columns, made, one, part, unmatched=number > 0)
        begun = first(source, made) if to.form == "table" else ()
        taken.check()
        if to.file is None and to.form != "table":
            streams.pour(self.folder / "stdout")
        return Made(made.rows, made.counts(), made.groups(), (*source.names, *made.names), begun)


def _first_rows(source: Source) -> list[tuple[Any, ...]]:
    """The rows by which the columns are chosen; of a long text, as much as tells what it is."""
    import polars as pl

    rows = source.first(_SAMPLE).select(source.columns)
    return rows.with_columns(pl.col(pl.String).str.head(_WIDEST)).collect().rows()


def _polars_error() -> type[Exception]:
    import polars as pl

    return pl.exceptions.PolarsError


def _in_small_steps() -> AbstractContextManager[object]:
    """Has Polars work on few rows at a time: that saves memory, and costs nothing."""
    import polars as pl

    return pl.Config(streaming_chunk_size=_STEP)
