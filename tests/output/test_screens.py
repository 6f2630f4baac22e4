"""What answers look like at four widths, kept in `screens/`: python tests/output/test_screens.py writes them again."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hwkcli.cli.app import app

SCREENS = Path(__file__).parent / "screens"
WIDTHS = (60, 80, 100, 140)
MOST = 30
"""Of a longer answer, so many lines are kept, and the last one."""

COMMANDS = (
    *("towns", "towns --kreis Unna", "kreise", "kreise --stats businesses", "chambers", "find Neustadt"),
    *("chamber Neustadt", "contact", "contact --list", "stats", "sources"),
)


def screen(command: str, width: int) -> str:
    """What a command prints at a width, in German."""
    environ = {"COLUMNS": str(width), "HWK_LANG": "de"}
    return CliRunner().invoke(app, command.split(), env=environ, prog_name="hwk").stdout


def kept(command: str) -> str:
    """The screens of a command below each other."""
    parts = []
    for width in WIDTHS:
        lines = screen(command, width).rstrip("\n").split("\n")
        if len(lines) > MOST:
            lines = [*lines[: MOST - 1], "[...]", lines[-1]]
        parts.append("\n".join((f"== {width} " + "=" * (width - 6), *lines)))
    return "\n".join(parts) + "\n"


def file_of(command: str) -> Path:
    return SCREENS / f"{command.replace(' --', '-').replace(' ', '-').lower()}.txt"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_screen_looks_as_it_did(command: str) -> None:
    assert kept(command) == file_of(command).read_text(encoding="utf-8"), f"python {Path(__file__).name} renews it"


def test_a_row_is_a_line() -> None:
    for width in WIDTHS:
        for command, rows in (("chambers", 53), ("chamber Neustadt", 21), ("find Neustadt", 20)):
            lines = screen(command, width).split("\n")
            rule = next(at for at, line in enumerate(lines) if line.startswith("──"))
            assert lines.index("", rule) - rule - 1 == rows, (command, width)


if __name__ == "__main__":
    SCREENS.mkdir(exist_ok=True)
    for one in COMMANDS:
        file_of(one).write_text(kept(one), encoding="utf-8")
