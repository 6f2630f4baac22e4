"""What people add to the name of a place although the register does not: a river or a landscape that others have in
their names (`Hameln/Weser`), or a town nearby (`Achim b. Bremen`). Where places lie says whether that is so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from hwkcli.gazetteer.engine.names import (
    GEMEINDEN,
    NOBODY,
    SHORT_CODES,
    Gazetteer,
    Named,
    called,
    is_whole,
    strongest,
    town_of,
)
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.spelling import BESIDE, without_little

_NEAR_KM = 30
"""A town is said to be near that is no farther."""
_SAME_KM, _SAME_KM_OF_TOWN = 40, 100
"""A river or a landscape is the one that another place is called by, if that is no farther from a village, or from a
town: of a town fewer bear the name."""
_ISLAND = "auf"
"""The island behind it has the name of a town there (`Zinnowitz auf Usedom`, `Timmendorf auf Poel`)."""
_BY = ("a", "am")
"""The words before the single letter of a river."""
_MOST_PARTS = 8
"""What is the name of so many places itself says nothing behind another one (`Berg`, `Wald`)."""

_AROUND = ("city", "town", "kreis", "land")

_Position = tuple[float, float]


def meaning(gazetteer: Gazetteer, key: str) -> Named:
    """The places of a folded name with such an addition behind it, where both can be true; nobody else.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.ags for hit in meaning(index, "berge b perleberg").hits], meaning(index, "kamen weser").hits
    (['12070028'], ())
    """
    words = key.split()
    for cut in range(1, len(words)):
        name, tail = " ".join(words[:cut]), words[cut:]
        hits = [hit for hit in called(gazetteer, name) if hit.place.kind == "locality" or is_whole(hit)]
        rest = without_little(tail) if hits else ""
        if len(tail) == 2 and tail[0] in _BY and len(tail[1]) == 1:
            # Behind `a.d.` there is more to come.
            rest = tail[1] if tail != ["a", "d"] else ""
        elif len(rest) == 1:
            # A letter behind a name may be anything, if no `am` says that it is a river.
            continue
        if rest and (positions := _positions(gazetteer, tail[0], rest)):
            beside = tail[0] in (*BESIDE, _ISLAND) or is_island(gazetteer, rest)
            near = tuple(_near(gazetteer, hits, positions, beside))
            # Of a spa that is named without `Bad`, the namesake is not meant.
            if near and (beside or not called(gazetteer, f"bad {key}")):
                parts = _parts_of(gazetteer, rest, near) if tail[0] in BESIDE else ()
                # `Gönnersdorf bei Neuwied` is a part of the town as well as a village near it.
                others = tuple(hit for hit in near if hit.place.kind in GEMEINDEN)
                several = bool(parts and others)
                return Named((*parts, *others) if several else near, composed=beside, added=True, several=several)
    return NOBODY


def _parts_of(gazetteer: Gazetteer, town: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Those of some hits that are parts of the town of a folded name."""
    keys = {hit.place.ags for hit in called(gazetteer, town) if hit.place.kind in GEMEINDEN}
    return tuple(hit for hit in hits if hit.place.kind == "locality" and hit.place.ags in keys)


def is_addition(gazetteer: Gazetteer, tail: str) -> bool:
    """Whether a folded name is a river or a landscape that is in the names of places, and no town."""
    return bool(_of_namesakes(gazetteer, tail))


def _positions(gazetteer: Gazetteer, first: str, name: str) -> Sequence[_Position]:
    """Where places are whose name stands behind that of another one and a little word."""
    if first in BESIDE:
        return _where(called(gazetteer, name) or _on_island(gazetteer, name))
    if found := _of_namesakes(gazetteer, name):
        return found
    town = called(gazetteer, name) if first == _ISLAND else ()
    return _where(town or _on_island(gazetteer, name))


def is_island(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a folded name is that of an island that is a municipality."""
    return gazetteer.knows(f"insel {name}")


def _on_island(gazetteer: Gazetteer, name: str) -> tuple[Hit, ...]:
    """The municipality that is the island of a folded name (`Insel Poel`)."""
    return strongest(gazetteer.hits(f"insel {name}"))


def _where(hits: Iterable[Hit]) -> Sequence[_Position]:
    """Where the municipalities among some hits are."""
    places = (hit.place for hit in hits if hit.place.kind in GEMEINDEN)
    return [(one.latitude, one.longitude) for one in places if one.latitude is not None and one.longitude is not None]


def _of_namesakes(gazetteer: Gazetteer, addition: str) -> Sequence[_Position]:
    """Where the municipalities are that have an addition in their names; nowhere if it is the name of a town, a Kreis
    or a region, or of many places."""
    if len(addition) == 1:
        # `Rottweil a.N.` lies by a river of that letter.
        return [one for name, positions in known().items() if name.startswith(addition) for one in positions]
    positions = known().get(addition, ())
    hits = gazetteer.hits(addition) if positions else ()
    if any((hit.place.kind in _AROUND and hit.how not in SHORT_CODES) or hit.how == "region" for hit in hits):
        # It says of itself where a place lies.
        return ()
    return positions if sum(hit.place.kind == "locality" for hit in hits) < _MOST_PARTS else ()


@cache
def known() -> Mapping[str, Sequence[_Position]]:
    """What municipalities have in their names, folded, and where each of these is."""
    from hwkcli.gazetteer.store import index

    return index.additions()


def _near(gazetteer: Gazetteer, hits: Iterable[Hit], positions: Sequence[_Position], beside: bool) -> Iterator[Hit]:
    """The hits whose places are near one of some positions: beside a town, or by the same river."""
    from hwkcli.gazetteer.geography.geometry import distance_km

    for hit in hits:
        # Where some localities are is only known from their town.
        known = town_of(gazetteer, hit.place) if beside and hit.place.latitude is None else hit.place
        latitude, longitude = known.latitude, known.longitude
        km = _NEAR_KM if beside else _SAME_KM_OF_TOWN if hit.place.kind in ("city", "town") else _SAME_KM
        if latitude is not None and longitude is not None:
            if any(distance_km(latitude, longitude, *one) <= km for one in positions):
                yield hit
