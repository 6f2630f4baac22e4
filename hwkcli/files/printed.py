"""What number a source prints: `20.498`, `1 276`, `16,4 Mrd.`, `13.3 billion euros`, `rund 19.000`, `fast 86`.

A dot and a comma part thousands in one language and decimal places in the other, so that a text may mean two numbers.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_SIGN = "[.,'’ \u00a0\u2009\u202f]"
_NUMBER = re.compile(f"([0-9]+(?:{_SIGN}[0-9]+)*)[^\\w/]*([^\\W\\d_]*)")
"""A number in figures, and the word behind it."""
_GROUPED = re.compile(f"([0-9]{{1,3}})((?P<sign>{_SIGN})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)(?:([.,])([0-9]+))?")
_DECIMAL = re.compile("([0-9]+)(?:[.,]([0-9]+))?")
_WORD = re.compile(r"[^\W\d_]+")
_SCALES = {
    **dict.fromkeys(("tsd", "tausend", "thousand", "teur", "t"), 3),
    **dict.fromkeys(("mio", "mill", "million", "millionen", "m"), 6),
    **dict.fromkeys(("mrd", "milliarde", "milliarden", "billion", "billions", "bn"), 9),
}
_UP_TO_TWELVE = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "kein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "zero one two three four five six seven eight nine ten eleven twelve",
)
_NUMERALS = {word: number for words in _UP_TO_TWELVE for number, word in enumerate(words.split())}
_SAID_ABOUT = (
    "rund rd circa ca etwa ungefähr annähernd knapp gut fast über mehr mindestens höchstens weniger",
    "around about approximately approx nearly almost over more less least some",
)
_ABOUT = {word for words in _SAID_ABOUT for word in words.split()}
_LONGEST = 40


class Printed(NamedTuple):
    """A number that a text can mean."""

    value: Decimal
    step: Decimal
    """The value of its last digit that is not a zero; to this step it may be rounded."""


def numbers(text: str) -> tuple[Printed, ...]:
    """All numbers that a text can mean, in figures or as a word up to twelve; none if there is no number in it.

    >>> [str(one.value) for one in numbers("16,4 Mrd.")], [str(one.value) for one in numbers("11,378")]
    (['16400000000'], ['11378', '11.378'])
    >>> [str(one.step) for one in numbers("rund 19.000")][:1], numbers("viel")
    (['1000'], ())
    """
    found = [
        _printed(whole, places, _SCALES.get(word.casefold(), 0))
        for figures, word in _NUMBER.findall(text)
        if len(figures) <= _LONGEST
        for whole, places in _readings(figures)
    ]
    said = (_NUMERALS[word] for word in _WORD.findall(text.casefold()) if word in _NUMERALS)
    found += [Printed(Decimal(number), Decimal(1)) for number in said]
    return tuple(dict.fromkeys(found))


def _readings(figures: str) -> list[tuple[str, str]]:
    """The digits before and behind the decimal sign, in each way in which a number in figures can be read."""
    grouped, decimal = _GROUPED.fullmatch(figures), _DECIMAL.fullmatch(figures)
    readings = []
    if grouped and grouped[4] != grouped["sign"]:
        readings.append((re.sub("[^0-9]", "", grouped[1] + grouped[2]), grouped[5] or ""))
    if decimal:
        readings.append((decimal[1], decimal[2] or ""))
    # `31.12. 1640` is not one number.
    return readings or [(part, "") for part in re.findall("[0-9]+", figures)]


def _printed(whole: str, places: str, power: int) -> Printed:
    zeros = 0 if places else len(whole) - len(whole.rstrip("0"))
    exponent = power - len(places) + (zeros if zeros < len(whole) else 0)
    value = Decimal(whole + places).scaleb(power - len(places))
    return Printed(_plain(value), _plain(Decimal(1).scaleb(exponent)))


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent: 16400000000 and not 1.64E+10."""
    return Decimal(format(value, "f"))


def about(text: str) -> bool:
    """Whether a text says itself that its number is not to the last digit.

    >>> about("rund 19.000"), about("exakt 3 000")
    (True, False)
    """
    return bool(_ABOUT & set(_WORD.findall(text.casefold()))) or "~" in text or "≈" in text


def agrees(text: str, value: float, rounded: bool) -> bool:
    """Whether a text can mean a value: exactly or, if the text is rounded, as one that rounds to the number printed.

    >>> agrees("16,4 Mrd.", 16_400_000_000, True), agrees("16,4 Mrd.", 16_000_000_000, True), agrees("30,4", 304, False)
    (True, False, False)
    """
    exact = Decimal(repr(value))
    return any(one.value == exact or (rounded and abs(one.value - exact) * 2 <= one.step) for one in numbers(text))
