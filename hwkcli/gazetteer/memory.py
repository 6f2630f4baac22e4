"""All places of the gazetteer in memory, for many questions: the same answers as the store gives, without asking it."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from threading import Lock

from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.names import GEMEINDEN, STRENGTHS
from hwkcli.naming.similar import Neighbours


class Memory:
    """The places of a gazetteer by the folded names and codes to which they answer."""

    def __init__(self, places: Iterable[Place], words: Iterable[tuple[str, int, str]]) -> None:
        self.places = {place.id: place for place in places}
        self._hits: dict[str, list[tuple[str, int]]] = {}
        for key, id, how in words:
            self._hits.setdefault(key, []).append((how, id))
        self._known: dict[str, tuple[Hit, ...]] = {}

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
        known = self._known.get(key)
        if known is None:
            found = self._hits.get(key)
            if found is None:
                return ()
            known = tuple(Hit(how, self.places[id]) for how, id in sorted(found, key=lambda one: one[1]))
            self._known[key] = known
        return known

    def names_in(self, place: Place) -> tuple[str, ...]:
        """The folded names of a municipality and of the localities in it."""
        return tuple(self._spellings.get(place.ags or str(place.id), ()))

    def former(self, key: str) -> tuple[Hit, ...]:
        """Today's places for a former key, the greatest share first, or for a folded former name."""
        from hwkcli.gazetteer import former

        if not key.isdecimal():
            return former.by_name(self.hits, key)
        keys = self._formers.get(key, "").split()[::2]
        return tuple(Hit("former_key", hit.place) for one in keys for hit in self.hits(one) if hit.how == "key")

    def alike(self, key: str) -> list[str]:
        """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
        return self._neighbours.of(key)

    @property
    def keys(self) -> Iterable[str]:
        """All folded names and codes."""
        return self._hits.keys()

    @cached_property
    def _formers(self) -> dict[str, str]:
        """The successors of each former key, the latest of those that had it: keys with their shares."""
        from hwkcli.gazetteer import history

        return {key: successors for key, _, _, _, successors in history.formers() if successors.split()[0] != key}

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, hits in self._hits.items():
            for how, id in hits:
                if how in STRENGTHS and self.places[id].kind not in ("kreis", "land"):
                    found.setdefault(self.places[id].ags or str(id), []).append(key)
        return found

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(
            key
            for key, hits in self._hits.items()
            if any(how in STRENGTHS and self.places[id].kind in GEMEINDEN for how, id in hits)
        )


_lock = Lock()


def gazetteer() -> Memory:
    """The gazetteer in memory, made once, whichever thread asks first. Raises BadFile if there is no store."""
    with _lock:
        return _gazetteer()


@lru_cache(maxsize=1)
def _gazetteer() -> Memory:
    from hwkcli.gazetteer import database

    return Memory(database.places(), database.words())
