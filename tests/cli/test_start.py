"""What is imported, and what happens at the edges of a process: terminals, pipes, signals."""

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest

import hwkcli
from hwkcli.__main__ import run as run_here
from hwkcli.files import load

HWK = Path(sys.executable).parent / "hwk"
PLAIN = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ["PYTHONPATH"], "LC_ALL": "C.UTF-8"}
"""An environment in which the command is found, and is that of this checkout."""


def loaded(code: str) -> set[str]:
    """The modules that are loaded after some code ran in a fresh process."""
    code = f"import sys\n{code}\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def command(*words: str) -> str:
    return f"from hwkcli.cli.app import app\napp({list(words)!r}, standalone_mode=False)"


HEAVY = {"yaml", "rich", "rich.console", "csv", "difflib", "importlib.metadata", "importlib.resources", "pydantic"}
HEAVY |= {"sqlite3", "rapidfuzz", "polars", "hwkcli.gazetteer.store.build", "hwkcli.gazetteer.store.content"}


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import hwkcli", set()),
        ("from hwkcli.cli.app import app", set()),
        (command("--version"), set()),
        (command("towns", "--kreis", "Unna", "--json"), {"yaml"}),
        (command("find", "boenen", "--json"), {"sqlite3"}),
        (command("chamber", "80331", "--json"), {"sqlite3"}),
        (command("chambers", "-f", "csv"), {"sqlite3", "csv"}),
        (command("chamber", "Kamen", "-f", "csv", "-o", "/dev/null"), {"sqlite3", "csv"}),
        (command("towns", "-f", "csv"), {"yaml", "csv"}),
        (command("towns", "-f", "markdown"), {"yaml"}),
        (command("towns", "--kreis", "Unna"), {"yaml", "rich", "rich.console"}),
    ],
    ids=[
        "package",
        "cli",
        "version",
        "towns json",
        "find json",
        "chamber json",
        "chambers csv",
        "chamber csv",
        "csv",
        "markdown",
        "table",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, needed: set[str]) -> None:
    # What Typer itself loads is not ours to spare.
    floor = loaded("import typer\nfrom typer.main import get_command")
    assert (loaded(code) & HEAVY) - floor == needed - floor
    assert "pydantic" not in loaded(code)


@pytest.mark.parametrize("words", [("stats", "--json"), ("contact", "--json")])
def test_what_is_of_all_the_district_needs_no_gazetteer(words: tuple[str, ...]) -> None:
    assert not [name for name in loaded(command(*words)) if name.startswith("hwkcli.gazetteer")]


def run(*words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([HWK, *words], capture_output=True, text=True, env=PLAIN | environ, check=False)


def on_terminal(*words: str, columns: int = 80, program: Path = HWK, **environ: str) -> str:
    """What `hwk`, or another program, prints on a pseudo-terminal of so many columns."""
    pid, main = pty.fork()
    if pid == 0:
        environ = PLAIN | {"TERM": "xterm-256color"} | environ
        os.execve("/bin/sh", ["sh", "-c", f'stty cols {columns}; exec "$0" "$@"', str(program), *words], environ)
    seen = b""
    while select.select([main], [], [], 20)[0]:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(main)
    os.waitpid(pid, 0)
    return seen.decode().replace("\r\n", "\n")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", text)


ANSWERS = [
    *("towns", "towns --kreis Unna", "kreise", "stats", "show Dortmund", "sources", "chambers", "find Neustadt"),
]


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 60, 80, 140])
def test_on_a_terminal_an_answer_fits(columns: int) -> None:
    code = (
        "import sys; from hwkcli.__main__ import run\n"
        "for line in sys.argv[1:]: sys.argv = ['hwk', *line.split()]; print('%', line, run(), flush=True)"
    )
    shown = plain(on_terminal("-c", code, *ANSWERS, columns=columns, program=Path(sys.executable)))
    parts = re.split(r"^% (.*) (\d+)\n", shown, flags=re.MULTILINE)
    assert (parts[1::3], parts[2::3], parts[-1]) == (ANSWERS, ["0"] * len(ANSWERS), "")
    for words, text in zip(ANSWERS, parts[::3], strict=False):
        assert 0 < max(map(len, text.split("\n"))) <= columns, words
        # A key is whole or not there.
        assert {key for key in re.findall(r"\b059\d+", text) if len(key) not in (5, 8, 12)} == set(), words


@pytest.mark.parametrize("words", ["towns --kreis Unna", "stats", "contact"])
def test_the_calm_answers_lose_nothing_at_80_columns(words: str) -> None:
    text, whole = plain(on_terminal(*words.split(), columns=80)), run(*words.split()).stdout
    assert "…" not in text
    assert "hidden" not in text
    assert {*text.replace("─", "").split()} == {*whole.replace("─", "").split()}


def test_a_terminal_has_colour_and_links_unless_told_otherwise() -> None:
    assert "\x1b]8;" in on_terminal("contact")
    assert "tel:+492315493422" in on_terminal("contact")
    assert re.search(r"\x1b\[[\d;]*36m", on_terminal("towns"))
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", on_terminal("towns", NO_COLOR="1"))
    assert "\x1b" not in on_terminal("towns", TERM="dumb")
    assert max(map(len, plain(on_terminal("sources", COLUMNS="50")).split("\n"))) <= 50


def test_a_pipe_has_no_colour_unless_forced() -> None:
    assert "\x1b" not in run("towns").stdout
    assert "\x1b" in run("towns", FORCE_COLOR="1", TERM="xterm").stdout
    assert plain(run("towns", FORCE_COLOR="1", TERM="xterm").stdout) == run("towns").stdout


def test_the_locale_chooses_the_language_of_what_is_read_only() -> None:
    assert "Einwohner" in run("towns", LC_ALL="", LANG="de_DE.UTF-8").stdout
    assert "Population" in run("towns", HWK_LANG="en", LANG="de_DE.UTF-8").stdout
    assert json.loads(run("stats", "--json", HWK_LANG="de").stdout)[0]["label"] == "Member businesses"


@pytest.mark.parametrize("words", ["towns", "towns --json", "find -", "--help"])
def test_a_reader_that_goes_away_is_no_error(words: str) -> None:
    line = f'set -o pipefail; yes Kamen | head -2000 | "{HWK}" {words} | head -1; echo "${{PIPESTATUS[@]}}"'
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.split()[-2:] == ["0", "0"]


def test_a_pipe_that_is_closed_before_anything_is_written() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        done = subprocess.run([HWK, "towns"], stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_line_and_exit_5() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([HWK, "towns"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 5
    assert done.stderr == "hwk: standard output: No space left on device; free some space or write elsewhere\n"


def test_closed_streams_are_no_accident() -> None:
    for words, code in (("towns >&-", 5), ("towns >/dev/null 2>&-", 0), ("towns >/dev/null </dev/null", 0)):
        assert subprocess.run(["/bin/sh", "-c", f"{HWK} {words}"], capture_output=True, check=False).returncode == code
    closed = subprocess.run(["/bin/sh", "-c", f"{HWK} find - <&-"], capture_output=True, text=True, check=False)
    assert (closed.returncode, closed.stderr[:30]) == (5, "hwk: standard input: it is clo")


def test_ctrl_c_exits_130_without_a_word() -> None:
    process = subprocess.Popen(
        [HWK, "find", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    process.stdin.write(b"Kamen\n" * 20_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_arguments_that_are_no_utf_8_are_shown_as_text() -> None:
    done = subprocess.run([os.fsencode(HWK), b"find", b"B\xf6nen"], capture_output=True, check=False)
    assert done.returncode == 3
    assert b"'B\\udcf6nen'" in done.stderr


def test_help_and_version_onto_a_full_disk_or_to_nobody_are_no_accident() -> None:
    for option in ("--help", "--version"):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run([HWK, option], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert (done.returncode, done.stderr[:22]) == (5, "hwk: standard output: ")
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w") as closed:
            done = subprocess.run([HWK, option], stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_who_does_not_listen_to_stderr_still_gets_the_exit_code() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        assert subprocess.run([HWK, "find", "nowhere"], stderr=closed, check=False).returncode == 3


def test_standard_input_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{HWK} find - 0>{tmp_path / 'file'}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr[:21]) == (5, "hwk: standard input: ")


@pytest.mark.parametrize(
    ("stop", "code"),
    [
        (KeyboardInterrupt(), 130),
        (OSError(28, "No space left on device"), 5),
        (SystemExit(3), 3),
        (SystemExit(), 0),
        (SystemExit("why"), 1),
    ],
)
def test_however_the_command_line_stops_the_exit_code_is_its_own(
    monkeypatch: pytest.MonkeyPatch, stop: BaseException, code: int
) -> None:
    def end(**settings: object) -> None:
        raise stop

    monkeypatch.setattr("hwkcli.cli.app.app", end)
    monkeypatch.setattr("hwkcli.streams.silence", lambda stream: None)
    assert run_here() == code


def test_bytes_of_utf_8_are_read_in_any_locale() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, ascii_only):
        environ = {name: value for name, value in PLAIN.items() if name != "LC_ALL"}
        call = [str(HWK), "find", "Bönen", "--json"]
        done = subprocess.run(call, env=environ | locale, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout)[0]["name"] == "Bönen"


def test_an_archive_says_that_it_needs_a_folder(tmp_path: Path) -> None:
    made = tmp_path / "made"
    shutil.copytree(Path(hwkcli.__file__).parent, made / "hwkcli", ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copytree(load.shipped_file().parent, made / "hwkcli" / "data")
    (made / "__main__.py").write_text("from hwkcli.__main__ import main\nmain()\n", encoding="utf-8")
    zipapp.create_archive(made, tmp_path / "hwk.pyz")
    # It stands before the checkout on the path, and the libraries behind it.
    code = "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"

    def call(path: Path, *words: str) -> "subprocess.CompletedProcess[str]":
        words = (sys.executable, "-c", code, str(path), *words)
        return subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)

    packed = call(tmp_path / "hwk.pyz", "towns", "Unna")
    needs = "hwk needs its data in a folder; unpack the archive and run that"
    assert (packed.returncode, packed.stdout) == (5, "")
    assert packed.stderr == f"hwk: {tmp_path / 'hwk.pyz'}: {needs}\n"
    assert call(made, "towns", "Unna").returncode == 0


def test_what_is_started_is_this_checkout() -> None:
    code = "import hwkcli; print(hwkcli.__file__)"
    done = subprocess.run([sys.executable, "-c", code], env=PLAIN, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == Path(__file__).parents[2] / "hwkcli" / "__init__.py"


def test_python_dash_m_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "hwkcli", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == run("--version").stdout
