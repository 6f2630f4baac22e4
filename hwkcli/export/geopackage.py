"""Chambers, Kreise and municipalities as a GeoPackage: three layers, with the sources and how to name them.

After OGC 12-128r18 (GeoPackage 1.3): the tables that it requires, features as multipolygons in WGS 84, and the licence
as metadata by the extension that it defines for that.
"""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from hwkcli.export.about import About
from hwkcli.export.content import Content
from hwkcli.export.features import PROPERTIES, Feature, box, features, wkb
from hwkcli.export.tables import named
from hwkcli.gazetteer.geography.units import LEVELS
from hwkcli.language import Language, pick

_WGS84 = 4326
_CHANGED = "2000-01-01T00:00:00.000Z"
"""The time of the last change that the format requires; the same for all, so that the same content is the same file."""

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "DOUBLE"}
_DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
    scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
    md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
    metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
    row_id_value INTEGER, timestamp DATETIME NOT NULL, md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata (id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata (id));
"""
_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", _WGS84, "EPSG", _WGS84, _DEFINITION, "longitude and latitude in degrees"),
)


def write(file: Path, content: Content, said: About, lang: Language) -> None:
    """Write the layers to a file that is empty. Raises sqlite3.Error if the system refuses."""
    with closing(sqlite3.connect(file)) as db:
        # Whatever fails, the file is thrown away: it needs no journal, which a full disk would leave behind.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute(f"PRAGMA application_id = {int.from_bytes(b'GPKG', 'big')}")
        db.execute("PRAGMA user_version = 10300")
        db.executescript(_SCHEMA)
        db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
        for level in LEVELS:
            table = named(level)
            _layer(db, level, features(level, content.area), pick(table.title, lang), pick(table.text, lang))
        _sources(db, content, lang)
        uri = "http://www.geopackage.org/spec131/#extension_metadata"
        for name in ("gpkg_metadata", "gpkg_metadata_reference"):
            db.execute("INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')", (name, uri))
        text = "\n".join((said.title, said.text, said.attribution, said.licence))
        db.execute(
            "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/', 'text/plain', ?)", (text,)
        )
        db.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)", (_CHANGED,)
        )
        db.commit()
        db.execute("VACUUM")


def _layer(db: sqlite3.Connection, name: str, found: list[Feature], title: str, text: str) -> None:
    columns = ", ".join(f"{column.name} {_TYPES[column.kind]}" for column in PROPERTIES)
    db.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, {columns})")
    marks = ", ".join("?" * len(PROPERTIES))
    rows = ((_blob(feature), *feature.properties.values()) for feature in found)
    db.executemany(
        f"INSERT INTO {name} (geom, {', '.join(column.name for column in PROPERTIES)}) VALUES (?, {marks})", rows
    )
    boxes = list(zip(*(box(feature.polygons) for feature in found), strict=True))
    around = (min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3])) if boxes else (None,) * 4
    row = (name, "features", title, text, _CHANGED, *around, _WGS84)
    db.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)", (name, _WGS84))


def _blob(feature: Feature) -> bytes:
    """A geometry in the form of the format: a head with the rectangle around it, then well-known binary."""
    west, south, east, north = box(feature.polygons)
    return struct.pack("<2sBBi4d", b"GP", 0, 0b00000011, _WGS84, west, east, south, north) + wkb(feature.polygons)


def _sources(db: sqlite3.Connection, content: Content, lang: Language) -> None:
    """The table of sources, as attributes without geometry."""
    table = named("sources")
    columns = ", ".join(f"{column.name} {_TYPES[column.kind]}" for column in table.columns)
    db.execute(f"CREATE TABLE sources (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})")
    names, marks = ", ".join(column.name for column in table.columns), ", ".join("?" * len(table.columns))
    db.executemany(f"INSERT INTO sources ({names}) VALUES ({marks})", table.rows(content))
    row = ("sources", "attributes", pick(table.title, lang), pick(table.text, lang), _CHANGED)
    db.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)", row)
