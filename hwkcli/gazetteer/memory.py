"""Places in memory by the words to which they answer: those of a district file, or all of the store."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.names import GEMEINDEN, STRENGTHS
from hwkcli.naming.similar import Neighbours


class Memory:
    """Places by the folded names and codes to which they answer."""

    def __init__(self, places: dict[int, Place], words: Iterable[tuple[str, int, str]]) -> None:
        """`places` by their ids; `words` in the order of these: each word with the id of a place and how that answers
        to it."""
        self.places = places
        self._words: dict[str, tuple[tuple[str, int], ...]] = {}
        known = self._words.get
        for key, id, how in words:
            self._words[key] = (*known(key, ()), (how, id))
        self._hits: dict[str, tuple[Hit, ...]] = {}

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
        known = self._hits.get(key)
        if known is None:
            found = self._words.get(key)
            if found is None:
                return ()
            known = tuple([Hit(how, self.places[id]) for how, id in found])
            self._hits[key] = known
        return known

    def names_in(self, place: Place) -> Sequence[str]:
        """The folded names of a municipality and of the localities in it."""
        return self._names_in.get(self._towns.get(place.id, place.id), ())

    def former(self, key: str, day: str = "") -> tuple[Hit, ...]:
        """Today's places for a former key, or the key of a day, the greatest share first, or for a folded former
        name."""
        from hwkcli.gazetteer import former

        if not key.isdecimal():
            return former.by_name(self.hits, key)
        if day:
            return former.by_key(self.hits, key, day)
        keys = self._formers.get(key, "").split()[::2]
        return tuple(Hit("former_key", hit.place) for one in keys for hit in self.hits(one) if hit.how == "key")

    def alike(self, key: str) -> list[str]:
        """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
        return self._neighbours.of(key)

    @property
    def keys(self) -> Iterable[str]:
        """All folded names and codes."""
        return self._words.keys()

    @cached_property
    def _formers(self) -> dict[str, str]:
        """The successors of each former key, the latest of those that had it: keys with their shares."""
        from hwkcli.gazetteer import history

        return {key: successors for key, _, _, _, successors in history.formers() if successors.split()[0] != key}

    @cached_property
    def _towns(self) -> dict[int, int]:
        """The municipality that each municipality or locality is or lies in, by their ids; itself if none is known."""
        places = [place for place in self.places.values() if place.kind not in ("kreis", "land")]
        own = {place.ags: place.id for place in places if place.kind in GEMEINDEN}
        return {place.id: own.get(place.ags, place.id) for place in places}

    @cached_property
    def _names_in(self) -> dict[int, list[str]]:
        """The folded names of each municipality and of what lies in it, by its id."""
        found: dict[int, list[str]] = {}
        town_of = self._towns.get
        for key, hits in self._words.items():
            for how, id in hits:
                if how in STRENGTHS and (town := town_of(id)):
                    found.setdefault(town, []).append(key)
        return found

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(
            key
            for key, hits in self._words.items()
            if any(how in STRENGTHS and self.places[id].kind in GEMEINDEN for how, id in hits)
        )
