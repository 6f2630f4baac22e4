"""What comes of a command: in a process of its own, as it is in use, or in this one, where many are quick."""

import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HANGING = 60
"""Seconds after which a command is ended."""
LONGEST_HERE = 1.0
"""Seconds of CPU that a small file or a word may take in a process that has begun before."""


class Seen(NamedTuple):
    """What came of a command."""

    code: int
    """The exit code; of a process that died, minus the number of the signal."""
    said: str
    seconds: float
    """Of CPU."""

    def is_odd(self, good: tuple[int, ...]) -> bool:
        """Whether it is none of the ends that a command may have."""
        lines = self.said.splitlines()
        bad = "Traceback" in self.said or "panicked" in self.said or not all(one.startswith("hwk: ") for one in lines)
        return self.code not in good or bad


def in_child(work: Callable[[], None]) -> tuple[int, float]:
    """Do some work in a fork of this process; how it ended, and the seconds of CPU that it took."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime


def silent(said: Path) -> None:
    """Send standard output nowhere, and standard error to a file."""
    for number, file in ((1, os.devnull), (2, str(said))):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600), number)


def command(folder: Path, *words: str | Path, hanging: int = HANGING) -> Seen:
    """What comes of the command in a process of its own, which is ended after so many seconds."""
    said = folder.parent / "said"

    def work() -> None:
        silent(said)
        signal.alarm(hanging)
        from hwkcli.__main__ import run

        sys.argv = ["hwk", *map(str, words)]
        sys.exit(run())

    code, seconds = in_child(work)
    return Seen(code, said.read_text(errors="replace"), seconds)


def here(said: Path, *words: str | Path) -> Seen:
    """What comes of the command in this process, whose streams are silent."""
    from hwkcli import streams
    from hwkcli.cli.app import app

    streams._read.clear()
    os.truncate(said, 0)
    begun, code = time.process_time(), 0
    signal.alarm(HANGING)
    try:
        app(list(map(str, words)), prog_name="hwk")
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        code = 1
        traceback.print_exc()
    sys.stderr.flush()
    return Seen(code, said.read_text(errors="replace"), time.process_time() - begun)


def folders(prefix: str) -> Iterator[tuple[Path, Path]]:
    """A folder for files, and one for temporary ones, both empty."""
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        home, temporary = Path(name) / "home", Path(name) / "tmp"
        home.mkdir()
        temporary.mkdir()
        tempfile.tempdir = os.environ["TMPDIR"] = str(temporary)
        try:
            yield home, temporary
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]
