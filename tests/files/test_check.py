"""`hwk check` refuses what cannot be, and says where."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from faulty_values import CASES, KAMEN
from typer.testing import Result

import hwkcli
from hwkcli.errors import Fault
from hwkcli.files import check, load
from hwkcli.gazetteer import register

Edit = Callable[..., Path]
Run = Callable[..., Result]
Faults = Callable[..., tuple[Fault, ...]]

DATA = Path(__file__).parent.parent.parent / "data"
REGISTER = register.national()


@pytest.fixture
def faults(edited: Edit, tmp_path: Path) -> Faults:
    """What `check` says of the shipped files with some text in one of them replaced, and the national register."""

    def find(file: str, old: str, new: str) -> tuple[Fault, ...]:
        own = edited(*([(old, new)] if file == "districts.yaml" else []))
        if file != "districts.yaml":
            text = (tmp_path / file).read_text(encoding="utf-8")
            assert old in text
            (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return check.of_file(own, hwkcli.load, lambda: REGISTER).faults

    return find


@pytest.mark.parametrize("name", ["districts.yaml", "figures.yaml", "contacts.yaml", "chambers.yaml"])
def test_the_shipped_files_pass_with_the_national_register(name: str) -> None:
    assert check.of_file(DATA / name, hwkcli.load, register.national).faults == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "found", "expected"), CASES, ids=[case[2][:40] for case in CASES]
)
def test_what_cannot_be_is_refused_with_its_line_and_path(
    faults: Faults, tmp_path: Path, file: str, old: str, new: str, path: str, found: str, expected: str
) -> None:
    told = faults(file, old, new)
    fault = next(fault for fault in told if fault.path.startswith(path) and expected in fault.expected)
    assert found in fault.found
    own = tmp_path / ("own.yaml" if file == "districts.yaml" else file)
    assert fault.file == str(own)
    lines = own.read_text(encoding="utf-8").split("\n")
    assert fault.line is not None
    assert lines[fault.line - 1].strip()
    assert str(fault).isprintable()


def test_without_a_register_only_what_the_file_itself_says_is_looked_at(edited: Edit) -> None:
    file = edited(('postal_codes: ["59174"]', 'postal_codes: ["80331"]'))
    assert check.of_file(file, hwkcli.load).faults == ()
    assert check.of_file(file, hwkcli.load, lambda: REGISTER).faults[0].path == f"{KAMEN}.postal_codes[0]"


def test_a_register_that_cannot_be_read_is_told_and_the_rest_is_checked(
    hwk: Run, edited: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise hwkcli.BadFile("gazetteer.sqlite is missing")

    monkeypatch.setattr(register, "national", refuse)
    result = hwk("check", edited(('postal_codes: ["59174"]', 'postal_codes: ["80331"]')))
    assert result.exit_code == 0
    assert result.stderr == (
        "hwk: keys and postal codes were not compared with the national register: gazetteer.sqlite is missing\n"
    )


def test_the_store_says_of_keys_and_codes_what_the_tables_say() -> None:
    """An installed package has no tables."""
    store = register.FromStore()
    district = hwkcli.load()
    keys = {town.ags for town in district.towns} | {kreis.key for kreis in district.kreise}
    keys |= {"11000000", "09162000", "09184", "06633030", "05978999", "05979", "99", ""}
    for key in keys:
        found, known = store.entry(key), REGISTER.entry(key)
        assert (found and found[:2]) == (known and known[:2]), key
        assert len(key) < 8 or found == known
    codes = {code for town in district.towns for code in (*town.postal_codes, *town.company_postal_codes)}
    for code in {*codes, "80331", "19273", "00000", "53111", "37194"} - {
        code for town in district.towns for code in town.company_postal_codes
    }:
        assert {entry.key for entry in store.at(code)} == {entry.key for entry in REGISTER.at(code)}, code


@pytest.mark.parametrize("name", ["districts.yaml", "figures.yaml", "contacts.yaml", "chambers.yaml"])
def test_data_may_come_from_standard_input(hwk: Run, name: str) -> None:
    result = hwk("check", "-", input=(DATA / name).read_bytes())
    assert result.exit_code == 0
    assert "no faults" in result.stdout
    unseen = ["figures.yaml", "contacts.yaml"] if name == "districts.yaml" else []
    assert [line for line in result.stderr.splitlines() if line] == [
        f"hwk: standard input has no folder to look for {file} in; check that file by itself" for file in unseen
    ]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "standard input: found an empty file, expected a chamber district"),
        (b"chamber: \xff", "standard input:1: found the byte 0xff, which is not UTF-8, expected UTF-8"),
        (b"figures: []", "standard input:1: licence: found nothing, expected the key licence"),
        (b"contacts: [}", "standard input:1: found invalid YAML"),
        (b"chambers: []", "standard input:1: chambers: found an empty list, expected a list with something in it"),
        (b"kreise: 5\n", "standard input:1: kreise: found 5 without quotes, expected a list"),
    ],
)
def test_faults_of_standard_input_are_told(data: bytes, fault: str) -> None:
    told = check.of_bytes(data, "standard input", hwkcli.load).faults
    assert any(str(one).startswith(fault) for one in told), told
    assert all(one.file == "standard input" for one in told)


def test_standard_input_has_its_name_in_the_language(hwk: Run) -> None:
    result = hwk("check", "-", "--lang", "de", input="a: 1\n")
    assert result.stdout.startswith("Standardeingabe\n")
    assert result.stderr == "hwk: Standardeingabe: 6 Fehler; beheben Sie sie und prüfen Sie noch einmal\n"


def test_files_named_on_standard_input_may_not_be_elsewhere_either() -> None:
    data = (DATA / "districts.yaml").read_bytes().replace(b"figures_file: figures.yaml", b"figures_file: /etc/passwd")
    (fault,) = check.of_bytes(data, "standard input", hwkcli.load).faults
    assert (fault.path, fault.found) == ("figures_file", "/etc/passwd")


def test_no_line_of_a_file_elsewhere_is_shown(edited: Edit, hwk: Run, tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("root:x:0:0: the secret\n", encoding="utf-8")
    file = edited()
    (tmp_path / "figures.yaml").unlink()
    (tmp_path / "figures.yaml").symlink_to(secret)
    for words in (("check", file), ("stats", "--list", "--data", file), ("towns", "--data", file)):
        result = hwk(*words)
        assert result.exit_code == 5
        assert "the secret" not in result.output
        assert "figures.yaml, a link out of the folder" in result.output.replace("\n", " ")


def test_faults_stand_under_the_name_of_the_file_that_has_them(edited: Edit, hwk: Run, tmp_path: Path) -> None:
    own, figures = edited(), tmp_path / "figures.yaml"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace('"19.683"', '"19.684"', 1), encoding="utf-8")
    result = hwk("check", str(own))
    assert result.exit_code == 5
    assert result.stdout.startswith(f"{figures}\n")
    assert result.stderr == f"hwk: {figures}: 1 fault; fix the file and check again\n"
    contacts = tmp_path / "contacts.yaml"
    contacts.write_text(contacts.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    result = hwk("check", str(own))
    title, _, head, _, *rows = result.stdout.splitlines()
    assert (title, head.split()) == (str(own), ["File", "Line", "Path", "Found", "Expected"])
    assert [row.split()[0] for row in rows] == ["figures.yaml", "contacts.yaml"]
    assert f"{figures} and {contacts}: 2 faults; fix them" in result.stderr


def test_links_that_stay_are_followed(edited: Edit, tmp_path: Path) -> None:
    """As where an installer links all files of a package to a cache."""
    file = edited()
    linked = tmp_path / "linked"
    linked.mkdir()
    for name in ("own.yaml", "figures.yaml", "contacts.yaml"):
        (linked / name).symlink_to(tmp_path / name)
    assert check.of_file(linked / "own.yaml", hwkcli.load).faults == ()
    assert load.history(hwkcli.load(linked / "own.yaml")) == load.history(hwkcli.load(file))


def test_what_is_no_regular_file_beside_is_not_read(edited: Edit, tmp_path: Path) -> None:
    file = edited()
    figures = tmp_path / "figures.yaml"
    figures.unlink()
    os.mkfifo(figures)
    (fault,) = check.of_file(file, hwkcli.load).faults
    lines = file.read_text(encoding="utf-8").split("\n")
    assert (fault.path, lines[(fault.line or 0) - 1]) == ("figures_file", "figures_file: figures.yaml")
    assert "figures.yaml: not a regular file" in fault.found
    with pytest.raises(hwkcli.BadFile, match="not a regular file"):
        load.history(hwkcli.load(file))
    figures.unlink()
    figures.symlink_to(figures)
    (fault,) = check.of_file(file, hwkcli.load).faults
    assert "Too many levels of symbolic links" in fault.found


READS = """
import collections, os, sys
opened = collections.Counter()
names = ("districts.yaml", "figures.yaml", "contacts.yaml", "chambers.yaml")
def hear(event, args):
    if event == "open" and os.path.basename(str(args[0])) in names:
        opened[os.path.basename(args[0])] += 1
sys.addaudithook(hear)
from hwkcli.__main__ import run
code = run()
print(dict(sorted(opened.items())), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "read"),
    [
        ("towns --kreis Unna", ["districts.yaml"]),
        ("stats", ["districts.yaml"]),
        ("stats businesses --history", ["districts.yaml", "figures.yaml"]),
        ("kreise --stats businesses", ["districts.yaml", "figures.yaml"]),
        ("contact", ["districts.yaml"]),
        ("contact --list", ["contacts.yaml", "districts.yaml"]),
        ("sources", ["contacts.yaml", "districts.yaml", "figures.yaml"]),
        ("check data/districts.yaml", ["contacts.yaml", "districts.yaml", "figures.yaml"]),
        ("check data/figures.yaml", ["districts.yaml", "figures.yaml"]),
        ("check data/contacts.yaml", ["contacts.yaml", "districts.yaml"]),
        ("check data/chambers.yaml", ["chambers.yaml"]),
    ],
)
def test_a_command_reads_each_data_file_once(command: str, read: list[str]) -> None:
    """Counted by the interpreter itself, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", READS, *command.split()], cwd=DATA.parent, capture_output=True, text=True, check=True
    )
    assert run.stderr.splitlines()[-1] == str(dict.fromkeys(read, 1))


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def kreise(count: int) -> bytes:
    """A district of so many kreisfreie Städte, each with an alias, in as many groups."""
    town = "printed_name: O{n}, kind: city, ags: '{n}000', aliases: [Alias {n}]"
    head = "chamber: {{name: A, short_name: A, district: A, seat: A, web: a.de, sources: [s]}}\n"
    head += "sources: [{{id: s, publisher: A, title: A, edition: A, licence: A, attribution: A}}]\n"
    fields = "[key, group, name, printed_name, kind, ags, aliases]"
    lines = [head.format(), f"facts: [{{fields: {fields}, source: s}}]\n", "groups:\n"]
    lines += [f"- name: G{n}\n" for n in range(10000, 10000 + count)]
    lines.append("kreise:\n")
    for n in range(10000, 10000 + count):
        inside = f"{{name: O{n}, {town.format(n=n)}}}"
        lines.append(f"- {{key: '{n}', name: O{n}, kind: kreisfreie_stadt, group: G{n}, towns: [{inside}]}}\n")
    return "".join(lines).encode()


@pytest.mark.slow
def test_a_file_of_4000_kreise_takes_no_more_than_its_share_of_time() -> None:
    few, many = kreise(500), kreise(4000)
    assert check.of_bytes(few, "few", hwkcli.load).faults == ()
    assert check.of_bytes(many, "many", hwkcli.load).faults == ()
    short = min(seconds(lambda: check.of_bytes(few, "few", hwkcli.load)) for _ in range(3))
    assert seconds(lambda: check.of_bytes(many, "many", hwkcli.load)) < 8 * short * 3, "more than three times linear"


@pytest.mark.slow
def test_faults_without_end_are_counted_to_a_thousand() -> None:
    data = kreise(8000).replace(b"kind: city", b"kind: castle")
    told = check.of_bytes(data, "many", hwkcli.load).faults
    assert len(told) == 1001
    assert str(told[-1]) == "many: found more than 1000 faults, expected fewer; fix these and check again"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a: " + b"9" * 5000, "the unknown key a"),
        (b"? " + b"9" * 5000 + b"\n: 1", "the unknown key 999999999"),
        (b"? " + b"x" * 100_000 + b"\n: 1\n", "the unknown key xxxxxxxx"),
        (b"a: [" + b"[" * 100_000, "nesting without end"),
        (b"- " * 100_000, "nesting without end"),
        (b"".join(b"%%TAG !a%d! x\n" % n for n in range(100_000)) + b"--- 1\n", "the YAML directive %TAG"),
        (b"a: &a [x, x]\nb: [*a, *a]\n", "the YAML anchor &a"),
        (b"- a\n" * 600_000, "more than 500000 values"),
        (b"a: '" + b"\n" * 100_000 + b"'\n", "the unknown key a"),
        (b"#" * 1_000_000, "an empty file"),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_yaml_that_explodes_is_refused_at_once(data: bytes, found: str) -> None:
    def look() -> None:
        told = check.of_bytes(data, "bomb", hwkcli.load).faults
        assert any(found in fault.found for fault in told), told[:2]
        assert max(len(str(fault)) for fault in told) < 1000

    assert seconds(look) < 10
