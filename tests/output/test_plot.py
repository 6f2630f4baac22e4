import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from typer.testing import Result

Run = Callable[..., Result]


def test_a_picture_has_title_unit_dates_and_all_sources(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "businesses.svg"
    result = hwk("stats", "businesses", "--plot", file, "--lang", "de")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    text = " ".join(ElementTree.parse(file).getroot().itertext())
    for part in ("Mitgliedsunternehmen, Kammerbezirk Dortmund", "Betriebe", "20.498", "31.12.2004 – Januar 2024"):
        assert part in text
    assert text.count("(Abruf 22.11.2026)") == 10
    again = tmp_path / "again.svg"
    hwk("stats", "businesses", "--plot", again, "--lang", "de")
    assert again.read_bytes() == file.read_bytes()


def test_conflicts_breaks_and_rounded_figures_are_in_the_legend(hwk: Run, tmp_path: Path) -> None:
    for metric, words in (("startups", ("conflict", "break")), ("businesses", ("registers, rounded",))):
        file = tmp_path / f"{metric}.svg"
        assert hwk("stats", metric, "--plot", file).exit_code == 0
        text = " ".join(ElementTree.parse(file).getroot().itertext())
        assert all(word in text for word in words)


def test_a_picture_and_a_chart_at_once(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    assert "█" in hwk("stats", "businesses", "--chart", "--plot", file).stdout
    assert file.exists()


def test_png(hwk: Run, tmp_path: Path) -> None:
    file = tmp_path / "climate.PNG"
    assert hwk("stats", "business_climate", "--plot", file).exit_code == 0
    with Image.open(file) as image:
        assert image.format == "PNG"
        assert image.width > 1000


def test_without_matplotlib_it_says_how_to_install_it(
    hwk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = hwk("stats", "businesses", "--plot", tmp_path / "x.svg")
    assert result.exit_code == 2
    assert result.stderr == "hwk: --plot needs Matplotlib; install it with: pip install 'hwkcli[plot]'\n"
    assert not list(tmp_path.iterdir())
