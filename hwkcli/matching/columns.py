"""Which columns of a table have the address: its key, postal code, place, Kreis, Land, country, coordinates."""

from collections.abc import Mapping, Sequence
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

SINGLE = ("key", "postal_code", "kreis", "land", "country", "latitude", "longitude")
"""The roles of one column."""


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
    kind: int | None = None
    """Says of each Kreis whether it is a Landkreis or a kreisfreie Stadt."""
    parts: tuple[int, ...] = ()
    """Of a key in several columns, these: Land, Regierungsbezirk, Kreis, Verband, Gemeinde, or some of them."""
    widths: tuple[int, ...] = ()
    """How many digits each of them has."""
    levels: bool = False
    """Whether some rows are municipalities and others Kreise and Länder, as their keys say."""
    within: str = ""
    """The key of the Land that the keys are without."""
    nuts: bool = False
    """Whether the Kreise are NUTS codes: shorter ones are then no plates of cars (`DE`, `DEG`, `AT`)."""
    told_apart: Mapping[str, str] = {}
    """The names of two Kreise that mean one in this table, each with its key."""
    abroad: bool = False
    """Whether most names are of no places in Germany, and nothing else says where these are."""
    continued: bool = False
    """Whether the headings go on below: the first row has no address and no number."""

    @property
    def are_of_areas(self) -> bool:
        """Whether the rows are no addresses, but Kreise, Länder or municipalities by their keys."""
        named = self.key is not None or self.kreis is not None or self.land is not None or bool(self.parts)
        return named and self.postal_code is None and self.country is None and (self.levels or not self.place)

    @property
    def are_code_and_place(self) -> bool:
        """Whether an address is nothing but a postal code and a place, each in a column."""
        return len(self.place) == 1 and self.used == (self.postal_code, *self.place)

    @property
    def used(self) -> tuple[int, ...]:
        """The places of the columns that there are, each once."""
        places = (self.key, self.postal_code, *self.place, *(getattr(self, role) for role in SINGLE[2:]))
        return tuple(dict.fromkeys(at for at in (*places, self.kind, *self.parts) if at is not None))

    def described(self, names: Sequence[str]) -> Message:
        """Which columns are read, in words: `postal code: PLZ, place: Ort`."""
        words = []
        for role in _SPOKEN:
            found = getattr(self, role)
            places = found if isinstance(found, tuple) else () if found is None else (found,)
            places = self.parts if role == "key" and self.parts else places
            kinds = () if self.kind is None else (self.kind,)
            places += kinds if role == ("place" if self.place else "kreis") else ()
            if places:
                # A heading is never translated, be it a word that has a German one (`latitude`).
                read = together(
                    [
                        Message("{name}", name=names[at]) if names[at] else Message("column {number}", number=at + 1)
                        for at in places
                    ]
                )
                words.append(Message("{role}: {columns}", role=spoken(role), columns=read))
        return listed(words)


class Found(NamedTuple):
    """The columns of an address, and what a reader should know of the choice, a line each."""

    columns: Columns
    notes: tuple[Message, ...] = ()
