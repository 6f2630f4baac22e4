"""All figures of a territory beside those of the district."""

import pytest

import hwkcli
from hwkcli import period
from hwkcli.figures import beside
from hwkcli.figures.timeline import Figures
from hwkcli.files import load

DISTRICT = hwkcli.load()
FIGURES = Figures(DISTRICT, load.history(DISTRICT))


def test_a_profile_has_every_metric_of_which_there_is_a_figure() -> None:
    for territory in FIGURES.territories:
        counted = {figure.metric for figure in FIGURES.figures if figure.territory == territory}
        assert {entry.metric.id for entry in beside.profile(FIGURES, territory)} == counted


def test_the_figures_of_kreis_unna() -> None:
    businesses, contracts, inhabitants = beside.profile(FIGURES, "05978")
    assert (businesses.figure.value, businesses.figure.as_of, businesses.first.as_of) == (3065, "2022-12-31", "2012-12")
    assert [total.value for total in businesses.district] == [20227]
    assert businesses.percent == pytest.approx(100 * 3065 / 20227)
    assert businesses.per_1000 is None, "no population of the end of 2022"
    assert (contracts.figure.value, [one.value for one in contracts.district]) == (533, [3664])
    assert contracts.percent is None, "the district's figure is of another series"
    assert inhabitants.per_1000 is None


def test_per_1000_inhabitants_of_the_same_day() -> None:
    businesses, contracts, _ = beside.profile(FIGURES, "05915")
    assert businesses.inhabitants
    assert businesses.inhabitants.as_of == businesses.figure.as_of == "2023-12-31"
    assert businesses.per_1000 == pytest.approx(1000 * 1311 / 180761)
    assert contracts.per_1000 is None
    assert contracts.percent == pytest.approx(100 * 205 / 2564)


def test_the_figures_in_force_on_a_day() -> None:
    (businesses, *_) = beside.profile(FIGURES, "05978", period.given("31.12.2021"))
    assert (businesses.figure.value, businesses.district[0].value) == (3000, 20032)
    assert beside.profile(FIGURES, "05978", period.given("1999")) == ()


def test_a_conflict_in_the_district_is_shown_and_not_computed_with() -> None:
    (contracts,) = (
        one for one in beside.profile(FIGURES, "05911", period.given("2016")) if one.metric.id != "businesses"
    )
    assert (contracts.figure.value, contracts.percent) == (232, None)
    assert [one.value for one in contracts.district] == [1690]


def test_what_follows_from_rounded_figures_is_rounded() -> None:
    figures = Figures(DISTRICT, load.history(DISTRICT))
    rounded = {"businesses-05915-2023-12-31": "rund 1.300"}
    figures.figures = tuple(
        one._replace(precision="rounded", printed=rounded[one.id]) if one.id in rounded else one
        for one in figures.figures
    )
    (businesses, *_) = beside.profile(figures, "05915")
    assert (businesses.per_1000, businesses.percent) == (7.3, 6.4)
