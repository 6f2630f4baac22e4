"""The times that figures are for: days, months, quarters, half-years, seasons, years and spans."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from hwkcli.model import MONTHS

_PARTS = r"([0-9]{4})(?:-(?:([HQ][1-4]|spring|autumn)|([0-9]{2})(?:-([0-9]{2}))?))?"
_MONTHS_OF = {
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "spring": (3, 5),
    "autumn": (9, 11),
}
"""First and last month; the seasons are the meteorological ones."""


class Period(NamedTuple):
    """From the first to the last day, both included."""

    start: date
    end: date

    @property
    def iso(self) -> str:
        """The interval as ISO 8601 writes it, first day and last day: `2019-01-01/2019-06-30`."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def middle(self) -> float:
        """Where the period stands on an axis of years: its middle, as the year and the part of it that is over.

        >>> parse("2023").middle, round(parse("2023-12-31").middle, 3)
        (2023.5, 2023.999)
        """
        return (_years(self.start, 0) + _years(self.end, 1)) / 2


def _years(day: date, over: int) -> float:
    """The years that are over at the beginning (`over` 0) or at the end (1) of a day."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1 + over) / days


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period of `2024-12-31`, `2024-12`, `2024`, `2024-Q1`, `2019-H1`, `2007-spring` or a span `2025-01/2025-10`.

    Raises ValueError for anything else.

    >>> parse("2019-H1").iso
    '2019-01-01/2019-06-30'
    """
    first, slash, last = text.partition("/")
    if slash:
        return _span(parse(first), parse(last))
    match = re.fullmatch(_PARTS, text)
    if match is None or match[2] in ("H3", "H4"):
        raise ValueError(f"{text} is no date")
    year, part, month, day = match.groups()
    if day:
        only = date(int(year), int(month), int(day))
        return Period(only, only)
    begin, end = _MONTHS_OF[part] if part else (int(month or 1), int(month or 12))
    start = date(int(year), begin, 1)
    return Period(start, date(int(year), end, calendar.monthrange(int(year), end)[1]))


def _span(first: Period, last: Period) -> Period:
    if first.start > last.end:
        raise ValueError(f"{last.end} is before {first.start}")
    return Period(first.start, last.end)


def given(text: str) -> Period:
    """The period that a user names: as `parse` reads it, or as it is written in German or English: `31.12.2024`,
    `31. Dezember 2024`, `12/2024`, `1. Quartal 2024`, `Q1 2024`, `1. Halbjahr 2024`, `Herbst 2024`, `Ende 2023`,
    `2018 bis 2020`.

    Raises ValueError for anything else.

    >>> given("1. Halbjahr 2024") == given("first half of 2024") == parse("2024-H1")
    True
    """
    words = _tidy(text)
    span = re.fullmatch(_SPAN, words)
    if span is None:
        return _one(words)
    last = _one(span["last"])
    # `Januar bis Oktober 2025` names the year once.
    first = span["first"] if re.search("[0-9]{4}", span["first"]) else f"{span['first']} {last.end.year:04}"
    return _span(_one(first), last)


_LONGEST = 80
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "–": "-", "—": "-", "−": "-", ",": " "})


def _tidy(text: str) -> str:
    """A user's text in small letters without umlauts, with single blanks."""
    if len(text) > _LONGEST:
        raise ValueError("too long for a date")
    return " ".join(text.casefold().translate(_LETTERS).split())


_YEAR = "(?P<year>[0-9]{4})"
_ORDINALS = {
    "1": ("1", "1.", "i", "i.", "erstes", "erste", "ersten", "first", "1st"),
    "2": ("2", "2.", "ii", "ii.", "zweites", "zweite", "zweiten", "second", "2nd"),
    "3": ("3", "3.", "iii", "iii.", "drittes", "dritte", "dritten", "third", "3rd"),
    "4": ("4", "4.", "iv", "iv.", "viertes", "vierte", "vierten", "fourth", "4th"),
}
_PARTS_NAMED = {
    "H": r"halbjahr|hj\.?|half(?:-year| year)?",
    "Q": r"quartal|quarter|vierteljahr|qu?\.?",
}
_SEASONS = {"spring": "fruehjahr|fruehling|spring", "autumn": "herbst|autumn|fall"}


def _month_names() -> dict[str, int]:
    """The names of the months in both languages, and the short forms of three and four letters."""
    names: dict[str, int] = {}
    for number, month in enumerate(MONTHS, 1):
        for name in map(_tidy, month):
            names |= dict.fromkeys((name, name[:3], f"{name[:3]}.", name[:4], f"{name[:4]}."), number)
    return names | {"mrz": 3, "mrz.": 3}


_MONTH_NAMES = _month_names()
_NAMED = "(?P<named>" + "|".join(map(re.escape, sorted(_MONTH_NAMES, key=len, reverse=True))) + ")"
_ORDINAL = {number: "|".join(map(re.escape, words)) for number, words in _ORDINALS.items()}
_DAY, _MONTH = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})"

# Not compiled before a user names a time: no other command waits for it.
_SPAN = r"(?:von |vom |from )?(?P<first>.+?)(?: (?:bis|bis zum|to|until) | - |(?<=[0-9]{4})-(?=[0-9]{4}$))(?P<last>.+)"
_EDGE = r"(?:(?P<first>anfang|beginn|start of|beginning of)|(?:jahres)?ende|end of) (?P<whole>.+)"
_DATES = (
    rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}",
    rf"{_DAY}\.? {_NAMED} {_YEAR}",
    rf"{_NAMED} {_DAY} {_YEAR}",
    rf"{_NAMED} {_YEAR}",
    rf"{_MONTH}[./] ?{_YEAR}",
)
_PARTS_OF_YEAR = {
    f"{letter}{number}": (
        rf"(?:{_ORDINAL[number]})[ -]?(?:{names})(?: of| des jahres)?[ /]{_YEAR}"
        rf"|{letter.lower()}{number}[ /-]?{_YEAR.replace('year', 'after')}"
        rf"|{_YEAR.replace('year', 'before')}[ /-]?{letter.lower()}{number}"
    )
    for letter, names in _PARTS_NAMED.items()
    for number in (_ORDINALS if letter == "Q" else ("1", "2"))
} | {
    season: rf"(?:{names}) {_YEAR}|{_YEAR.replace('year', 'before')}[ -](?:{names})"
    for season, names in _SEASONS.items()
}


def _one(words: str) -> Period:
    """The period of tidy words that are no span, unless it is one of ISO 8601."""
    if edge := re.fullmatch(_EDGE, words):
        whole = _one(edge["whole"])
        day = whole.start if edge["first"] else whole.end
        return Period(day, day)
    for form in _DATES:
        if match := re.fullmatch(form, words):
            found = match.groupdict()
            month = _MONTH_NAMES[found["named"]] if found.get("named") else int(found["month"])
            day_of_month = f"-{int(found['day']):02}" if found.get("day") else ""
            return parse(f"{found['year']}-{month:02}{day_of_month}")
    for part, form in _PARTS_OF_YEAR.items():
        if match := re.fullmatch(form, words):
            year = next(filter(None, match.groups()))
            return parse(f"{year}-{part}")
    first, slash, last = words.partition("/")
    return _span(_one(first), _one(last)) if slash else parse(words)
