"""Build the store that answers by index, one SQLite file, from the tables, the chambers and the district.

It is done when the package is built, and in a checkout whenever something that it is made of has changed. The tables
stay the truth; nothing is in the store that does not follow from them.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from hwkcli import streams
from hwkcli.errors import BadData
from hwkcli.files import load, tables
from hwkcli.files.chambers import strays
from hwkcli.gazetteer.assemble import Gazetteer, Place
from hwkcli.model import CONFIDENCES, Chambers, Source, Territory
from hwkcli.naming.fold import fold

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT, name TEXT, land_key TEXT, official_name TEXT, type TEXT, ags TEXT, ars TEXT,
    kreis_key TEXT, town TEXT, population INTEGER, area_km2 REAL, postal_code TEXT, latitude REAL, longitude REAL,
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


def _responsible(
    chambers: Chambers, places: Gazetteer
) -> Iterator[tuple[str, str, str, str, str, str | None, str | None]]:
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
                *(
                    (f"für {some} der {count} {de}", f"for {some} of the {count} {en}")
                    if some < count
                    else (None, None)
                ),
            )


def _near(places: Iterable[Place]) -> str:
    """What may be suggested for a misspelling: a line for each folded name, with the name itself."""
    lines = {fold(one.name): one.name for one in reversed(list(places)) if one.kind != "unincorporated"}
    return "\n".join(f"{key}\t{name}" for key, name in lines.items())


def _source_row(one: Source, national: bool) -> tuple[object, ...]:
    texts = (*(one.document or (None, None)), *one.edition, *one.licence)
    return None, one.id, one.publisher, one.title, one.url, *texts, one.attribution, one.rank, national


def _compile(data: Path, file: Path, stamps: str) -> None:
    """Write the store of the tables in a data folder to a file that does not exist yet.

    `stamps` are kept with it, to tell later whether anything has changed. Raises BadFile and BadData for tables that
    are not in order, sqlite3.Error and OSError if the file cannot be written.
    """
    read = tables.read(data / "germany")
    chambers = load.chambers(data / "chambers.yaml")
    district = load.district(data / "districts.yaml")
    split = {one.key[:5] for one in chambers.territories if len(one.key) == 8}
    places = Gazetteer(read, tables.spellings(data / "germany" / "spellings.yaml"), district, split)
    faults = tuple(strays(data / "chambers.yaml", chambers, read))
    if faults:
        raise BadData(faults)
    rows = places.places()
    words = {(key, id, how) for id, place in enumerate(rows, 1) for key, how in place.words}
    with sqlite3.connect(file) as db:
        db.executescript(SCHEMA)
        db.executemany(
            f"INSERT INTO place VALUES ({','.join('?' * 17)})", ((id, *place[1:]) for id, place in enumerate(rows, 1))
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


def write(data: Path, file: Path, stamps: str) -> None:
    """Compile to a file beside, then put it in the place of what was there. Raises BadFile and BadData for
    tables that are not in order, sqlite3.Error and OSError if the file cannot be written."""
    with streams.whole(file, force=True) as (part,):
        _compile(data, part, stamps)
