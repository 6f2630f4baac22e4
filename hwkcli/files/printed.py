"""What number a source prints: `20.498`, `1 276`, `16,4 Mrd.`, `13.3 billion euros`, `rund 19.000`, `fast 86`.

A dot and a comma part thousands in one language and decimal places in the other, so that a text may mean two numbers.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_SIGN = "[.,'’ \u00a0\u2009\u202f]"
_NUMBER = re.compile(f"[0-9]+(?:{_SIGN}[0-9]+)*")
_GROUPED = re.compile(f"([0-9]{{1,3}})((?P<sign>{_SIGN})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)(?:([.,])([0-9]+))?")
_DECIMAL = re.compile("([0-9]+)(?:[.,]([0-9]+))?")
_SCALES = (
    (3, r"tsd\b|tausend|thousand|teur\b|t€"),
    (6, r"mio\b|mill\b|million|m\b"),
    (9, r"mrd\b|milliard|billion(?!en)|bn\b"),
)
_SCALE = re.compile("|".join(f"(?P<e{power}>{words})" for power, words in _SCALES), re.IGNORECASE)
_UP_TO_TWELVE = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "kein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "zero one two three four five six seven eight nine ten eleven twelve",
)
_WORDS = {word: number for words in _UP_TO_TWELVE for number, word in enumerate(words.split())}
_ABOUT = re.compile(
    r"\b(?:rund|rd|circa|ca|etwa|ungefähr|annähernd|knapp|gut|fast|über|mehr als|mindestens|höchstens|weniger als|"
    r"around|about|approximately|approx|nearly|almost|over|more than|at least|less than|some)\b|[~≈]",
    re.IGNORECASE,
)


class Printed(NamedTuple):
    """A number that a text can mean."""

    value: Decimal
    step: Decimal
    """What it is a whole multiple of, as far as its last digit that is not a zero tells: to this step it may be
    rounded."""


def numbers(text: str) -> tuple[Printed, ...]:
    """All numbers that a text can mean, in figures or as a word up to twelve; none if there is no number in it.

    >>> [str(one.value) for one in numbers("16,4 Mrd.")], [str(one.value) for one in numbers("11,378")]
    (['16400000000'], ['11378', '11.378'])
    >>> [str(one.step) for one in numbers("rund 19.000")][:1], numbers("viel")
    (['1000'], ())
    """
    found = []
    for match in _NUMBER.finditer(text):
        scale = _SCALE.match(text[match.end() :].lstrip(" -\u00a0\u2009\u202f"))
        power = int(scale.lastgroup[1:]) if scale and scale.lastgroup else 0
        for whole, places in _readings(match[0]):
            found.append(_printed(whole, places, power))
    said = (word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in _WORDS)
    found += [Printed(Decimal(_WORDS[word]), Decimal(1)) for word in said]
    return tuple(dict.fromkeys(found))


def _readings(text: str) -> list[tuple[str, str]]:
    """The digits before and behind the decimal sign, in each way in which a number in figures can be read."""
    grouped, decimal = _GROUPED.fullmatch(text), _DECIMAL.fullmatch(text)
    readings = []
    if grouped and grouped[4] != grouped["sign"]:
        readings.append((re.sub("[^0-9]", "", grouped[1] + grouped[2]), grouped[5] or ""))
    if decimal:
        readings.append((decimal[1], decimal[2] or ""))
    # `am 31 12` is not 3112.
    return readings or [(part, "") for part in re.findall("[0-9]+", text)]


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
    return _ABOUT.search(text) is not None


def agrees(text: str, value: float, rounded: bool) -> bool:
    """Whether a text can mean a value: exactly or, if the text is rounded, as one that rounds to the number printed.

    >>> agrees("16,4 Mrd.", 16_400_000_000, True), agrees("16,4 Mrd.", 16_000_000_000, True), agrees("30,4", 304, False)
    (True, False, False)
    """
    exact = Decimal(repr(value))
    return any(one.value == exact or (rounded and abs(one.value - exact) * 2 <= one.step) for one in numbers(text))
