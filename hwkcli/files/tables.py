"""The tables under `data/germany/`, row by row: what the register, the postal table and the lists of localities hold.

Every cell is text. A cell that is not of its column's form, a key without its place and a row twice are faults, with
file and line. `scripts/gazetteer.py` writes the tables.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from hwkcli.errors import BadData, BadFile, Fault, Message
from hwkcli.files import by_hand, csv_table
from hwkcli.files.by_hand import by_key
from hwkcli.files.fields import listing, record, text
from hwkcli.files.sources import PROVENANCE, SOURCE
from hwkcli.model import CONFIDENCES, Origins
from hwkcli.naming.fold import fold

_SCRIPT = "scripts/gazetteer.py"
_ORIGINS = record(Origins, sources=listing(SOURCE), facts=listing(PROVENANCE))

KREIS_TYPES = ("kreisfreie Stadt", "Stadtkreis", "Kreis", "Landkreis", "Regionalverband")
"""What a Kreis can be, by the second digit of its Textkennzeichen in the register (41 to 45)."""

VERBAND_TYPES = {
    "51": "Amt",
    "52": "Samtgemeinde",
    "53": "Verbandsgemeinde",
    "54": "Verwaltungsgemeinschaft",
    "55": "Kirchspielslandgemeinde",
    "56": "Verwaltungsverband",
}
"""What municipalities that are administered together can be, by its Textkennzeichen in the register."""

GEMEINDE_TYPES = {
    "60": "Markt",
    "61": "kreisfreie Stadt",
    "62": "Stadtkreis",
    "63": "Stadt",
    "64": "Gemeinde",
    "65": "gemeindefreies Gebiet (bewohnt)",
    "66": "gemeindefreies Gebiet",
    "67": "Große Kreisstadt",
}
"""What a municipality can be, by its Textkennzeichen in the register."""

MATCHES = ("name", "part", "kreis", "neighbour", "locality", "point", "lists", "corrected", "")
"""How the municipality of a place of the postal table is known.

- `name`: it is the municipality's name, in a usual spelling
- `part`: the municipality's name is part of it, or it is part of that
- `kreis`: the Kreis has one municipality only
- `neighbour`: it is the name of a municipality close by, in another Kreis than the table's
- `locality`: it is the name of one locality of the Kreis, or the nearest of several
- `point`: its position lies in the municipality, and nothing else is known: the code may be another's
- `lists`: the postal table lacks the code, and other lists agree on its municipality
- `corrected`: by hand, where the postal table files it under a wrong Kreis
- empty: it is not known
"""

UNVERIFIED = "common_knowledge"
"""The source of localities that were looked up nowhere: they are of low confidence, and nothing says where else they
may lie."""


class Land(NamedTuple):
    """A Land of the register."""

    key: str
    name: str


class Regierungsbezirk(NamedTuple):
    """A Regierungsbezirk, or a region that the register has in its place, as printed (`Reg.-Bez. Arnsberg`): the first
    three digits of the keys in it."""

    key: str
    name: str


class Kreis(NamedTuple):
    """A Kreis or a kreisfreie Stadt of the register, with its NUTS-3 code and the car plates that are issued there,
    with blanks between them."""

    key: str
    name: str
    type: str
    nuts3: str
    plates: str


class Verband(NamedTuple):
    """Municipalities of a Kreis that are administered together, as printed: the first nine digits of their ARS."""

    key: str
    name: str
    type: str


class Gemeinde(NamedTuple):
    """A municipality or a gemeindefreies Gebiet of the register. The postal code is that of its seat; the population
    that of the Zensus, empty where it has none (a gemeindefreies Gebiet without inhabitants)."""

    ags: str
    ars: str
    name: str
    type: str
    area_km2: str
    population: str
    postal_code: str
    latitude: str
    longitude: str

    @property
    def kreis_key(self) -> str:
        """The key of its Kreis; of none, where it ends in 000 and belongs to a Land as a whole."""
        return self.ags[:5]


class Ort(NamedTuple):
    """A place of the postal table."""

    postal_code: str
    place: str
    kreis_key: str
    ags: str
    match: str


class Ortsteil(NamedTuple):
    """A locality: an Ortsteil, Stadtteil, village or former municipality, with the municipality that it lies in."""

    name: str
    ags: str
    alt_ags: str
    """Other municipalities, with blanks between them: of a locality of low confidence those in one of which it may lie
    instead; of a former municipality those that parts of it went to."""
    latitude: str
    longitude: str
    until: str
    """The day until which it was a municipality of its own; empty if it was none, or that is not known."""
    part_of: str
    """The Stadtbezirk that it belongs to, where that is known."""
    confidence: str
    """`high`, `medium` or `low`; if it is low, it lies in one of `ags` and `alt_ags`."""
    sources: str
    """The ids of the sources, with blanks between them."""


class Tables(NamedTuple):
    """All tables, and where they come from."""

    laender: tuple[Land, ...]
    regierungsbezirke: tuple[Regierungsbezirk, ...]
    kreise: tuple[Kreis, ...]
    verbaende: tuple[Verband, ...]
    gemeinden: tuple[Gemeinde, ...]
    orte: tuple[Ort, ...]
    ortsteile: tuple[Ortsteil, ...]
    origins: Origins


_Row = TypeVar("_Row", bound=NamedTuple)

_NAME = r"\S(.*\S)?"
_AREA = r"[0-9]+\.[0-9]{2}"
_DEGREES = r"([0-9]+(\.[0-9]+)?)?"
_FORMS: Mapping[str, str] = {
    "key": "[0-9]{2,3}|[0-9]{5}|[0-9]{9}",
    "name": _NAME,
    "place": _NAME,
    "ags": "[0-9]{8}",
    "ars": "[0-9]{12}",
    "kreis_key": "[0-9]{5}",
    "postal_code": "[0-9]{5}",
    "area_km2": _AREA,
    "population": "[0-9]+",
    "latitude": _DEGREES,
    "longitude": _DEGREES,
    "match": "|".join(MATCHES),
    "alt_ags": "[0-9]{8}( [0-9]{8})*",
    "until": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "part_of": _NAME,
    "confidence": "|".join(CONFIDENCES),
    "sources": "[a-z0-9_]+( [a-z0-9_]+)*",
    "nuts3": "DE[0-9A-Z]{3}",
    "plates": "[A-ZÄÖÜ]{1,3}( [A-ZÄÖÜ]{1,3})*",
    "type": "|".join(map(re.escape, (*KREIS_TYPES, *VERBAND_TYPES.values(), *GEMEINDE_TYPES.values()))),
}
_OPTIONAL: Mapping[type[NamedTuple], tuple[str, ...]] = {
    Kreis: ("nuts3", "plates"),
    Gemeinde: ("area_km2", "population", "postal_code"),
    Ort: ("ags",),
    Ortsteil: ("alt_ags", "until", "part_of"),
}
"""The columns that may be empty: uninhabited areas have no population and no seat, and waters no area."""


def rows(file: Path, make: type[_Row], unique: Callable[[_Row], Any]) -> tuple[_Row, ...]:
    """The rows of one table. Raises BadFile if it cannot be read, BadData with all its faults if it is not in order."""
    optional = _OPTIONAL.get(make, ())
    forms = {field: f"({_FORMS[field]})?" if field in optional else _FORMS[field] for field in make._fields}
    return csv_table.read(file, make, forms, _SCRIPT, unique)


def read(folder: Path) -> Tables:
    """All tables in a folder. Raises BadFile and BadData as `rows` does; also where a key has no place."""
    tables = Tables(
        rows(folder / "laender.csv", Land, lambda land: land.key),
        rows(folder / "regierungsbezirke.csv", Regierungsbezirk, lambda bezirk: bezirk.key),
        rows(folder / "kreise.csv", Kreis, lambda kreis: kreis.key),
        rows(folder / "associations.csv", Verband, lambda verband: verband.key),
        rows(folder / "municipalities.csv", Gemeinde, lambda gemeinde: gemeinde.ags),
        rows(folder / "postal_codes.csv", Ort, lambda ort: (ort.postal_code, ort.place, ort.kreis_key)),
        rows(folder / "localities.csv", Ortsteil, lambda ortsteil: (ortsteil.name, ortsteil.ags)),
        origins(folder / "sources.yaml"),
    )
    faults = tuple(_strays(folder, tables))
    if faults:
        raise BadData(faults)
    return tables


def _strays(folder: Path, tables: Tables) -> Iterator[Fault]:
    """Keys without their place. (The seas and the common territory with Luxembourg belong to a Land, but to no
    Kreis.)"""
    laender = {land.key for land in tables.laender}
    kreise = {kreis.key for kreis in tables.kreise}
    gemeinden = {gemeinde.ags for gemeinde in tables.gemeinden}
    sources = {source.id for source in tables.origins.sources}
    for at, bezirk in enumerate(tables.regierungsbezirke, 2):
        if bezirk.key[:2] not in laender:
            file = str(folder / "regierungsbezirke.csv")
            yield Fault(file, at, "key", bezirk.key, Message("a key in one of the Länder"))
    for at, kreis in enumerate(tables.kreise, 2):
        if kreis.key[:2] not in laender:
            yield Fault(str(folder / "kreise.csv"), at, "key", kreis.key, Message("a key in one of the Länder"))
    members = {gemeinde.ars[:9] for gemeinde in tables.gemeinden}
    for at, verband in enumerate(tables.verbaende, 2):
        if verband.key not in members:
            yield Fault(
                str(folder / "associations.csv"),
                at,
                "key",
                verband.key,
                Message("the beginning of the ARS of a municipality"),
            )
    for at, gemeinde in enumerate(tables.gemeinden, 2):
        whole_land = gemeinde.ags[2:5] == "000" and gemeinde.ags[:2] in laender
        if gemeinde.kreis_key not in kreise and not whole_land:
            yield Fault(
                str(folder / "municipalities.csv"), at, "ags", gemeinde.ags, Message("a key in one of the Kreise")
            )
    for at, ort in enumerate(tables.orte, 2):
        if ort.kreis_key not in kreise or (ort.ags and ort.ags not in gemeinden):
            yield Fault(
                str(folder / "postal_codes.csv"),
                at,
                "",
                ",".join(ort),
                Message("a Kreis and a municipality that exist"),
            )
    for at, ortsteil in enumerate(tables.ortsteile, 2):
        for ags in (ortsteil.ags, *ortsteil.alt_ags.split()):
            if ags not in gemeinden:
                yield Fault(str(folder / "localities.csv"), at, "ags", ags, Message("a municipality that exists"))
        for id in ortsteil.sources.split():
            if id not in sources:
                yield Fault(str(folder / "localities.csv"), at, "sources", id, Message("the id of a source"))
        looked_up = ortsteil.sources != UNVERIFIED
        if looked_up and (ortsteil.confidence == "low") > bool(ortsteil.alt_ags):
            yield Fault(
                str(folder / "localities.csv"), at, "alt_ags", Message("nothing"), Message("another municipality")
            )


def origins(file: Path) -> Origins:
    """What `sources.yaml` holds, with the sums of the raw files, which stand beside it in `SHA256SUMS`.

    Raises BadFile and BadData.
    """
    made: Origins = by_hand.read(file, _ORIGINS)
    known = _sums(file.with_name("SHA256SUMS"))
    return made._replace(sources=tuple(one._replace(sha256=known.get(one.file or "")) for one in made.sources))


def _sums(file: Path) -> dict[str, str]:
    """The SHA-256 of raw files by their names; none where they have never been written."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(csv_table.UNREAD, file=file, error=error, script=_SCRIPT) from None
    faults = [at for at, line in enumerate(lines, 1) if not re.fullmatch(r"[0-9a-f]{64}  \S+", line)]
    if faults:
        raise BadData(
            tuple(Fault(str(file), at, "", lines[at - 1], Message("a SHA-256, two blanks, a file")) for at in faults)
        )
    return {name: sum for sum, _, name in (line.partition("  ") for line in lines)}


class Region(NamedTuple):
    """Landscapes and rivers that are in the same Länder, Regierungsbezirke or Kreise."""

    names: tuple[str, ...]
    keys: tuple[str, ...]
    """The keys of the Länder, Regierungsbezirke and Kreise: two, three or five digits."""


class Spellings(NamedTuple):
    """How people write names."""

    abbreviations: tuple[tuple[str, ...], ...]
    """Groups of spellings that mean the same, folded."""
    aliases: dict[str, tuple[str, ...]]
    """Other names of a Land or a Kreis, by its key."""
    regions: tuple[Region, ...]
    """What people add to a name to say where a place is."""


def spellings(file: Path) -> Spellings:
    """What `spellings.yaml` holds. Raises BadFile and BadData."""
    region = record(Region, names=listing(text, 1), keys=listing(text, 1))
    made: Spellings = by_hand.read(
        file,
        record(
            Spellings,
            abbreviations=listing(listing(text)),
            aliases=by_key(listing(text)),
            regions=listing(region),
        ),
    )
    return made._replace(abbreviations=tuple(tuple(map(fold, group)) for group in made.abbreviations))
