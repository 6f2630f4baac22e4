"""From a typed word to the places of Germany that it means, or to a failure that helps.

Nothing is guessed: a word means what answers to one of its spellings, and all of that. What else is typed beside a name
(a postal code, a Kreis, a Land, the municipality of a locality) must agree with it.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from hwkcli.errors import NotFound, quoted
from hwkcli.gazetteer import database
from hwkcli.gazetteer.database import Hit, Place
from hwkcli.naming.fold import fold, required
from hwkcli.naming.spelling import asked, untitled

_WAYS = ("exact", "alias", "printed", "locality", "postal_code", "company", "key")
"""The ways in which a place is found, the strongest first."""
_OF_NAMES = _WAYS[:4]
_OF_CODES = _WAYS[4:]
_POSTAL_CODE = re.compile(r"(?:d |de )?([0-9]{5})(?: (.+))?|(.+) (?:d )?([0-9]{5})")
_MOST_WORDS = 12


class Found(NamedTuple):
    """A place that a query means."""

    query: str
    how: str
    """`exact`, `alias`, `printed`, `locality`, `postal_code` or `key`."""
    place: Place
    company: bool = False
    """Whether the query is the postal code of a company or of P.O. boxes, which is of lower trust."""
    inside: tuple[str, ...] = ()
    """The places of a postal code that lie in this Kreis, in a municipality that is not known."""


class Narrow(NamedTuple):
    """What the places of an answer must have in common, as a user words it; None where nothing is asked."""

    land: str | None = None
    kreis: str | None = None
    postal_code: str | None = None

    def among(self, hits: dict[int, Hit]) -> dict[int, Hit]:
        """The hits that agree with all that is asked. Raises NotFound for a Land, a Kreis or a code that does not
        exist."""
        if self.land is not None:
            keys = {place.land_key for place in laender(self.land)}
            hits = {id: hit for id, hit in hits.items() if hit.place.land_key in keys}
        if self.kreis is not None:
            keys = {place.kreis_key or "" for place in _areas(self.kreis, "Kreis", ("kreis", "city"))}
            hits = {id: hit for id, hit in hits.items() if hit.place.kreis_key in keys}
        if self.postal_code is not None:
            hits = _at(required(self.postal_code, "a postal code").removeprefix("d "), hits)
        return hits


def laender(word: str) -> list[Place]:
    """The Länder that a name or a key means: places of the kind `land`, or a city that is one.

    Raises EmptyQuery for an empty word, NotFound if it is no Land.
    """
    return _areas(word, "Land", ("land", "city"))


def _areas(word: str, what: str, kinds: tuple[str, ...]) -> list[Place]:
    """The Länder or Kreise (or the cities that are one) that a word means."""
    key = required(word, f"a {what}")
    found = _coded(key) if key.isdecimal() else _called(key)
    places = [hit.place for hit in found.values() if hit.place.kind in kinds and hit.how in ("exact", "alias", "key")]
    if what == "Land":
        places = [one for one in places if one.name == one.land]
    if not places:
        raise NotFound(f"no {what} {quoted(word)}", _suggestions(key, kinds))
    return places


EVERYWHERE = Narrow()


def find(word: str, narrow: Narrow = EVERYWHERE) -> tuple[Found, ...]:
    """All places that a word means: municipalities, then Kreise, Länder and localities, of each the largest first.

    The word is a name in any usual spelling, alone or with what tells it from its namesakes; a postal code, alone or
    with a place; an AGS, an ARS, or the key of a Kreis or a Land. Raises EmptyQuery if it has no letter or digit,
    NotFound, with suggestions, if it means nothing, or nothing that agrees with what the answer is narrowed to.
    """
    key = required(word, "a query")
    digits = key.replace(" ", "")
    coded = _POSTAL_CODE.fullmatch(key)
    if digits.isdecimal():
        hits = _coded(digits)
    elif coded:
        hits = _beside(word, coded[1] or coded[4], coded[2] or coded[3])
    else:
        hits = _named(key)
    if not hits:
        if len(digits) == 5 and digits.isdecimal():
            what = "no place has the postal code"
            raise NotFound(f"{what} {quoted(word)}; codes of single companies and of P.O. boxes are not known")
        raise NotFound(f"no place {quoted(word)} in Germany", suggestions(word))
    agreeing = narrow.among(hits)
    if not agreeing:
        names = tuple(dict.fromkeys(label(hit.place) for hit in list(hits.values())[:3]))
        asked_for = ", ".join(part for part in narrow if part is not None)
        raise NotFound(f"no place {quoted(word)} in {quoted(asked_for)}; elsewhere there is {' and '.join(names)}")
    return tuple(
        Found(word, "postal_code" if hit.how == "company" else hit.how, hit.place, hit.how == "company", inside)
        for hit, inside in _gathered(agreeing)
    )


def _gathered(hits: dict[int, Hit]) -> Iterable[tuple[Hit, tuple[str, ...]]]:
    """The hits in order; where a postal code is known to belong to places whose municipality is not, their Kreis
    stands for all of them, with their names."""
    lost: dict[str, list[str]] = {}
    kept = {}
    for id, hit in hits.items():
        if hit.how == "postal_code" and hit.place.kind == "locality" and hit.place.kreis_key:
            lost.setdefault(hit.place.kreis_key, []).append(hit.place.name)
        else:
            kept[id] = hit
    inside = {}
    for key, names in lost.items():
        (kreis,) = (hit.place for hit in database.hits(key) if hit.how == "key" and len(key) == 5)
        kept[kreis.id] = Hit("postal_code", kreis)
        inside[kreis.id] = tuple(names)
    return [(kept[id], inside.get(id, ())) for id in sorted(kept)]


def _coded(digits: str) -> dict[int, Hit]:
    """The places of a postal code or a key."""
    return _strongest(hit for hit in database.hits(digits) if hit.how in _OF_CODES)


def _strongest(hits: Iterable[Hit]) -> dict[int, Hit]:
    """The hits by the ids of their places, each found in the strongest way."""
    found: dict[int, Hit] = {}
    for hit in hits:
        known = found.get(hit.place.id)
        if known is None or _WAYS.index(hit.how) < _WAYS.index(known.how):
            found[hit.place.id] = hit
    return found


def _called(key: str) -> dict[int, Hit]:
    """The places of a folded name, with a title (`Stadt`, `Landkreis`) or without."""
    hits = [hit for one in asked(key) for hit in database.hits(one) if hit.how in _OF_NAMES]
    for rest, kinds in untitled(key):
        inner = (hit for one in asked(rest) for hit in database.hits(one))
        hits += [hit for hit in inner if hit.place.kind in kinds and hit.how in _OF_NAMES]
    return _strongest(hits)


def _named(key: str) -> dict[int, Hit]:
    """The places of a folded name, alone or with what they lie in before or behind them: `witten annen`, `neustadt
    hessen`, `hausen landkreis würzburg`."""
    found = _called(key)
    words = key.split()
    for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        for whole, part in ((head, tail), (tail, head)):
            around = [hit.place for hit in _called(whole).values() if hit.place.kind != "locality"]
            inside = _called(part) if around else {}
            for id, hit in inside.items():
                if id not in found and any(_lies_in(hit.place, one) for one in around):
                    found[id] = hit
    return found or _in_region(words)


def _in_region(words: list[str]) -> dict[int, Hit]:
    """The municipalities of a name with a region behind it that is no part of their name: `münster i westf`."""
    for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 1):
        laender = {hit.place.land_key for hit in database.hits(" ".join(words[cut:])) if hit.how == "region"}
        name = [word for word in words[:cut] if word not in ("i", "in", "im", "a", "an", "am", "der", "d")]
        found = _called(" ".join(name)) if laender else {}
        towns = {id: hit for id, hit in found.items() if hit.place.ags and hit.place.kind != "locality"}
        if inside := {id: hit for id, hit in towns.items() if hit.place.land_key in laender}:
            return inside
    return {}


def _lies_in(place: Place, around: Place) -> bool:
    if place.id == around.id:
        # A kreisfreie Stadt lies in the Kreis that it is.
        return place.kind == "city"
    if around.kind == "land" or around.name == around.land:
        return place.land_key == around.land_key
    if around.kind == "kreis":
        return place.kreis_key == around.kreis_key and place.kind != "land"
    return place.kind == "locality" and place.ags == around.ags


def _at(code: str, hits: dict[int, Hit]) -> dict[int, Hit]:
    """Of some places, those that a postal code belongs to. Raises NotFound for a code that belongs to nothing."""
    coded = {hit.place.id: hit for hit in database.hits(code) if hit.how in ("postal_code", "company", "at")}
    if not coded:
        raise NotFound(f"no postal code {quoted(code)}", _restored(code))
    towns = {hit.place.ags for hit in coded.values() if hit.place.ags}
    kreise = {hit.place.kreis_key for hit in coded.values()}
    return {
        id: hit
        for id, hit in hits.items()
        if id in coded or hit.place.ags in towns or (hit.place.kind == "kreis" and hit.place.kreis_key in kreise)
    }


def _beside(word: str, code: str, name: str | None) -> dict[int, Hit]:
    """The places of a postal code; with a name beside it, those that both mean."""
    coded = {id: hit for id, hit in _coded(code).items() if hit.how != "key"}
    if name is None or not coded:
        return coded
    hits = {id: hit for id, hit in _named(name).items() if hit.place.kind != "land"}
    agreeing = _at(code, hits)
    if not agreeing:
        labels = tuple(dict.fromkeys(label(hit.place) for hit, _ in _gathered(coded)))
        belongs = f"which belongs to {' and '.join(labels[:3])}{' and others' if len(labels) > 3 else ''}"
        typed = re.sub(f"(D-?)?{code}", "", word).strip() or name
        raise NotFound(f"no place {quoted(typed)} at {code}, {belongs}")
    if all(hit.how == "company" for hit in coded.values()):
        return {id: Hit("company", hit.place) for id, hit in agreeing.items()}
    return agreeing


def label(place: Place) -> str:
    """A name that tells a place from those that are called alike: `Witten-Annen`, `Landkreis München`."""
    if place.kind != "locality" or place.town is None or fold(place.name).startswith(fold(place.town)):
        return place.name
    # Dessau, which is part of Dessau-Roßlau by its name, is not called Dessau-Roßlau-Dessau.
    if fold(place.name) in fold(place.town).split():
        return f"{place.name} ({place.town})"
    return f"{place.town}-{place.name}"


def suggestions(word: str) -> tuple[str, ...]:
    """Up to three names that look like a word, best first; for a code, the one that lost its leading zero."""
    key = fold(word)
    words = key.split()[:_MOST_WORDS]
    # Of `Berlin-Mitte`, which is not known, the city is.
    heads = (" ".join(words[:cut]) for cut in range(len(words) - 1, 0, -1))
    known = next((found for head in heads if len(head) > 3 and (found := _called(head))), {})
    towns = [label(hit.place) for hit in known.values() if hit.place.kind in ("city", "town", "municipality")]
    return _restored(key.replace(" ", "")) or _suggestions(key) or tuple(towns[:3])


def _restored(digits: str) -> tuple[str, ...]:
    """The code that lost its leading zero in a spreadsheet, if there is one."""
    return (f"0{digits}",) if digits.isdecimal() and database.hits(f"0{digits}") else ()


def _suggestions(key: str, kinds: tuple[str, ...] = ()) -> tuple[str, ...]:
    from hwkcli.naming.similar import near

    names = near(key, database.names())
    if not kinds:
        return names
    return tuple(name for name in names if any(hit.place.kind in kinds for hit in database.hits(fold(name))))
