"""Annotated rows as GeoJSON: each a point where the register has its municipality."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hwkcli.gazetteer import database
from hwkcli.gazetteer.positions import position


def document(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The text of a collection of features, piece by piece: each row with its cells as properties, at the position of
    the municipality in `hwk_ags`; without a geometry where there is none."""
    import json

    def written(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)

    attribution = next(database.source(one.source).attribution for one in database.facts() if "latitude" in one.fields)
    yield f'{{"type":"FeatureCollection","attribution":{written(attribution)},"features":['
    between = "\n"
    for row in rows:
        found = position(str(row.get("hwk_ags") or ""))
        geometry = {"type": "Point", "coordinates": [found[1], found[0]]} if found else None
        yield between + written({"type": "Feature", "properties": dict(row), "geometry": geometry})
        between = ",\n"
    yield "\n]}\n"
