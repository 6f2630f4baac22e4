import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.matching.columns import ANSWERS

Rows = list[list[str]]


@pytest.fixture
def annotate(hwk: Callable[..., Result], tmp_path: Path) -> Callable[..., tuple[list[str], Rows, str]]:
    """Annotates a file of some bytes; gives the headings, the rows, and what was said."""

    def run(content: bytes, *options: str, name: str = "in.csv", delimiter: str = ";") -> tuple[list[str], Rows, str]:
        file = tmp_path / name
        file.write_bytes(content)
        result = hwk("match", file, *options)
        assert result.exit_code == 0, result.stderr
        head, *rows = csv.reader(io.StringIO(result.stdout_bytes.decode(), newline=""), delimiter=delimiter)
        assert head[-len(ANSWERS) :] == list(ANSWERS)
        assert {len(row) for row in rows} <= {len(head)}
        return head[: -len(ANSWERS)], rows, result.stderr

    return run
