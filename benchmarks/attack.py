"""Attack `hwk match`: damaged files of each form, hostile cells, kills at any moment; and count what comes of it.

Each damaged file is read by the command itself, in a process of its own. There must be no traceback, no half file, no
file left after the next run's sweep, nothing that takes longer than it may, and no exit code but 0, 2 and 5.

    python benchmarks/attack.py [--files 10000] [--words 1000000] [--kills 1000] [--seed 1]

The small forms of these attacks are tests (tests/matching/test_attacks.py).
"""

import argparse
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import openpyxl

LONGEST = 3.0
"""Seconds of CPU that a small file may take; a start takes one."""
SIGNS = " \t;,|\"'=+-@()<>&/\\%$#\x00\x01\x07\x1b[31m\u0301\u200b\u202e\ufeff\u2028äöüß0123456789abcKamenUnna"
ROWS: list[tuple[str, str, object]] = [("PLZ", "Ort", "n"), *((str(59000 + at), "Kamen", at) for at in range(40))]


def csv_file() -> bytes:
    """A text file."""
    return "".join(f"{code};{place};{number}\n" for code, place, number in ROWS).encode()


def json_file() -> bytes:
    """An array of objects."""
    return json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]).encode()


def workbook() -> bytes:
    """An .xlsx file."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def spreadsheet() -> bytes:
    """An .ods file."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>')
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" xmlns:text='
            f'"{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="x">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return made.getvalue()


def parquet() -> bytes:
    """Made by a process of its own, for this one must not load Polars: it forks."""
    code = (
        "import sys, polars as pl\n"
        "frame = pl.DataFrame({'PLZ': ['59174'] * 40, 'Ort': ['Kamen'] * 40, 'n': list(range(40))})\n"
        "frame.write_parquet(sys.stdout.buffer)"
    )
    return subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True).stdout


FORMS: dict[str, Callable[[], bytes]] = {
    "csv": csv_file,
    "csv.gz": lambda: gzip.compress(csv_file(), mtime=0),
    "json": json_file,
    "xlsx": workbook,
    "ods": spreadsheet,
    "parquet": parquet,
}


def inside(content: bytes, dice: Random) -> bytes:
    """A ZIP archive of which one part is damaged, and the checksums are right."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), dice) if name == chosen else old.read(name))
    return made.getvalue()


def damaged(content: bytes, dice: Random) -> bytes:
    """A file cut, with bits flipped, with a part doubled, taken away or replaced."""
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(len(found) + 1)
        kind = dice.randrange(6)
        if kind == 0:
            del found[at:]
        elif kind == 1 and at < len(found):
            found[at] ^= 1 << dice.randrange(8)
        elif kind == 2:
            found[at:at] = found[at : at + dice.randrange(400)]
        elif kind == 3:
            del found[at : at + dice.randrange(40)]
        elif kind == 4:
            found[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"9999999", b"<!--", b'"'))
        else:
            found[at:at] = dice.randbytes(dice.randrange(12))
    return bytes(found)


def command(folder: Path, *words: str | Path) -> tuple[int, str, float]:
    """The exit code of the command in a fork of this process, what it said, and its seconds of CPU."""
    said = folder / "said"
    child = os.fork()
    if child == 0:
        for number, file in ((1, os.devnull), (2, str(said))):
            os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        from hwkcli.__main__ import main

        sys.argv = ["hwk", *map(str, words)]
        code = 1
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    return os.waitstatus_to_exitcode(status), said.read_text(errors="replace"), seconds


def files(folder: Path, number: int, dice: Random) -> int:
    """Read so many damaged files of each form; how many faults were seen."""
    faults = 0
    for form, make in FORMS.items():
        whole, seen, slowest = make(), Counter[int](), 0.0
        for at in range(number):
            bad = inside(whole, dice) if form in ("xlsx", "ods") and at % 2 else damaged(whole, dice)
            file, out = folder / f"in.{form}", folder / "out.csv"
            file.write_bytes(bad)
            code, said, seconds = command(folder, "match", file, "-o", out, "--max-memory", "1G")
            seen[code] += 1
            slowest = max(slowest, seconds)
            left = {one.name for one in folder.iterdir()} - {file.name, "said", *(["out.csv"] if code == 0 else [])}
            if code not in (0, 2, 5) or "Traceback" in said or "panicked" in said or left or seconds > LONGEST:
                faults += 1
                kept = Path(tempfile.gettempdir()) / f"attack-{form}-{at}"
                kept.write_bytes(bad)
                print(f"  {kept}: exit code {code}, {seconds:.1f} s, left {left}: {said[-300:]}")
            out.unlink(missing_ok=True)
            file.unlink()
        counts = ", ".join(f"{count} exit {code}" for code, count in sorted(seen.items()))
        print(f"{form}: {number} damaged files: {counts}; most CPU {slowest:.2f} s", flush=True)
    return faults


def words(folder: Path, number: int, dice: Random) -> int:
    """Match a table with so many hostile words in each column."""
    file, out = folder / "words.csv", folder / "words.parquet"
    with file.open("w", encoding="utf-8", newline="") as table:
        table.write("AGS;PLZ;Ort;Kreis;Land\n")
        for _ in range(number):
            cells = ("".join(dice.choices(SIGNS, k=dice.randrange(1, 30))) for _ in range(5))
            table.write(";".join('"' + cell.replace('"', '""').replace("\0", "") + '"' for cell in cells) + "\n")
    code, said, seconds = command(
        folder, "match", file, "-o", out, "--land", "Land", "--kreis", "Kreis", "--country", ""
    )
    print(f"{number} rows of hostile words: exit {code} in {seconds:.1f} s: {said.splitlines()[-1:]}", flush=True)
    for one in (file, out):
        one.unlink(missing_ok=True)
    return int(code != 0)


def kills(folder: Path, number: int, dice: Random) -> int:
    """Kill so many runs at any moment; how many half files or leftovers there are after the next run."""
    file, temporary = folder / "in.csv", folder / "tmp"
    temporary.mkdir()
    file.write_bytes(csv_file().replace(b"PLZ;Ort;n\n", b"") * 5000)
    file.write_bytes(b"PLZ;Ort;n\n" + file.read_bytes())
    hwk = Path(sys.executable).parent / "hwk"
    environment = {**os.environ, "TMPDIR": str(temporary)}
    faults, done, left = 0, Counter[int](), 0
    for _ in range(number):
        process = subprocess.Popen(
            [hwk, "match", file, "-o", folder / "out.csv"], stderr=subprocess.PIPE, text=True, env=environment
        )
        time.sleep(dice.random() * 1.5)
        process.send_signal(dice.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)))
        _, said = process.communicate()
        done[process.returncode] += 1
        if (folder / "out.csv").exists():
            faults += (folder / "out.csv").read_bytes().count(b"\n") != 200_001
            (folder / "out.csv").unlink()
        faults += "Traceback" in said
    for one in (*folder.glob(".hwk*"), *temporary.iterdir()):
        left += 1
        os.utime(one, (1, 1))
    small = folder / "small.csv"
    small.write_bytes(csv_file())
    subprocess.run([hwk, "match", small, "-o", folder / "o.csv"], env=environment, check=True, capture_output=True)
    swept = not list(folder.glob(".hwk*")) and not list(temporary.iterdir())
    counts = ", ".join(f"{count} {code}" for code, count in sorted(done.items()))
    print(f"{number} kills: exit codes {counts}; {left} leftovers, {'all' if swept else 'NOT all'} swept", flush=True)
    return faults + (not swept)


def main() -> int:
    """Attack and count; exit with 1 if anything was seen that must not be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--files", type=int, default=10_000, help="damaged files of each form")
    parser.add_argument("--words", type=int, default=1_000_000, help="hostile words in each column")
    parser.add_argument("--kills", type=int, default=1000, help="runs that are killed")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    from hwkcli.matching.decision import resolver

    resolver()  # once, for all forks
    dice = Random(asked.seed)
    faults = 0
    for attack, number in ((files, asked.files), (words, asked.words), (kills, asked.kills)):
        with tempfile.TemporaryDirectory(prefix="attack-") as name:
            faults += attack(Path(name), number, dice) if number else 0
    print(f"{faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
