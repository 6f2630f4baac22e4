"""Which chamber is responsible for a place, and on what evidence."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from hwkcli.errors import Message, quoted
from hwkcli.gazetteer import explain
from hwkcli.gazetteer.engine.names import GEMEINDEN, is_respelt
from hwkcli.gazetteer.engine.resolution import Candidate
from hwkcli.gazetteer.entries import Place, Responsible
from hwkcli.gazetteer.find import EVERYWHERE, KNOWN, Asked, Narrow, is_unsure, shipped
from hwkcli.gazetteer.store import index, responsibility
from hwkcli.model import Chamber, Text
from hwkcli.naming.fold import fold, required


class Answer(NamedTuple):
    """A chamber that is responsible for a place, on what evidence; None for waters and areas that belong to no
    Kreis."""

    query: str
    how: str
    """How the place answers to the query: one of `hwkcli.model.HOWS`."""
    place: Place
    company: bool
    """Whether the query is the postal code of a company or of P.O. boxes, which is of lower trust."""
    chamber: Chamber | None
    basis: str | None
    """One of `hwkcli.model.BASES`, or `mixed` for a Kreis or a Land whose parts have theirs."""
    confidence: str | None
    """`high`, `medium` or `low`."""
    sources: tuple[str, ...]
    """The ids of the sources."""
    note: Text | None
    namesake: bool = False
    """Whether the place only bears the name as well: another one before it is the answer."""
    unsure: bool = False
    """Whether the query is the name of a locality alone, and others of that name may not be known."""


def of(asked: Asked) -> tuple[Answer, ...]:
    """The chambers responsible for what a query means, place by place: for all likely candidates where it does not
    decide; else for the answer, and behind it for the municipalities that bear the name as well."""
    query, resolution, _ = asked
    candidates = resolution.candidates
    if len(candidates) == 1:
        return tuple(_of_place(query, candidates[0], resolution.lone))
    first, *others = _likely(query, candidates)
    decided = resolution.verdict == "answered"
    if decided and first.place.kind != "locality":
        others = [one for one in others if one.place.kind in GEMEINDEN]
    answers = [*_of_place(query, first, resolution.lone)]
    for one in others:
        answers += _of_place(query, one, resolution.lone, namesake=decided)
    return tuple(answers)


_FAR_GREATER = 10
"""Of two municipalities one is far greater if it has so many times the people of the other."""
_FEW = 12
"""So many places are few enough to be read one by one."""


def _likely(query: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without the localities that are hardly meant, where municipalities bear the name.

    Meant as well may be those in a municipality that is far greater than all of these. If that leaves few places, or if
    it would look as if the name decided, which is only short for municipalities of one chamber, those in any
    municipality that is not far smaller are there too. Where a locality is the first, it alone is written so, and all
    may be meant.
    """
    kinds = [one.place.kind for one in candidates]
    if "locality" not in kinds or kinds[0] == "locality":
        return candidates
    towns = [one for one in candidates if one.place.kind in GEMEINDEN]
    if not towns:
        return candidates
    people = max(one.place.population or 0 for one in towns)
    chambers = {known.chamber for one in towns for known in _evidence(one.place)}
    looks_decided = len(chambers) == 1 and all(one.how == "alias" for one in towns)
    folded = fold(query)

    def at_least(people: float) -> tuple[Candidate, ...]:
        return tuple(
            [one for one in candidates if one.place.kind != "locality" or _lies_in_so_great(one.place, folded, people)]
        )

    known = at_least(people / _FAR_GREATER)
    return known if looks_decided or len(known) <= _FEW else at_least(people * _FAR_GREATER)


def _lies_in_so_great(place: Place, folded: str, people: float) -> bool:
    """Whether a locality that is written as the folded query lies in a city, or is known well to lie in a municipality,
    with at least so many people."""
    if place.ags is None or is_respelt(place.name, folded):
        return False
    kind, around = _size(place.ags)
    return around >= people and (kind == "city" or place.confidence in ("high", "medium"))


@cache
def _size(ags: str) -> tuple[str, int]:
    """The kind of a municipality, and how many people it has."""
    return next(((place.kind, place.population or 0) for place in index.of_key(ags)), ("", 0))


def _of_place(query: str, candidate: Candidate, lone: bool, namesake: bool = False) -> Iterator[Answer]:
    place, how, company = candidate
    unsure = lone and is_unsure(place)
    for chamber, basis, confidence, sources, note in _evidence(place) or (_NOBODY,):
        yield Answer(query, how, place, company, chamber, basis, confidence, sources, note, namesake, unsure)


def _evidence(place: Place) -> tuple[Responsible, ...]:
    """The chambers responsible for a place, with the evidence for each."""
    return responsibility.of(place.territory) if place.territory else ()


_NOBODY = (None, None, None, (), None)
"""What is known of waters and areas that belong to no Kreis, in place of a `Responsible`."""


def chamber(query: str, narrow: Narrow = EVERYWHERE, *, many: bool = False) -> tuple[Answer, ...]:
    """The chambers responsible for what a query means, in any Land, Kreis and postal code or in those given; `many`
    says that many queries follow. Raises what `hwkcli.gazetteer.find.Finder.ask` raises."""
    return of(shipped(many).ask(query, narrow))


@lru_cache(maxsize=KNOWN)
def known_chamber(query: str) -> tuple[Answer, ...]:
    """The same, anywhere, kept for the next time; for callers that ask often."""
    return chamber(query)


def narrowed_chamber(query: str, land: str | None, kreis: str | None, postal_code: str | None) -> tuple[Answer, ...]:
    """The same, in a Land, a Kreis or at a postal code, where that is given."""
    return chamber(query, Narrow(land, kreis, postal_code))


def chambers_of(answers: Iterable[Answer]) -> tuple[Chamber | None, ...]:
    """The different chambers of some answers without the namesakes, in their order."""
    return tuple(dict.fromkeys(answer.chamber for answer in answers if not answer.namesake))


def undecided(answers: Sequence[Answer]) -> Message | None:
    """Why some answers to one query are not one chamber, in a line; None if they are."""
    found = chambers_of(answers)
    query = quoted(answers[0].query)
    if found == (None,):
        return Message("{query} belongs to no Kreis and to no chamber", query=query)
    if len(found) == 1:
        return None
    number = len({answer.place.id for answer in answers if not answer.namesake})
    names = explain.listed([one.short_name for one in found if one], 4)
    if None in found:
        names = Message("{names}, and places of no chamber", names=names)
    if number == 1:
        return Message(
            "{query} is 1 place of {chambers} chambers: {names}", query=query, chambers=len(found), names=names
        )
    several = "{query} is {places:,} places of {chambers} chambers: {names}"
    return Message(several, query=query, places=number, chambers=len(found), names=names)


def chambers(land: str | None = None) -> tuple[Chamber, ...]:
    """All chambers, or those of a Land. Raises NotFound for an unknown Land, EmptyQuery for an empty one."""
    known = responsibility.chambers()
    if land is None:
        return known
    required(land, Message("a Land"))
    names = {hit.place.land for hit in shipped().resolver.known.laender(land)}
    if not names:
        raise explain.no_land(land)
    return tuple(one for one in known if one.land in names)
