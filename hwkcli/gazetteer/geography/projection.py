"""From degrees to kilometres on a map, without changing areas: Albers' conic projection for Germany."""

import math

_FIRST, _SECOND, _MIDDLE, _MERIDIAN = (math.radians(degrees) for degrees in (48.5, 53.5, 51.0, 10.5))
_EARTH_KM = 6371.0088
_CONE = (math.sin(_FIRST) + math.sin(_SECOND)) / 2
_CONSTANT = math.cos(_FIRST) ** 2 + 2 * _CONE * math.sin(_FIRST)
_ORIGIN = math.sqrt(_CONSTANT - 2 * _CONE * math.sin(_MIDDLE)) / _CONE


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Kilometres to the east and to the north of 51° N, 10.5° E.

    >>> [round(km, 1) for km in project(10.5, 51.0)], [round(km, 1) for km in project(7.464165, 51.514171)]
    ([0.0, 0.0], [-209.8, 61.5])
    """
    radius = math.sqrt(_CONSTANT - 2 * _CONE * math.sin(math.radians(latitude))) / _CONE
    angle = _CONE * (math.radians(longitude) - _MERIDIAN)
    return _EARTH_KM * radius * math.sin(angle), _EARTH_KM * (_ORIGIN - radius * math.cos(angle))
