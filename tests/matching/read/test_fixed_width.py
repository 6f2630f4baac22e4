"""Texts whose columns stand below each other."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from hwkcli.errors import Exit
from hwkcli.matching.read.fixed_width import in_tabs

STATIONS = """\
Stations_id von_datum bis_datum Stationshoehe geoBreite geoLaenge Stationsname Bundesland Abgabe
----------- --------- --------- ------------- --------- --------- ----------------------------------------- ----------
00003 19500401 20110331            202     50.7827    6.0941 Aachen                          Nordrhein-Westfalen   Frei
00044 20070401 20210314             44     52.9336    8.2370 Bad Zwischenahn                 Niedersachsen         Frei
00078 19610101 20210314             64     52.4853    7.9126 Bad Lippspringe                 Niedersachsen
"""


def test_stations_of_the_weather_service_are_a_table(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """Each heading is that of the column whose turn it is, not of what stands below it."""
    (tmp_path / "in.txt").write_text(STATIONS, encoding="latin-1")
    result = hwk("match", tmp_path / "in.txt", "-f", "csv")
    assert "columns parted by blanks, headings in row 1; Land: Bundesland, latitude: geoBreite" in result.stderr
    first, second, _ = (line.split("\t") for line in result.stdout.splitlines()[1:])
    assert first[6:10] == ["Aachen", "Nordrhein-Westfalen", "Frei", "05334002"]
    assert second[6:8] == ["Bad Zwischenahn", "Niedersachsen"]


def test_names_of_several_words_are_one_column(hwk: Callable[..., Result], tmp_path: Path) -> None:
    text = "AGS      NAME            N\n05978020 Kamen, Stadt   43\n05978036 Unna, Stadt    59\n"
    (tmp_path / "in.txt").write_text(text)
    result = hwk("match", tmp_path / "in.txt", "-f", "csv")
    assert [line.split("\t")[1:4] for line in result.stdout.splitlines()[1:]] == [
        ["Kamen, Stadt", "43", "05978020"],
        ["Unna, Stadt", "59", "05978036"],
    ]


def test_columns_without_a_heading_each_are_none(hwk: Callable[..., Result], tmp_path: Path) -> None:
    text = "PLZ    Ort      Zahl\n59174  Kamen    1   2\n59423  Unna     3   4\n"
    (tmp_path / "in.txt").write_text(text)
    assert not in_tabs(tmp_path / "in.txt", tmp_path / "out.tsv", "in.txt")
    result = hwk("match", tmp_path / "in.txt")
    assert result.exit_code == Exit.BAD_FILE
    assert "parted by blanks" in result.stderr
    (tmp_path / "in.txt").write_text(text.replace("Zahl", "a   b"))
    result = hwk("match", tmp_path / "in.txt", "-f", "csv")
    assert [line.split("\t")[4] for line in result.stdout.splitlines()[1:]] == ["05978020", "05978036"]


def test_a_line_of_a_million_columns_is_no_printed_table(tmp_path: Path) -> None:
    """To put so many words together would take hours."""
    (tmp_path / "in.txt").write_text(STATIONS + "a b " * 1_000_000 + "\n")
    assert not in_tabs(tmp_path / "in.txt", tmp_path / "out.tsv", "in.txt")
