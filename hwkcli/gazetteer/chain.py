"""Follow a key through the changes: from the tables of the history to shares of today's keys.

A key means something only at a time, so the chain is made of lives: the time for which a key stands for one
municipality or Kreis, under one name or several. A change leads from one life to another.

What is followed, and why:

- All that went out on the day on which a life ended is weighed by the printed inhabitants; by the printed area where
  inhabitants are not printed for all of it, or nobody lived there.
- A part that went out before is followed only for a life that is asked for at a day before (`at`): of a part of what
  came after, nothing says whether it lay in the older municipality.
- A municipality that was dissolved and formed again under its name is followed into the new one: Gladbeck, which was a
  part of Bottrop for 11 months of 1975, is Gladbeck.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hwkcli.files.history import Change, Span
from hwkcli.naming.spelling import base, short

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

    def at(self, life: Life, day: str) -> tuple[Shares, str]:
        """The shares into which a life went after a day in it, parts of it that went out before its end included."""
        total: dict[str, Fraction] = defaultdict(Fraction)
        left, basis = Fraction(1), "inhabitants"
        for when in sorted({change.date for change, _ in life.moves if day < change.date}):
            if life.until and life.until < when:
                break
            for target, share, how in _weighed(life, when):
                if target is not life:
                    shares, further = self._follow(target, (_names(life),), when)
                    basis = "area" if "area" in (how, further, basis) else basis
                    for key, part in shares.items():
                        total[key] += left * share * part
            left *= next((share for target, share, _ in _weighed(life, when) if target is life), Fraction(0))
        if left:
            shares, further = self.of(life)
            basis = "area" if further == "area" else basis
            for key, part in shares.items():
                total[key] += left * part
        return dict(total), basis

    def _follow(self, life: Life, names: tuple[frozenset[str], ...], arrived: str) -> tuple[Shares, str]:
        """The shares of what lies in a life since a day. `names` are those of dissolved municipalities that it was."""
        if not names and life in self._known:
            return self._known[life]
        again = next((target for change, target in life.moves if _again(change, target, names, arrived)), None)
        if again is not None:
            return self._follow(again, names, again.since)
        if not life.until:
            return {life.key: Fraction(1)}, "inhabitants"
        total: dict[str, Fraction] = defaultdict(Fraction)
        basis = "inhabitants"
        gone = next(change.date for change, _ in life.moves if change.date > life.until)
        ways = list(_weighed(life, gone))
        for target, share, how in ways:
            further = names if life.ended != "dissolved" else (*names, _names(life))
            shares, deeper = self._follow(target, further, gone)
            basis = "area" if "area" in (how, deeper, basis) else basis
            for key, part in shares.items():
                total[key] += share * part
        if not names:
            self._known[life] = dict(total), basis
        return dict(total), basis


def _names(life: Life) -> frozenset[str]:
    return frozenset(short(base(name)) for _, name in life.names)


def _again(change: Change, target: Life, names: Sequence[frozenset[str]], arrived: str) -> bool:
    """Whether a change forms a dissolved municipality again, under one of its names."""
    if not names or change.date <= arrived or target.since != change.date or change.kind not in ("part", "dissolved"):
        return False
    return any(short(base(target.names[0][1])) in one for one in names)


def _weighed(life: Life, day: str) -> Iterator[tuple[Life, Fraction, str]]:
    """Where a life went on a day, with shares; itself, if something remained."""
    ways = [(change, target) for change, target in life.moves if change.date == day]
    rest = life.rests.get(day)
    if rest is not None:
        whole = next((at for at, (change, _) in enumerate(ways) if change.kind in ("key", "renumbered")), None)
        if whole is None:
            ways.append((rest, life))
        elif not ways[whole][0].inhabitants:
            # What remained got another key on the same day.
            ways[whole] = (rest, ways[whole][1])
    if len({target for _, target in ways}) == 1:
        yield ways[0][1], Fraction(1), "inhabitants"
        return
    basis, weights = "inhabitants", [_number(change.inhabitants) for change, _ in ways]
    if None in weights or not any(weights):
        basis, weights = "area", [_number(change.area_ha) for change, _ in ways]
    if None in weights or not any(weights):
        raise ValueError(f"{day} {life.key}: neither inhabitants nor area of all that went from it")
    total = sum(weight for weight in weights if weight)
    merged: dict[Life, Fraction] = defaultdict(Fraction)
    for (_, target), weight in zip(ways, weights, strict=True):
        if weight:
            merged[target] += weight / total
    for target, share in merged.items():
        yield target, share, basis


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None
