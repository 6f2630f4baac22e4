"""Write the tables under `data/germany/` from the two official downloads, and say what changed.

    python scripts/gazetteer.py AuszugGV4Q.xlsx postal_codes_DE.csv --postal-edition 2026-03

The first file is the Gemeindeverzeichnis of the Statistisches Bundesamt (all municipalities, Auszug of a quarter),
the second the postal codes of Germany by GeoNames, with the columns named in `POSTAL_COLUMNS`. The tables hold what
these two files hold, and which municipality a place of the postal table is. With `--dry-run` nothing is written.
"""

import argparse
import csv
import io
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hwkcli import language
from hwkcli.errors import HwkError
from hwkcli.files import load
from hwkcli.files.tables import GEMEINDE_TYPES, KREIS_TYPES, Gemeinde, Kreis, Land, Ort, Tables, read, spellings
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import asked, base, names, titled, variants
from hwkcli.streams import to_file

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
POSTAL_COLUMNS = ("zipcode", "place", "state_code", "community_code", "latitude", "longitude")
CITIES = ("kreisfreie Stadt", "Stadtkreis")
FARTHEST_KM = 8
"""A place this far from the centre of a municipality of its name (and beyond 2.5 times the radius of a circle of
its area) is another place, unless its postal code is that of the municipality's seat."""


class Edition(NamedTuple):
    """The dates that the register prints."""

    status: str
    quarter: str
    population: str
    postal: str


def number(cell: object, places: int) -> str:
    """A number of the register as text; empty for an empty cell."""
    return "" if cell == "" else f"{float(str(cell).replace(',', '.')):.{places}f}"


def register(file: Path, postal_edition: str) -> tuple[Edition, list[Land], list[Kreis], list[Gemeinde]]:
    """What the register's workbook holds. Its lines begin with their kind: 10 a Land, 40 a Kreis, 60 a municipality."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(file)
    cover, sheet = (workbook.get_sheet_by_index(index).to_python() for index in (0, 1))
    status = re.search(
        r"Gebietsstand: (\d\d)\.(\d\d)\.(\d{4}) \((\d)\. Quartal\)", " ".join(str(row[0]) for row in cover)
    )
    head = " ".join(str(cell) for row in sheet[:8] for cell in row)
    counted = re.search(r"am (\d\d)\.(\d\d)\.(\d{4}) \(Jahr\)", head)
    if status is None or counted is None:
        sys.exit(f"{file}: the cover names no Gebietsstand, or the header no date of the population")
    edition = Edition("-".join(status.group(3, 2, 1)), status[4], "-".join(counted.group(3, 2, 1)), postal_edition)
    laender, kreise, gemeinden = [], [], []
    for row in sheet:
        kind, mark, land, region, kreis, verband, gemeinde, name = (str(cell).strip() for cell in row[:8])
        if kind == "10":
            laender.append(Land(land, name))
        elif kind == "40":
            kreise.append(Kreis(land + region + kreis, name, KREIS_TYPES[int(mark) - 41]))
        elif kind == "60":
            ags, ars = land + region + kreis + gemeinde, land + region + kreis + verband + gemeinde
            postal, longitude, latitude = (str(cell).strip().replace(",", ".") for cell in row[13:16])
            if latitude == longitude == "0":
                latitude = longitude = ""  # the common territory with Luxembourg has no position
            area, people = number(row[8], 2), number(row[9], 0)
            gemeinden.append(Gemeinde(ags, ars, name, GEMEINDE_TYPES[mark], area, people, postal, latitude, longitude))
    return edition, laender, kreise, gemeinden


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

    def neighbour(self, place: str, postal_code: str, latitude: float, longitude: float) -> str:
        """The AGS of the one municipality close by whose whole name a place bears, alone or before its own; empty
        if there is none. The postal table files some places under the Kreis next to theirs. Only a kreisfreie Stadt
        has codes that do not begin like that of its seat."""
        words = re.split("[ ,]+", place)
        for cut in range(len(words), 0, -1):
            named = self.everywhere.get(fold(" ".join(words[:cut])), ())
            near = [
                ags
                for ags in named
                if self.is_near(ags, postal_code, latitude, longitude)
                and (self.by_ags[ags].type in CITIES or self.by_ags[ags].postal_code[:3] == postal_code[:3])
            ]
            if len(near) == 1:
                return near[0]
        return ""

    def is_near(self, ags: str, postal_code: str, latitude: float, longitude: float) -> bool:
        """Whether a place may be, or lie in, a municipality, by its position."""
        gemeinde = self.by_ags[ags]
        if not gemeinde.latitude or postal_code == gemeinde.postal_code:
            return True
        degrees = math.cos(math.radians(latitude)) * (longitude - float(gemeinde.longitude))
        away = 111.2 * math.hypot(latitude - float(gemeinde.latitude), degrees)
        return away <= max(FARTHEST_KM, 2.5 * math.sqrt(float(gemeinde.area_km2) / math.pi))


def postal(file: Path, kreise: Iterable[Kreis], known: Names) -> list[Ort]:
    """The places of the postal table. Rows with a number for their Land are of single companies, and of lower
    trust: they are left out, as are the rows without a Land."""
    keys = {kreis.key for kreis in kreise}
    found = {}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        if missing := set(POSTAL_COLUMNS) - set(rows.fieldnames or ()):
            sys.exit(f"{file}: there is no column {', '.join(sorted(missing))}")
        for row in rows:
            code, place, state, kreis = (row[column].strip() for column in POSTAL_COLUMNS[:4])
            if not state or state.isdigit():
                continue
            if kreis not in keys:
                print(f"left out: {code} {place}, for no Kreis has the key {kreis!r}", file=sys.stderr)
                continue
            ags, how = known.match(place, kreis)
            position = float(row["latitude"]), float(row["longitude"])
            if how != "kreis" and ags and not known.is_near(ags, code, *position):
                ags = how = ""
            if not ags:
                ags = known.neighbour(place, code, *position)
                how = "neighbour" if ags else ""
            found[code, place, kreis] = Ort(code, place, kreis, ags, how)
    return [found[key] for key in sorted(found)]


def sources(edition: Edition) -> str:
    """The file that names the sources of the tables, with the dates of their editions."""
    day, month, year = reversed(edition.status.split("-"))
    counted = ".".join(reversed(edition.population.split("-")))
    status_en, counted_en = (language.date(iso, "en") for iso in (edition.status, edition.population))
    register = f"""\
  publisher: Statistisches Bundesamt (Destatis)
  title: Gemeindeverzeichnis GV-ISys, Alle politisch selbständigen Gemeinden, Auszug {edition.quarter}. Quartal {year}
  url: "https://www.destatis.de"
  document: AuszugGV{edition.quarter}Q
  licence:
    de: Vervielfältigung und Verbreitung, auch in Auszügen, mit Nennung der Quelle erlaubt
    en: reproduction and distribution, also of parts, permitted with the source named"""
    attribution = f"© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand {day}.{month}.{year}"
    return f"""\
# Where the tables in this folder come from, and of when they are. Written by scripts/gazetteer.py, as they are.

sources:
- id: register
{register}
  edition: {{de: "Gebietsstand {day}.{month}.{year}", en: "territorial status of {status_en}"}}
  attribution: "{attribution}"
- id: register_population
{register}
  edition:
    de: Einwohner am {counted} auf Grundlage des Zensus 2011
    en: population of {counted_en}, on the basis of the Zensus 2011
  attribution: "{attribution}; Einwohner auf Grundlage des Zensus 2011"
- id: postal_table
  publisher: GeoNames
  title: Postal codes of Germany
  url: "https://www.geonames.org"
  edition: "{edition.postal}"
  licence: CC BY 4.0
  attribution: GeoNames.org, CC BY 4.0

facts:
- fields: [key, official_name, kind, ags, ars]
  source: register
  as_of: "{edition.status}"
- fields: [area_km2, latitude, longitude]
  source: register
  as_of: "{edition.population}"
- fields: [population]
  source: register_population
  as_of: "{edition.population}"
- fields: [postal_codes]
  source: postal_table
  as_of: "{edition.postal}"
"""


def table(rows: Sequence[NamedTuple]) -> str:
    """The text of a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0]._fields)
    writer.writerows(rows)
    return out.getvalue()


def differences(old: Tables, new: Tables, responsible: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a new edition changes, line by line. `responsible` are the chambers by the keys of their territories."""
    before, after = ({one.ags: one for one in tables.gemeinden} for tables in (old, new))
    gone = {ags: one for ags, one in before.items() if ags not in after}
    added = {ags: one for ags, one in after.items() if ags not in before}
    moved = {a: b for a in gone for b in added if (gone[a].name, a[:2]) == (added[b].name, b[:2])}
    yield from (f"re-keyed: {before[ags].name} {ags} -> {other}" for ags, other in moved.items())
    yield from (f"gone: {one.name} {ags}" for ags, one in gone.items() if ags not in moved)
    yield from (f"added: {one.name} {ags}" for ags, one in added.items() if ags not in moved.values())
    for ags in before.keys() & after.keys():
        if before[ags].name != after[ags].name:
            yield f"renamed: {ags} {before[ags].name} -> {after[ags].name}"
    keys = ({kreis.key: kreis.name for kreis in tables.kreise} for tables in (old, new))
    kreise_before, kreise_after = keys
    for key in sorted(kreise_before.keys() ^ kreise_after.keys()):
        verb, name = ("gone", kreise_before[key]) if key in kreise_before else ("added", kreise_after[key])
        yield f"Kreis {verb}: {name} {key}"
    places = kreise_after.keys() | after.keys()
    for key, codes in responsible.items():
        if key not in places:
            yield f"chamber affected: {', '.join(codes)} has {key} in data/chambers.yaml, which is gone"
    for ags in sorted(after):
        if ags[:5] in kreise_after and not {ags, ags[:5]} & responsible.keys():
            yield f"chamber affected: {after[ags].name} {ags} has no chamber in data/chambers.yaml"
    codes_before, codes_after = ({ort.postal_code for ort in tables.orte} for tables in (old, new))
    yield f"postal codes: {len(codes_after - codes_before)} added, {len(codes_before - codes_after)} gone"


def build(xlsx: Path, postal_csv: Path, postal_edition: str) -> dict[str, str]:
    """The texts of the tables by the names of their files."""
    edition, laender, kreise, gemeinden = register(xlsx, postal_edition)
    abbreviations = spellings(DATA / "germany" / "spellings.yaml").abbreviations
    orte = postal(postal_csv, kreise, Names(gemeinden, abbreviations))
    return {
        "laender.csv": table(laender),
        "kreise.csv": table(kreise),
        "municipalities.csv": table(gemeinden),
        "postal_codes.csv": table(orte),
        "sources.yaml": sources(edition),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables and print what they change."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("register", type=Path, help="the workbook of the Gemeindeverzeichnis, .xlsx")
    parser.add_argument("postal_codes", type=Path, help="the postal table of GeoNames, .csv")
    parser.add_argument("--postal-edition", required=True, metavar="YYYY-MM", help="the postal table does not say it")
    parser.add_argument("--to", type=Path, default=DATA / "germany", metavar="FOLDER", help="where the tables are")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    given = parser.parse_args(arguments)
    made = build(given.register, given.postal_codes, given.postal_edition)
    import tempfile

    try:
        with tempfile.TemporaryDirectory() as aside:
            for name, text in made.items():
                (Path(aside) / name).write_text(text, encoding="utf-8")
            new = read(Path(aside))
        if all((given.to / name).exists() for name in made):
            responsible: dict[str, list[str]] = defaultdict(list)
            for one in load.chambers(DATA / "chambers.yaml").territories:
                responsible[one.key].append(one.chamber)
            print("\n".join(differences(read(given.to), new, responsible)))
        for name, text in made.items() if not given.dry_run else ():
            to_file(text, given.to / name, force=True)
    except HwkError as error:
        sys.exit(str(error))
    codes = {ort.postal_code for ort in new.orte}
    known = {ort.postal_code for ort in new.orte if ort.ags} | {one.postal_code for one in new.gemeinden}
    print(
        f"{len(new.gemeinden)} municipalities and areas, {len(new.kreise)} Kreise, {len(codes)} postal codes, "
        f"{len(codes - known)} of them without a municipality"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
