"""Every figure over time, and what may and may not be computed from them."""

import re
from decimal import Decimal

import pytest

import hwkcli
from hwkcli import period
from hwkcli.figures import beside, question
from hwkcli.figures.changes import gap
from hwkcli.figures.rounding import fineness, significant_digits
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import Figure

DISTRICT = hwkcli.load()
FIGURES = Figures(DISTRICT, load.history(DISTRICT))
PRINTED = [figure for figure in FIGURES.figures if figure.metric != "population"]
EVERY = pytest.mark.parametrize("figure", PRINTED, ids=lambda figure: figure.id)

UNITS = {
    "businesses": "businesses",
    "businesses_annex_a": "businesses",
    "businesses_annex_b1": "businesses",
    "businesses_annex_b2": "businesses",
    "employees": "persons",
    "apprentices": "persons",
    "revenue": "EUR",
    "startups": "businesses",
    "startups_new": "businesses",
    "startups_takeovers": "businesses",
    "startups_women_share": "percent",
    "new_training_contracts": "contracts",
    "business_situation": "percent",
    "business_expectations": "percent",
    "business_climate": "index",
    "deregistrations_economic": "businesses",
    "master_exams_passed": "exams",
}


def test_there_are_166_figures_of_17_metrics_from_2004_to_2025() -> None:
    assert len(PRINTED) == 166
    counted = {id: metric.unit for id, metric in FIGURES.metrics.items() if metric.kind != "ratio"}
    assert counted == UNITS | {"population": "persons"}
    years = {period.parse(figure.as_of).end.year for figure in PRINTED}
    assert (min(years), max(years)) == (2004, 2025)


@EVERY
def test_every_figure_is_sound(figure: Figure) -> None:
    metric = FIGURES.metrics[figure.metric]
    assert figure.unit == metric.unit == UNITS[figure.metric]
    assert figure.series in [series.id for series in metric.series]
    assert figure.territory in FIGURES.territories
    assert FIGURES.source(figure).publisher
    assert period.parse(figure.as_of).start.year >= 2004
    assert figure.precision in ("exact", "rounded")
    if figure.unit == "percent":
        assert 0 <= figure.value <= 100
    for other in figure.conflicts_with:
        (against,) = [one for one in FIGURES.figures if one.id == other]
        assert figure.id in against.conflicts_with
    assert figure.note is None or (figure.note.de and figure.note.en)


@EVERY
def test_every_printed_value_is_the_value(figure: Figure) -> None:
    number = re.search(r"\d[\d., ]*", figure.printed or "")
    assert number
    digits = number[0].strip()
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    factor = 10**9 if re.search("Mrd|billion", figure.printed or "") else 1
    assert Decimal(digits.replace(",", ".")) * factor == Decimal(str(figure.value))


def test_every_metric_says_what_it_counts_and_every_series_and_source_is_used() -> None:
    for metric in load.history(DISTRICT).metrics:
        assert metric.label.de
        assert metric.label.en
        assert metric.description
        assert metric.kind in ("stock", "flow", "survey")
        assert {series.id for series in metric.series} == {
            figure.series for figure in FIGURES.figures if figure.metric == metric.id
        }
    used = {figure.source for figure in FIGURES.figures}
    own = {source.id for source in DISTRICT.sources}
    assert {source.id for source in load.history(DISTRICT).sources} == used - own
    assert used & own == {"release", "gemeindeverzeichnis", "zensus_2022"}


def points(metric: str, territory: str = "district", all_figures: bool = False) -> list[tuple[object, ...]]:
    found = FIGURES.points(FIGURES.of(metric, territory, all_figures=all_figures))
    return [(p.figure.as_of, p.figure.value, p.change, p.change_percent, p.rounded, p.breaks) for p in found]


def test_changes_are_against_the_figure_before_in_the_same_series() -> None:
    assert points("businesses")[1:5] == [
        ("2017-12-31", 19683, 1000, 5, True, False),
        ("2018-06-30", 19766, 83, 0.4, False, False),
        ("2018-12-31", 19679, -87, -0.4, False, False),
        ("2019-06-30", 19786, 107, 0.5, False, False),
    ]


def test_two_values_of_one_date_are_both_there_and_nothing_is_computed_across_them() -> None:
    year = [point for point in points("startups") if point[0] in ("2018", "2019", "2021")]
    assert year == [
        ("2018", 1616, None, None, False, True),
        ("2018", 1612, None, None, False, False),
        ("2019", 1707, None, None, False, False),
        ("2021", 1624, -83, -4.9, False, False),
    ]


def test_a_secondary_figure_beside_a_primary_one_is_left_out_unless_asked_for_or_in_conflict() -> None:
    shown = [figure.value for figure in FIGURES.of("startups", "district") if figure.as_of == "2018"]
    every = [figure.value for figure in FIGURES.of("startups", "district", all_figures=True) if figure.as_of == "2018"]
    assert (sorted(shown), sorted(every)) == ([1612, 1616], [1600, 1612, 1616])
    assert FIGURES.of("businesses", "05915"), "territories have secondary figures only"


def test_figures_that_contradict_each_other_across_dates_have_no_change_between_them() -> None:
    contracts = {point[0]: point for point in points("new_training_contracts")}
    assert contracts["2018-06-30"][2] is None, "1690 of 2016 is disputed by the eight territories"
    assert [point[2] for point in points("startups") if str(point[0]).endswith("H1")] == [None, None]
    assert contracts["2017-12-31"][2] is None
    assert contracts["2018-12-31"][2] == 193
    assert {point[0]: point[2] for point in points("deregistrations_economic")} == {
        "2013": None,
        "2020": -194,
        "2021": None,
        "2022": -13,
    }


def test_cut_off_dates_are_not_joined() -> None:
    by_series: dict[str, list[str]] = {}
    for figure in FIGURES.of("new_training_contracts", "district"):
        by_series.setdefault(figure.series, []).append(figure.as_of)
    assert by_series == {
        "july_31": ["2007-07-31", "2021-07-31", "2022-07-31"],
        "year_end_with_extra_company": ["2012-12"],
        "june_30": ["2016-06-30", "2018-06-30"],
        "year_end": ["2016-12", "2017-12-31", "2018-12-31", "2024-12-31"],
        "august_1": ["2019-08-01"],
        "october_31": ["2019-11", "2020-10-31"],
        "january_to_october": ["2025-01/2025-10"],
    }


@pytest.mark.parametrize("metric", ["businesses_annex_a", "businesses_annex_b1"])
def test_the_annexes_break_in_2020_and_in_2021(metric: str) -> None:
    found = FIGURES.points(FIGURES.of(metric, "district"))
    breaks = [point.figure.as_of for point in found if point.breaks]
    assert [day[:4] for day in breaks] == ["2021", "2021"]
    assert all(point.change is None for point in found if point.breaks)


def test_what_follows_from_rounded_figures_is_rounded_alike() -> None:
    assert points("employees")[1] == ("2024-01", 136019, 7000, 5, True, False)
    assert points("apprentices")[1][2:5] == (0, 0, True), "gut 10.000 is too coarse to tell a change to 9.696"
    assert (significant_digits("14,9 Mrd. Euro"), fineness("14,9 Mrd. Euro")) == (3, 100_000_000)
    assert (significant_digits("13.3 billion euros"), fineness("around 129,000")) == (3, 1000)


def test_per_cent_changes_in_points() -> None:
    climate = points("business_climate")
    assert climate[1][2:4] == (3, None)
    assert climate[3][4], "fast 86 is rounded"


def test_the_latest_figure_of_each_territory_and_the_one_in_force_on_a_day() -> None:
    latest = {figure.territory: (figure.as_of, figure.value) for figure in FIGURES.latest("businesses")}
    assert latest["district"] == ("2024-01", 20498)
    assert latest["05915"] == ("2023-12-31", 1311)
    assert latest["05978024"] == ("2019", 578)
    assert "05974" not in latest
    then = {figure.territory: figure.value for figure in FIGURES.latest("businesses", period.given("31.12.2019"))}
    assert (then["district"], then["05954"], then["05915"]) == (19778, 2975, 1210)
    conflict = FIGURES.latest("startups", period.given("2018-12-31"))
    assert sorted(figure.value for figure in conflict) == [1612, 1616]


def test_shares_only_of_a_total_of_the_same_date_and_series_that_is_not_in_conflict() -> None:
    shares = {share.kreis.key: share for share in beside.shares(FIGURES, "businesses")}
    assert shares["05911"].percent == pytest.approx(100 * 2956 / 20227)
    assert shares["05914"].percent is None, "no source has the district in December 2012"
    assert shares["05974"].figure is None
    contracts = beside.shares(FIGURES, "new_training_contracts", period.given("2016-06-30"))
    assert all(share.figure and share.percent is None for share in contracts), "1.593 against 1690"
    assert all(share.percent is None for share in beside.shares(FIGURES, "business_situation"))


def test_ratios_side_by_side_have_no_shares() -> None:
    figures = Figures(DISTRICT, load.history(DISTRICT))
    metric = figures.compared(figures.metric("businesses"), figures.metric("population"))
    shares = {share.kreis.key: share for share in beside.shares(figures, metric.id)}
    assert shares["05915"].figure
    assert all(share.percent is None for share in shares.values())


def test_since_and_until() -> None:
    since, until = period.given("2018"), period.given("2019")
    found = FIGURES.of("businesses", "district", since, until)
    assert [figure.as_of for figure in found] == ["2018-06-30", "2018-12-31", "2019-06-30", "2019-12-31"]


@pytest.mark.parametrize(
    ("word", "key"), [("Unna", "05978"), ("05978", "05978"), ("Dortmund", "05913"), ("Lünen", "05978024")]
)
def test_a_territory_is_a_kreis_or_a_town_with_figures(word: str, key: str) -> None:
    assert FIGURES.territory(word) == key


@pytest.mark.parametrize(
    ("word", "keys", "town"),
    [
        ("Unna", ["05978"], None),
        ("Kreisfreie Städte", ["05911", "05913", "05914", "05915", "05916"], None),
        ("Lünen", ["05978024"], None),
        ("Kamen", ["05978"], "Kamen"),
        ("59174", ["05978"], "Kamen"),
        ("Annen", ["05954"], "Witten"),
    ],
)
def test_whose_figures_a_word_asks_for(word: str, keys: list[str], town: str | None) -> None:
    found = FIGURES.asked(word)
    assert [one.key for one in found] == keys
    assert [one.town.name for one in found if one.town] == ([town] if town else [])


def test_a_word_for_no_place_or_for_places_in_several_kreise_is_told() -> None:
    with pytest.raises(hwkcli.NotFound, match="no Kreis 'Köln'"):
        FIGURES.asked("Köln")
    with pytest.raises(hwkcli.NotFound, match=r"no Kreis 'Stockum' .*; did you mean .* Kreis Unna or Kreis Soest"):
        FIGURES.asked("Stockum")


@pytest.mark.parametrize(
    ("words", "metric", "territories"),
    [
        (["Umsatz"], "revenue", ()),
        (["Unna"], None, ("05978",)),
        (["Kreis", "Unna"], None, ("05978",)),
        (["Betriebe", "Unna"], "businesses", ("05978",)),
        (["Kreis", "Unna", "neue", "Ausbildungsverträge"], "new_training_contracts", ("05978",)),
        (["Neue", "Ausbildungsverträge"], "new_training_contracts", ()),
        (["Start-ups"], "startups", ()),
    ],
)
def test_words_name_a_metric_a_kreis_or_both(
    words: list[str], metric: str | None, territories: tuple[str, ...]
) -> None:
    found = question.subject(FIGURES, words, ())
    assert (found.metric.id if found.metric else None, found.territories) == (metric, territories)
    with_more = question.subject(FIGURES, words, ["Hamm", "05915"])
    assert set(with_more.territories) == {*territories, "05915"}


def test_words_that_are_neither_suggest_both() -> None:
    with pytest.raises(hwkcli.NotFound, match="no metric and no Kreis 'Una'") as caught:
        question.subject(FIGURES, ["Una"], ())
    assert "Kreis Unna" in caught.value.suggestions
    with pytest.raises(hwkcli.NotFound, match="did you mean businesses"):
        question.subject(FIGURES, ["busineses"], ())
    with pytest.raises(hwkcli.EmptyQuery):
        question.subject(FIGURES, ["."], ())


def test_a_territory_without_figures_and_an_unknown_metric_are_told() -> None:
    with pytest.raises(hwkcli.NotFound, match="did you mean Kreis Unna"):
        FIGURES.territory("Kamen")
    with pytest.raises(hwkcli.Ambiguous, match="is 5 Kreise"):
        FIGURES.territory("Kreisfreie Städte")
    with pytest.raises(hwkcli.NotFound, match=r"no metric 'busineses'.*did you mean businesses"):
        FIGURES.metric("busineses")


def since(metric: str, territory: str, time: str) -> list[tuple[str, float | None, str | None]]:
    found = FIGURES.points(FIGURES.of(metric, territory), period.given(time))
    return [(point.figure.as_of, point.change, point.base.as_of if point.base else None) for point in found]


def test_changes_since_a_year_are_against_its_last_figure_of_the_same_series() -> None:
    assert since("businesses", "district", "2018")[-3:] == [
        ("2022-12-31", 548, "2018-12-31"),
        ("2023-12-31", 819, "2018-12-31"),
        ("2024-01", 819, "2018-12-31"),
    ]
    assert since("businesses", "district", "2018")[:4] == [
        ("2004-12-31", None, None),
        ("2017-12-31", None, None),
        ("2018-06-30", None, None),
        ("2018-12-31", None, None),
    ]
    assert since("businesses", "district", "30.06.2018")[3] == ("2018-12-31", -87, "2018-06-30")
    assert all(base is None for _, _, base in since("businesses", "district", "2016"))
    assert since("startups", "district", "2018")[-1] == ("2023", None, "2018"), "2018 has two figures that conflict"
    assert since("startups", "district", "2017")[-1] == ("2023", None, None), "2017 is of another series"
    assert since("startups", "district", "2021")[-1] == ("2023", 299, "2021")


def test_gaps_are_years_without_a_figure() -> None:
    first, second, *_ = FIGURES.of("businesses", "district")
    assert gap(first, second) == (2005, 2016)
    assert gap(second, second) is None
