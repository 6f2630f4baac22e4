"""Every failure that a user can meet, and its exit code."""

from enum import IntEnum
from typing import Any, NamedTuple


class Exit(IntEnum):
    """The exit codes of `hwk`. 1 is left to accidents (a bug in `hwk` itself)."""

    ANSWERED = 0
    USAGE = 2
    NOT_FOUND = 3
    AMBIGUOUS = 4
    BAD_FILE = 5
    INTERRUPTED = 130


def quoted(word: str) -> str:
    """A user's word as it may stand in a message: in quotes, with escapes for control characters, and not long."""
    return repr(word if len(word) <= 60 else word[:57] + "...")


class HwkError(Exception):
    """A failure that is the user's to mend. Its text is one line: what, where and what to do next."""

    exit_code = Exit.USAGE


class BadSetting(HwkError, ValueError):
    """A variable of the environment that `hwk` cannot follow."""


class UnknownDay(HwkError, ValueError):
    """A day for which the register is not known."""


class EmptyQuery(HwkError, ValueError):
    """A query without a letter or a digit in it."""


class NotFound(HwkError, LookupError):
    """Nothing answers to the word. `suggestions` are names that look like it, best first."""

    exit_code = Exit.NOT_FOUND

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message, suggestions)
        self.suggestions = suggestions

    def __str__(self) -> str:
        return str(self.args[0]) + (f"; did you mean {' or '.join(self.suggestions)}?" if self.suggestions else "")


class Ambiguous(HwkError, LookupError):
    """Several places answer equally well where one is wanted. `candidates` are the matches, best first."""

    exit_code = Exit.AMBIGUOUS

    def __init__(self, message: str, candidates: tuple[Any, ...]) -> None:
        super().__init__(message, candidates)
        self.candidates = candidates

    def __str__(self) -> str:
        return str(self.args[0])


class Conflict(Ambiguous):
    """One part of what was typed contradicts another. `candidates` are the places of each, those of the name first."""


class BadFile(HwkError):
    """A file that cannot be read, understood or written."""

    exit_code = Exit.BAD_FILE


class Fault(NamedTuple):
    """One thing that is wrong with a data file."""

    file: str
    line: int | None
    """Counted from 1; None where the fault is no line's (an empty file, say)."""
    path: str
    """Where in the file: `kreise[3].towns[7].postal_codes[0]`, counted from 0; empty for the whole file."""
    found: str
    expected: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        path = f"{self.path}: " if self.path else ""
        return f"{place}: {path}found {self.found}, expected {self.expected}"


class BadData(BadFile):
    """A data file whose content is at fault. `faults` has all of them; the message is the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return str(self.faults[0])
