"""Which territory is assigned to which chamber, how sure that is, and the law that says so."""

from collections.abc import Iterable
from typing import NamedTuple

from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Responsible
from hwkcli.gazetteer.store import places, provenance, responsibility
from hwkcli.model import CONFIDENCES, Chamber, Source


class Assignment(NamedTuple):
    """A Kreis, or a municipality of a split Kreis, and the chamber that it is assigned to."""

    key: str
    name: str
    kind: str
    """`kreis`, `city`, or the kind of a municipality."""
    kreis: str
    evidence: Responsible


def assignments(chambers: Iterable[Chamber], at_most: str = "high") -> tuple[Assignment, ...]:
    """What is assigned to some chambers with no more than so much confidence, chamber by chamber, by their keys.

    >>> [one.name for one in assignments(responsibility.chambers(), "low")]
    ['Güsten', 'Güsten']
    """
    levels = CONFIDENCES[CONFIDENCES.index(at_most) :]
    return tuple(
        Assignment(key, *_named(key), one)
        for chamber in chambers
        for key, one in responsibility.territories(chamber.code)
        if one.confidence in levels
    )


def _named(key: str) -> tuple[str, str, str]:
    """The name and the kind of a territory, and the name of its Kreis."""
    kreis, kind = places.area(key[:5])
    if len(key) == 5:
        return kreis, kind, kreis
    place = next(place for place in places.inside(key[:5], GEMEINDEN) if place.ags == key)
    return place.name, place.kind, kreis


def legal_basis(chamber: Chamber) -> tuple[Source, ...]:
    """The ordinances that list the territory of a chamber, as far as one is known: the main source of each territory
    that rests on one."""
    found = (
        one.sources[0]
        for _, one in responsibility.territories(chamber.code)
        if one.basis == "land_ordinance" and one.sources
    )
    return tuple(provenance.source(id) for id in dict.fromkeys(found))
