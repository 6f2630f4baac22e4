"""The localities: Ortsteile, Stadtteile, villages and former municipalities, each in its municipality."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from hwkcli.files.city_districts import Block
from hwkcli.files.corrections import Corrections
from hwkcli.files.tables import Gemeinde, Ortsteil
from hwkcli.model import CONFIDENCES
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import DIRECTIONS, NO_NAMES, base, names
from raw import no_place, rows
from raw.distance import km

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
NUMERAL = re.compile("[IVX]+")
CITY = 50_000
"""The population from which on the municipality's name and a hyphen before a locality's say where it lies."""
NEAR_KM = 3
"""Two localities of one name, this near to each other, are the same."""


class Evidence(NamedTuple):
    """What is known beside the list itself."""

    laender: frozenset[str]
    """The folded names of the Länder."""
    gemeinden: Mapping[str, Gemeinde]
    """Today's municipalities by AGS."""
    moved: Mapping[str, tuple[str, ...]]
    """Today's keys of those whose key ended."""
    other_names: Mapping[str, frozenset[str]]
    """Folded names, by AGS, that are other names of the municipality itself."""
    districts: tuple[Block, ...]
    """Districts of cities, by hand."""
    corrections: Corrections
    """What the list has wrong, by hand."""
    part_of: Mapping[tuple[str, str], str]
    """Stadtbezirke by the AGS of the municipality and the folded name of a locality."""
    former: tuple[Ortsteil, ...]
    """What was a municipality until one of the changes that the register does not have yet."""


def read(file: Path, evidence: Evidence) -> tuple[list[Ortsteil], list[str]]:
    """The localities by their keys and names, and a line for each row that is left out, with its reason. Exits with a
    line for a list of another form."""
    judge, corrected = _Judge(evidence), _Corrected(file, evidence.corrections)
    found: dict[tuple[str, str], Ortsteil] = {}
    left_out = []
    for row in rows.read(file, COLUMNS):
        one = corrected(_row(file, row, evidence))
        one = judge.own_name(judge.placed(one))
        if reason := judge.reason_against(one):
            left_out.append(f"left out: {row['name']} ({one.ags}): {reason}")
        else:
            _put(found, one)
    corrected.check()
    for one in (*by_hand(evidence), *evidence.former):
        _put(found, one)
    for one in list(_heads(found.values())):
        if not judge.reason_against(one) and (fold(one.name), one.ags) not in found:
            _put(found, one)
    settled = (
        one._replace(part_of=one.part_of or evidence.part_of.get((one.ags, fold(one.name)), ""))
        for one in _settled(found)
    )
    return sorted(settled, key=lambda one: (one.ags, one.name)), left_out


def _row(file: Path, row: Mapping[str, str], evidence: Evidence) -> Ortsteil:
    unknown = [id for id in row["sources"].split() if id not in SOURCES]
    until = UNTIL.fullmatch(row["note"])
    if unknown or (row["note"] and not until):
        sys.exit(f"{file}: {row['name']} {row['ags']} has an unknown source or note: {unknown or row['note']!r}")
    keys = [key for old in (row["ags"], *row["alt_ags"].split()) for key in evidence.moved.get(old, (old,))]
    for key in keys:
        if key not in evidence.gemeinden:
            sys.exit(f"{file}: {row['name']}: there is no municipality {key or 'without a key'}")
    first, *others = dict.fromkeys(keys)
    return Ortsteil(
        name=" ".join(row["name"].split()),
        ags=first,
        alt_ags=" ".join(others),
        latitude=row["lat"],
        longitude=row["lon"],
        until=until[1] if until else "",
        part_of="",
        confidence=row["confidence"],
        sources=" ".join(sorted({SOURCES[id] for id in row["sources"].split()})),
    )


class _Corrected:
    """Corrects the rows that the list has wrong."""

    def __init__(self, file: Path, known: Corrections) -> None:
        self.file = file
        self.moved = {(one.name, one.listed): one.ags for one in known.localities}
        self.split = {(name, ags) for ags, names in known.split.items() for name in names}
        self.unused = {*self.moved, *self.split}

    def __call__(self, one: Ortsteil) -> Ortsteil:
        """A row as it is right: in the municipality that it lies in; of low confidence, where that is one of several
        and the list may have taken the wrong one."""
        key = one.name, one.ags
        if key in self.moved or (key in self.split and one.alt_ags):
            self.unused.discard(key)
        if key in self.moved:
            return one._replace(ags=self.moved[key], alt_ags="")
        return one._replace(confidence="low") if key in self.split else one

    def check(self) -> None:
        """Exits with a line if the list does not have a row that is to be corrected."""
        if self.unused:
            rows_lost = ", ".join(f"{name} ({ags})" for name, ags in sorted(self.unused))
            sys.exit(f"{self.file}: it does not have what corrections.yaml corrects: {rows_lost}")


def by_hand(evidence: Evidence) -> Iterator[Ortsteil]:
    """The districts of cities that were written by hand. Exits with a line if one is in no city of its name."""
    for block in evidence.districts:
        gemeinde = evidence.gemeinden.get(block.ags)
        if gemeinde is None or base(gemeinde.name) != block.city:
            sys.exit(
                f"city_districts.yaml: {block.ags} is {gemeinde.name if gemeinde else 'nothing'}, not {block.city}"
            )
        for name in block.names:
            yield Ortsteil(name, block.ags, "", "", "", "", block.part_of or "", block.confidence, block.source)


class _Judge:
    """Says what of a row is a locality, of which name, where."""

    def __init__(self, evidence: Evidence) -> None:
        self.gemeinden, self.laender = evidence.gemeinden, evidence.laender
        self.other_names = evidence.other_names
        self.own = {ags: {key for key, _ in names(one.name)} for ags, one in self.gemeinden.items()}
        self.uninhabited = {ags for ags, one in self.gemeinden.items() if one.type == "gemeindefreies Gebiet"}

    def reason_against(self, one: Ortsteil) -> str:
        """Why a row is no locality; empty if it is one."""
        key = fold(one.name)
        town, _, region = one.name.partition(", ")
        if key in self.own[one.ags] or (fold(town) in self.own[one.ags] and fold(region) in self.laender):
            return "the municipality itself"
        if any(key in self.other_names.get(ags, ()) for ags in (one.ags, *one.alt_ags.split())):
            return "another name of the municipality itself"
        if any(key == fold(base(self.gemeinden[ags].name)) for ags in one.alt_ags.split()):
            return "a municipality itself"
        return no_place.reason(one)

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
        """A locality without the name of its municipality before its own: `Hamburg Allermöhe`, `Passau, Altstadt`,
        `Mainz-Gonsenheim`; nor that of its municipality or Kreis behind a comma (`Ast, Gemeinde Frauenneuharting`).
        What is no name without it keeps it (`Sylt-Ost`, `Wahlstorf (Dorf)`), and so does the double name of a place in
        a small municipality (`Malente-Gremsmühlen`)."""
        one = one._replace(name=re.sub(", (Gemeinde|Kreis) .+", "", one.name))
        gemeinde = self.gemeinden[one.ags]
        town = base(gemeinde.name)
        rest = one.name.removeprefix(f"{town} ").removeprefix(f"{town}, ")
        if rest == one.name and int(gemeinde.population or 0) >= CITY:
            rest = one.name.removeprefix(f"{town}-")
        former = one.until and rest == one.name.removeprefix(f"{town}, ")
        no_name = not rest[0].isupper() or NUMERAL.fullmatch(rest) or set(fold(rest).split()) <= NO_NAMES
        if rest == one.name or former or no_name or fold(rest) in self.laender:
            return one
        greater, _, name = rest.rpartition(", ")
        return one._replace(name=name, part_of=one.part_of or greater)


def _put(found: dict[tuple[str, str], Ortsteil], one: Ortsteil) -> None:
    """Add a locality, to what is known of it if it stands there already: what is known best, with all sources."""
    key = fold(one.name), one.ags
    if other := found.get(key):
        best, rest = sorted((other, one), key=lambda row: CONFIDENCES.index(row.confidence))
        one = best._replace(
            latitude=best.latitude or rest.latitude,
            longitude=best.longitude or rest.longitude,
            until=max(best.until, rest.until),
            part_of=best.part_of or rest.part_of,
            sources=" ".join(sorted({*best.sources.split(), *rest.sources.split()})),
        )
    found[key] = one


def _heads(known: Iterable[Ortsteil]) -> Iterator[Ortsteil]:
    """What several localities of a municipality are parts of by their names: Nordend-Ost and Nordend-West."""
    parts: dict[tuple[str, str], list[Ortsteil]] = defaultdict(list)
    for one in known:
        words = re.split("[ /-]", one.name)
        if len(words) > 1 and fold(words[-1]) in DIRECTIONS and one.confidence != "low":
            head = re.sub(r"[ /-]+\w+$", "", one.name)
            if fold(head) not in NO_NAMES:
                parts[head, one.ags].append(one)
    for (head, ags), group in parts.items():
        if len(group) > 1:
            sources = " ".join(sorted({id for one in group for id in one.sources.split()}))
            yield Ortsteil(head, ags, "", "", "", "", "", "medium", sources)


def _settled(found: Mapping[tuple[str, str], Ortsteil]) -> Iterator[Ortsteil]:
    """The localities without those of low confidence that are known better in one of their candidates, close by; that
    one gets their position if it has none, and until when it was a municipality."""
    sure: dict[str, dict[str, Ortsteil]] = defaultdict(dict)
    for (name, ags), one in found.items():
        if one.confidence != "low":
            sure[name][ags] = one
    doubtful = []
    for (name, _), one in found.items():
        if one.confidence != "low":
            continue
        better = [sure[name][ags] for ags in (one.ags, *one.alt_ags.split()) if ags in sure[name]]
        same = [other for other in better if km(one, other) < NEAR_KM]
        if not same:
            doubtful.append(one)
        else:
            known = same[0]
            if not known.latitude:
                known = known._replace(latitude=one.latitude, longitude=one.longitude)
            if one.until:
                sources = sorted({*known.sources.split(), *one.sources.split()})
                known = known._replace(until=max(known.until, one.until), sources=" ".join(sources))
            sure[name][known.ags] = known
    yield from (one for places in sure.values() for one in places.values())
    yield from doubtful
