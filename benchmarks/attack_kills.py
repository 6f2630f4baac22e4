"""Runs of `hwk match` that are killed at any moment: what is left, and whether the next run sweeps it away."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from hostile import csv_file
from seen import folders

_HWK = (sys.executable, "-m", "hwkcli")
_OUTPUTS = ("out.csv", "out.parquet", "rest.csv")
_KINDS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_ROWS = 200_000


def kills(number: int, seed: int) -> int:
    """Kill so many runs at any moment; how many half files or leftovers there are after the next run."""
    for home, temporary in folders("attack-"):
        runs = _Runs(home, temporary, Random(seed))
        for at in range(number):
            runs.kill(at)
        return runs.end()
    return 1


class _Runs:
    """Runs on one large table, and what was seen of them."""

    def __init__(self, home: Path, temporary: Path, dice: Random) -> None:
        self.home, self.temporary, self.dice = home, temporary, dice
        self.environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TMPDIR": str(temporary)}
        self.file = home / "in.csv"
        rows = csv_file().replace(b"PLZ;Ort;n\n", b"")
        self.file.write_bytes(b"PLZ;Ort;n\n" + rows * (_ROWS // rows.count(b"\n")))
        self.begun = time.monotonic()
        self.usual = 1.5
        """Seconds that a run takes."""
        self.times: list[float] = []
        """Those of the runs that came to their end."""
        self.codes = Counter[int]()
        self.faults = self.left = 0

    def kill(self, at: int) -> None:
        """Begin a run, kill it at any moment, and look at what there is."""
        ways = ("-o", self.home / "out.csv"), ("-o", self.home / "out.parquet", "--unmatched", self.home / "rest.csv")
        words = (*_HWK, "match", self.file, *ways[at % 2])
        start = time.monotonic()
        process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=self.environment)
        time.sleep(self.dice.random() * self.usual)
        kind = self.dice.choice(_KINDS)
        process.send_signal(kind)
        _, said = process.communicate()
        if process.returncode == 0:
            # Most of the kills are to come before the end, however busy the machine is.
            self.times.append(time.monotonic() - start)
            self.usual = 1.2 * sorted(self.times[-9:])[len(self.times[-9:]) // 2]
        else:
            self.usual *= 1.02
        self.codes[process.returncode] += 1
        half = self._is_half()
        new = [one for one in self._leftovers() if one.stat().st_mtime > 1]
        # Ctrl-C may come before the interpreter has seen any of our code.
        ours = "Traceback" in said and "/hwkcli/" in said
        if half or ours or (new and kind != signal.SIGKILL):
            self.faults += 1
            end = f"exit code {process.returncode}, half {half}, left {new}"
            print(f"  {kind.name}: {end}: {said[-600:]}", flush=True)
        for name in _OUTPUTS:
            (self.home / name).unlink(missing_ok=True)
        self.left += len(new)
        for path in new:
            # So old that the next run sweeps it away.
            os.utime(path, (1, 1))

    def _is_half(self) -> bool:
        """Whether an output is there in part."""
        lines, table = self.home / "out.csv", self.home / "out.parquet"
        half = lines.exists() and lines.read_bytes().count(b"\n") != _ROWS + 1
        return half or (table.exists() and table.read_bytes()[-4:] != b"PAR1")

    def _leftovers(self) -> list[Path]:
        return [*self.home.glob(".hwk*"), *self.temporary.iterdir()]

    def end(self) -> int:
        """A last run, which sweeps; how many faults were seen."""
        small = self.home / "small.csv"
        small.write_bytes(csv_file())
        words = (*_HWK, "match", small, "-o", self.home / "o.csv")
        subprocess.run(words, env=self.environment, check=True, capture_output=True)
        swept = not self._leftovers()
        counts = ", ".join(f"{count} {code}" for code, count in sorted(self.codes.items()))
        said = f"{self.left} leftovers, {'all' if swept else 'NOT all'} swept; {self.faults} faults"
        took = f"{time.monotonic() - self.begun:.0f} s"
        print(f"{self.codes.total()} kills: exit codes {counts}; {said}; {took}", flush=True)
        return self.faults + (not swept)
