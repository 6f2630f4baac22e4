"""The times that figures are for: days, months, years, half-years, seasons and spans."""

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

_PARTS = re.compile(r"([0-9]{4})(?:-(?:(H[12])|(spring|autumn)|([0-9]{2})(?:-([0-9]{2}))?))?")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SPANS = {"H1": (1, 6), "H2": (7, 12), "spring": (3, 5), "autumn": (9, 11)}
"""First and last month; the seasons are the meteorological ones."""


class Period(NamedTuple):
    """From the first to the last day, both included."""

    start: date
    end: date


def parse(text: str) -> Period:
    """The period of `2024-12-31`, `2024-12`, `2024`, `2019-H1`, `2007-spring` or a span `2025-01/2025-10`.

    Raises ValueError for anything else.

    >>> parse("2019-H1").end.isoformat()
    '2019-06-30'
    """
    first, slash, last = text.partition("/")
    if slash:
        span = Period(parse(first).start, parse(last).end)
        if span.start > span.end or "/" in last:
            raise ValueError(f"{text} ends before it begins")
        return span
    match = _PARTS.fullmatch(text)
    if match is None:
        raise ValueError(f"{text} is no date")
    year, half, season, month, day = match.groups()
    if day:
        only = date(int(year), int(month), int(day))
        return Period(only, only)
    begin, end = _SPANS[half or season] if half or season else (int(month or 1), int(month or 12))
    return Period(date(int(year), begin, 1), _last_day(int(year), end))


def _last_day(year: int, month: int) -> date:
    for day in (31, 30, 29):
        with suppress(ValueError):
            return date(year, month, day)
    return date(year, month, 28)


def given(text: str) -> Period:
    """The period that a user names: as `parse` reads it, or a day as Germans write it, `31.12.2024`.

    Raises ValueError for anything else.
    """
    match = _GERMAN.fullmatch(text.strip())
    if match:
        only = date(int(match[3]), int(match[2]), int(match[1]))
        return Period(only, only)
    return parse(text.strip())
