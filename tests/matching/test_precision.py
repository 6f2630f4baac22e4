"""How many answers are right, on address lists with official keys."""

import csv
import runpy
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

import hwkcli
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.geography.positions import around
from hwkcli.matching.answer import ANSWERED
from hwkcli.matching.decision import decide, decider

made: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("addresses.py")))


@pytest.mark.parametrize("number", [10_000, pytest.param(200_000, marks=pytest.mark.long)])
def test_answers_are_right_and_rows_are_answered(number: int) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong = []
    for kind, code, place, ags in made["addresses"](number, seed=5):
        found = decide(None, code, place)
        asked[kind] += 1
        right[kind] += found.ags == ags
        if found.how in ANSWERED and found.ags != ags:
            wrong.append((code, place, ags, found))
    answered = right.total() + len(wrong)
    assert len(wrong) <= 0.001 * answered, wrong[:10]
    assert answered >= 0.99 * asked.total(), right
    assert right["misspelt"] >= 0.98 * asked["misspelt"]


def test_answers_lie_where_the_charging_points_are() -> None:
    """Each fourth address of the Ladesäulenregister of 19 July 2019 (Bundesnetzagentur, CC BY 4.0) with its position:
    the boundaries say which municipalities may be there, and the addresses must lead to one of them."""
    with Path(__file__).with_name("charging_points.csv").open(encoding="utf-8", newline="") as stream:
        points = list(csv.DictReader(stream))
    agree, against, by_position = 0, [], Counter[bool]()
    for row in points:
        near = around(row["latitude"], row["longitude"])
        found = decider().decide(of_cells(place=row["postal_code_and_place"], land=row["land"]))
        alone = decider().decide(of_cells(latitude=row["latitude"], longitude=row["longitude"]))
        if not found.ags or near is None:
            continue
        agree += found.ags in near
        against += [] if found.ags in near else [(row, found.town)]
        if alone.ags:
            by_position[alone.ags == found.ags] += 1
    assert agree + len(against) >= 0.97 * len(points)
    # Those that do not agree have positions that are some ten or some hundred kilometres away from their addresses.
    assert len(against) <= 0.03 * len(points), against[:10]
    assert by_position[False] <= len(against)
    assert by_position.total() >= 0.2 * len(points)


@pytest.mark.slow
def test_contradictions_are_never_answered() -> None:
    towns_of = defaultdict(set)
    with (made["GERMANY"] / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            towns_of[row["postal_code"]].add(row["ags"])
    dice = Random(3)
    cases = list(made["addresses"](4000, seed=6))
    answered = []
    for one, other in zip(cases, dice.sample(cases, len(cases)), strict=True):
        # A place that lies elsewhere, whole or misspelt, with the postal code of another.
        if one.ags[:5] != other.ags[:5] and other.kind in ("name", "official", "misspelt"):
            found = decide(None, one.postal_code, other.place)
            # A locality of that name lies in the Kreis of the code, or in another municipality that has the code.
            near = found.ags[:5] == one.ags[:5] or found.ags in towns_of[one.postal_code]
            if found.how == "locality" and near:
                continue
            if found.how in ANSWERED and found.ags not in (one.ags, other.ags):
                answered.append((one, other, found))
            elif found.how in ANSWERED and other.kind != "misspelt":
                # Only where the municipality, or a place in it, bears that name too.
                again = decide(None, None, other.place)
                assert again.how == "ambiguous" or found.how == "locality", (one, other, found)
    assert answered == []


def test_localities_of_the_district_are_those_of_their_town(district: hwkcli.District) -> None:
    answers = [
        (town.ags, decide(None, code, name))
        for town in hwkcli.towns(district=district)
        for code in town.postal_codes
        for one in town.localities
        for name in (one.name, f"{town.name}-{one.name}")
        if town.kind != "locality"
    ]
    assert len(answers) > 500
    wrong = [(ags, found) for ags, found in answers if found.how in ANSWERED and found.ags != ags]
    assert len(wrong) <= 0.001 * len(answers), wrong
    assert sum(found.ags == ags for ags, found in answers) >= 0.97 * len(answers)
