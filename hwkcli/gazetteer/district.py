"""The places that a district's own file describes, as entries of a gazetteer."""

from collections.abc import Callable, Iterable, Iterator

from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.memory import Memory, of_places
from hwkcli.model import District, Kreis, Town
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import names, short, titled

_BELOW = 1 << 26
"""The ids of own places lie so far below those of the gazetteer."""


def of_district(district: District, land: Callable[[str], str | None]) -> Memory:
    """The places of a district's file alone; `land` gives the name of a Land by its key."""
    made = list(_places(district, land))
    places = [place._replace(id=at - _BELOW) for at, (place, _) in enumerate(made)]
    words = (
        (key, place.id, how) for place, (_, said) in zip(places, made, strict=True) for key, how in dict.fromkeys(said)
    )
    return of_places({place.id: place for place in places}, words)


def kreise_of(district: District) -> Memory:
    """The Kreise and kreisfreie Städte of a district's file alone."""
    made = [_kreis(kreis, "") for kreis in district.kreise]
    places = [place._replace(id=at - _BELOW) for at, (place, _) in enumerate(made)]
    return of_places(
        {place.id: place for place in places},
        ((key, one.id, how) for one, (_, said) in zip(places, made, strict=True) for key, how in said),
    )


Said = list[tuple[str, str]]
"""The folded names and codes of a place, each with the way in which it is one."""


def _places(district: District, name_of: Callable[[str], str | None]) -> Iterator[tuple[Place, Said]]:
    """The places of a district's file, municipalities first, then Kreise and localities."""
    land = {kreis.key: name_of(kreis.key[:2]) or "" for kreis in district.kreise}
    whole = [(kreis, town) for kreis in district.kreise for town in kreis.towns if town.kind != "locality"]
    for kreis, town in sorted(whole, key=lambda one: -(one[1].population or 0)):
        yield _town(kreis, land[kreis.key], town)
    for kreis in district.kreise:
        if kreis.kind == "kreis":
            yield _kreis(kreis, land[kreis.key])
    for kreis in district.kreise:
        towns = {town.ags: town for town in kreis.municipalities}
        listed = {(town.ags, town.name) for town in kreis.towns if town.kind == "locality"}
        for town in kreis.towns:
            if town.kind == "locality":
                yield _locality(
                    kreis, land[kreis.key], towns.get(town.ags, town), town.name, (), (town.printed_name, *town.aliases)
                )
            for one in town.localities:
                if (town.ags, one.name) not in listed:
                    yield _locality(kreis, land[kreis.key], town, one.name, one.sources, (), one.part_of)


def _town(kreis: Kreis, land: str, town: Town) -> tuple[Place, Said]:
    official = town.official_name or town.name
    said = [(form, how) for key, how in (*names(town.name), *names(official)) for form in readings(key)]
    said += [(form, "exact") for key in titled(official) for form in readings(key)]
    said += [(form, "alias") for alias in town.aliases for form in readings(fold(alias))]
    said += [(form, "printed") for form in readings(fold(town.printed_name or ""))]
    said += [(code, "postal_code") for code in town.postal_codes]
    said += [(code, "company") for code in town.company_postal_codes]
    said += [(key, "key") for key in (town.ags, town.ars, kreis.key if town.kind == "city" else None) if key]
    place = _blank(kreis, land)._replace(
        kind=town.kind,
        name=town.name,
        official_name=town.official_name,
        ags=town.ags,
        ars=town.ars,
        town=town.name,
        population=town.population,
        area_km2=town.area_km2,
        latitude=town.latitude,
        longitude=town.longitude,
        postal_codes=" ".join(town.postal_codes),
        company_codes=" ".join(town.company_postal_codes),
    )
    return place, said


def _kreis(kreis: Kreis, land: str) -> tuple[Place, Said]:
    city = kreis.kind == "kreisfreie_stadt"
    said = [(form, "exact") for form in readings(fold(kreis.name))]
    aliases = (kreis.short_name or "", *kreis.aliases)
    said += [(form, "alias") for alias in filter(None, aliases) for form in readings(fold(alias))]
    said += [(form, "alias") for form in readings(short(kreis.name))]
    said.append((kreis.key, "key"))
    ags = next((town.ags for town in kreis.municipalities), None) if city else None
    return _blank(kreis, land)._replace(kind="city" if city else "kreis", name=kreis.name, ags=ags, town=None), said


def _locality(
    kreis: Kreis,
    land: str,
    town: Town,
    name: str,
    sources: tuple[str, ...],
    others: Iterable[str | None],
    part_of: str | None = None,
) -> tuple[Place, Said]:
    bare = fold(name).removeprefix("stadtbezirk ")
    said = [(form, "locality") for key in (fold(name), bare) for form in readings(key)]
    said += [(form, "alias") for other in filter(None, others) for form in readings(fold(other))]
    place = _blank(kreis, land)._replace(
        kind="locality", name=name, ags=town.ags, town=town.name, sources=" ".join(sources), part_of=part_of
    )
    return place, said


def _blank(kreis: Kreis, land: str) -> Place:
    """A place of a Kreis of which nothing else is known."""
    given = {"id": 0, "kind": "", "name": "", "land_key": kreis.key[:2], "kreis_key": kreis.key, "kreis": kreis.name}
    texts = {"land": land, "sources": "", "postal_codes": "", "company_codes": "", "territory": kreis.key}
    known = given | texts
    return Place._make(known.get(field) for field in Place._fields)
