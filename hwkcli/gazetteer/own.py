"""The places of a district's own file as a gazetteer: what the file knows of its Kreise, and the rest of Germany
around them."""

from collections.abc import Container, Sequence

from hwkcli.gazetteer.district import of_district
from hwkcli.gazetteer.engine import names
from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.store import index, places
from hwkcli.model import District


class Own:
    """The places of a district's file, before those of the rest of Germany; what the gazetteer knows of the file's own
    Kreise counts where it leads to a municipality of the file."""

    def __init__(self, district: District) -> None:
        self._own = of_district(district, places.land)
        self._keys = {kreis.key for kreis in district.kreise}
        self._by_key: dict[str, Place] = {}
        for place in self._own.places.values():
            if place.kind != "locality":
                self._by_key[place.ags or place.kreis_key or ""] = place

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code."""
        own = self._own.hits(key)
        known = {hit.place.id for hit in own}
        found = list(own)
        for hit in index.hits(key):
            place = hit.place
            if place.kreis_key in self._keys:
                same = self._by_key.get((place.ags if place.kind != "kreis" else place.kreis_key) or "")
                if same is not None and (place.kind == "locality" or same.id in known):
                    continue
                hit = Hit(hit.how, same or place)
            found.append(hit)
        return tuple(found)

    def knows(self, key: str) -> bool:
        """Whether any place answers to a folded name or a code."""
        return bool(self.hits(key))

    def of_key(self, key: str) -> tuple[Place, ...]:
        """The places of a key of today."""
        return tuple([hit.place for hit in self.hits(key) if hit.how == "key"])

    def towns_at(self, code: str) -> tuple[tuple[str, Place], ...]:
        """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""
        return names.towns_at(self, code)

    def hits_in(self, key: str, towns: Container[int]) -> tuple[Hit, ...]:
        """The hits of a folded name that are some municipalities, given by their ids, or places in them."""
        return names.hits_in(self, key, towns)

    def names_in(self, place: Place) -> Sequence[str]:
        """The folded names of a municipality and of the localities in it."""
        return self._own.names_in(place) if place.id < 0 else index.names_in(place)

    def former(self, key: str, day: str = "") -> tuple[Hit, ...]:
        """Today's places for a former key, or the key of a day, or for a former name."""
        return index.former(key, day)

    def starting(self, start: str) -> list[str]:
        """The folded names and codes that begin with some letters."""
        return [*dict.fromkeys((*self._own.starting(start), *index.starting(start)))]

    def alike(self, key: str) -> list[str]:
        """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
        return [*self._own.alike(key), *index.alike(key)]
