"""Addresses that everybody writes: what is kept of them is what the engine says; a join brings it to long tables."""

import csv
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from hwkcli.errors import BadFile
from hwkcli.gazetteer.store import index
from hwkcli.matching import listed, questions
from hwkcli.matching.annotate import answers
from hwkcli.matching.columns import ANSWERS, Columns
from hwkcli.matching.decision import decide

TABLES = Path(__file__).parents[2] / "data" / "germany"
COLUMNS = Columns(postal_code=1, place=(0,))
LINES = [line.split("\x1f") for line in index.listed().decode().split("\n")]


def addresses(rows: int) -> pl.DataFrame:
    """So many addresses, as `annotate` asks for them: every second of them is not listed."""
    cells = [(place if at % 2 else f"{place}x", code) for at, (code, place, *_) in enumerate(LINES[:rows])]
    return pl.DataFrame(cells, schema=["c0", "c1"], orient="row").with_columns(rows=pl.lit(1), at=pl.int_range(rows))


def test_what_is_kept_of_an_address_is_what_the_engine_says() -> None:
    for code, place, *kept in LINES:
        assert decide(postal_code=code, place=place) == (*kept, ""), (code, place)


def test_most_places_of_the_postal_table_are_listed_once() -> None:
    with (TABLES / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        table = {(row["postal_code"], row["place"]): row["ags"] for row in csv.DictReader(stream) if row["ags"]}
    known = {(code, place): ags for code, place, ags, *_ in LINES}
    assert len(known) == len(LINES)
    assert len(table.keys() & known.keys()) > 0.97 * len(table)
    # The table has a part of Kirn there, the register the municipality Oberhausen bei Kirn; and the table knows of
    # Lobenstein no more than a position, in the municipality next to Bad Lobenstein.
    other = {pair: known[pair] for pair in table.keys() & known.keys() if table[pair] != known[pair]}
    assert other == {("55606", "Oberhausen"): "07133073", ("07356", "Lobenstein"): "16075062"}


def test_of_a_long_table_only_what_is_not_listed_is_to_be_decided() -> None:
    known, rest = listed.answered(addresses(1000), COLUMNS, ())
    assert (known.height, rest.height) == (500, 500)
    assert rest.columns == ["c0", "c1", "rows", "at"]
    assert rest["c0"].str.ends_with("x").all()
    answers = {(code, place): [*kept, ""] for code, place, *kept in LINES}
    assert all(answers[code, place] == found for place, code, _, _, *found in known.rows())
    assert known.columns[4:] == list(ANSWERS)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (999, COLUMNS),
        (1000, COLUMNS._replace(kreis=2)),
        (1000, COLUMNS._replace(place=(0, 2))),
        (1000, Columns(postal_code=1)),
        (1000, Columns(place=(0,))),
    ],
)
def test_of_a_short_table_and_with_other_evidence_everything_is_to_be_decided(rows: int, columns: Columns) -> None:
    asked = addresses(rows).with_columns(c2=pl.lit(""))
    known, rest = listed.answered(asked, columns, ())
    assert known.height == 0
    assert known.columns == [*asked.columns, *ANSWERS]
    assert rest.equals(asked)


def test_rows_that_are_not_asked_are_not_answered() -> None:
    asked = addresses(1000).with_columns(kind=pl.lit("passed"))
    assert listed.answered(asked, COLUMNS, ())[0].height == 0
    assert listed.answered(asked.with_columns(kind=pl.lit("")), COLUMNS, ())[0].height == 500


@pytest.mark.parametrize("district", [None, "00037"])
def test_a_long_table_gets_the_answers_that_each_row_would_get_alone(
    district: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [(place if at % 3 else f" {place.upper()}", code) for at, (code, place, *_) in enumerate(LINES[::9])]
    rows = [*places, *places[:100], ("", ""), (None, "59174"), ("Summe", None), ("Kamen", "59174 "), ("Xyzzy", "59174")]
    frame = pl.DataFrame(rows, schema={"c0": pl.String, "c1": pl.String}, orient="row").lazy()

    def answered() -> pl.DataFrame:
        made = answers(frame, ["Ort", "PLZ"], COLUMNS, district, "hwk_", lambda done, number: None)
        return made.table.sort("at")

    long = answered()
    monkeypatch.setattr(listed, "_FEWEST", len(rows))
    alone = answered()
    assert long.height > 1900
    assert long.equals(alone)


def test_a_damaged_list_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "listed", lambda: index.listed()[:1000] + b"\x1f" * 20)
    with pytest.raises(BadFile, match="not whole"):
        listed.answered(addresses(1000), COLUMNS, ())


MODULES = """\
import sys
from hwkcli.matching import work
print(*sorted(name for name in sys.modules if name.startswith("hwkcli.")))
"""


def test_the_process_that_reads_a_file_has_no_gazetteer(tmp_path: Path) -> None:
    # What answers is imported where it is asked; of the store, only what tells that it is damaged.
    said = subprocess.run([sys.executable, "-c", MODULES], capture_output=True, text=True, check=True).stdout.split()
    assert "hwkcli.matching.work" in said
    assert "hwkcli.matching.write.rows" in said
    assert not [name for name in said if name.startswith(("hwkcli.gazetteer.engine", "hwkcli.gazetteer.germany"))]
    unused = ("read.workbook", "read.document", "read.records", "write.append", "write.geojson", "choice", "decision")
    assert not {f"hwkcli.matching.{name}" for name in unused} & set(said)
