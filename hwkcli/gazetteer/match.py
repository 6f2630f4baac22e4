"""One place that a query means, as the Python interface gives it: the gazetteer's entry, and the records behind it."""

from typing import NamedTuple

from hwkcli.gazetteer import records
from hwkcli.gazetteer.entries import Place, Responsible
from hwkcli.gazetteer.store import responsibility
from hwkcli.model import Chamber, District, Kreis, Land, Locality, Town
from hwkcli.naming.fold import fold


class Match(NamedTuple):
    """One place that a query means, and how that was found out."""

    query: str
    how: str
    """One of `hwkcli.model.HOWS`."""
    entry: Place
    """What the gazetteer knows of the place."""
    own: District | None = None
    """The district's file that was asked; None for the shipped one."""
    company: bool = False
    """Whether the query is the postal code of a company or of P.O. boxes, which is of lower trust."""
    unsure: bool = False
    """Whether the query is the name of a locality alone, and others of that name may not be known."""

    @property
    def kind(self) -> str:
        """`city`, `town`, `municipality`, `unincorporated`, `locality`, `kreis` or `land`."""
        return self.entry.kind

    @property
    def name(self) -> str:
        """The name of the place."""
        return self.entry.name

    @property
    def in_district(self) -> bool:
        """Whether the place lies in the district that was asked for."""
        return self.entry.kreis_key in records.home(self.own)

    @property
    def town(self) -> Town | None:
        """The municipality that the place is or lies in; None for a Kreis or a Land, and where it is not known."""
        if self.entry.kind in ("kreis", "land") or not self.entry.ags:
            return None
        return records.town_of(self.entry, self.own)

    @property
    def kreis(self) -> Kreis | None:
        """The Kreis that the place is or lies in; None for a Land, and for what belongs to no Kreis."""
        return records.kreis_of(self.entry.kreis_key, self.own) if self.entry.kreis_key else None

    @property
    def place(self) -> Town | Kreis | Locality | Land:
        """The record of the place."""
        if self.entry.kind == "land":
            return Land(self.entry.land_key, self.entry.name, self.entry.population, self.entry.area_km2)
        if self.entry.kind == "kreis" and self.kreis:
            return self.kreis
        if self.entry.kind == "locality":
            return records.locality_of(self.entry, self.own)
        return records.town_of(self.entry, self.own)

    @property
    def land(self) -> str:
        """The name of the Land."""
        return self.entry.land

    @property
    def responsible(self) -> tuple[Responsible, ...]:
        """The chambers responsible for the place, with the evidence for each."""
        return responsibility.of(self.entry.territory) if self.entry.territory else ()

    @property
    def chambers(self) -> tuple[Chamber, ...]:
        """The chambers responsible for the place; of one in a district's own file, the chamber that this is about."""
        if self.own is not None and self.in_district:
            return (self.own.chamber,)
        return tuple(one.chamber for one in self.responsible)

    @property
    def confidence(self) -> str | None:
        """How well it is known that they are: `high`, `medium` or `low`."""
        return responsibility.confidence(self.entry.territory) if self.entry.territory else None

    @property
    def label(self) -> str:
        """A name that tells the place from those that are called alike: `Witten-Annen`, `Kamen`, `Kreis Unna`."""
        return label(self.entry)

    @property
    def full_label(self) -> str:
        """The label; outside the district with the Kreis that the place lies in."""
        around = None if self.in_district else self.entry.kreis
        return self.label if around in (None, self.label) else f"{self.label} ({around})"


def label(place: Place) -> str:
    """A name that tells a place from those that are called alike.

    A locality bears the name of its municipality, unless it begins with that, or is a part of it: Dessau, which is part
    of Dessau-Roßlau, is not called Dessau-Roßlau-Dessau.
    """
    if place.kind != "locality" or place.town is None or fold(place.name).startswith(fold(place.town)):
        return place.name
    if fold(place.name) in fold(place.town).split():
        return f"{place.name} ({place.town})"
    return f"{place.town}-{place.name}"
