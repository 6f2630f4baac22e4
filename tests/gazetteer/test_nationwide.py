"""The commands that answer for all of Germany."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.gazetteer.find import Finder

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_a_place_of_one_chamber(hwk: Run, records: Records) -> None:
    (answer,) = records("chamber", "59174", "Kamen")
    assert answer["chamber"] == "Handwerkskammer Dortmund"
    assert (answer["place"], answer["kreis"], answer["kreis_key"]) == ("Kamen", "Kreis Unna", "05978")
    assert (answer["chamber_code"], answer["seat"], answer["web"]) == ("00037", "Dortmund", "hwk-do.de")
    assert (answer["basis"], answer["confidence"]) == ("land_ordinance", "high")
    assert "recht.nrw.de" in answer["source"]
    result = hwk("chamber", "Kamen")
    assert result.stdout.startswith("Handwerkskammer Dortmund\n")
    assert (result.exit_code, result.stderr) == (0, "")


def test_places_of_several_chambers_are_the_headline_and_exit_4(hwk: Run) -> None:
    result = hwk("chamber", "Neustadt", "--lang", "de")
    assert result.exit_code == 4
    assert result.stdout.startswith("17 Handwerkskammern\n")
    assert result.stderr.startswith("hwk: „Neustadt“ sind 21 Orte mit 17 Kammern: HWK Pfalz, HWK Hannover, HWK Lübeck,")
    assert result.stderr.endswith("grenzen Sie es ein mit --kreis, --land oder --postal-code\n")
    frankfurt = hwk("chamber", "Frankfurt")
    title, _, _ = frankfurt.stdout.partition("\n")
    assert title == (
        "2 chambers: Handwerkskammer Frankfurt-Rhein-Main, Handwerkskammer Frankfurt (Oder) - Region Ostbrandenburg"
    )
    assert hwk("chamber", "Neustadt", "--land", "Hessen").exit_code == 0
    assert hwk("chamber", "Neustadt", "--kreis", "Ostholstein").exit_code == 0
    assert hwk("chamber", "Neustadt", "--postal-code", "35279").exit_code == 0
    assert hwk("chamber", "07000999").exit_code == 4
    assert "belongs to no Kreis and to no chamber" in hwk("chamber", "07000999").stdout


def test_several_places_of_one_chamber_are_an_answer(records: Records) -> None:
    found = records("chamber", "17192")
    assert len(found) > 5
    assert {answer["chamber_code"] for answer in found} == {"00018"}
    assert {answer["kreis"] for answer in found} == {"Landkreis Mecklenburgische Seenplatte"}


def test_what_is_less_than_sure_says_so_wherever_it_is_shown(hwk: Run, records: Records) -> None:
    assert records("chamber", "München")[0]["confidence"] == "medium"
    assert ", medium confidence |" in hwk("chamber", "80331", "-f", "markdown").stdout
    assert "known with medium confidence only" in hwk("find", "80331", "-f", "markdown").stdout
    shown = hwk("show", "80331", "--lang", "de", "-f", "markdown").stdout
    assert "(Regierungsbezirk oder Region, mittlere Sicherheit)" in shown
    assert records("chambers", "--land", "Bayern")[0]["confidence"] == "medium"
    assert ", medium confidence |" in hwk("show", "HWK Oberfranken", "-f", "markdown").stdout
    assert ", low confidence |" in hwk("show", "HWK Halle", "-f", "markdown").stdout


def test_one_query_a_line(hwk: Run) -> None:
    result = hwk("chamber", "-", "-f", "csv", input="80331\n\nKamen\nxyzzyx\nFrankfurt\n")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["query"] for row in rows] == ["80331", "Kamen", "Frankfurt", "Frankfurt"]
    assert result.exit_code == 3
    line, many = result.stderr.split("\n")[:2]
    assert line == "hwk: line 4: no place 'xyzzyx' in Germany"
    assert "'Frankfurt' is 2 places of 2 chambers: HWK Frankfurt-Rhein-Main, HWK Frankfurt (Oder)" in many
    assert hwk("chamber", "-", "--json", input="Frankfurt\n").exit_code == 4
    assert hwk("chamber", "-", "--json", input="Kamen\n80331\n").exit_code == 0
    assert hwk("chamber", "-", "--json", input="").stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("chamber Dortmudn", 3, "hwk: no place 'Dortmudn' in Germany; did you mean Dortmund?\n"),
        ("chamber 1067", 3, "hwk: no place '1067' in Germany; did you mean 01067?\n"),
        ("chamber Kamen --land Hesen", 3, "hwk: no Land 'Hesen'; did you mean Hessen?\n"),
        (
            "chamber 44135 Hamburg",
            4,
            "hwk: 'Hamburg' is Hamburg, but 44135 belongs to Dortmund; leave out",
        ),
        ("find 59174 Unna", 4, "hwk: 'Unna' is Unna (Kreis Unna), but 59174 belongs to Kamen (Kreis Unna); leave out"),
        ("show 59174 Unna", 4, "hwk: 'Unna' is Unna (Kreis Unna), but 59174 belongs to Kamen (Kreis Unna); leave out"),
        ("find 20144 Milano", 3, "hwk: no place 'Milano' is known in Germany; 20144 belongs to Hamburg\n"),
        ("chamber .", 2, "hwk: a query needs a letter or a digit\n"),
        ("chamber", 2, "Missing argument 'WORDS'"),
        ("chambers --land Bayrn", 3, "hwk: no Land 'Bayrn'; did you mean Bayern?\n"),
        (
            "towns --chamber Mnster",
            3,
            "hwk: no chamber 'Mnster'; hwk chambers names them all; did you mean HWK Münster?\n",
        ),
        ("towns --chamber Münster --kreis Unna", 3, "hwk: no Kreis 'Unna' in the Kammerbezirk Münster"),
        ("kreise --chamber Münster --stats businesses", 2, "--stats has figures of the district only"),
        ("show HWK Nirgendwo", 3, "hwk: no chamber 'HWK Nirgendwo'; hwk chambers names them all\n"),
        ("show Neustadt", 4, "places: Neustadt an der Weinstraße, Neustadt am Rübenberge,"),
    ],
)
def test_failures_say_what_and_exit_with_their_code(hwk: Run, words: str, code: int, message: str) -> None:
    result = hwk(*words.split())
    assert result.exit_code == code
    assert message in result.stderr


def test_the_towns_and_kreise_of_any_chamber(records: Records, hwk: Run) -> None:
    towns = records("towns", "--chamber", "Münster", "--kreis", "Warendorf")
    assert len(towns) == 13
    assert (towns[0]["name"], towns[0]["ags"], towns[0]["postal_codes"]) == ("Ahlen", "05570004", ["59227", "59229"])
    assert (towns[0]["population"], towns[0]["population_as_of"], towns[0]["printed_name"]) == (
        52669,
        "2022-05-15",
        None,
    )
    text = hwk("towns", "--chamber", "00034", "--kreis", "Warendorf", "--lang", "de").stdout
    assert text.startswith("Kreis Warendorf\n")
    assert "Einwohner: Stand 15.05.2022 (" in text
    assert "Zensus 2022" in text
    rostock = {row["name"]: row for row in records("kreise", "--chamber", "Schwerin")}["Landkreis Rostock (Teil)"]
    assert (rostock["towns"], rostock["population"], rostock["confidence"]) == (57, 93469, "high")
    magdeburg = hwk("kreise", "--chamber", "Magdeburg").stdout
    assert "Salzlandkreis (Teil)" in magdeburg
    assert "Chamber, low confidence: Salzlandkreis (Teil)\n" in magdeburg
    assert "Chamber, low confidence" in hwk("towns", "--chamber", "Halle", "--kreis", "Salzlandkreis").stdout
    assert records("towns", "--chamber", "Dortmund") == records("towns")
    harz = records("towns", "--chamber", "Braunschweig", "--kind", "unincorporated")
    assert {town["kreis"] for town in harz} >= {"Landkreis Goslar"}
    assert "gemeindefreie Gebiete" in hwk("towns", "--chamber", "Braunschweig", "--lang", "de").stdout
    assert len(records("towns", "--chamber", "Köln", "--kreis", "Kreisfreie Städte")) == 3


def test_all_chambers_and_one(records: Records, hwk: Run) -> None:
    assert len(records("chambers")) == 53
    (owl,) = (one for one in records("chambers", "--land", "NRW") if one["short_name"] == "HWK OWL")
    assert (owl["code"], owl["seat"], owl["web"]) == ("00035", "Bielefeld", "handwerk-owl.de")
    (schwerin,) = records("show", "HWK", "Schwerin")
    assert (schwerin["towns"], schwerin["population"], schwerin["area_km2"]) == (283, 555243, 9088.91)
    assert schwerin["computed"] == ["towns", "population", "area_km2"]
    split = {kreis["key"]: kreis for kreis in schwerin["kreise"]}["13072"]
    assert (split["towns"], split["whole"], split["basis"]) == (57, False, "land_ordinance")
    text = hwk("show", "hwk-schwerin.de", "--lang", "de").stdout
    assert text.startswith("Handwerkskammer Schwerin\n")
    assert "Landkreis Rostock (57 Gemeinden)" in text
    assert "555.243 (Stand 15.05.2022, berechnet)" in text


def test_find_answers_with_towns_first_and_says_what_is_in_the_district(records: Records, hwk: Run) -> None:
    found = records("find", "Bremen")
    assert [(match["name"], match["kind"]) for match in found[:2]] == [("Bremen", "city"), ("Bremen", "land")]
    assert [match["chamber_code"] for match in found if match["in_district"]] == ["00037"]
    assert len(records("find", "Bremen", "--district")) == 1
    guesten = next(match for match in records("find", "Güsten") if match["kind"] == "town")
    assert guesten["chamber"] == "Handwerkskammer Halle (Saale); Handwerkskammer Magdeburg"
    assert "low confidence" in guesten["note"]
    assert "HWK Bremen" in hwk("find", "Bremen").stdout
    assert "HWK Dortmund" in hwk("find", "Kamen").stdout
    (annen,) = records("find", "59174")
    assert annen["land"] == "Nordrhein-Westfalen"


@pytest.mark.parametrize(
    ("word", "name", "kind"),
    [
        ("München", "München", "city"),
        ("Landkreis München", "Landkreis München", "kreis"),
        ("Bremen", "Bremen", "city"),
        ("Hagen", "Hagen", "city"),
        ("Unna", "Unna", "town"),
        ("Bayern", "Bayern", "land"),
        ("Hamburg Bahrenfeld", "Bahrenfeld", "locality"),
        ("Helgoland", "Helgoland", "municipality"),
        ("Neustadt in Holstein", "Neustadt in Holstein", "town"),
        ("07000999", "Gemeinsames deutsch-luxemburgisches Hoheitsgebiet", "unincorporated"),
    ],
)
def test_show_knows_any_place(records: Records, hwk: Run, word: str, name: str, kind: str) -> None:
    assert (hwkcli.show(word).name, hwkcli.show(word).kind) == (name, kind)
    (card,) = records("show", word)
    assert card["name"] == name
    assert card["sources"]
    assert {"land", "chambers", "also"} <= set(card)
    assert hwk("show", word).stdout.startswith(f"{name} – ")


def test_a_card_names_the_others_of_the_name_with_their_kreis(records: Records) -> None:
    (hagen,) = records("show", "Hagen")
    assert "Hagen am Teutoburger Wald (Landkreis Osnabrück)" in hagen["also"]
    (muenchen,) = records("show", "München")
    assert muenchen["also"][0] == "Landkreis München"
    assert muenchen["population"] == 1478638
    assert [one["chamber_code"] for one in muenchen["chambers"]] == ["00074"]


def test_a_place_whose_municipality_the_district_does_not_know_is_still_in_it() -> None:
    district = hwkcli.load()
    empty = district._replace(
        kreise=tuple(kreis._replace(towns=()) for kreis in district.kreise if kreis.key == "05978")
    )
    (kamen,) = Finder(own=empty).ask("Kamen").matches
    assert kamen.in_district
    assert kamen.town
    assert kamen.town.ags == "05978020"


def test_a_file_of_another_district_is_about_its_own_chamber() -> None:
    district = hwkcli.load()
    own = district._replace(chamber=district.chamber._replace(name="Handwerkskammer Anderswo"))
    assert [chamber.name for chamber in hwkcli.find("Kamen", district=own)[0].chambers] == ["Handwerkskammer Anderswo"]


def test_the_python_functions_give_the_same(records: Records) -> None:
    (answer,) = hwkcli.chamber("59174")
    assert answer.chamber
    assert records("chamber", "59174")[0]["chamber"] == answer.chamber.name
    assert len(hwkcli.towns(chamber="HWK Münster", kreis="Warendorf")) == 13
    assert [kreis.name for kreis in hwkcli.kreise("Warendorf", chamber="Münster")] == ["Kreis Warendorf"]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        hwkcli.__getattr__("nothing")
    for name in hwkcli.__all__:
        assert getattr(hwkcli, name)
    assert {"Answer", "Point", "chamber", "__version__"} <= set(dir(hwkcli))
    with pytest.raises(ValueError, match=r"'31\.12\.2020' is no day; give a date, or text like 2010-12-31"):
        hwkcli.crosswalk("31.12.2020")


def test_sources_name_those_of_the_gazetteer(records: Records) -> None:
    known = {source["id"]: source for source in records("sources")}
    assert "dl-de/by-2-0" in known["census_2022"]["attribution"]
    assert known["postal_table"]["licence"] == "CC BY 4.0"
    assert len(known) == len(records("sources"))
    assert json.dumps(known["xunternehmen_handwerkskammern_5"])
