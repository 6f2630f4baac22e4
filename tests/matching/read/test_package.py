"""The ZIP archives that workbooks are: which are none, and what stands in their parts beside the values."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.errors import BadFile, Exit
from hwkcli.matching.read import package


def test_packages_that_hold_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as made:
        made.writestr("a", bytes(100))
        made.writestr("b", bytes(100))
    package.check_sizes(tmp_path / "in.xlsx", "in", 200)
    with pytest.raises(BadFile, match="it has more than 199 bytes"):
        package.check_sizes(tmp_path / "in.xlsx", "in", 199)
    monkeypatch.setattr(package, "_MOST_PARTS", 1)
    with pytest.raises(BadFile, match="it has more than"):
        package.check_sizes(tmp_path / "in.xlsx", "in", 200)


def test_an_archive_is_no_workbook(hwk: Callable[..., Result], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        made.writestr("in.csv", "PLZ;Ort\n59174;Kamen\n")
    result = hwk("match", tmp_path / "in.zip")
    assert result.exit_code == Exit.BAD_FILE
    assert "a ZIP archive and no workbook; unpack it" in result.stderr


def test_cells_of_a_row_that_never_ends_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_PART", 64)
    monkeypatch.setattr(package, "_LONGEST_ROW", 100)
    cells = b"".join(b'<c r="A%d" t="e"><v>#N/A</v></c>' % number for number in range(1, 50))
    found = package._hidden(io.BytesIO(b"<row>" + cells), {})
    assert found.shown == {(number, 0): "#N/A" for number in range(49)}
