"""The inhabitants as figures: against the tables of the project and the raw register's own sums."""

import csv
from pathlib import Path

import hwkcli
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import Inhabitants

DISTRICT = hwkcli.load()
HISTORY = load.history(DISTRICT)
FIGURES = Figures(DISTRICT, HISTORY)
TABLE = Path(__file__).parent.parent.parent / "data" / "germany" / "municipalities.csv"


def of(territory: str) -> dict[str, float]:
    return {f"{one.series} {one.as_of}": one.value for one in FIGURES.of("population", territory)}


def test_kreise_and_the_district_are_the_sums_of_their_municipalities() -> None:
    for kreis in DISTRICT.kreise:
        towns = [of(town.ags if town.kind != "city" else kreis.key) for town in kreis.municipalities]
        assert of(kreis.key) == {time: sum(town[time] for town in towns) for time in towns[0]}
    kreise = [of(kreis.key) for kreis in DISTRICT.kreise]
    assert of("district") == {time: sum(kreis[time] for kreis in kreise) for time in kreise[0]}


def test_the_census_is_that_of_the_list_of_towns() -> None:
    for kreis in DISTRICT.kreise:
        assert of(kreis.key)["census_2022 2022-05-15"] == kreis.population


def test_a_sum_says_that_it_is_one_and_a_printed_figure_is_printed() -> None:
    (unna, *_), (hamm, *_) = FIGURES.of("population", "05978"), FIGURES.of("population", "05915")
    assert (unna.formula, unna.printed, unna.derived) == ("sum of 10 municipalities", None, True)
    assert (hamm.formula, hamm.printed, hamm.derived) == (None, str(hamm.value), False)


def test_what_lacks_a_municipality_is_not_summed() -> None:
    first, *others = HISTORY.populations
    holes = first._replace(values=tuple(one for one in first.values if one.town != "05978020"))
    figures = Figures(DISTRICT, HISTORY._replace(populations=(holes, *others)))
    times = {figure.as_of for figure in figures.of("population", "05978")}
    assert first.as_of not in times
    assert first.as_of not in {figure.as_of for figure in figures.of("population", "district")}
    assert first.as_of in {figure.as_of for figure in figures.of("population", "05915")}


def test_without_the_metric_there_are_no_figures_of_it() -> None:
    metrics = tuple(metric for metric in HISTORY.metrics if metric.id != "population")
    figures = Figures(DISTRICT, HISTORY._replace(metrics=metrics, populations=()))
    assert all(figure.metric != "population" for figure in figures.figures)


def test_the_latest_register_has_the_municipalities_of_the_national_table() -> None:
    (latest,) = [one for one in HISTORY.populations if one.source == "gemeindeverzeichnis"]
    assert len(latest.values) == 38
    assert Inhabitants("05978020", 43001) in latest.values
    with TABLE.open(encoding="utf-8") as stream:
        rows = {row["ags"]: row for row in csv.DictReader(stream)}
    assert all(one.town in rows for one in latest.values)
