"""Decides what an address means."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hwkcli.gazetteer import germany
from hwkcli.gazetteer.engine.evidence import Evidence, of_cells
from hwkcli.gazetteer.engine.resolution import Candidate, Way
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.entries import STRENGTHS, Place
from hwkcli.gazetteer.germany import Germany
from hwkcli.gazetteer.history import past
from hwkcli.gazetteer.match import label
from hwkcli.gazetteer.store import responsibility
from hwkcli.language import share
from hwkcli.matching.answer import NOWHERE, Decision, Spot

_MOST_CANDIDATES = 10
_SHORT = 3
"""A short form of a Land has so many letters at most."""


class Decider:
    """Decides addresses by a resolver. The name of a locality alone, or one that other municipalities bear as well, is
    no answer for a row, for there is nobody to ask."""

    def __init__(self, resolver: Resolver, germany: Germany) -> None:
        self._resolver = resolver
        self._germany = germany
        self._spots: dict[int, Spot] = {}
        self._whole: dict[tuple[int, str], Decision] = {}

    def decide(self, given: Evidence) -> Decision:
        """What an address means."""
        if given.is_code_and_name and (decision := self._by_ids(given)):
            return decision
        found = self._resolver.resolve(given)
        if found.verdict == "answered" and not found.lone:
            return self._answered(found.candidates[0].place.id, found.way)
        towns = self._towns(found.candidates, bool(given.folded) and not found.is_area)
        listed = _listed(towns, _shares(given) if any(one.how == "former_key" for one in found.candidates) else {})
        if found.verdict == "ambiguous":
            # A whole Land may be meant as well (`Sachsen`); `BE` is Berlin, Bern and Belgium.
            of_land = any(one.place.kind == "land" for one in found.candidates)
            of_land = of_land or (found.is_unknown and not given.kreis and 0 < len(given.land) <= _SHORT)
            return Decision(*(NOWHERE if of_land else self._shared(towns)), "ambiguous", listed)
        # Of an answer that is none for a row, there may be namesakes in any Kreis.
        how = "ambiguous" if found.verdict == "answered" else found.verdict
        return Decision(*NOWHERE, how, listed)

    def decide_misspelt(self, code: str, words: Iterable[str]) -> list[Decision | None]:
        """What each of some folded words means beside a postal code, where it is misspelt; None for others."""
        found = self._resolver.misspelt((code,), words)
        return [self._answered(one.place.id, "near") if one else None for one in found]

    def decide_abroad(self, given: Evidence) -> Decision:
        """What a name means in a table whose names are mostly of other countries: where it is not the whole one of a
        kreisfreie Stadt, it may be that of a place there, too."""
        found = self._resolver.resolve(given)
        answer = found.answer
        if answer is None or (answer.place.kind == "city" and STRENGTHS.get(answer.how) == 0):
            return self.decide(given)
        return Decision(*NOWHERE, "ambiguous", _listed(self._towns(found.candidates, bool(given.folded)), {}))

    def _by_ids(self, given: Evidence) -> Decision | None:
        """What most addresses mean, a postal code and the name of one municipality there or of a part of it; None for
        others."""
        found = self._germany.by_ids.town(given.codes[0], given.folded) if len(given.codes) == 1 else None
        return self._answered(*found) if found else None

    def _answered(self, id: int, way: Way) -> Decision:
        """The decision for a place, made once."""
        decision = self._whole.get((id, way))
        if decision is None:
            decision = self._whole[id, way] = Decision(*self._spot(self._germany.places[id]), way, "")
        return decision

    def _towns(self, candidates: Iterable[Candidate], named: bool) -> tuple[Place, ...]:
        """The municipalities of candidates, each once; a Kreis beside a municipality of the name is left out."""
        places = [one.place for one in candidates]
        if named and any(place.kind not in ("kreis", "land") for place in places):
            places = [place for place in places if place.kind not in ("kreis", "land")]
        towns = {town.id: town for town in map(self._resolver.known.town, places)}
        return tuple(towns.values())

    def _spot(self, place: Place) -> Spot:
        spot = self._spots.get(place.id)
        if spot is None:
            town = self._resolver.known.town(place)
            code, chamber = _chamber(place.territory)
            name = (town.town or "") if town.ags and place.kind not in ("kreis", "land") else ""
            spot = Spot(place.ags or "", name, place.kreis_key or "", place.kreis or "", place.land, code, chamber)
            self._spots[place.id] = spot
        return spot

    def _shared(self, places: tuple[Place, ...]) -> Spot:
        """What the columns say of all of some places, the municipality left out."""
        spots = [self._spot(place) for place in places]
        same = [field if len({spot[at] for spot in spots}) == 1 else "" for at, field in enumerate(spots[0])]
        return Spot._make(same)._replace(ags="", town="")


def _listed(places: tuple[Place, ...], shares: Mapping[str, str]) -> str:
    shown = [_title(place, shares) for place in places[:_MOST_CANDIDATES]]
    if len(places) > _MOST_CANDIDATES:
        shown.append(f"{len(places) - _MOST_CANDIDATES} more")
    return " | ".join(shown)


def _shares(given: Evidence) -> dict[str, str]:
    """Which share of what a former key was went into each of today's keys."""
    ags = given.key[:5] + given.key[9:] if len(given.key) == 12 else given.key
    one = past.on_any(ags, given.key_date) if given.key_date else past.former(ags)
    return {to.key: share(to.part, "en") for to in one.successors} if one and len(one.successors) > 1 else {}


def _title(place: Place, shares: Mapping[str, str]) -> str:
    """How a place is named among the candidates: `Kamen (Kreis Unna, 05978020)`, and behind its key which share of a
    former one went into it."""
    around = place.kreis or place.land
    key = place.ags or (place.kreis_key if place.kind == "kreis" else place.land_key if place.kind == "land" else None)
    said = (around if around != place.name or place.ags else None, key, shares.get(key or ""))
    return f"{label(place)} ({', '.join(filter(None, said))})"


def _chamber(territory: str | None) -> tuple[str, str]:
    """The code and the name of the one chamber of a territory; empty if there is none, or more than one."""
    found = responsibility.of(territory) if territory else ()
    return (found[0].chamber.code or "", found[0].chamber.name) if len(found) == 1 else ("", "")


@lru_cache(maxsize=1)
def resolver() -> Resolver:
    """The resolver by the gazetteer in memory, made once. Raises BadFile if there is no store."""
    return Resolver(germany.gazetteer())


@lru_cache(maxsize=1)
def decider() -> Decider:
    """What decides addresses by it, made once. Raises what `resolver` raises."""
    return Decider(resolver(), germany.gazetteer())


def decide(key: str | None = None, postal_code: str | None = None, place: str | None = None) -> Decision:
    """What an address means, of which any part may be missing."""
    return decider().decide(of_cells(key or "", postal_code or "", place or ""))
