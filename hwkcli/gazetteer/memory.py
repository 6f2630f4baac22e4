"""Places in memory by the words to which they answer: those of a district file, or all of the store."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property

from hwkcli.gazetteer.engine import names
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import STRENGTHS, Hit, Place
from hwkcli.gazetteer.store.schema import NAMES, WAYS, packed, unpacked
from hwkcli.naming.similar import Neighbours


class Memory:
    """Places by the folded names and codes to which they answer."""

    def __init__(self, places: Mapping[int, Place], words: Mapping[str, bytes]) -> None:
        """`places` by their ids; `words` are folded names and codes, each with its hits, as `packed` packs them."""
        self.places = places
        self._words = words
        self._hits: dict[str, tuple[Hit, ...]] = {}

    def knows(self, key: str) -> bool:
        """Whether any place answers to a folded name or a code."""
        return key in self._words

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
        found = self._words.get(key)
        if found is None:
            return ()
        known = self._hits.get(key)
        if known is None:
            known = tuple([Hit(how, self.places[id]) for id, how in unpacked(found)])
            if len(known) > 1:
                self._hits[key] = known
        return known

    def of_key(self, key: str) -> tuple[Place, ...]:
        """The places of a key of today."""
        found = self._words.get(key)
        places = self.places
        return tuple([places[id] for id, how in unpacked(found) if how == "key"]) if found else ()

    def towns_at(self, code: str) -> tuple[tuple[str, Place], ...]:
        """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""
        return names.towns_at(self, code)

    def hits_in(self, key: str, towns: Container[int]) -> tuple[Hit, ...]:
        """The hits of a folded name that are some municipalities, given by their ids, or places in them."""
        return names.hits_in(self, key, towns)

    def names_in(self, place: Place) -> Sequence[str]:
        """The folded names of a municipality and of the localities in it; of a place whose municipality is not known,
        its own."""
        return self._names_in.get(place.ags or str(place.id), ())

    def former(self, key: str, day: str = "") -> tuple[Hit, ...]:
        """Today's places for a former key, or the key of a day, the greatest share first, or for a folded former
        name."""
        from hwkcli.gazetteer.history import former

        if not key.isdecimal():
            return former.by_name(self.of_key, key)
        if day:
            return former.by_key(self.of_key, key, day)
        keys = self._formers.get(key, "").split()[::2]
        return tuple(Hit("former_key", place) for one in keys for place in self.of_key(one))

    def starting(self, start: str) -> list[str]:
        """The folded names and codes that begin with some letters."""
        keys = self._sorted
        return keys[bisect_left(keys, start) : bisect_left(keys, f"{start}\U0010ffff")]

    def alike(self, key: str) -> list[str]:
        """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
        return self._neighbours.of(key)

    @property
    def keys(self) -> Iterable[str]:
        """All folded names and codes."""
        return self._words.keys()

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    @cached_property
    def _formers(self) -> dict[str, str]:
        """The successors of each former key, the latest of those that had it: keys with their shares."""
        from hwkcli.gazetteer.history import past

        return {key: successors for key, _, _, _, successors in past.formers() if successors.split()[0] != key}

    @cached_property
    def _names_in(self) -> dict[str, list[str]]:
        """The folded names in each municipality, by its key, and of each place of no known one, by its id."""
        found: dict[str, list[str]] = {}
        for key, hits in self._words.items():
            for id, how in unpacked(hits):
                if how in STRENGTHS:
                    place = self.places[id]
                    found.setdefault(place.ags or str(id), []).append(key)
        return found

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(
            key
            for key, hits in self._words.items()
            if any(how in STRENGTHS and self.places[id].kind in GEMEINDEN for id, how in unpacked(hits))
        )


def of_places(places: Mapping[int, Place], words: Iterable[tuple[str, int, str]]) -> Memory:
    """Some places in memory: by their ids, with the words that lead to them, each with the id and how it answers."""
    found: dict[str, set[tuple[int, int]]] = {}
    for key, id, how in words:
        found.setdefault(key, set()).add((id, _NUMBERS[how]))
    return Memory(places, {key: packed(hits) for key, hits in found.items()})


_NUMBERS: Mapping[str, int] = {way: number for number, way in enumerate(WAYS)}
assert frozenset(WAYS[:NAMES]) == STRENGTHS.keys()
