"""What one address means."""

import pytest

from hwkcli.gazetteer.engine.evidence import Sense, of_cells
from hwkcli.matching.answer import ANSWERED, WAYS
from hwkcli.matching.decision import decide, decider


@pytest.mark.parametrize(
    ("key", "code", "place", "ags", "how"),
    [
        (None, "59174", "Kamen", "05978020", "postal_code+place"),
        (None, "59174", "KAMEN", "05978020", "postal_code+place"),
        (None, "59199", "Boenen", "05978008", "postal_code+place"),
        (None, "59174", "Stadt Kamen", "05978020", "postal_code+place"),
        (None, "D-59174", "Kamen", "05978020", "postal_code+place"),
        (None, "D 59174", "Kamen", "05978020", "postal_code+place"),
        (None, "59174.0", "Kamen", "05978020", "postal_code+place"),
        (None, "59174 Kamen", None, "05978020", "postal_code+place"),
        (None, None, "59174 Kamen", "05978020", "postal_code+place"),
        (None, None, "Kamen, 59174", "05978020", "postal_code+place"),
        (None, "80331", "MÃ¼nchen", "09162000", "postal_code+place"),
        (None, "22113", "Hamburg", "02000000", "postal_code+place"),
        (None, "60311", "Frankfurt/M.", "06412000", "postal_code+place"),
        (None, "35279", "Neustadt", "06534016", "postal_code+place"),
        # Leading zeros that a spreadsheet took.
        (None, "1.067", "Dresden", "14612000", "postal_code+place"),
        (None, "1067", "Dresden", "14612000", "postal_code+place"),
        (None, "1067.0", "Dresden", "14612000", "postal_code+place"),
        (None, "1067", "Dresdn", "14612000", "near"),
        ("5978020", "59174", None, "05978020", "key"),
        ("5978020", None, None, "05978020", "key"),
        ("05978020", "59174", "Xyzzyhausenberg", "05978020", "key"),
        (None, None, "Berlin-Mitte", "11000000", "locality"),
        ("5978020.0", None, "Kamen", "05978020", "key"),
        ("59780020020", "59174", None, "05978020", "key"),
        # A postal code alone, and with a place that says nothing.
        (None, "59174", None, "05978020", "postal_code"),
        (None, "59174", "unbekannt", "05978020", "postal_code"),
        # Marks of notes behind a name.
        (None, "59174", "Kamen[3]", "05978020", "postal_code+place"),
        (None, None, "Schwerte¹", "05978028", "place"),
        (None, "59423", "Unna 1)", "05978036", "postal_code+place"),
        # A place alone.
        (None, None, "Kamen", "05978020", "place"),
        (None, "", "Berlin", "11000000", "place"),
        (None, None, "Hamburg", "02000000", "place"),
        (None, None, "Neustadt (Hessen)", "06534016", "place"),
        (None, None, "Neustadt, Hessen", "06534016", "place"),
        (None, "00000", "Kamen", "05978020", "place"),
        (None, "k. A.", "Kamen", "05978020", "place"),
        (None, "56730", "Baar", "07137007", "place"),
        # A municipality in the Kreis in which the code has places of a municipality that is not known.
        (None, "39443", "Staßfurt", "15089310", "postal_code+place"),
        (None, "27624", "Geestland", "03352062", "postal_code+place"),
        (None, "18230", "Ostseebad Rerik", "13072085", "postal_code+place"),
        (None, "60320", "Ginnheim", "06412000", "locality"),
        (None, "24109", "Kiel", "01002000", "postal_code+place"),
        # Localities and suffixes.
        (None, "58455", "Witten-Annen", "05954036", "locality"),
        (None, "58453", "Annen", "05954036", "locality"),
        (None, "59174", "Kamen-Mitte", "05978020", "locality"),
        (None, "10115", "Berlin Mitte", "11000000", "locality"),
        (None, "61352", "Bad Homburg v.d.H. - Ober-Erlenbach", "06434001", "locality"),
        (None, "22113", "Hamburg Billstedt", "02000000", "locality"),
        (None, "76689", "Karlsdorf", "08215103", "locality"),
        (None, "33378", "Wiedenbrück", "05754028", "locality"),
        # Misspellings that the postal code confirms.
        (None, "44135", "Dotmund", "05913000", "near"),
        (None, "59423", "Una", "05978036", "near"),
        (None, "44135", "Dortmnud-Mitte", "05913000", "near"),
        (None, "80331", "M?nchen", "09162000", "near"),
        # What is left without its river is a place elsewhere; with it, it looks like the one at the code.
        (None, "40789", "Manheim am Rhein", "05158026", "near"),
        (None, "27628", "Hage im Bremischen", "03352060", "near"),
        (None, "09548", "Seifen/Erzgebirge", "14521570", "near"),
        # Keys.
        ("05978020", None, None, "05978020", "key"),
        ("059780020020", None, None, "05978020", "key"),
        ("05913", None, None, "05913000", "key"),
        ("05978020", "59174", "Kamen", "05978020", "key"),
        ("05978020", "59174", "Kamen-Mitte", "05978020", "key"),
        ("05978", None, "Kamen", "05978020", "place"),
        ("06534", None, "Neustadt", "06534016", "place"),
        # What is no key says nothing.
        ("123", "59174", "Kamen", "05978020", "postal_code+place"),
        ("0", "59174", "Kamen", "05978020", "postal_code+place"),
        ("99999999", "59174", "Kamen", "05978020", "postal_code+place"),
    ],
)
def test_evidence_that_agrees_is_an_answer(
    key: str | None, code: str | None, place: str | None, ags: str, how: str
) -> None:
    found = decide(key, code, place)
    assert (found.ags, found.how, found.candidates) == (ags, how, "")
    assert found.kreis_key == ags[:5]
    assert found.town
    assert found.land


@pytest.mark.parametrize(
    ("key", "code", "place", "candidates"),
    [
        (None, "44135", "Hamburg", ("Dortmund (Dortmund, 05913000)", "Hamburg (Hamburg, 02000000)")),
        (None, "44135", "Hambrug", ("Dortmund", "Hamburg")),
        (None, "59065", "Hamburg", ("Hamm", "Hamburg")),
        (None, "59174", "Bergkamen" + " und mehr" * 9, ("Kamen", "Bergkamen")),
        (None, "59174", "Bergkamen", ("Kamen", "Bergkamen")),
        (None, "44135", "Berlin Mitte", ("Dortmund", "Berlin")),
        (None, "1067", "Hamburg", ("Dresden", "Hamburg")),
        (None, "99990", "Hamburg", ("Hamburg",)),
        ("05978020", "44135", None, ("Kamen", "Dortmund")),
        ("05978020", None, "Hamburg", ("Kamen", "Hamburg")),
        ("05978020", "10115", "Kamen", ("Kamen", "Berlin")),
        ("05978020", "99990", None, ("Kamen",)),
        ("5978020", "44135", None, ("Kamen", "Dortmund")),
        ("05978", "44135", None, ("Dortmund",)),
        ("05978", None, "Hamburg", ("Hamburg",)),
        ("05978999", None, "Hamburg", ("Hamburg",)),
    ],
)
def test_evidence_that_contradicts_is_no_answer(
    key: str | None, code: str | None, place: str | None, candidates: tuple[str, ...]
) -> None:
    found = decide(key, code, place)
    assert found.how == "conflict"
    assert found[:7] == ("",) * 7
    for candidate in candidates:
        assert candidate in found.candidates


@pytest.mark.parametrize(
    ("key", "code", "place"),
    [
        (None, None, "Neustadt"),
        (None, None, "Frankfurt"),
        (None, None, "Münster"),
        (None, "1067", None),
        (None, "22113", None),
        ("05978", None, "Kamem"),
    ],
)
def test_what_does_not_decide_is_ambiguous_with_candidates(
    key: str | None, code: str | None, place: str | None
) -> None:
    found = decide(key, code, place)
    assert found.how == "ambiguous"
    assert (found.ags, found.town) == ("", "")
    assert found.candidates


@pytest.mark.parametrize(
    ("key", "code", "place"),
    [
        (None, None, None),
        ("", "", ""),
        (None, None, "Xyzzyhausenberg"),
        (None, "A-1010", "Wien"),
        (None, "99990", "Xyzzyhausenberg"),
        (None, None, "ÃœÃ"),
        ("05999", None, None),
        ("05978999", None, None),
        (None, "CH-8000", "Kamen"),
        (None, None, "x" * 300),
        (None, None, "12345678"),
    ],
)
def test_nothing_comes_of_nothing(key: str | None, code: str | None, place: str | None) -> None:
    assert decide(key, code, place) == (*[""] * 7, "none", "")


def test_what_all_candidates_share_is_filled() -> None:
    found = decide(None, "17192", None)
    assert found.how == "ambiguous"
    assert (found.kreis, found.chamber_code) == ("Landkreis Mecklenburgische Seenplatte", "00018")
    assert decide(None, "22113", None)[2:] == ("", "", "", "", "", "ambiguous", found_candidates("22113"))


def found_candidates(code: str) -> str:
    candidates = decide(None, code, None).candidates
    assert " | " in candidates
    return candidates


@pytest.mark.parametrize(
    ("code", "place", "candidates"),
    [
        ("20144", "Milano", "Hamburg (Hamburg, 02000000)"),
        ("44135", "Wien", "Dortmund (Dortmund, 05913000)"),
        ("59174", "Xyzzyhausenberg", "Kamen (Kreis Unna, 05978020)"),
        ("", "Dotmund", "Dortmund (Dortmund, 05913000)"),
    ],
)
def test_a_name_that_is_known_nowhere_is_never_answered(code: str, place: str, candidates: str) -> None:
    assert decide(None, code, place) == (*[""] * 7, "none", candidates)


def test_a_locality_of_unknown_municipality_has_its_kreis_only() -> None:
    found = decide(None, None, "Diepensee, Landkreis Teltow-Fläming")
    assert (found.ags, found.town, found.kreis, found.how) == ("", "", "Landkreis Teltow-Fläming", "locality")


def test_where_a_whole_land_may_be_meant_no_kreis_is_named() -> None:
    found = decide(None, None, "Sachsen")
    assert (found.how, found.kreis_key, found.chamber_code) == ("ambiguous", "", "")


def test_an_unknown_name_in_a_land_by_its_short_form_has_no_kreis() -> None:
    """`BE` is Berlin, Bern and Belgium."""
    for place, land in (("Bern", "BE"), ("Xyzdorf", "HH"), ("Xyzdorf", "SH")):
        found = decider().decide(of_cells(place=place, land=land))
        assert (found.how, found.kreis_key) == ("ambiguous", ""), place
    assert decider().decide(of_cells(place="Xyzdorf", land="Berlin")).kreis_key == "11000"


def test_where_two_chambers_answer_none_is_named() -> None:
    rostock = ("", "", "13072", "Landkreis Rostock", "Mecklenburg-Vorpommern", "", "", "key", "")
    assert decide("13072", None, None) == rostock
    assert decide(None, "39439", "Güsten")[4:7] == ("Sachsen-Anhalt", "", "")
    assert decide("13072043", None, None).chamber_code in ("00018", "00019")


@pytest.mark.parametrize(
    ("key", "code", "place", "how", "ags"),
    [
        # The name of a locality alone is no answer, for there may be another one.
        (None, None, "Hamm-Mitte", "ambiguous", ""),
        (None, None, "Annen", "ambiguous", ""),
        (None, None, "Höchst", "ambiguous", ""),
        (None, None, "Sachsen", "ambiguous", ""),
        (None, None, "Kempten", "place", "09763000"),
        (None, None, "Ludwigshafen", "place", "07314000"),
        # Key and code agree, the place does not.
        ("05978020", "59174", "München", "conflict", ""),
        ("05978020", "59174", "Kamen-Methler", "key", "05978020"),
        # Two codes in one row.
        (None, "59174", "44135 Dortmund", "conflict", ""),
        (None, "54636", "54636 Fließem", "postal_code+place", "07232039"),
        (None, "54636", "OT Fließem", "postal_code+place", "07232039"),
        (None, "441350", "Hamburg", "conflict", ""),
        # A neighbour's name, nearly, at the code of one municipality.
        (None, "72144", "Neustetetn", "conflict", ""),
        (None, "23881", "Mölln", "conflict", ""),
        (None, "19243", "Stadt Wittendörp", "postal_code+place", "13076153"),
        # Of several places of a name, the one at whose codes an unknown code is.
        (None, "39228", "Burg", "place", "15086015"),
        (None, "86847", "Weil", "ambiguous", ""),
    ],
)
def test_what_is_doubtful_is_no_answer(
    key: str | None, code: str | None, place: str | None, how: str, ags: str
) -> None:
    found = decide(key, code, place)
    assert (found.how, found.ags) == (how, ags), found
    assert found.candidates or ags


def test_many_candidates_are_cut_and_counted() -> None:
    found = decide(None, None, "Neustadt").candidates.split(" | ")
    assert len(found) == 11
    assert found[-1].endswith(" more")


def test_two_places_that_are_as_near_are_no_answer() -> None:
    found = decide(None, "54317", "Norscheid")
    assert found.how == "ambiguous"
    assert found.ags == ""
    assert "Morscheid" in found.candidates
    assert "Lorscheid" in found.candidates
    assert found.kreis == "Landkreis Trier-Saarburg"
    assert decide(None, "54317", "Morscheid").how == "postal_code+place"


def test_every_way_is_one_of_those_documented() -> None:
    assert set(ANSWERED) < set(WAYS)
    assert WAYS[-3:] == ("ambiguous", "conflict", "none")


@pytest.mark.parametrize(
    ("cell", "code", "sense"),
    [
        ("59174", "59174", "code"),
        (" 59174 ", "59174", "code"),
        ("'59174", "59174", "code"),
        ("DE-59174", "59174", "code"),
        ("1067,0", "01067", "restored"),
        ("00000", "", "nothing"),
        ("591740", "", "unclear"),
        ("D59174", "59174", "code"),
        ("59 174", "59174", "code"),
        ("59.174", "59174", "code"),
        ("59174-1234", "59174", "code"),
        ("F-67000", "", "abroad"),
        ("A - 6020", "", "abroad"),
        ("-", "", "nothing"),
        ("١٢٣٤٥", "", "unclear"),
    ],
)
def test_postal_codes_are_read_in_many_forms(cell: str, code: str, sense: Sense) -> None:
    assert of_cells(postal_code=cell)[2:4] == ((code,) if code else (), sense)


UNNA = {"latitude": "51.5348", "longitude": "7.6891"}


@pytest.mark.parametrize(
    ("cells", "how", "ags"),
    [
        (UNNA, "position", "05978036"),
        ({"latitude": "51,5348", "longitude": "7,6891"}, "position", "05978036"),
        ({"latitude": "7.6891", "longitude": "51.5348"}, "position", "05978036"),
        (UNNA | {"place": "Unna"}, "place", "05978036"),
        (UNNA | {"place": "Unma"}, "near", "05978036"),
        (UNNA | {"place": "Xyzzy"}, "ambiguous", ""),
        (UNNA | {"place": "Kamen"}, "conflict", ""),
        (UNNA | {"postal_code": "59423"}, "postal_code", "05978036"),
        (UNNA | {"postal_code": "59174"}, "conflict", ""),
        (UNNA | {"key": "05978036"}, "key", "05978036"),
        (UNNA | {"key": "05978020"}, "conflict", ""),
        (UNNA | {"kreis": "Unna"}, "position", "05978036"),
        (UNNA | {"kreis": "Soest"}, "conflict", ""),
        # Namesakes are told apart; a part that is called so lies there.
        ({"place": "Neustadt", "latitude": "49.58", "longitude": "10.61"}, "place", "09575153"),
        ({"place": "Ehrenfeld", "latitude": "50.96", "longitude": "6.92"}, "locality", "05315000"),
        # Near a border, and near that of Germany, a position is no answer alone.
        ({"latitude": "51.2", "longitude": "7.1"}, "ambiguous", ""),
        ({"latitude": "47.62", "longitude": "7.6"}, "ambiguous", ""),
        ({"latitude": "48.21", "longitude": "16.37"}, "none", ""),
        ({"latitude": "48.21", "longitude": "16.37", "place": "Unna"}, "conflict", ""),
        # What is no position says nothing.
        ({"latitude": "0", "longitude": "0", "place": "Unna"}, "place", "05978036"),
        ({"latitude": "x", "longitude": "7.1", "place": "Unna"}, "place", "05978036"),
        ({"latitude": "51.5348", "place": "Unna"}, "place", "05978036"),
    ],
)
def test_a_position_confirms_narrows_or_contradicts(cells: dict[str, str], how: str, ags: str) -> None:
    found = decider().decide(of_cells(**cells))
    assert (found.how, found.ags) == (how, ags), found


@pytest.mark.parametrize(
    ("key", "day", "how", "ags"),
    [
        # A Kreis of Niedersachsen, dissolved in 2016; its city has its key since.
        ("03152012", "", "former_key", "03159016"),
        ("16056000", "2020-12-31", "former_key", "16063105"),
        ("05978020", "2010-12-31", "key", "05978020"),
        # It stood for nothing on the day: neither yet nor any more.
        ("16063105", "2020-12-31", "none", ""),
        ("16056000", "2022-12-31", "none", ""),
    ],
)
def test_a_key_of_a_known_day_is_that_of_the_day(key: str, day: str, how: str, ags: str) -> None:
    found = decider().decide(of_cells(key, key_date=day))
    assert (found.how, found.ags) == (how, ags), found


@pytest.mark.parametrize(
    ("cells", "how", "kreis"),
    [
        # A Regierungsbezirk tells namesakes apart, and contradicts; alone it is no answer.
        ({"place": "Halle", "land": "Reg.-Bez. Detmold"}, "place", "05754"),
        ({"place": "Oldenburg", "land": "Weser-Ems"}, "place", "03403"),
        ({"place": "Münster", "land": "Regierungsbezirk Münster"}, "place", "05515"),
        ({"place": "Kamen", "land": "Arnsberg"}, "place", "05978"),
        ({"place": "Kamen", "land": "059"}, "place", "05978"),
        ({"place": "Kamen", "land": "Oberpfalz"}, "conflict", ""),
        ({"postal_code": "59174", "land": "Bezirksregierung Arnsberg"}, "postal_code", "05978"),
        ({"land": "Arnsberg"}, "ambiguous", ""),
        ({"place": "Kamen", "land": "Nirgendwo"}, "place", "05978"),
    ],
)
def test_a_regierungsbezirk_says_in_which_kreise_an_answer_lies(cells: dict[str, str], how: str, kreis: str) -> None:
    found = decider().decide(of_cells(**cells))
    assert (found.how, found.kreis_key) == (how, kreis), found
