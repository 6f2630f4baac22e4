"""Write the tables under `data/germany/history/` from the official workbooks, and say what changed.

    python scripts/history.py FOLDER

The folder holds, anywhere in it, the workbooks of the Statistisches Bundesamt, .xlsx: one a year with the changes of
the municipalities ("Gebietsänderungen"), and the editions of the register ("Gemeindeverzeichnis, Auszug"). Which is
which, their sheets say. Next year, put the new workbook beside the others: `2025.xlsx` and `2025-02.xlsx` may both be
there, for a change that stands in two workbooks counts once. With `--dry-run` nothing is written.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gebietsaenderungen import chain, compare, corrections, kreise, tables, workbooks
from gebietsaenderungen.workbooks import Printed, Row, Unreadable

from hwkcli.files.history import FILES, Change, KreisShare, Span, Spelling
from hwkcli.gazetteer.history.chain import lives
from hwkcli.whole_files import to_file

FOLDER = Path(__file__).parent.parent / "data" / "germany" / "history"


class File(NamedTuple):
    """A raw file."""

    file: str
    sha256: str
    holds: str
    """Changes, or the day of an edition."""


def read(folder: Path) -> tuple[list[Row], list[Printed], list[File]]:
    """The rows of all workbooks of changes, each change once; the editions; and the files. Raises Unreadable."""
    rows: dict[tuple[object, ...], Row] = {}
    editions: dict[str, Printed] = {}
    files: dict[str, File] = {}
    for file in sorted(folder.rglob("*.xlsx"), key=lambda one: (one.name, str(one))):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if any(digest == one.sha256 for one in files.values()):
            continue
        holds = workbooks.kind(file)
        if holds == "changes":
            for row in workbooks.changes(file):
                rows.setdefault(row[2:], row)
        elif holds == "edition":
            printed = workbooks.edition(file)
            holds = printed.date
            if holds in editions:
                raise Unreadable(f"{file}: {editions[holds].file} is of {holds}, too, and differs; leave one of them")
            editions[holds] = printed
        else:
            continue
        if file.name in files:
            raise Unreadable(f"{file}: another {file.name} with other contents is in the folder; leave one of them")
        files[file.name] = File(file.name, digest, holds)
    if not rows or not editions:
        raise Unreadable(f"{folder}: it needs workbooks of changes and of the register (Auszug), .xlsx, and lacks some")
    return list(rows.values()), list(editions.values()), sorted(files.values())


def build(folder: Path, to: Path) -> tuple[dict[str, str], list[str]]:
    """The texts of the tables by the names of their files, and what to say of them. Raises Unreadable."""
    rows, editions, files = read(folder)
    known, reasons = corrections.read(to / "corrections.yaml")
    rows = corrections.apply(rows, known)
    made: dict[str, str] = {}
    said: list[str] = []
    chains, spans, moves = [], [], []
    for unit, places, changes in (
        ("municipality", "municipalities.csv", "changes.csv"),
        ("kreis", "kreise.csv", "kreis_changes.csv"),
    ):
        own, listed, renumbered = tables.split(rows, unit)
        chains.append(chain.build(own, listed))
        said += (f"does not fit: {fault}" for fault in chains[-1].faults)
        spans.append(tables.spans(chains[-1], renumbered))
        moves.append(tables.changes(chains[-1], own, renumbered))
        made[places], made[changes] = tables.table(spans[-1], Span), tables.table(moves[-1], Change)
    spelt = sorted(Spelling(*one) for found in chains for one in found.spelt)
    made["spellings.csv"] = tables.table(spelt, Spelling)
    towns, areas = (lives(*both) for both in zip(spans, moves, strict=True))
    made["kreis_shares.csv"] = tables.table(list(kreise.shares(areas, towns, editions)), KreisShare)
    found = list(compare.deviations(editions, chains, rows, reasons))
    said += (f"unexplained: {one.edition} {one.key} is printed as {one.printed!r}" for one in found if not one.reason)
    made["deviations.csv"] = tables.table(found, compare.Deviation)
    made["editions.csv"] = tables.table(list(compare.digests(editions)), compare.Digest)
    made["files.csv"] = tables.table(files, File)
    return made, said


def differences(made: dict[str, str], to: Path) -> Iterator[str]:
    """What the tables change, table by table."""
    for name, text in made.items():
        old = (to / name).read_text(encoding="utf-8").splitlines() if (to / name).exists() else []
        new = text.splitlines()
        added, gone = set(new) - set(old), set(old) - set(new)
        if added or gone:
            yield f"{name}: {len(added)} rows added, {len(gone)} gone"
            few = 10
            if name in FILES and len(added) + len(gone) <= few:
                yield from (f"  + {line}" for line in sorted(added))
                yield from (f"  - {line}" for line in sorted(gone))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables and print what they change; 1 if a row does not fit, or a deviation has no reason."""
    parser = argparse.ArgumentParser(prog="scripts/history.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="where the workbooks are")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER", help="where the tables are")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    given = parser.parse_args(arguments)
    try:
        made, said = build(given.folder, given.to)
    except Unreadable as error:
        sys.exit(str(error))
    report(differences(made, given.to))
    report(said)
    if not given.dry_run:
        for name, text in made.items():
            to_file(text, given.to / name, force=True)
    return 1 if said else 0


def report(lines: Iterable[str]) -> None:
    """Say some lines."""
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
