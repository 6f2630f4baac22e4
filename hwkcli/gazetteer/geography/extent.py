"""What a user names for a map or an export: a chamber, a Land, a Kreis, or a place with its position."""

from typing import NamedTuple

from hwkcli.errors import Ambiguous, BadSetting, NotFound, quoted, together
from hwkcli.files import load
from hwkcli.gazetteer import chamber_names
from hwkcli.gazetteer.explain import no_kreis, no_land
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.geography import coordinates, geometry
from hwkcli.gazetteer.match import Match
from hwkcli.gazetteer.store import places, responsibility
from hwkcli.model import Chamber
from hwkcli.naming.fold import fold, required


class Area(NamedTuple):
    """A part of Germany, or all of it: the municipalities whose keys begin with one of its keys."""

    kind: str
    """`germany`, `land`, `chamber` or `kreis`."""
    name: str
    keys: tuple[str, ...]
    """Keys of Länder, Kreise and, in split Kreise, municipalities; one empty key for all of Germany."""
    code: str = ""
    """The code of a chamber; the key of a Land or a Kreis."""

    def holds(self, key: str) -> bool:
        """Whether a municipality, or any part of a Kreis or a Land, lies in it."""
        return any(key.startswith(own) or own.startswith(key) for own in self.keys)


GERMANY = Area("germany", "Deutschland", ("",))


class Spot(NamedTuple):
    """A place with its position."""

    name: str
    latitude: float
    longitude: float
    near: tuple[str, ...]
    """The municipality; for coordinates near a border, that around them and then the others, by their keys."""
    swapped: bool = False
    """Whether the coordinates were written with the longitude first."""


def chosen(chamber: str | None, land: str | None, kreis: str | None) -> Area:
    """The one area that the options `--chamber`, `--land` and `--kreis` name; Germany without any.

    Raises NotFound, Ambiguous, EmptyQuery for an empty word, and BadSetting for several options.
    """
    given = [name for name, word in (("chamber", chamber), ("land", land), ("kreis", kreis)) if word is not None]
    if len(given) > 1:
        options = together([f"--{name}" for name in given])
        raise BadSetting("{options} name different areas; give one of them", options=options)
    if chamber is not None:
        return of_chamber(chamber_names.chamber(chamber))
    if land is not None:
        return _land(land)
    return GERMANY if kreis is None else _kreis(kreis)


def of_chamber(one: Chamber) -> Area:
    """The territory of a chamber."""
    return Area("chamber", one.name, tuple(key for key, _ in responsibility.territories(one.code)), one.code)


def around(spot: Spot) -> Area:
    """What is around a place: the district of its chamber, or its Kreis where that is not one chamber."""
    ags = spot.near[0]
    known = responsibility.of(ags) or responsibility.of(ags[:5])
    return of_chamber(known[0].chamber) if len(known) == 1 else of_kreis(ags[:5])


def of_district() -> Area:
    """The district that has a file of its own."""
    name = load.district().chamber.name
    return next(of_chamber(one) for one in responsibility.chambers() if one.name == name)


def land_key(word: str) -> str:
    """The key of the Land that a name, an abbreviation or a key means. Raises NotFound, with suggestions, and
    EmptyQuery."""
    return _land(word).code


def _land(word: str) -> Area:
    required(word, "a Land")
    hits = shipped().resolver.known.laender(word)
    if not hits:
        raise no_land(word)
    return of_land(hits[0].place.land_key)


def of_land(key: str) -> Area:
    """A Land. Raises KeyError if there is none."""
    return Area("land", places.area(key)[0], (key,), key)


def _kreis(word: str) -> Area:
    required(word, "a Kreis")
    hits = shipped().resolver.known.kreise(word)
    hits = tuple(hit for hit in hits if hit.how != "alias") or hits
    if not hits:
        raise no_kreis(word)
    if len(hits) > 1:
        names = ", ".join(hit.place.kreis or hit.place.name for hit in hits)
        several = "{word} is {number} Kreise: {names}; name one of them"
        raise Ambiguous(several, hits, word=quoted(word), number=len(hits), names=names)
    return of_kreis(hits[0].place.kreis_key or "")


def of_kreis(key: str) -> Area:
    """A Kreis or a kreisfreie Stadt. Raises KeyError if there is none."""
    return Area("kreis", places.area(key)[0], (key,), key)


def spot(word: str) -> Spot:
    """The one place that a word or a position means, with its position: for a locality without one, or a postal code,
    that of its municipality.

    Raises Ambiguous for a word that is several places, NotFound for none, for a Kreis and for a position outside
    Germany, and EmptyQuery.
    """
    written = coordinates.parse(word)
    if written is None:
        return _placed(word)
    located = geometry.at(written.latitude, written.longitude, written.blur_km)
    if not located.candidates:
        raise coordinates.outside(word)
    name = f"{written.latitude}, {written.longitude}"
    near = tuple(one.ags for one in located.candidates)
    return Spot(name, written.latitude, written.longitude, near, written.swapped)


def _placed(word: str) -> Spot:
    found = spot_of(shipped().one(word)[0])
    if found is None:
        placeless = "{word} has no position of its own; name a town, or a position like 51.53,7.69"
        raise NotFound(placeless, word=quoted(word))
    return found


def around_place(match: Match) -> Area:
    """What a map of a place shows: a Land or a Kreis itself, else the Kreis around it; Germany where there is none."""
    if match.kind == "land":
        return of_land(match.entry.land_key)
    return of_kreis(match.entry.kreis_key) if match.entry.kreis_key else GERMANY


def spot_of(match: Match) -> Spot | None:
    """A town or a locality with its position, or that of its municipality; None where there is none to mark."""
    town = match.town
    if town is None or town.latitude is None or town.longitude is None:
        return None
    return Spot(_label(match), town.latitude, town.longitude, (town.ags,))


def _label(match: Match) -> str:
    """The name of what the position belongs to: the municipality, also of a locality."""
    town = match.town.name if match.town else match.name
    return town if fold(match.name) == fold(town) else f"{town} ({match.name})"
