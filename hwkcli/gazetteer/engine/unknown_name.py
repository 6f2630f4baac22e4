"""What a name means that is not known as it stands: by its first words, misspelt, or not at all."""

from collections.abc import Mapping, Sequence

from hwkcli.gazetteer.engine.names import GEMEINDEN, STRENGTHS, heads, is_whole
from hwkcli.gazetteer.engine.resolution import Candidate, Resolution
from hwkcli.gazetteer.engine.verdicts import Verdicts
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold
from hwkcli.naming.similar import nearest
from hwkcli.naming.spelling import untitled


class UnknownName(Verdicts):
    """A name that is not known, beside whatever else there is."""

    def resolution(self) -> Resolution:
        """A name that is not known as it stands: by the first words of it, misspelt at the postal code, or nothing."""
        if not self.parts.coded:
            return self._misspelt()
        words = self.given.folded.split()
        if shorter := self.by_shorter_name():
            return self.answered(shorter, "locality")
        for rest, _ in untitled(self.given.folded):
            if here := self._here(rest):
                return self.of_both(here)
        first = self._here(self.given.head) if self.given.head else ()
        first = first or next((here for head in heads(words) if (here := self._here(head))), ())
        if not first and (shortened := self._shortened(words) or self._behind_hyphen()):
            return self.of_both(shortened)
        near = self._nearest(self.given.folded, self.parts.coded)
        if first and (not near or {hit.place.id for hit in first} & {one.place.id for one in near}):
            found = self.of_both(first)
            return found._replace(way="locality") if found.way else found
        if first or len(near) > 1:
            return self.ambiguous((*self.candidates(first), *near))
        if not near and len(words) > 1:
            near = self._nearest(self.given.head or words[0], self.parts.coded)
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

    def _misspelt(self) -> Resolution:
        """A name that is known nowhere, without a postal code: what looks like it is no answer."""
        if self.given.around is not None:
            return self._misspelt_at_position()
        alike = tuple(one for one in self._alike() if self.parts.lies_within(one.place))
        if self.given.short and (of_code := self.by_short_code()):
            return of_code
        if not self.parts.areas:
            return Resolution(self.given, "none", candidates=alike)
        (*_, narrowest) = self.parts.areas
        return self.ambiguous(alike or self.candidates(narrowest))

    def _misspelt_at_position(self) -> Resolution:
        """A name that is known nowhere, at a position: misspelt there, or a place that is not known."""
        here = {one.place.id: one for one in self.parts.at_position() if self.parts.lies_within(one.place)}
        near = self._nearest(self.given.folded, here)
        if len(near) == 1:
            return self.answered(near[0], "near")
        return self.ambiguous(near or here.values()) if here else self.nothing()

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
        return self.candidates([hit for hit in hits if hit.place.kind in GEMEINDEN and hit.how in STRENGTHS])
