"""All of the store in memory, for many questions: the same answers, without asking it each time."""

from collections.abc import Container, Iterator, Sequence
from functools import cached_property, lru_cache
from threading import Lock

from hwkcli.gazetteer.by_ids import ByIds
from hwkcli.gazetteer.entries import STRENGTHS, Hit, Place
from hwkcli.gazetteer.memory import Memory
from hwkcli.gazetteer.store import index, places
from hwkcli.gazetteer.store.connection import not_whole
from hwkcli.gazetteer.store.schema import unpacked
from hwkcli.naming.similar import Neighbours

_READ_AT_ONCE = 64


class _Places(dict[int, Place]):
    """The places of the store by their ids, read when they are asked for: a locality alone, others some at once."""

    def __init__(self) -> None:
        super().__init__()
        self._last_whole = places.last_whole()

    def __missing__(self, id: int) -> Place:
        if id <= self._last_whole:
            first = id - id % _READ_AT_ONCE
            self.update((place.id, place) for place in places.wholes(first, first + _READ_AT_ONCE - 1))
        else:
            for row in places.localities(id, id):
                self[id] = places.locality(self[row[0]], row)
        if id not in self:
            raise not_whole()
        return self[id]


class Germany(Memory):
    """All that is in the store."""

    def __init__(self) -> None:
        super().__init__(_Places(), index.packed_words())
        self._names: dict[int, Sequence[str]] = {}
        self._last_town = places.last_town()
        self.by_ids = ByIds(self._words, self._last_town, places.last_whole(), places.first_localities())
        """The same by ids alone: of a million rows few places need to be read."""
        self._town = self.by_ids.town_of

    def read(self) -> Iterator[None]:
        """Read all municipalities, some at each step."""
        for first in range(1, self._last_town + 1, _READ_AT_ONCE):
            self.places[first]
            yield

    def towns_at(self, code: str) -> tuple[tuple[str, Place], ...]:
        """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""
        found = self._words.get(code)
        return tuple([(how, self.places[self._town(id)]) for id, how in unpacked(found)]) if found else ()

    def hits_in(self, key: str, towns: Container[int]) -> tuple[Hit, ...]:
        """The hits of a folded name that are some municipalities, given by their ids, or places in them."""
        found = self._words.get(key)
        if found is None:
            return ()
        hits = unpacked(found)
        return tuple([Hit(how, self.places[id]) for id, how in hits if self._town(id) in towns and how in STRENGTHS])

    def names_in(self, place: Place) -> Sequence[str]:
        """The folded names of a municipality and of the localities in it; of a place whose municipality is not known,
        its own."""
        names = self._names.get(place.id)
        if names is None:
            names = self._names[place.id] = index.names_in(place)
        return names

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(index.names_of_towns())


_lock = Lock()


def gazetteer() -> Germany:
    """The gazetteer in memory, made once, whichever thread asks first. Raises BadFile if there is no store."""
    with _lock:
        return _gazetteer()


@lru_cache(maxsize=1)
def _gazetteer() -> Germany:
    return Germany()
