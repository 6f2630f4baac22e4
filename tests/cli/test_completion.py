import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import hwkcli
from hwkcli.cli import completion
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.gazetteer import database

BIN = Path(sys.executable).parent


NAMES = [("Bönen", "Kreis Unna"), ("Bad Sassendorf", "Kreis Soest"), ("Haßley", "Hagen")]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["boenen", "bad-sassendorf", "hassley"]),
        ("b", ["boenen", "bad-sassendorf"]),
        ("B", ["Boenen", "Bad-sassendorf"]),
        ("Bön", ["Bönen"]),
        ("BON", ["BONen"]),
        ("boe", ["boenen"]),
        ("bad-", ["bad-sassendorf"]),
        ("Bad-S", ["Bad-Sassendorf"]),
        ("Haß", ["Haßley"]),
        ("x", []),
    ],
)
def test_what_is_typed_is_kept_and_completed(typed: str, offered: list[str]) -> None:
    assert [word for word, _ in completion.beginning(typed, NAMES)] == offered


class Context:
    """What completion asks of Typer's context."""

    def __init__(self, data: object = None, chamber: str | None = None) -> None:
        self.params = {"data": data, "chamber": chamber}


HERE: Any = Context()


def test_kreise_and_groups_are_offered_with_their_names_as_help() -> None:
    assert completion.kreise(HERE, "un") == [("unna", "Kreis Unna")]
    assert ("kreisfreie-staedte", "Kreisfreie Städte") in completion.kreise(HERE, "")
    assert ("ennepe-ruhr", "Ennepe-Ruhr-Kreis") in completion.kreise(HERE, "")


def test_places_of_all_germany_are_offered() -> None:
    assert completion.places(HERE, "garmisch")[0] == (
        "garmisch-partenkirchen",
        "Garmisch-Partenkirchen (Landkreis Garmisch-Partenkirchen)",
    )
    assert ("münchen", "München") in completion.places(HERE, "münch")
    assert ("Bönen", "Bönen (Kreis Unna)") in completion.places(HERE, "Bönen"[:3])
    assert len(completion.places(HERE, "")) <= 200
    assert completion.places(HERE, "xyz") == []


def test_kreise_laender_and_chambers_are_offered() -> None:
    assert completion.all_kreise(HERE, "ostalb") == [("ostalbkreis", "Ostalbkreis")]
    assert ("nordrhein-westfalen", "Nordrhein-Westfalen") in completion.laender(HERE, "")
    assert len(completion.laender(HERE, "")) == 16
    assert completion.laender(HERE, "berl") == [("berlin", "Berlin")]
    assert completion.chambers(HERE, "muens") == [("muenster", "Handwerkskammer Münster")]
    warendorf: Any = Context(chamber="Münster")
    assert completion.kreise(warendorf, "war") == [("warendorf", "Kreis Warendorf")]
    nowhere: Any = Context(chamber="Nirgendwo")
    assert completion.kreise(nowhere, "war") == []


def test_without_a_gazetteer_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*things: object) -> Any:
        raise hwkcli.BadFile("there is none")

    monkeypatch.setattr(database, "rows", refuse)
    assert completion.places(HERE, "kam") == completion.chambers(HERE, "") == completion.laender(HERE, "") == []


def test_every_offer_is_one_word_that_answers() -> None:
    for word, _ in completion.places(HERE, ""):
        assert hwkcli.find(word)
        assert word.isascii()
        assert " " not in word
    for word, _ in completion.kreise(HERE, ""):
        assert hwkcli.kreise(word)


def test_the_data_file_in_use_is_asked_and_a_bad_one_offers_nothing(edited: Callable[..., Path]) -> None:
    own: Any = Context(edited(("short_name: Unna", "short_name: Onna")))
    assert completion.kreise(own, "o") == [("onna", "Kreis Unna")]
    bad: Any = Context(Path("none.yaml"))
    assert completion.kreise(bad, "") == completion.places(bad, "") == completion.metrics(bad, "") == []
    (own.params["data"].parent / "figures.yaml").unlink()
    assert completion.metrics(own, "") == []


def test_metrics_are_offered_with_their_labels() -> None:
    district = hwkcli.load()
    figures = Figures(district, load.history(district))
    assert completion.metrics(HERE, "rev") == [
        ("revenue", "Annual revenue"),
        ("revenue_per_business", "Revenue per business"),
        ("revenue_per_employee", "Revenue per employee"),
    ]
    assert ("Umsatz", "revenue") in completion.metrics(HERE, "Ums")
    assert ("existenzgruendungen", "startups") in completion.metrics(HERE, "existenzgr")
    offered = completion.metrics(HERE, "a")
    assert {"apprentices", "anlage-b1"} <= {word for word, _ in offered}
    for word, help in offered:
        assert help in (figures.metric(word).id, figures.metric(word).label.en)
    assert {word for word, _ in completion.metrics(HERE, "")} == set(figures.metrics)


def test_stats_is_offered_kreise_too() -> None:
    assert ("unna", "Kreis Unna") in completion.metrics_and_kreise(HERE, "u")
    assert completion.metrics_and_kreise(HERE, "") == completion.metrics(HERE, "")


@pytest.fixture
def bash() -> Iterator[Callable[[str, str], str]]:
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
        assert until in seen
        return seen

    typed(f"PS1='> '; bind 'set enable-bracketed-paste off'\n{script}\necho re''ady\n", "ready")
    yield typed
    process.kill()
    process.wait()
    os.close(main)


def test_a_real_bash_completes_commands_kreise_and_places(bash: Callable[[str, str], str]) -> None:
    bash("hwk tow\t", "towns ")
    bash(" --kreis un\t", "unna ")
    bash("\x15hwk towns --kreis Enn\t", "Ennepe-ruhr ")
    bash("\x15hwk find bad-sas\t", "bad-sassendorf ")
    bash("\x15hwk show hamm\t\t", "hamme")
    bash("\x15hwk show Möhnes\t", "Möhnesee ")
    bash("\x15hwk chamber garmisch\t", "garmisch-partenkirchen ")
    bash("\x15hwk towns --chamber muens\t", "muenster ")
    bash(" --kreis waren\t", "warendorf ")
