"""Columns of positions: those that stand in one cell, those that are none, and those that say too little."""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from hwkcli.errors import Message, together
from hwkcli.gazetteer.engine.evidence import Evidence, of_cells
from hwkcli.matching import points
from hwkcli.matching.headings import by_heading, has_houses
from hwkcli.matching.kreis_columns import KreisColumns
from hwkcli.matching.sample import MOST, SURE, Sample

_ROLES = ("latitude", "longitude")
_EXACT = re.compile("[0-9]{1,2}[.,][0-9]{4,20}")
_LONGEST_CODE = 5
_FEWEST_CODES = 8
_CLOSE = 50
"""So far apart are postal codes at most, on the average, in a table of all of them."""
_ENOUGH = 30
"""So many rows tell whether places lie at their positions."""


def look_for(
    sample: Sample, given: Mapping[str, str | None], name: Callable[[int], str]
) -> tuple[int | None, int | None, Message | None]:
    """The columns of latitudes and longitudes where no headings say both, by what is in them; one twice where they
    stand in one cell. And what to say of those that are not what their headings say."""
    if any(given.get(role) is not None for role in _ROLES):
        return None, None, None
    headed = _headed(sample)
    if not headed:
        return *(_in_one_cell(sample) or _beside(sample) or (None, None)), None
    latitude, longitude = map(name, headed)
    if _are(sample, headed[::-1]):
        around = "{latitude} and {longitude} stand the other way round, and are read so"
        return headed[1], headed[0], Message(around, latitude=latitude, longitude=longitude)
    left = "{latitude} and {longitude} are not read: most of their cells are no positions in Germany, in degrees"
    return *(_in_one_cell(sample) or (None, None)), Message(left, latitude=latitude, longitude=longitude)


def _in_one_cell(sample: Sample) -> tuple[int, int] | None:
    """The first column with positions that stand in one cell, twice."""
    return next(((at, at) for at in sample.others() if sample.share("point", at) >= SURE), None)


def _headed(sample: Sample) -> tuple[int, int] | None:
    """The columns of latitudes and longitudes by their headings; None if there are not both."""
    both = [by_heading(sample.names, role)[:1] for role in _ROLES]
    pair = [at for found in both for at in found if at not in sample.taken and sample.cells(at)]
    return (pair[0], pair[1]) if len(pair) == len(_ROLES) else None


def _beside(sample: Sample) -> tuple[int, int] | None:
    """The first two columns beside each other with latitudes and longitudes, whatever their headings, most as exact as
    positions are; None if there are none."""
    exact = [at for at in sample.others() if _are_exact(sample.cells(at))]
    beside = [pair for pair in pairwise(exact) if pair[1] == pair[0] + 1]
    return next((pair for one in beside for pair in (one, one[::-1]) if _are(sample, pair)), None)


def _are(sample: Sample, pair: Sequence[int]) -> bool:
    """Whether nearly all cells of two columns are latitudes and longitudes."""
    return all(sample.share(role, at) >= SURE for role, at in zip(_ROLES, pair, strict=True))


def _are_exact(cells: Sequence[str]) -> bool:
    """Whether most of some cells have as many decimals as a position within a town."""
    return sum(bool(_EXACT.fullmatch(cell)) for cell in cells) > MOST * len(cells)


def of_areas(
    sample: Sample,
    given: Mapping[str, str | None],
    found: Mapping[str, Any],
    kreise: KreisColumns,
    name: Callable[[int], str],
) -> Message | None:
    """What to say where rows are Kreise or postal codes, each with one position: these are the middles of areas, and
    lie in some town of each, which is not the one that is meant. None where they are none."""
    if found["latitude"] is None or any(given.get(role) is not None for role in _ROLES):
        return None
    pair = tuple(dict.fromkeys((found["latitude"], found["longitude"])))
    names = together([name(at) for at in pair])
    code = found["postal_code"]
    if code is not None:
        if not _are_in_order(sample, code) or not _has_one_each(sample, [code], pair):
            return None
        return Message("{positions} not read: the positions are those of postal codes", positions=names)
    by = found["key"] if found["kreis"] is None else found["kreis"]
    if by is None or found["place"] or (found["key"] is not None and not kreise.has_keys(found["key"])):
        return None
    if not _has_one_each(sample, [at for at in (by, found.get("kind")) if at is not None], pair):
        return None
    return Message("{positions} not read: the positions are those of Kreise", positions=names)


def _has_one_each(sample: Sample, by: Sequence[int], pair: Sequence[int]) -> bool:
    """Whether the same cells of some columns have always the same position beside them."""
    positions: dict[tuple[str, ...], set[tuple[Any, ...]]] = {}
    for row in sample.rows:
        positions.setdefault(tuple(str(row[at]) for at in by), set()).add(tuple(row[at] for at in pair))
    return all(len(one) == 1 for one in positions.values())


def _are_in_order(sample: Sample, at: int) -> bool:
    """Whether a table goes through the postal codes one after another, and has no houses."""
    cells = [str(row[at] or "").strip() for row in sample.rows]
    codes = [int(cell) for cell in cells if cell.isascii() and cell.isdecimal() and len(cell) <= _LONGEST_CODE]
    if len(codes) < _FEWEST_CODES or len(codes) < len(cells) or any(map(has_houses, sample.names)):
        return False
    in_order = all(map(operator.le, codes, codes[1:]))
    return in_order and len(set(codes)) >= _FEWEST_CODES and codes[-1] - codes[0] <= _CLOSE * len(set(codes))


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
