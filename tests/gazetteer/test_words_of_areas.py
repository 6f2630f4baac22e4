"""Names of Kreise, Regierungsbezirke and Verbände as public lists write them, each with the official keys of what it
means: a truth that the project did not make."""

import pytest

import hwkcli
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import places
from hwkcli.gazetteer.territory import kreise
from hwkcli.matching.decision import decider

KREISE = (
    ("Ahrweiler (Bad Neuenahr-Ahrweiler)", "07131"),
    ("Aichach-Friedberg (Aichach)", "09771"),
    ("Barnim (Eberswalde)", "12060"),
    ("Berchtesgadener Land (Bad Reichenhall)", "09172"),
    ("Friesland (D)", "03455"),
    ("Kempten (Allgäu) (Krfr.St)", "09763"),
    ("Märk. Oderland", "12064"),
    ("Märk. Kreis", "05962"),
    ("Kreis Minden-Lübb.", "05770"),
    ("Rheinisch-Berg. Kreis", "05378"),
    ("Rhein-Berg", "05378"),
    ("Meck. Seenplatte", "13071"),
    ("Sächs. Schweiz-Osterzgeb.", "14628"),
    ("LK Breisgau-Hochschw.", "08315"),
    ("Hochsauerland", "05958"),
    ("Ortenau", "08317"),
    ("Vogtland", "14523"),
    ("Saar-Pfalz", "10045"),
    ("Reg. Hannover", "03241"),
    ("Rhein-Sieg District", "05382"),
    ("Altkreis Brilon", "05958"),
    ("Hochsauerlandkr", "05958"),
    ("Siegen-Wittgens", "05970"),
    ("Hersfeld-Rotenb", "06632"),
    ("Weißenburg-Gunz", "09577"),
    ("Dillingen a.d.D", "09773"),
    ("Ilmkreis", "16070"),
    ("Rhein-Erftkreis", "05362"),
    ("UN - Unna", "05978"),
    ("Unna (UN)", "05978"),
    ("Unna 05978", "05978"),
    ("Pfaffenhofen", "09186"),
    ("Mühldorf", "09183"),
    ("Bautzen / Budyšin", "14625"),
    ("Spree-Neiße/Wokrejs Sprjewja-Nysa", "12071"),
    ("LK MSE", "13071"),
)
"""What stands in a column of Kreise."""
NO_KREISE = (
    "Mecklenburg",
    "UN - Soest",
    "Unna (M)",
    "Unna 05974",
    "Delitzsch / Eilenburg",
    "Heide",
    "Lüchow",
    "Merzig",
    "Friesland (NL)",
    "Barnim (Kamen)",
)
"""What may stand there, too, and is none: a town that lies in one of another name, or a bracket that does not fit."""
LAENDER = (
    ("Bavaria", "09"),
    ("Nordrh.-Westf.", "05"),
    ("Baden-Wuertt.", "08"),
    ("Schleswig-H.", "01"),
    ("Meckl.-Vorp.", "13"),
    ("Bayern (mit Mariä Himmelfahrt)", "09"),
    ("Niedersachsen (Lower Saxony)", "03"),
    ("Hessen (HE)", "06"),
    ("BadenWürttemberg", "08"),
    ("Land Berlin", "11"),
)
"""What stands in a column of Länder."""


@pytest.mark.parametrize(("name", "key"), KREISE)
def test_a_name_in_a_column_of_kreise_is_that_kreis(name: str, key: str) -> None:
    assert decider().decide(of_cells(kreis=name)).kreis_key == key


@pytest.mark.parametrize("name", NO_KREISE)
def test_what_names_no_kreis_is_none(name: str) -> None:
    assert decider().decide(of_cells(kreis=name)).how == "none"


@pytest.mark.parametrize(("name", "key"), LAENDER)
def test_a_name_in_a_column_of_laender_is_that_land(name: str, key: str) -> None:
    assert decider().decide(of_cells(land=name)).land == places.land(key)
    assert decider().decide(of_cells(place="Neustadt", land=name)).how != "none"


@pytest.mark.parametrize(
    "name",
    [
        *("Stadt und Landkreis Hof", "Hof (Stadt und Land)", "Hof, Stadt u. Landkreis", "Stadt & Landkreis Hof"),
        *("Stadt/Landkreis Hof", "Stadt + Kreis Hof", "kreisfreie Stadt und Landkreis Hof"),
    ],
)
def test_a_city_and_the_kreis_around_it_are_both_in_a_column_of_kreise(name: str) -> None:
    decision = decider().decide(of_cells(kreis=name))
    assert (decision.how, decision.chamber) == ("ambiguous", "Handwerkskammer für Oberfranken")
    assert decision.candidates == "Landkreis Hof (09475) | Hof (Hof, 09464000)"


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        *((words, {"05978", "05974"}) for words in ("Kreis Unna, Kreis Soest", "Kreis Unna / Kreis Soest")),
        *((words, {"05978", "05974"}) for words in ("Kreise Unna und Soest", "die Kreise Unna und Soest")),
        *((words, {"05978", "05915"}) for words in ("Kreis Unna, Stadt Hamm", "Stadt Hamm und der Kreis Unna")),
        ("Landkreise Kassel und Waldeck-Frankenberg", {"06633", "06635"}),
        ("Kreis Soest, Hochsauerlandkreis", {"05974", "05958"}),
        ("Ennepe-Ruhr-Kreis / Stadt Hagen", {"05954", "05914"}),
        ("Stadt Hagen / Ennepe-Ruhr-Kreis", {"05954", "05914"}),
    ],
)
def test_two_kreise_side_by_side_are_both(words: str, keys: set[str]) -> None:
    assert {match.entry.kreis_key for match in hwkcli.find(words)} == keys
    assert decider().decide(of_text(words)).how == "ambiguous"


@pytest.mark.parametrize("words", ["Hagen, Ennepe-Ruhr-Kreis", "Lippstadt, Kreis Unna", "Kreis Unna, Soest"])
def test_a_kreis_behind_a_comma_is_what_a_place_lies_in(words: str) -> None:
    with pytest.raises(hwkcli.Conflict):
        hwkcli.find(words)


@pytest.mark.parametrize("words", ["Kassel/Landkreis Kassel", "Landkreis Kassel/Kassel", "Kassel, Landkreis Kassel"])
def test_a_city_beside_the_kreis_of_its_name_says_where_that_is(words: str) -> None:
    assert [match.entry.kreis_key for match in hwkcli.find(words)] == ["06633"]


def test_a_short_name_of_a_city_and_of_a_kreis_is_neither_in_a_column_of_kreise() -> None:
    decision = decider().decide(of_cells(kreis="Neustadt a.d.W."))
    assert decision.how == "ambiguous"
    assert "07316000" in decision.candidates
    assert "09374" in decision.candidates


@pytest.mark.parametrize("word", ["Rheda Krs. Wiedenbrück", "Rheda, Kr. Wiedenbrück", "Rheda (Kreis Wiedenbrück)"])
def test_a_kreis_that_is_no_more_says_where_a_place_lies(word: str) -> None:
    asked = shipped(many=True).ask(word)
    assert {match.entry.kreis_key for match in asked.matches} == {"05754"}
    assert decider().decide(of_cells(place=word)).kreis_key == "05754"


@pytest.mark.parametrize(
    ("word", "chambers"),
    [
        ("Regierungsbezirk Arnsberg", {"HWK Dortmund", "HWK Südwestfalen"}),
        ("Reg.-Bez. Dresden", {"HWK Dresden"}),
        ("Oberpfalz", {"HWK Niederbayern-Oberpfalz"}),
        ("Bezirk Niederbayern", {"HWK Niederbayern-Oberpfalz"}),
    ],
)
def test_a_regierungsbezirk_is_its_kreise(word: str, chambers: set[str]) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "ambiguous"
    assert all(match.kind in ("kreis", "city") for match in asked.matches)
    assert {one.chamber.short_name for one in responsible.chamber(word) if one.chamber} == chambers
    assert decider().decide(of_cells(place=f"Neustadt, {word}")).how != "conflict"


@pytest.mark.parametrize(
    ("word", "number", "kreis"),
    [
        # The numbers are those of the register of 31.12.2024.
        ("Samtgemeinde Sögel", 8, "03454"),
        ("SG Leinebergland", 3, "03254"),
        ("VG Adenau", 37, "07131"),
        ("Verbandsgemeinde Adenau", 37, "07131"),
        ("Adenau (VG)", 37, "07131"),
        ("Amt Hüttener Berge", 16, "01058"),
        ("VG Kirchweidach", 4, "09171"),
        ("Emmerting (VGem)", 2, "09171"),
        ("VVG der Stadt Konstanz", 3, "08335"),
        ("GVV Jestetten", 3, "08337"),
        ("Samtgemeindeverwaltung Lachendorf", 5, "03351"),
        ("Verbandsgemeindeverwaltung Birkenfeld", 31, "07134"),
        ("Verw.-Gem. Leinetal", 6, "16061"),
        ("KLG Heider Umland", 11, "01051"),
    ],
)
def test_municipalities_that_are_administered_together_are_all_that_is_meant(
    word: str, number: int, kreis: str
) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "ambiguous"
    assert len(asked.matches) == number
    assert {match.entry.kreis_key for match in asked.matches} == {kreis}
    people = [match.entry.population or 0 for match in asked.matches]
    assert people == sorted(people, reverse=True)
    decision = decider().decide(of_cells(place=word))
    assert (decision.how, decision.ags, decision.kreis_key) == ("ambiguous", "", kreis)
    assert len(responsible.chambers_of(responsible.chamber(word))) == 1


@pytest.mark.parametrize(
    ("word", "ags"),
    [("Kaltenborn, VG Adenau", "07131037"), ("Kaltenborn (VG Adenau)", "07131037"), ("Amt Neuhaus", "03355049")],
)
def test_they_say_where_a_place_lies(word: str, ags: str) -> None:
    assert decider().decide(of_cells(place=word)).ags == ags


@pytest.mark.parametrize("word", ["VG Nirgendwo", "Samtgemeinde Kamen", "Amt Adenau"])
def test_a_verband_that_is_none_is_no_place(word: str) -> None:
    assert decider().decide(of_cells(place=word)).how == "none"


@pytest.mark.parametrize(
    ("place", "land"),
    [("Regierungsbezirk Dresden", "14"), ("Oberpfalz", "09"), ("Landkreis Anhalt-Zerbst", "15"), ("RB Köln", "05")],
)
def test_what_covers_a_city_and_kreise_is_in_no_row_the_city(place: str, land: str) -> None:
    decision = decider().decide(of_cells(place=place))
    assert (decision.how, decision.kreis_key, decision.land) == ("ambiguous", "", places.land(land))
    assert "Landkreis" in decision.candidates or "-Kreis" in decision.candidates


def test_towns_takes_a_regierungsbezirk_for_those_of_its_kreise_that_are_in_the_district() -> None:
    from hwkcli.files import load

    found = kreise(load.district(), "Regierungsbezirk Arnsberg")
    assert {"05913", "05978"} <= {kreis.key for kreis in found}
    assert len(found) < 12


@pytest.mark.parametrize("word", ["Samtgemeinde Leinebergland", "Regierungsbezirk Arnsberg"])
def test_what_belongs_to_an_area_does_not_bear_its_name(word: str) -> None:
    assert {match.how for match in hwkcli.find(word)} == {"member"}


def test_a_row_with_a_town_and_another_kreis_lies_in_neither() -> None:
    decision = decider().decide(of_cells(place="Dortmund und Kreis Unna"))
    assert (decision.how, decision.kreis_key, decision.land) == ("ambiguous", "", "Nordrhein-Westfalen")


@pytest.mark.parametrize(
    ("name", "kreise"),
    [
        ("Samtgemeinde Lüchow", {"03354"}),
        ("Verbandsgemeinde Kirchberg", {"07140"}),
        ("VG Kirchberg", {"07140", "14524"}),
        ("VG Kirchberg (Hunsrück)", {"07140"}),
    ],
)
def test_municipalities_administered_together_are_named_for_short(name: str, kreise: set[str]) -> None:
    assert {hit.entry.kreis_key for hit in hwkcli.find(name)} == kreise


def test_a_city_and_the_kreis_around_it_are_both_meant() -> None:
    assert decider().decide(of_text("Stadt und Landkreis Hof")).how == "ambiguous"
    assert decider().decide(of_cells(kreis="Stadt und Landkreis Fulda")).kreis_key == "06631"
