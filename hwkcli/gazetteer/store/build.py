"""Build the store that answers by index, one SQLite file, from the tables, the chambers and the district.

It is done when the package is built, and in a checkout whenever something that it is made of has changed. The tables
stay the truth; nothing is in the store that does not follow from them.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hwkcli import whole_files
from hwkcli.errors import BadData
from hwkcli.files import changes, load, other_names, tables
from hwkcli.files.chambers import strays
from hwkcli.gazetteer.history import fill
from hwkcli.gazetteer.store import content, freshness, listed
from hwkcli.gazetteer.store.assemble import Gazetteer
from hwkcli.gazetteer.store.place_rows import Place
from hwkcli.gazetteer.store.schema import MICRO, NAMES, SCHEMA, WAYS, packed
from hwkcli.model import CONFIDENCES, Chamber, Chambers, Source, Territory
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import addition, short
from hwkcli.naming.titles import untitled


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


def _near(places: Iterable[Place]) -> tuple[str, str]:
    """What may be suggested for a misspelling, the most important first: the lines of folded names, and for each the
    line with the name, the kind of the place and the key of its Kreis."""
    sure = (one for one in places if one.kind != "unincorporated" and one.confidence != "low")
    lines: dict[str, str] = {}
    for one in sure:
        bare = (rest for rest, _ in untitled(fold(one.name))) if one.kind == "kreis" else ()
        for key in (fold(one.name), short(one.name), *bare):
            reading = readings(key)[:2][-1]
            lines.setdefault(reading, f"{one.name}\t{one.kind}\t{one.kreis_key or ''}")
    return "\n".join(lines), "\n".join(lines.values())


def _source_row(one: Source, national: bool) -> tuple[object, ...]:
    texts = (*(one.document or (None, None)), *one.edition, *one.licence)
    of_file = (one.file, one.retrieved, one.sha256)
    return (None, *one[:4], *texts, one.attribution, one.rank, *of_file, national)


def _fill_places(db: sqlite3.Connection, places: Sequence[Place], abbreviations: Sequence[Sequence[str]]) -> None:
    """Write the places, with their ids from 1 on, the words that lead to them, and what they add to their names, also
    as it is commonly shortened."""
    around: dict[str | None, int] = {}
    for id, place in enumerate(places, 1):
        if place.kind != "locality":
            around[place.ags or place.kreis_key] = id
        if place.kind == "city":
            around[place.kreis_key] = id
    cited = {sources: id for id, sources in enumerate(sorted({place.sources for place in places}), 1)}
    db.executemany("INSERT INTO cited VALUES (?, ?)", ((id, sources) for sources, id in cited.items()))
    inside: dict[int, list[int]] = defaultdict(list)
    names_of: dict[int, set[str]] = {}
    names_inside: dict[int, set[str]] = defaultdict(set)
    words: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for id, place in enumerate(places, 1):
        position = [
            None if degrees is None else round(degrees * MICRO) for degrees in (place.latitude, place.longitude)
        ]
        ways = {(key, WAYS.index(how)) for key, how in place.words}
        names = {key for key, way in ways if way < NAMES}
        for key, way in ways:
            words[key].append((id, way))
        if place.kind == "locality":
            lies_in = around[place.ags or place.kreis_key]
            inside[lies_in].append(id)
            if place.ags:
                names_inside[lies_in] |= names.difference(names_of[lies_in], readings(fold(place.name)))
            of_it = (place.confidence, place.until, place.part_of, None if place.ags else "\n".join(sorted(names)))
            row: tuple[object, ...] = (id, lies_in, place.name, *position, cited[place.sources], *of_it)
            db.execute(f"INSERT INTO locality VALUES ({','.join('?' * len(row))})", row)
        else:
            names_of[id] = names
            whole = (id, *place[1:9], *place[10:13], *position, place.territory, cited[place.sources])
            row = (*whole, place.postal_codes, place.company_codes, "\n".join(sorted(names)))
            if place.ags and None not in position and (added := addition(place.official_name or place.name)):
                # What one letter is short for may be anything (`Essen/R.`).
                groups = (group for group in abbreviations if added in group)
                spellings = {added, *(one for group in groups for one in group if len(one) > 1)}
                rows = ((reading, *position) for one in sorted(spellings) for reading in readings(one))
                db.executemany("INSERT INTO addition VALUES (?, ?, ?)", rows)
            db.execute(f"INSERT INTO place VALUES ({','.join('?' * len(row))})", row)
    spans = ((id, own[0], own[-1], "\n".join(sorted(names_inside[id])) or None) for id, own in inside.items())
    db.executemany("INSERT INTO inside VALUES (?, ?, ?, ?)", spans)
    db.executemany("INSERT INTO word VALUES (?, ?)", ((key, packed(hits)) for key, hits in sorted(words.items())))


def _compile(data: Path, file: Path, made_of: str) -> None:
    """Write the store of the tables in a data folder to a file that does not exist yet.

    `made_of` is kept with it, to tell later whether anything has changed. Raises BadFile and BadData for tables that
    are not in order, sqlite3.Error and OSError if the file cannot be written.
    """
    read = tables.read(data / "germany")
    chambers = load.chambers(data / "chambers.yaml")
    district = load.district(data / "districts.yaml")
    split = {one.key[:5] for one in chambers.territories if len(one.key) == 8}
    spellings = tables.spellings(data / "germany" / "spellings.yaml")
    others = other_names.read(data / "germany" / "other_names.yaml")
    known_changes = changes.read(data / "germany" / "changes.yaml")
    places = Gazetteer(read, spellings, others, known_changes, district, split)
    faults = tuple(strays(data / "chambers.yaml", chambers, read))
    if faults:
        raise BadData(faults)
    rows = places.places()
    with sqlite3.connect(file) as db:
        # Whatever fails, the file is thrown away: it needs no journal.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(SCHEMA)
        _fill_places(db, rows, spellings.abbreviations)
        codes = {kreis.key: (kreis.nuts3, kreis.plates) for kreis in read.kreise}
        areas = [(key, name, places.kreise[key].kind, *codes[key]) for key, name in places.kreis_names.items()]
        areas += [(land.key, land.name, "land", "", "") for land in read.laender]
        db.executemany("INSERT INTO area VALUES (?, ?, ?, ?, ?)", areas)
        db.executemany("INSERT INTO region VALUES (?, ?)", read.regierungsbezirke)
        db.executemany("INSERT INTO association VALUES (?, ?, ?)", read.verbaende)
        db.executemany(f"INSERT INTO chamber VALUES ({','.join('?' * 18)})", map(_chamber_row, chambers.chambers))
        db.executemany("INSERT INTO responsible VALUES (?, ?, ?, ?, ?, ?, ?)", _responsible(chambers, places))
        boundaries = tables.origins(data / "germany" / "geometry" / "sources.yaml").sources
        sources = [_source_row(one, True) for one in (*read.origins.sources, *boundaries, *chambers.sources)]
        sources += [_source_row(one, False) for one in district.sources]
        db.executemany(f"INSERT INTO source VALUES ({','.join('?' * 17)})", sources)
        facts = ((" ".join(one.fields), one.source, one.as_of) for one in read.origins.facts)
        db.executemany("INSERT INTO provenance VALUES (?, ?, ?)", facts)
        (home,) = (one.code for one in chambers.chambers if one.name == district.chamber.name)
        near, labels = _near(rows)
        made = (("made_of", made_of), ("near", near), ("near_labels", labels), ("home", home))
        db.executemany("INSERT INTO fact VALUES (?, ?)", made)
        listed.fill(db, read.orte)
        fill.create(db, data / "germany" / "history")
        db.execute("INSERT INTO fact VALUES (?, ?)", (content.FACT, content.digest(db)))
    db.execute("ANALYZE")
    db.execute("VACUUM")
    db.close()


def _chamber_row(one: Chamber) -> tuple[str | None, ...]:
    named = (one.code, one.name, one.short_name, one.district, one.seat, one.land, one.web, " ".join(one.sources))
    known = one.address
    printed: tuple[str | None, ...] = (None,) * 7
    if known:
        where = (known.street, known.postal_code, known.city, known.as_of)
        printed = (*where, " ".join(known.sources), *(known.note or (None, None)))
    return *named, *(one.note or (None, None)), one.contact_page, *printed


def write(data: Path, file: Path) -> None:
    """Compile to a file beside, then put it in the place of what was there. Raises BadFile and BadData for
    tables that are not in order, sqlite3.Error and OSError if the file cannot be written."""
    files = freshness.parts(data)
    made_of = freshness.digest(files)
    if file.exists() and not file.is_file() and not file.is_dir():
        file.unlink()  # a pipe would be written to, and wait for a reader for ever
    with whole_files.whole(file, force=True) as (part,):
        _compile(data, part, made_of)
    freshness.remember(files, file, made_of)
