"""A signal to stop is obeyed also where Python turns what it raises into another exception."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

BEGIN = """
import os, pathlib, signal, sys, hwkcli.__main__ as it, hwkcli.cli.app as room
from contextlib import suppress
from hwkcli import whole_files
from hwkcli.matching.processes import get_ready

class Interrupted:
    def __set_name__(self, owner, name):
        signal.raise_signal(int(sys.argv[2]))

def made():
    class Owner:
        attribute = Interrupted()

class Dropped:
    def __del__(self):
        signal.raise_signal(int(sys.argv[2]))

def dropped():
    one = Dropped()

def steps():
    made()
    yield

def app(**more):
    with whole_files.whole(pathlib.Path(sys.argv[1])):
"""
END = """
room.app = app
it.main()
"""
CASES = {
    "nobody catches it": "        made()",
    "while the gazetteer gets ready": "        get_ready([], steps())\n        print('went on')",
    "who catches it goes on to the end": "        with suppress(RuntimeError):\n            made()",
    "Python ignores it": "        dropped()",
}


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_signal_that_python_turns_into_another_exception(tmp_path: Path, name: str, case: str) -> None:
    number = getattr(signal, name)
    line = [sys.executable, "-c", f"{BEGIN}{case}{END}", str(tmp_path / "out"), str(number)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", "")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_raised_where_nobody_asked() -> None:
    code = "from hwkcli import stopping\nstopping.listen()\nstopping.heed()"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_else_python_ignores_is_shown() -> None:
    bug = "class Bug:\n    def __del__(self):\n        raise ValueError\n"
    code = f"{bug}from hwkcli import stopping\nstopping.listen()\nBug()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ValueError" in done.stderr


def test_signals_that_are_ignored_stay_so() -> None:
    code = (
        "import signal\nfrom hwkcli import stopping\n"
        "for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):\n    signal.signal(one, signal.SIG_IGN)\n"
        "stopping.listen()\n"
        "for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):\n    signal.raise_signal(one)\n"
        "stopping.heed()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
