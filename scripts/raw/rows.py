"""The rows of the raw files that are tables of text."""

import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_DEGREES = r"(-?[0-9]+(\.[0-9]+)?)?"
FORMS: Mapping[str, str] = {
    "ags": "([0-9]{8})?",
    "ags_new": "([0-9]{8})?",
    "ags_old": "([0-9]{8})?",
    "alt_ags": "([0-9]{8}( [0-9]{8})*)?",
    "area_m2": "[0-9]*",
    "confidence": "high|medium|low",
    "key": "[0-9]{5}",
    "kreise": "([0-9]{5}( [0-9]{5})*)?",
    "lat": _DEGREES,
    "latitude": _DEGREES,
    "lon": _DEGREES,
    "longitude": _DEGREES,
    "name": r"\S.*",
    "place": r"\S.*",
    "population_zensus2022": "[0-9]*",
}
"""What the cells of some columns must look like, whichever file has them."""


def read(file: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by its columns. Exits with a line if it cannot be read, lacks one of some columns, or has
    a cell in them that is odd."""
    forms = {column: re.compile(FORMS[column]) for column in columns if column in FORMS}
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            found = csv.DictReader(stream)
            if lacking := sorted(set(columns) - set(found.fieldnames or ())):
                sys.exit(f"{file}: there is no column {', '.join(lacking)}")
            for row in found:
                if None in row or None in row.values():
                    sys.exit(f"{file}:{found.line_num}: the line has more or fewer cells than the header")
                for column, form in forms.items():
                    if not form.fullmatch(row[column]):
                        sys.exit(f"{file}:{found.line_num}: {column}: {row[column]!r} is odd")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        sys.exit(f"{file}: {error}")
