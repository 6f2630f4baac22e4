"""What happened to a place, and what it was on a day: known cases, and all of the shipped ones."""

import pytest

import hwkcli
from hwkcli.errors import Ambiguous, EmptyQuery, NotFound, UnknownDay
from hwkcli.gazetteer import chronicle, history, history_search


def told(word: str) -> list[tuple[str, str, str, str]]:
    return [(one.date, one.change, one.key, one.next_key) for one in hwkcli.history(word)]


def test_a_place_of_today_under_all_of_its_keys_and_what_went_into_it() -> None:
    events = hwkcli.history("Bönen")
    assert [one.name for one in events][:3] == ["Altenbögge-Bönen", "Nordbögge", "Osterbönen"]
    assert {one.next_name for one in events} == {"Bönen"}
    assert events[0].inhabitants == 15321
    assert (events[0].area_ha, events[0].share, events[0].number) == (1032.0, "1", "05/1968/0005")
    assert events[-1][:6] == ("1975-01-01", "key", "05941115", "Bönen", "05978008", "Bönen")


def test_a_former_place_and_what_became_of_it() -> None:
    assert told("Wattenscheid") == [
        ("1953-01-01", "renumbered", "14923000", "05922000"),
        ("1975-01-01", "dissolved", "05922000", "05911000"),
    ]


def test_a_place_that_was_dissolved_and_formed_again_is_one() -> None:
    assert told("Gladbeck") == told("05614000")
    assert told("Gladbeck")[1:4] == [
        ("1975-01-01", "dissolved", "05614000", "05512000"),
        ("1975-12-06", "part", "05512000", "05514000"),
        ("1976-07-01", "key", "05514000", "05562014"),
    ]
    one = history.lives("05562014")[0]
    assert [life.key for life in chronicle.line(one)] == ["05562014", "05514000", "05614000", "14614000"]


def test_what_had_gone_into_what_went_into_it() -> None:
    """Berteroda went into Lerchenberg, and that into Eisenach; both stand there, but not the keys of Lerchenberg."""
    events = hwkcli.history("16063105")
    assert ("1991-12-10", "Berteroda", "Lerchenberg") in {(one.date, one.name, one.next_name) for one in events}
    assert ("1994-07-01", "Lerchenberg", "Eisenach, Stadt") in {(one.date, one.name, one.next_name) for one in events}


def test_a_name_that_came_to_another_is_not_the_same_place() -> None:
    """Söhlde, into which Hoheneggelsen had gone, bore its name for a year."""
    assert told("03235164") == [
        ("1974-03-01", "dissolved", "03235164", "03235201"),
        ("1977-08-01", "key", "03235201", "03254032"),
    ]
    assert [life.key for life in chronicle.line(history.lives("03235164")[0])] == ["03235164"]


def test_two_that_parted_again_are_themselves() -> None:
    """Klein Gladebrügge and Traventhal were Groß Gladebrügge from 1974 to 1997."""
    for key in ("01060048", "01060091"):
        one = history.lives(key)[0]
        assert [life.key for life in chronicle.line(one)][:2] == [key, key]
        assert [to.key for to in history.lives(key)[1].successors] == [key]


def test_names_and_parts() -> None:
    events = {(one.date, one.change): one for one in hwkcli.history("05117000")}
    assert events["1991-03-27", "name"].name == "Mülheim a.d. Ruhr, Stadt"
    assert events["1991-03-27", "name"].next_name == "Mülheim an der Ruhr, Stadt"
    kettwig = events["1975-01-01", "dissolved"]
    assert (kettwig.name, kettwig.inhabitants) == ("Kettwig, Stadt", 605)
    assert kettwig.share is not None
    assert round(history.Successor("", kettwig.share).part, 3) == 0.035


def test_a_kreis() -> None:
    assert told("Kreis Lüdinghausen") == [
        ("1975-01-01", "dissolved", "05535", key) for key in ("05558", "05570", "05915", "05978")
    ] or {row[3] for row in told("Kreis Lüdinghausen")} == {"05558", "05570", "05915", "05978"}
    assert told("16063")[-1] == ("2021-07-01", "dissolved", "16056", "16063")
    # How much of a Kreis went which way is not printed.
    assert {one.share for one in hwkcli.history("05535")} == {None}


def test_something_new() -> None:
    """An island that belonged to nobody."""
    memmert = history.lives("03633511")[0]
    (first, *_) = chronicle.events(memmert)
    assert (first.date, first.change, first.name, first.next_name) == (
        *("1954-07-01", "new", ""),
        "Nordseeinsel Memmert, gemfr. Gebiet",
    )


def test_since_and_until() -> None:
    assert [one.date[:4] for one in hwkcli.history("Bönen", since="1970-01-01")] == ["1975"]
    assert {one.date[:4] for one in hwkcli.history("Bönen", until="1968-01-01")} == {"1968"}
    assert hwkcli.history("Bönen", since="1976-01-01") == ()


def names(word: str, day: str) -> list[tuple[str, str, str]]:
    found = chronicle.then(history_search.find(word, day), day)
    return [(one.place.key, one.place.name_on(day), one.relation) for one in found]


def test_a_place_on_a_day() -> None:
    assert names("Dortmund", "1960-06-01") == [("05913000", "Dortmund, Stadt", "itself")]
    assert names("Hanau", "2010-06-01") == [("06435014", "Hanau, Brüder-Grimm-Stadt", "itself")]
    assert names("05117000", "1955-01-01") == [("05117000", "Neuß, Stadt", "itself")]
    assert names("Neuss", "1955-01-01") == [("05117000", "Neuß, Stadt", "itself")]
    assert names("Wattenscheid", "2000-01-01") == [("05911000", "Bochum, Stadt", "within")]
    assert names("16056000", "2023-01-01") == [("16063105", "Eisenach, Stadt", "itself")]
    assert [key for key, _, relation in names("Bönen", "1960-01-01") if relation == "part"] == [
        *("05941311", "05941317", "05941318", "05941326", "05941414", "05941415"),
    ]
    assert names("Kreis Unna", "1960-01-01") == [("05941", "Unna", "itself")]
    with pytest.raises(UnknownDay, match="1990-10-03"):
        names("Eisenach, Thüringen", "1980-01-01")


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Schlotheim", "16064057"),
        ("Bomlitz", "03358004"),
        ("Beerfelden", "06437002"),
        ("Wahlsburg", "06633027"),
        ("Landkreis Eisenach", "16016"),
        ("Kreis Lüdinghausen", "05535"),
        ("Kreis Luedinghausen", "05535"),
        ("stadt wattenscheid", "05922000"),
        ("Wanne-Eickel", "05921000"),
        ("Watenstedt-Salzgitter", "03713000"),
        ("Unna", "05978036"),
        ("Kreis Unna", "05978"),
        ("Kr. Soest", "05974"),
        ("59174", "05978020"),
        ("05 978 020", "05978020"),
        ("5978020", "05978020"),
        ("059780020020", "05978020"),
        ("16056", "16056"),
        ("Witten-Annen", "05954036"),
        ("06435014", "06435014"),
    ],
)
def test_what_a_word_means(word: str, key: str) -> None:
    assert history_search.find(word).key == key


def test_words_that_mean_nothing_or_several() -> None:
    with pytest.raises(EmptyQuery):
        history_search.find(" - ")
    with pytest.raises(NotFound, match="no place 'Xyzzydorf' in Germany, of today or of before"):
        history_search.find("Xyzzydorf")
    with pytest.raises(NotFound, match="no key '99999999' of a municipality or Kreis"):
        history_search.find("99999999")
    with pytest.raises(
        Ambiguous, match=r"'Halle' is the name of \d+ places: Halle \(Saale\), Stadt 15002000, .* and \d+ more"
    ):
        history_search.find("Halle")
    with pytest.raises(Ambiguous, match="'Kreis Iserlohn' is the name of 2 places") as caught:
        history_search.find("Kreis Iserlohn")
    assert [one.key for one in caught.value.candidates] == ["05935", "05835"]
    with pytest.raises(Ambiguous, match=r"'17309' is a postal code of \d+ municipalities: Pasewalk"):
        history_search.find("17309")


def test_all_that_is_of_today_has_a_history() -> None:
    """No event of any place is out of order or of an unknown name."""
    for one in [*history.all_on("2026-01-01", 8)][::7]:
        events = chronicle.events(one)
        assert list(events) == sorted(events, key=lambda event: event.date)
        assert len(set(events)) == len(events)
        assert all(event.next_name and (event.name or event.change == "new") for event in events)
        assert chronicle.line(one)[0] == one
