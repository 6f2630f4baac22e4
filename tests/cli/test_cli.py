import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

import hwkcli
from hwkcli.cli.app import app
from hwkcli.cli.examples import EXAMPLES
from hwkcli.cli.lazy import Group

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]

KEYS = {
    "towns": "name official_name printed_name kind part_of ags kreis kreis_key population population_as_of area_km2 "
    "postal_codes latitude longitude",
    "kreise": "name key kind towns population area_km2 confidence",
    "find Kamen": "query how kind name town ags kreis kreis_key note land chamber chamber_code in_district web basis "
    "confidence population area_km2",
    "chamber Kamen": "query how place kreis kreis_key land chamber chamber_code seat web basis confidence source note "
    "address",
    "chambers": "code name short_name seat land web confidence note source kreise towns population population_as_of "
    "area_km2 street postal_code city address_as_of address_source address_note contact_page legal_basis",
    "stats": "metric label territory territory_key value printed unit as_of precision derived formula source "
    "period source_url",
    "contact": "name role organisation unit street postal_code city phone email web source",
}
SILENT = ["match", "export", "help"]
"""Commands that answer with a file of their own, or with a page."""
COMMANDS = [calls[0][0].removeprefix("hwk ") for name, calls in EXAMPLES.items() if name not in SILENT]
"""The first example of each command."""


@pytest.mark.parametrize("command", KEYS)
def test_the_json_contract(records: Records, command: str) -> None:
    answer = records(*command.split())
    assert answer
    for record in answer:
        assert list(record) == KEYS[command].split()


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "yaml", "markdown"])
def test_every_command_answers_in_every_format_and_language(hwk: Run, command: str, form: str) -> None:
    for lang in ("de", "en"):
        result = hwk(*command.split(), "--format", form, "--lang", lang)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.strip()
        assert result.stdout.endswith("\n")


def test_towns_of_kreis_unna_in_german(hwk: Run) -> None:
    text = hwk("towns", "--kreis", "Unna", "--lang", "de").stdout
    assert text.startswith("Kreis Unna\n\nOrt ")
    assert "In der Pressemitteilung anders geschrieben: Bönen „Börnen“, Fröndenberg/Ruhr „Fröndenberg“\n" in text
    assert text.endswith("10 Städte und Gemeinden, 1 Ortsteil\n")
    assert "Kamen             Stadt            05978020     42.205  40,95  59174\n" in text


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("", "38 Städte und Gemeinden, 1 Ortsteil"),
        ("--kreis kreisfreie-staedte", "5 kreisfreie Städte"),
        ("--kreis Dortmund", "1 kreisfreie Stadt"),
        ("--kind locality", "1 Ortsteil"),
        ("--kind municipality --kreis Unna", "2 Gemeinden"),
        ("--kind town --kreis Unna", "8 Städte"),
    ],
)
def test_the_last_line_counts(hwk: Run, words: str, last: str) -> None:
    assert hwk("towns", *words.split(), "--lang", "de").stdout.split("\n")[-2] == last


def test_towns_in_json_are_numbers_and_codes_as_text(records: Records) -> None:
    towns = {town["name"]: town for town in records("towns")}
    assert list(towns)[:2] == ["Bochum", "Dortmund"]
    assert towns["Wetter (Ruhr)"] == {
        "name": "Wetter (Ruhr)",
        "official_name": "Wetter (Ruhr), Stadt",
        "printed_name": "Wetter",
        "kind": "town",
        "part_of": None,
        "ags": "05954032",
        "kreis": "Ennepe-Ruhr-Kreis",
        "kreis_key": "05954",
        "population": 26317,
        "population_as_of": "2022-05-15",
        "area_km2": 31.55,
        "postal_codes": ["58300"],
        "latitude": 51.383741,
        "longitude": 7.390737,
    }
    assert (towns["Bork"]["part_of"], towns["Bork"]["population"]) == ("Selm", None)
    assert towns["Dortmund"]["kreis"] == "Dortmund"


def test_kreise_mark_their_sums_as_computed(hwk: Run, records: Records) -> None:
    assert records("kreise")[7] == {
        "name": "Kreis Unna",
        "key": "05978",
        "kind": "kreis",
        "towns": 10,
        "population": 393393,
        "area_km2": 543.21,
        "confidence": None,
    }
    text = hwk("kreise").stdout
    assert "Σ 393,393" in text
    assert "Σ: computed" in text
    assert "  598,246 " in text


def test_stats_with_stand_source_and_formulas(hwk: Run, records: Records) -> None:
    text = hwk("stats", "--lang", "de").stdout
    for line in ("20.498  Januar 2024  genau", "16,4 Mrd. €  Januar 2024  gerundet", "berechnet, gerundet"):
        assert line in text
    assert "Auszubildende je 100 Beschäftigte = 100 × Auszubildende / Beschäftigte\n" in text
    assert "Quelle: Handwerkskammer Dortmund: Gemeinsam" in text
    stats = records("stats")
    assert stats[3]["value"] == 16_400_000_000
    assert stats[3]["printed"] == "16,4 Mrd."
    assert [(one["derived"], one["formula"]) for one in stats[:5:4]] == [
        (False, None),
        (True, "employees / businesses"),
    ]


def test_labels_in_json_are_english_whatever_the_locale_unless_lang_says_otherwise(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("HWK_LANG", "de")
    assert records("stats")[0]["label"] == "Member businesses"
    assert records("stats", "--lang", "de")[0]["label"] == "Mitgliedsunternehmen"
    assert records("cooperation")[0]["people"][0]["office"] == "head of the Kreis (Landrat)"


def test_contact_and_cooperation(hwk: Run, records: Records) -> None:
    text = hwk("contact").stdout
    for part in ("Philipp Kaczmarek", "Leiter Kommunikation", "0231 5493-422", "presse@hwk-do.de", "44139 Dortmund"):
        assert part in text
    assert "[presse@hwk-do.de](<mailto:presse@hwk-do.de>)" in hwk("contact", "-f", "markdown").stdout
    (report,) = records("cooperation")
    assert report["parties"] == ["Kreis Unna", "Handwerkskammer Dortmund"]
    assert len(report["focus_areas"]) == 2


def test_a_file_without_figures_contacts_or_cooperation_says_so(hwk: Run, edited: Callable[..., Path]) -> None:
    text = edited().read_text(encoding="utf-8")
    start, end = text.index("metrics:\n"), text.index("groups:\n")
    file = edited((text[start:end], ""))
    for command, message in (
        ("stats", "the data file has no figures"),
        ("contact", "the data file has no contacts"),
        ("cooperation", "the data file reports no cooperation"),
    ):
        result = hwk(command, "--data", file)
        assert (result.exit_code, result.stdout, result.stderr) == (3, "", f"hwk: {message}\n")
    assert hwk("towns", "--data", file).exit_code == 0


def test_check_tells_all_faults_and_exits_5(hwk: Run, edited: Callable[..., Path]) -> None:
    good = edited()
    assert "no faults" in hwk("check", good).stdout
    assert hwk("check", "--data", good, "--json").stdout == "[]\n"
    bad = edited(('["59174"]', "[59174]"), ("precision: rounded", "precision: roughly"))
    result = hwk("check", bad, "--json")
    assert result.exit_code == 5
    assert [(fault["path"], fault["found"]) for fault in json.loads(result.stdout)] == [
        ("figures[3].precision", "roughly"),
        ("kreise[7].towns[5].postal_codes[0]", "59174 without quotes"),
    ]
    assert result.stderr == f"hwk: {bad}: 2 faults; fix them and check again\n"
    assert "59174 without quotes" in hwk("check", bad).stdout
    assert hwk("check", good.parent / "none.yaml").exit_code == 5


def test_a_bad_data_file_is_one_line_and_exit_5(hwk: Run, edited: Callable[..., Path]) -> None:
    bad = edited(('["59174"]', "[59174]"))
    result = hwk("towns", "--data", bad)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr.count("\n") == 1
    assert (
        "kreise[7].towns[5].postal_codes[0]: found 59174 without quotes, expected 5 digits in quotes" in result.stderr
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("find Dortmudn", 3, "hwk: no place 'Dortmudn' in Germany; did you mean Dortmund?\n"),
        ("find --district Köln", 3, "hwk: no place 'Köln' in the district; elsewhere there is Köln"),
        ("towns Sauerland", 3, "in the Kammerbezirk Dortmund; that is a region, which may have several\n"),
        ("towns HWK-Münster", 3, "in the Kammerbezirk Dortmund; that is a chamber: --chamber 'HWK Münster'\n"),
        ("chambers Dortmund", 3, "hwk: no Land 'Dortmund'; that lies in Nordrhein-Westfalen\n"),
        ("chambers Franken", 3, "hwk: no Land 'Franken'; say its name, its abbreviation (NRW) or its key (05)\n"),
        ("towns --kreis Köln", 3, "Handwerkskammer zu Köln: hwk towns --chamber 'Köln' --kreis 'Köln'\n"),
        ("stats --kreis Köln", 3, "Handwerkskammer zu Köln: hwk towns --chamber 'Köln' --kreis 'Köln'\n"),
        (
            "towns Bayern",
            3,
            "in the Kammerbezirk Dortmund; Bayern is a Land: --land 'Bayern'",
        ),
        (
            "stats azubis Dortmund --lang de",
            3,
            "kein Wert zu Auszubildende: Dortmund; es gibt welche für: ",
        ),
        ("towns --kreis Unna --kind city", 3, "hwk: no entry of this kind there; leave out --kind or --kreis\n"),
        ("show nowhere", 3, "hwk: no place 'nowhere'"),
        ("find --", 2, "Missing argument 'WORDS'"),
        ("find .", 2, "hwk: a query needs a letter or a digit"),
        ("towns --format xml", 2, "Invalid value for '--format'"),
        ("towns --lang fr", 2, "Invalid value for '--lang'"),
        ("towns --kind village", 2, "Invalid value for '--kind'"),
        ("tows", 2, "Did you mean 'towns'?"),
        ("towns --data /nowhere.yaml", 5, "hwk: /nowhere.yaml: No such file or directory; name a data file"),
        ("towns -o /nowhere/x.csv", 5, "hwk: /nowhere/x.csv: No such file or directory; choose another"),
    ],
)
def test_failures_say_what_and_exit_with_their_code(hwk: Run, words: str, code: int, message: str) -> None:
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr


def test_markup_and_control_characters_in_arguments_are_harmless(hwk: Run) -> None:
    for word in ("[red]x[/red]", "\x1b[31mx", "x\ny"):
        for words in (("find", word), ("towns", "--kreis", word), ("show", word), (word,), ("towns", "--format", word)):
            result = hwk(*words)
            assert result.exit_code in (2, 3)
            assert "\x1b" not in result.stderr
            assert "x\ny" not in result.stderr


def test_markup_and_control_characters_in_data_are_harmless(hwk: Run, edited: Callable[..., Path]) -> None:
    file = edited(("- name: Kamen\n", '- name: "[red]Kamen"\n'))
    assert "[red]Kamen" in hwk("towns", "--kreis", "Unna", "--data", file).stdout
    file = edited(("- name: Kamen\n", '- name: "Ka\\e[31mmen"\n'))
    refused = hwk("towns", "--data", file)
    assert "invisible character U+001B" in refused.stderr
    assert "\x1b" not in refused.output


def test_settings_from_the_environment(hwk: Run, edited: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HWK_FORMAT", "json")
    monkeypatch.setenv("HWK_DATA", str(edited(("- name: Kamen\n", "- name: Camen\n"))))
    assert json.loads(hwk("find", "Camen").stdout)[0]["name"] == "Camen"
    monkeypatch.setenv("HWK_FORMAT", "markdown")
    monkeypatch.setenv("HWK_LANG", "de")
    assert "Einwohner" in hwk("towns").stdout
    assert hwk("find", "Camen", "--json").stdout.startswith("[")


def test_output_goes_to_a_file(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "towns.csv"
    result = hwk("towns", "-f", "csv", "-o", file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert file.read_text(encoding="utf-8") == hwk("towns", "-f", "csv").stdout


def test_help_and_version(hwk: Run) -> None:
    assert hwk("--version").stdout == f"hwk {hwkcli.__version__}\n"
    overview = hwk("-h").stdout
    for command in COMMANDS + SILENT:
        name = command.split()[0]
        assert f"  {name} " in overview
        assert f"Usage: hwk {name} [OPTIONS]" in hwk(name, "--help").stdout
    assert "..." not in overview.replace("[ARGS]...", "")
    assert hwk().exit_code == 2


def test_only_the_command_that_is_called_is_built() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, Group)
    with pytest.raises(SystemExit):
        group.main(["stats", "--json"], prog_name="hwk")
    assert list(group.commands) == ["stats"]
    names = {command.split()[0] for command in COMMANDS + SILENT}
    assert set(group.list_commands(None)) == names | {"help"}
    assert group.get_command(None, "nothing") is None


def test_a_file_of_an_address_book_is_a_card(hwk: Run, tmp_path: Path) -> None:
    assert hwk("contact", "-o", tmp_path / "press.vcf").exit_code == 0
    assert (tmp_path / "press.vcf").read_bytes().decode() == hwk("contact", "--vcard").stdout_bytes.decode()
    refused = hwk("contact", "-o", tmp_path / "press.doc")
    assert refused.exit_code == 2
    assert "the ending says no format" in refused.stderr
    assert hwk("towns", "-o", tmp_path / "towns.vcf").exit_code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["press.vcf"]
