"""A chamber is known as people, imprints and lists write it; what is none leads to the one of its place."""

import pytest

import hwkcli
from hwkcli.gazetteer import chamber_names


@pytest.mark.parametrize(
    "word",
    [
        "HWK Münster",
        "Handwerkskammer Münster",
        "muenster",
        "00034",
        "hwk-muenster.de",
        "Kammerbezirk Münster",
    ],
)
def test_a_chamber_is_known_by_its_names(word: str) -> None:
    assert chamber_names.chamber(word).code == "00034"


def test_every_chamber_is_found_by_each_of_its_names() -> None:
    for one in hwkcli.chambers():
        for word in (one.code, one.name, one.short_name, one.district, one.web):
            assert chamber_names.named_chamber(word) == one
        for seat in one.seat.split(" und "):
            assert chamber_names.chamber(f"HWK {seat}") == one


def test_a_name_of_two_chambers_is_no_guess() -> None:
    with pytest.raises(
        hwkcli.Ambiguous, match=r"'HWK Frankfurt' is Handwerkskammer Frankfurt .* and Handwerkskammer Fra"
    ):
        chamber_names.named_chamber("HWK Frankfurt")
    assert chamber_names.chamber("Frankfurt (Oder)").code == "00008"
    assert chamber_names.chamber("HWK Frankfurt am Main").code == "00045"


def test_a_chamber_that_does_not_exist_is_not_found() -> None:
    assert chamber_names.named_chamber("Münster") is None
    with pytest.raises(hwkcli.NotFound, match="no chamber 'HWK Mnster'; hwk chambers names them all; did you mean HWK"):
        chamber_names.chamber("HWK Mnster")
    with pytest.raises(hwkcli.EmptyQuery):
        chamber_names.chamber(" ")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        # Parts of the official names.
        ("HWK Rhein-Neckar-Odenwald", "00065"),
        ("HWK Mannheim Rhein-Neckar-Odenwald", "00065"),
        ("HWK Rhein-Neckar", "00065"),
        ("HWK Rhein-Main", "00045"),
        ("HWK Osnabrück-Emsland", "00027"),
        ("HWK Niederbayern/Oberpfalz", "00076"),
        ("Handwerkskammer Frankfurt (Oder), Region Ostbrandenburg", "00008"),
        ("handwerkskammer ostmecklenburg vorpommern", "00018"),
        # Little words that are not those of the name, and umlauts that are not written.
        ("HWK zu Köln", "00032"),
        ("HWK für Mittelfranken", "00075"),
        ("Handwerkskammer zu Dortmund", "00037"),
        ("Handwerkskammer Ostwestfalen-Lippe", "00035"),
        ("Handwerkskammer fur munchen und oberbayern", "00074"),
        # Other words for a chamber.
        ("Handwerkskammerbezirk Dortmund", "00037"),
        ("HWK-Bezirk Köln", "00032"),
        ("Kammer Dortmund", "00037"),
        ("Handwerkskammer Berlin (HWK)", "00091"),
        ("Dortmund Chamber of Skilled Crafts", "00037"),
        ("Chamber of Crafts Dortmund", "00037"),
        ("Handwerkskammer (HWK) Dortmund", "00037"),
        ("Die Handwerkskammer Dortmund", "00037"),
        ("Handwerkerkammer Dortmund", "00037"),
        ("Bezirk der HWK Dortmund", "00037"),
        ("HWK f. Schwaben", "00071"),
        ("Handwerkskammer f. München u. Oberbayern", "00074"),
        ("Handwerkskammer Mittelfranken, Nürnberg", "00075"),
        # Its seat, as the town is written.
        ("HWK Frankfurt/Main", "00045"),
        ("HWK Frankfurt a. d. Oder", "00008"),
        ("HWK Halle/S.", "00015"),
        ("HWK Freiburg i. Br.", "00061"),
        ("Chamber of Skilled Crafts Cologne", "00032"),
        # Its seats.
        ("HWK Braunschweig", "00025"),
        ("HWK Lüneburg", "00025"),
        ("HWK Passau", "00076"),
        ("HWK Halle", "00015"),
        ("HWK Augsburg", "00071"),
        ("HWK Gera", "00005"),
        ("www.hwk-do.de", "00037"),
        # The domain in an address.
        ("https://www.hwk-do.de/handwerkersuche/", "00037"),
        ("hwkno.de", "00076"),
        ("info@hwk-muenchen.de", "00074"),
    ],
)
def test_a_chamber_is_known_as_people_write_it(word: str, code: str) -> None:
    found = chamber_names.named_chamber(word)
    assert found
    assert found.code == code


@pytest.mark.parametrize("word", ["Kammer", "Kammerforst", "Kammerstein", "kammer-und-schloss.de", "Rhein-Neckar"])
def test_what_may_be_a_place_names_no_chamber(word: str) -> None:
    assert chamber_names.named_chamber(word) is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("HWK Kiel", "Kiel belongs to HWK Lübeck: hwk chamber 'Kiel'"),
        ("HWK Halle (Westf.)", "Halle (Westf.) belongs to HWK OWL: hwk chamber 'Halle (Westf.)'"),
        ("HWK Essen", "Essen belongs to HWK Düsseldorf: hwk chamber 'Essen'"),
        ("Handwerkskammer für Kamen", "Kamen belongs to HWK Dortmund: hwk chamber 'Kamen'"),
        ("HWK 59174", "Kamen belongs to HWK Dortmund: hwk chamber '59174'"),
        ("HWK Kreis Soest", "Kreis Soest belongs to HWK Dortmund: hwk chamber 'Kreis Soest'"),
        ("HWK Neustadt", "hwk chamber 'Neustadt' says which is responsible"),
        ("Handwerkskammer Hessen", "hwk chambers 'Hessen' names those there"),
        ("HWK Nordrhein-Westfalen", "hwk chambers 'Nordrhein-Westfalen' names those there"),
    ],
)
def test_what_is_no_chamber_leads_to_that_of_its_place(word: str, said: str) -> None:
    with pytest.raises(hwkcli.NotFound) as raised:
        chamber_names.chamber(word)
    assert str(raised.value) == f"no chamber {word!r}; {said}"


@pytest.mark.parametrize(
    ("word", "near"),
    [("HWK Hannovr", ("HWK Hannover",)), ("Handwerkskammer Konstanzer", ("HWK Konstanz",)), ("HWK Nirgendwo", ())],
)
def test_a_misspelt_chamber_is_suggested(word: str, near: tuple[str, ...]) -> None:
    with pytest.raises(hwkcli.NotFound, match="hwk chambers names them all") as raised:
        chamber_names.chamber(word)
    assert raised.value.suggestions == near


def test_words_of_two_chambers_are_no_guess() -> None:
    with pytest.raises(hwkcli.Ambiguous, match=r"Frankfurt-Rhein-Main and .* Mannheim"):
        chamber_names.chamber("HWK Rhein")
