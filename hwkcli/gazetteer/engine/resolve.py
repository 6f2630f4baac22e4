"""What evidence means: an answer, several candidates, a contradiction, or nothing. The one engine of `hwk`.

Nothing is guessed. Evidence that agrees is an answer; more evidence confirms it, narrows it, or withdraws it as a
contradiction, and never turns it into another place. What a key decides is in `given_key`, what a postal code and a
known name mean together in `code_and_name`, what a name alone means in `lone_name`, what one that is not known may mean
in `unknown_name`, and what a misspelt word means beside a postal code in `misspelt`.
"""

from collections.abc import Iterable

from hwkcli.gazetteer.engine import misspelt
from hwkcli.gazetteer.engine.code_and_name import CodeAndName
from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.engine.given_key import GivenKey
from hwkcli.gazetteer.engine.known import Known
from hwkcli.gazetteer.engine.lone_name import LoneName
from hwkcli.gazetteer.engine.names import GEMEINDEN, Gazetteer, Named, is_whole, strongest
from hwkcli.gazetteer.engine.parts import TURNED, Parts
from hwkcli.gazetteer.engine.resolution import Candidate, Resolution, Way
from hwkcli.gazetteer.engine.unknown_name import UnknownName
from hwkcli.gazetteer.engine.verdicts import Verdicts
from hwkcli.naming.spelling import is_one_name


class Resolver:
    """Resolves evidence by a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.known = Known(gazetteer)

    def resolve(self, given: Evidence) -> Resolution:
        """What evidence means."""
        if given.code_sense == "abroad":
            return Resolution(given, "none")
        if given.is_digits and (found := self._of_digits_alone(given)):
            return found
        if given.is_code_and_name and " " not in given.folded:
            (near,) = self.misspelt(given.codes, [given.folded])
            if near:
                return Resolution(given, "answered", "near", (near,))
        found = self._resolved(given)
        if found.verdict == "conflict" and (given.kreis or given.key):
            # Little that is said contradicts itself.
            from hwkcli.gazetteer.engine import settled

            return settled.without_contradiction(self.known, self.resolve, given) or found
        if (found.verdict == "none" or found.is_unknown) and " " in given.folded and not given.key:
            # Few texts are unknown otherwise.
            from hwkcli.gazetteer.engine import offices

            return offices.resolution(self.known, self._resolved, given) or found
        return found

    def _resolved(self, given: Evidence) -> Resolution:
        """What evidence means with nothing left out."""
        return _Case(Parts(self.known, given)).resolution()

    def _of_digits_alone(self, given: Evidence) -> Resolution | None:
        """What digits alone mean that are the key of one municipality, or surely a postal code and no key; None where
        there is more to ask."""
        if given.either:
            found = self.known.at_code_alone(given.key) if given.code_sense == "code" else ()
            if len(found) == 1 and found[0].place.ags:
                return Resolution(given, "answered", "postal_code", found)
            return Resolution(given, "ambiguous", "", found) if found else None
        keyed = self.known.gazetteer.of_key(given.key)
        if len(keyed) != 1 or keyed[0].kind not in GEMEINDEN:
            return None
        return Resolution(given, "answered", "key", (Candidate(keyed[0], "key"),))

    def misspelt(self, codes: tuple[str, ...], words: Iterable[str]) -> list[Candidate | None]:
        """What each of some folded words means beside postal codes, if nothing bears it, and it looks like one name
        there; None where there is more to ask."""
        return misspelt.meant(self.known, codes, words)


class _Case(Verdicts):
    """What all parts of one piece of evidence mean together."""

    def resolution(self) -> Resolution:
        """What the evidence means."""
        given = self.given
        if given.either:
            return self._of_digits()
        if given.is_code_and_name and (found := self._by_code_and_whole_name()):
            return found
        keyed = self.parts.read_key()
        named = self.parts.read_name()
        self.parts.read_areas()
        self.parts.read_codes()
        hits = self.parts.within(named.hits)
        inside = named if hits is named.hits else named._replace(hits=hits)
        coded = self.parts.coded_within()
        if named.hits and not inside.hits:
            at_code = [hit for hit in named.hits if self.known.town(hit.place).id in self.parts.coded]
            return self.conflict(self.candidates(at_code or named.hits))
        if self.parts.coded and not coded and not keyed:
            if found := self._by_position_and_name(inside):
                return found
            return self.conflict((*self.candidates(inside.hits), *self.parts.coded.values()))
        self.parts.coded = coded
        if keyed:
            return GivenKey(self.parts).resolution(keyed, inside)
        if given.codes and not coded and (kreis := self._kreis_of_code(inside)):
            return self.answered(kreis, "key")
        if given.code_sense == "unclear":
            return self.conflict(self.candidates(inside.hits)) if inside.hits else self.nothing()
        if inside.several and not (inside.added and given.codes):
            # A Kreis is one of them, not what is around its town.
            is_area = any(hit.place.kind == "kreis" for hit in inside.hits)
            if len(given.codes) == len(coded) > 1:
                # `61348 Bad Homburg, 61169 Friedberg` says of both which ones they are.
                return self.ambiguous(tuple(coded.values()))
            return self.ambiguous(self.candidates(inside.hits))._replace(is_area=is_area)
        if inside.hits:
            if given.codes:
                return CodeAndName(self.parts).resolution(inside)
            return LoneName(self.parts).resolution(inside)
        if given.folded and not given.may_be_street and not self.parts.is_area:
            return UnknownName(self.parts).resolution()
        return self.by_code() if given.codes else self._by_areas()

    def _by_code_and_whole_name(self) -> Resolution | None:
        """Postal codes and one name: what bears it there is meant, whatever bears it elsewhere, and what nothing bears
        is misspelt. None where there is more to ask."""
        self.parts.read_codes()
        name = self.given.folded
        here = strongest(self.gazetteer.hits_in(name, self.parts.coded))
        if here and (is_one_name(name) or any(map(is_whole, here))):
            return self.of_both(here)
        if here or not self.parts.coded or (" " in name and self._may_mean_something()):
            return None
        return UnknownName(self.parts).resolution() if self.known.is_unknown(name) else None

    def _may_mean_something(self) -> bool:
        """Whether several words may mean something although one of them surely says nothing: as a street, by what
        stands before a separator or in one of several lines, or with both sides of a separator turned round."""
        given = self.given
        return given.may_be_street or given.has_part or bool(given.lines) or given.tail in TURNED

    def _by_position_and_name(self, named: Named) -> Resolution | None:
        """The one municipality that a position and a name mean beside a postal code that is not listed for it, but
        begins as its own do; None if there is none."""
        hits = [hit for hit in named.hits if hit.place.kind not in ("kreis", "land")]
        towns = {town.id: town for town in (self.known.town(hit.place) for hit in hits)}
        if self.given.around is None or len(towns) != 1 or not all(map(self.is_near_code, towns.values())):
            return None
        return self.answered(self.candidates(hits)[0], "place" if is_whole(hits[0]) else "locality")

    def _of_digits(self) -> Resolution:
        """Four or five digits: a postal code, a key, or both; a key that is no more gives way to a postal code."""
        self.parts.read_areas()
        self.parts.read_codes()
        anywhere = self.parts.coded
        self.parts.coded = self.parts.coded_within()
        is_code = self.parts.coded and self.given.code_sense == "code"
        of_key = self.parts.of_key_of_today if is_code else self.parts.of_key
        hits = of_key(self.given.key)
        keyed = self.candidates(self.parts.within(hits))
        if not keyed and not self.parts.coded and (hits or anywhere):
            return self.conflict((*anywhere.values(), *self.candidates(hits)))
        at_code = tuple(self.parts.coded.values()) or self.parts.within(tuple(self.parts.maybe.values()))
        if keyed and at_code:
            return self.ambiguous((*at_code, *keyed))
        if keyed:
            way: Way = "key" if keyed[0].how == "key" else "former_key"
            return self.answered(keyed[0], way) if len(keyed) == 1 else self.ambiguous(keyed)
        return self.by_code()

    def _kreis_of_code(self, named: Named) -> Candidate | None:
        """The Kreis or kreisfreie Stadt of which a text has the key before or behind its name (`05978 Unna`), where no
        postal code has these digits."""
        kreise = {
            place.id for code in self.given.codes if code in self.given.query for place in self.gazetteer.of_key(code)
        }
        hits = (*named.hits, *(hit for area in self.parts.areas for hit in area)) if kreise else ()
        return next((self.candidates([hit])[0] for hit in hits if hit.place.id in kreise), None)

    def _by_areas(self) -> Resolution:
        """A Kreis or a Land alone, or a position in it."""
        if self.given.around is not None and (near := self.parts.at_position()):
            here = tuple(one for one in near if self.parts.lies_within(one.place))
            if len(here) == 1 and "" not in self.given.around:
                return self.answered(here[0]._replace(how="position"), "position")
            return self.ambiguous(here) if here else self.conflict(near)
        padded = self.given.key.endswith("000")
        if self.parts.kreis_is_unknown:
            # Few Kreise are misspelt.
            from hwkcli.gazetteer.engine import kreis_forms

            alike = self.parts.within(kreis_forms.near(self.gazetteer, self.given.kreis))
            return self.nothing()._replace(candidates=self.candidates(alike))
        if not self.parts.areas or (self.parts.key_is_unknown and not padded and len(self.parts.areas) == 1):
            return self.nothing()
        narrowest = max(self.parts.areas, key=lambda area: all(hit.place.kind != "land" for hit in area))
        found = self.candidates(self.parts.within(narrowest))
        if len(found) != 1:
            several = self.ambiguous(found)._replace(is_area=self.parts.is_area)
            return several if found else self.conflict(self.candidates(narrowest))
        kind = found[0].place.kind
        way: Way = "land" if kind == "land" else "kreis"
        if self.given.key:
            way = "former_key" if found[0].how == "former_key" else "key"
        return self.answered(found[0], way)
