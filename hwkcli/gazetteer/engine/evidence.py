"""What a person has typed, or the cells of a row say, of one place: a key, a postal code, names, each as it can be
compared. With `postal_codes`, `lines` and `letterhead` the only room that reads addresses; what they mean, `resolve`
decides.

An address in one text is read in any usual form: `Hauptstr. 5, 59174 Kamen`, `53111Bonn`, `Kamen, 59174`. What is the
street is no place. All patterns are bounded: a text longer than `keys.LONGEST` says nothing.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from hwkcli.gazetteer.engine import postal_codes
from hwkcli.gazetteer.engine.keys import KREIS, behind_key, clean, key_of
from hwkcli.gazetteer.engine.lines import (
    LETTER,
    LINES,
    WAY,
    after_code,
    before_code,
    from_the_part,
    parted,
    unnumbered,
    without_street,
)
from hwkcli.naming.countries import ABROAD, GERMANY, is_like_germany
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import kind_of_kreis

_EMPTY = frozenset(("", "na", "n a", "nan", "null", "none", "nil", "k a", "unbekannt", "unknown", "keine angabe"))
_MOJIBAKE = re.compile("[ÃÅÄ][\x80-\xff\u0152-\u2122]")
_SIGN = re.compile(r"[0-9:=@&%+*·•‧∙●▪]|www\.", re.IGNORECASE)
_SIGNS = frozenset(":=@&%+*·•‧∙●▪")
_HINTS = (
    *("tel", "fon", "fax", "phone", "mobil", "handy", "ruf ", "www."),
    *("ags ", "ars ", "kgs ", "schlüssel ", "plz", "zahl ", "zip ", "xx "),
)
"""What hints that a text has more than an address."""

_PART = re.compile(
    r"(?:\bO\.?\s?T\.?|\b(?:Ortst(?:eil|\.)|Stadtteil|Gemeindeteil|Ortschaft|Ortsgemeinde|Gemarkung|Gemkg\.?)"
    r"|(?<=[\w,]\s)(?:Stadtbezirk|Ortsbezirk|Stadtviertel|(?<!freier\s)(?<!gemfr\s)Bezirk))(?=[\s:])",
    re.I,
)
"""The words before the name of a part of a municipality."""
_SEPARATOR = re.compile(r"[,;([|/&+\n]|\s[-–—]\s|\sund\s")
"""What parts a place from what it lies in, or from another place."""
_NOTE = cache(lambda: re.compile(r"(?<=[^\W\d_])(?:\s?\[[0-9a-z]{1,2}\]|[¹²³⁰⁴-⁹]{1,2}|\s?[0-9]{1,2}\)){1,3}\Z"))
_LAST_OF_COUNTRIES = frozenset(name.rpartition(" ")[2] for name in (*GERMANY, *ABROAD))
"""The last words of their names."""
_LONGEST_PLAIN = 40
_TELLING = _LAST_OF_COUNTRIES.union(
    ("und", "o", "t", "ot", "ortsteil", "ortst", "stadtteil", "gemeindeteil", "ortschaft", "ortsgemeinde"),
    ("gemarkung", "gemkg", "stadtbezirk", "ortsbezirk", "stadtviertel", "bezirk"),
)
"""The words of a name that say more than a name, if others stand before or behind them."""
_SHORTEST_COUNTRY = 3
"""The name of a country is longer where nothing but a blank or a slash parts it from the place."""


Sense = Literal["nothing", "code", "restored", "abroad", "old", "unclear"]
"""What a postal code says. One that is `restored` had four digits, and may have lost its zero, or be one of another
country; an `old` one is of before July 1993, and says nothing of today; where it is `unclear`, there are digits, but no
code, or two cells have different ones."""


class Evidence(NamedTuple):
    """What is said of one place. What is empty was not said."""

    query: str = ""
    """The words as they were typed; of cells, those of the place."""
    key: str = ""
    """An AGS, an ARS, or the key of a Kreis or a Land, with the zero that it may have lost."""
    codes: tuple[str, ...] = ()
    """Postal codes; several where one field has several (`22417/22419`)."""
    code_sense: Sense = "nothing"
    place: str = ""
    """The name as it was written, without street, postal code and country."""
    folded: str = ""
    """The name folded, in one piece."""
    full: str = ""
    """All of the text but the postal codes, folded, where a part of it was left out as a street (`Steinau an der
    Straße`); else empty."""
    head: str = ""
    """What stands before the first separator in the name, folded; empty without one."""
    tail: str = ""
    """What stands behind it, folded."""
    has_part: bool = False
    """Whether the tail is said to be a part of the head (`OT`)."""
    in_brackets: bool = False
    """Whether the tail stands in brackets, and so tells the head from its namesakes."""
    lines: tuple[str, ...] = ()
    """Where the place stands in several lines with what it lies in, as maps write it (`Methler, Kamen, Kreis Unna,
    Nordrhein-Westfalen`): all of them, as they are written."""
    second: str = ""
    """Another name for the same place, folded, as from a second column (`Ort` beside `Gemeinde`)."""
    kreis: str = ""
    """A Kreis, as it was written: a name or a key."""
    land: str = ""
    """A Land or a Regierungsbezirk, as it was written."""
    inside: frozenset[str] | None = None
    """The keys of the Kreise, and of the municipalities of split Kreise, that an answer must lie in."""
    around: tuple[str, ...] | None = None
    """The keys of the municipalities that a position may lie in, the nearest first, and an empty text where it may lie
    abroad; None where no position is given."""
    key_date: str = ""
    """The day of the register that the key is of, YYYY-MM-DD; empty for one of today, or of any day before."""
    may_be_street: bool = False
    """Whether the name may be a street: it then counts only where the postal code has a place of that name."""
    short: bool = False
    """Whether the name may be the plate of cars or the NUTS code of a Kreis, if it is nothing else."""
    either: bool = False
    """Whether the digits of a query may be a postal code or a key."""

    @property
    def is_digits(self) -> bool:
        """Whether it is nothing but a key of today, or what may be a key or a postal code."""
        if not self.key or (self.codes and not self.either) or self.code_sense == "unclear":
            return False
        return self[_NAMES] == _NO_NAMES

    @property
    def is_code_and_name(self) -> bool:
        """Whether it is nothing but postal codes and a name."""
        if not self.codes or not self.folded or self.key or self.full or self.code_sense == "unclear":
            return False
        return self[_AROUND] == _NOTHING_AROUND


NOTHING = Evidence()
_NAMES = slice(Evidence._fields.index("place"), Evidence._fields.index("may_be_street"))
"""The fields that say more than a key and a postal code do."""
_NO_NAMES = NOTHING[_NAMES]
_AROUND = slice(Evidence._fields.index("second"), Evidence._fields.index("key_date"))
"""Those that say more than a key, a postal code and a name do."""
_NOTHING_AROUND = NOTHING[_AROUND]


def of_text(text: str) -> Evidence:
    """What a query says: a name, a postal code, a key or an address, in one or more words.

    >>> of_text("Hauptstr. 5, 59174 Kamen")[2:6]
    (('59174',), 'code', 'Kamen', 'kamen')
    >>> of_text("05 978 020").key, of_text("5978").key, of_text("Vogelsang 8a, 32657").codes
    ('05978020', '05978', ('32657',))
    """
    digits = whole = clean(parted(text) if "  " in text else text)
    if not whole.isalnum():
        whole = _bare(whole)
        digits = "".join(whole.split())
    if digits.isascii() and digits.isdecimal():
        return _of_digits(text, digits)
    return _address(text, whole)._replace(short=len(whole) <= 5 and " " not in whole)


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
    codes, sense, rest = _of_code_cell(postal_code)
    if sense == "code" and not (key or kreis or land or second or latitude) and _is_plain(place):
        # Most addresses are a postal code and a plain name.
        folded = fold(place)
        return Evidence(place, "", codes, sense, *(("", "") if folded in _EMPTY else (place, folded)))
    named = _address(place, _bare(clean(parted(place) if "  " in place else place))) if place else NOTHING
    if sense == "restored" and place[-1:].isdecimal() and postal_codes.is_old_district(clean(place)):
        codes, sense = (), "old"
    if rest and not named.folded and not named.full:
        named = _named(rest, rest)._replace(codes=named.codes, code_sense=named.code_sense)
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
        kreis=clean(kreis) if kreis else "",
        land=clean(land) if land else "",
        around=_around(latitude, longitude) if latitude and longitude else None,
    )


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

    return around(latitude.strip(), longitude.strip())


def _of_digits(query: str, digits: str) -> Evidence:
    """Digits alone: a key or a postal code, by their number; of four, seven or eleven, the zero is lost."""
    if len(digits) == 5:
        return Evidence(query, digits, (digits,), "code", either=True)
    if len(digits) == 4:
        return Evidence(query, f"0{digits}", (f"0{digits}",), "restored", either=True)
    return Evidence(query, key_of(digits))


def _of_code_cell(cell: str) -> tuple[tuple[str, ...], Sense, str]:
    """The postal codes of a cell, and a name that stands with them."""
    if len(cell) == 5 and cell.isdecimal() and cell.isascii():
        return ((cell,), "code", "") if int(cell) >= 1000 else ((), "nothing", "")
    text = clean(cell).strip("()[]*.,; ")
    if not text:
        return (), "nothing", ""
    if digits := postal_codes.whole(text):
        if int(digits) < 1000:
            return (), "nothing", ""
        return ((digits,), "code", "") if len(digits) == 5 else ((f"0{digits}",), "restored", "")
    read = _address(text, text)
    if read.codes or read.code_sense in ("abroad", "old"):
        return read.codes, read.code_sense, read.place
    if sum(char.isdigit() for char in text) > 2:
        return (), "unclear", ""
    return (), "nothing", "" if any(char.isdigit() for char in text) else text


def _address(query: str, text: str) -> Evidence:
    """What a text says that is more than digits: postal codes wherever they stand, and the place beside them."""
    text = from_the_part(text)
    if _MOJIBAKE.search(text):
        text = _decoded(text)
        text = _decoded(text) if _MOJIBAKE.search(text) else text
    has_digits = any(char.isdigit() for char in text)
    if not text.isalpha():
        text, is_abroad = _without_country(text)
        if is_abroad or (has_digits and postal_codes.is_abroad(text)):
            return Evidence(query, code_sense="abroad")
    found = postal_codes.anywhere(text) if has_digits else []
    if not found and has_digits and (old := postal_codes.old(text)):
        return _named(query, after_code(text[old.end() :]))._replace(code_sense="old")
    if not found and (short := postal_codes.short(text)):
        named = _named(query, after_code(text[short.end() :]))
        if postal_codes.is_old_district(text[short.end() :]):
            return named._replace(code_sense="old")
        return named._replace(codes=(f"0{short[1]}",), code_sense="restored")
    if not found:
        return _without(query, text, without_street(text) if has_digits or LINES.search(text) else text)
    codes = tuple(dict.fromkeys(one[1] for one in found))
    behind = text[found[-1].end() :]
    if place := after_code(behind):
        named = _without(query, behind, place)
    else:
        before = text[: found[0].start()]
        lines = before_code(before)
        beside = behind[: end.start()] if (end := LINES.search(behind)) else behind
        # What is like a street is a place where it has no number, and stands beside the code (`Ilmtal-Weinstraße`).
        like_street = "" if lines or LETTER.search(beside) else unnumbered(before)
        place = lines[-1] if lines else like_street
        named = _without(query, beside if unnumbered(beside) else "" if place else behind, place)
        named = named._replace(
            lines=lines if len(lines) > 1 else (), may_be_street=bool(like_street or WAY.search(place))
        )
    return named._replace(codes=codes, code_sense="code")


def _without_country(text: str) -> tuple[str, bool]:
    """A text without the country at its end, and whether that is another one than Germany."""
    bare = text.rstrip(" .,;|/)]")
    last = bare.rpartition(" ")[2]
    if last.isalpha() and last.casefold() not in _LAST_OF_COUNTRIES:
        # Few texts end in a country.
        return text, False
    at = max(map(bare.rfind, ",;|/(\n["))
    word = fold(bare[at + 1 :]) if at >= 0 else ""
    if word in GERMANY and (len(word) > _SHORTEST_COUNTRY or bare[at] != "/"):
        return bare[:at].rstrip(" ,;|/(["), False
    if word in ABROAD and bare[at] != "/":
        return text, True
    head, blank, last = bare.rpartition(" ")
    if blank and len(last) > _SHORTEST_COUNTRY and fold(last) in GERMANY:
        return head.rstrip(" ,;|/(–-"), False
    return text, False


def _without(query: str, text: str, place: str) -> Evidence:
    """What the place in a text says; all of the text is kept beside it where that is more."""
    named = _named(query, place)
    full = fold(text) if len(text) > len(place) else ""
    return named._replace(full=full) if full not in ("", named.folded) else named


def _named(query: str, place: str) -> Evidence:
    """What a name says, with what parts it; marks of notes behind it are left out."""
    named = place if place[-1:].isalpha() else _NOTE().sub("", place)
    place = named.strip(" ,;-–*([")
    part = _PART.search(place)
    if part and not place[: part.start()].strip(" ,(/-"):
        # `OT Fließem` alone: nothing is said of what it lies in.
        place, part = place[part.end() :].strip(" :"), None
    if part:
        head, tail = place[: part.start()], place[part.end() :]
        place = f"{head.strip(' ,(/-')}, {tail.strip(' :)')}"
    split = _SEPARATOR.search(place)
    folded = fold(place)
    if not split:
        return Evidence(query, place=place, folded=folded)
    head, tail = fold(place[: split.start()]), fold(place[split.end() :])
    # `Kyllburg, Rheinland-Pfalz (Eifelkreis Bitburg-Prüm)` has three lines, `Jessen (Elster) Holzdorf` has one.
    listed = place.replace("(", ",") if place.endswith(")") and "," in place.partition("(")[0] else place
    lines = tuple(line.strip(" )") for line in LINES.split(listed)) if listed.count(",") > 1 and not part else ()
    return Evidence(
        query,
        place=place,
        folded=folded,
        head=head,
        tail=tail,
        has_part=bool(part),
        in_brackets=split[0] in "([",
        lines=lines,
    )


def _decoded(text: str) -> str:
    """A text in UTF-8 that was read as if it were cp1252; as it is, if it was not."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
