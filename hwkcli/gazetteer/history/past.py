"""What a key or a name of before meant, what became of it, and what the register was on a day.

A key means something only at a time. A life is the time for which a key stands for one municipality (AGS, 8 digits)
or Kreis (5 digits), under one name or several. All dates are text, YYYY-MM-DD; the last day belongs to a life.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from hwkcli.errors import Time, UnknownDay
from hwkcli.gazetteer.history import stored
from hwkcli.gazetteer.store import connection
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import base, short

WEST, SAARLAND, EAST = "1950-09-14", "1957-01-01", "1990-10-03"
"""Since when the register is known: the changes of the West are printed since September 1950; the Saarland joined in
1957; of the East, the keys of the German Democratic Republic are not meant."""

_EAST = ("12", "13", "14", "15", "16", "11200")
_SAARLAND = ("10", "48")


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

    @property
    def name(self) -> str:
        """Its name."""
        return name_of(self.key)


class Former(NamedTuple):
    """A municipality or a Kreis under one key: one that it has no more, or one of today."""

    key: str
    name: str
    """The last name under this key."""
    names: tuple[tuple[str | None, str], ...]
    """All names under this key, each with the day since which it held; None: since before the data begin."""
    valid_from: str | None
    """The first day; None: before the data begin."""
    valid_until: str | None
    """The last day; None for a key of today."""
    change: str
    """What ended it: `dissolved`, `key` (another key), `renumbered` (by the numbering of 1952/53); `name` for a key of
    today, which may have another name now."""
    successors: tuple[Successor, ...]
    """What it is today, the greatest share first; the shares add up to 1."""
    basis: str | None
    """What the shares are of: `inhabitants` or `area`; None where there is nothing to weigh."""

    @property
    def kreis_key(self) -> str:
        """The key of the Kreis in which it was, or which it was."""
        return self.key[:5]

    def name_on(self, day: str) -> str:
        """The name that it had on a day."""
        return next((name for since, name in reversed(self.names) if (since or "") <= day), self.names[0][1])

    def is_valid(self, day: str) -> bool:
        """Whether the key stood for this on a day."""
        return (self.valid_from or "") <= day <= (self.valid_until or day)


def _former(row: Sequence[str]) -> Former:
    key, since, until, ended, packed, successors, basis, _ = row
    names = tuple((day or None, name) for day, _, name in (line.partition("\t") for line in packed.split("\r")))
    went = successors.split()
    into = tuple(map(Successor, went[::2], went[1::2])) if until else (Successor(key, "1"),)
    return Former(key, names[-1][1], names, since or None, until or None, ended or "name", into, basis or None)


@cache
def lives(key: str) -> tuple[Former, ...]:
    """All that a key has stood for: that of today first (its `valid_until` is None), then the latest; nothing for a
    key that never was."""
    found = sorted(stored.lives(key), key=lambda row: row.until or "9", reverse=True)
    return tuple(map(_former, found))


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
    """What a key stood for on a day; None if it stood for nothing. `name_on(day)` is the name that it had then.

    Raises UnknownDay for a day before the data of its Land begin.
    """
    one = on_any(key, day)
    # Before the renumbering of 1952/53 the numbers of what are Länder of the East today were of the West.
    check(day, None if one and one.change == "renumbered" else key)
    return one


def on_any(key: str, day: str) -> Former | None:
    """What a key stood for on a day, as `on` says, also before the data begin: what the changes of later days find."""
    valid = [one for one in lives(key) if one.is_valid(day)]
    return min(valid, key=lambda one: one.change == "renumbered", default=None)


def check(day: str, key: str | None = None) -> None:
    """Raises UnknownDay if the register of a day is not known: for a key in its Land, else anywhere."""
    begins = WEST
    unknown = "{day}: the official data begin on {begins}; ask for that day or a later one"
    if key is not None and key.startswith(_EAST):
        begins = EAST
        unknown = (
            "{day}: the official data of East Germany begin with the reunion, on {begins}; ask for that day or a later "
            "one"
        )
    elif key is not None and key.startswith(_SAARLAND):
        begins = SAARLAND
        unknown = "{day}: the official data of the Saarland begin on {begins}; ask for that day or a later one"
    if day < begins:
        raise UnknownDay(unknown, day=Time(day), begins=Time(begins))


def named(word: str) -> tuple[Former, ...]:
    """What a folded name (without its title) was of before: municipalities and Kreise that are no more, and those of
    today that have another name now; the latest first."""
    ends = (one.partition("/")[::2] for one in stored.names().get(word, "").split())
    return tuple(one for key, until in ends for one in lives(key) if (one.valid_until or "") == until)


def kreise_named(word: str, kinds: Collection[str] = ("city", "kreis")) -> tuple[Former, ...]:
    """The Kreise that a folded name (without its title) was of before, those that have another name now, too; in each
    Land those of the latest day. Only kreisfreie Städte (`city`), or only others (`kreis`), where one of them is asked
    for; these also without what told their name from its namesakes (`Bergheim (Erft)`), if nothing else bears it.

    >>> [one.name for one in kreise_named("bergheim", ("kreis",))], kreise_named("bergheim")
    (['Bergheim (Erft)'], ())
    """
    called = [one for one in named(word) if len(one.key) == 5 and ("city" if is_city(one.key) else "kreis") in kinds]
    bearers: dict[str, list[Former]] = {}
    for one in called or (_kreise_called(word) if tuple(kinds) == ("kreis",) else ()):
        bearers.setdefault(one.key[:2], []).append(one)
    latest = {land: max(one.valid_until or "9" for one in formers) for land, formers in bearers.items()}
    return tuple(
        one for land, formers in bearers.items() for one in formers if (one.valid_until or "9") == latest[land]
    )


def _kreise_called(word: str) -> list[Former]:
    """The Kreise of before that have a folded name for short."""
    names = [name for name in stored.names() if name.startswith(f"{word} ")]
    found = dict.fromkeys(one for name in names for one in named(name) if len(one.key) == 5)
    return [one for one in found if not is_city(one.key) and any(short(base(name)) == word for _, name in one.names)]


def named_on(words: Sequence[str], day: str, digits: int) -> tuple[Former, ...]:
    """What bore one of some folded names (without titles) on a day: municipalities (of 8 digits) or Kreise (of 5), by
    their keys; without those of a Land whose data begin later. Raises UnknownDay for a day before all data begin."""
    check(day)
    first = {word[:1] for word in words}
    initials = first | {marked for plain, marked in zip("aou", "äöü", strict=True) if plain in first}
    missing = _before_its_data(day)
    bearing = _by_initial(day)
    found = [
        _former(row)
        for initial in sorted(initials)
        for name, row in bearing.get((digits, initial), ())
        if not (missing and row[0].startswith(missing)) and not {*words}.isdisjoint(readings(fold(base(name))))
    ]
    return tuple(sorted(found, key=lambda one: one.key))


@lru_cache(maxsize=4)
def _by_initial(day: str) -> Mapping[tuple[int, str], list[tuple[str, tuple[str, ...]]]]:
    """The names of a day with what bore them, by the digits of the key and the first letter, a small one: of many words
    that are asked for on a day, each looks only at what begins as it does."""
    found: dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]] = {}
    for row in stored.all_lives():
        key, since, until, ended, packed, *_ = row
        if since > day or (until and until < day) or ended == "renumbered":
            continue
        lines = [line.partition("\t")[::2] for line in packed.split("\r")]
        name = next((name for begins, name in reversed(lines) if begins <= day), lines[0][1])
        found.setdefault((len(key), name[:1].casefold()), []).append((name, row))
    return found


def _before_its_data(day: str) -> tuple[str, ...]:
    """With what the keys begin of which nothing is known on a day, although of others it is."""
    return (*(_EAST if day < EAST else ()), *(_SAARLAND if day < SAARLAND else ()))


@cache
def name_of(key: str) -> str:
    """The name of a municipality or Kreis of today, as `hwk find` has it; its last name for a former one."""
    column, table = ("name", "area WHERE key") if len(key) == 5 else ("name", "place WHERE kind <> 'locality' AND ags")
    found = connection.rows(f"SELECT {column} FROM {table} = ?", (key,))
    return str(found[0][0]) if found else next((one.name for one in lives(key)), key)


def is_city(key: str) -> bool:
    """Whether a Kreis of a key is, or was, a kreisfreie Stadt: it has a municipality of its own key."""
    return bool(lives(f"{key}000"))


def formers() -> Iterator[tuple[str, str, str, str, str]]:
    """All former keys, by key and time: key, first day (empty: before the data begin), last day, what ended it, and
    today's keys, each with its share behind it and a blank between, the greatest first.

    This is the quick form for whoever decides millions of rows: plain text, nothing parsed.
    """
    for key, since, until, ended, _, successors, *_ in stored.all_lives():
        if until:
            yield key, since, until, ended, successors


def left_out(day: str) -> tuple[str, ...]:
    """Whose municipalities the register of a day does not have yet: `east`, `saarland`."""
    return tuple(name for name, begins in (("saarland", SAARLAND), ("east", EAST)) if day < begins)


def all_on(day: str, digits: int) -> Iterator[Former]:
    """What all keys of so many digits (8 of municipalities, 5 of Kreise) stood for on a day, by the keys; without those
    of a Land whose data begin later. Raises UnknownDay for a day before all data begin."""
    check(day)
    missing = _before_its_data(day)
    for row in stored.all_lives():
        key, since, until, ended, *_ = row
        if len(key) == digits and since <= day and (not until or day <= until) and ended != "renumbered":
            if not (missing and key.startswith(missing)):
                yield _former(row)
