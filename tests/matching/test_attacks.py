"""Files that are damaged, or made to do harm: one line, exit code 5, nothing left, in little time and memory."""

import gzip
import io
import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from typer.testing import Result

from hwkcli.errors import Exit
from hwkcli.matching import contents, headings
from hwkcli.matching.annotate import answers
from hwkcli.matching.decision import resolver
from hwkcli.matching.read import package

HWK = Path(sys.executable).parent / "hwk"
TABLE = "PLZ;Ort\n59174;Kamen\n44135;Dortmund\n"
MIB = 1 << 20


def run(*words: str | Path, seconds: float = 60, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [HWK, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        env={**os.environ, "LANG": "C.UTF-8", **environment},
    )


def refused(file: Path, *options: str) -> str:
    """What is said of a file that cannot be read."""
    temporary = file.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = run("match", file, "-o", file.parent / "out.csv", *options, TMPDIR=str(temporary))
    assert done.returncode == Exit.BAD_FILE, done
    assert done.stdout == ""
    assert done.stderr.startswith(f"hwk: {file}: ")
    assert done.stderr.count("\n") == 1, done.stderr
    assert max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss - before, 0) < 1024 * 1024
    assert sorted(one.name for one in file.parent.iterdir()) == sorted((file.name, "tmp"))
    assert list(temporary.iterdir()) == []
    return done.stderr


def workbook(**parts: bytes) -> bytes:
    """A small workbook with some of its parts replaced, by the beginnings of their names."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for row, cells in enumerate((["PLZ", "Ort"], [59174, "Kamen"])):
            book.worksheets_objs or book.add_worksheet()
            book.worksheets_objs[0].write_row(row, 0, cells)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            stem = Path(one.filename).stem
            new.writestr(one.filename, parts.get(stem, old.read(one)))
    return out.getvalue()


def sheet(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


_HEADINGS = '<row r="1"><c r="A1" t="inlineStr"><is><t>PLZ</t></is></c></row>'
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def newer_zip(archive: bytes) -> bytes:
    """An archive that says that only a later version of the format can unpack it."""
    at = archive.index(b"PK\x01\x02") + 6
    return archive[:at] + b"\xb8" + archive[at + 1 :]


@pytest.mark.parametrize(
    "content",
    [
        workbook(sheet1=sheet(_HEADINGS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        workbook(sheet1=sheet(_HEADINGS + '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>')),
        workbook(sheet1=sheet(_HEADINGS)[:-30]),
        workbook(sheet1=b"\xff\xfe\x00"),
        workbook(sheet1=b""),
        workbook(workbook=b"<workbook/>"),
        workbook(workbook=_BOMB.encode() + b"<workbook>&j;</workbook>"),
        workbook()[:-200],
        workbook()[:1000],
        b"PK\x03\x04" + bytes(100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000,
        newer_zip(workbook(sheet1=sheet(_HEADINGS))),
    ],
    ids=[
        *("far cell", "huge column", "cut sheet", "no text", "empty sheet", "no sheets", "bomb", "cut", "cut more"),
        *("zip of zeros", "xls of zeros", "xls of ones", "newer zip"),
    ],
)
def test_a_damaged_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.xlsx").write_bytes(content)
    refused(tmp_path / "in.xlsx", "--max-memory", "1G")


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize(("at", "value"), [(6, 200), (8, 0x1), (8, 0x20), (8, 0x41), (10, 97), (10, 12), (16, 77)])
def test_a_package_that_asks_for_what_no_spreadsheet_does_is_refused(
    hwk: Callable[..., Result], tmp_path: Path, form: str, at: int, value: int
) -> None:
    """A byte in each head of a part changed: the version, the flags (encrypted, patched), the way of packing, the
    checksum (APPNOTE.TXT, 4.3.12)."""
    content = bytearray(workbook())
    if form == "ods":
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("content.xml", "<x/>")
        content = bytearray(made.getvalue())
    head = -1
    while (head := content.find(b"PK\x01\x02", head + 1)) >= 0:
        content[head + at] = value
    (tmp_path / "in").write_bytes(content)
    result = hwk("match", tmp_path / "in", "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (Exit.BAD_FILE, 1), result.stderr
    assert ("a password protects it" in result.stderr) == (at == 8 and value & 1 == 1)


def test_a_workbook_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    text = b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"x" * (60 * MIB)
    (tmp_path / "in.xlsx").write_bytes(workbook(sheet1=sheet(_HEADINGS)[:-30] + text))
    assert (tmp_path / "in.xlsx").stat().st_size < MIB
    assert "it has more than 20 MiB; allow more with --max-size" in refused(tmp_path / "in.xlsx", "--max-size", "20M")
    assert "packed in a way that spreadsheets are not" in refused(tmp_path / "in.xlsx")
    # The same where the archive lies about its sizes.
    content = (tmp_path / "in.xlsx").read_bytes().replace((len(text) + 200).to_bytes(4, "little"), bytes(4))
    (tmp_path / "in.xlsx").write_bytes(content)
    refused(tmp_path / "in.xlsx", "--max-memory", "300M")


@pytest.mark.slow
def test_many_parts_and_a_bomb_of_gzip_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as made:
        for number in range(10_001):
            made.writestr(f"{number}", b"")
    refused(tmp_path / "in.xlsx")
    (tmp_path / "in.xlsx").unlink()
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as out:
        for _ in range(100):
            out.write(b"0" * MIB)
    (tmp_path / "in.csv").write_bytes(packed.getvalue())
    assert "without a line break" in refused(tmp_path / "in.csv")
    with gzip.open(tmp_path / "in.csv", "wb", compresslevel=1) as out:
        out.write(TABLE.encode() * 400_000)
    assert "it has more than 5 MiB" in refused(tmp_path / "in.csv", "--max-size", "5M")


@pytest.mark.slow
def test_parquet_that_lies_is_refused_or_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    pl.DataFrame(
        {"PLZ": ["59174", "44135"] * 50, "Ort": ["Kamen", "Dortmund"] * 50, "n": list(range(100))}
    ).write_parquet(made)
    whole = made.getvalue()
    dice = Random(7)
    file, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    endings = []
    for number in range(8):
        content = bytearray(whole)
        for _ in range(1 + number % 3):
            # Most of what libraries trust stands at the end.
            at = dice.randrange(len(content) // 2 if number % 2 else 4, len(content) - 8)
            content[at] ^= 1 << dice.randrange(8)
        file.write_bytes(content[: dice.randrange(200, len(content))] + content[-8:] if number % 5 == 0 else content)
        done = run("match", file, "-o", out, "--max-memory", "1G")
        assert done.returncode in (0, Exit.USAGE, Exit.BAD_FILE), done
        assert "Traceback" not in done.stderr
        assert "panicked" not in done.stderr
        assert done.returncode == 0 or not out.exists()
        assert {one.name for one in tmp_path.iterdir()} <= {"in.parquet", "out.parquet"}
        out.unlink(missing_ok=True)
        endings.append(done.returncode)
    assert Exit.BAD_FILE in endings


@pytest.mark.parametrize("change", ["append", "cut", "replace", "remove"])
def test_a_file_that_changes_while_it_is_read_is_no_answer(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    file, out = tmp_path / "in.csv", tmp_path / "out.csv"
    file.write_text(TABLE)
    os.utime(file, (1, 1))
    first = answers

    def changed(*words: Any, **more: Any) -> object:
        made = first(*words, **more)
        if change == "append":
            with file.open("a") as more_rows:
                more_rows.write("10115;Berlin\n")
        elif change == "cut":
            os.truncate(file, 20)
        elif change == "replace":
            (tmp_path / "other").write_text(TABLE)
            (tmp_path / "other").replace(file)
        else:
            file.unlink()
        return made

    monkeypatch.setattr("hwkcli.matching.work.answers", changed)
    for words in (("-o", out), ()):
        file.write_text(TABLE)
        result = hwk("match", file, *words)
        assert result.exit_code == Exit.BAD_FILE, result.stderr
        assert result.stderr.splitlines()[-1].startswith(f"hwk: {file}: it changed while it was read")
        assert result.stdout == ""
        assert not list(tmp_path.glob("*out*"))
        assert not list(tmp_path.glob(".hwk*"))


@pytest.mark.slow
def test_of_two_runs_at_once_one_result_is_there_and_the_other_run_says_so(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("PLZ;Ort\n" + "59174;Kamen\n" * 20_000)
    for _ in range(2):
        both = [
            subprocess.Popen(
                [HWK, "match", tmp_path / "in.csv", "-o", tmp_path / "out.csv"], stderr=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        said = [one.communicate(timeout=120)[1] for one in both]
        assert sorted(one.returncode for one in both) == [0, Exit.USAGE], said
        assert any("out.csv exists; choose another file" in one for one in said)
        (tmp_path / "out.csv").unlink()
        assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


def test_nothing_is_left_where_a_run_is_killed(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    file = home / "in.csv"
    file.write_text("PLZ;Ort\n" + "59174;Kamen\n" * 1_500_000)
    environment = {**os.environ, "TMPDIR": str(temporary)}
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        process = subprocess.Popen(
            [HWK, "match", file, "-o", home / "out.csv"], stderr=subprocess.PIPE, text=True, env=environment
        )
        while not list(home.glob(".hwk*")):
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(0.1)
        for one in (*home.glob(".hwk*"), *temporary.iterdir()):
            assert one.stat().st_mode & 0o077 == 0
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        assert "Traceback" not in said
        assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
        if number != signal.SIGKILL:
            assert [one.name for one in home.iterdir()] == ["in.csv"]
            assert list(temporary.iterdir()) == []
    for one in (*home.glob(".hwk*"), *temporary.iterdir()):
        os.utime(one, (1, 1))
    small = home / "small.csv"
    small.write_text(TABLE)
    assert run("match", small, "-o", home / "out.csv", TMPDIR=str(temporary)).returncode == 0
    assert sorted(one.name for one in home.iterdir()) == ["in.csv", "out.csv", "small.csv"]
    assert list(temporary.iterdir()) == []


CLASSES = [
    " ",
    "\t",
    "0",
    "9",
    "a",
    "ä",
    "-",
    "(",
    ",",
    "=",
    '"',
    "\u0301",
    "\u200b",
    "\u202e",
    "\x01",
    "<",
    "<c>",
    "&",
]


@pytest.mark.parametrize("sign", CLASSES)
def test_a_long_cell_of_any_kind_takes_no_time(sign: str) -> None:
    known = contents.Contents(resolver())
    cells = [sign * 100_000, "59174" + sign * 100_000, "x" + sign * 100_000 + "59174", sign * 100_000 + "x"]
    started = time.process_time()
    for cell in cells:
        for test in known.tests.values():
            test(cell)
        known.is_titled_kreis(cell)
        headings.folded(cell)
        headings.by_heading([cell], "place")
        package._CELL.findall(f"<c>{cell}</c>".encode())
        package._CELL.findall(f"<c {cell}".encode())
    assert time.process_time() - started < 1


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"x", b"<", b"c", b"</a>"])
def test_a_cell_of_a_workbook_is_searched_once_however_long_it_is(content: bytes) -> None:
    rows = b'<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row><row r="2"><c r="A2" t="str"><v>'
    started = time.process_time()
    found = list(package._cells(io.BytesIO(rows + content * (20 * MIB // len(content)) + b"</v></c></row>"), False))
    assert time.process_time() - started < 2
    assert found[0] == (b' r="A1" t="e"', b"<v>#N/A</v>")


def test_a_table_of_long_cells_is_answered(hwk: Callable[..., Result], tmp_path: Path) -> None:
    rows = "".join(
        f"{one * 20_000};59174;Kamen\n59174;{one * 20_000};1{one * 20_000}x\n" for one in CLASSES if one != '"'
    )
    (tmp_path / "in.csv").write_text("AGS;PLZ;Ort\n" + rows + f"{'1' * 5000};59174;Kamen\n")
    started = time.process_time()
    result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert result.exit_code == 0, result.stderr
    assert time.process_time() - started < 10


def test_a_folder_for_temporary_files_that_is_full_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(TABLE * 20_000)
    line = f"ulimit -f 40; TMPDIR='{tmp_path}' '{HWK}' match '{tmp_path}/in.csv' > /dev/null"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == Exit.BAD_FILE
    assert done.stderr.splitlines()[-1] == (
        f"hwk: temporary folder {tmp_path}: File too large; free some space or name another folder with TMPDIR"
    )
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


def test_names_that_are_no_text_and_few_descriptors(tmp_path: Path) -> None:
    name = os.fsdecode(b"in\xff.csv")
    (tmp_path / name).write_text(TABLE)
    done = run("match", tmp_path / name, "-o", tmp_path / os.fsdecode(b"out\xff.csv"))
    assert done.returncode == 0, done.stderr
    assert "in\\xff.csv: utf-8" in done.stderr
    assert (tmp_path / os.fsdecode(b"out\xff.csv")).exists()
    for number in (8, 12):
        line = f"ulimit -n {number}; '{HWK}' match '{tmp_path / name}'"
        done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)
        assert done.returncode == Exit.BAD_FILE, done
        # What was recognised may have been said before.
        *said, failed = done.stderr.splitlines()
        assert "allow more open files (ulimit -n)" in failed
        assert len(said) <= 1


def test_a_folder_that_is_called_tilde_is_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "~"
    home.mkdir()
    (home / "in.csv").write_text(TABLE)
    line = f"cd '{tmp_path}'; '{HWK}' match '~/in.csv' -o '~/out.parquet'"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert pl.read_parquet(home / "out.parquet").height == 2


def test_a_table_is_not_poured_over_its_own_input(tmp_path: Path) -> None:
    for line in ("in.csv >> in.csv", "in.csv 1<> in.csv", "- < in.csv >> in.csv"):
        (tmp_path / "in.csv").write_text(TABLE)
        done = subprocess.run(
            ["/bin/bash", "-c", f"cd '{tmp_path}'; '{HWK}' match {line}"], capture_output=True, text=True, check=False
        )
        assert done.returncode == Exit.USAGE
        assert done.stderr == "hwk: standard output: this is the input; write to another file\n"
        assert (tmp_path / "in.csv").read_text() == TABLE
