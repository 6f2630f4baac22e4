"""What evidence means: an answer, several candidates, a contradiction, or nothing. The one engine of `hwk`.

Nothing is guessed. Evidence that agrees is an answer; more evidence confirms it, narrows it, or withdraws it as a
contradiction, and never turns it into another place.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from hwkcli.gazetteer import areas
from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.evidence import Evidence, Sense
from hwkcli.gazetteer.known import Known
from hwkcli.gazetteer.names import GEMEINDEN, STRENGTHS, Gazetteer, Named, halves, heads, is_respelt, is_whole
from hwkcli.gazetteer.parts import Parts
from hwkcli.gazetteer.resolution import Candidate, Resolution, Way
from hwkcli.naming.fold import fold
from hwkcli.naming.similar import nearest
from hwkcli.naming.spelling import untitled

_RANKS = {"kreis": 1, "land": 2, "locality": 3}
"""What wins over what: a municipality over a Kreis, that over a Land, that over a locality."""
_FAR_GREATER = 10
"""A whole name stands for the municipality that bears it, although others bear it with an addition, where that has
so many times the people of the next one."""
_GREATER = 2
"""A name stands for a municipality beyond doubt, although localities elsewhere bear it, where it has so many times the
people of each municipality that these are parts of."""


class Resolver:
    """Resolves evidence by a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.known = Known(gazetteer)

    def resolve(self, given: Evidence) -> Resolution:
        """What evidence means."""
        if given.code_sense is Sense.ABROAD:
            return Resolution(given, "none")
        return _Case(Parts(self.known, given)).resolution()


class _Case:
    """What all parts of one piece of evidence mean together."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.known = parts.known
        self.gazetteer = parts.gazetteer
        self.given = parts.given

    def resolution(self) -> Resolution:
        """What the evidence means."""
        given = self.given
        if given.either:
            return self._of_digits()
        keyed = self.parts.read_key()
        named = self.parts.read_name()
        self.parts.read_areas()
        self.parts.read_codes()
        hits = self.parts.within(named.hits)
        inside = named if hits is named.hits else named._replace(hits=hits)
        coded = self.parts.coded_within()
        if named.hits and not inside.hits:
            return self._conflict(self._candidates(named.hits))
        if self.parts.coded and not coded and not keyed:
            return self._conflict((*self._candidates(inside.hits), *self.parts.coded.values()))
        self.parts.coded = coded
        if keyed:
            return self._by_key(keyed, inside)
        if given.code_sense is Sense.UNCLEAR:
            return self._conflict(self._candidates(inside.hits)) if inside.hits else self._nothing()
        if inside.several:
            return self._open(self._candidates(inside.hits))
        if inside.hits:
            return self._by_code_and_name(inside) if given.codes else self._by_name(inside)
        if given.folded and not given.may_be_street and not self.parts.is_area:
            return self._by_unknown_name()
        return self._by_code() if given.codes else self._by_areas()

    # What all of it means

    def _of_digits(self) -> Resolution:
        """Four or five digits: a postal code, a key, or both; a key that is no more gives way to a postal code."""
        self.parts.read_codes()
        keyed = self._candidates(self.parts.within(self.parts.of_key(self.given.key)))
        self.parts.coded = self.parts.coded_within()
        if self.parts.coded and self.given.code_sense is Sense.CODE:
            keyed = tuple(one for one in keyed if one.how == "key")
        if keyed and (self.parts.coded or self.parts.maybe):
            return self._open((*(self.parts.coded or self.parts.maybe).values(), *keyed))
        if keyed:
            way: Way = "key" if keyed[0].how == "key" else "former_key"
            return self._answered(keyed[0], way) if len(keyed) == 1 else self._open(keyed)
        return self._by_code()

    def _by_key(self, keyed: tuple[Candidate, ...], named: Named) -> Resolution:
        """The municipality of the key, or one of those that a former one became, unless the postal code or the place
        contradicts it."""
        given = self.given
        known_keyed, keyed = keyed, tuple(one for one in keyed if self.parts.lies_within(one.place))
        towns = {self.known.town(hit.place).id for hit in named.hits}
        known = bool(named.hits)
        if given.folded and not known:
            towns = {id for one in keyed if self._begins_with_name(one.place) for id in (one.place.id,)}
        by_name = tuple(one for one in keyed if one.place.id in towns)
        by_code = tuple(one for one in keyed if one.place.id in self.parts.coded)
        clear = given.code_sense is not Sense.UNCLEAR
        if by_name:
            pool = tuple(one for one in by_name if one in by_code)
            if not pool and (given.codes or not clear):
                pool = tuple(one for one in by_name if self._is_near_code(one.place))
            pool = pool or (by_name if not given.codes and clear else ())
        elif known:
            contradicts = any(self._is_serious(hit) for hit in named.hits) or self._answers_elsewhere(keyed, named)
            pool = () if contradicts or not clear else by_code if given.codes else keyed
        elif given.codes:
            near = keyed if not self.parts.coded else ()
            pool = by_code or tuple(one for one in near if self._is_near_code(one.place))
        else:
            pool = keyed if clear else ()
        if len(pool) == 1:
            return self._answered(pool[0], "former_key" if pool[0].how == "former_key" else "key")
        if pool:
            return self._open(pool)
        return self._conflict((*known_keyed, *self.parts.coded.values(), *self._candidates(named.hits)))

    def _answers_elsewhere(self, keyed: tuple[Candidate, ...], named: Named) -> bool:
        """Whether the name, with the postal code if there is one, would be an answer without the key, and another."""
        rest = self._by_code_and_name(named) if self.given.codes else self._by_name(named)
        if rest.answer is None or rest.lone:
            return False
        return self.known.town(rest.answer.place).id not in {one.place.id for one in keyed}

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
        """A name without a postal code: what is written so, before what is only read so (Munster, Münster); a
        municipality before a Kreis, that before a Land and a locality; what bears it as its whole name, before what is
        only called so for short. Where that leaves several, the largest of them come first."""
        order = self._order(named)
        by_size = sorted(named.hits, key=order)
        hits = sorted(by_size, key=lambda hit: (*order(hit)[:2], _strength(hit)))
        candidates = self._candidates(hits)
        first = hits[0].place
        # A plate is what is written; that a hamlet reads like it (OD, Öd) says less.
        only_read = first.kind == "locality" and is_respelt(first.name, self.given.folded)
        if self.given.short and only_read and (of_code := self._by_short_code()):
            return of_code
        others = [hit for hit in hits[1:] if _rank(hit.place) == _rank(first)]
        narrowed = named.composed or self.parts.is_narrowed
        if first.kind == "locality":
            if len({self.known.town(hit.place).id for hit in hits}) > 1:
                return self._open(candidates)
            if first.confidence == "low" and not narrowed:
                return Resolution(self.given, "none", candidates=candidates)
            return Resolution(self.given, "answered", "locality", candidates, lone=not narrowed)
        if others and not (_strength(hits[0]) == 0 and _is_greater(first, (hit.place for hit in others), _FAR_GREATER)):
            return self._open(self._candidates(by_size))
        parts = [self.known.town(hit.place) for hit in hits if hit.place.kind == "locality"]
        if not narrowed and first.kind in GEMEINDEN:
            if any(hit.place.kind == "locality" and self._may_be_meant(hit.place, first) for hit in hits):
                return self._open(candidates)
            # A part of a municipality may bear as its whole name what is only short for that of another one.
            sure = first.kind in ("city", "town") and _is_greater(first, parts, _GREATER)
            if _strength(hits[0]) and not sure:
                return self._open(candidates)
        way: Way = "kreis" if first.kind == "kreis" else "land" if first.kind == "land" else "place"
        alone = not others and (first.kind not in GEMEINDEN or _is_greater(first, parts, _GREATER))
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

    def _may_be_meant(self, part: Place, town: Place) -> bool:
        """Whether a part of a municipality may be meant as well as the one that bears the name: a part of a far greater
        city, or, if it is known well, of any far greater municipality."""
        around = self.known.town(part)
        known = around.kind == "city" or part.confidence in ("high", "medium")
        return known and _is_greater(around, (town,), _FAR_GREATER)

    def _by_code(self) -> Resolution:
        """A postal code alone; one that may have lost its zero is nothing by itself."""
        found = tuple(self.parts.coded.values())
        if len(found) == 1 and found[0].place.ags and self.given.code_sense is Sense.CODE:
            return self._answered(found[0], "postal_code")
        found = found or tuple(self.parts.maybe.values())
        return self._open(found) if found else self._nothing()

    def _by_areas(self) -> Resolution:
        """A Kreis or a Land alone, or a position in it."""
        if self.given.around is not None and (near := self.parts.at_position()):
            here = tuple(one for one in near if self.parts.lies_within(one.place))
            if len(here) == 1 and "" not in self.given.around:
                return self._answered(here[0]._replace(how="position"), "position")
            return self._open(here) if here else self._conflict(near)
        padded = self.given.key.endswith("000")
        if not self.parts.areas or (self.parts.key_is_unknown and not padded and len(self.parts.areas) == 1):
            return self._nothing()
        narrowest = max(self.parts.areas, key=lambda area: min(_rank(hit.place) != 2 for hit in area))
        found = self._candidates(self.parts.within(narrowest))
        if len(found) != 1:
            return self._open(found) if found else self._conflict(self._candidates(narrowest))
        kind = found[0].place.kind
        way: Way = "land" if kind == "land" else "kreis"
        if self.given.key:
            way = "former_key" if found[0].how == "former_key" else "key"
        return self._answered(found[0], way)

    def _by_code_and_name(self, named: Named) -> Resolution:
        """A postal code and a known name: the places that both mean."""
        if not self.parts.coded:
            return self._by_unknown_code(named)
        both = [hit for hit in named.hits if self.known.town(hit.place).id in self.parts.coded]
        if both:
            return self._of_both(both)
        # By the position of a place only the code is that of the municipality; its own name says so, too.
        if weak := [hit for hit in named.hits if is_whole(hit) and hit.place.id in self.parts.maybe]:
            return self._answered(self._candidates(weak)[0], "place")
        if self.given.may_be_street:
            return self._by_code()
        half = self._half()
        if half and not any(is_whole(hit) and self._is_near_code(hit.place) for hit in named.hits):
            return self._answered(half, "locality")
        near = [hit for hit in named.hits if self._is_in_neighbourhood(hit, len(named.hits))]
        towns = [hit.place for hit in named.hits if is_whole(hit)]
        whole = any(town.kind in ("city", "town") or self._is_near_code(town) for town in towns)
        if near and not whole and len({self.known.town(hit.place).id for hit in near}) == 1:
            return self._answered(self._candidates(near)[0], "locality")
        return self._conflict(self._candidates(hit for hit in named.hits if hit.place.kind not in ("kreis", "land")))

    def _of_both(self, both: Sequence[Hit]) -> Resolution:
        """Of the places that both a postal code and a name mean, those that bear the name in the strongest way."""
        strength = min(_strength(hit) for hit in both)
        strongest = [hit for hit in both if _strength(hit) == strength]
        towns = {self.known.town(hit.place).id for hit in strongest}
        candidates = self._candidates(strongest)
        if all(self.parts.coded[id].company for id in towns):
            candidates = tuple(one._replace(company=True) for one in candidates)
        if len(towns) > 1:
            return self._open(candidates)
        way: Way = "locality" if strength == 2 else "postal_code+place"
        return Resolution(self.given, "answered", way, candidates)

    def _is_in_neighbourhood(self, hit: Hit, namesakes: int) -> bool:
        """Whether a locality lies close to where a postal code is that does not have it: in the same Kreis; or, if it
        is the only one of its name, where the codes begin with the same three digits."""
        if hit.place.kind != "locality" or not hit.place.ags:
            return False
        if hit.place.kreis_key in {one.place.kreis_key for one in self.parts.coded.values()}:
            return True
        districts = {code[:3] for code in _codes(self.known.town(hit.place))}
        return namesakes == 1 and any(code[:3] in districts for code in self.given.codes)

    def _by_unknown_code(self, named: Named) -> Resolution:
        """A known name beside a postal code that is in no table: the municipality of that name at whose codes it is."""
        if self.given.may_be_street:
            return self._nothing()
        candidates = self._candidates(named.hits)
        towns = [(hit, self.known.town(hit.place)) for hit in named.hits]
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
        if not self.parts.coded:
            return self._by_misspelt_name()
        words = self.given.folded.split()
        if half := self._half():
            return self._answered(half, "locality")
        for rest, _ in untitled(self.given.folded):
            if here := self._here(rest):
                return self._of_both(here)
        first = self._here(self.given.head) if self.given.head else ()
        first = first or next((here for head in heads(words) if (here := self._here(head))), ())
        if not first and (shortened := self._shortened(words) or self._behind_hyphen()):
            return self._of_both(shortened)
        near = self._nearest(self.given.folded, self.parts.coded)
        if first and (not near or {hit.place.id for hit in first} & {one.place.id for one in near}):
            found = self._of_both(first)
            return found._replace(way="locality") if found.way else found
        if first or len(near) > 1:
            return self._open((*self._candidates(first), *near))
        if not near and len(words) > 1:
            near = self._nearest(self.given.head or words[0], self.parts.coded)
        if len(near) == 1:
            return self._answered(near[0], "near")
        elsewhere = tuple(hit for head in heads(words) if len(head) > 3 for hit in self._whole_of(head))
        if elsewhere:
            return self._conflict(self._candidates(elsewhere))
        alike = self._alike()
        if any(one.place.kind == "city" or self._is_near_code(one.place) for one in alike):
            return self._conflict(alike)
        return Resolution(
            self.given, "none", candidates=tuple(self.parts.coded.values()), at_code=tuple(self.parts.coded.values())
        )

    def _by_misspelt_name(self) -> Resolution:
        """A name that is known nowhere, without a postal code: what looks like it is no answer."""
        if self.given.around is not None:
            return self._by_misspelt_name_at_position()
        alike = tuple(one for one in self._alike() if self.parts.lies_within(one.place))
        if self.given.short and (of_code := self._by_short_code()):
            return of_code
        if not self.parts.areas:
            return Resolution(self.given, "none", candidates=alike)
        (*_, narrowest) = self.parts.areas
        return self._open(alike or self._candidates(narrowest))

    def _by_short_code(self) -> Resolution | None:
        """A NUTS code or the plate of cars; None if it is none."""
        found = self._candidates(self.parts.within(areas.by_short_code(self.gazetteer, self.given.folded)))
        return (self._answered(found[0], "kreis") if len(found) == 1 else self._open(found)) if found else None

    def _by_misspelt_name_at_position(self) -> Resolution:
        """A name that is known nowhere, at a position: misspelt there, or a place that is not known."""
        here = {one.place.id: one for one in self.parts.at_position() if self.parts.lies_within(one.place)}
        near = self._nearest(self.given.folded, here)
        if len(near) == 1:
            return self._answered(near[0], "near")
        return self._open(near or here.values()) if here else self._nothing()

    def _whole_of(self, key: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.gazetteer.hits(key) if hit.how in STRENGTHS and is_whole(hit))

    def _here(self, key: str) -> tuple[Hit, ...]:
        """The places at the postal code that a folded name means."""
        hits = (hit for hit in self.gazetteer.hits(key) if hit.how in STRENGTHS)
        return tuple(hit for hit in hits if self.known.town(hit.place).id in self.parts.coded)

    def _shortened(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The municipalities at the postal code whose name begins with the first word, and goes on with words of which
        the others are the beginnings (`Neunburg v. W.`)."""
        if len(words) < 2:
            return ()
        found = []
        for one in self.parts.coded.values():
            whole = fold(one.place.name).split()
            if len(words) == len(whole) and words[0] == whole[0] and all(map(str.startswith, whole, words)):
                found.append(Hit("alias", one.place))
        return tuple(found)

    def _behind_hyphen(self) -> tuple[Hit, ...]:
        """The one municipality of the postal code, where the name ends in its whole name behind a hyphen, as if it were
        a part of its neighbour (`Dortmund-Kamen`)."""
        _, hyphen, last = self.given.place.rpartition("-")
        if not hyphen or len(self.parts.coded) != 1:
            return ()
        return tuple(hit for hit in self._here(fold(last)) if is_whole(hit))

    def _half(self) -> Candidate | None:
        """The one municipality of a postal code that has the name as a half of its double name."""
        found = [one for one in self.parts.coded.values() if one.place.ags and self.given.folded in halves(one.place)]
        return found[0]._replace(how="alias") if len(found) == 1 else None

    def _nearest(self, key: str, among: Mapping[int, Candidate]) -> tuple[Candidate, ...]:
        """What a misspelt name means among the places of some municipalities; several where it is not clear."""
        names, ids_of = self.known.names_in(tuple(one.place for one in among.values()))
        ids = dict.fromkeys(ids_of[at] for at in nearest(key, names, alone=len(among) == 1))
        return tuple(among[id]._replace(how="near") for id in sorted(ids))

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
        found = {one.place.id: one for one in (*candidates, *self.parts.coded.values())}
        return Resolution(self.given, "conflict", "", tuple(found.values()), at_code=tuple(self.parts.coded.values()))

    def _nothing(self) -> Resolution:
        return Resolution(self.given, "none")


def _rank(place: Place) -> int:
    return _RANKS.get(place.kind, 0)


def _strength(hit: Hit) -> int:
    return STRENGTHS.get(hit.how, 0)


def _is_greater(first: Place, others: Iterable[Place], times: int) -> bool:
    """Whether a place has so many times the people of each of some others."""
    return all((first.population or 0) >= times * (one.population or 0) for one in others)


def _codes(place: Place) -> list[str]:
    """The postal codes of a municipality."""
    return [*place.postal_codes.split(), *place.company_codes.split()]
