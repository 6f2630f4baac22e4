"""Apply the corrections by hand (`data/germany/history/corrections.yaml`) to the rows of the workbooks."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from history.workbooks import Row, Unreadable

_FIELDS = ("unit", "old_key", "old_name", "kinds", "area_ha", "inhabitants", "new_key", "new_name")


def apply(rows: Iterable[Row], file: Path) -> list[Row]:
    """The rows with their corrections, and the changes that no workbook has.

    Raises Unreadable for a correction of a row that does not exist, or that changes nothing: it is out of date.
    """
    given = yaml.safe_load(file.read_text(encoding="utf-8"))
    wanted: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for one in given["corrections"]:
        for row in one["rows"]:
            wanted.setdefault((one["file"], row), []).append(one)
    made = list(_corrected(rows, wanted))
    if wanted:
        name, row = next(iter(wanted))
        raise Unreadable(f"{file}: {name} has no row {row} of a municipality; take its correction out")
    for one in given["added"]:
        for old_key, old_name, new_key, new_name in one["keys"]:
            unit = "municipality" if len(old_key) == 8 else "kreis"
            kinds = frozenset(one.get("kinds", "4" if old_key == new_key else "3"))
            made.append(
                Row(
                    *(file.name, 0, one["number"], unit, old_key, old_name, kinds, "", ""),
                    *(new_key, new_name, one["date"], one["date"]),
                )
            )
    return made


def _corrected(rows: Iterable[Row], wanted: dict[tuple[str, int], list[dict[str, Any]]]) -> Iterator[Row]:
    for row in rows:
        corrections = wanted.pop((row.file, row.row), [])
        for one in corrections:
            meant = {field: one[field] for field in _FIELDS if field in one}
            if "kinds" in meant:
                meant["kinds"] = frozenset(meant["kinds"])
            if not one.get("drop") and all(getattr(row, field) == value for field, value in meant.items()):
                raise Unreadable(f"corrections: {row.file}, row {row.row} is right as it is; take its correction out")
            row = row._replace(**meant)
        if not any(one.get("drop") for one in corrections):
            yield row
