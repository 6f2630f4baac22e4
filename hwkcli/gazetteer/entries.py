"""The entries of a gazetteer: a place, a place that answers to a word, a chamber that is responsible for a
territory."""

from typing import NamedTuple

from hwkcli.model import Chamber, Text


class Place(NamedTuple):
    """A place of the gazetteer.

    `kind` is `city` (kreisfreie Stadt), `town`, `municipality`, `unincorporated` (gemeindefreies Gebiet), `kreis`,
    `land` or `locality`. A locality bears the name and the AGS of the municipality that it lies in, if that is known.
    The population is the register's; that of a Kreis or a Land is the sum over what lies in it, and so is the area,
    in km².
    """

    id: int
    kind: str
    name: str
    land_key: str
    official_name: str | None
    type: str | None
    """The register's own word for what it is: `Markt`, `Große Kreisstadt`, `Landkreis` ..."""
    ags: str | None
    ars: str | None
    kreis_key: str | None
    town: str | None
    population: int | None
    area_km2: float | None
    postal_code: str | None
    """That of the municipality's seat."""
    latitude: float | None
    longitude: float | None
    territory: str | None
    """The key under which the chambers responsible are found; None for waters and areas of no Kreis."""
    sources: str
    """The ids of the sources, with blanks between them."""
    kreis: str | None
    """The name of its Kreis."""
    land: str
    """The name of its Land."""
    postal_codes: str
    """Of a municipality or a gemeindefreies Gebiet: its delivery codes and that of its seat, sorted, with blanks
    between them; else empty."""
    company_codes: str
    """In the same way its codes of single companies and of P.O. boxes, as far as they are known."""
    confidence: str | None
    """How well it is known that a locality lies in its municipality (`high`, `medium`, `low`); None for other kinds.
    One of low confidence stands once for each municipality that it may lie in."""
    until: str | None
    """The day until which a locality was a municipality of its own; None if it was none, or that is not known."""
    part_of: str | None
    """The Stadtbezirk that a locality belongs to, where that is known."""


class Hit(NamedTuple):
    """A place that a word means, and how that was found out."""

    how: str
    place: Place


STRENGTHS = {"exact": 0, "printed": 0, "alias": 1, "exonym": 1, "former_name": 1, "locality": 2}
"""How strongly each way of bearing a name speaks for a place: 0 for its whole name, 1 for a shorter or another one,
2 for a name of a part of a municipality."""
WEAKEST = STRENGTHS["locality"]
AT_CODE = ("postal_code", "at", "company")
"""How a place answers to a postal code that is surely its own."""


class Size(NamedTuple):
    """How large a chamber's district is: what its municipalities, and the areas of no municipality, add up to."""

    kreise: int
    """Those that are split are counted whole."""
    towns: int
    population: int
    area_km2: float


class Responsible(NamedTuple):
    """A chamber that is responsible for a territory, on what evidence."""

    chamber: Chamber
    basis: str
    confidence: str
    sources: tuple[str, ...]
    note: Text | None
