"""What one address means: its evidence, taken together, is an answer, several candidates, a conflict or nothing.

Nothing is guessed. Evidence that agrees is an answer; evidence that contradicts is none, however good a part looks.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hwkcli.matching.evidence import Evidence, Sense, evidence
from hwkcli.matching.index import Index, Named, Spot, Target, index
from hwkcli.matching.nearby import elsewhere, nearest
from hwkcli.naming.spelling import untitled

WAYS = (
    *("key", "postal_code+place", "postal_code", "place", "locality", "near"),
    *("ambiguous", "conflict", "none"),
)
"""How an answer was found, or why there is none."""
ANSWERED = WAYS[:6]

_NOWHERE = Spot("", "", "", "", "", "", "")
_MOST_CANDIDATES = 10
_MOST_WORDS = 8
_TAIL = re.compile(r"[-/,(;]|\bOT\b|\bOrtsteil\b|\bGemeinde\b", re.IGNORECASE)


class Decision(NamedTuple):
    """An address, decided. What is not known is empty; without an answer, only what all candidates share is in it."""

    ags: str
    town: str
    kreis_key: str
    kreis: str
    land: str
    chamber_code: str
    chamber: str
    how: str
    """One of `WAYS`."""
    candidates: str
    """The places that it could be: `Kamen (Kreis Unna, 05978020) | ...`."""


def decide(key: str | None, postal_code: str | None, place: str | None) -> Decision:
    """What an address means, of which any part may be missing."""
    return Judge(index()).decide(evidence(key, postal_code, place))


class Judge:
    """Decides addresses by an index."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def decide(self, given: Evidence) -> Decision:
        """What an address means."""
        if given.code_sense is Sense.ABROAD:
            return _answer(_NOWHERE, "none")
        area, keyed = self._keyed(given)
        if given.code_sense is Sense.UNCLEAR:
            named = self.index.meaning(given.folded)
            return self._open("conflict", (one.target for one in named)) if named else _answer(_NOWHERE, "none")
        coded = self.index.codes.get(given.code, frozenset())
        named = self.index.meaning(given.folded) if given.folded else ()
        if keyed is not None:
            return self._by_key(keyed, given, coded, named)
        decision, targets = self._by_address(given, coded, named)
        return self._within(area, given, decision, targets) if area else decision

    def _keyed(self, given: Evidence) -> tuple[str, Target | None]:
        """The Kreis and the municipality that the key says; the Kreis alone where the municipality is not known."""
        if not given.key:
            return "", None
        target = self.index.keys.get(given.key if len(given.key) != 5 else f"{given.key}000")
        kreis = given.key[:5]
        return (kreis if target is not None or self.index.is_kreis(kreis) else ""), target

    def _by_key(self, keyed: Target, given: Evidence, coded: frozenset[Target], named: tuple[Named, ...]) -> Decision:
        """The municipality of the key, unless the postal code or the place contradicts it."""
        others = frozenset(one.target for one in named)
        region = given.code[:2]
        apart = bool(coded) and keyed not in coded
        apart |= bool(given.code) and not coded and region not in self.index.regions(keyed)
        if others and keyed not in others:
            # A part of the municipality may bear the name of another place.
            apart |= not (keyed in coded and self._inside(given, frozenset((keyed,)))[0])
        if given.key_restored and (apart or not (keyed in coded or keyed in others)):
            return self._open("conflict" if apart else "ambiguous", (keyed, *coded, *others), False)
        if not apart and given.folded and not others:
            strange = self._strangers(given, frozenset((keyed,)))
            if strange:
                return self._open("conflict", (keyed, *strange))
        return self._open("conflict", (keyed, *coded, *others)) if apart else self._whole(keyed, "key")

    def _within(self, kreis: str, given: Evidence, decision: Decision, targets: tuple[Target, ...]) -> Decision:
        """The decision, given that the key names a Kreis."""
        inside = tuple(one for one in targets if self.index.kreis_key(one) == kreis)
        if targets and not inside:
            return self._open("conflict", targets)
        if decision.how == "none" and self._is_whole_kreis(given):
            return _answer(self.index.kreis_spot(kreis), "key")
        if not inside or decision.how in ANSWERED:
            return decision
        if len(inside) == 1 and self.index.known(inside[0]) and given.folded and given.code_sense is not Sense.RESTORED:
            return self._whole(inside[0], "key")
        spot = self.index.kreis_spot(kreis)
        return decision._replace(
            **spot._replace(ags="", town="")._asdict(), candidates=self._candidates(inside), how="ambiguous"
        )

    @staticmethod
    def _is_whole_kreis(given: Evidence) -> bool:
        """Whether the key is that of a Kreis, beyond doubt, and nothing else is given."""
        kreis = len(given.key) == 5 or given.key.endswith("000")
        return kreis and not given.key_restored and not given.code and not given.folded

    def _by_address(
        self, given: Evidence, coded: frozenset[Target], named: tuple[Named, ...]
    ) -> tuple[Decision, tuple[Target, ...]]:
        """The decision by postal code and place, and the targets that it is between."""
        if not coded:
            return self._by_place(given, named)
        if not given.folded:
            return self._by_code(given, tuple(sorted(coded)))
        if named:
            return self._agreed(given, coded, named)
        found, how = self._inside(given, coded)
        if len(found) > 1:
            return self._open("ambiguous", found), found
        if found:
            return self._whole(found[0], how), found
        strange = self._strangers(given, coded)
        if strange:
            return self._open("conflict", (*coded, *strange)), ()
        return self._by_code(given, tuple(sorted(coded)))

    def _agreed(
        self, given: Evidence, coded: frozenset[Target], named: tuple[Named, ...]
    ) -> tuple[Decision, tuple[Target, ...]]:
        """The places that both the postal code and the name mean; of these, those of which it is the whole name."""
        both = [one for one in named if one.target in coded]
        if not both:
            half = self._half(given.folded, coded)
            if half is not None and not any(
                one.strength == 0 and given.code[:2] in self.index.regions(one.target) for one in named
            ):
                return self._whole(half, "locality"), (half,)
            whole = self._of_the_lost(coded, named)
            if whole is not None:
                return self._whole(whole, "postal_code+place"), (whole,)
            return self._open("conflict", (*coded, *(one.target for one in named))), ()
        strongest = min(one.strength for one in both)
        targets = tuple(sorted(one.target for one in both if one.strength == strongest))
        if len(targets) > 1:
            return self._open("ambiguous", targets), targets
        return self._whole(targets[0], "locality" if strongest == 2 else "postal_code+place"), targets

    def _of_the_lost(self, coded: frozenset[Target], named: tuple[Named, ...]) -> Target | None:
        """The one municipality of a whole name in a Kreis in which a postal code has places whose municipality is not
        known."""
        kreise = {self.index.kreis_key(one) for one in coded if not self.index.known(one)}
        found = [
            one.target
            for one in named
            if one.strength == 0 and self.index.known(one.target) and self.index.kreis_key(one.target) in kreise
        ]
        return found[0] if len(found) == 1 else None

    def _by_code(self, given: Evidence, coded: tuple[Target, ...]) -> tuple[Decision, tuple[Target, ...]]:
        """The municipality of a postal code that has one only; a restored code is nothing by itself."""
        if len(coded) == 1 and self.index.known(coded[0]) and given.code_sense is Sense.CODE:
            return self._whole(coded[0], "postal_code"), coded
        return self._open("ambiguous", coded, given.code_sense is Sense.CODE), coded

    def _by_place(self, given: Evidence, named: tuple[Named, ...]) -> tuple[Decision, tuple[Target, ...]]:
        """The one place of a name in all of Germany. A postal code that is not known must be of its region."""
        if not given.folded:
            return _answer(_NOWHERE, "none"), ()
        targets = tuple(sorted(one.target for one in named))
        if not targets:
            near = self._strangers(given, frozenset()) or elsewhere(self.index).near(given.folded)
            return (self._open("ambiguous", near, False) if near else _answer(_NOWHERE, "none")), ()
        if given.code:
            if not any(given.code[:2] in self.index.regions(one) for one in targets):
                return self._open("conflict", targets), ()
            close = tuple(one for one in targets if given.code[:3] in self.index.districts(one))
            targets = close if len(close) == 1 else targets
        if len(targets) == 1 and self.index.is_whole(targets[0], named):
            return self._whole(targets[0], "place"), targets
        return self._open("ambiguous", targets), targets

    def _inside(self, given: Evidence, coded: frozenset[Target]) -> tuple[tuple[Target, ...], str]:
        """What an unknown name means among the targets of a postal code, and how: by its first words, or misspelt."""
        half = self._half(given.folded, coded)
        if half is not None:
            return (half,), "locality"
        for rest, _ in untitled(given.folded):
            if here := self._here(rest, coded):
                return here, "postal_code+place"
        words = given.folded.split()
        first = next((found for head in _heads(words) if (found := self._here(head, coded))), ())
        near = nearest(self.index, given.folded, coded)
        if first:
            # A whole name that is nearly another's is not taken for the first words of this one.
            return (first, "locality") if not near or set(near) & set(first) else ((*first, *near), "near")
        if near:
            return near, "near"
        for part in _TAIL.split(given.place)[:1]:
            if part != given.place:
                near = nearest(self.index, " ".join(given.folded.split()[: len(part.split())]), coded)
        return near, "near"

    def _half(self, key: str, coded: frozenset[Target]) -> Target | None:
        """The one target of a postal code that has a folded name as a half of its double name."""
        found = [one for one in coded if key in self.index.halves(one)]
        return found[0] if len(found) == 1 else None

    def _here(self, key: str, coded: frozenset[Target]) -> tuple[Target, ...]:
        """The strongest targets of a postal code that a folded name means."""
        both = [one for one in self.index.names.get(key, ()) if one.target in coded]
        strongest = min((one.strength for one in both), default=0)
        return tuple(one.target for one in both if one.strength == strongest)

    def _strangers(self, given: Evidence, own: frozenset[Target]) -> tuple[Target, ...]:
        """The places elsewhere that an unknown name begins with, and those from which a letter parts it, if they
        are cities or in the region of the postal code: many a locality has a name that is nearly that of a village
        far away, but what is nearly Hamburg, or a neighbour, is likely to be meant so."""
        heads = (head for head in _heads(given.folded.split()) if len(head) > 3)
        found = {one.target for head in heads for one in self.index.names.get(head, ())}
        found = found or {
            one
            for one in elsewhere(self.index).near(given.folded)
            if self.index.is_city(one) or given.code[:2] in self.index.regions(one)
        }
        return () if found & own else tuple(sorted(found))

    def _whole(self, target: Target, how: str) -> Decision:
        return _answer(self.index.spot(target), how)

    def _open(self, how: str, targets: Iterable[Target], shared: bool = True) -> Decision:
        """No answer, with the candidates; an ambiguous one says what all candidates share."""
        ordered = tuple(sorted(set(targets)))
        spot = self._shared(ordered) if how == "ambiguous" and shared else _NOWHERE
        return Decision(*spot, how, self._candidates(ordered))

    def _shared(self, targets: tuple[Target, ...]) -> Spot:
        spots = [self.index.spot(one) for one in targets]
        same = [field if len({spot[at] for spot in spots}) == 1 else "" for at, field in enumerate(spots[0])]
        return Spot._make(same)._replace(ags="", town="")

    def _candidates(self, targets: tuple[Target, ...]) -> str:
        shown = [self.index.title(one) for one in targets[:_MOST_CANDIDATES]]
        if len(targets) > _MOST_CANDIDATES:
            shown.append(f"{len(targets) - _MOST_CANDIDATES} more")
        return " | ".join(shown)


def _heads(words: list[str]) -> Iterator[str]:
    """The first words of a name, the longest first."""
    for cut in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        yield " ".join(words[:cut])


def _answer(spot: Spot, how: str) -> Decision:
    return Decision(*spot, how, "")
