"""Decide each distinct address once: the answers that a join then brings to the rows."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import xor
from typing import TYPE_CHECKING, NamedTuple

from hwkcli.errors import BadSetting, quoted
from hwkcli.matching import listed, points
from hwkcli.matching.addresses import LONGEST, Row, decisions
from hwkcli.matching.answer import ANSWERED, NOTHING, Decision
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS, Columns
from hwkcli.matching.passing import may_pass, passes
from hwkcli.matching.processes import Other, collector_off
from hwkcli.matching.read.mend import UNREADABLE
from hwkcli.matching.task import Progress

if TYPE_CHECKING:
    import polars as pl

_PASSED = "passed"
"""The kind of rows that pass through without being asked."""
_TWO_DECIMALS = r"^\s*([+-]?[0-9]{1,2}[.,][0-9]{2})[0-9]*\s*$"


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
    ragged: bool
    """Whether any row has nothing in its last cell, as one has that ends before."""

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
    others: Sequence[Other] = (),
) -> Answers:
    """The answers to the distinct addresses of a table; with a chamber's code, only whether they are in its district.
    `flagged` says that there is a column that marks unreadable rows, `key_date` of which day the keys are; `others` are
    processes that decide.

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
    ragged = bool(distinct["ragged"].any())
    distinct = distinct.drop("ragged")
    distinct = distinct.with_columns(_hashed(columns, None if kind is None else pl.col("kind")).alias("at"))
    if distinct["at"].n_unique() != distinct.height:
        raise BadSetting("two addresses of this table cannot be told apart by their hash; split the table in two")
    known, rest = listed.answered(distinct, columns, others)
    with collector_off():
        decided = as_columns(list(_decided(rest.drop("at"), columns, tell, key_date, others)))
    found = pl.concat([known.select("at", "rows", *ANSWERS), rest.select("at", "rows").hstack(decided)])
    wanted = DISTRICT_ANSWERS if district else ANSWERS
    if district:
        found = found.with_columns(_in_district(district))
    table = found.select("at", "rows", pl.col(wanted).name.prefix(prefix))
    joined_by = _hashed(columns, kind).alias("at")
    return Answers(table, tuple(prefix + name for name in wanted), f"{prefix}how", joined_by, blank, ragged)


def _distinct(frame: "pl.LazyFrame", columns: Columns, kind: "pl.Expr | None") -> "pl.DataFrame":
    """The distinct addresses with how many rows have each, and whether any of these is `ragged`; those of one postal
    code together, for what was looked up for one of them is at hand for the next; rows of another kind are apart."""
    import polars as pl

    names = [f"c{at}" for at in columns.used]
    cells = _cells(columns)
    if kind is not None:
        names.append("kind")
        cells.append(kind.alias("kind"))
    *_, last = (name for name in frame.collect_schema().names() if name != UNREADABLE)
    ragged = pl.col(last).is_null().alias("ragged")
    grouped = frame.select(*cells, ragged).group_by(names).agg(pl.len().alias("rows"), pl.col("ragged").any())
    distinct = grouped.collect(engine="streaming")
    return distinct if columns.postal_code is None else distinct.sort(f"c{columns.postal_code}")


def _cells(columns: Columns) -> "list[pl.Expr]":
    """The cells of a row's address, as texts. A position beside other evidence is read with two decimals (a kilometre):
    more would make an address of its own of every row, and say no more."""
    import polars as pl

    own = {at for at in (columns.latitude, columns.longitude) if at is not None}
    cells = {at: pl.col(f"c{at}").cast(pl.String).fill_null("") for at in columns.used}
    for at in own if own < set(columns.used) else ():
        coarse = cells[at].str.extract(_TWO_DECIMALS)
        if len(own) == 1:
            coarse = cells[at].str.extract_all(points.COARSE).list.join(" ")
        cells[at] = pl.coalesce(coarse, cells[at])
    return list(cells.values())


def _hashed(columns: Columns, kind: "pl.Expr | None") -> "pl.Expr":
    """One number for the address of a row, made of the hashes of its cells and of its kind."""
    cells = [*_cells(columns), *([] if kind is None else [kind])]
    return reduce(xor, (cell.hash(seed) for seed, cell in enumerate(cells, 1)))


def _decided(
    distinct: "pl.DataFrame", columns: Columns, tell: Progress, key_date: str, others: Sequence[Other]
) -> "Iterator[Decision]":
    """What each distinct address means; nothing is asked of rows of another kind."""
    cells = distinct.drop("rows").with_columns(_without_excess())
    kinds = distinct["kind"].to_list() if "kind" in distinct.columns else [""] * distinct.height

    def rows(start: int, number: int) -> list[Row | None]:
        some = zip(kinds[start : start + number], cells[start : start + number].iter_rows(), strict=True)
        return [None if kind else row for kind, row in some]

    found = decisions(rows, distinct.height, columns, key_date, tell, others)
    for kind, one in zip(kinds, found, strict=True):
        yield NOTHING._replace(how=UNREADABLE) if kind == UNREADABLE else one


def _without_excess() -> "pl.Expr":
    """All texts, those that are longer than any address no longer than is needed to see that."""
    import polars as pl

    cell = pl.col(pl.String)
    return pl.when(cell.str.len_bytes() <= LONGEST).then(cell).otherwise(cell.str.strip_chars().str.head(LONGEST + 1))


def as_columns(decided: "list[Decision]") -> "pl.DataFrame":
    """The columns of decisions."""
    import polars as pl

    # What many addresses mean is mostly one object.
    distinct = {id(one): one for one in decided}
    cells = zip(*distinct.values(), strict=True) if distinct else [()] * len(ANSWERS)
    frame = pl.DataFrame({name: pl.Series(one, dtype=pl.String) for name, one in zip(ANSWERS, cells, strict=True)})
    numbers = {one: at for at, one in enumerate(distinct)}
    return frame[[numbers[id(one)] for one in decided]]


def _in_district(code: str) -> "pl.Expr":
    """Where the chamber is that of a district: `inside`, `outside`, or empty."""
    import polars as pl

    chamber = pl.col("chamber_code")
    where = pl.when(chamber == "").then(pl.lit("")).when(chamber == code).then(pl.lit("inside"))
    return where.otherwise(pl.lit("outside")).alias("district")
