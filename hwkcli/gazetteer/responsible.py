"""Which chamber is responsible for a place, and on what evidence."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from hwkcli.errors import Message, NotFound, quoted
from hwkcli.gazetteer import explain
from hwkcli.gazetteer.engine.evidence import of_text
from hwkcli.gazetteer.engine.names import GEMEINDEN, is_respelt
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.find import EVERYWHERE, KNOWN, Asked, Narrow, shipped
from hwkcli.gazetteer.match import Match
from hwkcli.gazetteer.store import database
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
    matches = asked.matches
    if len(matches) == 1:
        return tuple(_of_match(matches[0], namesake=False))
    first, *others = _likely(matches)
    decided = asked.resolution.verdict == "answered"
    if decided and first.kind != "locality":
        others = [one for one in others if one.kind in GEMEINDEN]
    answers = _of_match(first, namesake=False)
    for match in others:
        answers += _of_match(match, namesake=decided)
    return tuple(answers)


_FAR_GREATER = 10
"""Of two municipalities one is far greater if it has so many times the people of the other."""
_FEW = 12
"""So many places are few enough to be read one by one."""


def _likely(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches without the localities that are hardly meant, where municipalities bear the name.

    Meant as well may be those in a municipality that is far greater than all of these. If that leaves few places, or if
    it would look as if the name decided, which is only short for municipalities of one chamber, those in any
    municipality that is not far smaller are there too. Where a locality is the first, it alone is written so, and all
    may be meant.
    """
    kinds = [match.entry.kind for match in matches]
    if "locality" not in kinds or kinds[0] == "locality":
        return matches
    towns = [match for match in matches if match.kind in GEMEINDEN]
    if not towns:
        return matches
    people = max(match.entry.population or 0 for match in towns)
    chambers = {one.chamber for match in towns for one in match.responsible}
    looks_decided = len(chambers) == 1 and all(match.how == "alias" for match in towns)
    known = tuple(one for one in matches if one.kind != "locality" or _lies_in_so_great(one, people / _FAR_GREATER))
    if looks_decided or len(known) <= _FEW:
        return known
    return tuple(one for one in matches if one.kind != "locality" or _lies_in_so_great(one, people * _FAR_GREATER))


def _lies_in_so_great(match: Match, people: float) -> bool:
    """Whether a locality that is written as the query lies in a city, or is known well to lie in a municipality, with
    at least so many people."""
    if match.entry.ags is None or is_respelt(match.name, fold(match.query)):
        return False
    kind, around = _size(match.entry.ags)
    return around >= people and (kind == "city" or match.entry.confidence in ("high", "medium"))


@cache
def _size(ags: str) -> tuple[str, int]:
    """The kind of a municipality, and how many people it has."""
    found = (hit.place for hit in database.hits(ags) if hit.how == "key")
    return next(((place.kind, place.population or 0) for place in found), ("", 0))


def _of_match(match: Match, namesake: bool) -> list[Answer]:
    query, how, place, _, company, unsure = match
    said = (query, how, place, company)
    if not (known := match.responsible):
        return [Answer(*said, None, None, None, (), None, namesake, unsure)]
    return [
        Answer(*said, chamber, basis, confidence, sources, note, namesake, unsure)
        for chamber, basis, confidence, sources, note in known
    ]


def chamber(query: str, narrow: Narrow = EVERYWHERE, *, many: bool = False) -> tuple[Answer, ...]:
    """The chambers responsible for what a query means, in any Land, Kreis and postal code or in those given; `many`
    says that many queries follow. Raises what `hwkcli.gazetteer.find.Finder.ask` raises."""
    return of(shipped(many).ask(query, narrow))


@lru_cache(maxsize=KNOWN)
def known_chamber(
    query: str, land: str | None = None, kreis: str | None = None, postal_code: str | None = None
) -> tuple[Answer, ...]:
    """The same, kept for the next time; for callers that ask often."""
    narrow = Narrow(land, kreis, postal_code) if land or kreis or postal_code else EVERYWHERE
    return chamber(query, narrow)


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
    known = database.chambers()
    if land is None:
        return known
    required(land, Message("a Land"))
    names = {hit.place.land for hit in shipped().resolver.known.laender(land)}
    if not names:
        raise NotFound("no Land {word}", explain.similar(of_text(land), ("land", "city")), word=quoted(land))
    return tuple(one for one in known if one.land in names)
