"""The compiled store: built again when it is stale, broken or gone, told in a line where that cannot be."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hwkcli.errors import BadFile
from hwkcli.gazetteer.store import build, connection, content, index, places, provenance, responsibility
from hwkcli.gazetteer.store.freshness import STORE

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the package and its data, with a store that was built for it."""
    responsibility.chambers()  # which builds the store that is copied, if need be
    shutil.copytree(ROOT / "hwkcli", tmp_path / "hwkcli", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns(".hwk-*"))
    return tmp_path


def ask(checkout: Path, *words: str, lang: str = "C.UTF-8") -> "subprocess.CompletedProcess[str]":
    """Runs `hwk chamber` of a checkout."""
    environ = {"PATH": os.environ["PATH"], "LC_ALL": lang, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-m", "hwkcli", "chamber", *words, "-f", "csv"]
    return subprocess.run(command, cwd=checkout, env=environ, capture_output=True, text=True, check=False)


def rename(checkout: Path) -> None:
    """Another name for Kamen in the tables."""
    file = checkout / "data" / "germany" / "municipalities.csv"
    file.write_text(file.read_text(encoding="utf-8").replace('"Kamen, Stadt"', '"Xamen, Stadt"'), encoding="utf-8")


def test_a_touch_costs_nothing_and_an_edit_builds_the_store_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = checkout / "data" / STORE
    built = store.stat().st_mtime_ns
    for file in (*(checkout / "data").rglob("*.csv"), *(checkout / "hwkcli" / "gazetteer").glob("*.py")):
        file.touch()
    done = ask(checkout, "Kamen")
    assert (done.returncode, done.stderr, store.stat().st_mtime_ns) == (0, "", built)
    rename(checkout)
    installed(monkeypatch, checkout / "data")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert index.hits("xamen")
    said = capsys.readouterr().err
    assert said == "hwk: die Tabellen haben sich geändert; der Speicher wird neu gebaut (einige Sekunden)\n"
    assert store.stat().st_mtime_ns != built
    done = ask(checkout, "Xxamen")
    assert "did you mean" in done.stderr
    assert "built again" not in done.stderr
    assert not list(store.parent.glob("*.part"))


@pytest.mark.long
@pytest.mark.parametrize("spoil", [lambda store: store.write_bytes(b"none"), Path.unlink, lambda store: fifo(store)])
def test_a_store_that_is_gone_or_broken_is_built_again(checkout: Path, spoil: Callable[[Path], object]) -> None:
    spoil(checkout / "data" / STORE)
    done = ask(checkout, "Kamen")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1


def fifo(store: Path) -> None:
    """A named pipe in the place of the store."""
    store.unlink(missing_ok=True)
    os.mkfifo(store)


def test_tables_that_are_not_in_order_are_one_line(checkout: Path) -> None:
    table = checkout / "data" / "germany" / "kreise.csv"
    lines = table.read_text(encoding="utf-8").count("\n")
    with table.open("a") as stream:
        stream.write("x,y,z,DE111,X\n")
    done = ask(checkout, "Kamen")
    assert (done.returncode, done.stdout) == (5, "")
    said, failed = done.stderr.splitlines()
    assert "built again" in said
    assert f"kreise.csv:{lines + 1}: key: found 'x', expected" in failed


def installed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the store of a folder answer."""
    monkeypatch.setattr(connection, "folder", lambda: folder)
    monkeypatch.setattr(connection, "_connections", connection._Connections())
    places.last_whole.cache_clear()
    places.area.cache_clear()
    provenance.source.cache_clear()


def test_a_stale_store_that_cannot_be_built_again_is_told(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    rename(checkout)

    def refuse(*things: object) -> None:
        raise PermissionError(13, "Permission denied")

    installed(monkeypatch, checkout / "data")
    monkeypatch.setattr(build, "write", refuse)
    with pytest.raises(BadFile, match="is older than its tables, and cannot be built again: Permission denied"):
        connection._db()


def test_an_installed_store_that_is_broken_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    store = tmp_path / STORE
    whole = (DATA / STORE).read_bytes()
    dice = random.Random(1)

    def told(reason: str) -> None:
        installed(monkeypatch, tmp_path)
        with pytest.raises(BadFile, match=rf"gazetteer\.sqlite: .*{reason}.*; install hwkcli again") as caught:
            index.hits("kamen")
        assert "\n" not in str(caught.value)

    told("there is no such file")
    for found, reason in (
        (b"", "no such table: word"),
        (b"no database at all", "file is not a database"),
        (dice.randbytes(100_000), "file is not a database"),
        (whole[:8192], "malformed"),
        (whole[:100] + dice.randbytes(20_000) + whole[20_100:], "malformed"),
    ):
        store.write_bytes(found)
        told(reason)
    fifo(store)
    told("it is no regular file")
    store.unlink()
    store.mkdir()
    told("it is no regular file")


def test_a_store_with_bytes_that_are_no_text_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    shutil.copy(DATA / STORE, tmp_path / STORE)
    with sqlite3.connect(tmp_path / STORE) as db:
        db.execute("UPDATE provenance SET fields = CAST(x'ff' AS TEXT)")
        db.execute("DELETE FROM fact WHERE name LIKE 'near%'")
    db.close()
    installed(monkeypatch, tmp_path)
    with pytest.raises(BadFile, match="Could not decode to UTF-8"):
        provenance.facts()
    with pytest.raises(BadFile, match="it is not whole; install hwkcli again"):
        index.names()


@pytest.mark.parametrize("table", ["word", "place", "locality", "inside", "responsible", "fact"])
def test_a_store_of_which_a_table_is_empty_is_told_and_answers_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: str
) -> None:
    (tmp_path / "germany").mkdir()
    shutil.copy(DATA / STORE, tmp_path / STORE)
    with sqlite3.connect(tmp_path / STORE) as db:
        db.execute(f"DELETE FROM {table}")
    db.close()
    installed(monkeypatch, tmp_path)
    with pytest.raises(BadFile, match="it is not whole; install hwkcli again"):
        index.hits("kamen")


def test_damaged_pages_are_told_or_change_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    whole = bytearray((DATA / STORE).read_bytes())
    dice = random.Random(2)
    for _ in range(40):
        spoilt = bytearray(whole)
        for at in (dice.randrange(4096, len(spoilt)) // 4096 * 4096 for _ in range(400)):
            spoilt[at : at + 64] = dice.randbytes(64)
        (tmp_path / STORE).write_bytes(spoilt)
        installed(monkeypatch, tmp_path)
        for ask in (
            lambda: index.hits("kamen"),
            lambda: list(places.every()),
            lambda: list(index.words()),
            index.names,
            responsibility.chambers,
            provenance.sources,
            provenance.facts,
            lambda: places.area("05978"),
            lambda: places.inside("05978", ("town",)),
        ):
            try:
                ask()
            except (BadFile, KeyError):
                continue


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*things: object) -> None:
        Path(str(things[1])).write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "_compile", fail)
    with pytest.raises(sqlite3.OperationalError):
        build.write(DATA, tmp_path / "store.sqlite")
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_an_accident_of_a_damaged_store_is_told_in_a_line(tmp_path: Path) -> None:
    """Emptied tables lead to errors of many kinds; whatever they are, the store explains them."""
    responsibility.chambers()
    shutil.copytree(ROOT / "hwkcli", tmp_path / "hwkcli", ignore=shutil.ignore_patterns("__pycache__"))
    store = tmp_path / "hwkcli" / "data" / STORE
    store.parent.mkdir(parents=True)
    (tmp_path / "in.csv").write_text("Ort\nKamen\n")
    for table, *words in (
        ("inside", "find", "-"),
        ("area", "towns", "--land", "Bremen"),
        ("chamber", "match", "in.csv", "-o", "out.csv"),
        ("source", "history", "Kamen"),
    ):
        shutil.copy(DATA / STORE, store)
        with closing(sqlite3.connect(store)) as db:
            assert content.is_whole(db)
            db.execute(f"DELETE FROM {table}")
            db.commit()
            assert not content.is_whole(db)
        done = subprocess.run(
            [sys.executable, "-m", "hwkcli", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            input="Kamen\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 5, (table, done)
        assert done.stderr.splitlines()[-1] == f"hwk: {store}: it is not whole; install hwkcli again"
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "out.csv").exists()


def test_an_accident_while_the_store_is_whole_is_a_bug_of_ours(hwk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    index.hits("kamen")

    def broken(*_: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr("hwkcli.gazetteer.find.Finder.ask", broken)
    with pytest.raises(KeyError, match="a bug"):
        hwk("find", "Kamen")
