"""Which Kreise or Länder a text means, as people and agencies write them: `LK Unna`, `Hannover, Region`, `05978`,
`NRW`.

An area is the beginning of a key: two digits are a Land, three a Regierungsbezirk, five a Kreis.
"""

import re

from hwkcli.gazetteer.engine import shortened
from hwkcli.gazetteer.engine.keys import KREIS, behind_key, clean, key_of
from hwkcli.gazetteer.engine.names import SHORT_CODES, Gazetteer, called, former_kreise, lies_in, meaning
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import KREIS_TITLES

_SECTION = re.compile(r"\s[-–]\s|\s?\(")
"""What parts a Kreis from a section of it (`Kreis Dithmarschen - Küste`, `Kreis Leer (ohne Borkum)`)."""
_NUMBER = re.compile(r"\A\s{0,9}[0-9]{1,3}\s{1,9}(?=[^\W\d_])")
"""The number of a Kreis within its Land, before its name (`153 Goslar`)."""
_CITY = re.compile(r",\s?St\.?\s{0,9}\Z")
"""How some Länder shorten what a city is (`Kassel, St.`)."""
_UNTIL = re.compile(r"\s?\((?:bis|ab)\s[0-9.]{4,10}\)\s?\Z")
"""How statistics mark a Kreis that is no more, or is new."""
_AND_CITY = re.compile(
    r"(?:(?P<title>(?:Land)?kreis) und Stadt (?P<both>.+)|(?P<kreis>.+) und Stadt (?P<city>.+))", re.I
)
"""A Kreis and the city in it, which are one warning region."""
_KREIS_ENDINGS = ("kreis", "er land")
_LEAST_CUT = 8
"""So many letters has a name that is cut off at least."""
_LEAST_LAST = 4
"""So many of them are of its last word."""
_NAMES = ("exact", "alias", "printed", "former_name")


def kreise(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte that a name or a key means, or that became of the Kreis that it meant before;
    empty if none."""
    return of_today(gazetteer, text) or of_before(gazetteer, _plain(text))


def of_today(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte that a name or a key means today; empty if none.

    A name without a title may mean both the city and the Kreis around it (`München`). The name of a part of a city,
    as health offices count them (`SK Berlin Mitte`), means the city.
    """
    if behind_key(text):
        return _kreise(gazetteer, key_of(text)[:KREIS])
    plain = _plain(text)
    key = fold(plain)
    found = _kreise(gazetteer, key)
    if len(key.rpartition(" ")[2]) == 1 and "." in plain:
        # What a single letter is short for may be several (`Neustadt a.d.W.`).
        found = tuple(dict.fromkeys((*found, *_shortened(gazetteer, f"{plain.rstrip('. ')}."))))
    return found or _sections(gazetteer, clean(plain)) or _shortened(gazetteer, plain) or _cut_off(gazetteer, key)


def _plain(text: str) -> str:
    """A name without the number before it, its title written out."""
    return _CITY.sub(", Stadt", _NUMBER.sub("", text))


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


def _sections(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreis that a text says a section of, or that it names beside the city in it."""
    if both := _AND_CITY.fullmatch(text):
        pair = (both["kreis"] or f"{both['title']} {both['both']}", f"Stadt {both['both'] or both['city']}")
        hits = [_kreise(gazetteer, fold(one)) for one in pair]
        return (*hits[0], *hits[1]) if all(hits) else ()
    head = fold(_SECTION.split(text, maxsplit=1)[0])
    first, _, last = head.partition(" ")
    titled = first in KREIS_TITLES or (last or first).endswith("kreis")
    if titled or head == fold(text):
        return _kreise(gazetteer, head) if titled and head != fold(text) else ()
    return _with_seat(gazetteer, text)


def _with_seat(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreis that a text names with a place in it in brackets, as lists of car plates do (`Barnim (Eberswalde)`); or
    with the country (`Friesland (D)`), as lists of Europe do."""
    head, bracket, inside = text.partition("(")
    seat = fold(inside)
    if not bracket or not seat:
        return ()
    found = [hit for hit in _kreise(gazetteer, fold(head)) if hit.place.kind == "kreis"]
    seats = [hit.place for hit in called(gazetteer, seat)]
    return tuple(hit for hit in found if seat == "d" or any(lies_in(place, hit.place) for place in seats))


def _shortened(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise of a name in which words are shortened with a dot."""
    found = shortened.meaning(gazetteer, text).hits if "." in text else ()
    return tuple(hit for hit in found if hit.place.kind in ("kreis", "city"))


def _cut_off(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The one Kreis whose folded name goes on in the middle of a word, as columns of a fixed width have it
    (`Hersfeld-Rotenb`, `Hochsauerlandkr`)."""
    last = key.rpartition(" ")[2]
    if len(key) < _LEAST_CUT or len(last) < _LEAST_LAST:
        return ()
    names = (name for name in gazetteer.starting(key) if " " not in name[len(key) :])
    hits = {hit for name in names for hit in gazetteer.hits(name) if hit.how in _NAMES and hit.place.kind == "kreis"}
    found = {hit.place.id: hit for hit in hits}
    return tuple(found.values()) if len(found) == 1 else ()


def _kreise(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    if not key:
        return ()
    if key.replace(" ", "").isdecimal():
        digits = _kreis_key(key)
        # Two digits are a Land, or the number of a Kreis in a Land that is not said.
        return tuple(hit for hit in gazetteer.hits(digits) if hit.how == "key") if len(digits) > 2 else ()
    found = tuple(hit for hit in called(gazetteer, key) if hit.place.kind in ("kreis", "city") and hit.how in _NAMES)
    if not found and not any(hit.place.kind in ("city", "town") for hit in gazetteer.hits(key)):
        # `Ortenau` is the Ortenaukreis among Kreise, and only there; Heide is a town.
        found = tuple(hit for hit in gazetteer.hits(f"{key} kreis") if hit.place.kind == "kreis" and hit.how in _NAMES)
    if found:
        return found
    inside = {hit.place.ags for hit in meaning(gazetteer, key).hits if hit.place.kind == "locality"}
    cities = [hit for ags in inside if ags for hit in gazetteer.hits(ags) if hit.place.kind == "city"]
    return tuple(cities) if len(cities) == len(inside) == 1 else by_short_code(gazetteer, key)


def by_short_code(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The Kreise of a folded NUTS code or of the plates of their cars, of which several may issue the same."""
    return tuple(hit for hit in gazetteer.hits(key) if hit.how in SHORT_CODES)


def _kreis_key(digits: str) -> str:
    """The five digits of a Kreis; a municipality's are those of its Kreis only where it is a kreisfreie Stadt."""
    key = key_of(digits)
    return key[:5] if key[5:8] == "000" else key


def laender(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Länder (or the cities that are one) that a name, an abbreviation or a key means; empty if none."""
    key = fold(text).removeprefix("de ")
    if not key:
        return ()
    if key.isdecimal():
        return tuple(
            hit for hit in gazetteer.hits(key.zfill(2)) if hit.how == "key" and hit.place.name == hit.place.land
        )
    named = (*called(gazetteer, key), *(shortened.meaning(gazetteer, text).hits if "." in text else ()))
    found = tuple(hit for hit in named if hit.place.name == hit.place.land and hit.how in (*_NAMES, "exonym"))
    head, bracket, _ = text.partition("(")
    # `Bayern (Bavaria)`, `Hessen (HE)`.
    return laender(gazetteer, head) if bracket and not found else found
