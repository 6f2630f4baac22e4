"""A Kreis in a text that says more: what it lies in (`Bayern: LK München`, `LK Celle, Deutschland`), or which of its
offices is meant (`Gesundheitsamt Landkreis Celle`)."""

import re

from hwkcli.gazetteer.engine.areas import laender, named
from hwkcli.gazetteer.engine.names import Gazetteer
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.countries import GERMANY
from hwkcli.naming.fold import fold
from hwkcli.naming.offices import is_office
from hwkcli.naming.titles import untitled

_STEP = re.compile(r"\s?[:/>|»,]\s?|\s[-–]\s")
"""What parts the whole from the part."""
_MOST_STEPS = 4
_LONGEST_OFFICE = 3
"""So many words has the name of an office."""


def in_text(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise of such a text; empty if there are none.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.name for hit in in_text(index, "Deutschland/Bayern/LK München")], in_text(index, "Bayern: LK Celle")
    (['Landkreis München'], ())
    >>> [hit.place.name for hit in in_text(index, "Jobcenter Kreis Unna")], in_text(index, "Jobcenter Unna")
    (['Kreis Unna'], ())
    """
    return _among_steps(gazetteer, text) or _of_office(gazetteer, text)


def _among_steps(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise that one step of a path names, where the others are Germany and the Land that they lie in."""
    steps = [step for step in _STEP.split(text) if step.strip()]
    if not 1 < len(steps) <= _MOST_STEPS:
        return ()
    steps = [step for step in steps if fold(step) not in GERMANY]
    areas = [laender(gazetteer, step) for step in steps]
    rest = [step for step, area in zip(steps, areas, strict=True) if not area]
    if steps and not rest:
        # Hamburg is a Land and a Kreis.
        rest, areas = [steps[-1]], areas[:-1]
    if len(rest) != 1:
        return ()
    found = named(gazetteer, fold(rest[0]))
    for area in filter(None, areas):
        keys = {hit.place.land_key for hit in area}
        found = tuple(hit for hit in found if hit.place.land_key in keys)
    return found


def _of_office(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise that stand with a title behind the word for an office: without it, the town may be meant."""
    words = text.split()
    for count in range(min(_LONGEST_OFFICE, len(words) - 1), 0, -1):
        rest = fold(" ".join(words[count:]))
        if (untitled(rest) or rest.endswith("kreis")) and is_office(fold(" ".join(words[:count]).replace("-", ""))):
            return named(gazetteer, rest)
    return ()
