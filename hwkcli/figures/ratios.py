"""Ratios of two metrics: only between figures of the same date, territory and scope that no conflict is known of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hwkcli import period
from hwkcli.errors import BadSetting, Message, NotFound, Time, listed
from hwkcli.figures.names import called
from hwkcli.figures.rounding import significant_digits, to_digits
from hwkcli.language import number
from hwkcli.model import Figure, Metric, Ratio, Series, Text
from hwkcli.period import Period

_FACTORS = (1, 100, 1000, 10_000, 100_000, 1_000_000)
NOT_COUNTED = ("percent", "index")
"""The units of which no ratio says anything."""


def derive(ratio: Ratio, dividend: Figure, divisor: Figure) -> Figure:
    """The figure that follows from two others. A ratio of rounded figures is rounded alike: to the significant digits
    of the coarser one."""
    value = ratio.factor * dividend.value / divisor.value
    rounded = [part.printed or "" for part in (dividend, divisor) if part.precision == "rounded"]
    if rounded:
        value = to_digits(value, min(map(significant_digits, rounded)))
    factor = f"{ratio.factor} * " if ratio.factor != 1 else ""
    return Figure(
        metric=ratio.id,
        value=value,
        printed=None,
        unit=dividend.unit,
        as_of=dividend.as_of,
        precision="rounded" if rounded else "exact",
        source=dividend.source,
        formula=f"{factor}{ratio.dividend} / {ratio.divisor}",
        id=f"{ratio.id}: {dividend.id} / {divisor.id}",
        territory=dividend.territory,
        series=_series_id(dividend.series, divisor.series),
        inputs=(dividend.id, divisor.id),
    )


def metric(ratio: Ratio, dividend: Metric, divisor: Metric) -> Metric:
    """The metric of which the figures of a ratio are. Its series are those of its two parts, where their scopes
    agree."""
    series = tuple(
        Series(
            _series_id(one.id, other.id),
            Text(f"{one.label.de} / {other.label.de}", f"{one.label.en} / {other.label.en}"),
            Text("", ""),
            _series_id(one.after or one.id, other.after or other.id) if one.after or other.after else None,
        )
        for one in dividend.series
        for other in divisor.series
        if one.scope == other.scope
    )
    return Metric(ratio.id, dividend.unit, ratio.label, "ratio", None, series, ratio.aliases)


def over_time(
    ratio: Ratio, parts: Sequence[Metric], dividends: Iterable[Figure], divisors: Iterable[Figure]
) -> list[Figure]:
    """The ratios of the figures of two metrics, in the order of the dividends."""
    below = _by_place(parts[1], divisors)
    return [
        derive(ratio, figures[0], below[place][0])
        for place, figures in _by_place(parts[0], dividends).items()
        if len(figures) == len(below[place]) == 1 and below[place][0].value
    ]


_Place = tuple[str, Period, str]


def _by_place(metric: Metric, figures: Iterable[Figure]) -> dict[_Place, list[Figure]]:
    """Figures that no conflict is known of, by territory, time and scope."""
    scopes = {series.id: series.scope for series in metric.series}
    places: dict[_Place, list[Figure]] = defaultdict(list)
    for figure in figures:
        if not figure.conflicts_with:
            places[figure.territory, period.parse(figure.as_of), scopes[figure.series]].append(figure)
    return places


def between(dividend: Metric, divisor: Metric, dividends: Sequence[Figure], divisors: Sequence[Figure]) -> Ratio:
    """A ratio of two metrics that the data does not define: with a factor of 1, 100, 1000 ... that makes its largest
    value at least 1, and a label that says so.

    Raises BadSetting where a ratio would say nothing, and NotFound, with the dates of both, if no date has both.
    """
    if dividend.id == divisor.id:
        raise BadSetting(
            "{metric} is compared with itself; name another metric after --compare", metric=called(dividend)
        )
    for one in (dividend, divisor):
        if one.kind == "ratio":
            raise BadSetting("{metric} is a ratio itself; compare what it follows from", metric=called(one))
        if one.unit in NOT_COUNTED:
            senseless = "{metric} is a share or an index, of which a ratio says nothing; compare what is counted"
            raise BadSetting(senseless, metric=called(one))
    bare = Ratio("", dividend.id, divisor.id, 1, Text("", ""))
    found = over_time(bare, (dividend, divisor), dividends, divisors)
    if not found:
        raise NotFound(
            "no date and scope has both, without a conflict: {one} has {dates}; {other} has {others}",
            one=dividend.id,
            dates=_dates(dividends),
            other=divisor.id,
            others=_dates(divisors),
        )
    largest = max(figure.value for figure in found)
    factor = next((factor for factor in _FACTORS if factor * largest >= 1), _FACTORS[-1])
    per = Text(f"je {number(factor, 'de')}", f"per {number(factor, 'en')}") if factor > 1 else Text("je", "per")
    label = Text(
        f"{dividend.label.de} {per.de} {divisor.label.de}",
        f"{dividend.label.en} {per.en} {divisor.label.en[:1].lower()}{divisor.label.en[1:]}",
    )
    amount = f"{factor}_" if factor > 1 else ""
    return Ratio(f"{dividend.id}_per_{amount}{divisor.id}", dividend.id, divisor.id, factor, label)


_MOST_DATES = 6


def _dates(figures: Sequence[Figure]) -> Message:
    """The dates of figures, the last few of many."""
    dates = list(dict.fromkeys(figure.as_of for figure in figures))
    if not dates:
        return Message("none")
    said = listed([Message("{day}", day=Time(day)) for day in dates[-_MOST_DATES:]])
    return Message("…, {dates}", dates=said) if len(dates) > _MOST_DATES else said


def _series_id(dividend: str, divisor: str) -> str:
    return f"{dividend} / {divisor}"
