"""The verdicts on one piece of evidence, and what each of the rooms that reach them asks of its parts."""

from collections.abc import Iterable, Sequence

from hwkcli.gazetteer.engine import areas
from hwkcli.gazetteer.engine.parts import Parts
from hwkcli.gazetteer.engine.resolution import Candidate, Resolution, Way
from hwkcli.gazetteer.entries import STRENGTHS, WEAKEST, Hit, Place


class Verdicts:
    """What can be said of one piece of evidence."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.known = parts.known
        self.gazetteer = parts.gazetteer
        self.given = parts.given

    def answered(self, answer: Candidate, way: Way) -> Resolution:
        """One place is meant."""
        return Resolution(self.given, "answered", way, (answer,))

    def ambiguous(self, candidates: Iterable[Candidate]) -> Resolution:
        """Any of several places may be meant."""
        found = {one.place.id: one for one in candidates}
        return Resolution(self.given, "ambiguous", "", tuple(found.values()))

    def conflict(self, candidates: Iterable[Candidate]) -> Resolution:
        """Evidence that contradicts itself: the places of the one half, then those of the postal code."""
        found = {one.place.id: one for one in (*candidates, *self.parts.coded.values())}
        return Resolution(self.given, "conflict", "", tuple(found.values()), at_code=tuple(self.parts.coded.values()))

    def nothing(self) -> Resolution:
        """No place is known."""
        return Resolution(self.given, "none")

    def candidates(self, hits: Iterable[Hit]) -> tuple[Candidate, ...]:
        """The places of some hits, each once."""
        found = {hit.place.id: Candidate(hit.place, hit.how) for hit in hits}
        return tuple(found.values())

    def of_both(self, both: Sequence[Hit]) -> Resolution:
        """Of the places that both a postal code and a name mean, those that bear the name in the strongest way."""
        least = min(map(strength, both))
        strongest = [hit for hit in both if strength(hit) == least]
        towns = {self.known.town(hit.place).id for hit in strongest}
        candidates = self.candidates(strongest)
        if all(self.parts.coded[id].company for id in towns):
            candidates = tuple(one._replace(company=True) for one in candidates)
        if len(towns) > 1:
            return self.ambiguous(candidates)
        way: Way = "locality" if least == WEAKEST else "postal_code+place"
        return Resolution(self.given, "answered", way, candidates)

    def by_code(self) -> Resolution:
        """A postal code alone; one that may have lost its zero is nothing without a Kreis or a Land."""
        found = tuple(self.parts.coded.values())
        is_code = self.given.code_sense == "code" or (self.given.code_sense == "restored" and bool(self.parts.areas))
        if len(found) == 1 and found[0].place.ags and is_code:
            return self.answered(found[0], "postal_code")
        found = found or self.parts.within(tuple(self.parts.maybe.values()))
        return self.ambiguous(found) if found else self.nothing()

    def by_short_code(self) -> Resolution | None:
        """A NUTS code or the plate of cars; None if it is none."""
        found = self.candidates(self.parts.within(areas.by_short_code(self.gazetteer, self.given.folded)))
        return (self.answered(found[0], "kreis") if len(found) == 1 else self.ambiguous(found)) if found else None

    def by_shorter_name(self) -> Candidate | None:
        """The one municipality of a postal code that has the name as a half of its double name (Karlsdorf-Neuthard), or
        behind its title (Stadt Wehlen)."""
        found = self.parts.coded.by_shorter_name(self.given.folded)
        return found[0]._replace(how="alias") if len(found) == 1 else None

    def is_near_code(self, place: Place) -> bool:
        """Whether a municipality has postal codes that begin with the same two digits as those given."""
        return any(code[:2] == one[:2] for one in self.given.codes for code in codes_of(place))


def strength(hit: Hit) -> int:
    """How strongly a hit speaks for its place: 0 for its whole name, more for any other."""
    return STRENGTHS.get(hit.how, 0)


def codes_of(place: Place) -> list[str]:
    """The postal codes of a municipality."""
    return [*place.postal_codes.split(), *place.company_codes.split()]
