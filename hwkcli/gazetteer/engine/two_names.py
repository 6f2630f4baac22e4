"""Two names side by side, of which neither lies in the other: `Hof und Landkreis Hof`, `Kreise Unna und Soest`."""

import re

from hwkcli.gazetteer.engine.names import GEMEINDEN, NOBODY, Gazetteer, Named, called, is_whole
from hwkcli.gazetteer.entries import STRENGTHS

_KREISE = "(?:die )?(?:land)?kreise (?=.)"
_ARTICLE = "(?:der|die|den|dem) (?=.)"
_SIDES = (*GEMEINDEN, "kreis")


def meaning(gazetteer: Gazetteer, first: str, second: str) -> Named:
    """The municipalities and Kreise of two folded names; nobody if one of them is none. Behind `Kreise` both are
    Kreise."""
    if kreise := re.match(_KREISE, first):
        first, second = f"kreis {first[kreise.end() :]}", f"kreis {second}"
    keys = (first, re.sub(_ARTICLE, "", second))
    sides = [[hit for hit in called(gazetteer, key) if hit.place.kind in _SIDES] for key in keys]
    left, right = ([hit for hit in side if is_whole(hit)] or side for side in sides)
    return Named((*left, *right), several=True) if left and right else NOBODY


def are_kreise(gazetteer: Gazetteer, first: str, second: str, is_comma: bool) -> bool:
    """Whether two folded names are those of a Kreis and of another one or a kreisfreie Stadt: `Kreis Unna, Hamm`.

    A comma behind a city says in which Kreis a place of its name lies, and so does the Kreis of the very name.
    """
    if first in second or second in first:
        return False
    whole = ([hit.place.kind for hit in called(gazetteer, key) if STRENGTHS[hit.how] == 0] for key in (first, second))
    kinds = tuple(side[0] if side else "" for side in whole)
    return kinds in (("kreis", "kreis"), ("kreis", "city")) or (kinds == ("city", "kreis") and not is_comma)
