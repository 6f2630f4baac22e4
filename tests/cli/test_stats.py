"""What people type after `hwk stats`, and what they are told."""

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("stats Mitgliedsunternehmen", "stats businesses"),
        ("stats Betriebe --history", "stats businesses --history"),
        ("stats UMSATZ", "stats revenue"),
        ("stats Beschaeftigte", "stats employees"),
        ("stats azubis", "stats apprentices"),
        ("stats Neue Ausbildungsverträge", "stats new_training_contracts"),
        ("stats Kreis Unna", "stats --kreis 05978"),
        ("stats Unna Betriebe", "stats businesses --kreis Unna"),
        ("stats Betriebe Kreis Unna --history", "stats businesses --kreis Unna --history"),
        ("kreise --stats Betriebe", "kreise --stats businesses"),
        (
            "stats startups --compare Betriebe --kreis Unna --kreis Unna",
            "stats startups --compare businesses --kreis Unna",
        ),
    ],
)
def test_words_and_names_answer_alike(hwk: Run, words: str, same: str) -> None:
    one, other = hwk(*words.split()), hwk(*same.split())
    assert (one.exit_code, one.stdout, one.stderr) == (other.exit_code, other.stdout, other.stderr)


@pytest.mark.parametrize(
    ("option", "value", "last"),
    [
        ("--until", "31.12.2019", "2019-12-31"),
        ("--until", "Ende 2019", "2019-12-31"),
        ("--until", "4. Quartal 2019", "2019-12-31"),
        ("--until", "1. Halbjahr 2019", "2019-06-30"),
        ("--until", "2019-H1", "2019-06-30"),
        ("--as-of", "Juni 2019", "2019-06-30"),
        ("--as-of", "30. Juni 2019", "2019-06-30"),
    ],
)
def test_times_as_people_write_them(records: Records, option: str, value: str, last: str) -> None:
    assert records("stats", "Betriebe", "--history", option, value)[-1]["as_of"] == last
    assert records("stats", "Betriebe", option, value)[0]["as_of"] == last


def test_a_change_since_a_conflict_is_not_computed(hwk: Run) -> None:
    text = hwk("stats", "startups", "--change-since", "2018", "--lang", "de").stdout
    assert re.search(r"1\.923 +2023 +1\.616 \(2018, Konflikt\) +genau", text)
    assert "Konflikt: die Quellen widersprechen einander" in text


def test_a_town_without_figures_answers_with_its_kreis_and_says_so(hwk: Run) -> None:
    for words in ("stats Kamen", "stats --kreis 59174"):
        result = hwk(*words.split())
        assert result.stdout == hwk("stats", "Unna").stdout
        assert result.stderr == "hwk: Kamen has no figures of its own; what follows is Kreis Unna\n"
    of_contracts = hwk("stats", "Ausbildungsverträge", "Lünen")
    assert (
        of_contracts.stderr
        == "hwk: Lünen has no figure of new_training_contracts of its own; what follows is Kreis Unna\n"
    )
    assert hwk("stats", "Lünen").stdout.startswith("Lünen\n")
    assert re.search("Kamen +43,001", hwk("stats", "Einwohner", "Kamen").stdout)


def test_of_a_place_without_a_figure_it_is_told_who_has_one(hwk: Run) -> None:
    alone = hwk("stats", "Beschäftigte", "Unna")
    assert (alone.exit_code, alone.stdout) == (3, "")
    assert alone.stderr == "hwk: no figure of employees for Kreis Unna; there are some for Kammerbezirk Dortmund\n"
    among = hwk("stats", "Betriebe", "--kreis", "Unna", "--kreis", "Soest")
    assert (among.exit_code, "Kreis Unna" in among.stdout) == (0, True)
    assert among.stderr.startswith(
        "hwk: no figure of businesses for Kreis Soest; there are some for Kammerbezirk Dortmund, Bochum"
    )
    nowhere = hwk("kreise", "--stats", "Beschäftigte")
    assert (nowhere.exit_code, nowhere.stdout.count("no figure")) == (0, 8 + 1)  # and what the sign means
    assert "no Kreis has a figure of employees at that time; hwk stats employees has what there is" in nowhere.stderr
    assert hwk("kreise", "--stats", "Beschäftigte", "--chart").exit_code == 3


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("stats busineses", 3, "hwk stats --list names the metrics; did you mean businesses"),
        ("stats Una", 3, "did you mean Kreis Unna?"),
        ("stats Unna Atlantis", 3, "no metric and no Kreis 'Unna Atlantis'"),
        ("stats businesses --kreis Köln", 3, "no Kreis 'Köln'"),
        ("stats businesses --kreis Stockum", 3, "no Kreis 'Stockum'"),
        ("stats businesses --kreis .", 2, "a Kreis needs a letter or a digit"),
        ("stats businesses --as-of gestern", 2, "'gestern' is not a date"),
        ("stats businesses --as-of 31.02.2020", 2, "is not a date"),
        ("stats businesses --until 2000", 3, "businesses at that time; there are some from 2004-12-31 to 2024-01"),
        ("stats businesses --history --until 2000", 3, "of businesses for Kammerbezirk Dortmund at that time"),
        (
            "stats businesses --kreis Unna --kreis Soest --until 2000",
            3,
            "no figure of businesses for Kreis Unna at that time; there are some from 2012-12 to 2022-12-31; no "
            "figure of businesses for Kreis Soest; there are some for Kammerbezirk Dortmund",
        ),
        ("stats Unna --as-of 1999", 3, "no figures of these Kreise at that time"),
        ("stats --history", 2, "--history needs a METRIC"),
        ("stats --until 2020", 2, "--as-of or --until needs a METRIC"),
        ("stats Betriebe --until 2020 --as-of 2020", 2, "give one of them"),
        ("stats Unna --chart", 2, "--chart needs a METRIC"),
        ("stats Unna --plot x.svg", 2, "--plot needs a METRIC"),
        ("stats Unna --compare Umsatz", 2, "--compare needs a METRIC"),
        ("stats businesses --list", 2, "--list names all metrics"),
        ("stats --list --chart", 2, "--list names all metrics"),
        ("stats businesses --since 2020", 2, "--since goes with --history"),
        ("stats businesses --change-since 2018 --chart", 2, "--change-since goes with the latest figures or --history"),
        ("stats businesses --change-since 2016", 3, "a later one with; there are some of 2004, 2012, 2017, 2018"),
        ("stats businesses --compare profit", 3, "no metric 'profit'"),
        ("stats Betriebe --compare Einwohner --change-since 2017", 2, "nothing is computed from a ratio"),
        ("stats Lage --compare Betriebe", 2, "a share or an index"),
        ("stats businesses --size 16x9", 2, "--size goes with --plot"),
        ("stats businesses --title x", 2, "--title goes with --plot"),
        ("stats businesses --sources", 2, "--sources goes with --plot"),
        ("stats businesses --plot x.svg --size 16", 2, "'--size': '16': give width and height in cm: 16x9; or with a"),
        ("stats businesses --size 3x3 --lang de", 2, "--size: „3x3“: ein Bild ist 4 bis 60 cm breit und hoch; hwk"),
        ("stats businesses --history --since 2020 --until 2010", 2, "--until lies before --since"),
        ("stats businesses atlantis", 3, "no Kreis 'atlantis' in the Kammerbezirk Dortmund"),
        ("stats atlantis businesses", 3, "no Kreis 'atlantis' in the Kammerbezirk Dortmund"),
        ("stats Betriebe Münster", 3, "Münster lies outside the Kammerbezirk Dortmund"),
        ("stats businesses --plot x.svg --values some", 2, "'some': give one or more of"),
        ("stats businesses --plot x.svg --axis-from oben", 2, "'oben': give a number, or auto"),
        ("stats businesses --plot x.gif", 2, "a picture is .svg, .png or .pdf"),
        ("stats businesses --plot missing/folder/x.svg", 5, "missing/folder/x.svg: No such file or directory"),
        ("kreise --as-of 2020", 2, "--as-of goes with --stats"),
        ("kreise --chart", 2, "--chart goes with --stats"),
        ("kreise --plot x.svg", 2, "--plot goes with --stats"),
        ("kreise --stats profit", 3, "no metric 'profit'"),
        ("kreise --stats startups --plot x.svg", 3, "no Kreis has a figure of startups"),
        ("kreise --stats startups --chamber Köln", 2, "--stats has figures of the district only"),
    ],
)  # fmt: skip
def test_bad_input_is_told(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str, code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in re.sub(r"\s+", " ", result.stderr)
    assert not list(tmp_path.iterdir())


def test_values_without_room_are_told(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    result = hwk("stats", "businesses", "--plot", file, "--values", "all", "--size", "9x7")
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.search(r"x\.svg: \d of the values have no room; give it more with --size\n$", result.stderr)
    assert file.exists()


def test_hostile_words_are_said_without_their_power(hwk: Run) -> None:
    result = hwk("stats", "\x1b[31m[red]$(x)\u202e" + "x" * 300)
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr
    assert len(result.stderr) < 300


HOSTILE = '"[red]$x^2$ _a_ \\\\frac{1} [/] <b>|`\\U0001F600 ' + "lang " * 50 + 'x"'


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        {
            "label: {de: Existenzgründungen, en: Start-ups}": f"label: {{de: {HOSTILE}, en: {HOSTILE}}}",
            'short_name: "WAZ"': f"short_name: {HOSTILE}",
            '  as_of: "2019"\n  value: 1707': '  as_of: "1800"\n  value: 1707',
        },
        {
            "    label: {de: 1. Halbjahr, en: first half-year}": f"    label: {{de: {HOSTILE}, en: {HOSTILE}}}",
            '  as_of: "2019"\n  value: 1707': '  as_of: "2100-12-31"\n  value: 1707',
            '  value: 1600\n  printed: "rund 1600"': f'  value: 1600\n  printed: "{"rund " * 50}1600"',
        },
        {'  value: 1707\n  printed: "1.707"': '  value: 999999999999999\n  printed: "999.999.999.999.999"'},
        {'  value: 1707\n  printed: "1.707"': '  value: 0\n  printed: "0"'},
    ],
    ids=["words", "times", "large", "zero"],
)
def test_odd_data_breaks_no_answer(
    hwk: Run, edited: Callable[..., Path], tmp_path: Path, changes: dict[str, str]
) -> None:
    own = edited()
    figures = tmp_path / "figures.yaml"
    text = figures.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    figures.write_text(text, encoding="utf-8")
    # Of words a PDF is made otherwise than an SVG.
    pictures = [tmp_path / f"x.{form}" for form in (("svg", "pdf") if HOSTILE in text else ("svg",))]
    calls = [["startups", *more] for more in ([], ["--history"], ["--chart"], ["--history", "--all-figures"])]
    calls += [["startups", "--change-since", "2018"], ["startups_takeovers", "--compare", "startups"], ["--list"]]
    calls += [["startups", "--plot", str(file), "--force", "--values", "all", "--sources"] for file in pictures]
    for words, lang in zip(calls, cycle(("de", "en")), strict=False):
        result = hwk("stats", *words, "--data", own, "--lang", lang)
        assert result.exit_code == 0, result.stderr
        assert "\x1b" not in result.stdout
        assert "\u202e" not in result.stdout
    assert all(file.stat().st_size > 1000 for file in pictures)


def test_kreise_beside_each_other_keep_their_shares_where_the_width_is_short(
    hwk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    table = hwk("stats", "Unna", "Hamm", "--lang", "de").stdout.splitlines()
    assert "Anteil" in table[2]
    assert max(map(len, table)) <= 80


@pytest.mark.parametrize("call", ["stats startups --chart", "kreise --stats businesses --chart"])
@pytest.mark.parametrize("width", ["60", "140"])
def test_each_bar_has_the_number_of_its_source(
    hwk: Run, monkeypatch: pytest.MonkeyPatch, call: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = hwk(*call.split()).stdout
    cited = set(re.findall(r"^(\[\d+\]) ", shown, re.MULTILINE))
    bars = [line for line in shown.splitlines() if re.search("[█▏▎▍▌▋▊▉#]", line)]
    assert cited == set(re.findall(r"\[\d+\]", " ".join(bars)))
    assert all(re.search(r"\[\d+\]$", bar) for bar in bars)
