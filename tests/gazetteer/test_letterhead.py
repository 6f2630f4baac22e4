"""Addresses as letterheads, imprints, forms and maps write them."""

import pytest

from hwkcli.errors import NotFound
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.engine.letterhead import without
from hwkcli.gazetteer.find import shipped
from hwkcli.matching.decision import decider


@pytest.mark.parametrize(
    "text",
    [
        "Muster Bau GmbH\nHauptstraße 12\n59174 Kamen\nTel. 02307 12345\nFax 02307 12346\nE-Mail info@example.org",
        "Hauptstraße 12, 59174 Kamen, Tel. 02307/12345",
        "Hauptstraße 12, 59174 Kamen, Tel.: 02307 12345, Fax: 02307 12346",
        "Hauptstr. 12 · 59174 Kamen · Tel. 02307 12345 · www.example.org",
        "Hauptstr. 12 | 59174 Kamen | Telefon 02307-12345 | info@example.org",
        "59174 Kamen, Telefon: (02307) 12 34 5",
        "59174 Kamen • +49 2307 12345",
        "59174 Kamen • Mobil 0171 59423 12",
        "PLZ: 59174, Ort: Kamen",
        *("PLZ 59174 Kamen", "Plz. 59174 Kamen", "Kamen (PLZ 59174)", "Postleitzahl 59174 Kamen", "PLZ59174 Kamen"),
        "PLZ/Ort: 59174 Kamen",
        "Anschrift: Hauptstr. 12, 59174 Kamen",
        "59174 Kamen · Germany",
        "D-59174 Kamen / Germany",
        "Kamen 59174 Germany",
        "Kamen, 59174, DE",
        "59174&nbsp;Kamen",
        "59174.0 Kamen",
        "Hauptstr. 12, 59174 Kamen,\nTel +49 2307 123-0\nTelex within Germany 41227, telex from abroad 414431",
        "c/o Müller, z. Hd. Frau Meier, 2. OG, 59174 Kamen",
        "Gewerbegebiet Nord, Halle 7, 59174 Kamen",
    ],
)
def test_what_stands_around_an_address_is_no_part_of_it(text: str) -> None:
    found = of_text(text)
    assert (found.codes, found.place, found.code_sense) == (("59174",), "Kamen", "code")
    assert decider().decide(of_cells(place=text)).ags == "05978020"


def test_a_telephone_number_is_no_postal_code_although_it_reads_like_one() -> None:
    # 04103 is the area code of Wedel, and a postal code of Leipzig.
    assert of_text("22880 Wedel, Tel. 04103 12345").codes == ("22880",)
    assert decider().decide(of_cells(place="Wedel, Tel. 04103 12345")).ags == "01056050"


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("M&uuml;nchen", "09162000"),
        ("M&#252;nchen", "09162000"),
        ("M%C3%BCnchen", "09162000"),
        ("Gro&szlig;-Gerau", "06433006"),
        ("AGS: 05978020", "05978020"),
        ("AGS 05978020", "05978020"),
        ("Gemeindeschlüssel 05978020", "05978020"),
        ("Stadt: Kamen", "05978020"),
        ("Wohnort: Kamen", "05978020"),
    ],
)
def test_what_programs_and_forms_write(text: str, ags: str) -> None:
    assert shipped(many=True).ask(text).matches[0].entry.ags == ags


@pytest.mark.parametrize("text", ["Kamen", "St. Ingbert", "Halle (Saale)", "Kreis: Unna", "Ruf", "Telgte", "Faxe"])
def test_what_only_looks_so_stays(text: str) -> None:
    assert without(text) == text


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Gewerbegebiet Nord, Tegernheim", "09375204"),
        ("2. OG, Hauptstr. 5, Kamen", "05978020"),
        ("Industriepark 3, 70xxx Stuttgart", "08111000"),
        ("Kamen, Westf. 59174", "05978020"),
        ("Robert Bosch GmbH | Postfach 10 60 50 | 70049 Stuttgart | GERMANY | www.bosch.com", "08111000"),
        ("Postfach 10 07 07 &#183; 50447 Köln &#183; www.psvag.de", "05315000"),
    ],
)
def test_business_parks_floors_boxes_and_hidden_digits_are_no_places(text: str, ags: str) -> None:
    assert decider().decide(of_cells(place=text)).ags == ags


@pytest.mark.parametrize("text", ["Kreis Unna und Hamm", "Kreis Soest und Kreis Unna", "Stadt Unna und Kreis Soest"])
def test_what_stands_side_by_side_is_not_one_in_the_other(text: str) -> None:
    decision = decider().decide(of_cells(place=text))
    assert (decision.how, decision.kreis_key) == ("ambiguous", "")


@pytest.mark.parametrize("text", ["Milano, 20121, Italia", "1010 Wien, Österreich", "44135 Lissabon (Portugal)"])
def test_another_country_at_the_end_is_all_that_counts(text: str) -> None:
    with pytest.raises(NotFound, match="another country"):
        shipped(many=True).ask(text)
    assert decider().decide(of_cells(place=text)).how == "none"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("4600 Dortmund 1", "Dortmund"),
        ("D-8000 München 40", "München"),
        ("W-4600 Dortmund", "Dortmund"),
        ("O-7010 Leipzig", "Leipzig"),
        ("DDR-1058 Berlin", "Berlin"),
        ("(W) 4600 Dortmund 1", "Dortmund"),
    ],
)
def test_a_postal_code_of_before_1993_says_nothing_of_today(text: str, place: str) -> None:
    found = of_text(text)
    assert (found.codes, found.code_sense, found.place) == ((), "old", place)
    assert decider().decide(of_cells(place=text)).town == place


def test_such_codes_in_a_column_of_their_own_say_as_little() -> None:
    assert decider().decide(of_cells(postal_code="4600", place="Dortmund 1")).town == "Dortmund"
    assert decider().decide(of_cells(postal_code="W-4600", place="Dortmund")).town == "Dortmund"
    # One that may have lost its zero still counts.
    assert decider().decide(of_cells(postal_code="1067", place="Dresden")).how == "postal_code+place"
    assert decider().decide(of_cells(postal_code="4600", place="Dortmund")).how == "conflict"


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Kamen, Kreis Unna, Nordrhein-Westfalen, 59174, Deutschland", "05978020"),
        ("Marktplatz, Altstadt, Kamen, Kreis Unna, Nordrhein-Westfalen, 59174, Deutschland", "05978020"),
        ("Methler, Kamen, Kreis Unna, Nordrhein-Westfalen, Deutschland", "05978020"),
        ("Kyllburg, Rheinland-Pfalz (Eifelkreis Bitburg-Prüm)", "07232070"),
        ("Sellin im Landkreis Vorpommern-Rügen", "13073084"),
        ("Hausen im Landkreis Würzburg", "09679143"),
        ("Forst an der Weinstraße, Landkreis Bad Dürkheim, Rheinland-Pfalz", "07332017"),
        ("Unna, Kreis Unna, Nordrhein-Westfalen, Deutschland", "05978036"),
        ("Neustadt an der Weinstraße, Rheinland-Pfalz, Deutschland", "07316000"),
        ("Sögel, Samtgemeinde Sögel, Landkreis Emsland, Niedersachsen, 49751, Deutschland", "03454047"),
        ("Garching bei München, Landkreis München, Oberbayern, Bayern, 85748, Deutschland", "09184119"),
        ("6, Langental-Siedlung, Bruchsal, Landkreis Karlsruhe, Baden-Württemberg, 76646, Deutschland", "08215009"),
        ("10, Kastanienallee, Prenzlauer Berg, Pankow, Berlin, 10435, Deutschland", "11000000"),
        ("Neuhof, Zossen, Teltow-Fläming, Brandenburg, 15806, Deutschland", "12072477"),
        ("Frankfurt, Hessen, 60311, Deutschland", "06412000"),
        ("Frankfurt, Hessen, Germany", "06412000"),
    ],
)
def test_a_place_with_all_that_it_lies_in_is_that_place(text: str, ags: str) -> None:
    assert shipped(many=True).ask(text).matches[0].entry.ags == ags
    assert decider().decide(of_cells(place=text)).ags == ags


@pytest.mark.parametrize("text", ["Kamen, Landkreis Soest, NRW", "Kamen, Kreis Unna, Bayern", "Kamen, Unna, Hagen"])
def test_what_does_not_lie_so_is_no_answer(text: str) -> None:
    assert not decider().decide(of_cells(place=text)).ags
