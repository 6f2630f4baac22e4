"""The lines of an address: which of them are streets, and which say where the place is."""

import re
from functools import cache

from hwkcli.naming.countries import GERMANY
from hwkcli.naming.fold import fold

LINES = re.compile(r"[,;\n|]")
"""What stands between the lines, where they stand in one."""
_INTRODUCED = (
    *("in ", "im ", "aus ", "aus dem ", "aus der ", "wo liegt ", "Wo liegt "),
    *("Sitz ", "Sitz in ", "mit Sitz in ", "wohnhaft in ", "Wohnort ", "Standort "),
    *("davon ", "davon: ", "darunter ", "darunter: ", "dav.: ", "dar.: "),
    *("Arbeitsort ", "Einsatzort ", "Dienstort ", "Firmensitz ", "Veranstaltungsort "),
)
"""What sentences and lists say before a place."""
_STEPS = re.compile("[>»,/|]")
_BEGINNINGS_OF_GERMANY = ("deu", "ger", "brd", "de-", "de ", "de,", "de/")
_MARK = cache(lambda: re.compile(r"\A(?:DE|Germany|Deutschland)\s?[-–/,\s]\s?(?=[^\W\d_])"))
"""The country before a Land or a place (`DE-NW`, ISO 3166-2)."""
LETTER = re.compile(r"[^\W\d_]")
_NUMBERED = r"[0-9]{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?[0-9]{1,4}\s?[a-zA-Z]?){0,3}"
_ENDS_IN_NUMBER = cache(lambda: re.compile(rf"\s{_NUMBERED}\.?\Z"))
_STREETS = r"str\.?|straße|strasse|allee|gasse|gässchen|chaussee|promenade"
_STREET = re.compile(rf"(?:{_STREETS})\Z", re.IGNORECASE)
"""A line that is a street."""
_TOWN_AT_STREET = cache(lambda: re.compile(r"\w{4,}\s(?:an\s|a\.\s?)(?:der\s|d\.\s?)\w*straße\Z", re.IGNORECASE))
"""A line that is a town (`Neustadt an der Weinstraße`)."""
WAY = re.compile(r"(?:weg|platz|ufer|ring|damm|stieg|steig|pfad|zeile|markt)\Z", re.IGNORECASE)
"""A line that may be a street, or a place: `Westring`, but `Ering`."""
_STREET_FIRST = cache(lambda: re.compile(rf"[^\d]*\D\s{_NUMBERED}\s+(?P<place>\D{{3,}})"))
_STREET_LAST = cache(
    lambda: re.compile(rf"(?P<place>\D+?)\s\S*(?:{_STREETS}|weg|platz|ring|damm|ufer)\s{_NUMBERED}", re.IGNORECASE)
)
_BOX = cache(
    lambda: re.compile(
        r"(?:Postfach|Postf\.|P\.?\s?O\.?\s?Box|Schließfach|(?:Gewerbe|Industrie)(?:gebiet|park)|c/o|z\.?\s?H(?:d|\b)"
        r"|[0-9]{1,2}\.\s?(?:OG|Stock|Etage)|EG|Hinterhaus|Gebäude|Haus\s[A-Z0-9]{1,2}\Z)\b",
        re.IGNORECASE,
    )
)
"""A line that is of a post-office box, a business park, a person or a floor."""


def parted(text: str) -> str:
    """A text whose lines are parted by two blanks or more, as programs for newsletters write addresses, with a comma
    between them; as it is, if its first line is no street.

    >>> parted("Weg 1  Kamen  NRW 59174  Germany"), parted("61348 Bad  Homburg")
    ('Weg 1, Kamen, NRW 59174, Germany', '61348 Bad  Homburg')
    """
    lines = [line.strip() for line in text.split("  ") if line.strip()]
    return ", ".join(lines) if len(lines) > 1 and _is_street(lines[0]) else text


def without_introduction(text: str) -> str:
    """A text without the words before a place that only say that it is one.

    >>> without_introduction("mit Sitz in Kamen"), without_introduction("in der Nähe")
    ('Kamen', 'in der Nähe')
    """
    if not text.startswith(_INTRODUCED):
        return text
    longest = max((words for words in _INTRODUCED if text.startswith(words)), key=len)
    rest = text[len(longest) :]
    return rest if rest[:1].isupper() or rest[:1].isdigit() else text


def from_the_part(text: str) -> str:
    """A text that leads from the whole to the part, as job boards write it, the other way round, and without Germany;
    any other as it is.

    >>> from_the_part("Deutschland, NRW, Kamen"), from_the_part("NRW > Kamen"), from_the_part("Germering, FFB")
    ('Kamen, NRW', 'Kamen, NRW', 'Germering, FFB')
    >>> from_the_part("DE-NW"), from_the_part("DE, NRW, Kamen")
    ('NW', 'Kamen, NRW')
    """
    # `Kamen <rathaus@kamen.de>` leads nowhere.
    has_arrow = (">" in text or "»" in text) and "<" not in text
    if not has_arrow and text[:3].casefold() not in _BEGINNINGS_OF_GERMANY:
        return text
    parts = [part.strip() for part in _STEPS.split(text) if part.strip()]
    if parts and fold(parts[0]) in GERMANY:
        return ", ".join(reversed(parts[1:])) or text
    return ", ".join(reversed(parts)) if has_arrow else _MARK().sub("", text)


def after_code(text: str) -> str:
    """The place behind a postal code, without streets that follow it and the number of an old postal district.

    >>> after_code(" Kamen, Hauptstr. 5"), after_code(" Dortmund 1")
    ('Kamen', 'Dortmund')
    """
    first, *others = LINES.split(text.lstrip(" \n,;|/*)]-–")) or [""]
    if _ends_like_street(_without_number(first)):
        first = ""
    lines = [_without_number(first), *(line for line in others if not _is_street(line) and not WAY.search(line))]
    return ", ".join(line.strip() for line in lines if line.strip())


def before_code(text: str) -> tuple[str, ...]:
    """The lines before a postal code that are no street, the place last (`Kamen, 59174`)."""
    lines = [line.strip(" ([-–") for line in LINES.split(text)]
    return tuple(line for line in lines if LETTER.search(line) and not _is_street(line))


def unnumbered(text: str) -> str:
    """The last line of a text, if it is a name without a number and no post-office box; empty if it is not."""
    (*_, line) = [line.strip(" ([-–*)/") for line in LINES.split(text.rstrip(" ,;|\n"))]
    is_name = LETTER.search(line) and not any(map(str.isdigit, line)) and not _BOX().match(line)
    return line if is_name else ""


def without_street(text: str) -> str:
    """A text without its lines that are a street, and without the street before or behind the place in one line."""
    lines = [line.strip() for line in LINES.split(text) if line.strip()]
    places = [line for line in lines if not _is_street(line)]
    if places and (len(places) < len(lines) or len(lines) > 1):
        return ", ".join(places)
    for form in (_STREET_FIRST(), _STREET_LAST()):
        if split := form.fullmatch(text):
            return split["place"]
    bare = _without_number(text)
    return "" if _ends_like_street(bare) else bare


def _without_number(line: str) -> str:
    """A line without the house number, or the number of an old postal district, at its end."""
    return _ENDS_IN_NUMBER().sub("", line.strip())


def _ends_like_street(line: str) -> bool:
    """Whether a line without its number ends in a word that only streets end in, and is no town that is called so."""
    return bool(_STREET.search(line)) and not _TOWN_AT_STREET().search(line)


def _is_street(line: str) -> bool:
    """Whether a line of an address is a street or a post-office box: it ends in a house number, or is one, or ends in a
    word that only streets end in."""
    line = line.strip()
    return bool(_BOX().match(line) or _ENDS_IN_NUMBER().search(f" {line}") or _ends_like_street(line))
