import errno
import sqlite3

import pytest

from hwkcli.errors import BadFile, BadSetting
from hwkcli.failures import told


class PanicException(BaseException):
    """What Rust libraries throw for a bug of theirs."""


PanicException.__module__ = "pyo3_runtime"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.EIO, "Input/output error"), "in.db: Input/output error; get it again"),
        (FileNotFoundError(errno.ENOENT, "", "x.csv"), "x.csv: No such file or directory; choose another file"),
        (OSError(errno.ENOSPC, "No space left on device"), "in.db: No space left on device; free some space or"),
        (OSError(errno.EMFILE, "Too many open files"), "in.db: Too many open files; allow more open files (ulimit -n)"),
        (sqlite3.DatabaseError("file is not a database\nat all"), "in.db: file is not a database; get it again"),
        (PanicException("called `Option::unwrap()` on a `None` value"), "in.db: it is damaged; get it again"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), "in.db: it is damaged (no text where"),
        (MemoryError(), "in.db: it needs more memory than there is; get it again"),
        (RecursionError("maximum depth"), "in.db: it is damaged; get it again"),
        (KeyError("x" * 900), "in.db: 'xxxx"),
    ],
)
def test_what_libraries_throw_is_one_line_of_ours(error: BaseException, line: str) -> None:
    with pytest.raises(BadFile) as caught, told("in.db", "get it again", KeyError):
        raise error
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("error", [KeyError("x"), KeyboardInterrupt(), SystemExit(3), BadSetting("say --sheet")])
def test_our_own_bugs_and_errors_stay_what_they_are(error: BaseException) -> None:
    with pytest.raises(type(error)), told("in.db", "get it again"):
        raise error
