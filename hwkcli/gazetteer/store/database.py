"""The records of the compiled store: places, chambers, sources, and the words that lead to places."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from struct import error
from typing import Any, NamedTuple

from hwkcli.gazetteer.entries import Hit, Place, Responsible, Size
from hwkcli.gazetteer.store.connection import not_whole, rows
from hwkcli.gazetteer.store.schema import MICRO, NAMES, WAYS, unpacked
from hwkcli.model import CONFIDENCES, Address, Chamber, How, Provenance, Source, Text
from hwkcli.naming.similar import LONGEST, Neighbours

_PLACE = f"""
    p.id, p.kind, p.name, p.land_key, p.official_name, p.type, p.ags, p.ars, p.kreis_key,
    CASE WHEN p.ags IS NULL THEN NULL ELSE p.name END, p.population, p.area_km2, p.postal_code, p.latitude / {MICRO}.0,
    p.longitude / {MICRO}.0, p.territory, c.sources, k.name, l.name, p.postal_codes, p.company_codes, NULL, NULL, NULL
    FROM place p JOIN cited c ON c.id = p.sources
    LEFT JOIN area k ON k.key = p.kreis_key JOIN area l ON l.key = p.land_key
"""
_LOCALITY = f"""
    SELECT o.place, o.id, o.name, o.latitude / {MICRO}.0, o.longitude / {MICRO}.0, c.sources, o.confidence, o.until,
    o.part_of FROM locality o JOIN cited c ON c.id = o.sources
"""


def hits(key: str) -> tuple[Hit, ...]:
    """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
    return _hits(_found(key))


def hits_in(key: str, towns: Container[int]) -> tuple[Hit, ...]:
    """The hits of a folded name that are some municipalities, given by their ids, or places in them."""
    found = [(id, how) for id, how in _found(key) if how in WAYS[:NAMES]]
    town_of = _towns_of(id for id, _ in found)
    return _hits([(id, how) for id, how in found if town_of.get(id, id) in towns])


def of_key(key: str) -> tuple[Place, ...]:
    """The places of a key of today."""
    return tuple(_of_ids(sorted([id for id, how in _found(key) if how == "key"])))


def towns_at(code: str) -> tuple[tuple[str, Place], ...]:
    """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""
    found = _found(code)
    town_of = _towns_of(id for id, _ in found)
    return _hits([(town_of.get(id, id), how) for id, how in found])


def _hits(found: Sequence[tuple[int, How]]) -> tuple[Hit, ...]:
    """The places of some ids, each with the way in which it answers."""
    by_id = {place.id: place for place in _of_ids(sorted({id for id, _ in found}))}
    try:
        return tuple([Hit(how, by_id[id]) for id, how in found])
    except KeyError:
        raise not_whole() from None


def _towns_of(ids: Iterable[int]) -> dict[int, int]:
    """The municipalities of those of some places that are localities in one."""
    local = ",".join(str(id) for id in ids if id > last_whole())
    query = "SELECT o.id, p.id FROM locality o JOIN place p ON p.id = o.place AND p.kind <> 'kreis' WHERE o.id IN"
    return dict(rows(f"{query} ({local})")) if local else {}


def _found(key: str) -> list[tuple[int, How]]:
    """The ids of the places that answer to a folded name or a code, each with the way."""
    return next((_unpacked(packed) for (packed,) in rows("SELECT hits FROM word WHERE key = ?", (key,))), [])


def _unpacked(packed: bytes) -> list[tuple[int, How]]:
    try:
        return unpacked(packed)
    except (error, TypeError, IndexError):
        raise not_whole() from None


def _of_ids(ids: Sequence[int]) -> Iterator[Place]:
    """The places of some ids, in their order."""
    among = ",".join(map(str, ids))
    yield from map(Place._make, rows(f"SELECT {_PLACE} WHERE p.id IN ({among}) ORDER BY p.id"))
    local = rows(f"{_LOCALITY} WHERE o.id IN ({among}) ORDER BY o.id") if ids and ids[-1] > last_whole() else ()
    if local:
        wholes = {place.id: place for place in _of_ids(sorted({row[0] for row in local}))}
        yield from (locality(wholes[row[0]], row) for row in local)


@cache
def last_whole() -> int:
    """The last id of a place that is no locality: all beyond it are localities."""
    return int(rows("SELECT max(id) FROM place")[0][0] or 0)


@cache
def last_town() -> int:
    """The last id of a municipality: Kreise and Länder follow."""
    return int(rows("SELECT max(id) FROM place WHERE kind NOT IN ('kreis', 'land')")[0][0] or 0)


def wholes(first: int = 0, last: int = 1 << 62) -> Iterator[Place]:
    """All municipalities, Kreise and Länder, or those of the ids from the first to the last, in the order of the
    ids."""
    return map(Place._make, rows(f"SELECT {_PLACE} WHERE p.id BETWEEN ? AND ? ORDER BY p.id", (first, last)))


def localities(first: int = 0, last: int = 1 << 62) -> list[tuple[Any, ...]]:
    """What is known of localities, in the same way, for `locality`; each row begins with the id of the place around."""
    return rows(f"{_LOCALITY} WHERE o.id BETWEEN ? AND ? ORDER BY o.id", (first, last))


def locality(whole: Place, row: Sequence[Any]) -> Place:
    """The locality of a row of `localities` in the place around it."""
    _, id, name, latitude, longitude, sources, *known = row
    of_whole = (None, None, whole.ags, None, whole.kreis_key, whole.town, None, None, None)
    beyond = (whole.territory, sources, whole.kreis, whole.land, "", "", *known)
    return Place(id, "locality", name, whole.land_key, *of_whole, latitude, longitude, *beyond)


def places() -> Iterator[Place]:
    """All places, in the order of their ids: municipalities first, of each kind the largest first."""
    by_id = {}
    for place in wholes():
        by_id[place.id] = place
        yield place
    for row in localities():
        yield locality(by_id[row[0]], row)


def packed_words() -> Mapping[str, bytes]:
    """The hits of all folded names and codes, packed."""
    return dict(rows("SELECT key, hits FROM word"))


def first_localities() -> list[tuple[int, int]]:
    """The first id of the localities of each place that has some, with the id of that place, in the order of these."""
    return rows("SELECT first, place FROM inside ORDER BY first")


def words() -> Iterator[tuple[str, int, str]]:
    """All folded names and codes, each with the id of a place that answers to it, and how."""
    return ((key, id, how) for key, packed in packed_words().items() for id, how in _unpacked(packed))


def names_of_towns(shortest: int = 0, longest: int = LONGEST) -> Iterator[str]:
    """The folded names of municipalities that have so many letters."""
    found = rows("SELECT names FROM place WHERE kind NOT IN ('kreis', 'land')")
    names = dict.fromkeys(name for (lines,) in found for name in lines.split("\n"))
    return (name for name in names if shortest <= len(name) <= longest)


@cache
def additions() -> Mapping[str, Sequence[tuple[float, float]]]:
    """What municipalities have in their names to tell them from their namesakes, folded, and where each of them is."""
    found: dict[str, list[tuple[float, float]]] = {}
    for key, north, east in rows(f"SELECT key, latitude / {MICRO}.0, longitude / {MICRO}.0 FROM addition"):
        found.setdefault(key, []).append((north, east))
    return found


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


def own_plates(town: int) -> tuple[str, ...]:
    """The car plates that a municipality has for itself, by its id."""
    short = rows("SELECT key, hits FROM word WHERE length(key) <= 3 ORDER BY key")
    return tuple(key.upper() for key, packed in short if (town, "plate") in _unpacked(packed))


def kreise() -> tuple[tuple[str, str], ...]:
    """The keys and names of all Kreise and kreisfreie Städte."""
    return tuple((key, name) for key, name in rows("SELECT key, name FROM area WHERE kind <> 'land' ORDER BY key"))


def kreise_of_nuts(start: str) -> tuple[str, ...]:
    """The keys of the Kreise and kreisfreie Städte whose NUTS-3 code begins with some letters."""
    inside = "SELECT key FROM area WHERE kind <> 'land' AND substr(nuts3, 1, ?) = ? ORDER BY key"
    return tuple(key for (key,) in rows(inside, (len(start), start)))


def regierungsbezirke() -> tuple[tuple[str, str], ...]:
    """The keys (of three digits) and printed names of the Regierungsbezirke, and of the regions of Länder without."""
    return tuple((key, name) for key, name in rows("SELECT key, name FROM region ORDER BY key"))


def associations() -> tuple[tuple[str, str, str], ...]:
    """The keys (the first nine digits of the ARS of their municipalities), printed names and types of all Verbände."""
    return tuple(rows("SELECT key, name, type FROM association ORDER BY key"))


def members(association: str) -> tuple[str, ...]:
    """The keys of the municipalities of a Verband."""
    found = rows("SELECT ags FROM place WHERE ars BETWEEN ? AND ? ORDER BY ags", (association, f"{association}999"))
    return tuple(ags for (ags,) in found)


def land(key: str) -> str | None:
    """The name of the Land of a key of two digits; None if there is none."""
    try:
        return area(key)[0]
    except KeyError:
        return None


def inside(kreis_key: str, kinds: Collection[str]) -> tuple[Place, ...]:
    """The places of some kinds, no localities, in a Kreis, in the order of their keys."""
    marks = ",".join("?" * len(kinds))
    order = "ORDER BY p.ags, p.id"
    found = rows(f"SELECT {_PLACE} WHERE p.kreis_key = ? AND p.kind IN ({marks}) {order}", (kreis_key, *kinds))
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


@cache
def confidence(territory: str) -> str | None:
    """The least confidence of the evidence for a territory; None where no chamber is responsible."""
    return least(responsible(territory))


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


def _fact(name: str) -> Any:
    """A fact that the store was built with."""
    for (value,) in rows("SELECT value FROM fact WHERE name = ?", (name,)):
        return value
    raise not_whole()


def names() -> tuple[list[str], list[str]]:
    """The folded names of all places that may be suggested for a misspelling, the most important first; and for each
    the name itself, the kind of the place and the key of its Kreis, with tabs between them."""
    return str(_fact("near")).split("\n"), str(_fact("near_labels")).split("\n")


@cache
def listed() -> bytes:
    """The addresses that everybody writes with their answers, in UTF-8, as `store.listed` describes them."""
    return bytes(_fact("listed"))


@cache
def home() -> str:
    """The code of the chamber whose district the shipped data file describes."""
    return str(_fact("home"))


def names_in(place: Place) -> Sequence[str]:
    """The folded names of a municipality and of the localities in it, each once; of a place whose municipality is not
    known, its own."""
    if place.kind == "locality":
        return str(rows("SELECT names FROM locality WHERE id = ?", (place.id,))[0][0]).split("\n")
    return lines_of_names(place.id, place.id)[place.id].split("\n")


def lines_of_names(first: int, last: int) -> dict[int, str]:
    """The folded names in some municipalities, from the first id to the last, by their ids, a name a line."""
    return dict(rows(_NAMES, (first, last)))


_NAMES = """
    SELECT p.id, p.names || coalesce(char(10) || i.names, '')
    FROM place p LEFT JOIN inside i ON i.place = p.id WHERE p.id BETWEEN ? AND ?
"""


def former(key: str, day: str = "") -> tuple[Hit, ...]:
    """Today's places for a former key, or the key of a day, the greatest share first, or for a folded former name."""
    from hwkcli.gazetteer.history import former

    return former.by_key(of_key, key, day) if key.isdecimal() else former.by_name(of_key, key)


def starting(start: str) -> list[str]:
    """The folded names and codes that begin with some letters."""
    return [key for (key,) in rows("SELECT key FROM word WHERE key BETWEEN ? AND ?", (start, f"{start}\U0010ffff"))]


def alike(key: str) -> list[str]:
    """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""
    return Neighbours(names_of_towns(len(key) - 1, len(key) + 1)).of(key)


def beginning(prefix: str, kinds: Sequence[str], most: int) -> Iterator[Place]:
    """The places of some kinds with a name that begins like a folded prefix, at most so many, municipalities first."""
    found = rows("SELECT hits FROM word WHERE key >= ? AND key < ?", (prefix, prefix + "\U0010ffff"))
    named = {id for (packed,) in found for id, how in _unpacked(packed) if how in _BEGIN}
    last = last_whole()
    whole = (place for place in _of_ids(sorted(id for id in named if id <= last)) if place.kind in kinds)
    parts = _of_ids(sorted(id for id in named if id > last)[:most]) if "locality" in kinds else iter(())
    return islice(chain(whole, parts), most)


_BEGIN = ("exact", "alias", "printed", "locality")
