"""Which of the names at a postal code a misspelt one means, and whether it looks like a name elsewhere."""

from collections.abc import Iterator
from functools import lru_cache

from hwkcli.matching.index import Index, Target

_LEAST = 0.8
"""How alike a name at the postal code must be: one less the share of letters to change, add, take away or swap."""
_LEAST_OF_ONE = 0.75
"""The same where the postal code belongs to one municipality only: one letter in four."""
_CLEAR = 0.1
"""By how much the best must be better than the best of another place."""
_LONGEST = 60


def nearest(index: Index, key: str, targets: frozenset[Target]) -> tuple[Target, ...]:
    """The target that a misspelt name clearly means among some; several if it is not clear; none if nothing is near."""
    if not 3 <= len(key) <= _LONGEST:
        return ()
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    least = _LEAST_OF_ONE if len(targets) == 1 else _LEAST
    names, owners = _names(index, targets)
    found = extract(key, names, scorer=OSA.normalized_similarity, score_cutoff=least - _CLEAR, limit=None)
    if not found or found[0][1] < least:
        return ()
    return tuple(sorted({owners[at] for _, score, at in found if score > found[0][1] - _CLEAR}))


@lru_cache(maxsize=1 << 14)
def _names(index: Index, targets: frozenset[Target]) -> tuple[list[str], list[Target]]:
    """The names of some targets, each with its target."""
    pairs = [(name, target) for target in targets for name in index.spellings(target)]
    return [name for name, _ in pairs], [target for _, target in pairs]


def _cuts(key: str) -> Iterator[str]:
    """A name, and the same with one letter taken away."""
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]


class Elsewhere:
    """The names of all places by what is left when one letter is taken away: two that share it are near each other."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_cut: dict[int, list[str] | str] = {}
        # The hash stands for the text: what it finds by accident is compared below.
        for key in index.names:
            if 4 <= len(key) <= _LONGEST and not key.isdecimal():
                for cut in set(_cuts(key)):
                    known = self._by_cut.setdefault(hash(cut), key)
                    if known is not key:
                        self._by_cut[hash(cut)] = [*([known] if isinstance(known, str) else known), key]

    def near(self, key: str) -> tuple[Target, ...]:
        """The targets with a name that differs from a folded one in one letter, or in two neighbours swapped."""
        if not 4 <= len(key) <= _LONGEST:
            return ()
        from rapidfuzz.distance import OSA

        names: set[str] = set()
        for cut in _cuts(key):
            found = self._by_cut.get(hash(cut), ())
            names.update((found,) if isinstance(found, str) else found)
        close = [name for name in names if OSA.distance(key, name) == 1]
        return tuple(sorted({one.target for name in close for one in self._index.names[name]}))


@lru_cache(maxsize=1)
def elsewhere(index: Index) -> Elsewhere:
    """The names of an index by their cuts, made once."""
    return Elsewhere(index)
