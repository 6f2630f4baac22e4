import ast
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hwkcli.gazetteer.store import freshness

ROOT = Path(__file__).parent.parent.parent


def imported(file: Path) -> Iterator[Path]:
    """The rooms of the package that a file imports, at its top or in a function."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith("hwkcli."):
                room = (ROOT / name.replace(".", "/")).with_suffix(".py")
                if room.exists():
                    yield room


def test_every_room_that_compiles_the_store_is_named() -> None:
    package = ROOT / "hwkcli"
    todo, seen = [package / "gazetteer" / "store" / "build.py"], set()
    while todo:
        room = todo.pop()
        if room not in seen:
            seen.add(room)
            todo += imported(room)
    assert {room.relative_to(package).as_posix() for room in seen} == set(freshness.ROOMS)


def test_every_table_that_is_read_is_named() -> None:
    files = freshness.parts(ROOT / "data")
    assert all(file.exists() for file in files)
    names = {file.relative_to(ROOT / "data").as_posix() for file in files if file.is_relative_to(ROOT / "data")}
    tables = {f"germany/{file.name}" for file in (ROOT / "data" / "germany").glob("*.csv")}
    assert tables <= names


def test_an_installed_package_has_no_parts(tmp_path: Path) -> None:
    assert freshness.parts(tmp_path) == ()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two parts of a store, which changed an hour ago."""
    made = (tmp_path / "a.csv", tmp_path / "b.csv")
    for file in made:
        file.write_text(file.name)
        age(file, 3600)
    return made


def age(file: Path, seconds: int) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_contents_decide_and_not_times(files: tuple[Path, Path], tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    made_of = freshness.digest(files)
    assert not freshness.is_fresh(files, store, None)
    assert freshness.is_fresh(files, store, made_of)
    assert (tmp_path / "store.seen").exists()
    age(files[0], 1800)
    assert freshness.is_fresh(files, store, made_of)
    files[0].write_text("another")
    assert not freshness.is_fresh(files, store, made_of)
    files[0].write_text(files[0].name)
    assert freshness.is_fresh(files, store, made_of)


def test_what_looks_as_before_is_not_read_again(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store.sqlite"
    made_of = freshness.digest(files)
    assert freshness.is_fresh(files, store, made_of)

    def read(*things: object) -> str:
        raise AssertionError("the files are read again")

    monkeypatch.setattr(freshness, "digest", read)
    assert freshness.is_fresh(files, store, made_of)


def test_nothing_is_kept_of_files_that_have_just_changed(files: tuple[Path, Path], tmp_path: Path) -> None:
    age(files[1], 0)
    assert freshness.is_fresh(files, tmp_path / "store.sqlite", freshness.digest(files))
    assert not (tmp_path / "store.seen").exists()


def test_a_name_and_a_content_cannot_be_taken_for_another(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_text("x")
    other.write_text("")
    first = freshness.digest((one, other))
    one.write_text("")
    other.write_text("x")
    assert freshness.digest((one, other)) != first
    other.unlink()
    assert freshness.digest((one, other)) not in (first, freshness.digest((one,)))
