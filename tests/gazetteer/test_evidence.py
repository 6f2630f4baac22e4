"""What a text and cells say of one place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.gazetteer.engine.evidence import Evidence, Sense, of_cells, of_text
from hwkcli.gazetteer.engine.keys import LONGEST, clean, key_of


@pytest.mark.parametrize(
    ("text", "codes", "place"),
    [
        ("Hauptstr. 5, 59174 Kamen", "59174", "Kamen"),
        ("Weinweg 6 93049 Regensburg", "93049", "Regensburg"),
        ("53111Bonn", "53111", "Bonn"),
        ("Wendenstr. 414-424 20537 Hamburg", "20537", "Hamburg"),
        ("59174 Kamen, Deutschland", "59174", "Kamen"),
        ("59174 Kamen (Nordrhein-Westfalen)", "59174", "Kamen (Nordrhein-Westfalen)"),
        ("Vogelsang 8a, 32657", "32657", ""),
        ("Stolberger Str. 112, 50933", "50933", ""),
        ("Kamen, 59174", "59174", "Kamen"),
        ("Hauptstr. 5 Kamen", "", "Kamen"),
        ("Kamen, Hauptstr. 5", "", "Kamen"),
        ("Bad Sassendorf Kaiserstraße 5", "", "Bad Sassendorf"),
        ("Straße des 17. Juni 135, 10623 Berlin", "10623", "Berlin"),
        ("C 7, 14, 68159 Mannheim", "68159", "Mannheim"),
        ("Fa. Müller\nHauptstr. 5\n59174 Kamen", "59174", "Kamen"),
        ("Postfach 12 34, 59160 Kamen", "59160", "Kamen"),
        ("44135 Dortmund 1", "44135", "Dortmund"),
        ("94140 Ering", "94140", "Ering"),
        ("Berlin 36", "", "Berlin"),
        ("Hauptstr. 5", "", ""),
        ("DE-59174 Kamen", "59174", "Kamen"),
        ("22417/22419 Hamburg", "22417 22419", "Hamburg"),
        ("St. Ingbert", "", "St. Ingbert"),
        ("Hanstedt I", "", "Hanstedt I"),
    ],
)
def test_an_address_in_one_text_is_its_code_and_its_place(text: str, codes: str, place: str) -> None:
    found = of_text(text)
    assert (" ".join(found.codes), found.place) == (codes, place)


@pytest.mark.parametrize(
    ("text", "head", "tail", "has_part"),
    [
        ("Iserlohn OT Letmathe", "iserlohn", "letmathe", True),
        ("Ahrensfelde/OT Blumberg", "ahrensfelde", "blumberg", True),
        ("Zittau, Ortsteil Hirschfelde", "zittau", "hirschfelde", True),
        ("Kamen - Methler", "kamen", "methler", False),
        ("Neustadt (Hessen)", "neustadt", "hessen", False),
        ("Radeberg, Wachau", "radeberg", "wachau", False),
        ("Witten-Annen", "", "", False),
    ],
)
def test_what_parts_a_name(text: str, head: str, tail: str, has_part: bool) -> None:
    found = of_text(text)
    assert (found.head, found.tail, found.has_part) == (head, tail, has_part)


@pytest.mark.parametrize(
    ("cell", "codes", "sense"),
    [
        ('="01067"', "01067", "code"),
        ("01067\u200b", "01067", "code"),
        ("\xa059174\xa0", "59174", "code"),
        ("DEU-59174", "59174", "code"),
        ("D - 59174", "59174", "code"),
        ("(59174)", "59174", "code"),
        ("59174*", "59174", "code"),
        ("22417/22419", "22417 22419", "code"),
        ("59174 Kamen", "59174", "code"),
        ("1067", "01067", "restored"),
        ("F-67000", "", "abroad"),
        ("CH-8000", "", "abroad"),
        ("441350", "", "unclear"),
        ("k. A.", "", "nothing"),
    ],
)
def test_codes_are_read_as_they_come(cell: str, codes: str, sense: Sense) -> None:
    found = of_cells(postal_code=cell)
    assert (" ".join(found.codes), found.code_sense) == (codes, sense)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("05978020", "05978020"),
        ("05 978 020", "05978020"),
        ("5978020", "05978020"),
        ("5978020.0", "05978020"),
        ("59780020020", "059780020020"),
        ("5978", "05978"),
        ("081250000000", "08125"),
        ("05000000", "05"),
        ("105978000", "05978000"),
        ("805978020", "05978020"),
        ("05978 Unna", "05978"),
        ("05978020  Kamen, Stadt", "05978020"),
        ("059 Arnsberg", ""),
        ("123", ""),
        ("0", ""),
        ("00000000", ""),
        ("9" * 5000, ""),
        ("x", ""),
    ],
)
def test_keys_are_read_with_the_zero_that_they_lost(cell: str, key: str) -> None:
    assert key_of(cell) == key


def test_a_name_behind_a_key_is_evidence_too() -> None:
    assert of_cells("05978020 Kamen, Stadt").key == "05978020"
    assert of_cells("05978020 Kamen, Stadt").folded == "kamen stadt"
    assert (of_cells("05978 Unna").place, of_cells("05978 Unna").kreis) == ("", "Unna")
    assert of_cells("05978 Unna", kreis="Kreis Soest").kreis == "Kreis Soest"
    assert of_cells("05978020 Kamen", place="Methler").place == "Methler"


def test_a_country_beside_the_address_or_in_it_is_abroad() -> None:
    assert of_cells(postal_code="1010", place="Wien", country="AT").code_sense == "abroad"
    for land in ("Oberösterreich", "Upper Austria", "Zürich", "Schweiz", "AT"):
        assert of_cells(place="Linz", land=land).code_sense == "abroad"
    assert of_cells(place="Linz", land="Rheinland-Pfalz").code_sense != "abroad"
    assert of_cells(postal_code="59174", place="Kamen", country="Deutschland").codes == ("59174",)
    # What programs write where nothing is known is no country.
    for nothing in ("NA", "NULL", "k. A."):
        assert of_cells(postal_code="59174", place="Kamen", country=nothing).codes == ("59174",)
    assert of_text("1010 Wien, Österreich").code_sense == "abroad"
    assert of_text("A-1010 Wien").code_sense == "abroad"


def test_a_place_of_two_columns_has_a_second_name() -> None:
    assert of_cells(place="Hohenseefeld", second="Niederer Fläming").second == "niederer fläming"
    assert of_cells(place="Kamen", second="KAMEN").second == ""


CELLS = ("{}", "59174{}Kamen", "{}59174", "Hauptstr. {} Kamen", "Kamen,{}", "({}")


@pytest.mark.slow
@pytest.mark.parametrize("frame", CELLS)
@pytest.mark.parametrize("char", [*" \t\n\xa0.,;-/()[]'\"=0159aAßé\u0301\u200b\u202e😀", "D", "OT ", "a 1 "])
def test_no_cell_takes_more_time_than_its_length(frame: str, char: str) -> None:
    cell = frame.format(char * (100_000 // len(char)))
    begun = time.process_time()
    for read in (of_text, key_of, lambda text: of_cells(text, text, text, text, text, "", text)):
        read(cell)
    # Time that grows with the square of the length would be minutes.
    assert time.process_time() - begun < 2


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = of_text(text)
    assert isinstance(found, Evidence)
    assert all(len(code) == 5 and code.isdecimal() for code in found.codes)
    assert len(clean(text)) <= LONGEST


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_any_cells_are_read(key: str, code: str, place: str) -> None:
    found = of_cells(key, code, place)
    assert found.key == "" or (found.key.isdecimal() and len(found.key) in (2, 5, 8, 12))
    assert bool(found.codes) == (found.code_sense in ("code", "restored"))
