"""Ratios over time: where they may be computed, and what they are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli.figures import ratios
from hwkcli.figures.rounding import fineness, significant_digits
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import Figure, Metric, Ratio, Series, Text

DISTRICT = hwkcli.load()
WORDS = Text("x", "x")


@pytest.fixture
def figures() -> Figures:
    return Figures(DISTRICT, load.history(DISTRICT))


def test_a_ratio_over_time_is_that_of_the_printed_figures(figures: Figures) -> None:
    metric = figures.compared(figures.metric("Übernahmen"), figures.metric("startups"))
    assert metric.label == Text("Übernahmen je 100 Existenzgründungen", "Businesses taken over per 100 start-ups")
    found = {figure.as_of: figure for figure in figures.of(metric.id)}
    assert {time: figure.value for time, figure in found.items()} == {
        "2021": pytest.approx(100 * 147 / 1624),
        "2022": pytest.approx(100 * 161 / 1675),
        "2023": pytest.approx(100 * 188 / 1923),
    }, "2020 has no start-ups, the first half of 2021 is in conflict"
    assert found["2021"].formula == "100 * startups_takeovers / startups"
    assert found["2021"].inputs == ("startups_takeovers-2021", "startups-2021")
    assert found["2021"].derived


def test_per_inhabitant_only_where_the_same_day_has_both(figures: Figures) -> None:
    metric = figures.compared(figures.metric("Betriebe"), figures.metric("Einwohner"))
    assert metric.label.de == "Mitgliedsunternehmen je 1.000 Einwohner"
    found = {(figure.territory, figure.as_of): figure.value for figure in figures.of(metric.id)}
    assert set(found) == {
        ("district", "2017-12-31"),
        ("district", "2021-12-31"),
        ("district", "2023-12-31"),
        ("05915", "2023-12-31"),
    }
    assert found["05915", "2023-12-31"] == pytest.approx(1000 * 1311 / 180761)
    sources = {source.id for source in figures.sources_of(figures.of(metric.id)[-1])}
    assert len(sources) == 2


def test_a_known_ratio_is_the_one_of_the_data(figures: Figures) -> None:
    metric = figures.compared(figures.metric("Umsatz"), figures.metric("Betriebe"))
    assert metric.id == "revenue_per_business"
    assert [figure.value for figure in figures.of("revenue_per_business")] == [
        hwkcli.figure("revenue_per_business").value
    ]


def test_scopes_are_not_mixed(figures: Figures) -> None:
    dates = {figure.as_of for figure in figures.of("startups") if figure.series == "sole_proprietorships"}
    assert dates == {"2017"}
    metric = figures.compared(
        figures.metric("startups_women_share")._replace(unit="businesses"), figures.metric("startups")
    )
    assert "2017" not in {figure.as_of for figure in figures.of(metric.id)}
    assert all(series.id != "year / sole_proprietorships" for series in metric.series)


def one(value: float, series: str = "s", **more: Any) -> Figure:
    figure = Figure(
        "m", value, str(value), "persons", "2020", "exact", "src", id=f"{value}{series}{more}", series=series
    )
    return figure._replace(**more)


def metric_of(*series: Series) -> Metric:
    return Metric("m", "persons", WORDS, "stock", WORDS, series or (Series("s", WORDS, WORDS),))


RATIO = Ratio("r", "m", "m", 1, WORDS)


@pytest.mark.parametrize(
    ("dividends", "divisors"),
    [
        ([one(6)], [one(3, as_of="2021")]),
        ([one(6)], [one(3, as_of="2020-12-31")]),
        ([one(6)], [one(3, territory="05911")]),
        ([one(6)], [one(3, "narrow")]),
        ([one(6)], [one(3, conflicts_with=("x",))]),
        ([one(6, conflicts_with=("x",))], [one(3)]),
        ([one(6)], [one(3), one(4)]),
        ([one(6), one(7)], [one(3)]),
        ([one(6)], [one(0)]),
        ([], [one(3)]),
    ],
)
def test_no_ratio_across_dates_territories_scopes_conflicts(dividends: list[Figure], divisors: list[Figure]) -> None:
    parts = [metric_of(Series("s", WORDS, WORDS), Series("narrow", WORDS, WORDS, scope="narrow"))] * 2
    assert ratios.over_time(RATIO, parts, dividends, divisors) == []
    assert [f.value for f in ratios.over_time(RATIO, parts, [one(6, "narrow")], [one(3, "narrow")])] == [2]


def test_a_break_of_either_part_is_one_of_the_ratio(figures: Figures) -> None:
    metric = figures.compared(figures.metric("Anlage A"), figures.metric("Betriebe"))
    points = figures.points(figures.of(metric.id, "district"))
    assert [point.figure.as_of for point in points] == ["2017-12-31", "2021-06-30", "2021-12-31", "2022-12-31"]
    assert [point.breaks for point in points] == [False, True, True, False]
    assert all(point.change is None for point in points)


@pytest.mark.parametrize(
    ("dividend", "divisor", "message"),
    [
        ("Betriebe", "Firmen", "compared with itself"),
        ("Lage", "Betriebe", "a share or an index"),
        ("Betriebe", "Geschäftsklima", "a share or an index"),
        ("Umsatz je Betrieb", "Betriebe", "is a ratio itself"),
    ],
)
def test_what_a_ratio_would_say_nothing_of_is_refused(
    figures: Figures, dividend: str, divisor: str, message: str
) -> None:
    with pytest.raises(hwkcli.BadSetting, match=message):
        figures.compared(figures.metric(dividend), figures.metric(divisor))


def test_where_no_date_has_both_the_dates_are_told(figures: Figures) -> None:
    with pytest.raises(hwkcli.NotFound, match=r"master_exams_passed has 2007, 2018.*; businesses has …, .*2024-01"):
        figures.compared(figures.metric("Meister"), figures.metric("Betriebe"))


@pytest.mark.parametrize(
    ("printed", "digits", "step"),
    [
        ("16,4 Mrd.", 3, 1e8),
        ("13.3 billion euros", 3, 1e8),
        ("14,9 Mrd. Euro", 3, 1e8),
        ("2,5 Mio.", 2, 1e5),
        ("3 million", 1, 1e6),
        ("12 Tsd.", 2, 1e3),
        ("rund 19.000", 2, 1000),
        ("around 129,000", 3, 1000),
        ("gut 10.000", 1, 10_000),
        ("Mehr als 2700", 2, 100),
        ("1 276", 4, 1),
        ("0,5", 1, 0.1),
        ("0,05", 1, 0.01),
        ("28", 2, 1),
        ("0", 1, 1),
        ("fast", 1, 1),
        ("1.234.567", 7, 1),
        ("1,234.5", 5, 0.1),
    ],
)
def test_how_finely_a_source_prints(printed: str, digits: int, step: float) -> None:
    assert significant_digits(printed) == digits
    assert fineness(printed) == pytest.approx(step)


LONG = st.builds("rund {}{} Mrd".format, st.integers(10**299, 10**500), st.just("") | st.integers(0).map(",{}".format))
"""More digits than a number of the machine has."""


@given(st.text(max_size=60) | LONG)
def test_anything_printed_has_a_fineness(printed: str) -> None:
    assert significant_digits(printed) >= 1
    assert 0 < fineness(printed) < float("inf")
