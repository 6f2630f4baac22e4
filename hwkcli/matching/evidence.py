"""What the cells of an address say: a key, a postal code, the name of a place; each as it can be compared."""

import re
from enum import Enum
from typing import NamedTuple

from hwkcli.naming.fold import fold

_KEY_LENGTHS = (5, 8, 12)
_COUNTRY = re.compile(r"(?:DE?|GER|BRD)[\s-]*(?=[0-9])", re.IGNORECASE)
_APART = re.compile(r"([0-9]{2})[ .]([0-9]{3})(?:-[0-9]{4})?|([0-9]{5})-[0-9]{4}")
_ABROAD = re.compile(r"[A-Z]{1,3}\s?-\s?[0-9]{3,6}\b", re.IGNORECASE)
_CODE = re.compile(r"([0-9]{4,5})(?:[.,]0+)?(?![0-9])(?:[\s,;/-]+(.*))?", re.DOTALL)
_CODE_BEHIND = re.compile(r"(.*\D)[\s,;(]+(?:D\s?-\s?)?([0-9]{5})\)?", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]+)(?:[.,]0+)?")
_MOJIBAKE = re.compile("[ÃÅÄ][\x80-\xff\u0152-\u2122]")
_PART = re.compile(r"(?:OT|Ortsteil|Ortsgemeinde)[ .]\s*", re.IGNORECASE)
_EMPTY = frozenset(("", "na", "n a", "nan", "null", "none", "nil", "k a", "unbekannt", "unknown", "keine angabe"))


GERMANY = frozenset(("d", "de", "deu", "ger", "brd", "deutschland", "germany", "bundesrepublik deutschland"))
"""What a column of countries says of Germany, folded. Any other word is another country."""


class Sense(Enum):
    """What a postal code says."""

    NOTHING = "nothing"
    CODE = "code"
    RESTORED = "restored"
    ABROAD = "abroad"
    UNCLEAR = "unclear"
    """There are digits, but no code, or two different ones."""


class Evidence(NamedTuple):
    """The cells of one address. What is empty was not given."""

    key: str
    """An AGS, an ARS or the key of a Kreis."""
    key_restored: bool
    """Whether the key's leading zero is a guess."""
    code: str
    code_sense: Sense
    place: str
    """The name as it was written, without a postal code in the same cell."""
    folded: str


def evidence(key: str | None, code: str | None, place: str | None, country: str = "") -> Evidence:
    """What the cells of an address say. A postal code and a place may stand together in either cell. An address in
    another country says nothing.

    >>> evidence(None, "D-59174 Kamen", None)[2:]
    ('59174', <Sense.CODE: 'code'>, 'Kamen', 'kamen')
    >>> evidence(None, "1067.0", "Dresden")[2:4]
    ('01067', <Sense.RESTORED: 'restored'>)
    """
    if (nation := fold(country)) and nation not in GERMANY:
        return Evidence("", False, "", Sense.ABROAD, "", "")
    found, sense, rest = _code(code or "")
    name = (place or "").strip()
    if name and any(char.isdigit() for char in name):
        second, second_sense, behind = _code_in(name)
        if sense is Sense.NOTHING:
            found, sense, name = second, second_sense, behind
        elif second_sense is Sense.CODE:
            sense = sense if second == found else Sense.UNCLEAR
            name = behind
    name = _PART.sub("", name or rest, count=1) if _PART.match(name or rest) else name or rest
    if _MOJIBAKE.search(name):
        name = _mended(name)
    folded = fold(name)
    if folded in _EMPTY or folded.isdecimal():
        name = folded = ""
    digits, restored = _key(key or "")
    return Evidence(digits, restored, found, sense, name, folded)


def _code(cell: str) -> tuple[str, Sense, str]:
    """The postal code of a cell, and what stands behind it."""
    if len(cell) == 5 and cell.isdecimal() and cell.isascii():
        return _sensed(cell, "")
    cell = _COUNTRY.sub("", cell.strip().lstrip("'").strip(), count=1)
    apart = _APART.fullmatch(cell)
    if apart:
        return _sensed(apart[3] or apart[1] + apart[2], "")
    match = _CODE.fullmatch(cell)
    if match and not (match[2] or "").strip().isdecimal():
        return _sensed(match[1], match[2] or "")
    if _ABROAD.match(cell):
        return "", Sense.ABROAD, ""
    behind = _CODE_BEHIND.fullmatch(cell)
    if behind:
        return _sensed(behind[2], behind[1])
    if sum(char.isdigit() for char in cell) > 2:
        return "", Sense.UNCLEAR, ""
    return "", Sense.NOTHING, "" if any(char.isdigit() for char in cell) else cell


def _code_in(cell: str) -> tuple[str, Sense, str]:
    """The postal code in the cell of a place, and the place without it; the cell as it is if there is none."""
    found, sense, rest = _code(cell)
    known = sense not in (Sense.NOTHING, Sense.UNCLEAR)
    return (found, sense, rest) if known else ("", Sense.NOTHING, cell)


def _sensed(digits: str, rest: str) -> tuple[str, Sense, str]:
    """A postal code of four digits lost its zero; one of zeros only says nothing."""
    if int(digits) < 1000:
        return "", Sense.NOTHING, rest.strip()
    if len(digits) == 4:
        return f"0{digits}", Sense.RESTORED, rest.strip()
    return digits, Sense.CODE, rest.strip()


def _key(cell: str) -> tuple[str, bool]:
    """The digits of a key, with the zero that a spreadsheet took; whether it is restored. Empty if it is no key."""
    match = _NUMBER.fullmatch(re.sub(r"[\s']", "", cell))
    if not match or not int(match[1]):
        return "", False
    digits = match[1]
    if len(digits) + 1 in _KEY_LENGTHS:
        return f"0{digits}", True
    return (digits, False) if len(digits) in _KEY_LENGTHS else ("", False)


def _mended(name: str) -> str:
    """A name in UTF-8 that was read as if it were cp1252; as it is, if it was not."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name
