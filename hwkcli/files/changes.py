"""What `data/germany/changes.yaml` must look like: changes of municipalities that the register does not have yet."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import Message
from hwkcli.files import by_hand
from hwkcli.files.by_hand import only
from hwkcli.files.fields import Report, code, day, listing, one_of, optional, record, some, text
from hwkcli.files.rules import Breach
from hwkcli.files.tables import GEMEINDE_TYPES, KREIS_TYPES
from hwkcli.files.tree import Mapping, Node, Scalar


class Successor(NamedTuple):
    """The municipality that takes the place of others, as the register would print it."""

    ags: str
    ars: str
    name: str
    type: str


class NewKreis(NamedTuple):
    """A Kreis that comes with a change."""

    key: str
    name: str
    type: str


class Change(NamedTuple):
    """One change: the keys that end, and what comes after them."""

    date: str
    """Since when it is in force."""
    source: str
    """The id of the source."""
    old: tuple[str, ...]
    """The keys (AGS) that end."""
    old_ars: tuple[str, ...]
    """Their ARS, in the same order."""
    new: Successor | None
    """The municipality that all of them become; None if they are dissolved."""
    kreis: NewKreis | None
    into: dict[str, str]
    """The municipalities that a dissolved area went to, with the km² that each got."""

    @property
    def successors(self) -> tuple[str, ...]:
        """The keys of today's municipalities, the one with the most area first."""
        if self.new:
            return (self.new.ags,)
        return tuple(sorted(self.into, key=lambda ags: -float(self.into[ags])))


def moves(changes: Iterable[Change]) -> dict[str, tuple[str, ...]]:
    """Today's keys by those that end, the municipality with the most area first; also where a later change ends a key
    that an earlier one brought."""
    found: dict[str, tuple[str, ...]] = {}
    for change in sorted(changes, key=lambda one: one.date):
        step = dict.fromkeys(change.old, change.successors)
        for old, news in found.items():
            found[old] = tuple(dict.fromkeys(key for new in news for key in step.get(new, (new,))))
        found |= step
    return found


def _areas(node: Node, path: str, report: Report) -> dict[str, str]:
    """Keys of municipalities with km² to two places, both as text."""
    found = {}
    for key, child in node.items.items() if isinstance(node, Mapping) else ():
        value = child.value if isinstance(child, Scalar) else ""
        if not re.fullmatch("[0-9]{8}", key) or not re.fullmatch(r"[0-9]+\.[0-9]{2}", value):
            report.add(child.line, f"{path}.{key}", f"{key}: {value}", Message('an AGS with its km² in quotes, "1.25"'))
        found[key] = value
    if not found:
        report.add(node.line, path, Message("nothing"), Message("municipalities with their km²"))
    return found


def _change(into: dict[str, str] | None, **values: Any) -> Change:
    return Change(into=into or {}, **values)


_CHANGES = only(
    "changes",
    some(
        record(
            _change,
            date=day,
            source=text,
            old=listing(code(8)),
            old_ars=listing(code(12)),
            new=optional(
                record(Successor, ags=code(8), ars=code(12), name=text, type=one_of(*GEMEINDE_TYPES.values()))
            ),
            kreis=optional(record(NewKreis, key=code(5), name=text, type=one_of(*KREIS_TYPES))),
            into=optional(_areas),
        )
    ),
)


def _breaches(changes: Iterable[Change]) -> Iterator[Breach]:
    """What must hold in a change: there is one kind of what comes after, and the two keys of a municipality are one."""
    for at, one in enumerate(changes):
        if bool(one.new) == bool(one.into):
            yield Breach(f"changes[{at}]", Message("both or none of `new` and `into`"), Message("one of them"))
        if [ars[:5] + ars[9:] for ars in one.old_ars] != list(one.old):
            found, expected = ", ".join(one.old_ars), Message("the ARS of the keys in `old`")
            yield Breach(f"changes[{at}].old_ars", found, expected)


def read(file: Path) -> tuple[Change, ...]:
    """The changes, in the order of the file. Raises BadFile and BadData."""
    made: tuple[Change, ...] = by_hand.read(file, _CHANGES, _breaches)
    return made
