"""How finely a source prints a rounded figure, which is how finely anything may be computed from it."""

import re

_POWERS = (
    ("Mrd|Milliarde|\\bbillion\\b|\\bbn\\b", 9),
    ("Mio|Million|million", 6),
    ("Tsd|[Tt]ausend|thousand", 3),
    ("Billion", 12),
)
"""The powers of ten that words stand for. A German `Billion` is an English `trillion`."""

_HIGHEST_POWER = 300
"""Beyond it a float has no room."""


def significant_digits(printed: str) -> int:
    """How many digits of a rounded printed value are significant: `16,4 Mrd.` has three, `rund 19.000` two.

    Zeros at the end of a whole number are not, those behind a decimal comma are. At least one is.
    """
    whole, places = _digits(printed)
    return max(1, len((whole.rstrip("0") if not places else whole + places).lstrip("0")))


def fineness(printed: str) -> float:
    """The step to which a rounded printed value is rounded: `16,4 Mrd.` to 100,000,000, `rund 19.000` to 1000."""
    whole, places = _digits(printed)
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    power = -len(places) if places else zeros
    power += next((zeros for words, zeros in _POWERS if re.search(words, printed)), 0)
    return float(10.0 ** min(power, _HIGHEST_POWER))


def to_digits(value: float, digits: int) -> float:
    """A number rounded to so many significant digits."""
    return float(f"{value:.{min(digits, 17)}g}")


def _digits(printed: str) -> tuple[str, str]:
    """The digits before and behind the decimal sign; one or two digits behind a comma or a dot are decimal places."""
    match = re.search("[0-9][0-9., ]*", printed)
    if match is None:
        return "", ""
    number = match[0].rstrip("., ")
    whole, sign, places = number.rpartition("," if number.rfind(",") > number.rfind(".") else ".")
    if not sign or not 1 <= len(places) <= 2 or not places.isdigit():
        whole, places = number, ""
    return re.sub("[^0-9]", "", whole), places
