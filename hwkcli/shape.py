"""What each record of a data file must look like: from the tree of a file to records, or to its faults.

A reader takes a node and returns what it stands for; what it cannot take it reports, and returns None.
A record is made only if nothing in it was reported, so that the records need not doubt their values.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from hwkcli import model
from hwkcli.errors import Fault
from hwkcli.tree import Mapping, Node, Scalar, Sequence, is_text

_INTEGER = re.compile(r"0|[1-9][0-9]*")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Report:
    """Collects the faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, line: int, path: str, found: str, expected: str) -> None:
        """One more fault: where, what was found there, what was expected."""
        self.faults.append(Fault(self.file, line, path, found, expected))


Reader = Callable[[Node, str, Report], Any]


class Optional(NamedTuple):
    """A field that may be missing or null, and then has the default."""

    read: Reader
    default: object


def describe(node: Node) -> str:
    """A node in a few words, for the `found` of a fault."""
    if isinstance(node, Sequence):
        return f"a list of {len(node.items)}"
    if isinstance(node, Mapping):
        return "a mapping"
    value = node.value if len(node.value) <= 60 else node.value[:57] + "..."
    if node.quoted:
        return f'"{value}"'
    return value if is_text(node) else f"{value} without quotes" if value else "nothing"


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and node.value in ("", "~", "null", "Null", "NULL")


def text(node: Node, path: str, report: Report) -> str | None:
    """Text that is not empty."""
    if isinstance(node, Scalar) and node.value.strip() and is_text(node):
        return node.value
    report.add(node.line, path, describe(node), "text (in quotes, if it looks like anything else)")
    return None


def code(digits: int) -> Reader:
    """A reader of codes and keys: so many digits, as text."""

    def read(node: Node, path: str, report: Report) -> str | None:
        if isinstance(node, Scalar) and node.quoted and len(node.value) == digits:
            if node.value.isascii() and node.value.isdigit():
                return node.value
        report.add(node.line, path, describe(node), f"{digits} digits in quotes")
        return None

    return read


def day(node: Node, path: str, report: Report) -> str | None:
    """A date as text, to the year, the month or the day: `2024`, `2024-01`, `2024-12-31`."""
    if isinstance(node, Scalar) and node.quoted:
        match = _DATE.fullmatch(node.value)
        try:
            if match:
                date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
                return node.value
        except ValueError:
            pass
    report.add(node.line, path, describe(node), 'a date in quotes: "2024", "2024-01" or "2024-12-31"')
    return None


def count(node: Node, path: str, report: Report) -> int | None:
    """A whole number, not negative."""
    if isinstance(node, Scalar) and not node.quoted and _INTEGER.fullmatch(node.value) and len(node.value) < 16:
        return int(node.value)
    report.add(node.line, path, describe(node), "a whole number without quotes")
    return None


def number(least: float, most: float) -> Reader:
    """A reader of numbers between two bounds."""

    def read(node: Node, path: str, report: Report) -> float | None:
        if isinstance(node, Scalar) and not node.quoted and _DECIMAL.fullmatch(node.value) and len(node.value) < 20:
            value = float(node.value) if "." in node.value else int(node.value)
            if least <= value <= most:
                return value
        report.add(node.line, path, describe(node), f"a number from {least:g} to {most:g}")
        return None

    return read


def one_of(*words: str) -> Reader:
    """A reader of one of these words."""

    def read(node: Node, path: str, report: Report) -> str | None:
        if isinstance(node, Scalar) and node.value in words:
            return node.value
        report.add(node.line, path, describe(node), " or ".join(words))
        return None

    return read


def listing(item: Reader) -> Reader:
    """A reader of lists; it gives a tuple."""

    def read(node: Node, path: str, report: Report) -> tuple[Any, ...] | None:
        if isinstance(node, Sequence):
            return tuple([item(child, f"{path}[{index}]", report) for index, child in enumerate(node.items)])
        report.add(node.line, path, describe(node), "a list")
        return None

    return read


def record(make: Callable[..., Any], **fields: Reader | Optional) -> Reader:
    """A reader of mappings with exactly these fields; it gives what `make` makes of them."""
    defaults = {name: field.default for name, field in fields.items() if isinstance(field, Optional)}
    readers = {name: field.read if isinstance(field, Optional) else field for name, field in fields.items()}

    def read(node: Node, path: str, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report.add(node.line, path, describe(node), f"a mapping with {', '.join(readers)}")
            return None
        before = len(report.faults)
        values = dict(defaults)
        prefix = f"{path}." if path else ""
        for name, child in node.items.items():
            reader = readers.get(name)
            if reader is None:
                report.add(child.line, prefix + name, f"the unknown key {name}", f"one of {', '.join(readers)}")
            elif not (name in defaults and _is_null(child)):
                values[name] = reader(child, prefix + name, report)
        for name in readers:
            if name not in defaults and name not in node.items:
                report.add(node.line, prefix + name, "nothing", f"the key {name}")
        return make(**values) if len(report.faults) == before else None

    return read


def optional(reader: Reader) -> Optional:
    """A field that is None where it is unknown."""
    return Optional(reader, None)


def some(item: Reader) -> Optional:
    """A field with a list that may be missing: then it is empty."""
    return Optional(listing(item), ())


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
