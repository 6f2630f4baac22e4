"""The units of which a map or an export of boundaries is made: chambers, Kreise or municipalities of an area."""

import math
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from hwkcli.files import geometry as tables
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Place, Responsible
from hwkcli.gazetteer.geography import geometry, outline
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.outline import Polygon, Side
from hwkcli.gazetteer.store import places, responsibility

Level = Literal["chambers", "kreise", "municipalities"]

LEVELS: tuple[Level, ...] = ("chambers", "kreise", "municipalities")


USUAL: dict[str, Level] = {"germany": "chambers", "land": "kreise", "chamber": "kreise", "kreis": "municipalities"}
"""Of what the map of each kind of area is made, unless something else is asked for."""


class Unit(NamedTuple):
    """A chamber's district, a Kreis or a municipality; of an area, what of it lies there."""

    key: str
    """The chamber's code, the key of the Kreis, or the AGS. Where two chambers are named for one municipality, and
    nothing decides, that is a unit of its own: both codes, with `+` between them."""
    name: str
    level: Level
    members: tuple[Place, ...]
    """The municipalities and gemeindefreie Gebiete in it, by their keys."""
    whole: bool
    """Whether it is all of a Kreis or a municipality, and not the part of one that belongs to a chamber."""

    @property
    def population(self) -> int | None:
        """The sum over the members; None if that of a municipality is unknown. (An area of no municipality without a
        figure has no inhabitants.)"""
        counted = [one.population for one in self.members if one.kind != "unincorporated" or one.population is not None]
        known = [people for people in counted if people is not None]
        return sum(known) if len(known) == len(counted) else None

    @property
    def area_km2(self) -> float | None:
        """The sum over the members, in km² to two places; None if one of them is unknown."""
        known = [one.area_km2 for one in self.members if one.area_km2 is not None]
        return round(math.fsum(known), 2) if len(known) == len(self.members) else None

    @property
    def responsible(self) -> tuple[Responsible, ...]:
        """The chambers responsible for its members, each once, with the evidence for the first."""
        known = (one for place in self.members for one in responsibility.of(place.territory or ""))
        return tuple({one.chamber.code: one for one in known}.values())

    @property
    def kreise(self) -> tuple[str, ...]:
        """The keys of the Kreise that its members lie in."""
        return tuple(dict.fromkeys(place.kreis_key for place in self.members if place.kreis_key))


def units(level: Level, area: Area, divided: bool = False) -> dict[str, Unit]:
    """The units of an area, by their keys and in their order. `divided` makes of a Kreis that several chambers share a
    unit for each, whose key has the chamber's code behind a hyphen."""
    members: dict[str, list[Place]] = {}
    for place in _members(area):
        key = _key(place, level)
        if divided and level == "kreise" and place.territory != place.kreis_key:
            key = f"{key}-{_key(place, 'chambers')}"
        members.setdefault(key, []).append(place)
    return {key: _unit(key, level, tuple(members[key])) for key in sorted(members)}


def _members(area: Area) -> Iterator[Place]:
    """The municipalities of an area that have a shape, by their keys."""
    shown = geometry.drawn()
    kreise = [key for key in tables.shipped().boxes if area.holds(key)]
    for key in kreise:
        yield from (place for place in places.inside(key, GEMEINDEN) if place.ags in shown and area.holds(place.ags))


def _key(place: Place, level: Level) -> str:
    if level == "municipalities":
        return place.ags or ""
    if level == "kreise":
        return place.kreis_key or ""
    return "+".join(one.chamber.code for one in responsibility.of(place.territory or ""))


def _unit(key: str, level: Level, members: tuple[Place, ...]) -> Unit:
    first = members[0]
    if level == "municipalities":
        return Unit(key, first.name, level, members, True)
    if level == "chambers":
        names = (one.chamber.name for one in responsibility.of(first.territory or ""))
        return Unit(key, " / ".join(names), level, members, True)
    inside = (place.ags for place in places.inside(first.kreis_key or "", GEMEINDEN))
    whole = len(members) == sum(ags in geometry.drawn() for ags in inside)
    return Unit(key, f"{first.kreis}{'' if whole else ' (Teil)'}", level, members, whole)


def sides(made: Iterable[Unit]) -> list[Side]:
    """The borders of some units, at their full detail."""
    made = tuple(made)
    unit_of = {place.ags: unit.key for unit in made for place in unit.members}
    kreise = dict.fromkeys(key for unit in made for key in unit.kreise)
    return outline.sides(geometry.lines(kreise), unit_of.get)


def outlines(made: Iterable[Unit]) -> dict[str, list[Polygon]]:
    """The polygons of some units by their keys, at their full detail, in the units of the tables."""
    return outline.polygons(sides(made))
