"""The rows of the raw files that are tables of text."""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path


def read(file: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by its columns. Exits with a line if it cannot be read or lacks one of some columns."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            found = csv.DictReader(stream)
            if lacking := sorted(set(columns) - set(found.fieldnames or ())):
                sys.exit(f"{file}: there is no column {', '.join(lacking)}")
            for row in found:
                if None in row or None in row.values():
                    sys.exit(f"{file}:{found.line_num}: the line has more or fewer cells than the header")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        sys.exit(f"{file}: {error}")
