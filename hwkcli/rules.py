"""What must hold between the records of a data file: unique keys, keys inside their Kreis, named sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hwkcli.model import District, Kreis, Town


class Breach(NamedTuple):
    """A rule that a record breaks, at the path of the record."""

    path: str
    found: str
    expected: str


def breaches(district: District) -> Iterator[Breach]:
    """All breaches of all rules, in the order of the rules below."""
    yield from _unique("sources", ".id", [source.id for source in district.sources])
    yield from _unique("metrics", ".id", [metric.id for metric in district.metrics])
    yield from _unique("groups", ".name", list(district.groups))
    yield from _unique("kreise", ".key", [kreis.key for kreis in district.kreise])
    yield from _unique("kreise", ".name", [kreis.name for kreis in district.kreise])
    yield from _unique("namesakes", ".name", [namesake.name for namesake in district.namesakes])
    yield from _structure(district)
    yield from _figures(district)
    yield from _sources(district)


def _unique(path: str, field: str, values: list[str]) -> Iterator[Breach]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Breach(f"{path}[{index}]{field}", f"{value} a second time", "each once")
        seen.add(value)


def _structure(district: District) -> Iterator[Breach]:
    if not district.kreise:
        yield Breach("kreise", "an empty list", "at least one Kreis")
    owners: dict[str, str] = {}
    for index, kreis in enumerate(district.kreise):
        path = f"kreise[{index}]"
        if kreis.group not in district.groups:
            yield Breach(f"{path}.group", kreis.group, f"one of {', '.join(district.groups)}")
        municipalities = kreis.municipalities
        if not municipalities:
            yield Breach(f"{path}.towns", "no municipality", "at least one")
        if kreis.kind == "kreisfreie_stadt" and [town.name for town in municipalities] != [kreis.name]:
            yield Breach(f"{path}.towns", "other municipalities", f"{kreis.name} alone, as it is a kreisfreie Stadt")
        names = {town.name: town for town in municipalities}
        for position, town in enumerate(kreis.towns):
            yield from _town(f"{path}.towns[{position}]", town, kreis, names, owners)
    localities = {locality.name for town in district.towns for locality in town.localities}
    for index, namesake in enumerate(district.namesakes):
        if namesake.name not in localities:
            yield Breach(f"namesakes[{index}].name", namesake.name, "the name of a locality in this file")


def _town(path: str, town: Town, kreis: Kreis, names: dict[str, Town], owners: dict[str, str]) -> Iterator[Breach]:
    if not town.ags.startswith(kreis.key):
        yield Breach(f"{path}.ags", town.ags, f"an AGS of {kreis.name}: {kreis.key}...")
    if town.ars is not None and town.ars[:5] + town.ars[9:] != town.ags:
        yield Breach(f"{path}.ars", town.ars, f"an ARS that belongs to the AGS {town.ags}")
    if town.kind == "locality":
        whole = names.get(town.part_of or "")
        if whole is None:
            yield Breach(f"{path}.part_of", town.part_of or "nothing", f"a municipality of {kreis.name}")
        elif whole.ags != town.ags:
            yield Breach(f"{path}.ags", town.ags, f"the AGS of {whole.name}: {whole.ags}")
    else:
        if town.part_of is not None:
            yield Breach(f"{path}.part_of", town.part_of, "nothing, as it is a municipality")
        if town.ags in owners:
            yield Breach(f"{path}.ags", f"{town.ags} a second time", f"another AGS than that of {owners[town.ags]}")
        owners.setdefault(town.ags, town.name)
        if (town.kind == "city") != (kreis.kind == "kreisfreie_stadt"):
            yield Breach(f"{path}.kind", town.kind, "city in a kreisfreie Stadt, town or municipality in a Kreis")
    if (town.population is None) != (town.population_as_of is None):
        yield Breach(f"{path}.population", "a population or a date alone", "both or none")
    inside = [locality.name for locality in town.localities]
    for name in sorted(name for name, times in Counter(inside).items() if times > 1):
        yield Breach(f"{path}.localities", f"{name} a second time", "each once")
    for field in ("postal_codes", "company_postal_codes", "aliases"):
        yield from _unique(f"{path}.{field}", "", list(getattr(town, field)))
    for locality in town.localities:
        if locality.part_of is not None and locality.part_of not in inside:
            yield Breach(f"{path}.localities", locality.part_of, f"a locality of {town.name}")


def _figures(district: District) -> Iterator[Breach]:
    metrics = [metric.id for metric in district.metrics]
    for index, figure in enumerate(district.figures):
        if figure.metric not in metrics:
            yield Breach(f"figures[{index}].metric", figure.metric, f"one of {', '.join(metrics)}")


def _sources(district: District) -> Iterator[Breach]:
    known = {source.id for source in district.sources}
    named: list[tuple[str, Iterable[str]]] = [("chamber.sources", district.chamber.sources)]
    named += [(f"facts[{n}].source", [facts.source]) for n, facts in enumerate(district.facts)]
    named += [(f"figures[{n}].source", [figure.source]) for n, figure in enumerate(district.figures)]
    named += [(f"contacts[{n}].source", [contact.source]) for n, contact in enumerate(district.contacts)]
    if district.cooperation is not None:
        named.append(("cooperation.source", [district.cooperation.source]))
    for n, kreis in enumerate(district.kreise):
        for m, town in enumerate(kreis.towns):
            sources = {source for locality in town.localities for source in locality.sources}
            named.append((f"kreise[{n}].towns[{m}].localities", sorted(sources)))
    for path, sources_here in named:
        for source in sources_here:
            if source not in known:
                yield Breach(path, source, "the id of one of the sources")
    covered = {field for facts in district.facts for field in facts.fields}
    for field in _used_fields(district):
        if field not in covered:
            yield Breach("facts", f"no source for {field}", "a block that names one")


def _used_fields(district: District) -> list[str]:
    """The fields whose source is a block's and not a record's, as far as the file uses them."""
    of_kreise = ("key", "group", "short_name", "seat")
    of_towns = ["name", "official_name", "printed_name", "kind", "ags", "ars", "area_km2", "population"]
    of_towns += ["latitude", "longitude", "postal_codes", "company_postal_codes", "aliases"]
    fields = [field for field in of_kreise if any(getattr(kreis, field) for kreis in district.kreise)]
    fields += [field for field in of_towns if any(getattr(town, field) for town in district.towns)]
    return fields + (["namesakes"] if district.namesakes else [])
