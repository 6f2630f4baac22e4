"""Addresses in parts, and two processes that decide them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hwkcli.matching import guard
from hwkcli.matching.addresses import NOTHING, Address, Other, Part, decided, decisions
from hwkcli.matching.decision import Decision

TOWNS = (("59174", "Kamen", "05978020"), ("44135", "Dortmund", "05913000"), ("59423", "Unna", "05978036"))


class Beside(Other):
    """Stands for the other process."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def ask(self, question: Part) -> None:
        self.parts.append(question)

    def answer(self) -> list[Decision]:
        return decided(self.parts[-1])


def addresses(number: int) -> tuple[list[Address | None], list[str]]:
    """So many addresses, every seventh of them none, and their keys."""
    asked: list[Address | None] = []
    keys = []
    for at in range(number):
        code, place, ags = TOWNS[at % 3]
        asked.append(None if at % 7 == 0 else Address("", code, (place,)))
        keys.append("" if at % 7 == 0 else ags)
    return asked, keys


@pytest.mark.parametrize(
    ("number", "elsewhere"), [(0, []), (3, []), (1000, []), (1001, [1000]), (2500, [1000]), (4000, [1000, 1000])]
)
def test_the_other_process_decides_every_second_part_and_the_order_is_kept(number: int, elsewhere: list[int]) -> None:
    asked, keys = addresses(number)
    other = Beside()
    told: list[tuple[int, int]] = []
    found = list(decisions(asked, number, lambda done, of: told.append((done, of)), "", other))
    assert [one.ags for one in found] == keys
    assert all(one is NOTHING for one, address in zip(found, asked, strict=True) if address is None)
    assert [len(part.addresses) for part in other.parts] == elsewhere
    assert told[-1] == (number, number)
    assert told == sorted(told)


SCRIPT = """\
import os, sys
from pathlib import Path
from hwkcli.matching import addresses, run
real, who = addresses.decided, sys.argv[1]
def decided(part):
    with open(who, "a") as out:
        out.write(f"{os.getpid()}\\n")
    return real(part)
addresses.decided = run.decided = decided
sys.argv = ["hwk", "match", *sys.argv[2:]]
from hwkcli.__main__ import main
main()
"""


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be chosen on this system")
def test_two_processors_decide_as_one_does(tmp_path: Path) -> None:
    if not guard._has_two_processors():
        pytest.skip("there is one processor only")
    rows = "\n".join(f"{code};{place} {at}" for at in range(1500) for code, place, _ in TOWNS)
    (tmp_path / "in.csv").write_text(f"PLZ;Ort\n{rows}\n")
    one = {next(iter(os.sched_getaffinity(0)))}

    def processes(name: str, before: Callable[[], None] | None) -> int:
        words = (tmp_path / name, tmp_path / "in.csv", "-o", tmp_path / f"{name}.csv")
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *map(str, words)], check=True, preexec_fn=before, stderr=subprocess.DEVNULL
        )
        return len(set((tmp_path / name).read_text().split()))

    assert processes("two", None) == 2
    assert processes("one", lambda: os.sched_setaffinity(0, one)) == 1
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
