"""The tables of the compiled store.

Ways of answering are stored by their number in `HOWS`, positions in millionths of a degree, the municipality of a place
by its id, the sources that many places share in a table of their own: all that keeps the file small.
"""

HOWS = (
    *("exact", "alias", "printed", "locality", "postal_code", "at", "company", "maybe", "key", "nuts", "plate"),
    *("exonym", "former_name", "former_key", "region"),
)
"""How a place answers to a word.

- `exact`, `alias`, `printed`: its whole name, a shorter or other one, one that the press release prints
- `locality`: the name of a locality
- `postal_code`, `at`, `company`: a delivery code or that of the seat; a locality's own code; a code of a company
- `maybe`: a postal code that may belong to it; only ever a candidate
- `key`, `nuts`, `plate`: an AGS, an ARS or the key of a Kreis or a Land; a NUTS-3 code; a car plate
- `exonym`, `former_name`, `former_key`: a name in another language; a name or a key that it had before
- `region`: what people add to a name to say in which Land a place is
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
