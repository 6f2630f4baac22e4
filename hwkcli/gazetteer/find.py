"""From a typed word to the places that it means, or to a failure that helps."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from hwkcli.errors import Message, NotFound, quoted
from hwkcli.gazetteer import explain, germany, records
from hwkcli.gazetteer.engine import evidence
from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.match import Match
from hwkcli.gazetteer.own import Own
from hwkcli.gazetteer.store import index
from hwkcli.model import District
from hwkcli.naming.fold import required


class Narrow(NamedTuple):
    """What the places of an answer must have in common, as a user words it; None where nothing is asked."""

    land: str | None = None
    kreis: str | None = None
    postal_code: str | None = None
    district: bool = False
    """Whether they must lie in the district."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is asked, in the user's words, as they may stand in a message."""
        district = (Message("the district"),) if self.district else ()
        return (*map(quoted, filter(None, (self.land, self.kreis, self.postal_code))), *district)


EVERYWHERE = Narrow()
_A_QUERY = Message("a query")

_MAY_BE_POSITION = re.compile(r"[0-9]\D+[0-9]")
"""A position has two numbers, parted by something."""


class Asked(NamedTuple):
    """A query, and what it means."""

    query: str
    resolution: Resolution
    own: District | None

    @property
    def matches(self) -> tuple[Match, ...]:
        """The places that the query means, the answer first."""
        query, resolution, own = self
        lone = resolution.lone
        return tuple(
            [
                Match(query, how, place, own, company, lone and is_unsure(place))
                for place, how, company in resolution.candidates
            ]
        )


def is_unsure(place: Place) -> bool:
    """Whether a place is one of which there may be others of that name that are not known."""
    return place.kind == "locality" and place.confidence != "high"


class Finder:
    """Answers queries by a resolver, about the shipped district or another one."""

    def __init__(self, resolver: Resolver | None = None, own: District | None = None) -> None:
        self.own = own
        self.resolver = resolver or Resolver(Own(own) if own else index)

    def ask(self, query: str, narrow: Narrow = EVERYWHERE) -> Asked:
        """What a query means, in a Land, a Kreis, at a postal code or in the district, if that is asked.

        Raises EmptyQuery if the query, or what it is narrowed to, has no letter or digit; NotFound, with suggestions,
        if it means nothing, or nothing there, or if there is no such Land or Kreis; Conflict if one part of it
        contradicts another.
        """
        given = (None if query.isdecimal() else _at_position(query)) or evidence.of_text(query)
        if not (given.folded or given.key or given.around):
            required(query, _A_QUERY)
        if narrow is not EVERYWHERE:
            given = self._narrowed(given, narrow)
        resolution = self.resolver.resolve(given)
        asked = Asked(query, resolution, self.own)
        if resolution.verdict == "answered":
            return asked
        restored = given.code_sense == "restored" and not given.place and resolution.verdict == "ambiguous"
        only_restored = restored and all(one.how != "key" for one in resolution.candidates)
        if resolution.verdict != "ambiguous" or resolution.is_unknown or only_restored:
            raise explain.unanswered(resolution, asked.matches, narrow.words)
        return asked

    def one(self, query: str) -> tuple[Match, tuple[Match, ...]]:
        """The one place that a query means, and the others that it could mean; a place in the district before those
        elsewhere that bear the name as well. Raises Ambiguous if several do, and what `ask` raises."""
        asked = self.ask(query)
        found = asked.matches
        if asked.resolution.verdict == "answered":
            return found[0], found[1:]
        if all(one.how.startswith("former") for one in found):
            # What a former place went into are its parts: none of them is it.
            raise explain.several(query, found)
        try:
            inside = self.ask(query, Narrow(district=True))
        except NotFound:
            inside = asked
        whole = [one for one in found if one.kind in GEMEINDEN and one.how in ("exact", "printed")]
        if inside.resolution.verdict != "answered" and len(whole) != 1:
            raise explain.several(query, found)
        first = inside.matches[0] if inside.resolution.verdict == "answered" else whole[0]
        return first, tuple(one for one in found if one.entry.id != first.entry.id)

    def _narrowed(self, given: Evidence, narrow: Narrow) -> Evidence:
        """Evidence with what the answer is narrowed to. Raises NotFound for a Land, a Kreis or a code that is none."""
        if narrow.land is not None:
            required(narrow.land, Message("a Land"))
            if not self.resolver.known.laender(narrow.land):
                raise explain.no_land(narrow.land)
            given = given._replace(land=narrow.land)
        if narrow.kreis is not None:
            required(narrow.kreis, Message("a Kreis"))
            if not self.resolver.known.kreise(narrow.kreis):
                raise explain.no_kreis(narrow.kreis)
            given = given._replace(kreis=narrow.kreis)
        if narrow.postal_code is not None:
            code = evidence.of_cells(postal_code=narrow.postal_code)
            if code.code_sense != "code" or not any(map(self.resolver.known.gazetteer.hits, code.codes)):
                near = code.codes if any(map(self.resolver.known.gazetteer.hits, code.codes)) else ()
                raise NotFound("no postal code {word}", near, word=quoted(narrow.postal_code))
            clash = given.codes and not set(given.codes) & set(code.codes)
            if clash and given.either:
                # Another code, or the key of a Kreis: it must lie where the code is.
                given = given._replace(inside=frozenset(self._towns_at(code.codes)))
            else:
                given = given._replace(codes=code.codes, code_sense="unclear" if clash else "code")
        if narrow.district:
            home = records.home(self.own)
            inside = home if given.inside is None else frozenset(key for key in given.inside if key[:5] in home)
            given = given._replace(inside=inside)
        return given

    def _towns_at(self, codes: tuple[str, ...]) -> Iterator[str]:
        """The keys of the municipalities of postal codes."""
        return (one.place.ags for one in self.resolver.known.at_codes(codes)[0].values() if one.place.ags)


def _at_position(query: str) -> Evidence | None:
    """What a query says that is a position; None for any other. Raises NotFound outside Germany."""
    if not _MAY_BE_POSITION.search(query):
        return None
    # Few queries are positions.
    from hwkcli.gazetteer.geography import coordinates, positions

    written = coordinates.parse(query)
    if written is None:
        return None
    around = positions.near(written)
    if around == ("",):
        raise coordinates.outside(query)
    return Evidence(query, around=around)


_FEW = 30
"""After so many questions the gazetteer is read into memory, for more are likely to follow."""


class _Shipped:
    """The finders about the shipped district: one that asks the store, one that has all of it in memory."""

    def __init__(self) -> None:
        self.asked = 0

    def finder(self, many: bool) -> Finder:
        """The finder for one question more, of many or of few."""
        self.asked += 1
        return _in_memory() if many or self.asked > _FEW else _in_store()


@cache
def _in_store() -> Finder:
    return Finder(Resolver(index))


@cache
def _in_memory() -> Finder:
    return Finder(Resolver(germany.gazetteer()))


_shipped = _Shipped()


KNOWN = 1 << 15
"""So many answers are kept for the next time that somebody asks: all codes and keys, of about 20 MB."""


@lru_cache(KNOWN)
def known(query: str) -> tuple[Match, ...]:
    """What a query means, kept for the next time; for callers that ask often. Raises what `Finder.ask` raises."""
    return shipped().ask(query).matches


def shipped(many: bool = False) -> Finder:
    """Answers queries about the shipped district and the rest of Germany; `many` says that many queries follow."""
    return _shipped.finder(many)
