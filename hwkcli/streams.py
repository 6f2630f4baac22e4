"""Bring an answer to its place: standard output, or a file that is whole or not there at all.

A file is made aside, under a name of its own and readable by its owner alone, and put in its place when it is whole.
Nothing that exists is replaced unless that is asked for, also where two runs make the same file; and never a file that
this process has read.
"""

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from hwkcli.errors import BadFile, BadSetting, Message
from hwkcli.failures import of_system, told
from hwkcli.scratch import locked, sweep

STDOUT = "standard output"
PREFIX = ".hwk-"
_CHUNK = 1 << 20
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL, errno.EACCES}
"""What a file system says that has no hard links."""
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, or what turns the direction of writing; lines and tabs are harmless."""
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
    made = io.BufferedReader(raw, _CHUNK) if mode == "r" else io.BufferedWriter(raw, _CHUNK)
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


def _is_read(found: os.stat_result) -> bool:
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
        for piece in _texts(content):
            stream.write(piece)
            stream.flush()
        stream.flush()


def _texts(content: str | bytes | Iterable[str]) -> Iterable[str]:
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
                stream.write(_OBEYED.sub(lambda match: repr(match[0])[1:-1], line))
        else:
            while part := source.read(_CHUNK):
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
    if _stdout_is_read():
        raise BadSetting("standard output: this is the input; write to another file")


def _stdout_is_read() -> bool:
    try:
        return _is_read(os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def silence(stream: TextIO) -> None:
    """Let what Python still holds back for a stream go nowhere, so that its exit does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def to_file(content: str | bytes | Iterable[str], path: Path, *, force: bool = False) -> None:
    """Write a file, text as UTF-8, whole or not at all. A device or a pipe is written to as it is.

    Raises BadSetting if it exists and that is not forced, or is a file that this process has read; BadFile if the
    system refuses. What was there is then as it was.
    """
    with (
        told(str(path), Message("choose another file"), ValueError),
        whole(path, force=force) as (part,),
        opened(part, "w", str(path)) as stream,
    ):
        if isinstance(content, bytes):
            stream.write(content)
        for piece in _texts(content):
            stream.write(piece.encode("utf-8", "backslashreplace"))


def may_write(path: Path, force: bool) -> os.stat_result | None:
    """What stands at a path where a file is to be written; None if nothing does.

    Raises BadSetting if that must not be replaced, OSError for a path that leads nowhere.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if _is_read(found):
        raise BadSetting("{path}: this is the input; choose another file", path=path)
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if stat.S_ISREG(found.st_mode) and not force:
        raise _exists(path)
    return found


def _exists(path: Path) -> BadSetting:
    return BadSetting("{path} exists; choose another file, or write over it with --force", path=path)


@contextmanager
def whole(*paths: Path, force: bool = False) -> Iterator[tuple[Path, ...]]:
    """Files to write to, each of which takes the place of one of the paths at the end, all of them or none.

    Raises BadSetting as `may_write` does, also if another process has made a file in the meantime; OSError if the
    system refuses. Nothing is left then.
    """
    made: list[_Making] = []
    try:
        for path in paths:
            made.append(_Making(path, may_write(path, force)))
        yield tuple(one.part for one in made)
        placed: list[_Making] = []
        for one in made:
            try:
                one.place(force)
            except BaseException:
                for other in placed:
                    other.take_back()
                raise
            placed.append(one)
    finally:
        for one in made:
            one.remove()


class _Making:
    """A file in the making, beside the one whose place it takes."""

    def __init__(self, path: Path, there: os.stat_result | None) -> None:
        self.path = path
        self.device = there is not None and not stat.S_ISREG(there.st_mode)
        self.new = there is None
        self.target = Path(os.path.realpath(path))
        if self.device:
            import tempfile

            home = Path(tempfile.gettempdir())
        else:
            home = self.target.parent
            sweep(home, PREFIX)
        self.part = home / f"{PREFIX}{os.urandom(6).hex()}.part"
        try:
            os.close(os.open(self.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            error.filename = str(path)
            raise
        self.lock = locked(self.part)

    def place(self, force: bool) -> None:
        """Put it in its place."""
        self._unlock()
        try:
            if self.device:
                with opened(self.part, "r") as source, opened(self.path, "w") as out:
                    while data := source.read(_CHUNK):
                        out.write(data)
            elif force and self.target.exists():
                _keep(self.target, self.part, self.path)
                self.part.replace(self.target)
            else:
                self.part.chmod(_usual_mode())
                self._publish(force)
        except OSError as error:
            error.filename = str(self.path)
            raise

    def _publish(self, force: bool) -> None:
        """Give it a name that nothing has; only a link, or a file made for it alone, is sure of that."""
        try:
            try:
                os.link(self.part, self.target)
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                os.close(os.open(self.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                self.part.replace(self.target)
        except FileExistsError:
            if not force:
                raise _exists(self.path) from None
            self.part.replace(self.target)

    def take_back(self) -> None:
        """Remove it from its place again, if nothing was there before."""
        if self.new:
            with suppress(OSError):
                self.target.unlink()

    def remove(self) -> None:
        """Remove what is left of the making; an interrupt in between is not lost on the caller, who has one already."""
        self._unlock()
        for _ in range(3):
            with suppress(KeyboardInterrupt, OSError):
                self.part.unlink(missing_ok=True)
                return

    def _unlock(self) -> None:
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None


def _usual_mode() -> int:
    """The mode that a new file gets."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _keep(old: Path, new: Path, shown: Path) -> None:
    """Give the new file the owner, the mode and the extended attributes of the old one. Raises BadFile where the owner
    cannot be kept; where the group cannot, it gets no more rights than all others have."""
    found = old.stat()
    mode = stat.S_IMODE(found.st_mode)
    if hasattr(os, "chown"):
        made = new.stat()
        if made.st_uid != found.st_uid:
            try:
                os.chown(new, found.st_uid, -1)
            except OSError:
                taken = "{file}: it belongs to another user, and would not any more; choose another file"
                raise BadFile(taken, file=shown) from None
        if made.st_gid != found.st_gid:
            try:
                os.chown(new, -1, found.st_gid)
            except OSError:
                mode = (mode & ~0o070) | (mode & 0o007) << 3
    _copy_attributes(old, new)
    new.chmod(mode)


def _copy_attributes(old: Path, new: Path) -> None:
    """The extended attributes, access lists among them, as far as the system lets a user set them."""
    for name in _attributes(old):
        with suppress(OSError):
            os.setxattr(new, name, os.getxattr(old, name))


def _attributes(file: Path) -> Sequence[str]:
    if not hasattr(os, "listxattr"):
        return ()
    with suppress(OSError):
        return os.listxattr(file)
    return ()
