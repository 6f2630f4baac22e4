"""Assemble all places of Germany, with the names and codes of each, from the tables and the district."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hwkcli.files import tables
from hwkcli.files.changes import Change, moves
from hwkcli.files.other_names import OtherName
from hwkcli.model import CONFIDENCES, District
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import KREIS_TITLES, NO_NAMES, bare, base, names, short, titled, variants

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


class Place(NamedTuple):
    """A row of the table `place`, without its id, and the keys under which it answers, with their ways."""

    words: dict[tuple[str, str], None]
    kind: str
    name: str
    land_key: str
    official_name: str | None = None
    type: str | None = None
    ags: str | None = None
    ars: str | None = None
    kreis_key: str | None = None
    town: str | None = None
    population: int | None = None
    area_km2: float | None = None
    postal_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    territory: str | None = None
    sources: str = "register"
    postal_codes: str = ""
    company_codes: str = ""
    confidence: str | None = None
    until: str | None = None
    part_of: str | None = None


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


def _shorter(name: str, city: bool) -> Iterator[str]:
    """The folded names of a locality without what tells it from its namesakes (`Osterwald (Garbsen)`, `Lengerich,
    Dorf`, `Fauerbach b. Nidda`); in a city, each of those that a slash joins (`Meiderich/Beeck`).

    >>> list(_shorter("Fauerbach b. Nidda", city=False)), list(_shorter("Rath/Heumar", city=True))
    (['fauerbach'], ['rath', 'heumar'])
    """
    first = short(name.partition(", ")[0])
    if first != fold(name) and first not in NO_NAMES:
        yield first
    for part in name.split("/")[1:] if city else ():
        if len(part.strip()) > 3 and fold(part).split()[0] not in NO_NAMES:
            yield fold(part)


def _rank(place: Place, key: str) -> tuple[bool, bool, int, str]:
    """How much a locality comes behind others of its municipality for a name."""
    own = fold(place.name)
    return own != key, key not in readings(own), CONFIDENCES.index(place.confidence or "low"), place.name


def _with_codes(place: Place) -> Place:
    """A municipality with the codes that it answers to, as text."""
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
        self.split = split
        """The keys of the Kreise that are split between chambers."""
        self.kreis_names = {kreis.key: kreis_name(kreis.name, kreis.type) for kreis in read.kreise}
        self.gemeinden = {one.ags: self._gemeinde(one) for one in read.gemeinden}
        self._of_area: dict[str, list[Place]] = defaultdict(list)
        self.kreise = {kreis.key: self._kreis(kreis) for kreis in read.kreise}
        self.laender = {land.key: self._land(land) for land in read.laender}
        self.localities: dict[tuple[str, str], Place] = {}
        words = (word for group in spellings.abbreviations for word in group if len(word) > 2)
        self.regions = {*words, *(fold(land.name) for land in read.laender)}
        """Words that only say where a place of the postal table is, behind a comma."""
        self._codes_of_seats()
        for ortsteil in read.ortsteile:
            self._ortsteil(ortsteil)
        for ort in read.orte:
            self._ort(ort)
        self._district(district)
        self._other_names(others)
        for place in self.gemeinden.values():
            for code in [key for key, how in place.words if how == "maybe" and (key, "postal_code") in place.words]:
                del place.words[code, "maybe"]
        self._former_keys(changes)
        self._one_locality_a_name()

    def _put(self, place: Place, how: str, *keys: str) -> None:
        for key in keys:
            for variant in variants(key, self.spellings.abbreviations):
                *whole, last = readings(variant)
                for reading in (*whole, last):
                    # `munster` is Munster; that it may be Münster, too, makes no name of it.
                    weak = how == "exact" and len(whole) == 2 and reading == last
                    place.words.setdefault((reading, "alias" if weak else how))

    @staticmethod
    def _code(place: Place, how: str, *codes: str | None) -> None:
        for code in filter(None, codes):
            place.words.setdefault((code, how))

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
            self._put(place, how, key)
        for key in titled(one.name):
            for reading in readings(key):
                place.words.setdefault((reading, "exact"))
        self._code(place, "key", one.ars, one.ags, one.kreis_key if kind == "city" else None)
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
            return city
        name = self.kreis_names[kreis.key]
        place = self._whole("kreis", kreis.key, name, kreis.name, kreis.type)
        self._put(place, "exact", fold(name), fold(f"{kreis.type} {kreis.name}"))
        bare_name = fold(kreis.name)
        for title in KREIS_TITLES:
            # The Landkreis of Rostock bears its title in its name.
            bare_name = bare_name.removeprefix(f"{title} ")
        self._put(place, "alias", fold(kreis.name), fold(kreis.name.partition(" (")[0]), bare_name)
        self._put(
            place,
            "alias",
            fold(kreis.name.removesuffix("-Kreis")),
            *map(fold, self.spellings.aliases.get(kreis.key, ())),
        )
        self._code(place, "key", kreis.key)
        self._codes_of_kreis(place, kreis)
        return place

    def _codes_of_kreis(self, place: Place, kreis: tables.Kreis) -> None:
        self._code(place, "nuts", fold(kreis.nuts3))
        for plate in kreis.plates.split():
            self._code(place, "plate", *readings(fold(plate)))

    def _land(self, land: tables.Land) -> Place:
        cities = [one for one in self._inside(land.key) if one.kind != "unincorporated"]
        place = cities[0] if len(cities) == 1 else self._whole("land", land.key, land.name, land.name)
        self._put(place, "exact", fold(land.name))
        self._put(place, "alias", *map(fold, self.spellings.aliases.get(land.key, ())))
        self._put(place, "region", *map(fold, self.spellings.regions.get(land.key, ())))
        self._code(place, "key", land.key)
        return place

    def _codes_of_seats(self) -> None:
        for place in self.gemeinden.values():
            self._code(place, "postal_code", place.postal_code)

    def _ortsteil(self, one: tables.Ortsteil) -> None:
        """A locality; one of low confidence stands in each municipality that it may lie in."""
        keys = [one.ags, *(one.alt_ags.split() if one.confidence == "low" else ())]
        for ags in keys:
            town = self.gemeinden[ags]
            place = self._locality(one.name, ags[:5], town, one.sources.split(), one.confidence)
            if place.confidence == one.confidence:
                known = place._replace(
                    latitude=float(one.latitude) if one.latitude else None,
                    longitude=float(one.longitude) if one.longitude else None,
                    until=one.until or None,
                    part_of=one.part_of or None,
                )
                self.localities[fold(one.name), ags] = known
            own = {key for key, _ in town.words}
            self._put(place, "locality", *(key for key in _shorter(one.name, town.kind == "city") if key not in own))

    def _ort(self, ort: tables.Ort) -> None:
        """A place of the postal table: its code, and its name if it is not that of its municipality."""
        town = self.gemeinden.get(ort.ags)
        if town and ort.match == "point":
            # That its position lies there makes it a candidate, no more.
            self._code(town, "maybe", ort.postal_code)
            town = None
        if town is None or town.ags is None:
            name, comma, region = ort.place.rpartition(", ")
            name = name if comma and fold(region) in self.regions else ort.place
            locality = self._locality(name, ort.kreis_key, None, ["postal_table"], "medium")
            self._code(locality, "postal_code", ort.postal_code)
            return
        self._code(town, "postal_code", ort.postal_code)
        own = {key for key, how in town.words if how in ("exact", "alias")}
        whole = fold(ort.place)
        if ort.match in ("name", "lists") or {whole, bare(whole)} & own:
            return
        words = ort.place.split()
        cuts = (cut for cut in range(len(words) - 1, 0, -1) if fold(" ".join(words[:cut])) in own)
        cut = next(cuts, 0)
        name = " ".join(words[cut:]).rpartition(", Gemeinde ")[0] or " ".join(words[cut:])
        # Hanstedt I is Hanstedt, and "Chemnitz, Sachsen" is Chemnitz.
        nothing_new = (cut > 0 and fold(name) in self.regions) or len(name) < 2
        if (
            nothing_new
            or (cut and re.match("(an|am|bei|im|in|ob|vor) ", name))
            or fold(ort.place.partition("/")[0]) in own
        ):
            self._put(town, "alias", whole)
        elif fold(name) not in own:
            confidence = "medium" if ort.match in ("locality", "neighbour") else "high"
            locality = self._locality(name.rpartition(", ")[2], town.ags[:5], town, ["postal_table"], confidence)
            self._put(locality, "locality", fold(name), whole)
            self._code(locality, "at", ort.postal_code)

    def _locality(
        self, name: str, kreis_key: str, town: Place | None, sources: Iterable[str], confidence: str
    ) -> Place:
        """The locality of a name in a municipality, or in a Kreis; with what is known best of it."""
        ags = town.ags if town else None
        key = (fold(name), ags or kreis_key)
        known = self.localities.get(key)
        if known is None:
            known = Place(
                words={},
                kind="locality",
                name=name,
                land_key=kreis_key[:2],
                ags=ags,
                kreis_key=kreis_key,
                town=town.name if town else None,
                territory=self._territory(kreis_key, ags),
                sources="",
            )
            self._put(known, "locality", fold(name))
        self.localities[key] = known._replace(
            sources=" ".join(dict.fromkeys((*known.sources.split(), *sources))),
            confidence=min(known.confidence or "low", confidence, key=CONFIDENCES.index),
        )
        return self.localities[key]

    def _district(self, district: District) -> None:
        """What the district's own file knows beyond the tables: printed names, aliases, localities, codes of
        companies."""
        release = [one.source for one in district.facts if "printed_name" in one.fields]
        for kreis in district.kreise:
            aliases = [*kreis.aliases, kreis.short_name or kreis.name]
            self._put(self.kreise[kreis.key], "alias", *map(fold, aliases))
            for town in kreis.towns:
                place = self.gemeinden[town.ags]
                if town.kind == "locality":
                    place = self._locality(town.name, kreis.key, place, release, "high")
                self._put(place, "alias", *map(fold, town.aliases))
                self._put(place, "printed", fold(town.printed_name or town.name))
                self._code(place, "postal_code", *(town.postal_codes if town.kind != "locality" else ()))
                self._code(place, "company", *town.company_postal_codes)
                for one in town.localities:
                    inside = self._locality(one.name, kreis.key, place, one.sources, "high")
                    if one.part_of:
                        inside = inside._replace(part_of=one.part_of)
                        self.localities[fold(one.name), town.ags] = inside
                    short = fold(re.sub("^Stadtbezirk ", "", one.name))
                    self._put(inside, "locality", short, fold(one.name))

    def _former_keys(self, known: Sequence[Change]) -> None:
        """Keys that have ended lead to today's."""
        moved = moves(known)
        for change in known:
            for old, ars in zip(change.old, change.old_ars, strict=True):
                for ags in moved[old]:
                    self._code(self.gemeinden[ags], "former_key", old, ars)

    def _other_names(self, others: Mapping[str, Sequence[OtherName]]) -> None:
        """Names in other languages, and former names."""
        for key, known in others.items():
            place = self.gemeinden.get(key) or self.kreise.get(key) or self.laender[key]
            for one in known:
                self._put(place, one.kind, fold(one.name))

    def _one_locality_a_name(self) -> None:
        """In a municipality one locality answers to a name: the one that bears it before those that are only called so
        for short (Aplerbeck before Stadtbezirk Aplerbeck), then what is known better."""
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in self.localities.values():
            for key, how in place.words:
                if how == "locality" and place.ags:
                    found[key, place.ags].append(place)
        for (key, _), group in found.items():
            if len(group) > 1:
                group.sort(key=lambda one: _rank(one, key))
                for place in group[1:]:
                    del place.words[key, "locality"]

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
        return found + sorted(self.localities.values(), key=lambda one: (-size(one), one.ags or "", one.name))
