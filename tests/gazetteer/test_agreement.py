"""All that answers what place a word means gives the same answer, and more evidence never turns it into another
place."""

import csv
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hwkcli
from hwkcli.errors import Ambiguous, HwkError, NotFound
from hwkcli.files import load
from hwkcli.gazetteer import germany
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.find import Finder
from hwkcli.gazetteer.store import index
from hwkcli.matching.decision import decider

GERMANY = Path(__file__).parent.parent.parent / "data" / "germany"
STORE = Resolver(index)


@cache
def in_memory() -> Resolver:
    return Resolver(germany.gazetteer())


def rows(name: str) -> list[dict[str, str]]:
    with (GERMANY / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


TOWNS = [row for row in rows("municipalities.csv") if row["postal_code"]]
POPULATION = {row["ags"]: int(row["population"] or 0) for row in rows("municipalities.csv")}
PLACES = rows("postal_codes.csv")
KREISE = rows("kreise.csv")
_FORMS = (
    "{name}",
    "{code}",
    "{code} {name}",
    "{name}, {code}",
    "D-{code} {name}",
    "Hauptstr. 5, {code} {name}",
    "Am Markt 3 {code} {name}",
    "{code} {name}, Deutschland",
    "{name} ({kreis})",
    "{name}, {kreis}",
    "{code} {name} OT Nirgendwo",
    "{code} {other}",
    "{name}, {other}",
    "LK {kreis}",
    "{kreis}, Landkreis",
    "{ags}",
    "{name}x",
    "{code} Xyzzy",
)


def words(number: int, seed: int) -> list[str]:
    """Queries, right and wrong, made of the names of the tables."""
    dice = Random(seed)
    kreise = {row["key"]: row["name"].partition(",")[0] for row in KREISE}
    made = []
    for _ in range(number):
        row, other = dice.choice(PLACES), dice.choice(TOWNS)
        form = dice.choice(_FORMS)
        made.append(
            form.format(
                name=row["place"],
                code=row["postal_code"],
                kreis=kreise[row["kreis_key"]],
                ags=row["ags"] or other["ags"],
                other=other["name"].partition(",")[0],
            )
        )
    return made


def means(found: Resolution) -> tuple[object, ...]:
    return found.verdict, found.way, found.lone, [(one.place.id, one.how) for one in found.candidates]


@pytest.mark.slow
def test_the_store_and_the_room_in_memory_give_the_same() -> None:
    for word in words(400, seed=1):
        assert means(STORE.resolve(of_text(word))) == means(in_memory().resolve(of_text(word))), word


@pytest.mark.parametrize("number", [400, pytest.param(5000, marks=pytest.mark.long)])
def test_no_command_contradicts_another(number: int) -> None:
    finder = Finder(in_memory())
    for word in words(number, seed=2):
        row = decider().decide(of_cells(place=word))
        try:
            found = finder.ask(word)
        except HwkError as error:
            # What find refuses, match does not answer, nor do chamber and show.
            assert row.how in ("none", "conflict", "ambiguous"), (word, row)
            assert not row.ags
            for ask in (hwkcli.chamber, hwkcli.show):
                with pytest.raises(type(error)):
                    ask(word)
            continue
        keys = {match.entry.ags for match in found.matches} | {match.entry.kreis_key for match in found.matches}
        chambers = {code.code for match in found.matches for code in match.chambers}
        assert {one.chamber.code for one in hwkcli.chamber(word) if one.chamber} <= chambers, word
        try:
            shown = hwkcli.show(word)
            assert shown.entry.id in {match.entry.id for match in found.matches}, word
        except Ambiguous:
            assert found.resolution.verdict == "ambiguous", word
        if row.ags and not word.isdecimal():  # five digits may be a Kreis, but not in a column of places
            assert found.resolution.verdict == "answered", (word, row)
            assert row.ags == found.matches[0].entry.ags, (word, row)
        if row.kreis_key and not row.ags:
            assert row.kreis_key in keys, (word, row)


def misspelt(name: str, dice: Random) -> str:
    """A name with one letter added, changed, taken away or swapped with the next."""
    at = dice.randrange(1, len(name) - 1)
    letter = dice.choice("abdeginrstux")
    changed = (f"{name[at]}{letter}", letter, "", f"{name[at + 1]}{name[at]}")
    kind = dice.randrange(len(changed))
    return f"{name[:at]}{changed[kind]}{name[at + (2 if kind == 3 else 1) :]}"


@pytest.mark.parametrize("number", [1500, pytest.param(50_000, marks=pytest.mark.long)])
def test_the_land_of_a_postal_code_says_nothing_new_of_a_misspelt_name(number: int) -> None:
    dice = Random(3)
    laender: dict[str, set[str]] = {}
    for row in PLACES:
        laender.setdefault(row["postal_code"], set()).update((row["kreis_key"][:2], row["ags"][:2] or "?"))
    answers = 0
    for row in dice.choices([row for row in PLACES if row["ags"] and len(row["place"]) > 4], k=number):
        code, name = row["postal_code"], misspelt(row["place"], dice)
        short = in_memory().resolve(of_cells(postal_code=code, place=name))
        if len(laender[code]) == 1 and short.answer and short.answer.place.ags == row["ags"]:
            whole = in_memory().resolve(of_cells(postal_code=code, place=name, land=row["ags"][:2]))
            assert means(short) == means(whole), (code, name)
            answers += 1
    assert answers > number * 0.8


@pytest.mark.slow
def test_kreis_options_mean_what_find_means() -> None:
    district = load.district()
    own = {kreis.key for kreis in district.kreise}
    for row in KREISE:
        name = row["name"].partition(",")[0]
        city = row["type"] in ("kreisfreie Stadt", "Stadtkreis")
        for word in (
            (f"SK {name}", f"Stadt {name}") if city else (f"LK {name}", f"Landratsamt {name}", f"{name}, Kreis")
        ):
            assert row["key"] in {hit.place.kreis_key for hit in STORE.known.kreise(word)}, word
            assert row["key"] in {match.entry.kreis_key for match in Finder(in_memory()).ask(word).matches}, word
            if row["key"] in own:
                assert row["key"] in [kreis.key for kreis in hwkcli.kreise(word)]
            else:
                with pytest.raises(NotFound):
                    hwkcli.kreise(word)


PARTS = ("key", "postal_code", "place", "kreis", "land")


@st.composite
def evidence(draw: st.DrawFn) -> dict[str, str]:
    """Cells of which each may be of another place than the others."""
    own = draw(st.sampled_from(PLACES))
    kreise = {row["key"]: row["name"] for row in KREISE}
    cells = {}
    for part in PARTS:
        row = own if draw(st.integers(0, 5)) else draw(st.sampled_from(PLACES))
        cells[part] = {
            "key": row["ags"],
            "postal_code": row["postal_code"],
            "place": row["place"],
            "kreis": kreise[row["kreis_key"]],
            "land": row["kreis_key"][:2],
        }[part]
    return cells


def never_another_place(cells: dict[str, str], some: set[str], more: set[str]) -> None:
    less = decider().decide(of_cells(**{part: cells[part] for part in some}))
    all_of_it = decider().decide(of_cells(**{part: cells[part] for part in some | more}))
    # The name of a municipality alone stands for it, although a part of a much smaller one bears it as well.
    if less.how == "place" and POPULATION.get(less.ags, 0) >= 2 * POPULATION.get(all_of_it.ags, 0):
        return
    # A key and a place that agree outweigh a postal code: it may be one that is not listed for the municipality.
    if not some & {"key", "place"} and all_of_it.how == "key" and "place" in more:
        return
    # A key and a postal code that agree outweigh the name of a village elsewhere: it may be that of an unknown part.
    both = {"key", "postal_code"} <= some | more
    if less.how == "place" and all_of_it.how == "key" and both and index.of_key(less.ags)[0].kind == "municipality":
        return
    # A code that one municipality seems to have alone may be that of a locality beside it: the tables do not have all.
    if less.how == "postal_code" and all_of_it.how == "locality" and "place" in more:
        return
    if less.ags and all_of_it.ags:
        assert less.ags == all_of_it.ags, (cells, some, more)
    if less.kreis_key and all_of_it.kreis_key:
        assert less.kreis_key == all_of_it.kreis_key, (cells, some, more)


GIVEN = given(evidence(), st.sets(st.sampled_from(PARTS)), st.sets(st.sampled_from(PARTS)))
test_more_evidence_never_turns_an_answer_into_another_place = pytest.mark.slow(
    settings(max_examples=100)(GIVEN(never_another_place))
)
test_nor_does_it_in_thousands_of_cases = pytest.mark.long(settings(max_examples=5000)(GIVEN(never_another_place)))
