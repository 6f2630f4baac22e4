import errno
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bash import shell

from hwkcli import streams
from hwkcli.errors import BadFile, BadSetting, Exit

HWK = Path(sys.executable).parent / "hwk"


@pytest.fixture(autouse=True)
def _nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_read", set())


class Refusing(io.TextIOWrapper):
    """A standard output that fails like this when it is written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.error = error

    def flush(self) -> None:
        raise self.error

    def close(self) -> None:
        """Nothing is held back that would be written now."""


def test_without_standard_output_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(BadFile, match="standard output: it is closed"):
        streams.to_stdout("text")


def test_a_reader_that_has_gone_is_no_error_and_a_full_disk_is(monkeypatch: pytest.MonkeyPatch) -> None:
    silenced: list[bool] = []
    monkeypatch.setattr(streams, "silence", lambda stream: silenced.append(True))
    monkeypatch.setattr(sys, "stdout", Refusing(BrokenPipeError(32, "Broken pipe")))
    streams.to_stdout("text")
    monkeypatch.setattr(sys, "stdout", Refusing(OSError(28, "No space left on device")))
    with pytest.raises(BadFile, match="standard output: No space left on device"):
        streams.to_stdout("text")
    assert silenced == [True, True]


def test_errors_name_the_file_that_they_come_from(tmp_path: Path) -> None:
    for path, mode, number in ((tmp_path, "r", errno.EISDIR), (Path("/proc/self/mem"), "r", errno.EIO)):
        with pytest.raises(OSError, match=r"in\.csv") as error, streams.opened(path, mode, "in.csv") as stream:
            stream.read(1)
        assert (error.value.errno, error.value.filename) == (number, "in.csv")
    stream = streams.opened(Path("/dev/full"), "w", "out.csv")
    stream.write(b"x")
    with pytest.raises(OSError, match=r"out\.csv") as error:
        stream.flush()
    assert error.value.filename == "out.csv"
    with pytest.raises(OSError, match=r"out\.csv"):
        stream.close()


def test_standard_output_gets_a_buffer_and_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("wb", buffering=0) as raw:
        bare = io.TextIOWrapper(raw, "utf-8", write_through=True)
        monkeypatch.setattr(sys, "stdout", bare)
        streams.whole_stdout()
        assert sys.stdout is not bare
        streams.to_stdout("Bönen")
        assert (tmp_path / "out").read_text() == "Bönen"
        made: Any = sys.stdout
        made.detach().detach().close()
        kept = io.StringIO()
        monkeypatch.setattr(sys, "stdout", kept)
        streams.whole_stdout()
        assert sys.stdout is kept


def test_the_bytes_of_a_file_are_poured_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "part").write_bytes(b"\xff" * 3_000_000)
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    streams.pour(tmp_path / "part")
    written: Any = out.buffer
    assert written.getvalue() == b"\xff" * 3_000_000


def test_standard_output_that_is_a_file_being_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "in.yaml"
    file.write_text("old")
    with file.open("a") as out:
        monkeypatch.setattr(sys, "stdout", out)
        streams.was_read(out.fileno())
        with pytest.raises(BadSetting, match="standard output: this is the input"):
            streams.to_stdout("text")
    streams.was_read(tmp_path / "none")
    assert file.read_text() == "old"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_a_disk_does_not_take_is_no_answer(tmp_path: Path, unbuffered: str) -> None:
    for words in ("towns -f json", "--help", "towns --help"):
        for line in (f"'{HWK}' {words} > /dev/full", f"ulimit -f 1; '{HWK}' {words} > '{tmp_path}/out'"):
            done = shell(line, PYTHONUNBUFFERED=unbuffered)
            if "ulimit" in line and words != "towns -f json":
                continue  # the help is shorter than the block that is the least a limit can be
            assert done.returncode == Exit.BAD_FILE, (line, done)
            assert done.stderr.startswith("hwk: standard output: ")
            assert done.stderr.count("\n") == 1


def test_a_full_disk_is_told_in_german() -> None:
    done = shell(f"'{HWK}' towns --lang de > /dev/full")
    assert done.returncode == Exit.BAD_FILE
    reason, advice = "kein Platz mehr auf dem Datenträger", "schaffen Sie Platz, oder schreiben Sie anderswohin"
    assert done.stderr == f"hwk: Standardausgabe: {reason}; {advice}\n"


def test_an_error_without_a_name_is_not_called_standard_output(tmp_path: Path) -> None:
    code = (
        "import sys, hwkcli.cli.app as room, hwkcli.__main__ as it\n"
        "def app(**more): raise OSError(5, 'Input/output error')\n"
        "room.app = app\nit.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == Exit.BAD_FILE
    assert done.stderr == "hwk: hwk: Input/output error; try again\n"


def test_what_is_told_to_ignore_a_hang_up_does(tmp_path: Path) -> None:
    code = (
        "import signal, hwkcli.cli.app as room, hwkcli.__main__ as it\n"
        "room.app = lambda **more: print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)\nit.main()"
    )
    done = shell(f"trap '' HUP; '{sys.executable}' -c '{code}'")
    assert done.stdout == "True\n"
