"""`hwk check` refuses what cannot be, and says where."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.errors import Fault
from hwkcli.files import check
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
        return check.file(own, hwkcli.load, lambda: REGISTER).faults

    return find


@pytest.mark.parametrize("name", ["districts.yaml", "figures.yaml", "contacts.yaml", "chambers.yaml"])
def test_the_shipped_files_pass_with_the_national_register(name: str) -> None:
    assert check.file(DATA / name, hwkcli.load, register.national).faults == ()


IN_DISTRICT = [
    # What is replaced by what; the path, what was found, what was expected.
    ("population: 42205", "population: 0", f"{KAMEN}.population", "0", "at least 1"),
    ("population: 42205", "population: 4000000", f"{KAMEN}.population", "4000000", "at most 3999999"),
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
    ("  unit: businesses\n", "  unit: furlongs\n", "metrics[0].unit", "furlongs", "businesses or persons or contracts"),
    (
        "  label: {de: Mitgliedsunternehmen, en: Member businesses}\n",
        "",
        "metrics[0].label",
        "nothing",
        "the key label",
    ),
    ("  role: Leiter", "  kind: spokesman\n  role: Leiter", f"{PRESS}.kind", "spokesman", "press or chamber or site"),
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
    ("  unit: businesses\n", "  unit: hours\n", "metrics[1].unit", "hours", "businesses or persons"),
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
        "stock or flow or sur",
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
    ("kind: training_advice", "kind: psychic", "contacts[7].kind", "psychic", "press or chamber or site"),
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
