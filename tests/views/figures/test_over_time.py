import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.figures import beside
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.language import Language
from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.views.figures import chart
from hwkcli.views.page import Bar, Heading, Page, view

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


def test_the_catalogue_of_metrics(hwk: Run, records: Records) -> None:
    metrics = records("stats", "--list")
    printed = [metric for metric in metrics if metric["kind"] != "ratio" and metric["metric"] != "population"]
    assert sum(metric["figures"] for metric in printed) == 166
    assert [metric["metric"] for metric in metrics if metric["kind"] == "ratio"][2] == "revenue_per_business"
    assert "Azubi" in next(metric["aliases"] for metric in metrics if metric["metric"] == "apprentices")
    assert metrics[0]["metric"] == "businesses"
    assert (metrics[0]["first_year"], metrics[0]["last_year"]) == (2004, 2024)
    assert "Mitgliedsunternehmen" in hwk("stats", "--list", "--lang", "de").stdout


def test_the_latest_figures(hwk: Run, records: Records) -> None:
    latest = records("stats", "businesses")
    assert [one["territory"] for one in latest][:3] == ["Kammerbezirk Dortmund", "Bochum", "Dortmund"]
    assert list(latest[0])[:14] == list(records("stats")[0])
    assert (latest[0]["as_of"], latest[0]["period"]) == ("2024-01", "2024-01-01/2024-01-31")
    assert latest[0]["source"].startswith("Handwerkskammer Dortmund: ")
    text = hwk("stats", "businesses", "--lang", "de").stdout
    assert re.search(r"Hamm +1\.311 +31\.12\.2023 +genau +\[4\]", text)
    url = "https://lippewelle.de/artikel/mehr-handwerker-in-hamm-1898546.html"
    assert f"[4] Radio Lippewelle Hamm: Mehr Handwerker in Hamm (Abruf 22.11.2026), {url}\n" in text
    assert text.count(url) == 1
    assert next(one["source_url"] for one in latest if one["territory"] == "Hamm") == url
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


def test_changes_since_a_year(hwk: Run, records: Records) -> None:
    found = records("stats", "businesses", "--history", "--since", "2022", "--change-since", "2018")
    assert [(one["as_of"], one["change"], one["change_since"]) for one in found] == [
        ("2022-12-31", 548, "2018-12-31"),
        ("2023-12-31", 819, "2018-12-31"),
        ("2024-01", 819, "2018-12-31"),
    ]
    latest = {one["territory"]: one for one in records("stats", "businesses", "--change-since", "2012")}
    assert (latest["Kreis Unna"]["change"], latest["Kreis Unna"]["change_since"]) == (20, "2012-12")
    assert latest["Hamm"]["change"] is None, "1210 of 2012 are the Großraum"
    text = hwk("stats", "businesses", "--change-since", "2012", "--lang", "de").stdout
    assert re.search(r"Kreis Unna +3\.065 +31\.12\.2022 +\+20 +\+0,7 +3\.045 \(Dezember 2012\)", text)
    assert "WAZ (Funke): Beschäftigungslage im Handwerk" in text, "the source of the figure that is compared with"
    assert "change" not in records("stats", "businesses")[0]


def test_a_ratio_over_time_is_marked_and_has_its_formula(hwk: Run, records: Records) -> None:
    text = hwk("stats", "Betriebe", "--compare", "Einwohner", "--lang", "de").stdout
    assert text.startswith("Mitgliedsunternehmen je 1.000 Einwohner, Kammerbezirk Dortmund\n")
    assert re.search(r"31\.12\.2023 +8,13 +berechnet +\[\d\]\[\d\]", text)
    assert "Mitgliedsunternehmen je 1.000 Einwohner = 1.000 × Mitgliedsunternehmen / Einwohner\n" in text
    assert "berechnet, nur wo Gebiet, Stand und Umfang beider Werte gleich sind" in text
    assert "Veränderung" not in text.split("\n")[2], "nothing is computed from what is computed"
    (last,) = records("stats", "revenue_per_business")
    assert (last["value"], last["derived"], last["formula"]) == (800_000, True, "revenue / businesses")
    both = records("stats", "Betriebe", "--compare", "Einwohner", "--kreis", "Hamm")
    assert [round(one["value"], 2) for one in both] == [7.25]
    assert both[0]["source"].count(";") >= 1
    assert both[0]["source_url"].count("https://") == 2


def test_several_kreise_are_lines_of_one_answer(hwk: Run, records: Records) -> None:
    found = records("stats", "businesses", "--kreis", "Unna", "--kreis", "Hamm", "--history")
    assert list(dict.fromkeys(one["territory"] for one in found)) == ["Kreis Unna", "Hamm"]
    assert [one["change"] for one in found if one["as_of"] == "2023-12-31"] == [14]
    text = hwk("stats", "businesses", "--kreis", "Unna", "--kreis", "Hamm", "--history", "--lang", "de").stdout
    assert re.search(r"Gebiet +Reihe +Stand", text)
    assert re.search(r"Kreis Unna +Verzeichnisse +31\.12\.2022", text)
    chart = hwk("stats", "businesses", "--kreis", "Unna", "--kreis", "Hamm", "--chart", "--lang", "de").stdout
    assert "\nKreis Unna, Verzeichnisse" in chart
    assert "\nHamm, Großraum" in chart


def test_all_figures_of_a_kreis_beside_the_district(hwk: Run, records: Records) -> None:
    text = hwk("stats", "--kreis", "Unna", "--lang", "de").stdout
    assert text.startswith("Kreis Unna\n\nKennzahl ")
    assert re.search(r"Mitgliedsunternehmen +3\.065 \[1\] +31\.12\.2022 +2012 +20\.227 \[4\] +15,2 % +genau", text)
    assert re.search(r"Einwohner +399\.447 \[3\] .* 2\.522\.070 +15,8 %", text), "both are from one source"
    assert "\nNeue Ausbildungsverträge, Kammerbezirk Dortmund: Stand 31.12.2024\n" in text
    assert "\nberechnet: die Summe über die Städte und Gemeinden\n" in text
    assert "Anteil = 100 × Wert / Wert des Bezirks; berechnet" in text
    assert hwk("stats", "Unna", "--lang", "de").stdout == text
    hamm = hwk("stats", "Hamm", "--lang", "de").stdout
    assert re.search(r"20\.498 \[\d\] +6,4 % +7,25 +genau", hamm)
    assert "je 1.000 Einw. = 1.000 × Wert / Einwohner; berechnet" in hamm
    assert "Einwohner, Hamm: 180.761 (31.12.2023, Bevölkerungsfortschreibung auf Grundlage des Zensus 2011)" in hamm
    (first, *_) = records("stats", "Hamm")
    assert first["formulas"] == [
        "share_percent = 100 * value / district_value",
        "per_1000_inhabitants = 1000 * value / population",
    ]
    assert (first["population"], first["population_as_of"], first["per_1000_inhabitants"]) == (
        180761,
        "2023-12-31",
        7.25,
    )


@pytest.mark.parametrize(("lang", "since"), [("de", "Seit"), ("en", "Since")])
def test_the_figures_of_a_kreis_fit_a_usual_terminal(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, lang: str, since: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = hwk("stats", "Unna", "--lang", lang).stdout
    assert max(map(len, text.split("\n"))) <= 80
    heading = text.split("\n")[2]
    assert since in heading
    assert {"de": "Anteil", "en": "Share"}[lang] in heading
    lines = [line for line in text.split("\n\n")[1].split("\n") if "[1]" in line]
    assert len(lines) == 1
    assert re.search(r"2012 +20.227 \[4\] +15.2", lines[0])


def test_words_may_name_several_kreise(hwk: Run, records: Records) -> None:
    both = records("stats", "--kreis", "Unna", "--kreis", "Hamm")
    assert records("stats", "Unna", "Hamm") == records("stats", "Kreis", "Unna", "Hamm") == both
    found = records("stats", "Betriebe", "Ennepe-Ruhr-Kreis", "Kreis", "Unna", "Hamm")
    assert [one["territory"] for one in found] == ["Hamm", "Ennepe-Ruhr-Kreis", "Kreis Unna"]
    assert hwk("stats", "Unna", "Atlantis").exit_code == 3


def test_several_profiles_stand_metric_by_metric(hwk: Run, records: Records) -> None:
    found = records("stats", "--kreis", "Unna", "--kreis", "Soest")
    assert [(one["metric"], one["territory"]) for one in found][:3] == [
        ("businesses", "Kreis Unna"),
        ("new_training_contracts", "Kreis Unna"),
        ("new_training_contracts", "Kreis Soest"),
    ]
    assert hwk("stats", "Kreisfreie Städte", "--lang", "de").stdout.startswith("Bochum, Dortmund, Hagen, Hamm, Herne\n")


def test_since_until_and_kreis(records: Records) -> None:
    found = records("stats", "businesses", "--history", "--since", "2019", "--until", "2021-12-31")
    assert [one["as_of"] for one in found] == ["2019-06-30", "2019-12-31", "2021-06-30", "2021-12-31"]
    unna = records("stats", "businesses", "--history", "--kreis", "Unna")
    assert [one["value"] for one in unna] == [3045, 3000, 3065]


def test_a_chart_begins_at_nothing_and_shows_gaps_conflicts_and_breaks(hwk: Run) -> None:
    text = hwk("stats", "businesses", "--chart", "--lang", "de").stdout
    assert "0 … 20.498" in text
    assert re.search(r"2005–2016 \(keine Angabe\) +–", text)
    bars = {line.split()[0]: line.count("█") for line in text.split("\n") if "█" in line}
    assert bars["31.12.2004"] / bars["31.12.2023"] == pytest.approx(19000 / 20498, abs=0.03)
    assert "\x1b" not in text
    broken = hwk("stats", "businesses_annex_b1", "--chart").stdout
    assert "from 2020 (break)" in broken
    assert "2018 (conflict)" in hwk("stats", "startups", "--chart").stdout
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
    "words",
    [
        *("stats --list", "stats startups", "stats startups --history", "stats startups --chart", "stats Unna"),
        *("kreise --stats Betriebe", "kreise --stats Betriebe --chart", "stats Betriebe --compare Einwohner"),
        "stats Betriebe --change-since 2012",
    ],
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
    assert "\n–: keine Angabe\n" in text
    assert "–:" not in hwk("kreise", "--stats", "Einwohner", "--lang", "de").stdout
    assert records("kreise", "--stats", "Betriebe") == beside


def test_bars_of_the_kreise_are_as_long_as_their_values(hwk: Run, records: Records) -> None:
    text = hwk("kreise", "--stats", "Betriebe", "--chart", "--lang", "de").stdout
    bars = {line.split("  ")[0]: line.count("█") for line in text.split("\n") if "█" in line}
    assert bars["Herne"] / bars["Dortmund"] == pytest.approx(1236 / 4312, abs=0.03)
    assert "0 … 4.312" in text
    assert re.search(r"Kreis Soest \(keine Angabe\) +–", text)
    assert re.search(r"Hamm \(31\.12\.2023\) .*1\.311", text)
    assert "\nStand: 31.12.2022, wo kein anderer dabeisteht\n" in text
    assert records("kreise", "--stats", "Betriebe", "--chart") == records("kreise", "--stats", "Betriebe")


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize(("unicode", "sign"), [(True, "█"), (False, "#")])
def test_a_chart_is_honest_at_any_width_and_in_ascii(columns: int, unicode: bool, sign: str) -> None:
    district = hwkcli.load()
    figures = Figures(district, load.history(district))
    points = figures.points(figures.of("businesses", "district"))[1:]
    answer = chart.over_time(figures, figures.metrics["businesses"], points, "en")
    text = render(answer, Format.TABLE, Medium(columns, unicode=unicode))
    assert max(map(len, text.split("\n"))) <= columns
    assert all(part in text for part in ("0 …" if unicode else "0 ...", "20,498"))
    assert unicode or not set(text) & set("…–×€█")
    bars = [line.count(sign) for line in text.split("\n") if sign in line]
    assert len(bars) == len(points)
    for point, length in zip(points, bars, strict=True):
        assert abs(length - max(bars) * point.figure.value / 20498) <= 1, "a bar never spills onto a second line"


@pytest.mark.parametrize("columns", ["40", "60", "100"])
@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_narrow_chart_keeps_what_must_be_known_of_each_bar(columns: str, lang: Language, ascii_only: bool) -> None:
    district = hwkcli.load()
    figures = Figures(district, load.history(district))
    medium = Medium(int(columns), unicode=not ascii_only)
    points = figures.points(figures.of("startups", "district"))
    found = render(chart.over_time(figures, figures.metrics["startups"], points, lang), Format.TABLE, medium)
    conflict, nothing = {"de": ("Konflikt", "keine Angabe"), "en": ("conflict", "no figure")}[lang]
    table = found.split("\n\n")[1]
    assert table.count(f"({conflict})") == sum(bool(point.figure.conflicts_with) for point in points) == 3
    assert table.count(f"2020 ({nothing})") == 2
    assert all(f"\n{year} " in table for year in (2017, 2018, 2019, 2021, 2022, 2023))
    kreise = beside.shares(figures, "businesses")
    found = render(chart.side_by_side(figures, figures.metrics["businesses"], kreise, lang), Format.TABLE, medium)
    table = " ".join(found.split("\n\n")[1].split())
    assert all(kreis.name in table for kreis in district.kreise), "a bar always says whose it is"
    assert re.search(r"Hagen \(De.* 2012\)", table), "whose date is not that of most"


def test_the_smallest_bar_in_ascii_is_seen_and_nothing_is_nothing() -> None:
    page = Page("x", (Heading("a"), Heading("b")), (("one", Bar(1, 1000)), ("none", Bar(0, 1000))))
    lines = render(view([{"a": 1}], page), Format.TABLE, Medium(40, unicode=False)).split("\n")
    assert [line.count("#") for line in lines if line[:4] in ("one ", "none")] == [1, 0]


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
        text = (Path(__file__).parent.parent.parent.parent / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text.replace("source: whkt", "source: none"), encoding="utf-8")
    result = hwk("check", own, "--json")
    assert result.exit_code == 5
    assert [(Path(one["file"]).name, one["path"]) for one in json.loads(result.stdout)] == [
        ("contacts.yaml", "contacts[13].source")
    ]
    assert hwk("check", tmp_path / "figures.yaml").exit_code == 0
