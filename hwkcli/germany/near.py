"""Names that look like a misspelt one. The only room that knows RapidFuzz."""

_LONGEST = 60
_LEAST = 0.75
"""How alike a name must be: one less the share of letters to change, add, take away or swap with their neighbour."""


def near(key: str, names: str, most: int = 3) -> tuple[str, ...]:
    """Up to so many of some names that are nearly a folded one, the best first, of equals the first.

    The names are lines, each with its folded key before a tab.

    >>> near("dortmudn", "dortmund\\tDortmund\\nbönen\\tBönen\\n")
    ('Dortmund',)
    """
    if len(key) > _LONGEST or key.isdecimal():
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lines = names.splitlines()
    keys = [line.partition("\t")[0] for line in lines]
    found = process.extract(key, keys, scorer=OSA.normalized_similarity, score_cutoff=_LEAST, limit=most)
    return tuple(dict.fromkeys(lines[place].partition("\t")[2] for _, _, place in found))
