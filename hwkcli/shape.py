"""What each record of a data file must look like: from the tree of a file to a district, or to its faults."""

from typing import Any

from hwkcli import model
from hwkcli.readers import Report, code, count, day, listing, number, one_of, optional, record, some, text
from hwkcli.tree import Mapping, Node


def _localities(kind: str, part_of: str | None, sources: tuple[str, ...], names: tuple[str, ...]) -> list[Any]:
    return [model.Locality(name, kind, part_of, sources) for name in names]


def _town(localities: tuple[list[model.Locality], ...], **values: Any) -> model.Town:
    flat = tuple(locality for block in localities for locality in block)
    return model.Town(localities=flat, kreis="", kreis_key="", **values)


def _kreis(towns: tuple[model.Town, ...], **values: Any) -> model.Kreis:
    inside = tuple(town._replace(kreis=values["name"], kreis_key=values["key"]) for town in towns)
    return model.Kreis(towns=inside, **values)


def _figure(metric: str, **values: Any) -> model.Figure:
    return model.Figure(metric=metric, unit="", **values)


def _district(metrics: tuple[model.Metric, ...], figures: tuple[model.Figure, ...], **values: Any) -> model.District:
    units = {metric.id: metric.unit for metric in metrics}
    counted = tuple(figure._replace(unit=units.get(figure.metric, "")) for figure in figures)
    return model.District(metrics=metrics, figures=counted, **values)


def _name(name: str) -> str:
    return name


_TEXT = record(model.Text, de=text, en=text)


def _either(node: Node, path: str, report: Report) -> model.Text | None:
    """Words in two languages, or one text for both."""
    if isinstance(node, Mapping):
        both: model.Text | None = _TEXT(node, path, report)
        return both
    one = text(node, path, report)
    return model.Text(one, one) if one is not None else None


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
    kind=one_of("city", "town", "municipality", "locality"),
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
    facts=listing(record(model.Provenance, fields=listing(text), source=text, as_of=optional(day))),
    metrics=some(record(model.Metric, id=text, unit=text, label=_TEXT)),
    figures=some(
        record(
            _figure,
            metric=text,
            value=number(0, 1e15),
            printed=text,
            as_of=day,
            precision=one_of("exact", "rounded"),
            source=text,
        )
    ),
    contacts=some(
        record(
            model.Contact,
            name=text,
            role=text,
            organisation=text,
            unit=optional(text),
            street=text,
            postal_code=code(5),
            city=text,
            phone=text,
            email=text,
            web=text,
            source=text,
        )
    ),
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
