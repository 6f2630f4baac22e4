"""Read a position as people write it: `51.53,7.69`, `51,53 7,69`, `N 51° 31′ 12″ E 7° 41′`, `51.53N 7.69E`."""

import math
import re
from typing import NamedTuple

from hwkcli.errors import Message, NotFound, quoted
from hwkcli.gazetteer.geography.geometry import KM_PER_DEGREE

LATITUDES = (47.2, 55.1)
LONGITUDES = (5.8, 15.1)
"""Between these degrees lies Germany."""

_COARSEST_KM = 20.0
"""A position that is known less well than this names no place."""

_NORTH_SOUTH = ("n", "nord", "north", "s", "süd", "sued", "south", "lat", "latitude", "breite", "breitengrad")
_EAST_WEST = (
    *("e", "o", "ost", "east", "w", "west", "lon", "lng", "long", "longitude", "länge", "laenge", "längengrad"),
)
_NEGATIVE = ("s", "süd", "sued", "south", "w", "west")
_WORD = "|".join(sorted((*_NORTH_SOUTH, *_EAST_WEST), key=len, reverse=True))
_AXIS = rf"(?:({_WORD})(?![a-zäöü])\s*[:=.]?\s*)?"


def _coordinate(mark: str) -> str:
    """The pattern of one coordinate, with the sign that stands before its decimals: six groups, of which the first and
    the last are the axis, then degrees, their sign, minutes and seconds."""
    number = rf"[0-9]{{1,3}}(?:{mark}[0-9]+)?"
    seconds = rf"(?:\s*({number})\s*(?:\"|''|s(?:ec)?(?![a-zäöü]))\.?)?"
    # Behind degrees with their sign, minutes need none: N 51° 31.200 E 7° 41.000.
    minutes = rf"(?:\s*({number})\s*['m](?:in)?\.?{seconds}|(?<=°)\s*({number}))?"
    return rf"{_AXIS}([+-]?{number})\s*(°|grad|deg)?{minutes}\s*{_AXIS}"


_NO_DIGITS = "(?<![0-9])|(?=[+-])"
"""Where nothing stands between two coordinates: `51.53N7.69E`, `+51.53+7.69`, but not `05.978.020`."""
_FORMS = tuple(
    (
        mark,
        re.compile(rf"(?:geo:)?[(\[]?\s*{_coordinate(re.escape(mark))}{between}{_coordinate(re.escape(mark))}[)\]]?"),
    )
    for mark, between in ((".", rf"(?:\s*[,;/|\s]\s*|{_NO_DIGITS})"), (",", r"\s*(?:[;/|\s]|,\s*)\s*"))
)
_GROUPS = 7
"""So many groups has a coordinate."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("′’‘ʹ´`", "'"),
        **dict.fromkeys("″”“„ʺ", '"'),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("−–", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\t", " "),
    }
)
_LONGEST = 80

_DECIMAL = r"[+-]?[0-9]{1,3}\.[0-9]+"
_FIRST, _SECOND = rf"(?P<latitude>{_DECIMAL})", rf"(?P<longitude>{_DECIMAL})"
_WRITTEN = (
    # As databases write it, the longitude first; and as a GeoJSON point has it.
    rf"(?:srid=4326;)?point\s*z?\s*\(\s*{_SECOND}\s+{_FIRST}(?:\s+{_DECIMAL})?\s*\)",
    rf"\{{[^\[]*\"coordinates\"\s*:\s*\[\s*{_SECOND}\s*,\s*{_FIRST}(?:\s*,\s*{_DECIMAL})?\s*\][^\[]*\}}",
    # A geo URI with a height, an uncertainty or what an app adds to it.
    rf"geo:0,0\?q={_FIRST},{_SECOND}.*",
    rf"geo:{_FIRST},{_SECOND}(?:,[+-]?[0-9.]+)?(?:[;?].*)?",
    # A link to a map: the mark on it, else the middle of it.
    rf"https?://.*!3d{_FIRST}!4d{_SECOND}.*",
    rf"https?://.*[?&]mlat={_FIRST}&mlon={_SECOND}(?:[&#].*)?",
    rf"https?://.*[?&](?:q|query|ll|center|destination|daddr|loc)=(?:loc:)?{_FIRST}(?:,|%2c|%20|\+)+{_SECOND}(?:[&#].*)?",
    rf"https?://.*/(?:place|search|dir)/{_FIRST}(?:,|%2c)(?:\+|%20)?{_SECOND}(?:[/?].*)?",
    rf"https?://.*/@{_FIRST},{_SECOND}(?:,.*)?",
    rf"https?://.*[?&]cp={_FIRST}(?:~|%7e){_SECOND}(?:[&#].*)?",
    rf"https?://.*[#&]map=[0-9.]+/{_FIRST}/{_SECOND}(?:[/&].*)?",
)
"""How programs write a position: in a link to a map, a geo URI, WKT or GeoJSON."""
_PROGRAMS = ("http", "geo:", "point", "srid", "{")
_LONGEST_LINK = 1000


class Coordinates(NamedTuple):
    """A position, in degrees."""

    latitude: float
    longitude: float
    blur_km: float
    """How far the position may be away from the one that was meant, by the digits that are written."""
    swapped: bool
    """Whether the longitude was written first."""


def parse(text: str) -> Coordinates | None:
    """The position that a text writes; None if it writes none.

    Latitude stands first, unless letters or the numbers themselves say otherwise: then `swapped` is True. It may also
    be in a link to a map, a geo URI, WKT or GeoJSON, of which each says itself what stands first. Raises NotFound for
    a position outside Germany, one that is none (75 minutes), and one too coarse to name a place.

    >>> parse("51.53,7.69")
    Coordinates(latitude=51.53, longitude=7.69, blur_km=0.65, swapped=False)
    >>> parse("N 51° 31′ 12″ E 7° 41′ 24″")[:2], parse("7,69; 51,53")[:2], parse("44135")
    ((51.52, 7.69), (51.53, 7.69), None)
    >>> parse("https://www.openstreetmap.org/#map=13/51.5321/7.6872")[:2], parse("POINT(7.6872 51.5321)")[:2]
    ((51.5321, 7.6872), (51.5321, 7.6872))
    """
    if len(text) > _LONGEST_LINK or not any(sign.isdigit() for sign in text):
        return None
    plain = _taken_out(text.translate(_SIGNS).strip().lower())
    if len(plain) > _LONGEST:
        return None
    for mark, form in _FORMS:
        if match := form.fullmatch(plain):
            first, second = match.groups()[:_GROUPS], match.groups()[_GROUPS:]
            if first[-1] in ("n", "e", "o") and not (first[0] or second[0] or second[-1]):
                # To which of the numbers the letter of `51.53 E 7.69` belongs, the numbers say.
                first = (*first[:-1], None)
            sides = (_Side.of(first, mark), _Side.of(second, mark))
            if all(side.told for side in sides):
                return _located(text, *sides)
    return None


def _taken_out(plain: str) -> str:
    """The two coordinates of what a program wrote, the latitude first; all else as it is."""
    if plain.startswith(_PROGRAMS):
        for form in _WRITTEN:
            if match := re.fullmatch(form, plain):
                return f"{match['latitude']};{match['longitude']}"
    return plain


def pair(latitude: str, longitude: str) -> Coordinates | None:
    """The position in two cells of a table, with decimal points or commas; None if there is none. Raises what `parse`
    raises.

    >>> pair("51,5340", "7.6890")
    Coordinates(latitude=51.534, longitude=7.689, blur_km=0.01, swapped=False)
    """
    return parse(f"{latitude.replace(',', '.')};{longitude.replace(',', '.')}")


class Outside(NotFound):
    """A position is not in Germany."""


def outside(text: str) -> Outside:
    """The failure to raise for a position that is not in Germany."""
    return Outside("{text} lies outside Germany; write the latitude first, like 51.53,7.69", text=quoted(text))


def turned(latitude: float, longitude: float) -> Message:
    """What to say where the longitude was written first."""
    read = "read as latitude {latitude}, longitude {longitude}: the longitude was written first"
    return Message(read, latitude=latitude, longitude=longitude)


class _Side(NamedTuple):
    """One of the two coordinates."""

    degrees: float
    """Not a number where it has 60 minutes or more."""
    unit: float
    """How finely it is written: the unit of its last digit, in degrees."""
    axis: str
    """`n`, `e`, or nothing where that is not said."""
    told: bool
    """Whether it looks like a coordinate: two whole numbers may be anything."""

    @staticmethod
    def of(groups: tuple[str | None, ...], mark: str) -> "_Side":
        """What the groups of `_coordinate` say."""
        before, degrees, sign, minutes, seconds, bare, behind = (group or "" for group in groups)
        parts = [part.replace(mark, ".") for part in (degrees, minutes or bare, seconds) if part]
        unit = 10.0 ** -len(parts[-1].partition(".")[2]) / 60 ** (len(parts) - 1)
        value = sum(abs(float(part)) / 60**power for power, part in enumerate(parts))
        if any(float(part) >= 60 for part in parts[1:]):
            value = math.nan
        axis = before or behind
        if degrees.startswith("-") != (axis in _NEGATIVE):
            value = -value
        kind = "n" if axis in _NORTH_SOUTH else "e" if axis else ""
        return _Side(value, unit, kind, bool(axis or sign or mark in degrees))


def _located(text: str, first: _Side, second: _Side) -> Coordinates:
    unsaid = not (first.axis or second.axis)
    swapped = first.axis == "e" or second.axis == "n"
    swapped = swapped or (unsaid and not _in_germany(first, second) and _in_germany(second, first))
    latitude, longitude = (second, first) if swapped else (first, second)
    if latitude.axis == "e" or longitude.axis == "n" or math.isnan(latitude.degrees + longitude.degrees):
        raise NotFound("{text} is no position; write it like 51.53,7.69", text=quoted(text))
    if not _in_germany(latitude, longitude):
        raise outside(text)
    east = math.cos(math.radians(latitude.degrees))
    blur = math.hypot(latitude.unit, longitude.unit * east) / 2 * KM_PER_DEGREE
    if blur > _COARSEST_KM:
        raise NotFound("{text} is too coarse to name a place; give two decimals at the least", text=quoted(text))
    return Coordinates(round(latitude.degrees, 6), round(longitude.degrees, 6), round(blur, 2), swapped)


def _in_germany(latitude: _Side, longitude: _Side) -> bool:
    return LATITUDES[0] <= latitude.degrees <= LATITUDES[1] and LONGITUDES[0] <= longitude.degrees <= LONGITUDES[1]
