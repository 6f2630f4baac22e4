"""Districts of cities by hand: what was read answers, what was looked up nowhere is never the answer by itself."""

import csv
from pathlib import Path

import pytest

import hwkcli
from hwkcli.errors import NotFound
from hwkcli.files import city_districts, tables
from hwkcli.files.tables import UNVERIFIED
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.find import shipped
from hwkcli.matching.decision import decider

FOLDER = Path(__file__).parent.parent.parent / "data" / "germany"
BLOCKS = city_districts.read(FOLDER / "city_districts.yaml")


def answers(word: str) -> list[str]:
    return [one.entry.ags or "" for one in shipped().ask(word).matches]


def test_what_was_looked_up_nowhere_is_of_low_confidence_and_nothing_else_is() -> None:
    assert {block.confidence for block in BLOCKS if block.source == UNVERIFIED} == {"low"}
    assert {block.confidence for block in BLOCKS if block.source != UNVERIFIED} == {"high", "medium"}
    assert "editors_places" not in {block.source for block in BLOCKS}


def test_every_source_of_a_district_says_when_it_was_read() -> None:
    sources = {one.id: one for one in tables.origins(FOLDER / "sources.yaml").sources}
    read = {block.source for block in BLOCKS} - {UNVERIFIED}
    assert [id for id in read if not sources[id].retrieved or not sources[id].url] == []


def test_hamburg_has_the_stadtteile_that_its_list_counts() -> None:
    counts = {
        "Hamburg-Mitte": 19,
        "Altona": 14,
        "Eimsbüttel": 9,
        "Hamburg-Nord": 13,
        "Wandsbek": 18,
        "Bergedorf": 14,
        "Harburg": 17,
    }
    blocks = [block for block in BLOCKS if block.source == "hamburg_districts"]
    (bezirke,) = (block.names for block in blocks if not block.part_of)
    # A Stadtteil of the name of its Bezirk stands once, as the Bezirk.
    own = ("Eimsbüttel", "Wandsbek", "Bergedorf", "Harburg")
    found = {block.part_of: len(block.names) + (block.part_of in own) for block in blocks if block.part_of}
    assert set(bezirke) == set(counts)
    assert found == counts
    assert sum(counts.values()) == 104


def test_the_ortsteile_of_berlin_are_those_of_its_open_data() -> None:
    with (FOLDER / "localities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ags"] == "11000000"]
    official = {row["name"] for row in rows if "city_localities" in row["sources"].split()}
    by_hand = {name for block in BLOCKS if block.source == "berlin_districts" for name in block.names}
    (bezirke,) = (block.names for block in BLOCKS if block.source == "berlin_districts" and not block.part_of)
    assert len(official) == 97
    assert len(bezirke) == 12
    assert by_hand - set(bezirke) <= official
    assert official <= by_hand


@pytest.mark.parametrize(
    ("name", "ags"),
    [
        ("Prenzlauer Berg", "11000000"),
        ("Tempelhof-Schöneberg", "11000000"),
        ("Lemsahl-Mellingstedt", "02000000"),
        ("Vegesack", "04011000"),
        ("Geestemünde", "04012000"),
        ("Bad Wilhelmshöhe", "06611000"),
        ("Maxvorstadt", "09162000"),
        ("Schreventeich", "01002000"),
        ("Jungbusch", "08222000"),
        ("Lindleinsmühle", "09663000"),
        ("Neu Olvenstedt", "15003000"),
        ("Neulobeda", "16053000"),
    ],
)
def test_districts_that_were_read_answer(name: str, ags: str) -> None:
    assert answers(name) == [ags]


def test_common_knowledge_confirms_and_is_no_answer_by_itself() -> None:
    with pytest.raises(NotFound) as caught:
        shipped().ask("Moskauer Platz")
    assert caught.value.suggestions == ("Erfurt-Moskauer Platz",)
    assert answers("99091 Moskauer Platz") == ["16051000"]
    assert answers("Erfurt-Moskauer Platz") == ["16051000"]
    alone = decider().decide(of_cells(place="Moskauer Platz"))
    assert (alone.how, alone.ags) == ("none", "")
    assert decider().decide(of_cells(place="Moskauer Platz", postal_code="99091")).ags == "16051000"
    # It was read, but any city may have one.
    with pytest.raises(NotFound):
        shipped().ask("Zoo")


def test_a_district_near_a_border_answers_with_all_its_candidates() -> None:
    assert set(answers("Huchting")) == {"04011000", "03251037"}


@pytest.mark.parametrize(
    ("words", "name", "ags"),
    [
        ("Berlin Bezirk Mitte", "Mitte", "11000000"),
        ("Berlin, Bezirk Pankow", "Pankow", "11000000"),
        ("Hamburg Bezirk Altona", "Altona", "02000000"),
        ("Köln Stadtbezirk Lindenthal", "Lindenthal", "05315000"),
        ("44263 Dortmund Stadtbezirk Hörde", "Stadtbezirk Hörde", "05913000"),
        ("Mainz Ortsbezirk Gonsenheim", "Gonsenheim", "07315000"),
        # A Bezirk of the German Democratic Republic is none of a town.
        ("Waren, Bezirk Neubrandenburg", "Waren (Müritz)", "13071156"),
    ],
)
def test_a_bezirk_behind_a_city_is_a_part_of_it(words: str, name: str, ags: str) -> None:
    found = hwkcli.find(words)[0].entry
    assert (found.name, found.ags) == (name, ags)


@pytest.mark.parametrize("words", ["Bezirk Potsdam", "Bezirk Karl-Marx-Stadt", "Stadtbezirk Nirgendwo"])
def test_a_bezirk_alone_is_no_town(words: str) -> None:
    with pytest.raises(NotFound):
        hwkcli.find(words)


def test_a_stadtbezirk_of_several_cities_is_no_guess() -> None:
    assert {match.entry.ags for match in hwkcli.find("Stadtbezirk Lindenthal")} >= {"05315000", "14713000"}
