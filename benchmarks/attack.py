"""Attack `hwk`: damaged tables of each form, hostile words, spoiled data files, kills at any moment; and count.

There must be no traceback, no half file, no file left after the next run's sweep, nothing that takes longer than it
may, and no exit code that is not for such a case.

    python benchmarks/attack.py [--files 10000] [--words 1000000] [--data 10000] [--kills 1000] [--seed 1] [--form csv]

The number 0 leaves a piece out. The small forms of these attacks are tests (tests/matching/test_attacks.py,
tests/files/test_mutants.py).
"""

import argparse
import os
import sys
from pathlib import Path

# This code is attacked, whatever is installed: what is imported below must be found in it.
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "files"))
sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("POLARS_MAX_THREADS", "1")

from attack_data import data
from attack_files import files
from attack_kills import kills
from attack_words import words
from hostile import FORMS


def main() -> int:
    """Attack and count; exit with 1 if anything was seen that must not be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--files", type=int, default=10_000, help="damaged files of each form")
    parser.add_argument("--words", type=int, default=1_000_000, help="hostile words")
    parser.add_argument("--data", type=int, default=10_000, help="spoiled data files")
    parser.add_argument("--kills", type=int, default=1000, help="runs that are killed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", choices=sorted(FORMS), action="append", help="files of this form alone")
    asked = parser.parse_args()
    from hwkcli.matching.decision import resolver

    resolver()  # once, for all forks
    faults = files(asked.files, asked.seed, asked.form or list(FORMS)) if asked.files else 0
    for attack, number in ((words, asked.words), (data, asked.data), (kills, asked.kills)):
        faults += attack(number, asked.seed) if number else 0
    print(f"{faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
