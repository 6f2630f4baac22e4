"""What a folded name or a code leads to in the compiled store, and the names that stand in it: a `Gazetteer` for one
question."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from struct import error

from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.gazetteer.store.connection import fact, not_whole, rows
from hwkcli.gazetteer.store.places import last_whole, of_ids
from hwkcli.gazetteer.store.schema import MICRO, NAMES, WAYS, unpacked
from hwkcli.model import How
from hwkcli.naming.fold import fold_lines, readings
from hwkcli.naming.similar import LONGEST, Neighbours


def knows(key: str) -> bool:
    """Whether any place answers to a folded name or a code."""
    return bool(_found(key))


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
    return tuple(of_ids(sorted([id for id, how in _found(key) if how == "key"])))


def towns_at(code: str) -> tuple[tuple[str, Place], ...]:
    """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""
    found = _found(code)
    town_of = _towns_of(id for id, _ in found)
    return _hits([(town_of.get(id, id), how) for id, how in found])


def _hits(found: Sequence[tuple[int, How]]) -> tuple[Hit, ...]:
    """The places of some ids, each with the way in which it answers."""
    by_id = {place.id: place for place in of_ids(sorted({id for id, _ in found}))}
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


def names_in(place: Place) -> Sequence[str]:
    """The folded names of a municipality and of the localities in it, each once; of a place whose municipality is not
    known, its own."""
    if place.kind == "locality":
        return str(rows("SELECT names FROM locality WHERE id = ?", (place.id,))[0][0]).split("\n")
    ((of_town, of_localities, localities),) = rows(_NAMES, (place.id,))
    others = of_localities.split("\n") if of_localities else ()
    # To keep them folded, too, would make the store a tenth larger.
    own = readings("\n".join(fold_lines(localities))) if localities else ()
    return tuple(dict.fromkeys(chain(of_town.split("\n"), others, *(one.split("\n") for one in own))))


_NAMES = """
    SELECT p.names, i.names,
    (SELECT group_concat(o.name, char(10)) FROM locality o WHERE o.id BETWEEN i.first AND i.last)
    FROM place p LEFT JOIN inside i ON i.place = p.id WHERE p.id = ?
"""
"""The names of a municipality; those in it that do not follow from those of its localities; and those of these, as they
are written. A line each."""


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
    whole = (place for place in of_ids(sorted(id for id in named if id <= last)) if place.kind in kinds)
    parts = of_ids(sorted(id for id in named if id > last)[:most]) if "locality" in kinds else iter(())
    return islice(chain(whole, parts), most)


_BEGIN = ("exact", "alias", "printed", "locality")


def words() -> Iterator[tuple[str, int, str]]:
    """All folded names and codes, each with the id of a place that answers to it, and how."""
    return ((key, id, how) for key, packed in packed_words().items() for id, how in _unpacked(packed))


def packed_words() -> Mapping[str, bytes]:
    """The hits of all folded names and codes, packed."""
    return dict(rows("SELECT key, hits FROM word"))


def own_plates(town: int) -> tuple[str, ...]:
    """The car plates that a municipality has for itself, by its id."""
    short = rows("SELECT key, hits FROM word WHERE length(key) <= 3 ORDER BY key")
    return tuple(key.upper() for key, packed in short if (town, "plate") in _unpacked(packed))


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


def names() -> tuple[list[str], list[str]]:
    """The folded names of all places that may be suggested for a misspelling, the most important first; and for each
    the name itself, the kind of the place and the key of its Kreis, with tabs between them."""
    return str(fact("near")).split("\n"), str(fact("near_labels")).split("\n")


@cache
def listed() -> bytes:
    """The addresses that everybody writes with their answers, in UTF-8, as `store.listed` describes them."""
    return bytes(fact("listed"))
