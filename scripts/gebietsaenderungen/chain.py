"""From the printed changes to the life of every key: since when it was valid, until when, and into what it went.

A key means something only at a time: keys have been given again to other municipalities, some on the very day they were
taken away. So the chain is made of lives. A life is the time for which a key stands for one municipality (or Kreis);
a new name does not end it. Each change leads from one life to another, so that no date has to be compared to follow it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rapidfuzz import fuzz

from gebietsaenderungen.workbooks import Row
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base

_ALIKE = 80
"""So alike, of 100, are two spellings of one name."""

UNKNOWN = ""
"""The beginning of a life that began before the data do."""

_LISTED = "1953-01-01"
"""Since this day every municipality of the West is listed; a key seen later for the first time is new."""


def day_before(day: str) -> str:
    """The day before a day, both as YYYY-MM-DD."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@dataclass(eq=False)
class Life:
    """The time for which a key stands for one municipality or Kreis."""

    key: str
    since: str
    """The first day; empty if it is before the data begin."""
    names: list[tuple[str, str]]
    """Each name with the first day that it held; the first one since the life began."""
    until: str = ""
    """The last day; empty if it is of today."""
    moves: list["Move"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The last name."""
        return self.names[-1][1]

    @property
    def ended(self) -> str:
        """How it ended: `dissolved` or `key`; empty if it is of today."""
        return next((move.kind for move in self.moves if move.kind != "part" and self.until), "")


@dataclass(eq=False)
class Move:
    """What went from one life to another: all of it (`dissolved`, `key`) or a part (`part`)."""

    date: str
    kind: str
    to: Life
    number: str
    inhabitants: str
    area_ha: str


@dataclass
class Chain:
    """All lives, and what was found wrong on the way."""

    lives: list[Life]
    rests: dict[tuple[Life, str], tuple[str, str]]
    """What remained to a life on a day on which parts of it went: inhabitants and area."""
    renamed: dict[tuple[Life, str], str]
    """The number of the change that gave a life a new name on a day."""
    spelt: dict[tuple[str, str, str], None]
    """Other spellings that are printed of a life: its key, its last day, the name."""
    faults: list[str]

    def at(self, day: str) -> dict[str, Life]:
        """The lives by their keys on a day."""
        return {one.key: one for one in self.lives if one.since <= day and (not one.until or day <= one.until)}


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for the title behind the comma: `Kiel, Stadt`, `Kiel, Landeshauptstadt`."""
    return fold(base(one)) == fold(base(other))


def alike(one: str, other: str) -> bool:
    """Whether two spellings may be of one name; neighbours in the alphabet may be alike, too.

    >>> alike("Freiburg, Stadt", "Freiburg im Breisgau, Stadt"), alike("Seelach", "Steinberg")
    (True, False)
    """
    short, long = sorted((fold(base(one)), fold(base(other))), key=len)
    if f"{long} ".startswith(f"{short} "):
        return True
    return fuzz.token_sort_ratio(fold(one), fold(other)) >= _ALIKE


class Builder:
    """Plays the changes day by day."""

    def __init__(self) -> None:
        self.chain = Chain([], {}, {}, {}, [])
        self.living: dict[str, Life] = {}
        self.known: set[str] = set()
        self.spelt_as: dict[Life, dict[str, None]] = {}

    def _begin(self, key: str, since: str, name: str) -> Life:
        life = Life(key, since, [(since, name)])
        self.chain.lives.append(life)
        self.living[key] = life
        self.known.add(key)
        return life

    def fault(self, row: Row, text: str) -> None:
        """Note that a row does not fit to those before it."""
        self.chain.faults.append(f"{row.file}, row {row.row}: {text}")

    def day(self, day: str, rows: Sequence[Row]) -> None:
        """Play the changes of one day."""
        incoming = {row.new_key for row in rows if row.new_key != row.old_key}
        for row in rows:
            if not row.old_key or row.old_key in self.living or (row.old_key in incoming and day > _LISTED):
                continue
            if row.old_key in self.known:
                self.fault(row, f"{row.old_key} {row.old_name} ended before")
            else:
                self._begin(row.old_key, UNKNOWN, row.old_name)
        ending = {row.old_key for row in rows if _ends(row)}
        old = dict(self.living)
        # What a key stood for that is given again on this day.
        arriving: dict[str, Life] = {}
        for row in rows:
            key = row.new_key
            if not key or (key == row.old_key and not _ends(row)):
                continue
            before = old.get(key)
            if before is not None and key not in ending:
                continue
            if before is not None and same(before.name, row.new_name) and key != row.old_key:
                continue  # it passes through a municipality that ends on the same day
            if key not in arriving:
                arriving[key] = Life(key, day, [(day, row.new_name)])
                self.chain.lives.append(arriving[key])
        for key in ending:
            if key in old:
                old[key].until = day_before(day)
                del self.living[key]
        self.living.update(arriving)
        for key in (ending & arriving.keys()) - old.keys():
            # It came and went on the same day.
            self.living.pop(key).until = day_before(day)
        self.known.update(arriving)
        # New names first: other rows of the day use them already.
        for row in sorted(rows, key=lambda row: row.old_key != row.new_key):
            self._move(day, row, old, arriving)

    def _check(self, row: Row, key: str, name: str, life: Life) -> None:
        """Note a name that a life does not have: another spelling, or a fault."""
        if not any(alike(one, name) for _, one in life.names):
            self.fault(row, f"{key} is called {name!r}, but was {life.name!r}")
        elif not any(same(one, name) for _, one in life.names):
            self.spelt_as.setdefault(life, {})[base(name)] = None

    def _move(self, day: str, row: Row, old: dict[str, Life], arriving: dict[str, Life]) -> None:
        if not row.old_key:
            return
        source = old.get(row.old_key) or arriving.get(row.old_key)
        if source is None:
            return
        self._check(row, row.old_key, row.old_name, source)
        if row.old_key == row.new_key and not _ends(row):
            if "4" in row.kinds and row.new_name != source.name:
                if source.names[-1][0] == day:
                    source.names.pop()
                else:
                    self.chain.renamed[source, day] = row.number
                source.names.append((day, row.new_name))
            if "2" in row.kinds:
                self.chain.rests[source, day] = (row.inhabitants, row.area_ha)
            return
        if not row.new_key:
            return
        target = old.get(row.new_key)
        if row.new_key in arriving and (target is None or not same(target.name, row.new_name) or target is source):
            target = arriving[row.new_key]
        if target is None:
            self.fault(row, f"{row.new_key} {row.new_name} does not exist")
            return
        self._check(row, row.new_key, row.new_name, target)
        kind = "dissolved" if "1" in row.kinds else "key" if "3" in row.kinds else "part"
        source.moves.append(Move(day, kind, target, row.number, row.inhabitants, row.area_ha))


def _ends(row: Row) -> bool:
    """Whether the old key ends by this row."""
    return bool(row.old_key) and ("1" in row.kinds or ("3" in row.kinds and row.old_key != row.new_key))


def build(rows: Iterable[Row], base: Iterable[Row]) -> Chain:
    """The lives of the keys of one unit. `base` are the rows that list for the first time what was there before: the
    keys are then of before the data."""
    builder = Builder()
    days: dict[str, list[Row]] = defaultdict(list)
    listed: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        days[row.date].append(row)
    for row in base:
        listed[row.date].append(row)
    for day in sorted(days.keys() | listed.keys()):
        for row in listed[day]:
            if row.new_key not in builder.known:
                builder._begin(row.new_key, UNKNOWN, row.new_name)
        builder.day(day, days[day])
    for life, names in builder.spelt_as.items():
        for name in names:
            if not any(same(one, name) for _, one in life.names):
                builder.chain.spelt[life.key, life.until, name] = None
    return builder.chain
