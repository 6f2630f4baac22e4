"""The addresses of a table, decided part by part; where other processes help, each decides a part at the same time."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from hwkcli.gazetteer.engine.evidence import Evidence, of_cells
from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.matching import points
from hwkcli.matching.columns import ANSWERS, SINGLE, Columns
from hwkcli.matching.contents import Contents
from hwkcli.matching.decision import Decision, decider, resolver
from hwkcli.matching.processes import Other, collector_off, first_of
from hwkcli.matching.short_keys import whole_key
from hwkcli.matching.split_keys import of_parts

Progress = Callable[[int, int], None]
"""Is told how many of how many addresses are decided; of none, when the rows are written."""

Row = tuple[str, ...]
"""The cells of an address, in the order of `Columns.used`."""

NOTHING = Decision(*[""] * len(ANSWERS))
"""What is said of a row that is not asked."""
_PART = 200
"""So many addresses are decided at a time."""
LONGEST = 400
"""A cell that is longer is no address, and must not cost time."""
_OF_KREIS = ("key", "kreis", "land", "country", "kind")
"""What the row of a Kreis says of it."""
_NUTS_ABOVE = re.compile("DE[0-9A-Z]{0,2}", re.IGNORECASE)
"""The NUTS code of Germany, a Land or a Regierungsbezirk."""


class Part(NamedTuple):
    """Some of the addresses of a table."""

    rows: Sequence[Row | None]
    """None is a row that is not asked."""
    columns: Columns
    key_date: str = ""
    """The day of the register that the keys are of, YYYY-MM-DD; empty where it is not said."""


def decisions(parts: Iterable[Part], number: int, tell: Progress, others: Sequence[Other] = ()) -> Iterator[Decision]:
    """What each of so many addresses means, in their order; nothing where a row is not asked. The other processes, if
    there are any, decide all of them, each some parts."""
    done = 0
    tell(done, number)
    for found in _answered(parts, others) if others else map(decided, parts):
        yield from found
        done += len(found)
        tell(done, number)


def _answered(parts: Iterable[Part], others: Sequence[Other]) -> Iterator[list[Decision]]:
    """The answers of other processes to some parts, in their order: each is asked again as soon as it has answered."""
    rest = enumerate(parts)
    asked: dict[Other, int] = {}
    found: dict[int, list[Decision]] = {}
    due = 0
    for other, (number, part) in zip(others, rest, strict=False):
        other.ask(partial(decided, part))
        asked[other] = number
    while asked:
        for other in first_of(asked):
            found[asked.pop(other)] = other.answer()
            for number, part in islice(rest, 1):
                other.ask(partial(decided, part))
                asked[other] = number
        while due in found:
            yield found.pop(due)
            due += 1


def in_parts(rows: Iterable[Row | None], columns: Columns, key_date: str) -> Iterator[Part]:
    """The addresses of a table in parts."""
    rest = iter(rows)
    while some := list(islice(rest, _PART)):
        yield Part(some, columns, key_date)


def decided(part: Part) -> list[Decision]:
    """What each of some addresses means. All calls of the engine for rows are here."""
    decide, read = decider().decide, _reader(part.columns, part.key_date)
    with collector_off():
        return [NOTHING if row is None else decide(read(row)) for row in part.rows]


def _reader(columns: Columns, key_date: str) -> Callable[[Row], Evidence]:
    """What reads the cells of a row as evidence."""
    roles = ((role, getattr(columns, role)) for role in (*SINGLE, "kind"))
    single = [(role, columns.used.index(at)) for role, at in roles if at is not None]
    places, parts = ([columns.used.index(at) for at in several] for several in (columns.place, columns.parts))
    in_one = columns.latitude is not None and columns.latitude == columns.longitude
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
        place, second = (*[cell for at in places if (cell := _meant(row[at]))], "", "")[:2]
        return of_cells(place=place, second=second, key_date=key_date, **said)

    return read


def _meant(cell: str) -> str:
    """What a cell may say of an address: nothing where it is longer than any address."""
    return cell if len(cell) <= LONGEST or len(cell := cell.strip()) <= LONGEST else ""
