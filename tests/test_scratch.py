import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from hwkcli import scratch
from hwkcli.errors import BadFile


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def old(path: Path) -> Path:
    os.utime(path, (time.time() - 7200,) * 2, follow_symlinks=False)
    return path


def test_a_folder_is_private_and_goes_away(tmp_path: Path) -> None:
    with scratch.folder() as made:
        (made / "x").mkdir()
        assert stat.S_IMODE(made.stat().st_mode) == 0o700
        assert made.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_old_folders_without_their_process_are_swept_and_nothing_else(tmp_path: Path) -> None:
    code = (
        "import os, signal\nfrom hwkcli import scratch\n"
        "with scratch.folder() as made:\n    (made / 'addresses.csv').touch()\n    os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(tmp_path)}, check=False)
    (left,) = tmp_path.iterdir()
    (tmp_path / "hwk-young").mkdir()
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept").touch()
    (tmp_path / "hwk-link").symlink_to(other)
    for one in (left, other, tmp_path / "hwk-link"):
        old(one)
    with scratch.folder() as held:
        old(held)
        with scratch.folder():
            assert held.exists()
        assert not left.exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hwk-link", "hwk-young", "other"]
    assert (other / "kept").exists()


def test_where_there_can_be_no_folder_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(BadFile, match=r"temporary folder .*none: No such file or directory; free some space there"):
        scratch.folder().__enter__()
    monkeypatch.setattr(tempfile, "tempdir", None)

    def refuse() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    with pytest.raises(BadFile, match=r"temporary folder: No usable temporary directory found in .*TMPDIR"):
        scratch.folder().__enter__()


def test_without_locks_what_is_old_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    (tmp_path / "hwk-1").mkdir()
    (tmp_path / "hwk-2").touch()
    for one in tmp_path.iterdir():
        old(one)
    with scratch.folder() as made:
        assert list(tmp_path.iterdir()) == [made]


def test_a_folder_that_cannot_be_listed_is_left(tmp_path: Path) -> None:
    scratch.sweep(tmp_path / "none", "hwk-")


@pytest.mark.parametrize(
    ("stops", "raised"), [((KeyboardInterrupt,), None), ((SystemExit, KeyboardInterrupt), SystemExit)]
)
def test_a_folder_is_removed_whatever_comes_in_between(
    stops: tuple[type[BaseException], ...],
    raised: type[BaseException] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rest, remove = list(stops), shutil.rmtree

    def stopped(path: Path, ignore_errors: bool) -> None:
        if rest:
            raise rest.pop(0)
        remove(path, ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", stopped)
    with pytest.raises(raised) if raised else nullcontext(), scratch.folder() as made:
        (made / "in.csv").touch()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_removed_that_is_interrupted_while_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def stopped(path: Path, mode: int) -> None:
        make(path, mode)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "mkdir", stopped)
    with pytest.raises(KeyboardInterrupt), scratch.folder():
        pass
    assert list(tmp_path.iterdir()) == []
