"""What names mean in a gazetteer, and where places lie in it: each thing looked up once, for many questions."""

from functools import lru_cache

from hwkcli.gazetteer import areas, names, regierungsbezirke
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.names import Gazetteer


class Known:
    """A gazetteer, and what has been looked up in it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.meaning = lru_cache(1 << 14)(lambda key: names.meaning(gazetteer, key))
        """What a folded name means."""
        self.kreise = lru_cache(1 << 12)(lambda text: areas.kreise(gazetteer, text))
        """The Kreise that a text means."""
        self.kreise_of_before = lru_cache(1 << 10)(lambda text: areas.of_before(gazetteer, text, titled=False))
        """What became of the Kreise that had a name, with a title or without."""
        self.laender = lru_cache(1 << 8)(lambda text: areas.laender(gazetteer, text))
        """The Länder that a text means."""
        self.in_regierungsbezirk = lru_cache(1 << 8)(lambda text: regierungsbezirke.kreise(gazetteer, text))
        """The Kreise in the Regierungsbezirk that a text means."""
        self._towns: dict[str, Place] = {}

    def town(self, place: Place) -> Place:
        """The municipality that a place is or lies in; the place itself where that is not known."""
        if place.kind != "locality" or not place.ags:
            return place
        town = self._towns.get(place.ags)
        if town is None:
            town = self._towns[place.ags] = names.town_of(self.gazetteer, place)
        return town
