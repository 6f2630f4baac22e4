"""The Kreise and the towns of a district: those that a word means, in the order that is asked for."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from hwkcli.errors import Message, NotFound
from hwkcli.gazetteer.district import kreise_of
from hwkcli.gazetteer.engine import areas
from hwkcli.model import KINDS, District, Kreis, Town
from hwkcli.naming.fold import fold, readings, required


class Meant(NamedTuple):
    """The Kreise of a district that a word means."""

    kreise: tuple[Kreis, ...]
    place: str = ""
    """The place that the word names, where that is no Kreis but lies in one; else empty."""
    became: tuple[str, ...] = ()
    """Where the word names a Kreis that is no more: all that it became, also outside the district."""


def meant(district: District, word: str) -> Meant:
    """The Kreise that a name, short form or key means; all of a group for the name of a group; for a place, the Kreis
    in which it lies.

    Raises EmptyQuery if the word has no letter or digit; NotFound, with suggestions, if it means no Kreis of the
    district, and says which chamber it belongs to.
    """
    key = required(word, Message("a Kreis"))
    own = {kreis.key: kreis for kreis in district.kreise}
    grouped = tuple(kreis for kreis in district.kreise if key in readings(fold(kreis.group)))
    if grouped:
        return Meant(grouped)
    # The district's own Kreise need no store.
    if hits := areas.of_today(kreise_of(district), word):
        return Meant(tuple(own[key] for key in dict.fromkeys(hit.place.kreis_key or "" for hit in hits)))
    from hwkcli.gazetteer.around import kreise_around

    return Meant(*kreise_around(district, word))


def kreise(district: District, word: str) -> tuple[Kreis, ...]:
    """The Kreise of a district that a word means. Raises what `meant` raises."""
    return meant(district, word).kreise


def towns(
    district: District, kreis: Iterable[str] = (), kind: Iterable[str] = (), sort: str = "source"
) -> tuple[Town, ...]:
    """The entries of the district, of some Kreise and kinds only if any are named.

    `sort` is `source` (the order of the file), `name`, or `population` or `area` (the greatest first, the
    unknown last). Raises what `kreise` raises, and ValueError for an unknown kind or sort.
    """
    wanted = [found.key for word in kreis for found in kreise(district, word)]
    kinds = tuple(kind)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {unknown[0]!r}")
    if sort not in _SORTS:
        raise ValueError(f"sort is one of {', '.join(_SORTS)}, not {sort!r}")
    chosen = [
        town
        for town in district.towns
        if (not wanted or town.kreis_key in wanted) and (not kinds or town.kind in kinds)
    ]
    return tuple(sorted(chosen, key=_SORTS[sort]))


_SORTS: dict[str, Callable[[Town], Any]] = {
    "source": lambda town: 0,
    "name": lambda town: readings(fold(town.name))[-1],
    "population": lambda town: -(town.population or -1),
    "area": lambda town: -(town.area_km2 or -1),
}


def of_land(district: District, key: str) -> District:
    """The part of a district that lies in the Land of a key. Raises NotFound if there is none."""
    kreise = tuple(kreis for kreis in district.kreise if kreis.key.startswith(key))
    if not kreise:
        from hwkcli.gazetteer.store.places import area

        elsewhere = "nothing of the {district} lies in {land}"
        raise NotFound(elsewhere, district=district.chamber.district, land=area(key)[0])
    return district._replace(kreise=kreise)


def district_of(chamber: str, own: Callable[[], District]) -> District:
    """The district of a chamber: the one that has a file of its own, or what the gazetteer knows of it.

    Raises NotFound, EmptyQuery and Ambiguous as `chamber_names.chamber` does.
    """
    from hwkcli.gazetteer import chamber_names, records

    known, described = chamber_names.chamber(chamber), own()
    return described if described.chamber.name == known.name else records.district(known)
