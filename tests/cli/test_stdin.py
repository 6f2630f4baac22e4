"""Many queries from standard input: answers as they come, in a memory that does not grow."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
HWK = Path(sys.executable).parent / "hwk"


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
@pytest.mark.parametrize("command", ["find", "chamber"])
def test_an_answer_comes_before_the_next_line_is_read(command: str, form: str) -> None:
    with subprocess.Popen(
        [HWK, command, "-", "-f", form], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdin
        assert process.stdout
        late = threading.Timer(20, process.kill)
        late.start()
        if form != "jsonl":
            assert "query" in process.stdout.readline()
        for place in ("Kamen", "Bönen", "Schwerte"):
            process.stdin.write(f"{place}\n")
            process.stdin.flush()
            assert place in process.stdout.readline()
        late.cancel()
        process.stdin.close()


def peak(lines: int, form: str, tmp_path: Path) -> int:
    """The most memory, in KiB, that so many queries take."""
    asked = tmp_path / f"{lines}.txt"
    asked.write_text("Kamen\n" * lines, encoding="utf-8")
    pid = os.posix_spawn(
        HWK,
        [str(HWK), "find", "-", "-f", form],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, str(asked), os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_memory_does_not_grow_with_the_number_of_lines(form: str, tmp_path: Path) -> None:
    assert peak(20_000, form, tmp_path) < peak(100, form, tmp_path) + 8 * 1024


def test_no_end_of_lines_is_no_matter_to_a_reader_that_goes_away() -> None:
    line = f'yes Kamen | "{HWK}" find - -f csv | head -2'
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.count("\n") == 2
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["find", "chamber"])
def test_a_line_that_contradicts_itself_is_told_and_the_others_are_answered(hwk: Run, command: str) -> None:
    result = hwk(command, "-", "-f", "csv", "--columns", "query", input="59174 Unna\nKamen\n")
    assert (result.exit_code, result.stdout) == (4, "query\nKamen\n")
    assert result.stderr.startswith("hwk: line 1: 'Unna' is Unna (Kreis Unna), but 59174 belongs to ")
    both = hwk(command, "-", "-f", "csv", "--columns", "query", input="59174 Unna\nKamenn\nKamen\n")
    assert (both.exit_code, both.stdout) == (3, "query\nKamen\n")


def test_only_so_many_answers_as_are_wanted_are_asked_for() -> None:
    line = f'yes Kamen | "{HWK}" find - -f csv --limit 3 --columns name,query'
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "name,query\n" + "Kamen,Kamen\n" * 3


def test_what_a_line_has_no_answer_for_is_told_with_its_number(hwk: Run) -> None:
    result = hwk("chamber", "-", "-f", "csv", "--columns", "query", input="Kamen\nKamenn\n\nNeustadt\n.\n")
    assert result.exit_code == 3
    assert result.stdout.split() == ["query", "Kamen", *["Neustadt"] * 21]
    told = result.stderr.split("\n")
    assert told[0].startswith("hwk: line 2: no place 'Kamenn' in Germany; did you mean ")
    assert told[1].startswith("hwk: line 4: 'Neustadt' is 21 places of 17 chambers: ")
    assert told[2] == "hwk: line 5: a query needs a letter or a digit"
    german = hwk("find", "-", "--lang", "de", input="Kamenn\n")
    assert german.stderr.startswith("hwk: Zeile 1: ")


def test_who_waits_for_a_long_table_is_told_why(hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwkcli.cli.reply._MANY", 3)
    said = "4 rows are drawn as a table, which takes a while; -f csv writes each at once"
    assert hwk("find", "-", input="Kamen\n" * 4).stderr == f"hwk: {said}\n"
    assert hwk("find", "-", input="Kamen\n" * 3).stderr == ""
    assert hwk("find", "-", "-f", "csv", input="Kamen\n" * 4).stderr == ""


def test_a_list_of_answers_goes_into_a_file_whole(hwk: Run, tmp_path: Path) -> None:
    hwk("find", "-", "-o", tmp_path / "found.csv", input="Kamen\nUnna\n")
    assert len((tmp_path / "found.csv").read_text(encoding="utf-8").splitlines()) == 1 + 3
    broken = hwk("find", "-", "-o", tmp_path / "broken.csv", input=b"Kamen\nB\xf6nen\n")
    assert broken.exit_code == 5
    assert [one.name for one in tmp_path.iterdir()] == ["found.csv"]


@pytest.mark.parametrize("command", ["find -", "chamber -", "check -"])
@pytest.mark.parametrize("way", ["--force -o {file} < {file}", "< {file} >> {file}", "< {file} 1<> {file}"])
def test_the_file_that_is_standard_input_is_not_written_to(tmp_path: Path, command: str, way: str) -> None:
    file = tmp_path / "asked.txt"
    file.write_text("Kamen\nUnna\n")
    done = subprocess.run(
        ["sh", "-c", f"{HWK} {command} {way.format(file=file)}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done
    assert done.stderr.splitlines()[-1].endswith(("choose another file", "write to another file"))
    assert "this is the input" in done.stderr
    assert file.read_text() == "Kamen\nUnna\n"
    assert [one.name for one in tmp_path.iterdir()] == ["asked.txt"]
