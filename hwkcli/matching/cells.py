"""The cells of rows, read as evidence and decided."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from hwkcli.gazetteer.engine.evidence import Evidence, of_cells, plain_code, plain_word
from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.matching import points
from hwkcli.matching.addresses import LONGEST, Part, Row
from hwkcli.matching.answer import NOTHING, Decision
from hwkcli.matching.columns import SINGLE, Columns
from hwkcli.matching.contents import Contents
from hwkcli.matching.decision import decider, resolver
from hwkcli.matching.processes import collector_off
from hwkcli.matching.short_keys import whole_key
from hwkcli.matching.split_keys import of_parts
from hwkcli.naming.titles import is_kind_of_kreis

_OF_KREIS = ("key", "kreis", "land", "country", "kind")
"""What the row of a Kreis says of it."""
_NUTS_ABOVE = re.compile("[Dd][Ee][0-9A-Za-z]{0,2}|[A-Z]{2}(?:[0-9A-Z][0-9]?)?")
"""The NUTS code of Germany, a Land or a Regierungsbezirk; of another country, or a region of it."""


def decided(part: Part) -> list[Decision]:
    """What each of some addresses means. All calls of the engine for rows are here."""
    decide = decider().decide_abroad if part.columns.abroad else decider().decide
    read = _reader(part.columns, part.key_date)
    with collector_off():
        if part.columns.are_code_and_place and not part.columns.abroad:
            return _of_codes(part.rows)
        return [NOTHING if row is None else decide(read(row)) for row in part.rows]


def _of_codes(rows: Sequence[Row | None]) -> list[Decision]:
    """What postal codes and places mean, of which those of one code follow one another: the misspelt words of each code
    are decided together."""
    decide, misspelt = decider().decide, decider().decide_misspelt
    found: list[Decision] = []
    for cell, group in groupby(rows, lambda row: row[0] if row else ""):
        here = list(group)
        words = [plain_word(row[1]) if row else "" for row in here]
        near = misspelt(code, words) if (code := plain_code(cell)) else [None] * len(here)
        for row, meant in zip(here, near, strict=True):
            found.append(meant or (decide(_code_and_place(row)) if row else NOTHING))
    return found


def _reader(columns: Columns, key_date: str) -> Callable[[Row], Evidence]:
    """What reads the cells of a row as evidence."""
    if columns.are_code_and_place:
        return _code_and_place
    roles = ((role, getattr(columns, role)) for role in (*SINGLE, "kind"))
    single = [(role, columns.used.index(at)) for role, at in roles if at is not None]
    places, parts = ([columns.used.index(at) for at in several] for several in (columns.place, columns.parts))
    in_one = columns.latitude is not None and columns.latitude == columns.longitude
    in_towns = columns.kind is not None and bool(places)
    whole_kreis = Contents(resolver()).whole_kreis

    def read(row: Row) -> Evidence:
        said = {role: _meant(row[at]) for role, at in single}
        if parts:
            said["key"] = of_parts([_meant(row[at]) for at in parts], columns.widths)
        elif "key" in said:
            said["key"] = whole_key(said["key"], columns.within)
        if kreis := said.get("kreis", "").strip():
            above = columns.nuts and _NUTS_ABOVE.fullmatch(kreis)
            said["kreis"] = "" if above else columns.told_apart.get(kreis, said["kreis"])
        if in_one:
            said["latitude"], said["longitude"] = points.pair(said["latitude"])
        if columns.levels and 0 < len(whole_kreis(key_of(said.get("key", "")))) <= KREIS:
            # A row of a Kreis: its name is none of a town, its postal code that of its seat, its position its middle.
            return of_cells(**{role: cell for role, cell in said.items() if role in _OF_KREIS}, key_date=key_date)
        if in_towns and is_kind_of_kreis(said["kind"]):
            # A Kreis among towns, as its kind says.
            said["kreis"] = _meant(row[places[0]])
            return of_cells(**{role: cell for role, cell in said.items() if role in _OF_KREIS}, key_date=key_date)
        place, second = (*[cell for at in places if (cell := _meant(row[at]))], "", "")[:2]
        return of_cells(place=place, second=second, key_date=key_date, **said)

    return read


def _code_and_place(row: Row) -> Evidence:
    return of_cells("", _meant(row[0]), _meant(row[1]))


def _meant(cell: str) -> str:
    """What a cell may say of an address: nothing where it is longer than any address."""
    return cell if len(cell) <= LONGEST or len(cell := cell.strip()) <= LONGEST else ""
