"""What the cells of a column are, going by what stands in them: codes, keys, places, Kreise, countries, addresses."""

import re
from collections.abc import Callable, Iterable

from hwkcli.matching.index import Index
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import KREIS_TITLES

GERMANY = frozenset(("d", "de", "deu", "ger", "brd", "deutschland", "germany", "bundesrepublik deutschland"))
"""What a column of countries says of Germany, folded."""
_LONGEST = 200
"""What is longer is no name and no code."""
_CODE = re.compile(r"\D{0,12}([0-9]{4,5})(?:[.,]0+)?(?![0-9])")
_WITHIN = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_KEY = re.compile(r"[\s'=\"]{0,4}([0-9]{4,12})(?:[.,]0+)?[\s'\"]{0,4}")
_WARNING = re.compile("[18][0-9]{8}")
"""A warning area of the Deutscher Wetterdienst: a digit before the key."""
_DEGREES = re.compile(r"\s{0,4}([0-9]{1,2}(?:[.,][0-9]{1,20})?)\s{0,4}")
_TITLES = (*KREIS_TITLES, "sk", "stadtkreis", "kreisfreie stadt", "stadtregion", "städteregion", "region")
_LATITUDES, _LONGITUDES = (47.2, 55.1), (5.8, 15.1)
"""Between these lies Germany."""


class Contents:
    """Answers what cells are, by the names, codes and keys of the gazetteer."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.tests: dict[str, Callable[[str], bool]] = {
            "key": self.is_key,
            "postal_code": self.is_code,
            "place": self.is_place,
            "kreis": self.is_kreis,
            "land": self.is_land,
            "country": lambda cell: fold(cell) in GERMANY,
            "latitude": lambda cell: _between(cell, _LATITUDES),
            "longitude": lambda cell: _between(cell, _LONGITUDES),
            "address": self.is_address,
        }

    def share(self, role: str, cells: Iterable[str]) -> float:
        """How many of the cells are what a role asks for, from 0 to 1; 0 where there are none."""
        filled = list(cells)
        return sum(map(self.tests[role], filled)) / len(filled) if filled else 0.0

    def is_code(self, cell: str) -> bool:
        """Whether a cell begins with a known postal code, which may have lost its zero."""
        match = _CODE.match(cell)
        return match is not None and (match[1].zfill(5) in self._index.codes)

    def is_address(self, cell: str) -> bool:
        """Whether a cell has a known postal code somewhere in a text."""
        return any(match[0] in self._index.codes for match in _WITHIN.finditer(cell[:_LONGEST])) and any(
            char.isalpha() for char in cell
        )

    def is_key(self, cell: str) -> bool:
        """Whether a cell is the key of a municipality or a Kreis, which may have lost its zero."""
        match = _KEY.fullmatch(cell[:_LONGEST])
        if not match:
            return False
        digits = match[1][1:] if _WARNING.fullmatch(match[1]) else match[1]
        digits = digits.zfill(len(digits) + (len(digits) in (4, 7, 11)))
        return digits in self._index.keys or self._index.is_kreis(digits) or self._index.is_kreis(digits[:5])

    def is_place(self, cell: str) -> bool:
        """Whether a cell is the name of a place in Germany."""
        return len(cell) <= _LONGEST and bool(self._index.meaning(fold(cell)))

    def is_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a Kreis, with or without its title."""
        return bool(self._kreise(cell))

    def kreis_key(self, cell: str) -> str:
        """The key of the one Kreis that a cell names; empty if it names none, or several."""
        found = self._kreise(cell) if cell else set()
        return found.pop() if len(found) == 1 else ""

    def _kreise(self, cell: str) -> set[str]:
        if len(cell) > _LONGEST:
            return set()
        key = fold(cell)
        titles = (*_TITLES, "stadt")
        names = (key, *(key[len(title) + 1 :] for title in titles if key.startswith(f"{title} ")))
        names = (*names, *(key[: -len(title) - 1] for title in titles if key.endswith(f" {title}")))
        return {area for name in names for area in self._index.areas(name) if len(area) == 5}

    def is_titled_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a Kreis and says so (`LK Unna`, `Ennepe-Ruhr-Kreis`)."""
        words = fold(cell[:_LONGEST]).split()
        ends = {words[0], words[-1]} if words else set()
        titled = bool(ends & set(_TITLES)) or (bool(words) and words[-1].endswith("kreis"))
        return titled and self.is_kreis(cell)

    def is_land(self, cell: str) -> bool:
        """Whether a cell is the name of a Land of Germany."""
        return len(cell) <= _LONGEST and any(len(area) == 2 for area in self._index.areas(fold(cell)))


def _between(cell: str, bounds: tuple[float, float]) -> bool:
    match = _DEGREES.fullmatch(cell[:_LONGEST])
    return match is not None and bounds[0] <= float(match[1].replace(",", ".")) <= bounds[1]
