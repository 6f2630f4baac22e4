"""Bytes in and out: files whose errors name them, standard output and input, and which files this process has read."""

import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from hwkcli.errors import BadFile, BadSetting, Message
from hwkcli.failures import of_system

STDOUT = Message("standard output")
CHUNK = 1 << 19
"""Bytes that are read or written at a time. As many as the buffer of a file has: they are then not copied once more."""
CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What a terminal would obey or choke on: C0 and C1 controls (but lines and tabs), changes of direction, halves of
characters."""
_read: set[tuple[int, int]] = set()
"""Device and number of the files that this process has read."""


class Named(io.FileIO):
    """A file whose errors name it, as those of open() do; `shown` is the name for a reader."""

    def __init__(self, file: Path | int, mode: str, shown: str) -> None:
        self.shown = shown
        try:
            super().__init__(file, mode, closefd=not isinstance(file, int))
        except OSError as error:
            error.filename = shown
            raise

    def write(self, data: Any) -> int:
        """Write some of the data."""
        try:
            return super().write(data) or 0
        except OSError as error:
            error.filename = self.shown
            raise

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer."""
        try:
            return super().readinto(buffer) or 0
        except OSError as error:
            error.filename = self.shown
            raise


def opened(file: Path | int, mode: str, shown: str | None = None) -> BinaryIO:
    """A file, by path or descriptor, opened to read ("r") or write ("w") bytes. Its OSErrors name it."""
    raw = Named(file, mode, shown or str(file))
    made = io.BufferedReader(raw, CHUNK) if mode == "r" else io.BufferedWriter(raw, CHUNK)
    return cast(BinaryIO, made)


def whole_stdout() -> None:
    """Give standard output a buffer (PYTHONUNBUFFERED takes it away, and what a full disk does not take is then lost
    without a word), and errors that name it."""
    old = sys.stdout
    if not isinstance(old, TextIOWrapper) or not isinstance(getattr(old.buffer, "raw", old.buffer), io.FileIO):
        return
    old.flush()
    raw = Named(old.fileno(), "w", STDOUT)
    buffer = io.BufferedWriter(raw)
    sys.stdout = TextIOWrapper(buffer, old.encoding, old.errors, line_buffering=old.line_buffering)


def was_read(file: Path | int) -> None:
    """Remember that this process reads a file, by path or descriptor: no answer will take its place."""
    with suppress(OSError, ValueError):
        found = os.fstat(file) if isinstance(file, int) else file.stat()
        if stat.S_ISREG(found.st_mode):
            _read.add((found.st_dev, found.st_ino))


def stdin_was_read() -> None:
    """Remember that this process reads standard input: no answer will take the place of that file, or go behind it."""
    if sys.stdin is not None:
        with suppress(OSError, ValueError):
            was_read(sys.stdin.fileno())


def is_read(found: os.stat_result) -> bool:
    """Whether this process reads a file."""
    return (found.st_dev, found.st_ino) in _read


def to_stdout(content: str | bytes | Iterable[str]) -> None:
    """Write to standard output, what comes bit by bit as soon as it comes. A reader that has gone (`head`) is no error,
    and nothing more is asked for then; a full disk is one.

    Raises BadFile if the system refuses, BadSetting if standard output is a file that this process has read.
    """
    with _stdout() as stream:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
        if isinstance(content, bytes):
            stream.flush()
            stream.buffer.write(content)
        for piece in texts(content):
            stream.write(piece)
            stream.flush()
        stream.flush()


def texts(content: str | bytes | Iterable[str]) -> Iterable[str]:
    """The texts of which an answer is made; none of what is no text."""
    if isinstance(content, bytes):
        return ()
    return (content,) if isinstance(content, str) else content


def pour(file: Path) -> None:
    """Write the bytes of a file to standard output; the same holds as for a text. On a terminal they are UTF-8, and
    what it would obey (controls, changes of direction) is written as escapes."""
    with _stdout() as stream, opened(file, "r") as source:
        stream.flush()
        if stream.isatty():
            for line in TextIOWrapper(source, "utf-8", "backslashreplace", newline="\n"):
                stream.write(re.sub(CONTROLS, lambda match: repr(match[0])[1:-1], line))
        else:
            while part := source.read(CHUNK):
                stream.buffer.write(part)
        stream.flush()


@contextmanager
def _stdout() -> Iterator[TextIO]:
    may_pour()
    try:
        yield sys.stdout
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        silence(sys.stdout)
        raise BadFile(of_system(error, STDOUT, Message("write elsewhere"))) from None


def may_pour() -> None:
    """Raises BadFile if standard output is closed, BadSetting if it is a file that this process has read."""
    if sys.stdout is None:
        raise BadFile("standard output: it is closed; give a file with --output")
    if _stdoutis_read():
        raise BadSetting("standard output: this is the input; write to another file")


def _stdoutis_read() -> bool:
    try:
        return is_read(os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def silence(stream: TextIO) -> None:
    """Let what Python still holds back for a stream go nowhere, so that its exit does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
