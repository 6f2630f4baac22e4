"""The places of the gazetteer as the records of a district: what is known of any town, Kreis or chamber in Germany."""

from collections.abc import Iterable
from functools import cache
from typing import cast

from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.store import places, provenance, responsibility
from hwkcli.model import Chamber, Confidence, District, Kind, Kreis, KreisKind, Locality, Origins, Town

_GROUPS = {"kreisfreie_stadt": "Kreisfreie Städte", "kreis": "Kreise"}


def _as_of() -> str | None:
    (day,) = (one.as_of for one in provenance.facts() if "population" in one.fields)
    return day


def _towns(found: Iterable[Place], kreis: str, kreis_key: str) -> tuple[Town, ...]:
    as_of = _as_of()
    return tuple(
        Town(
            name=place.name,
            official_name=place.official_name,
            printed_name=None,
            kind=cast(Kind, place.kind),
            part_of=None,
            ags=place.ags or "",
            ars=place.ars,
            kreis=kreis,
            kreis_key=kreis_key,
            area_km2=place.area_km2,
            population=place.population,
            population_as_of=as_of,
            latitude=place.latitude,
            longitude=place.longitude,
            postal_codes=tuple(sorted({*place.postal_codes.split(), *place.company_codes.split()})),
            company_postal_codes=(),
            aliases=(),
            localities=(),
        )
        for place in found
    )


@cache
def kreis(key: str) -> Kreis:
    """The Kreis or kreisfreie Stadt of a key, with its towns. Raises KeyError if there is none."""
    name, as_stored = places.area(key)
    kind: KreisKind = "kreisfreie_stadt" if as_stored == "city" else "kreis"
    towns = _towns(places.inside(key, GEMEINDEN), name, key)
    return Kreis(key, name, kind, _GROUPS[kind], _short(name), None, (), towns)


def _short(name: str) -> str | None:
    """What a Kreis is called for short; None if that is its name."""
    for title in ("Landkreis ", "Kreis "):
        if name.startswith(title):
            return name.removeprefix(title)
    return None


def home(own: District | None = None) -> frozenset[str]:
    """The keys of the Kreise of a district's own file, or of the shipped one."""
    if own is not None:
        return frozenset(kreis.key for kreis in own.kreise)
    return _shipped_home()


@cache
def _shipped_home() -> frozenset[str]:
    return frozenset(key for key, _ in responsibility.territories(responsibility.home()))


def kreis_of(key: str, own: District | None = None) -> Kreis:
    """The record of a Kreis: that of a district's own file, of the shipped one, or what the gazetteer knows of it."""
    known = _described(key, own)
    return next((one for one in known.kreise if one.key == key), None) or kreis(key) if known else kreis(key)


def town_of(place: Place, own: District | None = None) -> Town:
    """The record of the municipality that a place is or lies in, in the same way; of a locality that the district's
    file lists, that record."""
    if place.kreis_key:
        around = kreis_of(place.kreis_key, own)
        known = next((one for one in around.towns if one.ags == place.ags and one.kind != "locality"), None)
        if known:
            return known
    return _towns([place], "", "")[0]


def locality_of(place: Place, own: District | None = None) -> Locality | Town:
    """The record of a locality, in the same way."""
    if place.kreis_key and place.ags and _described(place.kreis_key, own):
        towns = kreis_of(place.kreis_key, own).towns
        for one in towns:
            if one.kind == "locality" and (one.ags, one.name) == (place.ags, place.name):
                return one
        for inside in (inside for town in towns if town.ags == place.ags for inside in town.localities):
            if inside.name == place.name:
                return inside
    return Locality(place.name, "locality", place.part_of, tuple(place.sources.split()))


def _described(kreis_key: str, own: District | None) -> District | None:
    """The district's file that describes a Kreis; None if there is none."""
    if kreis_key not in home(own):
        return None
    if own is not None:
        return own
    # Most answers are in the store, and need no YAML.
    from hwkcli.files import load

    return load.district()


def territory(one: Chamber) -> tuple[Kreis, ...]:
    """The Kreise that a chamber is responsible for, each with how well that is known; of a split Kreis, whose name
    then says `(Teil)`, those of its towns that belong to the chamber."""
    territories = responsibility.territories(one.code)
    keys = [key for key, _ in territories]
    kreise = []
    for key in dict.fromkeys(key[:5] for key in keys):
        whole = kreis(key)
        known = [responsible for own, responsible in territories if own[:5] == key]
        whole = whole._replace(confidence=cast(Confidence | None, responsibility.least(known)))
        if key not in keys:
            name = f"{whole.name} (Teil)"
            own = tuple(town._replace(kreis=name) for town in whole.towns if town.ags in keys)
            whole = whole._replace(name=name, short_name=whole.name, towns=own)
        kreise.append(whole)
    return tuple(kreise)


def district(one: Chamber) -> District:
    """The district of a chamber as the gazetteer knows it: its Kreise and their towns, without figures and contacts."""
    return _district(one, territory(one))


def land(key: str) -> District:
    """All Kreise of a Land and their towns in the same form. Raises KeyError if there is no Land of that key."""
    name = f"Land {places.area(key)[0]}"
    nobody = Chamber(name, name, name, "", "", (), land=name)
    return _district(nobody, tuple(kreis(own) for own, _ in places.kreise() if own.startswith(key)))


def _district(one: Chamber, kreise: tuple[Kreis, ...]) -> District:
    groups = tuple(group for group in _GROUPS.values() if any(kreis.group == group for kreis in kreise))
    empty: tuple[()] = ()
    return District(one, provenance.sources(), provenance.facts(), empty, empty, empty, None, groups, kreise, empty)


def origins() -> Origins:
    """Where the facts of the gazetteer come from."""
    return Origins(provenance.sources(), provenance.facts())
