import pytest

import hwkcli
from hwkcli.figures import headline


def test_the_headline_then_the_ratios_that_follow() -> None:
    assert [(figure.metric, figure.value) for figure in hwkcli.stats()] == [
        ("businesses", 20498),
        ("employees", 136019),
        ("apprentices", 9696),
        ("revenue", 16_400_000_000),
        ("employees_per_business", 136019 / 20498),
        ("apprentices_per_100_employees", 100 * 9696 / 136019),
        ("revenue_per_business", 800_000),
        ("revenue_per_employee", 121_000),
    ]


def test_a_ratio_says_its_formula_and_is_rounded_like_its_parts() -> None:
    revenue = hwkcli.figure("revenue_per_employee")
    assert (revenue.derived, revenue.formula, revenue.precision) == (True, "revenue / employees", "rounded")
    assert revenue.printed is None
    share = hwkcli.figure("apprentices_per_100_employees")
    assert (share.formula, share.precision, share.as_of) == ("100 * apprentices / employees", "exact", "2024-01")
    assert not hwkcli.figure("businesses").derived


def test_an_unknown_metric_suggests_the_near_ones() -> None:
    with pytest.raises(hwkcli.NotFound, match="no figure 'busineses'; there are businesses, ") as caught:
        hwkcli.figure("busineses")
    assert caught.value.suggestions == ("businesses",)


def test_no_ratio_across_dates_or_without_both_figures(district: hwkcli.District) -> None:
    first, *others = district.figures
    older = district._replace(figures=(first._replace(as_of="2023-12-31"), *others))
    assert [figure.metric for figure in hwkcli.stats(district=older) if figure.derived] == [
        "apprentices_per_100_employees",
        "revenue_per_employee",
    ]
    assert not [f for f in hwkcli.stats(district=district._replace(figures=(first,))) if f.derived]


def test_every_figure_and_ratio_has_a_label(district: hwkcli.District) -> None:
    for figure in hwkcli.stats():
        label = headline.label(district, figure.metric)
        assert label.de
        assert label.en
