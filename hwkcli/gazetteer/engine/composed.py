"""What a folded name means that no place bears as it is: with what the places lie in before or behind it, with a word
for what they are, or as only places of before had it."""

import re
from collections.abc import Sequence
from functools import cache

from hwkcli.gazetteer.engine import additions, associations, before, names, regierungsbezirke
from hwkcli.gazetteer.engine.names import (
    GEMEINDEN,
    MOST_WORDS,
    NOBODY,
    Gazetteer,
    Named,
    called,
    is_respelt,
    is_whole,
    lies_in,
    strongest,
)
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.spelling import CENTRES, DIRECTIONS, EPITHETS, LITTLE, asked
from hwkcli.naming.titles import TITLE_WORDS, untitled

_BOTH = re.compile(r"(?:kreisfreie )?stadt (?:(?:und|u) )?(?:land)?kreis (?=.)")
"""A title of a city and the Kreis of its name together."""
_FEW_WORDS = 4
_PLAIN = re.compile("[a-zäöü]{2,}")
_DISTRICTS = frozenset(("bezirk", "stadtbezirk", "ortsbezirk", "stadtviertel"))
_TITLED = TITLE_WORDS | _DISTRICTS | {"und"}
"""Beside these a word may be the name of what was before, or say nothing (`Xyz- und Hansestadt Korbach`)."""
_WITHIN = frozenset(("i", "im", "in"))
_REGION_WORDS = frozenset(["i", "in", "im", "a", "an", "am", "auf", "der", "d"])


def meaning(gazetteer: Gazetteer, key: str) -> Named:
    """The places that a folded name means that no place bears as it is."""
    if " " not in key:
        return before.meaning(gazetteer, key)
    if both := _BOTH.match(key):
        hits = tuple(hit for hit in called(gazetteer, key[both.end() :]) if hit.place.kind in ("city", "kreis"))
        return Named(hits, several=len(hits) > 1)
    words = key.split()
    if is_nothing(gazetteer, words):
        return NOBODY
    half, odd = divmod(len(words), 2)
    if not odd and words[:half] == words[half:]:
        # A town and the part of it that bears its name (`Lemberg, Lemberg`).
        return Named(called(gazetteer, " ".join(words[:half])))
    if words[0] in _DISTRICTS and (districts := _districts(gazetteer, *key.partition(" ")[::2])):
        return Named(districts)
    if len(words) <= MOST_WORDS and (hits := _inside(gazetteer, words)):
        # `Goslar/Harz` is no forest.
        forest = all(hit.place.kind == "unincorporated" for hit in hits)
        there = _in_region(gazetteer, words) if forest else NOBODY
        return there if there.hits else Named(hits, composed=True)
    if len(words) <= MOST_WORDS and (there := _in_region(gazetteer, words)).hits:
        return there
    found = before.meaning(gazetteer, key)
    if found.hits and not found.former_kreis:
        return found
    if len(words) <= MOST_WORDS and (added := additions.meaning(gazetteer, key)).hits:
        return added
    if found.hits:
        seat = () if untitled(key) else before.seat(gazetteer, words, found.hits)
        return Named(seat) if seat else found
    return Named(_of_town(gazetteer, *key.rpartition(" ")[::2]) or _with_epithet(gazetteer, *key.partition(" ")[::2]))


def is_nothing(gazetteer: Gazetteer, words: Sequence[str]) -> bool:
    """Whether a few words surely mean nothing together: one of them says nothing, alone or with its neighbours, and all
    that several words mean needs something known on both sides of a blank."""
    if not 1 < len(words) <= _FEW_WORDS or not _TITLED.isdisjoint(words):
        return False
    strange = next((at for at, word in enumerate(words) if _says_nothing(gazetteer, word)), None)
    if strange is None:
        return False
    for start in range(strange + 1):
        for end in range(max(start + 2, strange + 1), len(words) + 1):
            span = " ".join(words[start:end])
            # It has no title, so that a name is as it is, or without its little words.
            if any(map(gazetteer.knows, asked(span))) or span in _telling() or additions.is_island(gazetteer, span):
                return False
    return True


def _says_nothing(gazetteer: Gazetteer, word: str) -> bool:
    """Whether a folded word says nothing, alone or beside a name."""
    return (
        not gazetteer.knows(word)
        and _PLAIN.fullmatch(word) is not None
        and word not in _telling()
        and not word.endswith(EPITHETS)
        and not additions.is_island(gazetteer, word)
    )


@cache
def _telling() -> frozenset[str]:
    """Names and words that say something although no place of today bears them."""
    known = (*before.names(), *regierungsbezirke.names(), *associations.names(), *additions.known())
    return frozenset((*known, *LITTLE, *DIRECTIONS, *CENTRES))


def _districts(gazetteer: Gazetteer, title: str, name: str) -> tuple[Hit, ...]:
    """The parts of cities that a folded name means with its city (`Stadtbezirk Dortmund-Hörde`); a `Bezirk` is one of
    Berlin or Hamburg."""
    parts = (hit for hit in names.meaning(gazetteer, name).hits if hit.place.kind == "locality")
    return tuple(hit for hit in parts if title != "bezirk" or hit.place.town == hit.place.land)


def _inside(gazetteer: Gazetteer, words: list[str]) -> tuple[Hit, ...]:
    """The places whose name stands beside that of what they lie in."""
    found = []
    for cut in range(1, len(words)):
        # `Hausen im Landkreis Würzburg` says in words what else a comma says.
        start = cut + 1 if words[cut] in _WITHIN and cut + 1 < len(words) else cut
        head, tail = " ".join(words[:cut]), " ".join(words[start:])
        heads = called(gazetteer, head)
        # A Kreis in which a place was says in which it may be (`Rheda Krs. Wiedenbrück`).
        tails = called(gazetteer, tail) or before.former_kreise(gazetteer, tail) if heads else ()
        if not tails:
            continue
        inner = [hit for hit in heads if any(lies_in(hit.place, one.place) for one in tails if _is_around(one))]
        outer = [hit for hit in tails if any(lies_in(hit.place, one.place) for one in heads if _is_around(one))]
        if len(outer) > 1 and not inner:
            # `Leipzig-Connewitz` is a part of the city, although the Kreis of its name has a Connewitz, too.
            towns = [hit.place for hit in heads if hit.place.kind in GEMEINDEN]
            outer = [hit for hit in outer if any(lies_in(hit.place, one) for one in towns)] or outer
        found += [*inner, *outer]
    return strongest(found)


def _is_around(hit: Hit) -> bool:
    """Whether other places may lie in a place."""
    return hit.place.kind != "locality"


def _in_region(gazetteer: Gazetteer, words: list[str]) -> Named:
    """The municipalities of a name with a region behind it that is no part of it: `münster i westf`; if there are none,
    the localities."""
    for cut in range(1, len(words)):
        behind = gazetteer.hits(" ".join(words[cut:]))
        if not behind:
            continue
        areas = [hit.place for hit in behind if hit.how == "region"]
        name = " ".join(word for word in words[:cut] if word not in _REGION_WORDS)
        found = called(gazetteer, name) if areas and name else ()
        there = tuple(hit for hit in found if any(lies_in(hit.place, one) or hit.place.id == one.id for one in areas))
        towns = tuple(hit for hit in there if hit.place.kind in GEMEINDEN)
        parts = tuple(hit for hit in there if hit.place.kind == "locality")
        if not any(map(is_whole, towns)):
            # None of them is called only so: `Zell/Odenwald` is neither Zell am Harmersbach nor Zell im Wiesental, and
            # `Mülheim/Eifel` perhaps not Mülheim an der Mosel. `Lohne (Westf.)` may be written for Löhne.
            read = all(is_respelt(hit.place.name, name) for hit in towns)
            if towns and read and not all(is_respelt(hit.place.name, name) for hit in parts):
                return Named((*parts, *towns), composed=True, several=True)
            towns += parts
        # `Kreis Soest (Westfalen)` can be nothing but the Kreis.
        if towns := towns or there:
            return Named(_in_regierungsbezirk(towns, words[-1]) or towns, composed=True)
    return NOBODY


def _in_regierungsbezirk(towns: tuple[Hit, ...], region: str) -> tuple[Hit, ...]:
    """Those of several municipalities that lie in the Regierungsbezirk that a region may be, whole or as the beginning
    of its name (`oberpf`)."""
    if len(towns) < 2:
        return ()
    key = regierungsbezirke.begun(region)
    return tuple(hit for hit in towns if key and (hit.place.ags or "").startswith(key))


def or_part_of_town(gazetteer: Gazetteer, key: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Some localities, and the town elsewhere of which their name may mean a part: `Hamm-Mitte` lies in Hamburg."""
    towns = _of_town(gazetteer, *key.rpartition(" ")[::2])
    around = {hit.place.ags for hit in hits}
    return (*(hit for hit in towns if hit.place.ags not in around), *hits)


def _of_town(gazetteer: Gazetteer, name: str, part: str) -> tuple[Hit, ...]:
    """The town of a name with a word behind it for a part of it (`Bremen-Mitte`): one that bears the whole name before
    what is only called so."""
    found = called(gazetteer, name) if name and (part in DIRECTIONS or part in CENTRES) else ()
    towns = [hit for hit in found if hit.place.kind in GEMEINDEN]
    whole = [hit for hit in towns if is_whole(hit) and hit.place.kind in ("city", "town")]
    # A part of a town may have a main station, too (`Rheydt Hbf`).
    parts = [hit for hit in found if hit.place.kind == "locality" and part in CENTRES]
    return tuple(hit._replace(how="locality") for hit in whole or towns or parts)


def _with_epithet(gazetteer: Gazetteer, word: str, name: str) -> tuple[Hit, ...]:
    """The municipality of a name with a word before it for what it is (`Barockstadt Fulda`) or for a part of it
    (`Südstadt Hannover`), if no municipality is called like that word; also with two such words (`Kreis- und Hansestadt
    Korbach`)."""
    if name.startswith("und "):
        _, word, name = f"{name}  ".split(" ", 2)
        name = name.strip()
    if not name or not word.endswith(EPITHETS):
        return ()
    if any(hit.place.kind in GEMEINDEN for hit in strongest(gazetteer.hits(word))):
        return ()
    return tuple(hit._replace(how="alias") for hit in called(gazetteer, name) if hit.place.kind in GEMEINDEN)
