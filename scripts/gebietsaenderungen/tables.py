"""The tables that are written: the lives of the keys, and the moves between them, as rows of text."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gebietsaenderungen.chain import Chain, Life, Move, day_before
from gebietsaenderungen.workbooks import Row
from hwkcli.files.history import Change, Span

_RENUMBERED = ("stba/1952/", "stba/1953/")
"""The changes by which all municipalities of the West got the keys in which the workbooks write since 1950."""


def split(rows: Iterable[Row], unit: str) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of one unit: its changes, those that list for the first time what was there before the data begin, and
    of these the ones that know the key of before the renumbering of 1952/53."""
    changes, listed, renumbered = [], [], []
    for row in rows:
        if row.unit != unit or not row.new_key.isdecimal() or len(row.new_key) != (8 if unit == "municipality" else 5):
            continue
        if row.number.startswith(_RENUMBERED):
            listed.append(row)
            if len(row.old_key) == 8 and row.old_key.isdecimal():
                renumbered.append(row)
        elif not row.old_key and (row.number == "10/1956/0001" or "/1989/0001" in row.number):
            listed.append(row)
        elif not row.old_key or row.old_key.isdecimal():
            changes.append(row)
    return changes, listed, renumbered


def spans(chain: Chain, renumbered: Iterable[Row]) -> list[Span]:
    """A row for each name of each life, by keys and dates."""
    found = []
    for life in chain.lives:
        if life.until and life.until < life.since:
            continue  # it came and went on the same day
        names = life.names
        for at, (since, name) in enumerate(names):
            last = at + 1 == len(names)
            until = life.until if last else day_before(names[at + 1][0])
            found.append(Span(life.key, name, since, until, life.ended if last else "name"))
    found += [Span(row.old_key, row.old_name, "", day_before(row.date), "renumbered") for row in renumbered]
    return sorted(found, key=lambda span: (span.key, span.valid_from, span.valid_until))


def changes(chain: Chain, rows: Iterable[Row], renumbered: Iterable[Row]) -> list[Change]:
    """A row for each move from one life to another, for what remained after parts were moved, for each new name, and
    for each municipality that began without another, by dates and keys."""
    found = set()
    for life in chain.lives:
        for move in life.moves:
            if life.until and life.until < life.since:
                continue
            target = _arrived(move)
            found.add(Change(move.date, move.kind, life.key, target.key, move.inhabitants, move.area_ha, move.number))
    for (life, day), (people, area) in chain.rests.items():
        if any(move.date == day and move.to is not life for move in life.moves):
            found.add(Change(day, "rest", life.key, life.key, people, area, ""))
    for (life, day), number in chain.renamed.items():
        found.add(Change(day, "name", life.key, life.key, "", "", number))
    for row in rows:
        if not row.old_key:
            found.add(Change(row.date, "new", row.new_key, row.new_key, row.inhabitants, row.area_ha, row.number))
    for row in renumbered:
        found.add(Change(row.date, "renumbered", row.old_key, row.new_key, "", "", row.number))
    return sorted(found)


def _arrived(move: Move) -> Life:
    """Where a move leads: past what ended on the same day, into the greatest part of it."""
    target = move.to
    while target.until and target.until < move.date:
        onward = [one for one in target.moves if one.date == move.date and one.to is not target]
        target = max(onward, key=lambda one: (one.kind == "key", float(one.inhabitants or 0))).to
    return target


def table(rows: Sequence[NamedTuple], make: type[NamedTuple]) -> str:
    """The text of a table of some form."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(make._fields)
    writer.writerows(rows)
    return out.getvalue()
