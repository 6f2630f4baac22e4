"""What the key of a municipality decides, and what beside it contradicts it."""

from hwkcli.gazetteer.engine.code_and_name import CodeAndName
from hwkcli.gazetteer.engine.lone_name import LoneName
from hwkcli.gazetteer.engine.names import GEMEINDEN, Named, heads, name_their_town
from hwkcli.gazetteer.engine.resolution import Candidate, Resolution
from hwkcli.gazetteer.engine.verdicts import Verdicts
from hwkcli.gazetteer.entries import Place
from hwkcli.naming.titles import untitled


class GivenKey(Verdicts):
    """The key of a municipality that is known, beside whatever else there is."""

    def resolution(self, keyed: tuple[Candidate, ...], named: Named) -> Resolution:
        """The municipality of the key, or one of those that a former one became, unless the postal code or the place
        contradicts it."""
        given = self.given
        inside = self.parts.within(keyed)
        alone = not (named.hits or given.folded or given.codes or given.code_sense == "unclear")
        pool = inside if alone else self._agreeing(inside, named)
        if len(pool) == 1:
            return self.answered(pool[0], "former_key" if pool[0].how == "former_key" else "key")
        if pool:
            return self.ambiguous(pool)
        return self.conflict((*keyed, *self.parts.coded.values(), *self.candidates(named.hits)))

    def _agreeing(self, keyed: tuple[Candidate, ...], named: Named) -> tuple[Candidate, ...]:
        """Those of the municipalities of a key that the postal code and the place do not contradict."""
        given = self.given
        towns = {self.known.town(hit.place).id for hit in named.hits}
        known = bool(named.hits)
        if given.folded and not known:
            towns = {one.place.id for one in keyed if self._begins_with_name(one.place)}
        by_name = tuple(one for one in keyed if one.place.id in towns)
        if known and not by_name:
            towns = self._without_title({one.place.id for one in keyed})
            by_name = tuple(one for one in keyed if one.place.id in towns)
        by_code = tuple(one for one in keyed if one.place.id in self.parts.coded)
        clear = given.code_sense != "unclear"
        if by_name:
            pool = tuple(one for one in by_name if one in by_code)
            if not pool and (given.codes or not clear):
                pool = tuple(one for one in by_name if self.is_near_code(one.place))
            return pool or (by_name if not given.codes and clear else ())
        if known:
            # A name with its town before it (`Dresden Friedrichstadt`) says as much as that of the town.
            with_town = named.composed or name_their_town(self.gazetteer, given.folded, named.hits)
            places = [self.known.town(hit.place) if with_town else hit.place for hit in named.hits]
            contradicts = any(map(self._is_serious, places)) or self._answers_elsewhere(keyed, named)
            return () if contradicts or not clear else by_code if given.codes else keyed
        if given.codes:
            near = keyed if not self.parts.coded else ()
            return by_code or tuple(one for one in near if self.is_near_code(one.place))
        return keyed if clear else ()

    def _without_title(self, towns: set[int]) -> set[int]:
        """Those of some municipalities that the name means without its title, or a part of them: lists write it where
        the register does not, or where it was one itself (`Langen, Stadt`), and a namesake elsewhere bears it."""
        bare = (rest for rest, kinds in untitled(self.given.folded) if GEMEINDEN.intersection(kinds))
        return {self.known.town(hit.place).id for name in bare for hit in self.gazetteer.hits_in(name, towns)}

    def _answers_elsewhere(self, keyed: tuple[Candidate, ...], named: Named) -> bool:
        """Whether the name, with the postal code if there is one, would be an answer without the key, and another."""
        room = CodeAndName(self.parts) if self.given.codes else LoneName(self.parts)
        rest = room.resolution(named)
        if rest.answer is None or rest.lone:
            return False
        return self.known.town(rest.answer.place).id not in {one.place.id for one in keyed}

    def _begins_with_name(self, place: Place) -> bool:
        """Whether the name, which is not known as a whole, begins with one of a municipality."""
        words = self.given.folded.split()
        first = (*([self.given.head] if self.given.head else []), *heads(words))
        return any(hit.place.id == place.id for head in first for hit in self.gazetteer.hits(head))

    def _is_serious(self, place: Place) -> bool:
        """Whether a name that means a place elsewhere says that an address is there, and is not just that of an unknown
        part of the municipality of the key: if it is that of a town, or of a municipality in the region."""
        if place.kind not in GEMEINDEN:
            return False
        return place.kind in ("city", "town") or not self.given.codes or self.is_near_code(place)
