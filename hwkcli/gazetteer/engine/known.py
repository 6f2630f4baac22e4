"""What names mean in a gazetteer, and where places lie in it: each thing looked up once, for many questions."""

from functools import cached_property, lru_cache

from hwkcli.gazetteer.engine import areas, associations, before, names, regierungsbezirke, shortened
from hwkcli.gazetteer.engine.names import Gazetteer
from hwkcli.gazetteer.engine.resolution import Candidate
from hwkcli.gazetteer.entries import AT_CODE, Hit, Place
from hwkcli.naming.fold import fold
from hwkcli.naming.similar import Names, NamesOfOne, is_like


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
        self.of_association = lru_cache(1 << 8)(lambda text: associations.municipalities(gazetteer, text))
        """The municipalities of the Verband that a text means."""
        self.at_codes = lru_cache(1 << 14)(self._at_codes)
        """What some postal codes belong to, and what they may belong to."""
        self.towns = lru_cache(1 << 13)(Towns)
        """Some candidates, each with the id of its place: the same ones are kept once, for many codes have the same."""
        self._towns: dict[str, Place] = {}

    def is_unknown(self, name: str) -> bool:
        """Whether nothing that is or was bears a folded name of one word, or of several of which one says nothing."""
        if " " in name:
            # Most words that are asked alone need no more rooms.
            from hwkcli.gazetteer.engine import composed

            return composed.is_nothing(self.gazetteer, name.split()) and not self.inside(name)
        # A plain word that no place answers to is called so by none.
        if (self.gazetteer.knows(name) or not name.isascii()) and names.called(self.gazetteer, name):
            return False
        if name.isalpha() and name not in self._other_names:
            return True
        return not before.meaning(self.gazetteer, name).hits and not self.inside(name)

    @cached_property
    def _other_names(self) -> frozenset[str]:
        """All folded names that something else than a place of today bears, without titles."""
        return frozenset((*before.names(), *regierungsbezirke.names(), *associations.names()))

    def inside(self, key: str) -> tuple[Hit, ...]:
        """The Kreise of the Regierungsbezirk, or the municipalities of the Verband, of a folded name."""
        if not regierungsbezirke.may_be(key) and not associations.may_be(key):
            # Most names have no title, and are none of either.
            return ()
        return self.in_regierungsbezirk(key) or self.of_association(key)

    def town(self, place: Place) -> Place:
        """The municipality that a place is or lies in; the place itself where that is not known."""
        if place.kind != "locality" or not place.ags:
            return place
        town = self._towns.get(place.ags)
        if town is None:
            town = self._towns[place.ags] = names.town_of(self.gazetteer, place)
        return town

    def at_code_alone(self, digits: str) -> tuple[Candidate, ...]:
        """What a postal code alone surely belongs to, in the order of the ids; nothing if the digits are a key, too. It
        is not kept, for few ask twice for a code alone."""
        found: dict[int, Candidate] = {}
        for how, town in self.gazetteer.towns_at(digits):
            if how == "key":
                return ()
            _put(found, how, town)
        return tuple([found[id] for id in sorted(found)])

    def _at_codes(self, codes: tuple[str, ...]) -> tuple["Towns", "Towns"]:
        sure: dict[int, Candidate] = {}
        maybe: dict[int, Candidate] = {}
        for code in codes:
            for how, town in self.gazetteer.towns_at(code):
                if how == "maybe":
                    maybe[town.id] = Candidate(town, "postal_code")
                else:
                    _put(sure, how, town)
        return self.towns(tuple(sorted(sure.items()))), self.towns(tuple(sorted(maybe.items())))


def _put(found: dict[int, Candidate], how: str, town: Place) -> None:
    """Put a municipality to those of a postal code, if that is surely its own; what only companies have counts less."""
    known = found.get(town.id)
    if how in AT_CODE and (known is None or (known.company and how != "company")):
        found[town.id] = Candidate(town, "postal_code", how == "company")


class Towns(dict[int, Candidate]):
    """What postal codes lead to: municipalities (or localities of an unknown one) by their ids, in the order of these,
    and what they are called; the names are looked up when they are asked for the first time."""

    _names: Names | None = None
    _names_of_one: NamesOfOne | None = None
    _shorter: dict[str, list[Candidate]] | None = None

    def near(self, key: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
        """What a misspelt folded name means among the names of the municipalities and of the localities in them;
        several where it is not clear."""
        if len(self) == 1:
            name, only = self._only
            # Its own name is enough: most names that are misspelt are those of municipalities.
            return only if is_like(key, name) or self._is_like_name_in_only(key, gazetteer) else ()
        if self._names is None:
            self._names = Names([(name, id) for id, one in self.items() for name in gazetteer.names_in(one.place)])
        found = [self[id] for id in self._names.nearest(key)]
        return tuple([Candidate(one.place, "near", one.company) for one in found])

    @cached_property
    def _only(self) -> tuple[str, tuple[Candidate, ...]]:
        """Where there is only one, its own folded name, and itself as what a misspelt name means."""
        ((one, words),) = self.own_names
        return " ".join(words), (Candidate(one.place, "near", one.company),)

    def _is_like_name_in_only(self, key: str, gazetteer: Gazetteer) -> bool:
        """Whether a misspelt folded name means the only one, or what lies in it."""
        if self._names_of_one is None:
            ((one, _),) = self.own_names
            self._names_of_one = NamesOfOne(gazetteer.names_in(one.place))
        return self._names_of_one.has_like(key)

    @cached_property
    def own_names(self) -> list[tuple[Candidate, list[str]]]:
        """Each with the words of its own folded name."""
        return [(one, fold(one.place.name).split()) for one in self.values()]

    def by_shorter_name(self, name: str) -> list[Candidate]:
        """Those that have a folded name as a half of their double name (Karlsdorf-Neuthard), or behind their title
        (Stadt Wehlen)."""
        if self._shorter is None:
            self._shorter = {}
            for one in self.values():
                for key in names.shorter(one.place.name) if one.place.ags else ():
                    self._shorter.setdefault(key, []).append(one)
        return self._shorter.get(name, [])


NO_TOWNS = Towns()
