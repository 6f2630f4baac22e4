"""Names that look like a misspelt one. The only room that knows RapidFuzz.

How alike two names are is one less the share of letters to change, add, take away or swap with their neighbour.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from math import ceil, floor, log2
from typing import NamedTuple

from hwkcli.naming.fold import readings

LONGEST = 60
"""A longer name is not compared."""
_SUGGESTED = 0.7
"""How alike a suggestion must be."""
_FAVOUR = 0.1
"""How much better one is for being favoured."""
_LEAST = 0.8
"""How alike a name at a postal code must be to be meant by a misspelt one."""
_LEAST_ALONE = 0.75
"""The same where the postal code belongs to one municipality only: one letter in four."""
_CLEAR = 0.1
"""By how much the best must be better than the best of another place."""


_Found = tuple[str, float, int]
"""A name, how alike it is, and where it stands."""


class _RapidFuzz(NamedTuple):
    all: Callable[..., list[_Found]]
    """Finds the names that are alike, the best first."""
    each: Callable[..., Iterator[_Found]]
    """The same one by one, in the order of the names."""
    alike: Callable[..., float]
    """How alike two names are."""


@cache
def _rapidfuzz() -> _RapidFuzz:
    """What RapidFuzz is needed for. Loaded when it is needed: most words are known."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract, extract_iter

    return _RapidFuzz(extract, extract_iter, OSA.normalized_similarity)


def is_like(key: str, name: str) -> bool:
    """Whether a misspelt name means a folded one, where it can mean no other.

    >>> is_like("kamem", "kamen"), is_like("unna", "kamen")
    (True, False)
    """
    return 3 <= len(key) <= LONGEST and _rapidfuzz().alike(key, name, score_cutoff=_LEAST_ALONE) > 0


class NamesOfOne:
    """The folded names of one place, and of what lies in it, by their length."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names, key=len)
        self._lengths = list(map(len, self._names))

    def has_like(self, key: str) -> bool:
        """Whether a misspelt name means one of them, where it can mean no other place.

        >>> NamesOfOne(["kamen", "heeren"]).has_like("herren"), NamesOfOne(["kamen"]).has_like("herren")
        (True, False)
        """
        if not 3 <= len(key) <= LONGEST:
            return False
        rapidfuzz = _rapidfuzz()
        # In most misspelt names a letter is wrong, missing or too many.
        for some in (_between(self._lengths, len(key) - 1, len(key) + 1), _as_long(self._lengths, key, _LEAST_ALONE)):
            found = rapidfuzz.each(key, self._names[some], scorer=rapidfuzz.alike, score_cutoff=_LEAST_ALONE)
            if next(found, None):
                return True
        return False


class Names:
    """Folded names, each with the id of what bears it, by their length."""

    def __init__(self, named: Iterable[tuple[str, int]]) -> None:
        by_length = sorted(named, key=lambda one: len(one[0]))
        self._names = [name for name, _ in by_length]
        self._ids = [id for _, id in by_length]
        self._lengths = list(map(len, self._names))

    def nearest(self, key: str) -> list[int]:
        """The ids, in their order, of the best and of those that are about as near to a misspelt name; empty if none is
        near.

        >>> Names([("kamen", 2), ("bergkamen", 1)]).nearest("kamem")
        [2]
        """
        if not 3 <= len(key) <= LONGEST:
            return []
        rapidfuzz = _rapidfuzz()
        some = _as_long(self._lengths, key, _LEAST - _CLEAR)
        wanted = {"scorer": rapidfuzz.alike, "score_cutoff": _LEAST - _CLEAR, "limit": None}
        found = rapidfuzz.all(key, self._names[some], **wanted)
        if not found or found[0][1] < _LEAST:
            return []
        clear = found[0][1] - _CLEAR
        return sorted({self._ids[some.start + at] for _, score, at in found if score > clear})


def _as_long(lengths: Sequence[int], key: str, least: float) -> slice:
    """Those of some names that are about as long as a name: what is much shorter or longer cannot be so much like
    it."""
    return _between(lengths, floor(len(key) * least), ceil(len(key) / least))


def _between(lengths: Sequence[int], shortest: int, longest: int) -> slice:
    """Those of some names, by their lengths in their order, that have so many letters."""
    first = bisect_left(lengths, shortest)
    return slice(first, bisect_right(lengths, longest, first))


class Neighbours:
    """Names by their length: those that differ from another in one letter, or in two that are swapped.

    A few are compared with all names that are about as long. Before many are, the names are sorted by the letters
    before and behind their middle, too: of two neighbours one of these is the same.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for name in names:
            self._by_length.setdefault(len(name), []).append(name)
        self._by_half: dict[tuple[int, bool, str], list[str]] = {}
        self._asked = 0

    def of(self, key: str) -> list[str]:
        """The names that differ from a key in one letter, or in two neighbours swapped."""
        if not _SHORTEST <= len(key) <= LONGEST:
            return []
        from rapidfuzz.distance import OSA

        self._asked += 1
        if self._asked == _FEW:
            self._sort_by_halves()
        lengths = range(max(len(key) - 1, _SHORTEST), min(len(key) + 1, LONGEST) + 1)
        if self._asked < _FEW:
            names = [name for length in lengths for name in self._by_length.get(length, ())]
        else:
            halves = (half for length in lengths for half in _halves(key, length))
            names = list({name for half in halves for name in self._by_half.get(half, ())})
        found = _rapidfuzz().all(key, names, scorer=OSA.distance, score_cutoff=1, limit=None)
        return sorted({name for name, distance, _ in found if distance == 1})

    def _sort_by_halves(self) -> None:
        for length, names in self._by_length.items():
            if _SHORTEST <= length <= LONGEST:
                for name in names:
                    for half in _halves(name, length):
                        self._by_half.setdefault(half, []).append(name)


_FEW = 60
"""So many comparisons with all names take as long as to sort them by their halves."""
_SHORTEST = 4
"""Shorter names have too many neighbours."""


def _halves(name: str, length: int) -> Iterator[tuple[int, bool, str]]:
    """What a name of so many letters begins and ends with, if it differs from the given one elsewhere."""
    half = max((length - 1) // 2, 1)
    yield length, True, name[:half]
    yield length, False, name[-half:]


def suggestions(key: str, names: Sequence[str], favoured: Container[int] = (), most: int = 3) -> list[int]:
    """The places in a list of folded names of those that a misspelt or unfinished one may mean, the best first.

    The names stand in the order of their importance: among names that are as alike, the first is the better one. A
    name that goes on where the key ends counts as alike; a common beginning, and to be one of those that are favoured,
    as a part of a letter.

    >>> suggestions("hamn", ["hamburg", "hamm", "hahn"]), suggestions("wupp", ["wupper", "wuppertal"])
    ([1, 2], [0, 1])
    """
    if len(key) > LONGEST or len(key) < 2 or key.isdecimal():
        return []
    rapidfuzz = _rapidfuzz()
    reading = readings(key)[:2][-1]
    scores: dict[int, float] = {}
    for _, score, at in rapidfuzz.all(reading, names, scorer=rapidfuzz.alike, score_cutoff=_SUGGESTED, limit=40):
        scores[at] = score
    if len(reading) >= 3:
        for at, name in enumerate(names):
            if name.startswith(reading):
                whole = name[len(reading) : len(reading) + 1] == " "
                scores[at] = max(scores.get(at, 0), 0.95 if whole else 0.85)
    worth = {at: _worth(reading, names[at], score, at) + _FAVOUR * (at in favoured) for at, score in scores.items()}
    return sorted(worth, key=lambda at: (-worth[at], at))[:most]


def _worth(key: str, name: str, score: float, rank: int) -> float:
    """How good a suggestion is: alike, with a common beginning, and important."""
    common = next((at for at, (one, other) in enumerate(zip(key, name, strict=False)) if one != other), len(key))
    return score + 0.1 * common / max(len(key), 1) + 0.3 / log2(rank + 4)
