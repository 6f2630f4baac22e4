import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import hwkcli
from hwkcli import completion, store
from hwkcli.errors import BadFile

BIN = Path(sys.executable).parent


def test_kreise_complete_as_slugs_with_their_names_as_help() -> None:
    assert completion.kreise("un") == [("unna", "Kreis Unna")]
    assert completion.kreise("UN") == [("unna", "Kreis Unna")]
    assert ("kreisfreie-staedte", "Kreisfreie Städte") in completion.kreise("")
    assert ("ennepe-ruhr", "Ennepe-Ruhr-Kreis") in completion.kreise("")
    assert completion.kreise("x") == []


def test_places_complete_as_slugs() -> None:
    assert ("bad-sassendorf", "Bad Sassendorf (Kreis Soest)") in completion.places("bad")
    assert completion.places("Bön")[0] == ("boenen", "Bönen (Kreis Unna)")
    assert ("annen", "Witten-Annen") in completion.places("an")


def test_every_offer_is_one_word_that_answers() -> None:
    for word, _ in completion.places(""):
        assert hwkcli.find(word)
        assert word.isascii()
        assert " " not in word
    for word, _ in completion.kreise(""):
        assert hwkcli.kreise(word)


def test_a_data_file_that_cannot_be_read_offers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise BadFile("gone")

    monkeypatch.setattr(store, "load", refuse)
    assert completion.kreise("") == completion.places("") == []


@pytest.fixture
def bash() -> object:
    """An interactive bash on a terminal, with hwk's completion as `--show-completion` prints it."""
    environ = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    script = subprocess.run(
        [BIN / "hwk", "--show-completion", "bash"],
        env=environ | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "complete" in script
    main, side = pty.openpty()
    process = subprocess.Popen(
        ["/bin/bash", "--norc", "--noprofile", "-i"], stdin=side, stdout=side, stderr=side, env=environ, close_fds=True
    )
    os.close(side)

    def typed(text: str, until: str) -> str:
        os.write(main, text.encode())
        seen, end = "", time.monotonic() + 20
        while until not in seen and time.monotonic() < end:
            if select.select([main], [], [], 0.1)[0]:
                seen += os.read(main, 65536).decode(errors="replace")
        return seen

    typed(f"PS1='> '; bind 'set enable-bracketed-paste off'\n{script}\necho re''ady\n", "ready")
    yield typed
    process.kill()
    process.wait()
    os.close(main)


def test_a_real_bash_completes_commands_kreise_and_places(bash: object) -> None:
    assert callable(bash)
    assert "towns" in bash("hwk tow\t", "towns ")
    assert "kreis unna " in bash(" --kreis un\t", "unna ")
    assert "bad-sassendorf " in bash("\x15hwk find bad-sas\t", "bad-sassendorf ")
    assert "hamm" in bash("\x15hwk show hamm\t\t", "hamme")
