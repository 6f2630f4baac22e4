"""What the compiled store holds of the history: the tables, their rows, and how their columns are packed."""

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SCHEMA = (
    "CREATE TABLE history (land TEXT PRIMARY KEY, lives BLOB, changes BLOB) WITHOUT ROWID",
    "CREATE TABLE history_names (packed BLOB)",
)


class LifeRow(NamedTuple):
    """The time for which a key stands for one municipality (8 digits) or Kreis (5 digits). All texts; empty for what is
    before the data begin, or of today."""

    key: str
    since: str
    until: str
    ended: str
    """How: one of `hwkcli.files.history.ENDS`."""
    names: str
    """Each name with the day since which it held before it and a tab between; names are parted by `\\r`."""
    successors: str
    """Today's keys, each with its share behind it and a blank between, the greatest first; empty for one of today."""
    basis: str
    spellings: str
    """Other spellings of its names that are printed, parted by `\\r`."""


class NameRow(NamedTuple):
    """A folded name of before."""

    name: str
    lives: str
    """The lives that had it: each the key and the last day (empty for one of today, which has another name now), with a
    `/` between, and blanks between the lives, the latest first."""


class ChangeRow(NamedTuple):
    """One printed change, as `hwkcli.files.history.Change`."""

    date: str
    kind: str
    key: str
    next_key: str
    inhabitants: str
    area_ha: str
    number: str


def pack(rows: Iterable[Sequence[str]]) -> bytes:
    """The columns of some rows, compressed. The cells hold neither line breaks nor `\\0`."""
    return zlib.compress("\0".join("\n".join(column) for column in zip(*rows, strict=True)).encode(), 9)


def unpack(packed: bytes, width: int) -> list[list[str]]:
    """The columns again; as many as there are, of a table without rows too.

    >>> unpack(pack([("a", "b"), ("c", "")]), 2), unpack(pack([]), 2)
    ([['a', 'c'], ['b', '']], [[], []])
    """
    text = zlib.decompress(packed).decode()
    return [column.split("\n") for column in text.split("\0")] if text else [[] for _ in range(width)]
