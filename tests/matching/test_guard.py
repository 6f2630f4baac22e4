"""Work in a process of its own: what it gives back, and what its death means."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pipe
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching import guard, task
from hwkcli.matching.processes import STOPPED, End, Other


class Ended(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[], Any]], tuple[int, End | None]]]:
    """What a child process does with some work, done in this process: its exit code, and what it tells its parent."""
    kept, limits = os.dup(2), resource.getrlimit(resource.RLIMIT_DATA)
    handlers = {number: signal.getsignal(number) for number in STOPPED}
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        raise Ended

    monkeypatch.setattr(os, "_exit", end)
    real = sys.stderr

    def run(work: Callable[[], Any]) -> tuple[int, End | None]:
        here, there = Pipe()
        life, parents = os.pipe()
        try:
            memory = limits[0] if limits[0] > 0 else 1 << 62
            with pytest.raises(Ended):
                guard._in_child(lambda others: work(), memory, "in.csv", [there], tmp_path / "noise", life)
        finally:
            os.dup2(kept, 2)
            if sys.stderr is not real:
                sys.stderr.close()
                sys.stderr = real
        there.close()
        with here:
            try:
                said = here.recv()
            except EOFError:
                said = None
        monkeypatch.setattr(os, "_exit", lambda code: None)
        os.close(parents)
        for one in threading.enumerate():
            if one is not threading.current_thread() and "_end_with_parent" in one.name:
                one.join()
        monkeypatch.setattr(os, "_exit", end)
        os.close(life)
        return codes[-1], said

    yield run
    os.dup2(kept, 2)
    os.close(kept)
    resource.setrlimit(resource.RLIMIT_DATA, limits)
    for number, handler in handlers.items():
        signal.signal(number, handler)


def failing(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def noisy(words: str, error: BaseException) -> Callable[[], None]:
    def work() -> None:
        os.write(2, words.encode())
        raise error

    return work


def test_a_child_tells_what_it_has_made(child: Callable[..., tuple[int, End | None]]) -> None:
    code, said = child(lambda: {"rows": 3})
    assert (code, said) == (0, End({"rows": 3}))


@pytest.mark.parametrize(
    ("work", "kind", "message"),
    [
        (failing(BadSetting("say --sheet")), BadSetting, "say --sheet"),
        (failing(OSError(2, "No such file", "x.csv")), BadFile, "x.csv: No such file or directory"),
        (failing(MemoryError()), BadFile, "in.csv: it takes more than"),
        (failing(RuntimeError("can't start new thread")), BadFile, "in.csv: it takes more than"),
        (noisy("capacity overflow", BadFile("it is damaged")), BadFile, "in.csv: it takes more than"),
    ],
)
def test_a_child_tells_of_its_failures(
    child: Callable[..., tuple[int, End | None]], work: Callable[[], None], kind: type[Exception], message: str
) -> None:
    code, said = child(work)
    assert said is not None
    assert (code, said.made, type(said.error)) == (0, None, kind)
    assert str(said.error).startswith(message)


def test_a_bug_of_ours_shows_where_it_is(
    child: Callable[..., tuple[int, End | None]], capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (KeyError("x"), RuntimeError("y")):
        code, said = child(failing(error))
        assert (code, said) == (1, None)


@pytest.mark.parametrize(
    ("line", "noise", "message"),
    [
        ("kill -ABRT $$", "memory allocation of 9 bytes failed", "in.csv: it takes more than 1 GiB of memory"),
        ("kill -ABRT $$", "", "in.csv: it is damaged (reading it ended with SIGABRT)"),
        ("kill -SEGV $$", "", "in.csv: it is damaged (reading it ended with SIGSEGV)"),
        ("kill -BUS $$", "", "in.csv: it changed while it was read, or is damaged"),
        ("kill -KILL $$", "", "in.csv: the work was killed, perhaps for want of memory"),
    ],
)
def test_the_death_of_a_child_is_told(tmp_path: Path, line: str, noise: str, message: str) -> None:
    (tmp_path / "noise").write_text(noise)
    with pytest.raises(BadFile) as error:
        ended(line, tmp_path / "noise")
    assert str(error.value).startswith(message)


def ended(line: str, noise: Path) -> None:
    """Tell the end of a process."""
    code = subprocess.run(["/bin/sh", "-c", line], check=False).returncode
    guard._tell_death(code, 1 << 30, "in.csv", noise)


def test_a_child_that_was_told_to_stop_or_has_a_bug_ends_the_parent_too(tmp_path: Path) -> None:
    # A shell in the background has its children ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for line, code in (("kill -TERM $$", 143), ("kill -INT $$", 130), ("exit 1", 1)):
            with pytest.raises(SystemExit) as end:
                ended(line, tmp_path / "none")
            assert end.value.code == code
    finally:
        signal.signal(signal.SIGINT, before)
    ended("exit 0", tmp_path / "none")


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    code = (
        "import os, sys, time, pathlib\n"
        "from hwkcli.matching import guard\n"
        "def work(others):\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        f"guard.guarded(work, lambda: iter(()), 1 << 40, 'in.csv', pathlib.Path({str(tmp_path)!r}))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    number = int(process.stdout.readline())
    process.kill()
    process.wait()
    # The pipe is open as long as the child lives.
    assert process.stdout.read() == ""
    process.stdout.close()
    state = Path(f"/proc/{number}/stat")
    until = time.monotonic() + 20
    while state.exists() and state.read_text().split()[2] != "Z":
        assert time.monotonic() < until
        time.sleep(0.01)


def guarded(work: Callable[[Sequence[Other]], Any], folder: Path) -> Any:
    """What some work gives back."""
    return guard.guarded(work, lambda: iter(()), 1 << 40, "in.csv", folder)


def test_where_no_fork_is_safe_the_work_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The threads of Polars would not be there after a fork.
    monkeypatch.setitem(sys.modules, "polars", ModuleType("polars"))
    assert guarded(lambda others: (os.getpid(), others), tmp_path) == (os.getpid(), ())
    with pytest.raises(BadFile, match=r"in.csv: it needs more memory than there is"):
        guarded(lambda others: failing(MemoryError())(), tmp_path)
    monkeypatch.delitem(sys.modules, "polars", raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    class Captured:
        def fileno(self) -> int:
            raise ValueError

    monkeypatch.setattr(sys, "stdout", Captured())
    assert not guard._may_fork()
    monkeypatch.setattr(sys, "stdout", None)
    assert guard._may_fork()


def test_the_usual_limits_are_those_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": (64 << 30) // 4096}
    monkeypatch.setattr(os, "sysconf", sizes.__getitem__)
    assert task.usual_limits() == (4 << 30, 8 << 30)
    sizes["SC_PHYS_PAGES"] = (4 << 30) // 4096
    assert task.usual_limits() == (3 << 30, 8 << 30)

    def none(name: str) -> int:
        raise ValueError

    monkeypatch.setattr(os, "sysconf", none)
    assert task.usual_limits() == (4 << 30, 8 << 30)
    assert list(map(guard.shown_size, (7, 1024, 1536 << 10, 4 << 30))) == ["7 bytes", "1 KiB", "1.5 MiB", "4 GiB"]


def test_a_child_whose_parent_is_gone_tells_nobody(tmp_path: Path) -> None:
    code = (
        "import os, pathlib\n"
        "from hwkcli.matching import guard\n"
        "guard._end_with_parent = lambda life: None\n"
        "def work(others):\n    os.kill(os.getppid(), 9)\n    os.read(0, 1)\n"
        f"guard.guarded(work, lambda: iter(()), 1 << 40, 'in.csv', pathlib.Path({str(tmp_path)!r}))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.wait(20)
    # The child goes on when it can read the end of its input, and holds stderr open until it has ended.
    assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == -9
    assert (tmp_path / "noise").read_text() == ""
