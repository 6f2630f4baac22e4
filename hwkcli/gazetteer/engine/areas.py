"""Which Kreise or Länder a text means, as people and agencies write them: `LK Unna`, `Hannover, Region`, `05978`,
`NRW`.

An area is the beginning of a key: two digits are a Land, three a Regierungsbezirk, five a Kreis.
"""

import re
from collections.abc import Iterable

from hwkcli.gazetteer.engine import shortened
from hwkcli.gazetteer.engine.before import former_kreise
from hwkcli.gazetteer.engine.keys import behind_key, clean, key_of, without_notes
from hwkcli.gazetteer.engine.names import SHORT_CODES, Gazetteer, called, meaning, strongest
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold
from hwkcli.naming.misread import repaired
from hwkcli.naming.spelling import bare
from hwkcli.naming.titles import untitled

_NUMBER = re.compile(r"\A\s{0,9}[0-9]{1,3}\s{1,9}(?=[^\W\d_])")
"""The number of a Kreis within its Land, before its name (`153 Goslar`)."""
_CITY = re.compile(r",\s?St\.?\s{0,9}\Z")
"""How some Länder shorten what a city is (`Kassel, St.`)."""
_UNTIL = re.compile(r"\s?\((?:bis|ab)\s[0-9.]{4,10}\)\s?\Z")
"""How statistics mark a Kreis that is no more, or is new."""
_LAND = 2
"""So many digits has the key of a Land."""
_KREIS_ENDINGS = ("kreis", "er land")
NAMES = ("exact", "alias", "printed", "former_name")


def kreise(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte that a name or a key means, or that became of the Kreis that it meant before;
    empty if none."""
    return of_today(gazetteer, text) or of_before(gazetteer, _plain(text))


def of_today(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte that a name or a key means today; empty if none.

    A name without a title may mean both the city and the Kreis around it (`München`). The name of a part of a city,
    as health offices count them (`SK Berlin Mitte`), means the city.
    """
    if name := behind_key(text):
        digits = "".join(filter(str.isdecimal, clean(text).removesuffix(name)))
        return named(gazetteer, digits)
    plain = _plain(text)
    key = fold(plain)
    found = named(gazetteer, key)
    if len(key.rpartition(" ")[2]) == 1 and "." in plain:
        # What a single letter is short for may be several (`Neustadt a.d.W.`).
        found = tuple(dict.fromkeys((*found, *_shortened(gazetteer, f"{plain.rstrip('. ')}."))))
    if found or not key:
        return found
    # Most names are written plainly.
    from hwkcli.gazetteer.engine import kreis_forms, kreis_in_text

    text = clean(plain)
    found = kreis_forms.beside(gazetteer, text) or _shortened(gazetteer, plain) or kreis_forms.begun(gazetteer, key)
    for rest, kinds in () if found else untitled(key):
        # `Pfaffenhofen (district)`.
        found = found or (kreis_forms.begun(gazetteer, rest) if kinds == ("kreis",) else ())
    return found or kreis_in_text.in_text(gazetteer, text)


def _plain(text: str) -> str:
    """A name without the number before it and the marks of notes behind it, its title written out."""
    return _CITY.sub(", Stadt", _NUMBER.sub("", without_notes(repaired(text))))


def of_before(gazetteer: Gazetteer, text: str, titled: bool = True) -> tuple[Hit, ...]:
    """Today's Kreise for the name of one that is no more, with its title (`SK Eisenach`) or where the name says it
    itself (`Muldentalkreis`, `Chemnitzer Land`), as statistics mark it, too. Without a title it may as well be the name
    of a town."""
    key = fold(clean(_UNTIL.sub("", text)))
    found = former_kreise(gazetteer, key, titled)
    if found or not titled or not key.endswith(_KREIS_ENDINGS):
        return found
    alone = meaning(gazetteer, key)
    return alone.hits if alone.former_kreis else ()


def _shortened(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise of a name in which words are shortened with a dot."""
    found = shortened.meaning(gazetteer, text).hits if "." in text else ()
    return tuple(hit for hit in found if hit.place.kind in ("kreis", "city"))


def named(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte of a folded name or a key as it stands, or without its little words, where it
    is that of a part of the town (`Mühldorf am Inn`)."""
    if not key:
        return ()
    if key.replace(" ", "").isdecimal():
        digits = _kreis_key(key)
        # Two digits are a Land, or the number of a Kreis in a Land that is not said.
        return tuple([Hit("key", place) for place in gazetteer.of_key(digits)]) if len(digits) > 2 else ()
    found = _areas_in(called(gazetteer, key)) or _areas_in(strongest(gazetteer.hits(bare(key))))
    if not found and not any(hit.place.kind in ("city", "town") for hit in gazetteer.hits(key)):
        # `Ortenau` is the Ortenaukreis among Kreise, and only there; Heide is a town.
        found = tuple(hit for hit in gazetteer.hits(f"{key} kreis") if hit.place.kind == "kreis" and hit.how in NAMES)
    if found:
        return found
    exonyms = tuple(hit for hit in called(gazetteer, key) if hit.place.kind == "city" and hit.how == "exonym")
    if exonyms:
        # Without a title, `Munich` is the city and the Kreis around it, as München is.
        return exonyms if untitled(key) else named(gazetteer, fold(exonyms[0].place.name))
    inside = {hit.place.ags for hit in meaning(gazetteer, key).hits if hit.place.kind == "locality"}
    cities = [hit for ags in inside if ags for hit in gazetteer.hits(ags) if hit.place.kind == "city"]
    if len(cities) == len(inside) == 1:
        return tuple(cities)
    return tuple(hit for hit in by_short_code(gazetteer, key) if hit.place.kind != "land")


def _areas_in(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Those of some hits that are Kreise and kreisfreie Städte by their names."""
    return tuple(hit for hit in hits if hit.place.kind in ("kreis", "city") and hit.how in NAMES)


def by_short_code(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The Kreise of a folded NUTS code or of the plates of their cars, of which several may issue the same; the Land of
    a NUTS-1 code."""
    return tuple(hit for hit in gazetteer.hits(key) if hit.how in SHORT_CODES)


def _kreis_key(digits: str) -> str:
    """The five digits of a Kreis; a municipality's are those of its Kreis only where it is a kreisfreie Stadt."""
    key = key_of(digits)
    if len(key) == _LAND and len(digits) > _LAND:
        # Hamburg and Berlin, a Kreis each, have zeros behind the key of their Land.
        return f"{key}000"
    return key[:5] if key[5:8] == "000" else key


def laender(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Länder (or the cities that are one) that a name, an abbreviation or a key means; empty if none."""
    key = fold(repaired(text)).removeprefix("de ")
    if not key:
        return ()
    if key.isdecimal():
        of_key = gazetteer.of_key(key.zfill(2))
        return tuple([Hit("key", place) for place in of_key if place.name == place.land])
    named = (*called(gazetteer, key), *(shortened.meaning(gazetteer, text).hits if "." in text else ()))
    named = (*named, *(hit for hit in gazetteer.hits(key) if hit.how == "nuts"))
    found = tuple(hit for hit in named if hit.place.name == hit.place.land and hit.how in (*NAMES, "exonym", "nuts"))
    head, bracket, _ = text.partition("(")
    # `Bayern (Bavaria)`, `Hessen (HE)`.
    return laender(gazetteer, head) if bracket and not found else found
