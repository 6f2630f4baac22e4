"""The script that writes the tables of boundaries, on shapes of our own."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from hwkcli.files import geometry

SCRIPT = runpy.run_path(str(Path(__file__).parent.parent.parent / "scripts" / "geometry.py"))
MUNICIPALITIES = """\
ags,ars,name,type,area_km2,population,postal_code,latitude,longitude
01001001,010010000001,West,Gemeinde,1.00,1,24937,54.0,9.0
01001002,010010000002,Mitte,Gemeinde,1.00,1,24937,54.0,9.1
01002003,010020000003,Ost,Gemeinde,1.00,1,24937,54.0,9.2
"""
SUCCESSORS = "ags,today,since,note\n01001009,01001002,2025-01-01,Süd is part of Mitte\n"
# Three squares beside each other, and a fourth below the second, which is part of it today.
ARCS = [
    [[0, 0], [10, 0]],  # 0: below West
    [[10, 10], [-10, 0], [0, -10]],  # 1: above West and left of it
    [[10, 0], [0, 10]],  # 2: West | Mitte
    [[10, 0], [10, 0]],  # 3: Mitte | Süd
    [[20, 0], [0, 10]],  # 4: Mitte | Ost
    [[20, 10], [-10, 0]],  # 5: above Mitte
    [[20, 0], [10, 0], [0, 10], [-10, 0]],  # 6: around Ost
    [[20, 0], [0, -10], [-10, 0], [0, 10]],  # 7: around Süd
]
SHAPES = {
    "01001001": [[0, 2, 1]],
    "01001002": [[3, 4, 5, -3]],
    "01002003": [[6, -5]],
    "01001009": [[7, 3]],
}


def topojson(file: Path, **changes: Any) -> Path:
    geometries = [
        {"type": "Polygon", "properties": {"ags": ags}, "arcs": arcs}
        for ags, arcs in (SHAPES | changes).items()
        if arcs
    ]
    made = {
        "type": "Topology",
        "transform": {"scale": [0.01, 0.01], "translate": [9.0, 54.0]},
        "objects": {"all": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": ARCS,
    }
    file.write_text(json.dumps(made), encoding="utf-8")
    return file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "geometry").mkdir()
    (tmp_path / "municipalities.csv").write_text(MUNICIPALITIES, encoding="utf-8")
    (tmp_path / "geometry" / "successors.csv").write_text(SUCCESSORS, encoding="utf-8")
    return tmp_path


def test_each_border_stands_once_with_the_keys_of_today(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert SCRIPT["main"]([str(topojson(data / "in.json")), "--data", str(data)]) == 0
    assert capsys.readouterr().out == "7 borders with 19 points\n"
    text = (data / "geometry" / "borders.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[0] == "ags,neighbour,points"
    assert lines[1:] == sorted(lines[1:])
    assert "01001001,01001002,91000 540000 0 1000" in lines
    assert "01001002,,92000 540000 0 -1000 -1000 0 0 1000" in lines  # what was around Süd
    assert "01001009" not in text
    boxes = (data / "geometry" / "boxes.csv").read_text(encoding="utf-8").splitlines()
    assert boxes == [
        "kreis_key,west,south,east,north",
        "01001,90000,539000,92000,541000",
        "01002,92000,540000,93000,541000",
    ]
    assert geometry.read(data / "geometry").boxes["01002"].east == 93000


def test_the_tables_that_are_there_get_the_keys_of_a_new_register(data: Path) -> None:
    SCRIPT["main"]([str(topojson(data / "in.json")), "--data", str(data)])
    before = (data / "geometry" / "borders.csv").read_bytes()
    SCRIPT["main"](["--data", str(data)])
    assert (data / "geometry" / "borders.csv").read_bytes() == before
    (data / "municipalities.csv").write_text(MUNICIPALITIES.replace("01002003", "01002004"), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"no municipality has the key 01002003; add it to successors\.csv"):
        SCRIPT["main"](["--data", str(data)])
    with (data / "geometry" / "successors.csv").open("a", encoding="utf-8") as stream:
        stream.write("01002003,01002004,2026-01-01,a new key\n")
    SCRIPT["main"](["--data", str(data)])
    assert b"01001002,01002004,92000 540000 0 1000" in (data / "geometry" / "borders.csv").read_bytes()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"01002003": []}, "no shape for 01002003"),
        ({"01002003": [[6]]}, "no valid shape for 01002003|no shape"),
        ({"99999999": [[6, -5]], "01002003": []}, "no municipality has the key 99999999"),
    ],
)
def test_shapes_that_are_not_in_order_are_refused(data: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        SCRIPT["main"]([str(topojson(data / "in.json", **changes)), "--data", str(data)])
    assert not (data / "geometry" / "borders.csv").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"objects": {"a": {}}}'])
def test_what_is_no_topojson_is_refused(data: Path, text: str) -> None:
    (data / "in.json").write_text(text)
    with pytest.raises(SystemExit, match="no TopoJSON of municipalities"):
        SCRIPT["main"]([str(data / "in.json"), "--data", str(data)])


def test_a_point_by_which_a_border_crosses_itself_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    line = SCRIPT["Line"]
    square = [
        line("01001001", "", ((0, 0), (100, 0), (100, 100))),
        line("01001001", "", ((100, 100), (60, 100), (80, -5), (40, 100), (0, 100), (0, 0))),
    ]
    made = SCRIPT["uncrossed"](square)
    assert made[1].points == ((100, 100), (60, 100), (40, 100), (0, 100), (0, 0))
    assert "left out a point of the border between 01001001 and abroad" in capsys.readouterr().out


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"municipalities\.csv"):
        SCRIPT["main"](["--data", str(tmp_path)])
