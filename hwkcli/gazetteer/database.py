"""Find and open the compiled store of all places and chambers, and hand out its records.

In a checkout the store is compiled again whenever the tables, or the rooms that compile them, are not those that it
was made of. An installed package has no tables, only the store.
"""

import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from os import environ
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import BadFile, Message
from hwkcli.files.shipped import folder
from hwkcli.gazetteer import freshness
from hwkcli.gazetteer.entries import Hit, Place, Responsible, Size
from hwkcli.gazetteer.freshness import STORE
from hwkcli.gazetteer.schema import MICRO, OWN_NAME, WAYS
from hwkcli.language import language, pick
from hwkcli.model import CONFIDENCES, Address, Chamber, Provenance, Source, Text
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.similar import LONGEST, Neighbours

_PLACE = f"""
    p.id, p.kind, p.name, p.land_key, p.official_name, p.type, p.ags, p.ars, p.kreis_key, t.name, p.population,
    p.area_km2, p.postal_code, p.latitude / {MICRO}.0, p.longitude / {MICRO}.0, p.territory, c.sources, k.name, l.name,
    p.postal_codes, p.company_codes, p.confidence, p.until, p.part_of
    FROM place p LEFT JOIN place t ON t.id = p.town JOIN cited c ON c.id = p.sources
    LEFT JOIN area k ON k.key = p.kreis_key JOIN area l ON l.key = p.land_key
"""


_OLDER = Text(
    "die Tabellen haben sich geändert; der Speicher wird neu gebaut (einige Sekunden)",
    "the tables have changed; the store is built again (some seconds)",
)
_MISSING = Text(
    "der Speicher fehlt noch und wird aus den Tabellen gebaut (einige Sekunden)",
    "there is no store yet; it is built from the tables (some seconds)",
)


class _Connection:
    """A connection to the store, closed when nobody has it any more."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.execute = db.execute
        self._close = db.close

    def __del__(self) -> None:
        self._close()


class _Connections(threading.local):
    """A connection to the store for each thread."""

    db: _Connection | None = None


_connections = _Connections()


def _db() -> _Connection:
    if _connections.db is None:
        _connections.db = _Connection(_open())
    return _connections.db


def _open() -> sqlite3.Connection:
    """A connection to the store, compiled again if need be. Raises BadFile if there is none to be had."""
    data = folder()
    file = data / STORE
    files = freshness.parts(data)
    if files and not freshness.is_fresh(files, file, _made_of(file)):
        _build(data, file)
    try:
        return _connect(file)
    except (sqlite3.Error, OSError) as error:
        raise _broken(file, error) from None


def _build(data: Path, file: Path) -> None:
    """Compile the store of a checkout, and say so, for it takes some seconds."""
    from hwkcli.gazetteer.build import write

    lang = language(None, environ)
    known = _OLDER if file.exists() else _MISSING
    with suppress(OSError, ValueError, AttributeError):
        # Nobody may be there to read it.
        sys.stderr.write(f"hwk: {pick(known, lang)}\n")
        sys.stderr.flush()
    try:
        write(data, file)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        if file.exists():
            old = "{file} is older than its tables, and cannot be built again: {reason}"
            raise BadFile(old, file=file, reason=reason) from None
        raise BadFile("{file} is missing, and cannot be built: {reason}", file=file, reason=reason) from None


def _connect(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        # To open a pipe would wait for someone to write into it.
        raise FileNotFoundError(2, "there is no such file" if not file.exists() else "it is no regular file")
    # Each thread asks by its own connection, but when the thread is gone any other one may close it.
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _broken(file: Path, error: Exception) -> BadFile:
    reason = getattr(error, "strerror", None) or error
    return BadFile("{file}: {reason}; install hwkcli again", file=file, reason=Message(str(reason)))


def _made_of(file: Path) -> str | None:
    """The digest of what a store was made of; None if there is no store, or a broken one."""
    try:
        with closing(_connect(file)) as db:
            ((value,),) = db.execute("SELECT value FROM fact WHERE name = 'made_of'").fetchall()
    except (sqlite3.Error, OSError, ValueError):
        return None
    return str(value)


def rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a query finds, also one of tables that have a room of their own. Raises BadFile for a broken store."""
    try:
        return _db().execute(query, values).fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _broken(folder() / STORE, error) from None


def _numbers(*hows: str) -> str:
    """The numbers of some ways of answering, for a query."""
    return ",".join(str(number) for number, way in enumerate(WAYS) if way in hows)


def hits(key: str) -> tuple[Hit, ...]:
    """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
    found = rows(f"SELECT w.how, {_PLACE} JOIN word w ON w.place = p.id WHERE w.key = ? ORDER BY p.id", (key,))
    return tuple([Hit(WAYS[row[0]], Place._make(row[1:])) for row in found])


def places(first: int = 0, last: int = 1 << 62) -> Iterator[Place]:
    """All places, or those of the ids from the first to the last, in the order of the ids: municipalities first, of
    each kind the largest first."""
    return map(Place._make, rows(f"SELECT {_PLACE} WHERE p.id BETWEEN ? AND ? ORDER BY p.id", (first, last)))


def words() -> Iterator[tuple[str, int, str]]:
    """All folded names and codes, each with the id of a place that answers to it, and how."""
    return ((key, id, WAYS[how]) for key, id, how in rows("SELECT key, place, how FROM word ORDER BY key, place"))


def towns() -> Iterable[tuple[int, int]]:
    """The id of each municipality and locality, with that of the municipality that it is or lies in; its own again
    where that is not known."""
    return rows("SELECT id, ifnull(town, id) FROM place WHERE kind NOT IN ('kreis', 'land')")


def names_of_towns(shortest: int = 0, longest: int = LONGEST) -> Iterator[str]:
    """The folded names of municipalities that have so many letters."""
    query = f"""SELECT DISTINCT w.key FROM word w WHERE w.place <= (SELECT max(id) FROM place WHERE ars IS NOT NULL)
        AND w.how < {OWN_NAME} AND length(w.key) BETWEEN ? AND ?"""
    return (name for (name,) in rows(query, (shortest, longest)))


@cache
def area(key: str) -> tuple[str, str]:
    """The name and the kind (`city`, `kreis`, `land`) of a Kreis or a Land. Raises KeyError if there is none."""
    for name, kind in rows("SELECT name, kind FROM area WHERE key = ?", (key,)):
        return name, kind
    raise KeyError(key)


class Codes(NamedTuple):
    """The codes of a Kreis that are no keys."""

    nuts3: str | None
    car_plates: tuple[str, ...]
    """What is known of them: a plate that only some towns of the Kreis have is not among them."""


def codes(kreis_key: str) -> Codes:
    """The NUTS-3 code and the car plates of a Kreis or kreisfreie Stadt; of none, nothing."""
    for nuts3, plates in rows("SELECT nuts3, plates FROM area WHERE key = ?", (kreis_key,)):
        return Codes(nuts3 or None, tuple(plates.split()))
    return Codes(None, ())


def kreise() -> tuple[tuple[str, str], ...]:
    """The keys and names of all Kreise and kreisfreie Städte."""
    return tuple((key, name) for key, name in rows("SELECT key, name FROM area WHERE kind <> 'land' ORDER BY key"))


def regierungsbezirke() -> tuple[tuple[str, str], ...]:
    """The keys (of three digits) and printed names of the Regierungsbezirke, and of the regions of Länder without."""
    return tuple((key, name) for key, name in rows("SELECT key, name FROM region ORDER BY key"))


def land(key: str) -> str | None:
    """The name of the Land of a key of two digits; None if there is none."""
    try:
        return area(key)[0]
    except KeyError:
        return None


def inside(key: str, kinds: Sequence[str]) -> tuple[Place, ...]:
    """The places of some kinds in a Kreis or, for a key of two digits, in a Land; in the order of their keys."""
    marks = ",".join("?" * len(kinds))
    order = "ORDER BY p.kreis_key, p.ags, p.id"
    column = "p.land_key" if len(key) == 2 else "p.kreis_key"
    # Said once more, so that the index of all that are no localities is used.
    some = "" if "locality" in kinds else "AND p.kind <> 'locality'"
    found = rows(f"SELECT {_PLACE} WHERE {column} = ? AND p.kind IN ({marks}) {some} {order}", (key, *kinds))
    return tuple(map(Place._make, found))


@cache
def responsible(territory: str) -> tuple[Responsible, ...]:
    """The chambers responsible for a territory, by their codes."""
    found = rows("SELECT * FROM responsible WHERE territory = ? ORDER BY chamber", (territory,))
    return tuple(
        Responsible(chamber(code), basis, confidence, tuple(sources.split()), Text(de, en) if de else None)
        for _, code, basis, confidence, sources, de, en in found
    )


@cache
def chamber(code: str) -> Chamber:
    """The chamber of a code. Raises KeyError if there is none."""
    for row in rows("SELECT * FROM chamber WHERE code = ?", (code,)):
        return _chamber(row)
    raise KeyError(code)


def least(known: Iterable[Responsible]) -> str | None:
    """The least confidence of some evidence; None without any."""
    return max((one.confidence for one in known), key=CONFIDENCES.index, default=None)


def chambers() -> tuple[Chamber, ...]:
    """All chambers, by their codes."""
    return tuple(map(_chamber, rows("SELECT * FROM chamber ORDER BY code")))


def _chamber(row: tuple[Any, ...]) -> Chamber:
    code, name, short_name, district, seat, land, web, sources, de, en, contact_page, *printed = row
    street, postal_code, city, as_of, cited, note_de, note_en = printed
    note = Text(de, en) if de else None
    said = Text(note_de, note_en) if note_de else None
    address = Address(street, city, tuple(cited.split()), postal_code, as_of, said) if street else None
    ids = tuple(sources.split())
    return Chamber(name, short_name, district, seat, web, ids, code, land, note, address, contact_page)


def territories(code: str) -> tuple[tuple[str, Responsible], ...]:
    """The keys of all Kreise, and of municipalities in split Kreise, that a chamber is responsible for."""
    query = "SELECT territory FROM responsible WHERE chamber = ? AND length(territory) IN (5, 8) ORDER BY territory"
    keys = [key for (key,) in rows(query, (code,))]
    split = {key[:5] for key in keys if len(key) == 8}
    mine = [(key, one) for key in keys if key not in split for one in responsible(key)]
    return tuple((key, one) for key, one in mine if one.chamber.code == code)


def sizes() -> dict[str, Size]:
    """How large the district of each chamber is, by its code."""
    query = """SELECT r.chamber, count(DISTINCT substr(r.territory, 1, 5)), sum(p.kind <> 'unincorporated'),
        sum(p.population), round(sum(p.area_km2), 2)
        FROM place p JOIN responsible r ON r.territory = p.territory
        WHERE p.kind IN ('city', 'town', 'municipality', 'unincorporated') GROUP BY r.chamber"""
    return {code: Size(*sums) for code, *sums in rows(query)}


@cache
def source(id: str) -> Source:
    """The source of an id. Raises KeyError if there is none."""
    for row in rows("SELECT * FROM source WHERE id = ?", (id,)):
        return _source(row)
    raise KeyError(id)


def sources() -> tuple[Source, ...]:
    """The sources of the tables and of the chambers' territories."""
    return tuple(map(_source, rows("SELECT * FROM source WHERE national ORDER BY at")))


def facts() -> tuple[Provenance, ...]:
    """Which facts of the gazetteer are from which source, and of when."""
    found = rows("SELECT * FROM provenance")
    return tuple(Provenance(tuple(fields.split()), id, as_of) for fields, id, as_of in found)


def population_as_of() -> str | None:
    """The date of all populations; None if the store names none."""
    return next((one.as_of for one in facts() if "population" in one.fields), None)


def _source(row: tuple[Any, ...]) -> Source:
    _, id, publisher, title, url, document_de, document_en, *texts, attribution, rank, file, retrieved, sha256, _ = row
    document = Text(document_de, document_en) if document_de else None
    edition, licence = Text(*texts[:2]), Text(*texts[2:])
    return Source(id, publisher, title, url, document, edition, licence, attribution, rank, file, retrieved, sha256)


def _fact(name: str) -> str:
    """A fact that the store was built with."""
    for (value,) in rows("SELECT value FROM fact WHERE name = ?", (name,)):
        return str(value)
    raise BadFile("{file}: it is not whole; install hwkcli again", file=folder() / STORE)


def names() -> tuple[list[str], list[str]]:
    """The folded names of all places that may be suggested for a misspelling, the most important first; and for each
    the name itself, the kind of the place and the key of its Kreis, with tabs between them."""
    return _fact("near").split("\n"), _fact("near_labels").split("\n")


@cache
def home() -> str:
    """The code of the chamber whose district the shipped data file describes."""
    return _fact("home")


def names_in(place: Place) -> tuple[str, ...]:
    """The folded names of a municipality and of the localities in it; of a place whose municipality is not known, its
    own."""
    ((town,),) = rows("SELECT ifnull(town, id) FROM place WHERE id = ?", (place.id,))
    first, last = next(iter(rows("SELECT first, last FROM inside WHERE town = ?", (town,))), (town, town))
    places = rows("SELECT name FROM place WHERE kind = 'locality' AND id BETWEEN ? AND ?", (first, last))
    names = {key for (name,) in places for key in readings(fold(name))}
    query = f"SELECT key FROM word WHERE how < {OWN_NAME} AND (place = ? OR place BETWEEN ? AND ?)"
    return tuple(sorted(names.union(key for (key,) in rows(query, (town, first, last)))))


def former(key: str, day: str = "") -> tuple[Hit, ...]:
    """Today's places for a former key, or the key of a day, the greatest share first, or for a folded former name."""
    from hwkcli.gazetteer import former

    return former.by_key(hits, key, day) if key.isdecimal() else former.by_name(hits, key)


def alike(key: str) -> list[str]:
    """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
    return Neighbours(names_of_towns(len(key) - 1, len(key) + 1)).of(key)


def beginning(prefix: str, kinds: Sequence[str], most: int) -> Iterator[Place]:
    """The places of some kinds with a name that begins like a folded prefix, at most so many, municipalities first."""
    ways = (
        f"w.how IN ({_numbers('exact', 'alias', 'printed', 'locality')}) AND p.kind IN ({','.join('?' * len(kinds))})"
    )
    query = f"SELECT DISTINCT {_PLACE} JOIN word w ON w.place = p.id WHERE w.key >= ? AND w.key < ? AND {ways}"
    found = rows(f"{query} ORDER BY p.id LIMIT ?", (prefix, prefix + "\U0010ffff", *kinds, most))
    return map(Place._make, found)
