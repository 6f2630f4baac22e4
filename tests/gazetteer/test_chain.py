"""Where a key leads, on small histories of our own, on generated ones, and on the shipped one."""

from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.files import history
from hwkcli.files.history import Change, Span
from hwkcli.files.shipped import folder
from hwkcli.gazetteer.history import chain
from hwkcli.gazetteer.history.chain import Life, Successors
from hwkcli.naming.spelling import short

DAY = "1975-01-01"
EVE = "1974-12-31"


def span(key: str, name: str, since: str = "", until: str = "", ended: str = "") -> Span:
    return Span(key, name, since, until, ended or ("dissolved" if until else ""))


def change(kind: str, key: str, to: str, people: str = "", area: str = "", day: str = DAY) -> Change:
    return Change(day, kind, key, to, people, area, "05/1975/0001")


def shares(lives: Iterable[Life], key: str) -> tuple[dict[str, Fraction], str]:
    """What the first life of a key became."""
    return Successors().of(next(life for life in lives if life.key == key))


ALL = Fraction(1)
A, B, C, D = "05000001", "05000002", "05000003", "05000004"
TODAY = [span(B, "Bedorf"), span(C, "Cedorf")]


def test_one_that_went_to_one_and_one_of_today() -> None:
    lives = chain.lives([span(A, "Adorf", "", EVE), *TODAY], [change("dissolved", A, B, "10")])
    assert shares(lives, A) == ({B: ALL}, "inhabitants")
    assert shares(lives, B) == ({B: ALL}, "inhabitants")


def test_shares_of_inhabitants_else_of_the_area() -> None:
    spans = [span(A, "Adorf", "", EVE), *TODAY]
    people = [change("dissolved", A, B, "10", "1"), change("dissolved", A, C, "30", "9")]
    assert shares(chain.lives(spans, people), A) == ({B: Fraction(1, 4), C: Fraction(3, 4)}, "inhabitants")
    nobody = [change("dissolved", A, B, "0", "1"), change("dissolved", A, C, "0", "9")]
    assert shares(chain.lives(spans, nobody), A) == ({B: Fraction(1, 10), C: Fraction(9, 10)}, "area")
    unknown = [change("dissolved", A, B, "", "1"), change("dissolved", A, C, "30", "9")]
    assert shares(chain.lives(spans, unknown), A) == ({B: Fraction(1, 10), C: Fraction(9, 10)}, "area")
    with pytest.raises(ValueError, match="neither inhabitants nor area"):
        shares(chain.lives(spans, [change("dissolved", A, B), change("dissolved", A, C)]), A)


def test_what_goes_nowhere_with_inhabitants_has_no_share() -> None:
    spans = [span(A, "Adorf", "", EVE), *TODAY]
    moves = [change("dissolved", A, B, "0", "90"), change("dissolved", A, C, "30", "10")]
    assert shares(chain.lives(spans, moves), A) == ({C: ALL}, "inhabitants")


def test_a_key_given_again_on_the_day_on_which_it_was_taken_away() -> None:
    # A was the key of Adorf, and is that of Bedorf from the day on, on which Adorf got the key C.
    spans = [
        span(A, "Adorf", "", EVE, "key"),
        span(A, "Bedorf", DAY),
        span(B, "Bedorf", "", EVE, "key"),
        span(C, "Adorf", DAY),
    ]
    lives = chain.lives(spans, [change("key", A, C), change("key", B, A)])
    assert shares(lives, A) == ({C: ALL}, "inhabitants")
    assert shares(lives, B) == ({A: ALL}, "inhabitants")


def test_a_new_key_with_a_part_moved_on_the_same_day() -> None:
    spans = [span(A, "Adorf", "", EVE, "key"), *TODAY, span(D, "Adorf", DAY)]
    lives = chain.lives(spans, [change("key", A, D, "90", "5"), change("part", A, B, "10", "5")])
    assert shares(lives, A) == ({D: Fraction(9, 10), B: Fraction(1, 10)}, "inhabitants")
    # The same, where what remained stands in a row of its own.
    lives = chain.lives(spans, [change("key", A, D), change("part", A, B, "10"), change("rest", A, A, "90")])
    assert shares(lives, A) == ({D: Fraction(9, 10), B: Fraction(1, 10)}, "inhabitants")


def test_shares_are_multiplied_along_the_way() -> None:
    spans = [span(A, "Adorf", "", "1969-12-31"), span(D, "Dedorf", "", EVE), *TODAY]
    moves = [
        change("dissolved", A, D, "50", day="1970-01-01"),
        change("dissolved", A, C, "50", day="1970-01-01"),
        change("dissolved", D, B, "1"),
        change("dissolved", D, C, "3"),
    ]
    assert shares(chain.lives(spans, moves), A) == ({B: Fraction(1, 8), C: Fraction(7, 8)}, "inhabitants")


def test_a_part_that_went_before_or_later_is_not_followed() -> None:
    moves = [change("part", A, C, "5", day="1960-01-01"), change("rest", A, A, "5", day="1960-01-01")]
    moves += [change("dissolved", A, B, "10"), change("part", B, C, "9", day="1980-01-01")]
    moves += [change("rest", B, B, "9", day="1980-01-01")]
    assert shares(chain.lives([span(A, "Adorf", "", EVE), *TODAY], moves), A) == ({B: ALL}, "inhabitants")


def test_what_is_formed_again_under_its_name_is_itself() -> None:
    spans = [span(A, "Adorf, Stadt", "", EVE), *TODAY, span(D, "Adorf am See", "1980-01-01")]
    moves = [change("dissolved", A, B, "10", "40"), change("part", B, D, "12", "39", day="1980-01-01")]
    assert shares(chain.lives(spans, moves), A) == ({D: ALL}, "inhabitants")
    # And so is what had gone into it.
    spans.insert(0, span("05000000", "Aldorf", "", "1969-12-31"))
    moves.insert(0, change("dissolved", "05000000", A, "1", day="1970-01-01"))
    assert shares(chain.lives(spans, moves), "05000000") == ({D: ALL}, "inhabitants")


def test_what_is_formed_again_with_less_is_weighed_by_area() -> None:
    spans = [span(A, "Adorf", "", EVE), *TODAY, span(D, "Adorf", "1980-01-01")]
    moves = [change("dissolved", A, B, "10", "40"), change("part", B, D, "6", "10", day="1980-01-01")]
    assert shares(chain.lives(spans, moves), A) == ({D: Fraction(1, 4), B: Fraction(3, 4)}, "area")


@pytest.mark.parametrize("name", ["Adorf, Kirchspiel", "Adorf, Land", "Bedorf", "Adorf, Forst"])
def test_what_is_formed_under_another_name_is_something_else(name: str) -> None:
    spans = [span(A, name, "", EVE), *TODAY, span(D, "Adorf", "1980-01-01")]
    moves = [change("dissolved", A, B, "10", "40"), change("part", B, D, "12", "39", day="1980-01-01")]
    assert shares(chain.lives(spans, moves), A) == ({B: ALL}, "inhabitants")


def test_a_change_of_a_key_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=f"{DAY} {A} -> {D}: no such key"):
        chain.lives([span(A, "Adorf", "", EVE), *TODAY], [change("dissolved", A, D, "1")])


def test_names_and_times_of_a_life() -> None:
    spans = [span(A, "Old", "", "1959-12-31", "name"), span(A, "New", "1960-01-01", EVE), *TODAY]
    (life, *_) = chain.lives(spans, [change("dissolved", A, B, "1")])
    assert (life.name, life.names, life.until, life.ended) == (
        "New",
        [("", "Old"), ("1960-01-01", "New")],
        EVE,
        "dissolved",
    )
    assert (life.at("1800-01-01"), life.at(EVE), life.at(DAY)) == (True, True, False)
    assert repr(life) == f"<{A} New, ... to {EVE}>"


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Span], list[Change]]:
    """A register of some keys, played forward: day after day some end and go to one or more of those that live on,
    or get a new key."""
    living = [f"050000{at:02}" for at in range(draw(st.integers(2, 8)))]
    spans: dict[str, str] = dict.fromkeys(living, "")
    ended: list[Span] = []
    changes: list[Change] = []
    for at in range(draw(st.integers(0, 12))):
        day, eve = f"{1960 + at}-01-01", f"{1959 + at}-12-31"
        key = draw(st.sampled_from(living))
        others = [one for one in living if one != key]
        if not others:
            break
        living.remove(key)
        if draw(st.booleans()):
            to = f"051{at:05}"
            changes.append(change("key", key, to, day=day))
            ended.append(span(key, f"N{key}", spans.pop(key), eve, "key"))
            living.append(to)
            spans[to] = day
        else:
            ended.append(span(key, f"N{key}", spans.pop(key), eve))
            figures = st.integers(0, 1000).map(str)
            for to in draw(st.lists(st.sampled_from(others), min_size=1, max_size=4, unique=True)):
                changes.append(change("dissolved", key, to, draw(figures), draw(st.integers(1, 99).map(str)), day=day))
    return [*ended, *(span(key, f"N{key}", since) for key, since in spans.items())], changes


@given(histories())
def test_chains_end_in_todays_keys_and_lose_nothing(made: tuple[list[Span], list[Change]]) -> None:
    spans, changes = made
    today = {one.key for one in spans if not one.valid_until}
    successors = Successors()
    for life in chain.lives(sorted(spans, key=lambda one: (one.key, one.valid_from)), changes):
        into, basis = successors.of(life)
        assert into.keys() <= today
        assert sum(into.values()) == 1
        assert all(share > 0 for share in into.values())
        assert basis in ("inhabitants", "area")


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)), min_size=1))
def test_weights_add_up(figures: list[tuple[int, int]]) -> None:
    known = chain.weights([(str(people), str(area)) for people, area in figures])
    if known is None:
        assert not any(map(sum, figures))
    else:
        assert sum(known[0]) == 1
        assert known[1] == ("inhabitants" if any(people for people, _ in figures) else "area")


@pytest.fixture(scope="module")
def shipped() -> list[Life]:
    read = history.read(folder() / "germany" / "history")
    return [*chain.lives(read.municipalities, read.changes), *chain.lives(read.kreise, read.kreis_changes)]


@pytest.mark.slow
def test_every_shipped_life_that_ended_went_somewhere(shipped: list[Life]) -> None:
    for life in shipped:
        gone = [one for one, _ in life.moves if chain.day_before(one.date) == life.until]
        assert bool(gone) == bool(life.until), life
        assert not life.until or life.ended in {one.kind for one in gone}, life


def test_no_shipped_chain_goes_in_a_circle(shipped: list[Life]) -> None:
    for life in shipped:
        for one, target in life.moves:
            # It arrives in a life of that day, which ends later.
            assert target.at(one.date), (one, target)
            assert target is not life, one


@pytest.fixture(scope="module")
def successors() -> Successors:
    return Successors()


@pytest.mark.slow
def test_the_shipped_shares_add_up(shipped: list[Life], successors: Successors) -> None:
    today = {life.key for life in shipped if not life.until}
    for life in shipped:
        if len(life.key) == 8:
            into, _ = successors.of(life)
            assert sum(into.values()) == 1, life
            assert into.keys() <= today, life


@pytest.mark.slow
def test_none_is_wrong_against_the_successor_that_is_printed(shipped: list[Life], successors: Successors) -> None:
    """Where all of a municipality went to one, and that is of today, it is that one, unless it was formed again."""
    again = {}
    checked = 0
    for life in shipped:
        gone = [target for one, target in life.moves if life.until and one.date > life.until]
        if len(life.key) == 8 and len(gone) == 1 and not gone[0].until:
            checked += 1
            into, _ = successors.of(life)
            if into != {gone[0].key: ALL}:
                again[life] = into
    assert checked > 19_000
    # There is a later one of the name, which some time was formed again.
    begun = {(short(one.names[0][1]), one.since) for one in shipped}
    for life in again:
        assert any(name == short(life.name) and since > life.until for name, since in begun), life
    assert {"05614000": {"05562014": ALL}, "07140155": {"07140155": ALL}}.items() <= {
        life.key: into for life, into in again.items()
    }.items()
    assert len(again) < 40
