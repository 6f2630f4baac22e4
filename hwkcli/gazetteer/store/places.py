"""The records of places in the compiled store, by id or by area: municipalities and their localities; Kreise, Länder,
Regierungsbezirke and Verbände, with their keys and codes."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.store.connection import rows
from hwkcli.gazetteer.store.schema import MICRO

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


def every(holds: Callable[[str], bool] = bool) -> Iterator[Place]:
    """All places, or those of which an area holds the key, in the order of their ids: municipalities first, of each
    kind the largest first. A locality lies where the place around it does."""
    by_id = {place.id: place for place in wholes() if holds(place.ags or place.kreis_key or place.land_key)}
    yield from by_id.values()
    yield from (locality(by_id[row[0]], row) for row in localities() if row[0] in by_id)


def of_ids(ids: Sequence[int]) -> Iterator[Place]:
    """The places of some ids, in their order."""
    among = ",".join(map(str, ids))
    yield from map(Place._make, rows(f"SELECT {_PLACE} WHERE p.id IN ({among}) ORDER BY p.id"))
    local = rows(f"{_LOCALITY} WHERE o.id IN ({among}) ORDER BY o.id") if ids and ids[-1] > last_whole() else ()
    if local:
        wholes = {place.id: place for place in of_ids(sorted({row[0] for row in local}))}
        yield from (locality(wholes[row[0]], row) for row in local)


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


def first_localities() -> list[tuple[int, int]]:
    """The first id of the localities of each place that has some, with the id of that place, in the order of these."""
    return rows("SELECT first, place FROM inside ORDER BY first")


@cache
def last_whole() -> int:
    """The last id of a place that is no locality: all beyond it are localities."""
    return int(rows("SELECT max(id) FROM place")[0][0] or 0)


@cache
def last_town() -> int:
    """The last id of a municipality: Kreise and Länder follow."""
    return int(rows("SELECT max(id) FROM place WHERE kind NOT IN ('kreis', 'land')")[0][0] or 0)


def inside(kreis_key: str, kinds: Collection[str]) -> tuple[Place, ...]:
    """The places of some kinds, no localities, in a Kreis, in the order of their keys."""
    marks = ",".join("?" * len(kinds))
    order = "ORDER BY p.ags, p.id"
    found = rows(f"SELECT {_PLACE} WHERE p.kreis_key = ? AND p.kind IN ({marks}) {order}", (kreis_key, *kinds))
    return tuple(map(Place._make, found))


@cache
def area(key: str) -> tuple[str, str]:
    """The name and the kind (`city`, `kreis`, `land`) of a Kreis or a Land. Raises KeyError if there is none."""
    for name, kind in rows("SELECT name, kind FROM area WHERE key = ?", (key,)):
        return name, kind
    raise KeyError(key)


def land(key: str) -> str | None:
    """The name of the Land of a key of two digits; None if there is none."""
    try:
        return area(key)[0]
    except KeyError:
        return None


def kreise() -> tuple[tuple[str, str], ...]:
    """The keys and names of all Kreise and kreisfreie Städte."""
    return tuple((key, name) for key, name in rows("SELECT key, name FROM area WHERE kind <> 'land' ORDER BY key"))


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
