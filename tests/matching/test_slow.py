"""What takes long: many distinct misspellings, many columns."""

from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

import polars as pl
import pytest
from typer.testing import Result


def test_ten_thousand_columns(hwk: Callable[..., Result], tmp_path: Path) -> None:
    names = [f"x{at}" for at in range(10_000)]
    cells = ";".join(names)
    (tmp_path / "in.csv").write_text(f"PLZ;Ort;{cells}\n59174;Kamen;{cells}\n44135;Dortmund;{cells}\n")
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert result.exit_code == 0, result.stderr
    first, *rows = (tmp_path / "out.csv").read_text().splitlines()
    assert first.startswith(f"PLZ;Ort;{cells};hwk_ags;")
    assert [row.split(";")[10_002] for row in rows] == ["05978020", "05913000"]


@pytest.mark.long
def test_a_million_distinct_misspellings(hwk: Callable[..., Result], tmp_path: Path) -> None:
    number = 1_000_000
    endings = ("".join(letters) for letters in product("abcdefghij", repeat=6))
    with (tmp_path / "in.csv").open("w") as out:
        out.write("PLZ;Ort\n")
        out.writelines(f"44135;Dortmund{ending}\n" for ending in islice(endings, number))
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.parquet")
    assert result.exit_code == 0, result.stderr
    made = pl.read_parquet(tmp_path / "out.parquet")
    assert made.height == number
    assert made["Ort"].n_unique() == number


@pytest.mark.long
def test_a_million_rows_come_back_in_their_order(hwk: Callable[..., Result], tmp_path: Path) -> None:
    places = (("59174", "Kamen"), ("44135", "Dortmund"), ("44135", "Hamburg"), ("80331", "München"), ("", "Neustadt"))
    with (tmp_path / "in.csv").open("w") as out:
        out.write("Nr,PLZ,Ort\n")
        out.writelines(f"{at},{','.join(places[at % 7 % 5])}\n" for at in range(1_000_000))
    assert hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.parquet").exit_code == 0
    made = pl.read_parquet(tmp_path / "out.parquet")
    assert made["Nr"].to_list() == [str(at) for at in range(1_000_000)]
    assert made.group_by("PLZ", "Ort").agg(pl.col("hwk_how").n_unique())["hwk_how"].to_list() == [1] * 5
