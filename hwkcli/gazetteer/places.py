"""All places that a word means: the answers of the district first, then the rest of Germany."""

from collections.abc import Callable

from hwkcli.errors import Ambiguous, NotFound, quoted
from hwkcli.gazetteer import database, lookup, records, search
from hwkcli.gazetteer.lookup import Index, Match
from hwkcli.model import District

_MOST_KEPT = 1 << 16
"""So many answers are kept of a district."""

_RANKS = ("kreis", "land", "locality")
"""What wins over what: a municipality over a Kreis, that over a Land and a locality."""


def find(district: District, word: str) -> tuple[Match, ...]:
    """The places of the district that a word means, then those elsewhere in Germany; of each, municipalities first,
    then Kreise, then localities.

    Raises EmptyQuery if the word has no letter or digit, NotFound, with suggestions from all of Germany, if it means
    nothing.
    """
    index = lookup.index_of(district)
    known = index.kept.get(word)
    if known is None:
        known = _find(index, word)
        if len(index.kept) >= _MOST_KEPT:
            index.kept.clear()
        index.kept[word] = known
    return known


def _find(index: Index, word: str) -> tuple[Match, ...]:
    district = index.district
    own_places = tuple(_placed(district, one) for one in lookup.matches(index, word))
    try:
        everywhere = search.find(word)
    except NotFound:
        if not own_places:
            raise
        everywhere = ()
    own = {kreis.key for kreis in district.kreise}
    # What the district's own file knows of its places is better than what the gazetteer knows of them.
    elsewhere = [one for one in everywhere if not (own_places and one.place.kreis_key in own)]
    return (
        *own_places,
        *(records.match(one)._replace(in_district=one.place.kreis_key in own) for one in elsewhere),
    )


def inside(district: District, word: str) -> tuple[Match, ...]:
    """The places of the district that a word means. Raises what `lookup.find` raises."""
    return tuple(_placed(district, one) for one in lookup.find(district, word))


def _placed(district: District, match: Match) -> Match:
    """A match of the district with its Land, and the chamber that the district's file is about."""
    own = [one for one in records.evidence(match) if one.chamber.name == district.chamber.name]
    land = database.land(match.kreis.key[:2]) if match.kreis else None
    chambers = tuple(one.chamber for one in own) or (district.chamber,)
    return match._replace(land=land, chambers=chambers, confidence=database.least(own))


def one(district: District, word: str) -> tuple[Match, tuple[Match, ...]]:
    """The one place that a word means, and the others that it could mean.

    A municipality wins over a Kreis, that over a Land and a locality; of the same rank, the place in the district wins.
    Among equals, a whole name wins over a shorter one or an alias. Raises Ambiguous if several mean the word equally
    well, and what `find` raises.
    """
    found = find(district, word)
    if {"postal_code", "key"} <= {one.how for one in found}:
        raise Ambiguous(f"{quoted(word)} is a postal code and the key of a Kreis; name the place", found)
    best = min(map(_rank, found))
    ranked = [one for one in found if _rank(one) == best]
    inside = [one for one in ranked if one.in_district]
    if inside:
        try:
            chosen, _ = lookup.one(district, word)
        except Ambiguous as error:
            raise Ambiguous(str(error), found) from None
        first = next((one for one in inside if one.place is chosen.place), None)
        if first:
            return first, tuple(one for one in found if one is not first)
    whole = [one for one in ranked if one.how != "alias"] or ranked
    if len(whole) > 1:
        labels = [one.label for one in whole]
        shown = ", ".join(labels[:5]) + (f" and {len(labels) - 5} more" if len(labels) > 5 else "")
        raise Ambiguous(f"{quoted(word)} is {len(whole)} places: {shown}; name one of them", found)
    return whole[0], tuple(one for one in found if one is not whole[0])


def _rank(match: Match) -> int:
    return _RANKS.index(match.kind) + 1 if match.kind in _RANKS else 0


def district(chamber: str, own: Callable[[], District]) -> District:
    """The district of a chamber: the one that has a file of its own, or what the gazetteer knows of it.

    Raises NotFound, EmptyQuery and Ambiguous as `records.chamber` does.
    """
    known, described = records.chamber(chamber), own()
    return described if described.chamber.name == known.name else records.district(known)
