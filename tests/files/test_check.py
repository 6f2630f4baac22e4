"""`hwk check` refuses what cannot be, and says where."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
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
KAMEN = "kreise[7].towns[5]"
PRESS = "contacts[0]"


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


IN_DISTRICT = [
    # What is replaced by what; the path, what was found, what was expected.
    ("population: 42205", "population: 0", f"{KAMEN}.population", "0", "at least 1"),
    ("population: 42205", "population: 4000000", f"{KAMEN}.population", "4000000", "from 0 to 3999999"),
    ("population: 42205", f"population: {'4' * 5000}", f"{KAMEN}.population", "444...", "a whole number"),
    ("area_km2: 40.95", "area_km2: 0", f"{KAMEN}.area_km2", "0", "from 0.01 to 1000"),
    ("area_km2: 40.95", "area_km2: 4095", f"{KAMEN}.area_km2", "4095", "from 0.01 to 1000"),
    ("area_km2: 40.95", "area_km2: -40.95", f"{KAMEN}.area_km2", "-40.95", "from 0.01 to 1000"),
    (
        "latitude: 51.592335",
        "latitude: 7.662404",
        f"{KAMEN}.latitude",
        "7.662404",
        "the latitude; latitude and longitu",
    ),
    ("longitude: 7.662404", "longitude: 51.59", f"{KAMEN}.longitude", "51.59", "the longitude; latitude and longitude"),
    ("latitude: 51.592335", "latitude: 41.592335", f"{KAMEN}.latitude", "41.592335", "a latitude in Germany"),
    ("longitude: 7.662404", "longitude: 76.62404", f"{KAMEN}.longitude", "76.62404", "a longitude in Germany"),
    ("latitude: 51.592335", "latitude: 51.992335", f"{KAMEN}.latitude", "km from Kamen", "about 51.592335"),
    ('ags: "05978020"\n    ars: "059780020020"', 'ags: "05978999"', f"{KAMEN}.ags", "05978999", "national register"),
    (
        "- name: Kamen\n    official_name: Kamen, Stadt",
        "- name: Unkamen",
        f"{KAMEN}.ags",
        "which is Kamen, Stadt",
        "Unkamen",
    ),
    ('ags: "05978020"', 'ags: "05974020"', f"{KAMEN}.ags", "05974020", "an AGS of Kreis Unna: 05978..."),
    ('postal_codes: ["59174"]', 'postal_codes: ["59173"]', f"{KAMEN}.postal_codes[0]", "no delivery area", "in use"),
    ('postal_codes: ["59174"]', 'postal_codes: ["00000"]', f"{KAMEN}.postal_codes[0]", '"00000"', "that there is"),
    ('postal_codes: ["59174"]', 'postal_codes: ["80331"]', f"{KAMEN}.postal_codes[0]", "which is in München", "Kamen"),
    (
        'postal_codes: ["59174"]',
        'postal_codes: ["59192"]',
        f"{KAMEN}.postal_codes[0]",
        "which is in Bergkamen",
        "Kamen",
    ),
    ('["59172"]', '["44135"]', f"{KAMEN}.company_postal_codes[0]", "which is in Dortmund", "a code of Kamen"),
    ("- name: Kamen\n", '- name: " "\n', f"{KAMEN}.name", '" "', "text"),
    ("- name: Kamen\n", '- name: "-"\n', f"{KAMEN}.name", '"-"', "a letter in it"),
    ("- name: Kamen\n", "- name: –\n", f"{KAMEN}.name", "–", "a letter in it"),
    ("- name: Kamen\n", '- name: "59174"\n', f"{KAMEN}.name", '"59174"', "a letter in it"),
    ("- name: Kamen\n", '- name: "Ka\\e[31mmen"\n', f"{KAMEN}.name", "the invisible character U+001B", "one line"),
    ("- name: Kamen\n", '- name: "\\u202eKamen"\n', f"{KAMEN}.name", "the invisible character U+202E", "one line"),
    ("- name: Kamen\n", '- name: "Ka\\u200bmen"\n', f"{KAMEN}.name", "the invisible character U+200B", "one line"),
    ("- name: Kamen\n", '- name: "K\\ufffdmen"\n', f"{KAMEN}.name", "U+FFFD", "one line"),
    ("- name: Kamen\n", '- name: "Ka\\nmen"\n', f"{KAMEN}.name", "a line break", "one line of text"),
    ("- name: Kamen\n", "- name: |\n      Kamen\n", f"{KAMEN}.name", "a line break", "one line of text"),
    ("- name: Kamen\n", '- name: " Kamen"\n', f"{KAMEN}.name", "blanks around it", "the same without"),
    ("- name: Kamen\n", f"- name: {'K' * 101}\n", f"{KAMEN}.name", "101 characters", "at most 100"),
    ("aliases: [Kamen (Westf.)]", 'aliases: ["."]', f"{KAMEN}.aliases[0]", '"."', "a letter in it"),
    ("presse@hwk-do.de", "presse.hwk-do.de", f"{PRESS}.email", "presse.hwk-do.de", "an e-mail address"),
    ("presse@hwk-do.de", "presse@hwk@do.de", f"{PRESS}.email", "presse@hwk@do.de", "an e-mail address"),
    ("presse@hwk-do.de", "presse @hwk-do.de", f"{PRESS}.email", "presse @hwk-do.de", "an e-mail address"),
    ("presse@hwk-do.de", "presse@localhost", f"{PRESS}.email", "presse@localhost", "an e-mail address"),
    ("presse@hwk-do.de", '"presse@hwk-do.de\\nTEL:110"', f"{PRESS}.email", "a line break", "one line of text"),
    ("phone: +49 231 5493-422", "phone: +49 231", f"{PRESS}.phone", "+49 231", "a telephone number"),
    ("phone: +49 231 5493-422", "phone: +49 0231 5493-422", f"{PRESS}.phone", "+49 0231", "a telephone number"),
    ("phone: +49 231 5493-422", "phone: +49 231 5493-42212345", f"{PRESS}.phone", "+49", "a telephone number"),
    ("phone: +49 231 5493-422", "phone: siehe Web", f"{PRESS}.phone", "siehe Web", "a telephone number"),
    (
        "phone_printed: 0231 5493-422",
        "phone_printed: 0231 5493-423",
        f"{PRESS}.phone_printed",
        "423",
        "+49 231 5493-422",
    ),
    ("  phone: +49 231 5493-422\n", "", f"{PRESS}.phone_printed", "0231 5493-422 alone", "phone beside it"),
    (
        '  postal_code: "44139"',
        '  town: "05913000"\n  postal_code: "59174"',
        f"{PRESS}.postal_code",
        "Kamen",
        "Dortmund",
    ),
    ("web: hwk-do.de\n  sources", "web: javascript:alert(1)\n  sources", "chamber.web", "javascript:alert(1)", "a web"),
    ("web: hwk-do.de\n  sources", "web: ftp://hwk-do.de\n  sources", "chamber.web", "ftp://hwk-do.de", "a web address"),
    ("web: hwk-do.de\n  sources", "web: https://hwk-do.de@x.org\n  sources", "chamber.web", "@x.org", "a web address"),
    ('"https://www.zensus2022.de"', '"data:text/html,x"', "sources[2].url", "data:text/html,x", "begins with https://"),
    ('"https://www.zensus2022.de"', '"//www.zensus2022.de"', "sources[2].url", "//www", "begins with https://"),
    ('"https://www.zensus2022.de"', '"https://a.de/<b>"', "sources[2].url", "<b>", "begins with https://"),
    ("- id: nwbib\n", "- id: nw bib\n", "sources[5].id", "nw bib", "letters, digits and"),
    ("- id: nwbib\n", "- id: $(id)\n", "sources[5].id", "$(id)", "letters, digits and"),
    ("value: 20498", "value: 20489", "figures[0].printed", '"20.498"', "the value 20489 as the source prints it"),
    ("value: 20498", "value: 20.498", "figures[0].value", "20.498 businesses", "a whole number, without separators"),
    ("value: 16400000000", "value: 16000000000", "figures[3].printed", '"16,4 Mrd."', "the value 16000000000"),
    ("value: 16400000000", "value: 16.4", "figures[3].printed", '"16,4 Mrd."', "the value 16.4"),
    ("printed: 16,4 Mrd.\n", "printed: 16,4 Mio.\n", "figures[3].printed", '"16,4 Mio."', "the value 16400000000"),
    ('printed: "20.498"', 'printed: "rund 20.498"', "figures[0].precision", 'printed is "rund 20.498"', "rounded"),
    ('printed: "20.498"', f'printed: "{"2" * 400}"', "figures[0].printed", "400 characters", "at most 300"),
    (
        "metric: businesses\n",
        'metric: businesses\n  territory: "05978"\n',
        "figures[0].territory",
        "05978",
        "figures_file",
    ),
    ('as_of: "2024-01"\n', 'as_of: "0001"\n', "figures[0].as_of", '"0001"', "from 1800 to 2100"),
    ('as_of: "2024-01"\n', 'as_of: "9999-12-31"\n', "figures[0].as_of", '"9999-12-31"', "from 1800 to 2100"),
    ("  unit: businesses\n", "  unit: furlongs\n", "metrics[0].unit", "furlongs", "businesses, persons, contracts"),
    (
        "  label: {de: Mitgliedsunternehmen, en: Member businesses}\n",
        "",
        "metrics[0].label",
        "nothing",
        "the key label",
    ),
    ("  role: Leiter", "  kind: spokesman\n  role: Leiter", f"{PRESS}.kind", "spokesman", "press, chamber, site"),
    ("figures_file: figures.yaml", "figures_file: /etc/passwd", "figures_file", "/etc/passwd", "in the folder of this"),
    (
        "figures_file: figures.yaml",
        "figures_file: ../figures.yaml",
        "figures_file",
        "../figures",
        "in the folder of this",
    ),
    ("figures_file: figures.yaml", "figures_file: a/../../x", "figures_file", "a/../../x", "in the folder of this"),
    ("figures_file: figures.yaml", 'figures_file: "C:\\\\x.yaml"', "figures_file", "x.yaml", "in the folder of this"),
    ("figures_file: figures.yaml", "figures_file: ~/x.yaml", "figures_file", "~/x.yaml", "in the folder of this"),
    ("figures_file: figures.yaml", "figures_file: none.yaml", "figures_file", "No such file", "a file beside this one"),
    ("figures_file: figures.yaml", "figures_file: .", "figures_file", ".", "a letter or a digit"),
    ('- key: "05978"', '- key: "05979"', "kreise[7].towns[0].ags", "05978004", "an AGS of Kreis Unna: 05979..."),
    ('- {ags: "09376112"', '- {ags: "09376999"', "namesakes[0].municipalities[0].ags", "09376999", "register"),
    ('- {ags: "09376112"', '- {ags: "09376116"', "namesakes[0].municipalities[0].ags", "which is", "the key of Alt"),
]
IN_FIGURES = [
    ("metrics:\n", "metrics: []\nmetrcs:\n", "metrics", "an empty list", "a list with something in it"),
    ("  unit: businesses\n", "  unit: hours\n", "metrics[1].unit", "hours", "businesses, persons"),
    (
        "- id: businesses\n  kind",
        "- id: businesses\n  unit: EUR\n  kind",
        "metrics[0].unit",
        "another unit than",
        "the same",
    ),
    (
        "- id: businesses\n  kind: stock",
        "- id: businesses\n  kind: bulk",
        "metrics[0].kind",
        "bulk",
        "stock, flow or sur",
    ),
    ("  rank: primary", "  rank: first", "sources[0].rank", "first", "primary or secondary"),
    ('printed: "3045"', 'printed: "3.054"', "figures", '"3.054"', "the value 3045"),
    ("value: 19000", "value: 19683", "figures[0].printed", '"rund 19.000"', "the value 19683"),
    ('territory: "05911"', 'territory: "05911000"', "figures", "05911000", "the key 05911 of the city"),
    ("value: 30.4\n", "value: 1304\n", "figures", "1304 per cent", "at most 1000"),
    ("series: register", "series: registers", "figures[0].series", "registers", "one of greater_area, register"),
    ("  - id: register\n", "  - id: registry\n", "metrics", "none like that", "businesses with the series register"),
]
IN_CONTACTS = [
    ("kind: training_advice", "kind: psychic", "contacts[7].kind", "psychic", "press, chamber, site"),
    ("web: www.kh-hl.de", "web: vbscript:x", "contacts[12].web", "vbscript:x", "a web address like"),
    (
        'postal_code: "44795"',
        'postal_code: "59494"',
        "contacts[4].postal_code",
        "which is in Soest",
        "a code of Bochum",
    ),
    ("- id: whkt", "- id: release", "sources[7].id", "release a second time", "each once"),
    (
        "role: {de: Landesebene, en",
        'role: {de: "Landes\\nTEL:110", en',
        "contacts[13].role.de",
        "a line break",
        "one line",
    ),
    ("ausbildungsberatung@hwk-do.de", "ausbildungsberatung", "contacts[7].email", "ausbildungsberatung", "an e-mail"),
]
CASES = [
    *(("districts.yaml", *case) for case in IN_DISTRICT),
    *(("figures.yaml", *case) for case in IN_FIGURES),
    *(("contacts.yaml", *case) for case in IN_CONTACTS),
]


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
