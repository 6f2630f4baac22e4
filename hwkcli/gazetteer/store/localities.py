"""The localities of the store: those of the tables, and what the district's own file knows of its towns."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from hwkcli.files import tables
from hwkcli.gazetteer.store.place_rows import Namer, Place, code
from hwkcli.model import CONFIDENCES, District
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import NO_NAMES, bare, short


def _shorter(name: str, city: bool) -> Iterator[str]:
    """The folded names of a locality without what tells it from its namesakes (`Osterwald (Garbsen)`, `Lengerich,
    Dorf`, `Fauerbach b. Nidda`); in a city, each of those that a slash joins (`Meiderich/Beeck`).

    >>> list(_shorter("Fauerbach b. Nidda", city=False)), list(_shorter("Rath/Heumar", city=True))
    (['fauerbach'], ['rath', 'heumar'])
    """
    first = short(name.partition(", ")[0])
    if first != fold(name) and first not in NO_NAMES:
        yield first
    for part in name.split("/")[1:] if city else ():
        if len(part.strip()) > 3 and fold(part).split()[0] not in NO_NAMES:
            yield fold(part)


def _rank(place: Place, key: str) -> tuple[bool, bool, int, str]:
    """How much a locality comes behind others of its municipality for a name."""
    own = fold(place.name)
    return own != key, key not in readings(own), CONFIDENCES.index(place.confidence or "low"), place.name


class Localities:
    """Localities by their folded names and the key of what they lie in: a municipality, or a Kreis where that is not
    known."""

    def __init__(
        self,
        namer: Namer,
        gemeinden: Mapping[str, Place],
        territory: Callable[[str, str | None], str | None],
        regions: frozenset[str],
    ) -> None:
        self._namer = namer
        self._gemeinden = gemeinden
        self._territory = territory
        """Gives the key under which the chamber of a place is found, by the keys of its Kreis and municipality."""
        self._regions = regions
        """Folded words that only say where a place of the postal table is, behind a comma."""
        self.places: dict[tuple[str, str], Place] = {}

    def add(self, one: tables.Ortsteil) -> None:
        """A locality; one of low confidence stands in each municipality that it may lie in."""
        keys = [one.ags, *(one.alt_ags.split() if one.confidence == "low" else ())]
        for ags in keys:
            town = self._gemeinden[ags]
            place = self._locality(one.name, ags[:5], town, one.sources.split(), one.confidence)
            if place.confidence == one.confidence:
                known = place._replace(
                    latitude=float(one.latitude) if one.latitude else None,
                    longitude=float(one.longitude) if one.longitude else None,
                    until=one.until or None,
                    part_of=one.part_of or None,
                )
                self.places[fold(one.name), ags] = known
            own = {key for key, _ in town.words}
            self._namer.put(
                place, "locality", *(key for key in _shorter(one.name, town.kind == "city") if key not in own)
            )

    def add_postal(self, ort: tables.Ort) -> None:
        """A place of the postal table: its code, and its name if it is not that of its municipality."""
        town = self._gemeinden.get(ort.ags)
        if town and ort.match == "point":
            # That its position lies there makes it a candidate, no more.
            code(town, "maybe", ort.postal_code)
            town = None
        if town is None or town.ags is None:
            name, comma, region = ort.place.rpartition(", ")
            name = name if comma and fold(region) in self._regions else ort.place
            locality = self._locality(name, ort.kreis_key, None, ["postal_table"], "medium")
            code(locality, "postal_code", ort.postal_code)
            return
        code(town, "postal_code", ort.postal_code)
        own = {key for key, how in town.words if how in ("exact", "alias")}
        whole = fold(ort.place)
        if ort.match in ("name", "lists") or {whole, bare(whole)} & own:
            return
        words = ort.place.split()
        cuts = (cut for cut in range(len(words) - 1, 0, -1) if fold(" ".join(words[:cut])) in own)
        cut = next(cuts, 0)
        name = " ".join(words[cut:]).rpartition(", Gemeinde ")[0] or " ".join(words[cut:])
        # Hanstedt I is Hanstedt, and "Chemnitz, Sachsen" is Chemnitz.
        nothing_new = (cut > 0 and fold(name) in self._regions) or len(name) < 2
        if (
            nothing_new
            or (cut and re.match("(an|am|bei|im|in|ob|vor) ", name))
            or fold(ort.place.partition("/")[0]) in own
        ):
            self._namer.put(town, "alias", whole)
        elif fold(name) not in own:
            confidence = "medium" if ort.match in ("locality", "neighbour") else "high"
            locality = self._locality(name.rpartition(", ")[2], town.ags[:5], town, ["postal_table"], confidence)
            self._namer.put(locality, "locality", fold(name), whole)
            code(locality, "at", ort.postal_code)

    def _locality(
        self, name: str, kreis_key: str, town: Place | None, sources: Iterable[str], confidence: str
    ) -> Place:
        """The locality of a name in a municipality, or in a Kreis; with what is known best of it."""
        ags = town.ags if town else None
        key = (fold(name), ags or kreis_key)
        known = self.places.get(key)
        if known is None:
            known = Place(
                words={},
                kind="locality",
                name=name,
                land_key=kreis_key[:2],
                ags=ags,
                kreis_key=kreis_key,
                town=town.name if town else None,
                territory=self._territory(kreis_key, ags),
                sources="",
            )
            self._namer.put(known, "locality", fold(name))
        self.places[key] = known._replace(
            sources=" ".join(dict.fromkeys((*known.sources.split(), *sources))),
            confidence=min(known.confidence or "low", confidence, key=CONFIDENCES.index),
        )
        return self.places[key]

    def add_district(self, district: District) -> None:
        """What the district's own file knows beyond the tables: printed names, aliases, localities, codes of
        companies."""
        release = [one.source for one in district.facts if "printed_name" in one.fields]
        for kreis in district.kreise:
            for town in kreis.towns:
                place = self._gemeinden[town.ags]
                if town.kind == "locality":
                    place = self._locality(town.name, kreis.key, place, release, "high")
                self._namer.put(place, "alias", *map(fold, town.aliases))
                self._namer.put(place, "printed", fold(town.printed_name or town.name))
                code(place, "postal_code", *(town.postal_codes if town.kind != "locality" else ()))
                code(place, "company", *town.company_postal_codes)
                for one in town.localities:
                    inside = self._locality(one.name, kreis.key, place, one.sources, "high")
                    if one.part_of:
                        inside = inside._replace(part_of=one.part_of)
                        self.places[fold(one.name), town.ags] = inside
                    bare_name = fold(re.sub("^Stadtbezirk ", "", one.name))
                    self._namer.put(inside, "locality", bare_name, fold(one.name))

    def one_a_name(self) -> None:
        """In a municipality one locality answers to a name: the one that bears it before those that are only called so
        for short (Aplerbeck before Stadtbezirk Aplerbeck), then what is known better."""
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in self.places.values():
            for key, how in place.words:
                if how == "locality" and place.ags:
                    found[key, place.ags].append(place)
        for (key, _), group in found.items():
            if len(group) > 1:
                group.sort(key=lambda one: _rank(one, key))
                for place in group[1:]:
                    del place.words[key, "locality"]
