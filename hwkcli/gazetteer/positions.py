"""The positions of municipalities, as the register has them."""

from functools import cache

from hwkcli.gazetteer import database
from hwkcli.gazetteer.records import GEMEINDEN


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
        for place in database.inside(key, GEMEINDEN)
        if place.ags and place.latitude is not None and place.longitude is not None
    }
