"""`hwk history`: answers, forms, refusals."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from hwkcli.gazetteer.history import past

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_the_chain_as_a_table(hwk: Run) -> None:
    lines = hwk("history", "Bönen", "--lang", "de").stdout.splitlines()
    assert lines[0] == "Bönen (05978008)"
    assert lines[2].split() == ["Seit", "Änderung", "Von", "Nach", "Einwohner", "Nummer"]
    assert lines[4].split("  ")[0] == "01.01.1968"
    assert "Altenbögge-Bönen 05941311" in lines[4]
    assert "15.321" in lines[4]
    assert "© Statistisches Bundesamt (Destatis), Gebietsänderungen" in lines[-1]
    assert "15,321" in hwk("history", "Bönen").stdout


def test_a_former_key_says_what_it_is_today(hwk: Run, records: Records) -> None:
    lines = hwk("history", "05139117", "--lang", "de").stdout.splitlines()
    assert lines[0] == "Monheim, Stadt (05139117), bis 31.12.1974"
    (today, other) = (line.split() for line in lines if " heute " in line)
    assert today[-2:] == ["84,9", "%"]
    assert other[-2:] == ["15,1", "%"]
    assert "Anteile: an den Einwohnern" in lines
    last = records("history", "05139117")[-2]
    assert (last["date"], last["change"], last["next_key"], last["next_name"]) == (
        *(None, "today"),
        *("05158026", "Monheim am Rhein"),
    )
    assert (last["share_exact"], round(last["share"], 6)) == ("30716/36167", round(30716 / 36167, 6))


def test_a_key_of_two_meanings_is_that_of_today_with_a_note(hwk: Run, records: Records) -> None:
    assert hwk("history", "05117000").stdout.startswith("Mülheim an der Ruhr, Stadt (05117000)")
    assert (
        "Until 31 December 1960 the key 05117000 stood for Neuß, Stadt: --on 1960-12-31"
        in hwk("history", "05117000").stdout
    )
    result = hwk("history", "05117000", "--json")
    assert "05117000 stood for Neuß" in result.stderr
    assert json.loads(result.stdout)
    (then,) = records("history", "05117000", "--on", "31.12.1960")
    assert (then["name"], then["kreis"], then["today_name"]) == ("Neuß, Stadt", "Neuß, Stadt", "Neuss")


@pytest.mark.parametrize(
    ("words", "day", "key"),
    [
        ("Unna", "1970-01-01", "05941112"),
        ("Kreis Unna", "1970-01-01", "05941"),
        ("Aachen", "2005-01-01", "05313000"),
        ("Kreis Aachen", "2005-01-01", "05354"),
        ("Landkreis Osnabrück", "1965-01-01", "03537"),
    ],
)
def test_a_title_says_on_a_day_too_whether_the_town_or_its_kreis_is_meant(
    records: Records, words: str, day: str, key: str
) -> None:
    assert {one["key"] for one in records("find", words, "--on", day)} == {key}


def test_a_key_of_a_day_is_what_it_stood_for_then(hwk: Run, records: Records) -> None:
    (then,) = records("find", "05941111", "--on", "1970-01-01")
    assert (then["name"], then["today"]) == ("Kamen, Stadt", "05978020")
    nothing = hwk("find", "05313000", "--on", "1970-01-01")
    assert (nothing.exit_code, nothing.stdout) == (3, "")
    assert "the key '05313000' stood for nothing on 1970-01-01; ask without a day" in nothing.stderr


def test_each_successor_says_which_share_of_the_former_one_it_has(hwk: Run) -> None:
    lines = hwk("chamber", "05139117").stdout.splitlines()
    assert "Monheim am Rhein: 84.9% of Monheim, Stadt, until 31 December 1974" in lines
    assert "Leverkusen: 15.1% of Monheim, Stadt, until 31 December 1974" in lines


@pytest.mark.parametrize("command", ["find", "chamber", "show"])
@pytest.mark.parametrize(("key", "day"), [("05117000", "1960-12-31"), ("05117", "1960-12-31")])
def test_a_key_that_was_another_one_says_so_with_the_answer(hwk: Run, command: str, key: str, day: str) -> None:
    assert f"--on {day} shows that" in hwk(command, key).stdout
    assert "--on" not in hwk(command, "05978020").stdout


def test_the_register_of_a_day(hwk: Run, records: Records) -> None:
    (one,) = records("history", "Hanau", "--on", "2010-06-01")
    assert one == {
        "query": "Hanau",
        "day": "2010-06-01",
        "key": "06435014",
        "name": "Hanau, Brüder-Grimm-Stadt",
        "kreis_key": "06435",
        "kreis": "Main-Kinzig-Kreis",
        "relation": "itself",
        "today": "06415000",
        "today_name": one["today_name"],
        "share": 1.0,
    }
    shown = hwk("history", "Bönen", "--on", "1.1.1960", "--lang", "de").stdout
    assert "Damals gab es das Gebiet noch nicht" in shown
    assert "Flierich" in shown
    assert "Welche Kammer zuständig ist, ist nur für heute bekannt." in shown
    assert "It was no more" in hwk("history", "Wattenscheid", "--on", "2000-01-01").stdout
    kreis = records("history", "Kreis Unna", "--on", "1960-01-01")
    assert {(one["key"], one["kreis"]) for one in kreis} == {("05941", "Unna")}
    assert [one["today_name"] for one in kreis][:2] == ["Kreis Unna", "Hamm"]


def test_since_and_until_take_years_and_months(records: Records) -> None:
    def dates(*words: str) -> set[str]:
        return {one["date"] for one in records("history", "Bönen", *words)}

    assert dates("--since", "1970") == {"1975-01-01"}
    assert dates("--until", "1968") == dates("--until", "1968-01") == {"1968-01-01"}
    assert dates("--since", "1.1.1968", "--until", "31.12.1975") == {"1968-01-01", "1975-01-01"}


def test_nothing_happened(hwk: Run, records: Records) -> None:
    shown = hwk("history", "Bönen", "--since", "1980", "--lang", "de").stdout
    assert "keine in dieser Zeit" in shown
    assert records("history", "Bönen", "--since", "1980") == []
    assert "none since the data begin" in hwk("history", "04011").stdout


@pytest.mark.slow
def test_the_crosswalk_in_each_form(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "keys.csv"
    assert hwk("history", "--crosswalk", "31.12.2020", "-f", "csv", "-o", file).exit_code == 0
    with file.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert list(found[0]) == [
        *("key", "name", "kreis_key", "kreis", "next_key", "next_name", "next_kreis_key"),
        *("share", "share_exact", "basis"),
    ]
    assert len({one["key"] for one in found}) == sum(1 for _ in past.all_on("2020-12-31", 8))
    eisenach = next(one for one in found if one["key"] == "16056000")
    assert (eisenach["next_key"], eisenach["share_exact"], eisenach["kreis"]) == ("16063105", "1", "Eisenach, Stadt")
    table = hwk("history", "--crosswalk", "2020-12-31", "--lang", "de", "-f", "markdown").stdout
    assert table.startswith("**Gemeinden vom 31.12.2020 und was sie heute sind**\n")
    assert table.count("\n|") == len(found) + 2
    assert len(json.loads(hwk("history", "--crosswalk", "2020-12-31", "--json").stdout)) == len(found)


@pytest.mark.slow
def test_the_crosswalk_of_a_day_before_the_reunion_says_what_is_left_out(hwk: Run) -> None:
    result = hwk("history", "--crosswalk", "1955-01-01", "-f", "csv")
    laender = {row["key"][:2] for row in csv.DictReader(io.StringIO(result.stdout))}
    assert laender == {"01", "02", "03", "04", "05", "06", "07", "08", "09", "30"}
    assert "Without the Saarland" in result.stderr
    assert "Without the municipalities of the East" in result.stderr
    german = hwk("history", "--crosswalk", "1980-01-01", "--lang", "de", "-f", "markdown").stdout
    assert "Ohne die Gemeinden im Osten" in german


def test_a_name_of_several_lists_them(hwk: Run) -> None:
    result = hwk("history", "Halle", "--lang", "de")
    assert result.exit_code == 4
    assert [line.split("  ")[0] for line in result.stdout.splitlines()[2:6]] == [
        *("Halle (Saale), Stadt", "Halle (Westf.), Stadt"),
        *("Halle", "Halle"),
    ]
    assert result.stderr.startswith("hwk: „Halle“ ist der Name von 4 Orten: ")
    result = hwk("history", "Kreis", "Iserlohn", "--json")
    assert result.exit_code == 4
    assert [(one["key"], one["valid_until"]) for one in json.loads(result.stdout)] == [
        ("05935", "1974-12-31"),
        ("05835", "1974-12-31"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ((), 2, "give a PLACE: a name or a key; or --crosswalk DATE"),
        (("Unna", "--crosswalk", "2020-12-31"), 2, "--crosswalk is of all places"),
        (("--crosswalk", "2020-12-31", "--since", "1980"), 2, "--crosswalk is of all places"),
        (("--crosswalk", "2020"), 2, "--crosswalk needs a day, such as 2020-12-31 or 31.12.2020"),
        (("Unna", "--on", "2020-02"), 2, "--on needs a day, such as 2020-02-29 or 29.02.2020"),
        (("Unna", "--on", "2020-12-31", "--since", "1980"), 2, "--on is of one day"),
        (("Unna", "--on", "gestern"), 2, "'gestern' is not a date"),
        (
            ("Unna", "--on", "1949-12-31"),
            2,
            "1949-12-31: the official data begin on 1950-09-14; ask for that day or a later one",
        ),
        (("16056000", "--on", "1990-01-01"), 2, "begin with the reunion, on 1990-10-03"),
        (
            ("--crosswalk", "1949-12-31"),
            2,
            "1949-12-31: the official data begin on 1950-09-14; ask for that day or a later one",
        ),
        (("Xyzzydorf",), 3, "no place 'Xyzzydorf' in Germany, of today or of before"),
        (("99999999",), 3, "no key '99999999' of a municipality or Kreis"),
        (("  ",), 2, "a query needs a letter or a digit"),
    ],
)
def test_what_cannot_be_answered(hwk: Run, words: tuple[str, ...], code: int, message: str) -> None:
    result = hwk("history", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in " ".join(result.stderr.replace("│", " ").split())


def test_markup_and_control_characters_of_a_word_are_text(hwk: Run) -> None:
    result = hwk("history", "[red]Xyzzy\x1b[31m")
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr
    assert "[red]Xyzzy" in result.stderr


def loaded_by(*words: str) -> set[str]:
    """The modules that a call loads."""
    code = f"from hwkcli.cli.app import app\napp({[*words, '--json']!r}, standalone_mode=False)\n"
    code += "import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [("find", "Unna"), ("chamber", "Kamen"), ("towns", "--kreis", "Unna"), ("stats",)])
def test_no_other_command_loads_the_history(words: tuple[str, ...]) -> None:
    loaded = loaded_by(*words)
    assert "hwkcli.cli.app" in loaded
    own = {name for name in loaded if name.startswith("hwkcli.")}
    assert not {
        name for name in own if "history" in name or "chronicle" in name or name.endswith((".chain", ".crosswalk"))
    }
    assert "fractions" not in loaded


def test_a_postal_code_that_may_be_a_former_key_needs_no_history() -> None:
    loaded = loaded_by("chamber", "80331")
    assert not {name for name in loaded if name.startswith("hwkcli.gazetteer.history.")}
    assert "fractions" not in loaded


@pytest.mark.parametrize("width", ["60", "80"])
def test_what_a_change_was_is_said_at_any_width(hwk: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = hwk("history", "Wattenscheid").stdout
    assert "dissolved" in shown
    assert "renumbered" in shown
    assert "today" in shown
