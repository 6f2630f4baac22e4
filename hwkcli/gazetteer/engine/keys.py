"""Keys as people and tables write them: AGS, ARS, the keys of Kreise and Länder."""

import re
from collections.abc import Sequence
from functools import cache

LONGEST = 400
"""A text with more characters, runs of blanks counted once, is none of an address."""

KREIS = 5
"""So many digits has the key of a Kreis."""

_NUMBER = re.compile(r"([0-9]+)(?:[.,]0+)?")
_NAMED = cache(
    lambda: re.compile(
        r"(?:(?:(?:Land|Stadt)?kreis|kreisfreie Stadt|Stadt|Gemeinde|Region)\s)?"
        r"([0-9]{12}|[0-9]{8}|[0-9]{5}|[0-9]{2})[\s:,;/–-]+(?=[^\W\d_])",
        re.IGNORECASE,
    )
)
"""A key with its name behind it (`05978 Unna`, `Kreis 05978 Unna`), as agencies write them in one cell."""
_BEHIND_COUNTRY = cache(lambda: re.compile("DE[_-]?(?:[0-9]{12}|[0-9]{8}|[0-9]{5})"))
"""A key with the country before it (`DE_05978020`), and no NUTS code."""
_PARTED = re.compile(r"[0-9]{2}([./-])(?:[0-9]\1[0-9]{2}|[0-9]{3})(?:\1[0-9]{3})?")
_KEY_LENGTHS = (2, 5, 8, 12)
_LAENDER = frozenset(f"{number:02}" for number in range(1, 17))
_NOTES = cache(
    lambda: re.compile(
        r"(?:(?<=[^\W\d_])|(?<=\)))(?:\s?\[(?:(?:[Ff][Nn]|[Aa]nm\.?|A)\s?)?[0-9a-z]{1,2}\]|[¹²³⁰⁴-⁹]{1,2}⁾?|\s?[0-9]{1,2}\)|\*[0-9]){1,3}\Z"
    )
)
_MARKUP = re.compile("&(?:[A-Za-z]{2,6}|#[0-9]{2,5});")
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF])


def clean(text: str) -> str:
    """A text with one blank for each run of them, without invisible characters and the marks of spreadsheets and web
    pages; empty if it is too long to be of an address.

    >>> clean("'01067"), clean('="01067"'), clean("K&ouml;ln&nbsp;&amp; Bonn")
    ('01067', '01067', 'Köln & Bonn')
    """
    if text.isascii():
        if text.isalnum():
            # Most texts are one plain word.
            return text if len(text) <= LONGEST else ""
    else:
        text = text.translate(_INVISIBLE)
    if "&" in text and ";" in text:
        # A web page has left its marks (`K&ouml;ln`).
        from html import unescape

        text = _MARKUP.sub(lambda mark: unescape(mark[0]), text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    text = "\n".join(line for line in lines if line)
    if len(text) > LONGEST:
        return ""
    if text[:1] in "='\"`" or text[-1:] in "'\"`":
        text = text.removeprefix("=").strip("'\"`")
    return text.strip()


def without_notes(name: str) -> str:
    """A name without the marks of notes behind it, as statistics and Wikipedia have them.

    >>> without_notes("Hannover, Region[FN 1]"), without_notes("Kamen¹"), without_notes("Unna 2)")
    ('Hannover, Region', 'Kamen', 'Unna')
    """
    if name[-1:].isalpha() or (name[-1:] == ")" and name.count("(") >= name.count(")")):
        return name
    return _NOTES().sub("", name)


def unparted(text: str) -> str:
    """The key of a municipality or a Kreis that is written with signs between its parts, without them; empty if a text
    is none.

    >>> unparted("05.978.020"), unparted("05-9-78-020"), unparted("05.978"), unparted("05978020")
    ('05978020', '05978020', '05978', '')
    """
    return re.sub(r"\D", "", text) if text[2:3] in ".-/" and _PARTED.fullmatch(text.strip()) else ""


def key_of(cell: str) -> str:
    """The digits of a key, with the zero that a spreadsheet took; a name may stand behind it. Empty if it is
    no key.

    >>> key_of("5978.0"), key_of("05978020 Kamen, Stadt"), key_of("Kreis 05978 Unna"), key_of("Kamen")
    ('05978', '05978020', '05978', '')
    >>> key_of("DE05978"), key_of("DE_05978020"), key_of("DE11"), key_of("DE711")
    ('05978', '05978020', '', '')
    >>> key_of("105978000"), key_of("059780020"), key_of("160615001"), key_of("110000000")
    ('05978000', '05978', '16061', '11')
    """
    if len(cell) == 8 and cell.isascii() and cell.isdecimal() and cell[2:] > "000000":
        # Most keys are those of municipalities, as they are.
        return cell
    digits = cell
    if not (cell.isascii() and cell.isdecimal()) or len(cell) > LONGEST:
        text = clean(cell)
        text = text[2:].lstrip("_-") if text[:2] == "DE" and _BEHIND_COUNTRY().fullmatch(text) else text
        match = _NAMED().match(text) or _NUMBER.fullmatch(re.sub(r"[\s'\"\[\]]", "", text))
        digits = match[1] if match else ""
    if len(digits) == 9 and digits[0] in "18" and digits[1:3] in _LAENDER and digits.rstrip("0") != "11":
        # The warning regions of the Deutscher Wetterdienst: 1 and a Kreis, 8 and a municipality.
        digits = digits[1:]
    elif len(digits) == 9 and digits[:2] in _LAENDER:
        # That of a Verband of municipalities: its Kreis.
        digits = digits[:KREIS]
    if len(digits) + 1 in _KEY_LENGTHS:
        digits = f"0{digits}"
    if len(digits) not in _KEY_LENGTHS or not digits.strip("0"):
        return ""
    if len(digits) > 2 and not digits[2:].strip("0"):
        return digits[:2]
    # A Kreis filled up with zeros to the length of an ARS; eight digits may also be the AGS of a kreisfreie Stadt.
    return digits[:5] if len(digits) == 12 and not digits[5:].strip("0") else digits


def joined(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The key whose parts stand in several cells: Land, Regierungsbezirk, Kreis, Verband, Gemeinde, with the zeros that
    a spreadsheet took. Of a Verband it is that of its Kreis, of a Regierungsbezirk that of its Land; empty if there is
    none.

    >>> joined(("5", "9", "78", "20"), (2, 1, 2, 3)), joined(("05", "978", ""), (2, 3, 3))
    ('05978020', '05978')
    """
    key = ""
    for cell, width in zip(cells, widths, strict=True):
        match = _NUMBER.fullmatch(clean(cell))
        if not match or len(match[1]) > width:
            if clean(cell):
                return ""
            break
        key += match[1].zfill(width)
    # The digits of a Verband say nothing beside those of the municipality, and may be of before.
    key = key[:KREIS] + key[9:] if len(key) in (9, 12) else key
    return next((key[:length] for length in (8, KREIS, 2) if len(key) >= length), "")


def behind_key(cell: str) -> str:
    """The name that stands behind a key in a cell; empty if there is none.

    >>> behind_key("05978020 Kamen, Stadt"), behind_key("05978020")
    ('Kamen, Stadt', '')
    """
    text = clean(cell)
    match = None if text.isdecimal() else _NAMED().match(text)
    return text[match.end() :] if match else ""
