"""Words without the endings of their plural and their cases, so that `Betrieb` and `Betriebe` meet."""

from hwkcli.naming.fold import fold, readings

_ENDINGS = "ensr"
_SHORTEST = 3


def stems(name: str) -> frozenset[str]:
    """The keys of a name in which its endings do not count, nor hyphens and blanks, one for each reading of its
    umlauts; none for a name without a letter or digit. Two names mean the same if they share one.

    What changes inside a word is not seen: `Umsätze` is not `Umsatz`.

    >>> stems("Start-ups") == stems("startup")
    True
    >>> stems("Neue Ausbildungsverträge") & stems("neuer ausbildungsvertraege")
    frozenset({'neuausbildungsvertraeg'})
    """
    keys = ("".join(map(_stem, reading.split())) for reading in readings(fold(name)))
    return frozenset(filter(None, keys))


def _stem(word: str) -> str:
    stem = word.rstrip(_ENDINGS)
    return stem if len(stem) >= _SHORTEST else word
