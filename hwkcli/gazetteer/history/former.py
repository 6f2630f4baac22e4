"""Today's places for a key or a name that is one of before: what a former municipality or Kreis went into."""

from collections.abc import Callable, Iterable

from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.history import past

OfKey = Callable[[str], Iterable[Place]]
"""The places of a key of today."""


def by_key(of_key: OfKey, key: str, day: str = "") -> tuple[Hit, ...]:
    """What a former key of a municipality or a Kreis leads to, the greatest share first; empty if it is none. With a
    day, what the key of that day leads to, be it of today as well."""
    one = past.on_any(key, day) if day else past.former(key)
    if one is None:
        return ()
    return _today(of_key, "former_key" if one.valid_until else "key", (successor.key for successor in one.successors))


def by_name(of_key: OfKey, name: str) -> tuple[Hit, ...]:
    """What a folded former name of municipalities leads to, the latest bearer of it first."""
    keys = (successor.key for one in past.named(name) if len(one.key) == 8 for successor in one.successors)
    return _today(of_key, "former_name", keys)


def _today(of_key: OfKey, how: str, keys: Iterable[str]) -> tuple[Hit, ...]:
    """The places of keys of today."""
    return tuple(Hit(how, place) for key in dict.fromkeys(keys) for place in of_key(key))
