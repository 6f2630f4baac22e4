"""Whose figures a word asks for. The only module of this room that asks the gazetteer what a word means."""

from collections.abc import Collection
from typing import NamedTuple

from hwkcli.errors import Ambiguous, NotFound, quoted
from hwkcli.model import District, Town


class Asked(NamedTuple):
    """A territory that is asked for."""

    key: str
    """The key of a Kreis, or the AGS of a town."""
    town: Town | None = None
    """The town that was named, where the answer is one for its Kreis because it has no figures itself."""


def asked(district: District, word: str, counted: Collection[str]) -> tuple[Asked, ...]:
    """The territories that a word asks for: a Kreis, all Kreise of a group, a town that has figures itself (its AGS is
    among `counted`), or the Kreis of another place. Raises what `territory.meant` raises."""
    # The figures of all territories need no gazetteer.
    from hwkcli.gazetteer import territory

    kreise, place, _ = territory.meant(district, word)
    if not place:
        return tuple(Asked(kreis.key) for kreis in kreise)
    named = [town for kreis in kreise for town in kreis.municipalities if town.name == place.partition("-")[0]]
    named = [town for kreis in kreise for town in kreis.municipalities if town.name == place] or named
    town = next(iter(named), None)
    if town is not None and town.ags in counted:
        return (Asked(town.ags),)
    return tuple(Asked(kreis.key, town) for kreis in kreise)


def single(district: District, word: str, counted: Collection[str]) -> str:
    """The one territory that a word names itself: the key of a Kreis, or the AGS of a town that has figures.

    Raises what `asked` raises, Ambiguous for a group of several Kreise, and NotFound, with the Kreis as suggestion,
    for a place without figures.
    """
    found = asked(district, word, counted)
    if found[0].town is not None:
        kreis = found[0].town.kreis
        nothing = "no Kreis {word} in the {district}, and no figures of it"
        raise NotFound(nothing, (kreis,), word=quoted(word), district=district.chamber.district)
    if len(found) > 1:
        kreise = [kreis for kreis in district.kreise if kreis.key in {one.key for one in found}]
        several = "{word} is {number} Kreise: {names}; name one of them"
        names = ", ".join(kreis.name for kreis in kreise)
        raise Ambiguous(several, tuple(kreise), word=quoted(word), number=len(found), names=names)
    return found[0].key
