"""Processes that answer what another one asks: what they answer, what they do meanwhile, and how they end."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from hwkcli.errors import BadFile, BadSetting
from hwkcli.gazetteer.store import connection
from hwkcli.matching import processes
from hwkcli.matching.processes import End, Other


def doubled(number: int) -> int:
    return number * 2


def refused() -> int:
    raise BadSetting("name a column")


def buggy() -> int:
    raise KeyError("x")


def steps(taken: list[int], number: int) -> Iterator[None]:
    for at in range(number):
        taken.append(at)
        yield


def stop_at(number: int, steps: Iterator[None], line: "Connection[Any, Any]") -> Iterator[None]:
    """The same steps; in the last of so many the end is told."""
    for at, step in enumerate(steps, 1):
        if at == number:
            line.send(End())
        yield step


def test_questions_are_answered_until_the_end_is_told() -> None:
    here, there = Pipe()
    for said in (partial(doubled, 3), refused, partial(doubled, 4), End("x")):
        there.send(said)
    assert processes.serve(here, iter(())) == End("x")
    other = Other(there, "in.csv")
    assert other.answer() == 6
    with pytest.raises(BadSetting, match="name a column"):
        other.answer()
    assert other.answer() == 8


def test_a_bug_is_no_answer() -> None:
    here, there = Pipe()
    there.send(buggy)
    with pytest.raises(KeyError):
        processes.serve(here, iter(()))


def test_a_store_that_is_damaged_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "damage", connection.not_whole)
    here, there = Pipe()
    for said in (buggy, End()):
        there.send(said)
    processes.serve(here, iter(()))
    with pytest.raises(BadFile):
        Other(there, "in.csv").answer()


def test_a_process_that_died_says_nothing() -> None:
    here, there = Pipe()
    there.close()
    assert processes.serve(here, iter(())) == End()
    here, there = Pipe()
    here.close()
    other = Other(there, "in.csv")
    for asked in (other.answer, partial(other.ask, refused)):
        with pytest.raises(BadFile, match=r"in.csv: the work was killed"):
            asked()


def test_who_has_failed_does_not_wait_for_the_answer() -> None:
    here, there = Pipe()
    there.send(partial(doubled, 3))
    there.send(End("why"))
    there.close()
    assert processes.serve(here, iter(())) == End("why")


def test_steps_are_taken_while_nothing_is_asked() -> None:
    here, there = Pipe()
    taken: list[int] = []
    processes.get_ready([here], stop_at(2, steps(taken, 3), there))
    assert taken == [0, 1]
    processes.serve(here, steps(taken, 3))
    assert taken == [0, 1]
    here, there = Pipe()
    processes.get_ready([here], steps(taken, 3))
    assert taken == [0, 1, 0, 1, 2]


def test_another_process_begins_when_it_is_asked() -> None:
    here, there = Pipe()
    beside, asked = Pipe()
    idle, _ = Pipe()
    begun: list[object] = []

    def begin(line: "Connection[Any, Any]") -> bool:
        begun.append(line)
        there.send(End())
        return True

    asked.send(refused)
    assert processes.serve(here, iter(()), (idle, beside), begin) == End()
    assert begun == [beside]
    assert not asked.poll()


def test_another_process_begins_before_it_is_asked() -> None:
    here, _ = Pipe()
    beside, asked = Pipe()
    begun: list[object] = []
    taken: list[int] = []

    def begin(line: "Connection[Any, Any]") -> bool:
        begun.append(line)
        return False

    Other(asked, "in.csv").begin()
    Other(asked, "in.csv").ask(partial(doubled, 3))
    asked.send(End("x"))
    assert processes.serve(here, steps(taken, 3), (beside,), begin) == End("x")
    assert (begun, taken) == ([beside], [])
    assert Other(asked, "in.csv").answer() == 6
    assert not asked.poll()


def test_what_is_not_ready_when_another_begins_is_left() -> None:
    here, there = Pipe()
    beside, asked = Pipe()
    taken: list[int] = []
    told = threading.Timer(0.1, there.send, (End("x"),))

    def begin(line: "Connection[Any, Any]") -> bool:
        told.start()
        return True

    asked.send(None)
    assert processes.serve(here, steps(taken, 3), (beside,), begin) == End("x")
    assert taken == []


def test_where_no_other_process_can_begin_this_one_answers() -> None:
    here, there = Pipe()
    beside, asked = Pipe()
    asked.send(partial(doubled, 3))
    there.send(partial(doubled, 4))
    asked.send(partial(doubled, 5))
    asked.send(End("x"))
    assert processes.serve(here, iter(()), (beside,)) == End("x")
    assert (Other(asked, "").answer(), Other(there, "").answer(), Other(asked, "").answer()) == (6, 8, 10)


def test_a_step_that_fails_ends_getting_ready() -> None:
    def ready() -> Iterator[None]:
        yield
        raise OSError

    here, _ = Pipe()
    processes.get_ready([here], ready())


ASKS = """\
import os, pathlib, sys
from functools import partial
from hwkcli.errors import BadFile
from hwkcli.matching import guard

def work(others):
    for other in others:
        other.ask(os.getpid)
    return os.getpid(), *(other.answer() for other in others)

def gone():
    raise BadFile("the store is gone")

def fails(others):
    others[0].ask(gone)
    return others[0].answer()

def ends(others):
    others[-1].ask(partial(os._exit, 3))
    return others[-1].answer()

folder = pathlib.Path(sys.argv[1])
guarded = lambda work: guard.guarded(work, lambda: iter(()), 1 << 40, "in.csv", folder)
guard._has_two_processors = lambda: True
print(len(set(found := guarded(work))), found[1] == os.getpid())
for one in (fails, ends):
    try:
        guarded(one)
    except BadFile as error:
        print(error)
guard._has_two_processors = lambda: False
print(len(set(found := guarded(work))), found[1] == os.getpid())
guard._has_two_processors = lambda: True
real, forks = os.fork, []
def fork():
    forks.append(0)
    if len(forks) > 1:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return real()
os.fork = fork
print(len(set(found := guarded(work))), found[1] == found[2] == os.getpid())
"""


def test_a_child_asks_its_parent_and_where_there_are_two_processors_another_process(tmp_path: Path) -> None:
    words = [sys.executable, "-c", ASKS, str(tmp_path)]
    said = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.splitlines() == [
        "3 True",
        "the store is gone",
        "in.csv: the work was killed, perhaps for want of memory; split the file",
        "2 True",
        "2 True",
    ]
    assert said.stderr == ""


SLEEPS = """\
import os, pathlib, sys, time
from functools import partial
from hwkcli.matching import guard

def work(others):
    others[1].ask(os.getpid)
    print(os.getpid(), others[1].answer(), flush=True)
    time.sleep(60)

guard._has_two_processors = lambda: True
guard.guarded(work, lambda: iter(()), 1 << 40, "in.csv", pathlib.Path(sys.argv[1]))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_all_processes_end_with_the_first(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPS, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    numbers = process.stdout.readline().split()
    process.send_signal(number)
    process.wait(20)
    process.stdout.close()
    for one in numbers:
        state = Path(f"/proc/{one}/stat")
        until = time.monotonic() + 20
        while state.exists() and state.read_text().split()[2] != "Z":
            assert time.monotonic() < until
            time.sleep(0.01)


def test_the_collector_is_as_it_was() -> None:
    import gc

    assert gc.isenabled()
    with processes.collector_off():
        assert not gc.isenabled()
        with processes.collector_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
