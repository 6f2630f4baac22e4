"""Each former municipality of the localities lies where the official changes lead it. The truth are the tables of the
history, which were made of the changes alone; the localities come from another list."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.history import past, stored
from hwkcli.gazetteer.history.past import Former
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base

FILE = Path(__file__).parent.parent.parent / "data" / "germany" / "localities.csv"

EXCEPTIONS = {
    ("Dorlar", "06532015"): "went to Wetzlar, of which a part became Lahnau when the town of Lahn was dissolved",
    ("Büchlberg", "09571174"): "is Büchelberg in the changes; another place bears this name",
}


@cache
def ended() -> dict[tuple[str, str], list[Former]]:
    """The municipalities that ended, by their folded names and the last day."""
    found = defaultdict(list)
    for row in stored.all_lives():
        if len(row[0]) == 8 and row[2]:
            one = past._former(row)
            for name in {fold(part) for _, whole in one.names for part in (whole, base(whole))}:
                found[name, row[2]].append(one)
    return found


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["until"]]


def lives(row: dict[str, str]) -> list[Former]:
    """What a locality may have been, by its name and its last day as a municipality."""
    name = row["name"]
    return ended()[fold(name), row["until"]] or ended()[fold(name.partition(", ")[0]), row["until"]]


def answers(word: str) -> list[str]:
    return [one.entry.ags or "" for one in shipped().ask(word).matches]


def test_no_locality_contradicts_the_history() -> None:
    compared, wrong = 0, set()
    for row in rows():
        if one := lives(row):
            compared += 1
            keys = {successor.key for life in one for successor in life.successors}
            if not keys & {row["ags"], *row["alt_ags"].split()}:
                wrong.add((row["name"], row["ags"]))
    assert compared > 22_000
    assert wrong == set(EXCEPTIONS)


@pytest.mark.parametrize(
    ("name", "ags"),
    [
        ("Heldenbergen", "06435021"),
        ("Sauingen", "03102000"),
        ("Weisweiler", "05334012"),
        ("Kinzenbach", "06531007"),
        ("Großbockenheim", "07332006"),
        ("Hitdorf", "05316000"),
        ("Krofdorf-Gleiberg", "06531018"),
    ],
)
def test_a_former_municipality_answers_with_where_it_went(name: str, ags: str) -> None:
    assert answers(name)[0] == ags


def test_one_that_is_a_municipality_again_is_no_locality_of_another() -> None:
    assert answers("Gladbeck")[0] == "05562014"
    assert "05512000" not in answers("Gladbeck")


def test_one_that_went_to_several_answers_with_all_of_them() -> None:
    assert set(answers("Offenstetten")) == {"09273111", "09273165"}
