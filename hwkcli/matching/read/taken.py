"""The file that is read: taken once, and looked at again at the end, for it must not change in between."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from hwkcli.errors import BadFile, Message
from hwkcli.failures import temporary
from hwkcli.streams import CHUNK, opened, was_read

STDIN = Message("standard input")


class Taken(NamedTuple):
    """A file to read, and what it was like when it was taken."""

    file: Path
    """Where its bytes are: the file itself, or a copy of what can be read only once."""
    shown: str
    """Its name for a reader."""
    named: Path | int | None
    """The path or the descriptor to look at again; None where nothing can change any more."""
    state: tuple[int, ...] = ()

    def check(self) -> None:
        """Raises BadFile if the file is not what it was when it was taken."""
        try:
            changed = self.named is not None and _state(_stat(self.named)) != self.state
        except OSError:
            changed = True
        if changed:
            changing = "{file}: it changed while it was read; wait until it is whole, and try again"
            raise BadFile(changing, file=self.shown)


def _stat(named: Path | int) -> os.stat_result:
    return os.fstat(named) if isinstance(named, int) else named.stat()


def _state(found: os.stat_result) -> tuple[int, ...]:
    """What tells whether a file is the same and has the same content."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def take(file: Path, folder: Path, size: int) -> Taken:
    """Take a file; `-` is standard input. What can be read only once is copied to the folder.

    Raises BadFile for a directory, for more bytes than `size`, and for a closed standard input; OSError if the system
    refuses.
    """
    if str(file) == "-":
        if sys.stdin is None:
            raise BadFile("{file}: it is closed; name a file", file=STDIN)
        return _of_stdin(folder, size)
    found = file.stat()
    shown = os.fsencode(file).decode("utf-8", "backslashreplace")
    if stat.S_ISDIR(found.st_mode):
        raise BadFile("{file}: this is a directory; name a file", file=shown)
    if not stat.S_ISREG(found.st_mode):
        with opened(file, "r", shown) as stream:
            return Taken(_spooled(stream, folder, shown, size), shown, None)
    if found.st_size > size:
        raise BadFile(too_large(shown, size))
    was_read(file)
    return Taken(_with_plain_name(file, folder), shown, file, _state(found))


def too_large(shown: str, size: int) -> Message:
    """What to say of a file with more bytes than are allowed."""
    from hwkcli.matching.guard import shown_size

    large = "{file}: it has more than {size}; allow more with --max-size, or split the file"
    return Message(large, file=shown, size=shown_size(size))


def _of_stdin(folder: Path, size: int) -> Taken:
    try:
        number = sys.stdin.fileno()
        found = os.fstat(number)
    except (OSError, ValueError):
        return Taken(_spooled(sys.stdin.buffer, folder, STDIN, size), STDIN, None)
    was_read(number)
    with opened(number, "r", STDIN) as stream:
        copy = _spooled(stream, folder, STDIN, size)
    return Taken(copy, STDIN, number if stat.S_ISREG(found.st_mode) else None, _state(found))


def _spooled(stream: BinaryIO, folder: Path, shown: str, size: int) -> Path:
    """What can be read only once, in a file."""
    target = folder / "taken"
    with opened(target, "w", temporary(folder.parent)) as out:
        done = 0
        while part := stream.read(CHUNK):
            if not done and len(part) == CHUNK and not part.strip(b"\0"):
                raise BadFile("{file}: nothing but NUL bytes; name a table", file=shown)
            done += len(part)
            if done > size:
                raise BadFile(too_large(shown, size))
            out.write(part)
    return target


def _with_plain_name(file: Path, folder: Path) -> Path:
    """A path that every library reads as it is: absolute, and no name that is not UTF-8 (by way of a link)."""
    whole = file.absolute()
    try:
        str(whole).encode()
    except UnicodeEncodeError:
        link = folder / "named"
        link.symlink_to(whole)
        return link
    return whole
