"""What a chamber district is: the records that a data file holds.

All of them are tuples with names: frozen, slotted, typed, and cheap to define and to make (ten
dataclasses would cost every call of `hwk` as much time as reading the whole data file).
Codes and keys are text, dates are ISO 8601 text as precise as the source, areas are km².
"""

import math
from typing import Literal, NamedTuple, get_args

Kind = Literal["city", "town", "municipality", "locality", "unincorporated"]
"""What an entry of a district's list can be: kreisfreie Stadt, kreisangehörige Stadt, Gemeinde, locality,
gemeindefreies Gebiet."""
KINDS: tuple[Kind, ...] = get_args(Kind)

KreisKind = Literal["kreisfreie_stadt", "kreis"]
"""What a territory of a district can be."""

LocalityKind = Literal["locality", "stadtbezirk"]
"""What a part of a municipality can be."""

How = Literal[
    "exact",
    "alias",
    "printed",
    "locality",
    "postal_code",
    "at",
    "company",
    "maybe",
    "key",
    "nuts",
    "plate",
    "exonym",
    "former_name",
    "former_key",
    "region",
    "member",
    "position",
    "near_border",
]
"""How a place answers to a word.

- `exact`, `alias`, `printed`: its whole name, a shorter or other one, one that the press release prints
- `locality`: the name of a locality
- `postal_code`, `at`, `company`: a delivery code or that of the seat; a locality's own code; a code of a company
- `maybe`: a postal code that may belong to it; only ever a candidate
- `key`, `nuts`, `plate`: an AGS, an ARS or the key of a Kreis or a Land; a NUTS code; a car plate
- `exonym`, `former_name`, `former_key`: a name in another language; a name or a key that it had before
- `region`: what people add to a name to say in which Land a place is
- `member`: it belongs to the Regierungsbezirk or the Verband of municipalities that the word names
- `position`, `near_border`: coordinates in it; or so near to its border that they may be
"""
HOWS: tuple[How, ...] = get_args(How)
BY_POSITION: tuple[How, ...] = ("position", "near_border")
"""How a place answers to coordinates."""

Basis = Literal[
    "land_ordinance",
    "official_statistics",
    "chamber",
    "region",
    "whole_land",
    "encyclopedia",
    "press",
    "guild",
    "indirect",
]
"""What it rests on that a chamber is responsible for a territory: an ordinance of the Land; official statistics by
chamber; the chamber itself; a region (Regierungsbezirk, say) that it is named for; the only chamber of its Land; an
encyclopedia; the press; a district's guilds; what else is known of the territory or its neighbours."""
BASES: tuple[Basis, ...] = get_args(Basis)

Confidence = Literal["high", "medium", "low"]
"""How well that is known."""
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

Rank = Literal["primary", "secondary"]
"""What kind of source one is: who counted, or a partner; or the press, an encyclopedia."""

Unit = Literal["businesses", "persons", "contracts", "exams", "EUR", "percent", "index"]
"""What a figure is a number of."""
COUNTED: tuple[Unit, ...] = ("businesses", "persons", "contracts", "exams")
"""The units of which there are only whole ones."""

MetricKind = Literal["stock", "flow", "survey"]
"""How a figure comes about: counted on a day, counted over a time, asked for in a survey."""

Precision = Literal["exact", "rounded"]
"""Whether a source prints a number to its last digit."""

ContactKind = Literal[
    "press",
    "chamber",
    "site",
    "training_centre",
    "boarding_house",
    "training_advice",
    "kreishandwerkerschaft",
    "state_level",
]
"""Whom one calls: the press office, the chamber, a site of it, a training centre, a boarding house, the advice on
training, a Kreishandwerkerschaft, the chambers of the Land."""


class Text(NamedTuple):
    """The same words in the two languages of the answers."""

    de: str
    en: str


MONTHS = (
    *(Text("Januar", "January"), Text("Februar", "February"), Text("März", "March"), Text("April", "April")),
    *(Text("Mai", "May"), Text("Juni", "June"), Text("Juli", "July"), Text("August", "August")),
    *(Text("September", "September"), Text("Oktober", "October"), Text("November", "November")),
    Text("Dezember", "December"),
)


class Source(NamedTuple):
    """Where facts come from. `url` and `document` are None where the data file gives none."""

    id: str
    publisher: str
    title: str
    url: str | None
    document: Text | None
    edition: Text
    licence: Text
    attribution: str
    rank: Rank = "primary"
    """`primary` (who counted, or a partner) or `secondary` (the press, an encyclopedia)."""
    short_name: str | None = None
    """What the publisher is called where there is little room: `WAZ`."""
    file: str | None = None
    """The raw file that the tables were made of; None where there is none."""
    retrieved: str | None = None
    """The day on which it was fetched or compiled."""
    sha256: str | None = None
    """The SHA-256 of the raw file."""


class Provenance(NamedTuple):
    """The source of all facts of these fields, where a record names none itself."""

    fields: tuple[str, ...]
    source: str
    as_of: str | None


class Origins(NamedTuple):
    """Where tables come from: their sources, and which facts are from which, of when."""

    sources: tuple[Source, ...]
    facts: tuple[Provenance, ...]

    def source(self, id: str) -> Source:
        """The source of this id. Raises KeyError if there is none."""
        return {source.id: source for source in self.sources}[id]

    def source_of(self, field: str) -> Source:
        """The source behind all facts of a field. Raises KeyError if there is none."""
        return {name: self.source(facts.source) for facts in self.facts for name in facts.fields}[field]


class Address(NamedTuple):
    """Where a chamber has its head office, as its sources print it. What none of them prints is None."""

    street: str
    city: str
    sources: tuple[str, ...]
    postal_code: str | None = None
    as_of: str | None = None
    """The day of the source, as precise as it is known."""
    note: Text | None = None

    @property
    def line(self) -> str:
        """Street, postal code and town in one line."""
        return f"{self.street}, {self.postal_code} {self.city}" if self.postal_code else f"{self.street}, {self.city}"


class Chamber(NamedTuple):
    """A Handwerkskammer. `district` is what its territory is called; `code` and `land` are empty where the file of one
    district alone describes it."""

    name: str
    short_name: str
    district: str
    seat: str
    web: str
    sources: tuple[str, ...]
    code: str = ""
    """Its code in the list handwerkskammern of XUnternehmen."""
    land: str = ""
    note: Text | None = None
    address: Address | None = None
    contact_page: str | None = None
    """A page of its own site that says whom to call; None where none was read."""


class Territory(NamedTuple):
    """A Kreis, or a municipality of a Kreis that is split, with the chamber responsible for it, and on what
    evidence."""

    key: str
    name: str
    chamber: str
    """The chamber's code."""
    basis: Basis
    confidence: Confidence
    sources: tuple[str, ...]
    note: Text | None


class Chambers(NamedTuple):
    """All Handwerkskammern with their territories."""

    chambers: tuple[Chamber, ...]
    territories: tuple[Territory, ...]
    sources: tuple[Source, ...]


class Locality(NamedTuple):
    """An Ortsteil (kind `locality`) or Stadtbezirk (kind `stadtbezirk`) of a municipality."""

    name: str
    kind: LocalityKind
    part_of: str | None
    """The Stadtbezirk or greater locality it belongs to, where the source names one."""
    sources: tuple[str, ...]


class Town(NamedTuple):
    """An entry of the district's list: a municipality, or a locality listed like one.

    `kind` is `city` (kreisfreie Stadt), `town` (kreisangehörige Stadt), `municipality` (Gemeinde) or
    `locality`; a locality bears the AGS of the municipality it is `part_of`, and has no figures.
    """

    name: str
    official_name: str | None
    printed_name: str | None
    """The release's own spelling; None outside its district."""
    kind: Kind
    part_of: str | None
    ags: str
    ars: str | None
    kreis: str
    kreis_key: str
    area_km2: float | None
    population: int | None
    population_as_of: str | None
    latitude: float | None
    longitude: float | None
    postal_codes: tuple[str, ...]
    """Codes of delivery areas."""
    company_postal_codes: tuple[str, ...]
    """Codes of single companies and of P.O. boxes; of lower trust."""
    aliases: tuple[str, ...]
    localities: tuple[Locality, ...]


class Kreis(NamedTuple):
    """A territory of the district: a Kreis (kind `kreis`), or a kreisfreie Stadt (kind `kreisfreie_stadt`)."""

    key: str
    name: str
    kind: KreisKind
    group: str
    short_name: str | None
    seat: str | None
    aliases: tuple[str, ...]
    towns: tuple[Town, ...]
    confidence: Confidence | None = None
    """How well it is known that it belongs to its chamber; None where that is not in doubt."""

    @property
    def municipalities(self) -> tuple[Town, ...]:
        """The towns without the entries that are localities or belong to no municipality."""
        return tuple(town for town in self.towns if town.kind not in ("locality", "unincorporated"))

    @property
    def parts(self) -> tuple[Town, ...]:
        """The towns that make up the whole: the municipalities, and what belongs to none."""
        return tuple(town for town in self.towns if town.kind != "locality")

    @property
    def population(self) -> int | None:
        """Sum over all parts; None if that of a municipality is unknown. An area of no municipality without a figure
        has no inhabitants: the Zensus counts those that have."""
        known = [town.population for town in self.parts if town.kind != "unincorporated" or town.population is not None]
        people = [one for one in known if one is not None]
        return sum(people) if len(people) == len(known) else None

    @property
    def area_km2(self) -> float | None:
        """Sum over all parts, in km² to two places, as they are given; None if one is unknown."""
        known = [town.area_km2 for town in self.parts if town.area_km2 is not None]
        return round(math.fsum(known), 2) if len(known) == len(self.parts) else None


class Land(NamedTuple):
    """A Land of Germany. Population and area (in km²) are the sums over all that lies in it."""

    key: str
    name: str
    population: int | None
    area_km2: float | None


class Series(NamedTuple):
    """Figures of one metric that may be compared: of the same scope and the same kind of cut-off."""

    id: str
    label: Text
    description: Text
    after: str | None = None
    """The series that this one takes the place of, after a break."""
    scope: str = ""
    """What the figures are limited to; empty for the whole of what the metric counts, in the whole territory. Ratios
    are computed between figures of the same scope only."""


class Metric(NamedTuple):
    """What a figure counts. A metric of the headline alone has no kind, description or series."""

    id: str
    unit: Unit
    label: Text
    kind: MetricKind | Literal["ratio", ""] = ""
    """`stock`, `flow` or `survey`; `ratio` for what `hwk` computes from two other metrics."""
    description: Text | None = None
    series: tuple[Series, ...] = ()
    aliases: tuple[str, ...] = ()
    """What else people call it, in either language."""


class Ratio(NamedTuple):
    """What follows from the figures of two metrics for the same date: `factor` × `dividend` / `divisor`."""

    id: str
    dividend: str
    divisor: str
    factor: int
    label: Text
    aliases: tuple[str, ...] = ()


class Figure(NamedTuple):
    """One number with its date and source.

    `printed` is the source's own spelling; a derived figure has none, but the `formula` it follows from.
    `precision` is `exact` or `rounded`. `territory` is `district`, the key of a Kreis, or the AGS of a town.
    `conflicts_with` are the ids of figures that cannot be right if this one is.
    """

    metric: str
    value: float
    printed: str | None
    unit: Unit
    as_of: str
    precision: Precision
    source: str
    formula: str | None = None
    id: str = ""
    territory: str = "district"
    series: str = ""
    note: Text | None = None
    conflicts_with: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    """The ids of the figures that a derived one follows from."""

    @property
    def derived(self) -> bool:
        """Whether `hwk` computed the figure from others."""
        return self.formula is not None


class Inhabitants(NamedTuple):
    """The inhabitants of a municipality, by its AGS."""

    town: str
    value: int


class Population(NamedTuple):
    """The inhabitants of municipalities on a day, as one source counts them: figures of the metric `population`."""

    as_of: str
    series: str
    source: str
    values: tuple[Inhabitants, ...]


class History(NamedTuple):
    """All figures of a district over time, with what they count and their sources."""

    metrics: tuple[Metric, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    populations: tuple[Population, ...] = ()


class Contact(NamedTuple):
    """Whom to call. What no source prints is None.

    `phone` is in international form, `phone_printed` as the source prints it. `town` is the AGS of the town of the
    district in which it stands; `territories` are the keys of the Kreise and towns that it is in charge of.
    """

    name: str
    role: Text
    organisation: str | None
    unit: str | None
    street: str | None
    postal_code: str | None
    city: str
    phone: str | None
    email: str | None
    web: str | None
    source: str
    kind: ContactKind = "press"
    phone_printed: str | None = None
    town: str | None = None
    territories: tuple[str, ...] = ()
    as_of: str | None = None
    note: Text | None = None

    @property
    def url(self) -> str | None:
        """The address of `web`, with the scheme that need not be printed."""
        return self.web if self.web is None or "://" in self.web else f"https://{self.web}"


class Directory(NamedTuple):
    """The contacts besides the press contact, with their sources."""

    contacts: tuple[Contact, ...]
    sources: tuple[Source, ...]


class Person(NamedTuple):
    """Someone who speaks for a party of the cooperation."""

    name: str
    office: Text
    organisation: str


class Cooperation(NamedTuple):
    """What the press release reports of an agreement."""

    title: Text
    parties: tuple[str, ...]
    people: tuple[Person, ...]
    discussed: tuple[Text, ...]
    focus_areas: tuple[Text, ...]
    aim: Text
    source: str


class Municipality(NamedTuple):
    """A municipality that shares its name with a locality of the district.

    `kreis` is its Kreis, or says that it has none.
    """

    ags: str
    official_name: str
    kreis: str


class Namesake(NamedTuple):
    """A locality's name that is also the name of municipalities."""

    name: str
    municipalities: tuple[Municipality, ...]


class District(NamedTuple):
    """All that a data file holds."""

    chamber: Chamber
    sources: tuple[Source, ...]
    facts: tuple[Provenance, ...]
    metrics: tuple[Metric, ...]
    figures: tuple[Figure, ...]
    contacts: tuple[Contact, ...]
    cooperation: Cooperation | None
    groups: tuple[str, ...]
    kreise: tuple[Kreis, ...]
    namesakes: tuple[Namesake, ...]
    figures_file: str | None = None
    """The file with the figures over time, relative to the district's own; None if there is none."""
    contacts_file: str | None = None
    """The file with the other contacts, in the same way."""
    ratios: tuple[Ratio, ...] = ()
    """What follows from the metrics."""

    @property
    def towns(self) -> tuple[Town, ...]:
        """All entries, in the order of the file."""
        return tuple(town for kreis in self.kreise for town in kreis.towns)

    def source(self, id: str) -> Source:
        """The source of this id. Raises KeyError if there is none (a loaded file has them all)."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)

    def source_of(self, field: str) -> Source:
        """The source behind all facts of a field, by the file's `facts`. Raises KeyError if it names none."""
        for provenance in self.facts:
            if field in provenance.fields:
                return self.source(provenance.source)
        raise KeyError(field)
