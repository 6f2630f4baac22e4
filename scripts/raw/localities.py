"""The localities: Ortsteile, Stadtteile, villages and former municipalities, each in its municipality."""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hwkcli.files.tables import Gemeinde, Ortsteil
from hwkcli.model import CONFIDENCES
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base, names
from raw import rows

COLUMNS = ("name", "ags", "alt_ags", "lat", "lon", "note", "sources", "confidence")
SOURCES = {
    "destatis_former": "former_municipalities",
    "geonames_2016": "geonames_places",
    "geonames_2016_edge": "geonames_places",
    "geonames_cities500": "geonames_towns",
    "geonames_postal": "postal_table",
    "nwbib": "nwbib_places",
    "city_open_data": "city_localities",
}
"""What the list calls its sources, and their ids in `sources.yaml`."""
UNTIL = re.compile(r"municipality until (\d{4}-\d\d-\d\d)")


def read(
    file: Path, gemeinden: Mapping[str, Gemeinde], moved: Mapping[str, tuple[str, ...]]
) -> tuple[list[Ortsteil], list[str]]:
    """The localities by their keys and names, and a line for each row that is left out, with its reason."""
    known = _Gemeinden(gemeinden)
    found: dict[tuple[str, str], Ortsteil] = {}
    left_out = []
    for row in rows.read(file, COLUMNS):
        one = _row(file, row, moved)
        reason = known.reason_against(one)
        if reason:
            left_out.append(f"{one.name} ({one.ags}): {reason}")
            continue
        one = known.own_name(known.placed(one))
        if fold(one.name) in known.own[one.ags]:
            left_out.append(f"{row['name']} ({one.ags}): the municipality itself")
            continue
        key = fold(one.name), one.ags
        found[key] = _merged(found[key], one) if key in found else one
    return sorted(_settled(found.values()), key=lambda one: (one.ags, one.name)), left_out


def _row(file: Path, row: Mapping[str, str], moved: Mapping[str, tuple[str, ...]]) -> Ortsteil:
    unknown = [id for id in row["sources"].split() if id not in SOURCES]
    until = UNTIL.fullmatch(row["note"])
    if unknown or (row["note"] and not until):
        sys.exit(f"{file}: {row['name']} {row['ags']} has an unknown source or note: {unknown or row['note']!r}")
    keys = [key for old in (row["ags"], *row["alt_ags"].split()) for key in moved.get(old, (old,))]
    first, *others = dict.fromkeys(keys)
    return Ortsteil(
        name=row["name"],
        ags=first,
        alt_ags=" ".join(others),
        latitude=row["lat"],
        longitude=row["lon"],
        until=until[1] if until else "",
        part_of="",
        confidence=row["confidence"],
        sources=" ".join(sorted({SOURCES[id] for id in row["sources"].split()})),
    )


class _Gemeinden:
    """The municipalities that localities lie in."""

    def __init__(self, gemeinden: Mapping[str, Gemeinde]) -> None:
        self.gemeinden = gemeinden
        self.own = {ags: {key for key, _ in names(one.name)} for ags, one in gemeinden.items()}
        self.uninhabited = {ags for ags, one in gemeinden.items() if one.type == "gemeindefreies Gebiet"}

    def reason_against(self, one: Ortsteil) -> str:
        """Why a row is no locality; empty if it is one."""
        if fold(one.name) in self.own[one.ags]:
            return "the municipality itself"
        if any(fold(one.name) == fold(base(self.gemeinden[ags].name)) for ags in one.alt_ags.split()):
            return "a municipality itself"
        return ""

    def placed(self, one: Ortsteil) -> Ortsteil:
        """A locality with those candidates only that it may lie in: nobody lives in an area without inhabitants; and
        `Bremen-Vegesack` is in Bremen."""
        keys = [one.ags, *one.alt_ags.split()]
        if one.confidence == "low":
            inhabited = [ags for ags in keys if ags not in self.uninhabited] or keys
            named = [ags for ags in inhabited if fold(one.name).startswith(f"{fold(base(self.gemeinden[ags].name))} ")]
            keys = named if len(named) == 1 else inhabited
            if len(keys) == 1:
                one = one._replace(confidence="medium")
        return one._replace(ags=keys[0], alt_ags=" ".join(keys[1:]))

    def own_name(self, one: Ortsteil) -> Ortsteil:
        """A locality without the name of its municipality before its own: `Hamburg Allermöhe`, `Mainz-Gonsenheim`.
        What is no name without it keeps it (`Sylt-Ost`, `Wahlstorf (Dorf)`), and so does the double name of a place in
        a small municipality (`Malente-Gremsmühlen`)."""
        gemeinde = self.gemeinden[one.ags]
        town = base(gemeinde.name)
        rest = one.name.removeprefix(f"{town} ")
        if rest == one.name and int(gemeinde.population or 0) >= CITY:
            rest = one.name.removeprefix(f"{town}-")
        if rest == one.name or not re.match(r"\w", rest) or fold(rest).split()[0] in NO_NAME:
            return one
        greater, _, name = rest.rpartition(", ")
        return one._replace(name=name, part_of=one.part_of or greater)


NO_NAME = {
    *("nord", "süd", "ost", "west", "mitte", "nordost", "nordwest", "südost", "südwest"),
    *("dorf", "gut", "stadt", "land", "hof", "bad", "kai", "bahnhof", "siedlung", "kolonie", "zentrum"),
    *("am", "an", "auf", "bei", "im", "in", "ob", "über", "unter", "vor", "zu"),
}
"""First words of what is no name of its own behind that of its municipality."""
CITY = 50_000
"""The population from which on the municipality's name and a hyphen before a locality's say where it lies."""


def _merged(one: Ortsteil, other: Ortsteil) -> Ortsteil:
    """A locality that stands in two rows, as one: what is known best, with the sources of both."""
    best, rest = sorted((one, other), key=lambda row: CONFIDENCES.index(row.confidence))
    sources = " ".join(sorted({*one.sources.split(), *other.sources.split()}))
    return best._replace(until=max(one.until, other.until), part_of=best.part_of or rest.part_of, sources=sources)


def _settled(found: Iterable[Ortsteil]) -> Iterator[Ortsteil]:
    """The localities without those of low confidence that are known for sure in one of their candidates, close by."""
    sure: dict[str, list[Ortsteil]] = defaultdict(list)
    rest = list(found)
    for one in rest:
        if one.confidence != "low":
            sure[fold(one.name)].append(one)
    for one in rest:
        keys = {one.ags, *one.alt_ags.split()}
        if one.confidence == "low" and any(
            other.ags in keys and _km(one, other) < NEAR_KM for other in sure[fold(one.name)]
        ):
            continue
        yield one


NEAR_KM = 3
"""Two localities of one name, this near to each other, are the same."""


def _km(one: Ortsteil, other: Ortsteil) -> float:
    """How far two localities are from each other; nothing if the position of one is not known."""
    if not (one.latitude and other.latitude):
        return 0
    latitude, longitude = float(one.latitude), float(one.longitude)
    east = math.cos(math.radians(latitude)) * (longitude - float(other.longitude))
    return 111.2 * math.hypot(latitude - float(other.latitude), east)
