"""Tables of places in other countries, where nothing says so but the names: `Wien`, `Graz`, `Linz`."""

from collections.abc import Mapping
from typing import Any

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.matching.columns import SINGLE
from hwkcli.matching.sample import MOST, MOST_CELLS, Sample

_FEWEST = 5
"""So many names say whether a table is of places abroad."""
_LONG = 6
"""A name of so many letters does not look like another one by chance."""


def are_abroad(sample: Sample, found: Mapping[str, Any]) -> bool:
    """Whether most names in the one column of places are known nowhere in Germany, be it misspelt, and no other column
    says where these are."""
    if len(found["place"]) != 1 or any(found[role] is not None for role in SINGLE):
        return False
    names = [one for one in sample.cells(found["place"][0]) if any(map(str.isalpha, one[:MOST_CELLS]))]
    if len(names) < _FEWEST or sample.contents.share("place", names) > MOST:
        return False
    meant = [(name, sample.resolver.resolve(of_cells("", "", name))) for name in names]
    unknown = sum(one.verdict == "none" and (len(name) < _LONG or not one.candidates) for name, one in meant)
    return unknown > MOST * len(names)
