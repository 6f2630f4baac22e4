"""The positions of municipalities, as the register has them, and the municipalities that a position may lie in."""

from functools import cache, lru_cache

from hwkcli.errors import NotFound
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.geography import coordinates, geometry
from hwkcli.gazetteer.geography.coordinates import Coordinates
from hwkcli.gazetteer.store import places


def position(ags: str) -> tuple[float, float] | None:
    """Latitude and longitude of a municipality; None if the register has none, or no such municipality.

    >>> position("05978020"), position("99999999")
    ((51.592335, 7.662404), None)
    """
    return _in_kreis(ags[:5]).get(ags)


@cache
def _in_kreis(key: str) -> dict[str, tuple[float, float]]:
    return {
        place.ags: (place.latitude, place.longitude)
        for place in places.inside(key, GEMEINDEN)
        if place.ags and place.latitude is not None and place.longitude is not None
    }


@lru_cache(1 << 16)
def around(latitude: str, longitude: str) -> tuple[str, ...] | None:
    """The keys of the municipalities that the position in two cells may lie in, the nearest first, and an empty text
    where it may lie abroad; None where the cells have no position, or have it too coarsely.

    >>> around("51,5348", "7,6891"), around("48.21", "16.37"), around("0", "0"), around("x", "7")
    (('05978036',), ('',), None, None)
    """
    try:
        written = coordinates.pair(latitude, longitude)
    except coordinates.Outside:
        # Nought and nought stand for nothing in many a table.
        return ("",) if any(sign in "123456789" for sign in latitude + longitude) else None
    except NotFound:
        return None
    if written is None:
        return None
    return near(written)


def near(written: Coordinates) -> tuple[str, ...]:
    """The keys of the municipalities that a position may lie in, the nearest first, and an empty text where it may lie
    abroad."""
    found = geometry.at(written.latitude, written.longitude, written.blur_km)
    abroad = ("",) if found.near_abroad or not found.candidates else ()
    return (*(one.ags for one in found.candidates), *abroad)
