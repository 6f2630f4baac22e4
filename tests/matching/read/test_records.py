"""Tables in JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import Result

from hwkcli.errors import BadFile, Exit
from hwkcli.matching.read import records

ROWS = [
    {"id": 1, "address": {"zip": "59174", "city": "Kamen"}, "tags": ["a", 2.50]},
    {"id": 2, "address": {"zip": 44135, "city": "Dortmund", "geo": {"lat": 51.5}}},
]


def test_nested_objects_have_headings_with_dots(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps(ROWS, indent=2))
    result = hwk("match", tmp_path / "in.json", "-o", tmp_path / "out.csv")
    assert "JSON, utf-8; postal code: address.zip, place: address.city" in result.stderr
    head, *rows = ((tmp_path / "out.csv").read_text()).splitlines()
    assert head.split(";")[:5] == ["id", "address.zip", "address.city", "tags", "address.geo.lat"]
    assert rows[0].startswith('1;59174;Kamen;"[""a"",2.5]";;05978020;')
    assert rows[1].startswith("2;44135;Dortmund;;51.5;05913000;")


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_comes_back_as_an_array_and_lines_as_lines(
    hwk: Callable[..., Result], tmp_path: Path, indent: int | None
) -> None:
    (tmp_path / "in.json").write_text(json.dumps(ROWS, indent=indent))
    made = json.loads(hwk("match", tmp_path / "in.json").stdout)
    assert [{key: one[key] for key in old} for one, old in zip(made, ROWS, strict=True)] == ROWS
    assert [one["hwk_ags"] for one in made] == ["05978020", "05913000"]
    lines = hwk("match", tmp_path / "in.json", "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == made
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    assert json.loads(hwk("match", tmp_path / "in.jsonl", "-f", "json").stdout) == made
    hwk("match", tmp_path / "in.jsonl", "-o", tmp_path / "rest.json.gz", "--unmatched", tmp_path / "none.json")
    assert json.loads((tmp_path / "none.json").read_text()) == []
    (tmp_path / "in.csv").write_text("PLZ;Ort\n59174;Kamen\n")
    assert json.loads(hwk("match", tmp_path / "in.csv", "--json").stdout)[0]["hwk_town"] == "Kamen"
    (tmp_path / "in.csv").write_text("PLZ;Ort\n")
    assert json.loads(hwk("match", tmp_path / "in.csv", "--json").stdout) == []


def test_a_list_of_objects_with_addresses_has_columns(hwk: Callable[..., Result], tmp_path: Path) -> None:
    rows: list[dict[str, Any]]
    several = [{"zip": "44135", "city": "Dortmund"}, {"zip": "01067"}]
    rows = [{"a": [{"zip": "59174", "city": "Kamen", "n": 1.50}]}, {"a": []}, {"a": several}, {"a": [{}, {"n": 1}]}]
    (tmp_path / "in.json").write_text(json.dumps(rows))
    result = hwk("match", tmp_path / "in.json")
    assert "postal code: a.0.zip, place: a.0.city" in result.stderr
    made = json.loads(result.stdout)
    assert [one["a"] for one in made] == [row["a"] for row in rows]
    assert [one["hwk_ags"] for one in made] == ["05978020", "", "05913000", ""]
    head, first, _, third, last = hwk("match", tmp_path / "in.json", "-f", "csv").stdout.splitlines()
    assert head.startswith("a.0.zip;a.0.city;a.0.n;a;a.1.zip;hwk_ags")
    assert first.startswith("59174;Kamen;1.5;;;05978020")
    assert third.startswith("44135;Dortmund;;;01067;05913000")
    assert last.startswith(';;;"[{},{""n"":1}]";;')


def test_keys_of_any_kind_keep_their_cells(hwk: Callable[..., Result], tmp_path: Path) -> None:
    keys = ["a\\b", "a\nb", "\x01", 'a"b', "a.b", "$", "['x']", "", "ä\u2028"]
    row = {**{key: f"cell {at}" for at, key in enumerate(keys)}, "PLZ": "59174", "a": {"b": "nested"}}
    (tmp_path / "in.jsonl").write_text(json.dumps(row) + "\n")
    result = hwk("match", tmp_path / "in.jsonl", "-f", "json")
    assert result.exit_code == 0, result.stderr
    (made,) = json.loads(result.stdout)
    assert {key: made[key] for key in row} == row
    hwk("match", tmp_path / "in.jsonl", "-o", tmp_path / "out.parquet")
    import polars as pl

    cells = pl.read_parquet(tmp_path / "out.parquet").row(0)
    assert cells[:11] == (*(f"cell {at}" for at in range(9)), "59174", "nested")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def test_a_key_with_a_dot_and_a_nested_one_have_a_column_each(tmp_path: Path) -> None:
    (tmp_path / "in").write_text('{"a.b": 1, "a": {"b": 2}}\n{"a": {"b": 4}, "a.b": 3}\n')
    read = records.read(tmp_path / "in", False, tmp_path, "in")
    assert read.names == ("a.b", "a.b")
    assert read.frame.select("c0", "c1").collect().rows() == [("1", "2"), ("3", "4")]


@given(st.lists(st.dictionaries(st.text(max_size=3), _VALUES, max_size=4), max_size=5), st.sampled_from([None, 2]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_object_stays_what_it_is(tmp_path: Path, rows: list[dict[str, Any]], indent: int | None) -> None:
    (tmp_path / "array").write_text(json.dumps(rows, indent=indent, ensure_ascii=False))
    (tmp_path / "lines").write_text("".join(json.dumps(row) + "\n" for row in rows))
    array = records.read(tmp_path / "array", True, tmp_path, "array").frame.collect()
    assert [json.loads(raw) for raw in array["raw"]] == rows
    lines = records.read(tmp_path / "lines", False, tmp_path, "lines")
    made = lines.frame.collect()
    assert [json.loads(raw) for raw in made["raw"]] == rows
    for at, name in enumerate(lines.names):
        if lines.names.count(name) > 1:
            continue  # a key with a dot is called as a nested one: `{"a.b": 1, "a": {"b": 2}}`
        for row, cell in zip(rows, made[f"c{at}"], strict=True):
            value = row.get(name)
            if isinstance(value, str):
                assert cell == value
            elif isinstance(value, int | float | list) and not isinstance(value, bool):
                # What stands in a list of one object has columns of its own.
                of_one = isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and value[0]
                assert cell is None if of_one else json.loads(cell) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{},]", "object 2 is no JSON"),
        ("[1]", "object 1 is no JSON object"),
        ("[{}", "object 1 is no JSON"),
        ("[{}] x", "object 1 is no JSON (there is more behind the array)"),
        ("[{}{}]", "object 2 is no JSON (',' is missing)"),
        ("[", "object 1 is no JSON"),
        ("[" * 100_000, "object 1 is no JSON"),
        ('[{"a": NaN}]', "object 1 is no JSON (NaN is no number)"),
        ('[{"a": "\\ud800"}]', "object 1 is no JSON"),
    ],
)
def test_what_is_no_array_of_objects_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "in").write_text(text)
    with pytest.raises(BadFile) as error:
        records.read(tmp_path / "in", True, tmp_path, "in.json")
    assert message in str(error.value)


def test_an_array_longer_than_what_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "CHUNK", 7)
    monkeypatch.setattr(records, "_ROWS", 10)
    rows = [{"a": "x" * number, f"b{number % 3}": {"c": [number]}} for number in range(50)]
    (tmp_path / "in").write_text("\n " + json.dumps(rows, indent=1) + "\n")
    found = records.read(tmp_path / "in", True, tmp_path, "in")
    made = found.frame.collect()
    assert [json.loads(raw) for raw in made["raw"]] == rows
    assert found.names == ("a", "b0.c", "b1.c", "b2.c")
    assert made["c0"].to_list() == [row["a"] for row in rows]


def test_a_number_of_many_digits_is_a_text(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"PLZ": 59174, "n": ' + "1" * 5000 + "}\n")
    result = hwk("match", tmp_path / "in.jsonl", "-f", "csv")
    assert result.exit_code == 0, result.stderr
    assert "1" * 5000 in result.stdout
    assert hwk("match", tmp_path / "in.jsonl", "--place", "1" * 5000).exit_code == Exit.USAGE


def test_records_in_parquet_have_columns_for_themselves(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """And are written again as they were, where the form can hold them."""
    import polars as pl

    address = {"street": "A", "zip": "59174", "geo": {"place": "Kamen", "none": None}}
    pl.DataFrame({"id": [1, 2], "address": [address, None], "z": ["x", "y"]}).write_parquet(tmp_path / "in.parquet")
    result = hwk("match", tmp_path / "in.parquet", "-o", tmp_path / "out.parquet")
    assert "postal code: address.zip, place: address.geo.place" in result.stderr
    written = pl.read_parquet(tmp_path / "out.parquet")
    assert written.columns[:4] == ["id", "address", "z", "hwk_ags"]
    assert written["address"].to_list() == [address, None]
    assert written["hwk_ags"].to_list() == ["05978020", ""]
    result = hwk("match", tmp_path / "in.parquet", "-f", "csv")
    assert result.stdout.splitlines()[0].startswith(
        "id;address.street;address.zip;address.geo.place;address.geo.none;z;"
    )
