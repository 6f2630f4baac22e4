from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwkcli
from hwkcli.cli import completion
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.gazetteer.store import connection
from hwkcli.naming.fold import fold


@pytest.mark.parametrize(
    ("typed", "name", "word"),
    [
        ("", "Bönen", "Bönen"),
        ("b", "Bönen", "bönen"),
        ("B", "Bönen", "Bönen"),
        ("boe", "Bönen", "boenen"),
        ("BON", "Bönen", "BONen"),
        ("Haß", "Haßley", "Haßley"),
        ("hass", "Haßley", "hassley"),
        ("bad-", "Bad Sassendorf", "bad-sassendorf"),
        ("Bad S", "Bad Sassendorf", "Bad Sassendorf"),
        ("bad s", "Bad Sassendorf", "bad sassendorf"),
        ("St.", "St. Ingbert", "St. Ingbert"),
        ("st.", "St. Ingbert", "st. ingbert"),
        ("St-", "St. Ingbert", "St-ingbert"),
        ("St.", "Stuttgart", None),
        ("Bad ", "Badenweiler", None),
        ("x", "Bönen", None),
    ],
)
def test_what_is_typed_is_kept_and_goes_on_by_whole_words(typed: str, name: str, word: str | None) -> None:
    assert completion.completed(typed, name) == word


@given(st.integers(0, 30), st.sampled_from(["Bad Sassendorf", "Mülheim an der Ruhr", "Wetter (Ruhr)", "St. Ingbert"]))
def test_a_name_is_the_completion_of_each_of_its_beginnings(letters: int, name: str) -> None:
    assert completion.completed(name[:letters], name) == name
    small = completion.completed(name[:letters].lower(), name)
    assert small is not None
    assert fold(small) == fold(name)


class Context:
    """What completion asks of Typer's context."""

    def __init__(self, *words: str, data: object = None, chamber: str | None = None) -> None:
        self.params = {"data": data, "chamber": chamber, "words": words}


def here(*words: str, **params: Any) -> Any:
    return Context(*words, **params)


def test_kreise_and_groups_are_offered_with_their_names_as_help() -> None:
    assert completion.kreise(here(), "un") == [("unna", "Kreis Unna")]
    assert ("Kreisfreie Städte", "Kreisfreie Städte") in completion.kreise(here(), "")
    assert ("Ennepe-Ruhr", "Ennepe-Ruhr-Kreis") in completion.kreise(here(), "")
    assert ("kreis unna", "Kreis Unna") in completion.kreise(here(), "kreis u")


def test_places_of_all_germany_are_offered_the_largest_first() -> None:
    assert completion.places(here(), "garmisch") == [
        ("garmisch-partenkirchen", "Garmisch-Partenkirchen (Landkreis Garmisch-Partenkirchen)"),
        ("garmisch", "Garmisch (Garmisch-Partenkirchen) (Landkreis Garmisch-Partenkirchen)"),
    ]
    assert ("münchen", "München") in completion.places(here(), "münch")
    assert completion.places(here(), "")[0] == ("Berlin", "Berlin")
    assert len(completion.places(here(), "")) <= 30
    assert completion.places(here(), "xyz") == []


def test_the_words_before_the_one_that_is_typed_begin_the_name() -> None:
    assert ("Sassendorf", "Bad Sassendorf (Kreis Soest)") in completion.places(here("Bad"), "Sas")
    assert ("am Main", "Frankfurt am Main") in completion.places(here("Frankfurt"), "")
    assert ("St. Ingbert", "St. Ingbert (Saarpfalz-Kreis)") in completion.places(here(), "St.")
    assert all(word.startswith("St. ") for word, _ in completion.places(here(), "St."))
    # Where no name goes on like all of them, the last is completed alone.
    assert ("Werne", "Werne (Kreis Unna)") in completion.places(here("Stockum"), "Wern")


def test_a_later_word_of_a_name_finds_it() -> None:
    assert completion.all_kreise(here(), "Osth") == [("Ostholstein", "Kreis Ostholstein")]
    assert completion.all_kreise(here(), "ostalb") == [("ostalbkreis", "Ostalbkreis")]


def test_laender_and_chambers_are_offered() -> None:
    assert ("Nordrhein-Westfalen", "Nordrhein-Westfalen") in completion.laender(here(), "")
    assert len(completion.laender(here(), "")) == 16
    assert completion.laender(here(), "berl") == [("berlin", "Berlin")]
    assert completion.chambers(here(), "muens") == [("muenster", "Handwerkskammer Münster")]
    assert completion.kreise(here(chamber="Münster"), "war") == [("warendorf", "Kreis Warendorf")]
    assert completion.kreise(here(chamber="Nirgendwo"), "war") == []


def test_behind_hwk_the_chambers_are_offered() -> None:
    chambers = completion.places_and_chambers(here("HWK"), "")
    assert len(chambers) == len(hwkcli.chambers())
    assert completion.places_and_chambers(here("HWK"), "Lei") == [("Leipzig", "Handwerkskammer zu Leipzig")]
    assert completion.places_and_chambers(here("Handwerkskammer"), "Dr") == [("Dresden", "Handwerkskammer Dresden")]
    assert ("Kamen", "Kamen (Kreis Unna)") in completion.places_and_chambers(here(), "Kam")


def test_contacts_metrics_and_choices_are_offered() -> None:
    assert completion.contacts(here(), "Hell") == [("Hellweg-Lippe", "Soest")]
    assert ("Presse", "") in completion.contacts(here(), "Pr")
    assert completion.metrics(here(), "revenue_per_b") == [("revenue_per_business", "Revenue per business")]
    assert completion.among({"de": ("deutsch", "German")})("D") == [("de", "deutsch, German")]


def test_without_a_gazetteer_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*things: object) -> Any:
        raise hwkcli.BadFile("there is none")

    monkeypatch.setattr(connection, "_db", refuse)
    for offer in (completion.places, completion.chambers, completion.laender):
        assert offer(here(), "kam") == []


@pytest.mark.parametrize("typed", ["", "Bad ", "K", "ne", "St."])
def test_every_offer_answers(typed: str) -> None:
    places, kreise = completion.places(here(), typed), completion.kreise(here(), "")
    assert places
    assert kreise
    for word, _ in places:
        assert hwkcli.find(word)
    for word, _ in kreise:
        assert hwkcli.kreise(word)


def test_the_data_file_in_use_is_asked_and_a_bad_one_offers_nothing(edited: Callable[..., Path]) -> None:
    own = here(data=edited(("short_name: Unna", "short_name: Onna")))
    assert completion.kreise(own, "on") == [("onna", "Kreis Unna")]
    assert completion.places(own, "Bork") == [("Bork", "Bork (Kreis Unna)")]
    bad = here(data=Path("none.yaml"))
    for offer in (completion.kreise, completion.places, completion.metrics, completion.contacts):
        assert offer(bad, "") == []
    for name in ("figures.yaml", "contacts.yaml"):
        (own.params["data"].parent / name).unlink()
    assert completion.metrics(own, "") == completion.contacts(own, "") == []


def test_metrics_are_offered_with_their_labels() -> None:
    district = hwkcli.load()
    figures = Figures(district, load.history(district))
    assert completion.metrics(here(), "rev") == [
        ("revenue", "Annual revenue"),
        ("revenue_per_business", "Revenue per business"),
        ("revenue_per_employee", "Revenue per employee"),
    ]
    assert ("Umsatz", "revenue") in completion.metrics(here(), "Ums")
    assert ("existenzgründungen", "startups") in completion.metrics(here(), "existenzgr")
    offered = completion.metrics(here(), "a")
    assert {"apprentices", "anlage b1 businesses"} <= {word for word, _ in offered}
    for word, help in offered:
        assert help in (figures.metric(word).id, figures.metric(word).label.en)
    assert {word for word, _ in completion.metrics(here(), "")} == set(figures.metrics)


def test_stats_is_offered_kreise_too() -> None:
    assert ("unna", "Kreis Unna") in completion.metrics_and_kreise(here(), "u")
    assert ("unna", "Kreis Unna") in completion.metrics_and_kreise(here("Umsatz"), "u")
    assert ("Unna", "Kreis Unna") in completion.metrics_and_kreise(here("Umsatz"), "")
    assert completion.metrics_and_kreise(here(), "") == completion.metrics(here(), "")
