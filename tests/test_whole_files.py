import errno
import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from bash import shell

from hwkcli import streams, whole_files
from hwkcli.errors import BadFile, BadSetting, Exit

HWK = Path(sys.executable).parent / "hwk"


@pytest.fixture(autouse=True)
def _nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_read", set())


OWNER, GROUP = 4, 5
"""Where these stand in what the system says of a file."""


def belongs_to_another(monkeypatch: pytest.MonkeyPatch, file: Path, whose: int) -> None:
    """Have a file belong to another owner or group, which cannot be given to another file."""
    real = os.stat

    def stat(path: Any, **more: Any) -> os.stat_result:
        found = list(real(path, **more))
        found[whose] += Path(path) == file
        return os.stat_result(found)

    def refuse(*words: Any) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(os, "chown", refuse)


def test_a_file_is_written_whole_with_the_usual_rights(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    mask = os.umask(0o027)
    try:
        whole_files.to_file("Bönen\n\udc80", file)
    finally:
        os.umask(mask)
    assert file.read_bytes() == "Bönen\n\\udc80".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_that_exists_is_replaced_unless_that_is_forced(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("old")
    with pytest.raises(BadSetting, match="exists; choose another file, or write over it with --force"):
        whole_files.to_file("new", file)
    assert file.read_text() == "old"
    whole_files.to_file("new", file, force=True)
    assert file.read_text() == "new"


def test_what_is_replaced_keeps_rights_attributes_and_owner_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "answer.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o604)
    link.symlink_to(file)
    if os.geteuid() == 0:
        os.chown(file, 1, 2)
    try:
        os.setxattr(file, "user.origin", b"Kamen")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    whole_files.to_file("new", link, force=True)
    found = file.stat()
    assert file.read_text() == "new"
    assert stat.S_IMODE(found.st_mode) == 0o604
    assert os.getxattr(file, "user.origin") == b"Kamen"
    assert link.is_symlink()
    if os.geteuid() == 0:
        assert (found.st_uid, found.st_gid) == (1, 2)


def test_who_may_not_keep_the_owner_does_not_write_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("old")
    belongs_to_another(monkeypatch, file, OWNER)
    with pytest.raises(BadFile, match="it belongs to another user"):
        whole_files.to_file("new", file, force=True)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_group_that_cannot_be_kept_gets_no_more_than_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o664)
    new.touch()
    belongs_to_another(monkeypatch, old, GROUP)
    whole_files._keep(old, new, old)
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


def test_a_file_in_the_making_is_private(tmp_path: Path) -> None:
    with whole_files.whole(tmp_path / "answer.txt") as (part,):
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        assert part.parent == tmp_path
    assert (tmp_path / "answer.txt").exists()


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_of_many_that_make_the_same_file_one_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*words: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    for number in range(20):
        file = tmp_path / f"{number}.txt"

        def make(text: str, file: Path = file) -> str | None:
            try:
                whole_files.to_file(text, file)
            except BadSetting:
                return None
            return text

        with ThreadPoolExecutor(4) as pool:
            done = [one for one in pool.map(make, "abcd") if one]
        assert [file.read_text()] == done
    assert len(list(tmp_path.iterdir())) == 20


def test_of_two_files_both_are_made_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    def make() -> None:
        with whole_files.whole(first, second) as parts:
            for part in parts:
                part.write_text("new")
            second.write_text("of another run")

    with pytest.raises(BadSetting, match="second exists"):
        make()
    assert [one.name for one in tmp_path.iterdir()] == ["second"]
    assert second.read_text() == "of another run"


def test_what_was_read_is_not_written_over_by_any_name(tmp_path: Path) -> None:
    file, link, hard = tmp_path / "in.yaml", tmp_path / "link", tmp_path / "hard"
    file.write_text("old")
    link.symlink_to(file)
    hard.hardlink_to(file)
    streams.was_read(file)
    for name in (file, link, hard):
        with pytest.raises(BadSetting, match="this is the input"):
            whole_files.to_file("new", name, force=True)
    assert file.read_text() == "old"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BadFile, match=r"answer.txt: No space left on device; free some space or write elsewhere"):
        whole_files.to_file("new", file, force=True)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(("name", "reason"), [("", "Is a directory"), ("none/x", "No such file"), ("a\0b", "null")])
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, reason: str, force: bool) -> None:
    with pytest.raises(BadFile, match=reason):
        whole_files.to_file("text", tmp_path / name, force=force)


def test_a_device_is_written_to_and_stays_a_device() -> None:
    whole_files.to_file("text", Path(os.devnull))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(BadFile, match="/dev/full: No space left on device"):
        whole_files.to_file("text", Path("/dev/full"))


def test_where_there_are_no_attributes_none_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out"
    file.write_text("old")
    for missing in ("listxattr", "chown"):
        monkeypatch.delattr(os, missing)
        whole_files.to_file("new", file, force=True)
    monkeypatch.undo()
    monkeypatch.setattr(os, "listxattr", lambda path: (_ for _ in ()).throw(OSError(errno.ENOTSUP, "no")))
    whole_files.to_file("newer", file, force=True)
    assert file.read_text() == "newer"


def test_a_file_that_appears_in_between_is_written_over_only_by_force(tmp_path: Path) -> None:
    for force in (True, False):
        file = tmp_path / f"{force}"

        def make(file: Path = file, force: bool = force) -> None:
            with whole_files.whole(file, force=force) as (part,):
                part.write_text("new")
                file.write_text("of another run")

        if force:
            make()
        else:
            with pytest.raises(BadSetting):
                make()
        assert file.read_text() == ("new" if force else "of another run")


def test_where_nothing_can_be_made_the_path_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: Any) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(BadFile, match="out: Input/output error"):
        whole_files.to_file("text", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_loop_of_links_and_a_pipe_of_the_shell(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(BadFile, match=r"loop|levels of symbolic links"):
        whole_files.to_file("text", loop)
    reader, writer = os.pipe()
    whole_files.to_file("text", Path(f"/dev/fd/{writer}"))
    os.close(writer)
    with os.fdopen(reader) as stream:
        assert stream.read() == "text"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_request_to_stop_leaves_nothing(tmp_path: Path, name: str) -> None:
    code = (
        "import sys, time, pathlib, hwkcli.cli.app as room, hwkcli.__main__ as it\n"
        "from hwkcli import scratch, whole_files\n"
        "def app(**more):\n"
        "    with scratch.folder() as folder, whole_files.whole(pathlib.Path(sys.argv[1])) as parts:\n"
        "        print(folder, flush=True)\n"
        "        time.sleep(60)\n"
        "room.app = app\nit.main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, tmp_path / "out"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    assert folder.is_dir()
    assert list(tmp_path.iterdir())
    number = getattr(signal, name)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (128 + number, "")
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_next_run_sweeps_what_a_killed_one_has_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import os, signal, pathlib\n"
        "from hwkcli import whole_files\n"
        f"with whole_files.whole(pathlib.Path({str(tmp_path / 'out')!r})):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    (left,) = tmp_path.glob(".hwk-*.part")
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    whole_files.to_file("young leftovers may be somebody's", tmp_path / "first")
    assert left.exists()
    os.utime(left, (time.time() - 7200,) * 2)
    held = tmp_path / "held"
    with whole_files.whole(held) as (part,):
        os.utime(part, (time.time() - 7200,) * 2)
        whole_files.to_file("a file in the making is nobody else's", tmp_path / "second")
        assert part.exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["first", "held", "second"]


def test_a_data_file_is_not_written_over_by_a_command_that_reads_it(tmp_path: Path) -> None:
    data = Path(__file__).parent.parent / "data"
    for name in ("districts.yaml", "figures.yaml", "contacts.yaml"):
        (tmp_path / name).write_bytes((data / name).read_bytes())
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    for line in (
        "towns --data districts.yaml -o districts.yaml",
        "contact --list --data districts.yaml -o contacts.yaml",
        "towns --data districts.yaml >> districts.yaml",
        "check districts.yaml 1<> districts.yaml",
    ):
        program, _, rest = line.partition(" ")
        done = shell(f"cd '{tmp_path}'; '{HWK}' {program} {rest}")
        assert done.returncode == Exit.USAGE, (line, done)
        assert "this is the input" in done.stderr
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_an_interrupt_while_a_file_is_made_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(file: Path) -> int:
        assert file.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(whole_files, "locked", interrupted)
    with pytest.raises(KeyboardInterrupt), whole_files.whole(tmp_path / "out.csv"):
        pass
    assert list(tmp_path.iterdir()) == []
