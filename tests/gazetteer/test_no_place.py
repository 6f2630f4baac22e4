"""What names no place is told from what is only not known, and says where to ask instead."""

from collections.abc import Callable

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.errors import Ambiguous, Conflict, NotFound
from hwkcli.gazetteer import explain, responsible
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.no_place import is_region
from hwkcli.gazetteer.store import index
from hwkcli.matching.decision import decider
from hwkcli.naming.landscapes import LANDSCAPES

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("word", "said", "suggested"),
    [
        ("Sauerland", "is a region", ()),
        ("Odenwald", "is a region", ()),
        ("Ruhrgebiet", "is a region", ()),
        ("Rhoen", "is a region", ("Landkreis Rhön-Grabfeld",)),
        ("Wetterau", "is a region", ("Wetteraukreis",)),
        ("Baden", "is a region", ("Achim-Baden",)),
        ("Insel Föhr", "is a region", ("Amt Föhr-Amrum",)),
        ("Deutschland", "is the whole country", ()),
        ("Österreich", "is another country", ()),
        ("Basel", "is a city in another country", ("Wadersloh-Basel",)),
        ("1010 Wien", "is a city in another country", ()),
        ("Danzig", "is a city in another country", ()),
        ("IHK Dortmund", "chamber of industry", ()),
        ("Kreishandwerkerschaft Hellweg-Lippe", "hwk contact --list", ()),
        ("HWK Dortmund", "hwk show HWK Dortmund", ()),
        ("Handwerkskammer Südwestfalen", "hwk show HWK Südwestfalen", ()),
        ("O-7010", "before July 1993", ()),
        ("Bezirk Karl-Marx-Stadt", "is a region", ()),
        ("Baumarkt Karl-Marx-Stadt", "no place", ("Karl-Marx-Stadt",)),
        ("Welche Kammer ist für Kamen zuständig?", "no place", ("Kamen",)),
        ("Insel Rügen", "no place", ("Rügen",)),
        ("Großraum Dortmund", "is a region", ("Dortmund",)),
        ("Region Stuttgart", "is a region", ("Stuttgart",)),
        ("Metropolregion Nürnberg", "is a region", ("Nürnberg",)),
        ("Hellwegregion", "is a region", ()),
        ("Dortmund und Umgebung", "is a region", ("Dortmund",)),
        ("bundesweit", "is the whole country", ()),
        ("Westpfalz", "is a region", ()),
        *((word, "is a region", ()) for word in ("Mittelhessen", "Ostwürttemberg", "Black Forest", "Lake Constance")),
        # A hamlet elsewhere bears the name.
        ("Kaiserstuhl", "is a region", ("Rothenburg ob der Tauber-Kaiserstuhl",)),
        ("Handelskammer Hamburg", "chamber of industry", ()),
        ("591", "only a part of a postal code; give all five digits", ()),
        *((word, "only a part of a postal code", ()) for word in ("PLZ 44", "PLZ-Gebiet 44", "44xxx", "59*")),
    ],
)
def test_what_is_no_place_says_what_it_is(word: str, said: str, suggested: tuple[str, ...]) -> None:
    for ask in (hwkcli.find, hwkcli.chamber, hwkcli.show):
        if ask is hwkcli.show and "hwk show" in said:
            continue
        with pytest.raises(NotFound, match=said) as caught:
            ask(word)
        assert caught.value.suggestions[: len(suggested)] == suggested
    assert decider().decide(of_cells(place=word)).how == "none"


@pytest.mark.parametrize(("word", "village"), [("Salzburg", "07143291"), ("Rom", "13076120")])
def test_a_village_that_is_called_like_a_city_abroad_is_not_answered_for_it(word: str, village: str) -> None:
    assert shipped().ask(word).resolution.verdict == "ambiguous"
    assert decider().decide(of_cells(place=word)).ags == ""
    assert decider().decide(of_cells(place=word, key=village)).ags == village


def test_a_village_that_is_called_like_a_city_abroad_answers_with_its_town() -> None:
    assert [one.entry.ags for one in hwkcli.find("Basel, Wadersloh")] == ["05570048"]
    assert decider().decide(of_cells(place="Basel", postal_code="59329")).ags == "05570048"
    with pytest.raises(NotFound, match="'4051 Basel' is a city in another country"):
        hwkcli.find("4051 Basel")


def test_the_name_of_several_chambers_names_them() -> None:
    with pytest.raises(Ambiguous, match="Frankfurt-Rhein-Main"):
        hwkcli.find("HWK Frankfurt")


def test_a_code_of_four_digits_may_be_one_of_before() -> None:
    with pytest.raises(Conflict, match="if 4600 is a postal code of before July 1993, leave it out"):
        hwkcli.find("4600 Dortmund")


def test_no_town_kreis_or_land_bears_the_name_of_a_region_alone() -> None:
    bearers = {hit.place.kind for name in LANDSCAPES for hit in index.hits(name) if hit.how != "region"}
    assert bearers <= {"locality"}
    assert is_region("insel amrum")
    assert not is_region("insel rügen")


@pytest.mark.parametrize("word", ["Baden, Achim", "28832 Baden", "Baden (Landkreis Verden)"])
def test_a_village_of_that_name_is_found_with_more_evidence(word: str) -> None:
    assert responsible.chamber(word)[0].place.ags == "03361001"
    assert decider().decide(of_cells(place=word)).ags == "03361001"


@pytest.mark.parametrize(("word", "land"), [("Bavari", "Bayern"), ("Thuringa", "Thüringen"), ("Bayren", "Bayern")])
def test_a_misspelt_land_is_suggested_also_in_english(word: str, land: str) -> None:
    assert explain.similar(of_text(word), ("land", "city"))[0] == land
    with pytest.raises(NotFound) as caught:
        responsible.chambers(word)
    assert caught.value.suggestions[0] == land


def test_a_town_with_a_plate_of_its_own_shows_it() -> None:
    plates = {place.entry.name: index.own_plates(place.entry.id) for place in map(hwkcli.show, ("HGW", "VK", "Kamen"))}
    assert plates == {"Greifswald": ("HGW",), "Völklingen": ("VK",), "Kamen": ()}
    assert shipped().ask("HGW").matches[0].how == "plate"


def test_that_an_old_postal_code_counts_for_nothing_is_said(hwk: Run) -> None:
    told = hwk("chamber", "4600 Dortmund 1")
    assert "Handwerkskammer Dortmund" in told.stdout
    assert "before July 1993" in told.stderr
    assert hwk("chamber", "44135 Dortmund").stderr == ""
