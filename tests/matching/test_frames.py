"""Frames in memory, and the lookup table."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from typer.testing import Result

import hwkcli
from hwkcli.errors import BadSetting, Exit
from hwkcli.extras import call
from hwkcli.matching import columns
from hwkcli.matching.decision import decide
from hwkcli.matching.lookup_table import LOOKUP_KEYS, lookup_table
from hwkcli.naming.fold import fold

ANSWERS = [columns.PREFIX + name for name in columns.ANSWERS]
DISTRICT_ANSWERS = [columns.PREFIX + name for name in columns.DISTRICT_ANSWERS]
DATA = {"plz": ["59174", "44135", None], "ort": ["Kamen", "Hamburg", "Berlin"], "n": [1, 2, 3]}
AGS = ["05978020", "", "11000000"]


def test_a_frame_of_polars_gives_one_of_polars() -> None:
    frame = pl.DataFrame(DATA)
    made = hwkcli.match(frame)
    assert isinstance(made, pl.DataFrame)
    assert made.columns == [*frame.columns, *ANSWERS]
    assert made.select(frame.columns).equals(frame)
    assert made["hwk_ags"].to_list() == AGS
    lazy = hwkcli.match(frame.lazy())
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect().equals(made)


def test_a_frame_of_pandas_keeps_its_index_and_types() -> None:
    frame = pd.DataFrame({**DATA, "plz": [59174.0, 44135.0, None]}, index=[7, 5, 7])
    made = hwkcli.match(frame)
    assert isinstance(made, pd.DataFrame)
    assert list(made.index) == [7, 5, 7]
    assert made[list(frame.columns)].equals(frame)
    assert made["hwk_ags"].tolist() == AGS


def test_what_pandas_has_for_nothing_is_nothing() -> None:
    frame = pd.DataFrame({"plz": pd.array([59174, pd.NA, 44135], dtype="Int64"), "ort": ["Kamen", "Berlin", pd.NA]})
    assert hwkcli.match(frame)["hwk_ags"].tolist() == ["05978020", "11000000", "05913000"]
    stamps = pd.DataFrame({"plz": ["59174", "44135"], "ort": [pd.NaT, b"Dortmund"]})
    assert hwkcli.match(stamps)["hwk_how"].tolist() == ["postal_code", "postal_code+place"]
    with pytest.raises(BadSetting, match="no table: Series"):
        hwkcli.match(pd.Series(["Kamen"]))


def test_a_path_is_read_with_the_same_care(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text('PLZ;Ort;Firma\n59174;Kamen;"Haus "Rose""\n44135;Dortmund\n')
    made = hwkcli.match(tmp_path / "in.csv")
    assert made["hwk_ags"].to_list() == ["05978020", "05913000"]
    assert made["Firma"].to_list()[0] == '"Haus "Rose""'
    (tmp_path / "long.csv").write_text("PLZ;Ort\n" + "59174;Kamen\n" * 3 + "59174;Kamen;x;y\n")
    assert hwkcli.match(tmp_path / "long.csv")["hwk_how"].to_list() == [*["postal_code+place"] * 3, "unreadable"]


def test_a_table_of_arrow_gives_one_of_arrow() -> None:
    made = hwkcli.match(pa.table(DATA))
    assert isinstance(made, pa.Table)
    assert made.column("hwk_ags").to_pylist() == AGS
    batch = pa.record_batch(DATA)
    for batches in (batch, pa.RecordBatchReader.from_batches(batch.schema, [batch])):
        assert hwkcli.match(batches).equals(made)


def test_whatever_exports_arrow_gives_polars() -> None:
    class Exports:
        """Knows only the Arrow interface."""

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return pl.DataFrame(DATA).__arrow_c_stream__(requested_schema)

    assert hwkcli.match(Exports())["hwk_ags"].to_list() == AGS


def test_a_path_gives_a_frame_of_polars(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("PLZ;Ort\n59174;Kamen\n")
    assert hwkcli.match(file)["hwk_town"].to_list() == ["Kamen"]
    assert hwkcli.match(str(file), district=True).columns == ["PLZ", "Ort", *DISTRICT_ANSWERS]
    file.write_text("PLZ;Ort;Ort\n59174;Kamen;Unna\n")
    with pytest.raises(BadSetting, match=r"the place could be column 2 .* or column 3 "):
        hwkcli.match(file)
    assert hwkcli.match(file, place="2").columns[:3] == ["PLZ", "Ort", "Ort_2"]
    with pytest.raises(hwkcli.BadFile, match="No such file"):
        hwkcli.match(tmp_path / "none.csv")


def test_headings_of_pandas_may_be_numbers_come_twice_or_have_levels() -> None:
    rows = [["59174", "Kamen", 1], ["44135", "Dortmund", 2]]
    for headings in ([0, 1, 2], ["PLZ", "Ort", "Ort"], [("PLZ", ""), ("Ort", "haus"), ("Ort", "post")]):
        frame = pd.DataFrame(rows)
        frame.columns = pd.MultiIndex.from_tuples(headings) if isinstance(headings[0], tuple) else headings
        made = hwkcli.match(frame, place="1" if headings[0] == 0 else "2")
        assert made.iloc[:, :3].equals(frame)
        assert made.iloc[:, 3].tolist() == ["05978020", "05913000"]
        assert list(made.columns[:3]) == list(frame.columns)


@pytest.mark.parametrize("headings", [[7, 0, 1], [("a", 7), ("a", "haus"), ("b", "haus")]])
def test_a_column_is_named_by_its_heading_as_it_is_in_the_frame(headings: list[Any]) -> None:
    frame = pd.DataFrame([["44135", "59174", "Kamen"], ["59174", "44135", "Dortmund"]])
    frame.columns = pd.MultiIndex.from_tuples(headings) if isinstance(headings[0], tuple) else headings
    made = hwkcli.match(frame, postal_code=headings[1], place=headings[2])
    assert made.iloc[:, 3].tolist() == ["05978020", "05913000"]
    with pytest.raises(BadSetting, match="no column '9'"):
        hwkcli.match(frame, postal_code=9)


def test_halves_of_characters_are_no_reason_to_fail() -> None:
    frame = pd.DataFrame({"PLZ": ["59174", "44135"], "Ort": ["Kamen", "\udc80"]}, dtype=object)
    assert hwkcli.match(frame)["hwk_ags"].tolist() == ["05978020", "05913000"]
    frame.columns = pd.Index(["PLZ\ud800", "Ort"], dtype=object)
    made = hwkcli.match(frame, postal_code="PLZ\ud800")
    assert list(made.columns) == ["PLZ\ud800", "Ort", *ANSWERS]
    assert made.iloc[:, :2].equals(frame)
    assert made["hwk_ags"].tolist() == ["05978020", "05913000"]


def test_a_second_run_with_another_prefix_keeps_the_first() -> None:
    first = hwkcli.match(pl.DataFrame({"rechnung_plz": ["59174"], "liefer_plz": ["44135"]}), prefix="rechnung_")
    both = hwkcli.match(first, prefix="liefer_")
    assert both["rechnung_ags"].to_list() == ["05978020"]
    assert both["liefer_ags"].to_list() == ["05913000"]
    with pytest.raises(BadSetting, match=r"has a column 'liefer_ags' already; .* another --prefix"):
        hwkcli.match(both, prefix="liefer_")


def test_frames_without_known_headings_are_known_by_their_content() -> None:
    frame = pd.DataFrame({"a": [59174, 44135], "b": ["Kamen", None]})
    assert hwkcli.match(frame)["hwk_ags"].tolist() == ["05978020", "05913000"]


def test_frames_need_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(BadSetting, match=re.escape(f"; install it with: {call('match')}")):
        hwkcli.match(pl.DataFrame(DATA))


def test_columns_can_be_named_and_must_be_clear() -> None:
    frame = pl.DataFrame({"a": ["Kamen"], "b": [["x"]]})
    assert hwkcli.match(frame, place="a")["hwk_how"].to_list() == ["place"]
    with pytest.raises(ValueError, match="holds lists"):
        hwkcli.match(frame, place="b")
    with pytest.raises(hwkcli.BadSetting, match="no column 'c'"):
        hwkcli.match(frame, place="c")
    with pytest.raises(BadSetting, match="no table: int"):
        hwkcli.match(3)


@pytest.mark.long
def test_the_lookup_table_says_what_match_says(
    tmp_path: Path, hwk: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = lookup_table()
    assert table.columns == [*LOOKUP_KEYS, *ANSWERS]
    assert table.select(LOOKUP_KEYS).is_unique().all()
    for row in table.sample(2000, seed=1).rows():
        assert row[2:] == decide(None, row[0], row[1])
    found = {row[:2]: row[2] for row in table.rows()}
    for code, place, ags in (
        ("59174", "Kamen", "05978020"),
        ("59174", "", "05978020"),
        ("", "Kamen", "05978020"),
        ("58455", "Witten-Annen", "05954036"),
        ("01067", "Dresden", "14612000"),
        ("1067", "Dresden", "14612000"),
    ):
        assert found[code, fold(place)] == ags
    monkeypatch.setattr("hwkcli.matching.lookup_table.lookup_table", lambda: table)
    for name in ("out.parquet", "out.csv"):
        result = hwk("match", "--lookup-table", tmp_path / name)
        assert result.exit_code == 0, result.stderr
        assert "rows, to be joined by postal_code and place" in result.stderr
    assert pl.read_parquet(tmp_path / "out.parquet").equals(table)
    assert hwk("match", "--lookup-table", tmp_path / "out.csv").exit_code == Exit.USAGE
    assert hwk("match", "--lookup-table", tmp_path / "out.xlsx").exit_code == Exit.USAGE


def test_an_index_with_a_name_is_evidence() -> None:
    """As pandas reads tables of statistics, whose rows are Kreise and not the towns of their names."""
    frame = pd.DataFrame({"name": ["Unna", "Dortmund"], "n": [1, 2]}, index=pd.Index(["05978", "05913"], name="AGS"))
    made = hwkcli.match(frame)
    assert made["hwk_kreis_key"].tolist() == ["05978", "05913"]
    assert made["hwk_ags"].tolist() == ["", "05913000"]
    assert list(made.columns) == ["name", "n", *ANSWERS]
    assert list(made.index) == ["05978", "05913"]


def test_the_numbers_of_columns_are_no_row_of_a_frame() -> None:
    frame = pl.DataFrame({"x": ["1", "a", "b"], "y": ["2", "c", "d"], "AGS": ["3", "05978", "05913"]})
    assert hwkcli.match(frame)["hwk_how"].to_list() == ["", "key", "key"]
