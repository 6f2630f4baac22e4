"""The addresses of a table, decided part by part; where another process helps, it decides every second part."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from hwkcli.gazetteer.engine.evidence import Evidence, of_cells
from hwkcli.matching.columns import ANSWERS
from hwkcli.matching.decision import Decision, decider
from hwkcli.matching.guard import Parent

Progress = Callable[[int, int], None]
"""Is told how many of how many addresses are decided; of none, when the rows are written."""

NOTHING = Decision(*[""] * len(ANSWERS))
"""What is said of a row that is not asked."""
_PART = 1_000
"""So many addresses are decided at a time."""


class Address(NamedTuple):
    """The cells of an address. What is empty was not given."""

    key: str = ""
    postal_code: str = ""
    places: tuple[str, ...] = ()
    kreis: str = ""
    land: str = ""
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    kind: str = ""


class Part(NamedTuple):
    """Some of the addresses of a table."""

    addresses: "Sequence[Address | None]"
    key_date: str


Other = Parent[Part, list[Decision]]
"""Another process that decides addresses."""


def decisions(
    addresses: Iterable[Address | None],
    number: int,
    tell: Progress,
    key_date: str = "",
    other: Other | None = None,
) -> Iterator[Decision]:
    """What each of so many addresses means; nothing where there is none. Of many, the other process decides every
    second part, at the same time."""
    rest = iter(addresses)
    done = 0
    while part := list(islice(rest, _PART)):
        tell(done, number)
        next_part = list(islice(rest, _PART)) if other else []
        if other and next_part:
            other.ask(Part(part, key_date))
            decided_here = decided(Part(next_part, key_date))
            yield from other.answer()
            yield from decided_here
        else:
            yield from decided(Part(part, key_date))
        done += len(part) + len(next_part)
    tell(number, number)


def decided(part: Part) -> list[Decision]:
    """What each of some addresses means. All calls of the engine are here."""
    decide, day = decider().decide, part.key_date
    with collector_off():
        return [NOTHING if one is None else decide(_given(one, day)) for one in part.addresses]


def _given(one: Address, key_date: str) -> Evidence:
    key, code, places, kreis, land, country, latitude, longitude, kind = one
    place, second = (*places, "", "")[:2]
    return of_cells(key, code, place, kreis, land, country, second, latitude, longitude, key_date, kind)


@contextmanager
def collector_off() -> Iterator[None]:
    """While so much is made that stays, and nothing in circles, looking for garbage only takes time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
