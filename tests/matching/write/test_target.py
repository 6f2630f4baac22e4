"""Where the annotated table goes."""

import csv
import gzip
import io
import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from typer.testing import Result

from hwkcli.cli.commands.match import _progress
from hwkcli.errors import Exit
from hwkcli.extras import call
from hwkcli.matching.write.rows import _unique

HWK = Path(sys.executable).parent / "hwk"
TABLE = "Nr;Name;PLZ;Ort\n1;=1+1;59174;Kamen\n2;@x;44135;Hamburg\n3;;;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "in.csv"
    file.write_text(TABLE)
    return file


def test_standard_input_is_not_written_over(table: Path) -> None:
    line = f'"{HWK}" match - -o "{table}" --force < "{table}"'
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == Exit.USAGE
    assert "this is the input" in done.stderr
    assert table.read_text() == TABLE


def test_an_early_end_says_one_line_only(tmp_path: Path) -> None:
    done = subprocess.run([HWK, "match", tmp_path / "none.csv"], capture_output=True, text=True, check=False)
    assert done.returncode == Exit.BAD_FILE
    assert done.stderr.count("\n") == 1


def test_a_device_is_no_file_to_be_saved(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "null.csv").symlink_to("/dev/null")
    table = tmp_path / "in.csv"
    table.write_text(TABLE)
    assert hwk("match", table, "-o", tmp_path / "null.csv").exit_code == 0


def test_columns_that_are_no_texts_are_told(hwk: Callable[..., Result], tmp_path: Path) -> None:
    from datetime import timedelta

    frame = pl.DataFrame({"PLZ": ["59174"], "x": [b"\xff"], "y": [timedelta(hours=30)]})
    frame.write_parquet(tmp_path / "in.parquet")
    for ending in ("csv", "jsonl", "xlsx"):
        result = hwk("match", tmp_path / "in.parquet", "-o", tmp_path / f"out.{ending}")
        assert result.exit_code == Exit.BAD_FILE
        assert "column 'x' is no text; write .parquet instead" in result.stderr
    assert hwk("match", tmp_path / "in.parquet", "-o", tmp_path / "out.parquet").exit_code == 0


def test_the_form_follows_the_ending(hwk: Callable[..., Result], table: Path) -> None:
    folder = table.parent
    names = ("out.csv", "out.tsv", "out.csv.gz", "out.parquet", "out.jsonl", "out.xlsx")
    for name in names:
        result = hwk("match", table, "-o", folder / name)
        assert result.exit_code == 0, result.stderr
        assert result.stdout == ""
        assert "3 rows, 1 answered (1 conflict, 1 none)" in result.stderr
    plain = (folder / "out.csv").read_text()
    assert plain.startswith("Nr;Name;PLZ;Ort;hwk_ags;")
    assert gzip.decompress((folder / "out.csv.gz").read_bytes()).decode() == plain
    first, *rows = csv.reader(plain.splitlines(), delimiter=";")
    assert list(csv.reader((folder / "out.tsv").read_text().splitlines(), delimiter="\t")) == [first, *rows]
    frame = pl.read_parquet(folder / "out.parquet")
    assert frame.columns == first
    assert [list(row) for row in frame.fill_null("").rows()] == rows
    lines = (folder / "out.jsonl").read_text().splitlines()
    assert [[cell or "" for cell in json.loads(line).values()] for line in lines] == rows
    sheet = openpyxl.load_workbook(folder / "out.xlsx").active
    assert [[cell or "" for cell in row] for row in sheet.values] == [first, *rows]
    with zipfile.ZipFile(folder / "out.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_first_rows_and_the_report_are_told_in_the_language_and_what_hides(
    hwk: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    rows = hwk("match", table, "-f", "table", "--lang", "de").stdout
    assert "ausgeblendet: " in rows
    assert rows.endswith("; -f json zeigt sie\n")  # there is no --columns
    report = hwk("match", table, "--report", "--lang", "de").stderr
    assert "Gefunden als" in report


def test_excel_knows_utf_8_by_its_mark(hwk: Callable[..., Result], table: Path) -> None:
    assert hwk("match", table, "--excel", "-o", table.with_name("out.csv")).exit_code == 0
    assert table.with_name("out.csv").read_bytes().startswith(b"\xef\xbb\xbfNr;")
    assert hwk("match", table, "--excel").stdout_bytes.startswith(b"\xef\xbb\xbf")
    assert hwk("match", table, "--excel", "-o", table.with_name("out.xlsx")).exit_code == Exit.USAGE


def test_never_over_the_input(hwk: Callable[..., Result], table: Path) -> None:
    table.with_name("link.csv").symlink_to(table)
    table.with_name("hard.csv").hardlink_to(table)
    for name in ("in.csv", "link.csv", "hard.csv"):
        for options in (("-o", table.with_name(name)), ("-o", "-", "--unmatched", table.with_name(name))):
            result = hwk("match", table, "--force", *map(str, options))
            assert result.exit_code == Exit.USAGE
            assert "this is the input" in result.stderr
    assert table.read_text() == TABLE
    result = hwk("match", table, "-o", table.with_name("a.csv"), "--unmatched", table.with_name("a.csv"))
    assert result.exit_code == Exit.USAGE


def test_an_existing_file_only_with_force(hwk: Callable[..., Result], table: Path) -> None:
    out = table.with_name("out.csv")
    out.write_text("old")
    out.chmod(0o640)
    result = hwk("match", table, "-o", out)
    assert result.exit_code == Exit.USAGE
    assert "write over it with --force" in result.stderr
    assert out.read_text() == "old"
    assert hwk("match", table, "-o", out, "--force").exit_code == 0
    assert out.read_text().startswith("Nr;")
    assert out.stat().st_mode & 0o777 == 0o640


def test_an_ending_must_say_a_form(hwk: Callable[..., Result], table: Path) -> None:
    for name in ("out", "out.doc", "out.xlsx.gz"):
        result = hwk("match", table, "-o", table.with_name(name))
        assert result.exit_code == Exit.USAGE
        assert "the ending says no format" in result.stderr


def test_rows_without_an_answer_go_to_a_file_of_their_own(hwk: Callable[..., Result], table: Path) -> None:
    rest = table.with_name("rest.csv")
    assert hwk("match", table, "-o", table.with_name("out.csv"), "--unmatched", rest).exit_code == 0
    assert [line.split(";")[0] for line in rest.read_text().splitlines()] == ["Nr", "2", "3"]
    for name in ("rest.jsonl", "rest.parquet", "rest.xlsx"):
        assert hwk("match", table, "--unmatched", table.with_name(name)).exit_code == 0
    assert pl.read_parquet(table.with_name("rest.parquet")).height == 2


def test_the_district_is_inside_or_outside(hwk: Callable[..., Result], table: Path) -> None:
    table.write_text("PLZ;Ort\n59174;Kamen\n10115;Berlin\n44135;Hamburg\n")
    lines = hwk("match", table, "--district").stdout.splitlines()
    assert lines[0] == "PLZ;Ort;hwk_district;hwk_how;hwk_candidates"
    assert [line.split(";")[2] for line in lines[1:]] == ["inside", "outside", ""]


def test_a_report_counts(hwk: Callable[..., Result], table: Path) -> None:
    out = table.with_name("out.csv")
    result = hwk("match", table, "-o", out, "--report", "--json")
    found = json.loads(result.stdout)
    assert found[0] == {"by": "how", "key": "postal_code+place", "name": "postal_code+place", "rows": 1}
    assert {"by": "chamber", "key": "00037", "name": "Handwerkskammer Dortmund", "rows": 1} in found
    assert {"by": "kreis", "key": "05978", "name": "Kreis Unna", "rows": 1} in found
    assert {"by": "kreis", "key": None, "name": None, "rows": 2} in found
    result = hwk("match", table, "--report", "--district")
    assert result.stdout.startswith("Nr;")
    assert "inside" in result.stderr
    german = hwk("match", table, "-o", out, "--force", "--report", "--lang", "de").stdout
    assert german.startswith("Nach ")


def test_standard_input_and_output(hwk: Callable[..., Result]) -> None:
    result = hwk("match", "-", "-o", "-", input=TABLE.encode())
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].startswith("1;=1+1;59174;Kamen;05978020")
    assert "hwk: standard input: utf-8" in result.stderr
    for words in (("match",), ("match", "-", "--unmatched", "-"), ("match", "x", "--lookup-table", "y.csv")):
        assert hwk(*words).exit_code == Exit.USAGE


def run(*words: str | Path, limit: int | None = None, **more: object) -> "subprocess.CompletedProcess[str]":
    def small() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [HWK, *words],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small,
        env={**os.environ, "LANG": "C.UTF-8"},
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["out.csv", "out.parquet", "out.jsonl", "out.xlsx", "out.csv.gz"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, name: str) -> None:
    rows = "".join(f"{at};{at * 7919 % 99991};59174;Kamen\n" for at in range(60_000))
    (tmp_path / "in.csv").write_text("Nr;Name;PLZ;Ort\n" + rows)
    done = run("match", tmp_path / "in.csv", "-o", tmp_path / name, limit=20_000)
    assert done.returncode == Exit.BAD_FILE, done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


def test_a_target_that_cannot_be_written(hwk: Callable[..., Result], table: Path) -> None:
    result = hwk("match", table, "-o", table.parent / "none" / "out.csv")
    assert result.exit_code == Exit.BAD_FILE
    assert "No such file or directory" in result.stderr
    folder = table.parent / "closed"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    assert hwk("match", table, "-o", folder / "out.csv").exit_code == Exit.BAD_FILE


def test_a_directory_is_no_target(hwk: Callable[..., Result], table: Path) -> None:
    (table.parent / "out.csv").mkdir()
    result = hwk("match", table, "-o", table.parent / "out.csv", "--force")
    assert result.exit_code == Exit.BAD_FILE
    assert not list(table.parent.glob(".hwk*"))


def test_a_reader_that_goes_is_no_error(table: Path) -> None:
    table.write_text(TABLE + "4;x;59174;Kamen\n" * 50_000)
    done = subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; '{HWK}' match '{table}' | head -1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Nr;")
    full = subprocess.run(
        ["/bin/bash", "-c", f"'{HWK}' match '{table}' > /dev/full"], capture_output=True, text=True, check=False
    )
    assert full.returncode == Exit.BAD_FILE
    assert "No space left on device" in full.stderr


def test_an_interrupt_leaves_no_half_file(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    with file.open("w") as out:
        out.write("Nr;Name;PLZ;Ort\n")
        for at in range(2_000_000):
            out.write(f"{at};Firma Nummer {at};59174;Kamen\n")
    process = subprocess.Popen([HWK, "match", file, "-o", tmp_path / "out.csv"], stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while not list(tmp_path.glob(".hwk*")) and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED, said
    assert "Traceback" not in said
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.long
def test_a_terminal_sees_how_far_long_work_is(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("Ort\n" + "".join(f"Xyzzyhausen{at}\n" for at in range(120_000)))
    pid, main = pty.fork()
    if pid == 0:
        os.execve(HWK, [str(HWK), "match", str(file), "-o", str(tmp_path / "out.csv")], {**os.environ, "TERM": "xterm"})
    seen = b""
    while select.select([main], [], [], 60)[0]:
        try:
            seen += os.read(main, 65536)
        except OSError:
            break
    os.close(main)
    os.waitpid(pid, 0)
    assert "━".encode() in seen
    assert b"120,000 rows, 0 answered" in seen


def test_without_the_extra_one_line_says_what_to_install(
    hwk: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for missing, words in (
        ("polars", ("match", str(table))),
        ("polars", ("match", "--lookup-table", "out.parquet")),
    ):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, missing, None)
            result = hwk(*words)
        assert result.exit_code == Exit.USAGE
        assert result.stderr.rstrip().endswith(f"; install it with: {call('match')}")


def test_what_has_no_name_of_its_own_gets_one_in_parquet() -> None:
    assert _unique(("a", "", "a", "a_2", "")) == ["a", "column_2", "a_3", "a_2", "column_5"]


@pytest.mark.slow
def test_what_a_sheet_cannot_hold_is_told(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "long.csv").write_text(f"PLZ;Text\n59174;{'x' * 40_000}\n")
    (tmp_path / "wide.csv").write_text("PLZ" + ";" * 16_380 + "\n59174\n")
    (tmp_path / "high.csv").write_text("PLZ\n" + "59174\n" * 30)
    monkeypatch.setattr("hwkcli.matching.work.SHEET_ROWS", 29)
    for name, message in (
        ("long", "a longer text than a sheet holds"),
        ("wide", "16,384 columns"),
        ("high", "29 rows"),
    ):
        result = hwk("match", tmp_path / f"{name}.csv", "-o", tmp_path / "out.xlsx")
        assert result.exit_code == Exit.BAD_FILE
        assert message in result.stderr
        assert not (tmp_path / "out.xlsx").exists()


def test_numbers_stay_numbers_in_a_sheet_where_it_can_hold_them(hwk: Callable[..., Result], tmp_path: Path) -> None:
    frame = pl.DataFrame({"PLZ": ["59174", "59174"], "n": [7, 2**60 + 1], "x": [0.5, float("nan")]})
    frame.write_parquet(tmp_path / "in.parquet")
    assert hwk("match", tmp_path / "in.parquet", "-o", tmp_path / "out.xlsx").exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in sheet["B"]] == ["n", 7, str(2**60 + 1)]
    assert [cell.value for cell in sheet["C"]] == ["x", 0.5, "NaN"]


def test_a_pipe_is_read_like_a_file(table: Path) -> None:
    line = f"'{HWK}' match <(cat '{table}')"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1].startswith("1;=1+1;59174;Kamen;05978020")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_little_work_shows_nothing_and_much_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    for number in (10, 200_000, 0):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        with _progress() as tell:
            tell(0, number)
        seen[number] = "hwk match" in terminal.getvalue()
    assert seen == {10: False, 200_000: True, 0: True}


def test_addresses_of_the_same_hash_are_not_mixed_up(
    hwk: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hwkcli.matching.annotate.xor", lambda one, other: pl.lit(0, pl.UInt64))
    result = hwk("match", table)
    assert result.exit_code == Exit.USAGE
    assert "split the table in two" in result.stderr
