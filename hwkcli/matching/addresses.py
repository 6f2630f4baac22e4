"""The addresses of a table, decided part by part; where other processes help, each decides a part at the same time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from hwkcli.matching.answer import Decision
from hwkcli.matching.columns import Columns
from hwkcli.matching.processes import Other, first_of
from hwkcli.matching.questions import decided
from hwkcli.matching.task import Progress

Row = tuple[str, ...]
"""The cells of an address, in the order of `Columns.used`; another one, of the kind of the row, may follow."""
Rows = Callable[[int, int], Sequence[Row | None]]
"""The addresses of a table from one on, by its number, and at most so many. None is a row that is not asked."""

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


def decisions(
    rows: Rows, number: int, columns: Columns, key_date: str, tell: Progress, others: Sequence[Other] = ()
) -> list[Decision]:
    """What each of so many addresses means, in their order; nothing where a row is not asked. The other processes, if
    there are any, decide all of them, each some parts. `key_date` is as in `Part`."""
    size = max(_PART, number // _PARTS)

    def question(start: int) -> Callable[[], list[Decision]]:
        return partial(decided, Part(rows(start, size), columns, key_date))

    starts = range(0, number, size)
    found: dict[int, list[Decision]] = {}
    done = 0
    tell(done, number)
    for start, some in _answered(starts, question, others) if others else ((at, question(at)()) for at in starts):
        found[start] = some
        done += len(some)
        tell(done, number)
    return [one for start in starts for one in found[start]]


def _answered(
    starts: Iterable[int], question: Callable[[int], Callable[[], list[Decision]]], others: Sequence[Other]
) -> Iterator[tuple[int, list[Decision]]]:
    """The answers of other processes to the questions of some parts: each is asked again as soon as it has answered.
    One takes the parts from the beginning, the next one from the end: what addresses that stand near each other have in
    common is looked up in one process only."""
    rest = deque(starts)
    take = {other: rest.pop if at % 2 else rest.popleft for at, other in enumerate(others)}
    asked: dict[Other, int] = {}

    def ask(other: Other) -> None:
        if rest:
            asked[other] = start = take[other]()
            other.ask(question(start))

    # The first of them starts the others, if it finds them asked.
    for other in reversed(others[: len(rest)]):
        ask(other)
    while asked:
        for other in first_of(asked):
            start = asked.pop(other)
            found = other.answer()
            ask(other)
            yield start, found
