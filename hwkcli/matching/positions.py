"""Columns of positions: those that stand in one cell, those that are none, and those that say too little."""

from collections.abc import Mapping, Sequence
from typing import Any

from hwkcli.gazetteer.engine.evidence import Evidence, of_cells
from hwkcli.matching import points
from hwkcli.matching.headings import by_heading
from hwkcli.matching.kreis_columns import KreisColumns
from hwkcli.matching.sample import MOST, SURE, Sample

_ROLES = ("latitude", "longitude")
_ENOUGH = 30
"""So many rows tell whether places lie at their positions."""


def in_one_cell(sample: Sample, given: Mapping[str, str | None]) -> int | None:
    """The first column with positions that stand in one cell."""
    if any(given.get(role) is not None for role in _ROLES):
        return None
    return next((at for at in sample.others() if sample.share("point", at) >= SURE), None)


def unread(sample: Sample, given: Mapping[str, str | None]) -> tuple[int, ...]:
    """The columns of latitudes and longitudes that are not read, for most of their cells are no positions in Germany;
    nothing if there are none."""
    if any(given.get(role) is not None for role in _ROLES):
        return ()
    headed = [by_heading(sample.names, role) for role in _ROLES]
    pair = tuple(at for found in headed for at in found[:1] if at not in sample.taken and sample.cells(at))
    return pair if len(pair) == len(_ROLES) else ()


def of_kreise(
    sample: Sample, given: Mapping[str, str | None], found: Mapping[str, Any], kreise: KreisColumns
) -> tuple[int, ...]:
    """Where rows are Kreise, each with one position, the columns of these: they are the middles of the Kreise, and lie
    in some town of each. Nothing if they are none."""
    by = found["key"] if found["kreis"] is None else found["kreis"]
    pair = (found["latitude"], found["longitude"])
    free = all(given.get(role) is None for role in _ROLES)
    if not free or pair[0] is None or by is None or found["place"] or found["postal_code"] is not None:
        return ()
    if found["key"] is not None and not kreise.has_keys(found["key"]):
        return ()
    positions: dict[str, set[tuple[Any, ...]]] = {}
    for row in sample.rows:
        positions.setdefault(str(row[by]), set()).add(tuple(row[at] for at in pair))
    return tuple(dict.fromkeys(pair)) if all(len(one) == 1 for one in positions.values()) else ()


def contradict(sample: Sample, found: Mapping[str, Any]) -> bool:
    """Whether most places do not lie at the positions of their rows, so that their names are none of places."""
    at, latitude, longitude = found["place"][0], found["latitude"], found["longitude"]
    if latitude is None or longitude is None:
        return False
    rows = [row for row in sample.rows if row[at] and row[latitude] and row[longitude]][:_ENOUGH]
    verdicts = [sample.resolver.resolve(_evidence(row, at, latitude, longitude)).verdict for row in rows]
    return verdicts.count("conflict") > MOST * len(verdicts)


def _evidence(row: Sequence[Any], at: int, latitude: int, longitude: int) -> Evidence:
    """What a row says of a place and its position."""
    pair = (str(row[latitude]), str(row[longitude]))
    north, east = points.pair(pair[0]) if latitude == longitude else pair
    return of_cells("", "", str(row[at]), latitude=north, longitude=east)
