"""What a folded name means among the places of a gazetteer: alone, with a title, or with what it lies in."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import CENTRES, DIRECTIONS, EPITHETS, TITLES, Titled, asked, untitled

STRENGTHS = {"exact": 0, "printed": 0, "alias": 1, "exonym": 1, "former_name": 1, "locality": 2}
"""How strongly each way of bearing a name speaks for a place: 0 for its whole name, 1 for a shorter or another one,
2 for a name of a part of a municipality."""
WEAKEST = STRENGTHS["locality"]
SHORT_CODES = ("nuts", "plate")
"""Ways that are no names, and count only where nothing bears the name."""
GEMEINDEN = frozenset(("city", "town", "municipality", "unincorporated"))
"""The kinds of places that Kreise are made of."""
_MOST_WORDS = 14
_WITHIN = frozenset(("i", "im", "in"))
_REGION_WORDS = frozenset(["i", "in", "im", "a", "an", "am", "auf", "der", "d"])


class Gazetteer(Protocol):
    """Where places are found by a folded name or a code: the compiled store (`database`) for one question, the same in
    memory (`memory`) for many, or a district's own file."""

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""

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
    return strongest(inner) or found or _of_code_or_exonym(gazetteer, titled)


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


def meaning(gazetteer: Gazetteer, key: str) -> Named:
    """The places that a folded name means, alone or with what they lie in before or behind it: `witten annen`,
    `neustadt hessen`, `hausen landkreis würzburg`."""
    if not key:
        return NOBODY
    words = key.split()
    if hits := called(gazetteer, key):
        if hits[0].place.kind != "locality":
            return Named(hits)
        return Named(_or_part_of_town(gazetteer, key, hits))
    if 1 < len(words) <= _MOST_WORDS and (hits := _inside(gazetteer, words) or _in_region(gazetteer, words)):
        if all(hit.place.kind == "unincorporated" for hit in hits):
            # `Goslar/Harz` is no forest.
            hits = _in_region(gazetteer, words) or hits
        return Named(hits, composed=True)
    found = _of_before(gazetteer, key)
    if len(words) < 2 or (found.hits and not found.former_kreis):
        return found
    if len(words) <= _MOST_WORDS and (added := _with_addition(gazetteer, key)).hits:
        return added
    if found.hits:
        seat = () if untitled(key) else _seat(gazetteer, words, found.hits)
        return Named(seat) if seat else found
    return Named(_of_town(gazetteer, *key.rpartition(" ")[::2]) or _with_epithet(gazetteer, *key.partition(" ")[::2]))


def _with_addition(gazetteer: Gazetteer, key: str) -> Named:
    """The places of a name with a river or a town nearby behind it."""
    # Few names have one.
    from hwkcli.gazetteer.engine import additions

    return additions.meaning(gazetteer, key)


def _of_before(gazetteer: Gazetteer, key: str) -> Named:
    """What a folded name or a key means that only places of before had."""
    from hwkcli.gazetteer.history import past

    titled = untitled(key)
    known = key.isdecimal() or any(map(past.is_name, (key, *(rest for rest, _ in titled))))
    if not known and not any(kinds == ("kreis",) for _, kinds in titled):
        return NOBODY
    if found := gazetteer.former(key):
        return Named(found)
    found = former_kreise(gazetteer, key) or former_kreise(gazetteer, key, titled=False)
    if len(found) > 1 and (today := _of_today(gazetteer, titled, found)):
        return Named(today)
    return Named(found, former_kreis=bool(found))


def _of_today(gazetteer: Gazetteer, titled: Titled, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The one of the Kreise that became of another whose name begins like the other's (`Landkreis Mühldorf`)."""
    from hwkcli.gazetteer.engine import kreis_forms

    ids = {hit.place.id for hit in found}
    begun = (hit for rest, kinds in titled if "kreis" in kinds for hit in kreis_forms.begun(gazetteer, rest))
    today = tuple(hit for hit in begun if hit.place.id in ids)
    return today if len(today) == 1 else ()


def _seat(gazetteer: Gazetteer, words: list[str], kreise: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The town that the name of a Kreis that is no more begins with, in the Kreis that this became: without a title,
    it is the town that is meant (`Bergheim (Erft)`)."""
    keys = {hit.place.kreis_key for hit in kreise}
    towns = (hit for head in heads(words) for hit in called(gazetteer, head) if is_whole(hit))
    return tuple(hit for hit in towns if hit.place.kreis_key in keys)


def former_kreise(gazetteer: Gazetteer, key: str, titled: bool = True) -> tuple[Hit, ...]:
    """Today's Kreise for the folded name of one that is no more, with its title (`sk eisenach`) or, if that is not
    asked for, without; in each Land those of the latest bearer of the name."""
    from hwkcli.gazetteer.history import past

    asked_for = untitled(key) if titled else ((key, ("city", "kreis")),)
    formers = (one for rest, kinds in asked_for for one in past.kreise_named(rest, kinds))
    keys = dict.fromkeys(successor.key for one in formers for successor in one.successors)
    return tuple(Hit("former_name", hit.place) for key in keys for hit in gazetteer.hits(key) if hit.how == "key")


def _inside(gazetteer: Gazetteer, words: list[str]) -> tuple[Hit, ...]:
    """The places whose name stands beside that of what they lie in."""
    found = []
    for cut in range(1, len(words)):
        # `Hausen im Landkreis Würzburg` says in words what else a comma says.
        start = cut + 1 if words[cut] in _WITHIN and cut + 1 < len(words) else cut
        head, tail = " ".join(words[:cut]), " ".join(words[start:])
        heads = called(gazetteer, head)
        # A Kreis in which a place was says in which it may be (`Rheda Krs. Wiedenbrück`).
        tails = called(gazetteer, tail) or former_kreise(gazetteer, tail) if heads else ()
        if not tails:
            continue
        before = [hit for hit in heads if any(lies_in(hit.place, one.place) for one in tails if _is_around(one))]
        behind = [hit for hit in tails if any(lies_in(hit.place, one.place) for one in heads if _is_around(one))]
        if len(behind) > 1 and not before:
            # `Leipzig-Connewitz` is a part of the city, although the Kreis of its name has a Connewitz, too.
            towns = [hit.place for hit in heads if hit.place.kind in GEMEINDEN]
            behind = [hit for hit in behind if any(lies_in(hit.place, one) for one in towns)] or behind
        found += [*before, *behind]
    return strongest(found)


def _is_around(hit: Hit) -> bool:
    """Whether other places may lie in a place."""
    return hit.place.kind != "locality"


def _in_region(gazetteer: Gazetteer, words: list[str]) -> tuple[Hit, ...]:
    """The municipalities of a name with a region behind it that is no part of it: `münster i westf`; if there are none,
    the localities."""
    for cut in range(1, len(words)):
        laender = {hit.place.land_key for hit in gazetteer.hits(" ".join(words[cut:])) if hit.how == "region"}
        name = " ".join(word for word in words[:cut] if word not in _REGION_WORDS)
        found = called(gazetteer, name) if laender and name else ()
        there = tuple(hit for hit in found if hit.place.land_key in laender)
        towns = tuple(hit for hit in there if hit.place.kind in GEMEINDEN)
        towns = towns or tuple(hit for hit in there if hit.place.kind == "locality")
        if towns:
            return _in_regierungsbezirk(towns, words[-1]) or towns
    return ()


def _in_regierungsbezirk(towns: tuple[Hit, ...], region: str) -> tuple[Hit, ...]:
    """Those of several municipalities that lie in the Regierungsbezirk that a region may be, whole or as the beginning
    of its name (`oberpf`)."""
    if len(towns) < 2:
        return ()
    # Most names have no namesakes in their Land.
    from hwkcli.gazetteer.engine import regierungsbezirke

    key = regierungsbezirke.begun(region)
    return tuple(hit for hit in towns if key and (hit.place.ags or "").startswith(key))


def _or_part_of_town(gazetteer: Gazetteer, key: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Some localities, and the town elsewhere of which their name may mean a part: `Hamm-Mitte` lies in Hamburg."""
    towns = _of_town(gazetteer, *key.rpartition(" ")[::2])
    around = {hit.place.ags for hit in hits}
    return (*(hit for hit in towns if hit.place.ags not in around), *hits)


def name_their_town(gazetteer: Gazetteer, key: str, parts: Sequence[Hit]) -> bool:
    """Whether a folded name of some places begins with that of the one municipality of this name, in which they lie
    (`Hamburg-Harburg`), or ends with it (`Burg auf Fehmarn`)."""
    around = {hit.place.ags for hit in parts}
    words = key.split()
    town = readings(fold(parts[0].place.town or ""))[0]
    if len(words) < 2 or len(around) > 1 or not (words[0] in town or words[-1] in town):
        # Most names of places do not have that of their town.
        return False
    ends = (*heads(words), *(" ".join(words[cut:]) for cut in range(1, len(words))))
    return any(
        around == {hit.place.ags for hit in called(gazetteer, end) if hit.place.kind in GEMEINDEN} for end in ends
    )


def behind_plate(gazetteer: Gazetteer, plate: str, name: str) -> Named:
    """The places of a folded name in the kreisfreie Stadt or the Kreis whose plate stands before it (`MG-Rheydt`)."""
    around = [hit.place for hit in gazetteer.hits(plate) if hit.how == "plate"]
    found = called(gazetteer, name) if around else ()
    return Named(tuple(hit for hit in found if any(lies_in(hit.place, one) for one in around)), composed=True)


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


def town_of(gazetteer: Gazetteer, place: Place) -> Place:
    """The municipality that a place is or lies in; the place itself where that is not known."""
    if place.kind != "locality" or not place.ags:
        return place
    return next((hit.place for hit in gazetteer.hits(place.ags) if hit.how == "key"), place)


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
    if not 1 < len(words) <= _MOST_WORDS:
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
    for cut in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        yield " ".join(words[:cut])


@lru_cache(1 << 14)
def shorter(name: str) -> frozenset[str]:
    """The folded shorter names of a municipality that are names only where its postal code stands beside: the halves of
    a double name, and what is behind a title.

    >>> sorted(shorter("Karlsdorf-Neuthard")), sorted(shorter("Stadt Wehlen")), sorted(shorter("Kamen"))
    (['karlsdorf', 'neuthard'], ['wehlen'], [])
    """
    title, _, rest = name.partition(" ")
    titled = (fold(rest),) if rest and fold(title) in TITLES else ()
    halves = name.replace("/", "-").split("-")
    if len(halves) > 1 and min(map(len, halves)) > 3:
        return frozenset((*titled, *(reading for half in halves for reading in readings(fold(half)))))
    return frozenset(titled)
