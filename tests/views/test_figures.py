import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_the_catalogue_of_metrics(hwk: Run, records: Records) -> None:
    metrics = records("stats", "--list")
    assert sum(metric["figures"] for metric in metrics) == 166
    assert metrics[0]["metric"] == "businesses"
    assert (metrics[0]["first_year"], metrics[0]["last_year"]) == (2004, 2024)
    assert "Mitgliedsunternehmen" in hwk("stats", "--list", "--lang", "de").stdout


def test_the_latest_figures(hwk: Run, records: Records) -> None:
    latest = records("stats", "businesses")
    assert [one["territory"] for one in latest][:3] == ["Kammerbezirk Dortmund", "Bochum", "Dortmund"]
    assert list(latest[0])[:12] == list(records("stats")[0])
    assert latest[0]["source"].startswith("Handwerkskammer Dortmund: ")
    text = hwk("stats", "businesses", "--lang", "de").stdout
    assert re.search(r"Hamm +1\.311 +31\.12\.2023 +genau +\[4\]", text)
    assert "[4] Radio Lippewelle Hamm: Mehr Handwerker in Hamm" in text
    assert [one["value"] for one in records("stats", "businesses", "--kreis", "Lünen")] == [578]
    assert records("stats", "businesses", "--as-of", "31.12.2019")[0]["value"] == 19778


def test_a_history_with_changes_conflicts_and_breaks(hwk: Run, records: Records) -> None:
    text = hwk("stats", "startups", "--history", "--lang", "de").stdout
    assert re.search(r"Jahr +2018 +1\.616 +genau, Konflikt, Bruch +\[\d\]", text)
    assert re.search(r"Jahr +2018 +1\.612 +genau, Konflikt +\[\d\]", text)
    assert re.search(r"Jahr +2023 +1\.923 +\+248 +\+14,8 +genau", text)
    assert "Konflikt: die Quellen widersprechen einander" in text
    assert "Bruch: mit den Werten davor nicht vergleichbar" in text
    points = records("stats", "startups", "--history")
    conflict = [(one["value"], one["conflicts_with"]) for one in points if one["as_of"] == "2018"]
    assert conflict == [(1616, ["startups-2018-waz"]), (1612, ["startups-2018"])]
    assert points[-1]["change"] == 248
    everything = records("stats", "startups", "--history", "--all-figures")
    assert len(everything) == len(points) + 1


def test_rounded_changes_and_points_are_marked(hwk: Run) -> None:
    assert "about +7,000" in hwk("stats", "employees", "--history").stdout
    assert "rd. +7.000" in hwk("stats", "employees", "--history", "--lang", "de").stdout
    assert re.search(r"-2 Prozentpunkte", hwk("stats", "business_situation", "--history", "--lang", "de").stdout)
    assert "in %" not in hwk("stats", "business_situation", "--history").stdout


def test_since_until_and_kreis(records: Records) -> None:
    found = records("stats", "businesses", "--history", "--since", "2019", "--until", "2021-12-31")
    assert [one["as_of"] for one in found] == ["2019-06-30", "2019-12-31", "2021-06-30", "2021-12-31"]
    unna = records("stats", "businesses", "--history", "--kreis", "Unna")
    assert [one["value"] for one in unna] == [3045, 3000, 3065]


def test_a_chart_begins_at_nothing_and_shows_gaps_conflicts_and_breaks(hwk: Run) -> None:
    text = hwk("stats", "businesses", "--chart", "--lang", "de").stdout
    assert "0 … 20.498" in text
    assert re.search(r"2005–2016 +– +keine Angabe", text)
    bars = {line.split()[0]: line.count("█") for line in text.split("\n") if "█" in line}
    assert bars["31.12.2004"] / bars["31.12.2023"] == pytest.approx(19000 / 20498, abs=0.03)
    assert "\x1b" not in text
    broken = hwk("stats", "businesses_annex_b1", "--chart").stdout
    assert "from 2020 (break)" in broken
    assert "exact, conflict" in hwk("stats", "startups", "--chart").stdout
    assert "0 … 100%" in hwk("stats", "business_situation", "--chart").stdout


@pytest.mark.parametrize("columns", ["60", "80", "140"])
@pytest.mark.parametrize("metric", ["businesses", "new_training_contracts", "business_climate", "startups"])
def test_charts_and_histories_fit(hwk: Run, monkeypatch: pytest.MonkeyPatch, metric: str, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for option in ("--chart", "--history"):
        text = hwk("stats", metric, option, "--lang", "de").stdout
        assert max(map(len, text.split("\n"))) <= int(columns)


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "yaml", "markdown"])
@pytest.mark.parametrize(
    "words", ["stats --list", "stats startups", "stats startups --history", "stats startups --chart"]
)
def test_every_answer_in_every_format(hwk: Run, words: str, form: str) -> None:
    result = hwk(*words.split(), "-f", form)
    assert (result.exit_code, result.stderr) == (0, "")


def test_territories_side_by_side(hwk: Run, records: Records) -> None:
    beside = records("kreise", "--stats", "businesses")
    assert [one["key"] for one in beside] == ["05911", "05913", "05914", "05915", "05916", "05954", "05974", "05978"]
    assert [one["share_percent"] for one in beside] == [14.6, 21.3, None, 6.4, 6.1, 14.8, None, 15.2]
    assert (beside[6]["value"], beside[6]["source"]) == (None, None)
    assert list(beside[6]) == list(beside[0])
    text = hwk("kreise", "--stats", "businesses", "--lang", "de").stdout
    assert re.search(r"05974 +Kreis Soest +– +keine Angabe", text)
    assert re.search(r"05978 +Kreis Unna +3\.065 +31\.12\.2022 +15,2 % +genau", text)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("stats busineses", 3, "no metric 'busineses'; hwk stats --list names them all; did you mean businesses"),
        ("stats businesses --kreis Kamen", 3, "Kamen has no figures of its own; did you mean Kreis Unna?"),
        ("stats employees --kreis Unna", 3, "no figure of employees for 'Unna' at that time"),
        ("stats businesses --kreis kreisfreie-staedte", 4, "is 5 Kreise"),
        ("stats businesses --kreis .", 2, "a Kreis needs a letter or a digit"),
        ("stats businesses --as-of gestern", 2, "'gestern' is not a date"),
        ("stats businesses --as-of 31.02.2020", 2, "is not a date"),
        ("stats --history", 2, "these options need a METRIC"),
        ("stats businesses --list", 2, "--list names all metrics"),
        ("stats businesses --since 2020", 2, "--since goes with --history"),
        ("kreise --as-of 2020", 2, "--as-of goes with --stats"),
        ("kreise --stats profit", 3, "no metric 'profit'"),
        ("stats businesses --plot x.gif", 2, "a picture is svg or png"),
    ],
)
def test_bad_input_is_told(hwk: Run, words: str, code: int, message: str) -> None:
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in re.sub(r"\s+", " ", result.stderr)


def test_a_file_without_figures_over_time_says_so(hwk: Run, edited: Callable[..., Path]) -> None:
    own = edited(("figures_file: figures.yaml\ncontacts_file: contacts.yaml\n", ""))
    for words in (
        ["stats", "businesses"],
        ["stats", "--list"],
        ["contact", "--list"],
        ["kreise", "--stats", "startups"],
    ):
        result = hwk(*words, "--data", own)
        assert (result.exit_code, result.stdout) == (3, "")
        assert "names no file with" in result.stderr
    assert hwk("sources", "--data", own).exit_code == 0
    own = edited()
    (own.parent / "figures.yaml").unlink()
    missing = hwk("stats", "businesses", "--data", own)
    assert missing.exit_code == 5
    assert json.loads(hwk("check", own, "--json").stdout)[0]["path"] == "figures_file"
    assert "figures.yaml: No such file" in missing.stderr


def test_check_reads_the_files_that_a_district_names(hwk: Run, edited: Callable[..., Path], tmp_path: Path) -> None:
    own = edited()
    for name in ("figures", "contacts"):
        text = (Path(__file__).parent.parent.parent / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text.replace("source: whkt", "source: none"), encoding="utf-8")
    result = hwk("check", own, "--json")
    assert result.exit_code == 5
    assert [(Path(one["file"]).name, one["path"]) for one in json.loads(result.stdout)] == [
        ("contacts.yaml", "contacts[13].source")
    ]
    assert hwk("check", tmp_path / "figures.yaml").exit_code == 0
