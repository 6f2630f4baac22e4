"""Decide each distinct address once: the answers that a join then brings to the rows."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import xor
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import BadSetting, quoted
from hwkcli.gazetteer.evidence import of_cells
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS, Columns
from hwkcli.matching.decision import ANSWERED, Decision, decider

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]
"""Is told how many of how many addresses are decided; of none, when the rows are written."""

_STEP = 20_000


class Answers(NamedTuple):
    """The answers to all distinct addresses of a table."""

    table: "pl.DataFrame"
    """The columns `at` (what an address is joined by), `rows` (how many rows have it), and those of `names`."""
    names: tuple[str, ...]
    """The columns that each row gets."""
    answered: int
    """How many rows have an answer."""
    rows: int
    blank: bool
    """Whether any address is wholly empty, as that of a blank line is."""


def _cells(columns: Columns) -> "list[pl.Expr]":
    """The cells of a row's address, as texts."""
    import polars as pl

    return [pl.col(f"c{at}").cast(pl.String).fill_null("") for at in columns.used]


def joined_by(columns: Columns) -> "pl.Expr":
    """What the address of a row is joined by: one number, made of the hashes of its cells."""
    first, *others = (cell.hash(seed) for seed, cell in enumerate(_cells(columns), 1))
    return reduce(xor, others, first)


def answers(
    frame: "pl.LazyFrame", names: tuple[str, ...], columns: Columns, district: str | None, tell: Progress
) -> Answers:
    """The answers to the distinct addresses of a table; with a chamber's code, only whether they are in its district.

    Raises BadSetting for a column of lists or records.
    """
    import polars as pl

    schema = frame.collect_schema()
    for at in columns.used:
        if schema[f"c{at}"].is_nested():
            raise BadSetting(f"column {quoted(names[at])} holds lists or records; name another")
    used = [f"c{at}" for at in columns.used]
    distinct = frame.select(_cells(columns)).group_by(used).len("rows").collect(engine="streaming")
    blank = not distinct.filter(pl.all_horizontal(pl.col(name) == "" for name in used)).is_empty()
    table = distinct.select(joined_by(columns).alias("at"), "rows")
    places = [None if at is None else columns.used.index(at) for at in columns]
    addresses = (tuple("" if at is None else row[at] for at in places) for row in distinct.select(used).iter_rows())
    decided = list(decisions(addresses, distinct.height, tell))
    if table["at"].n_unique() != table.height:
        raise BadSetting("two addresses of this table cannot be told apart by their hash; split the table in two")
    made = table.hstack(in_district(decided, district) if district else as_columns(decided))
    answered = made.filter(pl.col("hwk_how").is_in(ANSWERED))["rows"].sum()
    return Answers(made, DISTRICT_ANSWERS if district else ANSWERS, int(answered), int(made["rows"].sum()), blank)


def decisions(addresses: Iterable[tuple[str, ...]], number: int, tell: Progress) -> Iterable[Decision]:
    """What each of so many addresses means."""
    one = decider()
    for done, (key, code, place, country) in enumerate(addresses):
        if done % _STEP == 0:
            tell(done, number)
        yield one.decide(of_cells(key, code, place, country=country))
    tell(number, number)


def as_columns(decided: "list[Decision]") -> "pl.DataFrame":
    """The columns of decisions."""
    import polars as pl

    cells = zip(*decided, strict=True) if decided else [()] * len(ANSWERS)
    return pl.DataFrame({name: pl.Series(one, dtype=pl.String) for name, one in zip(ANSWERS, cells, strict=True)})


def in_district(decided: "list[Decision]", code: str) -> "pl.DataFrame":
    """The columns of decisions where only the district of a chamber counts: `inside`, `outside`, or empty."""
    import polars as pl

    where = ["" if not one.chamber_code else "inside" if one.chamber_code == code else "outside" for one in decided]
    cells = (where, [one.how for one in decided], [one.candidates for one in decided])
    return pl.DataFrame(
        {name: pl.Series(one, dtype=pl.String) for name, one in zip(DISTRICT_ANSWERS, cells, strict=True)}
    )
