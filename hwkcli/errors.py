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


class EmptyQuery(HwkError, ValueError):
    """A query without a letter or a digit in it."""


class NotFound(HwkError, LookupError):
    """Nothing answers to the word. `suggestions` are names that look like it, best first."""

    exit_code = Exit.NOT_FOUND

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        self.suggestions = suggestions
        if suggestions:
            message = f"{message}; did you mean {' or '.join(suggestions)}?"
        super().__init__(message)


class Ambiguous(HwkError, LookupError):
    """Several places answer equally well where one is wanted. `candidates` are the matches, best first."""

    exit_code = Exit.AMBIGUOUS

    def __init__(self, message: str, candidates: tuple[Any, ...]) -> None:
        self.candidates = candidates
        super().__init__(message)


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
        self.faults = faults
        super().__init__(str(faults[0]))
