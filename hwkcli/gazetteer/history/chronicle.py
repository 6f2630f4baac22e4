"""What happened to a municipality or a Kreis: what it was before, what went into it, what became of it."""

from collections.abc import Iterator
from typing import NamedTuple

from hwkcli.gazetteer.history import past, stored
from hwkcli.gazetteer.history.chain import day_before, weights
from hwkcli.gazetteer.history.layout import ChangeRow
from hwkcli.gazetteer.history.past import Former
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base


class Event(NamedTuple):
    """One change, as it is printed."""

    date: str
    """The day from which on it holds."""
    change: str
    """`dissolved` (all or a share of it went to another), `key` (another key), `renumbered` (by the numbering of
    1952/53), `name` (another name), `part` (a part went to another), `new` (it began without another)."""
    key: str
    name: str
    """The name until that day; empty for what is new."""
    next_key: str
    next_name: str
    """The name from that day on."""
    inhabitants: int | None
    """How many went with it; None where nothing is printed."""
    area_ha: float | None
    share: str | None
    """Which share of its inhabitants (else of its area) went with it, as a fraction; None where it is not known."""
    number: str | None
    """The number of the change in the official workbooks."""


_WHOLE = ("dissolved", "key", "renumbered")


def events(one: Former) -> tuple[Event, ...]:
    """All that is known of a municipality or a Kreis, in the order of the days: of itself under all of its keys, what
    went into it, and into that; and for one that is no more, what became of it."""
    found = _all_of(one)
    found.onward(one)
    made = [_event(change) for change in found.changes]
    order = {kind: at for at, kind in enumerate((*_WHOLE[1:], "dissolved", "part", "new", "name"))}
    return tuple(sorted(made, key=lambda event: (event.date, order[event.change], event.next_key, event.key)))


def line(one: Former) -> tuple[Former, ...]:
    """A municipality or a Kreis under all of its keys, the latest first: it changed only its key, was dissolved into a
    larger one of its name, or formed again."""
    return tuple(_all_of(one).line)


def today(one: Former) -> Former | None:
    """What a former municipality or Kreis is today, if most of it is one that bears one of its names."""
    found = past.lives(one.successors[0].key)
    return found[0] if found and not found[0].valid_until and _same_name(found[0], one) else None


class Then(NamedTuple):
    """What a municipality or a Kreis was on a day."""

    place: Former
    """What there was on that day."""
    relation: str
    """`itself`; `part`: one of those that lie in it today; `within`: the one in which it lay."""


def then(one: Former, day: str) -> tuple[Then, ...]:
    """What a municipality or a Kreis was on a day: itself, under the key of that day; where it was not there yet, those
    that lie in it today, wholly or in part; where it was no more, the ones in which it lay.

    Raises UnknownDay for a day before the data of its Land begin.
    """
    past.check(day, one.key)
    itself = [life for life in line(one) if life.is_valid(day) and life.change != "renumbered"]
    if itself:
        return (Then(itself[0], "itself"),)
    if one.valid_until and one.valid_until < day:
        around = (life for to in one.successors for life in line(past.lives(to.key)[0]) if life.is_valid(day))
        return tuple(Then(life, "within") for life in dict.fromkeys(around))
    keys = {to.key for to in one.successors}
    inside = (life for life in past.all_on(day, len(one.key)) if keys & {to.key for to in life.successors})
    return tuple(Then(life, "part") for life in inside)


def _all_of(one: Former) -> "_Found":
    """What is known of a municipality or a Kreis until today, or until it was no more."""
    for last in dict.fromkeys((today(one) or one, one)):
        found = _Found()
        found.back(last)
        if one in found.line:
            break
    return found


class _Found:
    """The changes of a municipality or a Kreis, and itself under all of its keys."""

    def __init__(self) -> None:
        self.changes: dict[ChangeRow, None] = {}
        self.line: list[Former] = []

    def back(self, one: Former) -> None:
        """Collect what is before a life that is the municipality or the Kreis itself."""
        self.line.append(one)
        for change in (*_out(one), *_into(one)):
            self.changes[change] = None
            date, kind, key, into, *_ = change
            if into == one.key and kind in _WHOLE and (before := past.on_any(key, day_before(date))):
                if kind != "dissolved" or _same_name(before, one):
                    self.back(before)
                else:
                    self.absorbed(before)
            if (
                into == one.key
                and date == one.valid_from
                and kind in ("part", "dissolved")
                and (giver := _gave(change))
            ):
                # It may have been a part of that before, and is formed again.
                for again in _dissolved_into(giver):
                    if _same_name(again, one) and again not in self.line:
                        self.back(again)

    def absorbed(self, one: Former) -> None:
        """Collect what had gone into a municipality that was dissolved into another: only whole ones, for its own keys
        and names are of no interest here."""
        for change in _into(one):
            date, kind, key, *_ = change
            if kind in _WHOLE:
                if kind == "dissolved":
                    self.changes[change] = None
                if before := past.on_any(key, day_before(date)):
                    self.absorbed(before)

    def onward(self, one: Former) -> None:
        """Collect what became of a life that ended."""
        for change in _out(one) if one.valid_until else ():
            date, kind, _, key, *_ = change
            if kind in _WHOLE or (kind == "part" and one.valid_until == day_before(date)):
                self.changes[change] = None
                if after := past.on_any(key, date):
                    self.onward(after)


def _dissolved_into(one: Former | None) -> Iterator[Former]:
    """What had been dissolved into a municipality, or into that, the latest first."""
    for change in reversed(list(_into(one))) if one else ():
        before = past.on_any(change.key, day_before(change.date)) if change.kind in _WHOLE else None
        if before is not None:
            if change.kind == "dissolved":
                yield before
            yield from _dissolved_into(before)


def _same_name(one: Former, other: Former) -> bool:
    return bool({fold(base(name)) for _, name in one.names} & {fold(base(name)) for _, name in other.names})


def _out(one: Former) -> Iterator[ChangeRow]:
    """The changes that go out from a life, or change it, until the day after its last."""
    return (change for change in stored.out_of(one.key) if change.kind != "rest" and _gave(change) == one)


def _gave(change: ChangeRow) -> Former | None:
    """What a change goes out from: what its key stood for on the day before, or, where that is nothing, on the day."""
    return past.on_any(change.key, day_before(change.date)) or past.on_any(change.key, change.date)


def _into(one: Former) -> Iterator[ChangeRow]:
    """The changes that lead to a life, from its first day on."""
    return (change for change in stored.into(one.key) if one.is_valid(change.date))


def _event(change: ChangeRow) -> Event:
    date, kind, key, next_key, people, area, number = change
    before, after = _gave(change), past.on_any(next_key, date)
    return Event(
        date,
        kind,
        key,
        before.name_on(day_before(date)) if before and kind != "new" else "",
        next_key,
        after.name_on(date) if after else "",
        int(people) if people else None,
        float(area) if area else None,
        _share(change),
        number or None,
    )


def _share(change: ChangeRow) -> str | None:
    """Which share of a municipality went one way on a day; None for a Kreis of which not all went one way."""
    if change.kind not in ("dissolved", "part"):
        return None
    ways = [one for one in stored.out_of(change.key) if one.date == change.date and one.kind != "name"]
    if change.kind == "part" and all(way.kind == "part" for way in ways):
        return None
    known = weights([(way.inhabitants, way.area_ha) for way in ways])
    if known is None:
        return "1" if len(ways) == 1 else None
    return next(str(share) for share, way in zip(known[0], ways, strict=True) if way == change)
