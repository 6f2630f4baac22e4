"""The tables of the compiled store.

Ways of answering are stored by their number in `hwkcli.model.HOWS`, positions in millionths of a degree, the
municipality of a place by its id, the sources that many places share in a table of their own: all that keeps the file
small.
"""

MICRO = 1_000_000
"""By what a position in degrees is multiplied."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT, name TEXT, land_key TEXT, official_name TEXT, type TEXT, ags TEXT, ars TEXT,
    kreis_key TEXT, town INTEGER, population INTEGER, area_km2 REAL, postal_code TEXT, latitude INTEGER,
    longitude INTEGER, territory TEXT, sources INTEGER, postal_codes TEXT, company_codes TEXT, confidence TEXT,
    until TEXT, part_of TEXT
);
CREATE TABLE cited (id INTEGER PRIMARY KEY, sources TEXT);
CREATE TABLE word (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place, how)) WITHOUT ROWID;
CREATE TABLE area (key TEXT PRIMARY KEY, name TEXT, kind TEXT) WITHOUT ROWID;
CREATE TABLE chamber (
    code TEXT PRIMARY KEY, name TEXT, short_name TEXT, district TEXT, seat TEXT, land TEXT, web TEXT, sources TEXT,
    note_de TEXT, note_en TEXT
) WITHOUT ROWID;
CREATE TABLE responsible (
    territory TEXT, chamber TEXT, basis TEXT, confidence TEXT, sources TEXT, note_de TEXT, note_en TEXT,
    PRIMARY KEY (territory, chamber)
) WITHOUT ROWID;
CREATE TABLE source (
    at INTEGER PRIMARY KEY, id TEXT UNIQUE, publisher TEXT, title TEXT, url TEXT, document_de TEXT, document_en TEXT,
    edition_de TEXT, edition_en TEXT, licence_de TEXT, licence_en TEXT, attribution TEXT, rank TEXT, file TEXT,
    retrieved TEXT, sha256 TEXT, national INTEGER
);
CREATE TABLE provenance (fields TEXT, source TEXT, as_of TEXT);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE INDEX place_by_kreis ON place (kreis_key) WHERE kind <> 'locality';
CREATE INDEX word_by_place ON word (place);
"""
