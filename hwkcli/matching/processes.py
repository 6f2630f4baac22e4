"""Processes that answer what another one asks, the one that works on a file: while that reads, they get ready, and two
of them answer at the same time."""

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, NoReturn, TypeVar

from hwkcli import stopping
from hwkcli.errors import BadFile, HwkError
from hwkcli.gazetteer.store.connection import damage

STOPPED = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals to stop."""

Reply = TypeVar("Reply")
Question = Callable[[], Any] | None
"""What can be pickled and called: its result is the answer. None is none, and has no answer."""


class End(NamedTuple):
    """The last that a process says: what it has made, or the error that it ends with."""

    made: Any = None
    error: HwkError | None = None


class Other:
    """A process that answers questions, as the one that asks sees it."""

    def __init__(self, line: "Connection[Any, Any]", shown: str) -> None:
        """`shown` is the name of the file that the work is about."""
        self.line = line
        self._shown = shown

    def ask(self, question: Question) -> None:
        """Ask a question. The next one may be asked when this one is answered. Raises BadFile if the process died."""
        try:
            self.line.send(question)
        except (BrokenPipeError, ConnectionResetError):
            raise self._killed() from None

    def begin(self) -> None:
        """Have it begin, if it has not yet, for it will soon be asked. Raises what `ask` raises."""
        self.ask(None)

    def answer(self) -> Any:
        """The answer to the question, when it is there. Raises the error that the question raised, and BadFile if the
        process died."""
        try:
            found, error = self.line.recv()
        except (EOFError, ConnectionResetError):
            raise self._killed() from None
        if error is not None:
            raise error
        return found

    def _killed(self) -> BadFile:
        return BadFile("{file}: the work was killed, perhaps for want of memory; split the file", file=self._shown)


def first_of(others: Iterable[Other]) -> list[Other]:
    """Those of some processes that answer first, of which one or more do: wait until then."""
    by_line = {other.line: other for other in others}
    return [by_line[line] for line in wait(list(by_line)) if isinstance(line, Connection)]


def answer(others: Sequence[Other], question: Callable[[], Reply]) -> Reply:
    """The answer to a question about the gazetteer, by the first of the processes that have it; where there are none,
    it is in this one. Raises what `Other.answer` raises."""
    if not others:
        return question()
    others[0].ask(question)
    found: Reply = others[0].answer()
    return found


def serve(
    line: "Connection[Any, Any]",
    ready: Iterator[None],
    beside: "Sequence[Connection[Any, Any]]" = (),
    begin: "Callable[[Connection[Any, Any]], bool]" = lambda line: False,
) -> End:
    """Answer what is asked on a line, until the end is told or the process that asks is gone; while nothing is asked,
    get ready. When something is asked on a line beside for the first time, `begin` starts a process that answers it; if
    it says that there is none to be had, that line is answered here, too. From then on, both are asked without a pause,
    and what is not ready yet is read when it is needed."""
    here, waiting = [line], list(beside)
    try:
        while True:
            get_ready([*here, *waiting], ready)
            asked = wait([*here, *waiting])
            for one in [one for one in waiting if one in asked]:
                waiting.remove(one)
                ready = iter(())
                if not begin(one):
                    here.append(one)
            for one in [one for one in here if one in asked]:
                said = one.recv()
                if isinstance(said, End):
                    return said
                if said is None:
                    continue
                # A process that has failed, or died, does not wait for the answer.
                with suppress(BrokenPipeError, ConnectionResetError):
                    one.send(_answer(said))
    except (EOFError, ConnectionResetError):
        return End()


def get_ready(lines: "Sequence[Connection[Any, Any]]", ready: Iterator[None]) -> None:
    """Take steps until something is asked. What fails, fails again where it is needed, and is told there."""
    with suppress(Exception):
        while not wait(lines, 0):
            next(ready)
    stopping.heed()


def _answer(question: Callable[[], Any]) -> tuple[Any, HwkError | None]:
    try:
        return question(), None
    except HwkError as error:
        return None, error
    except Exception:
        damaged = damage()
        if damaged is None:
            raise
        return None, damaged


def helper(line: "Connection[Any, Any]", others: Sequence[int]) -> int:
    """Start a process that answers what comes on a line: its number. It closes the descriptors of others first."""
    child = os.fork()
    if child == 0:
        _serve_and_end(line, others)
    return child


def _serve_and_end(line: "Connection[Any, Any]", others: Sequence[int]) -> NoReturn:
    code = 1
    try:
        stop_as_usual()
        for one in others:
            os.close(one)
        serve(line, iter(()))
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


@contextmanager
def collector_off() -> Iterator[None]:
    """While so much is made that stays, and nothing in circles, looking for garbage only takes time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def stop_as_usual() -> None:
    """Have the signals to stop end this process at once, but for those that are ignored."""
    for number in STOPPED:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPED)
