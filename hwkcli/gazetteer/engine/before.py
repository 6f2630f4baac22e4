"""What a folded name or a key means that only places of before had."""

from collections.abc import Collection
from functools import cache

from hwkcli.gazetteer.engine.names import NOBODY, Gazetteer, Named, called, heads, is_whole
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.titles import Titled, untitled


def meaning(gazetteer: Gazetteer, key: str) -> Named:
    """What a folded name or a key means that only places of before had."""
    titled = untitled(key)
    known = key in names() or key.isdecimal()
    if not known and not any(kinds == ("kreis",) or rest in names() for rest, kinds in titled):
        return NOBODY
    if found := gazetteer.former(key):
        return Named(found)
    found = former_kreise(gazetteer, key) or former_kreise(gazetteer, key, titled=False)
    if len(found) > 1 and (today := _of_today(gazetteer, titled, found)):
        return Named(today)
    return Named(found, former_kreis=bool(found))


@cache
def names() -> Collection[str]:
    """All folded names of before, without titles."""
    # Where this room is entered, few need what was before.
    from hwkcli.gazetteer.history import stored

    return stored.names().keys()


def _of_today(gazetteer: Gazetteer, titled: Titled, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The one of the Kreise that became of another whose name begins like the other's (`Landkreis Mühldorf`)."""
    # It knows its former Kreise from here.
    from hwkcli.gazetteer.engine import kreis_forms

    ids = {hit.place.id for hit in found}
    begun = (hit for rest, kinds in titled if "kreis" in kinds for hit in kreis_forms.begun(gazetteer, rest))
    today = tuple(hit for hit in begun if hit.place.id in ids)
    return today if len(today) == 1 else ()


def seat(gazetteer: Gazetteer, words: list[str], kreise: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The town that the name of a Kreis that is no more begins with, in the Kreis that this became: without a title,
    it is the town that is meant (`Bergheim (Erft)`)."""
    keys = {hit.place.kreis_key for hit in kreise}
    towns = (hit for head in heads(words) for hit in called(gazetteer, head) if is_whole(hit))
    return tuple(hit for hit in towns if hit.place.kreis_key in keys)


def former_kreise(gazetteer: Gazetteer, key: str, titled: bool = True) -> tuple[Hit, ...]:
    """Today's Kreise for the folded name of one that is no more, with its title (`sk eisenach`) or, if that is not
    asked for, without; in each Land those of the latest bearer of the name."""
    asked_for = untitled(key) if titled else ((key, ("city", "kreis")),)
    if not asked_for:
        return ()
    from hwkcli.gazetteer.history import past

    formers = (one for rest, kinds in asked_for for one in past.kreise_named(rest, kinds))
    keys = dict.fromkeys(successor.key for one in formers for successor in one.successors)
    return tuple(Hit("former_name", place) for key in keys for place in gazetteer.of_key(key))
