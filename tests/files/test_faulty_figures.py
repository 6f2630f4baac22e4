"""Faults of a file of figures, each told with its file and path."""

from collections.abc import Callable
from pathlib import Path

import pytest

import hwkcli
from hwkcli.files import check, load

BROKEN = [
    ("metric: employees\n  territory", "metric: employes\n  territory", "metric", "employes", "one of businesses"),
    ("series: stock", "series: flow", "series", "flow", "one of stock"),
    ('territory: "05911"', 'territory: "05912"', "territory", "05912", "district, or the key of a Kreis"),
    ('as_of: "2019-H1"', 'as_of: "2019-H3"', "as_of", '"2019-H3"', "a time in quotes"),
    ("source: emagister_anbieterprofil", "source: nobody", "source", "nobody", "the id of one of the sources"),
    ("  - startups-2018-waz", "  - startups-2019", "conflicts_with", "startups-2019", "a figure that conflicts with"),
    ("  - startups-2018-waz", "  - startups-1999", "conflicts_with", "startups-1999", "the id of another figure"),
    ("- id: startups-2019\n", "- id: startups-2018\n", ".id", "startups-2018 a second time", "each once"),
    ("    after: until_2019", "    after: until_2018", "after", "until_2018", "another series of the metric"),
    (
        "  unit: businesses\n  kind: stock\n  label: {de: Betriebe der Anlage A, en: Anlage A businesses}\n",
        "  kind: stock\n",
        "metrics[1]",
        "businesses_annex_a without a unit",
        "both, here or in the district",
    ),
]
BROKEN += [
    (
        "aliases: [Lage]",
        "aliases: [Lage, Betriebe]",
        "metrics",
        "Betriebe, which means businesses",
        "a name of its own",
    ),
    (
        "aliases: [Lage]",
        "aliases: [Umsatz je Betrieb]",
        "metrics",
        "which means revenue_per_business",
        "a name of its own",
    ),
    ("aliases: [Lage]", "aliases: [Gründungen]", "metrics", "Gründungen, which means startups", "a name of its own"),
    (
        "  series: projection\n",
        "  series: census\n",
        "populations[0].series",
        "census",
        "one of census_2022, projection",
    ),
    ("  source: gemeindeverzeichnis\n", "  source: nobody\n", "populations[2].source", "nobody", "the id of one"),
    (
        '  - {town: "05911000", value: 3',
        '  - {town: "05999999", value: 3',
        "values[0].town",
        "05999999",
        "the AGS of a town",
    ),
    (
        '  - {town: "05913000", value: 5',
        '  - {town: "05911000", value: 5',
        ".town",
        "05911000 a second time",
        "each once",
    ),
    ('- as_of: "2021-12-31"\n', '- as_of: "2017-12-31"\n', "populations[1]", "a second time", "each once"),
]


@pytest.mark.parametrize(
    ("old", "new", "path", "found", "expected"), BROKEN, ids=[f"{case[2]} {case[3]}" for case in BROKEN]
)
def test_faults_of_figures_are_told_with_their_file_and_path(
    edited: Callable[..., Path], tmp_path: Path, old: str, new: str, path: str, found: str, expected: str
) -> None:
    own = edited()
    text = Path(hwkcli.load().figures_file or "").read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "figures.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    district = hwkcli.load(own)
    with pytest.raises(hwkcli.BadData) as caught:
        load.history(district)
    fault = next(fault for fault in caught.value.faults if path in fault.path)
    assert fault.file == str(file)
    assert found in fault.found
    assert expected in fault.expected
    assert fault in check.of_file(file, lambda: district).faults


@pytest.mark.parametrize(
    ("old", "new", "path", "found"),
    [
        (
            "- id: revenue_per_business",
            "- id: revenue_per_employee",
            "ratios[3].id",
            "revenue_per_employee a second time",
        ),
        ("  dividend: revenue\n", "  dividend: umsatz\n", "ratios[2].dividend", "umsatz"),
        ("  divisor: employees\n", "  divisor: heads\n", "ratios[1].divisor", "heads"),
        ("  factor: 100\n", "  factor: 0\n", "ratios[1].factor", "0"),
        ("aliases: [Umsatz pro Betrieb,", "aliases: [Firmen,", "ratios[2]", "Firmen, which means businesses"),
        ("aliases: [Azubi,", "aliases: [Betriebe,", "metrics[2]", "Betriebe, which means businesses"),
    ],
)
def test_faults_of_ratios_are_told(edited: Callable[..., Path], old: str, new: str, path: str, found: str) -> None:
    with pytest.raises(hwkcli.BadData) as caught:
        hwkcli.load(edited((old, new)))
    assert (path, found) in [(fault.path, fault.found) for fault in caught.value.faults]


def test_a_district_without_ratios_has_none(edited: Callable[..., Path]) -> None:
    text = (Path(hwkcli.load().figures_file or "").parent / "districts.yaml").read_text(encoding="utf-8")
    block = text[text.index("\n# What follows from two") : text.index("\nfigures:\n")]
    district = hwkcli.load(edited((block, "")))
    assert [figure.metric for figure in hwkcli.stats(district=district)] == [
        "businesses",
        "employees",
        "apprentices",
        "revenue",
    ]
