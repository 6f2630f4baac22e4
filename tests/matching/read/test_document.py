"""One JSON document with a table in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from hwkcli.errors import Exit

KAMEN = {"plz": "59174", "ort": "Kamen"}
DORTMUND = {"plz": "44135", "ort": "Dortmund"}
AGS = ["05978020", "05913000"]


def _feature(properties: Any, geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"data": [KAMEN, DORTMUND], "total": 2}, "the objects in 'data'; postal code: plz, place: ort"),
        # A list under each of several keys is a part of one table.
        ({"t": 1, "data": {"a": [KAMEN], "b": [], "c": [DORTMUND]}}, "the objects in 'data'; postal code: plz"),
        ({"a": [KAMEN], "b": [DORTMUND]}, "JSON, utf-8; postal code: plz, place: ort"),
        # A code list of the XRepository.
        (
            {
                "metadaten": {"version": "2021-07-31", "nameKurz": [{"value": "Regionalschlüssel", "lang": None}]},
                "spalten": [
                    {"spaltennameLang": name, "datentyp": "string"} for name in ("SCHLUESSEL", "Bezeichnung", "Hinweis")
                ],
                "daten": [["059780020020", "Kamen, Stadt", None], ["059130000000", "Dortmund, Stadt", None]],
            },
            "JSON, utf-8; key: SCHLUESSEL, place: Bezeichnung",
        ),
        # Of several lists the one with an address, be it shorter.
        (
            {"result": {"fields": [{"id": 1}, {"id": 2}, {"id": 3}], "records": [KAMEN, DORTMUND]}},
            "the objects in 'result.records'; postal code: plz",
        ),
        # Ways and relations have their positions elsewhere than nodes (Overpass).
        (
            {
                "elements": [
                    {"type": "node", "id": 1, "lat": 51.5917, "lon": 7.6631, "tags": {"addr:city": "Kamen"}},
                    {"type": "way", "id": 2, "center": {"lat": 51.5139, "lon": 7.4653}},
                ]
            },
            "the objects in 'elements'; place: tags.addr:city, latitude: lat, longitude: lon",
        ),
        # What Overpass answers, and Elasticsearch.
        (
            {
                "elements": [
                    {"id": at, "tags": {"addr:postcode": one["plz"]}} for at, one in enumerate((KAMEN, DORTMUND))
                ]
            },
            "postal code: tags.addr:postcode",
        ),
        (
            {"hits": {"hits": [{"_source": KAMEN}, {"_source": DORTMUND}]}},
            "postal code: _source.plz, place: _source.ort",
        ),
        # An object of objects, beside one that is about the document.
        ({"data": {"x": KAMEN, "y": DORTMUND}, "meta": {"source": "z"}}, "the objects in 'data'; postal code: plz"),
        ({"data": {"a": KAMEN, "b": DORTMUND}}, "the objects in 'data'; postal code: plz, place: ort"),
        # Column by column, as pandas writes it in its several ways, and CKAN with its rows as lists.
        ({"plz": {"0": "59174", "1": "44135"}, "ort": {"0": "Kamen", "1": "Dortmund"}}, "postal code: plz, place: ort"),
        ({"plz": ["59174", "44135"], "ort": ["Kamen", "Dortmund"]}, "postal code: plz, place: ort"),
        (
            {"columns": ["plz", "ort"], "index": [0, 1], "data": [["59174", "Kamen"], ["44135", "Dortmund"]]},
            "postal code: plz, place: ort",
        ),
        (
            {
                "success": True,
                "result": {
                    "records": [[1, "59174", "Kamen"], [2, "44135", "Dortmund"]],
                    "fields": [{"id": "_id", "type": "int"}, {"id": "plz"}, {"id": "ort"}],
                },
            },
            "postal code: plz, place: ort",
        ),
    ],
)
def test_the_table_in_a_document_is_found(
    hwk: Callable[..., Result], tmp_path: Path, document: Any, said: str, indent: int | None
) -> None:
    (tmp_path / "in.json").write_text(json.dumps(document, indent=indent))
    result = hwk("match", tmp_path / "in.json")
    assert said in result.stderr
    assert [row["hwk_ags"] for row in json.loads(result.stdout)] == AGS


def test_a_document_that_is_one_row_or_several_comes_back_as_such(hwk: Callable[..., Result], tmp_path: Path) -> None:
    row = {**KAMEN, "n": 1.50, "branches": [DORTMUND, DORTMUND]}
    (tmp_path / "one.json").write_text(json.dumps(row, indent=2))
    made = hwk("match", tmp_path / "one.json").stdout
    assert json.loads(made) == {**json.loads(made), **row}
    assert json.loads(made)["hwk_ags"] == AGS[0]
    (tmp_path / "two.json").write_text(f"{json.dumps(KAMEN, indent=2)}\n{json.dumps(DORTMUND, indent=2)}\n")
    lines = hwk("match", tmp_path / "two.json").stdout.splitlines()
    assert [json.loads(line)["hwk_ags"] for line in lines] == AGS


def test_arrays_and_keys_with_one_value_each_are_rows(hwk: Callable[..., Result], tmp_path: Path) -> None:
    for document, head in (
        ([["Nr", "plz", "ort"], [1, "59174", "Kamen"], [2, "44135", "Dortmund"]], "Nr;plz;ort;"),
        (["59174", "44135"], "value;"),
        (
            {"59174": ["Kamen"], "44135": "Dortmund", **{f"{code}": "Berlin" for code in range(10115, 10215)}},
            "key;value;",
        ),
        ({"59174": "Kamen", "44135": "Dortmund"}, "key;value;"),
    ):
        (tmp_path / "in.json").write_text(json.dumps(document))
        result = hwk("match", tmp_path / "in.json", "-f", "csv")
        first, *rows = result.stdout.splitlines()
        assert first.startswith(f"{head}hwk_ags;")
        at = first.split(";").index("hwk_ags")
        assert [row.split(";")[at] for row in rows[:2]] == AGS


def test_features_are_rows_with_their_positions(hwk: Callable[..., Result], tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [7.4600, 51.51]}
    features = [_feature({"name": "A", **KAMEN}, None), _feature({"name": "B"}, point)]
    (tmp_path / "in.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    result = hwk("match", tmp_path / "in.geojson", "-f", "csv")
    assert "GeoJSON, utf-8; postal code: plz, place: ort, latitude: latitude, longitude: longitude" in result.stderr
    head, *rows = result.stdout.splitlines()
    assert head.startswith("name;plz;ort;latitude;longitude;hwk_ags;")
    assert rows[0].startswith("A;59174;Kamen;;;05978020;")
    assert rows[1].startswith("B;;;51.51;7.46;05913000;")
    assert "not written again" not in result.stderr
    line = {"type": "LineString", "coordinates": [[7, 51], [8, 52]]}
    (tmp_path / "in.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [{"id": 7, **_feature(KAMEN, line)}]}, indent=1)
    )
    result = hwk("match", tmp_path / "in.geojson")
    assert "lines and areas are not written again" in result.stderr
    assert json.loads(result.stdout)[0] == {**json.loads(result.stdout)[0], "id": 7, **KAMEN}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{\n  "plz": "59174",\n  "ort": \n}', "line 4 is no JSON"),
        ('{\n "a": NaN}', "line 1 is no JSON (NaN is no number)"),
        ('{"data": [{"plz": "59174"}]} x', "line 1 is no JSON"),
        ('{"a":' * 100_000, "line 1 is no JSON"),
        ('{"plz": "59174",\n "b": "\\ud800"}', "this is no JSON"),
        ('{"plz": "59174"\n}\n1', "object 2 is no JSON object"),
        ('[["plz", "ort"], ["59174", "Kamen"', "line 1 is no JSON"),
        ("{}", "the table has no columns"),
    ],
)
def test_what_is_no_document_is_told(hwk: Callable[..., Result], tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "in.json").write_text(text)
    result = hwk("match", tmp_path / "in.json")
    assert message in result.stderr
    assert result.exit_code in (Exit.BAD_FILE, Exit.USAGE)
    assert not result.stdout


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("in.json", '{"a":', "Zeile 1 ist kein JSON (es fehlt ein Wert)"),
        ("in.json", '{"a": 1 "b": 2}', "Zeile 1 ist kein JSON (es fehlt ',')"),
        ("in.json", '[{"a": 1} {"a": 2}]', "Objekt 2 ist kein JSON (es fehlt ',')"),
        ("in.json", '[{"a": NaN}]', "Objekt 1 ist kein JSON (NaN ist keine Zahl)"),
        ("in.jsonl", '{"a": 1}\n{"a": "x}\n', "Zeile 2 ist kein JSON (ein Text hat kein Ende)"),
    ],
)
def test_what_is_no_json_is_told_in_german(
    hwk: Callable[..., Result], tmp_path: Path, name: str, content: str, reason: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = hwk("match", tmp_path / name, "--lang", "de")
    assert result.exit_code == Exit.BAD_FILE
    assert result.stderr == f"hwk: {tmp_path / name}: {reason}; berichtigen Sie das\n"
