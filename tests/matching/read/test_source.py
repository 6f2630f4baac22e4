"""Rows of texts, read as they are, and row by row."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import Annotate
from typer.testing import Result

from hwkcli.errors import Exit
from hwkcli.matching.read.mend import mended
from hwkcli.matching.read.recognise import recognise
from hwkcli.matching.read.taken import take
from hwkcli.matching.task import Ways


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("cell", ["x", "x" * 2000, '"x"'], ids=["short", "long", "quoted"])
def test_the_first_rows_of_a_long_text_are_those_of_the_table(tmp_path: Path, end: str, cell: str) -> None:
    lines = [
        "Liste",
        "Nr;PLZ;Ort;Name",
        *(f"{at};59174;Kamen;{cell}" for at in range(60_000 if cell == "x" else 9_000)),
    ]
    lines[5], lines[9] = "", "7;59174"
    (tmp_path / "in.csv").write_text(end.join(lines), encoding="utf-8", newline="")
    found = recognise(take(tmp_path / "in.csv", tmp_path, 1 << 30), Ways(), tmp_path, 1 << 30, lambda *_: True)
    assert found.first(1000).collect().equals(found.frame.head(1000).collect())


@pytest.mark.parametrize(
    "row",
    ['1;5" Rohr;59174;Kamen', '1;"Meier" & Co;59174;Kamen', '1;"Meier;59174;Kamen', '1;Me"ier";59174;Kamen'],
)
def test_stray_quotation_marks_stay_and_swallow_nothing(annotate: Annotate, row: str) -> None:
    content = f'Nr;Firma;PLZ;Ort\n{row}\n2;B;59199;Bönen\n3;6" Rohr;59174;Kamen\n'.encode()
    head, rows, heard = annotate(content)
    assert head == ["Nr", "Firma", "PLZ", "Ort"]
    assert [row[1] for row in rows] == [row.split(";")[1], "B", '6" Rohr']
    assert [row[4] for row in rows] == ["05978020", "05978008", "05978020"]
    assert heard.count("split by") == 1


def test_short_rows_are_filled_and_blank_lines_are_none(annotate: Annotate) -> None:
    _, rows, _ = annotate(b"PLZ;Ort;Nr\n59174\n\n59174;Kamen;3\n;;\n")
    assert [row[:3] for row in rows] == [["59174", "", ""], ["59174", "Kamen", "3"], ["", "", ""]]
    _, rows, _ = annotate(b"PLZ;Ort\n59174;Kamen;;\n59199;B\xc3\xb6nen\n")
    assert [row[:2] for row in rows] == [["59174", "Kamen"], ["59199", "Bönen"]]


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('ab;"\n\r,é '), max_size=6), min_size=3, max_size=3), min_size=1, max_size=6
    )
)
@settings(deadline=None, max_examples=200)
def test_mending_changes_no_cell_of_a_well_formed_table(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("mend")
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    (folder / "in").write_text(text.getvalue(), newline="")
    unreadable = mended(folder / "in", ";", 0, 3, folder / "out")
    found = list(csv.reader(io.StringIO((folder / "out").read_bytes().decode(), newline=""), delimiter=";"))
    assert found == [[*row, ""] for row in rows]
    assert unreadable == []


def test_a_file_of_two_encodings_is_refused_and_not_garbled(hwk: Callable[..., Result], tmp_path: Path) -> None:
    first, last = "1;59199;Bönen\n".encode(), "2;59199;Bönen\n".encode("cp1252")
    for number in (3, 400_000):
        (tmp_path / "in.csv").write_bytes(b"Nr;PLZ;Ort\n" + first * number + last)
        result = hwk("match", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
        assert result.exit_code == Exit.BAD_FILE
        assert f"not UTF-8 near line {number + 2}; name its encoding with --encoding" in result.stderr
        assert not (tmp_path / "out.csv").exists()


def test_marks_inside_cells_are_kept_and_part_no_rows(annotate: Annotate) -> None:
    content = (
        'PLZ;Ort;Firma\n59174;Kamen;"Meier" & "Sohn"\n59174;Kamen;"Haus "Rose""\n'
        '44135;Dortmund;"x"y"\n58452;Witten;normal\n58300;Wetter;z"\n59174;Kamen;"gut ""so"""\n'
    )
    _, rows, _ = annotate(content.encode())
    assert [row[2] for row in rows] == ['"Meier" & "Sohn"', '"Haus "Rose""', '"x"y"', "normal", 'z"', 'gut "so"']
