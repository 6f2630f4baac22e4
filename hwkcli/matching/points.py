"""Positions that stand in one cell: `Point(7.66 51.59)`, `51.59, 7.66`, or as an object of JSON."""

import re

_DEGREES = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,20}(?![0-9.])")
_LONGEST = 200
COARSE = r"\b[0-9]{1,2}\.[0-9]{1,2}"
"""The numbers of such a cell with two decimals (a kilometre)."""
_EAST = 20.0
"""No longitude in Germany is greater, and no latitude less."""


def pair(cell: str) -> tuple[str, str]:
    """The latitude and the longitude in a cell, which tell themselves apart in Germany; empty texts if it is no
    position.

    >>> pair("Point(7.663055 51.591666)"), pair("51.59, 7.66"), pair("POINT (393821.5 5716325.1)"), pair("v1.10")
    (('51.591666', '7.663055'), ('51.59', '7.66'), ('', ''), ('', ''))
    """
    found = _DEGREES.findall(cell) if len(cell) <= _LONGEST else []
    if len(found) != 2:
        return "", ""
    longitude, latitude = sorted(found, key=float)
    return (latitude, longitude) if float(longitude) < _EAST < float(latitude) else ("", "")
