"""Where an answer goes, and in which form."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from python_calamine import CalamineWorkbook
from typer.testing import Result

from hwkcli.cli.reply import reply_as
from hwkcli.errors import BadSetting
from hwkcli.views.page import Page, view

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]
HWK = Path(sys.executable).parent / "hwk"


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        ("txt", "Kreis Unna\n\nPlace "),
        ("json", '[\n  {\n    "name": "Bergkamen"'),
        ("jsonl", '{"name": "Bergkamen", '),
        ("csv", "name,official_name,"),
        ("TSV", "name\tofficial_name\t"),
        ("yaml", "- name: Bergkamen\n"),
        ("yml", "- name: Bergkamen\n"),
        ("md", "**Kreis Unna**\n"),
        ("html", "<!DOCTYPE html>\n"),
    ],
)
def test_the_ending_says_the_format(hwk: Run, tmp_path: Path, ending: str, start: str) -> None:
    file = tmp_path / f"towns.{ending}"
    result = hwk("towns", "Unna", "-o", file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith(start)


def test_a_spreadsheet_has_all_towns_and_their_sources(hwk: Run, tmp_path: Path) -> None:
    assert hwk("towns", "-o", tmp_path / "towns.xlsx", "--lang", "de").exit_code == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "towns.xlsx"))
    rows = book.get_sheet_by_name("Tabelle").to_python()
    assert len(rows) == 1 + 39
    at = {name: column for column, name in enumerate(rows[0])}
    (bochum, *_) = rows[1:]
    assert (bochum[at["AGS"]], bochum[at["Einwohner"]], bochum[at["Art"]]) == ("05911000", 354288.0, "kreisfreie Stadt")
    sources = "\n".join(str(row[0]) for row in book.get_sheet_by_name("Quellen").to_python())
    assert "Einwohner: Statistische Ämter des Bundes und der Länder: Zensus 2022" in sources
    assert "PLZ: GeoNames" in sources


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("-o x.xyz", "x.xyz: the ending says no format; end it in .txt, "),
        ("-o x.SVG", "x.SVG: this command draws nothing; hwk map draws a map"),
        ("-o x", "x: the ending says no format; end it in .txt, "),
        ("-f json -o x.csv", "x.csv: the ending says csv, not json"),
        ("--json -o x.csv", "x.csv: the ending says csv, not json"),
        ("--excel -o x.json", "x.json: the ending says json, not csv"),
        ("--json -f csv", "--json and --format csv contradict each other; give one of them"),
        ("--excel -f tsv", "--excel goes with CSV only"),
        ("--excel --json", "--excel goes with CSV only"),
        ("--columns ,", "--columns takes names with commas between them"),
        ("--limit 0", "Invalid value for '--limit': '0' is no whole number from 1 on; hwk towns"),
        ("--limit x", "Invalid value for '--limit': 'x' is no whole number from 1 on; hwk towns"),
    ],
)
def test_what_contradicts_itself_is_refused(
    hwk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = hwk("towns", *words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"hwk: {message}")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_named_format_goes_into_a_file_of_any_name(hwk: Run, tmp_path: Path) -> None:
    for name in ("towns", "towns.dat"):
        assert hwk("towns", "-f", "json", "-o", tmp_path / name).exit_code == 0
        assert len(json.loads((tmp_path / name).read_text(encoding="utf-8"))) == 39


def test_the_ending_is_stronger_than_the_environment(hwk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HWK_FORMAT", "json")
    assert hwk("towns", "-o", tmp_path / "towns.csv").exit_code == 0
    assert (tmp_path / "towns.csv").read_text(encoding="utf-8").startswith("name,")
    assert hwk("towns").stdout.startswith("[")
    assert hwk("towns", "-o", "-").stdout.startswith("[")
    monkeypatch.setenv("HWK_FORMAT", "xml")
    result = hwk("towns")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("hwk: HWK_FORMAT is 'xml'; set it to one of table, json, ")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null")
def test_a_device_needs_no_ending(hwk: Run) -> None:
    assert hwk("towns", "-o", "/dev/null").exit_code == 0


@pytest.mark.parametrize("words", ["towns", "contact --vcard", "stats businesses --history"])
def test_what_exists_is_replaced_only_by_force(hwk: Run, tmp_path: Path, words: str) -> None:
    file = tmp_path / ("x.vcf" if "vcard" in words else "x.csv")
    file.write_text("mine", encoding="utf-8")
    result = hwk(*words.split(), "-o", file)
    told = f"hwk: {file} exists; choose another file, or write over it with --force\n"
    assert (result.exit_code, result.stderr) == (2, told)
    assert file.read_text(encoding="utf-8") == "mine"
    assert hwk(*words.split(), "-o", file, "--force").exit_code == 0
    assert file.read_text(encoding="utf-8") != "mine"
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_a_picture_is_replaced_only_by_force(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text("mine", encoding="utf-8")
    assert hwk("stats", "businesses", "--plot", file).exit_code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert hwk("stats", "businesses", "--plot", file, "--force").exit_code == 0


def test_excel_alone_means_csv(hwk: Run) -> None:
    text = hwk("towns", "Unna", "--excel").stdout
    assert text.startswith("\ufeffname;")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert (rows[0]["ags"], rows[0]["area_km2"], rows[0]["population"]) == ("05978004", "44,9", "48518")


def test_a_spreadsheet_goes_into_a_pipe_but_not_onto_a_terminal(hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.run([HWK, "towns", "-f", "xlsx"], capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    result = reply_as("xlsx")
    with pytest.raises(BadSetting, match="a spreadsheet is written into a file"):
        result.give(view((), Page("", (), ()), ("name",)))


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("towns", "name,population"),
        ("kreise", "name,area_km2"),
        ("find Neustadt", "place,land"),
        ("chamber Kamen", "place,chamber"),
        ("chambers", "code,seat"),
        ("stats", "metric,value"),
        ("stats --list", "metric,figures"),
        ("stats startups --history", "as_of,value"),
        ("kreise --stats startups", "name,value"),
        ("contact --list", "name,phone"),
        ("sources", "title,licence"),
        ("show Kamen", "name,population"),
        ("cooperation", "title,aim"),
    ],
)
def test_every_list_takes_columns_and_an_order(hwk: Run, words: str, keys: str) -> None:
    keys = keys.replace("place", "name") if words.startswith("find") else keys
    first, second = keys.split(",")
    rows = list(csv.reader(io.StringIO(hwk(*words.split(), "--columns", keys, "-f", "csv").stdout)))
    assert rows[0] == [first, second]
    turned = hwk(*words.split(), "--columns", f"{second},{first}", "--reverse", "--no-header", "-f", "csv").stdout
    assert [row[::-1] for row in csv.reader(io.StringIO(turned))] == rows[:0:-1]
    limited = hwk(*words.split(), "--columns", keys, "--limit", "1", "-f", "csv").stdout
    assert list(csv.reader(io.StringIO(limited))) == rows[:2]
    ordered = json.loads(hwk(*words.split(), "--sort", first, "--json").stdout)
    assert len(ordered) == len(rows) - 1
    table = hwk(*words.split(), "--columns", keys)
    assert table.exit_code == 0
    assert table.stdout.strip()


def test_of_many_places_the_first_are_shown_and_a_file_has_all(hwk: Run, records: Records, tmp_path: Path) -> None:
    number = len(records("find", "Neustadt"))
    assert number > 40

    def shown(*more: str) -> list[str]:
        lines = hwk("find", "Neustadt", "--columns", "name", *more).stdout.split("\n")
        return lines[lines.index(next(line for line in lines if line.startswith("─"))) + 1 :]

    assert shown().index("") == 20
    assert shown()[21] == f"and {number - 20} more; -f json shows all"
    assert shown("--lang", "de")[21] == f"und {number - 20} weitere; -f json zeigt alle"
    assert shown("--sort", "name", "--reverse")[:20] == shown("--sort", "name", "--reverse", "--limit", "40")[:20]
    assert shown("--limit", "40").index("") == 40
    for name in ("all.md", "all.txt"):
        hwk("find", "Neustadt", "-o", tmp_path / name)
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert len([line for line in written.split("\n") if line.lstrip("| ").startswith("Neustadt")]) >= number - 20
        assert "more; -f json" not in written


def test_german_names_of_columns_and_languages(hwk: Run) -> None:
    text = hwk("towns", "Unna", "--columns", "Ort,Einwohner,Fläche", "--sort", "einwohner", "--lang", "Deutsch").stdout
    assert text.split("\n")[2].split() == ["Ort", "Einwohner", "km²"]
    assert text.split("\n")[4].split() == ["Lünen", "85.234", "59,39"]
    assert hwk("towns", "Unna", "-f", "Tabelle").stdout == hwk("towns", "Unna").stdout


def test_yaml_and_json_agree(hwk: Run) -> None:
    assert yaml.safe_load(hwk("kreise", "-f", "yaml").stdout) == json.loads(hwk("kreise", "--json").stdout)


def test_the_environment_of_a_test_is_plain() -> None:
    assert "HWK_FORMAT" not in os.environ
