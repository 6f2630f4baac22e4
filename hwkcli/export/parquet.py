"""A table as Parquet, with licence and attribution in its metadata; with boundaries where it has some (GeoParquet)."""

from pathlib import Path
from typing import Any

from hwkcli.export.about import About
from hwkcli.export.as_json import compact
from hwkcli.export.content import Content
from hwkcli.export.features import features, wkb
from hwkcli.export.table import Table
from hwkcli.extras import needed
from hwkcli.gazetteer.geography.units import LEVELS
from hwkcli.language import Language, pick


def write_table(file: Path, table: Table, content: Content, said: About, lang: Language) -> None:
    """Write a table to a file. Raises OSError, and BadSetting if Polars is not installed."""
    needed("polars", "match")
    import polars as pl

    kinds: dict[str, Any] = {"text": pl.String, "integer": pl.Int64, "number": pl.Float64}
    schema = {column.name: kinds[column.kind] for column in table.columns}
    frame = pl.DataFrame(list(table.rows(content)), schema=schema, orient="row")
    described = {column.name: pick(column.text, lang) for column in table.columns}
    metadata = {
        "title": pick(table.title, lang),
        "description": pick(table.text, lang),
        "columns": compact(described),
        "attribution": said.attribution,
        "licence": said.licence,
        "creator": said.creator,
    }
    for level in (level for level in LEVELS if level == table.name):
        shapes = {feature.key: wkb(feature.polygons) for feature in features(level, content.area)}
        binary = pl.Series("geometry", [shapes.get(key) for key in frame[table.key[0]]], dtype=pl.Binary)
        frame = frame.with_columns(binary)
        geometry = {"encoding": "WKB", "geometry_types": ["MultiPolygon"]}
        geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": geometry}}
        metadata["geo"] = compact(geo)
    frame.write_parquet(file, metadata=metadata)
