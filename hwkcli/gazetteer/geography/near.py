"""The municipalities near a point, by the positions that the register has for them."""

import math
from typing import NamedTuple

from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.geography import geometry
from hwkcli.gazetteer.store import places

KINDS = ("city", "town", "municipality")

WINDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


class Neighbour(NamedTuple):
    """A municipality near a point."""

    place: Place
    km: float
    """As the crow flies, from the point to the municipality's position."""
    wind: str
    """The direction from the point, one of `WINDS`; empty where it is the point itself."""


def near(latitude: float, longitude: float, km: float) -> tuple[Neighbour, ...]:
    """The municipalities whose positions lie in a circle, the nearest first.

    >>> [one.place.name for one in near(51.5349, 7.6894, 8)]
    ['Unna', 'Holzwickede', 'Kamen']
    """
    found = []
    for key in geometry.kreise_near(latitude, longitude, km):
        for place in places.inside(key, KINDS):
            if place.latitude is not None and place.longitude is not None:
                away = geometry.distance_km(latitude, longitude, place.latitude, place.longitude)
                if away <= km:
                    wind = _wind(latitude, longitude, place.latitude, place.longitude) if away >= 0.05 else ""
                    found.append(Neighbour(place, away, wind))
    return tuple(sorted(found, key=lambda one: (one.km, one.place.ags)))


def reaching_in(latitude: float, longitude: float, km: float, listed: tuple[Neighbour, ...]) -> tuple[Place, ...]:
    """The municipalities whose territory, but not whose position, lies in a circle in part; the nearest first."""
    keys = [near.ags for near in geometry.within(latitude, longitude, km).candidates]
    known = {one.place.ags for one in listed}
    by_key = {place.ags: place for key in sorted({key[:5] for key in keys}) for place in places.inside(key, KINDS)}
    return tuple(by_key[key] for key in keys if key in by_key and key not in known)


def _wind(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> str:
    """The direction from one point to another."""
    east = (to_longitude - longitude) * math.cos(math.radians(latitude))
    degrees = math.degrees(math.atan2(east, to_latitude - latitude)) % 360
    return WINDS[round(degrees / 45) % len(WINDS)]
