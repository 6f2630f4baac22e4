"""A chamber district: what its records must look like, and what must hold between them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from hwkcli import model
from hwkcli.errors import Message
from hwkcli.files.addresses import beside, web
from hwkcli.files.bilingual import PROSE, TEXT
from hwkcli.files.contacts import CONTACT, breaches_of_contacts
from hwkcli.files.fields import (
    Reader,
    Report,
    code,
    count,
    day,
    identifier,
    listing,
    name,
    number,
    one_of,
    optional,
    postal_code,
    record,
    some,
)
from hwkcli.files.figures import (
    METRIC,
    MOST_INHABITANTS,
    RATIO,
    RAW_FIGURE,
    breaches_of_headline,
    breaches_of_ratios,
    with_units,
)
from hwkcli.files.rules import Breach, one_of_these, unique
from hwkcli.files.sources import OF_KREISE, OF_TOWNS, PROVENANCE, SOURCE, cited
from hwkcli.files.tree import Node
from hwkcli.model import District, Kreis, KreisKind, Locality, LocalityKind, Town
from hwkcli.naming.fold import fold

_LATITUDES = (47.2, 55.1)
_LONGITUDES = (5.8, 15.1)
"""Between these lies Germany."""
_LARGEST = 1000
"""km²; Berlin has 891."""


def _degrees(within: tuple[float, float], other: tuple[float, float], what: Message) -> Reader:
    """A reader of a latitude or longitude in Germany; one that is the other says so."""
    wide, own = number(-180, 180), number(*within)

    def read(node: Node, path: str, report: Report) -> float:
        aside = Report(report.file)
        value: float = wide(node, path, aside)
        if not aside.faults and other[0] <= value <= other[1]:
            report.add(
                node.line, path, str(value), Message("the {degrees}; latitude and longitude are swapped", degrees=what)
            )
        elif not aside.faults and not within[0] <= value <= within[1]:
            report.add(
                node.line,
                path,
                str(value),
                Message(
                    "a {degrees} in Germany, from {least} to {most}", degrees=what, least=within[0], most=within[1]
                ),
            )
        else:
            value = own(node, path, report)
        return value

    return read


def _localities(
    kind: LocalityKind, part_of: str | None, sources: tuple[str, ...], names: tuple[str, ...]
) -> list[Locality]:
    return [Locality(name, kind, part_of, sources) for name in names]


def _town(localities: tuple[list[Locality], ...], **values: Any) -> Town:
    flat = tuple(locality for block in localities for locality in block)
    return Town(localities=flat, kreis="", kreis_key="", **values)


def _kreis(towns: tuple[Town, ...], **values: Any) -> Kreis:
    inside = tuple(town._replace(kreis=values["name"], kreis_key=values["key"]) for town in towns)
    return Kreis(towns=inside, **values)


def _district(metrics: tuple[model.Metric, ...], figures: tuple[dict[str, Any], ...], **values: Any) -> District:
    return District(metrics=metrics, figures=with_units(figures, metrics), **values)


def _group(name: str) -> str:
    return name


_TOWN = record(
    _town,
    name=name,
    official_name=optional(name),
    printed_name=name,
    kind=one_of(*model.KINDS),
    part_of=optional(name),
    ags=code(8),
    ars=optional(code(12)),
    area_km2=optional(number(0.01, _LARGEST)),
    population=optional(count(MOST_INHABITANTS)),
    population_as_of=optional(day),
    latitude=optional(_degrees(_LATITUDES, _LONGITUDES, Message("latitude"))),
    longitude=optional(_degrees(_LONGITUDES, _LATITUDES, Message("longitude"))),
    postal_codes=some(postal_code),
    company_postal_codes=some(postal_code),
    aliases=some(name),
    localities=some(
        record(
            _localities,
            kind=one_of(*get_args(LocalityKind)),
            part_of=optional(name),
            sources=listing(identifier, least=1),
            names=listing(name, least=1),
        )
    ),
)

_KREIS = record(
    _kreis,
    key=code(5),
    name=name,
    kind=one_of(*get_args(KreisKind)),
    group=name,
    short_name=optional(name),
    seat=optional(name),
    aliases=some(name),
    towns=listing(_TOWN, least=1),
)

_COOPERATION = record(
    model.Cooperation,
    title=TEXT,
    parties=listing(name, least=1),
    people=listing(record(model.Person, name=name, office=TEXT, organisation=name)),
    discussed=some(TEXT),
    focus_areas=listing(TEXT),
    aim=PROSE,
    source=identifier,
)

_NAMESAKE = record(
    model.Namesake,
    name=name,
    municipalities=listing(record(model.Municipality, ags=code(8), official_name=name, kreis=name), least=1),
)

SHAPE = record(
    _district,
    chamber=record(
        model.Chamber,
        name=name,
        short_name=name,
        district=name,
        seat=name,
        web=web,
        sources=listing(identifier),
    ),
    sources=listing(SOURCE),
    facts=listing(PROVENANCE),
    metrics=some(METRIC),
    ratios=some(RATIO),
    figures=some(RAW_FIGURE),
    contacts=some(CONTACT),
    cooperation=optional(_COOPERATION),
    groups=listing(record(_group, name=name)),
    kreise=listing(_KREIS, least=1),
    figures_file=optional(beside),
    contacts_file=optional(beside),
    namesakes=some(_NAMESAKE),
)
"""The file of a district."""


def breaches(district: District) -> Iterator[Breach]:
    """What must hold in the file of a district."""
    sources = {source.id for source in district.sources}
    yield from unique("sources", ".id", [source.id for source in district.sources])
    yield from _structure(district)
    yield from breaches_of_headline(district.figures, district.metrics, sources, alone=district.figures_file is None)
    yield from breaches_of_ratios(district.ratios, district.metrics)
    yield from breaches_of_contacts(district.contacts, sources, district)
    yield from _sources(district, sources)


def _structure(district: District) -> Iterator[Breach]:
    yield from unique("groups", ".name", district.groups)
    yield from unique("kreise", ".key", [kreis.key for kreis in district.kreise])
    yield from unique("kreise", ".name", [kreis.name for kreis in district.kreise])
    yield from _names_of_kreise(district)
    used = {kreis.group for kreis in district.kreise}
    for index, group in enumerate(district.groups):
        if group not in used:
            yield Breach(
                f"groups[{index}]",
                Message("{group} without a Kreis", group=group),
                Message("a group of one Kreis or more"),
            )
    owners: dict[str, str] = {}
    groups = set(district.groups)
    for index, kreis in enumerate(district.kreise):
        path = f"kreise[{index}]"
        if kreis.group not in groups:
            yield Breach(f"{path}.group", kreis.group, one_of_these(district.groups), "groups")
        municipalities = kreis.municipalities
        if not municipalities:
            yield Breach(f"{path}.towns", Message("no municipality"), Message("at least one"))
        if kreis.kind == "kreisfreie_stadt" and [town.name for town in municipalities] != [kreis.name]:
            yield Breach(
                f"{path}.towns",
                Message("other municipalities"),
                Message("{name} alone, as it is a kreisfreie Stadt", name=kreis.name),
            )
        yield from unique(f"{path}.towns", ".name", [town.name for town in kreis.towns])
        names = {town.name: town for town in municipalities}
        for position, town in enumerate(kreis.towns):
            yield from _keys_of_town(f"{path}.towns[{position}]", town, kreis, names, owners)
            yield from _facts_of_town(f"{path}.towns[{position}]", town)
    localities = {locality.name for town in district.towns for locality in town.localities}
    yield from unique("namesakes", ".name", [namesake.name for namesake in district.namesakes])
    for index, namesake in enumerate(district.namesakes):
        if namesake.name not in localities:
            yield Breach(f"namesakes[{index}].name", namesake.name, Message("the name of a locality in this file"))


def _names_of_kreise(district: District) -> Iterator[Breach]:
    """No name, short form or alias of a Kreis means another, nor a group of several."""
    sizes = Counter(kreis.group for kreis in district.kreise)
    owners = {fold(group): group for group in district.groups}
    for index, kreis in enumerate(district.kreise):
        own = {fold(word): word for word in (kreis.name, kreis.short_name, *kreis.aliases) if word}
        for key, word in own.items():
            if key in owners and owners[key] not in (kreis.name, kreis.group):
                yield Breach(
                    f"kreise[{index}]",
                    Message("{name}, which means {other}", name=word, other=owners[key]),
                    Message("a name of its own"),
                )
        owners |= dict.fromkeys(own, kreis.name)
        if fold(kreis.group) in own and sizes[kreis.group] > 1:
            yield Breach(
                f"kreise[{index}].group", kreis.group, Message("a group that is not named like one of its Kreise")
            )


def _keys_of_town(
    path: str, town: Town, kreis: Kreis, names: dict[str, Town], owners: dict[str, str]
) -> Iterator[Breach]:
    """The keys of a town are its Kreis's and fit each other; a locality has that of its municipality. `names` are the
    municipalities of the Kreis; `owners`, by their keys, those before it, to which it is added."""
    if not town.ags.startswith(kreis.key):
        yield Breach(f"{path}.ags", town.ags, Message("an AGS of {name}: {key}...", name=kreis.name, key=kreis.key))
    elif kreis.kind == "kreisfreie_stadt" and not town.ags.endswith("000"):
        yield Breach(f"{path}.ags", town.ags, Message("the AGS of a kreisfreie Stadt: {key}000", key=kreis.key))
    if town.ars is not None and town.ars[:5] + town.ars[9:] != town.ags:
        yield Breach(f"{path}.ars", town.ars, Message("an ARS that belongs to the AGS {ags}", ags=town.ags))
    if town.kind == "locality":
        whole = names.get(town.part_of or "")
        if whole is None:
            yield Breach(
                f"{path}.part_of",
                town.part_of or Message("nothing"),
                Message("a municipality of {name}", name=kreis.name),
            )
        elif whole.ags != town.ags:
            yield Breach(f"{path}.ags", town.ags, Message("the AGS of {name}: {ags}", name=whole.name, ags=whole.ags))
        return
    if town.part_of is not None:
        yield Breach(f"{path}.part_of", town.part_of, Message("nothing, as it is a municipality"))
    if town.ags in owners:
        yield Breach(
            f"{path}.ags",
            Message("{value} a second time", value=town.ags),
            Message("another AGS than that of {name}", name=owners[town.ags]),
        )
    owners.setdefault(town.ags, town.name)
    if (town.kind == "city") != (kreis.kind == "kreisfreie_stadt"):
        yield Breach(f"{path}.kind", town.kind, Message("city in a kreisfreie Stadt, town or municipality in a Kreis"))


def _facts_of_town(path: str, town: Town) -> Iterator[Breach]:
    """What is known of a town fits together: pairs are whole, nothing is there twice, somebody lives there."""
    if (town.latitude is None) != (town.longitude is None):
        yield Breach(f"{path}.latitude", Message("a latitude or a longitude alone"), Message("both or none"))
    if (town.population is None) != (town.population_as_of is None):
        yield Breach(f"{path}.population", Message("a population or a date alone"), Message("both or none"))
    elif town.population == 0 and town.kind != "unincorporated":
        yield Breach(
            f"{path}.population", "0", Message("at least 1; only a gemeindefreies Gebiet (unincorporated) has none")
        )
    for both in sorted(set(town.postal_codes) & set(town.company_postal_codes)):
        yield Breach(
            f"{path}.company_postal_codes",
            Message("{code}, which is a delivery area too", code=both),
            Message("each code once"),
        )
    for field in ("postal_codes", "company_postal_codes", "aliases"):
        yield from unique(f"{path}.{field}", "", getattr(town, field))
    times = Counter(locality.name for locality in town.localities)
    for again in sorted(own for own, often in times.items() if often > 1):
        yield Breach(f"{path}.localities", Message("{value} a second time", value=again), Message("each once"))
    for locality in town.localities:
        if locality.part_of is not None and (locality.part_of not in times or locality.part_of == locality.name):
            yield Breach(f"{path}.localities", locality.part_of, Message("another locality of {name}", name=town.name))


def _sources(district: District, known: set[str]) -> Iterator[Breach]:
    """The sources of the records that have one themselves are known, and the others' are named by the facts."""
    yield from cited("chamber.sources", district.chamber.sources, known)
    for index, facts in enumerate(district.facts):
        yield from cited(f"facts[{index}].source", [facts.source], known)
    if district.cooperation is not None:
        yield from cited("cooperation.source", [district.cooperation.source], known)
    for n, kreis in enumerate(district.kreise):
        for m, town in enumerate(kreis.towns):
            sources = {source for locality in town.localities for source in locality.sources}
            yield from cited(f"kreise[{n}].towns[{m}].localities", sorted(sources), known)
    covered = {field for facts in district.facts for field in facts.fields}
    for field in _used_fields(district):
        if field not in covered:
            yield Breach("facts", Message("no source for {field}", field=field), Message("a block that names one"))


def _used_fields(district: District) -> list[str]:
    """The fields of `FIELDS` that the file uses."""
    unknown = (None, (), "")
    fields = [f for f in OF_KREISE if any(getattr(kreis, f) not in unknown for kreis in district.kreise)]
    fields += [f for f in OF_TOWNS if any(getattr(town, f) not in unknown for town in district.towns)]
    return fields + (["namesakes"] if district.namesakes else [])
