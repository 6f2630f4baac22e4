"""The tables as one SQLite file, made for Datasette: keys, foreign keys, indexes, full-text search, and metadata."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from hwkcli.export.about import About
from hwkcli.export.as_json import indented
from hwkcli.export.content import Content
from hwkcli.export.table import Table
from hwkcli.export.tables import TABLES, named
from hwkcli.language import Language, pick

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
DICTIONARY = "data_dictionary"
"""The table that says of each column what it holds."""

_VIEW = """
CREATE VIEW municipalities_with_chambers AS
SELECT m.ags, m.name, m.kind, k.name AS kreis, l.name AS land, c.name AS chamber, r.confidence, m.population,
    m.population_as_of, m.area_km2, m.latitude, m.longitude
FROM municipalities m
LEFT JOIN kreise k USING (kreis_key)
JOIN laender l ON l.land_key = m.land_key
LEFT JOIN municipality_chambers r USING (ags)
LEFT JOIN chambers c USING (chamber_code)
"""


def write(file: Path, content: Content, said: About) -> None:
    """Write the tables to a file that is empty. Raises sqlite3.Error if the system refuses."""
    with closing(sqlite3.connect(file)) as db:
        # Whatever fails, the file is thrown away: it needs no journal, which a full disk would leave behind.
        db.execute("PRAGMA journal_mode = OFF")
        for table in TABLES:
            _fill(db, table, content)
        db.execute(f"CREATE TABLE {DICTIONARY} (table_name TEXT, column_name TEXT, type TEXT, de TEXT, en TEXT)")
        rows = [(table.name, column.name, column.kind, *column.text) for table in TABLES for column in table.columns]
        db.executemany(f"INSERT INTO {DICTIONARY} VALUES (?, ?, ?, ?, ?)", rows)
        db.execute("CREATE TABLE licences (name TEXT, title TEXT, url TEXT)")
        db.executemany("INSERT INTO licences VALUES (?, ?, ?)", said.licences)
        db.execute("CREATE TABLE attributions (attribution TEXT)")
        db.executemany("INSERT INTO attributions VALUES (?)", ((one,) for one in said.attributions))
        db.execute(_VIEW)
        db.commit()
        db.execute("ANALYZE")
        db.execute("VACUUM")


def _fill(db: sqlite3.Connection, table: Table, content: Content) -> None:
    """Create a table with its rows, its indexes, and its index of words."""
    parts = [f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for link in table.links:
        target = ", ".join(named(link.table).key)
        parts.append(f"FOREIGN KEY ({', '.join(link.columns)}) REFERENCES {link.table} ({target})")
    db.execute(f"CREATE TABLE {table.name} ({', '.join(parts)})")
    marks = ", ".join("?" * len(table.columns))
    db.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows(content))
    for link in table.links:
        if link.columns != table.key[: len(link.columns)]:
            db.execute(
                f"CREATE INDEX {table.name}_{'_'.join(link.columns)} ON {table.name} ({', '.join(link.columns)})"
            )
    if table.search:
        words = ", ".join(table.search)
        # Datasette finds it by the quotes around the name of the table.
        options = f'content="{table.name}", tokenize="unicode61 remove_diacritics 2"'
        db.execute(f"CREATE VIRTUAL TABLE {table.name}_fts USING fts5 ({words}, {options})")
        db.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')")


def metadata(said: About, database: str, lang: Language) -> str:
    """The metadata that `datasette DATABASE.sqlite --metadata FILE` shows: titles, what each column holds, terms."""
    described: dict[str, Any] = {
        table.name: {
            "title": pick(table.title, lang),
            "description": pick(table.text, lang),
            "columns": {column.name: pick(column.text, lang) for column in table.columns},
            **({"label_column": "name"} if any(column.name == "name" for column in table.columns) else {}),
        }
        for table in TABLES
    }
    whole = {
        "title": said.title,
        "description": said.text,
        "license": said.licence,
        "source": said.attribution,
        "databases": {database: {"tables": described}},
    }
    return indented(whole)
