"""Follow a key through the changes: from the tables of the history to shares of today's keys.

A key means something only at a time, so the chain is made of lives: the time for which a key stands for one
municipality or Kreis, under one name or several. A change leads from one life to another.

What is followed, and why:

- All that went out on the day on which a life ended is weighed by the printed inhabitants; by the printed area where
  inhabitants are not printed for all of it, or nobody lived there.
- A part that went out before is not followed: nothing says whether it lay in what the municipality was made of.
- A municipality that was dissolved and formed again under its name is followed into the new one: Gladbeck, which was a
  part of Bottrop for 11 months of 1975, is Gladbeck. Where it is formed again with much less, it is weighed by area.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.naming.spelling import base, short

if TYPE_CHECKING:
    from hwkcli.files.history import Change, Span

Shares = dict[str, Fraction]
"""Shares of today's keys; they add up to 1."""

_MOVES = ("dissolved", "key", "renumbered", "part")


class Life:
    """The time for which a key stands for one municipality or Kreis."""

    def __init__(self, first: Span) -> None:
        self.key = first.key
        self.since = first.valid_from
        self.until = first.valid_until
        self.ended = first.ended
        self.names = [(first.valid_from, first.name)]
        self.moves: list[tuple[Change, Life]] = []
        self.rests: dict[str, Change] = {}

    @property
    def name(self) -> str:
        """The last name."""
        return self.names[-1][1]

    def at(self, day: str) -> bool:
        """Whether the life has begun and not ended on a day."""
        return self.since <= day and (not self.until or day <= self.until)

    def __repr__(self) -> str:
        return f"<{self.key} {self.name}, {self.since or '...'} to {self.until or 'today'}>"


def lives(spans: Iterable[Span], changes: Iterable[Change]) -> list[Life]:
    """The lives of the keys, with the moves between them. Raises ValueError for a change of a key that does not exist
    on its day."""
    found: list[Life] = []
    by_key: Mapping[str, list[Life]] = defaultdict(list)
    goes_on = False
    for span in spans:
        if goes_on and found[-1].key == span.key:
            life = found[-1]
            life.until, life.ended = span.valid_until, span.ended
            life.names.append((span.valid_from, span.name))
        else:
            found.append(Life(span))
            by_key[span.key].append(found[-1])
        goes_on = span.ended == "name"
    for change in changes:
        if change.kind not in (*_MOVES, "rest"):
            continue
        before = day_before(change.date)
        gives = _one(by_key[change.key], before) or _one(by_key[change.key], change.date)
        takes = gives if change.kind == "rest" else _one(by_key[change.next_key], change.date)
        if gives is None or takes is None:
            raise ValueError(f"{change.date} {change.key} -> {change.next_key}: no such key on that day")
        if change.kind == "rest":
            gives.rests[change.date] = change
        else:
            gives.moves.append((change, takes))
    return found


def _one(lives: Iterable[Life], day: str) -> Life | None:
    """Of the lives of a key that at a day; a key of the old numbering only where there is no other."""
    found = sorted((life for life in lives if life.at(day)), key=lambda life: life.ended == "renumbered")
    return found[0] if found else None


def day_before(day: str) -> str:
    """The day before a day, both as YYYY-MM-DD."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


class Successors:
    """What became of the lives, as shares of today's keys."""

    def __init__(self) -> None:
        self._known: dict[Life, tuple[Shares, str]] = {}

    def of(self, life: Life) -> tuple[Shares, str]:
        """The shares into which a life went after its last day, and whether they are of `inhabitants` or `area`."""
        return self._follow(life, (), life.since)

    def _follow(self, life: Life, dissolved: tuple[Dissolved, ...], arrived: str) -> tuple[Shares, str]:
        """The shares of what lies in a life since a day: of the life itself, or of what was dissolved into it."""
        if not dissolved and life in self._known:
            return self._known[life]
        ways = _again(life, dissolved, arrived)
        if not ways and not life.until:
            return {life.key: Fraction(1)}, "inhabitants"
        total: dict[str, Fraction] = defaultdict(Fraction)
        basis = "inhabitants"
        for way in ways or _onward(life, dissolved):
            shares, deeper = self._follow(way.to, way.dissolved, way.date)
            basis = "area" if "area" in (way.basis, deeper, basis) else basis
            for key, part in shares.items():
                total[key] += way.share * part
        if not dissolved:
            self._known[life] = dict(total), basis
        return dict(total), basis


class Dissolved(NamedTuple):
    """A municipality that was dissolved into another: it may be formed again."""

    names: frozenset[str]
    inhabitants: str
    area_ha: str
    """How much of it went that way, as printed."""


class _Way(NamedTuple):
    """Where a share of a life went on a day."""

    date: str
    to: Life
    share: Fraction
    basis: str
    dissolved: tuple[Dissolved, ...]


def _onward(life: Life, dissolved: tuple[Dissolved, ...]) -> Iterator[_Way]:
    """Where a life went on its end."""
    gone = next(change.date for change, _ in life.moves if change.date > life.until)
    for change, target, share, basis in _weighed(life, gone):
        more = dissolved
        if life.ended == "dissolved":
            names = frozenset(_plain(name) for _, name in life.names)
            more = (*dissolved, Dissolved(names, change.inhabitants, change.area_ha))
        yield _Way(gone, target, share, basis, more)


_WHOLE = Fraction(9, 10)
"""What is formed again with so much of its inhabitants or of its area is the whole."""


def _again(life: Life, dissolved: tuple[Dissolved, ...], arrived: str) -> tuple[_Way, ...]:
    """Where what was dissolved into a life went, if that is formed again under its name: all of it, or as much as its
    area tells; nothing if it is not."""
    for change, target in life.moves if dissolved else ():
        if change.date <= arrived or target.since != change.date or change.kind not in ("part", "dissolved"):
            continue
        one = next((one for one in dissolved if _plain(target.names[0][1]) in one.names), None)
        if one is None:
            continue
        ratios = [
            Fraction(now) / Fraction(before)
            for now, before in ((change.inhabitants, one.inhabitants), (change.area_ha, one.area_ha))
            if now and before and Fraction(before)
        ]
        if not ratios or max(ratios) >= _WHOLE:
            return (_Way(change.date, target, Fraction(1), "inhabitants", dissolved),)
        again = _Way(change.date, target, ratios[-1], "area", dissolved)
        return again, _Way(change.date, life, 1 - ratios[-1], "area", dissolved)
    return ()


def _plain(name: str) -> str:
    """A name without its title and without what tells it from its namesakes; the whole of one that is not of a town or
    village (`Beckum, Kirchspiel` is not `Beckum, Stadt`)."""
    return name if re.search(r", (Kirchspiel|Land|Forst|gemfr)", name) else short(base(name))


def _weighed(life: Life, day: str) -> Iterator[tuple[Change, Life, Fraction, str]]:
    """Where a life went on its end, with shares."""
    ways = [(change, target) for change, target in life.moves if change.date == day]
    rest = life.rests.get(day)
    for at, (change, target) in enumerate(ways):
        if rest is not None and change.kind in ("key", "renumbered") and not change.inhabitants:
            # What remained got another key on the same day.
            ways[at] = (rest, target)
    if len(ways) == 1:
        yield *ways[0], Fraction(1), "inhabitants"
        return
    known = weights([(change.inhabitants, change.area_ha) for change, _ in ways])
    if known is None:
        raise ValueError(f"{day} {life.key}: neither inhabitants nor area of all that went from it")
    for (change, target), share in zip(ways, known[0], strict=True):
        if share:
            yield change, target, share, known[1]


def weights(figures: Sequence[tuple[str, str]]) -> tuple[list[Fraction], str] | None:
    """The shares of what went several ways, by the printed inhabitants and areas (text, empty where not printed) of
    each: of the `inhabitants` if all are printed and anybody lived there, else of the `area`; None if neither is known.

    >>> weights([("803", "90"), ("20", "10")]), weights([("0", "30"), ("0", "10")])
    (([Fraction(803, 823), Fraction(20, 823)], 'inhabitants'), ([Fraction(3, 4), Fraction(1, 4)], 'area'))
    """
    for at, basis in ((0, "inhabitants"), (1, "area")):
        if all(one[at] for one in figures):
            known = [Fraction(one[at]) for one in figures]
            if total := sum(known):
                return [one / total for one in known], basis
    return None
