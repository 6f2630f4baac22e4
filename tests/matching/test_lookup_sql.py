"""The look-up as SQL, run by DuckDB, and by Spark where there is Java; compared with what `hwk` itself does."""

import csv
import runpy
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import Result

from hwkcli.gazetteer.memory import of_places
from hwkcli.gazetteer.store import index, places
from hwkcli.language import Language
from hwkcli.matching import lookup_sql
from hwkcli.matching.columns import ANSWERS
from hwkcli.matching.decision import decide
from hwkcli.matching.lookup_table import lookup_table
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import bare

ADDRESSES = runpy.run_path(str(Path(__file__).with_name("addresses.py")))["addresses"]
Run = Callable[..., Result]

TEXTS = [
    *("Wetter (Ruhr)", "  WETTER/Ruhr ", "Haßley", "STRAẞE", "Mülheim a. d. Ruhr", "Mülheim an der Ruhr", "Bönen"),
    *("Rothenburg o. d. Tauber", "Frankfurt/O.", "Frankfurt (Oder)", "Halle i. Westf.", "Neustadt in Holstein"),
    *("Chóśebuz", "Lübben (Spreewald) / Lubin (Błota)", "", " ", "...", "a", "Au", "St.  Ingbert", "O'Brien", "x\\y"),
    *(
        "Bo\u0308nen",
        "Mu\u0308nchen",
        "Ｋａｍｅｎ",
        "Gro\u00dfe\u00adnaspe",
        "Un\u200bna",
        "Oﬃngen",
        "m²",
        "Kamen\u00a0Mitte",
    ),
    *("Stadt\tUnna", "Unna\n", "ÄÖÜ äöü", "_Unna_", "Unna–Mitte", "Bad Orb [neu]", "ǅ", "ĳ", "½", "ª", "ﬅ"),
    *("an der an der Ruhr", "bei der in", "Bergen auf Rügen", "a b c d", "Hof an dem Bach o d Ufer"),
]


DUCKDB = duckdb.connect()


def on_duckdb(expression: str, column: str, texts: list[str]) -> list[str]:
    """The values of an expression for some texts, in their order."""
    frame = pl.DataFrame({"nr": range(len(texts)), column: texts})
    DUCKDB.register("frame", frame.to_arrow())
    return [value for (value,) in DUCKDB.execute(f"SELECT {expression} FROM frame ORDER BY nr").fetchall()]


def test_duckdb_folds_as_hwk_does() -> None:
    assert on_duckdb(lookup_sql.folded("place", "duckdb"), "place", TEXTS) == [fold(text) for text in TEXTS]
    keys = [fold(text) for text in TEXTS]
    assert on_duckdb(lookup_sql.bare("key", "duckdb"), "key", keys) == [bare(key) for key in keys]


def test_duckdb_folds_every_letter_of_latin_scripts_and_all_signs() -> None:
    signs = {chr(code) for code in (*range(0x20, 0x2100), *range(0x2190, 0x2460), *range(0x2500, 0x2BFF))}
    signs = {sign for sign in signs if sign.isascii() or unicodedata.category(sign)[0] in "PSZ"}
    latin = sorted({*signs, *map(chr, lookup_sql.LATIN)} - set("İ₨"))
    latin = [sign for sign in latin if unicodedata.category(sign) != "Cn"]
    texts = [f"a{letter}b{letter}" for letter in latin]
    found = on_duckdb(lookup_sql.folded("place", "duckdb"), "place", texts)
    different = [(text, fold(text), sql) for text, sql in zip(texts, found, strict=True) if fold(text) != sql]
    assert different == []
    assert len(latin) > 2000


@pytest.mark.slow
@settings(max_examples=60)
@given(
    st.lists(
        st.text("aäÄßẞ oOdDeErRnN.-/()'\"\\_ \u00a0\u0308\u00ad\u200b²1ﬁéÉłŁ", max_size=25), min_size=1, max_size=40
    )
)
def test_any_text_of_german_letters_is_folded_as_hwk_does(texts: list[str]) -> None:
    assert on_duckdb(lookup_sql.folded("place", "duckdb"), "place", texts) == [fold(text) for text in texts]
    keys = [fold(text) for text in texts]
    assert on_duckdb(lookup_sql.bare("key", "duckdb"), "key", keys) == [bare(key) for key in keys]


CODES = {
    **{code: code for code in ("59174", "01067", "1067")},
    " 59174 ": "59174",
    "D-59174": "59174",
    "DE 59174": "59174",
    "d59174": "59174",
    "'59174": "59174",
    "59174.0": "59174",
    "1067,00": "1067",
    "": "",
    "Kamen": "",
    "591744": "",
    "A-1010": "",
    "591": "",
    "59174 Kamen": "",
}


def test_postal_codes_are_read_as_they_come() -> None:
    assert on_duckdb(lookup_sql.code("plz", "duckdb"), "plz", list(CODES)) == list(CODES.values())


@pytest.fixture(scope="module")
def table() -> pl.DataFrame:
    return lookup_table()


def joined(table: pl.DataFrame, rows: pl.DataFrame) -> dict[int, dict[str, Any]]:
    """The answers of the whole statement on DuckDB, by the numbers of the rows."""
    with duckdb.connect() as db:
        db.register("lookup", table.to_arrow())
        db.register("addresses", rows.to_arrow())
        found = db.execute(lookup_sql.statement("duckdb", "de"))
        names = [column[0] for column in found.description or ()]
        answers = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert names == [*rows.columns, *(f"hwk_{name}" for name in ANSWERS)]
    return {row["nr"]: row for row in answers}


def matched(hwk: Run, rows: pl.DataFrame, folder: Path) -> dict[int, dict[str, Any]]:
    """What `hwk match` answers."""
    rows.write_csv(folder / "in.csv")
    words = ["--postal-code", "postal_code", "--place", "place"]
    assert hwk("match", folder / "in.csv", "-o", folder / "out.parquet", *words).exit_code == 0
    return {int(row["nr"]): row for row in pl.read_parquet(folder / "out.parquet").iter_rows(named=True)}


def test_the_table_of_a_kreis_joined_on_duckdb_says_what_match_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of Germany takes its time: `-m long` has that."""
    inside = {place.id: place for place in places.every() if place.kreis_key == "05978"}
    own = of_places(inside, (word for word in index.words() if word[1] in inside))
    monkeypatch.setattr("hwkcli.matching.lookup_table.gazetteer", lambda: own)
    table = lookup_table()
    assert table.select("postal_code", "place").is_unique().all()
    cells = [("59174", "Stadt Kamen"), ("59174", "KAMEN-METHLER"), ("59174", ""), ("", "Bönen"), ("59174", "Xyzzy")]
    cells += [("D-59425", "Unna, Stadt"), ("59427", "Königsborn")]
    cells += [(row[0], row[1]) for row in table.sample(300, seed=1).rows()]
    rows = pl.DataFrame({"nr": range(len(cells)), "postal_code": [a for a, _ in cells], "place": [b for _, b in cells]})
    found = joined(table, rows)
    answered = {nr for nr in found if found[nr]["hwk_ags"]}
    assert {0, 1, 2, 3, 5, 6} <= answered
    assert 4 not in answered
    for nr in answered:
        assert found[nr]["hwk_ags"] == decide(None, *cells[nr]).ags, cells[nr]


@pytest.mark.long
def test_a_join_on_duckdb_says_what_match_says(hwk: Run, tmp_path: Path, table: pl.DataFrame) -> None:
    cases = list(ADDRESSES(6_000, seed=18))
    rows = pl.DataFrame(
        {
            "nr": range(len(cases)),
            "postal_code": [one.postal_code for one in cases],
            "place": [one.place for one in cases],
        }
    )
    found, want = joined(table, rows), matched(hwk, rows, tmp_path)
    decided = {nr: row for nr, row in found.items() if row["hwk_ags"]}
    assert {nr: row["hwk_ags"] for nr, row in decided.items()} == {nr: want[nr]["hwk_ags"] for nr in decided}
    # Nothing is lost that match does not find by a misspelling or a part of what is written.
    exact = {nr for nr, row in want.items() if row["hwk_ags"] and cases[nr].kind not in ("misspelt", "suffix")}
    lost = exact - set(decided)
    assert len(lost) < 0.002 * len(exact), [(cases[nr], want[nr]["hwk_how"]) for nr in list(lost)[:10]]


def written_as_people_do() -> Iterator[tuple[str, str, str]]:
    """Postal codes of seats, and official names with what is commonly shortened in them, with the AGS."""
    shorter = {
        " an der ": " a. d. ",
        " am ": " a. ",
        " in der ": " i. d. ",
        " im ": " i. ",
        " bei ": " b. ",
        " ob der ": " o. d. ",
    }
    for place in places.every():
        if place.kind in ("city", "town", "municipality") and place.postal_code and place.ags:
            for long, short in shorter.items():
                if long in place.name:
                    yield place.postal_code, place.name.replace(long, short), place.ags


@pytest.mark.long
def test_little_words_may_be_shortened(table: pl.DataFrame) -> None:
    cases = list(written_as_people_do())
    rows = pl.DataFrame(
        {"nr": range(len(cases)), "postal_code": [one[0] for one in cases], "place": [one[1] for one in cases]}
    )
    found = joined(table, rows)
    lost = [cases[nr] for nr, row in found.items() if row["hwk_ags"] != cases[nr][2]]
    assert len(cases) > 250
    assert lost == []


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_statement_says_how_it_is_used(lang: Language) -> None:
    text = lookup_sql.statement("duckdb", lang)
    head = [line for line in text.split("\n") if line.startswith("--")]
    assert any("hwk match --lookup-table lookup.parquet" in line for line in head)
    assert ("Adressen" in head[0]) == (lang == "de")
    assert text.isprintable() or set(text) >= {"\n"}


def test_match_writes_the_statement(hwk: Run) -> None:
    engines: tuple[lookup_sql.Engine, ...] = ("duckdb", "spark")
    for engine in engines:
        result = hwk("match", "--lookup-sql", engine, "--lang", "de")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == lookup_sql.statement(engine, "de")
    both = hwk("match", "x.csv", "--lookup-sql", "duckdb")
    assert both.exit_code == 2
    assert "--lookup-sql takes no FILE" in both.stderr
    assert hwk("match", "--lookup-sql", "oracle").exit_code == 2


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
def test_spark_folds_and_joins_as_hwk_does(hwk: Run, tmp_path: Path, table: pl.DataFrame) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'hwkcli[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession

    cases = list(ADDRESSES(2_000, seed=18))
    rows = pl.DataFrame(
        {
            "nr": range(len(cases)),
            "postal_code": [one.postal_code for one in cases],
            "place": [one.place for one in cases],
        }
    )
    rows.write_parquet(tmp_path / "addresses.parquet")
    table.write_parquet(tmp_path / "lookup.parquet")
    with (tmp_path / "texts.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(enumerate(TEXTS))
    frame = pl.DataFrame({"nr": range(len(TEXTS)), "place": TEXTS, "key": [fold(text) for text in TEXTS]})
    frame.write_parquet(tmp_path / "texts.parquet")
    codes = pl.DataFrame({"nr": range(len(CODES)), "plz": list(CODES)})
    codes.write_parquet(tmp_path / "codes.parquet")
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = (
        session.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )

    def values(expression: str, name: str) -> list[str]:
        spark.read.parquet(str(tmp_path / f"{name}.parquet")).createOrReplaceTempView(name)
        return [row[0] for row in spark.sql(f"SELECT {expression} FROM {name} ORDER BY nr").collect()]

    try:
        assert values(lookup_sql.folded("place", "spark"), "texts") == [fold(text) for text in TEXTS]
        assert values(lookup_sql.bare("key", "spark"), "texts") == [bare(fold(text)) for text in TEXTS]
        assert values(lookup_sql.code("plz", "spark"), "codes") == list(CODES.values())
        for name in ("addresses", "lookup"):
            spark.read.parquet(str(tmp_path / f"{name}.parquet")).createOrReplaceTempView(name)
        found = {row["nr"]: row["hwk_ags"] for row in spark.sql(lookup_sql.statement("spark", "en")).collect()}
    finally:
        spark.stop()
    assert found == {nr: row["hwk_ags"] for nr, row in joined(table, rows).items()}
