"""What each record of a data file must look like: from the tree of a file to a district, or to its faults."""

from functools import partial
from typing import Any

from hwkcli import model
from hwkcli.readers import (
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
from hwkcli.rules import FIELDS
from hwkcli.tree import Mapping, Node


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
    return model.History(sources=_on_terms(sources, licence, edition), **values)


def _directory(
    sources: tuple[model.Source, ...], licence: model.Text, edition: model.Text, **values: Any
) -> model.Directory:
    return model.Directory(sources=_on_terms(sources, licence, edition), **values)


def _on_terms(sources: tuple[model.Source, ...], licence: model.Text, edition: model.Text) -> tuple[model.Source, ...]:
    """Sources with the licence and the edition that their file states for all of them."""
    return tuple(source._replace(licence=licence, edition=edition) for source in sources)


def _brief_source(publisher: str, **values: Any) -> model.Source:
    nothing = model.Text("", "")
    return model.Source(publisher=publisher, attribution=publisher, edition=nothing, licence=nothing, **values)


def _name(name: str) -> str:
    return name


_TEXT = record(model.Text, de=text, en=text)


def _either(node: Node, path: str, report: Report) -> model.Text | None:
    """Words in two languages, or one text for both."""
    if isinstance(node, Mapping):
        both: model.Text | None = _TEXT(node, path, report)
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
    note=optional(_TEXT),
    conflicts_with=some(text),
)
_CONTACT = record(
    model.Contact,
    name=text,
    role=_either,
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
    note=optional(_TEXT),
)
_BRIEF_SOURCE = record(
    _brief_source,
    id=text,
    publisher=text,
    title=text,
    url=optional(text),
    document=optional(_either),
    rank=one_of("primary", "secondary"),
)
_HISTORY = record(
    _history,
    licence=_either,
    edition=_either,
    sources=listing(_BRIEF_SOURCE),
    metrics=listing(
        record(
            model.Metric,
            id=text,
            unit=Optional(text, ""),
            label=optional(_TEXT),
            kind=one_of("stock", "flow", "survey"),
            description=_TEXT,
            series=listing(record(model.Series, id=text, label=_TEXT, description=_TEXT, after=optional(text))),
        )
    ),
    figures=listing(_FIGURE),
)
_DIRECTORY = record(
    _directory, licence=_either, edition=_either, sources=listing(_BRIEF_SOURCE), contacts=listing(_CONTACT)
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
    sources=listing(
        record(
            model.Source,
            id=text,
            publisher=text,
            title=text,
            url=optional(text),
            document=optional(_either),
            edition=_either,
            licence=_either,
            attribution=text,
        )
    ),
    facts=listing(record(model.Provenance, fields=listing(one_of(*FIELDS)), source=text, as_of=optional(day))),
    metrics=some(record(model.Metric, id=text, unit=text, label=_TEXT)),
    figures=some(_FIGURE),
    contacts=some(_CONTACT),
    cooperation=optional(
        record(
            model.Cooperation,
            title=_TEXT,
            parties=listing(text),
            people=listing(record(model.Person, name=text, office=_TEXT, organisation=text)),
            discussed=some(_TEXT),
            focus_areas=listing(_TEXT),
            aim=_TEXT,
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
