"""The lookup table: every postal code with every spelling of a place that answers, so that any engine can join it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hwkcli.errors import BadSetting
from hwkcli.matching.annotate import as_columns
from hwkcli.matching.decide import Decision, Judge
from hwkcli.matching.evidence import evidence
from hwkcli.matching.index import Index, index
from hwkcli.matching.read.source import NEEDED
from hwkcli.matching.write.target import FORMS, aside, guard

if TYPE_CHECKING:
    import polars as pl

LOOKUP_KEYS = ("postal_code", "place")
"""What a row is joined by: the postal code as it stands in a table, and the place, folded; empty if there is none."""


def write_table(file: Path, force: bool) -> str:
    """Write the lookup table to a file, and say what is in it. Raises BadSetting and BadFile."""
    form = FORMS.get(file.suffix.lower())
    if form not in ("parquet", "csv"):
        raise BadSetting(f"{file}: a lookup table is .parquet or .csv; give the file such an ending")
    guard(file, [], force)
    made = lookup_table()
    with aside(file, file.parent) as part:
        if form == "parquet":
            made.write_parquet(part)
        else:
            made.write_csv(part)
    return f"{file}: {made.height:,} rows, to be joined by postal_code and place"


def lookup_table() -> "pl.DataFrame":
    """The lookup table: the columns `postal_code` and `place`, then those of an answer.

    Raises BadSetting if Polars is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise BadSetting(NEEDED) from None
    keys, decided = [], []
    for code, place, decision in _entries(index()):
        if decision.how != "conflict":
            keys.append((code, place))
            decided.append(decision)
    table = pl.DataFrame(keys, schema=dict.fromkeys(LOOKUP_KEYS, pl.String), orient="row")
    return table.hstack(as_columns(decided)).sort(LOOKUP_KEYS)


def _entries(index: Index) -> Iterator[tuple[str, str, Decision]]:
    """All postal codes, alone and with each spelling at them, as they are and without their leading zero; all names."""
    judge = Judge(index)
    for code, targets in index.codes.items():
        places = {
            name for one in targets for name in (*index.spellings(one), *index.halves(one), *index.compounds(one))
        }
        for shown in (code, code[1:])[: 2 if code[0] == "0" else 1]:
            for place in ("", *places):
                yield shown, place, judge.decide(evidence(None, shown, place))
    for name in index.names:
        yield "", name, judge.decide(evidence(None, None, name))
