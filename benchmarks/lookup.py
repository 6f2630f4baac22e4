"""How many look-ups a second `hwkcli.chamber` and `hwkcli.find` answer for exact keys in one process.

The floor is a plain dict with the same keys, asked in the same order in the same run. The keys are every AGS and every
postal code of the tables, in random order. The first round makes each answer, by the room in memory; the later ones, as
in any long-running program, have it. What the room itself takes, without keeping the answers, stands below: where they
are kept, the collector of cycles has more to look through. In a new process, in which the room is read and no more, the
first round reads all municipalities, too. Four threads that ask at once must get the same answers.

    python benchmarks/lookup.py [--rounds 10]
"""

import argparse
import csv
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import hwkcli
from hwkcli.gazetteer import find, responsible

ROOT = Path(__file__).parent.parent
GOAL = 100_000
"""Look-ups a second, asked for the first time."""


def keys() -> list[str]:
    """Every AGS and every postal code, in random order."""
    found: set[str] = set()
    for name, column in (("municipalities.csv", "ags"), ("postal_codes.csv", "postal_code")):
        with (ROOT / "data" / "germany" / name).open(encoding="utf-8", newline="") as stream:
            found |= {row[column] for row in csv.DictReader(stream)}
    words = sorted(found)
    random.Random(1).shuffle(words)
    return words


def rate(ask: Callable[[str], Any], words: Sequence[str]) -> float:
    """Calls a second."""
    start = time.perf_counter()
    for word in words:
        ask(word)
    return len(words) / (time.perf_counter() - start)


def cold(name: str) -> str:
    """What the first round of a function has in a new process."""
    words = [sys.executable, __file__, "--cold", name]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _chamber(word: str) -> object:
    return responsible.chamber(word, many=True)


def main() -> int:
    """Measure, print the table, and exit with 1 if the goal is not reached or threads disagree."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=10, help="rounds after the first (default 10)")
    parser.add_argument("--cold", choices=("chamber", "find"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    rounds, words = asked.rounds, keys()
    if asked.cold:
        find.shipped(many=True)
        print(f"{rate(getattr(hwkcli, asked.cold), words):,.0f}/s")
        return 0
    print(f"{len(words)} keys\n{'':24}{'first round':>14}{'later, median':>16}{'to the dict':>14}")
    known = {word: hwkcli.chamber(word) for word in words}
    responsible.known_chamber.cache_clear()
    find.known.cache_clear()
    floor = statistics.median(rate(known.__getitem__, words) for _ in range(rounds))
    print(f"{'plain dict':24}{'':14}{floor:14,.0f}/s{'1.00':>14}")
    reached = True
    for name, ask in (("hwkcli.chamber", hwkcli.chamber), ("hwkcli.find", hwkcli.find)):
        first = rate(ask, words)
        later = statistics.median(rate(ask, words) for _ in range(rounds))
        reached &= first >= GOAL
        print(f"{name:24}{first:12,.0f}/s{later:14,.0f}/s{floor / later:13.1f}x")
    for name, of_room in (("the room: chamber", _chamber), ("the room: find", find.shipped(many=True).ask)):
        print(f"{name:24}{rate(of_room, words):12,.0f}/s")
    for one in ("chamber", "find"):
        print(f"{f'a new process: {one}':24}{cold(one):>14}")
    with ThreadPoolExecutor(4) as pool:
        agree = all(list(pool.map(hwkcli.chamber, words)) == list(known.values()) for _ in range(4))
    print(f"to reach: {GOAL:,}/s in the first round; four threads at once {'agree' if agree else 'DISAGREE'}")
    return 0 if reached and agree else 1


if __name__ == "__main__":
    sys.exit(main())
