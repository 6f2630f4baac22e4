"""Put the history of the keys into the compiled store: tables of its own, which only `stored` reads."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hwkcli.errors import BadData, Fault, Message
from hwkcli.files import history as files
from hwkcli.files.history import Change
from hwkcli.gazetteer.history import chain
from hwkcli.gazetteer.history.chain import Life
from hwkcli.gazetteer.history.layout import SCHEMA, ChangeRow, LifeRow, NameRow, pack
from hwkcli.model import Source
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.spelling import base


def create(db: sqlite3.Connection, folder: Path) -> None:
    """Write the history of a folder of tables into a store, and its sources. Raises BadFile and BadData for tables that
    are not in order."""
    read = files.read(folder)
    try:
        places = chain.lives(read.municipalities, read.changes)
        kreise = chain.lives(read.kreise, read.kreis_changes)
        rows = [*_municipalities(places), *_kreise(kreise, read.kreis_shares)]
        rows = list(_spelt(rows, read.spellings))
    except ValueError as error:
        raise BadData(
            (Fault(str(folder), None, "", str(error), Message("changes that fit to the municipalities")),)
        ) from None
    for table in SCHEMA:
        db.execute(table)
    db.execute("INSERT INTO history_names VALUES (?)", (pack(_names(rows)),))
    db.executemany("INSERT INTO history VALUES (?, ?, ?)", _parts(rows, (*read.changes, *read.kreis_changes)))
    db.executemany(
        """INSERT INTO source (id, publisher, title, url, document_de, document_en, edition_de, edition_en, licence_de,
            licence_en, attribution, rank, national) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""",
        map(_source, read.sources),
    )


def _parts(lives: Iterable[LifeRow], changes: Iterable[Change]) -> Iterator[tuple[str, bytes, bytes]]:
    """The rows by their Länder; the lives in the order of the keys, the changes in that of the days and numbers, so
    that what is alike stands together."""
    parts: Mapping[str, tuple[list[LifeRow], list[ChangeRow]]] = defaultdict(lambda: ([], []))
    for life in sorted(lives):
        parts[life.key[:2]][0].append(life)
    for change in sorted(changes, key=lambda one: (one.date, one.number, one.key)):
        for land in {change.key[:2], change.next_key[:2]}:
            parts[land][1].append(ChangeRow._make(change))
    return ((land, pack(own), pack(moves)) for land, (own, moves) in sorted(parts.items()))


def _source(one: Source) -> tuple[str | None, ...]:
    texts = (*(one.document or (None, None)), *one.edition, *one.licence)
    return one.id, one.publisher, one.title, one.url, *texts, one.attribution, one.rank


def _municipalities(lives: list[Life]) -> Iterator[LifeRow]:
    successors = chain.Successors()
    for life in lives:
        if life.until:
            shares, basis = successors.of(life)
            greatest = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
            yield _row(life, " ".join(f"{key} {share}" for key, share in greatest), basis)
        else:
            yield _row(life, "", "")


def _kreise(lives: list[Life], shares: tuple[files.KreisShare, ...]) -> Iterator[LifeRow]:
    by_life: Mapping[tuple[str, str], list[files.KreisShare]] = defaultdict(list)
    for one in shares:
        by_life[one.key, one.valid_until].append(one)
    for life in lives:
        mine = by_life[life.key, life.until] if life.until else []
        if life.until and not mine:
            raise ValueError(f"Kreis {life.key} until {life.until}: no shares of today's Kreise")
        yield _row(life, " ".join(f"{one.next_key} {one.share}" for one in mine), mine[0].basis if mine else "")


def _row(life: Life, successors: str, basis: str) -> LifeRow:
    names = "\r".join(f"{since}\t{name}" for since, name in life.names)
    return LifeRow(life.key, life.since, life.until, life.ended, names, successors, basis, "")


def _names(rows: Iterable[LifeRow]) -> Iterator[NameRow]:
    """The folded names of what is no more, and those that places of today had before the one of today; each in all
    readings, without the title, in the order of the names."""
    found: Mapping[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for row in rows:
        names = [line.partition("\t")[2] for line in row.names.split("\r")]
        whole = row.ended == "dissolved" or (len(row.key) == 5 and row.until)
        last = fold(base(names[-1]))
        for name in (*names, *row.spellings.split("\r")) if whole else names[:-1]:
            folded = fold(base(name))
            if folded and (whole or folded != last):
                for reading in readings(folded):
                    found[reading][row.until or "9", row.key] = None
    for name, lives in sorted(found.items()):
        latest = sorted(lives, reverse=True)
        yield NameRow(name, " ".join(f"{key}/{until.removeprefix('9')}" for until, key in latest))


def _spelt(rows: Iterable[LifeRow], spellings: Iterable[files.Spelling]) -> Iterator[LifeRow]:
    known: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for one in spellings:
        known[one.key, one.valid_until].append(one.name)
    return (row._replace(spellings="\r".join(known[row.key, row.until])) for row in rows)
