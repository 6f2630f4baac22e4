"""Compile the tables, the chambers and the names of the district into the store that answers by index: one SQLite file.

It is done when the package is built, and in a checkout whenever something that it is made of has changed. The tables stay
the truth; nothing is in the store that does not follow from them.
"""

import os
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hwkcli import store
from hwkcli.errors import BadData, Fault
from hwkcli.germany import tables
from hwkcli.germany.spelling import bare, base, names, variants
from hwkcli.model import CONFIDENCES, Chambers, District, Source, Territory
from hwkcli.names import fold, readings

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

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT, name TEXT, official_name TEXT, type TEXT, ags TEXT, ars TEXT, kreis_key TEXT,
    land_key TEXT, town TEXT, population INTEGER, area_km2 REAL, postal_code TEXT, latitude REAL, longitude REAL,
    territory TEXT, sources TEXT
);
CREATE TABLE word (key TEXT, place INTEGER, how TEXT, PRIMARY KEY (key, place, how)) WITHOUT ROWID;
CREATE TABLE area (key TEXT PRIMARY KEY, name TEXT, kind TEXT) WITHOUT ROWID;
CREATE TABLE chamber (
    code TEXT PRIMARY KEY, name TEXT, short_name TEXT, district TEXT, seat TEXT, land TEXT, web TEXT, sources TEXT,
    note_de TEXT, note_en TEXT
) WITHOUT ROWID;
CREATE TABLE responsible (
    territory TEXT, chamber TEXT, basis TEXT, confidence TEXT, sources TEXT, note_de TEXT, note_en TEXT,
    PRIMARY KEY (territory, chamber)
) WITHOUT ROWID;
CREATE TABLE source (
    at INTEGER PRIMARY KEY, id TEXT UNIQUE, publisher TEXT, title TEXT, url TEXT, document_de TEXT, document_en TEXT,
    edition_de TEXT, edition_en TEXT, licence_de TEXT, licence_en TEXT, attribution TEXT, rank TEXT, national INTEGER
);
CREATE TABLE provenance (fields TEXT, source TEXT, as_of TEXT);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE INDEX place_by_kreis ON place (kreis_key);
"""


class _Place(NamedTuple):
    """A row of the table `place`, without its id, and the keys under which it answers, with their ways."""

    kind: str
    name: str
    official_name: str | None
    type: str | None
    ags: str | None
    ars: str | None
    kreis_key: str | None
    land_key: str
    town: str | None
    population: int | None
    area_km2: float | None
    postal_code: str | None
    latitude: float | None
    longitude: float | None
    territory: str | None
    sources: str
    words: dict[tuple[str, str], None]


def kreis_name(name: str, type: str) -> str:
    """The name of a Kreis that tells it from the city of its name.

    >>> kreis_name("München", "Landkreis"), kreis_name("Ostalbkreis", "Landkreis"), kreis_name("Bochum, Stadt", "kreisfreie Stadt")
    ('Landkreis München', 'Ostalbkreis', 'Bochum')
    """
    if type in ("kreisfreie Stadt", "Stadtkreis"):
        return base(name)
    return name if re.search("kreis|region", name.casefold()) else f"{type} {name}"


class _Gazetteer:
    """All places, made of the tables and the district."""

    def __init__(self, read: tables.Tables, spellings: tables.Spellings, district: District, split: set[str]) -> None:
        self.spellings = spellings
        self.split = split
        """The keys of the Kreise that are split between chambers."""
        self.kreis_names = {kreis.key: kreis_name(kreis.name, kreis.type) for kreis in read.kreise}
        self.gemeinden = {one.ags: self._gemeinde(one) for one in read.gemeinden}
        self.kreise = {kreis.key: self._kreis(kreis) for kreis in read.kreise}
        self.laender = {land.key: self._land(land) for land in read.laender}
        self.localities: dict[tuple[str, str], _Place] = {}
        self._codes_of_seats()
        for ort in read.orte:
            self._ort(ort)
        self._district(district)

    def _put(self, place: _Place, how: str, *keys: str) -> None:
        for key in keys:
            for variant in variants(key, self.spellings.abbreviations):
                for reading in readings(variant):
                    place.words.setdefault((reading, how))

    @staticmethod
    def _code(place: _Place, how: str, *codes: str | None) -> None:
        for code in filter(None, codes):
            place.words.setdefault((code, how))

    def _territory(self, kreis_key: str, ags: str | None) -> str | None:
        """The key under which the chamber of a place is found."""
        if kreis_key not in self.kreis_names:
            return None
        return ags if ags and kreis_key in self.split else kreis_key

    def _gemeinde(self, one: tables.Gemeinde) -> _Place:
        kind = KINDS[one.type]
        place = _Place(
            kind,
            base(one.name),
            one.name,
            one.type,
            one.ags,
            one.ars,
            one.kreis_key if one.kreis_key in self.kreis_names else None,
            one.ags[:2],
            base(one.name),
            int(one.population),
            float(one.area_km2) if one.area_km2 else None,
            one.postal_code or None,
            float(one.latitude) if one.latitude else None,
            float(one.longitude) if one.longitude else None,
            self._territory(one.kreis_key, one.ags),
            "register",
            {},
        )
        for key, how in names(one.name):
            self._put(place, how, key)
        self._code(place, "key", one.ars, one.ags, one.kreis_key if kind == "city" else None)
        return place

    def _inside(self, key: str) -> list[_Place]:
        return [one for ags, one in self.gemeinden.items() if ags.startswith(key)]

    def _whole(self, kind: str, key: str, name: str, official: str, type: str | None) -> _Place:
        """A Kreis or a Land: its figures are the sums over what lies inside."""
        inside = self._inside(key)
        kreis_key = key if kind == "kreis" else None
        people = sum(one.population or 0 for one in inside)
        area = round(sum(one.area_km2 or 0 for one in inside), 2)
        empty = (None, None, None)
        return _Place(
            *(kind, name, official, type, None, None, kreis_key, key[:2], None, people, area, *empty, key),
            "register",
            {},
        )

    def _kreis(self, kreis: tables.Kreis) -> _Place:
        if kreis.type in ("kreisfreie Stadt", "Stadtkreis"):
            (city,) = (one for one in self._inside(kreis.key) if one.kind == "city")
            return city
        name = self.kreis_names[kreis.key]
        place = self._whole("kreis", kreis.key, name, kreis.name, kreis.type)
        self._put(place, "exact", fold(name), fold(f"{kreis.type} {kreis.name}"))
        self._put(place, "alias", fold(kreis.name))
        stem = re.sub(r"[\s-]?kreis$", "", kreis.name, flags=re.IGNORECASE)
        self._put(place, "alias", fold(stem), *map(fold, self.spellings.aliases.get(kreis.key, ())))
        self._code(place, "key", kreis.key)
        return place

    def _land(self, land: tables.Land) -> _Place:
        cities = [one for one in self._inside(land.key) if one.kind != "unincorporated"]
        place = cities[0] if len(cities) == 1 else self._whole("land", land.key, land.name, land.name, None)
        self._put(place, "exact", fold(land.name))
        self._put(place, "alias", *map(fold, self.spellings.aliases.get(land.key, ())))
        self._code(place, "key", land.key)
        return place

    def _codes_of_seats(self) -> None:
        for place in self.gemeinden.values():
            self._code(place, "postal_code", place.postal_code)

    def _ort(self, ort: tables.Ort) -> None:
        """A place of the postal table: its code, and its name if it is not that of its municipality."""
        town = self.gemeinden.get(ort.ags)
        if town is None:
            locality = self._locality(ort.place, ort.kreis_key, None, ["postal_table"])
            self._code(locality, "postal_code", ort.postal_code)
            return
        self._code(town, "postal_code", ort.postal_code)
        own = {key for key, how in town.words if how in ("exact", "alias")}
        whole = fold(ort.place)
        if ort.match == "name" or {whole, bare(whole)} & own:
            return
        words = ort.place.split()
        cuts = (cut for cut in range(len(words) - 1, 0, -1) if fold(" ".join(words[:cut])) in own)
        cut = next(cuts, 0)
        name = " ".join(words[cut:]).rpartition(", Gemeinde ")[0] or " ".join(words[cut:])
        if (cut and re.match("(an|am|bei|im|in|ob|vor) ", name)) or fold(ort.place.partition("/")[0]) in own:
            self._put(town, "alias", whole)
        elif fold(name) not in own:
            locality = self._locality(name.rpartition(", ")[2], ort.kreis_key, town, ["postal_table"])
            self._put(locality, "locality", fold(name), whole)
            self._code(locality, "at", ort.postal_code)

    def _locality(self, name: str, kreis_key: str, town: _Place | None, sources: Sequence[str]) -> _Place:
        ags = town.ags if town else None
        key = (fold(name), ags or kreis_key)
        if key not in self.localities:
            nothing = (None, None, None, None, None)
            self.localities[key] = _Place(
                *("locality", name, None, None, ags, None, kreis_key, kreis_key[:2], town.name if town else None),
                *(*nothing, self._territory(kreis_key, ags), " ".join(sources), {}),
            )
            self._put(self.localities[key], "locality", fold(name))
        return self.localities[key]

    def _district(self, district: District) -> None:
        """What the district's own file knows beyond the tables: printed names, aliases, localities, codes of companies."""
        release = [one.source for one in district.facts if "printed_name" in one.fields]
        for kreis in district.kreise:
            aliases = [*kreis.aliases, kreis.short_name or kreis.name]
            self._put(self.kreise[kreis.key], "alias", *map(fold, aliases))
            for town in kreis.towns:
                place = self.gemeinden[town.ags]
                if town.kind == "locality":
                    place = self._locality(town.name, kreis.key, place, release)
                self._put(place, "alias", *map(fold, town.aliases))
                self._put(place, "printed", fold(town.printed_name))
                self._code(place, "postal_code", *(town.postal_codes if town.kind != "locality" else ()))
                self._code(place, "company", *town.company_postal_codes)
                for one in town.localities:
                    inside = self._locality(one.name, kreis.key, place, one.sources)
                    short = fold(re.sub("^Stadtbezirk ", "", one.name))
                    self._put(inside, "locality", short, fold(one.name))

    def places(self) -> list[_Place]:
        """All places, each kind with the largest first; a locality is as large as what it lies in."""

        def size(place: _Place) -> int:
            around = self.gemeinden.get(place.ags or "") or self.kreise.get(place.kreis_key or "")
            return (place.population if place.population is not None else around and around.population) or 0

        kreise = [one for one in self.kreise.values() if one.kind == "kreis"]
        laender = [one for one in self.laender.values() if one.kind == "land"]
        kinds: Iterable[Iterable[_Place]] = (self.gemeinden.values(), kreise, laender, self.localities.values())
        return [one for kind in kinds for one in sorted(kind, key=lambda one: (-size(one), one.name, one.ags or ""))]


def _responsible(chambers: Chambers, places: _Gazetteer) -> Iterator[tuple[str, str, str, str, str, str | None, str | None]]:
    """The evidence for each territory, and for each Kreis and Land that has several chambers or none of its own."""
    by_key: dict[str, list[Territory]] = defaultdict(list)
    for one in chambers.territories:
        by_key[one.key].append(one)
    for key, group in by_key.items():
        for one in group:
            note = (one.note.de, one.note.en) if one.note else (None, None)
            yield key, one.chamber, one.basis, one.confidence, " ".join(one.sources), *note
    for whole, length, de, en in (
        *((key, 8, "Gemeinden", "municipalities") for key in sorted(places.split)),
        *((key, 5, "Kreise", "Kreise") for key, land in places.laender.items() if land.kind == "land"),
    ):
        members = [key for key in by_key if key.startswith(whole)]
        count = len({key[:length] for key in members})
        for chamber in sorted({one.chamber for key in members for one in by_key[key]}):
            own = [one for key in members for one in by_key[key] if one.chamber == chamber]
            bases = {one.basis for one in own}
            confidence = max((one.confidence for one in own), key=CONFIDENCES.index)
            sources = list(dict.fromkeys(id for one in own for id in one.sources))
            some = len({one.key[:length] for one in own})
            yield (
                *(whole, chamber, bases.pop() if len(bases) == 1 else "mixed", confidence, " ".join(sources)),
                *(f"für {some} der {count} {de}", f"for {some} of the {count} {en}"),
            )


def _near(places: Iterable[_Place]) -> str:
    """What may be suggested for a misspelling: a line for each folded name, with the name itself."""
    lines = {fold(one.name): one.name for one in reversed(list(places)) if one.kind != "unincorporated"}
    return "\n".join(f"{key}\t{name}" for key, name in lines.items())


def _source_row(one: Source, national: bool) -> tuple[object, ...]:
    texts = (*(one.document or (None, None)), *one.edition, *one.licence)
    return None, one.id, one.publisher, one.title, one.url, *texts, one.attribution, one.rank, national


def compile(data: Path, file: Path, stamps: str) -> None:
    """Write the store of the tables in a data folder to a file that does not exist yet.

    `stamps` are kept with it, to tell later whether anything has changed. Raises BadFile and BadData for tables that are not
    in order, sqlite3.Error and OSError if the file cannot be written.
    """
    read = tables.read(data / "germany")
    chambers = store.chambers(data / "chambers.yaml")
    district = store.load(data / "districts.yaml")
    split = {one.key[:5] for one in chambers.territories if len(one.key) == 8}
    places = _Gazetteer(read, tables.spellings(data / "germany" / "spellings.yaml"), district, split)
    _agree(data / "chambers.yaml", chambers, read, places)
    rows = places.places()
    words = {(key, id, how) for id, place in enumerate(rows, 1) for key, how in place.words}
    with sqlite3.connect(file) as db:
        db.executescript(SCHEMA)
        db.executemany(
            f"INSERT INTO place VALUES ({','.join('?' * 17)})", ((id, *place[:-1]) for id, place in enumerate(rows, 1))
        )
        db.executemany("INSERT INTO word VALUES (?, ?, ?)", sorted(words))
        areas = [(key, name, places.kreise[key].kind) for key, name in places.kreis_names.items()]
        db.executemany("INSERT INTO area VALUES (?, ?, ?)", areas)
        db.executemany("INSERT INTO area VALUES (?, ?, 'land')", ((land.key, land.name) for land in read.laender))
        db.executemany(
            f"INSERT INTO chamber VALUES ({','.join('?' * 10)})",
            (
                (
                    *(one.code, one.name, one.short_name, one.district, one.seat, one.land, one.web),
                    *(" ".join(one.sources), *(one.note or (None, None))),
                )
                for one in chambers.chambers
            ),
        )
        db.executemany("INSERT INTO responsible VALUES (?, ?, ?, ?, ?, ?, ?)", _responsible(chambers, places))
        sources = [_source_row(one, True) for one in (*read.origins.sources, *chambers.sources)]
        sources += [_source_row(one, False) for one in district.sources]
        db.executemany(f"INSERT INTO source VALUES ({','.join('?' * 14)})", sources)
        facts = ((" ".join(one.fields), one.source, one.as_of) for one in read.origins.facts)
        db.executemany("INSERT INTO provenance VALUES (?, ?, ?)", facts)
        db.executemany("INSERT INTO fact VALUES (?, ?)", (("stamps", stamps), ("near", _near(rows))))
    db.execute("ANALYZE")
    db.execute("VACUUM")
    db.close()


def _agree(file: Path, chambers: Chambers, read: tables.Tables, places: _Gazetteer) -> None:
    """Every Kreis has a chamber, or each of its municipalities has; every key of a chamber has its place, of that name.
    Raises BadData with all that is not so."""
    faults = []
    names = {kreis.key: base(kreis.name) for kreis in read.kreise} | {one.ags: base(one.name) for one in read.gemeinden}
    for one in chambers.territories:
        if names.get(one.key) != one.name:
            found = f"{one.key} {one.name}"
            faults.append(Fault(str(file), None, one.chamber, found, f"{one.key} {names.get(one.key, 'nowhere')}"))
    known = Counter(one.key for one in chambers.territories)
    for ags, place in places.gemeinden.items():
        if place.territory and place.territory not in known and place.kind != "unincorporated":
            faults.append(Fault(str(file), None, "chambers", f"no chamber for {ags} {place.name}", "a chamber"))
    if faults:
        raise BadData(tuple(faults))


def write(data: Path, file: Path, stamps: str) -> None:
    """Compile to a file beside, then put it in the place of what was there. Raises what `compile` raises."""
    aside = file.with_name(f".{file.name}-{os.urandom(6).hex()}.part")
    try:
        compile(data, aside, stamps)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
