"""Queries from standard input: one a line, answered in order; what has no answer is told by the number of its line."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import typer

from hwkcli.cli.lazy import say
from hwkcli.errors import BadFile, EmptyQuery, Exit, NotFound

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
        raise BadFile(f"standard input: line {number} is not UTF-8; convert it (iconv -t utf-8)") from None
    except OSError as error:
        raise BadFile(f"standard input: {error.strerror}; give the words as arguments") from None


def whole(most: int) -> bytes:
    """All of standard input; of more bytes than `most`, one more. Raises BadFile if it cannot be read."""
    if sys.stdin is None:
        raise BadFile("standard input: it is closed; give a file")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise BadFile(f"standard input: {error.strerror}; give a file") from None


def each(ask: Callable[[str], Sequence[_Answer]]) -> tuple[list[tuple[_Answer, ...]], list[str]]:
    """The answers to each line of standard input, and what to say of lines that have none; blank lines are none."""
    found: list[tuple[_Answer, ...]] = []
    failures: list[str] = []
    for number, line in enumerate(lines(), 1):
        if line.strip():
            try:
                found.append(tuple(ask(line.strip())))
            except (NotFound, EmptyQuery) as error:
                failures.append(f"line {number}: {error}")
    return found, failures


def tell(failures: Sequence[str]) -> None:
    """Say which lines had no answer, and exit with 3 if there are any."""
    for failure in failures:
        say(failure)
    if failures:
        raise typer.Exit(Exit.NOT_FOUND)
