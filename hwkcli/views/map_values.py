"""The values by which a map is coloured: one figure a unit, all of one date; and the classes that they fall into."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from hwkcli.errors import NotFound
from hwkcli.figures.names import called
from hwkcli.figures.timeline import Figures
from hwkcli.gazetteer import records
from hwkcli.gazetteer.geography.units import Unit
from hwkcli.gazetteer.store.provenance import population_as_of
from hwkcli.language import Language, date, number, pick, value, word
from hwkcli.model import Figure
from hwkcli.views.sources import cite

POPULATION = "population"
MOST_CLASSES = 5


class Values(NamedTuple):
    """A figure for each unit that has one."""

    title: str
    """What is counted, and of when."""
    as_of: str
    by_key: dict[str, float]
    shown: Callable[[float], str]
    """A value in the reader's language."""
    sources: tuple[str, ...]
    rights: tuple[str, ...]


def population(made: Mapping[str, Unit], lang: Language) -> Values:
    """The population of each unit, on the date of the register's figures."""
    origins = records.origins()
    as_of = population_as_of() or ""
    source = origins.source_of(POPULATION)
    known: dict[str, float] = {key: unit.population for key, unit in made.items() if unit.population is not None}
    return Values(
        f"{word(POPULATION, lang)}, {date(as_of, lang)}",
        as_of,
        known,
        lambda value: number(value, lang),
        (cite(source, lang),),
        (source.attribution,),
    )


def figures(every: Figures, metric: str, made: Mapping[str, Unit], lang: Language) -> Values:
    """The figures of a metric for the units, all of one date and series: of the last date at which most of them have
    one, and none that another source disputes.

    Raises NotFound for an unknown metric, or if no unit has a figure.
    """
    known = every.metric(metric)
    groups: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in every.of(metric):
        if figure.territory in made and not every.disputed(figure):
            groups.setdefault((figure.series, figure.as_of), {})[figure.territory] = figure
    if not groups:
        nowhere = "no figure of {metric} for these areas; hwk stats {metric} names those that there are"
        raise NotFound(nowhere, metric=called(known))
    # The figures come in the order of their dates.
    found = max(reversed(groups.values()), key=len)
    first = next(iter(found.values()))
    label = pick(known.label, lang)
    series = next(pick(one.label, lang) for one in known.series if one.id == first.series)
    sources = {figure.source: every.source(figure) for figure in found.values()}
    return Values(
        f"{label}{f' ({series})' if series != label else ''}, {date(first.as_of, lang)}",
        first.as_of,
        {key: figure.value for key, figure in found.items()},
        lambda number: value(first._replace(value=number), lang),
        tuple(cite(source, lang) for source in sources.values()),
        tuple(dict.fromkeys(source.attribution for source in sources.values())),
    )


def classes(values: Collection[float]) -> tuple[float, ...]:
    """The upper bounds of the classes that values fall into, but for the last, which has none: round numbers, so that
    about as many values fall into each.

    >>> classes([51_000, 155_446, 179_070, 189_614, 307_000, 354_288, 390_000, 598_246])
    (51000.0, 180000.0, 190000.0, 350000.0)
    >>> classes([5, 5]), classes([1, 2])
    ((), (1.0,))
    """
    ordered = sorted(set(values))
    number = min(MOST_CLASSES, len(ordered))
    bounds = (ordered[len(ordered) * at // number - 1] for at in range(1, number))
    rounded = dict.fromkeys(_rounded(bound) for bound in bounds)
    return tuple(bound for bound in rounded if ordered[0] <= bound < ordered[-1])


def _rounded(bound: float) -> float:
    """A number with its first two digits."""
    return float(f"{bound:.1e}")


def fill(value: float, bounds: Iterable[float]) -> int:
    """The class that a value falls into."""
    return sum(value > bound for bound in bounds)
