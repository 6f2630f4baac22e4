"""From a file of addresses to the annotated file: the whole way, read again with care where the first time fails."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from hwkcli.errors import BadFile, HwkError
from hwkcli.gazetteer.memory import gazetteer
from hwkcli.matching.annotate import Answers, Progress, answers
from hwkcli.matching.columns import Columns, columns
from hwkcli.matching.read import plain
from hwkcli.matching.read.source import Source, Ways, first_line, recognise
from hwkcli.matching.write.rows import SHEET_ROWS, write
from hwkcli.matching.write.target import aside, guard, target

_MANY = 1_000_000
"""So many rows take a while to write."""


_STEP = 30_000


class Task(NamedTuple):
    """What is to be done with a file."""

    file: Path
    """`-` is standard input."""
    output: Path | None
    """None is standard output."""
    ways: Ways = Ways()
    given: Mapping[str, str | None] = {}
    """The columns that are named, by `key`, `postal_code` and `place`."""
    force: bool = False
    bom: bool = False
    unmatched: Path | None = None
    """Where the rows without an answer go too."""
    district: str | None = None
    """The code of the chamber whose district is the question; None where the whole answer is wanted."""


def run(task: Task, say: Callable[[str], None], tell: Progress) -> Answers:
    """Do a task, and tell what was recognised. Raises BadFile and BadSetting; nothing is written then."""
    from tempfile import TemporaryDirectory

    outputs = [one for one in (task.output, task.unmatched) if one is not None and str(one) != "-"]
    for number, one in enumerate(outputs):
        guard(one, [task.file, *outputs[:number]], task.force)
    # While the file is read, the gazetteer is.
    Thread(target=_ready, daemon=True).start()
    with TemporaryDirectory(prefix="hwk-") as name:
        folder = Path(name)
        source = recognise(task.file, task.ways, folder)
        shown = "standard input" if str(task.file) == "-" else str(task.file)
        hear = say
        while True:
            try:
                return _annotated(task, source, folder, hear, tell)
            except _polars_error() as error:
                careful = source.anew(task.ways, folder, shown)
                if careful is source:
                    raise BadFile(f"{shown}: {first_line(error)}; mend the file") from None
                if careful.said == source.said:
                    hear = _silent
                source = careful


def _ready() -> None:
    """Make the index. What fails here fails again, and is told, where the index is needed."""
    with suppress(HwkError):
        gazetteer()


def _silent(line: str) -> None:
    """Says nothing a second time."""


def _polars_error() -> type[Exception]:
    import polars as pl

    return pl.exceptions.PolarsError


def _annotated(task: Task, source: Source, folder: Path, say: Callable[[str], None], tell: Progress) -> Answers:
    to = target(task.output, source, None, task.bom)
    rest = target(task.unmatched, source, None, task.bom) if task.unmatched else None
    found = columns(source.names, task.given, lambda: source.frame.head(1000).collect().rows(), gazetteer)
    say(f"{source.said}; {_used(source, found)}")
    made = answers(source.frame, source.names, found, task.district, tell)
    if made.blank and source.text is not None and plain.blank_lines(source.text):
        return _annotated(task, source.anew(task.ways, folder, str(task.file)), folder, _silent, tell)
    if to.form == "xlsx" and made.rows > SHEET_ROWS:
        raise BadFile(f"{to.file}: a sheet has at most {SHEET_ROWS:,} rows; write .csv or .parquet instead")
    if made.rows >= _MANY:
        tell(0, 0)
    with ExitStack() as stack:
        _in_small_steps(stack)
        parts = [(one, stack.enter_context(aside(one.file, folder))) for one in (to, rest) if one]
        for number, (one, part) in enumerate(parts):
            write(source, found, made, one, part, unmatched=number > 0)
    return made


def _used(source: Source, found: Columns) -> str:
    """Which columns are read, in words."""
    words = [
        f"{role.replace('_', ' ')}: {source.names[at] or f'column {at + 1}'}"
        for role, at in zip(Columns._fields, found, strict=True)
        if at is not None
    ]
    return ", ".join(words)


def _in_small_steps(stack: ExitStack) -> None:
    """Have Polars work on few rows at a time, for as long as it takes: that saves memory, and costs nothing."""
    import polars as pl

    stack.enter_context(pl.Config(streaming_chunk_size=_STEP))


def dortmund() -> str:
    """The code of the chamber whose district the data file describes."""
    from hwkcli.files import load
    from hwkcli.gazetteer import database

    name = load.district().chamber.name
    return next(one.code for one in database.chambers() if one.name == name)
