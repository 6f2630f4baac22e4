"""The Kreise of a district for a word that names none of them as its file does: in another spelling, or a place that
lies in one; else where the word leads instead."""

from collections.abc import Sequence

from hwkcli.errors import HwkError, Message, NotFound, quoted, typed
from hwkcli.gazetteer import chamber_names, no_place
from hwkcli.gazetteer.engine import regierungsbezirke
from hwkcli.gazetteer.engine.evidence import of_text
from hwkcli.gazetteer.explain import full_label, listed, similar
from hwkcli.gazetteer.find import Finder, shipped
from hwkcli.gazetteer.match import Match, label
from hwkcli.gazetteer.store import places
from hwkcli.model import District, Kreis
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.similar import suggestions


def kreise_around(district: District, word: str) -> tuple[tuple[Kreis, ...], str, tuple[str, ...]]:
    """The Kreise of a district that a word means; the place that it names, if that only lies in one; and what became of
    the Kreis that it names, if that is no more.

    Raises NotFound, with suggestions, if it means none, and says which chamber it belongs to.
    """
    own = {kreis.key: kreis for kreis in district.kreise}
    known = shipped().resolver.known
    hits = known.kreise(word) or (known.in_regierungsbezirk(word) if regierungsbezirke.is_titled(word) else ())
    keys = dict.fromkeys(hit.place.kreis_key or "" for hit in hits)
    if found := tuple(own[key] for key in keys if key in own):
        is_former = all(hit.how == "former_name" for hit in hits)
        return found, "", tuple(hit.place.name for hit in hits) if is_former else ()
    try:
        matches = _finder(district).ask(word).matches
    except HwkError:
        matches = ()
    inside = [one for one in matches if one.entry.kreis_key in own]
    if inside and _is_first(inside[0], inside):
        # A Kreis beside an office (`Jobcenter Kreis Unna`) is itself.
        place = "" if inside[0].kind == "kreis" else label(inside[0].entry)
        return (own[inside[0].entry.kreis_key or ""],), place, ()
    raise _no_kreis(district, word, matches, inside)


def _is_first(one: Match, inside: Sequence[Match]) -> bool:
    """Whether a place stands for all places of its name in the district: they lie in its Kreis, or are less than it."""
    rivals = [other for other in inside if other.kind != "locality" or one.kind == "locality"]
    return len({other.entry.kreis_key for other in rivals}) == 1


def _finder(district: District) -> Finder:
    """Answers queries about the places of a district and the rest of Germany."""
    return shipped() if frozenset(kreis.key for kreis in district.kreise) <= _everywhere() else Finder(own=district)


def _everywhere() -> frozenset[str]:
    """The keys of all Kreise that the store knows."""
    return frozenset(key for key, _ in places.kreise())


def _no_kreis(district: District, word: str, matches: Sequence[Match], inside: Sequence[Match]) -> NotFound:
    """What to say of a word that means no Kreis of a district, and what may be meant."""
    message = Message("no Kreis {word} in the {district}", word=quoted(word), district=district.chamber.district)
    if inside:
        homonyms = listed((full_label(one.entry) for one in inside), len(inside))
        near = tuple(dict.fromkeys(one.entry.kreis or "" for one in inside))[:3]
        return NotFound("{said}, but places of that name: {places}", near, said=message, places=homonyms)
    if matches:
        (chamber, *_) = (*matches[0].chambers, None)
        if chamber is None:
            return NotFound(message)
        laender = [one for one in matches if one.kind == "land"]
        if laender:
            # Whoever asks for Kreise means the Land rather than a village of its name.
            land = "{said}; {place} is a Land: --land {short}"
            return NotFound(land, said=message, place=laender[0].name, short=typed(laender[0].name))
        return NotFound(
            "{said}; {place} belongs to the {chamber}: hwk towns --chamber {short} --kreis {kreis}",
            said=message,
            place=matches[0].full_label,
            chamber=chamber.name,
            short=typed(chamber.short_name.removeprefix("HWK ")),
            kreis=typed(matches[0].entry.kreis or matches[0].name),
        )
    if no_place.is_region(fold(word)):
        return NotFound("{said}; that is a region, which may have several", said=message)
    if named := chamber_names.named_chamber(word):
        return NotFound("{said}; that is a chamber: --chamber {short}", said=message, short=typed(named.short_name))
    own = {fold(name): kreis.name for kreis in district.kreise for name in (kreis.name, kreis.short_name or "")}
    keys = [readings(name)[:2][-1] for name in own]
    near = tuple(list(own.values())[at] for at in suggestions(fold(word), keys))
    names = tuple(dict.fromkeys(near)) or similar(of_text(word), ("kreis", "city"))
    if not names:
        return NotFound("{said}; hwk kreise names those of a chamber or a Land", said=message)
    return NotFound(message, names)
