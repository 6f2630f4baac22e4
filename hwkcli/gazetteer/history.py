"""What a key or a name of before meant, what became of it, and what the register was on a day.

A key means something only at a time. A life is the time for which a key stands for one municipality (AGS, 8 digits)
or Kreis (5 digits), under one name or several. All dates are text, YYYY-MM-DD; the last day belongs to a life.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from hwkcli.gazetteer import database


class Successor(NamedTuple):
    """One of today's municipalities or Kreise into which a former one went."""

    key: str
    share: str
    """Which share of the former one went into it, as text: a fraction of whole numbers, `17/40`, or `1`."""

    @property
    def part(self) -> float:
        """The share as a number."""
        top, _, bottom = self.share.partition("/")
        return int(top) / int(bottom or 1)


class Former(NamedTuple):
    """A municipality or a Kreis under a key that it has no more, or that is of another one today."""

    key: str
    name: str
    """The last name under this key."""
    names: tuple[tuple[str | None, str], ...]
    """All names under this key, each with the day since which it held; None: since before the data begin."""
    valid_from: str | None
    """The first day; None: before the data begin."""
    valid_until: str | None
    """The last day; None for a key of today, of which a former name was asked for."""
    change: str
    """What ended it: `dissolved`, `key` (another key), `renumbered` (by the numbering of 1952/53); `name` for a key of
    today that has another name now."""
    successors: tuple[Successor, ...]
    """What it is today, the greatest share first; the shares add up to 1."""
    basis: str | None
    """What the shares are of: `inhabitants` or `area`; None where there is nothing to weigh."""

    def name_on(self, day: str) -> str:
        """The name that it had on a day."""
        return next((name for since, name in reversed(self.names) if (since or "") <= day), self.names[0][1])


_COLUMNS = "key, since, until, ended, names, successors, basis"


def _former(row: tuple[Any, ...]) -> Former:
    key, since, until, ended, packed, successors, basis = row
    names = tuple((day or None, name) for day, _, name in (line.partition("\t") for line in packed.split("\n")))
    went = successors.split()
    into = tuple(map(Successor, went[::2], went[1::2])) if until else (Successor(key, "1"),)
    return Former(key, names[-1][1], names, since or None, until or None, ended or "name", into, basis)


def lives(key: str) -> tuple[Former, ...]:
    """All that a key has stood for, the latest first, that of today included (its `valid_until` is None); nothing for a
    key that never was."""
    found = database.rows(f"SELECT {_COLUMNS} FROM life WHERE key = ? ORDER BY until DESC", (key,))
    made = [_former(row) for row in found]
    return tuple(sorted(made, key=lambda one: one.valid_until is not None))


def former(key: str) -> Former | None:
    """What a key of a municipality or Kreis was before today, the latest if it was several; None if it is of today, or
    never was.

    A key that stands for another municipality today answers with what it was before. One that stands for the same one
    again (which was dissolved for some years) does not.
    """
    return next((one for one in lives(key) if one.valid_until and not _the_same(one)), None)


def _the_same(one: Former) -> bool:
    return [successor.key for successor in one.successors] == [one.key]


def on(key: str, day: str) -> Former | None:
    """What a key stood for on a day; None if it stood for nothing. `name_on(day)` is the name that it had then."""
    for one in sorted(lives(key), key=lambda one: one.change == "renumbered"):
        if (one.valid_from or "") <= day <= (one.valid_until or day):
            return one
    return None


def named(word: str) -> tuple[Former, ...]:
    """What a folded name (without its title) was of before: municipalities and Kreise that are no more, and those of
    today that have another name now; the latest first."""
    query = f"SELECT {_COLUMNS} FROM life JOIN life_name USING (key, since) WHERE word = ?"
    found = map(_former, database.rows(query, (word,)))
    return tuple(sorted(found, key=lambda one: (one.valid_until or "9", one.key), reverse=True))


def formers() -> Iterator[tuple[str, str, str, str, str]]:
    """All former keys, by key and time: key, first day (empty: before the data begin), last day, what ended it, and
    today's keys, each with its share behind it and a blank between, the greatest first.

    This is the quick form for whoever decides millions of rows: plain text, nothing parsed.
    """
    query = "SELECT key, since, until, ended, successors FROM life WHERE until <> '' ORDER BY key, until"
    return iter(database.rows(query))
