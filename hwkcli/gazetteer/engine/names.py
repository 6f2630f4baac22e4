"""What a folded name means among the places of a gazetteer: alone, with a title, or with what it lies in."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from hwkcli.gazetteer.entries import STRENGTHS, Hit, Place
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import asked, short
from hwkcli.naming.titles import TITLES, Titled, untitled

SHORT_CODES = ("nuts", "plate")
"""Ways that are no names, and count only where nothing bears the name."""
GEMEINDEN = frozenset(("city", "town", "municipality", "unincorporated"))
"""The kinds of places that Kreise are made of."""
MOST_WORDS = 14


class Gazetteer(Protocol):
    """Where places are found by a folded name or a code: the compiled store (`index`) for one question, the same in
    memory (`memory`) for many, or a district's own file."""

    def knows(self, key: str) -> bool:
        """Whether any place answers to a folded name or a code."""

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""

    def of_key(self, key: str) -> tuple[Place, ...]:
        """The places of a key of today."""

    def towns_at(self, code: str) -> tuple[tuple[str, Place], ...]:
        """The municipalities, or localities of no known one, that a postal code leads to, each with the way."""

    def hits_in(self, key: str, towns: Container[int]) -> tuple[Hit, ...]:
        """The hits of a folded name that are some municipalities, given by their ids, or places in them."""

    def names_in(self, place: Place) -> Sequence[str]:
        """The folded names of a municipality and of the localities in it."""

    def former(self, key: str, day: str = "") -> tuple[Hit, ...]:
        """Today's places for a former key, or the key of a day, the greatest share first, or for a folded former name
        of a municipality."""

    def starting(self, start: str) -> Sequence[str]:
        """The folded names and codes that begin with some letters."""

    def alike(self, key: str) -> Sequence[str]:
        """The folded names of municipalities that differ from a key in one letter, or in two neighbours swapped."""


class Named(NamedTuple):
    """What a name means."""

    hits: tuple[Hit, ...]
    composed: bool = False
    """Whether the name says what the places lie in (`Witten-Annen`, `Neustadt, Hessen`)."""
    several: bool = False
    """Whether it is the names of several municipalities, one after another."""
    added: bool = False
    """Whether it has a river, a landscape or a town nearby behind it that the register does not add to it."""
    former_kreis: bool = False
    """Whether it is the name of a Kreis that is no more: the places are the Kreise that it became."""


NOBODY = Named(())


def strongest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits that are names, each place once, in the strongest way that it bears the name."""
    hits = tuple(hits)
    if len(hits) < 2:
        return hits if hits and hits[0].how in STRENGTHS else ()
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.how in STRENGTHS:
            known = found.get(hit.place.id)
            if known is None or STRENGTHS[hit.how] < STRENGTHS[known.how]:
                found[hit.place.id] = hit
    if len(found) < 2:
        return tuple(found.values())
    # A part of a municipality that bears its very name says nothing more.
    towns = {hit.place.ags for hit in found.values() if hit.place.kind in GEMEINDEN}
    kept = (hit for hit in found.values() if hit.place.kind != "locality" or hit.place.ags not in towns)
    return tuple(sorted(kept, key=lambda hit: hit.place.id))


def called(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The places of a folded name as it is, without its little words, or without a title (`Stadt`, `Landkreis`)."""
    if key.isascii() and " " not in key:
        # Of a plain word there is nothing to leave out.
        hits = gazetteer.hits(key)
        return strongest(hits) if hits else hits
    found: tuple[Hit, ...] = ()
    for one in asked(key):
        hits = strongest(gazetteer.hits(one))
        # A municipality whose little words are written in another way comes before a part of one.
        if any(hit.place.kind != "locality" for hit in hits):
            return strongest((*found, *(hit for hit in hits if not found or is_whole(hit)))) or found
        found = found or hits
    titled = untitled(key)
    if not titled:
        return found
    inner = (
        hit
        for rest, kinds in titled
        for one in asked(rest)
        for hit in gazetteer.hits(one)
        if hit.place.kind in kinds and (not found or hit.place.kind == "kreis")
    )
    return (
        strongest(inner)
        or found
        or _titled_twice(gazetteer, titled)
        or _of_code_or_exonym(gazetteer, titled)
        or _of_before(gazetteer, titled)
    )


def _titled_twice(gazetteer: Gazetteer, titled: Titled) -> tuple[Hit, ...]:
    """The places of a folded name with a title before and behind it (`Gemeinde Bönen - Der Bürgermeister`)."""
    bare = ((rest, {*kinds} & {*own}) for name, kinds in titled for rest, own in untitled(name))
    return strongest(hit for rest, kinds in bare for hit in gazetteer.hits(rest) if hit.place.kind in kinds)


def _of_code_or_exonym(gazetteer: Gazetteer, titled: Titled) -> tuple[Hit, ...]:
    """The Kreise of a folded name that is the plate of their cars behind a title (`LK LUP`), or the name of their town
    in another language (`Landkreis Munich`), or has its `kreis` before it (`Landkreis Bodensee`)."""
    found: list[Hit] = []
    for rest, kinds in titled:
        hits = gazetteer.hits(rest) if "kreis" in kinds else ()
        found += [hit for hit in gazetteer.hits(f"{rest} kreis") if "kreis" in kinds and hit.place.kind == "kreis"]
        found += [hit for hit in hits if hit.how == "plate" and hit.place.kind == "kreis"]
        names = {fold(hit.place.name) for hit in hits if hit.how == "exonym"}
        found += [hit for name in names for hit in gazetteer.hits(name) if hit.place.kind == "kreis"]
    return strongest(hit._replace(how="alias") for hit in found)


def _of_before(gazetteer: Gazetteer, titled: Titled) -> tuple[Hit, ...]:
    """The parts of municipalities that were one themselves, by a folded name with its title of then (`Gemeinde
    Sosa`)."""
    names = (rest for rest, kinds in titled if not GEMEINDEN.isdisjoint(kinds))
    return strongest(hit for rest in names for hit in gazetteer.hits(rest) if hit.place.until)


def meaning(gazetteer: Gazetteer, key: str) -> Named:
    """The places that a folded name means, alone or with what they lie in before or behind it: `witten annen`,
    `neustadt hessen`, `hausen landkreis würzburg`."""
    if not key:
        return NOBODY
    hits = called(gazetteer, key)
    if hits and hits[0].place.kind != "locality":
        return Named(hits)
    # Most names stand alone, and mean a municipality of today.
    from hwkcli.gazetteer.engine import composed

    if hits:
        return Named(composed.or_part_of_town(gazetteer, key, hits))
    return composed.meaning(gazetteer, key)


def name_their_town(gazetteer: Gazetteer, key: str, parts: Sequence[Hit]) -> bool:
    """Whether a folded name of some places begins with that of the municipality in which all of them lie
    (`Hamburg-Harburg`), or ends with it (`Burg auf Fehmarn`)."""
    around = {hit.place.ags for hit in parts}
    words = key.split()
    town = readings(fold(parts[0].place.town or ""))[0]
    if len(words) < 2 or len(around) > 1 or not (words[0] in town or words[-1] in town):
        # Most names of places do not have that of their town.
        return False
    ends = (*heads(words), *(" ".join(words[cut:]) for cut in range(1, len(words))))
    return any(
        around <= {hit.place.ags for hit in called(gazetteer, end) if hit.place.kind in GEMEINDEN} for end in ends
    )


def inside_plate(gazetteer: Gazetteer, plate: str, name: str) -> Named:
    """The places of a folded name in the kreisfreie Stadt or the Kreis whose plate stands beside it (`MG-Rheydt`,
    `Hattingen EN`)."""
    around = [hit.place for hit in gazetteer.hits(plate) if hit.how == "plate"]
    found = called(gazetteer, name) if around else ()
    # A city comes before the Kreis around it, which has its plate, too (`L-Connewitz`).
    for kind in ("city", "kreis"):
        inside = [one for one in around if one.kind == kind]
        if there := tuple(hit for hit in found if any(lies_in(hit.place, one) for one in inside)):
            return Named(there, composed=True)
    return NOBODY


def town_of(gazetteer: Gazetteer, place: Place) -> Place:
    """The municipality that a place is or lies in; the place itself where that is not known."""
    if place.kind != "locality" or not place.ags:
        return place
    return next(iter(gazetteer.of_key(place.ags)), place)


def hits_in(gazetteer: Gazetteer, key: str, towns: Container[int]) -> tuple[Hit, ...]:
    """The hits of a folded name that are some municipalities, given by their ids, or places in them."""
    hits = (hit for hit in gazetteer.hits(key) if hit.how in STRENGTHS)
    return tuple(hit for hit in hits if town_of(gazetteer, hit.place).id in towns)


def towns_at(gazetteer: Gazetteer, code: str) -> tuple[tuple[str, Place], ...]:
    """The municipalities that a postal code leads to, by way of the places that answer to it."""
    return tuple((hit.how, town_of(gazetteer, hit.place)) for hit in gazetteer.hits(code))


def lies_in(place: Place, around: Place) -> bool:
    """Whether a place is a part of another: of a Land, a Kreis or a municipality."""
    if place.id == around.id:
        # A kreisfreie Stadt lies in the Kreis that it is, and a Land is named twice (`Bayern (Bavaria)`).
        return place.kind in ("city", "land")
    if around.kind == "land" or around.name == around.land:
        return place.land_key == around.land_key and place.kind != "land"
    if around.kind == "kreis":
        return place.kreis_key == around.kreis_key and place.kind not in ("land", "kreis")
    return place.kind == "locality" and place.ags == around.ags


def strung_together(gazetteer: Gazetteer, key: str) -> tuple[Hit, ...]:
    """The municipalities whose whole names stand one after another in a folded text (`kamen unna`); empty unless they
    are several, and all of the text."""
    words = [word for word in key.split() if word not in ("und", "u")]
    if not 1 < len(words) <= MOST_WORDS or not any(
        gazetteer.knows(" ".join(words[at:])) for at in range(1, len(words))
    ):
        # What the text ends with is no name.
        return ()
    found: list[Hit] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            hits = gazetteer.hits(" ".join(words[start:end]))
            if not hits:
                continue
            hits = strongest(hits)
            # What is also short for one before says nothing more (`monheim am rhein monheim`).
            again = any(hit.place.id == one.place.id for hit in hits for one in found)
            if whole := [hit for hit in hits if is_whole(hit) and not again]:
                found += whole
                start = end
                break
        else:
            return ()
    return strongest(found) if len({hit.place.id for hit in found}) > 1 else ()


def is_whole(hit: Hit) -> bool:
    """Whether a place is a municipality, and the name its whole one."""
    return hit.place.kind in GEMEINDEN and STRENGTHS.get(hit.how) == 0


def is_respelt(name: str, key: str) -> bool:
    """Whether a name only reads like a folded one, and is written in another way: `Münster` as `munster`.

    >>> is_respelt("Münster (Hessen)", "munster"), is_respelt("Munster", "munster"), is_respelt("Köln", "cologne")
    (True, False, False)
    """
    own, *others = (f" {one} " for one in readings(fold(name)))
    return f" {key} " not in own and any(f" {key} " in one for one in others)


def heads(words: list[str]) -> Iterator[str]:
    """The first words of a name, the longest first, never all of them."""
    for cut in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        yield " ".join(words[:cut])


@lru_cache(1 << 14)
def shorter(name: str) -> frozenset[str]:
    """The folded shorter names of a municipality that are names only where its postal code stands beside: the halves of
    a double name, and what is behind a title or `Bad`.

    >>> sorted(shorter("Karlsdorf-Neuthard")), sorted(shorter("Stadt Wehlen")), sorted(shorter("Kamen"))
    (['karlsdorf', 'neuthard'], ['wehlen'], [])
    >>> sorted(shorter("Bad Lauterberg im Harz"))
    ['lauterberg', 'lauterberg im harz']
    """
    title, _, rest = name.partition(" ")
    titled: tuple[str, ...] = (fold(rest),) if rest and fold(title) in TITLES else ()
    if rest and title == "Bad":
        titled = tuple(reading for one in (rest, short(rest)) for reading in readings(fold(one)))
    halves = name.replace("/", "-").split("-")
    if len(halves) > 1 and min(map(len, halves)) > 3:
        return frozenset((*titled, *(reading for half in halves for reading in readings(fold(half)))))
    return frozenset(titled)
