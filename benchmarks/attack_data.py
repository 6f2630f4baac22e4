"""Spoiled data files, and the commands on those that `hwk check` passes."""

import time
from collections.abc import Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hostile import spoiled
from seen import folders, here, in_child, silent

if TYPE_CHECKING:
    from mutants import Mutant

_CODES = (0, 3, 4, 5)
"""The exit codes that a command on a data file may have."""
_CODES_OF_PLOTS = (0, 2, 3, 4, 5)
"""Words of a data file may leave no room for a picture, which another --size gives."""


def data(number: int, seed: int) -> int:
    """Spoil so many data files, and run commands on what `check` passes; how many faults were seen."""
    from mutants import mutants

    faults, passed, ran = 0, 0, 0
    begun = time.monotonic()
    supply = (mutant for more in count() for mutant in mutants(seed + more))
    for home, _ in folders("attack-"):
        done = home.parent / "done"
        for first in range(0, number, _MANY_DATA):
            some = list(islice(supply, min(_MANY_DATA, number - first)))
            while some:
                done.write_text("")
                ended, _ = in_child(partial(_many_data, home, some, f"{seed} {first}"))
                for line in done.read_text().splitlines():
                    if line.startswith("fault"):
                        faults += 1
                        print("  " + line, flush=True)
                    else:
                        one_passed, one_ran = map(int, line.split())
                        passed, ran = passed + one_passed, ran + one_ran
                        del some[0]
                if ended != 0 and some:
                    faults += 1
                    print(f"  fault {some.pop(0).name}: the process ended with {ended}", flush=True)
    took = f"{time.monotonic() - begun:.0f} s"
    print(f"{number} spoiled data files: {passed} pass; {ran} commands on them; {faults} faults; {took}", flush=True)
    return faults


_MANY_DATA = 400


def _many_data(home: Path, some: "Sequence[Mutant]", seed: str) -> None:
    """Check data files in this process, run commands on those that pass, and write down what comes of each; half of the
    files are spoiled once more."""
    commands = (*_COMMANDS, *(f"{one} -f {form}" for one in _COMMANDS[:12] for form in _FORMATS))
    said = home.parent / "said"
    dice = Random(f"{seed} {len(some)}")
    silent(said)
    with (home.parent / "done").open("a") as done:
        for at, one in enumerate(some):
            other = dice.choice(some)
            if at % 4 == 3 and other.kind != one.kind:
                texts = one.texts | {other.kind: other.texts[other.kind]}
                one = one._replace(texts=texts, change=f"{one.change} and {other.name}")
            file = one.write(home)
            if at % 4 == 2:
                spoilt = dice.choice(sorted(home.glob("*.yaml")))
                spoilt.write_bytes(spoiled(spoilt.read_bytes(), dice))
            seen = here(said, "check", file)
            ran = 0
            if seen.code not in (0, 5) or "Traceback" in seen.said or seen.seconds > 5:
                done.write(f"fault {one.name}: check: exit code {seen.code}: {seen.said[-300:]!r}\n")
            for words in dice.sample(commands, 8) if seen.code == 0 else ():
                out = home / "plot.svg"
                out.unlink(missing_ok=True)
                seen = here(said, *words.replace("OUT", str(out)).split(), "--data", file)
                ran += 1
                if seen.is_odd(_CODES_OF_PLOTS if "OUT" in words else _CODES) or seen.seconds > 5:
                    end = f"exit code {seen.code}, {seen.seconds:.1f} s"
                    done.write(f"fault {one.name}: {words}: {end}: {seen.said[-300:]!r}\n")
            done.write(f"{int(ran > 0)} {ran}\n")
            done.flush()


_FORMATS = ("json", "csv", "tsv", "yaml", "markdown", "html", "jsonl")
_COMMANDS = (
    "towns",
    "kreise",
    "find Kamen",
    "show 05978020",
    "stats",
    "stats --list",
    "stats businesses --history",
    "stats revenue --all-figures",
    "stats employees_per_business",
    "contact --list",
    "cooperation",
    "sources",
    "towns --sort population --kind town",
    "towns --kreis 05978 --excel -f csv",
    "kreise --stats businesses",
    "kreise --stats businesses --plot OUT",
    "find 59174",
    "find 05978",
    "find 51.59,7.66 --sources",
    "show Unna --map",
    "show Bork --sources",
    "stats Unna",
    "stats --kreis 05978 --kreis 05915",
    "stats Beschäftigte --compare Betriebe",
    "stats population 05978 --history",
    "stats businesses --chart",
    "stats businesses --plot OUT",
    "stats startups --history --change-since 2020",
    "stats startups_women_share --plot OUT --values all",
    "stats business_climate --history --since 1900",
    "stats business_climate --plot OUT --sources",
    "stats population Kamen",
    "contact",
    "contact --kreis 05978",
    "contact --vcard",
    "contact --list --vcard",
    "contact --qr",
    "contact Hellweg",
    "sources Destatis",
)
