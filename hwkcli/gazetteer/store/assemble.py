"""Assemble all places of Germany, with the names and codes of each, from the tables and the district."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hwkcli.files import tables
from hwkcli.files.changes import Change, moves
from hwkcli.files.other_names import OtherName
from hwkcli.gazetteer.store.localities import Localities
from hwkcli.gazetteer.store.place_rows import Namer, Place, code
from hwkcli.model import District
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import NO_NAMES, addition, base, initials, names, titled
from hwkcli.naming.titles import KREIS_TITLES

KINDS = {
    "kreisfreie Stadt": "city",
    "Stadtkreis": "city",
    "Stadt": "town",
    "Große Kreisstadt": "town",
    "Markt": "municipality",
    "Gemeinde": "municipality",
    "gemeindefreies Gebiet (bewohnt)": "unincorporated",
    "gemeindefreies Gebiet": "unincorporated",
}
"""The kinds of places by the types of the register."""


def kreis_name(name: str, type: str) -> str:
    """The name of a Kreis that tells it from the city of its name.

    >>> kreis_name("München", "Landkreis"), kreis_name("Ostalbkreis", "Landkreis")
    ('Landkreis München', 'Ostalbkreis')
    >>> kreis_name("Bochum, Stadt", "kreisfreie Stadt")
    'Bochum'
    """
    if type in ("kreisfreie Stadt", "Stadtkreis"):
        return base(name)
    return name if re.search("kreis|region", name.casefold()) else f"{type} {name}"


def _areas(keys: Iterable[str], kreise: Sequence[tables.Kreis]) -> Iterator[str]:
    """The keys of the Länder and Kreise where a region is; of a Regierungsbezirk (three digits) those of its Kreise."""
    for key in keys:
        if len(key) == 3:
            yield from (kreis.key for kreis in kreise if kreis.key.startswith(key))
        else:
            yield key


def _with_codes(place: Place) -> Place:
    """A municipality with the codes that it answers to, as text; none of them may be and is its own."""
    for key in [key for key, how in place.words if how == "maybe" and (key, "postal_code") in place.words]:
        del place.words[key, "maybe"]
    delivery = sorted({key for key, how in place.words if how == "postal_code"})
    company = sorted({key for key, how in place.words if how == "company"})
    return place._replace(postal_codes=" ".join(delivery), company_codes=" ".join(company))


class Gazetteer:
    """All places, made of the tables and the district."""

    def __init__(
        self,
        read: tables.Tables,
        spellings: tables.Spellings,
        others: Mapping[str, Sequence[OtherName]],
        changes: Sequence[Change],
        district: District,
        split: set[str],
    ) -> None:
        self.spellings = spellings
        self._regions: dict[str, list[str]] = defaultdict(list)
        """The names of the landscapes and rivers in each Land or Kreis, by its key."""
        for known_as, keys in spellings.regions:
            for key in _areas(keys, read.kreise):
                self._regions[key] += map(fold, known_as)
        self._namer = Namer(spellings.abbreviations)
        self.split = split
        """The keys of the Kreise that are split between chambers."""
        self.kreis_names = {kreis.key: kreis_name(kreis.name, kreis.type) for kreis in read.kreise}
        self.plates = frozenset(fold(plate) for kreis in read.kreise for plate in kreis.plates.split())
        self.nuts1 = {kreis.key[:2]: fold(kreis.nuts3[: len("DEA")]) for kreis in read.kreise}
        self.gemeinden = {one.ags: self._gemeinde(one) for one in read.gemeinden}
        self._of_area: dict[str, list[Place]] = defaultdict(list)
        self.kreise = {kreis.key: self._kreis(kreis) for kreis in read.kreise}
        self.laender = {land.key: self._land(land) for land in read.laender}
        words = (word for group in spellings.abbreviations for word in group if len(word) > 2)
        regions = frozenset((*words, *(fold(land.name) for land in read.laender)))
        self.localities = Localities(self._namer, self.gemeinden, self._territory, regions)
        self._codes_of_seats()
        for ortsteil in read.ortsteile:
            self.localities.add(ortsteil)
        for ort in read.orte:
            self.localities.add_postal(ort)
        for kreis in district.kreise:
            self._namer.put(
                self.kreise[kreis.key], "alias", *map(fold, kreis.aliases), fold(kreis.short_name or kreis.name)
            )
        self.localities.add_district(district)
        self._other_names(others)
        self._former_keys(changes)
        self._spas()
        self.localities.one_a_name()

    def _territory(self, kreis_key: str, ags: str | None) -> str | None:
        """The key under which the chamber of a place is found."""
        if kreis_key not in self.kreis_names:
            return None
        return ags if ags and kreis_key in self.split else kreis_key

    def _gemeinde(self, one: tables.Gemeinde) -> Place:
        kind = KINDS[one.type]
        place = Place(
            words={},
            kind=kind,
            name=base(one.name),
            land_key=one.ags[:2],
            official_name=one.name,
            type=one.type,
            ags=one.ags,
            ars=one.ars,
            kreis_key=one.kreis_key if one.kreis_key in self.kreis_names else None,
            town=base(one.name),
            population=int(one.population) if one.population else None,
            area_km2=float(one.area_km2) if one.area_km2 else None,
            postal_code=one.postal_code or None,
            latitude=float(one.latitude) if one.latitude else None,
            longitude=float(one.longitude) if one.longitude else None,
            territory=self._territory(one.kreis_key, one.ags),
        )
        for key, how in names(one.name):
            self._namer.put(place, how, key)
        for key in titled(one.name):
            for reading in readings(key):
                place.words.setdefault((reading, "exact"))
        for key in initials(one.name):
            for reading in readings(key):
                place.words.setdefault((reading, "alias"))
        code(place, "key", one.ars, one.ags, one.kreis_key if kind == "city" else None)
        return place

    def _inside(self, key: str) -> list[Place]:
        """The municipalities of a Kreis or a Land."""
        if not self._of_area:
            for ags, one in self.gemeinden.items():
                self._of_area[ags[:2]].append(one)
                self._of_area[ags[:5]].append(one)
        return self._of_area[key]

    def _whole(self, kind: str, key: str, name: str, official_name: str, type: str | None = None) -> Place:
        """A Kreis or a Land: its figures are the sums over what lies inside."""
        inside = self._inside(key)
        return Place(
            words={},
            kind=kind,
            name=name,
            land_key=key[:2],
            official_name=official_name,
            type=type,
            kreis_key=key if kind == "kreis" else None,
            population=sum(one.population or 0 for one in inside),
            area_km2=round(math.fsum(one.area_km2 or 0 for one in inside), 2),
            territory=key,
        )

    def _kreis(self, kreis: tables.Kreis) -> Place:
        if kreis.type in ("kreisfreie Stadt", "Stadtkreis"):
            (city,) = (one for one in self._inside(kreis.key) if one.kind == "city")
            self._codes_of_kreis(city, kreis)
            self._namer.put(city, "alias", *map(fold, self.spellings.aliases.get(kreis.key, ())))
            self._regions_in(city, kreis.key)
            return city
        name = self.kreis_names[kreis.key]
        place = self._whole("kreis", kreis.key, name, kreis.name, kreis.type)
        self._namer.put(place, "exact", fold(name), fold(f"{kreis.type} {kreis.name}"))
        bare_name = fold(kreis.name)
        for title in KREIS_TITLES:
            # The Landkreis of Rostock bears its title in its name.
            bare_name = bare_name.removeprefix(f"{title} ")
        self._namer.put(place, "alias", fold(kreis.name), fold(kreis.name.partition(" (")[0]), bare_name)
        self._namer.put(place, "alias", re.sub(r"(\w{2})kreis\b", r"\1 kreis", fold(kreis.name)))
        self._namer.put(place, "alias", re.sub(r"(\w{2}) kreis\Z", r"\1kreis", fold(kreis.name)))
        self._namer.put(
            place,
            "alias",
            fold(kreis.name.removesuffix("-Kreis")),
            *map(fold, self.spellings.aliases.get(kreis.key, ())),
        )
        code(place, "key", kreis.key)
        self._codes_of_kreis(place, kreis)
        self._regions_in(place, kreis.key)
        return place

    def _codes_of_kreis(self, place: Place, kreis: tables.Kreis) -> None:
        code(place, "nuts", fold(kreis.nuts3))
        for plate in kreis.plates.split():
            key = fold(plate)
            # `BO` is Bochum, and not the Börde, whose plate is BÖ.
            code(place, "plate", key, *(one for one in readings(key) if one not in self.plates))

    def _land(self, land: tables.Land) -> Place:
        cities = [one for one in self._inside(land.key) if one.kind != "unincorporated"]
        place = cities[0] if len(cities) == 1 else self._whole("land", land.key, land.name, land.name)
        self._namer.put(place, "exact", fold(land.name))
        self._namer.put(place, "alias", *map(fold, self.spellings.aliases.get(land.key, ())))
        self._regions_in(place, land.key)
        code(place, "key", land.key)
        if self.nuts1[land.key] not in self.plates:
            # `DEG` are the cars of Deggendorf rather than Thüringen.
            code(place, "nuts", self.nuts1[land.key])
        return place

    def _regions_in(self, place: Place, key: str) -> None:
        """Puts the names of the regions in a Land or a Kreis to it."""
        for region in self._regions[key]:
            for reading in (one for spelling in self._spellings(region) for one in readings(spelling)):
                place.words.setdefault((reading, "region"))

    def _spellings(self, word: str) -> set[str]:
        """A folded word, and what it alone is commonly shortened to (`schw` may be Schwaben or the Schwarzwald)."""
        same = {spelling for group in self.spellings.abbreviations if word in group for spelling in group}
        others = {one for group in self.spellings.abbreviations for one in group} - same
        return {word, *(one for one in same if len(one) > 1 and not any(other.startswith(one) for other in others))}

    def _codes_of_seats(self) -> None:
        for place in self.gemeinden.values():
            code(place, "postal_code", place.postal_code)

    def _former_keys(self, known: Sequence[Change]) -> None:
        """Keys that have ended lead to today's."""
        moved = moves(known)
        for change in known:
            for old, ars in zip(change.old, change.old_ars, strict=True):
                for ags in moved[old]:
                    code(self.gemeinden[ags], "former_key", old, ars)

    def _other_names(self, others: Mapping[str, Sequence[OtherName]]) -> None:
        """Names in other languages, and former names."""
        for key, known in others.items():
            place = self.gemeinden.get(key) or self.kreise.get(key) or self.laender[key]
            for one in known:
                self._namer.put(place, one.kind, fold(one.name))

    def _spas(self) -> None:
        """Spas answer without their `Bad`, too, and so do the Kreise called after them, where no municipality bears
        that name or adds it to its own (`Haren (Ems)`)."""
        known = {key for one in self.gemeinden.values() for key, how in one.words if how in ("exact", "alias")}
        known |= NO_NAMES | {addition(one.official_name or one.name) for one in self.gemeinden.values()}
        for place in (*self.gemeinden.values(), *self.kreise.values(), *self.localities.places.values()):
            for key, how in list(place.words):
                rest = key.removeprefix("bad ")
                if rest != key and how in ("exact", "alias", "locality") and rest not in known:
                    place.words.setdefault((rest, "alias" if how == "exact" else how))

    def places(self) -> list[Place]:
        """All places, each kind with the largest first; a locality is as large as what it lies in."""

        def size(place: Place) -> int:
            around = self.gemeinden.get(place.ags or "") or self.kreise.get(place.kreis_key or "")
            return (place.population if place.population is not None else around and around.population) or 0

        kreise = [one for one in self.kreise.values() if one.kind == "kreis"]
        laender = [one for one in self.laender.values() if one.kind == "land"]
        gemeinden = map(_with_codes, self.gemeinden.values())
        kinds: Iterable[Iterable[Place]] = (gemeinden, kreise, laender)
        found = [one for kind in kinds for one in sorted(kind, key=lambda one: (-size(one), one.name, one.ags or ""))]
        # Those of one municipality follow each other.
        return found + sorted(self.localities.places.values(), key=lambda one: (-size(one), one.ags or "", one.name))
