"""The rows of the table `place` while the store is built, and the names and codes that are put to them."""

from collections.abc import Sequence
from typing import NamedTuple

from hwkcli.naming.fold import readings, with_initial_umlauts
from hwkcli.naming.spelling import variants


class Place(NamedTuple):
    """A row of the table `place`, without its id, and the keys under which it answers, with their ways."""

    words: dict[tuple[str, str], None]
    kind: str
    name: str
    land_key: str
    official_name: str | None = None
    type: str | None = None
    ags: str | None = None
    ars: str | None = None
    kreis_key: str | None = None
    town: str | None = None
    population: int | None = None
    area_km2: float | None = None
    postal_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    territory: str | None = None
    sources: str = "register"
    postal_codes: str = ""
    company_codes: str = ""
    confidence: str | None = None
    until: str | None = None
    part_of: str | None = None


class Namer:
    """Puts names to places, in all usual spellings."""

    def __init__(self, abbreviations: Sequence[Sequence[str]]) -> None:
        self._abbreviations = abbreviations

    def put(self, place: Place, how: str, *keys: str) -> None:
        """Have a place answer to folded names in a way, as they are and with all that is commonly shortened."""
        for key in keys:
            for variant in variants(key, self._abbreviations):
                *whole, last = readings(variant)
                for reading in (*whole, last):
                    # `munster` is Munster; that it may be Münster, too, makes no name of it.
                    weak = how == "exact" and len(whole) == 2 and reading == last
                    place.words.setdefault((reading, "alias" if weak else how))
                place.words.setdefault((with_initial_umlauts(variant), how))


def code(place: Place, how: str, *codes: str | None) -> None:
    """Have a place answer to codes in a way; None is no code."""
    for one in filter(None, codes):
        place.words.setdefault((one, how))
