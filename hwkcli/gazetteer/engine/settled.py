"""Contradictions that are none: the middle of a postal code beside a key, a Kreis in which a municipality lay before,
the name of the municipality itself in a column of Kreise.

Tables are older than the register: Hanau stands in the Main-Kinzig-Kreis in all that were made before 2026.
"""

from collections.abc import Callable, Iterable

from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.engine.keys import KREIS
from hwkcli.gazetteer.engine.known import Known
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.entries import Place
from hwkcli.naming.fold import fold
from hwkcli.naming.titles import untitled

Resolve = Callable[[Evidence], Resolution]


def without_contradiction(known: Known, resolve: Resolve, given: Evidence) -> Resolution | None:
    """What evidence means without the part of it that only seems to contradict the others; None if it does."""
    if given.key and given.codes and given.around is not None:
        rest = resolve(given._replace(around=None))
        at_codes = {one.place.ags for one in known.at_codes(given.codes)[0].values()}
        if rest.answer and rest.way in ("key", "former_key") and at_codes.intersection(given.around):
            # All that is known of the position may be that it is at the postal code.
            return rest
    if given.kreis:
        rest = resolve(given._replace(kreis=""))
        alone = given.key and not (given.folded or given.codes) and rest.way in ("key", "former_key")
        if alone and rest.answer and _is_called(known, rest.answer.place, fold(given.kreis)):
            # A list of Kreise and then of municipalities has the names of both in one column.
            return rest
        kreise = {hit.place.kreis_key for hit in known.kreise(given.kreis)}
    elif len(given.key) == KREIS:
        rest = resolve(given._replace(key=""))
        kreise = {given.key}
    else:
        return None
    return rest if rest.answer and not rest.lone and _lay_in(rest.answer.place, kreise) else None


def _is_called(known: Known, town: Place, name: str) -> bool:
    """Whether a municipality bears a name, with or without a title (`Werne, Stadt`)."""
    names = (name, *(rest for rest, _ in untitled(name)))
    return any(hit.place.id == town.id for one in names for hit in known.gazetteer.hits(one))


def _lay_in(place: Place, kreise: Iterable[str | None]) -> bool:
    """Whether a municipality is what one of its name became that lay in one of some Kreise."""
    from hwkcli.gazetteer.history import past, stored

    among = set(kreise)
    came = {change.key for change in stored.into(place.ags or "") if change.key[:KREIS] in among}
    name = fold(place.name)
    return any(one is not None and fold(one.name).startswith(name) for one in map(past.former, came))
