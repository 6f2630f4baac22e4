"""Which columns of a table have room, and how wide they are, where the width is short.

A table stays a table, a line a row: the less important columns are shortened first, then left out. Texts are folded
where that costs few lines, and where not even the most important columns have room.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

GAP = 2
"""Blanks between two columns."""

_WIDEST = 40
"""Where nothing limits the width, a longer text is folded into lines of this width, to be read."""

_NARROWEST = (40, 24, 18, 15)
_NARROWEST_PROSE = 30
"""A shortened column keeps so many signs, the more the more important it is: less of a text would say nothing."""


class Column(NamedTuple):
    """What is to be known of a column: widths in signs, and how important it is."""

    full: int
    """The width in which nothing is cut or folded."""
    word: int
    """The width in which no word is broken."""
    heading: int
    rank: int = 0
    """0 is never left out; the greatest number goes first."""
    whole: bool = False
    """Whether a text of it means nothing when it is cut: a number, a key, an address."""
    prose: bool = False
    bar: bool = False
    """Whether it is drawn, and so says the same in any width that its heading has room in."""

    @property
    def least(self) -> int:
        """The width that it keeps when it is shortened."""
        if self.whole:
            return self.full
        if self.bar:
            return min(self.full, self.heading)
        signs = _NARROWEST_PROSE if self.prose else _NARROWEST[min(self.rank, len(_NARROWEST) - 1)]
        return min(self.full, max(self.heading, signs))


class Fit(NamedTuple):
    """The columns that are shown, with their widths."""

    shown: tuple[int, ...]
    widths: tuple[int, ...]
    cut: bool
    """Whether what is longer than its column is cut, so that a row is one line; else it is folded."""


def fit(columns: Sequence[Column], room: int | None, may_fold: Callable[[Sequence[int]], bool]) -> Fit:
    """The columns that fit into so many signs; into None, all do. `may_fold` says whether the rows may be folded into
    columns of some widths."""
    shown = list(range(len(columns)))
    if room is None:
        return Fit(tuple(shown), tuple(max(column.word, min(column.full, _WIDEST)) for column in columns), False)
    full = [column.full for column in columns]
    if _total(full) <= room:
        return Fit(tuple(shown), tuple(full), False)
    folded = _folded(columns, room)
    whole = all(width >= column.word for width, column in zip(folded, columns, strict=True))
    if whole and _total(folded) <= room and may_fold(folded):
        return Fit(tuple(shown), folded, False)
    while True:
        widths = _shortened([columns[at] for at in shown], room)
        if widths is not None:
            return Fit(tuple(shown), widths, True)
        last = max(shown, key=lambda at: (columns[at].rank, at))
        if columns[last].rank == 0:
            break
        shown.remove(last)
    while len(shown) > 1 and _total([1] * len(shown)) > room:
        shown.pop()
    return Fit(tuple(shown), _folded([columns[at] for at in shown], room), False)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _shortened(columns: Sequence[Column], room: int) -> tuple[int, ...] | None:
    """The widths of columns of which the least important are shortened first; None if that is not enough."""
    widths = [column.full for column in columns]
    over = _total(widths) - room
    for at in sorted(range(len(columns)), key=lambda at: (columns[at].rank, at), reverse=True):
        less = max(0, min(over, widths[at] - columns[at].least))
        widths[at] -= less
        over -= less
    return tuple(widths) if over <= 0 else None


def _folded(columns: Sequence[Column], room: int) -> tuple[int, ...]:
    """Widths that fit, whatever it takes: the widest give way first, and no word is broken if that can be."""
    widths = [column.word for column in columns]
    while _total(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    spare = room - _total(widths)
    for at, column in enumerate(columns):
        more = max(0, min(spare, column.full - widths[at]))
        widths[at] += more
        spare -= more
    return tuple(widths)
