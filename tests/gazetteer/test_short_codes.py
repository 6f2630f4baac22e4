"""Codes that are short for an area: plates of cars and NUTS codes, alone and beside a name."""

import csv
from collections import defaultdict

import pytest

import hwkcli
from hwkcli.errors import NotFound
from hwkcli.files.shipped import folder
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.engine import regierungsbezirke
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import index

with (folder() / "germany" / "kreise.csv").open(encoding="utf-8", newline="") as file:
    KREISE = list(csv.DictReader(file))


def keys(query: str) -> set[str]:
    """The keys of the Kreise that a query means."""
    return {one.entry.kreis_key or one.entry.land_key for one in hwkcli.find(query)}


def test_a_plate_means_the_kreise_that_have_it_as_it_is_written() -> None:
    having = defaultdict(set)
    for kreis in KREISE:
        for plate in kreis["plates"].split():
            having[plate].add(kreis["key"])
    assert having["BO"] == {"05911"}
    assert having["BÖ"] == {"15083"}
    assert keys("BO") == {"05911"}
    assert keys("BÖ") == keys("BOE") == {"15083"}
    plated = {
        plate: {hit.place.kreis_key for hit in index.hits(plate.casefold()) if hit.how == "plate"} for plate in having
    }
    assert {plate for plate, kreise in plated.items() if kreise != having[plate]} == set()


def test_a_plate_behind_the_word_for_it_means_nothing_but_its_kreise() -> None:
    """Also where a town, a village or an abbreviation is written like it (AUE, HH)."""
    having = defaultdict(set)
    for kreis in KREISE:
        for plate in kreis["plates"].split():
            having[plate].add(kreis["key"])
    words = ("Kennzeichen", "Kfz-Kennzeichen:", "KFZ-Kz.", "Autokennzeichen", "Nummernschild", "license plate")
    strange = []
    for at, (plate, kreise) in enumerate(sorted(having.items())):
        found = keys(f"{words[at % len(words)]} {plate}")
        if {key for key in found if len(key) == 5} != kreise:
            strange.append((plate, found))
    assert len(having) > 600
    assert strange == []


@pytest.mark.parametrize("text", ["Kennzeichen XXY", "Kennzeichen Unna", "Schild SO"])
def test_no_plate_is_made_up(text: str) -> None:
    with pytest.raises(NotFound):
        hwkcli.find(text)


def test_a_nuts_code_of_each_level_means_its_kreise() -> None:
    for length in (3, 4, 5):
        inside = defaultdict(set)
        for kreis in KREISE:
            inside[kreis["nuts3"][:length]].add(kreis["key"])
        for code, kreise in list(inside.items())[:: 1 if length < 5 else 25]:
            meant = keys(code)
            if length == 3 and meant != kreise:
                # A Land, or the plate of Deggendorf.
                assert meant == ({"09271"} if code == "DEG" else {min(kreise)[:2]})
            else:
                assert meant == kreise


def test_a_nuts_code_stands_for_its_area() -> None:
    assert [one.land for one in responsible.chambers("DEF")] == ["Schleswig-Holstein"] * 2
    assert regierungsbezirke.is_titled("DEA5")
    with pytest.raises(hwkcli.NotFound):
        hwkcli.find("DEA9")


@pytest.mark.parametrize(
    ("query", "ags"),
    [
        # Plates that are abbreviations of a Land, too.
        ("Schleswig (SL)", "01059075"),
        ("Helmstedt (HE)", "03154028"),
        ("Schwerin (SN)", "13004000"),
        ("Sindelfingen, BB", "08115045"),
        ("Rheine (ST)", "05566076"),
        # The Land itself.
        ("Homburg (SL)", "10045114"),
        ("Potsdam (BB)", "12054000"),
        ("Dresden (SN)", "14612000"),
        # Behind a blank.
        ("Hattingen EN", "05954016"),
        ("Arnsberg HSK", "05958004"),
        ("Bad Homburg HG", "06434001"),
        ("59174 Kamen UN", "05978020"),
        # For the name, at a postal code there.
        ("39104 MD", "15003000"),
        ("23552 HL", "01003000"),
        ("47051 DU-Mitte", "05112000"),
        ("44787 BO-Zentrum", "05911000"),
        ("59174 UN", "05978020"),
    ],
)
def test_a_plate_beside_a_name_says_in_which_kreis_it_lies(query: str, ags: str) -> None:
    assert hwkcli.find(query)[0].entry.ags == ags


@pytest.mark.parametrize("query", ["Wetzlar (SN)", "Kamen (HE)"])
def test_a_land_that_is_no_plate_there_contradicts(query: str) -> None:
    with pytest.raises(hwkcli.Conflict):
        hwkcli.find(query)


@pytest.mark.parametrize("query", ["Kamen BO", "Kamen un", "Essen OL", "59174 DO", "44135 do-Mitte"])
def test_a_plate_of_elsewhere_or_in_small_letters_says_nothing(query: str) -> None:
    with pytest.raises(hwkcli.NotFound):
        hwkcli.find(query)


@pytest.mark.parametrize("text", ["NUTS DEA5C", "NUTS-3: DEA5C", "NUTS 3 DEA5C", "Kreis 05978", "LK 05978"])
def test_a_code_behind_the_word_for_it_is_read(text: str) -> None:
    assert [one.entry.kreis_key for one in shipped().ask(text).matches] == ["05978"]


@pytest.mark.parametrize("text", ["Kreis 44135", "NUTS Unna", "Kfz Müller"])
def test_what_is_no_such_code_is_not_answered(text: str) -> None:
    with pytest.raises(NotFound):
        shipped().ask(text)


@pytest.mark.parametrize("text", ["ehemalige Gemeinde Methler", "ehem. Gemeinde Methler", "Dorf Methler"])
def test_a_village_may_have_its_title_before_it(text: str) -> None:
    assert [one.entry.ags for one in shipped().ask(text).matches] == ["05978020"]


def test_what_ends_in_dorf_is_no_village_called_like_the_rest() -> None:
    with pytest.raises(NotFound):
        shipped().ask("Neu-Dorf")
