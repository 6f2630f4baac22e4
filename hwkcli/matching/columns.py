"""Which columns of a table have the address: its key, postal code, place, Kreis, Land, country, coordinates."""

from collections.abc import Sequence
from typing import NamedTuple

from hwkcli.errors import Message, listed, together

PREFIX = "hwk_"
ANSWERS = ("ags", "town", "kreis_key", "kreis", "land", "chamber_code", "chamber", "how", "candidates")
"""The columns of an answer, without their prefix."""
DISTRICT_ANSWERS = ("district", "how", "candidates")
"""Those of an answer to the question whether a place is in the Dortmund district."""

_SPOKEN = {
    "key": Message("key"),
    "postal_code": Message("postal code"),
    "place": Message("place"),
    "kreis": Message("Kreis"),
    "land": Message("Land"),
    "country": Message("country"),
    "latitude": Message("latitude"),
    "longitude": Message("longitude"),
}


def spoken(role: str) -> Message:
    """A role in words."""
    return _SPOKEN[role]


class Columns(NamedTuple):
    """The columns of an address, by their places in the table; None where there is none."""

    key: int | None = None
    postal_code: int | None = None
    place: tuple[int, ...] = ()
    """One, or several that are evidence together: `Ort` beside `Gemeinde`, or an address in one cell."""
    kreis: int | None = None
    land: int | None = None
    country: int | None = None
    latitude: int | None = None
    longitude: int | None = None

    @property
    def used(self) -> tuple[int, ...]:
        """The places of the columns that there are, each once."""
        places = (self.key, self.postal_code, *self.place, *self[3:])
        return tuple(dict.fromkeys(at for at in places if at is not None))

    def described(self, names: Sequence[str]) -> Message:
        """Which columns are read, in words: `postal code: PLZ, place: Ort`."""
        words = []
        for role, found in zip(self._fields, self, strict=True):
            places = found if isinstance(found, tuple) else () if found is None else (found,)
            if places:
                read = together([names[at] or Message("column {number}", number=at + 1) for at in places])
                words.append(Message("{role}: {columns}", role=spoken(role), columns=read))
        return listed(words)
