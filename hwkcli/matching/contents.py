"""What the cells of a column are, going by what stands in them: codes, keys, places, Kreise, countries, addresses."""

import re
from collections.abc import Callable, Iterable

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.gazetteer.engine.names import GEMEINDEN, meaning
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching import points
from hwkcli.matching.short_keys import whole_key
from hwkcli.naming.countries import GERMANY
from hwkcli.naming.fold import fold
from hwkcli.naming.titles import KREIS_TITLES

_LONGEST = 200
"""What is longer is no name and no code."""
_FEWEST = 3
_HALF = 0.5
_CODE = re.compile(r"\D{0,12}([0-9]{4,5})(?:[.,]0+)?(?![0-9])")
_WITHIN = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_DEGREES = re.compile(r"\s{0,4}([0-9]{1,2}(?:[.,][0-9]{1,20})?)\s{0,4}")
_NEITHER = re.compile(r"(?:[0-9]{1,3}|0[0-9]{3})(?:\s[^0-9]*)?|(?:0[0-9]|1[0-6])[0-9]{7}|[^0-9]*")
"""Beside keys of Kreise and municipalities stand those of Länder and Regierungsbezirke (`05 Nordrhein-Westfalen`), of
regions (`0811`), of Verbände, `DG` for Germany, marks for what is not known, and notes below the table."""
_CITY_STATE = re.compile(r"(?:0?2|11)(?:000){1,2}(?:0000)?(?:\.0+)?")
"""The key of Hamburg or Berlin as a Kreis or a municipality, which ends with zeros."""
_NUTS_3 = re.compile("DE[1-9A-G][0-9A-Z]{2}", re.IGNORECASE)
_LONG_KEY = re.compile(
    r"(?:\D{1,20}\s|DE[_-]?)?(?:[18](?=[0-9]{8}(?![0-9])))?(?:[0-9]{5}|[0-9]{7,8}|[0-9]{11,12})(?![0-9])"
)
"""At the beginning of a cell, a key that is no other number: one of a Kreis has lost no zero."""
_TITLES = frozenset((*KREIS_TITLES, "sk", "skr", "stadtkreis", "kreisfreie"))
"""First or last words of a name that say that it is a Kreis, or a city as one."""
_LATITUDES, _LONGITUDES = (47.2, 55.1), (5.8, 15.1)
"""Between these lies Germany."""


class Contents:
    """Answers what cells are, by the names, codes and keys of the gazetteer."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._gazetteer = resolver.known.gazetteer
        self.tests: dict[str, Callable[[str], bool]] = {
            "key": self.is_key,
            "postal_code": self.is_code,
            "place": self.is_place,
            "kreis": self.is_kreis,
            "land": self.is_land,
            "country": lambda cell: fold(cell) in GERMANY,
            "latitude": lambda cell: _between(cell, _LATITUDES),
            "longitude": lambda cell: _between(cell, _LONGITUDES),
            "point": lambda cell: all(map(_between, points.pair(cell), (_LATITUDES, _LONGITUDES))),
            "address": self.is_address,
        }

    def share(self, role: str, cells: Iterable[str]) -> float:
        """How many of the cells are what a role asks for, from 0 to 1; 0 where there are none."""
        filled = list(cells)
        return sum(map(self.tests[role], filled)) / len(filled) if filled else 0.0

    def is_code(self, cell: str) -> bool:
        """Whether a cell begins with a known postal code, which may have lost its zero."""
        match = _CODE.match(cell)
        return match is not None and self._is_known(match[1].zfill(5))

    def _is_known(self, code: str) -> bool:
        return any(hit.how in ("postal_code", "at", "company", "maybe") for hit in self._gazetteer.hits(code))

    def is_address(self, cell: str) -> bool:
        """Whether a cell has a known postal code somewhere in a text."""
        return any(self._is_known(match[0]) for match in _WITHIN.finditer(cell[:_LONGEST])) and any(
            char.isalpha() for char in cell
        )

    def is_key(self, cell: str) -> bool:
        """Whether a cell is the key of a municipality or a Kreis, of today or of before, which may have lost its
        zero."""
        cell = whole_key(cell, "") if len(cell) <= _LONGEST else ""
        key = key_of(cell)
        if len(key) < 5:
            return _CITY_STATE.fullmatch(cell) is not None
        found = any(hit.how in ("key", "former_key") for one in (key, key[:5]) for hit in self._gazetteer.hits(one))
        return found or bool(self._gazetteer.former(key))

    def share_of_keys(self, cells: Iterable[str], lost: bool = False, fewest: int = _FEWEST) -> float:
        """How many of the cells are keys, from 0 to 1, those that may stand between keys left out; 0 for fewer than
        three, which may be any numbers, and, unless it is known that zeros are `lost`, where few are whole."""
        known = list(cells)
        filled = [cell for cell in known if not _NEITHER.fullmatch(cell.strip())]
        whole = sum(bool(_LONG_KEY.match(cell.strip())) for cell in filled)
        if len(filled) < max(fewest, _HALF * len(known)):
            return 0.0
        keys = sum(map(self.is_key, filled))
        return keys / len(filled) if lost or whole >= max(_HALF * keys, 1) else 0.0

    def is_place(self, cell: str) -> bool:
        """Whether a cell is the name of a place in Germany."""
        if not any(map(str.isalpha, cell[:_LONGEST])):
            # The numbers of statistics, in hundreds of columns.
            return False
        key = fold(cell) if len(cell) <= _LONGEST else ""
        return bool(key) and bool(meaning(self._gazetteer, key).hits or self._resolver.known.inside(key))

    def is_municipality(self, cell: str) -> bool:
        """Whether a cell is the name of a municipality."""
        hits = meaning(self._gazetteer, fold(cell[:_LONGEST])).hits
        return any(hit.place.kind in GEMEINDEN for hit in hits)

    def is_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a Kreis, with or without its title."""
        return len(cell) <= _LONGEST and bool(self._resolver.known.kreise(cell))

    def names_only_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a Kreis that no municipality bears (`Lippe`, `LK Unna`)."""
        if not self.is_kreis(cell):
            return False
        hits = meaning(self._gazetteer, fold(cell)).hits
        if not hits:
            # A text that says more than a name may be of a town (`Soest, NRW, Germany`).
            meant = self._resolver.resolve(of_cells("", "", cell)).candidates
            return not any(one.place.kind in GEMEINDEN for one in meant)
        return not any(hit.place.kind in GEMEINDEN for hit in hits)

    def kreise(self, cell: str) -> frozenset[str]:
        """The keys of the Kreise that a cell may name."""
        hits = self._resolver.known.kreise(cell) if len(cell) <= _LONGEST else ()
        return frozenset(hit.place.kreis_key for hit in hits if hit.place.kreis_key)

    def is_city_and_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a city and of the Kreis around it (`Rostock`)."""
        hits = self._resolver.known.kreise(cell) if len(cell) <= _LONGEST else ()
        kinds = sorted(hit.place.kind for hit in hits if hit.how != "former_name")
        return kinds == ["city", "kreis"]

    def whole_kreis(self, key: str) -> str:
        """A key; of a Kreis that was filled up with zeros to the length of a municipality's, its five digits."""
        own = key[KREIS:] == "000" and not any(hit.how in ("key", "former_key") for hit in self._gazetteer.hits(key))
        return key[:KREIS] if own and not self._gazetteer.former(key) else key

    def keys(self, name: str) -> frozenset[str]:
        """The keys of the municipalities and Kreise that bear a name."""
        hits = meaning(self._gazetteer, fold(name[:_LONGEST])).hits
        return frozenset(hit.place.ags for hit in hits if hit.place.ags and hit.place.kind in GEMEINDEN) | self.kreise(
            name
        )

    def agree(self, kreis: str, place: str) -> bool:
        """Whether a place of a name lies in a Kreis of the other name."""
        return not self.kreise(kreis).isdisjoint(key[:KREIS] for key in self.keys(place))

    def lies_in_land(self, land: str, place: str) -> bool:
        """Whether a place of a name lies in a Land or a Regierungsbezirk of the other name."""
        known = self._resolver.known
        areas = [hit.place.land_key for hit in known.laender(land)]
        areas = areas or [hit.place.kreis_key or "-" for hit in known.in_regierungsbezirk(land)]
        return any(key.startswith(tuple(areas)) for key in self.keys(place))

    def has_nuts(self, cells: Iterable[str]) -> bool:
        """Whether some cells are NUTS codes of Kreise."""
        return any(_NUTS_3.fullmatch(cell.strip()) for cell in cells)

    @staticmethod
    def is_title(cell: str) -> bool:
        """Whether a cell has nothing but what Kreise are called (`LK_SK`)."""
        return set(fold(cell[:_LONGEST]).split()) <= _TITLES

    def is_titled_kreis(self, cell: str) -> bool:
        """Whether a cell is the name of a Kreis and says so (`LK Unna`, `Ennepe-Ruhr-Kreis`)."""
        words = fold(cell[:_LONGEST]).split()
        ends = {words[0], words[-1]} if words else set()
        titled = (len(words) > 1 and bool(ends & _TITLES)) or (bool(words) and words[-1].endswith("kreis"))
        return titled and self.is_kreis(cell)

    def is_land(self, cell: str) -> bool:
        """Whether a cell is the name of a Land of Germany, or of a Regierungsbezirk."""
        known = self._resolver.known
        return len(cell) <= _LONGEST and bool(known.laender(cell) or known.in_regierungsbezirk(cell))


def _between(cell: str, bounds: tuple[float, float]) -> bool:
    match = _DEGREES.fullmatch(cell[:_LONGEST])
    return match is not None and bounds[0] <= float(match[1].replace(",", ".")) <= bounds[1]
