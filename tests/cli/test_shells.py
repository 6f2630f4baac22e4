"""The Tab key, in the real shells and in what they are answered."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import BIN, Shell, shell
from typer.testing import Result

from hwkcli.cli import shells

Run = Callable[..., Result]

needs = {
    name: pytest.mark.skipif(shutil.which(name) is None, reason=f"there is no {name} here")
    for name in ("bash", "zsh", "fish")
}
REAL = [pytest.param(name, marks=mark) for name, mark in needs.items()]

_POSIX = "said() { printf '<begin>'; printf '‹%s›' \"$@\"; printf '<end>\\n'; }"
SAID = {
    "bash": _POSIX,
    "zsh": _POSIX,
    "fish": "function said; printf '<begin>'; printf '‹%s›' $argv; printf '<end>\\n'; end",
}
"""A command that shows which words it gets."""


@pytest.fixture(scope="module", params=REAL)
def open_shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A real shell that has read what `--show-completion` prints."""
    home = tmp_path_factory.mktemp("home")
    printed = subprocess.run(
        [BIN / "hwk", "--show-completion", request.param], capture_output=True, text=True, check=True
    )
    (home / "script").write_text(printed.stdout, encoding="utf-8")
    with shell(request.param, [f"source {home / 'script'}", SAID[request.param]], HOME=str(home)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hwk tow", ["hwk", "towns"]),
        ("hwk towns --kreis unn", ["hwk", "towns", "--kreis", "unna"]),
        ("hwk towns --kreis=unn", ["hwk", "towns", "--kreis=unna"]),
        ("hwk towns --colu", ["hwk", "towns", "--columns"]),
        ("hwk chamber x --kreis Osth", ["hwk", "chamber", "x", "--kreis", "Ostholstein"]),
        ("hwk find bad-sas", ["hwk", "find", "bad-sassendorf"]),
        ("hwk find Bad Sas", ["hwk", "find", "Bad", "Sassendorf"]),
        ("hwk find 'Bad Sas", ["hwk", "find", "Bad Sassendorf"]),
        ('hwk find "Bad Sas', ["hwk", "find", "Bad Sassendorf"]),
        ("hwk find Bad\\ Sas", ["hwk", "find", "Bad Sassendorf"]),
        ("hwk find St. Ingb", ["hwk", "find", "St.", "Ingbert"]),
        ("hwk show Möhnes", ["hwk", "show", "Möhnesee"]),
        ("hwk show HWK Leip", ["hwk", "show", "HWK", "Leipzig"]),
        ("hwk Garmisch-", ["hwk", "Garmisch-Partenkirchen"]),
        ("hwk find Wetter\\ \\(R", ["hwk", "find", "Wetter (Ruhr)"]),
    ],
)
def test_a_real_shell_completes(open_shell: Shell, typed: str, words: list[str]) -> None:
    assert open_shell.line(typed) == words


def test_files_are_offered_only_where_a_file_is_wanted(open_shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "unusual.yaml").touch()
    open_shell.typed(f"cd {tmp_path}; echo mo''ved\n", "moved")
    assert open_shell.line("hwk check unus") == ["hwk", "check", "unusual.yaml"]
    assert open_shell.line("hwk towns -o unus") == ["hwk", "towns", "-o", "unusual.yaml"]
    assert open_shell.line("hwk contact unus") == ["hwk", "contact", "unus"]


HOSTILE = (
    "Kxa $(touch broken)",
    "Kxb `touch broken`",
    "Kxc; touch broken",
    "Kxd\\ \\$(touch broken)",
    "Kxe \"'|&<>*?[a]{b,c}~#!x",
)


def test_a_hostile_name_is_a_word_and_never_a_command(
    open_shell: Shell, edited: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    for at, name in enumerate(HOSTILE):
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        data = edited(("short_name: Unna", f'short_name: "{quoted}"')).rename(tmp_path / f"{at}.yaml")
        open_shell.typed(f"cd {folder}; echo mo''ved\n", "moved")
        assert open_shell.line(f"hwk towns --data {data} --kreis {name[:3]}")[-1] == name
        assert list(folder.iterdir()) == []


def asked(monkeypatch: pytest.MonkeyPatch, hwk: Run, name: str, *words: str) -> list[str]:
    """What a shell is answered for a line, of which the last word is the one that is typed."""
    monkeypatch.setenv("_HWK_TAB", name)
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    result = hwk()
    assert result.exit_code == 0
    return result.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["towns", "--kreis", "=", "un"], ["word,unna"]),
        (["towns", "--limit", ""], []),
        (["towns", "--kind", "mun"], ["word,municipality\tGemeinde, municipality, Gemeinden, municipalities"]),
        (["towns", "--json", "--js"], []),
        (["towns", "--", "-"], []),
        (["--lang", "de", "towns", "--li"], ["word,--limit\tNur die ersten N Zeilen."]),
        (["--lang", "d"], ["word,de\tdeutsch, German"]),
        (["--ver"], ["word,--version\tSay which version this is."]),
        (["help", "exi"], ["word,exit-codes"]),
        (["cooperation", ""], []),
        (["match", ""], ["file"]),
        (["chamb"], ["word,chamber\tWhich chamber is responsible for this place?", "word,chambers\t"]),
        (
            ["Garmisch"],
            [
                "word,Garmisch-Partenkirchen\tGarmisch-Partenkirchen (Landkreis Garmisch-Partenkirchen)",
                "word,Garmisch\tGarmisch (Garmisch-Partenkirchen) (Landkreis Garmisch-Partenkirchen)",
            ],
        ),
    ],
)
def test_what_a_shell_is_answered(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], offered: list[str]
) -> None:
    found = asked(monkeypatch, hwk, "zsh", "hwk", *words)
    assert len(found) == len(offered)
    for line, start in zip(found, offered, strict=True):
        assert line.startswith(start)


def test_a_name_with_a_line_break_is_not_offered(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, edited: Callable[..., Path]
) -> None:
    data = edited(("short_name: Unna", 'short_name: "Unna\\nword,rm"'))
    assert asked(monkeypatch, hwk, "bash", "hwk", "towns", "--data", str(data), "--kreis", "Unna") == []


def test_a_word_is_escaped_for_its_shell() -> None:
    assert shells.escaped("Bad 'S'", "bash", "'") == "Bad '\\''S'\\''"
    assert shells.escaped("Bad S", "zsh", "") == shells.escaped("Bad S", "fish", "") == "Bad S"
    assert shells.escaped("Bad 'S'", "powershell", "") == "'Bad ''S'''"
    assert shells.escaped("Kamen", "powershell", "") == "Kamen"


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_each_shell_has_its_script(hwk: Run, name: str) -> None:
    result = hwk("--show-completion", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip() == shells.SCRIPTS[{"pwsh": "powershell"}.get(name, name)].strip()
    if name == "zsh":
        assert result.stdout.startswith("#compdef hwk\n")


def test_the_shell_that_runs_is_meant_if_none_is_named(hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import shellingham

    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert hwk("--show-completion").stdout.startswith("function __hwk_completion")

    def none() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", none)
    monkeypatch.setenv("SHELL", "/bin/bash")
    assert hwk("--show-completion").stdout.startswith("_hwk_completion")
    monkeypatch.setenv("SHELL", "")
    result = hwk("--show-completion")
    assert (result.exit_code, result.stderr) == (2, "hwk: say for which shell: bash, zsh, fish, powershell\n")
    assert hwk("--install-completion", "tcsh").exit_code == 2


@pytest.mark.parametrize("name", REAL)
def test_what_is_installed_works_in_a_new_shell(
    name: str, hwk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = {"bash": ".bashrc", "zsh": ".zshrc"}.get(name)
    if settings:
        (tmp_path / settings).write_text("own=1", encoding="utf-8")
    for _ in range(2):
        assert hwk("--install-completion", name).exit_code == 0
    start = []
    if settings:
        lines = (tmp_path / settings).read_text(encoding="utf-8").split("\n")
        assert lines[0] == "own=1"
        assert len(lines) == 3
        start = [f"source {tmp_path / settings}"]
    else:
        start = [f"source {tmp_path / '.config/fish/completions/hwk.fish'}"]
    with shell(name, [*start, SAID[name]], HOME=str(tmp_path)) as opened:
        assert opened.line("hwk find bad-sas") == ["hwk", "find", "bad-sassendorf"]


def test_an_installation_that_cannot_be_is_told(hwk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    (tmp_path / "file").touch()
    result = hwk("--install-completion", "fish")
    assert result.exit_code == 5
    assert result.stderr.count("\n") == 1
    assert "$PROFILE" in hwk("--install-completion", "powershell").stderr


def test_whoever_stops_listening_is_no_accident() -> None:
    environ = os.environ | {"_HWK_TAB": "bash", "COMP_WORDS": "hwk\nfind\n", "COMP_CWORD": "2"}
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        done = subprocess.run([BIN / "hwk"], env=environ, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
