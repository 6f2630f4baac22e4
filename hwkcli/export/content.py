"""What an export holds: all of the gazetteer, the chambers, figures and contacts, or what of them lies in an area."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from hwkcli.errors import NotFound
from hwkcli.files import load
from hwkcli.gazetteer.assignments import legal_basis
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Place, Responsible
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.history import stored
from hwkcli.gazetteer.history.layout import LifeRow
from hwkcli.gazetteer.store import index, places, provenance, responsibility
from hwkcli.model import Chamber, Contact, District, Figure, History, Source


class Content:
    """What lies in an area, read when it is first asked for."""

    def __init__(self, area: Area) -> None:
        self.area = area

    def _in(self, key: str | None) -> bool:
        """Whether a municipality, or a part of a Kreis or a Land, lies in the area."""
        return bool(key) and self.area.holds(key or "")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All places in the area: municipalities first, of each kind the largest first."""
        return tuple(places.every(self._in))

    def of_kind(self, *kinds: str) -> Iterator[Place]:
        """The places of some kinds, by their keys and names."""
        found = (place for place in self.places if place.kind in kinds)
        return iter(sorted(found, key=lambda one: (one.kreis_key or one.land_key, one.ags or "", one.name, one.id)))

    @cached_property
    def municipalities(self) -> tuple[Place, ...]:
        """The municipalities and gemeindefreie Gebiete, by their keys."""
        return tuple(sorted(self.of_kind(*GEMEINDEN), key=lambda place: place.ags or ""))

    @cached_property
    def laender(self) -> tuple[str, ...]:
        """The keys of the Länder."""
        return tuple(sorted({place.land_key for place in self.places}))

    @cached_property
    def kreise(self) -> tuple[str, ...]:
        """The keys of the Kreise."""
        return tuple(sorted({place.kreis_key for place in self.places if place.kreis_key}))

    @cached_property
    def words(self) -> tuple[tuple[str, Place, str], ...]:
        """The folded names and codes of the places, each with its place and the way in which it is found."""
        by_id = {place.id: place for place in self.places}
        return tuple((key, by_id[id], how) for key, id, how in index.words() if id in by_id)

    @cached_property
    def postal_codes(self) -> tuple[tuple[str, Place, str], ...]:
        """The postal codes of the places, each with its place and how it belongs to it."""
        ways = ("postal_code", "at", "company", "maybe")
        return tuple(word for word in self.words if word[2] in ways and re.fullmatch("[0-9]{5}", word[0]))

    @cached_property
    def territories(self) -> tuple[tuple[str, Responsible], ...]:
        """The keys of Kreise, and of municipalities in split Kreise, each with a chamber responsible for it."""
        known = (
            (key, one) for chamber in responsibility.chambers() for key, one in responsibility.territories(chamber.code)
        )
        return tuple(
            sorted((pair for pair in known if self._in(pair[0])), key=lambda pair: (pair[0], pair[1].chamber.code))
        )

    @cached_property
    def chambers(self) -> tuple[Chamber, ...]:
        """The chambers responsible for what lies in the area."""
        codes = {one.chamber.code for _, one in self.territories}
        return tuple(one for one in responsibility.chambers() if one.code in codes)

    @cached_property
    def former(self) -> tuple[LifeRow, ...]:
        """The former keys that lead to what lies in the area, by key and time."""
        lives = (LifeRow._make(row) for row in stored.all_lives())
        return tuple(one for one in lives if one.until and any(map(self._in, one.successors.split()[::2])))

    @cached_property
    def district(self) -> District:
        """The district that has a file of its own."""
        return load.district()

    @cached_property
    def history(self) -> History:
        """Its figures over time; none if the file names none."""
        try:
            return load.history(self.district)
        except NotFound:
            return History((), (), ())

    @cached_property
    def _is_whole(self) -> bool:
        """Whether all of the district that has a file of its own lies in the area."""
        return all(self._in(kreis.key) for kreis in self.district.kreise)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the territories in the area; those of the whole district only where all of it is."""
        every = (*self.district.figures, *self.history.figures)
        return tuple(
            one for one in every if self._in(one.territory) or (one.territory == "district" and self._is_whole)
        )

    @cached_property
    def contacts(self) -> tuple[tuple[int, Contact], ...]:
        """The contacts of the district where all of it is in the area, else those whose town is; with their numbers."""
        every = (*self.district.contacts, *load.directory(self.district).contacts)
        return tuple((at, one) for at, one in enumerate(every, 1) if self._is_whole or self._in(one.town))

    @cached_property
    def all_sources(self) -> dict[str, Source]:
        """All sources that anything may cite, by their ids."""
        more = (*self.district.sources, *self.history.sources, *load.directory(self.district).sources)
        return {source.id: source for source in (*more, *provenance.sources())}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources that what is in the area cites, by their ids."""
        return tuple(self.all_sources[id] for id in sorted(set(self._cited())))

    @cached_property
    def of_places(self) -> tuple[str, ...]:
        """The ids of the sources that the places name themselves."""
        return tuple(sorted({id for place in self.places for id in place.sources.split()}))

    def _cited(self) -> Iterable[str]:
        yield "boundaries"
        yield from (one.source for one in provenance.facts())
        yield from self.of_places
        yield from (one.id for one in provenance.sources() if one.id.startswith("history_"))
        yield from (id for _, one in self.territories for id in one.sources)
        yield from (id for one in self.chambers for id in one.sources)
        yield from (id for one in self.chambers if one.address for id in one.address.sources)
        yield from (law.id for one in self.chambers for law in legal_basis(one))
        yield from (one.source for one in self.figures)
        yield from (one.source for _, one in self.contacts)
