"""How many rows a table has for each way of matching, each chamber and each Kreis."""

from typing import Any

from hwkcli.language import Language, number, word
from hwkcli.matching.annotate import Answers
from hwkcli.matching.decision import WAYS
from hwkcli.views.page import Page, View, heading, view

REPORT_KEYS = ("by", "key", "name", "rows")
_COLUMNS = {
    "chamber": ("hwk_chamber_code", "hwk_chamber"),
    "kreis": ("hwk_kreis_key", "hwk_kreis"),
    "district": ("hwk_district", "hwk_district"),
}
_LABELS = {"chamber": "responsible"}


def summary(made: Answers) -> str:
    """How many rows have an answer, and why the others have none, in a line."""
    counts = _by_way(made)
    rest = ", ".join(f"{counts[way]:,} {way}" for way in WAYS[-3:] if way in counts)
    return f"{made.rows:,} rows, {made.answered:,} answered{f' ({rest})' if rest else ''}"


def report(made: Answers, lang: Language) -> View:
    """The counts: the ways of matching in their order, chambers and Kreise by their keys."""
    import polars as pl

    counts = _by_way(made)
    records: list[dict[str, Any]] = [
        {"by": "how", "key": way, "name": way, "rows": counts[way]} for way in WAYS if way in counts
    ]
    for by, (key, name) in _COLUMNS.items():
        if key in made.names:
            found = made.table.group_by(key, name if name != key else []).agg(pl.col("rows").sum()).sort(key)
            records += [
                {"by": by, "key": row[0] or None, "name": (row[1] if name != key else row[0]) or None, "rows": row[-1]}
                for row in found.rows()
            ]
    headings = tuple(
        heading(*keys) for keys in (("counted_by", lang, "by"), ("key", lang), ("name", lang), ("rows", lang))
    )
    rows = tuple(
        (
            word(_LABELS.get(one["by"], one["by"]), lang),
            one["key"] or "–",
            one["name"] or "–",
            number(one["rows"], lang),
        )
        for one in records
    )
    return view(records, Page("", headings, rows), REPORT_KEYS)


def _by_way(made: Answers) -> dict[str, int]:
    import polars as pl

    return dict(made.table.group_by("hwk_how").agg(pl.col("rows").sum()).iter_rows())
