"""What a name alone means, without a postal code or a key beside it."""

from collections.abc import Callable, Iterable, Sequence

from hwkcli.gazetteer.engine.names import GEMEINDEN, Named, is_respelt, name_their_town
from hwkcli.gazetteer.engine.resolution import Resolution, Way
from hwkcli.gazetteer.engine.verdicts import Verdicts, strength
from hwkcli.gazetteer.entries import Hit, Place

_RANKS = {"kreis": 1, "land": 2, "locality": 3}
"""What wins over what: a municipality over a Kreis, that over a Land, that over a locality."""
_FAR_GREATER = 10
"""A whole name stands for the municipality that bears it, although others bear it with an addition, where that has
so many times the people of the next one."""
_GREATER_BY_LETTER = 5
"""The same where a name ends in a single letter, which may be short for what others add, too (`Neustadt a.d.W.`)."""
_GREATER = 2
"""A name stands for a municipality beyond doubt, although localities elsewhere bear it, where it has so many times the
people of each municipality that these are parts of."""


class LoneName(Verdicts):
    """A name alone, and the areas in which its place lies."""

    def resolution(self, named: Named) -> Resolution:
        """A name without a postal code: what is written so, before what is only read so (Munster, Münster); a
        municipality before a Kreis, that before a Land and a locality; what bears it as its whole name, before what is
        only called so for short. Where that leaves several, the largest of them come first."""
        order = self._order(named)
        by_size = sorted(named.hits, key=order)
        hits = sorted(by_size, key=lambda hit: (*order(hit)[:2], strength(hit)))
        candidates = self.candidates(hits)
        first = hits[0].place
        # A plate is what is written; that a hamlet reads like it (OD, Öd) says less.
        only_read = first.kind == "locality" and is_respelt(first.name, self.given.folded)
        if self.given.short and only_read and (of_code := self.by_short_code()):
            return of_code
        others = [hit for hit in hits[1:] if _rank(hit.place) == _rank(first)]
        narrowed = named.composed or self.parts.is_narrowed
        if first.kind == "locality":
            if not narrowed and (self._is_region() or self._is_abroad()):
                # A village bears the name, too.
                return Resolution(self.given, "none", candidates=candidates)
            if len({self.known.town(hit.place).id for hit in hits}) > 1:
                return self.ambiguous(candidates)
            narrowed = narrowed or name_their_town(self.gazetteer, self.given.folded, hits)
            if first.confidence == "low" and not narrowed:
                return Resolution(self.given, "none", candidates=candidates)
            return Resolution(self.given, "answered", "locality", candidates, lone=not narrowed)
        if others and not self._is_far_greater(hits[0], [hit.place for hit in others]):
            return self.ambiguous(self.candidates(by_size))
        if first.kind == "municipality" and not narrowed and self._is_abroad():
            # Nobody who writes `Salzburg` means the village without saying so.
            return self.ambiguous(candidates)
        parts = [self.known.town(hit.place) for hit in hits if hit.place.kind == "locality"]
        if not narrowed and first.kind in GEMEINDEN:
            if any(hit.place.kind == "locality" and self._may_be_meant(hit.place, first) for hit in hits):
                return self.ambiguous(candidates)
            # A part of a municipality may bear as its whole name what is only short for that of another one.
            sure = first.kind in ("city", "town") and _is_greater(first, parts, _GREATER)
            # With another word behind it (`Offenbach/Q.`) it is short for no other one.
            lone_word = " " not in self.given.folded
            if strength(hits[0]) and not sure and (parts or lone_word):
                return self.ambiguous(candidates)
        way: Way = "kreis" if first.kind == "kreis" else "land" if first.kind == "land" else "place"
        # Beside a kreisfreie Stadt no part of another town is meant.
        sure = first.kind not in GEMEINDEN or (first.kind == "city" and strength(hits[0]) == 0)
        alone = not others and (sure or _is_greater(first, parts, _GREATER)) and (narrowed or not self._is_abroad())
        return Resolution(self.given, "answered", way, candidates, lone=not alone)

    def _order(self, named: Named) -> Callable[[Hit], tuple[int, int, int]]:
        """How likely each of some places is meant: by its kind, whether it is written so, and its size; what is written
        so counts first where that is no municipality."""
        respelt = {hit.place.id: is_respelt(hit.place.name, self.given.folded) for hit in named.hits}
        of_town = any(hit.place.kind in GEMEINDEN and not respelt[hit.place.id] for hit in named.hits)

        def order(hit: Hit) -> tuple[int, int, int]:
            first, second = _rank(hit.place), int(respelt[hit.place.id])
            return (first, second, hit.place.id) if of_town else (second, first, hit.place.id)

        return order

    def _is_far_greater(self, first: Hit, others: Sequence[Place]) -> bool:
        """Whether a place stands for the name beyond others that bear it as well."""
        _, blank, last = self.given.folded.rpartition(" ")
        if blank and len(last) == 1:
            return _is_greater(first.place, others, _GREATER_BY_LETTER)
        return strength(first) == 0 and _is_greater(first.place, others, _FAR_GREATER)

    def _is_region(self) -> bool:
        """Whether the name is that of a region."""
        # Few names are those of villages alone.
        from hwkcli.naming.landscapes import LANDSCAPES

        return self.given.folded in LANDSCAPES

    def _is_abroad(self) -> bool:
        """Whether the name is that of a large city in another country."""
        from hwkcli.naming.cities_abroad import is_city_abroad

        return is_city_abroad(self.given.folded)

    def _may_be_meant(self, part: Place, town: Place) -> bool:
        """Whether a part of a municipality may be meant as well as the one that bears the name: a part of a far greater
        city, or, if it is known well, of any far greater municipality."""
        around = self.known.town(part)
        known = around.kind == "city" or part.confidence in ("high", "medium")
        return known and _is_greater(around, (town,), _FAR_GREATER)


def _rank(place: Place) -> int:
    return _RANKS.get(place.kind, 0)


def _is_greater(first: Place, others: Iterable[Place], times: int) -> bool:
    """Whether a place has so many times the people of each of some others."""
    return all((first.population or 0) >= times * (one.population or 0) for one in others)
