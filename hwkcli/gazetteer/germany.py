"""All of the store in memory, for many questions: the same answers, without asking it each time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from threading import Lock

from hwkcli.gazetteer import database
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.memory import Memory
from hwkcli.naming.similar import Neighbours


class _Places(dict[int, Place]):
    """The places of the store by their ids, read when they are asked for, some neighbours with each."""

    def __missing__(self, id: int) -> Place:
        first = id - id % _READ_AT_ONCE
        self.update((place.id, place) for place in database.places(first, first + _READ_AT_ONCE - 1))
        return self[id]


_READ_AT_ONCE = 64


class _Germany(Memory):
    """All that is in the store."""

    def __init__(self) -> None:
        super().__init__(_Places(), database.words())

    @cached_property
    def _towns(self) -> dict[int, int]:
        return dict(database.towns())

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(database.names_of_towns())


_lock = Lock()


def gazetteer() -> Memory:
    """The gazetteer in memory, made once, whichever thread asks first. Raises BadFile if there is no store."""
    with _lock:
        return _gazetteer()


@lru_cache(maxsize=1)
def _gazetteer() -> Memory:
    with _collector_off():
        return _Germany()


@contextmanager
def _collector_off() -> Iterator[None]:
    """While so much is made that stays, looking for garbage would take longer than making it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
