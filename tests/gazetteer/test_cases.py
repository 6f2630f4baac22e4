"""Addresses as people and tables write them, with what is right: `addresses.csv`, of which `want_ags` is the
municipality, `ambiguous`, `none`, or `open|AGS` (answered with it, or left open with it as the first candidate)."""

import csv
from pathlib import Path

import pytest

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.matching.answer import Decision
from hwkcli.matching.decision import decider

CASES = list(csv.DictReader(Path(__file__).with_name("addresses.csv").read_text(encoding="utf-8").splitlines()))


def decide(case: dict[str, str]) -> Decision:
    given = {name: case[name] for name in ("key", "postal_code", "place", "kreis", "land", "country")}
    return decider().decide(of_cells(**given))


def is_right(case: dict[str, str], found: Decision) -> bool:
    ags = case["want_ags"]
    if ags.startswith("open|"):
        first = found.candidates.partition(" | ")[0]
        return found.ags == ags[5:] or (found.how in ("conflict", "ambiguous") and ags[5:] in first)
    if ags in ("ambiguous", "none"):
        return found.how == ags and not found.ags
    if ags and found.ags != ags:
        return False
    several = case["want_kreis"].split("|")
    return found.kreis_key in several or (len(several) > 1 and all(key in found.candidates for key in several))


@pytest.mark.parametrize("case", CASES, ids=[" ".join(filter(None, list(case.values())[:7])) for case in CASES])
def test_an_address_means_what_it_says(case: dict[str, str]) -> None:
    found = decide(case)
    assert is_right(case, found), found
