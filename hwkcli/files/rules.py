"""What must hold between the records of a data file: unique keys, keys inside their Kreis, named sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hwkcli.model import Directory, District, History, Kreis, Metric, Ratio, Town
from hwkcli.naming.endings import stems
from hwkcli.naming.fold import fold


class Breach(NamedTuple):
    """A rule that a record breaks, at the path of the record."""

    path: str
    found: str
    expected: str
    refers: str = ""
    """The list in which the rule looks something up."""


_OF_KREISE = ("key", "group", "short_name", "seat")
_OF_TOWNS = (
    *("name", "official_name", "printed_name", "kind", "ags", "ars", "area_km2", "population"),
    *("latitude", "longitude", "postal_codes", "company_postal_codes", "aliases"),
)
FIELDS = (*_OF_KREISE, *_OF_TOWNS, "namesakes")
"""The fields whose source is a block's and not a record's."""


def of_district(district: District) -> Iterator[Breach]:
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


def of_history(history: History, district: District) -> Iterator[Breach]:
    """All breaches of the rules for the figures over time of a district, its own headline figures included."""
    yield from _unique("metrics", ".id", [metric.id for metric in history.metrics])
    yield from _unique("sources", ".id", [source.id for source in (*history.sources, *district.sources)])
    figures = (*history.figures, *district.figures)
    yield from _unique("figures", ".id", [figure.id for figure in figures])
    metrics = {metric.id: metric for metric in history.metrics}
    own = {metric.id for metric in district.metrics}
    for index, metric in enumerate(history.metrics):
        if not metric.unit and metric.id not in own:
            yield Breach(
                f"metrics[{index}]", f"{metric.id} without a unit and a label", "both, here or in the district"
            )
        own_series = [series.id for series in metric.series]
        yield from _unique(f"metrics[{index}].series", ".id", own_series)
        for number, series in enumerate(metric.series):
            if series.after is not None and (series.after not in own_series or series.after == series.id):
                yield Breach(f"metrics[{index}].series[{number}].after", series.after, "another series of the metric")
    yield from _own_names("metrics", history.metrics, (*district.metrics, *district.ratios))
    yield from _populations(history, district)
    sources = {source.id for source in (*history.sources, *district.sources)}
    territories = {"district", *(kreis.key for kreis in district.kreise), *(town.ags for town in district.towns)}
    by_id = {figure.id: figure for figure in figures}
    for index, figure in enumerate(figures):
        path = f"figures[{index}]"
        if figure.metric not in metrics:
            yield Breach(f"{path}.metric", figure.metric, f"one of {', '.join(metrics)}", "metrics")
            continue
        known = [series.id for series in metrics[figure.metric].series]
        if figure.series not in known:
            yield Breach(f"{path}.series", figure.series, f"one of {', '.join(known)}", "metrics")
        if figure.territory not in territories:
            yield Breach(f"{path}.territory", figure.territory, "district, or the key of a Kreis or town in it")
        if figure.source not in sources:
            yield Breach(f"{path}.source", figure.source, "the id of one of the sources", "sources")
        for other in figure.conflicts_with:
            if other not in by_id:
                yield Breach(f"{path}.conflicts_with", other, "the id of another figure")
            elif figure.id not in by_id[other].conflicts_with:
                yield Breach(f"{path}.conflicts_with", other, f"a figure that conflicts with {figure.id} in its turn")


def _own_names(path: str, records: Sequence[Metric | Ratio], others: Iterable[Metric | Ratio] = ()) -> Iterator[Breach]:
    """No name of a metric or ratio means another one, in any spelling or number."""
    owners = {key: other.id for other in others for name in _names(other) for key in stems(name)}
    for index, record in enumerate(records):
        for name in _names(record):
            strange = [key for key in stems(name) if owners.setdefault(key, record.id) != record.id]
            if strange:
                yield Breach(f"{path}[{index}]", f"{name}, which means {owners[strange[0]]}", "a name of its own")


def _names(record: Metric | Ratio) -> tuple[str, ...]:
    """What a metric or ratio is called. (The label of a metric of the headline may stand in the other file.)"""
    return (record.id, *(record.label or ()), *record.aliases)


def _populations(history: History, district: District) -> Iterator[Breach]:
    """The population of each day is one of the municipalities of the district, in a series of its metric."""
    known = {series.id for metric in history.metrics if metric.id == "population" for series in metric.series}
    sources = {source.id for source in (*history.sources, *district.sources)}
    towns = {town.ags for town in district.towns}
    for index, population in enumerate(history.populations):
        path = f"populations[{index}]"
        if population.series not in known:
            expected = f"one of {', '.join(sorted(known))}" if known else "a metric population that has it"
            yield Breach(f"{path}.series", population.series, expected, "metrics")
        if population.source not in sources:
            yield Breach(f"{path}.source", population.source, "the id of one of the sources", "sources")
        yield from _unique(f"{path}.values", ".town", [one.town for one in population.values])
        for number, one in enumerate(population.values):
            if one.town not in towns:
                yield Breach(f"{path}.values[{number}].town", one.town, "the AGS of a town of the district")
    yield from _unique("populations", ".as_of", [f"{one.series} of {one.as_of}" for one in history.populations])


def of_directory(directory: Directory, district: District) -> Iterator[Breach]:
    """All breaches of the rules for the contacts of a district."""
    yield from _unique("sources", ".id", [source.id for source in directory.sources])
    sources = {source.id for source in directory.sources}
    towns = {town.ags for town in district.towns}
    keys = towns | {kreis.key for kreis in district.kreise}
    for index, contact in enumerate(directory.contacts):
        if contact.source not in sources:
            yield Breach(f"contacts[{index}].source", contact.source, "the id of one of the sources", "sources")
        if contact.town is not None and contact.town not in towns:
            yield Breach(f"contacts[{index}].town", contact.town, "the AGS of a town of the district")
        for key in contact.territories:
            if key not in keys:
                yield Breach(f"contacts[{index}].territories", key, "the key of a Kreis or a town of the district")


def _unique(path: str, field: str, values: list[str]) -> Iterator[Breach]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Breach(f"{path}[{index}]{field}", f"{value} a second time", "each once")
        seen.add(value)


def _structure(district: District) -> Iterator[Breach]:
    if not district.kreise:
        yield Breach("kreise", "an empty list", "at least one Kreis")
    yield from _names_of_kreise(district)
    for index, group in enumerate(district.groups):
        if all(kreis.group != group for kreis in district.kreise):
            yield Breach(f"groups[{index}]", f"{group} without a Kreis", "a group of one Kreis or more")
    owners: dict[str, str] = {}
    for index, kreis in enumerate(district.kreise):
        path = f"kreise[{index}]"
        if kreis.group not in district.groups:
            yield Breach(f"{path}.group", kreis.group, f"one of {', '.join(district.groups)}", "groups")
        municipalities = kreis.municipalities
        if not municipalities:
            yield Breach(f"{path}.towns", "no municipality", "at least one")
        if kreis.kind == "kreisfreie_stadt" and [town.name for town in municipalities] != [kreis.name]:
            yield Breach(f"{path}.towns", "other municipalities", f"{kreis.name} alone, as it is a kreisfreie Stadt")
        yield from _unique(f"{path}.towns", ".name", [town.name for town in kreis.towns])
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
    if (town.latitude is None) != (town.longitude is None):
        yield Breach(f"{path}.latitude", "a latitude or a longitude alone", "both or none")
    for code in sorted(set(town.postal_codes) & set(town.company_postal_codes)):
        yield Breach(f"{path}.company_postal_codes", f"{code}, which is a delivery area too", "each code once")
    if (town.population is None) != (town.population_as_of is None):
        yield Breach(f"{path}.population", "a population or a date alone", "both or none")
    inside = [locality.name for locality in town.localities]
    for name in sorted(name for name, times in Counter(inside).items() if times > 1):
        yield Breach(f"{path}.localities", f"{name} a second time", "each once")
    for field in ("postal_codes", "company_postal_codes", "aliases"):
        yield from _unique(f"{path}.{field}", "", list(getattr(town, field)))
    for locality in town.localities:
        if locality.part_of is not None and (locality.part_of not in inside or locality.part_of == locality.name):
            yield Breach(f"{path}.localities", locality.part_of, f"another locality of {town.name}")


def _names_of_kreise(district: District) -> Iterator[Breach]:
    """No name, short form or alias of a Kreis means another, nor a group of several."""
    owners = {fold(group): group for group in district.groups}
    for index, kreis in enumerate(district.kreise):
        own = {fold(name): name for name in (kreis.name, kreis.short_name, *kreis.aliases) if name}
        for key, name in own.items():
            if key in owners and owners[key] not in (kreis.name, kreis.group):
                yield Breach(f"kreise[{index}]", f"{name}, which means {owners[key]}", "a name of its own")
        owners |= dict.fromkeys(own, kreis.name)
        alone = [other for other in district.kreise if other.group == kreis.group] == [kreis]
        if fold(kreis.group) in own and not alone:
            yield Breach(f"kreise[{index}].group", kreis.group, "a group that is not named like one of its Kreise")


def _figures(district: District) -> Iterator[Breach]:
    yield from _unique("figures", ".metric", [figure.metric for figure in district.figures])
    yield from _unique("figures", ".id", [figure.id for figure in district.figures])
    for index, figure in enumerate(district.figures):
        if not any(char.isdigit() for char in figure.printed or ""):
            yield Breach(f"figures[{index}].printed", figure.printed or "", "the number as the source prints it")
    metrics = [metric.id for metric in district.metrics]
    for index, figure in enumerate(district.figures):
        if figure.metric not in metrics:
            yield Breach(f"figures[{index}].metric", figure.metric, f"one of {', '.join(metrics)}", "metrics")
    yield from _ratios(district, metrics)


def _ratios(district: District, metrics: list[str]) -> Iterator[Breach]:
    """Each ratio has an id of its own, and follows from two metrics."""
    yield from _unique("ratios", ".id", [ratio.id for ratio in district.ratios])
    for index, ratio in enumerate(district.ratios):
        for part in ("dividend", "divisor"):
            if getattr(ratio, part) not in metrics:
                found = getattr(ratio, part)
                yield Breach(f"ratios[{index}].{part}", found, f"one of {', '.join(metrics)}", "metrics")
        if ratio.factor == 0:
            yield Breach(f"ratios[{index}].factor", "0", "a number above 0")
    yield from _own_names("metrics", district.metrics)
    yield from _own_names("ratios", district.ratios, district.metrics)


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
                yield Breach(path, source, "the id of one of the sources", "sources")
    covered = {field for facts in district.facts for field in facts.fields}
    for field in _used_fields(district):
        if field not in covered:
            yield Breach("facts", f"no source for {field}", "a block that names one")


def _used_fields(district: District) -> list[str]:
    """The fields of `FIELDS` that the file uses."""
    unknown = (None, (), "")
    fields = [f for f in _OF_KREISE if any(getattr(kreis, f) not in unknown for kreis in district.kreise)]
    fields += [f for f in _OF_TOWNS if any(getattr(town, f) not in unknown for town in district.towns)]
    return fields + (["namesakes"] if district.namesakes else [])
