import csv
import gc
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from typer.testing import CliRunner, Result

import hwkcli
from hwkcli.cli.app import app
from hwkcli.matching import columns

# How long an example takes says nothing of it on a busy machine.
hypothesis.settings.register_profile("hwk", deadline=None)
hypothesis.settings.load_profile("hwk")

# Where nohup runs the tests, or a shell in the background, what they start would ignore these signals, too.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "districts.yaml"

# What the tests start is of this checkout, also where the environment has another one installed.
os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
# Hundreds of processes compile the same modules otherwise, each for itself, as no user's do.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """What is there for all tests is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Coverage is that of the quick tests: the slow ones go through the same lines thousands of times. (In a process of
    pytest-xdist the marker `no_cover` of pytest-cov stops one of two measurements only.)"""
    tracer = sys.gettrace()
    if item.get_closest_marker("slow"):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine that runs the tests gets into an answer."""
    for name in ("HWK_DATA", "HWK_FORMAT", "HWK_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def district() -> hwkcli.District:
    return hwkcli.load()


@pytest.fixture
def hwk() -> Callable[..., Result]:
    """Runs the command line in this process."""

    def run(*words: str | os.PathLike[str], input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(app, [os.fspath(word) for word in words], input=input, prog_name="hwk")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def records(hwk: Callable[..., Result]) -> Callable[..., list[dict[str, Any]]]:
    """Runs the command line with --json, and reads what it prints."""

    def run(*words: str) -> list[dict[str, Any]]:
        result = hwk(*words, "--json")
        assert result.exit_code == 0, result.stderr
        answer: list[dict[str, Any]] = json.loads(result.stdout)
        return answer

    return run


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """The shipped data file with some of its text replaced, as a file of its own, with the files that it names."""

    def edit(*replacements: tuple[str, str]) -> Path:
        text = DATA.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new, 1)
        file = tmp_path / "own.yaml"
        file.write_text(text, encoding="utf-8")
        for name in ("figures.yaml", "contacts.yaml"):
            (tmp_path / name).write_bytes((DATA.parent / name).read_bytes())
        return file

    return edit


@pytest.fixture
def rows(hwk: Callable[..., Result]) -> Callable[..., tuple[list[list[str]], str]]:
    """Annotates a file with `hwk match`; gives all rows, and what was said."""

    def run(file: Path, *options: str) -> tuple[list[list[str]], str]:
        result = hwk("match", file, *options)
        assert result.exit_code == 0, result.stderr
        return list(csv.reader(io.StringIO(result.stdout), delimiter=";")), result.stderr

    return run


@pytest.fixture
def annotate(hwk: Callable[..., Result], tmp_path: Path) -> Callable[..., tuple[list[str], list[list[str]], str]]:
    """Annotates a file of some bytes; gives the headings, the rows, and what was said."""

    answers = [columns.PREFIX + name for name in columns.ANSWERS]

    def run(
        content: bytes, *options: str, name: str = "in.csv", delimiter: str = ";"
    ) -> tuple[list[str], list[list[str]], str]:
        file = tmp_path / name
        file.write_bytes(content)
        result = hwk("match", file, *options)
        assert result.exit_code == 0, result.stderr
        head, *rows = csv.reader(io.StringIO(result.stdout_bytes.decode(), newline=""), delimiter=delimiter)
        assert head[-len(answers) :] == answers
        assert {len(row) for row in rows} <= {len(head)}
        return head[: -len(answers)], rows, result.stderr

    return run
