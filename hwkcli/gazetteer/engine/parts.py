"""What each part of a piece of evidence means: its key, its name, its Kreis and Land, its postal codes."""

import re
from collections.abc import Set
from functools import cache
from typing import TypeVar

from hwkcli.gazetteer.engine import two_names
from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.engine.known import NO_TOWNS, Known, Towns
from hwkcli.gazetteer.engine.names import (
    GEMEINDEN,
    NOBODY,
    Named,
    called,
    inside_plate,
    is_whole,
    lies_in,
    strung_together,
)
from hwkcli.gazetteer.engine.resolution import Candidate
from hwkcli.gazetteer.entries import Hit, Place
from hwkcli.naming.fold import fold

_PLATE = re.compile(r"([A-ZÄÖÜ]{1,3})(?:-| (?=[^\W\d_][a-zäöüß]))(?=[^\W\d_]{3})")
"""A plate of cars before the name of a place there (`MG-Rheydt`, `VS Schwenningen`)."""
_LAST_PLATE = re.compile(r"(?<=\w) ([A-ZÄÖÜ]{1,3})\Z")
"""What may be one behind it (`Hattingen EN`)."""

_HUMP = re.compile("(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
"""Where a word begins in a name that lost its blanks (`BadHomburg`)."""
_GLUED = re.compile(r" ([aiov])(d?)(?=[A-ZÄÖÜ]\w{0,9}$)")
"""Little words that lost their dots and the blank behind them."""
_INITIAL = cache(lambda: re.compile(r"(?<=[^\W\d_])\s?[/(]\s?([^\W\d_])\.\)?\Z"))
"""The first letter of the river or the landscape behind a name (`Essen/R.`, `Aschaffenburg (M.)`)."""
TURNED = ("bad", "hann", "st", "sankt")
"""What an index puts behind a name that begins with it (`Homburg, Bad`)."""
LONGEST_PLATE = 3
_MANY_LETTERS = 5

Placed = TypeVar("Placed", Hit, Candidate)


class Parts:
    """One piece of evidence, and what each part of it means."""

    kreis_is_unknown = False
    """Whether a Kreis is named that is none."""

    def __init__(self, known: Known, given: Evidence) -> None:
        self.known = known
        self.gazetteer = known.gazetteer
        self.given = given
        self.areas: list[tuple[Hit, ...]] = []
        """The Kreise or Länder in one of which an answer lies, for each part of the evidence that says so."""
        self.coded = NO_TOWNS
        """What the postal codes belong to."""
        self.maybe = NO_TOWNS
        """What they may belong to."""
        self.key_is_unknown = False
        """Whether the key is that of no municipality, in a Kreis that is known."""
        self.is_area = False
        """Whether the name is that of a Kreis or a Land."""

    def read_key(self) -> tuple[Candidate, ...]:
        """The municipality of the key, or what became of a former one; a Kreis or a Land is an area."""
        key = self.given.key
        if not key:
            return ()
        hits = self.of_key(key)
        if len(key) <= 5:
            self.areas += [hits] if hits else []
            return ()
        towns = tuple([Candidate(place, how) for how, place in hits if place.kind in GEMEINDEN])
        kreis = () if towns else self.of_key_of_today(key[:5])
        if not towns and not kreis and key.endswith("000"):
            # Zeros fill up the key of a former Kreis to the length of a municipality's.
            kreis = self.of_key(key[:5])
        # Of a municipality that is not known, the Kreis may be; it narrows, but is no answer.
        self.areas += [kreis] if kreis else []
        self.key_is_unknown = bool(kreis)
        return towns

    def of_key(self, key: str) -> tuple[Hit, ...]:
        """The places of a key; of a former one, those that are in its place today."""
        ags = key[:5] + key[9:] if len(key) == 12 else key
        is_lasting = len(ags) in (5, 8)
        if self.given.key_date and is_lasting:
            return self.gazetteer.former(ags, self.given.key_date)
        hits = tuple([hit for hit in self.gazetteer.hits(key) if hit.how in ("key", "former_key")])
        return hits or (self.gazetteer.former(ags) if is_lasting else ())

    def of_key_of_today(self, key: str) -> tuple[Hit, ...]:
        """The places of a key, if it is one of today."""
        return tuple([Hit("key", place) for place in self.gazetteer.of_key(key)])

    def read_name(self) -> Named:
        """What the name means: municipalities and localities; a Kreis or a Land, where it is no municipality, is an
        area."""
        given = self.given
        named = self.known.meaning(given.full) if given.full else NOBODY
        if given.folded and (not named.hits or not self._is_at_codes(named)):
            named = self._meaning(given.folded, given.head, given.tail, given.has_part)
        towns = any(hit.place.kind in GEMEINDEN for hit in named.hits if hit.how != "alias")
        if given.lines and (named.several or not towns):
            named = self._nested(named.several) or named
        if given.second:
            named = self._with_second(named, self.known.meaning(given.second))
        if not named.hits and given.folded and (inside := self.known.inside(given.folded)):
            self.areas.append(inside)
            self.is_area = True
            return named
        regions = tuple(hit for hit in named.hits if hit.place.kind in ("kreis", "land"))
        if named.former_kreis:
            # A kreisfreie Stadt among them is one of the Kreise, too, and not the place that is meant.
            regions, named = named.hits, NOBODY
        if not regions or any(hit.place.kind in GEMEINDEN for hit in named.hits):
            return named
        parts = tuple(hit for hit in named.hits if hit not in regions)
        if parts and any(self.known.town(hit.place).id in self._ids_at_codes() for hit in parts):
            return named._replace(hits=parts)
        if given.codes or given.key or not parts:
            self.areas.append(regions)
            self.is_area = True
            return NOBODY
        return named

    def _nested(self, several: bool) -> Named | None:
        """What the lines of the evidence mean, each of which lies in the next; None if they are not so."""
        from hwkcli.gazetteer.engine import nested

        named, areas = nested.meaning(self.known, self.given.lines, several)
        self.areas += areas if named.hits else []
        return named if named.hits else None

    def _meaning(self, whole: str, head: str, tail: str, has_part: bool) -> Named:
        """What a name means that may have a part behind a separator."""
        if has_part and head == tail:
            # `Steinach OT Steinach` is no Steinach by the Steinach.
            whole, head, tail = head, "", ""
        named = self.known.meaning(whole)
        if named.hits and not named.composed and not self._is_of_letters:
            return named
        if " " not in whole:
            if named.hits or self.given.codes:
                return named
            parted = _HUMP.sub(" ", self.given.place)
            return self.known.meaning(fold(parted)) if parted != self.given.place else self._shortened()
        if has_part:
            return named if named.hits else self.known.meaning(head)
        if tail in TURNED and (turned := self.known.meaning(f"{tail} {head}")).hits:
            return turned
        if not self.given.codes and (shortened := self._shortened()).hits:
            return shortened
        says_region = bool(named.hits) and self._says_region(tail or whole.rpartition(" ")[2], head)
        several = () if self.given.in_brackets or says_region else self._several(whole, head, tail)
        if several and (not named.hits or not any(hit.place.kind == "locality" for hit in named.hits)):
            return Named(several, several=True)
        if several and {hit.place.id for hit in several} <= self._ids_at_codes():
            return Named(several, several=True)
        if named.hits or not head:
            return named if named.hits else self._beside_plate()
        if " und " in self.given.place:
            # What stands side by side does not lie in one another.
            return two_names.meaning(self.gazetteer, head, tail)
        if not self.given.in_brackets and two_names.are_kreise(self.gazetteer, head, tail, "," in self.given.place):
            return two_names.meaning(self.gazetteer, head, tail)
        around = [hit for hit in called(self.gazetteer, tail) if hit.place.kind in ("kreis", "land", "city")]
        first = self.known.meaning(head)
        if first.hits and (kreise := self._of_plate(tail, first)):
            # `Schleswig (SL)` is in no Saarland.
            self.areas.append(kreise)
            return first
        if first.hits and around and all(is_whole(hit) or hit.place.kind != "city" for hit in around):
            # Where the name says it lies, it does not.
            self.areas.append(tuple(around))
            return first
        inside = self.known.inside(tail) if first.hits else ()
        lies_there = any(lies_in(hit.place, one.place) for hit in first.hits for one in inside)
        if inside and " " not in tail and not lies_there and not self._whole(tail):
            # A river bears the name, too (`Rendsburg/Eider`).
            return NOBODY
        if inside:
            self.areas.append(inside)
            return first
        return NOBODY

    def _says_region(self, tail: str, head: str) -> bool:
        """Whether what stands behind a name is a region of a Land; or a river, and no neighbour of what is named."""
        if any(hit.how == "region" for hit in self.gazetteer.hits(tail)):
            return True
        from hwkcli.gazetteer.engine import additions

        kreise = {hit.place.kreis_key for hit in self._whole(tail)}
        return additions.is_addition(self.gazetteer, tail) and not any(
            hit.place.kreis_key in kreise for hit in called(self.gazetteer, head)
        )

    @property
    def _is_of_letters(self) -> bool:
        """Whether so many words are a single letter that some are no little ones (`Neustadt a.d.A.-B.W.`)."""
        return "." in self.given.place and sum(len(word) == 1 for word in self.given.folded.split()) >= _MANY_LETTERS

    def _of_plate(self, tail: str, first: Named) -> tuple[Hit, ...]:
        """The Kreis of the plate of cars that stands behind its name or that of a place in it (`Kamen (UN)`)."""
        if len(tail) > LONGEST_PLATE or tail.upper() not in self.given.place:
            return ()
        kreise = tuple(hit for hit in self.gazetteer.hits(tail) if hit.how == "plate")
        inside = {one.place.id for one in kreise for hit in first.hits if lies_in(hit.place, one.place)}
        same = {one.place.id for one in kreise} & {hit.place.id for hit in first.hits}
        return kreise if inside or same else ()

    def _shortened(self) -> Named:
        """What the name means if words of it are shortened with a dot, or its little ones stick to what they stand
        before (`Frankfurt aM`)."""
        if "." in self.given.place:
            found = self.known.shortened(self.given.place)
            initial = None if found.hits else _INITIAL().search(self.given.place)
            # `Essen/R.` is written for `Essen a.R.`
            return self.known.meaning(f"{self.given.head} am {fold(initial[1])}") if initial else found
        apart = _GLUED.sub(r" \1. \2. ", self.given.place)
        return self.known.meaning(fold(apart)) if apart != self.given.place else NOBODY

    def _beside_plate(self) -> Named:
        """What the name means if it begins with the plate of cars, or ends with it."""
        place = self.given.place
        if plate := _PLATE.match(place):
            return inside_plate(self.gazetteer, fold(plate[1]), fold(place[plate.end() :]))
        plate = _LAST_PLATE.search(place)
        return inside_plate(self.gazetteer, fold(plate[1]), fold(place[: plate.start()])) if plate else NOBODY

    def _several(self, whole: str, head: str, tail: str) -> tuple[Hit, ...]:
        """The municipalities of which a text is the whole names, one after another; empty if it is not. Beside one, the
        name of a city may be short (`Mannheim/Ludwigshafen`)."""
        first, second = (self._whole(head), self._whole(tail)) if head else ((), ())
        if first or second:
            first, second = first or self._cities(head), second or self._cities(tail)
        if first and second and not {hit.place.id for hit in first} & {hit.place.id for hit in second}:
            return (*first, *second)
        return strung_together(self.gazetteer, whole)

    def _cities(self, key: str) -> tuple[Hit, ...]:
        """The kreisfreie Städte of a folded name."""
        return tuple(hit for hit in called(self.gazetteer, key) if hit.place.kind == "city")

    def _whole(self, key: str) -> tuple[Hit, ...]:
        """The municipalities of which a folded name is the whole one."""
        named = self.known.meaning(key)
        return () if named.added else tuple(hit for hit in named.hits if is_whole(hit))

    def _with_second(self, named: Named, second: Named) -> Named:
        """What a name means beside another one for the same place, which is that of the municipality."""
        towns = {hit.place.id for hit in second.hits if hit.place.kind in GEMEINDEN}
        if not towns:
            return named
        both = tuple(hit for hit in named.hits if self.known.town(hit.place).id in towns)
        if both:
            return Named(both, composed=True)
        if any(hit.place.kind in GEMEINDEN for hit in named.hits):
            return Named((*named.hits, *second.hits), several=True)
        return second._replace(composed=True)

    def read_areas(self) -> None:
        """The Kreise, Länder and Regierungsbezirke that the evidence names as such. What is none is no evidence."""
        land = self.given.land
        kreise = self.known.kreise(self.given.kreis) if self.given.kreis else ()
        if self.given.kreis and not kreise and not self._says_more:
            # In a row that is about a Kreis, its name is none of a town; among Kreise stand Länder, too.
            named = "" if self.given.kreis.isdecimal() else self.given.kreis
            kreise = self.known.laender(named) or self.known.kreise_of_before(named)
            self.kreis_is_unknown = not kreise
        for found in (
            kreise,
            (self.known.laender(land) or self.known.in_regierungsbezirk(land)) if land else (),
        ):
            if found:
                self.areas.append(found)

    @property
    def _says_more(self) -> bool:
        """Whether the evidence says more than in which Kreis or Land a place lies."""
        given = self.given
        return bool(given.folded or given.full or given.second or given.codes or given.key or given.around)

    def _is_at_codes(self, named: Named) -> bool:
        """Whether a place of a name is where the postal codes are; true without codes."""
        return not self.given.codes or any(self.known.town(hit.place).id in self._ids_at_codes() for hit in named.hits)

    def _ids_at_codes(self) -> Set[int]:
        return self.known.at_codes(self.given.codes)[0].keys()

    def read_codes(self) -> None:
        """What the postal codes belong to."""
        if self.given.codes:
            self.coded, self.maybe = self.known.at_codes(self.given.codes)

    @property
    def is_narrowed(self) -> bool:
        """Whether the evidence says in which area or near which position the place lies."""
        return bool(self.areas) or self.given.around is not None

    def at_position(self) -> tuple[Candidate, ...]:
        """The municipalities that the position may lie in, the nearest first."""
        near = [place for ags in self.given.around or () if ags for place in self.gazetteer.of_key(ags)]
        return tuple([Candidate(place, "near_border") for place in near if place.kind in GEMEINDEN])

    def _is_around(self, place: Place) -> bool:
        """Whether the position may lie in a place, or in one of its municipalities."""
        known = place.ags or (place.land_key if place.kind == "land" else place.kreis_key) or ""
        return any(ags.startswith(known) for ags in self.given.around or () if ags)

    def lies_within(self, place: Place) -> bool:
        """Whether a place lies in all of the areas."""
        inside = self.given.inside
        if inside is not None and place.kreis_key not in inside and place.ags not in inside:
            return False
        if self.given.around is not None and not self._is_around(place):
            return False
        return all(any(_begins(place, hit.place) for hit in area) for area in self.areas)

    def within(self, found: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """Those of some hits or candidates whose places lie within all of the areas."""
        if not found or self._is_everywhere:
            return found
        return tuple(one for one in found if self.lies_within(one.place))

    def coded_within(self) -> Towns:
        """Those of what the postal codes belong to that lie within all of the areas."""
        if self._is_everywhere:
            return self.coded
        return self.known.towns(tuple((id, one) for id, one in self.coded.items() if self.lies_within(one.place)))

    @property
    def _is_everywhere(self) -> bool:
        """Whether nothing says where the place lies."""
        return not self.areas and self.given.around is None and self.given.inside is None


def _begins(place: Place, area: Place) -> bool:
    """Whether a place lies in a Kreis or a Land, or is it."""
    if area.kind == "land" or area.name == area.land:
        return place.land_key == area.land_key
    return place.kreis_key == area.kreis_key if area.kind in ("kreis", "city") else place.ags == area.ags
