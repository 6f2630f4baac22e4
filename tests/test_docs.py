"""The documents say what is so: every block is run, every link leads somewhere, what is counted is counted again."""

import doctest
import html
import importlib.util
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from documents import commands, console, facts, keys
from documents.pages import Block, blocks, documents
from typer.testing import Result

import hwkcli
from hwkcli.cli.lazy import COMMANDS
from hwkcli.errors import Exit

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = documents()
BLOCKS = [block for file in DOCUMENTS for block in blocks(file)]
EVERYTHING = "\n".join(file.read_text(encoding="utf-8") for file in DOCUMENTS)


def the(language: str) -> list[Any]:
    """The blocks of a language that are run, as parameters of a test."""
    found = [block for block in BLOCKS if block.language == language and not block.not_run]
    return [pytest.param(block, id=f"{block.page}:{block.line}") for block in found]


@pytest.mark.parametrize("block", the("console"))
def test_an_example_prints_what_the_document_says(block: Block) -> None:
    if missing := [program for program in console.programs(block) if shutil.which(program) is None]:
        pytest.skip(f"there is no {', '.join(missing)} here")
    assert block.text.startswith("$ ")
    with console.sample_folder(ROOT / block.page):
        assert console.renew(block.text) == block.text, "python scripts/readme.py writes the examples again"


@pytest.mark.parametrize("block", the("pycon"))
def test_python_gives_what_the_document_says(block: Block) -> None:
    example = doctest.DocTestParser().get_doctest(block.text, {}, block.page, block.page, block.line)
    assert example.examples
    with console.sample_folder(ROOT / block.page):
        assert doctest.DocTestRunner().run(example).failed == 0


def test_every_block_is_run_or_says_why_not() -> None:
    for block in BLOCKS:
        # A block of yaml with a name is the file of an example; one of Sphinx is built.
        run = block.language in ("console", "pycon") or block.name or block.language.startswith("{")
        assert run or block.not_run, f"{block.page}:{block.line}"
    assert len(the("console")) >= 50
    assert len(the("pycon")) >= 5


def test_every_command_is_in_the_reference_of_both_languages() -> None:
    for page in ("reference/commands.md", "de/befehle.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert re.findall(r"^## hwk (\w+)$", text, re.MULTILINE) == list(COMMANDS)


def test_generated_parts_are_what_the_code_and_the_data_say() -> None:
    readme = runpy.run_path(str(ROOT / "scripts" / "readme.py"))
    found = set()
    for file in DOCUMENTS:
        text = file.read_text(encoding="utf-8")
        found |= set(re.findall("^<!-- generated: (.*) -->$", text, re.MULTILINE))
        assert readme["generated"](text) == text, f"{file.name}: python scripts/readme.py writes it again"
    assert found == set(readme["PARTS"])


def test_the_tables_of_the_reference_are_not_empty() -> None:
    assert [int(code) for code in re.findall(r"^\| `(\d+)` \|", commands.topic("exit-codes"), re.MULTILINE)] == [*Exit]
    assert "`chamber_code`" in keys.of_commands()
    assert "dl-de/by-2-0" in facts.licences()
    assert re.search(r"high confidence for 3\d\d,\s+with medium for \d\d, with low for \d", facts.evidence())


def anchors(file: Path) -> set[str]:
    """What a link may lead to in a document, in the way of GitHub and MyST."""
    titles = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("file", [pytest.param(file, id=file.relative_to(ROOT).as_posix()) for file in DOCUMENTS])
def test_links_lead_somewhere(file: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub("`[^`\n]*`", "", text)):
        if target.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        there = (file.parent / path).resolve() if path else file
        assert there.exists(), target
        assert there.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(there), target


def test_every_document_is_reached_from_the_front_page() -> None:
    reached, todo = set(), [ROOT / "docs" / "index.md"]
    while todo:
        page = todo.pop()
        reached.add(page)
        text = page.read_text(encoding="utf-8")
        for tree in re.findall(r"```\{toctree\}\n(.*?)```", text, re.DOTALL):
            names = [line for line in tree.split("\n") if line and not line.startswith(":")]
            todo += [(page.parent / name).with_suffix(".md") for name in names]
    assert reached == set(DOCUMENTS[2:])


@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("sphinx", "myst_parser", "furo")),
    reason="Sphinx, MyST or Furo is not installed: pip install -e '.[docs]'",
)
def test_sphinx_builds_the_pages_without_a_warning(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q"]
    folders = ("-d", str(tmp_path / "trees"), str(ROOT / "docs"), str(tmp_path / "site"))
    done = subprocess.run([*words, *folders], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    built = (tmp_path / "site" / "reference" / "python.html").read_text(encoding="utf-8")
    for name in hwkcli.__all__:
        assert f'id="hwkcli.{name}"' in built
    for page in (tmp_path / "site").glob("**/*.html"):
        text = page.read_text(encoding="utf-8")
        assert re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]+)"', text) == [], page


ENTERED = """
import sys

from hwkcli.__main__ import run

entered = []


def note(frame, event, arg):
    _, found, name = frame.f_code.co_filename.replace("\\\\", "/").rpartition("/hwkcli/")
    # __main__ also prepares stdout; what counts is what is written there.
    prepares = frame.f_code.co_name in ("whole_stdout", "__init__")
    if event == "call" and found and name not in entered and not prepares:
        entered.append(name)


# At the first call the rooms are imported, at the second they are entered.
for code, profile in (("59174", None), ("80331", note)):
    sys.argv = ["hwk", "chamber", code]
    sys.setprofile(profile)
    run()
    sys.setprofile(None)
print(*entered, file=sys.stderr)
"""


def test_the_architecture_is_the_way_that_a_call_takes() -> None:
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    steps = re.findall(r"^\d+\. `hwkcli/(\S+)`", page, re.MULTILINE)
    assert len(steps) == 12
    done = subprocess.run([sys.executable, "-c", ENTERED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in done.stderr.split() if name in steps] == steps


ACCURACY = ROOT / "docs" / "explanation" / "accuracy.md"


def test_the_architecture_names_every_room_at_the_top() -> None:
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("\n\n| room |")[2].partition("\n\n")[0]
    named = {one.rstrip("/") for row in table.splitlines() for one in re.findall("`([^`]+)`", row.split("|")[1])}
    package = ROOT / "hwkcli"
    rooms = {file.stem for file in package.glob("*.py")} | {file.parent.name for file in package.glob("*/__init__.py")}
    assert named == {one for one in rooms if not one.startswith("__")}


def test_the_accuracy_page_is_current_for_a_land_and_the_addresses_by_hand() -> None:
    accuracy = runpy.run_path(str(ROOT / "scripts" / "accuracy.py"))
    page = ACCURACY.read_text(encoding="utf-8")
    assert accuracy["line_of"]("16") in page, "python scripts/accuracy.py measures again"
    assert accuracy["by_hand"]()[1] in page, "python scripts/accuracy.py measures again"
    assert len(re.findall(r"^\| [A-Z][\w-]+ \| 200 \|", page, re.MULTILINE)) == 16


@pytest.mark.long
def test_the_accuracy_page_is_current() -> None:
    assert ACCURACY.read_text(encoding="utf-8") == runpy.run_path(str(ROOT / "scripts" / "accuracy.py"))["page"]()


def test_the_front_page_and_the_way_to_contribute_are_short() -> None:
    assert README.count("\n") <= 120
    assert (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").count("\n") <= 100


def test_the_picture_shows_what_the_command_prints() -> None:
    picture = runpy.run_path(str(ROOT / "scripts" / "picture.py"))
    for name, command in picture["PICTURES"].items():

        def words(svg: str) -> list[str]:
            texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
            return html.unescape(" ".join(texts)).split()

        kept = (ROOT / "docs" / f"{name}.svg").read_text(encoding="utf-8")
        assert words(kept) == words(picture["draw"](command)), "python scripts/picture.py draws it anew"
        assert f"{name}.svg" in EVERYTHING
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
        assert f"{name}.svg" in EVERYTHING
    assert "Member businesses, Kammerbezirk Dortmund" in html.unescape(" ".join(words(tmp_path / "businesses.svg")))


def test_the_maps_are_what_the_commands_draw(hwk: Callable[..., Result], tmp_path: Path) -> None:
    def words(file: Path) -> list[str]:
        return re.findall(r"<text[^>]*>([^<]*)</text>", file.read_text(encoding="utf-8"))

    for name, command in runpy.run_path(str(ROOT / "scripts" / "picture.py"))["MAPS"].items():
        file = tmp_path / f"{name}.svg"
        assert hwk(*command.split(), "-o", file).exit_code == 0
        assert words(ROOT / "docs" / f"{name}.svg") == words(file), "python scripts/picture.py draws it anew"
        assert f"{name}.svg" in EVERYTHING


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="there is no bash here")
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
    """Its newest heading is the version of the package, released on a day or not yet."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(.*?)\] - (unreleased|\d{4}-\d\d-\d\d)$", text, re.MULTILINE)
    assert len(versions) == text.count("\n## ")
    assert versions[0][0] == hwkcli.__version__
    assert all(day != "unreleased" for _, day in versions[1:])


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "hwkcli/__init__.py"
    files = [*(ROOT / "hwkcli").glob("**/*.py"), *(ROOT / "scripts").glob("*.py"), ROOT / "pyproject.toml"]
    saying = [file.name for file in files if f'"{hwkcli.__version__}"' in file.read_text(encoding="utf-8")]
    assert saying == ["__init__.py"]


@pytest.mark.long
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout: a release is built of what is committed")
def test_a_release_has_the_same_bytes_twice(tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / "scripts" / "release.py"), str(tmp_path / "dist"), "--no-isolation"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    built = sorted(file.name for file in (tmp_path / "dist").glob("hwkcli-*"))
    assert built == [f"hwkcli-{hwkcli.__version__}-py3-none-any.whl", f"hwkcli-{hwkcli.__version__}.tar.gz"]
    assert [line.split()[1] for line in done.stdout.splitlines() if line.endswith(tuple(built))] == built
