"""Names that look like a misspelt one. The only room that knows RapidFuzz."""

_LONGEST = 60
_LEAST = 0.75
"""How alike a name must be: one less the share of letters to change, add, take away or swap with their neighbour."""


def near(key: str, names: str, most: int = 3) -> tuple[str, ...]:
    """Up to so many of some names that begin with the words of a folded one, or are nearly it, the best first.

    The names are lines, each with its folded key before a tab.

    >>> names = "dortmund\\tDortmund\\ngarmisch partenkirchen\\tGarmisch-Partenkirchen\\ngerwisch\\tGerwisch"
    >>> near("dortmudn", names), near("garmisch", names)
    (('Dortmund',), ('Garmisch-Partenkirchen', 'Gerwisch'))
    """
    if len(key) > _LONGEST or key.isdecimal():
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lines = names.splitlines()
    longer = [line.partition("\t")[2] for line in lines if line.startswith(f"{key} ")]
    keys = [line.partition("\t")[0] for line in lines]
    found = process.extract(key, keys, scorer=OSA.normalized_similarity, score_cutoff=_LEAST, limit=most)
    alike = [lines[place].partition("\t")[2] for _, _, place in found]
    return tuple(dict.fromkeys((*longer, *alike)))[:most]
