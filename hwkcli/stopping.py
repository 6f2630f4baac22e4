"""Signals to stop the process: each raises an exception wherever the process is, and is remembered.

For that exception may come out as another one: Python turns it into a RuntimeError where a class is being made, as many
are by each import. Who takes that for a failure and goes on would write the file that nobody wants any more. So `heed`
stands where the work goes on after a failure, and before a file is put in its place.
"""

import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_TO_STOP = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
_asked: list[int] = []


def listen() -> None:
    """Have Ctrl-C raise KeyboardInterrupt, SIGTERM and SIGHUP SystemExit with 128 and the number, so that files in the
    making are removed; not where they are ignored, as `nohup` does it, or another handler is set."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    for one in _TO_STOP:
        if signal.getsignal(one) is signal.SIG_DFL:
            signal.signal(one, _stop)
    sys.unraisablehook = _unless_told_to_stop


def heed() -> None:
    """Raise again what a signal has raised, if there was one."""
    if _asked:
        raise KeyboardInterrupt if _asked[-1] == signal.SIGINT else SystemExit(128 + _asked[-1])


def _stop(number: int, frame: FrameType | None) -> None:
    _asked.append(number)
    if number != signal.SIGINT:
        for one in _TO_STOP:
            signal.signal(one, signal.SIG_IGN)
    heed()


def _unless_told_to_stop(ignored: "UnraisableHookArgs") -> None:
    """Python shows what it cannot raise, but for the exceptions of here: `heed` raises them again."""
    if not (_asked and isinstance(ignored.exc_value, KeyboardInterrupt | SystemExit)):
        sys.__unraisablehook__(ignored)
