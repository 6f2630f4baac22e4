"""Answers in German or in English: the language to use, the words, numbers and dates in it."""

import re
from collections.abc import Mapping
from typing import Literal

from hwkcli.errors import BadSetting, Message, Named, Time, quoted
from hwkcli.model import MONTHS, Figure, Text
from hwkcli.words import VOCABULARIES, WORDS

Language = Literal["de", "en"]

_PARTS_OF_YEARS = {
    "H1": Text("1. Halbjahr", "first half of"),
    "H2": Text("2. Halbjahr", "second half of"),
    "Q1": Text("1. Quartal", "first quarter of"),
    "Q2": Text("2. Quartal", "second quarter of"),
    "Q3": Text("3. Quartal", "third quarter of"),
    "Q4": Text("4. Quartal", "fourth quarter of"),
    "spring": Text("Frühjahr", "spring"),
    "autumn": Text("Herbst", "autumn"),
}

_WINDS = {"N": "N", "NE": "NO", "E": "O", "SE": "SO", "S": "S", "SW": "SW", "W": "W", "NW": "NW"}


def wind(direction: str, lang: Language) -> str:
    """A direction (`N`, `NE` ...) as the language has it; empty for none."""
    return _WINDS[direction] if direction and lang == "de" else direction


def language(option: str | None, environ: Mapping[str, str]) -> Language:
    """The language of an answer for reading: the option, else HWK_LANG, else the locale's, else English.

    Raises BadSetting if HWK_LANG is neither `de` nor `en`.
    """
    named = option or environ.get("HWK_LANG")
    if named and named not in ("de", "en"):
        raise BadSetting("HWK_LANG is {value}; set it to de or en", value=quoted(named))
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "de" if (named or locale or "en").lower().startswith("de") else "en"


def pick(text: Text, lang: Language) -> str:
    """A text in a language."""
    return text.de if lang == "de" else text.en


def translated(said: str | Text, lang: Language) -> str:
    """A message or a help text in a language. What the catalogue does not have comes in English, and so does what is no
    `Message` but a text with values in it already; a `Text` has both.

    >>> translated(Message("{said}; did you mean {names}?", said="no place 'Kamenn'", names="Kamen"), "de")
    "no place 'Kamenn'; meinten Sie Kamen?"
    >>> translated(Message("nobody has translated {this}", this=1), "de")
    'nobody has translated 1'
    """
    if isinstance(said, Text):
        return pick(said, lang)
    if lang == "en":
        return str(said)
    from hwkcli.german import CATALOGUE

    if not isinstance(said, Message) or not said.values:
        return CATALOGUE.get(said, said)
    values = {name: _german(value) for name, value in said.values.items()}
    return CATALOGUE.get(said.template, said.template).format_map(values)


def _german(value: object) -> object:
    """A value of a message as it stands in a German sentence."""
    if isinstance(value, Message):
        return translated(value, "de")
    if isinstance(value, Time):
        return date(value, "de")
    if isinstance(value, Named):
        return value.german
    return _Whole(value) if isinstance(value, int) else _Decimal(value) if isinstance(value, float) else value


class _Whole(int):
    """A number that is written with points between its thousands, where a message asks for separators (`{rows:,}`)."""

    def __format__(self, form: str) -> str:
        written = super().__format__(form)
        return written.translate(_SEPARATORS) if form == "," else written


class _Decimal(float):
    """A number that is written with a decimal comma, where a message asks for separators (`{km:,}`)."""

    def __format__(self, form: str) -> str:
        written = super().__format__(form)
        return written.translate(_SEPARATORS) if form == "," else written


_SEPARATORS = str.maketrans(",.", ".,")


def word(key: str, lang: Language) -> str:
    """The heading or name of a field, a kind or a way of matching. Raises KeyError for a key without words."""
    return pick(WORDS[key], lang)


def term(vocabulary: object, value: str, lang: Language) -> str:
    """What a word of a vocabulary is called. Raises KeyError for a word that is not in it.

    >>> from hwkcli.model import ContactKind, Unit
    >>> term(Unit, "EUR", "de"), term(ContactKind, "site", "en")
    ('Euro', 'site')
    """
    return word(VOCABULARIES[vocabulary] + value.lower(), lang)


def names(code: str) -> tuple[str, ...]:
    """All names of a code of a vocabulary: one and many, in both languages.

    >>> names("municipality")
    ('Gemeinde', 'municipality', 'Gemeinden', 'municipalities')
    """
    forms = (WORDS[key] for key in (code, f"{code}_one", f"{code}_many") if key in WORDS)
    return tuple(dict.fromkeys(name for text in forms for name in text))


def number(value: float | None, lang: Language, places: int = 0) -> str:
    """A number with separators, to so many places; empty if it is unknown.

    >>> number(20498, "de"), number(20498, "en"), number(6.6357, "de", 2)
    ('20.498', '20,498', '6,64')
    """
    if value is None:
        return ""
    written = f"{value:,.{places}f}"
    return written.translate(_SEPARATORS) if lang == "de" else written


def share(part: float, lang: Language) -> str:
    """A share in per cent: never 0 or 100 that is not.

    >>> share(0.63123, "de"), share(0.99996, "en"), share(0.00002, "de"), share(1, "de")
    ('63,1 %', 'over 99.9%', 'unter 0,1 %', '100 %')
    """
    sign = {"de": " %", "en": "%"}[lang]
    if 0 < part < 0.0005:
        return f"{word('under', lang)} {number(0.1, lang, 1)}{sign}"
    if 0.9995 <= part < 1:
        return f"{word('over', lang)} {number(99.9, lang, 1)}{sign}"
    return number(100 * part, lang, 0 if part in (0, 1) else 1) + sign


def euros(value: float, lang: Language) -> str:
    """An amount in euros, in milliards or millions where that loses nothing.

    >>> euros(16_400_000_000, "de"), euros(16_400_000_000, "en"), euros(121_000, "en")
    ('16,4 Mrd. €', '€16.4 bn', '€121,000')
    """
    amount, scale = number(value, lang, 0 if value == int(value) else 2), ""
    for power, de, en in ((9, " Mrd.", " bn"), (6, " Mio.", " m")):
        shown = f"{value / 10**power:.12g}"
        if value >= 10**power and len(shown) < 8:
            places = len(shown.partition(".")[2])
            amount, scale = number(value / 10**power, lang, places), de if lang == "de" else en
            break
    return f"{amount}{scale} €" if lang == "de" else f"€{amount}{scale}"


def value(figure: Figure, lang: Language) -> str:
    """A figure's value: an amount with its currency, any other number to two places if it is not whole."""
    if figure.unit == "EUR":
        return euros(figure.value, lang)
    percent = {"de": " %", "en": "%"}[lang] if figure.unit == "percent" else ""
    places = 0 if figure.value == int(figure.value) else 1 if percent else 2
    return number(figure.value, lang, places) + percent


def change(value: float | None, unit: str, lang: Language, rounded: bool = False) -> str:
    """A difference with its sign; about so much if it follows from rounded figures; in points for per cent.

    The unit `change_percent` is for differences that are given in per cent themselves: they have one place.

    >>> change(113, "businesses", "de"), change(7000, "persons", "en", rounded=True), change(-2, "percent", "de")
    ('+113', 'about +7,000', '-2 Prozentpunkte')
    """
    if value is None:
        return ""
    places = 0 if rounded or (value == int(value) and unit != "change_percent") else 1
    shown = euros(abs(value), lang) if unit == "EUR" else number(abs(value), lang, places)
    sign = "+" if value > 0 else "-" if value < 0 else "±"
    points = {"percent": Text(" Prozentpunkte", " points"), "index": Text(" Punkte", " points")}.get(unit, Text("", ""))
    about = pick(Text("rd. ", "about "), lang) if rounded else ""
    return f"{about}{sign}{shown}{pick(points, lang)}"


_ISO = r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b"


def dated(text: Text, lang: Language) -> str:
    """A text in which dates may stand in ISO form, with the dates as the language writes them.

    >>> dated(Text("2026-03", "2026-03"), "de"), dated(Text("Abruf 2026-11-22", "retrieved 2026-11-22"), "en")
    ('März 2026', 'retrieved 22 November 2026')
    """
    return re.sub(_ISO, lambda found: date(found[0], lang), pick(text, lang))


def date(iso: str | None, lang: Language) -> str:
    """A time as precise as it is given; empty if it is unknown.

    >>> date("2024-01", "de"), date("2022-05-15", "de"), date("2022-05-15", "en")
    ('Januar 2024', '15.05.2022', '15 May 2022')
    >>> date("2019-H1", "de"), date("2007-spring", "en"), date("2025-01/2025-10", "de")
    ('1. Halbjahr 2019', 'spring 2007', 'Januar 2025 bis Oktober 2025')
    """
    if iso is None:
        return ""
    if "/" in iso:
        first, _, last = iso.partition("/")
        return f"{date(first, lang)} {pick(Text('bis', 'to'), lang)} {date(last, lang)}"
    part = _PARTS_OF_YEARS.get(iso[5:])
    if part is not None:
        return f"{pick(part, lang)} {iso[:4]}"
    year, month, day, *_ = [*iso.split("-"), "", ""]
    if day and lang == "de":
        return f"{day}.{month}.{year}"
    name = pick(MONTHS[int(month) - 1], lang) if month else ""
    return " ".join(filter(None, (str(int(day)) if day else "", name, year)))
