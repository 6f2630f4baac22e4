"""Old keys beside today's, with shares."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

import pytest

import hwkcli
from hwkcli.errors import NotFound, UnknownDay
from hwkcli.gazetteer.history import crosswalk, past


@pytest.mark.slow
@pytest.mark.parametrize("day", ["1950-09-14", "1968-12-31", "1990-10-03", "2010-12-31", "2026-01-01"])
def test_the_shares_of_each_key_of_a_day_add_up(day: str) -> None:
    today = {one.key for one in past.all_on("2026-01-01", 8)}
    total: dict[str, Fraction] = defaultdict(Fraction)
    for one in hwkcli.crosswalk(day):
        total[one.ags] += Fraction(one.share)
        assert one.next_ags in today
        assert one.next_kreis_key == one.next_ags[:5]
        assert one.basis in ("inhabitants", "area")
    assert set(total.values()) == {Fraction(1)}
    assert list(total) == sorted(total) == [one.key for one in past.all_on(day, 8)]


def test_the_greatest_share_comes_first() -> None:
    parts = defaultdict(list)
    for one in crosswalk.crosswalk("1974-12-31"):
        parts[one.ags].append(one.part)
    assert all(own == sorted(own, reverse=True) for own in parts.values())
    assert max(map(len, parts.values())) > 5


def test_what_is_said_of_one() -> None:
    (one,) = (one for one in hwkcli.crosswalk(date(2020, 12, 31)) if one.ags == "16056000")
    assert one == (
        "16056000",
        "Eisenach, Stadt",
        "16056",
        "Eisenach, Stadt",
        "16063105",
        "Eisenach",
        "16063",
        "1",
        "inhabitants",
    )


def test_parts_that_went_since_the_day_are_counted() -> None:
    """Fockbek gave 31 of its 4,969 inhabitants to Rendsburg in 1977."""
    before = hwkcli.successors("01058054", on="1976-12-31")
    assert [(one.key, one.share) for one in before] == [("01058054", "4938/4969"), ("01058135", "31/4969")]
    assert hwkcli.successors("01058054", on="1977-01-01") == hwkcli.successors("01058054")
    assert [one.share for one in hwkcli.successors("01058054")] == ["1"]


def test_a_part_without_inhabitants_does_not_count() -> None:
    """Hörscheid gave 0.6 ha to Darscheid in 2025, on which nobody lived."""
    assert [one.key for one in hwkcli.successors("07233031", on="2024-12-31")] == ["07233031"]


def test_what_goes_on_without_inhabitants_is_weighed_by_area() -> None:
    """The last 4 inhabitants of the forest of Braunlage, with 5 of its 2,477 ha, went to the town in 1979."""
    into = hwkcli.successors("03153501", on="1979-06-30")
    assert [(one.key, one.share) for one in into] == [("03153504", "2472/2477"), ("03153016", "5/2477")]
    bases = {
        key: crosswalk.successors(one, day)[1]
        for key, day in (("03153501", "1979-06-30"), ("05139117", "1974-12-31"))
        if (one := past.on(key, day))
    }
    assert bases == {"03153501": "area", "05139117": "inhabitants"}


def test_a_key_means_what_it_stood_for_on_the_day() -> None:
    assert [one.name for one in hwkcli.successors("05117000", on="1955-01-01")] == ["Neuss"]
    assert [one.name for one in hwkcli.successors("05117000")] == ["Mülheim an der Ruhr"]
    assert [one.name for one in hwkcli.successors("05115000")] == ["Leverkusen"]
    assert [one.name for one in hwkcli.successors("05115000", on=date(1960, 12, 31))] == ["Mönchengladbach"]
    assert [one.key for one in hwkcli.successors("5 117 000")] == ["05117000"]


def test_kreise_have_successors_too() -> None:
    assert [(one.key, one.share) for one in hwkcli.successors("16056")] == [("16063", "1")]
    into = hwkcli.successors("05535")
    assert {one.key for one in into} == {"05558", "05978", "05570", "05915"}
    assert sum(Fraction(one.share) for one in into) == 1
    assert into == hwkcli.successors("05535", on="1960-01-01")


def test_keys_and_days_that_are_none() -> None:
    with pytest.raises(NotFound, match="no key '99999999'"):
        hwkcli.successors("99999999")
    with pytest.raises(NotFound, match="'16056000' stood for nothing on 2023-01-01"):
        hwkcli.successors("16056000", on="2023-01-01")
    with pytest.raises(UnknownDay):
        hwkcli.successors("16056000", on="1990-01-01")
    with pytest.raises(ValueError, match="'last year' is no day"):
        hwkcli.successors("16056000", on="last year")
    # At once, not when the first row is asked for.
    with pytest.raises(UnknownDay, match="1950-09-14"):
        hwkcli.crosswalk("1949-12-31")
