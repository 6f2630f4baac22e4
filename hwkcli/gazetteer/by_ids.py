"""Which municipality a postal code and a name mean together, by the ids of places alone: all that most addresses
need."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from typing import Literal

from hwkcli.gazetteer.entries import AT_CODE, STRENGTHS, WEAKEST
from hwkcli.gazetteer.store.schema import unpacked
from hwkcli.naming.spelling import is_one_name


class ByIds:
    """The words of a store, with the ids of the places that they lead to."""

    def __init__(
        self, words: Mapping[str, bytes], last_town: int, last_whole: int, localities: Sequence[tuple[int, int]]
    ) -> None:
        """`words` have their hits packed; municipalities come first, up to the id `last_town`, Kreise and Länder up to
        `last_whole`; `localities` are the first ids of what lies in one place, with its id, in their order."""
        self._words = words
        self._last_town = last_town
        self._last_whole = last_whole
        self._firsts, self._around = zip(*localities, strict=True)
        self._towns: dict[str, frozenset[int]] = {}

    def town(self, code: str, name: str) -> tuple[int, Literal["locality", "postal_code+place"]] | None:
        """The one municipality of a postal code that bears a folded name, or in which something does: its id, and the
        way, both as the engine has them. None where there is more to ask, and only the engine can tell."""
        found = self._words.get(name)
        if found is None:
            return None
        towns = self._towns.get(code)
        if towns is None:
            at_code = unpacked(self._words.get(code, b""))
            towns = self._towns[code] = frozenset([self.town_of(id) for id, how in at_code if how in AT_CODE])
        answer, least = 0, len(STRENGTHS)
        for id, how in unpacked(found):
            strength = STRENGTHS.get(how, least + 1)
            if strength <= least and (town := self.town_of(id)) in towns:
                if strength == least and town != answer:
                    return None
                answer, least = town, strength
        if not 0 < answer <= self._last_town or (least and not is_one_name(name)):
            return None
        return answer, "locality" if least == WEAKEST else "postal_code+place"

    def town_of(self, id: int) -> int:
        """The id of the municipality that a place is or lies in; its own where that is not known."""
        if id <= self._last_whole:
            return id
        whole = self._around[bisect(self._firsts, id) - 1]
        return whole if whole <= self._last_town else id
