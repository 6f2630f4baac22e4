"""The postal codes of Germany by GeoNames, and the municipality of each place in them."""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hwkcli.files.tables import Gemeinde, Kreis, Ort
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import asked, base, names, titled, variants
from raw import rows
from raw.distance import Point, km

COLUMNS = ("zipcode", "place", "state_code", "community_code", "latitude", "longitude")
CITIES = ("kreisfreie Stadt", "Stadtkreis")
FARTHEST_KM = 8
"""A place this far from the centre of a municipality of its name (and beyond 2.5 times the radius of a circle of
its area) is another place, unless its postal code is that of the municipality's seat."""
RESOLVED = {
    "name in Kreis": "locality",
    "name and place": "locality",
    "name, nearest": "locality",
    "place": "point",
    "none": "",
}
"""How the municipality of a place was found that its name alone does not tell, and what the table says of it."""


class Names:
    """The municipalities of each Kreis by their names, in any usual spelling."""

    def __init__(self, gemeinden: Iterable[Gemeinde], abbreviations: Sequence[Sequence[str]]) -> None:
        self.by_ags = {gemeinde.ags: gemeinde for gemeinde in gemeinden if not gemeinde.type.startswith("gemeindefrei")}
        self.of_kreis: Mapping[str, list[str]] = defaultdict(list)
        self.whole: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        self.shorter: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        self.everywhere: Mapping[str, set[str]] = defaultdict(set)
        self.halves: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        for ags, gemeinde in self.by_ags.items():
            kreis = gemeinde.kreis_key
            self.of_kreis[kreis].append(ags)
            for name, how in names(gemeinde.name):
                for variant in variants(name, abbreviations):
                    for key in readings(variant):
                        (self.whole if how == "exact" else self.shorter)[kreis, key].add(ags)
            for name in titled(gemeinde.name):
                for key in readings(name):
                    self.whole[kreis, key].add(ags)
            self.everywhere[fold(base(gemeinde.name))].add(ags)
            parts = base(gemeinde.name).split("-")
            for part in parts if len(parts) > 1 else ():
                self.halves[kreis, fold(part)].add(ags)

    def match(self, place: str, kreis: str) -> tuple[str, str]:
        """The AGS of the one municipality of a Kreis that a place is or lies in, and how that is known; nothing
        else."""
        if len(self.of_kreis[kreis]) == 1:
            return self.of_kreis[kreis][0], "kreis"
        for key in asked(fold(place)):
            for index in (self.whole, self.shorter):
                if found := index.get((kreis, key)):
                    return (min(found), "name") if len(found) == 1 else ("", "")
        words = re.split("[ ,]+", place)
        heads = [" ".join(words[:cut]) for cut in range(len(words) - 1, 0, -1)]
        of = re.search(", Gemeinde (.+)", place)
        for name in (*([of[1]] if of else []), *([place.partition("/")[0]] if "/" in place else []), *heads):
            for key in asked(fold(name)):
                found = self.whole.get((kreis, key), set())
                if len(found) == 1:
                    return min(found), "part"
        found = self.halves.get((kreis, fold(place.partition("/")[0])), set())
        return (min(found), "part") if len(found) == 1 else ("", "")

    def neighbour(self, place: str, postal_code: str, point: Point) -> str:
        """The AGS of the one municipality close by whose whole name a place bears, alone or before its own; empty
        if there is none. The postal table files some places under the Kreis next to theirs. Only a kreisfreie Stadt
        has codes that do not begin like that of its seat."""
        words = re.split("[ ,]+", place)
        for cut in range(len(words), 0, -1):
            named = self.everywhere.get(fold(" ".join(words[:cut])), ())
            near = [
                ags
                for ags in named
                if self.is_near(ags, postal_code, point)
                and (self.by_ags[ags].type in CITIES or self.by_ags[ags].postal_code[:3] == postal_code[:3])
            ]
            if len(near) == 1:
                return near[0]
        return ""

    def is_near(self, ags: str, postal_code: str, point: Point) -> bool:
        """Whether a place may be, or lie in, a municipality, by its position."""
        gemeinde = self.by_ags[ags]
        if not gemeinde.latitude or postal_code == gemeinde.postal_code:
            return True
        radius = math.sqrt(float(gemeinde.area_km2) / math.pi)
        return km(point, gemeinde) <= max(FARTHEST_KM, 2.5 * radius)


def resolved(file: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """The municipality, and how it was found, of places (code, name and Kreis) that their names alone do not tell."""
    found = {}
    for row in rows.read(file, ("postal_code", "place", "kreis_key", "ags", "how")):
        if row["how"] not in RESOLVED:
            sys.exit(f"{file}: {row['postal_code']} {row['place']} was found by {row['how']!r}, which is not known")
        if row["ags"]:
            found[row["postal_code"], row["place"], row["kreis_key"]] = row["ags"], RESOLVED[row["how"]]
    return found


def places(
    file: Path,
    kreise: Iterable[Kreis],
    known: Names,
    more: Mapping[tuple[str, str, str], tuple[str, str]],
    corrected: Mapping[tuple[str, str], str],
) -> list[Ort]:
    """The places of the postal table. Rows with a number for their Land are of single companies, and of lower
    trust: they are left out, as are the rows without a Land. `more` are municipalities of places that their names alone
    do not tell, `corrected` those of places (code and name) that stand under a wrong Kreis."""
    keys = {kreis.key for kreis in kreise}
    found = {}
    for row in rows.read(file, COLUMNS):
        code, place, state, kreis = (row[column].strip() for column in COLUMNS[:4])
        if not state or state.isdigit():
            continue
        if kreis not in keys:
            print(f"left out: {code} {place}, for no Kreis has the key {kreis!r}", file=sys.stderr)
            continue
        if right := corrected.get((code, place)):
            found[code, place, right[:5]] = Ort(code, place, right[:5], right, "corrected")
            continue
        ags, how = known.match(place, kreis)
        point = Point(row["latitude"], row["longitude"])
        if how != "kreis" and ags and not known.is_near(ags, code, point):
            ags = how = ""
        if not ags:
            ags = known.neighbour(place, code, point)
            how = "neighbour" if ags else ""
        if not ags:
            ags, how = more.get((code, place, kreis), ("", ""))
        found[code, place, kreis] = Ort(code, place, kreis, ags, how)
    return list(found.values())


def missing(file: Path, gemeinden: Iterable[Gemeinde]) -> Iterator[Ort]:
    """The delivery codes that the postal table lacks, each with its municipality for a place. Exits with a line for an
    unknown municipality."""
    known = {one.ags: base(one.name) for one in gemeinden}
    for row in rows.read(file, ("postal_code", "ags")):
        if row["ags"] not in known:
            sys.exit(f"{file}: {row['postal_code']}: the register has no {row['ags']}")
        yield Ort(row["postal_code"], known[row["ags"]], row["ags"][:5], row["ags"], "lists")
