"""What evidence means: an answer, several candidates, a contradiction, or nothing. The one engine of `hwk`.

Nothing is guessed. Evidence that agrees is an answer; more evidence confirms it, narrows it, or withdraws it as a
contradiction, and never turns it into another place.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from hwkcli.gazetteer import areas
from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.evidence import Evidence, Sense
from hwkcli.gazetteer.names import (
    GEMEINDEN,
    NOBODY,
    STRENGTHS,
    Gazetteer,
    Named,
    called,
    halves,
    heads,
    is_whole,
    meaning,
    strung_together,
    town_of,
)
from hwkcli.naming.similar import nearest
from hwkcli.naming.spelling import untitled

Verdict = Literal["answered", "ambiguous", "conflict", "none"]
Way = Literal["key", "former_key", "postal_code+place", "postal_code", "place", "locality", "near", "kreis", "land", ""]
"""By which evidence an answer was found. Empty without an answer."""

_RANKS = {"kreis": 1, "land": 2, "locality": 3}
"""What wins over what: a municipality over a Kreis, that over a Land, that over a locality."""
_FAR_GREATER = 10
"""A whole name stands for the municipality that bears it, although others bear it with an addition, where that has
so many times the people of the next one."""
_GREATER = 2
"""A short name stands for a town, although localities bear it, where the town has so many times the people of the
municipalities that these are parts of."""


class Candidate(NamedTuple):
    """A place that evidence may mean, and why."""

    place: Place
    how: str
    """How the place answers to it: one of `hwkcli.model.HOWS`."""
    company: bool = False
    """Whether all that is known of the postal code is that companies have it, which is of lower trust."""


class Resolution(NamedTuple):
    """What evidence means."""

    evidence: Evidence
    verdict: Verdict
    way: Way = ""
    candidates: tuple[Candidate, ...] = ()
    """The places that it may mean; of an answer, that comes first, and what else bears the name follows."""
    lone: bool = False
    """Whether the answer rests on the name of a locality alone, of which there may be others."""
    at_code: tuple[Candidate, ...] = ()
    """Without an answer: what the postal code belongs to."""

    @property
    def answer(self) -> Candidate | None:
        """The one place that is the answer; None without one."""
        return self.candidates[0] if self.verdict == "answered" else None


class Resolver:
    """Resolves evidence by a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.kreise = lru_cache(1 << 12)(lambda text: areas.kreise(gazetteer, text))
        """The Kreise that a text means."""
        self.laender = lru_cache(1 << 8)(lambda text: areas.laender(gazetteer, text))
        """The Länder that a text means."""

    def resolve(self, given: Evidence) -> Resolution:
        """What evidence means."""
        if given.code_sense is Sense.ABROAD:
            return Resolution(given, "none")
        return _Case(self, given).resolution()

    def town(self, place: Place) -> Place:
        """The municipality that a place is or lies in; the place itself where that is not known."""
        return town_of(self.gazetteer, place)


class _Case:
    """One piece of evidence: what each part of it means, and then what all of it does."""

    def __init__(self, resolver: Resolver, given: Evidence) -> None:
        self.resolver = resolver
        self.gazetteer = resolver.gazetteer
        self.given = given
        self.areas: list[tuple[Hit, ...]] = []
        """The Kreise or Länder in one of which an answer lies, for each part of the evidence that says so."""
        self.coded: dict[int, Candidate] = {}
        """What the postal codes belong to, by the id of the municipality (or of a locality of an unknown one)."""
        self.maybe: dict[int, Candidate] = {}
        """What they may belong to."""

    def resolution(self) -> Resolution:
        """What the evidence means."""
        given = self.given
        if given.either:
            return self._of_digits()
        keyed = self._read_key()
        named = self._read_name()
        self._read_areas()
        self._read_codes()
        inside = named._replace(hits=self._within(named.hits))
        coded = {id: one for id, one in self.coded.items() if self._lies_within(one.place)}
        if named.hits and not inside.hits:
            return self._conflict(self._candidates(named.hits))
        if self.coded and not coded and not keyed:
            return self._conflict((*self._candidates(inside.hits), *self.coded.values()))
        self.coded = coded
        if keyed:
            return self._by_key(keyed, inside)
        if given.code_sense is Sense.UNCLEAR:
            return self._conflict(self._candidates(inside.hits)) if inside.hits else self._nothing()
        if inside.several:
            return self._open(self._candidates(inside.hits))
        if inside.hits:
            return self._by_code_and_name(inside) if given.codes else self._by_name(inside)
        if given.folded and not given.may_be_street and not self._named_areas:
            return self._by_unknown_name()
        return self._by_code() if given.codes else self._by_areas()

    # What each part of the evidence means

    def _read_key(self) -> tuple[Candidate, ...]:
        """The municipality of the key, or what became of a former one; a Kreis or a Land is an area."""
        key = self.given.key
        if not key:
            return ()
        hits = self._of_key(key)
        if len(key) <= 5:
            self.areas += [hits] if hits else []
            return ()
        towns = tuple(Candidate(hit.place, hit.how) for hit in hits if hit.place.kind in GEMEINDEN)
        kreis = () if towns else tuple(hit for hit in self.gazetteer.hits(key[:5]) if hit.how == "key")
        # Of a municipality that is not known, the Kreis may be; it narrows, but is no answer.
        self.areas += [kreis] if kreis else []
        self._key_is_unknown = bool(kreis)
        return towns

    def _of_key(self, key: str) -> tuple[Hit, ...]:
        """The places of a key; of a former one, those that are in its place today."""
        hits = tuple(hit for hit in self.gazetteer.hits(key) if hit.how in ("key", "former_key"))
        return hits or (self.gazetteer.former(key) if len(key) in (5, 8) else ())

    def _read_name(self) -> Named:
        """What the name means: municipalities and localities; a Kreis or a Land, where it is no municipality, is an
        area."""
        given = self.given
        named = meaning(self.gazetteer, given.full) if given.full else NOBODY
        if not named.hits and given.folded:
            named = self._meaning(given.folded, given.head, given.tail, given.has_part)
        if given.second:
            named = self._with_second(named, meaning(self.gazetteer, given.second))
        regions = tuple(hit for hit in named.hits if hit.place.kind in ("kreis", "land"))
        if not regions or any(hit.place.kind in GEMEINDEN for hit in named.hits):
            return named
        parts = tuple(hit for hit in named.hits if hit not in regions)
        if parts and any(self.resolver.town(hit.place).id in self._ids_at_codes() for hit in parts):
            return named._replace(hits=parts)
        if given.codes or given.key or not parts:
            self.areas.append(regions)
            self._named_areas = True
            return NOBODY
        return named

    _key_is_unknown = False
    """Whether the key is that of no municipality."""
    _named_areas = False
    """Whether the name is that of a Kreis or a Land."""

    def _meaning(self, whole: str, head: str, tail: str, has_part: bool) -> Named:
        """What a name means that may have a part behind a separator."""
        named = meaning(self.gazetteer, whole)
        if " " not in whole or (named.hits and not named.composed):
            return named
        if has_part:
            return named if named.hits else meaning(self.gazetteer, head)
        several = () if self.given.in_brackets else self._several(whole, head, tail)
        if several and (not named.hits or not any(hit.place.kind == "locality" for hit in named.hits)):
            return Named(several, several=True)
        if several and {hit.place.id for hit in several} <= self._ids_at_codes():
            return Named(several, several=True)
        if named.hits or not head:
            return named
        around = [hit for hit in called(self.gazetteer, tail) if hit.place.kind in ("kreis", "land", "city")]
        first = meaning(self.gazetteer, head)
        if first.hits and around and all(is_whole(hit) or hit.place.kind != "city" for hit in around):
            # Where the name says it lies, it does not.
            self.areas.append(tuple(around))
            return first
        return NOBODY

    def _several(self, whole: str, head: str, tail: str) -> tuple[Hit, ...]:
        """The municipalities of which a text is the whole names, one after another; empty if it is not."""
        first, second = (self._whole(head), self._whole(tail)) if head else ((), ())
        if first and second and not {hit.place.id for hit in first} & {hit.place.id for hit in second}:
            return (*first, *second)
        return strung_together(self.gazetteer, whole)

    def _whole(self, key: str) -> tuple[Hit, ...]:
        """The municipalities of which a folded name is the whole one."""
        return tuple(hit for hit in meaning(self.gazetteer, key).hits if is_whole(hit))

    def _with_second(self, named: Named, second: Named) -> Named:
        """What a name means beside another one for the same place, which is that of the municipality."""
        towns = {hit.place.id for hit in second.hits if hit.place.kind in GEMEINDEN}
        if not towns:
            return named
        both = tuple(hit for hit in named.hits if self.resolver.town(hit.place).id in towns)
        if both:
            return Named(both, composed=True)
        if any(hit.place.kind in GEMEINDEN for hit in named.hits):
            return Named((*named.hits, *second.hits), several=True)
        return second._replace(composed=True)

    def _read_areas(self) -> None:
        """The Kreise and Länder that the evidence names as such. What is none is no evidence."""
        for found in (
            self.resolver.kreise(self.given.kreis) if self.given.kreis else (),
            self.resolver.laender(self.given.land) if self.given.land else (),
        ):
            if found:
                self.areas.append(found)

    def _ids_at_codes(self) -> set[int]:
        if not self.coded:
            self._read_codes()
        return set(self.coded)

    def _read_codes(self) -> None:
        """What the postal codes belong to."""
        if self.coded or self.maybe:
            return
        for code in self.given.codes:
            for hit in self.gazetteer.hits(code):
                if hit.how in ("postal_code", "at", "company"):
                    town = self.resolver.town(hit.place)
                    known = self.coded.get(town.id)
                    if known is None or known.company:
                        self.coded[town.id] = Candidate(town, "postal_code", hit.how == "company")
                elif hit.how == "maybe":
                    town = self.resolver.town(hit.place)
                    self.maybe[town.id] = Candidate(town, "postal_code")
        self.coded = dict(sorted(self.coded.items()))

    def _lies_within(self, place: Place) -> bool:
        """Whether a place lies in all of the areas."""
        inside = self.given.inside
        if inside is not None and place.kreis_key not in inside and place.ags not in inside:
            return False
        return all(any(_begins(place, hit.place) for hit in area) for area in self.areas)

    def _within(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        if not self.areas and self.given.inside is None:
            return hits
        return tuple(hit for hit in hits if self._lies_within(hit.place))

    # What all of it means

    def _of_digits(self) -> Resolution:
        """Four or five digits: a postal code, a key, or both."""
        self._read_codes()
        keyed = self._candidates(self._within(self._of_key(self.given.key)))
        self.coded = {id: one for id, one in self.coded.items() if self._lies_within(one.place)}
        if keyed and (self.coded or self.maybe):
            return self._open((*(self.coded or self.maybe).values(), *keyed))
        if keyed:
            way: Way = "key" if keyed[0].how == "key" else "former_key"
            return self._answered(keyed[0], way) if len(keyed) == 1 else self._open(keyed)
        return self._by_code()

    def _by_key(self, keyed: tuple[Candidate, ...], named: Named) -> Resolution:
        """The municipality of the key, or one of those that a former one became, unless the postal code or the place
        contradicts it."""
        given = self.given
        keyed = tuple(one for one in keyed if self._lies_within(one.place))
        towns = {self.resolver.town(hit.place).id for hit in named.hits}
        known = bool(named.hits)
        if given.folded and not known:
            towns = {id for one in keyed if self._begins_with_name(one.place) for id in (one.place.id,)}
        by_name = tuple(one for one in keyed if one.place.id in towns)
        by_code = tuple(one for one in keyed if one.place.id in self.coded)
        clear = given.code_sense is not Sense.UNCLEAR
        if by_name:
            pool = tuple(one for one in by_name if one in by_code)
            if not pool and (given.codes or not clear):
                pool = tuple(one for one in by_name if self._is_near_code(one.place))
            pool = pool or (by_name if not given.codes and clear else ())
        elif known:
            contradicts = any(self._is_serious(hit) for hit in named.hits)
            pool = () if contradicts or not clear else by_code if given.codes else keyed
        elif given.codes:
            near = keyed if not self.coded else ()
            pool = by_code or tuple(one for one in near if self._is_near_code(one.place))
        else:
            pool = keyed if clear else ()
        if len(pool) == 1:
            return self._answered(pool[0], "former_key" if pool[0].how == "former_key" else "key")
        if pool:
            return self._open(pool)
        return self._conflict((*keyed, *self.coded.values(), *self._candidates(named.hits)))

    def _begins_with_name(self, place: Place) -> bool:
        """Whether the name, which is not known as a whole, begins with one of a municipality."""
        words = self.given.folded.split()
        first = (*([self.given.head] if self.given.head else []), *heads(words))
        return any(hit.place.id == place.id for head in first for hit in self.gazetteer.hits(head))

    def _is_near_code(self, place: Place) -> bool:
        """Whether a municipality has postal codes that begin with the same two digits as those given."""
        return any(code[:2] == one[:2] for one in self.given.codes for code in _codes(place))

    def _is_serious(self, hit: Hit) -> bool:
        """Whether a name that means a place elsewhere says that an address is there, and is not just that of an unknown
        part of the municipality of the key: if it is that of a town, or of a municipality in the region."""
        if hit.place.kind not in GEMEINDEN:
            return False
        return hit.place.kind in ("city", "town") or not self.given.codes or self._is_near_code(hit.place)

    def _by_name(self, named: Named) -> Resolution:
        """A name without a postal code: what bears it as its whole name, before what is only called so for short; a
        municipality before a Kreis, that before a Land and a locality."""
        hits = sorted(named.hits, key=lambda hit: (_rank(hit.place), _strength(hit), hit.place.id))
        candidates = self._candidates(hits)
        first = hits[0].place
        others = [hit for hit in hits[1:] if _rank(hit.place) == _rank(first)]
        narrowed = named.composed or bool(self.areas)
        if first.kind == "locality":
            if len({self.resolver.town(hit.place).id for hit in hits}) > 1:
                return self._open(candidates)
            if first.confidence == "low" and not narrowed:
                return Resolution(self.given, "none", candidates=candidates)
            return Resolution(self.given, "answered", "locality", candidates, lone=not narrowed)
        if others and not (_strength(hits[0]) == 0 and _is_greater(first, (hit.place for hit in others), _FAR_GREATER)):
            return self._open(candidates)
        parts = [self.resolver.town(hit.place) for hit in hits if hit.place.kind == "locality"]
        if not narrowed and first.kind in GEMEINDEN:
            if any(town.kind == "city" and _is_greater(town, (first,), _FAR_GREATER) for town in parts):
                return self._open(candidates)
            # A part of a municipality may bear as its whole name what is only short for that of another one.
            sure = first.kind in ("city", "town") and _is_greater(first, parts, _GREATER)
            if _strength(hits[0]) and not sure:
                return self._open(candidates)
        way: Way = "kreis" if first.kind == "kreis" else "land" if first.kind == "land" else "place"
        return Resolution(self.given, "answered", way, candidates, lone=bool(others) and not narrowed)

    def _by_code(self) -> Resolution:
        """A postal code alone; one that may have lost its zero is nothing by itself."""
        found = tuple(self.coded.values())
        if len(found) == 1 and found[0].place.ags and self.given.code_sense is Sense.CODE:
            return self._answered(found[0], "postal_code")
        found = found or tuple(self.maybe.values())
        return self._open(found) if found else self._nothing()

    def _by_areas(self) -> Resolution:
        """A Kreis or a Land alone."""
        padded = self.given.key.endswith("000")
        if not self.areas or (self._key_is_unknown and not padded and len(self.areas) == 1):
            return self._nothing()
        narrowest = max(self.areas, key=lambda area: min(_rank(hit.place) != 2 for hit in area))
        found = self._candidates(self._within(narrowest))
        if len(found) != 1:
            return self._open(found) if found else self._conflict(self._candidates(narrowest))
        kind = found[0].place.kind
        way: Way = "land" if kind == "land" else "kreis"
        if self.given.key:
            way = "former_key" if found[0].how == "former_key" else "key"
        return self._answered(found[0], way)

    def _by_code_and_name(self, named: Named) -> Resolution:
        """A postal code and a known name: the places that both mean."""
        if not self.coded:
            return self._by_unknown_code(named)
        both = [hit for hit in named.hits if self.resolver.town(hit.place).id in self.coded]
        if both:
            return self._of_both(both)
        # By the position of a place only the code is that of the municipality; its own name says so, too.
        if weak := [hit for hit in named.hits if is_whole(hit) and hit.place.id in self.maybe]:
            return self._answered(self._candidates(weak)[0], "place")
        if self.given.may_be_street:
            return self._by_code()
        half = self._half()
        if half and not any(is_whole(hit) and self._is_near_code(hit.place) for hit in named.hits):
            return self._answered(half, "locality")
        near = [hit for hit in named.hits if self._is_in_neighbourhood(hit, len(named.hits))]
        towns = [hit.place for hit in named.hits if is_whole(hit)]
        whole = any(town.kind in ("city", "town") or self._is_near_code(town) for town in towns)
        if near and not whole and len({self.resolver.town(hit.place).id for hit in near}) == 1:
            return self._answered(self._candidates(near)[0], "locality")
        return self._conflict(self._candidates(hit for hit in named.hits if hit.place.kind not in ("kreis", "land")))

    def _of_both(self, both: Sequence[Hit]) -> Resolution:
        """Of the places that both a postal code and a name mean, those that bear the name in the strongest way."""
        strength = min(_strength(hit) for hit in both)
        strongest = [hit for hit in both if _strength(hit) == strength]
        company = all(self.coded[self.resolver.town(hit.place).id].company for hit in strongest)
        candidates = tuple(one._replace(company=company) for one in self._candidates(strongest))
        if len({self.resolver.town(hit.place).id for hit in strongest}) > 1:
            return self._open(candidates)
        way: Way = "locality" if strength == 2 else "postal_code+place"
        return Resolution(self.given, "answered", way, candidates)

    def _is_in_neighbourhood(self, hit: Hit, namesakes: int) -> bool:
        """Whether a locality lies close to where a postal code is that does not have it: in the same Kreis; or, if it
        is the only one of its name, where the codes begin with the same three digits."""
        if hit.place.kind != "locality" or not hit.place.ags:
            return False
        if hit.place.kreis_key in {one.place.kreis_key for one in self.coded.values()}:
            return True
        districts = {code[:3] for code in _codes(self.resolver.town(hit.place))}
        return namesakes == 1 and any(code[:3] in districts for code in self.given.codes)

    def _by_unknown_code(self, named: Named) -> Resolution:
        """A known name beside a postal code that is in no table: the municipality of that name at whose codes it is."""
        if self.given.may_be_street:
            return self._nothing()
        candidates = self._candidates(named.hits)
        towns = [(hit, self.resolver.town(hit.place)) for hit in named.hits]
        if not any(self._is_near_code(town) for _, town in towns):
            return self._conflict(candidates)
        close = [
            hit for hit, town in towns if any(code[:3] == one[:3] for one in self.given.codes for code in _codes(town))
        ]
        found = [hit for hit in close if hit.place.kind in GEMEINDEN]
        if len(found) == 1 and len(close) == 1:
            sure = is_whole(found[0]) or found[0].place.kind in ("city", "town") or named.composed
            if sure:
                return self._answered(self._candidates(found)[0], "place")
        # The only place of its name, where the code may well be one of its municipality.
        if len(named.hits) == 1 and named.hits[0].place.confidence == "high" and self._is_near_code(towns[0][1]):
            return self._answered(candidates[0], "locality")
        return self._open(candidates)

    def _by_unknown_name(self) -> Resolution:
        """A name that is not known as it stands: by the first words of it, misspelt at the postal code, or nothing."""
        if not self.coded:
            return self._by_misspelt_name()
        words = self.given.folded.split()
        if half := self._half():
            return self._answered(half, "locality")
        for rest, _ in untitled(self.given.folded):
            if here := self._here(rest):
                return self._of_both(here)
        first = self._here(self.given.head) if self.given.head else ()
        first = first or next((here for head in heads(words) if (here := self._here(head))), ())
        near = self._nearest(self.given.folded)
        if first and (not near or {hit.place.id for hit in first} & {one.place.id for one in near}):
            found = self._of_both(first)
            return found._replace(way="locality") if found.way else found
        if first or len(near) > 1:
            return self._open((*self._candidates(first), *near))
        if not near and len(words) > 1:
            near = self._nearest(self.given.head or words[0])
        if len(near) == 1:
            return self._answered(near[0], "near")
        elsewhere = tuple(hit for head in heads(words) if len(head) > 3 for hit in self._whole_of(head))
        if elsewhere:
            return self._conflict(self._candidates(elsewhere))
        alike = self._alike()
        if any(one.place.kind == "city" or self._is_near_code(one.place) for one in alike):
            return self._conflict(alike)
        return Resolution(self.given, "none", candidates=tuple(self.coded.values()), at_code=tuple(self.coded.values()))

    def _by_misspelt_name(self) -> Resolution:
        """A name that is known nowhere, without a postal code: what looks like it is no answer."""
        alike = tuple(one for one in self._alike() if self._lies_within(one.place))
        if self.given.short and (hits := self._within(areas.by_short_code(self.gazetteer, self.given.folded))):
            found = self._candidates(hits)
            return self._answered(found[0], "kreis") if len(found) == 1 else self._open(found)
        if not self.areas:
            return Resolution(self.given, "none", candidates=alike)
        (*_, narrowest) = self.areas
        return self._open(alike or self._candidates(narrowest))

    def _whole_of(self, key: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.gazetteer.hits(key) if hit.how in STRENGTHS and is_whole(hit))

    def _here(self, key: str) -> tuple[Hit, ...]:
        """The places at the postal code that a folded name means."""
        hits = (hit for hit in self.gazetteer.hits(key) if hit.how in STRENGTHS)
        return tuple(hit for hit in hits if self.resolver.town(hit.place).id in self.coded)

    def _half(self) -> Candidate | None:
        """The one municipality of a postal code that has the name as a half of its double name."""
        found = [one for one in self.coded.values() if one.place.ags and self.given.folded in halves(one.place)]
        return found[0]._replace(how="alias") if len(found) == 1 else None

    def _nearest(self, key: str) -> tuple[Candidate, ...]:
        """What a misspelt name means among the places of the postal code; several where it is not clear."""
        names = [(name, id) for id, one in self.coded.items() for name in self.gazetteer.names_in(one.place)]
        found = nearest(key, [name for name, _ in names], alone=len(self.coded) == 1)
        ids = dict.fromkeys(names[at][1] for at in found)
        return tuple(self.coded[id]._replace(how="near") for id in sorted(ids))

    def _alike(self) -> tuple[Candidate, ...]:
        """The municipalities anywhere whose name differs from the name in one letter, or in two swapped."""
        if not 4 <= len(self.given.folded) <= 60:
            return ()
        hits = (hit for name in self.gazetteer.alike(self.given.folded) for hit in self.gazetteer.hits(name))
        return self._candidates([hit for hit in hits if hit.place.kind in GEMEINDEN and hit.how in STRENGTHS])

    # Verdicts

    def _candidates(self, hits: Iterable[Hit]) -> tuple[Candidate, ...]:
        found = {hit.place.id: Candidate(hit.place, hit.how) for hit in hits}
        return tuple(found.values())

    def _answered(self, answer: Candidate, way: Way) -> Resolution:
        return Resolution(self.given, "answered", way, (answer,))

    def _open(self, candidates: Iterable[Candidate]) -> Resolution:
        found = {one.place.id: one for one in candidates}
        return Resolution(self.given, "ambiguous", "", tuple(found.values()))

    def _conflict(self, candidates: Iterable[Candidate]) -> Resolution:
        """Evidence that contradicts itself: the places of the one half, then those of the postal code."""
        found = {one.place.id: one for one in (*candidates, *self.coded.values())}
        return Resolution(self.given, "conflict", "", tuple(found.values()), at_code=tuple(self.coded.values()))

    def _nothing(self) -> Resolution:
        return Resolution(self.given, "none")


def _rank(place: Place) -> int:
    return _RANKS.get(place.kind, 0)


def _begins(place: Place, area: Place) -> bool:
    """Whether a place lies in a Kreis or a Land, or is it."""
    if area.kind == "land" or area.name == area.land:
        return place.land_key == area.land_key
    return place.kreis_key == area.kreis_key if area.kind in ("kreis", "city") else place.ags == area.ags


def _strength(hit: Hit) -> int:
    return STRENGTHS.get(hit.how, 0)


def _is_greater(first: Place, others: Iterable[Place], times: int) -> bool:
    """Whether a place has so many times the people of each of some others."""
    return all((first.population or 0) >= times * (one.population or 0) for one in others)


def _codes(place: Place) -> list[str]:
    """The postal codes of a municipality."""
    return [*place.postal_codes.split(), *place.company_codes.split()]
