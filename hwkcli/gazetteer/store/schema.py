"""The tables of the compiled store.

Ways of answering are stored by their number in `WAYS`, positions in millionths of a degree, what a locality lies in by
its id, the sources that many places share in a table of their own: all that keeps the file small.
"""

from collections.abc import Iterable
from struct import Struct

from hwkcli.model import BY_POSITION, HOWS, How

WAYS: tuple[How, ...] = (
    *("exact", "alias", "printed", "exonym", "former_name", "locality"),
    *("postal_code", "at", "company", "maybe", "key", "nuts", "plate", "former_key", "region"),
)
"""The ways of answering by their numbers, names first."""
NAMES = 6
"""So many of them are names."""
assert set(WAYS) == set(HOWS) - {*BY_POSITION, "member"}

_HIT = Struct("<i")
_MOST_WAYS = 16


def packed(hits: Iterable[tuple[int, int]]) -> bytes:
    """The hits of a word: ids of places, each with the number of the way in which it answers, in the order of these.

    >>> unpacked(packed([(7, 0), (-2, 5)]))
    [(-2, 'locality'), (7, 'exact')]
    """
    return b"".join(_HIT.pack(id * _MOST_WAYS + way) for id, way in sorted(hits))


def unpacked(hits: bytes) -> list[tuple[int, How]]:
    """The ids of the places that a word leads to, each with the way. Raises struct.error for bytes that are none."""
    return [(one // _MOST_WAYS, WAYS[one % _MOST_WAYS]) for (one,) in _HIT.iter_unpack(hits)]


CELL, LINE = "\x1f", "\n"
"""What parts the cells and the lines of a table that is kept as one text."""
MICRO = 1_000_000
"""By what a position in degrees is multiplied."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT, name TEXT, land_key TEXT, official_name TEXT, type TEXT, ags TEXT, ars TEXT,
    kreis_key TEXT, population INTEGER, area_km2 REAL, postal_code TEXT, latitude INTEGER, longitude INTEGER,
    territory TEXT, sources INTEGER, postal_codes TEXT, company_codes TEXT, names TEXT
);
CREATE TABLE locality (
    id INTEGER PRIMARY KEY, place INTEGER, name TEXT, latitude INTEGER, longitude INTEGER, sources INTEGER,
    confidence TEXT, until TEXT, part_of TEXT, names TEXT
);
CREATE TABLE inside (place INTEGER PRIMARY KEY, first INTEGER, last INTEGER, names TEXT);
CREATE TABLE cited (id INTEGER PRIMARY KEY, sources TEXT);
CREATE TABLE word (key TEXT PRIMARY KEY, hits BLOB) WITHOUT ROWID;
CREATE TABLE area (key TEXT PRIMARY KEY, name TEXT, kind TEXT, nuts3 TEXT, plates TEXT) WITHOUT ROWID;
CREATE TABLE region (key TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE addition (key TEXT, latitude INTEGER, longitude INTEGER);
CREATE TABLE association (key TEXT PRIMARY KEY, name TEXT, type TEXT) WITHOUT ROWID;
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
CREATE INDEX place_by_kreis ON place (kreis_key);
"""
"""`place` has municipalities, Kreise and Länder; `locality` what lies in one of them: in a municipality or, where that
is not known, in a Kreis; the ids of both are one series. `inside` has the ids of the localities of a place, which
follow each other. `names` are folded names, line by line: in `place` those of the place, in `inside` those of the
localities in a municipality that neither it nor their own names give, in `locality` those of one whose municipality is
not known. `hits` are the places of a word, packed. `addition` has what municipalities have in their names to tell them
from their namesakes, and where each of them is."""
