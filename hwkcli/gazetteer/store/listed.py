"""The addresses that everybody writes: the places of the postal tables, and the municipalities at their codes, each
with its answer. Of a long table most addresses are among them, and need not be decided one by one."""

import sqlite3
from collections.abc import Iterable

from hwkcli.files.tables import Ort
from hwkcli.gazetteer.by_ids import ByIds
from hwkcli.gazetteer.store.schema import CELL, LINE
from hwkcli.naming.fold import fold

FACT = "listed"
"""The name of the fact that has them, line by line, with `CELL` between their cells: postal code, place, key and name
of the municipality, key and name of the Kreis, Land, code and name of the chamber, way. The chamber is empty where
there is none, or more than one."""

_CELLS = (
    *("a.postal_code", "a.place", "p.ags", "p.name", "p.kreis_key", "k.name", "l.name"),
    *("coalesce(c.code, '')", "coalesce(c.name, '')", "a.how"),
)
_LINES = f"""
    INSERT INTO fact SELECT '{FACT}', CAST(group_concat(line, '{LINE}') AS BLOB) FROM (
        SELECT {f" || '{CELL}' || ".join(_CELLS)} AS line
        FROM address a JOIN place p ON p.id = a.town
        JOIN area k ON k.key = p.kreis_key JOIN area l ON l.key = p.land_key
        LEFT JOIN (SELECT territory, max(chamber) AS code FROM responsible GROUP BY territory HAVING count(*) = 1) r
        ON r.territory = p.territory LEFT JOIN chamber c ON c.code = r.code
        ORDER BY a.postal_code, a.place
    )
"""


def fill(db: sqlite3.Connection, orte: Iterable[Ort]) -> None:
    """Write them into a store that has all its places, words and chambers; with the places of the postal tables."""
    towns = db.execute("SELECT name, postal_codes FROM place WHERE ags IS NOT NULL").fetchall()
    pairs = {(ort.postal_code, ort.place) for ort in orte if ort.ags}
    pairs.update((code, name) for name, codes in towns for code in codes.split())
    ((last_town,),) = db.execute("SELECT max(id) FROM place WHERE ags IS NOT NULL").fetchall()
    ((last_whole,),) = db.execute("SELECT max(id) FROM place").fetchall()
    localities = db.execute("SELECT first, place FROM inside ORDER BY first").fetchall()
    by_ids = ByIds(dict(db.execute("SELECT key, hits FROM word")), last_town, last_whole, localities)
    found = ((code, place, by_ids.town(code, fold(place))) for code, place in pairs)
    db.execute("CREATE TEMPORARY TABLE address (postal_code TEXT, place TEXT, town INTEGER, how TEXT)")
    db.executemany(
        "INSERT INTO address VALUES (?, ?, ?, ?)", ((code, place, *answer) for code, place, answer in found if answer)
    )
    db.execute(_LINES)
    db.execute("DROP TABLE address")
