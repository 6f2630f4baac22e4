"""Words without the ending of their plural or their case, so that `Betrieb` and `Betriebe` meet."""

from itertools import product

from hwkcli.naming.fold import fold, readings

_ENDINGS = ("e", "n", "r", "s", "en", "er", "es")
_SHORTEST = 2
_MOST_WORDS = 6


def stems(name: str) -> frozenset[str]:
    """The keys of a name with and without one ending of each of its words, without hyphens and blanks, for each
    reading of its umlauts. Two names mean the same if they share one. None for a name without a letter or digit.

    What changes inside a word is not seen: `Umsätze` is not `Umsatz`.

    >>> bool(stems("Start-ups") & stems("startup")), bool(stems("Betriebe") & stems("betrieben"))
    (True, True)
    >>> stems("busineses") & stems("businesses")
    frozenset()
    """
    keys = set()
    for reading in readings(fold(name)):
        words = reading.split()
        forms = map(_forms, words) if len(words) <= _MOST_WORDS else [[reading]]
        keys |= {"".join(parts) for parts in product(*forms)}
    return frozenset(filter(None, keys))


def _forms(word: str) -> list[str]:
    """A word, and what is left of it without each ending that it could have."""
    shorter = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return [word, *(form for form in shorter if len(form) >= _SHORTEST)]
