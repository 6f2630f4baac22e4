"""Private temporary folders, and the sweeping of what killed runs have left.

Whatever a run makes for a time is locked as long as its process lives; the system takes the lock away when the process
goes, however it goes. What is old and no longer locked is left over.
"""

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hwkcli.errors import BadFile, Message

if sys.platform != "win32":
    import fcntl

PREFIX = "hwk-"
_OLD = 3600.0
"""Seconds after which something without its process is left over. Younger things may wait for their lock."""


@contextmanager
def folder() -> Iterator[Path]:
    """A temporary folder that only its owner can read, removed at the end. Raises BadFile if there can be none."""
    made, lock = _new(), None
    try:
        try:
            made.mkdir(0o700)
        except OSError as error:
            raise _none(made.parent, error) from None
        lock = locked(made)
        sweep(made.parent, PREFIX)
        yield made
    finally:
        _remove_surely(made)
        if lock is not None:
            os.close(lock)


def _new() -> Path:
    """The path of a temporary folder that is not made yet: what is interrupted while it is made is removed, too."""
    import tempfile

    try:
        return Path(tempfile.gettempdir()) / f"{PREFIX}{os.urandom(6).hex()}"
    except OSError as error:
        raise _none(None, error) from None


def _none(home: Path | None, error: OSError) -> BadFile:
    full = "temporary folder{folder}: {reason}; free some space there, or name another with TMPDIR"
    reason = Message(error.strerror or str(error))
    return BadFile(full, folder=f" {home}" if home else "", reason=reason)


def _remove_surely(made: Path) -> None:
    """Remove a folder, also where a signal to stop comes in between: an interrupt is not lost on the caller, who has
    one already, and a request to end the process is passed on when all is removed."""
    import shutil

    asked: SystemExit | None = None
    for _ in range(3):
        try:
            shutil.rmtree(made, ignore_errors=True)
            break
        except KeyboardInterrupt:
            continue
        except SystemExit as stop:
            asked = stop
    if asked is not None:
        raise asked


def locked(path: Path) -> int | None:
    """A descriptor that holds the lock of a file or folder until it is closed; None where the system has no locks."""
    if sys.platform == "win32":  # which lets nobody remove what is open: lock enough
        return None
    found = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    with suppress(OSError):
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return found


def sweep(home: Path, prefix: str) -> None:
    """Remove from a folder what begins with a prefix, is the user's own, old, and belongs to no process any more.

    What cannot be removed is left: the sweeping is a service, and no reason to fail.
    """
    with suppress(OSError):
        with os.scandir(home) as entries:
            left = [Path(one.path) for one in entries if one.name.startswith(prefix) and _is_old(one)]
        for one in left:
            if _is_free(one):
                _remove(one)


def _is_old(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):
        found = entry.stat(follow_symlinks=False)
        kind = stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)
        mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
        return kind and mine and time.time() - found.st_mtime > _OLD
    return False


def _is_free(path: Path) -> bool:
    """Whether no process holds the lock of a file or folder."""
    if sys.platform == "win32":
        return True
    found = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(found)
    return True


def _remove(path: Path) -> None:
    if path.is_dir():
        import shutil

        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
