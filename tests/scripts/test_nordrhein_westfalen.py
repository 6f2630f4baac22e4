"""Nordrhein-Westfalen answers as it did before localities were known, or better: the answers of that edition to all
names and codes in its tables are the truth."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "nordrhein_westfalen.py"))
compared = SCRIPT["compared"]
"""All words of that edition, with what they are answered with today: a function that compares them once."""


def test_the_words_are_those_of_the_edition() -> None:
    words = [one.before for one in compared()]
    assert len(words) == len({one.word for one in words}) == 4687
    assert {"Dortmund", "05913000", "44135", "58640 Iserlohn", "Kreis Unna", "Dortmund-Hörde"} <= {
        one.word for one in words
    }


def test_no_word_of_one_chamber_has_lost_it() -> None:
    assert [
        one.before for one in compared() if len(one.before.chambers) == 1 and one.before.chambers[0] not in one.chambers
    ] == []


def test_keys_and_codes_answer_as_before_but_for_a_village_across_the_border() -> None:
    different = {
        one.before.word
        for one in compared()
        if one.before.kind in ("key", "postal code")
        and (one.before.places, one.before.chambers) != (one.places, one.chambers)
    }
    # Bromskirchen, Kreis Waldeck-Frankenberg, is a part of Allendorf (Eder) now.
    assert different == {"59969"}


def test_a_place_of_the_district_with_its_town_answers_as_before() -> None:
    for one in compared():
        if one.before.kind == "locality with its town":
            assert one.places[0] == one.before.places[0], one.before.word
            assert "00037" in one.chambers, one.before.word


def test_places_of_the_district_are_lost_only_to_towns_and_to_many_namesakes() -> None:
    lost = {one.before.word: one for one in SCRIPT["lost_chambers"]()}
    assert set(lost) == {"Bremen", "Düren", "Gerlingen", "Uelzen", "Altendorf", "Horst", "Mühlhausen", "Neuhaus"}
    for one in lost.values():
        assert len(one.chambers) == 1 or len(one.places) > 12


def test_the_page_is_current() -> None:
    written = SCRIPT["PAGE"].read_text(encoding="utf-8")
    assert written == SCRIPT["page"](), "python scripts/nordrhein_westfalen.py compares again"


def test_a_page_of_another_answer_would_differ() -> None:
    first = SCRIPT["before"]()[0]
    wrong = first._replace(chambers=("00032",))
    kind = SCRIPT["compare"](wrong).kind
    assert (SCRIPT["compare"](first).kind, kind) == (SCRIPT["SAME"], SCRIPT["DECIDED"])
