"""Work on files of strangers in a process of its own, with a limit of memory.

Libraries that read damaged or hostile files may abort the process or ask for all memory there is. In a child process
that ends the child alone: nothing is half written, and the user is told in one line. While the child works, its parent
has nothing to do, and answers what the child asks it.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

from hwkcli.errors import BadFile, HwkError, Message
from hwkcli.failures import told
from hwkcli.gazetteer.store.connection import damage

Made = TypeVar("Made")
Question = TypeVar("Question")
Reply = TypeVar("Reply")
_OUT_OF_MEMORY = (b"memory allocation of", b"Cannot allocate memory", b"failed to spawn thread", b"capacity overflow")
"""What libraries say on stderr when they get no memory, or ask for more than there can be."""
_STOPPED = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_UNEXPECTED = 1
_AGAIN = Message("get the file again")


class Parent(Generic[Question, Reply]):
    """The parent of a child process, as the child sees it: it has a processor of its own, and answers questions."""

    def __init__(self, to: BinaryIO, back: BinaryIO) -> None:
        self._to = to
        self._back = back

    def ask(self, question: Question) -> None:
        """Ask a question. The next one may be asked when this one is answered."""
        pickle.dump((_QUESTION, question), self._to)
        self._to.flush()

    def answer(self) -> Reply:
        """The answer to the question, when it is there."""
        found: Reply = pickle.load(self._back)
        return found


_QUESTION, _DONE, _FAILED = range(3)
"""What a child tells its parent: that it wants to know something, what it has made, or with which error it ends."""


class Limits(NamedTuple):
    """How much a file may take."""

    memory: int
    """Bytes of memory, of the whole work."""
    size: int
    """Bytes of the file, unpacked."""


def usual_limits() -> Limits:
    """4 GiB of memory, or three quarters of the machine's if that is less; files of 8 GiB."""
    gib = 1 << 30
    try:
        physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        physical = 8 * gib
    return Limits(min(4 * gib, physical * 3 // 4), 8 * gib)


def shown_size(number: int) -> str:
    """Bytes as a reader writes them: `4 GiB`."""
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if number >= unit:
            return f"{number / unit:.3g} {name}"
    return f"{number} bytes"


def guarded(
    work: Callable[[Parent[Question, Reply] | None], Made],
    ready: Callable[[], Callable[[Question], Reply]],
    memory: int,
    shown: str,
    folder: Path,
) -> Made:
    """What the work gives back, done in a child process with so many bytes of memory; in this process where other
    threads run (no fork is safe then), where standard output is not that of the process, or on Windows.

    The child may ask this process, if there is a second processor: what `ready` gives replies. Else the work gets None.

    Raises what the work raises of our errors, and BadFile, which names the file as `shown`, if the child dies.
    """
    if not _may_fork():
        with told(shown, _AGAIN):
            return work(None)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    noise = folder / "noise"
    life, parents = os.pipe()
    answer, childs = os.pipe()
    back, replies = os.pipe()
    # A signal to stop waits until both processes know what to do then.
    signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPED)
    child = os.fork()
    if child == 0:
        os.close(parents)
        os.close(replies)
        _in_child(work, memory, shown, (childs, back), noise, life)
    try:
        os.close(life)
        os.close(childs)
        os.close(back)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPED)
        said = _told(answer, replies, ready() if _has_two_processors() else None)
        _, status = os.waitpid(child, 0)
        _tell_death(os.waitstatus_to_exitcode(status), memory, shown, noise)
    except BaseException:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        raise
    finally:
        os.close(parents)
    what, made = said
    if what == _FAILED:
        raise made
    found: Made = made
    return found


def _told(answer: int, replies: int, reply: Callable[[Any], Any] | None) -> tuple[int, Any]:
    """What a child tells at its end, when all that it asked is answered; nothing if it died."""
    back = os.fdopen(replies, "wb")
    try:
        with os.fdopen(answer, "rb") as stream:
            while (said := pickle.load(stream))[0] == _QUESTION and reply is not None:
                found = reply(said[1])
                # A child that has failed, or died, does not wait for the reply.
                with suppress(BrokenPipeError):
                    pickle.dump(found, back)
                    back.flush()
            return said[0], said[1]
    except (EOFError, pickle.UnpicklingError):
        return _DONE, None
    finally:
        with suppress(BrokenPipeError):
            back.close()


def _has_two_processors() -> bool:
    """Whether parent and child can both work at the same time."""
    return len(os.sched_getaffinity(0)) > 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) > 1


def _may_fork() -> bool:
    """Whether this thread is alone, and writes to the standard output of the process."""
    if not hasattr(os, "fork") or threading.active_count() > 1 or "polars" in sys.modules:
        return False
    try:
        return sys.stdout is None or sys.stdout.fileno() == 1
    except (OSError, ValueError, AttributeError):
        return False


def _in_child(
    work: Callable[[Parent[Any, Any] | None], Any],
    memory: int,
    shown: str,
    pipes: tuple[int, int],
    noise: Path,
    life: int,
) -> None:
    """Do the work, tell the parent what it gives back or which of our errors it raises, and end the process."""
    code = _UNEXPECTED
    try:
        for number in _STOPPED:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPED)
        with os.fdopen(pipes[0], "wb") as to, os.fdopen(pipes[1], "rb") as back:
            parent = Parent[Any, Any](to, back) if _has_two_processors() else None
            pickle.dump(_tried(partial(work, parent), memory, shown, noise, life), to)
        for one in (sys.stdout, sys.stderr):
            if one is not None:
                one.flush()
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _tried(work: Callable[[], Any], memory: int, shown: str, noise: Path, life: int) -> tuple[int, Any]:
    """Whether the work is done or has failed, and what it gives back or the error."""
    try:
        with told(shown, _AGAIN):
            _quiet(noise)
            threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
            _limit(memory)
            return _DONE, work()
    except HwkError as error:
        lacking = isinstance(error.__context__, MemoryError) or _lacked_memory(noise)
        return _FAILED, BadFile(_too_large(memory, shown)) if lacking else error
    except Exception as error:
        if isinstance(error, RuntimeError) and "new thread" in str(error):
            return _FAILED, BadFile(_too_large(memory, shown))
        damaged = damage()
        if damaged is None:
            raise
        return _FAILED, damaged


def _end_with_parent(life: int) -> None:
    """End this process when the other end of a pipe is closed, as it is when the parent is gone."""
    os.read(life, 1)
    os._exit(_UNEXPECTED)


def _limit(memory: int) -> None:
    """Let the process have so much memory; nothing is done where the system has no such limit."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def _quiet(noise: Path) -> None:
    """Keep what libraries write to stderr themselves (panics, aborts) in a file; our own lines go on to stderr."""
    said = sys.stderr.encoding if sys.stderr is not None else "utf-8"
    own = os.dup(2) if sys.stderr is not None else os.open(os.devnull, os.O_WRONLY)
    kept = os.open(noise, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(kept, 2)
    os.close(kept)
    sys.stderr = os.fdopen(own, "w", buffering=1, encoding=said, errors="backslashreplace")


def _lacked_memory(noise: Path) -> bool:
    try:
        said = noise.read_bytes()
    except OSError:
        return False
    return any(one in said for one in _OUT_OF_MEMORY)


def _too_large(memory: int, shown: str) -> Message:
    return Message(
        "{file}: it takes more than {size} of memory, or only claims so because it is damaged; allow more with "
        "--max-memory, or split the file",
        file=shown,
        size=shown_size(memory),
    )


def _tell_death(code: int, memory: int, shown: str, noise: Path) -> None:
    """Raise what the end of the child means; nothing for a good one."""
    if code == 0:
        return
    if code > 0:
        # A bug of ours, whose traceback is on stderr already.
        raise SystemExit(_UNEXPECTED)
    if -code in _STOPPED:
        raise SystemExit(128 - code)
    if _lacked_memory(noise):
        raise BadFile(_too_large(memory, shown))
    if -code == signal.SIGBUS:
        raise BadFile("{file}: it changed while it was read, or is damaged; try again", file=shown)
    if -code == signal.SIGKILL:
        raise BadFile("{file}: the work was killed, perhaps for want of memory; split the file", file=shown)
    ended = "{file}: it is damaged (reading it ended with {signal}); {advice}"
    raise BadFile(ended, file=shown, signal=signal.Signals(-code).name, advice=_AGAIN)
