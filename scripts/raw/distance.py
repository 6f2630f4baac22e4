"""How far places are from each other."""

import math
from typing import NamedTuple, Protocol


class Spot(Protocol):
    """Something with a position in degrees, as text; empty where it is not known."""

    @property
    def latitude(self) -> str:
        """Degrees north."""

    @property
    def longitude(self) -> str:
        """Degrees east."""


class Point(NamedTuple):
    """A position alone."""

    latitude: str
    longitude: str


def km(one: Spot, other: Spot) -> float:
    """How far two places are from each other; nothing if the position of one is not known."""
    if not (one.latitude and other.latitude):
        return 0
    latitude, longitude = float(one.latitude), float(one.longitude)
    east = math.cos(math.radians(latitude)) * (longitude - float(other.longitude))
    return 111.2 * math.hypot(latitude - float(other.latitude), east)
