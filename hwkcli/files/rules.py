"""What is done with a file: its tree is read into records, then the rules between the records are looked at."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from hwkcli.errors import Fault, Message
from hwkcli.files.fields import Reader, Report
from hwkcli.files.tree import Node, line_of

_Made = TypeVar("_Made")
_MOST_NAMED = 12


class Breach(NamedTuple):
    """A rule that a record breaks, at the path of the record."""

    path: str
    found: str
    expected: str
    refers: str = ""
    """Where the rule looks something up."""


def examine(
    node: Node, file: str, read: Reader, rules: Callable[[_Made], Iterable[Breach]]
) -> tuple[_Made | None, tuple[Fault, ...]]:
    """What a file's tree describes and no faults, or None and all faults, in the order of the file."""
    report = Report(file)
    made: _Made | None = read(node, "", report)
    if made is not None:
        _add(node, report, rules(made))
    return (None, _in_order(report)) if report.faults else (made, ())


def faults(node: Node, file: str, breaches: Iterable[Breach]) -> tuple[Fault, ...]:
    """Rules that are broken, as faults of the file that a tree is of."""
    report = Report(file)
    _add(node, report, breaches)
    return _in_order(report)


def _in_order(report: Report) -> tuple[Fault, ...]:
    """Faults as their lines stand in the file, those of no line last."""
    return tuple(sorted(report.faults, key=lambda fault: math.inf if fault.line is None else fault.line))


def _add(node: Node, report: Report, breaches: Iterable[Breach]) -> None:
    """Report what rules are broken, but not what follows from a fault that is reported already."""
    faulty = {fault.path for fault in report.faults}
    faulty |= {path[: bracket.start()] for path in faulty for bracket in re.finditer(r"\[", path)}
    for path, found, expected, refers in breaches:
        if path not in faulty and refers not in faulty:
            report.add(line_of(node, path), path, found, expected)


def unique(path: str, field: str, values: Iterable[str], others: Iterable[str] = ()) -> Iterator[Breach]:
    """That no value of a list's field is there twice, nor among the `others`."""
    seen = set(others)
    for index, value in enumerate(values):
        if value in seen:
            yield Breach(f"{path}[{index}]{field}", Message("{value} a second time", value=value), Message("each once"))
        seen.add(value)


def one_of_these(names: Iterable[str]) -> Message:
    """What is expected where one of many names is: the first few of them.

    >>> one_of_these(["a", "b"])
    'one of a, b'
    """
    rest = iter(names)
    first = list(islice(rest, _MOST_NAMED))
    more = " ..." if next(rest, None) is not None else ""
    return Message("one of {names}", names=", ".join(first) + more)
