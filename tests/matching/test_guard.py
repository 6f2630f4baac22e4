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
        back, replies = os.pipe()
        life, parents = os.pipe()
        try:
            memory = limits[0] if limits[0] > 0 else 1 << 62
            with pytest.raises(Ended):
                guard._in_child(lambda parent: work(), memory, "in.csv", (writer, back), tmp_path / "noise", life)
        finally:
            os.dup2(kept, 2)
            if sys.stderr is not real:
                sys.stderr.close()
                sys.stderr = real
        with os.fdopen(reader, "rb") as stream:
            said = stream.read()
        monkeypatch.setattr(os, "_exit", lambda code: None)
        os.close(parents)
        os.close(replies)
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
    assert (code, pickle.loads(said)) == (0, (guard._DONE, {"rows": 3}))


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
    what, error = pickle.loads(said)
    assert (code, what, type(error)) == (0, guard._FAILED, kind)
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
        ended(line, tmp_path / "noise")
    assert str(error.value).startswith(message)


def ended(line: str, noise: Path) -> None:
    """Tell the end of a process."""
    code = subprocess.run(["/bin/sh", "-c", line], check=False).returncode
    guard._tell_death(code, 1 << 30, "in.csv", noise)


def told(said: bytes, reply: Callable[[Any], Any] | None = None) -> tuple[tuple[int, Any], bytes]:
    """What a parent gathers from what a child says, and what it replies."""
    reader, writer = os.pipe()
    back, replies = os.pipe()
    os.write(writer, said)
    os.close(writer)
    found = guard._told(reader, replies, reply)
    with os.fdopen(back, "rb") as stream:
        return found, stream.read()


def test_a_parent_replies_until_the_child_is_done() -> None:
    said = [pickle.dumps((guard._QUESTION, number)) for number in (3, 4)]
    found, replied = told(b"".join((*said, pickle.dumps((guard._DONE, "x")))), lambda number: number * 2)
    assert found == (guard._DONE, "x")
    assert replied == pickle.dumps(6) + pickle.dumps(8)


@pytest.mark.parametrize("said", [b"", pickle.dumps((guard._QUESTION, 3)), pickle.dumps((guard._DONE, "x" * 99))[:50]])
def test_a_child_that_died_says_nothing(said: bytes) -> None:
    assert told(said, lambda number: number)[0] == (guard._DONE, None)


def test_a_child_that_has_failed_does_not_wait_for_the_reply() -> None:
    reader, writer = os.pipe()
    back, replies = os.pipe()
    os.close(back)
    os.write(writer, pickle.dumps((guard._QUESTION, 3)) + pickle.dumps((guard._FAILED, "why")))
    os.close(writer)
    assert guard._told(reader, replies, lambda number: "x" * 100_000) == (guard._FAILED, "why")


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
        "def work(parent):\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        f"guard.guarded(work, lambda: str, 1 << 40, 'in.csv', pathlib.Path({str(tmp_path)!r}))"
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


def guarded(work: Callable[[guard.Parent[int, str] | None], Any], folder: Path) -> Any:
    """What some work gives back, whose questions are numbers."""
    return guard.guarded(work, lambda: str, 1 << 40, "in.csv", folder)


def test_where_no_fork_is_safe_the_work_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The threads of Polars would not be there after a fork.
    monkeypatch.setitem(sys.modules, "polars", ModuleType("polars"))
    assert guarded(lambda parent: (os.getpid(), parent), tmp_path) == (os.getpid(), None)
    with pytest.raises(BadFile, match=r"in.csv: it needs more memory than there is"):
        guarded(lambda parent: failing(MemoryError())(), tmp_path)
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


ASKS = """\
import os, pathlib, sys
from hwkcli.errors import BadFile
from hwkcli.matching import guard

def work(parent):
    parent.ask(20)
    here = os.getpid()
    there, found = parent.answer()
    return here != there, found

def ready():
    return lambda number: (os.getpid(), number + 1)

def fails():
    def reply(number):
        raise BadFile("the store is gone")
    return reply

guard._has_two_processors = lambda: True
folder = pathlib.Path(sys.argv[1])
print(guard.guarded(work, ready, 1 << 40, "in.csv", folder))
try:
    guard.guarded(work, fails, 1 << 40, "in.csv", folder)
except BadFile as error:
    print(error)
guard._has_two_processors = lambda: False
print(guard.guarded(lambda parent: parent, ready, 1 << 40, "in.csv", folder))
"""


def test_a_child_asks_its_parent(tmp_path: Path) -> None:
    words = [sys.executable, "-c", ASKS, str(tmp_path)]
    said = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout == "(True, 21)\nthe store is gone\nNone\n"
    assert said.stderr == ""
