"""The files that people have."""

import csv
import gzip
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from texts import TABLE, Annotate
from typer.testing import Result

from hwkcli.errors import Exit
from hwkcli.extras import call

HWK = Path(sys.executable).parent / "hwk"


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252", "iso8859-15"])
def test_encodings_of_before_are_told_by_their_umlauts(annotate: Annotate, encoding: str) -> None:
    table = "Name;PLZ;Ort\nMüller & Söhne;80331;München\nGroß;50667;Köln\nÄrger;59199;Bönen\nJäger;44135;Dortmund\n"
    _, rows, said = annotate(table.encode(encoding))
    assert [row[1:4] for row in rows[:2]] == [["80331", "München", "09162000"], ["50667", "Köln", "05315000"]]
    assert rows[0][0] == "Müller & Söhne"
    assert f": {encoding if encoding != 'iso8859-15' else 'cp1252'}, " in said


def test_every_cell_comes_back_as_it_was(annotate: Annotate) -> None:
    cells = [
        'Müller "Bau"',
        "a;b",
        "two\nlines",
        "two\r\nlines",
        "=1+1",
        " blank ",
        "",
        "ß€",
        "007",
        "1.0",
        "'x",
        "\\n",
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(["", "PLZ", "Name", "Name", "Ort", ""])
    writer.writerows([str(at), "59174", cell, cell, "Kamen", ""] for at, cell in enumerate(cells))
    head, rows, _ = annotate(text.getvalue().encode())
    assert head == ["", "PLZ", "Name", "Name", "Ort", ""]
    assert [row[2:4] for row in rows] == [[cell, cell] for cell in cells]
    assert {row[6] for row in rows} == {"05978020"}


def refused(hwk: Callable[..., Result], file: Path, *options: str) -> str:
    result = hwk("match", file, "-o", file.with_name("out.csv"), *options)
    assert result.exit_code == Exit.BAD_FILE, result.stderr
    assert not file.with_name("out.csv").exists()
    assert not list(file.parent.glob(".hwk*"))
    return result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "there are no headings"),
        (b"PLZ;Ort\n59174;Kam\0en\n", "line 2 has a NUL byte"),
        (gzip.compress(TABLE.encode() * 100, mtime=0)[:60], "the gzip file is broken"),
        (b"\x1f\x8b\x08rest", "the gzip file is broken"),
        (b"PAR1 and nothing", "name a file that can be read"),
        (b"PK\x03\x04 and nothing", "this is a workbook that is cut off or damaged; get it once more"),
        (b'{"plz": 1}\n{"plz": \n', "line 2 is no JSON"),
        (b'{"plz": 1}\n[]\n', "line 2 is no JSON object"),
    ],
)
def test_a_bad_file_is_told_with_its_line(
    hwk: Callable[..., Result], tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    said = refused(hwk, tmp_path / "in.csv")
    assert message in said
    assert str(tmp_path / "in.csv") in said


def test_a_directory_and_a_missing_file(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert "this is a directory" in refused(hwk, tmp_path / "in")
    assert "No such file" in refused(hwk, tmp_path / "missing.csv")


def sheet(file: Path, rows: list[list[Any]], *more: str) -> Path:
    with xlsxwriter.Workbook(file) as book:
        for name in more:
            book.add_worksheet(name)
        made = book.add_worksheet("Daten")
        for at, row in enumerate(rows):
            made.write_row(at, 0, row)
    return file


def test_a_spreadsheet_with_titles_before_its_headings(hwk: Callable[..., Result], tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Verzeichnis der Ladepunkte"],
        [],
        ["Stand: 19.07.2019"],
        [],
        ["Allgemeine Angaben", "", "", "", "Ladepunkt"],
        ["Betreiber", "Adresse", "Postleitzahl Ort", "Anzahl", "Art", "kW"],
        ["A", "Weg 1", "59174 Kamen", 2, "AC", 22.5],
        ["B", "Weg 2", "44135 Hamburg", 1, "AC", 11],
    ]
    file = sheet(tmp_path / "in.xlsx", rows)
    result = hwk("match", file)
    assert "sheet 'Daten', headings in row 6; postal code: Postleitzahl Ort" in result.stderr
    head, *found = csv.reader(io.StringIO(result.stdout), delimiter=";")
    assert head[:6] == rows[5]
    assert found[0][:7] == ["A", "Weg 1", "59174 Kamen", "2", "AC", "22.5", "05978020"]
    assert [row[13] for row in found] == ["postal_code+place", "conflict"]


def test_a_sheet_is_chosen_by_name_or_number(hwk: Callable[..., Result], tmp_path: Path) -> None:
    file = sheet(tmp_path / "in.xlsx", [["PLZ", "Ort"], [59174, "Kamen"], ["", ""]], "Leer")
    for choice in ("Daten", "2"):
        result = hwk("match", file, "--sheet", choice)
        assert result.stdout.splitlines()[1].startswith("59174;Kamen;05978020;")
        assert "1 row, 1 answered" in result.stderr
    for choice in ("Fehlt", "3"):
        result = hwk("match", file, "--sheet", choice)
        assert result.exit_code == Exit.USAGE
        assert f"no sheet {choice!r}" in result.stderr or "there are 2" in result.stderr
    assert "not read: 'Leer'" in hwk("match", file).stderr


def test_parquet_keeps_its_types_and_takes_numbers(hwk: Callable[..., Result], tmp_path: Path) -> None:
    frame = pl.DataFrame({"plz": [1067, 59174], "ort": ["Dresden", "Kamen"], "tags": [["a"], []], "x": [1.5, None]})
    frame.write_parquet(tmp_path / "in.parquet")
    assert hwk("match", tmp_path / "in.parquet", "-o", tmp_path / "out.parquet").exit_code == 0
    made = pl.read_parquet(tmp_path / "out.parquet")
    assert made.select(frame.columns).equals(frame)
    assert made["hwk_ags"].to_list() == ["14612000", "05978020"]
    for name in ("out.csv", "out.xlsx"):
        result = hwk("match", tmp_path / "in.parquet", "-o", tmp_path / name)
        assert result.exit_code == Exit.BAD_FILE
        assert "holds lists or records; write .parquet or .jsonl instead" in result.stderr
    assert hwk("match", tmp_path / "in.parquet", "-o", tmp_path / "out.jsonl").exit_code == 0
    assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["tags"] == ["a"]
    result = hwk("match", tmp_path / "in.parquet", "--place", "tags")
    assert result.exit_code == Exit.USAGE
    assert "column 'tags' holds lists or records" in result.stderr


def test_lines_of_json_stay_as_they_are(hwk: Callable[..., Result], tmp_path: Path) -> None:
    lines = [
        '{"plz": 1067, "ort": "Dresden", "n": {"b": [1, 2.50]}}',
        '{ "plz":"59174" }  ',
        "{}",
        '{"ort": null, "n": 1}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join([*lines, ""]))
    result = hwk("match", tmp_path / "in.jsonl")
    assert result.exit_code == 0, result.stderr
    made = result.stdout.splitlines()
    for line, new in zip(lines, made, strict=True):
        assert new.startswith(line.rstrip()[:-1].rstrip())
        old, found = json.loads(line), json.loads(new)
        assert {key: found[key] for key in old} == old
        assert len(found) == len(old) + 9
    assert [json.loads(line)["hwk_how"] for line in made] == ["postal_code+place", "postal_code", "", "none"]
    hwk("match", tmp_path / "in.jsonl", "-o", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text().splitlines()[1].startswith("1067;Dresden;[1,2.50];;14612000")
    hwk("match", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl.gz")
    assert gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()).decode().splitlines() == made


@pytest.mark.parametrize(
    ("name", "content", "words", "message"),
    [
        (
            "in.csv",
            b"59174;Kamen\n",
            (),
            "the headings have a postal code, '59174'; say with --header-row",
        ),
        ("in.csv", b"PLZ;Ort\n59174;Kamen\n", ("--encoding", "utf-16"), "not utf-16"),
        ("in.csv", b"PLZ;Ort\n59174;Kamen\n", ("--delimiter", "x"), "--delimiter takes one sign"),
        ("in.json", b'[{"PLZ": "59174"},\n{"PLZ": "44135"},]', (), "object 3 is no JSON"),
        ("in.json", b'[{"PLZ": "59174"},\n3]', (), "object 2 is no JSON object"),
        ("in.js", b'var a = [{"plz": "59174"}];\n', (), "this is JavaScript; save what is in its brackets"),
        ("in.js", b'callback({"plz": "59174"})\n', (), "this is JavaScript"),
        ("in.asc", b"102023013101            Schleswig-Holstein\n", (), "the register of municipalities (GV100)"),
        (
            "in.xlsx",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:47cc463b1045960a\nsize 73742\n",
            (),
            "this is no table, but the place of one that Git LFS keeps; download the table itself",
        ),
        ("in.tsv", b"freq,unit,geo\\TIME_PERIOD\t2020\nA,NR,DEA5C\t1\n", (), "this is a TSV of Eurostat"),
        ("in.sql", b"INSERT INTO plz VALUES ('59174','Kamen');\n", (), "a dump of a database in SQL"),
        ("in.kml", b'<?xml version="1.0"?>\n<kml xmlns="x"><Placemark>', (), "a map in XML (KML, GPX, GML); get it as"),
        ("in.html", b"<!DOCTYPE html><table>", (), "this is a web page or XML"),
        ("in.pdf", b"%PDF-1.4 ...", (), "this is a PDF file"),
        ("in.vcf", b"BEGIN:VCARD\nADR:;;;Kamen;;59174;\nEND:VCARD\n", (), "contacts or dates (vCard); export them"),
        ("in.dbf", b"\x03\x7b\x01\x02\0\0", (), "this is a dBase table; open it in a spreadsheet program"),
        # Columns that do not stand below each other.
        ("in.txt", b"Id Name Land\n-- ---- ----\n 4 Aach BW\n 5 Ulm BW\n", (), "its columns are parted by blanks"),
        ("in.rds", gzip.compress(b"X\n\0\0\0\3", mtime=0), (), "this is an R object; write the table with write.csv"),
        ("in.rtf", b"{\\rtf1 Kamen}", (), "this is a text document; copy the table into a spreadsheet"),
        ("in.sql", b"-- MySQL dump\nINSERT INTO `a` (`plz`) VALUES ('59174');\n", (), "a dump of a database in SQL"),
        ("in.yaml", b'- plz: "59174"\n  ort: Kamen\n', (), "this is YAML; write the table as CSV or JSON"),
        ("in.json", b'// x\n/* y\n */\n[{"PLZ": "59174"}]\n', (), "this is JSON with comments, which JSON has not"),
        ("in.jsonl", b'{"PLZ": "59174", "x": NaN}\n', (), "line 1 is no JSON (NaN is no number)"),
        ("in.jsonl", b'{"PLZ": "59174", "x": "\\ud800"}\n', (), "line 1 is no JSON"),
        ("in.jsonl", b'{"PLZ": ' + b"[" * 100_000 + b"\n", (), "line 1 is no JSON"),
    ],
)
def test_what_is_no_table_of_addresses_is_told(
    hwk: Callable[..., Result], tmp_path: Path, name: str, content: bytes, words: tuple[str, ...], message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = hwk("match", tmp_path / name, *words, "-o", tmp_path / "out.csv")
    assert result.exit_code in (Exit.USAGE, Exit.BAD_FILE)
    assert message in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_spreadsheet_needs_its_reader(
    hwk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sheet(tmp_path / "in.xlsx", [["PLZ"], ["59174"]])
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    result = hwk("match", file)
    assert result.exit_code == Exit.USAGE
    assert result.stderr == f"hwk: this needs python-calamine; install it with: {call('match')}\n"


def test_closed_streams_are_told(tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text(TABLE)
    for line in (f"'{HWK}' match - <&-", f"'{HWK}' match '{table}' >&-"):
        done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)
        assert done.returncode == Exit.BAD_FILE
        assert re.fullmatch("hwk: standard (input|output): it is closed; .*\n", done.stderr)
