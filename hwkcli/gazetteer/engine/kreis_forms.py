"""How lists write a Kreis that is not written plainly: beside its plate, its codes, its Land, its seat, its city or its
name in another language, or with only the beginning of its name."""

import re
from functools import cache

from hwkcli.gazetteer.engine.areas import NAMES, laender, named
from hwkcli.gazetteer.engine.names import Gazetteer, called, lies_in, meaning
from hwkcli.gazetteer.entries import Hit
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.similar import Names
from hwkcli.naming.spelling import LITTLE
from hwkcli.naming.titles import KREIS_TITLES, untitled

_SECTION = re.compile(r"\s[-–]\s|\s?[(/]\s?|\s(?=ohne\s)")
"""What parts a Kreis from a section of it (`Kreis Dithmarschen - Küste`, `Kreis Leer (ohne Borkum)`), or from its name
in another language."""
_WITHOUT = "ohne "
"""So begins what a Kreis is counted without."""
_AND = r"\s?(?:und|u\.|/|&|\+)\s?"
_STADT = r"(?:kreisfreie\s)?Stadt"
_AND_CITY = re.compile(
    rf"(?:(?:(?P<title>(?:Land)?kreis){_AND}{_STADT}|{_STADT}{_AND}(?:Land)?kreis)\s(?P<both>.+)"
    rf"|(?P<whole>[^,(]+?)\s?[,(]?\s?Stadt{_AND}Land(?:kreis)?\)?|(?P<kreis>.+){_AND}Stadt\s(?P<city>.+))",
    re.IGNORECASE,
)
"""A Kreis and the city in it or of its name, which are one warning region, or one office."""
_BESIDE_KEY = re.compile(r"(?P<name>[^0-9]+?)[\s,;(–-]+(?P<key>[0-9]{5})\)?")
_NUTS = "(?P<nuts>DE[1-9A-G][0-9A-Z]{2})"
_BEHIND_NUTS = re.compile(rf"{_NUTS}[\s:;,–-]+(?P<name>\D{{3,}})", re.IGNORECASE)
_BEFORE_NUTS = re.compile(rf"(?P<name>\D{{3,}}?)[\s:;,(–-]+{_NUTS}\)?", re.IGNORECASE)
_IN_LAND = re.compile(r"(?P<name>.{3,}?)\s?[,(]\s?(?P<land>[^,()]{2,})\)?")
_BESIDE_PLATE = re.compile(r"(?P<plate>[A-ZÄÖÜ]{1,3})\s?[-–:\s]\s?(?P<name>\D{3,})")
_PLATE_WORD = "Kennzeichen "
"""What stands before the plate of the cars of a Kreis."""
_LEAST_CUT = 8
"""So many letters has a name that is cut off at least."""
_LEAST_LAST = 4
"""So many of them are of its last word."""


def beside(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise of a text that says more of them: a section, the city in them, their plate, key or seat.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.name for hit in beside(index, "UN - Unna")], beside(index, "UN - Soest")
    (['Kreis Unna'], ())
    """
    if text.startswith(_PLATE_WORD):
        plate = fold(text.removeprefix(_PLATE_WORD))
        return tuple(hit for hit in gazetteer.hits(plate) if hit.how == "plate")
    if both := _AND_CITY.fullmatch(text):
        name = both["both"] or both["whole"]
        title = both["title"] or "Landkreis"
        pair = (f"{title} {name}", f"Stadt {name}") if name else (both["kreis"], f"Stadt {both['city']}")
        hits = [named(gazetteer, fold(one)) for one in pair]
        # `Stadt und Landkreis Fulda` is the Landkreis: the town lies in it.
        inside = name and any(
            lies_in(town.place, one.place) for town in called(gazetteer, fold(name)) for one in hits[0]
        )
        return (*hits[0], *hits[1]) if all(hits) or inside else ()
    for form, code in ((_BESIDE_KEY, "key"), (_BEHIND_NUTS, "nuts"), (_BEFORE_NUTS, "nuts"), (_BESIDE_PLATE, "plate")):
        if found := form.fullmatch(text):
            coded = {hit.place.id for hit in gazetteer.hits(fold(found[code])) if hit.how == code}
            if same := tuple(hit for hit in named(gazetteer, fold(found["name"])) if hit.place.id in coded):
                return same
    if found := _IN_LAND.fullmatch(text):
        keys = {hit.place.land_key for hit in laender(gazetteer, found["land"])}
        if same := tuple(hit for hit in named(gazetteer, fold(found["name"])) if hit.place.land_key in keys):
            return same
    head, *behind = (fold(one) for one in _SECTION.split(text, maxsplit=1))
    if not behind:
        return ()
    first, _, last = head.partition(" ")
    kreise = named(gazetteer, head)
    if first in KREIS_TITLES or (last or first).endswith("kreis"):
        # `Kreis Coesfeld/Borken` are two.
        others = (hit for hit in named(gazetteer, behind[0]) if kreise and "(" not in text)
        return (*kreise, *(hit for hit in others if hit not in kreise))
    around = tuple(hit for hit in kreise if hit.place.kind == "kreis")
    if behind[0].startswith(_WITHOUT):
        return around
    return (
        _of_seat(gazetteer, around, behind[0]) if "(" in text else around if _is_foreign(gazetteer, behind[0]) else ()
    )


def _of_seat(gazetteer: Gazetteer, kreise: tuple[Hit, ...], inside: str) -> tuple[Hit, ...]:
    """Those of some Kreise that have in brackets behind them a place in them, as lists of car plates do (`Barnim
    (Eberswalde)`), their plate (`Unna (UN)`), or the country (`Friesland (D)`), as lists of Europe do."""
    seats = [hit.place for hit in called(gazetteer, inside)] if inside else []
    issuing = {hit.place.id for hit in gazetteer.hits(inside) if hit.how == "plate"}
    return tuple(
        hit
        for hit in kreise
        if inside == "d" or hit.place.id in issuing or any(lies_in(place, hit.place) for place in seats)
    )


def _is_foreign(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a folded name may be that of a Kreis in another language: it names no place, or one with such a name."""
    return not meaning(gazetteer, name).hits or any("/" in hit.place.name for hit in called(gazetteer, name))


def begun(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The Kreise whose folded name a key begins: without what tells it from its namesakes (`Pfaffenhofen`); or the one
    whose name it breaks off in the middle of a word, as columns of a fixed width do (`Hersfeld-Rotenb`)."""
    names = gazetteer.starting(key)
    short = [name for name in names if name[len(key) : len(key) + 1] == " " and name[len(key) :].split()[0] in LITTLE]
    if found := _kreise_of(gazetteer, short):
        return found
    last = key.rpartition(" ")[2]
    if len(key) < _LEAST_CUT or len(last) < _LEAST_LAST:
        return ()
    found = _kreise_of(gazetteer, [name for name in names if " " not in name[len(key) :]])
    return found if len(found) == 1 else ()


def near(gazetteer: Gazetteer, text: str) -> tuple[Hit, ...]:
    """The Kreise and kreisfreie Städte that a misspelt name looks like, with its title or without.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.name for hit in near(index, "Märkischer Kries")], near(index, "Kamen")
    (['Märkischer Kreis'], ())
    """
    key = fold(text)
    # A title that many have makes none alike.
    bare = [rest for rest, _ in untitled(key)] or [key]
    keys = [one for rest in bare for one in _names().nearest(rest)]
    return tuple(Hit("key", place) for one in dict.fromkeys(keys) for place in gazetteer.of_key(f"{one:05}"))


@cache
def _names() -> Names:
    """The folded names of all Kreise, with their titles and without, each with its key."""
    from hwkcli.gazetteer.store import places

    named = []
    for key, name in places.kreise():
        whole = fold(name)
        for one in (whole, *(rest for rest, _ in untitled(whole))):
            named += [(reading, int(key)) for reading in readings(one)]
    return Names(named)


def _kreise_of(gazetteer: Gazetteer, names: list[str]) -> tuple[Hit, ...]:
    hits = (hit for name in names for hit in gazetteer.hits(name) if hit.how in NAMES and hit.place.kind == "kreis")
    return tuple({hit.place.id: hit for hit in hits}.values())
