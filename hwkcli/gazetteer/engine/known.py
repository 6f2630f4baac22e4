"""What names mean in a gazetteer, and where places lie in it: each thing looked up once, for many questions."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hwkcli.gazetteer.engine import areas, names, regierungsbezirke, shortened
from hwkcli.gazetteer.engine.names import Gazetteer
from hwkcli.gazetteer.engine.resolution import Candidate
from hwkcli.gazetteer.entries import Place


class Known:
    """A gazetteer, and what has been looked up in it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.meaning = lru_cache(1 << 14)(lambda key: names.meaning(gazetteer, key))
        """What a folded name means."""
        self.shortened = lru_cache(1 << 10)(lambda text: shortened.meaning(gazetteer, text))
        """What a name means in which words are shortened with a dot."""
        self.kreise = lru_cache(1 << 12)(lambda text: areas.kreise(gazetteer, text))
        """The Kreise that a text means."""
        self.kreise_of_before = lru_cache(1 << 10)(lambda text: areas.of_before(gazetteer, text, titled=False))
        """What became of the Kreise that had a name, with a title or without."""
        self.laender = lru_cache(1 << 8)(lambda text: areas.laender(gazetteer, text))
        """The Länder that a text means."""
        self.in_regierungsbezirk = lru_cache(1 << 8)(lambda text: regierungsbezirke.kreise(gazetteer, text))
        """The Kreise in the Regierungsbezirk that a text means."""
        self.at_code = lru_cache(1 << 14)(lambda code: _at_code(gazetteer, code))
        """What a postal code belongs to, and what it may belong to."""
        self.names_in = lru_cache(1 << 12)(lambda places: _names_in(gazetteer, places))
        """The folded names in some municipalities, and in the same order the ids of these."""
        self._towns: dict[str, Place] = {}

    def town(self, place: Place) -> Place:
        """The municipality that a place is or lies in; the place itself where that is not known."""
        if place.kind != "locality" or not place.ags:
            return place
        town = self._towns.get(place.ags)
        if town is None:
            town = self._towns[place.ags] = names.town_of(self.gazetteer, place)
        return town


Towns = Mapping[int, Candidate]
"""What postal codes lead to, by the id of the municipality (or of a locality of an unknown one), in the order of
these."""


def _at_code(gazetteer: Gazetteer, code: str) -> tuple[Towns, Towns]:
    sure: dict[int, Candidate] = {}
    maybe: dict[int, Candidate] = {}
    for how, town in gazetteer.towns_at(code):
        if how == "maybe":
            maybe[town.id] = Candidate(town, "postal_code")
        elif how in ("postal_code", "at") or (how == "company" and town.id not in sure):
            sure[town.id] = Candidate(town, "postal_code", how == "company")
    return dict(sorted(sure.items())), dict(sorted(maybe.items()))


def _names_in(gazetteer: Gazetteer, places: Iterable[Place]) -> tuple[list[str], list[int]]:
    named = [(name, place.id) for place in places for name in gazetteer.names_in(place)]
    return [name for name, _ in named], [id for _, id in named]
