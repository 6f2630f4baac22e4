"""What the national tables say against a data file: keys that do not exist, names that are another's, postal codes that
are elsewhere."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from hwkcli.errors import Message
from hwkcli.files import tables
from hwkcli.files.rules import Breach
from hwkcli.model import Contact, District, Kreis, Town
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import base, names

_FARTHEST = 30
"""km from the coordinates of a municipality to those that the register has for it; the widest is 45 km across."""


class Entry(NamedTuple):
    """A municipality or a Kreis of the register, with its official name."""

    key: str
    """The AGS of a municipality, the five digits of a Kreis."""
    name: str
    latitude: float | None = None
    longitude: float | None = None


class Register(Protocol):
    """What answers for the national tables: the tables themselves, or the store that is compiled from them."""

    def entry(self, key: str) -> Entry | None:
        """The municipality or Kreis of a key; None if there is none."""

    def at(self, code: str) -> Sequence[Entry]:
        """The municipalities that a delivery area belongs to, and the Kreise of those of its places whose municipality
        is not known; none for a code of no delivery area."""


class FromTables:
    """The register as the tables have it."""

    def __init__(self, folder: Path) -> None:
        """Read those tables in a folder that tell of keys and postal codes. Raises BadFile and BadData."""
        kreise = tables.rows(folder / "kreise.csv", tables.Kreis, lambda one: one.key)
        gemeinden = tables.rows(folder / "municipalities.csv", tables.Gemeinde, lambda one: one.ags)
        places = tables.rows(folder / "postal_codes.csv", tables.Ort, lambda one: one)
        self._entries = {one.key: Entry(one.key, one.name) for one in kreise}
        self._at: dict[str, dict[str, None]] = defaultdict(dict)
        for one in gemeinden:
            latitude, longitude = (float(text) if text else None for text in (one.latitude, one.longitude))
            self._entries[one.ags] = Entry(one.ags, one.name, latitude, longitude)
            self._at[one.postal_code].setdefault(one.ags)
        for place in places:
            self._at[place.postal_code].setdefault(place.ags or place.kreis_key)

    def entry(self, key: str) -> Entry | None:
        """The municipality or Kreis of a key; None if there is none."""
        return self._entries.get(key)

    def at(self, code: str) -> Sequence[Entry]:
        """The municipalities, and in part only Kreise, that a delivery area belongs to."""
        return [self._entries[key] for key in self._at.get(code, ()) if key in self._entries]


def breaches_of_district(district: District, register: Register) -> Iterator[Breach]:
    """Where the file of a district and the register contradict each other."""
    for n, kreis in enumerate(district.kreise):
        yield from _kreis(f"kreise[{n}]", kreis, register)
        for m, town in enumerate(kreis.towns):
            yield from _town(f"kreise[{n}].towns[{m}]", town, register)
    for n, namesake in enumerate(district.namesakes):
        for m, municipality in enumerate(namesake.municipalities):
            path = f"namesakes[{n}].municipalities[{m}]"
            yield from _named(path, municipality.ags, (municipality.official_name,), register)
    yield from breaches_of_contacts(district.contacts, register)


def breaches_of_contacts(contacts: Iterable[Contact], register: Register) -> Iterator[Breach]:
    """Where contacts stand in a town that does not have their postal code. (Codes of P.O. boxes are not known.)"""
    for index, contact in enumerate(contacts):
        if contact.postal_code and contact.town:
            path = f"contacts[{index}].postal_code"
            yield from _elsewhere(path, contact.postal_code, contact.town, register)


def _kreis(path: str, kreis: Kreis, register: Register) -> Iterator[Breach]:
    entry = register.entry(kreis.key)
    if entry is None:
        yield Breach(f"{path}.key", kreis.key, Message("the key of a Kreis in the national register"))
    elif fold(base(entry.name)) not in fold(kreis.name):
        yield Breach(
            f"{path}.key",
            Message("{key}, which is {name}", key=kreis.key, name=entry.name),
            Message("the key of {name}", name=kreis.name),
        )


def _town(path: str, town: Town, register: Register) -> Iterator[Breach]:
    if town.kind != "locality":
        yield from _named(path, town.ags, (town.name, town.official_name or town.name), register)
    known = register.entry(town.ags)
    if known is None:
        return
    if _distance(town, known) > _FARTHEST:
        found = Message(
            "{latitude}, {longitude}, {distance:.0f} km from {name}",
            latitude=town.latitude,
            longitude=town.longitude,
            distance=_distance(town, known),
            name=town.name,
        )
        yield Breach(
            f"{path}.latitude",
            found,
            Message("about {latitude}, {longitude}", latitude=known.latitude, longitude=known.longitude),
        )
    for index, code in enumerate(town.postal_codes):
        if not register.at(code):
            yield Breach(
                f"{path}.postal_codes[{index}]",
                Message("{code}, which is no delivery area", code=code),
                Message("a postal code in use"),
            )
        yield from _elsewhere(f"{path}.postal_codes[{index}]", code, town.ags, register)
    for index, code in enumerate(town.company_postal_codes):
        yield from _elsewhere(f"{path}.company_postal_codes[{index}]", code, town.ags, register)


def _named(path: str, ags: str, own: Iterable[str], register: Register) -> Iterator[Breach]:
    """That there is a municipality of a key, and that it has one of the names."""
    entry = register.entry(ags)
    if entry is None:
        yield Breach(f"{path}.ags", ags, Message("the key of a municipality in the national register"))
    elif not any(_spellings(entry.name) & _spellings(name) for name in own):
        yield Breach(
            f"{path}.ags",
            Message("{key}, which is {name}", key=ags, name=entry.name),
            Message("the key of {name}", name=next(iter(own))),
        )


def _spellings(official: str) -> set[str]:
    return {reading for key, _ in names(official) for reading in readings(key)}


def _elsewhere(path: str, code: str, ags: str, register: Register) -> Iterator[Breach]:
    """That a delivery area, if a code is one, belongs to a municipality."""
    there = register.at(code)
    if there and not any(ags.startswith(entry.key) for entry in there):
        towns = ", ".join(base(entry.name) for entry in there[:3]) + (" ..." if len(there) > 3 else "")
        own = register.entry(ags)
        yield Breach(
            path,
            Message("{code}, which is in {towns}", code=code, towns=towns),
            Message("a code of {name}", name=base(own.name) if own else ags),
        )


def _distance(town: Town, entry: Entry) -> float:
    """km between the coordinates of a town and those of the register; 0 where they are not known."""
    places = (town.latitude, town.longitude, entry.latitude, entry.longitude)
    if any(degrees is None for degrees in places):
        return 0.0
    phi, lam, phi0, lam0 = (math.radians(degrees or 0.0) for degrees in places)
    return 6371 * math.hypot(phi - phi0, (lam - lam0) * math.cos(phi0))
