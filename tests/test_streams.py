import io
import os
import stat
import sys
from pathlib import Path

import pytest

from hwkcli import streams
from hwkcli.errors import BadFile


def test_a_file_is_written_whole_with_the_usual_rights(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    mask = os.umask(0o027)
    try:
        streams.to_file("Bönen\n\udc80", file)
    finally:
        os.umask(mask)
    assert file.read_bytes() == "Bönen\n\\udc80".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_replaced_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "answer.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)
    streams.to_file("new", link)
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert link.is_symlink()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BadFile, match="No space left on device; choose another file"):
        streams.to_file("new", file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("name", "reason"), [("", "Is a directory"), ("none/x", "No such file"), ("a\0b", "null")])
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(BadFile, match=reason):
        streams.to_file("text", tmp_path / name)


def test_a_device_is_written_to_and_stays_a_device() -> None:
    streams.to_file("text", Path(os.devnull))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_without_standard_output_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(BadFile, match="standard output: it is closed"):
        streams.to_stdout("text")


class Refusing(io.TextIOWrapper):
    """A standard output that fails like this when it is written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.error = error

    def flush(self) -> None:
        raise self.error

    def close(self) -> None:
        """Nothing is held back that would be written now."""


def test_a_reader_that_has_gone_is_no_error_and_a_full_disk_is(monkeypatch: pytest.MonkeyPatch) -> None:
    silenced: list[bool] = []
    monkeypatch.setattr(streams, "silence", lambda stream: silenced.append(True))
    monkeypatch.setattr(sys, "stdout", Refusing(BrokenPipeError(32, "Broken pipe")))
    streams.to_stdout("text")
    monkeypatch.setattr(sys, "stdout", Refusing(OSError(28, "No space left on device")))
    with pytest.raises(BadFile, match="standard output: No space left on device"):
        streams.to_stdout("text")
    assert silenced == [True, True]


def test_a_loop_of_links_and_a_pipe_of_the_shell(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(BadFile, match=r"loop|levels of symbolic links"):
        streams.to_file("text", loop)
    reader, writer = os.pipe()
    streams.to_file("text", Path(f"/dev/fd/{writer}"))
    os.close(writer)
    with os.fdopen(reader) as stream:
        assert stream.read() == "text"
