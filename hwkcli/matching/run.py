"""From a file of addresses to the annotated file: the whole way, read again row by row where the first time fails."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli import scratch, streams, whole_files
from hwkcli.errors import BadFile, BadSetting, Message
from hwkcli.failures import told
from hwkcli.gazetteer import germany
from hwkcli.gazetteer.store import database
from hwkcli.matching import guard
from hwkcli.matching.addresses import Progress
from hwkcli.matching.annotate import answers
from hwkcli.matching.choice import Found, choose, serves
from hwkcli.matching.columns import PREFIX
from hwkcli.matching.decision import decide, resolver
from hwkcli.matching.guard import Limits
from hwkcli.matching.processes import Other, answer
from hwkcli.matching.read import plain
from hwkcli.matching.read.source import Source, Ways, recognise
from hwkcli.matching.read.taken import STDIN, Taken, take
from hwkcli.matching.write.rows import first, write
from hwkcli.matching.write.sheet import SHEET_ROWS
from hwkcli.matching.write.target import check, on_stdout, target

_MANY = 1_000_000
"""So many rows take a while to write."""
_STEP = 20_000
_SAMPLE = 1_000
_WIDEST = 2_000
"""Characters; no address is so long."""


class Task(NamedTuple):
    """What is to be done with a file."""

    file: Path
    """`-` is standard input."""
    output: Path | None = None
    """None is standard output."""
    ways: Ways = Ways()
    given: Mapping[str, str | None] = {}
    """The columns that are named, by their roles."""
    force: bool = False
    excel: bool = False
    unmatched: Path | None = None
    """Where the rows without an answer go too."""
    district: str | None = None
    """The code of the chamber whose district is the question; None where the whole answer is wanted."""
    prefix: str = PREFIX
    """What the names of the new columns begin with."""
    form: str | None = None
    """The form of the output, where it is asked for."""
    limits: Limits | None = None
    key_date: str = ""
    """The day of the register that the keys are of, YYYY-MM-DD; empty where it is not said."""


class Made(NamedTuple):
    """What has become of the rows."""

    rows: int
    counts: dict[str, int]
    """By the way in which they were answered, or the reason why not; of rows that pass through, by an empty text."""
    groups: dict[str, list[tuple[str, str, int]]]
    """By `chamber`, `kreis` or `district`: key, name, rows."""
    names: tuple[str, ...] = ()
    first: tuple[tuple[str, ...], ...] = ()
    """The first rows under their headings, where a table on a terminal is wanted."""


Telling = Callable[[], AbstractContextManager[Progress]]
"""Begins to show how far the work is, where it is done."""


def run(task: Task, say: Callable[[str], None], telling: Telling) -> Made:
    """Do a task, and tell what was recognised. Raises BadFile and BadSetting; nothing is written then."""
    outputs = [one for one in (task.output, task.unmatched) if one is not None and not on_stdout(one)]
    for one in outputs:
        check(one, task.form if one is task.output else None, task.excel and one is task.output)
    _remember(task.file)
    if on_stdout(task.output):
        streams.may_pour()
    if len(outputs) > 1 and os.path.realpath(outputs[0]) == os.path.realpath(outputs[1]):
        raise BadSetting("{file}: this is the other output; choose another file", file=outputs[1])
    limits = task.limits or guard.usual_limits()
    shown = STDIN if str(task.file) == "-" else os.fsencode(task.file).decode("utf-8", "backslashreplace")
    with (
        told(shown, Message("choose another file")),
        scratch.folder() as folder,
        whole_files.whole(*outputs, force=task.force) as parts,
    ):
        work = _Work(task, limits, dict(zip(outputs, parts, strict=True)), folder, say, set())
        return guard.guarded(
            lambda others: work._replace(others=others).done(telling), _ready, limits.memory, shown, folder
        )


def _remember(file: Path) -> None:
    """Remember the input, so that nothing is written over it."""
    if str(file) != "-":
        streams.was_read(file)
    else:
        streams.stdin_was_read()


class _Work(NamedTuple):
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
        return answer(self.others, partial(_served, names, rows))

    def _annotated(self, source: Source, taken: Taken, tell: Progress) -> Made:
        task = self.task
        to = target(task.output, source, task.form, task.excel)
        rest = target(task.unmatched, source, None, False) if task.unmatched else None
        asked = (task.prefix, str(task.file), source.told)
        found = answer(self.others, partial(_chosen, source.names, task.given, _first_rows(source), *asked))
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

    rows = source.frame.select(source.columns).head(_SAMPLE)
    return rows.with_columns(pl.col(pl.String).str.head(_WIDEST)).collect().rows()


def _served(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    return serves(names, rows, resolver)


def _chosen(names: Sequence[str], given: Mapping[str, str | None], rows: Sequence[Sequence[Any]], *asked: Any) -> Found:
    return choose(names, given, lambda: rows, resolver, *asked)


def _ready() -> Iterator[None]:
    """Read the gazetteer; then, step by step, the addresses that are listed, what a misspelt one needs, and all
    municipalities."""
    known = germany.gazetteer()
    yield
    database.listed()
    yield
    decide(postal_code="59174", place="Kaamen")
    yield
    yield from known.read()


def _polars_error() -> type[Exception]:
    import polars as pl

    return pl.exceptions.PolarsError


def _in_small_steps() -> AbstractContextManager[object]:
    """Has Polars work on few rows at a time: that saves memory, and costs nothing."""
    import polars as pl

    return pl.Config(streaming_chunk_size=_STEP)


def dortmund() -> str:
    """The code of the chamber whose district the data file describes."""
    from hwkcli.files import load
    from hwkcli.gazetteer.store import database

    name = load.district().chamber.name
    return next(one.code for one in database.chambers() if one.name == name)
