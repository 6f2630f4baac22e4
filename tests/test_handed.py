"""What the public functions refuse, since it is no text, no day or no district."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

import hwkcli

WORDS: dict[str, Callable[[Any], Any]] = {
    "chamber": hwkcli.chamber,
    "chamber, land": lambda word: hwkcli.chamber("Neustadt", land=word),
    "chamber, kreis": lambda word: hwkcli.chamber("Neustadt", kreis=word),
    "chamber, postal_code": lambda word: hwkcli.chamber("Neustadt", postal_code=word),
    "figure": hwkcli.figure,
    "find": hwkcli.find,
    "history": hwkcli.history,
    "kreise": hwkcli.kreise,
    "kreise, chamber": lambda word: hwkcli.kreise(chamber=word),
    "over_time": hwkcli.over_time,
    "over_time, kreis": lambda word: hwkcli.over_time("businesses", word),
    "show": hwkcli.show,
    "successors": hwkcli.successors,
    "towns": hwkcli.towns,
    "towns, several": lambda word: hwkcli.towns(["Unna", word]),
    "towns, chamber": lambda word: hwkcli.towns(chamber=word),
    "towns, kind": lambda word: hwkcli.towns(kind=word),
}
DAYS: dict[str, Callable[[Any], Any]] = {
    "crosswalk": lambda day: next(hwkcli.crosswalk(day)),
    "history, since": lambda day: hwkcli.history("Wattenscheid", since=day),
    "history, until": lambda day: hwkcli.history("Wattenscheid", until=day),
    "successors": lambda day: hwkcli.successors("05922000", day),
}
DISTRICTS: dict[str, Callable[[Any], Any]] = {
    "figure": lambda own: hwkcli.figure("businesses", district=own),
    "find": lambda own: hwkcli.find("Kamen", district=own),
    "kreise": lambda own: hwkcli.kreise(district=own),
    "over_time": lambda own: hwkcli.over_time("businesses", district=own),
    "show": lambda own: hwkcli.show("Kamen", district=own),
    "stats": lambda own: hwkcli.stats(district=own),
    "towns": lambda own: hwkcli.towns(district=own),
    "towns, chamber": lambda own: hwkcli.towns(chamber="HWK Leipzig", district=own),
}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("word", [1067, 59174.0, b"59174"])
def test_a_number_is_no_word_for_it_may_have_lost_its_zero(name: str, word: Any) -> None:
    with pytest.raises(TypeError, match="is no text; write codes and keys in quotes, with their zeros: '01067'"):
        WORDS[name](word)


@pytest.mark.parametrize("name", ["chamber", "figure", "find", "history", "over_time", "show", "successors"])
def test_nothing_is_no_word_where_one_is_needed(name: str) -> None:
    with pytest.raises(TypeError, match="None is no text"):
        WORDS[name](None)


@pytest.mark.parametrize("name", DAYS)
def test_a_day_is_a_date_or_text(name: str) -> None:
    for day in (2010, 2010.5, ["2010-12-31"]):
        with pytest.raises(TypeError, match="is no day; give a date, or text like 2010-12-31"):
            DAYS[name](day)
    with pytest.raises(ValueError, match="'2010' is no day; give a date, or text like 2010-12-31"):
        DAYS[name]("2010")
    answers = [
        DAYS[name](day)
        for day in ("1970-12-31", datetime.date(1970, 12, 31), datetime.datetime(1970, 12, 31, tzinfo=datetime.UTC))
    ]
    assert answers[1:] == answers[:1] * 2


@pytest.mark.parametrize("name", DISTRICTS)
def test_the_name_of_a_file_is_no_district(name: str) -> None:
    with pytest.raises(TypeError, match=r"'own.yaml' is no district; pass on what hwkcli.load gives"):
        DISTRICTS[name]("own.yaml")


def test_several_words_may_come_from_any_iterable() -> None:
    names = {"Unna": 11, "Hamm": 1}
    for words in (list(names), dict(names), iter(names)):
        assert len(hwkcli.towns(words)) == sum(names.values())
