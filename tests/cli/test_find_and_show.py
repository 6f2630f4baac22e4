"""`hwk find` and `hwk show`: what they print, in which order, and what they say where there is no answer."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_find_in_words_as_one_query(records: Records) -> None:
    (match,) = records("find", "Bad", "Sassendorf")
    assert match == {
        "query": "Bad Sassendorf",
        "how": "exact",
        "kind": "municipality",
        "name": "Bad Sassendorf",
        "town": "Bad Sassendorf",
        "ags": "05974008",
        "kreis": "Kreis Soest",
        "kreis_key": "05974",
        "note": None,
        "land": "Nordrhein-Westfalen",
        "chamber": "Handwerkskammer Dortmund",
        "chamber_code": "00037",
        "in_district": True,
        "web": "hwk-do.de",
        "basis": "land_ordinance",
        "confidence": "high",
        "population": 12110,
        "area_km2": 63.46,
    }
    (kreis,) = records("find", "05978")
    assert (kreis["kind"], kreis["town"], kreis["ags"], kreis["how"]) == ("kreis", None, None, "key")


def test_notes_say_what_a_reader_must_know(records: Records, hwk: Run) -> None:
    assert records("find", "Wattenscheid")[0]["note"] == "a municipality of its own until 31 December 1974"
    assert "not a delivery area" in records("find", "44111")[0]["note"]
    assert "eigene Gemeinde bis 31.12.1974" in hwk("find", "Wattenscheid", "-f", "markdown", "--lang", "de").stdout


def test_find_reads_one_query_a_line_and_answers_in_order(hwk: Run) -> None:
    result = hwk("find", "-", "-f", "csv", input="boenen\n\nDortmudn\r\n  59174\nWerne\n--\n")
    lines = result.stdout.split("\n")
    assert [line.split(",")[0] for line in lines] == ["query", "boenen", "59174", *["Werne"] * 2, ""]
    assert result.stderr.split("\n")[:2] == [
        "hwk: line 3: no place 'Dortmudn' in Germany; did you mean Dortmund?",
        "hwk: line 6: a query needs a letter or a digit",
    ]
    assert result.exit_code == 3
    assert "boenen" in hwk("find", "-", input="boenen\n59174").stdout


def test_find_of_nothing_is_an_empty_answer(hwk: Run) -> None:
    assert hwk("find", "-", "--json", input="").stdout == "[]\n"
    assert hwk("find", "-", "-f", "csv", input="\n").stdout.startswith("query,how")
    assert hwk("find", "-", input="nowhere\n").exit_code == 3


def test_standard_input_that_is_no_utf_8_is_told(hwk: Run) -> None:
    result = hwk("find", "-", input="boenen\nB\xf6nen\n".encode("latin-1"))
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == "hwk: standard input: line 2 is not UTF-8; convert it (iconv -t utf-8)\n"
    assert hwk("find", "-", "--json", input=b"\xef\xbb\xbfKamen\n").exit_code == 0


def test_show_a_town_with_all_that_is_known_and_its_sources(hwk: Run, records: Records) -> None:
    (werne,) = records("show", "Werne")
    assert werne["ars"] == "059780040040"
    assert werne["group"] == "Kreis Unna"
    assert werne["company_postal_codes"] == ["59366"]
    assert {"name": "Stockum", "kind": "locality", "part_of": None, "sources": ["nwbib"]} in werne["localities"]
    assert werne["also"] == ["Bochum-Werne"]
    assert {"population", "area_km2", "postal_codes", "localities"} <= {
        field for source in werne["sources"] for field in source["fields"]
    }
    text = hwk("show", "Werne", "--lang", "de", "--sources").stdout
    assert "Gleicher Name: Bochum-Werne\n" in text
    assert "Einwohner: Statistische Ämter" in text
    assert "30.229 (Stand 15.05.2022)" in text


def test_show_a_kreis_and_a_locality(records: Records, hwk: Run) -> None:
    (unna,) = records("show", "Kreis Unna")
    assert (unna["seat"], unna["population"], unna["computed"]) == ("Unna", 393393, ["population", "area_km2"])
    assert "Bork (Selm)" in hwk("show", "05978").stdout
    (bremen,) = records("show", "Bremen Ense")
    assert (bremen["town"], bremen["ags"], bremen["kreis"]) == ("Ense", "05974012", "Kreis Soest")
    assert bremen["municipality_until"] == "1969-06-30"


def test_show_a_kreis_with_its_codes_and_its_last_changes(records: Records, hwk: Run) -> None:
    (unna,) = records("show", "Kreis Unna")
    assert (unna["nuts3"], unna["car_plates"]) == ("DEA5C", ["LH", "LÜN", "UN"])
    assert len(unna["last_changes"]) == 3
    assert unna["last_changes"][-1]["next_key"] == "05978"
    assert unna["earlier_changes"] == 2
    cited = {field: source["source"] for source in unna["sources"] for field in source["fields"]}
    assert all(cited[field] for field in ("nuts3", "car_plates", "last_changes"))
    text = hwk("show", "Kreis Unna", "--lang", "de").stdout
    assert re.search(r"NUTS-3-Code +DEA5C\n", text)
    assert re.search(r"Kfz-Kennzeichen +LH LÜN UN\n", text)
    assert "und 2 davor: hwk history 05978" in text
    (dortmund,) = records("show", "Dortmund")
    assert (dortmund["nuts3"], dortmund["car_plates"]) == ("DEA52", ["DO"])
    (werne,) = records("show", "Werne")
    assert "nuts3" not in werne


def test_find_says_what_a_former_key_was_and_which_share_went_where(records: Records, hwk: Run) -> None:
    found = records("find", "05535")
    assert [one["kreis_key"] for one in found][:2] == ["05558", "05978"]
    assert found[0]["note"].startswith("63.1% of Lüdinghausen, until 31 December 1974")
    assert found[1]["note"].startswith("22.2% of Lüdinghausen")
    (one,) = records("find", "05941112")
    assert one["note"] == "Unna, Stadt, until 31 December 1974"
    (hosenfeld,) = records("find", "06234060")
    assert hosenfeld["note"].startswith(
        "Jossa, until 30 December 1971; Until 31 December 1969 the key 06234060 stood for"
    )
    assert "bis 31.12.1974" in hwk("find", "05941112", "--lang", "de").stdout


def test_find_says_what_else_a_key_of_today_stood_for(records: Records) -> None:
    (muelheim,) = records("find", "05117000")
    assert "Until 31 December 1960 the key 05117000 stood for Neuß, Stadt: --on 1960-12-31" in muelheim["note"]
    (then,) = records("find", "05117000", "--on", "1960-12-31")
    assert (then["name"], then["today"]) == ("Neuß, Stadt", "05162024")
    (unna,) = records("find", "05978036")
    assert unna["note"] is None


def test_find_on_a_day_asks_the_register_of_that_day(records: Records, hwk: Run) -> None:
    (then,) = records("find", "Wattenscheid", "--on", "1970-01-01")
    assert (then["name"], then["key"], then["kreis"]) == ("Wattenscheid, Stadt", "05922000", "Wattenscheid, Stadt")
    assert (then["today"], then["today_name"]) == ("05911000", "Bochum")
    text = hwk("find", "Unna", "--on", "1.1.1960").stdout
    assert "Unna, Stadt  05941112  Unna   05941" in text
    assert "Which chamber is responsible is known for today only." in text
    several = records("find", "Neukirchen", "--on", "1960-01-01")
    assert {"01134185", "05134124"} <= {one["key"] for one in several}
    (kreis, *_) = records("find", "Kreis Lüdinghausen", "--on", "1970-05-05")
    assert (kreis["key"], kreis["share"]) == ("05535", pytest.approx(0.631, abs=0.001))


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("Unna", "--on", "1940-01-01"), 2, "the official data begin on 1950-09-14"),
        (("Unna", "--on", "1940-01-01", "--lang", "de"), 2, "01.01.1940: die amtlichen Daten beginnen am 14.09.1950"),
        (("Leipzig", "--on", "1980-01-01"), 2, "the official data of East Germany begin with the reunion, on 1990-10-"),
        (("Saarbrücken", "--on", "1955-01-01"), 2, "the official data of the Saarland begin on 1957-01-01"),
        (("05978036", "--on", "1960-01-01"), 3, "the key '05978036' stood for nothing on 1960-01-01"),
        (("Nirgendwo", "--on", "1960-01-01"), 3, "no municipality or Kreis was called 'Nirgendwo' on 1960-01-01"),
        (("Unna", "--on", "1960"), 2, "--on needs a day"),
        (("Unna", "--on", "1960-01-01", "--district"), 2, "--on is of the whole register"),
        (("-", "--on", "1960-01-01"), 2, "--on is of the whole register"),
    ],
)
def test_find_on_a_day_that_has_no_answer_says_why(hwk: Run, words: tuple[str, ...], code: int, says: str) -> None:
    result = hwk("find", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr


def test_show_of_equals_lists_them_and_exits_4(hwk: Run) -> None:
    result = hwk("show", "Stockum", "--json")
    assert result.exit_code == 4
    towns = [match["town"] for match in json.loads(result.stdout)]
    assert {"Witten", "Möhnesee", "Unna", "Werne"} <= set(towns)
    assert result.stderr.startswith(f"hwk: 'Stockum' is {len(towns)} places: Düsseldorf-Stockum, ")
