"""Annotated rows as GeoJSON: each a point, at its own position or where the register has its municipality."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from hwkcli.errors import NotFound
from hwkcli.gazetteer.geography import coordinates
from hwkcli.gazetteer.geography.positions import position
from hwkcli.gazetteer.store import provenance
from hwkcli.matching import points


def document(rows: Iterable[Mapping[str, Any]], ags: str | None, own: Sequence[str]) -> Iterator[str]:
    """The text of a collection of features, piece by piece: each row with its cells as properties. It lies at the
    position in the two columns `own` (latitude, longitude), else at that of the municipality in the column `ags`;
    without a geometry where there is neither."""
    import json

    def written(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=str)

    attribution = next(
        provenance.source(one.source).attribution for one in provenance.facts() if "latitude" in one.fields
    )
    yield f'{{"type":"FeatureCollection","attribution":{written(attribution)},"features":['
    between = "\n"
    for row in rows:
        found = _own_position(row, own) or (position(str(row.get(ags) or "")) if ags else None)
        geometry = {"type": "Point", "coordinates": [found[1], found[0]]} if found else None
        yield between + written({"type": "Feature", "properties": _finite(row), "geometry": geometry})
        between = ",\n"
    yield "\n]}\n"


def _finite(row: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a row, with nothing in the place of what JSON has no number for: infinity, and what is no number."""
    return {name: None if isinstance(cell, float) and not isfinite(cell) else cell for name, cell in row.items()}


def _own_position(row: Mapping[str, Any], columns: Sequence[str]) -> tuple[float, float] | None:
    """The position in the cells of a row, if these have one in Germany."""
    if len(columns) != 2:
        return None
    latitude, longitude = (str(row[column] or "").strip() for column in columns)
    if columns[0] == columns[1]:
        latitude, longitude = points.pair(latitude)
    try:
        written = coordinates.pair(latitude, longitude)
    except NotFound:
        return None
    return (written.latitude, written.longitude) if written else None
