"""Apply the corrections by hand (`data/germany/history/corrections.yaml`) to the rows of the workbooks."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from gebietsaenderungen.workbooks import Row, Unreadable

_FIELDS = ("unit", "old_key", "old_name", "kinds", "area_ha", "inhabitants", "new_key", "new_name")


def read(file: Path) -> tuple[Mapping[str, Any], dict[tuple[str, str], str]]:
    """What the file holds, and the reasons of deviations by editions and keys. Raises Unreadable."""
    try:
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Unreadable(f"{file}: {' '.join(str(error).split())}") from None
    return given, {(edition, key): reason for edition, key, reason in given["deviations"]}


def apply(rows: Iterable[Row], given: Mapping[str, Any]) -> list[Row]:
    """The rows with their corrections, and the changes that no workbook has.

    Raises Unreadable for a correction that changes nothing, and for a change that a workbook has: they are out of date.
    """
    wanted: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for one in given["corrections"]:
        for row in one["rows"]:
            wanted.setdefault((one["file"], row), []).append(one)
    made = list(_corrected(rows, wanted))
    for file, row in wanted:
        raise Unreadable(f"corrections.yaml: {file} has no row {row} of a municipality or Kreis; take it out")
    known = {(row.date, row.old_key, row.new_key, row.new_name) for row in made}
    for one in given["added"]:
        for old_key, old_name, new_key, new_name in one["keys"]:
            if (one["date"], old_key, new_key, new_name) in known:
                raise Unreadable(f"corrections.yaml: a workbook has {one['date']} {old_key} -> {new_key}; take it out")
            unit = "municipality" if len(old_key) == 8 else "kreis"
            kinds = frozenset(one.get("kinds", "4" if old_key == new_key else "3"))
            made.append(
                Row(
                    *("corrections.yaml", 0, one["number"], unit, old_key, old_name, kinds, "", ""),
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
                raise Unreadable(f"corrections.yaml: {row.file}, row {row.row} is right as it is; take it out")
            row = row._replace(**meant)
        if not any(one.get("drop") for one in corrections):
            yield row
