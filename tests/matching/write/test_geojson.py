"""Annotated rows as points."""

import json

import pyogrio

from hwkcli.files.tables import Gemeinde, rows
from hwkcli.gazetteer.geography.positions import position
from hwkcli.matching.write import geojson


def test_each_row_is_a_point_where_its_municipality_is() -> None:
    table: list[dict[str, str | None]] = [
        {"Nr": "1", "Firma": 'Tischlerei "Beispiel"', "hwk_ags": "05978020"},
        {"Nr": "2", "Firma": "ohne Antwort", "hwk_ags": None},
        {"Nr": "3", "Firma": "Größe", "hwk_ags": "99999999"},
    ]
    text = "".join(geojson.document(table, "hwk_ags", ()))
    made = json.loads(text)
    assert "Destatis" in made["attribution"]
    assert [one["properties"] for one in made["features"]] == table
    assert [one["geometry"] for one in made["features"]] == [
        {"type": "Point", "coordinates": [7.662404, 51.592335]},
        None,
        None,
    ]
    info = pyogrio.read_info(text.encode())
    assert (info["features"], info["geometry_type"]) == (3, "Point")
    assert json.loads("".join(geojson.document([], None, ())))["features"] == []


def test_the_position_is_the_registers() -> None:
    from hwkcli.files.shipped import folder

    for one in rows(folder() / "germany" / "municipalities.csv", Gemeinde, lambda one: one.ags):
        if one.kreis_key[2:] != "000":
            assert position(one.ags) == ((float(one.latitude), float(one.longitude)) if one.latitude else None)


def test_a_row_with_a_position_of_its_own_lies_there() -> None:
    table: list[dict[str, str | float | None]] = [
        {"lat": "51,6", "lon": "7,7", "hwk_ags": "05978020"},
        {"lat": 51.6, "lon": 7.7, "hwk_ags": None},
        {"lat": "", "lon": "7,7", "hwk_ags": "05978020"},
        {"lat": "48.21", "lon": "16.37", "hwk_ags": None},
    ]
    made = json.loads("".join(geojson.document(table, "hwk_ags", ("lat", "lon"))))
    assert [one["geometry"] and one["geometry"]["coordinates"] for one in made["features"]] == [
        [7.7, 51.6],
        [7.7, 51.6],
        [7.662404, 51.592335],
        None,
    ]


def test_what_is_no_number_in_json_is_nothing() -> None:
    table: list[dict[str, float | str]] = [{"x": float("nan"), "y": float("-inf"), "z": 1.5, "w": "NaN"}]
    text = "".join(geojson.document(table, None, ()))
    (one,) = json.loads(text, parse_constant=lambda word: word)["features"]
    assert one["properties"] == {"x": None, "y": None, "z": 1.5, "w": "NaN"}
