"""What a person has typed, or the cells of a row say, of one place: a key, a postal code, names, each as it can be
compared. With `address`, `postal_codes`, `lines` and `letterhead` the only room that reads addresses; what they mean,
`resolve` decides.

An address in one text is read in any usual form: `Hauptstr. 5, 59174 Kamen`, `53111Bonn`, `Kamen, 59174`. What is the
street is no place. All patterns are bounded: a text longer than `keys.LONGEST` says nothing.
"""

import re
from functools import cache, lru_cache

from hwkcli.gazetteer.engine import address, postal_codes
from hwkcli.gazetteer.engine.keys import KREIS, behind_key, clean, key_of, unparted
from hwkcli.gazetteer.engine.lines import parted
from hwkcli.gazetteer.engine.said import NOTHING
from hwkcli.gazetteer.engine.said import Evidence as Evidence
from hwkcli.gazetteer.engine.said import Sense as Sense
from hwkcli.naming.countries import ABROAD, GERMANY, NEIGHBOURS, REGIONS_ABROAD, is_like_germany
from hwkcli.naming.fold import fold
from hwkcli.naming.titles import kind_of_kreis

_EMPTY = frozenset(("", "na", "n a", "nan", "null", "none", "nil", "k a", "unbekannt", "unknown", "keine angabe"))
_NO_LAENDER = ABROAD | NEIGHBOURS | REGIONS_ABROAD
"""What stands in the place of a Land where the address is in another country."""
_SIGN = re.compile(r"[0-9:=@&%+*·•‧∙●▪]|www\.", re.IGNORECASE)
_SIGNS = frozenset(":=@&%+*·•‧∙●▪")
_HINTS = (
    *("tel", "fon", "fax", "phone", "mobil", "handy", "ruf ", "www."),
    *("ags ", "ars ", "kgs ", "schlüssel ", "plz", "zahl ", "zip ", "xx "),
)
"""What hints that a text has more than an address."""
_KEY = "[0-9]{8}(?:[0-9]{4})?"
_BESIDE_KEY = cache(
    lambda: re.compile(
        rf"(?P<key>{_KEY})[\s:,;/–-]+(?P<name>[^\W\d_]\D{{2,}})"
        rf"|(?P<first>[^\W\d_][^0-9(\[]+(?:\([^0-9()]+\))?)[\s:,;([–-]+(?P<last>{_KEY})[)\]]?"
    )
)
"""A name beside the key of its municipality (`05978020 Kamen`, `Kamen (05978020)`)."""
_LABELLED = cache(
    lambda: re.compile(
        r"NUTS(?:[- ]?[123])?(?:[- ]Code)?\s?:?\s+(?P<code>DE[0-9A-Z]{1,3})"
        r"|(?:Kreis|Landkreis|LK|Krs\.?)\s?:?\s+(?P<key>[0-9]{5})"
        r"|(?:(?:Kfz|Auto|Pkw)?[- ]?Kennzeichen|(?:Kfz|Pkw)[- ]?Kz\.?|Nummernschild|licen[cs]e plate|number plate)"
        r"\s?:?\s+(?P<plate>[A-ZÄÖÜ]{1,3})",
        re.IGNORECASE,
    )
)
"""A NUTS code, the key of a Kreis or the plate of its cars behind the word for it."""
_LONGEST_PLAIN = 40
_TELLING = address.LAST_OF_COUNTRIES.union(
    ("und", "o", "t", "ot", "ortsteil", "ortst", "stadtteil", "gemeindeteil", "ortschaft", "ortsgemeinde"),
    ("gemarkung", "gemkg", "stadtbezirk", "ortsbezirk", "stadtviertel", "bezirk"),
)
"""The words of a name that say more than a name, if others stand before or behind them."""


def of_text(text: str) -> Evidence:
    """What a query says: a name, a postal code, a key or an address, in one or more words.

    >>> of_text("Hauptstr. 5, 59174 Kamen")[2:6]
    (('59174',), 'code', 'Kamen', 'kamen')
    >>> of_text("Kamen (05978020)").key, of_text("05978020 Kamen").place
    ('05978020', 'Kamen')
    >>> of_text("05 978 020").key, of_text("05.978.020").key, of_text("5978").key, of_text("Vogelsang 8a, 32657").codes
    ('05978020', '05978020', '05978', ('32657',))
    """
    digits = whole = clean(parted(text) if "  " in text else text)
    if not (whole.isalpha() or whole.isdecimal()):
        whole = _bare(whole)
        key = unparted(whole)
        # Of a Kreis alone it could as well be a number.
        digits = key if len(key) > KREIS else "".join(whole.split())
    if digits.isascii() and digits.isdecimal():
        return _of_digits(text, digits)
    if " " in whole and len(whole) <= _LONGEST_PLAIN and (labelled := _LABELLED().fullmatch(whole)):
        if key := labelled["key"]:
            return Evidence(text, key)
        if plate := labelled["plate"]:
            # A word may be short for a Land as well (`BE`).
            return Evidence(text, kreis=f"Kennzeichen {plate}")
        return Evidence(text, place=labelled["code"], folded=fold(labelled["code"]), short=True)
    if _beside_key(whole):
        return of_cells(place=whole)._replace(query=text)
    return address.read(text, whole)._replace(short=len(whole) <= 5 and " " not in whole)


def has_old_code(text: str) -> bool:
    """Whether a text has a postal code of before July 1993.

    >>> has_old_code("4600 Dortmund 1"), has_old_code("44135 Dortmund"), has_old_code("Dortmund")
    (True, False, False)
    """
    return any(char.isdigit() for char in text) and of_text(text).code_sense == "old"


def of_cells(
    key: str = "",
    postal_code: str = "",
    place: str = "",
    kreis: str = "",
    land: str = "",
    country: str = "",
    second: str = "",
    latitude: str = "",
    longitude: str = "",
    key_date: str = "",
    kind: str = "",
) -> Evidence:
    """What the cells of one address say. A postal code and a place may stand together in either cell, and the cell of
    the place may have the whole address. The kind of a Kreis (`Landkreis`) may stand apart from its name. An address in
    another country says nothing but that.

    >>> of_cells(postal_code="D-59174 Kamen")[2:5]
    (('59174',), 'code', 'Kamen')
    >>> of_cells(postal_code="1067.0", place="Dresden")[2:4]
    (('01067',), 'restored')
    """
    if key and (name := behind_key(key)) and len(key_of(key)) >= KREIS:
        # Five digits and a name are a Kreis.
        place, kreis = (place, kreis or name) if len(key_of(key)) <= KREIS else (place or name, kreis)
    if kreis and (title := kind_of_kreis(kind)):
        kreis = f"{title} {kreis}"
    nation = fold(clean(country)) if country else ""
    if nation not in _EMPTY and nation not in GERMANY and not is_like_germany(nation):
        return Evidence(place, code_sense="abroad")
    if land and _is_abroad(land):
        return Evidence(place, code_sense="abroad")
    codes, sense, rest = _of_code_cell(postal_code)
    if sense == "code" and not (key or kreis or land or second or latitude) and _is_plain(place):
        # Most addresses are a postal code and a plain name.
        folded = fold(place)
        return Evidence(place, "", codes, sense, *(("", "") if folded in _EMPTY else (place, folded)))
    if place and not key and (beside := _beside_key(clean(place))):
        key, place = beside["key"] or beside["last"], beside["name"] or beside["first"]
    named = address.read(place, _bare(clean(parted(place) if "  " in place else place))) if place else NOTHING
    if sense == "restored" and place[-1:].isdecimal() and postal_codes.is_old_district(clean(place)):
        codes, sense = (), "old"
    if rest and not named.folded and not named.full:
        named = address.of_name(rest, rest)._replace(codes=named.codes, code_sense=named.code_sense)
    if named.code_sense == "abroad":
        return named
    if not codes and sense == "nothing":
        codes, sense = named.codes, named.code_sense
    elif named.codes and not set(named.codes) & set(codes):
        codes, sense = (), "unclear"
    if (named.folded in _EMPTY and not named.full) or named.folded.isdecimal():
        named = NOTHING
    other = fold(clean(second)) if second else ""
    return named._replace(
        query=place or postal_code or key,
        key=key_of(key) if key else "",
        key_date=key_date,
        codes=codes,
        code_sense=sense,
        second="" if other in _EMPTY or other == named.folded else other,
        kreis="" if not kreis or fold(kreis) in _EMPTY else clean(kreis),
        land=clean(land) if land else "",
        around=_around(latitude, longitude) if latitude and longitude else None,
    )


def plain_code(cell: str) -> str:
    """The postal code that a cell is, if it is nothing else; else empty.

    >>> plain_code("59174"), plain_code("D-59174"), plain_code("00174")
    ('59174', '', '')
    """
    return cell if len(cell) == 5 and cell.isdecimal() and cell.isascii() and not cell.startswith("00") else ""


def plain_word(cell: str) -> str:
    """The word that a cell of a place is, folded, if it is nothing else; else empty.

    >>> plain_word("Bönen"), plain_word("Kamen 2"), plain_word("N/A")
    ('bönen', '', '')
    """
    return fold(cell) if cell.isalpha() and len(cell) <= _LONGEST_PLAIN else ""


def _beside_key(text: str) -> re.Match[str] | None:
    """The name and the key of a municipality that a text is, and nothing else; None if it is not."""
    has_key = text[:1].isdecimal() or text[-1:].isdecimal() or text[-2:-1].isdecimal()
    return _BESIDE_KEY().fullmatch(text) if has_key else None


@lru_cache(maxsize=256)
def _is_abroad(land: str) -> bool:
    """Whether what stands in the place of a Land is in another country."""
    return fold(clean(land)) in _NO_LAENDER


def _is_plain(place: str) -> bool:
    """Whether a cell is a name and nothing else: words with a blank or a hyphen between them, of which none says what
    the others are."""
    if len(place) > _LONGEST_PLAIN:
        return False
    if place.isalpha():
        return True
    words = place.casefold().replace("-", " ").split(" ")
    return all(map(str.isalpha, words)) and _TELLING.isdisjoint(words)


def _bare(text: str) -> str:
    """A text without what is no part of an address."""
    if not _SIGN.search(text):
        return text
    lower = text.lower()
    if _SIGNS.isdisjoint(text) and not any(hint in lower for hint in _HINTS):
        return text
    # Few texts have more.
    from hwkcli.gazetteer.engine import letterhead

    return letterhead.without(text)


def _around(latitude: str, longitude: str) -> tuple[str, ...] | None:
    """The municipalities that a position in two cells may lie in."""
    from hwkcli.gazetteer.geography.positions import around

    # A spreadsheet may have marked them as texts.
    return around(latitude.strip(" \t'\""), longitude.strip(" \t'\""))


def _of_digits(query: str, digits: str) -> Evidence:
    """Digits alone: a key or a postal code, by their number; of four, seven or eleven, the zero is lost."""
    if len(digits) == 5:
        return Evidence(query, digits, (digits,), "code", either=True)
    if len(digits) == 4:
        return Evidence(query, f"0{digits}", (f"0{digits}",), "restored", either=True)
    return Evidence(query, key_of(digits))


def _of_code_cell(cell: str) -> tuple[tuple[str, ...], Sense, str]:
    """The postal codes of a cell, and a name that stands with them."""
    if plain_code(cell):
        return (cell,), "code", ""
    text = clean(cell).strip("()[]*.,; ")
    if not text:
        return (), "nothing", ""
    if digits := postal_codes.whole(text):
        if int(digits) < 1000:
            return (), "nothing", ""
        return ((digits,), "code", "") if len(digits) == 5 else ((f"0{digits}",), "restored", "")
    read = address.read(text, text)
    if read.codes or read.code_sense in ("abroad", "old"):
        return read.codes, read.code_sense, read.place
    if sum(char.isdigit() for char in text) > 2:
        return (), "unclear", ""
    return (), "nothing", "" if any(char.isdigit() for char in text) else text
