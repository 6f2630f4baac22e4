"""How fast `hwk match` is, as ratios measured in the same run: to Polars copying the output file, and to the script
that one would write with pandas and RapidFuzz.

It makes its own table: firms with postal codes and places of all municipalities, the large ones more often; some places
are localities, some are misspelt (each in its own way), some rows contradict themselves.

    python benchmarks/match.py [--rows 10000000] [--misspelt 0.01]

The script is measured on a sample; what it would take for all rows follows from two sizes of it.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
GERMANY = ROOT / "data" / "germany"
_LETTERS = "abdeginrstu"

COPY = """\
import sys
import polars as pl

width = {width}
frame = pl.scan_csv(
    sys.argv[1], separator=";", has_header=False, schema={{f"c{{at}}": pl.String for at in range(width)}}
)
frame.sink_csv(sys.argv[2], separator=";", include_header=False, engine="streaming")
"""

OBVIOUS = """\
import sys
import time
import pandas as pd
from rapidfuzz import fuzz, process

source, places, target, rows = sys.argv[1:]
table = pd.read_csv(source, sep=";", dtype=str, keep_default_na=False, nrows=int(rows))
known = pd.read_csv(places, dtype=str, keep_default_na=False)
started = time.perf_counter()
towns = known.drop_duplicates(["postal_code", "place"])
merged = table.merge(towns, how="left", left_on=["PLZ", "Ort"], right_on=["postal_code", "place"])
rest = merged["ags"].isna()
names = known["place"].drop_duplicates().tolist()
first = known.drop_duplicates("place").set_index("place")["ags"]
for at, name in merged.loc[rest, "Ort"].items():
    found = process.extractOne(name, names, scorer=fuzz.WRatio, score_cutoff=80)
    if found:
        merged.loc[at, "ags"] = first[found[0]]
merged.to_csv(target, sep=";", index=False)
print(time.perf_counter() - started)
"""


def make(file: Path, rows: int, misspelt: float, seed: int = 1) -> None:
    """Write the table."""
    dice = Random(seed)
    with (GERMANY / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        people = {row["ags"]: (row["name"].partition(",")[0], int(row["population"])) for row in csv.DictReader(stream)}
    with (GERMANY / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        places = [row for row in csv.DictReader(stream) if row["ags"]]
    weights = [max(people[row["ags"]][1], 1) ** 0.7 for row in places]
    step = 100_000
    with file.open("w", encoding="utf-8") as out:
        out.write("Nr;Firma;Straße;PLZ;Ort;Beschäftigte;Umsatz\n")
        for start in range(0, rows, step):
            for at, row in enumerate(dice.choices(places, weights=weights, k=min(step, rows - start)), start):
                chance = dice.random()
                name = row["place"] if chance > 0.8 else people[row["ags"]][0]
                code = row["postal_code"]
                if chance < misspelt and len(name) > 3:
                    cut = dice.randrange(1, len(name) - 1)
                    name = name[:cut] + dice.choice(_LETTERS) + name[cut + dice.randrange(2) :]
                elif chance < misspelt + 0.005:
                    code = "44135"
                number = at * 7919 % 100_003
                out.write(
                    f"{at};Betrieb Nr. {number} GmbH & Co. KG;Musterstraße {number % 199};{code};{name};{number % 60};"
                    f"{number},50\n"
                )


def timed(*command: str | Path, runs: int = 1) -> tuple[float, float, str]:
    """The least seconds and the peak memory in MiB of a command, and what it printed."""
    best, peak, said = float("inf"), 0.0, ""
    for _ in range(runs):
        started = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{command[0]}: exit code {process.returncode}")
        best = min(best, time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak, said


def main() -> int:
    """Measure and print; exit with 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the table (default 10 million)")
    parser.add_argument("--misspelt", type=float, default=0.01, help="the share of misspelt places (default 0.01)")
    parser.add_argument("--sample", type=int, default=100_000, help="rows that the obvious script gets")
    parser.add_argument("--runs", type=int, default=2, help="runs of match and of the copy; the least counts")
    asked = parser.parse_args()
    hwk = Path(sys.executable).parent / "hwk"
    reached = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peaks = {}
        for rows in dict.fromkeys((max(asked.rows // 10, 1), asked.rows)):
            table, out = folder / "in.csv", folder / "out.csv"
            make(table, rows, asked.misspelt)
            match, copy = float("inf"), float("inf")
            (folder / "plain_copy.py").write_text(COPY.format(width=7 + 9))
            for _ in range(asked.runs):
                seconds, peaks[rows], _ = timed(hwk, "match", table, "-o", out, "--force")
                match = min(match, seconds)
                seconds, copied, _ = timed(sys.executable, folder / "plain_copy.py", out, folder / "copy.csv")
                copy = min(copy, seconds)
            print(
                f"{rows:>12,} rows: match {match:.1f} s, {rows / match:,.0f} a second, peak {peaks[rows]:.0f} MiB; "
                f"copy of its output {copy:.1f} s, peak {copied:.0f} MiB; ratio {match / copy:.2f} (goal: 1.5)"
            )
            (folder / "copy.csv").unlink()
        reached &= match / copy <= 1.5 and max(peaks.values()) < 1024
        (folder / "obvious.py").write_text(OBVIOUS)
        sizes = [max(min(asked.sample, asked.rows) // part, 1) for part in (2, 1)]
        taken = []
        for size in sizes:
            script = (folder / "obvious.py", table, GERMANY / "postal_codes.csv", folder / "obvious.csv", str(size))
            taken.append(float(timed(sys.executable, *script)[2]))
        slope = (taken[1] - taken[0]) / (sizes[1] - sizes[0])
        whole = taken[1] + slope * (asked.rows - sizes[1])
        print(
            f"obvious script: {taken[0]:.1f} s for {sizes[0]:,} rows, {taken[1]:.1f} s for {sizes[1]:,}; "
            f"about {whole:,.0f} s for all; match is {whole / match:.0f} times faster (goal: 10)"
        )
        reached &= whole / match >= 10
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
