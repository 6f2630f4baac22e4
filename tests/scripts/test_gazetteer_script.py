"""The script that writes the tables, on a small register and a small postal table of our own."""

import csv
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

ROOT = Path(__file__).parent.parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "gazetteer.py"))
COLUMNS = (
    "country_code,zipcode,place,state,state_code,province,province_code,community,community_code,latitude,longitude"
)

REGISTER = [
    # kind, mark, Land, Regierungsbezirk, Kreis, Verband, Gemeinde, name, area, people, postal code, longitude, latitude
    ("10", "", "05", "", "", "", "", "Nordrhein-Westfalen"),
    ("20", "", "05", "9", "", "", "", "Arnsberg"),
    ("40", "41", "05", "9", "11", "", "", "Bochum, Stadt"),
    ("60", "61", "05", "9", "11", "0000", "000", "Bochum, Stadt", 145.66, 366385.0, "44777", "7,217177", "51,482699"),
    ("40", "43", "05", "9", "78", "", "", "Unna"),
    ("60", "63", "05", "9", "78", "0020", "020", "Kamen, Stadt", 40.95, 43117.0, "59174", "7,66", "51,59"),
    ("60", "64", "05", "9", "78", "0024", "024", "Neu-Kamen", 0.5, 0.0, "59175", "7,70", "51,60"),
    ("60", "64", "05", "9", "78", "0028", "028", "Werne (Lippe)", 76.1, 1000.0, "59368", "7,63", "51,66"),
    ("60", "66", "05", "9", "78", "9999", "999", "Großer See, gemfr. Gebiet", "", 0.0, "", "0", "0"),
]
POSTAL = [
    ("44787", "Bochum", "NW", "05911"),
    ("44892", "Langendreer", "NW", "05911"),
    ("59174", "Kamen", "NW", "05978"),
    ("59175", "Kamen Methler", "NW", "05978"),
    ("59176", "Heil, Gemeinde Kamen", "NW", "05978"),
    ("59177", "Kamen/Westfalen", "NW", "05978"),
    ("59178", "Neu", "NW", "05978"),
    ("59179", "Nirgendwo", "NW", "05978"),
    ("59368", "Werne a. d. Lippe", "NW", "05978"),
    ("44777", "Firma & Co.", "07", "05911"),
    ("99999", "Anderswo", "NW", "99999"),
]


def register(file: Path, rows: list[tuple[Any, ...]], status: str = "31.12.2030 (4. Quartal)") -> Path:
    """A workbook in the form of the official one."""
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Inhalt").write(0, 0, f"Gebietsstand: {status}")
        sheet = book.add_worksheet("Gemeinden")
        sheet.write(0, 0, "Gemeinden in Deutschland")
        sheet.write(4, 9, "am 31.12.2029 (Jahr)")
        for at, row in enumerate(rows, 6):
            spread = [*row[:8], "", "", "", "", "", "", "", ""]
            if len(row) > 8:
                spread[8:10], spread[13:16] = row[8:10], row[10:13]
            sheet.write_row(at, 0, spread)
    return file


def postal(file: Path, rows: list[tuple[str, str, str, str]], moved: str = "") -> Path:
    """A postal table; the place that is moved lies far away."""
    lines = [COLUMNS]
    for code, place, state, kreis in rows:
        latitude = "49.0" if place == moved else "51.59"
        lines.append(f'DE,{code},"{place}",Land,{state},,00,Kreis,{kreis},{latitude},7.66')
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[Path, str]]:
    """Runs the script; gives the folder of the tables and what it printed."""

    def run(rows: list[tuple[Any, ...]] = REGISTER, *more: str, moved: str = "") -> tuple[Path, str]:
        folder = tmp_path / "tables"
        folder.mkdir(exist_ok=True)
        words = [register(tmp_path / "r.xlsx", rows), postal(tmp_path / "p.csv", POSTAL, moved)]
        assert SCRIPT["main"]([*map(str, words), "--postal-edition", "2031-01", "--to", str(folder), *more]) == 0
        printed = capsys.readouterr()
        return folder, printed.out + printed.err

    return run


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_tables_hold_what_the_two_files_hold(write: Callable[..., tuple[Path, str]]) -> None:
    folder, printed = write()
    assert (folder / "laender.csv").read_text(encoding="utf-8") == "key,name\n05,Nordrhein-Westfalen\n"
    assert rows(folder / "kreise.csv")[1] == {"key": "05978", "name": "Unna", "type": "Kreis"}
    assert rows(folder / "municipalities.csv")[1] == {
        "ags": "05978020",
        "ars": "059780020020",
        "name": "Kamen, Stadt",
        "type": "Stadt",
        "area_km2": "40.95",
        "population": "43117",
        "postal_code": "59174",
        "latitude": "51.59",
        "longitude": "7.66",
    }
    lake = rows(folder / "municipalities.csv")[-1]
    assert (lake["type"], lake["area_km2"], lake["latitude"]) == ("gemeindefreies Gebiet", "", "")
    assert [(row["postal_code"], row["ags"][-3:], row["match"]) for row in rows(folder / "postal_codes.csv")] == [
        ("44787", "000", "kreis"),
        ("44892", "000", "kreis"),
        ("59174", "020", "name"),
        ("59175", "020", "part"),
        ("59176", "020", "part"),
        ("59177", "020", "part"),
        ("59178", "024", "part"),
        ("59179", "", ""),
        ("59368", "028", "name"),
    ]
    sources = (folder / "sources.yaml").read_text(encoding="utf-8")
    assert "Gebietsstand 31.12.2030" in sources
    assert "population of 31 December 2029" in sources
    assert 'as_of: "2031-01"' in sources
    assert "left out: 99999 Anderswo, for no Kreis has the key '99999'" in printed
    assert "5 municipalities and areas, 2 Kreise, 9 postal codes, 1 of them without a municipality" in printed


def test_a_second_run_changes_no_byte(write: Callable[..., tuple[Path, str]]) -> None:
    folder, _ = write()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    _, printed = write()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert "postal codes: 0 added, 0 gone" in printed


def test_a_place_far_from_the_municipality_of_its_name_is_another_one(write: Callable[..., tuple[Path, str]]) -> None:
    folder, _ = write(moved="Werne a. d. Lippe")
    assert rows(folder / "postal_codes.csv")[-1]["match"] == "name"  # it has the code of the seat
    folder, _ = write(moved="Kamen Methler")
    assert rows(folder / "postal_codes.csv")[3]["match"] == ""


def test_a_new_edition_says_what_changed(write: Callable[..., tuple[Path, str]]) -> None:
    folder, _ = write()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    changed = [
        row if row[6] != "028" else (*row[:5], "0032", "032", *row[7:]) for row in REGISTER if row[7] != "Neu-Kamen"
    ]
    changed = [(*row[:7], "Kamen, Hansestadt", *row[8:]) if row[6] == "020" else row for row in changed]
    changed += [
        ("40", "44", "05", "9", "99", "", "", "Neuland"),
        ("60", "60", "05", "9", "99", "0001", "001", "Neumarkt", 1.0, 2.0, "59999", "7,1", "51,1"),
    ]
    _, printed = write(changed, "--dry-run")
    for line in (
        "re-keyed: Werne (Lippe) 05978028 -> 05978032",
        "gone: Neu-Kamen 05978024",
        "added: Neumarkt 05999001",
        "renamed: 05978020 Kamen, Stadt -> Kamen, Hansestadt",
        "Kreis added: Neuland 05999",
        "chamber affected: Neumarkt 05999001 has no chamber in data/chambers.yaml",
        "chamber affected: 00037 has 05913 in data/chambers.yaml, which is gone",
    ):
        assert f"{line}\n" in printed
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    write(changed)
    _, printed = write()
    assert "Kreis gone: Neuland 05999\n" in printed


def test_a_file_of_another_form_is_refused(tmp_path: Path, write: Callable[..., tuple[Path, str]]) -> None:
    book, table = register(tmp_path / "r.xlsx", REGISTER, "unknown"), postal(tmp_path / "p.csv", POSTAL)
    words = ["--postal-edition", "2031-01", "--to", str(tmp_path)]
    with pytest.raises(SystemExit, match="names no Gebietsstand"):
        SCRIPT["main"]([str(book), str(table), *words])
    table.write_text("zipcode,place\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="there is no column community_code, latitude, longitude, state_code"):
        SCRIPT["main"]([str(register(book, REGISTER)), str(table), *words])
    bad = [*REGISTER, ("60", "64", "05", "9", "78", "0", "1", "Kurz", 1.0, 1.0, "1", "7,1", "51,1")]
    with pytest.raises(SystemExit, match="ags: found '059781'"):
        SCRIPT["main"]([str(register(book, bad)), str(postal(table, POSTAL)), *words])
    assert not list(tmp_path.glob("*.yaml"))
