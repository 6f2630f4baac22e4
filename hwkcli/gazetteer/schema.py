"""The tables of the compiled store.

Ways of answering are stored by their number in `WAYS`, positions in millionths of a degree, the municipality of a place
by its id, the sources that many places share in a table of their own: all that keeps the file small.
"""

from hwkcli.model import BY_POSITION, HOWS, How

WAYS: tuple[How, ...] = (
    *("exact", "alias", "printed", "exonym", "former_name", "locality", "locality"),
    *("postal_code", "at", "company", "maybe", "key", "nuts", "plate", "former_key", "region"),
)
"""The ways of answering by their numbers, names first. `locality` stands twice: the second is that of a locality's own
name as it is folded, which follows from the place; the first is for all its other spellings."""
OWN_NAME = 6
"""The number of a locality's own name. All below it are names that no other table gives, which an index finds by their
places."""
assert set(WAYS) == set(HOWS) - set(BY_POSITION)

MICRO = 1_000_000
"""By what a position in degrees is multiplied."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT, name TEXT, land_key TEXT, official_name TEXT, type TEXT, ags TEXT, ars TEXT,
    kreis_key TEXT, town INTEGER, population INTEGER, area_km2 REAL, postal_code TEXT, latitude INTEGER,
    longitude INTEGER, territory TEXT, sources INTEGER, postal_codes TEXT, company_codes TEXT, confidence TEXT,
    until TEXT, part_of TEXT
);
CREATE TABLE inside (town INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
CREATE TABLE cited (id INTEGER PRIMARY KEY, sources TEXT);
CREATE TABLE word (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place, how)) WITHOUT ROWID;
CREATE TABLE area (key TEXT PRIMARY KEY, name TEXT, kind TEXT, nuts3 TEXT, plates TEXT) WITHOUT ROWID;
CREATE TABLE region (key TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE chamber (
    code TEXT PRIMARY KEY, name TEXT, short_name TEXT, district TEXT, seat TEXT, land TEXT, web TEXT, sources TEXT,
    note_de TEXT, note_en TEXT, contact_page TEXT, street TEXT, postal_code TEXT, city TEXT, address_as_of TEXT,
    address_sources TEXT, address_note_de TEXT, address_note_en TEXT
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
CREATE INDEX name_by_place ON word (place) WHERE how < 6;
"""
"""`inside` has the ids of the localities of a municipality, which follow each other."""
