"""What a postal code and a known name mean together."""

from hwkcli.gazetteer.engine.names import GEMEINDEN, Named, is_whole
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.unknown_name import UnknownName
from hwkcli.gazetteer.engine.verdicts import Verdicts, codes_of
from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.naming.spelling import CENTRES, DIRECTIONS

_LEAST_OF_CITIES = 100_000
"""A town with so many people is a city."""


class CodeAndName(Verdicts):
    """A postal code and a known name, and the areas in which their place lies."""

    def resolution(self, named: Named) -> Resolution:
        """A postal code and a known name: the places that both mean."""
        if not self.parts.coded:
            return self._by_unknown_code(named)
        both = [hit for hit in named.hits if self.known.town(hit.place).id in self.parts.coded]
        if both:
            return self.of_both(both)
        if parts := self._part_of_town_here():
            return self.of_both(parts)
        # What looks like a name at the code is not another one with something added to it (`Manheim am Rhein`).
        added = named.added or (named.composed and all(hit.place.kind == "locality" for hit in named.hits))
        if added and (misspelt := UnknownName(self.parts).resolution()).way == "near":
            return misspelt
        # By the position of a place only the code is that of the municipality; its own name says so, too.
        if weak := [hit for hit in named.hits if is_whole(hit) and hit.place.id in self.parts.maybe]:
            return self.answered(self.candidates(weak)[0], "place")
        if self.given.may_be_street:
            return self.by_code()
        shorter = self.by_shorter_name()
        if shorter and not any(is_whole(hit) and self.is_near_code(hit.place) for hit in named.hits):
            return self.answered(shorter, "locality")
        near = [hit for hit in named.hits if self._is_in_neighbourhood(hit, len(named.hits))]
        towns = [hit.place for hit in named.hits if is_whole(hit)]
        whole = any(town.kind in ("city", "town") or self.is_near_code(town) for town in towns)
        if near and not whole and len({self.known.town(hit.place).id for hit in near}) == 1:
            return self.answered(self.candidates(near)[0], "locality")
        return self.conflict(self.candidates(hit for hit in named.hits if hit.place.kind not in ("kreis", "land")))

    def _part_of_town_here(self) -> tuple[Hit, ...]:
        """The places at the postal code of whose name that of a part is made, also where a greater town elsewhere bears
        it (`57539 Roth-Mitte`)."""
        name, _, part = self.given.folded.rpartition(" ")
        here = self.gazetteer.hits_in(name, self.parts.coded) if part in DIRECTIONS or part in CENTRES else ()
        return tuple(hit._replace(how="locality") for hit in here)

    def _is_in_neighbourhood(self, hit: Hit, namesakes: int) -> bool:
        """Whether a locality lies close to where a postal code is that does not have it: in the same Kreis; or, if it
        is the only one of its name, where the codes begin with the same three digits."""
        if hit.place.kind != "locality" or not hit.place.ags:
            return False
        if hit.place.kreis_key in {one.place.kreis_key for one in self.parts.coded.values()}:
            return True
        districts = {code[:3] for code in codes_of(self.known.town(hit.place))}
        return namesakes == 1 and any(code[:3] in districts for code in self.given.codes)

    def _by_unknown_code(self, named: Named) -> Resolution:
        """A known name beside a postal code that is in no table: the municipality of that name at whose codes it is."""
        if self.given.may_be_street:
            return self.nothing()
        candidates = self.candidates(named.hits)
        towns = [(hit, self.known.town(hit.place)) for hit in named.hits]
        if not any(self.is_near_code(town) for _, town in towns):
            return self.conflict(candidates)
        close = [
            hit
            for hit, town in towns
            if any(code[:3] == one[:3] for one in self.given.codes for code in codes_of(town))
        ]
        found = [hit for hit in close if hit.place.kind in GEMEINDEN]
        if len(found) == 1 and len(close) == 1:
            sure = is_whole(found[0]) or found[0].place.kind in ("city", "town") or named.composed
            if sure:
                return self.answered(self.candidates(found)[0], "place")
        # Few of the codes of P.O. boxes and companies are known; a city has many.
        cities = [hit for hit, town in towns if _is_city(hit.place) and is_whole(hit) and self.is_near_code(town)]
        if len(cities) == 1 and len(found) <= 1:
            return self.answered(self.candidates(cities)[0], "place")
        # The only place of its name, where the code may well be one of its municipality.
        if len(named.hits) == 1 and named.hits[0].place.confidence == "high" and self.is_near_code(towns[0][1]):
            return self.answered(candidates[0], "locality")
        return self.ambiguous(candidates)


def _is_city(place: Place) -> bool:
    """Whether a place is a city, of a Kreis or of none (`Saarbrücken`)."""
    return place.kind == "city" or (place.kind == "town" and (place.population or 0) >= _LEAST_OF_CITIES)
