"""Put the history of the keys into the compiled store: tables of its own, which nothing reads but `history`."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from hwkcli.errors import BadData, Fault
from hwkcli.files import history as files
from hwkcli.gazetteer import chain
from hwkcli.gazetteer.chain import Life
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import base

SCHEMA = """
CREATE TABLE life (
    key TEXT, since TEXT, until TEXT, ended TEXT, names TEXT, successors TEXT, basis TEXT,
    PRIMARY KEY (key, since, until)
) WITHOUT ROWID;
CREATE TABLE life_change (
    key TEXT, date TEXT, kind TEXT, next TEXT, inhabitants TEXT, area_ha TEXT, number TEXT
);
CREATE TABLE life_name (word TEXT, key TEXT, since TEXT, PRIMARY KEY (word, key, since)) WITHOUT ROWID;
CREATE INDEX life_change_by_key ON life_change (key);
CREATE INDEX life_change_by_next ON life_change (next);
"""
"""A life is the time for which a key stands for one municipality (8 digits) or Kreis (5 digits).

`names` are its names, one a line, each with the day before it since which it held (empty before the data begin), and
a tab between. `successors` are today's keys, each with its share behind it, the greatest first. `life_name` has the
folded names under which something answers that today is called otherwise, or is no more.
"""

_Row = tuple[str, str, str, str, str, str, str | None]


def create(db: sqlite3.Connection, folder: Path) -> None:
    """Write the history of a folder of tables into a store. Raises BadFile and BadData for tables that are not in
    order."""
    read = files.read(folder)
    try:
        places, kreise = (
            chain.lives(read.municipalities, read.changes),
            chain.lives(read.kreise, read.kreis_changes),
        )
        rows = [*_municipalities(places), *_kreise(kreise, read.kreis_shares)]
    except ValueError as error:
        raise BadData((Fault(str(folder), None, "", str(error), "changes that fit to the municipalities"),)) from None
    db.executescript(SCHEMA)
    db.executemany("INSERT INTO life VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany(
        "INSERT INTO life_change VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (one.key, one.date, one.kind, one.next_key, one.inhabitants, one.area_ha, one.number)
            for one in (*read.changes, *read.kreis_changes)
        ),
    )
    db.executemany(
        """INSERT INTO source (id, publisher, title, url, document_de, document_en, edition_de, edition_en, licence_de,
            licence_en, attribution, rank, national) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""",
        (
            (
                *(one.id, one.publisher, one.title, one.url, *(one.document or (None, None)), *one.edition),
                *(*one.licence, one.attribution, one.rank),
            )
            for one in read.sources
        ),
    )
    words = sorted({word for one in (*places, *kreise) for word in _words(one)})
    db.executemany("INSERT INTO life_name VALUES (?, ?, ?)", words)


def _municipalities(lives: list[Life]) -> Iterator[_Row]:
    successors = chain.Successors()
    for life in lives:
        if life.until:
            shares, basis = successors.of(life)
            greatest = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
            yield _row(life, " ".join(f"{key} {share}" for key, share in greatest), basis)
        else:
            yield _row(life, "", None)


def _kreise(lives: list[Life], shares: tuple[files.KreisShare, ...]) -> Iterator[_Row]:
    by_life: Mapping[tuple[str, str], list[files.KreisShare]] = defaultdict(list)
    for one in shares:
        by_life[one.key, one.valid_until].append(one)
    for life in lives:
        mine = by_life[life.key, life.until] if life.until else []
        if life.until and not mine:
            raise ValueError(f"Kreis {life.key} until {life.until}: no shares of today's Kreise")
        yield _row(life, " ".join(f"{one.next_key} {one.share}" for one in mine), mine[0].basis if mine else None)


def _row(life: Life, successors: str, basis: str | None) -> _Row:
    names = "\n".join(f"{since}\t{name}" for since, name in life.names)
    return life.key, life.since, life.until, life.ended, names, successors, basis


def _words(life: Life) -> Iterator[tuple[str, str, str]]:
    """The folded names under which a life answers as something of before: the names that it gave up, and all of one
    that was dissolved, or of a Kreis that ended."""
    whole = life.ended == "dissolved" or (len(life.key) == 5 and life.until)
    for _, name in life.names if whole else life.names[:-1]:
        for word in readings(fold(base(name))):
            if whole or fold(base(name)) != fold(base(life.name)):
                yield word, life.key, life.since
