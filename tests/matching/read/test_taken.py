"""The file that is read, taken once."""

import io
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from hwkcli import streams, whole_files
from hwkcli.errors import BadFile, BadSetting
from hwkcli.matching.read import plain, taken
from hwkcli.matching.read.taken import take

MIB = 1 << 20


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(streams, "_read", set())
    made = tmp_path / "tmp"
    made.mkdir()
    return made


def test_a_file_is_read_where_it_is_and_remembered(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("PLZ\n")
    found = take(file, folder, MIB)
    assert (found.file, found.shown) == (file, str(file))
    found.check()
    with pytest.raises(BadSetting, match="this is the input"):
        whole_files.may_write(file, True)
    os.utime(file, (1, 1))
    with pytest.raises(BadFile, match="it changed while it was read"):
        found.check()
    file.unlink()
    with pytest.raises(BadFile, match="it changed while it was read"):
        found.check()


def test_what_is_no_file_or_too_large_is_refused(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(BadFile, match="this is a directory"):
        take(tmp_path, folder, MIB)
    (tmp_path / "in.csv").write_bytes(bytes(100))
    with pytest.raises(BadFile, match="it has more than 99 bytes; allow more with --max-size"):
        take(tmp_path / "in.csv", folder, 99)
    with pytest.raises(BadFile, match="nothing but NUL bytes"):
        take(Path("/dev/zero"), folder, MIB)
    with pytest.raises(BadFile, match="it has more than 1 MiB"):
        take(Path("/dev/urandom"), folder, MIB)


def test_a_name_that_is_no_text_gets_one(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / os.fsdecode(b"in\xff.csv")
    file.write_text("PLZ\n")
    found = take(file, folder, MIB)
    assert found.shown == f"{tmp_path}/in\\xff.csv"
    assert found.file.name == "named"
    assert found.file.read_text() == "PLZ\n"


def test_a_pipe_is_copied(tmp_path: Path, folder: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=("PLZ\n59174\n",)).start()
    found = take(pipe, folder, MIB)
    assert found.file.read_text() == "PLZ\n59174\n"
    found.check()


def test_standard_input(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(BadFile, match="standard input: it is closed"):
        take(Path("-"), folder, MIB)
    held: Any = io.TextIOWrapper(io.BytesIO(b"PLZ\n"))
    monkeypatch.setattr(sys, "stdin", held)
    assert take(Path("-"), folder, MIB).file.read_text() == "PLZ\n"
    file = tmp_path / "in.csv"
    file.write_text("PLZ\n59174\n")
    with file.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        found = take(Path("-"), folder, MIB)
        assert (found.file.read_text(), found.shown) == ("PLZ\n59174\n", "standard input")
        found.check()
        with pytest.raises(BadSetting, match="this is the input"):
            whole_files.may_write(file, True)
        os.utime(file, (1, 1))
        with pytest.raises(BadFile, match="standard input: it changed"):
            found.check()


def test_what_gzip_unpacks_to_is_bounded(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    packed = tmp_path / "in.csv.gz"
    packed.write_bytes(gzip.compress(b"59174;Kamen\n" * 1000))
    assert plain.unpacked(packed, folder / "x", "in", MIB).stat().st_size == 12_000
    with pytest.raises(BadFile, match=r"it has more than 9.77 KiB"):
        plain.unpacked(packed, folder / "x", "in", 10_000)
    monkeypatch.setattr(plain, "_NO_LINE", 1000)
    monkeypatch.setattr(plain, "CHUNK", 600)
    packed.write_bytes(gzip.compress(b"x" * 2000))
    with pytest.raises(BadFile, match="without a line break"):
        plain.unpacked(packed, folder / "x", "in", MIB)
    assert taken.too_large("in", 1 << 33) == "in: it has more than 8 GiB; allow more with --max-size, or split the file"
