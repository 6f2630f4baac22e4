"""What a user may choose about a picture, and how it is written."""

import re
from pathlib import Path
from typing import Literal, NamedTuple

from hwkcli.errors import BadSetting, Message, alternatives
from hwkcli.naming.fold import fold
from hwkcli.output.matplotlib import DOTS_PER_INCH, FORMATS

Labelled = Literal["first", "last", "highest", "lowest", "all", "none"]
_LABELLED: dict[str, Labelled] = {
    **dict.fromkeys(("first", "erster", "erste", "erstes"), "first"),
    **dict.fromkeys(("last", "letzter", "letzte", "letztes"), "last"),
    **dict.fromkeys(
        ("highest", "max", "hochster", "hochste", "hoechster", "hoechste", "höchster", "höchste"), "highest"
    ),
    **dict.fromkeys(("lowest", "min", "niedrigster", "niedrigste", "tiefster"), "lowest"),
    **dict.fromkeys(("all", "alle"), "all"),
    **dict.fromkeys(("none", "keine", "keiner"), "none"),
}
_INCHES = {"": 1 / 2.54, "cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0, "px": 1 / DOTS_PER_INCH}
_SMALLEST_CM, _LARGEST_CM = 4, 60


class Settings(NamedTuple):
    """What is to be drawn where, and how."""

    file: Path
    size: tuple[float, float] | None = None
    """Width and height in inches; None for the usual width, and the height that the picture needs."""
    title: str | None = None
    """A title other than that of the figures."""
    values: frozenset[Labelled] = frozenset({"last"})
    """The points that have their value beside them."""
    axis_from: float | None = 0
    """Where the axis of values begins; None for a round number just below the smallest."""
    all_sources: bool = False
    """Whether all sources are written below, with their addresses, instead of their names alone."""

    @property
    def format(self) -> str:
        """The format of the file's ending."""
        return self.file.suffix.lower().lstrip(".")

    def check(self) -> None:
        """Raises BadSetting for a file whose ending is none of a picture."""
        if self.format not in FORMATS:
            unknown = "{file}: a picture is {endings}; give the file such an ending"
            raise BadSetting(unknown, file=self.file, endings=alternatives([f".{form}" for form in FORMATS]))


class Picture(NamedTuple):
    """A picture as it is written to a file."""

    content: bytes
    unlabelled: int
    """How many values should stand beside their points, but have no room."""


def size(text: str) -> tuple[float, float]:
    """Width and height in inches, of a text in cm or another unit: `16x9`, `16,5 × 9 cm`, `160x90mm`, `1200x800px`.

    Raises ValueError for anything else, and for what is too small or too large for a picture.

    >>> size("25,4x12.7 cm"), size("254x127mm")
    ((10.0, 5.0), (10.0, 5.0))
    """
    match = re.fullmatch(
        r"([0-9]{1,5}(?:[.,][0-9]{1,3})?) ?[x×*] ?([0-9]{1,5}(?:[.,][0-9]{1,3})?) ?(cm|mm|in|px)?", text.strip().lower()
    )
    if match is None:
        raise ValueError(Message("give width and height in cm: 16x9; or with a unit: 160x90mm, 6x4in, 1200x800px"))
    scale = _INCHES[match[3] or ""]
    width, height = (round(float(side.replace(",", ".")) * scale, 6) for side in match.group(1, 2))
    if not all(_SMALLEST_CM <= 2.54 * side <= _LARGEST_CM for side in (width, height)):
        limits = "a picture is {smallest} to {largest} cm wide and high"
        raise ValueError(Message(limits, smallest=_SMALLEST_CM, largest=_LARGEST_CM))
    return width, height


def labelled(text: str) -> frozenset[Labelled]:
    """The points that shall have their value beside them: one or more words, with commas between.

    Raises ValueError for an unknown word.
    """
    words = [fold(word) for word in text.split(",") if word.strip()]
    if not words or any(word not in _LABELLED for word in words):
        raise ValueError(Message("give one or more of all, first, last, highest, lowest, none, with commas between"))
    return frozenset(_LABELLED[word] for word in words)


def axis_from(text: str) -> float | None:
    """Where the axis of values begins: a number, in German or English form, or None for `auto`.

    Raises ValueError for anything else.

    >>> axis_from("18.000"), axis_from("12,5"), axis_from("auto")
    (18000.0, 12.5, None)
    """
    if fold(text) in ("auto", "automatisch"):
        return None
    plain = text.strip().replace(" ", "")
    if re.fullmatch("[0-9]{1,3}([.,][0-9]{3})+", plain):
        plain = re.sub("[.,]", "", plain)
    if not re.fullmatch("[0-9]{1,16}([.,][0-9]+)?", plain):
        raise ValueError(Message("give a number, or auto for one just below the smallest value"))
    return float(plain.replace(",", "."))
