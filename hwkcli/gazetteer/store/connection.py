"""Find and open the compiled store of all places and chambers, and put a query to it.

In a checkout the store is compiled again whenever the tables, or the rooms that compile them, are not those that it
was made of. An installed package has no tables, only the store.
"""

import sqlite3
import sys
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from os import environ
from pathlib import Path
from typing import Any

from hwkcli.errors import BadFile, Message
from hwkcli.files.shipped import folder
from hwkcli.gazetteer.store import freshness
from hwkcli.gazetteer.store.freshness import STORE
from hwkcli.language import language, pick
from hwkcli.model import Text

_OLDER = Text(
    "die Tabellen haben sich geändert; der Speicher wird neu gebaut (einige Sekunden)",
    "the tables have changed; the store is built again (some seconds)",
)
_MISSING = Text(
    "der Speicher fehlt noch und wird aus den Tabellen gebaut (einige Sekunden)",
    "there is no store yet; it is built from the tables (some seconds)",
)


class _Connection:
    """A connection to the store, closed when nobody has it any more."""

    _db: sqlite3.Connection | None = None

    def __init__(self, db: sqlite3.Connection) -> None:
        self.execute = db.execute
        self._db = db

    def __del__(self) -> None:
        if self._db is not None:
            self._db.close()


class _Connections(threading.local):
    """A connection to the store for each thread."""

    db: _Connection | None = None


_connections = _Connections()
_asked: list[bool] = []
"""Not empty where some thread has asked."""


def _db() -> _Connection:
    if _connections.db is None:
        _connections.db = _Connection(_open())
        _asked.append(True)
    return _connections.db


def _open() -> sqlite3.Connection:
    """A connection to the store, compiled again if need be. Raises BadFile if there is none to be had."""
    data = folder()
    file = data / STORE
    files = freshness.parts(data)
    if files and not freshness.is_fresh(files, file, _made_of(file)):
        _build(data, file)
    try:
        db = _connect(file)
        if not all(db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall() for table in _FILLED):
            raise not_whole()
        return db
    except (sqlite3.Error, OSError) as error:
        raise _broken(file, error) from None


_FILLED = (
    *("word", "place", "locality", "inside", "cited", "area", "addition", "chamber", "responsible", "source", "fact"),
)
"""The tables that have rows in any store that is whole: an empty one would answer, and wrongly."""


def _build(data: Path, file: Path) -> None:
    """Compile the store of a checkout, and say so, for it takes some seconds."""
    from hwkcli.gazetteer.store.build import write

    lang = language(None, environ)
    known = _OLDER if file.exists() else _MISSING
    with suppress(OSError, ValueError, AttributeError):
        # Nobody may be there to read it.
        sys.stderr.write(f"hwk: {pick(known, lang)}\n")
        sys.stderr.flush()
    try:
        write(data, file)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        if file.exists():
            old = "{file} is older than its tables, and cannot be built again: {reason}"
            raise BadFile(old, file=file, reason=reason) from None
        raise BadFile("{file} is missing, and cannot be built: {reason}", file=file, reason=reason) from None


def _connect(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        # To open a pipe would wait for someone to write into it.
        raise FileNotFoundError(2, "there is no such file" if not file.exists() else "it is no regular file")
    # Each thread asks by its own connection, but when the thread is gone any other one may close it.
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _broken(file: Path, error: Exception) -> BadFile:
    reason = getattr(error, "strerror", None) or error
    return BadFile("{file}: {reason}; install hwkcli again", file=file, reason=Message(str(reason)))


def _made_of(file: Path) -> str | None:
    """The digest of what a store was made of; None if there is no store, or a broken one."""
    try:
        with closing(_connect(file)) as db:
            ((value,),) = db.execute("SELECT value FROM fact WHERE name = 'made_of'").fetchall()
    except (sqlite3.Error, OSError, ValueError):
        return None
    return str(value)


def rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a query finds, also one of tables that have a room of their own. Raises BadFile for a broken store."""
    try:
        return _db().execute(query, values).fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _broken(folder() / STORE, error) from None


def fact(name: str) -> Any:
    """A fact that the store was built with. Raises BadFile for a store that lacks it."""
    for (value,) in rows("SELECT value FROM fact WHERE name = ?", (name,)):
        return value
    raise not_whole()


def damage() -> BadFile | None:
    """What an accident is to be told as: that the store is damaged, where it was asked and does not hold any more what
    it was built with; None where it is whole, and the accident a bug of ours. It takes a second."""
    if not _asked:
        return None
    # Few calls fail, and OpenSSL comes with it.
    from hwkcli.gazetteer.store import content

    try:
        with closing(_connect(folder() / STORE)) as db:
            return None if content.is_whole(db) else not_whole()
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        return not_whole()


def not_whole() -> BadFile:
    """What is to be said of a store that lacks what it must have."""
    return BadFile("{file}: it is not whole; install hwkcli again", file=folder() / STORE)
