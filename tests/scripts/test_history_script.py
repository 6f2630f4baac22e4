"""The script that writes the tables of the history, on small workbooks of our own in the form of the official ones."""

import csv
import runpy
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

ROOT = Path(__file__).parent.parent.parent
MAIN: Callable[[Sequence[str]], int] = runpy.run_path(str(ROOT / "scripts" / "history.py"))["main"]

HEAD = ["Laufende\nNummer", "Regionaleinheit", "Abgebende", "", "", "", "", "", "Aufnehmende", "", "", "Datum", ""]
NAMES = [
    "",
    "",
    "Regionalschlüssel",
    "AGS",
    "Name",
    "Art 1)",
    "Fläche {unit}",
    "Einwohner",
    "RS",
    "AGS",
    "Name",
    "",
    "",
]


def change(
    number: str,
    old: tuple[Any, str],
    kind: Any,
    new: tuple[Any, str],
    day: Any,
    figures: tuple[Any, Any] = ("", ""),
    unit: str = "Gemeinde",
) -> list[Any]:
    """A row of a workbook of changes."""
    keys = ("", *old) if unit == "Gemeinde" else (old[0], "", old[1])
    news = ("", *new) if unit == "Gemeinde" else (new[0], "", new[1])
    return [number, unit, *keys, kind, *figures, *news, day, day]


def new_year(text: str) -> date:
    return date(int(text), 1, 1)


FIRST = [
    # The list of 1953: what was there before. Only the city's whole old key is known.
    change("stba/1953/0001", ("14136", "Unna"), 3, ("05136", "Unna"), new_year("1953"), unit="Kreis"),
    change("stba/1953/0001", ("14136n.a.", "Adorf"), 3.0, ("05136001", "Adorf"), new_year("1953")),
    change("stba/1953/0001", ("14136n.a.", "Bedorf"), 3.0, ("05136002", "Bedorf"), new_year("1953")),
    change("stba/1953/0001", ("14136n.a.", "Zedorf"), 3.0, ("05136003", "Zedorf"), new_year("1953")),
    change("stba/1953/0001", ("14136n.a.", "Wald, Forst"), 3.0, ("05136511", "Wald, Forst"), new_year("1953")),
    change("stba/1953/0001", ("14136n.a.", "Edorf\u00a0"), 3.0, ("05136004", "Edorf"), new_year("1953")),
    change("stba/1953/0001", ("14911", "Stadt, Stadt"), 3, ("05911", "Stadt, Stadt"), new_year("1953"), unit="Kreis"),
    change("stba/1953/0001", (14911000.0, "Stadt, Stadt"), 3.0, ("05911000", "Stadt, Stadt"), new_year("1953")),
]
SECOND = [
    # Adorf is renamed and goes in two ways; a part of Zedorf goes to the city; the key of Bedorf is Zedorf's from the
    # same day on; the forest goes to two by its area; Edorf gets a new key and passes through it into the city.
    change("05/1969/0001", ("05136001", "Adorf"), 4.0, ("05136001", "Adorf (Ruhr)"), "01.07.1969"),
    change("05/1975/0001", ("05136001", "Adorf (Ruhr)"), "1", ("05136002", "Zedorf"), new_year("1975"), (10000, 30)),
    change(
        "05/1975/0001", ("05136001", "Adorf (Ruhr)"), "1", ("05911000", "Stadt, Stadt"), new_year("1975"), (30000, 10)
    ),
    change("05/1975/0001", ("05136002", "Bedorf"), "3", ("05136007", "Bedorf"), new_year("1975")),
    change("05/1975/0001", ("05136003", "Zedorf"), "2", ("05911000", "Stadt, Stadt"), new_year("1975"), (5000, 25)),
    change("05/1975/0001", ("05136003", "Zedorf"), "2, 3", ("05136002", "Zedorf"), new_year("1975"), (15000, 75)),
    change("05/1975/0002", ("05136511", "Wald, Forst"), 1, ("05136007", "Bedorf"), new_year("1975"), (10000, 0)),
    change("05/1975/0002", ("05136511", "Wald, Forst"), 1, ("05136002", "Zedorf"), new_year("1975"), (30000, 0)),
    change("05/1975/0003", ("05136004", "Edorf"), 3, ("05136009", "Edorf"), new_year("1975")),
    change("05/1975/0004", ("05136009", "Edorf"), 1, ("05911000", "Stadt, Stadt"), new_year("1975"), (10000, 5)),
    ["Kein Text einer Zeile"],
]
LATER = [
    change("05/1990/0001", ("05136007", "Bedorf"), 4, ("05136007", "Bad Bedorf"), date(1983, 12, 31)),
    change("05/1990/0002", ("05136", "Unna"), 1, ("05911", "Stadt, Stadt"), new_year("1990"), unit="Kreis"),
    change("05/1990/0002", ("05136002", "Zedorf"), 1, ("05911000", "Stadt, Stadt"), new_year("1990"), (45000, 100)),
    change("05/1990/0002", ("05136007", "Bad Bedorf"), 3, ("05911007", "Bad Bedorf"), new_year("1990")),
]
LATER[0][-1] = date(1984, 6, 1)  # registered later than the edition of 1983
EDITION = {"05136002": ("Zedorf", 100, 0.45), "05136007": ("Bedorf", 50, 0.2), "05911000": ("Stadt, Stadt", 900, 1.0)}
CORRECTIONS: dict[str, Any] = {"corrections": [], "added": [], "deviations": []}


def workbook(file: Path, rows: list[list[Any]], unit: str = "ha") -> None:
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet("Deckblatt").write(0, 0, "Gebietsänderungen")
        sheet = book.add_worksheet("Gebietsänderungen")
        sheet.write_row(2, 0, HEAD)
        sheet.write_row(4, 0, [name.format(unit=unit) for name in NAMES])
        for at, row in enumerate(rows, 7):
            sheet.write_row(at, 0, row)
        # A part of the year once more, on a sheet of its own.
        again = book.add_worksheet("01.01.")
        again.write_row(2, 0, HEAD)
        again.write_row(7, 0, rows[0])


def edition(file: Path, towns: dict[str, tuple[str, int, float]], day: str, kreise: dict[str, str]) -> None:
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Inhalt").write(0, 0, f"Gebietsstand: {day}")
        sheet = book.add_worksheet("Gemeindedaten")
        sheet.write_row(1, 0, ["Satz-art", "Gemeindeschlüssel"])
        sheet.write_row(3, 0, ["", f"Gebietsstand am {day}"])
        at = 4
        for key, name in kreise.items():
            sheet.write_row(at, 0, [40.0, key[:2], key[2], key[3:], "", name])
            at += 1
        for key, (name, people, km2) in towns.items():
            row = [60.0, key[:2], key[2], key[3:5], key[5:], name, "", "", "", km2, people, "", "", 1.0]
            sheet.write_row(at, 0, row)
            at += 1


Write = Callable[..., tuple[int, str, Path]]


@pytest.fixture
def write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Write:
    """Runs the script on the workbooks; gives its exit code, what it printed, and the folder of the tables."""
    raw, to = tmp_path / "raw", tmp_path / "tables"
    (raw / "deep").mkdir(parents=True)
    to.mkdir()
    workbook(raw / "1953.xlsx", FIRST)
    workbook(raw / "deep" / "1975.xlsx", SECOND, unit="qm")
    workbook(raw / "1990.xlsx", LATER)
    edition(raw / "e.xlsx", EDITION, "31.12.1983", {"05136": "Unna", "05911": "Stadt, Stadt"})

    def run(corrections: dict[str, Any] | None = None, *more: str) -> tuple[int, str, Path]:
        text = yaml.safe_dump(CORRECTIONS | (corrections or {}), allow_unicode=True)
        (to / "corrections.yaml").write_text(text, encoding="utf-8")
        code = MAIN([str(raw), "--to", str(to), *more])
        return code, capsys.readouterr().out, to

    return run


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1:]


def test_the_lives_of_the_keys(write: Write) -> None:
    code, printed, to = write()
    assert code == 0, printed
    assert rows(to / "municipalities.csv") == [
        ["05136001", "Adorf", "", "1969-06-30", "name"],
        ["05136001", "Adorf (Ruhr)", "1969-07-01", "1974-12-31", "dissolved"],
        ["05136002", "Bedorf", "", "1974-12-31", "key"],
        ["05136002", "Zedorf", "1975-01-01", "1989-12-31", "dissolved"],
        ["05136003", "Zedorf", "", "1974-12-31", "key"],
        ["05136004", "Edorf", "", "1974-12-31", "key"],
        ["05136007", "Bedorf", "1975-01-01", "1983-12-30", "name"],
        ["05136007", "Bad Bedorf", "1983-12-31", "1989-12-31", "key"],
        ["05136511", "Wald, Forst", "", "1974-12-31", "dissolved"],
        ["05911000", "Stadt, Stadt", "", "", ""],
        ["05911007", "Bad Bedorf", "1990-01-01", "", ""],
        ["14911000", "Stadt, Stadt", "", "1952-12-31", "renumbered"],
    ]
    assert rows(to / "kreise.csv") == [
        ["05136", "Unna", "", "1989-12-31", "dissolved"],
        ["05911", "Stadt, Stadt", "", "", ""],
    ]


def test_the_moves_between_them(write: Write) -> None:
    _, _, to = write()
    moves = {tuple(row[:6]) for row in rows(to / "changes.csv")}
    assert ("1975-01-01", "dissolved", "05136001", "05136002", "30", "1") in moves
    assert ("1975-01-01", "dissolved", "05136001", "05911000", "10", "3") in moves
    assert ("1975-01-01", "key", "05136003", "05136002", "75", "1.5") in moves
    assert ("1975-01-01", "part", "05136003", "05911000", "25", "0.5") in moves
    # Edorf got a key that ended on the same day: it went to the city.
    assert ("1975-01-01", "key", "05136004", "05911000", "", "") in moves
    assert not any("05136009" in row for row in moves)
    assert rows(to / "kreis_changes.csv") == [["1990-01-01", "dissolved", "05136", "05911", "", "", "05/1990/0002"]]
    assert rows(to / "kreis_shares.csv") == [["05136", "1989-12-31", "05911", "1", "inhabitants", ""]]


def test_the_edition_is_rebuilt_and_what_differs_has_a_reason(write: Write) -> None:
    _, _, to = write()
    late = "the name holds since 1983-12-31, but was registered only in 1984-06"
    assert rows(to / "deviations.csv") == [["1983-12-31", "05136007", "Bedorf", "Bad Bedorf", late]]
    assert [row[:4] for row in rows(to / "editions.csv")] == [
        ["1983-12-31", "05136", "Unna", "2"],
        ["1983-12-31", "05911", "Stadt, Stadt", "1"],
    ]
    assert [row[2] for row in rows(to / "files.csv")] == ["changes", "changes", "changes", "1983-12-31"]


def test_the_same_twice_and_nothing_on_a_dry_run(write: Write) -> None:
    _, first, to = write()
    assert "municipalities.csv: 13 rows added, 0 gone" in first
    texts = {file.name: file.read_bytes() for file in to.glob("*.csv")}
    assert write()[1] == ""
    assert {file.name: file.read_bytes() for file in to.glob("*.csv")} == texts
    (to / "changes.csv").unlink()
    assert "changes.csv" in write(None, "--dry-run")[1]
    assert not (to / "changes.csv").exists()


def test_a_change_in_two_workbooks_counts_once(write: Write, tmp_path: Path) -> None:
    _, _, to = write()
    before = (to / "changes.csv").read_bytes()
    workbook(tmp_path / "raw" / "1990-12.xlsx", LATER[1:])
    code, printed, _ = write()
    assert (code, "changes.csv" in printed) == (0, False)
    assert (to / "changes.csv").read_bytes() == before


def test_what_does_not_fit_is_said_until_it_is_corrected(write: Write, tmp_path: Path) -> None:
    wrong = change("05/1991/0001", ("05136003", "Zedorf"), 1, ("05911007", "Bad Bedorf"), new_year("1991"), (1, 1))
    other = change("05/1991/0002", ("05911007", "Xanten"), 4, ("05911007", "Bedorf"), new_year("1991"))
    workbook(tmp_path / "raw" / "1991.xlsx", [wrong, other])
    code, printed, _ = write()
    assert code == 1
    assert "does not fit: 1991.xlsx, row 8: 05136003 Zedorf ended before" in printed
    assert "does not fit: 1991.xlsx, row 9: 05911007 is called 'Xanten', but was 'Bad Bedorf'" in printed
    corrections = [
        {"file": "1991.xlsx", "rows": [8], "drop": True, "reason": "printed twice"},
        {"file": "1991.xlsx", "rows": [9], "old_name": "Bad Bedorf", "reason": "so in 1990"},
    ]
    code, printed, to = write({"corrections": corrections})
    assert (code, "does not fit" in printed) == (0, False)
    assert rows(to / "municipalities.csv")[-2] == ["05911007", "Bedorf", "1991-01-01", "", ""]


def test_a_change_that_no_workbook_has(write: Write) -> None:
    kreis = {
        "date": "1999-01-01",
        "number": "",
        "kinds": "2",
        "reason": "law",
        "keys": [["05911", "S", "05915", "Neu"]],
    }
    town = {
        "date": "1999-01-01",
        "number": "",
        "reason": "law",
        "keys": [["05911007", "Bad Bedorf", "05915000", "Neu"]],
    }
    code, printed, to = write({"added": [kreis, town]})
    assert (code, "does not fit" in printed) == (1, True)  # Bedorf and Neu are not alike
    assert ["05915000", "Neu", "1999-01-01", "", ""] in rows(to / "municipalities.csv")
    assert ["05915", "Neu", "1999-01-01", "", ""] in rows(to / "kreise.csv")


def test_an_edition_that_differs_needs_a_reason(write: Write, tmp_path: Path) -> None:
    other = EDITION | {"05136008": ("Phantom", 1, 0.1)}
    del other["05136002"]
    edition(tmp_path / "raw" / "e.xlsx", other, "31.12.1983", {"05136": "Unna", "05911": "Stadt, Stadt"})
    code, printed, to = write()
    assert code == 1
    assert "unexplained: 1983-12-31 05136008 is printed as 'Phantom'" in printed
    assert "unexplained: 1983-12-31 05136002 is printed as ''" in printed
    reasons = [["1983-12-31", "05136008", "a misprint"], ["1983-12-31", "05136002", "left out"]]
    assert write({"deviations": reasons})[0] == 0
    known = {row[1]: row[-1] for row in rows(to / "deviations.csv")}
    assert (known["05136002"], known["05136008"]) == ("left out", "a misprint")


@pytest.mark.parametrize(
    ("corrections", "message"),
    [
        ([{"file": "1990.xlsx", "rows": [99], "drop": True}], "1990.xlsx has no row 99 of a municipality or Kreis"),
        ([{"file": "1990.xlsx", "rows": [8], "new_name": "Bad Bedorf"}], "1990.xlsx, row 8 is right as it is"),
    ],
)
def test_a_correction_that_is_out_of_date(write: Write, corrections: list[Any], message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        write({"corrections": corrections})


def test_an_added_change_that_a_workbook_has_by_now(write: Write) -> None:
    added = {"date": "1990-01-01", "number": "", "keys": [["05136007", "Bad Bedorf", "05911007", "Bad Bedorf"]]}
    with pytest.raises(SystemExit, match="a workbook has 1990-01-01 05136007 -> 05911007"):
        write({"added": [added]})


def test_files_that_are_none(write: Write, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    with xlsxwriter.Workbook(raw / "other.xlsx") as book:
        book.add_worksheet("Tabelle").write(0, 0, "something else")
    assert write()[0] == 0  # passed over
    (raw / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(SystemExit, match=r"broken\.xlsx"):
        write()
    (raw / "broken.xlsx").unlink()
    workbook(raw / "bad.xlsx", [change("05/1992/0001", ("05911007", "Bad Bedorf"), 4, ("05911007", "B"), "bald")])
    with pytest.raises(SystemExit, match=r"bad\.xlsx, row 8: 'bald' is no date"):
        write()
    workbook(raw / "bad.xlsx", LATER[:1], unit="Morgen")
    with pytest.raises(SystemExit, match="whether areas are in ha or qm"):
        write()
    (raw / "bad.xlsx").unlink()
    edition(raw / "f.xlsx", EDITION, "31.12.1983", {"05136": "Unna"})
    with pytest.raises(SystemExit, match=r"f\.xlsx: e\.xlsx is of 1983-12-31, too, and differs"):
        write()
    (raw / "f.xlsx").unlink()
    (raw / "e.xlsx").unlink()
    with pytest.raises(SystemExit, match="needs workbooks of changes and of the register"):
        write()


def test_no_corrections(write: Write, tmp_path: Path) -> None:
    write()
    (tmp_path / "tables" / "corrections.yaml").unlink()
    with pytest.raises(SystemExit, match=r"corrections\.yaml"):
        MAIN([str(tmp_path / "raw"), "--to", str(tmp_path / "tables")])
