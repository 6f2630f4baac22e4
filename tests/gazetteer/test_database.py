import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hwkcli.errors import BadFile
from hwkcli.gazetteer import build, database

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the package and its data, with a store that was built for it."""
    shutil.copytree(ROOT / "hwkcli", tmp_path / "hwkcli", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DATA, tmp_path / "data")
    ask(tmp_path, "Kamen")
    return tmp_path


def ask(checkout: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Runs `hwk chamber` of a checkout."""
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-m", "hwkcli", "chamber", *words, "-f", "csv"]
    return subprocess.run(command, cwd=checkout, env=environ, capture_output=True, text=True, check=False)


def rename(checkout: Path) -> None:
    """Another name for Kamen in the tables."""
    file = checkout / "data" / "germany" / "municipalities.csv"
    file.write_text(file.read_text(encoding="utf-8").replace('"Kamen, Stadt"', '"Xamen, Stadt"'), encoding="utf-8")


def test_a_store_older_than_its_tables_is_never_answered_from(checkout: Path) -> None:
    store = checkout / "data" / database.STORE
    built = store.stat().st_mtime_ns
    assert ask(checkout, "Kamen").returncode == 0
    assert store.stat().st_mtime_ns == built
    rename(checkout)
    assert ask(checkout, "Xamen").returncode == 0
    assert store.stat().st_mtime_ns != built
    assert "did you mean" in ask(checkout, "Xxamen").stderr
    assert not list(store.parent.glob("*.part"))


@pytest.mark.slow
def test_a_store_that_is_gone_or_broken_is_built_anew(checkout: Path) -> None:
    store = checkout / "data" / database.STORE
    store.write_bytes(b"no database at all")
    assert ask(checkout, "Kamen").returncode == 0
    store.unlink()
    assert ask(checkout, "Kamen").returncode == 0


def test_tables_that_are_not_in_order_are_one_line(checkout: Path) -> None:
    with (checkout / "data" / "germany" / "kreise.csv").open("a") as stream:
        stream.write("x,y,z\n")
    done = ask(checkout, "Kamen")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.count("\n") == 1
    assert "kreise.csv:402: key: found 'x', expected" in done.stderr


def test_a_stale_store_that_cannot_be_built_anew_is_told(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    rename(checkout)

    def refuse(*things: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(database, "folder", lambda: checkout / "data")
    monkeypatch.setattr(database, "_connections", database._Connections())
    monkeypatch.setattr(build, "write", refuse)
    with pytest.raises(BadFile, match="is older than its tables, and cannot be made anew: Permission denied"):
        database._db()


def test_an_installed_store_that_is_broken_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    monkeypatch.setattr(database, "folder", lambda: tmp_path)
    monkeypatch.setattr(database, "_connections", database._Connections())
    with pytest.raises(BadFile, match=r"gazetteer\.sqlite: unable to open database file; install hwkcli anew"):
        database.hits("kamen")
    (tmp_path / database.STORE).write_bytes(b"no database at all")
    with pytest.raises(BadFile, match=r"gazetteer\.sqlite: file is not a database; install hwkcli anew"):
        database.hits("kamen")


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*things: object) -> None:
        Path(str(things[1])).write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "_compile", fail)
    with pytest.raises(sqlite3.OperationalError):
        build.write(DATA, tmp_path / "store.sqlite", "")
    assert not list(tmp_path.iterdir())


def test_the_same_tables_give_the_same_store(tmp_path: Path) -> None:
    database.chambers()
    build.write(DATA, tmp_path / "again", database.stamps(DATA))
    assert (tmp_path / "again").read_bytes() == (DATA / database.STORE).read_bytes()


def test_unknown_keys_are_key_errors() -> None:
    for ask in (database.chamber, database.source, database.area):
        with pytest.raises(KeyError):
            ask("none")
    assert database.land("99") is None
