"""How fast `hwk match` is, as ratios measured in the same run: to Polars copying the output file, and to what else one
would take: a join on the lookup table with DuckDB, csvjoin or Miller (where they are installed), and a script with
pandas and RapidFuzz.

It makes its own table: firms with postal codes and places of all municipalities, the large ones more often; some places
are localities, some are misspelt (each in its own way), some rows contradict themselves. A second table has nothing but
misspelt places. A machine that does something else at the same time says little in seconds: CPU time is printed beside
them.

    python benchmarks/match.py [--rows 100000 1000000 2000000 10000000] [--misspelt 0.01]

The slow ones are measured on a sample; what pandas with RapidFuzz would take for all rows follows from two sizes of it.
"""

import argparse
import csv
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
GERMANY = ROOT / "data" / "germany"
_LETTERS = "abdeginrstu"

GOALS = {100_000: 2.3, 1_000_000: 1.7, 2_000_000: 1.6, 10_000_000: 1.0}
"""How many times the copy the match may take, by rows."""
MOST_MEMORY = 736
"""MiB."""

MISSPELT = 100_000
MOST_CPU = 3.0
"""Seconds of CPU that so many distinct misspellings may take."""

COPY = """\
import sys
import polars as pl

width = {width}
frame = pl.scan_csv(
    sys.argv[1], separator=";", has_header=False, schema={{f"c{{at}}": pl.String for at in range(width)}}
)
frame.sink_csv(sys.argv[2], separator=";", include_header=False, engine="streaming")
"""

DUCKDB = """\
import sys
import duckdb

table, lookup, out = sys.argv[1:]
text = "header = true, all_varchar = true"
duckdb.sql(
    f"COPY (SELECT a.*, b.* EXCLUDE (postal_code, place) FROM read_csv('{table}', delim = ';', {text}) a "
    f"LEFT JOIN read_csv('{lookup}', delim = ',', {text}) b ON a.PLZ = b.postal_code "
    r"AND trim(regexp_replace(replace(lower(a.Ort), 'ß', 'ss'), '[^\\p{L}\\p{N}]+', ' ', 'g')) "
    "= coalesce(b.place, '')) "
    f"TO '{out}' (HEADER, DELIMITER ';')"
)
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

NEAREST = """\
import csv
import sys
from collections import defaultdict
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

source, target, folder = sys.argv[1:]


def rows(file, delimiter=","):
    with open(file, encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=delimiter)


names = defaultdict(list)
for file in ("municipalities", "localities"):
    for row in rows(f"{folder}/{file}.csv"):
        names[row["ags"]].append(row["name"].partition(",")[0].lower())
towns = defaultdict(dict)
for row in rows(f"{folder}/postal_codes.csv"):
    towns[row["postal_code"]][row["ags"]] = True
known = {code: ([name for key in keys for name in names[key]], [key for key in keys for _ in names[key]])
         for code, keys in towns.items()}
with open(target, "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out, delimiter=";")
    for row in rows(source, ";"):
        here, keys = known.get(row["PLZ"], ((), ()))
        found = extractOne(row["Ort"].lower(), here, scorer=OSA.normalized_similarity, score_cutoff=0.75)
        writer.writerow((*row.values(), keys[found[2]] if found else ""))
"""


def make(file: Path, rows: int, misspelt: float, seed: int = 1) -> None:
    """Write the table."""
    dice = Random(seed)
    with (GERMANY / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        people = {
            row["ags"]: (row["name"].partition(",")[0], int(row["population"] or 0)) for row in csv.DictReader(stream)
        }
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


class Time(NamedTuple):
    """What a command took."""

    seconds: float
    cpu: float
    peak: float
    """MiB."""
    said: str


def timed(*command: str | Path, runs: int = 1, out: Path | None = None) -> Time:
    """The fastest of some runs of a command. Exits where it fails. Each run writes a new file, and none waits for the
    disk to take what was written before."""
    best: Time | None = None
    for _ in range(runs):
        if out is not None:
            out.unlink(missing_ok=True)
            os.sync()
        started = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{command[0]}: exit code {process.returncode}")
        cpu = usage.ru_utime + usage.ru_stime
        made = Time(time.perf_counter() - started, cpu, usage.ru_maxrss / 1024, said)
        best = made if best is None or made.seconds < best.seconds else best
    assert best is not None
    return best


def against_copy(hwk: Path, folder: Path, rows: int, misspelt: float, runs: int) -> tuple[Time, Time]:
    """What `hwk match` takes for so many rows, and what Polars takes to copy its output."""
    table, out, script = folder / "in.csv", folder / "out.csv", folder / "plain_copy.py"
    make(table, rows, misspelt)
    script.write_text(COPY.format(width=7 + 9))
    match = timed(hwk, "match", table, "-o", out, runs=runs, out=out)
    copy = timed(sys.executable, script, out, copied := folder / "copied.csv", runs=runs, out=copied)
    copied.unlink()
    print(
        f"{rows:>12,} rows: match {match.seconds:.2f} s ({match.cpu:.2f} CPU), {rows / match.seconds:,.0f} a second, "
        f"peak {match.peak:.0f} MiB; copy of its output {copy.seconds:.2f} s ({copy.cpu:.2f} CPU), peak "
        f"{copy.peak:.0f} MiB; ratio {match.seconds / copy.seconds:.2f} ({match.cpu / copy.cpu:.2f} CPU), "
        f"goal {GOALS.get(rows)}",
        flush=True,
    )
    return match, copy


def misspellings(hwk: Path, folder: Path, runs: int) -> bool:
    """Whether so many addresses, each misspelt in its own way, take no more CPU time than they may; beside it, what a
    script takes that does no more than look for the most alike of the names at each postal code."""
    source, table, out = folder / "misspelt.csv", folder / "distinct.csv", folder / "out.csv"
    make(source, 2 * MISSPELT, 1.0)
    with (GERMANY / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        seen = {(row["postal_code"], row["place"]) for row in csv.DictReader(stream)}
    with source.open(encoding="utf-8") as lines, table.open("w", encoding="utf-8") as distinct:
        distinct.write(next(lines))
        written = 0
        for line in lines:
            code, place = line.split(";")[3:5]
            if (code, place) not in seen and written < MISSPELT:
                seen.add((code, place))
                distinct.write(line)
                written += 1
    match = timed(hwk, "match", table, "-o", out, runs=runs, out=out)
    script = folder / "nearest.py"
    script.write_text(NEAREST)
    floor = timed(sys.executable, script, table, folder / "nearest.csv", GERMANY, runs=runs)
    print(
        f"{written:>12,} distinct misspellings: match {match.seconds:.2f} s ({match.cpu:.2f} CPU, goal {MOST_CPU}); "
        f"a script that only looks for the most alike name at the code {floor.seconds:.2f} s ({floor.cpu:.2f} CPU); "
        f"ratio {match.seconds / floor.seconds:.2f} ({match.cpu / floor.cpu:.2f} CPU)",
        flush=True,
    )
    return match.cpu <= MOST_CPU


def peers(hwk: Path, folder: Path, sample: int) -> None:
    """What joins on the lookup table take, which know no misspellings and no contradictions."""
    table, lookup = folder / "sample.csv", folder / "lookup.csv"
    make(table, sample, 0.01)
    timed(hwk, "match", "--lookup-table", lookup)
    own = timed(hwk, "match", table, "-o", folder / "own.csv", "--force")
    print(f"peers, {sample:,} rows: match {own.seconds:.2f} s")
    if importlib.util.find_spec("duckdb"):
        (folder / "duck.py").write_text(DUCKDB)
        made = timed(sys.executable, folder / "duck.py", table, lookup, folder / "duck.csv")
        print(f"  DuckDB, join on the lookup table: {made.seconds:.2f} s ({made.seconds / own.seconds:.1f} times)")
    # They know one delimiter for both tables.
    commas = folder / "commas.csv"
    with table.open(encoding="utf-8", newline="") as stream, commas.open("w", encoding="utf-8", newline="") as copy:
        csv.writer(copy).writerows(csv.reader(stream, delimiter=";"))
    for program, words in (
        ("csvjoin", ("-I", "-c", "PLZ,postal_code", "--left", commas, lookup)),
        ("mlr", ("--csv", "join", "--ur", "-j", "PLZ", "-l", "postal_code", "-r", "PLZ", "-f", lookup, commas)),
    ):
        if shutil.which(program):
            made = timed(program, *words)
            print(
                f"  {program}, join by postal code alone: {made.seconds:.2f} s ({made.seconds / own.seconds:.1f} times)"
            )
        else:
            print(f"  {program}: not installed")


def obvious(folder: Path, table: Path, rows: int, sample: int, match: float) -> bool:
    """Whether the match of so many rows is ten times faster than the script that one would write."""
    script = folder / "obvious.py"
    script.write_text(OBVIOUS)
    sizes = [max(min(sample, rows) // part, 1) for part in (2, 1)]
    words = (sys.executable, script, table, GERMANY / "postal_codes.csv", folder / "obvious.csv")
    taken = [float(timed(*words, str(size)).said) for size in sizes]
    slope = (taken[1] - taken[0]) / max(sizes[1] - sizes[0], 1)
    whole = taken[1] + slope * (rows - sizes[1])
    print(
        f"pandas with RapidFuzz: {taken[0]:.1f} s for {sizes[0]:,} rows, {taken[1]:.1f} s for {sizes[1]:,}; about "
        f"{whole:,.0f} s for {rows:,}; match is {whole / match:.0f} times faster (goal: 10)"
    )
    return whole / match >= 10


def main() -> int:
    """Measure and print; exit with 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", type=int, nargs="+", default=list(GOALS), help="rows of the tables")
    parser.add_argument("--misspelt", type=float, default=0.01, help="the share of misspelt places (default 0.01)")
    parser.add_argument("--sample", type=int, default=100_000, help="rows that the slow peers get")
    parser.add_argument("--runs", type=int, default=2, help="runs of match and of the copy; the least counts")
    asked = parser.parse_args()
    hwk = Path(sys.executable).parent / "hwk"
    reached = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in asked.rows:
            match, copy = against_copy(hwk, folder, rows, asked.misspelt, asked.runs)
            reached &= match.seconds / copy.seconds <= GOALS.get(rows, 3) and match.peak <= MOST_MEMORY
        reached &= misspellings(hwk, folder, asked.runs)
        reached &= obvious(folder, folder / "in.csv", asked.rows[-1], asked.sample, match.seconds)
        peers(hwk, folder, asked.sample)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
