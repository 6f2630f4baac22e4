"""The documents say what is so."""

import doctest
import html
import json
import os
import re
import runpy
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from hwkcli.cli.lazy import COMMANDS
from hwkcli.errors import Exit

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_example_prints_what_the_readme_says() -> None:
    renew = runpy.run_path(str(ROOT / "scripts" / "readme.py"))["renew"]
    assert renew(README) == README, "python scripts/readme.py writes the examples anew"
    assert README.count("\n$ hwk ") >= 15


def test_every_python_example_gives_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.failed == 0
    assert results.attempted >= 5


def test_every_command_has_an_example() -> None:
    for name in COMMANDS:
        assert f"### `hwk {name}" in README
        assert re.search(rf"^\$ (.* )?hwk {name}", README, re.MULTILINE), name


def test_the_picture_shows_what_the_command_prints() -> None:
    picture = runpy.run_path(str(ROOT / "scripts" / "picture.py"))
    for name, command in picture["PICTURES"].items():

        def words(svg: str) -> list[str]:
            texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
            return html.unescape(" ".join(texts)).split()

        kept = (ROOT / "docs" / f"{name}.svg").read_text(encoding="utf-8")
        assert words(kept) == words(picture["draw"](command)), "python scripts/picture.py draws it anew"
        assert f"docs/{name}.svg" in README
        assert "http" not in kept.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")


def test_the_man_pages_are_those_of_the_help() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "manpage.py"))
    for lang, file in made["FILES"].items():
        assert file.read_text(encoding="utf-8") == made["manual"](lang), "python scripts/manpage.py writes them again"


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
@pytest.mark.parametrize("name", ["hwk.1", "hwk.de.1"])
def test_the_man_pages_are_shown_without_a_warning(name: str) -> None:
    words = ["man", "--warnings", "--local-file", str(ROOT / "docs" / name)]
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for command in COMMANDS:
        assert f"\n   hwk {command}\n" in done.stdout


def test_the_plots_show_the_figures(hwk: Callable[..., Result], tmp_path: Path) -> None:
    def words(file: Path) -> list[str]:
        return re.findall(r"<text[^>]*>([^<]*)</text>", file.read_text(encoding="utf-8"))

    for name, command in runpy.run_path(str(ROOT / "scripts" / "picture.py"))["PLOTS"].items():
        new = tmp_path / f"{name}.svg"
        assert hwk(*command.split()[1:], "--plot", new).exit_code == 0
        kept = words(ROOT / "docs" / f"{name}.svg")
        assert kept == words(new), "python scripts/picture.py draws it anew"
        assert f"docs/{name}.svg" in README
    assert "Member businesses, Kammerbezirk Dortmund" in html.unescape(" ".join(words(tmp_path / "businesses.svg")))


def test_the_maps_are_what_the_commands_draw(hwk: Callable[..., Result], tmp_path: Path) -> None:
    def words(file: Path) -> list[str]:
        return re.findall(r"<text[^>]*>([^<]*)</text>", file.read_text(encoding="utf-8"))

    for name, command in runpy.run_path(str(ROOT / "scripts" / "picture.py"))["MAPS"].items():
        file = tmp_path / f"{name}.svg"
        assert hwk(*command.split(), "-o", file).exit_code == 0
        assert words(ROOT / "docs" / f"{name}.svg") == words(file), "python scripts/picture.py draws it anew"
        assert f"docs/{name}.svg" in README


def test_exit_codes_are_those_of_the_code() -> None:
    table = README[README.index("### Exit codes") : README.index("### JSON")]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == [int(code) for code in Exit]


def row_of(name: str) -> str:
    (row,) = re.findall(rf"^\| `{re.escape(name)}`? \| (.*) \|$", README, re.MULTILINE)
    return re.sub("those of `(.*?)`(, then)?", lambda match: row_of(match[1]), str(row))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("stats --list", "stats --list"),
        ("stats METRIC", "stats startups"),
        ("stats METRIC --history", "stats startups --history"),
        ("stats KREIS", "stats Unna"),
        ("kreise --stats", "kreise --stats startups"),
        ("contact --list", "contact --list"),
        ("towns", "towns"),
        ("kreise", "kreise"),
        ("find", "find Kamen"),
        ("chamber", "chamber Kamen"),
        ("chambers", "chambers"),
        ("near`, a place", "near Kamen"),
        ("map", "map --kreis Unna"),
        ("show`, a Land", "show Hessen"),
        ("show`, a chamber", "show HWK Schwerin"),
        ("stats", "stats"),
        ("contact", "contact"),
        ("cooperation", "cooperation"),
        ("sources", "sources"),
        ("show`, a town", "show Kamen"),
        ("show`, a Kreis", "show 05978"),
        ("show`, a locality", "show Annen"),
    ],
)
def test_json_keys_are_those_of_the_readme(records: Callable[..., list[dict[str, Any]]], name: str, words: str) -> None:
    row = row_of(name)
    keys = re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row))
    assert keys == list(records(*words.split())[0])
    for key, inner in re.findall(r"`(\w+)` \(([^)]*)\)", row):
        found = records(*words.split())[0][key] or records("show", "Bremen Ense")[0][key]
        assert re.findall(r"`(\w+)`", inner) == list(found[0])


def test_the_keys_of_check_are_those_of_the_readme(hwk: Callable[..., Result], edited: Callable[..., Path]) -> None:
    (row,) = re.findall(r"^\| `check` \| (.*) \|$", README, re.MULTILINE)
    answer = json.loads(hwk("check", edited(('["59174"]', "[59174]")), "--json").stdout)
    assert re.findall(r"`(\w+)`", row) == list(answer[0])


def test_the_two_commands_are_those_that_ci_and_contributors_run() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(lines) == 2
    assert lines[0].endswith(".venv/bin/hwk towns --kreis Unna")
    assert lines[1].endswith(".venv/bin/python scripts/check.py")
    assert lines[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (search,) = re.findall(r"^command=\$\((awk .*)\)$", script, re.MULTILINE)
    found = subprocess.run(["/bin/bash", "-c", search], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert found == lines[1] + "\n"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout, so nobody knows which files are the project's")
def test_nothing_names_a_machine_or_leaves_a_promise() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    for file in (ROOT / name for name in files if name != "tests/test_docs.py"):
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert not re.search(r"p[y]pi\.org|p[y]thonhosted|/w[o]rk/|/r[o]ot/", text), file
        assert not re.search(r"\b(T[O]DO|F[I]XME|X[X]X|NotImplementedE[r]ror)\b", text), file


def test_the_changelog_knows_the_version() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
