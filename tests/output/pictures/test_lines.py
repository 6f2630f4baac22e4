"""Pictures of figures over time, read back from the files."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from typer.testing import Result

import hwkcli
from hwkcli.extras import call
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import Figure, History, Metric, Series, Source, Text
from hwkcli.output.pictures import lines
from hwkcli.output.pictures.settings import Settings

Run = Callable[..., Result]
DISTRICT = hwkcli.load()


class Drawing:
    """An SVG, read as a reader sees it: where the bands of the years are, where the points."""

    def __init__(self, content: bytes) -> None:
        self.root = ElementTree.fromstring(content)
        self.text = " ".join(part.strip() for part in self.root.itertext() if part.strip())
        self.bounds: list[float] = []
        self.names: dict[str, float] = {}
        for tick in self._groups("xtick_"):
            if name := self._words(tick):
                self.names[name] = self._middle(tick)
            self.bounds += [float(one.attrib["x"]) for one in self._of(tick, "use")]
        # The height of a number is that of its grid line.
        self.rows = {
            self._words(tick): float(re.findall(r"[0-9.]+", line.attrib["d"])[1])
            for tick in self._groups("ytick_")
            for line in self._of(tick, "path")[:1]
        }
        self.points = {
            group.attrib["id"].removeprefix("figure-"): (float(use.attrib["x"]), float(use.attrib["y"]))
            for group in self._groups("figure-")
            for use in self._of(group, "use")
        }

    @staticmethod
    def _of(group: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
        return [one for one in group.iter() if one.tag.endswith("}" + tag)]

    def _words(self, group: ElementTree.Element) -> str:
        return " ".join(" ".join(text.itertext()).strip() for text in self._of(group, "text"))

    def _middle(self, group: ElementTree.Element) -> float:
        """Where a name has its middle, or, of one with two lines, where the first begins."""
        (place, *_) = [*self._of(group, "text"), None]
        assert place is not None
        moved = next(
            (one.attrib["transform"] for one in group.iter() if "translate" in one.attrib.get("transform", "")), ""
        )
        return float(moved.split("(")[1].split()[0]) if moved else float(place.attrib["x"])

    def _groups(self, prefix: str) -> list[ElementTree.Element]:
        return [one for one in self.root.iter() if one.attrib.get("id", "").startswith(prefix)]

    def band(self, id: str) -> tuple[str, float]:
        """The name of the band in which a point stands, and how far through the band."""
        x = self.points[id][0]
        left = max(bound for bound in self.bounds if bound <= x + 1e-4)
        right = min(bound for bound in self.bounds if bound > left)
        (name,) = [name for name, middle in self.names.items() if left < middle < right]
        return name, (x - left) / (right - left)


def figures_at(*times: str, values: list[float] | None = None, label: str = "Zahl") -> tuple[Figures, Metric]:
    """A history of one metric with a figure for each time."""
    metric = Metric(
        "count",
        "businesses",
        Text(label, label),
        "stock",
        Text("x", "x"),
        (Series("s", Text("s", "s"), Text("s", "s")),),
    )
    source = Source("src", "Amt", "Heft", None, None, Text("1", "1"), Text("frei", "free"), "Amt")
    made = [
        Figure("count", value, str(value), "businesses", time, "exact", "src", id=time.replace("/", "_"), series="s")
        for time, value in zip(times, values or [10.0 + n for n in range(len(times))], strict=True)
    ]
    own = DISTRICT._replace(figures=(), ratios=())
    return Figures(own, History((metric,), tuple(made), (source,))), metric


def drawn(
    figures: Figures, metric: Metric, file: str = "x.svg", lang: hwkcli.language.Language = "de", **more: Any
) -> bytes:
    points = figures.points(figures.of(metric.id, "district"))
    return lines.draw(figures, metric, points, Settings(Path(file))._replace(**more), lang).content


def through_the_year(day: date) -> float:
    return (day.timetuple().tm_yday - 0.5) / (366 if day.year % 4 == 0 else 365)


@pytest.mark.parametrize(
    ("time", "year", "where"),
    [
        ("2023", "2023", 0.5),
        ("2021-12-31", "2021", through_the_year(date(2021, 12, 31))),
        ("2021-01-01", "2021", through_the_year(date(2021, 1, 1))),
        ("2024-06-30", "2024", through_the_year(date(2024, 6, 30))),
        ("2024-01", "2024", 15.5 / 366),
        ("2019-H1", "2019", (181 / 2) / 365),
        ("2019-H2", "2019", 1 - (184 / 2) / 365),
        ("2022-Q3", "2022", (181 + 92 / 2) / 365),
        ("2017-spring", "2017", (59 + 92 / 2) / 365),
        ("2018-autumn", "2018", (243 + 91 / 2) / 365),
        ("2025-01/2025-10", "2025", (304 / 2) / 365),
    ],
)
def test_a_figure_stands_within_its_year_where_its_time_is(time: str, year: str, where: float) -> None:
    figures, metric = figures_at("2016", time, "2026")
    name, found = Drawing(drawn(figures, metric)).band(time.replace("/", "_"))
    assert name == year
    assert found == pytest.approx(where, abs=0.005)


@pytest.mark.slow
def test_every_shipped_figure_of_the_district_stands_in_the_band_of_its_own_time(tmp_path: Path) -> None:
    figures = Figures(DISTRICT, load.history(DISTRICT))
    looked_at = 0
    for metric in figures.metrics.values():
        points = figures.points(figures.of(metric.id, "district"))
        drawing = Drawing(lines.draw(figures, metric, points, Settings(tmp_path / "x.svg"), "en").content)
        if not {"2020"} & set(drawing.names) or len(drawing.names) < len(drawing.bounds) - 1:
            continue
        for point in points:
            if point.figure.as_of[4:] in ("", "-12-31", "-06-30", "-H1", "-spring", "-autumn"):
                name, _ = drawing.band("_".join(point.figure.id.split()))
                assert name == point.figure.as_of[:4]
                looked_at += 1
    assert looked_at > 40


def test_one_year_is_shown_by_its_quarters() -> None:
    figures, metric = figures_at("2024-02", "2024-H2", "2024-12-31")
    drawing = Drawing(drawn(figures, metric))
    assert list(drawing.names) == ["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"]
    assert drawing.band("2024-02")[0] == "Q1 2024"
    assert drawing.band("2024-12-31")[0] == "Q4 2024"


@pytest.mark.slow
@pytest.mark.parametrize("times", [("0001", "9999"), ("0001-01-01",), ("9999-12-31",), ("1950", "2050")])
@pytest.mark.parametrize("file", ["x.svg", "x.png", "x.pdf"])
def test_the_first_and_the_last_year_of_the_calendar(times: tuple[str, ...], file: str) -> None:
    figures, metric = figures_at(*times)
    content = drawn(figures, metric, file)
    assert len(content) > 1000
    if file == "x.svg":
        places = [x for x, _ in Drawing(content).points.values()]
        assert places == sorted(places)


def test_the_height_of_a_point_is_its_value() -> None:
    figures, metric = figures_at("2020", "2021", "2022", values=[0, 5000, 20000])
    drawing = Drawing(drawn(figures, metric, lang="de"))
    zero, top = drawing.rows["0"], drawing.rows["20.000"]
    for id, value in (("2020", 0), ("2021", 5000), ("2022", 20000)):
        assert (zero - drawing.points[id][1]) / (zero - top) == pytest.approx(value / 20000, abs=0.001)


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    figures, metric = figures_at("2020", "2021", values=[19_500, 20_500])
    assert "Achse" not in Drawing(drawn(figures, metric)).text
    raised = Drawing(drawn(figures, metric, axis_from=None, lang="de"))
    assert "Achse beginnt bei 19.400" in raised.text
    assert "19.400" in raised.rows
    assert "axis begins at 15,000" in Drawing(drawn(figures, metric, axis_from=15_000.0, lang="en")).text
    with pytest.raises(hwkcli.BadSetting, match=r"--axis-from 19600 would cut off 19\.500"):
        drawn(figures, metric, axis_from=19_600.0)


@pytest.mark.parametrize("values", [[0.0, 0.0], [7.0, 7.0], [1e15, 1.0], [0.001, 0.002], [1e-9, 5.0]])
def test_any_values_have_an_axis(values: list[float]) -> None:
    figures, metric = figures_at("2020", "2021", values=values)
    for axis in (0.0, None):
        assert len(Drawing(drawn(figures, metric, axis_from=axis)).rows) >= 2


def test_words_are_words_whatever_is_in_them() -> None:
    label = "_a_ $x^2$ $unbalanced [red]b[/red] & <b> \\frac ﷽ \U0001f600"
    figures, metric = figures_at("2020", "2021", label=label)
    for file in ("x.svg", "x.png", "x.pdf"):
        content = drawn(figures, metric, file)
        assert len(content) > 1000
    text = Drawing(drawn(figures, metric, title="evil\x1b[31m\u202e $\\frac{1}{2}$ " + "long " * 80)).text
    assert "evil\\x1b[31m\\u202e $\\frac{1}{2}$" in text
    assert text.count("long") == 80
    assert label.split()[0] in Drawing(drawn(figures, metric)).text


def test_a_legend_names_lines_even_with_an_underscore_first() -> None:
    figures, metric = figures_at("2020", "2021", "2022")
    two = (Series("s", Text("_eins", "_one"), Text("", "")), Series("t", Text("_zwei", "_two"), Text("", "")))
    metric = metric._replace(series=two)
    figures.metrics["count"] = metric
    figures.figures = (*figures.figures[:2], figures.figures[2]._replace(series="t"))
    text = Drawing(drawn(figures, metric)).text
    assert "_eins" in text
    assert "_zwei" in text


def test_a_printed_value_of_400_digits_breaks_nothing() -> None:
    figures, metric = figures_at("2020", "2021")
    long = figures.figures[0]._replace(printed="rund 1" + "0" * 399, precision="rounded")
    figures.figures = (long, figures.figures[1])
    assert figures.points(figures.figures)[1].rounded
    assert len(drawn(figures, metric)) > 1000


def test_values_stand_beside_the_points_that_are_asked_for() -> None:
    figures, metric = figures_at("2018", "2019", "2020", "2021", values=[111, 999, 11, 555])
    for wanted, shown in (
        ({"last"}, {"555"}),
        ({"first", "highest"}, {"111", "999"}),
        ({"lowest"}, {"11"}),
        ({"all"}, {"111", "999", "11", "555"}),
        ({"none"}, set()),
    ):
        drawing = Drawing(drawn(figures, metric, values=frozenset(wanted)))
        words = set(drawing.text.split())
        assert words & {"111", "999", "11", "555"} == shown


def test_values_that_have_no_room_are_counted_not_drawn_over_each_other() -> None:
    times = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 8, 15, 22)]
    figures, metric = figures_at(*times, values=[100_000 + n for n in range(len(times))])
    points = figures.points(figures.of(metric.id, "district"))
    settings = Settings(Path("x.svg"), (4.0, 3.0), values=frozenset({"all"}))
    picture = lines.draw(figures, metric, points, settings, "en")
    drawing = Drawing(picture.content)
    shown = len(re.findall(r"100,0\d\d", drawing.text)) - sum(row.startswith("100,0") for row in drawing.rows)
    assert picture.unlabelled > 0
    assert shown + picture.unlabelled == len(times)


def test_a_size_is_the_size_and_too_small_a_one_is_refused(tmp_path: Path) -> None:
    figures, metric = figures_at("2020", "2021")
    file = tmp_path / "x.png"
    file.write_bytes(drawn(figures, metric, str(file), size=(6.0, 4.0)))
    with Image.open(file) as image:
        assert image.size == (1200, 800)
    with pytest.raises(hwkcli.BadSetting, match="leave no room for the figures; give a height of"):
        drawn(figures, metric, size=(6.0, 1.6), title="long words " * 40)
    with pytest.raises(hwkcli.BadSetting, match="too narrow"):
        drawn(figures_at("2020", values=[10**15])[0], metric, size=(1.6, 4.0))


def test_more_lines_than_anyone_can_tell_apart_are_refused() -> None:
    figures, metric = figures_at(*(f"{year}" for year in range(1980, 2010)))
    series = tuple(Series(f"{n}", Text(f"{n}", f"{n}"), Text("", "")) for n in range(30))
    figures.metrics["count"] = metric._replace(series=series)
    figures.figures = tuple(one._replace(series=f"{n}") for n, one in enumerate(figures.figures))
    with pytest.raises(hwkcli.BadSetting, match="30 lines are too many"):
        drawn(figures, figures.metrics["count"])


def test_a_picture_has_title_unit_dates_and_the_names_of_its_sources(hwk: Run, tmp_path: Path) -> None:
    file, again = tmp_path / "businesses.svg", tmp_path / "again.svg"
    result = hwk("stats", "businesses", "--plot", file, "--lang", "de")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    text = Drawing(file.read_bytes()).text
    for part in ("Mitgliedsunternehmen, Kammerbezirk Dortmund", "Betriebe", "20.498", "registers"[:0]):
        assert part in text
    named = (
        "Quelle: HWK Dortmund, nachrichten-handwerk.de, WAZ, Deutsches Handwerksblatt; Stand 31.12.2004 – Januar 2024"
    )
    assert named in text
    hwk("stats", "businesses", "--plot", again, "--lang", "de")
    assert again.read_bytes() == file.read_bytes()


def test_all_sources_with_their_addresses(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    assert hwk("stats", "businesses", "--plot", file, "--sources").exit_code == 0
    text = Drawing(file.read_bytes()).text
    assert text.count("(as compiled on 22 November 2026)") == 10
    assert "https://hwk-do.de/?p=4887" in text


def test_conflicts_breaks_and_rounded_figures_are_in_the_legend(hwk: Run, tmp_path: Path) -> None:
    for metric, words in (("startups", ("conflict", "break")), ("businesses", ("rounded",))):
        file = tmp_path / f"{metric}.svg"
        assert hwk("stats", metric, "--plot", file).exit_code == 0
        text = Drawing(file.read_bytes()).text
        assert all(word in text for word in words)


def test_several_kreise_are_lines_of_one_picture(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    hwk("stats", "Betriebe", "--kreis", "Unna", "--kreis", "Hamm", "--plot", file, "--title", "Zwei", "--lang", "de")
    drawing = Drawing(file.read_bytes())
    assert all(word in drawing.text for word in ("Zwei", "Kreis Unna", "Hamm, Großraum"))
    assert {id.split("-")[1] for id in drawing.points} == {"05978", "05915"}


def test_a_picture_and_a_chart_at_once(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    assert "█" in hwk("stats", "businesses", "--chart", "--plot", file).stdout
    assert file.exists()


def test_a_ratio_has_its_formula(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    assert hwk("stats", "startups", "--compare", "Betriebe", "--plot", file).exit_code == 3
    assert hwk("stats", "Übernahmen", "--compare", "startups", "--plot", file, "--lang", "de").exit_code == 0
    text = Drawing(file.read_bytes()).text
    assert "berechnet: Übernahmen je 100 Existenzgründungen = 100 × Übernahmen / Existenzgründungen" in text


@pytest.mark.parametrize("form", ["PNG", "PDF"])
def test_png_and_pdf_are_the_same_twice(hwk: Run, tmp_path: Path, form: str) -> None:
    file, again = tmp_path / f"climate.{form}", tmp_path / f"again.{form.lower()}"
    for one in (file, again):
        assert hwk("stats", "business_climate", "--plot", one).exit_code == 0
    assert file.read_bytes() == again.read_bytes()
    assert file.read_bytes().startswith(b"\x89PNG" if form == "PNG" else b"%PDF")


def test_without_matplotlib_it_says_how_to_install_it(
    hwk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = hwk("stats", "businesses", "--plot", tmp_path / "x.svg")
    assert result.exit_code == 2
    assert result.stderr == f"hwk: this needs Matplotlib; install it with: {call('plot')}\n"
    german = hwk("stats", "businesses", "--plot", tmp_path / "x.svg", "--lang", "de").stderr
    assert german == f"hwk: dazu fehlt Matplotlib; installieren Sie es mit: {call('plot')}\n"
    result = hwk("map", "-o", tmp_path / "x.svg")
    assert result.exit_code == 2
    assert result.stderr == f"hwk: this needs Matplotlib; install it with: {call('plot')}\n"
    assert not list(tmp_path.iterdir())
