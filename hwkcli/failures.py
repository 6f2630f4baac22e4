"""What the system and libraries throw, told as one of our errors: one line that names the file it comes from."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from hwkcli.errors import BadFile, HwkError, Message

_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_OF_PYTHON = (MemoryError, UnicodeError, RecursionError, EOFError)
"""What Python itself throws when a file is not what a library takes it for."""
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
        raise BadFile("{file}: {reason}; {advice}", file=shown, reason=reason(error), advice=advice) from None


def _is_ours(error: BaseException) -> bool:
    """Whether an error is of Python itself or of this package, and not of a library."""
    return type(error).__module__.partition(".")[0] in ("builtins", "hwkcli")


def of_system(error: OSError, shown: str, advice: str) -> Message:
    """An error of the system in a line: the file that it names, else `shown`; what to do where a disk is full."""
    file = error.filename if isinstance(error.filename, str) else shown
    said = error.strerror or str(error) or type(error).__name__
    if error.errno in _ROOM:
        advice = Message("free some space or write elsewhere")
    elif error.errno in (errno.EMFILE, errno.ENFILE):
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
