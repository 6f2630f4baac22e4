"""Columns of Länder that are numbered otherwise than officially, as by the alphabet."""

from collections.abc import Callable, Mapping
from typing import Any

from hwkcli.errors import Message
from hwkcli.gazetteer.engine.keys import key_of
from hwkcli.matching.sample import MOST, Sample

_FEWEST = 3
"""So many rows must contradict their numbers."""


def leave(
    sample: Sample,
    given: Mapping[str, str | None],
    found: dict[str, Any],
    notes: list[Message],
    name: Callable[[int], str | Message],
) -> None:
    """Leave a column of Länder in which all are numbers, if the keys or the names of most rows lie in other Länder, and
    tell it."""
    at = found["land"]
    if at is None or given.get("land") is not None or not all(map(_is_number, sample.cells(at))):
        return
    beside = found["key"] if found["key"] is not None else next(iter(found["place"]), found["kreis"])
    if beside is None or found["key"] == at:
        return
    pairs = {(str(row[at]), str(row[beside])) for row in sample.rows if row[at] and row[beside]}
    lie = [is_in for land, cell in pairs if (is_in := _lies_in(sample, land, cell, found["key"])) is not None]
    if lie.count(False) >= _FEWEST and lie.count(True) < MOST * len(lie):
        found["land"] = None
        notes.append(Message("{name} not read: its numbers are not those of the Länder", name=name(at)))


def _is_number(cell: str) -> bool:
    return cell.removesuffix(".0").isdecimal()


def _lies_in(sample: Sample, land: str, cell: str, key: int | None) -> bool | None:
    """Whether what has a key or a name lies in the Land of a number; None if it is not known."""
    if key is not None:
        whole = key_of(cell)
        number = land.strip().removesuffix(".0").zfill(2)
        return whole.startswith(number) if sample.contents.is_key(cell) else None
    return sample.contents.lies_in_land(land, cell) if sample.contents.keys(cell) else None
