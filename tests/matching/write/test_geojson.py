"""Annotated rows as points."""

import json

import pyogrio

from hwkcli.files.tables import Gemeinde, rows
from hwkcli.gazetteer.positions import position
from hwkcli.matching.write import geojson


def test_each_row_is_a_point_where_its_municipality_is() -> None:
    table: list[dict[str, str | None]] = [
        {"Nr": "1", "Firma": 'Tischlerei "Beispiel"', "hwk_ags": "05978020"},
        {"Nr": "2", "Firma": "ohne Antwort", "hwk_ags": None},
        {"Nr": "3", "Firma": "Größe", "hwk_ags": "99999999"},
    ]
    text = "".join(geojson.document(table))
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
    assert json.loads("".join(geojson.document([])))["features"] == []


def test_the_position_is_the_registers() -> None:
    from hwkcli.files.shipped import folder

    for one in rows(folder() / "germany" / "municipalities.csv", Gemeinde, lambda one: one.ags):
        if one.kreis_key[2:] != "000":
            assert position(one.ags) == ((float(one.latitude), float(one.longitude)) if one.latitude else None)
