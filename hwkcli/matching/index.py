"""All names, postal codes and keys of the gazetteer in memory, for many decisions one after another.

What an address is decided between are targets: municipalities, and localities of which only the Kreis is known. Their
ids put municipalities first, the largest before the others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from hwkcli.gazetteer import database
from hwkcli.gazetteer.database import Place
from hwkcli.gazetteer.search import label
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import KREIS_TITLES, TITLES, asked, untitled

_MOST_WORDS = 8
_TITLES = {word for title in TITLES for word in (title.split()[0], title.split()[-1])}
"""The first and last words of what may stand before or behind a name."""
_STRENGTHS = {"exact": 0, "printed": 0, "alias": 1, "locality": 2}
"""The ways in which a name means a place, the strongest first."""

Target = int
"""The id of a municipality, or of a locality whose municipality is not known."""


class Spot(NamedTuple):
    """What an answer says of a target."""

    ags: str
    town: str
    kreis_key: str
    kreis: str
    land: str
    chamber_code: str
    chamber: str


class Named(NamedTuple):
    """A place that a name means."""

    target: Target
    strength: int
    """0 for a municipality's whole name, 1 for a shorter one, 2 for a locality."""


class Index:
    """The places of Germany by what an address may say of them."""

    def __init__(self) -> None:
        self._places = {place.id: place for place in database.places()}
        self._by_ags = {one.ags: id for id, one in self._places.items() if one.ags and one.kind != "locality"}
        self.names: dict[str, tuple[Named, ...]] = {}
        """What folded names mean."""
        self.codes: dict[str, frozenset[Target]] = {}
        """What postal codes belong to."""
        self.keys: dict[str, Target] = {}
        """The municipalities of AGS and ARS."""
        self._areas: dict[str, set[str]] = defaultdict(set)
        """The keys of the Kreise and Länder of folded names."""
        self._spellings: dict[Target, set[str]] = defaultdict(set)
        self._codes: dict[Target, set[str]] = defaultdict(set)
        self._halves: dict[Target, set[str]] = {}
        self._spots: dict[Target, Spot] = {}
        self._read()

    def _read(self) -> None:
        names: dict[str, dict[Target, int]] = defaultdict(dict)
        codes: dict[str, set[Target]] = defaultdict(set)
        for key, id, how in database.words():
            place = self._places[id]
            if how in _STRENGTHS and place.kind in ("kreis", "land", "city"):
                whole_land = place.kind == "land" or place.name == place.land
                self._areas[key].add(place.land_key if whole_land else place.kreis_key or "")
            if place.kind in ("kreis", "land"):
                continue
            target = self.target(place)
            if how in _STRENGTHS:
                strength = 2 if place.kind == "locality" else _STRENGTHS[how]
                names[key][target] = min(strength, names[key].get(target, 2))
                self._spellings[target].add(key)
            elif how == "key":
                if len(key) in (8, 12):
                    self.keys[key] = target
            elif len(key) == 5:
                codes[key].add(target)
                self._codes[target].add(key)
        self.names = {key: tuple(map(Named._make, found.items())) for key, found in names.items()}
        self.codes = {code: frozenset(found) for code, found in codes.items()}

    def target(self, place: Place) -> Target:
        """What a place is for a decision: itself, or the municipality that it lies in."""
        return self._by_ags[place.ags] if place.ags else place.id

    def known(self, target: Target) -> bool:
        """Whether a target is a municipality."""
        return self._places[target].ags is not None

    def is_city(self, target: Target) -> bool:
        """Whether a target is a kreisfreie Stadt."""
        return self._places[target].kind == "city"

    def kreis_key(self, target: Target) -> str:
        """The key of a target's Kreis; empty if it belongs to none."""
        return self._places[target].kreis_key or ""

    def is_kreis(self, key: str) -> bool:
        """Whether a key of five digits is that of a Kreis."""
        try:
            database.area(key)
        except KeyError:
            return False
        return len(key) == 5

    def areas(self, key: str) -> set[str]:
        """The keys of the Kreise and Länder that a folded name means."""
        return self._areas.get(key, set())

    def regions(self, target: Target) -> set[str]:
        """The first two digits of the postal codes of a target."""
        return {code[:2] for code in self._codes[target]}

    def districts(self, target: Target) -> set[str]:
        """The first three digits of the postal codes of a target."""
        return {code[:3] for code in self._codes[target]}

    def is_whole(self, target: Target, named: Iterable[Named]) -> bool:
        """Whether a name that means a target is enough to answer with it, without a postal code: its whole name, or the
        shorter one of a town. That a village or a locality is the only one of its name is not known, for not all
        localities are."""
        strength = min(one.strength for one in named if one.target == target)
        return strength == 0 or (strength == 1 and self._places[target].kind in ("city", "town"))

    def spellings(self, target: Target) -> set[str]:
        """The folded names of a target and of the localities in it."""
        return self._spellings[target]

    def halves(self, target: Target) -> set[str]:
        """The folded halves of a municipality's double name (`karlsdorf` and `neuthard` of Karlsdorf-Neuthard)."""
        if target not in self._halves:
            place = self._places[target]
            parts = (
                re.split("[-/]", place.name)
                if place.ags and re.search(r"[^\W\d_]{3}[-/][^\W\d_]{3}", place.name)
                else ()
            )
            self._halves[target] = {one for part in parts if len(part) > 3 for one in readings(fold(part))}
        return self._halves[target]

    def compounds(self, target: Target) -> Iterator[str]:
        """The folded names of a municipality's localities behind its own (`witten annen`)."""
        own = fold(self._places[target].name)
        for key in self._spellings[target] if self.known(target) else ():
            if any(one == (target, 2) for one in self.names[key]):
                yield f"{own} {key}"

    def meaning(self, key: str) -> tuple[Named, ...]:
        """The places that a folded name means, alone or with what it lies in (`neustadt hessen`, `witten annen`)."""
        found = self.names.get(key)
        return found if found is not None else self._beyond(key) if " " in key else ()

    def _beyond(self, key: str) -> tuple[Named, ...]:
        """The same for a name that is none as it stands."""
        found = self._called(key)
        words = key.split()
        if found or not 1 < len(words) <= _MOST_WORDS:
            return found
        inside: dict[Target, Named] = {}
        for cut in range(1, len(words)):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            for whole, part in ((head, tail), (tail, head)):
                titled = [whole[len(one) + 1 :] for one in KREIS_TITLES if whole.startswith(f"{one} ")]
                areas = {area for name in (whole, *titled) for area in self._areas.get(name, ())}
                towns = {one.target for one in self._called(whole) if one.strength < 2}
                for one in self._called(part) if areas or towns else ():
                    place = self._places[one.target]
                    if {place.land_key, place.kreis_key} & areas or (one.strength == 2 and one.target in towns):
                        inside.setdefault(one.target, one)
        return tuple(inside.values())

    def _called(self, key: str) -> tuple[Named, ...]:
        """The places of a folded name, with little words or a title (`Stadt`) or without."""
        for one in asked(key):
            if one in self.names:
                return self.names[one]
        first, *_, last = key.split() if " " in key else (key, key)
        if first not in _TITLES and last not in _TITLES:
            return ()
        inner = [
            one
            for rest, kinds in untitled(key)
            for name in asked(rest)
            for one in self.names.get(name, ())
            if self._places[one.target].kind in kinds and one.strength < 2
        ]
        return tuple(dict.fromkeys(inner))

    def spot(self, target: Target) -> Spot:
        """What an answer says of a target. The chamber stays empty where there is none, or more than one."""
        found = self._spots.get(target)
        if found is None:
            place = self._places[target]
            code, chamber = _chamber(place.territory)
            town = place.town or "" if place.ags else ""
            found = Spot(place.ags or "", town, place.kreis_key or "", place.kreis or "", place.land, code, chamber)
            self._spots[target] = found
        return found

    def kreis_spot(self, key: str) -> Spot:
        """What an answer says of a Kreis. Raises KeyError if there is none."""
        code, chamber = _chamber(key)
        return Spot("", "", key, database.area(key)[0], database.area(key[:2])[0], code, chamber)

    def title(self, target: Target) -> str:
        """How a target is named among the candidates: `Kamen (Kreis Unna, 05978020)`."""
        place = self._places[target]
        return f"{label(place)} ({', '.join(filter(None, (place.kreis or place.land, place.ags)))})"


def _chamber(territory: str | None) -> tuple[str, str]:
    """The code and the name of the one chamber of a territory; empty if there is none, or more than one."""
    found = database.responsible(territory) if territory else ()
    return (found[0].chamber.code or "", found[0].chamber.name) if len(found) == 1 else ("", "")


_lock = Lock()


def index() -> Index:
    """The index of the gazetteer in use, made once, whichever thread asks first."""
    with _lock:
        return _index()


@lru_cache(maxsize=1)
def _index() -> Index:
    return Index()
