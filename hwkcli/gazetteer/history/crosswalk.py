"""From the keys of a day to those of today, with shares."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from hwkcli.errors import NotFound, Time, quoted
from hwkcli.gazetteer.history import past, stored
from hwkcli.gazetteer.history.chain import weights
from hwkcli.gazetteer.history.layout import ChangeRow
from hwkcli.gazetteer.history.past import Former, Successor
from hwkcli.gazetteer.store import connection


class Crossing(NamedTuple):
    """Which share of a municipality of a day is in one of today's."""

    ags: str
    name: str
    """The name that it had on the day."""
    kreis_key: str
    kreis: str | None
    """The Kreis of the day."""
    next_ags: str
    next_name: str
    next_kreis_key: str
    share: str
    """As text: a fraction of whole numbers, `17/40`, or `1`. The shares of a municipality add up to 1."""
    basis: str
    """What the share is of: `inhabitants` or `area`."""

    @property
    def part(self) -> float:
        """The share as a number."""
        return Successor(self.next_ags, self.share).part


def crosswalk(day: str) -> Iterator[Crossing]:
    """Each municipality of a day with today's, by its key, the greatest share first; those that did not change, too.

    Raises UnknownDay for a day before all data begin.
    """
    past.check(day)
    return _crossings(day)


def _crossings(day: str) -> Iterator[Crossing]:
    kreise = {one.key: one.name_on(day) for one in past.all_on(day, 5)}
    names: dict[str, str] = dict(connection.rows("SELECT ags, name FROM place WHERE ags <> ''"))
    for one in past.all_on(day, 8):
        into, basis = successors(one, day)
        for key, share in into:
            yield Crossing(
                *(one.key, one.name_on(day), one.kreis_key, kreise.get(one.kreis_key)),
                *(key, names.get(key) or past.name_of(key), key[:5], share, basis or "inhabitants"),
            )


def successors(one: Former, day: str) -> tuple[tuple[Successor, ...], str | None]:
    """What became of a municipality as it was on a day of its life: parts that went from it later are counted. The
    greatest share first, and what the shares are of.

    What later went from its successors is not counted, for nothing says whether it lay in it. Of a Kreis, the answer is
    that of its last day.
    """
    gone = _parts(one, day)
    if not gone:
        return one.successors, one.basis
    total: dict[str, Fraction] = defaultdict(Fraction)
    left, basis = Fraction(1), one.basis
    for date, ways in gone:
        rest = next((way for way in ways if way.kind == "rest"), None)
        # What goes on without inhabitants still is more than the few of them that went with a part.
        people = rest is not None and rest.inhabitants != "0"
        known = weights([(way.inhabitants if people else "", way.area_ha) for way in ways])
        if known is None or rest is None:
            continue  # how much remained is not printed
        parts = [
            (share, way.next_key) for share, way in zip(known[0], ways, strict=True) if way.kind == "part" and share
        ]
        basis = "area" if parts and known[1] == "area" else basis
        for share, key in parts:
            for successor in _taken(key, date):
                total[successor.key] += left * share * Fraction(successor.share)
        left *= 1 - sum((share for share, _ in parts), Fraction(0))
    for successor in one.successors:
        total[successor.key] += left * Fraction(successor.share)
    return _greatest(total.items()), basis


def successors_of(key: str, day: str | None = None) -> tuple[Successor, ...]:
    """What a key is today: itself, if it is of today; else what it was last, or on a day.

    Raises NotFound for a key that never was, or stood for nothing on the day; UnknownDay.
    """
    lives = past.lives(key)
    if not lives:
        raise NotFound("no key {word} of a municipality or Kreis, of today or of before", word=quoted(key))
    if day is None:
        return lives[0].successors
    one = past.on(key, day)
    if one is None:
        raise NotFound("the key {word} stood for nothing on {day}; ask without a day", word=quoted(key), day=Time(day))
    return successors(one, day)[0]


def _parts(one: Former, day: str) -> Iterable[tuple[str, Sequence[ChangeRow]]]:
    """What went from a municipality after a day of its life, and what remained, by dates."""
    found: dict[str, list[ChangeRow]] = defaultdict(list)
    for change in stored.out_of(one.key) if len(one.key) == 8 else ():
        if change.kind in ("part", "rest") and day < change.date <= (one.valid_until or "9"):
            found[change.date].append(change)
    return found.items()


def _taken(key: str, date: str) -> tuple[Successor, ...]:
    """What became of the municipality that took a part on a day."""
    taker = past.on(key, date)
    return taker.successors if taker else ()


def _greatest(shares: Iterable[tuple[str, Fraction]]) -> tuple[Successor, ...]:
    ordered = sorted(((key, share) for key, share in shares if share), key=lambda way: (-way[1], way[0]))
    return tuple(Successor(key, str(share)) for key, share in ordered)
