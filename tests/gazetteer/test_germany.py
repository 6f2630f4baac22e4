"""All of the store in memory: what it says by ids alone is what the engine says."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from hwkcli.gazetteer import germany
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.engine.resolve import Resolver

TABLES = Path(__file__).parents[2] / "data" / "germany"


def _pairs() -> set[tuple[str, str]]:
    """Postal codes with places of the table of codes: those there, and those of the row before."""
    with (TABLES / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        rows = [(row["postal_code"], row["place"]) for row in csv.DictReader(stream)][::4]
    return {*rows, *((code, place) for (code, _), (_, place) in zip(rows[1:], rows, strict=False))}


def test_a_town_at_a_code_is_what_the_engine_says() -> None:
    gazetteer = germany.gazetteer()
    resolver = Resolver(gazetteer)
    answered = 0
    for code, place in sorted(_pairs()):
        given = of_cells(postal_code=code, place=place)
        said = gazetteer.by_ids.town(code, given.folded) if given.is_code_and_name else None
        if said is None:
            continue
        answered += 1
        found = resolver.resolve(given)
        assert found.answer is not None, (code, place)
        assert not found.lone, (code, place)
        assert resolver.known.town(found.answer.place).id == said[0], (code, place)
        assert found.way == said[1], (code, place)
    assert answered > 3500


@pytest.mark.parametrize(
    ("code", "name"),
    [
        # Nowhere, elsewhere, in two municipalities of the code, in one that is not known, no code.
        ("59174", "xyzzy"),
        ("59174", "dortmund"),
        ("01454", "seifersdorf"),
        ("00000", "kamen"),
        ("59174", "59174"),
    ],
)
def test_what_needs_more_than_ids_is_left_to_the_engine(code: str, name: str) -> None:
    assert germany.gazetteer().by_ids.town(code, name) is None


def test_every_key_and_every_code_of_one_municipality_answers_alone() -> None:
    resolver = Resolver(germany.gazetteer())
    with (TABLES / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        keys = {row["ags"] for row in csv.DictReader(stream)}
    at_code: dict[str, set[str]] = defaultdict(set)
    with (TABLES / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            at_code[row["postal_code"]].add(row["ags"])
    for word, expected in [*((key, {key}) for key in sorted(keys)), *sorted(at_code.items())]:
        found = resolver.resolve(of_text(word))
        if len(expected) == 1 and expected != {""}:
            assert found.verdict in ("answered", "ambiguous"), word
        if found.answer is not None:
            assert found.answer.place.ags in expected, word
            assert found.way == ("key" if word in keys else "postal_code")


@pytest.mark.parametrize("word", ["05978020", "59174", "5978020"])
def test_digits_that_lie_elsewhere_than_is_asked_are_no_answer(word: str) -> None:
    resolver = Resolver(germany.gazetteer())
    assert resolver.resolve(of_text(word)).verdict == "answered"
    assert resolver.resolve(of_text(word)._replace(land="Bayern")).verdict == "conflict"
    assert resolver.resolve(of_text(word)._replace(inside=frozenset(["09162"]))).verdict == "conflict"
