"""What people type first: places for commands, Kreise without an option, German words, and what is misspelt."""

import shlex
from collections.abc import Callable
from typing import Any

import pytest
import typer
from typer.testing import Result

from hwkcli.cli import misspelt
from hwkcli.cli.app import app
from hwkcli.cli.lazy import COMMANDS, Group

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["44135"], "Dortmund"),
        (["Unna"], "Unna"),
        (["Bad", "Sassendorf"], "Bad Sassendorf"),
        (["Kreis", "Unna"], "Kreis Unna"),
        (["Stade"], "Stade"),
        (["59174 Kamen"], "Kamen"),
        (["--lang", "de", "05978020"], "Kamen"),
    ],
)
def test_what_is_no_command_is_a_place_to_find(records: Records, words: list[str], name: str) -> None:
    assert records(*words)[0]["name"] == name


def test_a_place_takes_the_options_of_find(hwk: Run) -> None:
    assert hwk("Hagen", "--district", "-f", "csv").stdout == hwk("find", "Hagen", "--district", "-f", "csv").stdout
    assert hwk("-", input="Kamen\n").stdout == hwk("find", "-", input="Kamen\n").stdout
    assert hwk("Nirgendwo", "--lang", "en").exit_code == 3


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("tows", "towns"),
        ("kries unna", "kreise"),
        ("Towns", "towns"),
        ("stat", "stats"),
        ("chamers --land Bayern", "chambers"),
        ("macth x.csv", "match"),
        ("hilfe", "help"),
        ("Städte unna", "towns"),
        ("zahlen --lang en", "stats"),
        ("karte", "map"),
        ("kontakt", "contact"),
    ],
)
def test_what_is_nearly_a_command_is_none(hwk: Run, words: str, meant: str) -> None:
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    word = words.split()[0]
    assert result.stderr == f"hwk: No such command '{word}', and no such place. Did you mean '{meant}'?\n"


def test_german_words_for_commands_mean_commands() -> None:
    assert set(misspelt._IN_GERMAN.values()) == set(COMMANDS) - {"kreise"}, "Kreise is a German word"
    assert not set(misspelt._IN_GERMAN) & set(COMMANDS)


def test_german_words_for_options_mean_options() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, Group)
    context = typer.Context(group)
    commands = [group.get_command(context, name) for name in COMMANDS]
    known = {option for command in commands for param in command.params for option in param.opts} | {"--help"}
    assert {f"--{option}" for meant in misspelt.OPTIONS_IN_GERMAN.values() for option in meant} <= known
    assert not {f"--{word}" for word in misspelt.OPTIONS_IN_GERMAN} & known


@pytest.mark.parametrize(
    ("topic", "meant"), [("karte", "map"), ("machts", "match"), ("exitcodes", "exit-codes"), ("städte", "towns")]
)
def test_help_on_what_is_nearly_a_topic(hwk: Run, topic: str, meant: str) -> None:
    result = hwk("help", topic, "--lang", "de")
    assert (result.exit_code, result.stderr) == (3, f"hwk: keine Hilfe zu „{topic}“; meinten Sie {meant}?\n")


@pytest.mark.parametrize(("word", "names"), [("Frauen", "Frauenanteil"), ("women", "startups_women_share")])
def test_a_word_within_the_name_of_a_metric_suggests_it(hwk: Run, word: str, names: str) -> None:
    result = hwk("stats", word, "--lang", "de" if word == "Frauen" else "en")
    assert result.exit_code == 3
    assert names in result.stderr.partition(";")[2]


def test_a_land_is_meant_before_a_village_of_its_name(hwk: Run) -> None:
    result = hwk("kreise", "Sachsen")
    assert (result.exit_code, result.stderr.partition("; ")[2]) == (
        3,
        "Sachsen is a Land: --land 'Sachsen'\n",
    )


def test_columns_are_named_as_the_reader_sees_them(hwk: Run) -> None:
    german = hwk("kreise", "--columns", "nix", "--lang", "de").stderr
    english = hwk("kreise", "--columns", "nix").stderr
    assert german.endswith("es gibt Name, Schlüssel, Art, Gemeinden, Einwohner, Fläche (km²), Sicherheit\n")
    assert english.endswith("there are name, key, kind, towns, population, area_km2, confidence\n")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Kreis Lüdinghausen", "ist kein Kreis mehr; daraus wurden: Kreis Coesfeld, Kreis Unna, Kreis Warendorf, Hamm"),
        ("Lünen", "Lünen liegt hier: Kreis Unna; dies sind die Orte dort"),
        ("Lippborg", "Lippetal-Lippborg liegt hier: Kreis Soest; dies sind die Orte dort"),
    ],
)
def test_a_kreis_that_is_not_the_one_asked_for_is_told(hwk: Run, word: str, said: str) -> None:
    assert said in hwk("towns", "--kreis", word, "--lang", "de").stderr
    assert hwk("towns", "--kreis", "Unna", "--lang", "de").stderr == ""


def test_whoever_asks_for_a_kreis_elsewhere_is_told_the_call_that_answers(hwk: Run) -> None:
    result = hwk("towns", "--kreis", "Zwickau")
    assert result.exit_code == 3
    words = shlex.split(result.stderr.strip().rpartition(": hwk ")[2])
    assert hwk(*words).stdout.startswith("Landkreis Zwickau")


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("towns unna", "towns --kreis Unna"),
        ("towns Kreis Unna", "towns --kreis Unna"),
        ("towns unna soest", "towns --kreis Unna --kreis Soest"),
        ("towns unna --kreis Soest", "towns --kreis Unna --kreis Soest"),
        ("towns Warendorf --chamber Münster", "towns --kreis Warendorf --chamber Münster"),
        ("chambers Bayern", "chambers --land Bayern"),
        ("chambers nordrhein westfalen", "chambers --land NRW"),
        ("towns --kind Gemeinde", "towns --kind municipality"),
        ("towns --kind Städte", "towns --kind town"),
        ("towns --kind staedte", "towns --kind town"),
        ("towns --kind KREISFREI", "towns --kind city"),
        ("towns --kind ortsteile", "towns --kind locality"),
        ("towns --kind Stadt --kind cities", "towns --kind town --kind city"),
        ("towns --sort größe --sort fläche", "towns --sort area_km2"),
        ("--lang de towns", "towns --lang de"),
    ],
)
def test_two_ways_to_ask_the_same(hwk: Run, words: str, same: str) -> None:
    first, second = hwk(*words.split()), hwk(*same.split())
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == second.stdout


def test_kreise_of_some_words(records: Records) -> None:
    assert [one["name"] for one in records("kreise", "unna")] == ["Kreis Unna"]
    assert [one["name"] for one in records("kreise", "hamm", "--kreis", "Soest")] == ["Hamm", "Kreis Soest"]
    beside = records("kreise", "bochum", "--stats", "businesses")
    assert [(one["name"], one["value"]) for one in beside] == [("Bochum", 2956)]


def test_sources_in_which_words_occur(hwk: Run, records: Records) -> None:
    found = records("sources", "DESTATIS")
    assert found
    assert all("estatis" in str(one) for one in found)
    assert len(found) < len(records("sources"))
    assert records("sources", "geonames", "cities500")[0]["id"] == "geonames_cities500"
    assert hwk("sources", "nirgendwo").stderr == "hwk: no source with 'nirgendwo'; hwk sources has them all\n"
    assert hwk("sources", ".").stderr == "hwk: a source needs a letter or a digit\n"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("towns unna nirgendwo", 3, "no Kreis 'nirgendwo'"),
        ("chambers Bayern --land Hessen", 2, "name the Land once, as a word or with --land"),
        ("towns --kind village", 2, "Invalid value for '--kind': 'village' is not one of city, town, "),
        ("towns --kind st", 2, "Invalid value for '--kind': 'st' is not one of city, town, "),
        ("towns --since", 2, "No such option: --since"),
        (
            "map --by dorf",
            2,
            "Invalid value for '--by': 'dorf' is not one of chambers, kreise, municipalities; hwk map",
        ),
        ("match x.csv --header-row -1", 2, "Invalid value for '--header-row': '-1' is no whole number from 0 on; hwk"),
        ("history Unna --since 1970 --until 1960", 2, "--until lies before --since; give them the other way round"),
        ("towns --sort", 2, "Option '--sort' requires an argument; hwk towns --help says what it takes"),
        ("towns --json=1", 2, "Option '--json' does not take a value; hwk towns --help"),
        ("stats a b", 3, "no metric and no Kreis 'a b'; "),
        ("towns --chamber", 2, "Option '--chamber' requires an argument; hwk towns --help"),
        ("chamber", 2, "Missing argument 'WORDS'; hwk chamber --help"),
        ("--nonsense", 2, "No such option: --nonsense; hwk --help"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(hwk: Run, words: str, code: int, message: str) -> None:
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(f"hwk: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "towns --kind Dorf",
            "Ungültiger Wert für --kind: „Dorf“ ist nicht darunter: kreisfreie Stadt, Stadt, Gemeinde, ",
        ),
        ("find", "Es fehlt das Argument WÖRTER; hwk find --help zeigt, was möglich ist"),
        ("towns --columns x", "keine Spalte „x“; es gibt Name, Amtlicher Name"),
        ("tows", "Weder Befehl noch Ort: „tows“. Meinten Sie „towns“?"),
        ("stats businesses --as-of soon", "Ungültiger Wert für --as-of: „soon“ ist kein Datum; "),
        ("stats --since 2024", "--since braucht eine KENNZAHL; hwk stats --list nennt alle"),
        ("towns --foo", "Die Option --foo gibt es nicht"),
        ("towns --art Stadt", "Die Option --art gibt es nicht (aber --kind); hwk towns --help"),
        ("near Unna --umkreis 5", "Die Option --umkreis gibt es nicht (aber --km); hwk near --help"),
        ("match --plz PLZ x.csv", "Die Option --plz gibt es nicht (aber --postal-code); hwk match --help"),
    ],
)
@pytest.mark.parametrize("way", ["option", "variable", "locale"])
def test_what_is_wrong_is_said_in_german(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, way: str, words: str, message: str
) -> None:
    if way == "variable":
        monkeypatch.setenv("HWK_LANG", "de")
    if way == "locale":
        monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    result = hwk(*words.split(), *(["--lang", "de"] if way == "option" else []))
    assert result.stderr.startswith(f"hwk: {message}")
    assert result.exit_code == 2


def test_a_language_that_is_none_is_told_by_an_answer_for_readers(hwk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HWK_LANG", "fr")
    assert hwk("towns").stderr == "hwk: HWK_LANG is 'fr'; set it to de or en\n"
    assert hwk("towns", "--json").exit_code == 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "hwk: 'HWK Dortmund' is a chamber, and no place; see: hwk show HWK Dortmund\n"),
        ("de", "hwk: „HWK Dortmund“ ist eine Kammer und kein Ort; siehe: hwk show HWK Dortmund\n"),
    ],
)
def test_a_chamber_in_the_place_of_a_place_leads_to_show(hwk: Run, lang: str, said: str) -> None:
    result = hwk("chamber", "HWK", "Dortmund", "--lang", lang)
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", said)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("map Sachsen", 3, "hwk map --land 'Sachsen'"),
        ("map Kreis Unna", 3, "hwk map --kreis 'Kreis Unna'"),
        ("map HWK Chemnitz", 3, "hwk map --chamber 'Chemnitz'"),
        ("map Halle", 4, "nennen Sie einen davon"),
        ("contact Chemnitz", 3, "nur die im Kammerbezirk Dortmund; die Anschrift nennt hwk show 'HWK Chemnitz'"),
        ("contact nirgendwo", 3, "hwk contact --list zeigt alle"),
        ("stats Berlin", 3, "Berlin liegt nicht im Kammerbezirk Dortmund, und nur für diesen gibt es Zahlen"),
    ],
)
def test_what_is_asked_of_the_wrong_place_says_where_the_answer_is(hwk: Run, words: str, code: int, said: str) -> None:
    result = hwk(*words.split(), "--lang", "de")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.strip().endswith(said)
