"""What tells whether a compiled store still holds what was put into it."""

import sqlite3
from hashlib import sha256

FACT = "content"
"""The name of the fact that has the digest of all others."""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


def digest(db: sqlite3.Connection) -> str:
    """The SHA-256 of all rows of all tables, in the order of the keys. Raises sqlite3.Error and UnicodeDecodeError for
    a store that cannot be read."""
    made = sha256()
    for (table,) in db.execute(_TABLES).fetchall():
        made.update(f"{table}\n".encode())
        for row in db.execute(f'SELECT * FROM "{table}"'):
            if row[0] != FACT:
                made.update(repr(row).encode())
    return made.hexdigest()


def is_whole(db: sqlite3.Connection) -> bool:
    """Whether a store has the digest that it was given when it was built. Raises what `digest` does."""
    found = db.execute("SELECT value FROM fact WHERE name = ?", (FACT,)).fetchall()
    return found == [(digest(db),)]
