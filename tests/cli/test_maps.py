"""The commands `near`, `map` and `export` as they are typed."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_near_a_place_with_the_distance(hwk: Run, records: Records) -> None:
    found = records("near", "Unna", "--km", "8")
    assert [row["place"] for row in found] == ["Unna", "Holzwickede", "Kamen"]
    assert found[1] == {
        "place": "Holzwickede",
        "distance_km": 6.1,
        "direction": "SW",
        "kind": "municipality",
        "ags": "05978016",
        "kreis": "Kreis Unna",
        "kreis_key": "05978",
        "land": "Nordrhein-Westfalen",
        "chambers": ["HWK Dortmund"],
        "population": found[1]["population"],
        "population_as_of": found[1]["population_as_of"],
        "latitude": 51.502798,
        "longitude": 7.617843,
    }
    table = hwk("near", "Unna", "--km", "8", "--lang", "de").stdout
    assert table.startswith("Im Umkreis von 8 km um Unna\n")
    assert "6,1  SW" in table
    assert "Nur zum Teil im Umkreis: " in table
    assert "Bergkamen" in table.partition("Nur zum Teil")[2]
    assert "Kammer" not in table.partition("\n\n")[2].partition("\n")[0]  # all are of one
    assert "HWK Südwestfalen" in hwk("near", "Menden (Sauerland)").stdout
    assert " … (" in hwk("near", "Mainz", "--km", "60").stdout


def test_near_a_position(hwk: Run) -> None:
    swapped = hwk("near", "7,69", "51,53", "--km", "2", "-f", "csv")
    assert swapped.stderr == "hwk: read as latitude 51.53, longitude 7.69: the longitude was written first\n"
    assert [row["place"] for row in csv.DictReader(swapped.stdout.splitlines())] == ["Unna"]
    assert hwk("near", "51.53,7.69", "--km", "1,5").stdout.startswith("Within 1.5 km of 51.53, 7.69\n")
    assert hwk("near", "51.53,7.69", "--km", "1,5 km").stdout.startswith("Within 1.5 km of 51.53, 7.69\n")
    nothing = hwk("near", "51.54,7.75", "--km", "1")
    assert nothing.exit_code == 3
    assert nothing.stderr.startswith(
        "hwk: no municipality has its position within 1 km of 51.54, 7.75; it lies in or near"
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["near", "48.85,2.35"], 3, "'48.85,2.35' lies outside Germany"),
        (["near", "Neustadt"], 4, "'Neustadt' is 57 places"),
        (["near", "Kreis Unna"], 3, "has no position of its own"),
        (["near", "Unna", "--km", "0"], 2, "--km"),
        (["near", "Unna", "--km", "nan"], 2, "'nan' is no distance; give kilometres from 0.1 to 200"),
        (["near", "Unna", "--km", "far"], 2, "'far' is no distance"),
        (["near", "51° 75' N 7° E"], 3, "is no position"),
        (["map", "Neustadt"], 4, "'Neustadt' is 57 places"),
        (["map", "--chamber", "x"], 3, "no chamber 'x'"),
        (["map", "--chamber", "Dortmund", "--kreis", "Unna"], 2, "--chamber and --kreis name different areas"),
        (["map", "München", "--chamber", "Dortmund"], 3, "München does not lie in the area of the map"),
        (["map", "--values", "bakeries"], 3, "no metric 'bakeries'"),
        (["map", "--values", "businesses", "--chamber", "Münster"], 3, "no figure of businesses for these areas"),
        (["map", "-o", "x.jpeg"], 2, "a map is .svg, .png, .pdf or .geojson"),
        (["map", "-o", "x"], 2, "a map is .svg, .png, .pdf or .geojson"),
        (["map", "-o", "no/where.geojson", "--kreis", "Unna"], 5, "No such file or directory"),
    ],
)
def test_what_cannot_be_answered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hwk: Run, words: list[str], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = hwk(*words)
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_map_is_drawn_on_the_terminal_in_the_language_of_the_reader(hwk: Run) -> None:
    assert hwk("map", "Unna").stdout.startswith("District of the Handwerkskammer Dortmund\n")
    german = hwk("map", "--kreis", "Unna", "--lang", "de").stdout
    assert german.startswith(
        "Kreis Unna\nGebietsstand 31.12.2024, mit den bekannten Änderungen bis 01.01.2026 – 10 Städte\nund Gemeinden\n"
    )
    assert "Fröndenberg" in german
    assert hwk("map", "-o", "-", "--kreis", "Unna").stdout.startswith("Kreis Unna\n")
    germany = hwk("map").stdout
    assert germany.startswith("Chambers of crafts and their districts\n")
    assert "Flensburg" in germany
    assert hwk("map", "--values", "businesses").stdout.startswith("Member businesses")
    assert "Population, " in hwk("map", "--land", "Saarland", "--values", "population", "--by", "municipalities").stdout
    swapped = hwk("map", "7.69", "51.53")
    assert "the longitude was written first" in swapped.stderr
    assert "◉ 51.53, 7.69" in swapped.stdout
    assert hwk("map", "Güsten", "--lang", "de").stdout.startswith("Salzlandkreis\n")


def test_what_is_on_a_map_is_listed_in_other_formats(hwk: Run, records: Records) -> None:
    found = records("map", "--chamber", "Dortmund", "--values", "population")
    assert [row["key"] for row in found] == ["05911", "05913", "05914", "05915", "05916", "05954", "05974", "05978"]
    assert found[-1]["value"] == found[-1]["population"]
    assert found[-1]["value_as_of"] == found[-1]["population_as_of"]
    assert (found[-1]["chamber_codes"], found[-1]["confidence"]) == ("00037", "high")
    assert records("map", "--kreis", "Unna")[0]["value"] is None
    text = hwk("map", "--chamber", "Dortmund", "--values", "businesses", "-f", "markdown", "--lang", "de").stdout
    assert "| 05954 | Ennepe-Ruhr-Kreis | Handwerkskammer Dortmund |" in text
    assert hwk("map", "--kreis", "Unna", "-f", "csv").stdout.count("\n") == 11


def test_the_list_of_a_map_has_its_title_and_its_sources(hwk: Run) -> None:
    title, _, headings, *_ = (lines := hwk("map", "--land", "Saarland", "-f", "md").stdout.split("\n"))
    assert (title, headings) == ("**Chambers of crafts in Saarland**", "| Key | Name | Chamber | Population | km² |")
    beginnings = [line.partition(": ")[0] for line in lines[11:] if line and "|" not in line]
    assert beginnings == ["Responsibility", "Towns, municipalities, Kreise", "Population, 15 May 2022"]
    # What colours it is the population, and stands once.
    counted = hwk("map", "--land", "Saarland", "--values", "population", "-f", "md", "--lang", "de").stdout
    assert counted.startswith("**Einwohner, 15.05.2022 – Saarland**\n")
    assert counted.count("\nEinwohner, 15.05.2022: ") == 1


@pytest.mark.slow
def test_a_map_as_geojson_has_the_values(tmp_path: Path, hwk: Run) -> None:
    file = tmp_path / "map.geojson"
    assert hwk("map", "--chamber", "Dortmund", "--values", "businesses", "-o", file).exit_code == 0
    made = json.loads(file.read_text(encoding="utf-8"))
    assert len(made["features"]) == 8
    with_value = [one["properties"] for one in made["features"] if "businesses" in one["properties"]]
    assert 3 < len(with_value) < 8
    assert len({one["as_of"] for one in with_value}) == 1
    assert "© GeoBasis-DE / BKG 2021" in made["attribution"]
    again = hwk("map", "--kreis", "Unna", "-o", file)
    assert again.exit_code == 2
    assert "exists; choose another file, or write over it with --force" in again.stderr
    assert hwk("map", "--kreis", "Unna", "-o", file, "--force").exit_code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["features"]) == 10


@pytest.mark.slow
def test_a_map_is_drawn_into_a_file(tmp_path: Path, hwk: Run) -> None:
    for ending, begin in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
        file = tmp_path / f"map.{ending}"
        result = hwk("map", "--kreis", "Unna", "-o", file, "--lang", "de")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert file.read_bytes().startswith(begin)
    assert "Gebietsstand" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_what_a_map_is_made_of_may_be_said_in_german(hwk: Run) -> None:
    english, german = (hwk("map", "--kreis", "Unna", "--by", by, "-f", "csv") for by in ("municipalities", "Gemeinden"))
    assert (english.exit_code, len(english.stdout.splitlines())) == (0, 11)
    assert german.stdout == english.stdout
    for by in ("Kammern", "Handwerkskammern", "chambers"):
        assert (
            hwk("map", "--land", "Hessen", "--by", by, "-f", "csv")
            .stdout.split("\n")[1]
            .startswith("00043,Handwerkskammer Kassel,")
        ), by
