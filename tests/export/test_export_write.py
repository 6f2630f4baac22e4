"""What is written, read by others: Frictionless, Datasette, GDAL, Arrow, Shapely."""

import csv
import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from frictionless import validate
from typer.testing import CliRunner, Result

from hwkcli.cli.app import app
from hwkcli.export.tables import TABLES, named
from hwkcli.gazetteer.geography import units
from hwkcli.gazetteer.geography.extent import GERMANY, chosen
from hwkcli.gazetteer.store import responsibility

Run = Callable[..., Result]
BKG = "© GeoBasis-DE / BKG 2021 (Daten verändert), dl-de/by-2-0, https://www.bkg.bund.de"
DESTATIS = "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 31.12.2024"


def export(target: Path, *words: str) -> str:
    """What an export says."""
    done = CliRunner().invoke(app, ["export", str(target), *words], prog_name="hwk")
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("part") / "data"
    said = export(target, "--chamber", "Halle")
    assert said == f"hwk: {target}: {len(TABLES)} tables as CSV, datapackage.json and README.md\n"
    return target


@pytest.mark.long
def test_the_package_of_all_germany_is_valid(tmp_path: Path) -> None:
    export(tmp_path / "data")
    report = validate(str(tmp_path / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]


@pytest.mark.slow
def test_the_package_is_valid_with_all_keys_and_foreign_keys(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]


def test_the_package_names_sources_and_licences(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {
        "name": "CC-BY-4.0",
        "title": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    } in package["licenses"]
    assert DESTATIS in package["attribution"]
    assert any(one["title"].startswith("Statistisches Bundesamt") for one in package["sources"])
    by_name = {one["name"]: one for one in package["resources"]}
    assert by_name["municipalities"]["schema"]["primaryKey"] == ["ags"]
    assert {
        "fields": ["kreis_key"],
        "reference": {"resource": "kreise", "fields": ["kreis_key"]},
    } in by_name["municipalities"]["schema"]["foreignKeys"]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert DESTATIS in readme
    assert "- `ags`: key of the municipality (AGS), eight digits" in readme


def test_leading_zeros_are_kept(folder: Path) -> None:
    with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert row["ags"] == "15001000"
    with (folder / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["postal_code"].startswith("06")


EXPORTS = ["data", "x.sqlite", "x.gpkg", "kreise.geojson", "x.topojson", "municipalities.parquet", "names.csv"]


@pytest.mark.slow
def test_the_same_content_is_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    code = """
import sys
from hwkcli.cli.app import app
for name in sys.argv[1:]:
    app(["export", name, "--land", "Bremen"], standalone_mode=False)
"""
    for run in ("one", "two"):
        (tmp_path / run).mkdir()
        # In a process of its own, where words are hashed in another way.
        subprocess.run([sys.executable, "-c", code, *EXPORTS], cwd=tmp_path / run, check=True, capture_output=True)
    one, two = (
        {
            str(file.relative_to(tmp_path / run)): file.read_bytes()
            for file in (tmp_path / run).rglob("*")
            if file.is_file()
        }
        for run in ("one", "two")
    )
    assert {*EXPORTS[1:], "x.metadata.json", "data/datapackage.json"} <= set(one)
    assert [name for name in one if one[name] != two[name]] == []
    assert set(one) == set(two)


def test_in_german_it_is_german(tmp_path: Path) -> None:
    export(tmp_path / "data", "--kreis", "Unna", "--lang", "de")
    package = json.loads((tmp_path / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] == "Handwerkskammern und ihre Bezirke: Kreis Unna"
    assert "## So sind die Quellen zu nennen" in (tmp_path / "data" / "README.md").read_text(encoding="utf-8")
    assert validate(str(tmp_path / "data" / "datapackage.json")).valid


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "hwk.sqlite"
    beside = file.with_suffix(".metadata.json")
    said = f"{len(TABLES)} tables; to look at them: datasette {file} --metadata {beside}"
    assert export(file, "--chamber", "Dortmund") == f"hwk: {file}: {said}\n"
    return file


def test_the_store_is_whole_and_its_foreign_keys_hold(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            columns = [(row[1], row[2]) for row in db.execute(f"PRAGMA table_info({table.name})")]
            kinds = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
            assert columns == [(one.name, kinds[one.kind]) for one in table.columns]
            told = db.execute("SELECT column_name, de, en FROM data_dictionary WHERE table_name = ?", (table.name,))
            assert told.fetchall() == [(one.name, *one.text) for one in table.columns]
        chamber = db.execute("SELECT chamber FROM municipalities_with_chambers WHERE name = 'Kamen'").fetchall()
        assert chamber == [("Handwerkskammer Dortmund",)]
        assert (f"{DESTATIS} (Daten verändert)",) in db.execute("SELECT attribution FROM attributions").fetchall()
        found = db.execute(
            "SELECT name FROM municipalities_fts WHERE municipalities_fts MATCH 'frondenberg'"
        ).fetchall()
        assert found == [("Fröndenberg/Ruhr",)]


@pytest.fixture
def datasette(store: Path) -> Iterator[str]:
    """The address of a Datasette on loopback that has the store open."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [store, "--metadata", store.with_suffix(".metadata.json"), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            with suppress(OSError):
                urllib.request.urlopen(f"{address}/-/versions.json", timeout=5).close()
                break
            time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def test_datasette_answers_over_http(datasette: str) -> None:
    def get(path: str, **query: str) -> Any:
        address = f"{datasette}{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(address, timeout=20) as answer:
            return json.loads(answer.read())

    rows = get("/hwk/municipalities.json", _shape="array", _search="Kamen")
    assert [row["ags"] for row in rows] == ["05978020"]
    rows = get("/hwk/municipalities_with_chambers.json", _shape="array", kreis="Kreis Unna", _size="max")
    assert len(rows) == 10
    assert {row["chamber"] for row in rows} == {"Handwerkskammer Dortmund"}
    table = get("/hwk/municipalities.json", _labels="on", ags="05978020", _extra="foreign_key_tables")
    assert table["rows"][0]["kreis_key"] == {"value": "05978", "label": "Kreis Unna"}
    about = get("/-/metadata.json")
    assert DESTATIS in about["source"]
    assert about["databases"]["hwk"]["tables"]["municipalities"]["columns"]["ags"]
    with urllib.request.urlopen(f"{datasette}/hwk/municipalities", timeout=20) as page:
        html = page.read().decode()
    assert "key of the municipality (AGS), eight digits" in html
    assert 'name="_search"' in html


@pytest.fixture(scope="module")
def shapes() -> dict[str, dict[str, Any]]:
    """The shapes of Bremen and Sachsen-Anhalt's chamber Halle, made from the project's outlines by Shapely."""
    found: dict[str, dict[str, Any]] = {}
    for level in units.LEVELS:
        made = units.outlines(units.units(level, chosen("Halle", None, None)).values())
        found[level] = {
            key: shapely.transform(
                shapely.MultiPolygon([(polygon[0], polygon[1:]) for polygon in polygons]),
                lambda points: points / 10_000,
            )
            for key, polygons in made.items()
        }
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x.gpkg", "x.topojson"])
def test_gdal_reads_all_layers_as_they_are(tmp_path: Path, name: str, shapes: dict[str, dict[str, Any]]) -> None:
    file = tmp_path / name
    export(file, "--chamber", "Halle")
    layers = [row[0] for row in pyogrio.list_layers(file)]
    assert set(units.LEVELS) <= set(layers)
    for level in units.LEVELS:
        info, _, geometries, values = pyogrio.raw.read(file, layer=level)
        columns = dict(zip(info["fields"], values, strict=True))
        assert list(columns["key"]) == sorted(shapes[level])
        for key, blob in zip(columns["key"], geometries, strict=True):
            found = shapely.from_wkb(blob)
            assert found.is_valid
            assert found.symmetric_difference(shapes[level][key]).area < 1e-9
        assert set(columns["chambers"]) <= {
            *("Handwerkskammer Halle (Saale)", "Handwerkskammer Halle (Saale);Handwerkskammer Magdeburg"),
        }


def test_a_geopackage_is_one_and_says_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "x.gpkg"
    assert export(file, "--land", "Bremen").endswith("the layers chambers, kreise, municipalities\n")
    assert file.read_bytes()[68:72] == b"GPKG"
    info = pyogrio.read_info(file, layer="kreise")
    assert info["crs"] == "EPSG:4326"
    assert info["geometry_type"] == "MultiPolygon"
    assert info["total_bounds"][0] == pytest.approx(8.48, abs=0.02)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        (text,) = db.execute("SELECT metadata FROM gpkg_metadata").fetchone()
        assert BKG in text
        assert DESTATIS in text
        assert db.execute("SELECT count(*) FROM sources").fetchone()[0] > 5


@pytest.mark.slow
def test_geojson_has_the_layer_of_its_name_with_licence_and_attribution(
    tmp_path: Path, shapes: dict[str, dict[str, Any]]
) -> None:
    for name, level in (("kreise.geojson", "kreise"), ("other.geojson", "chambers")):
        said = export(tmp_path / name, "--chamber", "Halle")
        assert f"{level} ({len(shapes[level])}); --table" in said
        made = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert BKG in made["attribution"]
        assert "dl-de-by-2.0" in made["licence"]
        assert [feature["id"] for feature in made["features"]] == sorted(shapes[level])
        for feature in made["features"]:
            found = shapely.geometry.shape(feature["geometry"])
            assert found.symmetric_difference(shapes[level][feature["id"]]).area < 1e-9
            assert feature["bbox"] == pytest.approx(found.bounds)
            for polygon in getattr(found, "geoms", [found]):
                assert polygon.exterior.is_ccw  # RFC 7946
        assert made["bbox"] == pytest.approx(shapely.union_all(list(shapes[level].values())).bounds)
    assert pyogrio.read_info(tmp_path / "kreise.geojson")["features"] == len(shapes["kreise"])


def test_topojson_shares_its_borders(tmp_path: Path) -> None:
    file = tmp_path / "x.topojson"
    export(file, "--kreis", "Unna")
    made = json.loads(file.read_text(encoding="utf-8"))
    assert BKG in made["attribution"]
    used = [
        abs(arc) if arc >= 0 else ~arc
        for shape in made["objects"]["municipalities"]["geometries"]
        for ring in shape["arcs"]
        for arc in ring
    ]
    assert set(used) == set(range(len(made["arcs"])))
    assert max(used.count(arc) for arc in set(used)) == 2


@pytest.mark.slow
def test_parquet_has_types_metadata_and_shapes(tmp_path: Path, shapes: dict[str, dict[str, Any]]) -> None:
    said = export(tmp_path / "data", "--format", "parquet", "--chamber", "Halle")
    assert "tables as Parquet" in said
    for table in TABLES:
        schema = pq.read_schema(tmp_path / "data" / f"{table.name}.parquet")
        metadata = pq.read_metadata(tmp_path / "data" / f"{table.name}.parquet").metadata
        kinds = {"text": "large_string", "integer": "int64", "number": "double"}
        plain = [(one.name, kinds[one.kind]) for one in table.columns]
        found = [(field.name, str(field.type)) for field in schema if field.name != "geometry"]
        assert [(name, kind.replace("string_view", "large_string")) for name, kind in found] == plain
        assert BKG.encode() in metadata[b"attribution"]
        assert json.loads(metadata[b"columns"])[table.columns[0].name] == table.columns[0].text.en
    geo = json.loads(pq.read_metadata(tmp_path / "data" / "kreise.parquet").metadata[b"geo"])
    assert geo["columns"]["geometry"] == {"encoding": "WKB", "geometry_types": ["MultiPolygon"]}
    frame = pl.read_parquet(tmp_path / "data" / "kreise.parquet")
    for key, blob in frame.select("kreis_key", "geometry").iter_rows():
        assert shapely.from_wkb(blob).symmetric_difference(shapes["kreise"][key]).area < 1e-9
    package = json.loads((tmp_path / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["format"] for one in package["resources"]} == {"parquet"}


@pytest.mark.slow
def test_nothing_that_exists_is_written_over_and_nothing_is_left_behind(tmp_path: Path, hwk: Run) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "names.csv").write_text("mine")
    for target in ("data", "data/names.csv"):
        result = hwk("export", tmp_path / target, "--kreis", "Unna")
        assert result.exit_code == 2
        assert "names.csv exists; choose another file, or write over it with --force" in result.stderr
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["names.csv"]
    assert (tmp_path / "data" / "names.csv").read_text() == "mine"
    assert hwk("export", tmp_path / "data", "--kreis", "Unna", "--force").exit_code == 0
    assert validate(str(tmp_path / "data" / "datapackage.json")).valid
    nowhere = hwk("export", tmp_path / "no" / "where", "--kreis", "Unna")
    assert nowhere.exit_code == 5
    assert nowhere.stderr.count("\n") == 1
    assert "No such file or directory" in nowhere.stderr


def test_of_two_exports_at_once_the_later_one_says_that_the_files_exist(
    tmp_path: Path, hwk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*_: object) -> None:
        (tmp_path / "data" / "names.csv").write_text("of another run")

    monkeypatch.setattr("hwkcli.export.folder.write", meanwhile)
    result = hwk("export", tmp_path / "data", "--kreis", "Unna")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "names.csv exists; choose another file" in result.stderr
    assert [file.read_text() for file in (tmp_path / "data").iterdir()] == ["of another run"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x.sqlite", "x.gpkg"])
def test_a_file_that_the_disk_does_not_take_is_not_left_behind(tmp_path: Path, name: str) -> None:
    call = f"ulimit -f 4000; cd '{tmp_path}'; '{sys.executable}' -m hwkcli export {name}"
    done = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (5, 1), done
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_fails_is_not_left_behind(tmp_path: Path, hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    result = hwk("export", tmp_path / "data", "--format", "parquet", "--kreis", "Unna")
    assert result.exit_code == 2
    assert result.stderr.startswith("hwk: this needs Polars; install it with: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-"], "an export does not go to standard output; give a folder, or a file that ends in .sqlite,"),
        (["x.xlsx"], "x.xlsx: the ending says no format; give a folder, or a file that ends in .sqlite, .gpkg,"),
        (["x.csv"], "x.csv is named after no table; give --table with one of sources, laender, kreise,"),
        (["x.csv", "--table", "towns"], "no table 'towns'; give --table with one of"),
        (["x.geojson", "--table", "names"], "no boundaries of 'names'; give --table with one of chambers, kreise,"),
        (["x.sqlite", "--table", "names"], "--table goes with a file of one table; x.sqlite has them all"),
        (["x.gpkg", "--table", "names"], "--table goes with a file of one table"),
        (["x", "--table", "names"], "--table goes with a file of one table; x is a folder, which has them all"),
        (["x.csv", "--table", "names", "--format", "csv"], "--format goes with a folder"),
        (["x", "--chamber", "Dortmund", "--land", "NRW"], "--chamber and --land name different areas"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hwk: Run, words: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = hwk("export", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_one_table_as_csv_says_how_to_name_its_sources(tmp_path: Path, hwk: Run) -> None:
    result = hwk("export", tmp_path / "x.csv", "--table", "chambers")
    assert f"the table chambers; name the sources: {DESTATIS}" in result.stderr
    rows = list(csv.DictReader((tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(responsibility.chambers())
    assert [*rows[0]] == [one.name for one in named("chambers").columns]


def test_the_chambers_of_all_germany_cover_it_without_overlap() -> None:
    made = units.outlines(units.units("chambers", GERMANY).values())
    shapes = [shapely.MultiPolygon([(polygon[0], polygon[1:]) for polygon in polygons]) for polygons in made.values()]
    assert all(shape.is_valid for shape in shapes)
    assert len(shapes) == len(responsibility.chambers()) + 1  # Güsten, of which two chambers are named
    union = shapely.union_all(shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(union.area, rel=1e-12)
