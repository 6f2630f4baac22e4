"""The files by hand under `data/germany/` that the tables and the store depend on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from national import FOLDER, TABLES

from hwkcli.errors import BadData, BadFile
from hwkcli.files import changes, city_districts, corrections, other_names
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base

SOURCES = {source.id for source in TABLES.origins.sources}
GEMEINDEN = {gemeinde.ags: gemeinde for gemeinde in TABLES.gemeinden}
READERS: dict[str, Callable[[Path], Any]] = {
    "changes.yaml": changes.read,
    "city_districts.yaml": city_districts.read,
    "corrections.yaml": corrections.read,
    "other_names.yaml": other_names.read,
}


def test_districts_of_cities_are_in_the_city_that_they_name() -> None:
    blocks = city_districts.read(FOLDER / "city_districts.yaml")
    known = {(fold(one.name), one.ags) for one in TABLES.ortsteile}
    for block in blocks:
        assert base(GEMEINDEN[block.ags].name) == block.city
        assert block.source in SOURCES
        assert len(set(block.names)) == len(block.names)
        for name in block.names:
            assert fold(name) != fold(block.city)
            assert (fold(name), block.ags) in known, name
    berlin = [block for block in blocks if block.city == "Berlin"]
    bezirke = {block.part_of for block in berlin if block.part_of}
    assert bezirke <= set(berlin[0].names)
    assert len(berlin[0].names) == 12


def test_other_names_are_of_places_that_exist_and_of_no_other_municipality() -> None:
    keys = GEMEINDEN.keys() | {kreis.key for kreis in TABLES.kreise} | {land.key for land in TABLES.laender}
    official = {fold(base(one.name)) for one in TABLES.gemeinden}
    names = other_names.read(FOLDER / "other_names.yaml")
    assert names.keys() <= keys
    for known in names.values():
        assert len({one.name for one in known}) == len(known)
        for one in known:
            assert fold(one.name) not in official
            assert (one.until is None) or one.kind == "former_name"
            assert (one.language == "de") == (one.kind == "former_name")
            assert (one.language is None) == (one.kind == "plate")
    assert {"Munich", "Karl-Marx-Stadt", "Cologne", "Nuremberg", "Hanover", "Brunswick"} <= {
        one.name for known in names.values() for one in known
    }


def test_corrections_are_of_places_that_exist() -> None:
    right = corrections.read(FOLDER / "corrections.yaml")
    assert {one.ags for one in right.postal_places} <= GEMEINDEN.keys()
    assert right.plates.keys() <= {kreis.key for kreis in TABLES.kreise}


def test_a_key_leads_to_todays_through_all_that_changed_it() -> None:
    first = changes.Change("2025-01-01", "x", ("1",), ("",), None, None, {"2": "1.00", "3": "2.00"})
    then = changes.Change("2026-01-01", "x", ("3", "4"), ("", ""), changes.Successor("5", "", "", ""), None, {})
    assert changes.moves([then, first]) == {"1": ("5", "2"), "3": ("5",), "4": ("5",)}


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("changes.yaml", 'old: ["06435014"]', 'old: ["06435015"]', "old_ars: found 064350014014, expected the ARS of"),
        ("changes.yaml", '"09473158": "2.80"', '"09473158": "2,80"', "expected an AGS with its km² in quotes"),
        ("changes.yaml", '  into: {"09473158": "2.80"}\n', "", "found both or none of `new` and `into`"),
        ("changes.yaml", '{"09473158": "2.80"}', "{}", "into: found nothing, expected municipalities with their km²"),
        ("changes.yaml", 'date: "2025-01-01"', "date: 2025-01-01", "date: found 2025-01-01 without quotes"),
        ("city_districts.yaml", "confidence: high", "confidence: sure", "confidence: found sure"),
        ("corrections.yaml", '"37194"', "37194", "postal_code: found 37194 without quotes, expected 5 digits"),
        ("other_names.yaml", "kind: exonym", "kind: nickname", "found nickname, expected exonym, former_name or plate"),
        ("other_names.yaml", '"09162000"', '"0916200"', "found the key 0916200, expected 2, 5 or 8 digits"),
    ],
)
def test_what_is_not_in_order_is_refused_with_its_place(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        READERS[name](tmp_path / name)
    assert any(message in str(fault) for fault in caught.value.faults), caught.value.faults


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_missing_is_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadFile, match="No such file"):
        READERS[name](tmp_path / name)
