"""Work in a process of its own: what it gives back, and what its death means."""

import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching import guard


class Ended(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[], Any]], tuple[int, bytes]]]:
    """What a child process does with some work, done in this process: its exit code, and what it tells its parent."""
    kept, limits = os.dup(2), resource.getrlimit(resource.RLIMIT_DATA)
    handlers = {number: signal.getsignal(number) for number in guard._STOPPED}
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        raise Ended

    monkeypatch.setattr(os, "_exit", end)
    real = sys.stderr

    def run(work: Callable[[], Any]) -> tuple[int, bytes]:
        reader, writer = os.pipe()
        life, parents = os.pipe()
        try:
            with pytest.raises(Ended):
                guard._in_child(
                    work, limits[0] if limits[0] > 0 else 1 << 62, "in.csv", writer, tmp_path / "noise", life
                )
        finally:
            os.dup2(kept, 2)
            if sys.stderr is not real:
                sys.stderr.close()
                sys.stderr = real
        with os.fdopen(reader, "rb") as stream:
            said = stream.read()
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


def test_a_child_tells_what_it_has_made(child: Callable[..., tuple[int, bytes]]) -> None:
    code, said = child(lambda: {"rows": 3})
    assert (code, pickle.loads(said)) == (0, (False, {"rows": 3}))


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
    child: Callable[..., tuple[int, bytes]], work: Callable[[], None], kind: type[Exception], message: str
) -> None:
    code, said = child(work)
    failed, error = pickle.loads(said)
    assert (code, failed, type(error)) == (0, True, kind)
    assert str(error).startswith(message)


def test_a_bug_of_ours_shows_where_it_is(
    child: Callable[..., tuple[int, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (KeyError("x"), RuntimeError("y")):
        code, said = child(failing(error))
        assert (code, said) == (1, b"")


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
        answered(line, b"", tmp_path / "noise")
    assert str(error.value).startswith(message)


def answered(line: str, said: bytes, noise: Path) -> tuple[bool, Any]:
    reader, writer = os.pipe()
    os.write(writer, said)
    os.close(writer)
    process = subprocess.Popen(["/bin/sh", "-c", line])
    try:
        return guard._answer(process.pid, reader, 1 << 30, "in.csv", noise)
    finally:
        process.returncode = 0


def test_a_child_that_was_told_to_stop_or_has_a_bug_ends_the_parent_too(tmp_path: Path) -> None:
    # A shell in the background has its children ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for line, code in (("kill -TERM $$", 143), ("kill -INT $$", 130), ("exit 1", 1)):
            with pytest.raises(SystemExit) as end:
                answered(line, b"", tmp_path / "none")
            assert end.value.code == code
    finally:
        signal.signal(signal.SIGINT, before)
    assert answered("exit 0", pickle.dumps((False, 3)), tmp_path / "none") == (False, 3)


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    code = (
        "import os, sys, time, pathlib\n"
        "from hwkcli.matching import guard\n"
        "def work():\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        f"guard.guarded(work, 1 << 40, 'in.csv', pathlib.Path({str(tmp_path)!r}))"
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


def test_where_no_fork_is_safe_the_work_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The threads of Polars would not be there after a fork.
    monkeypatch.setitem(sys.modules, "polars", ModuleType("polars"))
    assert guard.guarded(os.getpid, 1, "in.csv", tmp_path) == os.getpid()
    with pytest.raises(BadFile, match=r"in.csv: it needs more memory than there is"):
        guard.guarded(failing(MemoryError()), 1, "in.csv", tmp_path)
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
    assert guard.usual_limits() == (4 << 30, 8 << 30)
    sizes["SC_PHYS_PAGES"] = (4 << 30) // 4096
    assert guard.usual_limits() == (3 << 30, 8 << 30)

    def none(name: str) -> int:
        raise ValueError

    monkeypatch.setattr(os, "sysconf", none)
    assert guard.usual_limits() == (4 << 30, 8 << 30)
    assert list(map(guard.shown_size, (7, 1024, 1536 << 10, 4 << 30))) == ["7 bytes", "1 KiB", "1.5 MiB", "4 GiB"]
