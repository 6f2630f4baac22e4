"""Answers first: where a place belongs, its chamber, the site of that and the evidence; the rest for who asks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

from hwkcli.gazetteer import records
from hwkcli.gazetteer.store import responsibility

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def lines(result: Result) -> list[str]:
    return [str(line) for line in result.stdout.split("\n")]


@pytest.mark.parametrize("command", ["find 44135", "chamber 44135"])
def test_the_answer_is_a_card_without_sources(hwk: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    card = dict(line.split("  ", 1) for line in lines(hwk(*command.split())) if "  " in line)
    assert card["Place"].strip() == "Dortmund"
    assert card["Land"].strip() == "Nordrhein-Westfalen"
    assert card["Chamber"].strip() in ("HWK Dortmund", "Handwerkskammer Dortmund")
    assert card["Web"].strip() == "hwk-do.de"
    assert card["Evidence"].strip() == "ordinance of the Land"
    assert "https://" not in hwk(*command.split()).stdout
    assert "[1]" not in hwk(*command.split()).stdout


@pytest.mark.parametrize("command", ["find Unna", "chamber Unna", "show Unna", "show HWK Dortmund"])
def test_sources_come_where_they_are_asked_for(hwk: Run, command: str) -> None:
    bare, cited = hwk(*command.split()).stdout, hwk(*command.split(), "--sources").stdout
    assert "recht.nrw.de): Verordnung" in cited
    assert "lmi/owa" not in bare
    assert len(bare) < len(cited)


def test_the_site_is_a_link_where_there_are_links(hwk: Run) -> None:
    assert "[hwk-do.de](<https://hwk-do.de>)" in hwk("chamber", "Kamen", "-f", "markdown").stdout
    assert "[hwk-do.de](<https://hwk-do.de>)" in hwk("find", "Kamen", "-f", "markdown").stdout


def test_what_is_hardly_known_stays_in_a_sentence(hwk: Run) -> None:
    for command in ("find", "chamber", "show"):
        text = " ".join(hwk(command, "Güsten, Salzlandkreis").stdout.split())
        assert "Which chamber is responsible is known with low confidence only: Unclear." in text, command
        assert text.count("Please ask both") == 1, command
    german = " ".join(hwk("chamber", "Güsten", "--lang", "de").stdout.split())
    assert "ist nur mit geringer Sicherheit bekannt: Unklar." in german
    assert "nur mit" not in hwk("chamber", "Kamen", "--lang", "de").stdout


@pytest.mark.parametrize("command", ["chamber", "show"])
def test_of_several_chambers_of_a_place_each_is_named_with_what_is_hardly_known_of_it(hwk: Run, command: str) -> None:
    text = " ".join(hwk(command, "Bayern", "--lang", "de").stdout.split())
    doubt = "ist nur mit mittlerer Sicherheit bekannt: "
    assert text.count(doubt) == 1
    # The Regierungsbezirke have so many Kreise and kreisfreie Städte.
    assert f"{doubt}HWK Schwaben: für 14 der 96 Kreise; HWK Oberfranken: für 13 der 96 Kreise; " in text


def test_of_many_places_those_are_named_that_are_hardly_known(hwk: Run) -> None:
    doubt = "Which chamber is responsible is known with medium confidence only"
    told = [line for line in lines(hwk("chamber", "Neustadt")) if line.endswith(doubt)]
    assert len(told) == 1
    assert "Neustadt b.Coburg" in told[0]
    assert len(" ".join(lines(hwk("chamber", "Neustadt b.Coburg"))).split(doubt)) == 2


def test_a_namesake_is_told_below(hwk: Run) -> None:
    assert "Essen (Oldenburg): bears the name as well" in lines(hwk("chamber", "Essen"))


def test_find_sorts_by_what_other_lists_sort_by(records: Records) -> None:
    people = [one["population"] for one in records("find", "Neustadt", "--sort", "population")]
    known = [one for one in people if one is not None]
    assert len(known) > 10
    assert people[: len(known)] == sorted(known, reverse=True)
    areas = [one["area_km2"] for one in records("find", "Neustadt", "--sort", "Fläche", "--limit", "3")]
    assert areas == sorted(areas, reverse=True)


@pytest.mark.parametrize("words", [["51.53,7.69"], ["51,53", "7,69"], ["N", "51.53°", "E", "7.69°"]])
@pytest.mark.parametrize("command", [[], ["find"], ["chamber"]])
def test_a_position_is_a_query(hwk: Run, command: list[str], words: list[str]) -> None:
    result = hwk(*command, *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Unna" in result.stdout
    assert "Dortmund" in result.stdout
    assert "© GeoBasis-DE / BKG 2021" in result.stdout


def test_what_is_odd_about_a_position_is_said(hwk: Run) -> None:
    swapped = hwk("find", "7.69", "51.53", "--lang", "de")
    assert swapped.stderr == "hwk: gelesen als Breite 51.53, Länge 7.69: die Länge stand zuerst\n"
    abroad = hwk("chamber", "48.85,2.35", "--lang", "de")
    assert (abroad.exit_code, abroad.stdout) == (3, "")
    assert "liegt nicht in Deutschland" in abroad.stderr
    several = hwk("chamber", "51.2,7.1")
    assert several.exit_code == 4
    assert "chambers: HWK Düsseldorf, HWK Köln" in several.stderr
    assert "a border is within" in several.stderr


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser would open."""
    addresses: list[str] = []

    def launch(address: str) -> int:
        addresses.append(address)
        return 0

    monkeypatch.setattr(typer, "launch", launch)
    return addresses


def test_the_site_of_the_one_chamber_is_opened(hwk: Run, opened: list[str]) -> None:
    result = hwk("chamber", "Kamen", "--web")
    assert result.exit_code == 0
    assert opened == ["https://hwk-do.de"]
    assert result.stderr == "hwk: the web site of the Handwerkskammer Dortmund: https://hwk-do.de\n"
    assert "Handwerkskammer Dortmund" in result.stdout


@pytest.mark.parametrize("word", ["Neustadt", "Güsten", "Nirgendwo", "-"])
def test_no_site_is_opened_where_there_is_not_one_chamber(hwk: Run, opened: list[str], word: str) -> None:
    assert hwk("chamber", word, "--web", input="Kamen\n").exit_code in (2, 3, 4)
    assert opened == []


def test_without_a_browser_the_address_is_left(hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "launch", lambda address: 3)
    result = hwk("chamber", "Kamen", "--web", "--lang", "de")
    assert result.stderr.endswith("hwk: kein Browser ließ sich starten; öffnen Sie die Adresse selbst\n")


@pytest.mark.parametrize(
    ("words", "key", "number"),
    [
        ("--land Saarland", "10", 6),
        ("--land SL", "10", 6),
        ("--land 10", "10", 6),
        ("--land Saar", None, 0),
        ("--land berlin", "11", 1),
        ("--land nrw", "05", 53),
    ],
)
def test_the_kreise_of_a_land(hwk: Run, records: Records, words: str, key: str | None, number: int) -> None:
    if key is None:
        result = hwk("kreise", *words.split())
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith("hwk: no Land 'Saar'")
        return
    found = records("kreise", *words.split())
    assert len(found) == number
    assert {one["key"][:2] for one in found} == {key}


def test_the_towns_of_a_land_and_of_a_part_of_it(hwk: Run, records: Records) -> None:
    # 52 municipalities, as the Saarland itself says, and a strip of water that it shares with Luxembourg.
    kinds = [one["kind"] for one in records("towns", "--land", "Saarland")]
    assert (len(kinds) - kinds.count("unincorporated"), kinds.count("unincorporated")) == (52, 1)
    assert {one["kreis"] for one in records("towns", "Unna", "--land", "NRW")} == {"Kreis Unna"}
    assert hwk("towns", "--land", "SL", "--lang", "de").stdout.startswith("Land Saarland\n")
    assert hwk("towns", "Unna", "--land", "Saarland").exit_code == 3


def test_a_land_narrows_a_chamber(hwk: Run, records: Records) -> None:
    assert records("kreise", "--chamber", "Dortmund", "--land", "NRW") == records("kreise", "--chamber", "Dortmund")
    result = hwk("kreise", "--chamber", "Dortmund", "--land", "Hessen")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "hwk: nothing of the Kammerbezirk Dortmund lies in Hessen\n"
    assert hwk("kreise", "--stats", "businesses", "--land", "NRW").exit_code == 2


def test_chambers_have_the_sizes_of_their_districts(records: Records) -> None:
    found = {one["code"]: one for one in records("chambers")}
    assert found["00037"]["kreise"] == len(records("kreise"))
    assert found["00037"]["towns"] == 38
    hamburg = next(one for one in found.values() if one["seat"] == "Hamburg")
    assert (hamburg["kreise"], hamburg["towns"], hamburg["population_as_of"]) == (1, 1, "2022-05-15")
    (shown,) = records("show", "HWK", "Leipzig")
    leipzig = next(one for one in found.values() if one["short_name"] == "HWK Leipzig")
    assert {key: shown[key] for key in ("towns", "population", "area_km2")} == {
        key: leipzig[key] for key in ("towns", "population", "area_km2")
    }


def test_the_sizes_are_those_of_the_territories() -> None:
    sizes = responsibility.sizes()
    for one in responsibility.chambers():
        kreise = records_of(one.code)
        towns = [town for kreis in kreise for town in kreis.towns]
        assert sizes[one.code].kreise == len(kreise)
        assert sizes[one.code].towns == sum(len(kreis.municipalities) for kreis in kreise)
        assert sizes[one.code].population == sum(town.population or 0 for town in towns)
        assert sizes[one.code].area_km2 == pytest.approx(sum(town.area_km2 or 0 for town in towns))


def records_of(code: str) -> tuple[Any, ...]:
    return records.territory(responsibility.chamber(code))


def test_what_is_weak_is_listed(hwk: Run, records: Records) -> None:
    low = records("chambers", "--confidence", "gering")
    assert {one["territory"] for one in low} == {"Güsten"}
    medium = records("chambers", "--confidence", "medium")
    assert {one["confidence"] for one in medium} == {"medium", "low"}
    assert all(one in medium for one in low)
    inside = records("chambers", "Bayern", "--confidence", "mittel")
    bavarian = {one["code"] for one in records("chambers", "Bayern")}
    assert {one["chamber_code"] for one in inside} <= bavarian
    nothing = hwk("chambers", "Hamburg", "--confidence", "low")
    assert (nothing.exit_code, nothing.stdout) == (3, "")
    assert hwk("chambers", "--confidence", "sehr").exit_code == 2


@pytest.mark.parametrize("width", ["60", "80"])
def test_the_confidence_is_never_left_out_of_what_is_weak(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    head = lines(hwk("chambers", "Bayern", "--confidence", "medium"))[0]
    assert head.split() == ["Chamber", "Territory", "Confidence"]


def test_a_founder_reads_where_the_chamber_is(hwk: Run) -> None:
    """In the answer about a place, on the card and in the list, in both languages; nothing where it is not known."""
    assert "\nAddress: Ardeystraße 93, 44139 Dortmund\n" in hwk("chamber", "Unna").stdout
    assert "\nAnschrift: Ardeystraße 93, 44139 Dortmund\n" in hwk("chamber", "Unna", "--lang", "de").stdout
    for words in (("chamber", "Trier"), ("show", "HWK Trier"), ("chamber", "Dresden Unna")):
        assert "Address" not in hwk(*words).stdout
    (answer,) = json.loads(hwk("chamber", "Unna", "--json").stdout)
    (card,) = json.loads(hwk("show", "HWK Dortmund", "--json").stdout)
    listed = {one["code"]: one for one in json.loads(hwk("chambers", "--json").stdout)}
    assert answer["address"] == "Ardeystraße 93, 44139 Dortmund"
    assert card["address"]["sources"][0].startswith("Handwerkskammer Dortmund (öffentliches GitHub-Konto hwkdo): ")
    assert card["address"]["as_of"] == listed["00037"]["address_as_of"] == "2025"
    assert card["legal_basis"][0] == listed["00037"]["legal_basis"]
    assert listed["00054"]["street"] is listed["00054"]["address_source"] is None
    shown = " ".join(hwk("show", "HWK Ostthüringen", "--sources").stdout.split())
    assert "Whom to call https://www.hwk-gera.de/ansprechpartner" in shown
    assert "Address: The source gives no postal code" in shown
    assert "Address: Handwerkskammer für Ostthüringen: Handwerkskammer öffnet wieder für Besucherverkehr" in shown


def test_a_chamber_names_its_legal_basis(hwk: Run) -> None:
    text = " ".join(hwk("show", "HWK Dortmund", "--lang", "de").stdout.split())
    assert "Rechtsgrundlage Verordnung über die Bezirke der Handwerkskammern im Lande Nordrhein-Westfalen" in text


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("HWK Dortmund", ["District of the Handwerkskammer Dortmund", "Soest"]),
        ("Kreis Unna", ["Kamen", "Schwerte"]),
        ("Kamen", ["Kamen", "Schwerte"]),
    ],
)
def test_a_map_below_what_is_shown(hwk: Run, tmp_path: Path, word: str, parts: list[str]) -> None:
    bare, mapped = hwk("show", word), hwk("show", word, "--map")
    assert mapped.stdout.startswith(bare.stdout)
    below = mapped.stdout.removeprefix(bare.stdout)
    assert all(part in below for part in parts)
    assert any("\u2801" <= sign <= "\u28ff" for sign in below)
    assert "© GeoBasis-DE / BKG 2021" in below
    assert hwk("show", word, "--map", "-o", tmp_path / "x.txt").exit_code == 0
    assert "\u28ff" not in bare.stdout


def test_a_map_needs_a_table(hwk: Run) -> None:
    result = hwk("show", "Kamen", "--map", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("hwk: --map draws below a table; hwk map -o FILE draws into a file")


def test_dates_in_german_messages_are_german(hwk: Run) -> None:
    early = hwk("history", "05978020", "--on", "1900-01-01", "--lang", "de")
    assert early.stderr.startswith("hwk: 01.01.1900: die amtlichen Daten beginnen am ")
    assert "1900-01-01" in hwk("history", "05978020", "--on", "1900-01-01", "--lang", "en").stderr
    none = hwk("stats", "businesses", "--as-of", "1990", "--lang", "de").stderr
    assert "es gibt welche von 31.12.2004 bis Januar 2024" in none
    assert "(März 2026)" in hwk("show", "Unna", "--sources", "--lang", "de").stdout


@pytest.mark.parametrize("command", ["find", "show", "chamber"])
def test_a_former_key_says_what_it_was_and_until_when(hwk: Run, command: str) -> None:
    assert "Eisenach, Stadt, until 30 June 2021" in hwk(command, "16056000").stdout
    assert "Eisenach, Stadt, bis 30.06.2021" in hwk(command, "16056000", "--lang", "de").stdout
    assert "until 30 June 2021" not in hwk(command, "16063105").stdout
