"""What one text says of a place: postal codes wherever they stand, the place beside them, what it is a part of, and the
country behind it.

All patterns are bounded, and the texts are no longer than `keys.LONGEST`.
"""

import re
from collections.abc import Sequence
from functools import cache

from hwkcli.gazetteer.engine import postal_codes
from hwkcli.gazetteer.engine.keys import without_notes
from hwkcli.gazetteer.engine.lines import (
    LETTER,
    LINES,
    WAY,
    after_code,
    before_code,
    from_the_part,
    unnumbered,
    without_introduction,
    without_street,
)
from hwkcli.gazetteer.engine.said import Evidence
from hwkcli.naming.countries import ABROAD, GERMANY
from hwkcli.naming.fold import fold
from hwkcli.naming.misread import repaired

_PART = cache(
    lambda: re.compile(
        r"(?:\bO\.?\s?T\.?|\b(?:Ortst(?:eil|\.)|Stadtteil|Gemeindeteil|Ortschaft|Ortsgemeinde|Gemarkung|Gemkg\.?)"
        r"|(?<=[\w,]\s)(?:Stadtbezirk|Ortsbezirk|Stadtviertel|(?<!freier\s)(?<!gemfr\s)Bezirk))(?=[\s:])",
        re.IGNORECASE,
    )
)
"""The words before the name of a part of a municipality."""
_SEPARATOR = re.compile(r"[,;([|/&+\n]|\s[-–—]\s|\sund\s")
"""What parts a place from what it lies in, or from another place."""
_FORMER = cache(
    lambda: re.compile(
        r"\s?\((?:ehem(?:als|alige[rs]?)?|früher|vormals)\.?(?:\s(?:Gemeinde|Stadt|(?:Land)?kreis))?\)\Z", re.IGNORECASE
    )
)
"""What says that a place is of before."""
_LAST_BRACKET = cache(lambda: re.compile(r"(?<=\))\s?\((?=[^()]{1,40}\)\Z)"))
"""What parts a name that has brackets itself from others behind it (`Rotenburg (Wümme) (ROW)`)."""
LAST_OF_COUNTRIES = frozenset(name.rpartition(" ")[2] for name in (*GERMANY, *ABROAD))
"""The last words of their names."""
_JOINED = cache(lambda: re.compile(r"[\s,]+(?:und|oder|sowie|u\.|bzw\.)\s*\Z"))
"""What stands between two addresses."""
_SHORTEST_COUNTRY = 3
"""The name of a country is longer where nothing but a blank or a slash parts it from the place."""


def read(query: str, text: str) -> Evidence:
    """What a text says that is more than digits: postal codes wherever they stand, and the place beside them."""
    text = from_the_part(without_introduction(text))
    if not text.isascii():
        text = repaired(text)
    has_digits = any(char.isdigit() for char in text)
    if has_digits:
        text = postal_codes.without_gap(text)
    if not text.isalpha():
        text, is_abroad = _without_country(text)
        if is_abroad or (has_digits and postal_codes.is_abroad(text)):
            return Evidence(query, code_sense="abroad")
    found = postal_codes.anywhere(text) if has_digits else []
    if not found and has_digits and (old := postal_codes.old(text)):
        return of_name(query, after_code(text[old.end() :]))._replace(code_sense="old")
    if has_digits and not found and (short := postal_codes.short(text)):
        named = of_name(query, after_code(text[short.end() :]))
        if postal_codes.is_old_district(text[short.end() :]):
            return named._replace(code_sense="old")
        return named._replace(codes=(f"0{short[1]}",), code_sense="restored")
    if not found:
        return _without(query, text, without_street(text) if has_digits or LINES.search(text) else text)
    codes = tuple(dict.fromkeys(one[1] for one in found))
    if len(found) > 1 and (towns := _several_towns(text, found)):
        return of_name(query, towns)._replace(codes=codes, code_sense="code")
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


def _several_towns(text: str, codes: Sequence[re.Match[str]]) -> str:
    """The places behind the postal codes of a text, where these are different ones (`44139 Dortmund, 59174 Kamen`);
    empty if they are not."""
    ends = (*(code.start() for code in codes[1:]), len(text))
    behind = (after_code(text[code.end() : end]) for code, end in zip(codes, ends, strict=True))
    # `44135 bis 44388 Dortmund` names one.
    names = [place for one in behind if (place := _JOINED().sub("", one).strip(" ,;|/&+–-("))[:1].isupper()]
    first = {fold(name).partition(" ")[0] for name in names}
    return " und ".join(names) if len(first) > 1 else ""


def _without_country(text: str) -> tuple[str, bool]:
    """A text without the country at its end, and whether that is another one than Germany."""
    bare = text.rstrip(" .,;|/)]")
    last = bare.rpartition(" ")[2]
    if last.isalpha() and last.casefold() not in LAST_OF_COUNTRIES:
        # Few texts end in a country.
        return text, False
    at = max(map(bare.rfind, ",;|/(\n["))
    word = fold(bare[at + 1 :]) if at >= 0 else ""
    if word in GERMANY and (len(word) > _SHORTEST_COUNTRY or bare[at] != "/"):
        return bare[:at].rstrip(" ,;|/(["), False
    if word in ABROAD and bare[at] != "/":
        return text, True
    head, blank, last = bare.rpartition(" ")
    if blank and (last == "DE" or (len(last) > _SHORTEST_COUNTRY and fold(last) in GERMANY)):
        return head.rstrip(" ,;|/(–-"), False
    return text, False


def _without(query: str, text: str, place: str) -> Evidence:
    """What the place in a text says; all of the text is kept beside it where that is more."""
    named = of_name(query, place)
    full = fold(text) if len(text) > len(place) else ""
    return named._replace(full=full) if full not in ("", named.folded) else named


def of_name(query: str, place: str) -> Evidence:
    """What a name says, with what parts it; marks of notes behind it are left out."""
    named = place if place[-1:].isalpha() else without_notes(place)
    if named.endswith(")"):
        named = _FORMER().sub("", named)
    place = named.strip(" ,;-–*([")
    part = None if place.isalpha() else _PART().search(place)
    if part and not place[: part.start()].strip(" ,(/-"):
        # `OT Fließem` alone: nothing is said of what it lies in.
        place, part = place[part.end() :].strip(" :"), None
    if part:
        head, tail = place[: part.start()], place[part.end() :]
        place = f"{head.strip(' ,(/-')}, {tail.strip(' :)')}"
    last = _LAST_BRACKET().search(place) if place.endswith(")") else None
    split = last or _SEPARATOR.search(place)
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
        in_brackets=split[0].strip(" ") in "([",
        lines=lines,
    )
