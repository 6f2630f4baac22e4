"""Work on files of strangers in a process of its own, with a limit of memory.

Libraries that read damaged or hostile files may abort the process or ask for all memory there is. In a child process
that ends the child alone: nothing is half written, and the user is told in one line. While the child works, its parent
answers what the child asks, and where there is a second processor, another process does, too.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, TypeVar

from hwkcli.errors import BadFile, HwkError, Message
from hwkcli.failures import told
from hwkcli.gazetteer.store.connection import damage
from hwkcli.matching.processes import STOPPED, End, Other, collector_off, helper, serve, stop_as_usual

Made = TypeVar("Made")
_OUT_OF_MEMORY = (b"memory allocation of", b"Cannot allocate memory", b"failed to spawn thread", b"capacity overflow")
"""What libraries say on stderr when they get no memory, or ask for more than there can be."""
_UNEXPECTED = 1
_AGAIN = Message("get the file again")


def shown_size(number: int) -> str:
    """Bytes as a reader writes them: `4 GiB`."""
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if number >= unit:
            return f"{number / unit:.3g} {name}"
    return f"{number} bytes"


def guarded(
    work: Callable[[Sequence[Other]], Made],
    ready: Callable[[], Iterator[None]],
    memory: int,
    shown: str,
    folder: Path,
) -> Made:
    """What the work gives back, done in a child process with so many bytes of memory; in this process where other
    threads run (no fork is safe then), where standard output is not that of the process, or on Windows.

    The child may ask the processes that the work gets: this one and, if there is a second processor, another. They take
    the steps of `ready` while nothing is asked. Done in this process, the work gets none.

    Raises what the work raises of our errors, and BadFile, which names the file as `shown`, if the child dies.
    """
    if not _may_fork():
        with told(shown, _AGAIN):
            return work(())
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    noise = folder / "noise"
    life, parents = os.pipe()
    lines = [Pipe() for _ in range(2 if _has_two_processors() else 1)]
    here, *beside = [one for one, _ in lines]
    # A signal to stop waits until all processes know what to do then.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPPED)
    children = [os.fork()]
    if children[0] == 0:
        os.close(parents)
        for ours, _ in lines:
            ours.close()
        _in_child(work, memory, shown, [line for _, line in lines], noise, life)
    try:
        os.close(life)
        for _, line in lines:
            line.close()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPED)
        end = _answered(here, beside, ready(), parents, children)
        _, status = os.waitpid(children.pop(), 0)
    except BaseException:
        for child in children:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
        raise
    finally:
        os.close(parents)
    _tell_death(os.waitstatus_to_exitcode(status), memory, shown, noise)
    if end.error is not None:
        raise end.error
    made: Made = end.made
    return made


def _answered(
    here: "Connection[Any, Any]",
    beside: "Sequence[Connection[Any, Any]]",
    ready: Iterator[None],
    parents: int,
    children: list[int],
) -> End:
    """Answer what the child asks until it tells its end, here and, as soon as the child asks for that, in a process
    beside this one, which begins with all that this one has got ready. Where the system allows none, all is answered
    here."""

    def begin(line: "Connection[Any, Any]") -> bool:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPED)
        try:
            children.append(helper(line, (parents, here.fileno())))
        except OSError:
            return False
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPED)
        line.close()
        return True

    with here, collector_off():
        end = serve(here, ready, beside, begin)
    for line in beside:
        line.close()
    for _ in children[1:]:
        os.waitpid(children.pop(), 0)
    return end


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
    work: Callable[[Sequence[Other]], Any],
    memory: int,
    shown: str,
    lines: "Sequence[Connection[Any, Any]]",
    noise: Path,
    life: int,
) -> None:
    """Do the work, tell the parent what it gives back or which of our errors it raises, and end the process."""
    code = _UNEXPECTED
    try:
        stop_as_usual()
        others = [Other(line, shown) for line in lines]
        end = _tried(partial(work, others), memory, shown, noise, life)
        with suppress(BrokenPipeError, ConnectionResetError):
            # Nobody is to be told where the parent is gone.
            lines[0].send(end)
        for one in (sys.stdout, sys.stderr):
            if one is not None:
                one.flush()
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _tried(work: Callable[[], Any], memory: int, shown: str, noise: Path, life: int) -> End:
    """What the work gives back, or the error with which it failed."""
    try:
        with told(shown, _AGAIN):
            _quiet(noise)
            threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
            _limit(memory)
            return End(work())
    except HwkError as error:
        lacking = isinstance(error.__context__, MemoryError) or _lacked_memory(noise)
        return End(error=BadFile(_too_large(memory, shown)) if lacking else error)
    except Exception as error:
        if isinstance(error, RuntimeError) and "new thread" in str(error):
            return End(error=BadFile(_too_large(memory, shown)))
        damaged = damage()
        if damaged is None:
            raise
        return End(error=damaged)


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
    if -code in STOPPED:
        raise SystemExit(128 - code)
    if _lacked_memory(noise):
        raise BadFile(_too_large(memory, shown))
    if -code == signal.SIGBUS:
        raise BadFile("{file}: it changed while it was read, or is damaged; try again", file=shown)
    if -code == signal.SIGKILL:
        raise BadFile("{file}: the work was killed, perhaps for want of memory; split the file", file=shown)
    ended = "{file}: it is damaged (reading it ended with {signal}); {advice}"
    raise BadFile(ended, file=shown, signal=signal.Signals(-code).name, advice=_AGAIN)
