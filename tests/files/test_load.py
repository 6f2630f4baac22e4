import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.errors import BadData, BadFile
from hwkcli.files import load

Edit = Callable[..., Path]

KAMEN = '    ags: "05978020"'

BROKEN = [
    # What is replaced by what; the path, what was found, what was expected.
    ([('["59174"]', "[59174]")], "kreise[7].towns[5].postal_codes[0]", "59174 without quotes", "5 digits in quotes"),
    ([('["59174"]', '["5917"]')], "kreise[7].towns[5].postal_codes[0]", '"5917"', "5 digits in quotes"),
    ([('["59174"]', '"59174"')], "kreise[7].towns[5].postal_codes", '"59174"', "a list"),
    ([('["59174"]', '["59174", "59174"]')], "kreise[7].towns[5].postal_codes[1]", "59174 a second time", "each once"),
    ([(KAMEN, '    ags: "05974020"')], "kreise[7].towns[5].ags", "05974020", "an AGS of Kreis Unna: 05978..."),
    ([(KAMEN, '    ags: "05978040"')], "kreise[7].towns[5].ars", "059780020020", "an ARS that belongs"),
    (
        [('    ags: "05978024"\n    ars: "059780024024"', '    ags: "05978020"')],
        "kreise[7].towns[6].ags",
        "05978020 a second time",
        "another AGS than that of Kamen",
    ),
    ([("- name: Kamen\n", "- nmae: Kamen\n")], "kreise[7].towns[5].nmae", "the unknown key nmae", "one of name, "),
    ([("- name: Kamen\n    off", "- off")], "kreise[7].towns[5].name", "nothing", "the key name"),
    ([("- name: Kamen\n", "- name: [Kamen]\n")], "kreise[7].towns[5].name", "a list of 1", "text"),
    ([("- name: Kamen\n", "- name: No\n")], "kreise[7].towns[5].name", "No without quotes", "text"),
    ([("- name: Kamen\n", '- name: " "\n')], "kreise[7].towns[5].name", '" "', "text"),
    ([("population: 42205", 'population: "42205"')], "kreise[7].towns[5].population", '"42205"', "a whole number"),
    ([("population: 42205", "population: 42.205")], "kreise[7].towns[5].population", "42.205", "a whole number"),
    ([("area_km2: 40.95", "area_km2: 40,95")], "kreise[7].towns[5].area_km2", "40,95", "a number from 0.01 to 1000"),
    (
        [("latitude: 51.592335", "latitude: 91")],
        "kreise[7].towns[5].latitude",
        "91",
        "a latitude in Germany, from 47.2 to 55.1",
    ),
    ([('as_of: "2024-12-31"', "as_of: 2024-12-31")], "facts[1].as_of", "2024-12-31 without quotes", "a date in quotes"),
    ([('as_of: "2024-12-31"', 'as_of: "2024-02-30"')], "facts[1].as_of", '"2024-02-30"', "a date in quotes"),
    ([("precision: rounded", "precision: roughly")], "figures[3].precision", "roughly", "exact or rounded"),
    ([("  metric: revenue", "  metric: profit")], "figures[3].metric", "profit", "one of businesses, employees"),
    ([("- id: nwbib", "- id: zensus_2022")], "sources[5].id", "zensus_2022 a second time", "each once"),
    ([("- name: Kreis Soest\n", "- name: Kreis Sost\n")], "kreise[6].group", "Kreis Soest", "one of Kreisfreie Städte"),
    ([('- key: "05916"', '- key: "05915"')], "kreise[4].key", "05915 a second time", "each once"),
    ([("part_of: Selm", "part_of: Lünen")], "kreise[7].towns[2].ags", "05978032", "the AGS of Lünen: 05978024"),
    ([("part_of: Selm", "part_of: Soest")], "kreise[7].towns[2].part_of", "Soest", "a municipality of Kreis Unna"),
    (
        [(KAMEN, "    part_of: Unna\n" + KAMEN)],
        "kreise[7].towns[5].part_of",
        "Unna",
        "nothing, as it is a municipality",
    ),
    ([("kind: kreisfreie_stadt", "kind: kreis")], "kreise[0].towns[0].kind", "city", "town or municipality in a Kreis"),
    ([("- name: Herne\n", "- name: Wanne\n")], "kreise[4].towns", "other municipalities", "Herne alone"),
    ([('    population_as_of: "2022-05-15"\n', "")], "kreise[0].towns[0].population", "a population or a date", "both"),
    ([("[nwbib]", "[wikipedia]")], "kreise[0].towns[0].localities", "wikipedia", "the id of one of the sources"),
    ([("- fields: [population]", "- fields: [people]")], "facts[2].fields[0]", "people", "key, group,"),
    ([("- fields: [population]\n", "- fields: []\n")], "facts", "no source for population", "a block that names one"),
    ([("    longitude: 7.662404\n", "")], "kreise[7].towns[5].latitude", "a latitude or a longitude alone", "both"),
    ([('["59172"]', '["59174"]')], "kreise[7].towns[5].company_postal_codes", "59174, which is a delivery", "once"),
    ([("- name: Unna\n    off", "- name: Kamen\n    off")], "kreise[7].towns[9].name", "Kamen a second time", "once"),
    ([("short_name: Soest", "short_name: Unna")], "kreise[7]", "Unna, which means Kreis Soest", "a name of its own"),
    ([("- name: Kreis Unna\n\n", "- name: Kreis Unna\n- name: Leer\n\n")], "groups[4]", "Leer without a Kreis", ""),
    ([("printed: 16,4 Mrd.", "printed: viel")], "figures[3].printed", "viel", "the number as the source prints it"),
    ([("part_of: Hamme\n", "part_of: Stahlhausen\n")], "kreise[0].towns[0].localities", "Stahlhausen", "another"),
    ([("phone: +49 231", "phone: 0231")], "contacts[0].phone", "0231 5493-422", "a telephone number like +49"),
    ([("names: [Stahlhausen]", "names: [Hamme]")], "kreise[0].towns[0].localities", "Hamme a second time", "each once"),
    ([("part_of: Hamme\n", "part_of: Hamm\n")], "kreise[0].towns[0].localities", "Hamm", "another locality of Bochum"),
    ([("- name: Altendorf\n", "- name: Altdorf\n")], "namesakes[0].name", "Altdorf", "the name of a locality"),
    (
        [("  edition: {de: Fassung 5, en: version 5}", "  edition: {de: Fassung 5}")],
        "sources[6].edition.en",
        "nothing",
        "",
    ),
]


@pytest.mark.parametrize(("replacements", "path", "found", "expected"), BROKEN, ids=[case[1] for case in BROKEN])
def test_each_fault_is_told_with_its_path_and_refused(
    edited: Edit, replacements: list[tuple[str, str]], path: str, found: str, expected: str
) -> None:
    file = edited(*replacements)
    district, faults = load.examine(file)
    assert district is None
    fault = next(fault for fault in faults if fault.path == path)
    assert found in fault.found
    assert expected in fault.expected
    assert fault.line is not None
    with pytest.raises(BadData) as caught:
        hwkcli.load(file)
    assert caught.value.faults == faults
    assert str(caught.value) == str(faults[0])


def test_the_line_of_a_fault_is_the_one_to_mend(edited: Edit) -> None:
    file = edited(('["59174"]', "[59174]"))
    _, (fault,) = load.examine(file)
    assert "59174" in file.read_text(encoding="utf-8").split("\n")[(fault.line or 0) - 1]


def test_all_faults_are_told_not_only_the_first(edited: Edit) -> None:
    file = edited(
        ('["59174"]', "[59174]"), ("precision: rounded", "precision: roughly"), ("- id: nwbib", "- od: nwbib")
    )
    _, faults = load.examine(file)
    assert [fault.path for fault in faults] == [
        "sources[5].od",
        "sources[5].id",
        "figures[3].precision",
        "kreise[7].towns[5].postal_codes[0]",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "found an empty file, expected a chamber district"),
        (b"- 1\n", ":1: found a list of 1, expected a mapping with chamber, sources"),
        (b"text\n", ":1: found text, expected a mapping"),
        (b"a: \xff\n", ":1: found the byte 0xff, which is not UTF-8, expected UTF-8"),
        (b"a: 1\nb: \xe4\n", ":2: found the byte 0xe4, which is not UTF-8, expected UTF-8"),
        ("a: ä".encode("utf-16"), "which is not UTF-8"),
        (b"{}", "chamber: found nothing, expected the key chamber"),
        (b"kreise: []\nkreise: []\n", ":2: found the key kreise twice"),
    ],
)
def test_what_is_no_district_is_refused_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(content)
    with pytest.raises(BadData) as caught:
        hwkcli.load(file)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read_are_told_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file, reason in ((tmp_path, "Is a directory"), (tmp_path / "none.yaml", "No such file"), ("a\0b", "null")):
        with pytest.raises(BadFile, match=reason):
            hwkcli.load(file)
        with pytest.raises(BadFile, match=reason):
            load.examine(Path(file))
    monkeypatch.setattr(load, "LARGEST", 100)
    with pytest.raises(BadFile, match="so not a data file"):
        load.examine(load.shipped_file())


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + load.shipped_file().read_bytes())
    assert hwkcli.load(file).kreise == hwkcli.load().kreise


def test_a_file_is_read_once_and_again_when_it_changes(edited: Edit) -> None:
    file = edited()
    first = hwkcli.load(file)
    assert hwkcli.load(file) is first
    file.write_text(file.read_text(encoding="utf-8").replace("HWK Dortmund", "HWK-Dortmund"), encoding="utf-8")
    later = time.time() + 5
    os.utime(file, (later, later))
    assert hwkcli.load(file).chamber.short_name == "HWK-Dortmund"


def test_faults_of_form_do_not_hide_broken_rules_nor_cause_them(edited: Edit) -> None:
    file = edited(
        ('["59174"]', "[59174]"), ("part_of: Hamme\n", "part_of: Hamm\n"), ("kind: town\n", "kind: village\n")
    )
    _, faults = load.examine(file)
    assert [fault.path for fault in faults] == [
        "kreise[0].towns[0].localities",
        "kreise[5].towns[0].kind",
        "kreise[7].towns[5].postal_codes[0]",
    ]
    _, (fault,) = load.examine(edited(("- id: nwbib\n", "- id: 7\n")))
    assert fault.path == "sources[5].id"


def test_what_is_unknown_may_be_left_out_or_null(edited: Edit) -> None:
    file = edited(("    latitude: 51.592335\n", ""), ("    longitude: 7.662404\n", "    longitude: null\n"))
    kamen = hwkcli.find("Kamen", district=hwkcli.load(file))[0].town
    assert kamen is not None
    assert (kamen.latitude, kamen.longitude) == (None, None)


@pytest.mark.parametrize("name", ["figures.yaml", "contacts.yaml"])
def test_a_file_that_a_data_file_names_is_not_written_over(hwk: Callable[..., Result], edited: Edit, name: str) -> None:
    """Also by a command that does not need it: who gives a data file gives the files beside it."""
    file = edited()
    before = (file.parent / name).read_bytes()
    for words in ("towns", "stats", "contact", "cooperation", "sources", "show Kamen", f"check {file}"):
        done = hwk(*words.split(), "--data", file, "-o", file.parent / name, "--force")
        said = f"hwk: {file.parent / name}: this is the input; choose another file\n"
        assert (done.exit_code, done.stderr) == (2, said), words
    assert (file.parent / name).read_bytes() == before
