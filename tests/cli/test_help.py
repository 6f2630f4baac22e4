"""Help pages, topics and examples."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from typer.testing import Result

from hwkcli.cli.examples import EXAMPLES
from hwkcli.cli.lazy import COMMANDS
from hwkcli.cli.topics import TOPICS
from hwkcli.errors import Exit
from hwkcli.output.formats import Format

Run = Callable[..., Result]
ROOT = Path(__file__).parent.parent.parent
CALLS = [call for examples in EXAMPLES.values() for call, _ in examples]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_page_has_examples_and_the_common_options_in_a_group(hwk: Run, name: str) -> None:
    page = hwk(name, "--help").stdout
    assert page == hwk("help", name).stdout == hwk(name, "-h").stdout
    assert page.startswith(f"Usage: hwk {name} [OPTIONS]")
    assert 2 <= len(EXAMPLES[name]) <= 3
    examples = page.split("\nExamples:\n")[1]
    for call, what in EXAMPLES[name]:
        assert f"  {call}\n      {what[:20]}" in examples
    assert "\nCommon options:\n" in page
    assert max(map(len, page.split("\n"))) <= 80


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_every_page_is_there_in_german(hwk: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    page = hwk(*name.split(), "--help", "--lang", "de").stdout
    assert page.startswith("Aufruf: hwk")
    assert page == hwk("--lang", "de", *(["help", name] if name else ["--help"])).stdout
    monkeypatch.setenv("HWK_LANG", "de")
    assert page == hwk(*name.split(), "--help").stdout
    assert "Usage" not in page
    assert "Gemeinsame Optionen:\n" in page


def test_the_overview_names_every_command_and_where_more_help_is(hwk: Run) -> None:
    overview = hwk("--help").stdout
    assert hwk("help").stdout == overview == hwk("-h").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in overview
    assert "hwk help exit-codes, environment and formats" in overview.replace("\n  ", " ")
    assert "..." not in overview.replace("[ARGS]...", "")
    nothing = hwk()
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (2, "", overview)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_topic_has_a_page(hwk: Run, topic: str, lang: str) -> None:
    page = hwk("help", topic, "--lang", lang)
    assert (page.exit_code, page.stderr) == (0, "")
    for term, _ in TOPICS[topic][1]:
        assert f"\n  {term}  " in page.stdout


def test_a_topic_may_be_a_german_word(hwk: Run) -> None:
    assert hwk("help", "Rückgabewerte").stdout == hwk("help", "exit-codes").stdout == hwk("help", "exit codes").stdout
    assert hwk("help", "umgebung").stdout == hwk("help", "environment").stdout


def test_the_topics_are_complete() -> None:
    assert [term for term, _ in TOPICS["exit-codes"][1]] == [str(int(code)) for code in Exit]
    assert {term for term, _ in TOPICS["formats"][1]} == {*map(str, Format)}


def test_no_help_on_what_is_not_there(hwk: Run) -> None:
    result = hwk("help", "nonsense")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("hwk: no help on 'nonsense'; there is: towns, kreise, ")


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
def test_every_example_answers(hwk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "data" / "districts.yaml", tmp_path / "my.yaml")
    for name in ("figures.yaml", "contacts.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path / name)
    program, *words = shlex.split(call.partition(" < ")[0])
    assert program == "hwk"
    with xlsxwriter.Workbook("firms.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Firma", "PLZ", "Ort"))
        sheet.write_row(1, 0, ("Muster", "59174", "Kamen"))
    result = hwk(*words, input="Kamen\n" if " < " in call else None)
    assert result.exit_code == 0
    if words[0] == "export":
        assert (tmp_path / words[1]).exists()
    else:
        assert result.stdout or (tmp_path / words[words.index("-o") + 1]).exists()


@pytest.mark.parametrize("words", [["--help"], ["help"], ["towns", "--help"]], ids=" ".join)
def test_without_docstrings_there_still_is_help(words: list[str]) -> None:
    """`python -OO` takes them away."""
    done = subprocess.run([sys.executable, "-OO", "-m", "hwkcli", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "towns" in done.stdout
