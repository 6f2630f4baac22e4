"""What a name means that is not known as it stands: by its first words, misspelt, or not at all."""

from collections.abc import Sequence

from hwkcli.gazetteer.engine import areas
from hwkcli.gazetteer.engine.known import Towns
from hwkcli.gazetteer.engine.names import GEMEINDEN, heads, is_whole
from hwkcli.gazetteer.engine.parts import LONGEST_PLATE
from hwkcli.gazetteer.engine.resolution import Candidate, Resolution
from hwkcli.gazetteer.engine.verdicts import Verdicts
from hwkcli.gazetteer.entries import STRENGTHS, Hit
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import CENTRES, DIRECTIONS
from hwkcli.naming.titles import untitled

_LEAST_BEGINNING = 3
"""So many letters has the beginning of a name that stands for it at a postal code."""


class UnknownName(Verdicts):
    """A name that is not known, beside whatever else there is."""

    def resolution(self) -> Resolution:
        """A name that is not known as it stands: by the first words of it, misspelt at the postal code, or nothing."""
        if not self.parts.coded:
            return self._misspelt()
        if shorter := self.by_shorter_name():
            return self.answered(shorter, "locality")
        if inside := self._of_plate():
            return self.answered(inside[0], "postal_code") if len(inside) == 1 else self.ambiguous(inside)
        # `Kamen, Westf., 59174`: what stands next to the code is not all.
        for line in reversed(self.given.lines[:-1]):
            if here := self._here(fold(line)):
                return self.of_both(here)
        words = self.given.folded.split()
        if len(words) > 1 and (found := self._by_some_words(words)):
            return found
        if self.given.place.endswith(".") and (begun := self._begun()):
            return self.of_both(begun)
        near = self.parts.coded.near(self.given.folded, self.gazetteer)
        if len(near) > 1:
            return self.ambiguous(near)
        if not near and len(words) > 1:
            near = self.parts.coded.near(self.given.head or words[0], self.gazetteer)
        if len(near) == 1:
            return self.answered(near[0], "near")
        elsewhere = tuple(hit for head in heads(words) if len(head) > 3 for hit in self._whole_of(head))
        if elsewhere:
            return self.conflict(self.candidates(elsewhere))
        alike = self._alike()
        if any(one.place.kind == "city" or self.is_near_code(one.place) for one in alike):
            return self.conflict(alike)
        return Resolution(
            self.given, "none", candidates=tuple(self.parts.coded.values()), at_code=tuple(self.parts.coded.values())
        )

    def _of_plate(self) -> tuple[Candidate, ...]:
        """What lies at the postal code in the Kreis whose plate of cars stands for the name (`39104 MD`), also with the
        middle or a side of its town (`47051 DU-Mitte`)."""
        plate, _, part = self.given.place.partition("-")
        if len(plate) > LONGEST_PLATE or not plate.isupper() or fold(part) not in ("", *DIRECTIONS, *CENTRES):
            return ()
        kreise = {hit.place.kreis_key for hit in self.gazetteer.hits(fold(plate)) if hit.how == "plate"}
        return tuple(one for one in self.parts.coded.values() if one.place.kreis_key in kreise)

    def _by_some_words(self, words: list[str]) -> Resolution | None:
        """By the name without its title, by its first words, or by what it is short for; None if that is nothing at the
        postal code."""
        for rest, _ in untitled(self.given.folded):
            if here := self._here(rest):
                return self.of_both(here)
        first = self._here(self.given.head) if self.given.head else ()
        first = first or next((here for head in heads(words) if (here := self._here(head))), ())
        if not first:
            shortened = self._shortened(words) or self._behind_hyphen()
            return self.of_both(shortened) if shortened else None
        if not self.parts.coded.keys() <= (named := {hit.place.id for hit in first}):
            near = self.parts.coded.near(self.given.folded, self.gazetteer)
            if near and named.isdisjoint(one.place.id for one in near):
                return self.ambiguous((*self.candidates(first), *near))
        found = self.of_both(first)
        return found._replace(way="locality") if found.way else found

    def _misspelt(self) -> Resolution:
        """A name that is known nowhere, without a postal code: what looks like it is no answer."""
        if self.given.around is not None:
            return self._misspelt_at_position()
        alike = tuple(one for one in self._alike() if self.parts.lies_within(one.place))
        if self.given.short and (of_code := areas.by_short_code(self.gazetteer, self.given.folded)):
            return self.by_short_code() or self.conflict(self.candidates(of_code))
        if not self.parts.areas:
            return Resolution(self.given, "none", candidates=alike)
        (*_, narrowest) = self.parts.areas
        around = self.candidates(hit._replace(how="region") for hit in narrowest)
        return self.ambiguous(alike or around)._replace(is_unknown=True)

    def _misspelt_at_position(self) -> Resolution:
        """A name that is known nowhere, at a position: misspelt there, or a place that is not known."""
        here = Towns((one.place.id, one) for one in self.parts.at_position() if self.parts.lies_within(one.place))
        near = here.near(self.given.folded, self.gazetteer)
        if len(near) == 1:
            return self.answered(near[0], "near")
        return self.ambiguous(near or here.values()) if here else self.nothing()

    def _whole_of(self, key: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.gazetteer.hits(key) if hit.how in STRENGTHS and is_whole(hit))

    def _here(self, key: str) -> tuple[Hit, ...]:
        """The places at the postal code that a folded name means."""
        return self.gazetteer.hits_in(key, self.parts.coded)

    def _shortened(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The municipalities at the postal code whose name begins with the first word, and goes on with words of which
        the others are the beginnings (`Neunburg v. W.`)."""
        found = []
        for one, whole in self.parts.coded.own_names:
            if len(words) == len(whole) and words[0] == whole[0] and all(map(str.startswith, whole, words)):
                found.append(Hit("alias", one.place))
        return tuple(found)

    def _begun(self) -> tuple[Hit, ...]:
        """The one municipality of the postal code whose name a word with a dot behind it begins (`44139 Dortm.`)."""
        key = self.given.folded
        begun = [one for one in self.parts.coded.values() if fold(one.place.name).startswith(key)]
        return (Hit("alias", begun[0].place),) if len(begun) == 1 and len(key) >= _LEAST_BEGINNING else ()

    def _behind_hyphen(self) -> tuple[Hit, ...]:
        """The one municipality of the postal code, where the name ends in its whole name behind a hyphen, as if it were
        a part of its neighbour (`Dortmund-Kamen`)."""
        _, hyphen, last = self.given.place.rpartition("-")
        if not hyphen or len(self.parts.coded) != 1:
            return ()
        return tuple(hit for hit in self._here(fold(last)) if is_whole(hit))

    def _alike(self) -> tuple[Candidate, ...]:
        """The municipalities anywhere whose name differs from the name in one letter, or in two swapped."""
        if not 4 <= len(self.given.folded) <= 60:
            return ()
        hits = (hit for name in self.gazetteer.alike(self.given.folded) for hit in self.gazetteer.hits(name))
        return self.candidates([hit for hit in hits if hit.place.kind in GEMEINDEN and hit.how in STRENGTHS])
