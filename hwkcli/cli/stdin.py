"""Queries from standard input: one a line, answered in order; what has no answer is told by the number of its line."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import typer

from hwkcli.cli.conversation import say
from hwkcli.errors import BadFile, Conflict, EmptyQuery, Exit, Message, NotFound
from hwkcli.streams import stdin_was_read

_Answer = TypeVar("_Answer")


def lines() -> Iterator[str]:
    """The lines of standard input, which is UTF-8. Raises BadFile if it is not, or cannot be read."""
    if sys.stdin is None:
        raise BadFile("standard input: it is closed; give the words as arguments")
    number = 0
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise BadFile(
            "standard input: line {number} is not UTF-8; convert it (iconv -t utf-8)", number=number
        ) from None
    except OSError as error:
        reason = Message(error.strerror or str(error))
        raise BadFile("standard input: {reason}; give the words as arguments", reason=reason) from None


def whole(most: int) -> bytes:
    """All of standard input; of more bytes than `most`, one more. Raises BadFile if it cannot be read."""
    if sys.stdin is None:
        raise BadFile("standard input: it is closed; give a file")
    try:
        stdin_was_read()
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        reason = Message(error.strerror or str(error))
        raise BadFile("standard input: {reason}; give a file", reason=reason) from None


_KEPT = 1 << 14
"""The answers to so many lines are kept for when one comes again."""


class Queries(Generic[_Answer]):
    """The answers to the lines of standard input, each given as soon as its line is read; blank lines are none.

    A line that has no answer is told on stderr. The exit code is known when all lines are read: `end` exits with it.
    """

    def __init__(self, ask: Callable[[str], Sequence[_Answer]]) -> None:
        # Lists say the same again and again.
        self.ask = lru_cache(_KEPT)(ask)
        self.line = 0
        """The number of the line that is answered."""
        self._failed: set[Exit] = set()
        stdin_was_read()

    def __iter__(self) -> Iterator[_Answer]:
        """All that the lines mean, in their order."""
        for found in self.groups():
            yield from found

    def groups(self) -> Iterator[Sequence[_Answer]]:
        """All that the lines mean, line by line."""
        for self.line, line in enumerate(lines(), 1):
            if line.strip():
                try:
                    yield self.ask(line.strip())
                except (NotFound, EmptyQuery, Conflict) as error:
                    self._failed.add(Exit.AMBIGUOUS if isinstance(error, Conflict) else Exit.NOT_FOUND)
                    self.say(error.message)

    def say(self, problem: Message) -> None:
        """Say something about the line that is answered."""
        say(Message("line {number}: {problem}", number=self.line, problem=problem))

    def end(self) -> None:
        """Exit with 3 if a line meant nothing, else with 4 if one contradicted itself."""
        if self._failed:
            raise typer.Exit(min(self._failed))
