"""What each record of a data file must look like: from the tree of a file to a district, or to its faults."""

from functools import partial
from typing import Any

from hwkcli import model
from hwkcli.files.fields import (
    Optional,
    Report,
    code,
    count,
    day,
    listing,
    number,
    one_of,
    optional,
    period,
    record,
    some,
    telephone,
    text,
)
from hwkcli.files.rules import FIELDS
from hwkcli.files.tree import Mapping, Node


def _localities(kind: str, part_of: str | None, sources: tuple[str, ...], names: tuple[str, ...]) -> list[Any]:
    return [model.Locality(name, kind, part_of, sources) for name in names]


def _town(localities: tuple[list[model.Locality], ...], **values: Any) -> model.Town:
    flat = tuple(locality for block in localities for locality in block)
    return model.Town(localities=flat, kreis="", kreis_key="", **values)


def _kreis(towns: tuple[model.Town, ...], **values: Any) -> model.Kreis:
    inside = tuple(town._replace(kreis=values["name"], kreis_key=values["key"]) for town in towns)
    return model.Kreis(towns=inside, **values)


def _district(metrics: tuple[model.Metric, ...], figures: tuple[model.Figure, ...], **values: Any) -> model.District:
    units = {metric.id: metric.unit for metric in metrics}
    counted = tuple(figure._replace(unit=units.get(figure.metric, "")) for figure in figures)
    return model.District(metrics=metrics, figures=counted, **values)


def _history(
    sources: tuple[model.Source, ...], licence: model.Text, edition: model.Text, **values: Any
) -> model.History:
    return model.History(sources=on_terms(sources, licence, edition), **values)


def _directory(
    sources: tuple[model.Source, ...], licence: model.Text, edition: model.Text, **values: Any
) -> model.Directory:
    return model.Directory(sources=on_terms(sources, licence, edition), **values)


def on_terms(sources: tuple[model.Source, ...], licence: model.Text, edition: model.Text) -> tuple[model.Source, ...]:
    """Sources with the licence and the edition that their file states for all of them, where they state none."""
    return tuple(
        source._replace(licence=source.licence or licence, edition=source.edition or edition) for source in sources
    )


def _brief_source(publisher: str, attribution: str | None, **values: Any) -> model.Source:
    return model.Source(publisher=publisher, attribution=attribution or publisher, **values)


def _name(name: str) -> str:
    return name


TEXT = record(model.Text, de=text, en=text)


def either(node: Node, path: str, report: Report) -> model.Text | None:
    """Words in two languages, or one text for both."""
    if isinstance(node, Mapping):
        both: model.Text | None = TEXT(node, path, report)
        return both
    one = text(node, path, report)
    return model.Text(one, one)


_LOCALITIES = record(
    _localities,
    kind=one_of("locality", "stadtbezirk"),
    part_of=optional(text),
    sources=listing(text),
    names=listing(text),
)
_TOWN = record(
    _town,
    name=text,
    official_name=optional(text),
    printed_name=text,
    kind=one_of(*model.KINDS),
    part_of=optional(text),
    ags=code(8),
    ars=optional(code(12)),
    area_km2=optional(number(0, 1_000_000)),
    population=optional(count),
    population_as_of=optional(day),
    latitude=optional(number(-90, 90)),
    longitude=optional(number(-180, 180)),
    postal_codes=some(code(5)),
    company_postal_codes=some(code(5)),
    aliases=some(text),
    localities=some(_LOCALITIES),
)
_KREIS = record(
    _kreis,
    key=code(5),
    name=text,
    kind=one_of("kreisfreie_stadt", "kreis"),
    group=text,
    short_name=optional(text),
    seat=optional(text),
    aliases=some(text),
    towns=listing(_TOWN),
)
_FIGURE = record(
    partial(model.Figure, unit=""),
    id=text,
    metric=text,
    territory=Optional(text, "district"),
    series=text,
    value=number(0, 1e15),
    printed=text,
    as_of=period,
    precision=one_of("exact", "rounded"),
    source=text,
    note=optional(TEXT),
    conflicts_with=some(text),
)
_CONTACT = record(
    model.Contact,
    name=text,
    role=either,
    organisation=optional(text),
    unit=optional(text),
    kind=Optional(text, "press"),
    town=optional(code(8)),
    territories=some(text),
    street=optional(text),
    postal_code=optional(code(5)),
    city=text,
    phone=optional(telephone),
    phone_printed=optional(text),
    email=optional(text),
    web=optional(text),
    as_of=optional(day),
    source=text,
    note=optional(TEXT),
)
SOURCE = record(
    model.Source,
    id=text,
    publisher=text,
    title=text,
    url=optional(text),
    document=optional(either),
    edition=either,
    licence=either,
    attribution=text,
    short_name=optional(text),
)
PROVENANCE = record(model.Provenance, fields=listing(one_of(*FIELDS)), source=text, as_of=optional(day))
BRIEF_SOURCE = record(
    _brief_source,
    id=text,
    publisher=text,
    title=text,
    url=optional(text),
    document=optional(either),
    edition=optional(either),
    licence=optional(either),
    attribution=optional(text),
    rank=one_of("primary", "secondary"),
    short_name=optional(text),
)
_HISTORY = record(
    _history,
    licence=either,
    edition=either,
    sources=listing(BRIEF_SOURCE),
    metrics=listing(
        record(
            model.Metric,
            id=text,
            unit=Optional(text, ""),
            label=optional(TEXT),
            kind=one_of("stock", "flow", "survey"),
            description=TEXT,
            series=listing(
                record(
                    model.Series,
                    id=text,
                    label=TEXT,
                    description=TEXT,
                    after=optional(text),
                    scope=Optional(text, ""),
                )
            ),
            aliases=some(text),
        )
    ),
    populations=some(
        record(
            model.Population,
            as_of=day,
            series=text,
            source=text,
            values=listing(record(model.Inhabitants, town=code(8), value=count)),
        )
    ),
    figures=listing(_FIGURE),
)
_DIRECTORY = record(
    _directory, licence=either, edition=either, sources=listing(BRIEF_SOURCE), contacts=listing(_CONTACT)
)
_DISTRICT = record(
    _district,
    chamber=record(
        model.Chamber,
        name=text,
        short_name=text,
        district=text,
        seat=text,
        web=text,
        sources=listing(text),
    ),
    sources=listing(SOURCE),
    facts=listing(PROVENANCE),
    metrics=some(record(model.Metric, id=text, unit=text, label=TEXT, aliases=some(text))),
    ratios=some(
        record(
            model.Ratio,
            id=text,
            dividend=text,
            divisor=text,
            factor=Optional(count, 1),
            label=TEXT,
            aliases=some(text),
        )
    ),
    figures=some(_FIGURE),
    contacts=some(_CONTACT),
    cooperation=optional(
        record(
            model.Cooperation,
            title=TEXT,
            parties=listing(text),
            people=listing(record(model.Person, name=text, office=TEXT, organisation=text)),
            discussed=some(TEXT),
            focus_areas=listing(TEXT),
            aim=TEXT,
            source=text,
        )
    ),
    groups=listing(record(_name, name=text)),
    kreise=listing(_KREIS),
    figures_file=optional(text),
    contacts_file=optional(text),
    namesakes=some(
        record(
            model.Namesake,
            name=text,
            municipalities=listing(record(model.Municipality, ags=code(8), official_name=text, kreis=text)),
        )
    ),
)


def district(node: Node, report: Report) -> model.District | None:
    """The district that a file's tree describes; None if anything in it was reported."""
    made: model.District | None = _DISTRICT(node, "", report)
    return made


def history(node: Node, report: Report) -> model.History | None:
    """The figures over time that a file's tree describes; None if anything in it was reported."""
    made: model.History | None = _HISTORY(node, "", report)
    return made


def directory(node: Node, report: Report) -> model.Directory | None:
    """The contacts that a file's tree describes; None if anything in it was reported."""
    made: model.Directory | None = _DIRECTORY(node, "", report)
    return made
