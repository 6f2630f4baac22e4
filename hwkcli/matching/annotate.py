"""Decide each distinct address once: the answers that a join then brings to the rows."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from operator import xor
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import BadSetting, quoted
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.engine.keys import KREIS, joined, key_of
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS, SINGLE, Columns
from hwkcli.matching.contents import Contents
from hwkcli.matching.decision import ANSWERED, Decider, Decision, decider, resolver
from hwkcli.matching.passing import may_pass, passes
from hwkcli.matching.read.mend import UNREADABLE

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]
"""Is told how many of how many addresses are decided; of none, when the rows are written."""

_STEP = 20_000
_LONGEST = 400
"""A cell that is longer is no address, and must not cost time."""
_PASSED = "passed"
"""The kind of rows that pass through without being asked."""
_NUTS_ABOVE = re.compile("DE[0-9A-Z]{0,2}", re.IGNORECASE)
"""The NUTS code of Germany, a Land or a Regierungsbezirk."""
_TWO_DECIMALS = r"^\s*([+-]?[0-9]{1,2}[.,][0-9]{2})[0-9]*\s*$"


class Address(NamedTuple):
    """The cells of an address. What is empty was not given."""

    key: str = ""
    postal_code: str = ""
    places: tuple[str, ...] = ()
    kreis: str = ""
    land: str = ""
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    kind: str = ""


class Answers(NamedTuple):
    """The answers to all distinct addresses of a table."""

    table: "pl.DataFrame"
    """The columns `at` (what an address is joined by), `rows` (how many rows have it), and those of `names`."""
    names: tuple[str, ...]
    """The columns that each row gets."""
    how: str
    """The one of them that says how the answer was found."""
    joined_by: "pl.Expr"
    """What the address of a row is joined by."""
    blank: bool
    """Whether any row may pass through without being asked, as a blank line does."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self.table["rows"].sum())

    def counts(self) -> dict[str, int]:
        """How many rows have been answered in each way, or have no answer for which reason; those that are not asked
        have none."""
        import polars as pl

        return dict(self.table.group_by(self.how).agg(pl.col("rows").sum()).iter_rows())

    def groups(self) -> dict[str, list[tuple[str, str, int]]]:
        """How many rows there are by `chamber`, `kreis` or `district`: key, name and number, in the order of keys."""
        import polars as pl

        prefix = self.how.removesuffix("how")
        by = {"chamber": ("chamber_code", "chamber"), "kreis": ("kreis_key", "kreis"), "district": ("district",) * 2}
        found = {}
        for group, (key, name) in by.items():
            if prefix + key in self.names:
                columns = list(dict.fromkeys((prefix + key, prefix + name)))
                asked = self.table.filter(pl.col(self.how) != "")
                counted = asked.group_by(columns).agg(pl.col("rows").sum()).sort(columns)
                found[group] = [(row[0], row[-2], row[-1]) for row in counted.rows()]
        return found

    def unanswered(self) -> "pl.DataFrame":
        """The part of the table for rows that were asked and have no answer."""
        import polars as pl

        return self.table.filter(~pl.col(self.how).is_in((*ANSWERED, "")))


def answers(
    frame: "pl.LazyFrame",
    names: Sequence[str],
    columns: Columns,
    district: str | None,
    prefix: str,
    tell: Progress,
    flagged: bool = False,
    key_date: str = "",
) -> Answers:
    """The answers to the distinct addresses of a table; with a chamber's code, only whether they are in its district.
    `flagged` says that there is a column that marks unreadable rows, `key_date` of which day the keys are.

    Raises BadSetting for a column of lists or records.
    """
    import polars as pl

    schema = frame.collect_schema()
    for at in columns.used:
        if schema[f"c{at}"].is_nested():
            nested = "column {name} holds lists or records; name another"
            raise BadSetting(nested, name=quoted(names[at]))
    kind = pl.col(UNREADABLE) if flagged else None
    distinct = _distinct(frame, columns, kind)
    blank = bool(distinct.select(may_pass(columns, names).any()).item())
    if blank:
        passed = pl.when(passes(schema.names(), columns, names)).then(pl.lit(_PASSED)).otherwise(pl.lit(""))
        kind = passed if kind is None else pl.when(kind == "").then(passed).otherwise(kind)
        distinct = _distinct(frame, columns, kind)
    joined_by = _hashed(columns, kind)
    table = distinct.select(_hashed(columns, None if kind is None else pl.col("kind")).alias("at"), "rows")
    if table["at"].n_unique() != table.height:
        raise BadSetting("two addresses of this table cannot be told apart by their hash; split the table in two")
    with _collector_off():
        decided = list(_decided(distinct, columns, tell, key_date))
    wanted = DISTRICT_ANSWERS if district else ANSWERS
    found = in_district(decided, district) if district else as_columns(decided)
    found = found.rename({name: prefix + name for name in wanted})
    return Answers(
        table.hstack(found), tuple(prefix + name for name in wanted), f"{prefix}how", joined_by.alias("at"), blank
    )


def _distinct(frame: "pl.LazyFrame", columns: Columns, kind: "pl.Expr | None") -> "pl.DataFrame":
    """The distinct addresses with how many rows have each, those of one postal code together, for what was looked up
    for one of them is at hand for the next; rows of another kind are apart."""
    names = [f"c{at}" for at in columns.used]
    cells = _cells(columns)
    if kind is not None:
        names.append("kind")
        cells.append(kind.alias("kind"))
    distinct = frame.select(cells).group_by(names).len("rows").collect(engine="streaming")
    return distinct if columns.postal_code is None else distinct.sort(f"c{columns.postal_code}")


def _cells(columns: Columns) -> "list[pl.Expr]":
    """The cells of a row's address, as texts. A position beside other evidence is read with two decimals (a kilometre):
    more would make an address of its own of every row, and say no more."""
    import polars as pl

    coarse = (columns.latitude, columns.longitude) if len(columns.used) > 2 else ()
    cells = {at: pl.col(f"c{at}").cast(pl.String).fill_null("") for at in columns.used}
    for at in coarse:
        if at is not None:
            cells[at] = pl.coalesce(cells[at].str.extract(_TWO_DECIMALS), cells[at])
    return list(cells.values())


def _hashed(columns: Columns, kind: "pl.Expr | None") -> "pl.Expr":
    """One number for the address of a row, made of the hashes of its cells and of its kind."""
    cells = [*_cells(columns), *([] if kind is None else [kind])]
    return reduce(xor, (cell.hash(seed) for seed, cell in enumerate(cells, 1)))


def _decided(distinct: "pl.DataFrame", columns: Columns, tell: Progress, key_date: str) -> "Iterator[Decision]":
    """What each distinct address means; nothing is asked of rows of another kind."""
    cells = distinct.drop("rows")
    single = [getattr(columns, role) for role in (*SINGLE, "kind")]
    order = [None if at is None else columns.used.index(at) for at in single]
    places, parts = ([columns.used.index(at) for at in several] for several in (columns.place, columns.parts))

    whole_kreis = Contents(resolver()).whole_kreis

    def address(row: tuple[str, ...]) -> Address:
        key, code, *rest = ("" if at is None else _meant(row[at]) for at in order)
        key = joined([_meant(row[at]) for at in parts], columns.widths) if parts else key
        if columns.nuts and _NUTS_ABOVE.fullmatch(rest[0].strip()):
            rest[0] = ""
        named = tuple(cell for at in places if (cell := _meant(row[at])))
        if columns.levels and 0 < len(whole_kreis(key_of(key))) <= KREIS:
            # A row of a Kreis: its name is none of a town, and its postal code that of its seat.
            return Address(key, "", (), *rest)
        return Address(key, code, named, *rest)

    kinds = cells["kind"].to_list() if "kind" in cells.columns else [""] * cells.height
    asked = (None if kind else address(row) for kind, row in zip(kinds, cells.iter_rows(), strict=True))
    for kind, found in zip(kinds, decisions(asked, distinct.height, tell, key_date), strict=True):
        yield _NOTHING._replace(how=UNREADABLE) if kind == UNREADABLE else found


@contextmanager
def _collector_off() -> Iterator[None]:
    """While so much is made that stays, and nothing in circles, looking for garbage only takes time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _meant(cell: str) -> str:
    """What a cell may say of an address: nothing where it is longer than any address."""
    return cell if len(cell) <= _LONGEST or len(cell := cell.strip()) <= _LONGEST else ""


_NOTHING = Decision(*[""] * len(ANSWERS))


def decisions(
    addresses: Iterable[Address | None], number: int, tell: Progress, key_date: str = ""
) -> Iterator[Decision]:
    """What each of so many addresses means; nothing where there is none. All calls of the engine are here."""
    known = decider()
    for done, one in enumerate(addresses):
        if done % _STEP == 0:
            tell(done, number)
        yield _NOTHING if one is None else _decide(known, one, key_date)
    tell(number, number)


def _decide(known: Decider, one: Address, key_date: str) -> Decision:
    key, code, places, kreis, land, country, latitude, longitude, kind = one
    place, second = (*places, "", "")[:2]
    return known.decide(of_cells(key, code, place, kreis, land, country, second, latitude, longitude, key_date, kind))


def as_columns(decided: "list[Decision]") -> "pl.DataFrame":
    """The columns of decisions."""
    import polars as pl

    numbers = {one: at for at, one in enumerate(dict.fromkeys(decided))}
    cells = zip(*numbers, strict=True) if numbers else [()] * len(ANSWERS)
    distinct = pl.DataFrame({name: pl.Series(one, dtype=pl.String) for name, one in zip(ANSWERS, cells, strict=True)})
    return distinct[list(map(numbers.__getitem__, decided))]


def in_district(decided: "list[Decision]", code: str) -> "pl.DataFrame":
    """The columns of decisions where only the district of a chamber counts: `inside`, `outside`, or empty."""
    import polars as pl

    where = ["" if not one.chamber_code else "inside" if one.chamber_code == code else "outside" for one in decided]
    cells = (where, [one.how for one in decided], [one.candidates for one in decided])
    return pl.DataFrame(
        {name: pl.Series(one, dtype=pl.String) for name, one in zip(DISTRICT_ANSWERS, cells, strict=True)}
    )
