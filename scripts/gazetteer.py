"""Write the tables under `data/germany/` from the raw files, and say what changed.

    python scripts/gazetteer.py FOLDER

FOLDER holds the raw files that `data/germany/sources.yaml` names (with their dates and terms), in any folders below it:
the Gemeindeverzeichnis, the Zensus, the postal codes, the localities and the rest. What people wrote by hand stands
beside the tables: `changes.yaml` (what the register does not have yet), `corrections.yaml`, `city_districts.yaml`,
`other_names.yaml` and `spellings.yaml`. The same files give the same tables, byte for byte. With `--dry-run` nothing is
written.
"""

import argparse
import csv
import io
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from raw import changes, codes, inputs, localities, nwbib, postal, register
from raw.differences import differences

from hwkcli.errors import HwkError
from hwkcli.files import changes as pending_changes
from hwkcli.files import city_districts, corrections, load, other_names, tables
from hwkcli.model import Origins
from hwkcli.naming.fold import fold
from hwkcli.whole_files import to_file

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


class ByHand(NamedTuple):
    """What people wrote, beside the tables."""

    origins: Origins
    changes: tuple[pending_changes.Change, ...]
    corrections: corrections.Corrections
    districts: tuple[city_districts.Block, ...]
    other_names: Mapping[str, tuple[other_names.OtherName, ...]]
    spellings: tables.Spellings

    @classmethod
    def read(cls, folder: Path) -> "ByHand":
        """What stands in a folder. Raises BadFile and BadData."""
        return cls(
            tables.origins(folder / "sources.yaml"),
            pending_changes.read(folder / "changes.yaml"),
            corrections.read(folder / "corrections.yaml"),
            city_districts.read(folder / "city_districts.yaml"),
            other_names.read(folder / "other_names.yaml"),
            tables.spellings(folder / "spellings.yaml"),
        )


class Made(NamedTuple):
    """What a run makes: the texts of the tables by the names of their files, what must be known about them, and what
    may be asked."""

    texts: dict[str, str]
    news: list[str]
    left_out: list[str]


def table(rows: Sequence[NamedTuple], kind: type[NamedTuple] | None = None) -> str:
    """The text of a table; one that may be empty needs the kind of its rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((kind or rows[0])._fields)
    writer.writerows(rows)
    return out.getvalue()


def build(folder: Path, by_hand: ByHand) -> Made:
    """The tables that follow from the raw files in a folder and from the files by hand. Exits with a line if a raw file
    is missing or odd."""
    raw = inputs.find(folder, by_hand.origins.sources)
    files = {one.id: raw[one.file] for one in by_hand.origins.sources if one.file}
    known = register.read(files["register"])
    day = next((one.as_of for one in by_hand.origins.facts if "area_km2" in one.fields), None)
    if known.counted != day:
        sys.exit(f"{files['register']}: its areas are of {known.counted}, data/germany/sources.yaml says {day}")
    after, had = changes.pending(by_hand.changes, known.status)
    unknown = {ags for one in after for ags in one.old} - {one.ags for one in known.gemeinden}
    if unknown:
        sys.exit(f"{files['register']}: it has no {', '.join(sorted(unknown))}, which changes.yaml ends")
    for id, file in files.items():
        if own := [one for one in by_hand.changes if one.source == id]:
            changes.confirm(file, own)
    people = codes.population(files["census_2022"])
    counted = [one._replace(population=people.get(one.ags, "")) for one in known.gemeinden]
    gemeinden = changes.gemeinden(counted, after)
    moved = pending_changes.moves(after)
    evidence = localities.Evidence(
        frozenset(fold(land.name) for land in known.laender),
        {one.ags: one for one in gemeinden},
        moved,
        {key: frozenset(fold(one.name) for one in names) for key, names in by_hand.other_names.items()},
        by_hand.districts,
        by_hand.corrections,
        nwbib.districts(files["nwbib_places"]),
        tuple(changes.former(known.gemeinden, after)),
    )
    ortsteile, left_out = localities.read(files["former_municipalities"], evidence)
    texts = {
        "laender.csv": table(known.laender),
        "regierungsbezirke.csv": table(known.regierungsbezirke),
        "kreise.csv": table(_kreise(files, known, after, by_hand)),
        "associations.csv": table(_verbaende(known.verbaende, gemeinden), tables.Verband),
        "municipalities.csv": table(gemeinden),
        "postal_codes.csv": table(_orte(files, known, moved, by_hand)),
        "localities.csv": table(ortsteile),
        inputs.SUMS: inputs.sums(raw),
    }
    return Made(texts, list(_news(had, gemeinden)), left_out)


def _verbaende(known: Sequence[tables.Verband], gemeinden: Sequence[tables.Gemeinde]) -> list[tables.Verband]:
    """The Verbände that have a municipality."""
    members = {one.ars[:9] for one in gemeinden}
    return [one for one in known if one.key in members]


def _kreise(
    files: Mapping[str, Path], known: register.Register, after: Sequence[pending_changes.Change], by_hand: ByHand
) -> list[tables.Kreis]:
    """The Kreise with their codes."""
    nuts3 = codes.nuts3(files["nuts3"])
    plates = codes.plates(files["car_plates"], by_hand.corrections.plates)
    return [
        one._replace(nuts3=one.nuts3 or nuts3.get(one.key, ""), plates=plates.get(one.key, ""))
        for one in changes.kreise(known.kreise, after, nuts3)
    ]


def _orte(
    files: Mapping[str, Path], known: register.Register, moved: Mapping[str, tuple[str, ...]], by_hand: ByHand
) -> list[tables.Ort]:
    """The places of the postal table, and the codes that it lacks, in order."""
    orte = postal.places(
        files["postal_table"],
        known.kreise,
        postal.Names(known.gemeinden, by_hand.spellings.abbreviations),
        postal.resolved(files["postal_places"]),
        {(one.postal_code, one.place): one.ags for one in by_hand.corrections.postal_places},
    )
    lacking = postal.missing(files["delivery_codes"], known.gemeinden)
    found: dict[tuple[str, str, str], tables.Ort] = {}
    for one in changes.orte([*orte, *lacking], moved):
        found.setdefault((one.postal_code, one.place, one.kreis_key), one)
    return [found[key] for key in sorted(found)]


def _news(had: Sequence[pending_changes.Change], gemeinden: Sequence[tables.Gemeinde]) -> Iterator[str]:
    """What somebody has to do, or to know."""
    for change in had:
        yield f"change of {change.date}, {', '.join(change.old)}: the register has it; delete its record"
    for one in gemeinden:
        if not one.population and one.type != "gemeindefreies Gebiet":
            yield f"no population: {one.name} {one.ags}"


def checked(texts: Mapping[str, str], by_hand: Path) -> tables.Tables:
    """The tables, read as the package reads them. Raises BadData if they are not in order."""
    with tempfile.TemporaryDirectory() as aside:
        (Path(aside) / "sources.yaml").write_bytes((by_hand / "sources.yaml").read_bytes())
        for name, text in texts.items():
            (Path(aside) / name).write_text(text, encoding="utf-8")
        return tables.read(Path(aside))


def compared(folder: Path, texts: Mapping[str, str], new: tables.Tables) -> Iterator[str]:
    """What changes against the tables that stand in a folder now."""
    if not all((folder / name).exists() for name in texts):
        return
    responsible: dict[str, list[str]] = defaultdict(list)
    for one in load.chambers(DATA / "chambers.yaml").territories:
        responsible[one.key].append(one.chamber)
    try:
        old = tables.read(folder)
    except HwkError as error:
        yield f"not compared with the tables before, for they are not in order: {error}"
    else:
        yield from differences(old, new, responsible)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables and print what they change."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("raw", type=Path, metavar="FOLDER", help="the folder with the raw files, in any folders below")
    parser.add_argument("--to", type=Path, default=DATA / "germany", metavar="FOLDER", help="where the tables are")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--verbose", action="store_true", help="also say what is left out, row by row, and why")
    given = parser.parse_args(arguments)
    try:
        made = build(given.raw, ByHand.read(given.to))
        new = checked(made.texts, given.to)
        for line in (*made.news, *(made.left_out if given.verbose else ()), *compared(given.to, made.texts, new)):
            print(line)
        for name, text in made.texts.items() if not given.dry_run else ():
            to_file(text, given.to / name, force=True)
    except HwkError as error:
        sys.exit(str(error))
    every = {ort.postal_code for ort in new.orte}
    known = {ort.postal_code for ort in new.orte if ort.ags} | {one.postal_code for one in new.gemeinden}
    print(
        f"{len(new.gemeinden)} municipalities and areas, {len(new.kreise)} Kreise, {len(every)} postal codes, "
        f"{len(every - known)} of them without a municipality, {len(new.ortsteile)} localities"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
