"""Words of any length: they are answered or refused, and no pattern takes time that grows with the square of them."""

import time
from collections.abc import Callable, Sequence

import pytest
from typer.testing import Result

SIGNS = ["a", "ä", "1", " ", "-", ".", "/", ">", "@", "x.", "a-", "1 ", "und ", "\u0301", "\x01"]
CALLS = [
    "find",
    "show",
    "chamber",
    "contact",
    "near",
    "history",
    "towns --kreis",
    "kreise --land",
    "find --on 2000-01-01",
]


def took(call: str, length: int, hwk: Callable[..., Result], signs: Sequence[str] = SIGNS) -> float:
    """The seconds of CPU that a call takes for words of so many signs of any kind."""
    started = time.process_time()
    for sign in signs:
        long = sign * (length // len(sign))
        for word in (f"a{long}b", f"HWK {long}x", f"{long} HWK", f"59174{long}"):
            assert hwk(*call.split(), word).exit_code in (0, 2, 3, 4), (call, sign, word[:9])
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
def test_a_long_word_of_any_kind_takes_no_time(call: str, hwk: Callable[..., Result]) -> None:
    """A hundred times as many signs take a few times as long, not ten thousand times, on a slow machine, too."""
    took(call, 10, hwk, SIGNS[:2])
    assert took(call, 10_000, hwk) < 12 * took(call, 100, hwk)


def test_what_is_no_land_is_told_at_once_however_long_it_is(hwk: Callable[..., Result]) -> None:
    started = time.process_time()
    assert hwk("kreise", "--land", "x" * 1000).exit_code == 3
    assert time.process_time() - started < 2


@pytest.mark.parametrize("word", ["Kamen <rathaus@stadt-kamen.de>", "Kamen <&> Unna"])
def test_a_bracket_is_no_arrow(word: str, hwk: Callable[..., Result]) -> None:
    # `NRW > Kamen` leads from the whole to the part.
    assert "Kamen" in hwk("find", word).output
