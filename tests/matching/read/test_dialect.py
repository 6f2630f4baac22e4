"""How a text is split, and where its headings are."""

import gzip
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from texts import TABLE, Annotate
from typer.testing import Result

from hwkcli.errors import Exit

HWK = Path(sys.executable).parent / "hwk"


@pytest.mark.parametrize(
    ("content", "delimiter", "said"),
    [
        (TABLE.encode(), ";", "utf-8, split by semicolon, headings in row 1; postal code: PLZ, place: Ort"),
        (TABLE.replace(";", ",").encode(), ",", "split by comma"),
        (TABLE.replace(";", "\t").encode(), "\t", "split by tab"),
        (TABLE.replace(";", "|").encode(), "|", "split by bar"),
        (b"\xef\xbb\xbf" + TABLE.encode(), ";", "utf-8-sig"),
        (TABLE.encode("cp1252"), ";", "cp1252"),
        (TABLE.encode("utf-16"), ";", "utf-16"),
        (TABLE.encode("utf-16-be"), ";", "utf-16-be"),
        (TABLE.encode("utf-16-le"), ";", "utf-16-le"),
        (f"Chóśebuz – Stand: 2024;;\n\n{TABLE}".encode("utf-16-le"), ";", "utf-16-le"),
        (TABLE.replace("\n", "\r\n").encode(), ";", "headings in row 1"),
        (TABLE.replace("\n", "\r").encode(), ";", "headings in row 1"),
        (TABLE.rstrip("\n").encode(), ";", "headings in row 1"),
        (f"sep=;\r\n{TABLE}".encode(), ";", "headings in row 2"),
        (gzip.compress(TABLE.encode(), mtime=0), ";", "utf-8"),
        (f"Adressen der Mitglieder\n\nStand: 2024;;\n{TABLE}".encode(), ";", "headings in row 4"),
        (f"{TABLE}\n\n".encode(), ";", "headings in row 1"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_what_a_text_file_is_like_is_found_out(annotate: Annotate, content: bytes, delimiter: str, said: str) -> None:
    head, rows, heard = annotate(content, delimiter=delimiter)
    assert head == ["Nr", "PLZ", "Ort"]
    assert [row[:4] for row in rows] == [["1", "59174", "Kamen", "05978020"], ["2", "59199", "Bönen", "05978008"]]
    assert said in heard
    assert "2 rows, 2 answered" in heard


def test_what_is_found_out_can_be_set(annotate: Annotate, hwk: Callable[..., Result], tmp_path: Path) -> None:
    content = "x\nNr#PLZ#Ort\n1#59199#Bönen\n".encode("latin-1")
    head, rows, _ = annotate(content, "--delimiter", "#", "--encoding", "latin-1", "--header-row", "2", delimiter="#")
    assert (head, rows[0][:4]) == (["Nr", "PLZ", "Ort"], ["1", "59199", "Bönen", "05978008"])
    head, rows, _ = annotate(b"59174\tKamen\n", "--header-row", "0", "--delimiter", "\\t", delimiter="\t")
    assert (head, rows[0][2]) == (["column_1", "column_2"], "05978020")
    for option, value, message in (
        ("--delimiter", ";;", "one sign"),
        ("--encoding", "klingon", "no encoding 'klingon'"),
        ("--header-row", "9", "there are no headings"),
    ):
        result = hwk("match", tmp_path / "in.csv", option, value)
        assert result.exit_code in (Exit.USAGE, Exit.BAD_FILE)
        assert message in result.stderr
    (tmp_path / "in.csv").write_bytes(TABLE.encode("cp1252"))
    result = hwk("match", tmp_path / "in.csv", "--encoding", "utf-8")
    assert result.exit_code == Exit.BAD_FILE
    assert "not UTF-8 near line 3; name its encoding with --encoding" in result.stderr
    (tmp_path / "in.csv").write_bytes(b"PLZ;Ort\n59174;\x81\n")
    result = hwk("match", tmp_path / "in.csv")
    assert "not cp1252 near line" in result.stderr


def test_a_comma_now_and_then_is_no_delimiter(annotate: Annotate) -> None:
    head, rows, heard = annotate(b"Ort\nKamen\nNeustadt, Hessen\nDortmund\nUnna\n")
    assert (head, len(rows)) == (["Ort"], 4)
    assert rows[1][:2] == ["Neustadt, Hessen", "06534016"]
    assert "4 rows, 4 answered" in heard


def test_headings_alone_give_headings(annotate: Annotate) -> None:
    head, rows, heard = annotate(b"PLZ;Ort")
    assert (head, rows) == (["PLZ", "Ort"], [])
    assert "0 rows, 0 answered" in heard


def test_a_value_among_the_rows_is_no_heading(annotate: Annotate) -> None:
    content = "Nr;Sitz der Kommune;Code;Typ\n" + "1;Bönen;59199;Landgemeinde\n" * 150 + "2;Kamen;59174;Stadt\n"
    names, rows, _ = annotate(content.encode())
    assert names[:4] == ["Nr", "Sitz der Kommune", "Code", "Typ"]
    assert len(rows) == 151
    assert rows[-1][4] == "05978020"


def test_headings_of_some_columns_only_are_no_row(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As tables of statistics have them: titles, headings of the figures alone, and footnotes."""
    rows = ("DG;Deutschland;84358845;41000", "05978;Unna;396035;1", "05766;Lippe;349000;1", "12060;Barnim;190000;1")
    (tmp_path / "in.csv").write_text("\n".join(("Table 1", "Figures", ";;insgesamt;weiblich", *rows, "____", "Note")))
    result = hwk("match", tmp_path / "in.csv", "-f", "csv")
    assert "headings in row 3; key: column 1" in result.stderr
    keys = [line.split(";")[6] for line in result.stdout.splitlines()]
    assert keys == ["hwk_kreis_key", "", "05978", "05766", "12060", "", ""]


def test_a_table_without_headings_is_answered_whole(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("59174;Kamen\n44135;Dortmund\n")
    lines = hwk("match", tmp_path / "in.csv", "--header-row", "0").stdout.splitlines()
    assert [line.split(";")[2] for line in lines[1:]] == ["05978020", "05913000"]


def test_headings_may_be_longer_than_the_first_look(hwk: Callable[..., Result], tmp_path: Path) -> None:
    long = "x" * 600_000
    (tmp_path / "in.csv").write_text(f"PLZ;Ort;{long};{long}y\n59174;Kamen;1;2\n59174;Kamen;1;2\n")
    first, *rows = (line.split(";") for line in hwk("match", tmp_path / "in.csv").stdout.splitlines())
    assert [len(name) for name in first[:4]] == [3, 3, 600_000, 600_001]
    assert [row[4] for row in rows] == ["05978020"] * 2
