from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli import period
from hwkcli.period import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-12-31", (2024, 12, 31), (2024, 12, 31)),
        ("2019-H1", (2019, 1, 1), (2019, 6, 30)),
        ("2019-H2", (2019, 7, 1), (2019, 12, 31)),
        ("2007-spring", (2007, 3, 1), (2007, 5, 31)),
        ("2007-autumn", (2007, 9, 1), (2007, 11, 30)),
        ("2025-01/2025-10", (2025, 1, 1), (2025, 10, 31)),
    ],
)
def test_periods_are_read(text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert period.parse(text) == Period(date(*start), date(*end))
    assert period.given(f" {text} ") == period.parse(text)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "2024-H3", "2024-winter", "2025-10/2025-01"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        period.parse(text)


def test_users_may_write_days_as_germans_do() -> None:
    assert period.given("31.12.2024") == period.given("2024-12-31")
    with pytest.raises(ValueError, match=r".*"):
        period.given("31.02.2024")


@given(st.text())
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        found = period.given(text)
    except ValueError:
        return
    assert found.start <= found.end


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_itself(day: date) -> None:
    assert period.parse(day.isoformat()) == Period(day, day)
