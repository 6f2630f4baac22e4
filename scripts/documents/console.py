"""Run the examples of the documents: a line of a shell, in which `hwk` is called in this process."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from typer.testing import CliRunner, Result

from documents.pages import ROOT, Block, blocks
from hwkcli.cli.app import app

WIDTH = "90"
_CUT = "…"
"""A line that stands for the rest of an answer."""
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


@contextmanager
def sample_folder(page: Path) -> Iterator[Path]:
    """A folder to run the examples of a page in: two lists of companies, a district file of one's own, and the files
    that the page itself shows."""
    before, environ = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        firms = folder / "firmen.csv"
        shutil.copy(ROOT / "docs" / "firmen.csv", firms)
        _workbook(firms, folder / "kunden.xlsx")
        for block in (*blocks(ROOT / "docs" / "how-to" / "own-district-file.md"), *blocks(page)):
            if block.name:
                (folder / block.name).write_text(block.text, encoding="utf-8")
        os.chdir(folder)
        for setting in [one for one in os.environ if one.startswith(("HWK_", "LC_", "LANG"))]:
            del os.environ[setting]
        os.environ.update(COLUMNS=WIDTH, LC_ALL="C.UTF-8")
        try:
            yield folder
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environ)


def _workbook(table: Path, target: Path) -> None:
    """The rows of a table as a workbook."""
    import xlsxwriter

    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("Kunden")
        lines = table.read_text(encoding="utf-8").splitlines()
        for row, line in enumerate(line for line in lines if ";" in line):
            sheet.write_row(row, 0, line.split(";"))


def renew(text: str) -> str:
    """A console block, with the output of each of its commands as it is now; where it is cut, to as many lines."""
    shown = []
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, before = part.partition("\n")
        # The mark of bytes and the ends of lines that Excel wants are nothing to be seen.
        output = run(line).replace("\ufeff", "").replace("\r\n", "\n")
        if before.rstrip().endswith(_CUT):
            kept = output.split("\n")[: before.rstrip().count("\n")]
            output = "".join(f"{one}\n" for one in kept) + f"{_CUT}\n"
        gap = "\n" if part.endswith("\n\n") else ""
        shown.append(f"$ {line}\n{output}{gap}")
    return "".join(shown)


def renew_page(page: Path, text: str) -> str:
    """A page with the output of its examples as it is now, each block run in a folder of its own."""

    def again(match: re.Match[str]) -> str:
        with sample_folder(page):
            return renew(match[0])

    return _CONSOLE.sub(again, text)


def programs(block: Block) -> set[str]:
    """The programs other than `hwk` that a block calls."""
    stages = [stage for line in block.text.split("\n") if line.startswith("$ ") for stage in _stages(line[2:])]
    return {words[0] for words in stages} - {"hwk"}


def run(line: str) -> str:
    """What a shell prints for a line, stderr too."""
    printed = ""
    for command in _split(_words(line), "&&"):
        passed = b""
        *stages, last = _split(command, "|")
        for stage in stages:
            said, passed = _stage(stage, passed)
            printed += said
        printed += _last(last, passed)
    return printed


def _stages(line: str) -> list[list[str]]:
    return [stage for command in _split(_words(line), "&&") for stage in _split(command, "|")]


def _words(line: str) -> list[str]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&<>")
    lexer.whitespace_split = True
    lexer.commenters = ""
    return list(lexer)


def _split(words: Sequence[str], operator: str) -> list[list[str]]:
    """The words between the operators."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == operator:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _last(words: list[str], given: bytes) -> str:
    """What the last program of a line shows on the terminal; its answer may go into a file."""
    if "<" in words:
        at = words.index("<")
        given = Path(words[at + 1]).read_bytes()
        del words[at : at + 2]
    if ">" not in words:
        return _hwk(words[1:], given).output if words[0] == "hwk" else "".join(_shown(_stage(words, given)))
    at = words.index(">")
    said, passed = _stage(words[:at], given)
    Path(words[at + 1]).write_bytes(passed)
    return said


def _shown(stage: tuple[str, bytes]) -> tuple[str, str]:
    return stage[0], stage[1].decode()


def _stage(words: list[str], given: bytes) -> tuple[str, bytes]:
    """What a program says on the terminal, and what it passes on."""
    if words[0] == "hwk":
        result = _hwk(words[1:], given)
        return result.stderr, result.stdout_bytes
    done = subprocess.run(words, input=given, capture_output=True, check=False)
    return done.stderr.decode(), done.stdout


def _hwk(words: Sequence[str], given: bytes) -> Result:
    """What `hwk` does with some words."""
    result = CliRunner().invoke(app, list(words), input=given, prog_name="hwk")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
