"""Does a task in a process of its own: that one reads the file and writes it, this one has the gazetteer."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from hwkcli import scratch, streams, whole_files
from hwkcli.errors import BadSetting, Message
from hwkcli.failures import told
from hwkcli.matching import guard, questions
from hwkcli.matching.processes import Other
from hwkcli.matching.read.taken import STDIN
from hwkcli.matching.task import Made, Task, Telling, usual_limits
from hwkcli.matching.write.target import check, on_stdout


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
    limits = task.limits or usual_limits()
    shown = STDIN if str(task.file) == "-" else os.fsencode(task.file).decode("utf-8", "backslashreplace")
    with (
        told(shown, Message("choose another file")),
        scratch.folder() as folder,
        whole_files.whole(*outputs, force=task.force) as parts,
    ):
        written = dict(zip(outputs, parts, strict=True))

        def work(others: Sequence[Other]) -> Made:
            # The process that reads the file imports what that needs, while this one reads the gazetteer.
            from hwkcli.matching.work import Work

            return Work(task, limits, written, folder, say, set(), others).done(telling)

        return guard.guarded(work, questions.ready, limits.memory, shown, folder)


def _remember(file: Path) -> None:
    """Remember the input, so that nothing is written over it."""
    if str(file) != "-":
        streams.was_read(file)
    else:
        streams.stdin_was_read()
