"""Names of a data file go to shells as data: none of them is run, in real shells, whatever it looks like."""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import hwkcli
from hwkcli.cli import completion
from hwkcli.files import check

BIN = Path(sys.executable).parent
DATA = Path(__file__).parent.parent.parent / "data"

HOSTILE = [
    r"Ennepe \$(touch pwned) Kreis",
    r"Ennepe \\$(touch pwned) Kreis",
    r"Ennepe \\\$(touch pwned) Kreis",
    "Ennepe $(touch pwned) Kreis",
    "Ennepe `touch pwned` Kreis",
    r"Ennepe \`touch pwned\` Kreis",
    'Ennepe "; touch pwned; " Kreis',
    'Ennepe "$(touch pwned)" Kreis',
    "Ennepe '; touch pwned; ' Kreis",
    "Ennepe '$(touch pwned)' Kreis",
    "Ennepe ''$(touch pwned)'' Kreis",
    "Ennepe ))'; touch pwned; ' Kreis",
    "Ennepe ))' && touch pwned # Kreis",
    "Ennepe | touch pwned | Kreis",
    "Ennepe & touch pwned & Kreis",
    "Ennepe > pwned Kreis",
    "Ennepe =(touch pwned) Kreis",
    "Ennepe <(touch pwned) Kreis",
    "Ennepe ${(e):-$(touch pwned)} Kreis",
    "Ennepe *?[a-z]~ Kreis",
    "Ennepe {a,b} !! %1 Kreis",
    "Ennepe [red]x[/blue] Kreis",
    "Ennepe :boom: \\ Kreis",
    "$(touch pwned) Ennepe",
    "`touch pwned` Ennepe",
    "; touch pwned Ennepe",
    "-- Ennepe",
    "~root Ennepe",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a district that `check` passes, in which Kreise, towns, localities and metrics have such names."""
    folder = tmp_path_factory.mktemp("hostile")
    tree: Any = yaml.safe_load((DATA / "districts.yaml").read_text(encoding="utf-8"))
    kreis = next(kreis for kreis in tree["kreise"] if kreis["key"] == "05978")
    town = next(town for town in kreis["towns"] if town["name"] == "Kamen")
    tree |= {"namesakes": [], "kreise": [], "groups": []}
    for number, name in enumerate(HOSTILE):
        key = f"{10000 + number}"
        named = {
            "name": f"Town {name} z{number:02}",
            "printed_name": name,
            "official_name": name,
            "aliases": [],
        }
        inside = [{"kind": "locality", "sources": ["nwbib"], "names": [f"Part {name} z{number:02}"]}]
        own = {"ags": f"{key}001", "ars": f"{key}0000001", "localities": inside, "postal_codes": []}
        towns = [town | named | own | {"company_postal_codes": []}]
        as_kreis = {
            "name": f"Kreis {name} z{number:02}",
            "short_name": f"{name} z{number:02}",
            "seat": name,
        }
        as_kreis["group"] = f"Group {name} z{number:02}"
        tree["kreise"].append(kreis | as_kreis | {"key": key, "towns": towns, "aliases": []})
        tree["groups"].append({"name": as_kreis["group"]})
    figures: Any = yaml.safe_load((DATA / "figures.yaml").read_text(encoding="utf-8"))
    figures["figures"] = []
    for metric, name in zip(figures["metrics"], HOSTILE, strict=False):
        if "label" in metric:
            metric["label"] = {"de": name, "en": name}
    tree.pop("contacts_file")
    for file, content in (("districts.yaml", tree), ("figures.yaml", figures)):
        text = yaml.dump(content, Dumper=Quoting, allow_unicode=True, sort_keys=False)
        (folder / file).write_text(text, encoding="utf-8")
    assert check.file(folder / "districts.yaml", hwkcli.load).faults == ()
    return folder


class Quoting(yaml.SafeDumper):
    """Quotes all text, so that codes stay codes."""

    def ignore_aliases(self, data: object) -> bool:
        return True


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


class Context:
    """What completion asks of Typer's context."""

    def __init__(self, data: Path) -> None:
        self.params = {"data": data, "chamber": None}


def test_no_sign_that_means_anything_to_a_shell_is_offered(folder: Path) -> None:
    context: Any = Context(folder / "districts.yaml")
    for offer in (completion.kreise, completion.places, completion.metrics):
        offered = offer(context, "")
        assert len(offered) > 10
        for word, help in offered:
            assert not set(word + help) & set("\\$`\"'|&;<>*?[]{}~!#%=\n\t\r^"), (word, help)
    assert completion.kreise(context, "ennepe`") == completion.kreise(context, "$(id)") == []


class Shell:
    """An interactive shell on a terminal, with hwk's completion, in a folder."""

    def __init__(self, name: str, arguments: list[str], setup: str, folder: Path) -> None:
        program, session = shutil.which(name), shutil.which("setsid")
        if program is None or session is None:
            pytest.skip(f"there is no {name} here" if session else "there is no setsid here")
        environ = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(folder / "home"), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        environ |= {"HWK_DATA": str(folder / "districts.yaml")}
        script = subprocess.run(
            [BIN / "hwk", "--show-completion", name],
            env=environ | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        (folder / "home").mkdir(exist_ok=True)
        (folder / f"completion.{name}").write_text(script, encoding="utf-8")
        self.terminal, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self.process = subprocess.Popen(
            [session, "--ctty", program, *arguments],
            stdin=side,
            stdout=side,
            stderr=side,
            env=environ,
            cwd=folder,
            close_fds=True,
        )
        os.close(side)
        self.type(setup.format(script=f"completion.{name}") + "\necho re''ady\n", "ready")

    def type(self, text: str, until: str) -> str:
        """Type, and read until something is there to be seen; if the text ends with a Tab, press it again meanwhile, as
        the first may only complete what all offers have in common."""
        os.write(self.terminal, text.encode())
        seen, begin, again = "", time.monotonic(), 1
        while until not in seen and time.monotonic() < begin + 40:
            if select.select([self.terminal], [], [], 0.1)[0]:
                seen += os.read(self.terminal, 65536).decode(errors="replace")
            elif text.endswith("\t") and time.monotonic() > begin + 3 * again:
                os.write(self.terminal, b"\t")
                again += 1
        assert until in seen, seen[-2000:]
        return seen

    def close(self) -> None:
        """Kill it."""
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


SHELLS = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1='> '; bind 'set enable-bracketed-paste off'; source {script}"),
    "zsh": (["-f", "-i"], "PS1='> '; autoload -U compinit; compinit -u; source {script}"),
    "fish": (["--no-config", "-i"], "source {script}"),
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, folder: Path) -> Iterator[Shell]:
    arguments, setup = SHELLS[request.param]
    made = Shell(request.param, arguments, setup, folder)
    yield made
    made.close()


def test_hostile_names_are_not_run_by_any_shell(shell: Shell, folder: Path) -> None:
    """What is typed has one completion, or several; each is waited for, so that it was shown indeed."""
    shell.type("hwk towns --kreis ennepe-boom\t", "ennepe-boom-kreis-z22")
    shell.type("\x15hwk towns --kreis ennepe\t", "kreis-z07")
    shell.type("\x15hwk towns --kreis touch\t", "ennepe-z23")
    shell.type("\x15hwk find town\t", "kreis-z07")
    shell.type("\x15hwk show part\t", "kreis-z07")
    shell.type("\x15hwk stats startups\t", "startups_takeovers")
    shell.type("\x15echo do''ne\n", "done")
    assert not list(folder.rglob("pwned"))
