"""Figures: what a metric and a figure must look like, and what must hold between the figures of a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from hwkcli.errors import Message
from hwkcli.files.bilingual import PROSE, TEXT, either
from hwkcli.files.fields import (
    Optional,
    Reader,
    Report,
    code,
    count,
    day,
    identifier,
    listing,
    number,
    one_of,
    optional,
    period,
    record,
    some,
    text,
)
from hwkcli.files.printed import about, agrees, numbers
from hwkcli.files.rules import Breach, one_of_these, unique
from hwkcli.files.sources import BRIEF_SOURCE, cited, on_terms
from hwkcli.files.tree import Node
from hwkcli.model import (
    COUNTED,
    District,
    Figure,
    History,
    Inhabitants,
    Metric,
    MetricKind,
    Population,
    Precision,
    Ratio,
    Series,
    Source,
    Text,
    Unit,
)
from hwkcli.naming.endings import stems

MOST_INHABITANTS = 3_999_999
"""Berlin has 3.7 million."""
_HIGHEST_PERCENT = 1000
_UNIT = one_of(*get_args(Unit))

METRIC = record(Metric, id=identifier, unit=_UNIT, label=TEXT, aliases=some(text))
"""What a headline figure counts."""

RATIO = record(
    Ratio,
    id=identifier,
    dividend=identifier,
    divisor=identifier,
    factor=Optional(count(1_000_000), 1),
    label=TEXT,
    aliases=some(text),
)
"""What follows from the figures of two metrics."""

RAW_FIGURE = record(
    dict,
    id=identifier,
    metric=identifier,
    territory=Optional(identifier, "district"),
    series=identifier,
    value=number(0, 1e15),
    printed=text,
    as_of=period,
    precision=one_of(*get_args(Precision)),
    source=identifier,
    note=optional(PROSE),
    conflicts_with=some(identifier),
)
"""A figure; what it is a number of its metric says."""

_RAW_METRIC = record(
    dict,
    id=identifier,
    unit=optional(_UNIT),
    label=optional(TEXT),
    kind=one_of(*get_args(MetricKind)),
    description=PROSE,
    series=listing(
        record(
            Series,
            id=identifier,
            label=TEXT,
            description=PROSE,
            after=optional(identifier),
            scope=Optional(identifier, ""),
        ),
        least=1,
    ),
    aliases=some(text),
)

_POPULATION = record(
    Population,
    as_of=day,
    series=identifier,
    source=identifier,
    values=listing(record(Inhabitants, town=code(8), value=count(MOST_INHABITANTS, 1))),
)


def with_units(raw: Sequence[dict[str, Any]], metrics: Sequence[Metric]) -> tuple[Figure, ...]:
    """The figures, with the units of their metrics. (The rules refuse a figure of an unknown metric.)"""
    units: Mapping[str, Unit] = {metric.id: metric.unit for metric in metrics}
    return tuple(Figure(unit=units.get(values["metric"], "index"), **values) for values in raw)


def history(district: District) -> Reader:
    """A reader of the file with the figures over time of a district. A metric of the district's headline has its unit
    and its label there."""
    own = {metric.id: metric for metric in district.metrics}

    def metric(node: Node, path: str, report: Report) -> Metric | None:
        values = _RAW_METRIC(node, path, report)
        if values is None:
            return None
        headline = own.get(values["id"])
        known = {"unit": headline and headline.unit, "label": headline and headline.label}
        for field in known:
            if values[field] is None and known[field] is None:
                found = Message("{metric} without a {field}", metric=values["id"], field=field)
                report.add(node.line, path, found, Message("both, here or in the district"))
        for field in known:
            if None not in (values[field], known[field]) and values[field] != known[field]:
                report.add(
                    node.line,
                    f"{path}.{field}",
                    Message("another {field} than in the district", field=field),
                    Message("the same, or none"),
                )
        values["unit"] = values["unit"] or known["unit"] or "index"
        values["label"] = values["label"] or known["label"] or Text("", "")
        values["aliases"] = (*(headline.aliases if headline else ()), *values["aliases"])
        return Metric(**values)

    return record(
        _history,
        licence=either,
        edition=either,
        sources=listing(BRIEF_SOURCE),
        metrics=listing(metric, least=1),
        populations=some(_POPULATION),
        figures=listing(RAW_FIGURE),
    )


def _history(
    sources: tuple[Source, ...],
    licence: Text,
    edition: Text,
    metrics: tuple[Metric, ...],
    populations: tuple[Population, ...],
    figures: tuple[dict[str, Any], ...],
) -> History:
    return History(metrics, with_units(figures, metrics), on_terms(sources, licence, edition), populations)


def breaches_of_history(made: History, district: District) -> Iterator[Breach]:
    """What must hold in a file with the figures over time of a district, its headline figures included."""
    own, others = ([source.id for source in sources] for sources in (made.sources, district.sources))
    yield from unique("sources", ".id", own, others)
    yield from _breaches_of_metrics(made.metrics)
    yield from _own_names("metrics", made.metrics, (*district.metrics, *district.ratios))
    yield from _populations(made, district)
    yield from unique("figures", ".id", [one.id for one in made.figures], [one.id for one in district.figures])
    yield from breaches_of_figures(made.figures, made.metrics, {*own, *others})
    series = {metric.id: {one.id for one in metric.series} for metric in made.metrics}
    cities = {town.ags: town.kreis_key for town in district.towns if town.kind == "city"}
    territories = {"district", *(kreis.key for kreis in district.kreise), *(town.ags for town in district.towns)}
    by_id = {figure.id: figure for figure in (*district.figures, *made.figures)}
    for index, figure in enumerate(made.figures):
        path = f"figures[{index}]"
        if figure.series not in series.get(figure.metric, {figure.series}):
            yield Breach(f"{path}.series", figure.series, one_of_these(sorted(series[figure.metric])), "metrics")
        if figure.territory in cities:
            yield Breach(
                f"{path}.territory",
                figure.territory,
                Message("the key {key} of the city", key=cities[figure.territory]),
            )
        elif figure.territory not in territories:
            yield Breach(
                f"{path}.territory", figure.territory, Message("district, or the key of a Kreis or town in it")
            )
        yield from _mutual(path, figure, by_id)
    for figure in district.figures:
        if figure.series not in series.get(figure.metric, ()):
            expected = Message(
                "the metric {metric} with the series {series}, of which the district has a figure",
                metric=figure.metric,
                series=figure.series,
            )
            yield Breach("metrics", Message("none like that"), expected, "metrics")


def breaches_of_headline(
    figures: Sequence[Figure], metrics: Sequence[Metric], sources: set[str], alone: bool
) -> Iterator[Breach]:
    """What must hold for the headline figures in a district's file: one a metric, of the whole district; if they stand
    `alone`, without a file of figures over time, what conflicts is among them."""
    yield from unique("metrics", ".id", [metric.id for metric in metrics])
    yield from unique("figures", ".metric", [figure.metric for figure in figures])
    yield from unique("figures", ".id", [figure.id for figure in figures])
    yield from breaches_of_figures(figures, metrics, sources)
    by_id = {figure.id: figure for figure in figures}
    for index, figure in enumerate(figures):
        if figure.territory != "district":
            expected = Message("district; figures of a Kreis or a town belong into the figures_file")
            yield Breach(f"figures[{index}].territory", figure.territory, expected)
        if alone:
            yield from _mutual(f"figures[{index}]", figure, by_id)


def breaches_of_figures(figures: Sequence[Figure], metrics: Sequence[Metric], sources: set[str]) -> Iterator[Breach]:
    """What must hold for each figure: that its metric and its source are known, and that its value can be one and is
    the one that is printed."""
    known = {metric.id for metric in metrics}
    for index, figure in enumerate(figures):
        path = f"figures[{index}]"
        if figure.metric not in known:
            yield Breach(f"{path}.metric", figure.metric, one_of_these(metric.id for metric in metrics), "metrics")
            continue
        yield from cited(f"{path}.source", [figure.source], sources)
        if figure.unit in COUNTED and figure.value != int(figure.value):
            yield Breach(
                f"{path}.value",
                f"{figure.value} {figure.unit}",
                Message("a whole number, without separators"),
            )
        elif figure.unit == "percent" and figure.value > _HIGHEST_PERCENT:
            yield Breach(
                f"{path}.value",
                Message("{value} per cent", value=figure.value),
                Message("at most {most}", most=_HIGHEST_PERCENT),
            )
        elif not numbers(figure.printed or ""):
            yield Breach(f"{path}.printed", figure.printed or "", Message("the number as the source prints it"))
        elif not agrees(figure.printed or "", figure.value, figure.precision == "rounded"):
            expected = Message("the value {value} as the source prints it", value=figure.value)
            yield Breach(f"{path}.printed", f'"{figure.printed}"', expected)
        elif figure.precision == "exact" and about(figure.printed or ""):
            yield Breach(
                f"{path}.precision",
                Message('exact, but printed is "{printed}"', printed=figure.printed),
                "rounded",
            )


def breaches_of_ratios(ratios: Sequence[Ratio], metrics: Sequence[Metric]) -> Iterator[Breach]:
    """What must hold for the ratios of a district's file: each has an id of its own, and follows from two metrics."""
    yield from unique("ratios", ".id", [ratio.id for ratio in ratios])
    known = [metric.id for metric in metrics]
    for index, ratio in enumerate(ratios):
        for part, id in (("dividend", ratio.dividend), ("divisor", ratio.divisor)):
            if id not in known:
                yield Breach(f"ratios[{index}].{part}", id, one_of_these(known), "metrics")
        if ratio.factor == 0:
            yield Breach(f"ratios[{index}].factor", "0", Message("a number above 0"))
    yield from _own_names("metrics", metrics)
    yield from _own_names("ratios", ratios, metrics)


def _own_names(path: str, records: Sequence[Metric | Ratio], others: Iterable[Metric | Ratio] = ()) -> Iterator[Breach]:
    """No name of a metric or ratio means another one, in any spelling or number."""
    owners = {key: other.id for other in others for name in _names(other) for key in stems(name)}
    for index, one in enumerate(records):
        for name in _names(one):
            strange = [key for key in stems(name) if owners.setdefault(key, one.id) != one.id]
            if strange:
                yield Breach(
                    f"{path}[{index}]",
                    Message("{name}, which means {other}", name=name, other=owners[strange[0]]),
                    Message("a name of its own"),
                )


def _names(one: Metric | Ratio) -> tuple[str, ...]:
    """What a metric or ratio is called."""
    return (one.id, *filter(None, one.label), *one.aliases)


def _populations(history: History, district: District) -> Iterator[Breach]:
    """The population of each day is one of the municipalities of the district, in a series of its metric."""
    known = {series.id for metric in history.metrics if metric.id == "population" for series in metric.series}
    sources = {source.id for source in (*history.sources, *district.sources)}
    towns = {town.ags for town in district.towns}
    for index, population in enumerate(history.populations):
        path = f"populations[{index}]"
        if population.series not in known:
            expected = one_of_these(sorted(known)) if known else Message("a metric population that has it")
            yield Breach(f"{path}.series", population.series, expected, "metrics")
        yield from cited(f"{path}.source", [population.source], sources)
        yield from unique(f"{path}.values", ".town", [one.town for one in population.values])
        for at, one in enumerate(population.values):
            if one.town not in towns:
                yield Breach(f"{path}.values[{at}].town", one.town, Message("the AGS of a town of the district"))
    yield from unique("populations", ".as_of", [f"{one.series} of {one.as_of}" for one in history.populations])


def _breaches_of_metrics(metrics: Sequence[Metric]) -> Iterator[Breach]:
    yield from unique("metrics", ".id", [metric.id for metric in metrics])
    for index, metric in enumerate(metrics):
        own = [series.id for series in metric.series]
        yield from unique(f"metrics[{index}].series", ".id", own)
        for at, series in enumerate(metric.series):
            if series.after is not None and (series.after not in own or series.after == series.id):
                yield Breach(
                    f"metrics[{index}].series[{at}].after", series.after, Message("another series of the metric")
                )


def _mutual(path: str, figure: Figure, by_id: Mapping[str, Figure]) -> Iterator[Breach]:
    """That each figure with which one conflicts is there, and says the same in its turn."""
    for other in figure.conflicts_with:
        if other not in by_id or other == figure.id:
            yield Breach(f"{path}.conflicts_with", other, Message("the id of another figure"))
        elif figure.id not in by_id[other].conflicts_with:
            yield Breach(
                f"{path}.conflicts_with", other, Message("a figure that conflicts with {id} in its turn", id=figure.id)
            )
