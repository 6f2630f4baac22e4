"""The units of which a map or an export of boundaries is made: chambers, Kreise or municipalities of an area."""

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple

from hwkcli.gazetteer import database, geometry, outline
from hwkcli.gazetteer.areas import Area
from hwkcli.gazetteer.database import Place, Responsible
from hwkcli.gazetteer.outline import Polygon, Side
from hwkcli.gazetteer.records import GEMEINDEN
from hwkcli.model import Chamber

Level = Literal["chambers", "kreise", "municipalities"]

LEVELS: tuple[Level, ...] = ("chambers", "kreise", "municipalities")


class Unit(NamedTuple):
    """A chamber's district, a Kreis or a municipality; of an area, what lies in it."""

    key: str
    """The chamber's code, the Kreis key, or the AGS. Where two chambers are named for one municipality, and nothing
    decides, that is a unit of its own: both codes, with `+` between them."""
    name: str
    level: Level
    members: tuple[Place, ...]
    """The municipalities and gemeindefreie Gebiete in it."""
    responsible: tuple[Responsible, ...]
    """The chambers responsible, with the evidence; of a district, that for its first municipality."""
    whole: bool = True
    """Whether all of the Kreis or district is in it, and not only what lies in the area."""

    @property
    def population(self) -> int | None:
        """The sum over the members; None if one of them is unknown."""
        known = [one.population for one in self.members if one.population is not None]
        return sum(known) if len(known) == len(self.members) else None

    @property
    def area_km2(self) -> float | None:
        """The sum over the members, in km² to two places; None if one of them is unknown."""
        known = [one.area_km2 for one in self.members if one.area_km2 is not None]
        return round(math.fsum(known), 2) if len(known) == len(self.members) else None

    @property
    def chambers(self) -> tuple[Chamber, ...]:
        """The chambers responsible."""
        return tuple(one.chamber for one in self.responsible)


def _members(area: Area) -> Iterable[Place]:
    """The municipalities of an area that have a territory, by their keys. (The sea belongs to no Kreis.)"""
    laender = {key[:2] for key in area.keys if key} or {place.land_key for place in _laender()}
    for key in sorted(laender):
        for place in database.inside(key, GEMEINDEN):
            if place.ags and place.kreis_key and any(place.ags.startswith(own) for own in area.keys):
                yield place


def _laender() -> Iterable[Place]:
    """A place in each Land."""
    for chamber in database.chambers():
        for key, _ in database.territories(chamber.code)[:1]:
            yield from database.inside(key[:5], GEMEINDEN)[:1]


def units(level: Level, area: Area) -> dict[str, Unit]:
    """The units of an area, by their keys, in the order of the keys."""
    members: dict[str, list[Place]] = {}
    for place in _members(area):
        members.setdefault(key_of(place, level), []).append(place)
    found = {}
    for key in sorted(members):
        inside = tuple(members[key])
        responsible = {
            one.chamber.code: one
            for place in inside[:: 1 if level == "kreise" else len(inside)]
            for one in database.responsible(place.territory or "")
        }
        found[key] = Unit(key, _name(level, inside[0]), level, inside, tuple(responsible.values()))
    return found


def key_of(place: Place, level: Level) -> str:
    """The key of the unit that a municipality belongs to."""
    if level == "municipalities":
        return place.ags or ""
    if level == "kreise":
        return place.kreis_key or ""
    return "+".join(one.chamber.code for one in database.responsible(place.territory or ""))


def _name(level: Level, place: Place) -> str:
    if level == "municipalities":
        return place.name
    if level == "kreise":
        return place.kreis or place.name
    return " / ".join(one.chamber.name for one in database.responsible(place.territory or ""))


def sides(made: Iterable[Unit]) -> list[Side]:
    """The borders of some units, at their full detail."""
    unit_of = {place.ags: unit.key for unit in made for place in unit.members}
    kreise = {place.kreis_key for unit in made for place in unit.members}
    return outline.sides(geometry.lines(sorted(filter(None, kreise))), unit_of.get)


def outlines(made: Iterable[Unit]) -> dict[str, list[Polygon]]:
    """The polygons of some units by their keys, at their full detail."""
    return outline.polygons(sides(made))
