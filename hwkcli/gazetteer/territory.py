"""The Kreise and the towns of a district: those that a word means, in the order that is asked for."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from hwkcli.errors import HwkError, NotFound, quoted
from hwkcli.gazetteer import database, records
from hwkcli.gazetteer.evidence import of_text
from hwkcli.gazetteer.explain import similar
from hwkcli.gazetteer.find import Finder, shipped
from hwkcli.gazetteer.match import Match, label
from hwkcli.gazetteer.own import kreise_of
from hwkcli.gazetteer.resolve import Resolver
from hwkcli.model import KINDS, District, Kreis, Town
from hwkcli.naming.fold import fold, readings, required


class Meant(NamedTuple):
    """The Kreise of a district that a word means."""

    kreise: tuple[Kreis, ...]
    place: str = ""
    """The place that the word names, where that is no Kreis but lies in one; else empty."""


def meant(district: District, word: str) -> Meant:
    """The Kreise that a name, short form or key means; all of a group for the name of a group; for a place, the Kreis
    in which it lies.

    Raises EmptyQuery if the word has no letter or digit; NotFound, with suggestions, if it means no Kreis of the
    district, and says which chamber it belongs to.
    """
    key = required(word, "a Kreis")
    own = {kreis.key: kreis for kreis in district.kreise}
    grouped = tuple(kreis for kreis in district.kreise if key in readings(fold(kreis.group)))
    if grouped:
        return Meant(grouped)
    # The district's own Kreise need no store.
    for resolver in (Resolver(kreise_of(district)), shipped().resolver):
        keys = dict.fromkeys(hit.place.kreis_key or "" for hit in resolver.kreise(word))
        if found := tuple(own[key] for key in keys if key in own):
            return Meant(found)
    try:
        matches = _finder(district).ask(word).matches
    except HwkError:
        matches = ()
    inside = [one for one in matches if one.entry.kreis_key in own]
    around = dict.fromkeys(one.entry.kreis_key or "" for one in inside[:1] if _is_first(one, inside))
    if around:
        return Meant(tuple(own[key] for key in around), label(inside[0].entry))
    raise NotFound(*_no_kreis(district, word, matches, inside))


def _is_first(one: Match, inside: Sequence[Match]) -> bool:
    """Whether a place stands for all places of its name in the district: they lie in its Kreis, or are less than it."""
    rivals = [other for other in inside if other.kind != "locality" or one.kind == "locality"]
    return len({other.entry.kreis_key for other in rivals}) == 1


def _finder(district: District) -> Finder:
    """Answers queries about the places of a district and the rest of Germany."""
    return shipped() if frozenset(kreis.key for kreis in district.kreise) <= _everywhere() else Finder(own=district)


def _everywhere() -> frozenset[str]:
    """The keys of all Kreise that the store knows."""
    return frozenset(key for key, _ in database.kreise())


def _no_kreis(
    district: District, word: str, matches: Sequence[Match], inside: Sequence[Match]
) -> tuple[str, tuple[str, ...]]:
    """What to say of a word that means no Kreis of a district, and what may be meant."""
    message = f"no Kreis {quoted(word)} in the {district.chamber.district}"
    if inside:
        return message, tuple(dict.fromkeys(one.entry.kreis or "" for one in inside))[:3]
    if matches:
        (chamber, *_) = (*matches[0].chambers, None)
        there = f"; {matches[0].full_label} belongs to the {chamber.name}" if chamber else ""
        hint = f": --chamber {quoted(chamber.short_name.removeprefix('HWK '))}" if chamber else ""
        return message + there + hint, ()
    names = {fold(name): kreis.name for kreis in district.kreise for name in (kreis.name, kreis.short_name or "")}
    from hwkcli.naming.similar import suggestions

    keys = [readings(name)[:2][-1] for name in names]
    near = tuple(list(names.values())[at] for at in suggestions(fold(word), keys))
    return message, tuple(dict.fromkeys(near)) or similar(of_text(word), ("kreis", "city"))


def kreise(district: District, word: str) -> tuple[Kreis, ...]:
    """The Kreise of a district that a word means. Raises what `meant` raises."""
    return meant(district, word).kreise


def towns(
    district: District, kreis: Iterable[str] = (), kind: Iterable[str] = (), sort: str = "source"
) -> tuple[Town, ...]:
    """The entries of the district, of some Kreise and kinds only if any are named.

    `sort` is `source` (the order of the file), `name`, or `population` or `area` (the greatest first, the
    unknown last). Raises what `kreise` raises, and ValueError for an unknown kind or sort.
    """
    wanted = [found.key for word in kreis for found in kreise(district, word)]
    kinds = tuple(kind)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {unknown[0]!r}")
    if sort not in _SORTS:
        raise ValueError(f"sort is one of {', '.join(_SORTS)}, not {sort!r}")
    chosen = [
        town
        for town in district.towns
        if (not wanted or town.kreis_key in wanted) and (not kinds or town.kind in kinds)
    ]
    return tuple(sorted(chosen, key=_SORTS[sort]))


_SORTS: dict[str, Callable[[Town], Any]] = {
    "source": lambda town: 0,
    "name": lambda town: readings(fold(town.name))[-1],
    "population": lambda town: -(town.population or -1),
    "area": lambda town: -(town.area_km2 or -1),
}


def district_of(chamber: str, own: Callable[[], District]) -> District:
    """The district of a chamber: the one that has a file of its own, or what the gazetteer knows of it.

    Raises NotFound, EmptyQuery and Ambiguous as `records.chamber` does.
    """
    known, described = records.chamber(chamber), own()
    return described if described.chamber.name == known.name else records.district(known)
