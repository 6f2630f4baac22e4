"""Write the tables under `data/germany/` from the raw files, and say what changed.

    python scripts/gazetteer.py FOLDER

FOLDER holds the raw files that `data/germany/sources.yaml` names (with their dates and terms): the Gemeindeverzeichnis,
the Zensus, the postal codes, the localities and the rest. What people wrote by hand stands beside the tables:
`changes.yaml` (what the register does not have yet) and `corrections.yaml`. The same files give the same tables,
byte for byte. With `--dry-run` nothing is written.
"""

import argparse
import csv
import io
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from raw import changes, codes, inputs, localities, nwbib, postal, register
from raw.differences import differences

from hwkcli.errors import HwkError
from hwkcli.files import changes as pending_changes
from hwkcli.files import city_districts, corrections, load, other_names, tables
from hwkcli.naming.fold import fold
from hwkcli.streams import to_file

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
BY_HAND = (
    "sources.yaml",
    "changes.yaml",
    "corrections.yaml",
    "city_districts.yaml",
    "other_names.yaml",
    "spellings.yaml",
)
"""The files by hand that the tables depend on."""


class Made(NamedTuple):
    """What a run makes: the texts of the tables by the names of their files, and what there is to say about it."""

    texts: dict[str, str]
    notes: list[str]


def table(rows: Sequence[NamedTuple]) -> str:
    """The text of a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0]._fields)
    writer.writerows(rows)
    return out.getvalue()


def build(folder: Path, by_hand: Path) -> Made:
    """The tables that follow from the raw files in a folder and from the files by hand. Exits with a line if a raw file
    is missing or odd; raises BadFile and BadData for a file by hand."""
    origins = tables.origins(by_hand / "sources.yaml")
    raw = inputs.find(folder, origins.sources)
    files = {one.id: raw[one.file] for one in origins.sources if one.file}
    known = register.read(files["register"])
    counted = next(one.as_of for one in origins.facts if "area_km2" in one.fields)
    if known.counted != counted:
        sys.exit(f"{files['register']}: its areas are of {known.counted}, data/germany/sources.yaml says {counted}")
    after, had = changes.pending(pending_changes.read(by_hand / "changes.yaml"), known.status)
    notes = [f"the register has it: change of {one.date}, {', '.join(one.old)}; delete its record" for one in had]
    unknown = {ags for one in after for ags in one.old} - {one.ags for one in known.gemeinden}
    if unknown:
        sys.exit(f"{by_hand / 'changes.yaml'}: the register has no {', '.join(sorted(unknown))}")
    people = codes.population(files["census_2022"])
    counted_gemeinden = [one._replace(population=people.get(one.ags, "")) for one in known.gemeinden]
    right = corrections.read(by_hand / "corrections.yaml")
    spellings = tables.spellings(by_hand / "spellings.yaml")
    nuts3, plates = codes.nuts3(files["nuts3"]), codes.plates(files["car_plates"], right.plates)
    kreise = [
        one._replace(nuts3=one.nuts3 or nuts3.get(one.key, ""), plates=plates.get(one.key, ""))
        for one in changes.kreise(known.kreise, after, nuts3)
    ]
    gemeinden = changes.gemeinden(counted_gemeinden, after)
    moved = changes.moves(after)
    today = {one.ags: one for one in gemeinden}
    orte = postal.places(
        files["postal_table"],
        known.kreise,
        postal.Names(known.gemeinden, spellings.abbreviations),
        postal.resolved(files["postal_places"]),
        {(one.postal_code, one.place): one.ags for one in right.postal_places},
    )
    found = {(one.postal_code, one.place, one.kreis_key): one for one in changes.orte(orte, moved)}
    for one in postal.missing(files["delivery_codes"], today):
        found.setdefault((one.postal_code, one.place, one.kreis_key), one)
    others = other_names.read(by_hand / "other_names.yaml")
    evidence = localities.Evidence(
        today,
        moved,
        {key: frozenset(fold(one.name) for one in names) for key, names in others.items()},
        city_districts.read(by_hand / "city_districts.yaml"),
        nwbib.districts(files["nwbib_places"]),
        tuple(changes.former(known.gemeinden, after)),
    )
    ortsteile, left_out = localities.read(files["former_municipalities"], evidence)
    notes += left_out
    return Made(
        {
            "laender.csv": table(known.laender),
            "kreise.csv": table(kreise),
            "municipalities.csv": table(gemeinden),
            "postal_codes.csv": table([found[key] for key in sorted(found)]),
            "localities.csv": table(ortsteile),
            inputs.SUMS: inputs.sums(raw),
        },
        notes,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables and print what they change."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("raw", type=Path, metavar="FOLDER", help="the folder with the raw files, in any folders below")
    parser.add_argument("--to", type=Path, default=DATA / "germany", metavar="FOLDER", help="where the tables are")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--verbose", action="store_true", help="also say what is left out, row by row")
    given = parser.parse_args(arguments)
    try:
        made = build(given.raw, given.to)
        with tempfile.TemporaryDirectory() as aside:
            for name in BY_HAND:
                (Path(aside) / name).write_bytes((given.to / name).read_bytes())
            for name, text in made.texts.items():
                (Path(aside) / name).write_text(text, encoding="utf-8")
            new = tables.read(Path(aside))
        for line in made.notes if given.verbose else ():
            print(line)
        if all((given.to / name).exists() for name in made.texts):
            responsible: dict[str, list[str]] = defaultdict(list)
            for one in load.chambers(DATA / "chambers.yaml").territories:
                responsible[one.key].append(one.chamber)
            print("\n".join(differences(tables.read(given.to), new, responsible)))
        for name, text in made.texts.items() if not given.dry_run else ():
            to_file(text, given.to / name)
    except HwkError as error:
        sys.exit(str(error))
    codes_of_all = {ort.postal_code for ort in new.orte}
    known = {ort.postal_code for ort in new.orte if ort.ags} | {one.postal_code for one in new.gemeinden}
    print(
        f"{len(new.gemeinden)} municipalities and areas, {len(new.kreise)} Kreise, {len(codes_of_all)} postal codes, "
        f"{len(codes_of_all - known)} of them without a municipality, {len(new.ortsteile)} localities"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
