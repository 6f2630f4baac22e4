"""What the system and libraries throw, told as one of our errors: one line that names the file it comes from."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hwkcli.errors import BadFile, HwkError, Message

_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}
_OF_PYTHON = (MemoryError, UnicodeError, RecursionError, EOFError)
"""What Python itself throws when a file is not what a library takes it for."""
_BY_SYSTEM = r"\(os error ([0-9]{1,4})\)|\bOs \{ code: ([0-9]{1,4})"
_TEMPORARY = "temporary folder"
_LONGEST = 200


@contextmanager
def told(shown: str, advice: str, *others: type[BaseException]) -> Iterator[None]:
    """Raises BadFile for what the system or a library throws inside: `shown: reason; advice`.

    An OSError that names another file is told with that file's name. Panics of Rust libraries, which are no Exception,
    are told too; errors of Python itself (KeyError ...) only where `others` name them, for they may be our own bugs.
    """
    try:
        yield
    except HwkError:
        raise
    except OSError as error:
        raise BadFile(of_system(error, shown, advice)) from None
    except BaseException as error:
        if not isinstance(error, _OF_PYTHON + others) and _is_ours(error):
            raise
        if number := system_error(error):
            raise BadFile(of_system(OSError(number, os.strerror(number)), shown, advice)) from None
        raise BadFile("{file}: {reason}; {advice}", file=shown, reason=reason(error), advice=advice) from None


def _is_ours(error: BaseException) -> bool:
    """Whether an error is of Python itself or of this package, and not of a library."""
    return type(error).__module__.partition(".")[0] in ("builtins", "hwkcli")


def system_error(error: BaseException) -> int:
    """The number of the system's error that an error is about, 0 if none: libraries in Rust tell it in words."""
    if isinstance(error, OSError) and error.errno:
        return error.errno
    found = re.search(_BY_SYSTEM, str(error))
    return int(found[1] or found[2]) if found else 0


def is_full(error: BaseException) -> bool:
    """Whether an error says that a file cannot grow any more."""
    return system_error(error) in _ROOM


def temporary(folder: Path) -> Message:
    """What a folder for temporary files is called in messages."""
    return Message("temporary folder {folder}", folder=folder)


def of_system(error: OSError, shown: str, advice: str) -> Message:
    """An error of the system in a line: the file that it names, else `shown`; what to do where a disk is full."""
    file = error.filename if isinstance(error.filename, str) else shown
    number = system_error(error)
    said = os.strerror(number) if number else str(error) or type(error).__name__
    if number in _ROOM and file.startswith(_TEMPORARY):
        advice = Message("free some space or name another folder with TMPDIR")
    elif number in _ROOM:
        advice = Message("free some space or write elsewhere")
    elif number in _NOT_THERE:
        advice = Message("choose another file")
    elif number in (errno.EMFILE, errno.ENFILE):
        advice = Message("allow more open files (ulimit -n)")
    return Message("{file}: {reason}; {advice}", file=file, reason=Message(said), advice=advice)


def reason(error: BaseException) -> Message:
    """What an error of a library says, in one line and not long; of a panic, that it is damage."""
    if type(error).__name__ == "PanicException" or isinstance(error, RecursionError):
        return Message("it is damaged")
    if isinstance(error, MemoryError):
        return Message("it needs more memory than there is")
    if isinstance(error, UnicodeDecodeError):
        return Message("it is damaged (no text where there should be one)")
    said = str(error).strip().partition("\n")[0] or type(error).__name__
    return Message(said if len(said) <= _LONGEST else said[: _LONGEST - 3] + "...")
