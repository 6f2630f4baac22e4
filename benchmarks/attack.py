"""Attack `hwk`: damaged tables of each form, hostile words, spoiled data files, kills at any moment; and count.

There must be no traceback, no half file, no file left after the next run's sweep, nothing that takes longer than it
may, and no exit code that is not for such a case.

    python benchmarks/attack.py [--files 10000] [--words 1000000] [--data 10000] [--kills 1000] [--seed 1] [--form csv]

The number 0 leaves a piece out. Most files are read in one process for many of them; one of two hundred, and each that
looks odd there or ends that process, is read by the command in a process of its own, as it is in use: that counts.
The small forms of these attacks are tests (tests/matching/test_attacks.py, tests/files/test_mutants.py).
"""

import argparse
import importlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

# This code is attacked, whatever is installed: what is imported below must be found in it.
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "files"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile import FORMS, Words, csv_file, spoiled
from seen import HANGING, command, folders, here, in_child, silent

ROOT = Path(__file__).parent.parent
os.environ.setdefault("POLARS_MAX_THREADS", "1")
if TYPE_CHECKING:
    from mutants import Mutant


LONGEST = 3.0
"""Seconds of CPU that a small file may take in a process of its own; a start takes one."""
LONGEST_WORD = 1.0
FOR_FILES = (0, 2, 5)
FOR_DATA = (0, 3, 4, 5)
FOR_PLOTS = (0, 2, 3, 4, 5)
"""Words of a data file may leave no room for a picture, which another --size gives."""
_MUCH = 3 << 29
"""Bytes of memory that a process for many files may have."""


KEPT = Path(tempfile.gettempdir()) / "attack-kept"


def files(number: int, seed: int, forms: list[str]) -> int:
    """Read so many damaged files of each form; how many faults were seen."""
    faults = 0
    for form in forms:
        for home, temporary in folders("attack-"):
            faults += _OneForm(form, home, temporary, number, seed).read()
    return faults


class _OneForm:
    """Damaged files of one form."""

    def __init__(self, form: str, home: Path, temporary: Path, number: int, seed: int) -> None:
        self.form, self.home, self.temporary, self.number, self.seed = form, home, temporary, number, seed
        self.whole = FORMS[form]()
        self.file, self.out = home / f"in.{form}", home / "out.csv"
        self.done = home.parent / "done"
        self.words = ("match", self.file, "-o", self.out, "--max-memory", "1G")

    def content(self, at: int) -> bytes:
        """The file of a number, always the same."""
        return spoiled(self.whole, Random(f"{self.seed} {self.form} {at}"))

    def left(self, code: int) -> set[str]:
        """What is there and should not be; the folders are empty then."""
        kept = {self.file.name} | ({self.out.name} if code == 0 else set())
        found = {one.name for one in (*self.home.iterdir(), *self.temporary.iterdir())} - kept
        half = code == 0 and not (self.out.exists() and self.out.read_bytes().endswith(b"\n"))
        self.out.unlink(missing_ok=True)
        return found | ({"half a file"} if half else set())

    def many(self, first: int) -> None:
        """Read files in this process, and write down what comes of each."""
        # With Polars loaded, the command makes no process of its own for each file.
        importlib.import_module("polars")
        said = self.home.parent / "said"
        silent(said)
        resource.setrlimit(resource.RLIMIT_DATA, (_MUCH, _MUCH))
        with self.done.open("a") as done:
            for at in range(first, min(first + 400, self.number)):
                self.file.write_bytes(self.content(at))
                seen = here(said, *self.words)
                odd = seen.is_odd(FOR_FILES) or bool(self.left(seen.code)) or seen.seconds > LONGEST_WORD
                done.write(f"{at} {seen.code} {int(odd)} {seen.seconds}\n")
                done.flush()

    def alone(self, at: int) -> tuple[int, bool]:
        """Read a file by the command itself; the exit code, and whether there was a fault."""
        for one in (*self.home.iterdir(), *self.temporary.iterdir()):
            # The process for many may have died, and cleaned up nothing.
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        bad = self.content(at)
        self.file.write_bytes(bad)
        seen = command(self.home, *self.words)
        left = self.left(seen.code)
        fault = seen.is_odd(FOR_FILES) or bool(left) or seen.seconds > LONGEST
        if fault:
            KEPT.mkdir(exist_ok=True)
            kept = KEPT / f"{self.seed}-{at}.{self.form}"
            kept.write_bytes(bad)
            print(f"  {kept}: exit code {seen.code}, {seen.seconds:.1f} s, left {left}: {seen.said[-300:]}", flush=True)
        return seen.code, fault

    def read(self) -> int:
        """Read all of them."""
        begun = time.monotonic()
        codes, faults, again, first, slowest = Counter[int](), 0, 0, 0, 0.0
        while first < self.number:
            self.done.write_text("")
            ended, _ = in_child(partial(self.many, first))
            last = first - 1
            for line in self.done.read_text().splitlines():
                at, code, odd, seconds = line.split()
                last, slowest = int(at), max(slowest, float(seconds))
                if int(odd) or not last % 200:
                    own, fault = self.alone(last)
                    codes[own] += 1
                    faults += fault
                    again += 1
                else:
                    codes[int(code)] += 1
            first = last + 1
            if ended != 0 and first < self.number:
                own, fault = self.alone(first)
                codes[own] += 1
                faults += fault
                again += 1
                first += 1
        counts = ", ".join(f"{count} exit {code}" for code, count in sorted(codes.items()))
        took = f"{time.monotonic() - begun:.0f} s; most CPU of one {slowest:.2f} s"
        print(
            f"{self.form}: {self.number} damaged files ({again} alone): {counts}; {faults} faults; {took}", flush=True
        )
        return faults


def words(number: int, seed: int) -> int:
    """Ask for so many words one by one, and match a table with so many in its columns."""
    return _asked(number, seed) + _matched(number, seed)


def _asked(number: int, seed: int) -> int:
    """Ask the engine for each word, of one in 25 with the suggestions that `find -` makes; how many failed otherwise
    than they may, or took too long."""

    def work() -> None:
        from hwkcli.errors import HwkError
        from hwkcli.gazetteer.engine import evidence
        from hwkcli.gazetteer.find import shipped

        words, finder, ends, faults, slowest = Words(Random(seed)), shipped(True), Counter[str](), 0, 0.0
        begun = time.monotonic()
        for at in range(number):
            word = words()
            start = time.thread_time()
            try:
                if at % 25:
                    end = str(finder.resolver.resolve(evidence.of_text(word)).verdict)
                else:
                    matches = finder.ask(word).matches
                    end = "several" if len(matches) > 1 else "one"
            except HwkError as error:
                end = type(error).__name__
                if not str(error).isprintable() or len(str(error)) > 2000:
                    faults += 1
                    print(f"  {word[:200]!r}: said {str(error)[:300]!r}", flush=True)
            except Exception as error:
                end = "fault"
                faults += 1
                print(f"  {word[:200]!r}: {error!r}", flush=True)
            took = time.thread_time() - start
            if took > LONGEST_WORD:
                faults += 1
                print(f"  {took:.1f} s for {word[:200]!r} of {len(word)} signs", flush=True)
            ends[end] += 1
            slowest = max(slowest, took)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        told = f"{time.monotonic() - begun:.0f} s; slowest {slowest * 1000:.0f} ms; {peak} MiB"
        print(f"{number} words asked: {dict(ends.most_common())}; {faults} faults; {told}", flush=True)
        sys.exit(min(faults, 100))

    ended, _ = in_child(work)
    return abs(ended)


def _matched(number: int, seed: int) -> int:
    for home, _ in folders("attack-"):
        file, out = home / "words.csv", home / "words.parquet"
        words = Words(Random(seed + 1))
        with file.open("w", encoding="utf-8", newline="") as table:
            table.write("AGS;PLZ;Ort;Kreis;Land;lat;lon\n")
            for at in range(number):
                cells = (words() if at % 5 == one or words.dice.random() < 0.1 else words.known() for one in range(7))
                table.write(";".join('"' + cell[:30_000].replace('"', '""').replace("\0", "") + '"' for cell in cells))
                table.write("\n")
        options = ("--key", "AGS", "--land", "Land", "--kreis", "Kreis", "--latitude", "lat", "--longitude", "lon")
        begun = time.monotonic()
        seen = command(home, "match", file, "-o", out, *options, hanging=HANGING * 60)
        took = f"{time.monotonic() - begun:.0f} s, {seen.seconds:.0f} s of CPU"
        print(f"{number} rows of hostile words: exit {seen.code}; {took}: {seen.said.splitlines()[-1:]}", flush=True)
        return int(seen.code != 0)
    return 1


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
    commands = (*DATA_COMMANDS, *(f"{one} -f {form}" for one in DATA_COMMANDS[:12] for form in DATA_FORMATS))
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
                if seen.is_odd(FOR_PLOTS if "OUT" in words else FOR_DATA) or seen.seconds > 5:
                    end = f"exit code {seen.code}, {seen.seconds:.1f} s"
                    done.write(f"fault {one.name}: {words}: {end}: {seen.said[-300:]!r}\n")
            done.write(f"{int(ran > 0)} {ran}\n")
            done.flush()


DATA_FORMATS = ("json", "csv", "tsv", "yaml", "markdown", "html", "jsonl")
DATA_COMMANDS = (
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


def kills(number: int, seed: int) -> int:
    """Kill so many runs at any moment; how many half files or leftovers there are after the next run."""
    faults, done, left, begun = 0, Counter[int](), 0, time.monotonic()
    dice, swept = Random(seed), True
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    hwk = [sys.executable, "-m", "hwkcli"]
    for home, temporary in folders("attack-"):
        file, environment["TMPDIR"] = home / "in.csv", str(temporary)
        file.write_bytes(csv_file().replace(b"PLZ;Ort;n\n", b"") * 5000)
        file.write_bytes(b"PLZ;Ort;n\n" + file.read_bytes())
        usual, times = 1.5, []
        outputs = ("out.csv", "out.parquet", "rest.csv")
        for at in range(number):
            ways = ("-o", home / "out.csv"), ("-o", home / "out.parquet", "--unmatched", home / "rest.csv")
            more = list(map(str, ways[at % 2]))
            start = time.monotonic()
            process = subprocess.Popen([*hwk, "match", file, *more], stderr=subprocess.PIPE, text=True, env=environment)
            time.sleep(dice.random() * usual)
            kind = dice.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
            process.send_signal(kind)
            _, said = process.communicate()
            if process.returncode == 0:
                # Most of the kills are to come before the end, however busy the machine is.
                times.append(time.monotonic() - start)
                usual = 1.2 * sorted(times[-9:])[len(times[-9:]) // 2]
            else:
                usual *= 1.02
            done[process.returncode] += 1
            there = {name: (home / name).read_bytes() for name in outputs if (home / name).exists()}
            half = "out.csv" in there and there["out.csv"].count(b"\n") != 200_001
            half = half or ("out.parquet" in there and there["out.parquet"][-4:] != b"PAR1")
            soft = kind != signal.SIGKILL and (list(home.glob(".hwk*")) or list(temporary.iterdir()))
            new = [one for one in (*home.glob(".hwk*"), *temporary.iterdir()) if one.stat().st_mtime > 1]
            # Ctrl-C may come before the interpreter has seen any of our code.
            ours = "Traceback" in said and "/hwkcli/" in said
            if half or ours or (soft and new):
                faults += 1
                print(
                    f"  {kind.name}: exit code {process.returncode}, half {half}, left {new}: {said[-600:]}", flush=True
                )
            for one in there:
                (home / one).unlink()
            left += len(new)
            for path in new:
                os.utime(path, (1, 1))
        small = home / "small.csv"
        small.write_bytes(csv_file())
        subprocess.run([*hwk, "match", small, "-o", home / "o.csv"], env=environment, check=True, capture_output=True)
        swept = not list(home.glob(".hwk*")) and not list(temporary.iterdir())
    counts = ", ".join(f"{count} {code}" for code, count in sorted(done.items()))
    took = f"{time.monotonic() - begun:.0f} s"
    end = "all" if swept else "NOT all"
    print(f"{number} kills: exit codes {counts}; {left} leftovers, {end} swept; {faults} faults; {took}", flush=True)
    return faults + (not swept)


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
