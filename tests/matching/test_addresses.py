"""Addresses in parts, and two processes that decide them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from hwkcli.matching import guard
from hwkcli.matching.addresses import Part, Row, Rows, decisions
from hwkcli.matching.answer import NOTHING
from hwkcli.matching.columns import Columns
from hwkcli.matching.processes import End, Other, Question
from hwkcli.matching.questions import decided

TOWNS = (("59174", "Kamen", "05978020"), ("44135", "Dortmund", "05913000"), ("59423", "Unna", "05978036"))
COLUMNS = Columns(postal_code=0, place=(1,))


@contextmanager
def processes(waits: Sequence[float], sizes: list[int]) -> Iterator[list[Other]]:
    """Threads that stand for other processes, each of which waits so long before it answers; the sizes of all parts."""

    def answer(line: "Connection[Any, Any]", wait: float) -> None:
        while not isinstance(said := line.recv(), End):
            time.sleep(wait)
            found = said()
            sizes.append(len(found))
            line.send((found, None))

    lines = [Pipe() for _ in waits]
    threads = [Thread(target=answer, args=(line, wait)) for (line, _), wait in zip(lines, waits, strict=True)]
    for thread in threads:
        thread.start()
    yield [Other(line, "in.csv") for _, line in lines]
    for _, line in lines:
        line.send(End())
    for thread in threads:
        thread.join()


def addresses(number: int) -> tuple[list[Row | None], list[str]]:
    """So many addresses, every seventh of them none, and their keys."""
    asked: list[Row | None] = []
    keys = []
    for at in range(number):
        code, place, ags = TOWNS[at % 3]
        asked.append(None if at % 7 == 0 else (code, place))
        keys.append("" if at % 7 == 0 else ags)
    return asked, keys


def among(asked: Sequence[Row | None]) -> Rows:
    """Some of the addresses, as they are asked for."""
    return lambda start, number: asked[start : start + number]


@pytest.mark.parametrize(
    ("number", "waits", "sizes"),
    [
        (0, (0, 0), []),
        (3, (0, 0), [3]),
        (201, (0, 0), [1, 200]),
        (900, (0, 0.03), [100, 200, 200, 200, 200]),
        (900, (0.03, 0), [100, 200, 200, 200, 200]),
        (500, (0,), [100, 200, 200]),
        (500, (), []),
        (30_000, (0, 0), [300] * 100),
    ],
)
def test_other_processes_decide_and_the_order_is_kept(number: int, waits: Sequence[float], sizes: list[int]) -> None:
    asked, keys = addresses(number)
    told: list[tuple[int, int]] = []
    answered: list[int] = []
    with processes(waits, answered) as others:
        found = decisions(among(asked), number, COLUMNS, "", lambda done, of: told.append((done, of)), others)
    assert [one.ags for one in found] == keys
    assert all(one == NOTHING for one, address in zip(found, asked, strict=True) if address is None)
    assert sorted(answered) == sizes
    assert told[0] == (0, number)
    assert told[-1] == (number, number)
    assert told == sorted(told)


def test_one_process_takes_addresses_from_the_beginning_and_the_other_from_the_end() -> None:
    asked, keys = addresses(3_000)
    taken: list[list[int]] = [[], []]

    class Listening(Other):
        """One that says which addresses it was asked, by the number of the first."""

        def __init__(self, at: int, line: "Connection[Any, Any]") -> None:
            super().__init__(line, "in.csv")
            self._at = at

        def ask(self, question: Question) -> None:
            taken[self._at].append(starts[-1])
            super().ask(question)

    starts: list[int] = []

    def rows(start: int, number: int) -> Sequence[Row | None]:
        starts.append(start)
        return asked[start : start + number]

    with processes((0.01, 0.01), []) as others:
        listening = [Listening(at, other.line) for at, other in enumerate(others)]
        found = decisions(rows, len(asked), COLUMNS, "", lambda done, of: None, listening)
    first, last = taken
    assert [one.ags for one in found] == keys
    assert first == sorted(first)
    assert last == sorted(last, reverse=True)
    assert (first[0], last[0]) == (0, 2_800)
    assert first[-1] < last[-1]


@pytest.mark.parametrize(
    ("columns", "row", "ags"),
    [
        (Columns(key=0), ("5978020",), "05978020"),
        (Columns(postal_code=0, place=(1, 2)), ("59174", "Methler", "Kamen"), "05978020"),
        (Columns(parts=(0, 1), widths=(5, 3)), ("5978", "20"), "05978020"),
        (Columns(key=0, within="05"), ("978020",), "05978020"),
        (Columns(latitude=0, longitude=0), ("Point(7.4653 51.5136)",), "05913000"),
        (Columns(postal_code=0, place=(1,)), ("59174", "x" * 1000), "05978020"),
        (Columns(postal_code=0, place=(1,)), ("59174", "Kamen", ""), "05978020"),
        (Columns(postal_code=1, place=(0,)), ("59174", "Kamen"), "05978020"),
    ],
)
def test_the_cells_of_a_row_are_read_by_their_columns(columns: Columns, row: Row, ags: str) -> None:
    (found,) = decided(Part([row], columns))
    assert found.ags == ags


def test_a_row_of_a_kreis_among_municipalities_is_the_kreis() -> None:
    columns = Columns(key=0, place=(1,), levels=True)
    kreis, town = decided(Part([("05978", "Unna"), ("05978036", "Unna")], columns))
    assert (kreis.kreis_key, kreis.how, town.ags, town.how) == ("05978", "key", "05978036", "key")


SCRIPT = """\
import os, sys
from pathlib import Path
from hwkcli.matching import cells
real, who = cells.decided, sys.argv[1]
def decided(part):
    with open(who, "a") as out:
        out.write(f"{os.getpid()}\\n")
    return real(part)
cells.decided = decided
sys.argv = ["hwk", "match", *sys.argv[2:]]
from hwkcli.__main__ import main
main()
"""


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be chosen on this system")
def test_two_processors_decide_as_one_does(tmp_path: Path) -> None:
    if not guard._has_two_processors():
        pytest.skip("there is one processor only")
    rows = "\n".join(f"{code};{place} {at}" for at in range(1500) for code, place, _ in TOWNS)
    (tmp_path / "in.csv").write_text(f"PLZ;Ort\n{rows}\n")
    one = {next(iter(os.sched_getaffinity(0)))}

    def deciders(name: str, before: Callable[[], None] | None) -> int:
        words = (tmp_path / name, tmp_path / "in.csv", "-o", tmp_path / f"{name}.csv")
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *map(str, words)], check=True, preexec_fn=before, stderr=subprocess.DEVNULL
        )
        return len(set((tmp_path / name).read_text().split()))

    assert deciders("two", None) == 2
    assert deciders("one", lambda: os.sched_setaffinity(0, one)) == 1
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
