"""What people type for a metric, and what the data calls it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli.figures.names import Names
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import Metric, Text
from hwkcli.naming.endings import stems
from hwkcli.naming.fold import slug

DISTRICT = hwkcli.load()
FIGURES = Figures(DISTRICT, load.history(DISTRICT))


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("Mitgliedsunternehmen|Betriebe|BETRIEB|Betrieben|Firmen|companies|Member businesses", "businesses"),
        ("Umsatz|Umsätze|UMSAETZE|umsatze|Jahresumsatz|turnover|annual revenue", "revenue"),
        ("Beschäftigte|beschaeftigte|Beschäftigten|Mitarbeiter|employees|employee", "employees"),
        ("Azubis|Azubi|Auszubildende|Auszubildenden|Lehrlinge|apprentice", "apprentices"),
        ("Existenzgründungen|Gründung|Start-ups|startup|START-UP", "startups"),
        ("neue Ausbildungsverträge|Neuer Ausbildungsvertrag|Lehrvertrag", "new_training_contracts"),
        ("Einwohner|Bevölkerung|bevoelkerung|inhabitants", "population"),
        ("Meister|Meisterprüfungen", "master_exams_passed"),
        ("revenue_per_business|Umsatz je Betrieb|umsatz pro betrieb|revenue per business", "revenue_per_business"),
        ("Mitglieder|Betriebszahl|members", "businesses"),
        ("Belegschaft|workforce", "employees"),
        ("Anlage B1|businesses-annex-b1|annex b1", "businesses_annex_b1"),
    ],
)  # fmt: skip
def test_words_people_type(words: str, metric: str) -> None:
    for word in words.split("|"):
        assert FIGURES.metric(word).id == metric, word


@pytest.mark.parametrize("metric", FIGURES.metrics.values(), ids=lambda metric: metric.id)
def test_every_name_of_the_data_finds_its_own_metric(metric: Metric) -> None:
    for name in (metric.id, *metric.label, *metric.aliases):
        for spelling in (name, name.upper(), name.lower(), slug(name), name.replace(" ", "-"), f" {name} "):
            assert FIGURES.metric(spelling).id == metric.id, spelling


def test_what_an_answer_prints_is_a_word_for_it() -> None:
    for figure in hwkcli.stats():
        assert hwkcli.figure(figure.metric) == figure
    assert hwkcli.figure("Umsatz je Beschäftigten").metric == "revenue_per_employee"
    assert hwkcli.over_time("Azubis") == hwkcli.over_time("apprentices")


def test_an_unknown_word_suggests_names_as_they_are_written() -> None:
    with pytest.raises(hwkcli.NotFound, match="no metric 'Umsats'") as caught:
        FIGURES.metric("Umsats")
    assert caught.value.suggestions == ("Umsatz",)
    with pytest.raises(hwkcli.NotFound, match=r"no metric 'profit'; hwk stats --list names them all$"):
        FIGURES.metric("profit")
    with pytest.raises(hwkcli.NotFound):
        FIGURES.metric("")


@given(st.text(max_size=200))
def test_any_word_is_read_or_refused(word: str) -> None:
    names = Names([Metric("m", "persons", Text("Größe", "size"))])
    assert names.find(word) in (None, "m")
    assert len(names.near(word)) <= 1


@given(st.from_regex("[abcdfgäöüß]{2,9}(-[abcdfgäöüß]{2,9}){0,3}", fullmatch=True))
def test_a_name_shares_a_stem_with_its_plural(word: str) -> None:
    for ending in ("e", "en", "n", "s", "es", "er"):
        assert stems(word) & stems(word + ending)
