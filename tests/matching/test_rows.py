"""What becomes of rows that are no addresses, and of the table on a terminal."""

import json
import os
import pty
import select
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from typer.testing import Result

import hwkcli
from hwkcli.errors import Exit
from hwkcli.matching.read.source import Source
from hwkcli.matching.write import rows

HWK = Path(sys.executable).parent / "hwk"


def test_a_line_with_a_cell_too_many_is_kept_and_marked(hwk: Callable[..., Result], tmp_path: Path) -> None:
    lines = ["A;Str.;PLZ;Ort", "x;y;59174;Kamen", 'x;"a;b";zuviel;59174;Kamen', "x;y;59174;Kamen;;", "x;44135"]
    (tmp_path / "in.csv").write_text("\n".join(lines))
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--unmatched", tmp_path / "rest.csv")
    assert result.exit_code == 0
    assert (
        "line 3: more cells than the 4 headings; kept with the rest in the last cell, marked unreadable"
        in result.stderr
    )
    assert "4 rows, 2 answered (1 none, 1 unreadable)" in result.stderr
    _, *rows = (tmp_path / "out.csv").read_text().splitlines()
    assert rows[1] == 'x;"a;b";zuviel;"59174;Kamen";;;;;;;;unreadable;'
    assert rows[0].startswith("x;y;59174;Kamen;05978020;")
    assert rows[2].startswith("x;y;59174;Kamen;05978020;")
    assert rows[3].startswith("x;44135;;;")
    assert [line.split(";")[0] for line in (tmp_path / "rest.csv").read_text().splitlines()] == ["A", "x", "x"]
    report = json.loads(hwk("match", tmp_path / "in.csv", "-o", tmp_path / "o.csv", "--report", "--json").stdout)
    assert {"by": "how", "key": "unreadable", "name": "unreadable", "rows": 1} in report


def test_many_lines_that_are_too_long_are_counted(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort\n" + "59174;Kamen;x\n59174;Kamen\n" * 8)
    said = hwk("match", tmp_path / "in.csv").stderr
    assert "lines 2, 4, 6, 8, 10 and 3 more: more cells than the 2 headings" in said
    assert "16 rows, 8 answered (8 unreadable)" in said


def test_blank_rows_and_totals_pass_through(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        *("1;59174;Kamen;5", ";;;", "2;44135;Hamburg;7", "3;;;1", "Summe;;;13", ";;Insgesamt: ;13", ";;;Gesamtsumme"),
        *("Summe;59174;Kamen;1", ";;Summen am Ende;2", "Zusammen leben;;;1"),
    ]
    (tmp_path / "in.csv").write_text("\n".join(["Nr;PLZ;Ort;n", *rows]))
    # Nothing in it needs a second look, row by row.
    monkeypatch.setattr(Source, "careful", None)
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--unmatched", tmp_path / "rest.csv")
    found = (tmp_path / "out.csv").read_text().splitlines()[1:]
    assert [line.split(";")[:4] for line in found] == [row.split(";") for row in rows]
    hows = [line.split(";")[11] for line in found]
    assert hows == ["postal_code+place", "", "conflict", "none", "", "", "", "postal_code+place", "none", "none"]
    assert "10 rows, 2 answered (1 conflict, 3 none); 4 blank, totals or notes, passed through" in result.stderr
    assert len((tmp_path / "rest.csv").read_text().splitlines()) == 5
    district = hwk("match", tmp_path / "in.csv", "--district").stdout.splitlines()[1:]
    assert [line.split(";")[4:6] for line in district][:3] == [
        ["inside", "postal_code+place"],
        ["", ""],
        ["", "conflict"],
    ]


def test_unreadable_blank_and_total_rows_in_one_table(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort;n\n59174;Kamen;1\n;;\nSumme;;2;3;4\n;Summe;5\n")
    result = hwk("match", tmp_path / "in.csv")
    assert [line.split(";")[-2] for line in result.stdout.splitlines()[1:]] == [
        "postal_code+place",
        "",
        "unreadable",
        "",
    ]
    assert "4 rows, 1 answered (1 unreadable); 2 blank, totals or notes, passed through" in result.stderr


def test_several_addresses_a_row(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("rechnung_plz;rechnung_ort;liefer_plz;liefer_ort\n59174;Kamen;44135;Dortmund\n")
    assert hwk("match", tmp_path / "in.csv").exit_code == Exit.USAGE
    first = hwk("match", tmp_path / "in.csv", "--prefix", "rechnung_", "-o", tmp_path / "a.csv")
    assert "postal code: rechnung_plz, place: rechnung_ort" in first.stderr
    second = hwk("match", tmp_path / "a.csv", "--prefix", "liefer_", "-o", tmp_path / "b.csv")
    assert "postal code: liefer_plz, place: liefer_ort" in second.stderr
    head, row = ((tmp_path / "b.csv").read_text()).splitlines()
    found = dict(zip(head.split(";"), row.split(";"), strict=True))
    assert (found["rechnung_ags"], found["liefer_ags"]) == ("05978020", "05913000")
    again = hwk("match", tmp_path / "b.csv", "--prefix", "liefer_")
    assert again.exit_code == Exit.USAGE
    assert "the table has a column 'liefer_ags' already" in again.stderr
    assert hwk("match", tmp_path / "in.csv", "--prefix", "_").exit_code == Exit.USAGE


def test_excel_computes_nothing(hwk: Callable[..., Result], tmp_path: Path) -> None:
    cells = ["=1+1", "+49 2307", "@x", "-Kamen", "-5,20", "x=1", "=a;b", "＝1"]
    rows = "".join(f'59174;"{cell}"\n' for cell in cells)
    (tmp_path / "in.csv").write_text(f"PLZ;=Text\n{rows}")
    lines = hwk("match", tmp_path / "in.csv", "--excel").stdout.splitlines()
    assert lines[0].startswith("\ufeffPLZ;'=Text;hwk_ags")
    assert [line.split(";05978020")[0].removeprefix("59174;") for line in lines[1:]] == [
        *("'=1+1", "'+49 2307", "'@x", "'-Kamen", "-5,20", "x=1", '"\'=a;b"', "'＝1"),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "out.csv", "-f", "json"), "the ending says csv, --format says json; say one of them"),
        (("-f", "xlsx", "--report"), "--report is no xlsx"),
        (("--max-memory", "much"), "--max-memory takes a size such as 500M or 4G"),
        (("--max-size", "0"), "--max-size takes a size"),
        (("--max-size", "10"), "it has more than 10 bytes; allow more with --max-size"),
        (("-o", "out.csv", "--unmatched", "./out.csv"), "this is the other output"),
    ],
)
def test_what_contradicts_itself_is_refused(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.csv").write_text("PLZ;Ort\n59174;Kamen\n")
    result = hwk("match", "in.csv", *words)
    assert result.exit_code in (Exit.USAGE, Exit.BAD_FILE)
    assert message in result.stderr.replace("\n", " ")
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


def on_a_terminal(*words: str | Path) -> str:
    """What a terminal of 200 columns sees of a run."""
    pid, main = pty.fork()
    if pid == 0:
        os.execve(HWK, [str(HWK), *map(str, words)], {**os.environ, "TERM": "xterm", "COLUMNS": "200"})
    seen = b""
    while select.select([main], [], [], 60)[0]:
        try:
            seen += os.read(main, 65536)
        except OSError:
            break
    os.close(main)
    os.waitpid(pid, 0)
    return seen.decode()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_terminal_sees_the_first_rows_and_how_many_there_are(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "in.csv"
    file.write_text("PLZ;Ort\n" + "59174;[red]\x1b[31mKamen\n" + "59174;Kamen\n" * 1499)
    text = on_a_terminal("match", file, "--lang", lang)
    assert text.count("05978020") == 10
    assert {"de": "und 1.490 weitere; -o DATEI schreibt alle", "en": "and 1,490 more; -o FILE writes all"}[lang] in text
    assert {"de": "1.500 Zeilen", "en": "1,500 rows"}[lang] in text
    assert "[red]" in text
    assert "\x1b[31mKamen" not in text


def test_what_a_terminal_would_obey_is_escaped(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("PLZ;Ort\n59174;Kamen\x1b]0;title\x07\u202e\n59174;Bönen\n")
    for form in ("csv", "json"):
        text = on_a_terminal("match", file, "-f", form)
        assert "Bönen" in text
        assert "Kamen\\x1b]0;title\\x07\\u202e" in text or "Kamen\\u001b]0;title" in text
        assert "\x1b]0" not in text
        assert "\u202e" not in text
    assert "a terminal does not show parquet; give a file with --output" in on_a_terminal(
        "match", file, "-f", "parquet"
    )


def test_a_narrow_terminal_sees_the_chamber_first(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text("Firma;PLZ;Ort\n" + "Muster;59174;Kamen\n" * 2)
    monkeypatch.setenv("COLUMNS", "60")
    head = hwk("match", tmp_path / "in.csv", "-f", "table").stdout.splitlines()[0]
    assert head.split() == ["Firma", "PLZ", "hwk_chamber", "hwk_how"]


def test_a_table_may_be_asked_for(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort\n" + "59174;Kamen\n" * 12)
    text = hwk("match", tmp_path / "in.csv", "-f", "table", "--lang", "de").stdout
    assert text.count("05978020") == 10
    assert "und 2 weitere; -o DATEI schreibt alle" in text
    (tmp_path / "in.csv").write_text("PLZ;Ort\n59174;Kamen\n")
    assert "FILE" not in hwk("match", tmp_path / "in.csv", "-f", "table").stdout


def test_a_disk_that_is_full_inside_polars_is_told(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort\n59174;Kamen\n")

    def full(job: object) -> None:
        raise pl.exceptions.ComputeError("No space left on device (os error 28)")

    monkeypatch.setitem(rows._WRITERS, "csv", full)
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert result.exit_code == Exit.BAD_FILE
    assert result.stderr.endswith("out.csv: No space left on device; free some space or write elsewhere\n")
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.BAD_FILE
    assert "hwk: temporary folder " in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


def test_where_the_careful_way_fails_too_the_error_is_told(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort\n59174;Kamen\n")

    def fail(*words: object, **more: object) -> None:
        raise pl.exceptions.ComputeError("a cell is no cell\nand more")

    monkeypatch.setattr("hwkcli.matching.work.answers", fail)
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.BAD_FILE
    assert result.stderr.splitlines()[-1] == f"hwk: {tmp_path / 'in.csv'}: a cell is no cell; get the file again"


FIRMS = (
    "Firma;PLZ;Ort;Breite;Länge\nA;59174;Kamen;51,592;7,662\nB;;Neustadt;49,58;10,61\nC;;;51.5348;7.6891\n"
    "D;59174;Kamen;52.5;13.4\nE;44135;Dortmund;;\n"
)


def test_columns_of_positions_are_evidence_and_the_points_of_a_map(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "firms.csv").write_text(FIRMS, encoding="utf-8")
    result = hwk("match", tmp_path / "firms.csv", "-o", tmp_path / "firms.geojson")
    assert result.exit_code == 0, result.stderr
    assert "latitude: Breite, longitude: Länge" in result.stderr
    rows = json.loads((tmp_path / "firms.geojson").read_text(encoding="utf-8"))["features"]
    assert [(row["properties"]["hwk_ags"], row["properties"]["hwk_how"]) for row in rows] == [
        ("05978020", "postal_code+place"),
        ("09575153", "place"),
        ("05978036", "position"),
        ("", "conflict"),
        ("05913000", "postal_code+place"),
    ]
    where = [row["geometry"]["coordinates"] for row in rows]
    assert where[:4] == [[7.662, 51.592], [10.61, 49.58], [7.6891, 51.5348], [13.4, 52.5]]
    assert where[4] == pytest.approx([7.46, 51.51], abs=0.01)  # that of the town


def test_the_rows_by_kreis_are_drawn(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "firms.csv").write_text(FIRMS, encoding="utf-8")
    result = hwk("match", tmp_path / "firms.csv", "-o", tmp_path / "x.csv", "--map", tmp_path / "m.svg", "--lang", "de")
    assert result.exit_code == 0, result.stderr
    drawn = (tmp_path / "m.svg").read_text(encoding="utf-8")
    assert "Zeilen je Kreis" in drawn
    assert "dl-de/by-2-0" in drawn
    for words in (
        ("--map", tmp_path / "m.txt"),
        ("--map", tmp_path / "m.svg"),
        ("--map", tmp_path / "n.svg", "--district"),
    ):
        refused = hwk("match", tmp_path / "firms.csv", "-o", tmp_path / "y.csv", *words)
        assert refused.exit_code == 2, words
        assert not (tmp_path / "y.csv").exists()
    lost = hwk("match", tmp_path / "firms.csv", "-o", tmp_path / "y.csv", "--map", tmp_path / "none" / "m.svg")
    assert lost.exit_code == 5
    assert not (tmp_path / "y.csv").exists()
    (tmp_path / "none.csv").write_text("PLZ;Ort\n;Nirgendwo\n", encoding="utf-8")
    empty = hwk("match", tmp_path / "none.csv", "-o", tmp_path / "z.csv", "--map", tmp_path / "z.svg")
    assert (empty.exit_code, (tmp_path / "z.svg").exists()) == (0, False)
    assert "no map is drawn" in empty.stderr


def test_keys_of_a_known_day_and_shares_of_what_was_split(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "keys.csv").write_text("AGS\n16056000\n09184444\n16063105\n", encoding="utf-8")
    result = hwk("match", tmp_path / "keys.csv", "-o", tmp_path / "x.json", "--key-date", "31.12.2018")
    assert result.exit_code == 0, result.stderr
    rows = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert [(row["hwk_ags"], row["hwk_how"]) for row in rows] == [
        ("16063105", "former_key"),
        ("", "ambiguous"),
        ("", "none"),
    ]
    candidates = rows[1]["hwk_candidates"].split(" | ")
    assert candidates[0] == "Forstenrieder Park (Landkreis München, 09184452, 53.0%)"
    assert len(candidates) == 3
    frame = hwkcli.match(pl.DataFrame({"AGS": ["16056000"]}), key_date="2018-12-31")
    assert frame["hwk_ags"].to_list() == ["16063105"]
    for day, code in (("1949-01-01", 2), ("2018", 2), ("gestern", 2)):
        refused = hwk("match", tmp_path / "keys.csv", "-o", tmp_path / "y.csv", "--key-date", day)
        assert refused.exit_code == code, refused.stderr
        assert not (tmp_path / "y.csv").exists()
