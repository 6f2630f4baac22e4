"""Addresses that everybody writes are answered by a join: what they mean was found out when the store was made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hwkcli.gazetteer.store.connection import not_whole
from hwkcli.gazetteer.store.schema import CELL
from hwkcli.matching import questions
from hwkcli.matching.columns import ANSWERS, Columns
from hwkcli.matching.processes import Other, answer

if TYPE_CHECKING:
    import polars as pl

_FEWEST = 1_000
"""Of fewer addresses each is decided by itself, which is quicker than to read the table."""


def answered(
    distinct: "pl.DataFrame", columns: Columns, others: Sequence[Other]
) -> "tuple[pl.DataFrame, pl.DataFrame]":
    """Of some addresses those that are listed, with their answers behind them, and those that are to be decided. The
    first of the other processes, if there are any, has the list."""
    import polars as pl

    keys = [f"c{at}" for at in columns.used]
    if distinct.height < _FEWEST or not columns.are_code_and_place:
        return distinct.clear().with_columns(pl.lit("").alias(name) for name in ANSWERS), distinct
    listed = answer(others, questions.listed)
    for other in others[1:]:
        # Most tables have others, too, which are then asked of all of them.
        other.begin()
    known = _table(listed, keys)
    if "kind" in distinct.columns:
        # Rows of another kind are not asked.
        keys.append("kind")
        known = known.with_columns(kind=pl.lit(""))
    found = distinct.join(known, on=keys, how="left", maintain_order="left")
    is_known = pl.col(ANSWERS[0]).is_not_null()
    return found.filter(is_known), found.filter(~is_known).select(distinct.columns)


def _table(listed: bytes, keys: Sequence[str]) -> "pl.DataFrame":
    """The list as a table, the columns of the address under their names in the file. Raises BadFile for a damaged
    store."""
    import polars as pl

    names = [*keys, *ANSWERS[:-1]]
    try:
        table = pl.read_csv(
            listed,
            has_header=False,
            separator=CELL,
            quote_char=None,
            schema=dict.fromkeys(names, pl.String),
        )
    except pl.exceptions.PolarsError:
        raise not_whole() from None
    return table.with_columns(pl.lit("").alias(ANSWERS[-1])).fill_null("")
