"""How long `hwk` takes to start, as ratios to two floors that are measured in the same run.

The first floor is a Typer app with two commands that prints one line; the second is the same app printing one
Rich table. Everything runs from a wheel, installed in an environment of its own with its byte code compiled:
a checkout is compiled anew at each run where PYTHONDONTWRITEBYTECODE is set. The runs are interleaved, and every
run must exit with 0.

    python benchmarks/startup.py [--runs 40]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent

FLOOR = """\
import typer

app = typer.Typer()


@app.command()
def first(name: str = "Unna") -> None:
    print(f"One line about {name}.")


@app.command()
def second(name: str = "Unna") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Name", "Number")
    table.add_row(name, "1")
    Console().print(table)


def main() -> None:
    app()
"""

CASES = {
    # What is run, and the floor that it is compared with, with the ratio to reach.
    "floor: one line": (["floor", "first"], None, 1.0),
    "floor: one table": (["floor", "second"], None, 1.0),
    "hwk towns --kreis Unna --json": (["hwk", "towns", "--kreis", "Unna", "--json"], "floor: one line", 1.6),
    "hwk find boenen --json": (["hwk", "find", "boenen", "--json"], "floor: one line", 1.3),
    "hwk chamber 80331 --json": (["hwk", "chamber", "80331", "--json"], "floor: one line", 1.3),
    "hwk chamber garm<Tab>": (["hwk"], "floor: one line", 1.3),
    "hwk stats --json": (["hwk", "stats", "--json"], "floor: one line", 1.6),
    "hwk towns --kreis Unna": (["hwk", "towns", "--kreis", "Unna"], "floor: one table", 1.4),
    "hwk stats": (["hwk", "stats"], "floor: one table", 1.4),
}

TAB = {"_HWK_TAB": "bash", "COMP_WORDS": "hwk\nchamber\ngarm", "COMP_CWORD": "2"}
"""What a shell sets when Tab is pressed."""


def install(folder: Path) -> Path:
    """An environment with the wheel of this checkout and the floor as a second command; gives its `bin`."""
    binaries = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    venv.create(folder / "venv", with_pip=True)
    floor = folder / "floor"
    (floor / "floor").mkdir(parents=True)
    (floor / "floor" / "__init__.py").write_text(FLOOR)
    (floor / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "floor"\nversion = "1"\n[project.scripts]\nfloor = "floor:main"\n'
    )
    pip = [str(binaries / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([*pip, str(ROOT), str(floor)], env=environ, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([binaries / "python", "-m", "compileall", "-q", folder / "venv"], env=environ, check=False)
    return binaries


def main() -> int:
    """Measure, print the table, and exit with 1 if a ratio is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=40, help="runs of each case (default 40)")
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in CASES}
    with tempfile.TemporaryDirectory() as folder:
        binaries = install(Path(folder))
        environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        for turn in range(runs + 2):
            for name, (words, _, _) in CASES.items():
                start = time.perf_counter()
                command = [str(binaries / words[0]), *words[1:]]
                pressed = TAB if "<Tab>" in name else {}
                done = subprocess.run(command, cwd=folder, env=environ | pressed, capture_output=True, check=False)
                taken = time.perf_counter() - start
                if done.returncode != 0 or not done.stdout:
                    sys.exit(f"{name}: exit code {done.returncode}\n{done.stderr.decode()}")
                if turn >= 2:
                    times[name].append(taken)
    reached = True
    print(f"{'':32}{'min ms':>8}{'median':>8}{'ratio of mins':>15}{'of medians':>12}{'to reach':>10}")
    for name, (_, floor, goal) in CASES.items():
        least, middle = min(times[name]), statistics.median(times[name])
        line = f"{name:32}{least * 1e3:8.1f}{middle * 1e3:8.1f}"
        if floor:
            ratio, of_medians = least / min(times[floor]), middle / statistics.median(times[floor])
            reached &= ratio <= goal
            line += f"{ratio:15.2f}{of_medians:12.2f}{goal:10.1f}"
        print(line)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
