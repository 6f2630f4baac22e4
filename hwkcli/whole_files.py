"""Files that are whole or not there at all.

A file is made aside, under a name of its own and readable by its owner alone, and put in its place when it is whole.
Nothing that exists is replaced unless that is asked for, also where two runs make the same file; and never a file that
this process has read.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from hwkcli import stopping
from hwkcli.errors import BadFile, BadSetting, Message
from hwkcli.failures import told
from hwkcli.scratch import locked, sweep
from hwkcli.streams import CHUNK, is_read, opened, texts

PREFIX = ".hwk-"
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL, errno.EACCES}
"""What a file system says that has no hard links."""


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
        for piece in texts(content):
            stream.write(piece.encode("utf-8", "backslashreplace"))


def may_write(path: Path, force: bool) -> os.stat_result | None:
    """What stands at a path where a file is to be written; None if nothing does.

    Raises BadSetting if that must not be replaced, OSError for a path that leads nowhere.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if is_read(found):
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
            # What is interrupted now is removed, too.
            made[-1].begin()
        yield tuple(one.part for one in made)
        stopping.heed()
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
        self.lock: int | None = None

    def begin(self) -> None:
        """Make it, empty, and lock it."""
        try:
            os.close(os.open(self.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            error.filename = str(self.path)
            raise
        self.lock = locked(self.part)

    def place(self, force: bool) -> None:
        """Put it in its place."""
        self._unlock()
        try:
            if self.device:
                with opened(self.part, "r") as source, opened(self.path, "w") as out:
                    while data := source.read(CHUNK):
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
                taken = "{file}: it belongs to another user, and would become yours; choose another file"
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
