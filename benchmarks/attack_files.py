"""Damaged tables of each form, read by `hwk match`.

Most are read in one process for many of them; one of two hundred, and each that looks odd there or ends that process,
is read by the command in a process of its own, as it is in use: that counts.
"""

import importlib
import resource
import shutil
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

from hostile import FORMS, spoiled
from seen import LONGEST_HERE, command, folders, here, in_child, silent

_LONGEST = 3.0
"""Seconds of CPU that a small file may take in a process of its own; a start takes one."""
_CODES = (0, 2, 5)
"""The exit codes that a damaged file may have."""
_MUCH = 3 << 29
"""Bytes of memory that a process for many files may have."""
_KEPT = Path(tempfile.gettempdir()) / "attack-kept"
"""Here lie the files with which something was wrong."""


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
                odd = seen.is_odd(_CODES) or bool(self.left(seen.code)) or seen.seconds > LONGEST_HERE
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
        fault = seen.is_odd(_CODES) or bool(left) or seen.seconds > _LONGEST
        if fault:
            _KEPT.mkdir(exist_ok=True)
            kept = _KEPT / f"{self.seed}-{at}.{self.form}"
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
