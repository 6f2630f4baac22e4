"""How postal codes are written in texts: with the mark of the country, without their zero, as before July 1993."""

import re
from functools import cache

# Patterns that a plain name does not need are compiled when one is needed: compiling takes longer than the answer.
_COUNTRY = r"(?:DEU|DE|D|GER|BRD)[\s-]*"
_ANYWHERE = cache(
    lambda: re.compile(rf"(?<![^\W_])(?:{_COUNTRY})?(?<![0-9])([0-9]{{5}})(?:-[0-9]{{4}}|\.0)?(?![0-9])", re.IGNORECASE)
)
_SHORT = cache(lambda: re.compile(rf"(?:{_COUNTRY})?([0-9]{{4}})(?:[.,]0+)?(?=\Z|[\s,;/]+[^\W\d_])", re.IGNORECASE))
_GAP = cache(
    lambda: re.compile(rf"((?:\A|[,;\n|]\s?)(?:{_COUNTRY})?[0-9]{{2}})\s(?=[0-9]{{3}}\s[^\W\d_])", re.IGNORECASE)
)
_OLD = cache(lambda: re.compile(r"\(?(?:W|O|DDR)\)?[\s–-]{0,3}(?:[0-9]{4})(?=\Z|[\s,;/]+[^\W\d_])", re.IGNORECASE))
_DISTRICT = cache(lambda: re.compile(r"\D*[^\W\d_]\.?\)?\s[0-9]{1,2}\Z"))
_WHOLE = cache(
    lambda: re.compile(
        rf"(?:{_COUNTRY})?([0-9]{{2}}[ .][0-9]{{3}}|[0-9]\.[0-9]{{3}}|[0-9]{{4,5}})(?:[.,]0+)?", re.IGNORECASE
    )
)
_ABROAD = cache(
    lambda: re.compile(
        r"(?:\A|[,;\n|]\s?)(?:A|AT|AUT|CH|CHE|FL|LI|L|LU|LUX|F|FR|FRA|B|BE|BEL|NL|NLD|DK|DNK|PL|POL|CZ|CZE|I|IT|ITA|E|ES|ESP|P|PT|GB|UK"
        r"|S|SE|SWE|N|NO|NOR|FI|FIN|H|HU|HUN|SK|SI|SLO|HR|RO|BG|GR|TR|USA?)\s?[-–]\s?[0-9]{3,6}\b",
        re.IGNORECASE,
    )
)
_LEAST = 1000
"""No code begins with two zeros."""


def anywhere(text: str) -> list[re.Match[str]]:
    """The postal codes in a text, each as the first group; letters may follow one (`53111Bonn`), none but the country's
    may stand before it."""
    return [one for one in _ANYWHERE().finditer(text) if int(one[1]) >= _LEAST]


def without_gap(text: str) -> str:
    """A text in which a postal code before its town has no blank in the middle (`59 174 Kamen`)."""
    return _GAP().sub(r"\1", text)


def short(text: str) -> re.Match[str] | None:
    """At the beginning of a text, a code of four digits, that may have lost its zero, as the first group."""
    found = _SHORT().match(text)
    return found if found and int(found[1]) >= _LEAST else None


def old(text: str) -> re.Match[str] | None:
    """At the beginning of a text, a postal code of before July 1993, with what told West and East apart since 1990."""
    return _OLD().match(text)


def is_old_district(text: str) -> bool:
    """Whether a text is a town with the number of its postal district, as addresses had it beside such a code
    (`Dortmund 1` in `4600 Dortmund 1`)."""
    return _DISTRICT().fullmatch(text) is not None


def whole(text: str) -> str | None:
    """The four or five digits of a text that is a postal code and nothing else; None if it is none.

    >>> whole("D-59174"), whole("59 174"), whole("1067.0"), whole("59174 Kamen")
    ('59174', '59174', '1067', None)
    """
    found = _WHOLE().fullmatch(text)
    return re.sub("[ .]", "", found[1]) if found else None


def is_abroad(text: str) -> bool:
    """Whether a text has a postal code with the mark of another country before it."""
    return _ABROAD().search(text) is not None
