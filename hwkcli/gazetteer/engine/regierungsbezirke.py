"""Which Regierungsbezirk a text means, as people and agencies write it: `RB Arnsberg`, `Reg.-Bez. Köln`, `Oberpfalz`,
or its NUTS-2 code (`DEA5`).

It is no place that answers, but says in which Kreise an answer lies. In Niedersachsen, Rheinland-Pfalz and Sachsen,
which have none any more, the regions of the register stand in their place.
"""

import re
from collections.abc import Collection
from functools import cache

from hwkcli.gazetteer.engine.names import Gazetteer
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold, readings

_TITLE = cache(
    lambda: re.compile(
        r"^(?:früher )?(?:(?:der|des|im) )?(?:reg(?:ierungs)? ?bez(?:irk)?|rb|rbz|regierungspräsidium|rp|"
        r"bezirksregierung|direktionsbezirk|statistische region|bezirk(?= (?:ober|nieder|mittel|unter|schwaben)))\b "
    )
)

_NUTS_2 = re.compile("de[0-9a-g][0-9]")
_LEAST_BEGUN = 4


def kreise(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte in the Regierungsbezirk of a name, a key of three digits or a NUTS-2 code; empty
    if it is none.

    >>> from hwkcli.gazetteer.store import index
    >>> sorted({hit.place.land for hit in kreise(index, "RB Arnsberg")}), kreise(index, "Unna")
    (['Nordrhein-Westfalen'], ())
    """
    return tuple(Hit("member", place) for key in _inside(fold(text)) for place in gazetteer.of_key(key))


def _inside(key: str) -> tuple[str, ...]:
    """The keys of the Kreise of a folded name, a key or a code."""
    from hwkcli.gazetteer.store import places

    if _NUTS_2.fullmatch(key):
        return places.kreise_of_nuts(key.upper())
    begin = key if re.fullmatch("[0-9]{3}", key) else _keys().get(_TITLE().sub("", key) if " " in key else key)
    if begin is None or begin not in _keys().values():
        return ()
    return tuple(kreis for kreis, _ in places.kreise() if kreis.startswith(begin))


def is_titled(text: str) -> bool:
    """Whether a text says that it names a Regierungsbezirk, and not the city of its seat."""
    key = fold(text)
    return bool(_TITLE().match(key) or _NUTS_2.fullmatch(key))


def may_be(key: str) -> bool:
    """Whether a folded name may be that of a Regierungsbezirk, or its code: it is one, or has a title."""
    return key in _keys() or bool(_TITLE().match(key) if " " in key else _NUTS_2.fullmatch(key))


def names() -> Collection[str]:
    """All their folded names, without titles."""
    return _keys().keys()


def begun(key: str) -> str:
    """The key of the one Regierungsbezirk whose folded name begins with some letters; empty if there is none.

    >>> begun("oberpf"), begun("ober"), begun("opf")
    ('093', '', '')
    """
    found = {region for name, region in _keys().items() if name.startswith(key)}
    return found.pop() if len(found) == 1 and len(key) >= _LEAST_BEGUN else ""


@cache
def _keys() -> dict[str, str]:
    """The key for each name, folded and without its title."""
    from hwkcli.gazetteer.store import places

    named = ((key, _TITLE().sub("", fold(name))) for key, name in places.regierungsbezirke())
    return {reading: key for key, name in named for reading in readings(name)}
