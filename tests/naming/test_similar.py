"""Where a misspelt name stops to be near."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from hwkcli.naming.similar import Names, NamesOfOne, Neighbours, suggestions

TEN = "abcdefghij"


@pytest.mark.parametrize(
    ("key", "names", "alone", "found"),
    [
        # One letter in five may be wrong among the places of several municipalities, and no more.
        ("abcdefghxy", [TEN], False, [0]),
        ("abcdefgxy", [TEN[:9]], False, []),
        # One in four where all places are those of one municipality, and no more.
        ("abcdefxy", [TEN[:8]], True, [0]),
        ("abcdefxy", [TEN[:8]], False, []),
        ("abcdexy", [TEN[:7]], True, []),
        # What is about as near counts as well; what is a tenth further does not.
        ("abcdefghijklmno", ["abcdefghijklmnx", "abcdefghijklmxy"], False, [0, 1]),
        ("abcdefgh", ["abcdefgx", "abcdefxy"], False, [0]),
        # Of one municipality it does not matter which of its names is meant.
        ("abcdefgh", ["abcdefxy", "abcdefgx"], True, [0, 1]),
        # Too short, too long.
        ("ab", ["ab"], True, []),
        ("a" * 61, ["a" * 61], True, []),
    ],
)
def test_how_near_a_name_at_a_postal_code_must_be(
    key: str, names: Sequence[str], alone: bool, found: list[int]
) -> None:
    assert _nearest(names, key, alone) == found


def _nearest(names: Sequence[str], key: str, alone: bool) -> list[int]:
    """The numbers of the names that a misspelt one means; of one place, those of all of them."""
    if alone:
        return list(range(len(names))) if NamesOfOne(names).has_like(key) else []
    return Names([(name, at) for at, name in enumerate(names)]).nearest(key)


def test_how_near_a_suggestion_must_be() -> None:
    assert suggestions("abcdefgxyz", [TEN]) == [0]
    assert suggestions("abcdefgwxyz", [f"{TEN}k"]) == []


LETTERS = st.text("abcäß ", min_size=1, max_size=9)


@given(st.lists(LETTERS, max_size=40), LETTERS)
def test_neighbours_are_those_that_differ_in_one_letter_or_two_swapped(names: list[str], key: str) -> None:
    near = {name for name in names if min(len(name), len(key)) >= 4 and OSA.distance(key, name) == 1}
    neighbours = Neighbours(names)
    # The names are sorted in another way before many are asked for.
    assert [neighbours.of(key) for _ in range(100)] == [sorted(near)] * 100


@given(st.lists(LETTERS, max_size=40), LETTERS, st.booleans())
def test_the_nearest_are_found_whatever_their_length(names: list[str], key: str, alone: bool) -> None:
    alike = [OSA.normalized_similarity(key, name) for name in names]
    best = max(alike, default=0)
    near = best >= (0.75 if alone else 0.8) and len(key) >= 3
    found = [at for at, one in enumerate(alike) if near and (alone or one > best - 0.1)]
    assert _nearest(names, key, alone) == found
