"""The lookup table on a local Spark session decides as `hwk match` does."""

import runpy
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from typer.testing import Result

made = runpy.run_path(str(Path(__file__).with_name("addresses.py")))


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
def test_a_join_on_spark_says_what_match_says(hwk: Callable[..., Result], tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'hwkcli[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as f

    cases = list(made["addresses"](20_000, seed=9))
    frame = pl.DataFrame(
        {"nr": range(len(cases)), "PLZ": [one.postal_code for one in cases], "Ort": [one.place for one in cases]}
    )
    frame.write_csv(tmp_path / "in.csv")
    assert hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.parquet").exit_code == 0
    assert hwk("match", "--lookup-table", tmp_path / "table.parquet").exit_code == 0

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = (
        session.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    try:
        rows = spark.read.csv(str(tmp_path / "in.csv"), header=True)
        table = spark.read.parquet(str(tmp_path / "table.parquet"))
        folded = f.regexp_replace(f.replace(f.lower("Ort"), f.lit("ß"), f.lit("ss")), r"[^\p{L}\p{N}]+", " ")
        found = rows.withColumns({"postal_code": f.col("PLZ"), "place": f.trim(folded)})
        joined = found.join(f.broadcast(table), ["postal_code", "place"], "left")
        answers = {int(row["nr"]): row["hwk_ags"] for row in joined.collect()}
    finally:
        spark.stop()
    expected = dict(pl.read_parquet(tmp_path / "out.parquet").select(pl.col("nr").cast(int), "hwk_ags").iter_rows())
    decided = {nr: ags for nr, ags in answers.items() if ags is not None}
    assert decided == {nr: expected[nr] for nr in decided}
    assert len(decided) > 0.75 * len(cases)
