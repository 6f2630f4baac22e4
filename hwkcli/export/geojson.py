"""Features as GeoJSON (RFC 7946), with licence and attribution beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

from hwkcli.export.about import About
from hwkcli.export.as_json import compact
from hwkcli.export.features import Feature, box
from hwkcli.files.geometry import UNITS
from hwkcli.gazetteer.geography.outline import Ring


def collection(found: Sequence[Feature], said: About, more: Mapping[str, Mapping[str, Any]] = {}) -> str:
    """The text of a collection of features, one in a line; `more` has further properties by the keys of features."""
    head: dict[str, Any] = {"type": "FeatureCollection", **said.head}
    if found:
        boxes = list(zip(*(box(feature.polygons) for feature in found), strict=True))
        head |= {"bbox": [min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3])]}
    lines = ",\n".join(_feature(feature, more.get(feature.key, {})) for feature in found)
    opening = compact(head)[:-1]
    return f'{opening},"features":[\n{lines}\n]}}\n'


def _feature(feature: Feature, more: Mapping[str, Any]) -> str:
    parts = [[_ring(ring) for ring in polygon] for polygon in feature.polygons]
    geometry = (
        {"type": "Polygon", "coordinates": parts[0]}
        if len(parts) == 1
        else {"type": "MultiPolygon", "coordinates": parts}
    )
    return compact(
        {
            "type": "Feature",
            "id": feature.key,
            "bbox": box(feature.polygons),
            "properties": {**feature.properties, **more},
            "geometry": geometry,
        }
    )


def _ring(ring: Ring) -> list[list[float]]:
    return [[x / UNITS, y / UNITS] for x, y in ring]
