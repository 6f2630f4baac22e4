"""The addresses of a table, decided part by part; where other processes help, each decides a part at the same time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from hwkcli.matching.answer import Decision
from hwkcli.matching.columns import Columns
from hwkcli.matching.processes import Other, first_of
from hwkcli.matching.questions import decided
from hwkcli.matching.task import Progress

Row = tuple[str, ...]
"""The cells of an address, in the order of `Columns.used`; another one, of the kind of the row, may follow."""

_PART = 200
"""So many addresses are decided at a time, at least."""
_PARTS = 100
"""A long table is divided into about so many parts."""
LONGEST = 400
"""A cell that is longer is no address, and must not cost time."""


class Part(NamedTuple):
    """Some of the addresses of a table."""

    rows: Sequence[Row | None]
    """None is a row that is not asked."""
    columns: Columns
    key_date: str = ""
    """The day of the register that the keys are of, YYYY-MM-DD; empty where it is not said."""


def decisions(parts: Iterable[Part], number: int, tell: Progress, others: Sequence[Other] = ()) -> Iterator[Decision]:
    """What each of so many addresses means, in their order; nothing where a row is not asked. The other processes, if
    there are any, decide all of them, each some parts."""
    done = 0
    tell(done, number)
    for found in _answered(parts, others) if others else map(decided, parts):
        yield from found
        done += len(found)
        tell(done, number)


def _answered(parts: Iterable[Part], others: Sequence[Other]) -> Iterator[list[Decision]]:
    """The answers of other processes to some parts, in their order: each is asked again as soon as it has answered."""
    rest = enumerate(parts)
    asked: dict[Other, int] = {}
    found: dict[int, list[Decision]] = {}
    due = 0
    # The first of them starts the others, if it finds them asked.
    for other, (number, part) in reversed(list(zip(others, islice(rest, len(others)), strict=False))):
        other.ask(partial(decided, part))
        asked[other] = number
    while asked:
        for other in first_of(asked):
            found[asked.pop(other)] = other.answer()
            for number, part in islice(rest, 1):
                other.ask(partial(decided, part))
                asked[other] = number
        while due in found:
            yield found.pop(due)
            due += 1


def in_parts(rows: Iterable[Row | None], number: int, columns: Columns, key_date: str) -> Iterator[Part]:
    """The addresses of a table, so many, in parts."""
    rest = iter(rows)
    size = max(_PART, number // _PARTS)
    while some := list(islice(rest, size)):
        yield Part(some, columns, key_date)
