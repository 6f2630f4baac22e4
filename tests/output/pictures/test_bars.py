"""The Kreise side by side as bars, read back from the picture."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.figures import beside
from hwkcli.figures.beside import Share
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.output.pictures import bars
from hwkcli.output.pictures.settings import Settings

Run = Callable[..., Result]
DISTRICT = hwkcli.load()
FIGURES = Figures(DISTRICT, load.history(DISTRICT))


def lengths(root: ElementTree.Element) -> dict[str, float]:
    """The lengths of the bars by the ids of their figures."""
    found = {}
    for group in root.iter():
        id = group.attrib.get("id", "")
        if id.startswith("figure-"):
            (path,) = [one for one in group.iter() if one.tag.endswith("}path")]
            x = [float(number) for number in re.findall(r"[ML] ([0-9.]+) ", path.attrib["d"])]
            found[id.removeprefix("figure-")] = max(x) - min(x)
    return found


def words(root: ElementTree.Element) -> str:
    return " ".join(part.strip() for part in root.itertext() if part.strip())


def test_a_bar_is_as_long_as_its_value_from_zero(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    result = hwk("kreise", "--stats", "Betriebe", "--plot", file, "--lang", "de")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    root = ElementTree.parse(file).getroot()
    found = lengths(root)
    dortmund = found["businesses-05913-2022-12-31"]
    for share in beside.shares(FIGURES, "businesses"):
        if share.figure:
            assert found[share.figure.id] / dortmund == pytest.approx(share.figure.value / 4312, abs=0.001)
    text = words(root)
    assert "Kreis Soest" in text
    assert "keine Angabe" in text
    assert "1.640 (Dezember 2012)" in text
    assert "anderer Stand oder andere Reihe" in text
    assert "Quelle: WAZ, Radio Lippewelle; Stand Dezember 2012 – 31.12.2023" in text


def test_bars_of_one_date_have_it_in_their_heading_and_no_legend(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    hwk("kreise", "--stats", "new_training_contracts", "--as-of", "30.06.2016", "--plot", file, "--lang", "de")
    text = words(ElementTree.parse(file).getroot())
    assert "Verträge · 30.06.2016" in text
    assert "anderer Stand" not in text
    assert text.count("(Konflikt)") == 8


def test_rounded_bars_and_other_series_are_told_apart() -> None:
    shares = list(beside.shares(FIGURES, "new_training_contracts"))
    assert shares[0].figure
    shares[0] = shares[0]._replace(figure=shares[0].figure._replace(precision="rounded"))
    metric = FIGURES.metric("new_training_contracts")
    root = ElementTree.fromstring(bars.draw(FIGURES, metric, shares, Settings(Path("x.svg")), "en").content)
    text = words(root)
    assert "rounded" in text
    assert "cut-off 31 October" in text


@pytest.mark.parametrize("values", [[0.0] * 8, [1e8] * 8, [0.001, *[1e9] * 7]])
def test_any_values_have_bars_that_fit(values: list[float]) -> None:
    metric = FIGURES.metric("businesses")
    kreise = DISTRICT.kreise
    blank = FIGURES.figures[0]
    figures = [blank._replace(id=f"f{n}", value=value, metric="businesses") for n, value in enumerate(values)]
    shares = [Share(kreis, figure, None) for kreis, figure in zip(kreise, figures, strict=True)]
    for size in (None, (3.5, 4.0)):
        picture = bars.draw(FIGURES, metric, shares, Settings(Path("x.svg"), size), "de")
        found = lengths(ElementTree.fromstring(picture.content))
        assert len(found) == 8
        width = size[0] if size else 6.3
        assert max(found.values()) < 72 * width


def test_bars_never_begin_above_zero_and_too_many_are_refused() -> None:
    shares = beside.shares(FIGURES, "businesses")
    metric = FIGURES.metric("businesses")
    with pytest.raises(hwkcli.BadSetting, match="bars begin at zero"):
        bars.draw(FIGURES, metric, shares, Settings(Path("x.svg"), axis_from=1000), "de")
    with pytest.raises(hwkcli.BadSetting, match="160 bars are more than the 150"):
        bars.draw(FIGURES, metric, [*shares] * 20, Settings(Path("x.svg")), "de")
