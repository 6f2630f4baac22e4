"""The folded names and codes of the compiled store, and the places that they lead to."""

import random
from pathlib import Path

import pytest
from national import TABLES

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import index, places
from hwkcli.matching.decision import decider
from hwkcli.model import HOWS
from hwkcli.naming.fold import fold
from hwkcli.views.places import matches

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


def test_a_locality_of_low_confidence_has_several_places_wherever_its_name_stands() -> None:
    low: dict[str, set[str]] = {}
    for place in places.every():
        if place.confidence == "low":
            low.setdefault(place.name, set()).add(place.ags or "")
    assert len(low) > 10_000
    for name in random.Random(3).sample(sorted(low), 300):
        found = {hit.place.ags for hit in index.hits(fold(name)) if hit.how == "locality"}
        assert low[name] <= found
        assert len({hit.place.id for hit in index.hits(fold(name))}) > 1


def test_names_lead_back_to_their_places() -> None:
    for place in random.Random(4).sample(list(places.every()), 2000):
        assert place.id in {hit.place.id for hit in index.hits(fold(place.name))}, place


def test_the_names_in_a_municipality_are_those_of_all_its_places() -> None:
    by_id = {place.id: place for place in places.every()}
    names: dict[str, set[str]] = {}
    for key, id, way in index.words():
        if way in ("exact", "printed", "alias", "exonym", "former_name", "locality") and by_id[id].ags:
            names.setdefault(by_id[id].ags or "", set()).add(key)
    towns = [place for place in by_id.values() if place.ars]
    for place in (*towns[:20], *random.Random(5).sample(towns, 300)):
        assert set(index.names_in(place)) == names[place.ags or ""], place.name
        assert len(index.names_in(place)) == len(names[place.ags or ""]), place.name
    lost = next(place for place in by_id.values() if place.kind == "locality" and not place.ags)
    assert fold(lost.name) in index.names_in(lost)


def test_ways_are_those_of_the_words() -> None:
    assert {way for _, _, way in index.words()} == set(HOWS) - {"position", "near_border", "member"}


def how(word: str) -> set[tuple[str, str]]:
    """How a word answers, with the names of what answers."""
    return {(hit.how, hit.place.name) for hit in index.hits(fold(word))}


def test_codes_and_other_names_answer_with_their_kind() -> None:
    assert how("DEA5C") == {("nuts", "Kreis Unna")}
    assert {("plate", "Kreis Unna")} <= how("UN")
    assert how("Karl-Marx-Stadt") == {("former_name", "Chemnitz")}
    assert {("exonym", "München")} == how("Munich")
    assert how("06435014") == {("former_key", "Hanau")}
    assert how("064350014014") == {("former_key", "Hanau")}
    assert how("06415") == {("key", "Hanau")}
    assert how("07232096") == {("former_key", "Obergeckler")}
    assert {("plate", "Bremen"), ("plate", "Bremerhaven")} <= how("HB")
    assert how("F") == {("plate", "Frankfurt am Main")}
    assert how("H") == {("plate", "Region Hannover")}
    assert how("AC") == {("plate", "Städteregion Aachen")}
    assert how("GÜ") == {("plate", "Landkreis Rostock")}  # corrected by the list of the Kraftfahrt-Bundesamt
    assert how("WS") == {("plate", "Landkreis Mühldorf a.Inn"), ("plate", "Landkreis Rosenheim")}
    assert how("CO") == {("plate", "Coburg"), ("plate", "Landkreis Coburg")}
    assert how("MAL") == {("plate", "Landkreis Landshut"), ("plate", "Landkreis Straubing-Bogen")}
    # Only one town of its Kreis has it.
    assert how("HGW") == {("plate", "Greifswald")}
    assert how("VK") == {("plate", "Völklingen")}


def test_a_code_that_rests_on_a_point_is_a_candidate_only() -> None:
    by_ags = {place.ags: place.id for place in places.every() if place.kind != "locality"}
    sure = {(ort.postal_code, ort.ags) for ort in TABLES.orte if ort.match != "point"}
    sure |= {(one.postal_code, one.ags) for one in TABLES.gemeinden}
    points = {(ort.postal_code, ort.ags) for ort in TABLES.orte if ort.match == "point"} - sure
    assert {(key, id) for key, id, way in index.words() if way == "maybe"} == {
        (code, by_ags[ags]) for code, ags in points
    }
    assert len(points) > 15


def only_at_a_point() -> dict[str, str]:
    """The codes of which only the position of a place says where they are, with its municipality."""
    sure = {one.postal_code for one in TABLES.gemeinden}
    sure |= {ort.postal_code for ort in TABLES.orte if ort.match != "point"}
    return {ort.postal_code: ort.ags for ort in TABLES.orte if ort.postal_code not in sure}


def test_a_code_that_rests_on_a_point_alone_is_no_sure_answer() -> None:
    codes = only_at_a_point()
    assert len(codes) == 13
    for code, ags in codes.items():
        alone = decider().decide(of_cells(postal_code=code))
        assert (alone.how, alone.ags, alone.kreis_key) == ("ambiguous", "", ags[:5]), code
        (found,) = (one for one in shipped().ask(code).matches if one.how == "postal_code")
        assert (found.kind, found.entry.ags, found.entry.confidence) == ("locality", None, "medium")
        (record,) = matches([found], "en").records
        assert "municipality not sure" in record["note"]


def test_the_name_of_the_municipality_confirms_a_code_that_rests_on_a_point() -> None:
    assert decider().decide(of_cells(postal_code="82032", place="Oberhaching")).ags == "09184134"
    assert decider().decide(of_cells(postal_code="82032", place="Deisenhofen")).ags == "09184134"
    assert decider().decide(of_cells(postal_code="82032", place="Kamen")).how == "conflict"


def test_what_may_be_suggested_is_known_for_sure() -> None:
    keys, labels = index.names()
    lines = {key: label.partition("\t")[0] for key, label in zip(keys, labels, strict=True)}
    assert lines["letmathe"] == "Letmathe"
    assert lines["dortmund"] == "Dortmund"
    sure = {place.name for place in places.every() if place.confidence != "low"}
    assert set(lines.values()) <= sure


@pytest.mark.parametrize(
    ("word", "ags"),
    [
        ("Höchst", "06412000"),
        ("Rheinhausen", "05112000"),
        ("Lehe", "04012000"),
        ("Ehrenfeld", "05315000"),
        ("Altona", "02000000"),
        ("Fallersleben", "03103000"),
        ("Letmathe", "05962024"),
        ("Büderich", "05162022"),
        ("Kettwig", "05113000"),
        ("Prenzlauer Berg", "11000000"),
        ("Pasing", "09162000"),
        ("Harburg", "02000000"),
        ("Sachsenhausen", "06412000"),
        ("Mitte", "11000000"),
        ("Vegesack", "04011000"),
        ("Bad Cannstatt", "08111000"),
        ("Nordend", "06412000"),
        ("Wattenscheid", "05911000"),
        ("Ruhrort", "05112000"),
        ("Gonsenheim", "07315000"),
    ],
)
def test_districts_of_cities_answer(word: str, ags: str) -> None:
    found = [hit.place for hit in index.hits(fold(word)) if hit.place.ags == ags]
    assert found, word
    assert {"high", "medium"} & {place.confidence for place in found}
