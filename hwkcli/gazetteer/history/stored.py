"""The history of the keys as the compiled store holds it: packed, a part a Land, unpacked when one is asked for.

As plain tables of SQLite the history would more than double the package. A part has the columns of the lives and of the
changes of the keys that begin with the two digits of a Land (the ones used before 1953, too); a change between two
Länder stands in both. Each column is a text of lines; all columns of a table are compressed together.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from hwkcli.gazetteer.history.layout import ChangeRow, LifeRow, NameRow, pack, unpack
from hwkcli.gazetteer.store import connection


class _Changes(NamedTuple):
    """The columns of the changes of a Land, and in which rows a key gives or takes."""

    columns: list[list[str]]
    out: Mapping[str, list[int]]
    into: Mapping[str, list[int]]

    def rows(self, at: Iterable[int]) -> list[ChangeRow]:
        """Some of the rows."""
        return [ChangeRow._make([column[one] for column in self.columns]) for one in at]


def _packed(column: str, land: str) -> bytes:
    """A table of a Land; one without rows where there is none."""
    for (packed,) in connection.rows(f"SELECT {column} FROM history WHERE land = ?", (land,)):
        return bytes(packed)
    return pack([])


@cache
def _lives(land: str) -> list[list[str]]:
    return unpack(_packed("lives", land), len(LifeRow._fields))


@cache
def _changes(land: str) -> _Changes:
    columns = unpack(_packed("changes", land), len(ChangeRow._fields))
    out: Mapping[str, list[int]] = defaultdict(list)
    into: Mapping[str, list[int]] = defaultdict(list)
    for at, (key, next_key) in enumerate(zip(columns[2], columns[3], strict=True)):
        out[key].append(at)
        if key != next_key:
            into[next_key].append(at)
    return _Changes(columns, out, into)


@cache
def _laender() -> tuple[str, ...]:
    return tuple(land for (land,) in connection.rows("SELECT land FROM history ORDER BY land"))


def lives(key: str) -> list[LifeRow]:
    """The lives of a key, in the order of their days."""
    columns = _lives(key[:2])
    at = bisect_left(columns[0], key)
    found = []
    while at < len(columns[0]) and columns[0][at] == key:
        found.append(LifeRow._make([column[at] for column in columns]))
        at += 1
    return found


def all_lives() -> Iterator[tuple[str, ...]]:
    """All lives, by keys and days, each with the cells of a `LifeRow`."""
    for land in _laender():
        yield from zip(*_lives(land), strict=True)


@cache
def names() -> dict[str, str]:
    """All folded names of before, each with the `lives` of its `NameRow`."""
    ((packed,),) = connection.rows("SELECT packed FROM history_names")
    return dict(zip(*unpack(packed, len(NameRow._fields)), strict=True))


def out_of(key: str) -> list[ChangeRow]:
    """The changes that go out from a key, in the order of their days."""
    changes = _changes(key[:2])
    return changes.rows(changes.out.get(key, ()))


def into(key: str) -> list[ChangeRow]:
    """The changes that lead to a key from another, in the order of their days."""
    changes = _changes(key[:2])
    return changes.rows(changes.into.get(key, ()))
