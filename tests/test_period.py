from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli import language, period
from hwkcli.period import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-12-31", (2024, 12, 31), (2024, 12, 31)),
        ("2019-H1", (2019, 1, 1), (2019, 6, 30)),
        ("2019-H2", (2019, 7, 1), (2019, 12, 31)),
        ("2024-Q1", (2024, 1, 1), (2024, 3, 31)),
        ("2024-Q4", (2024, 10, 1), (2024, 12, 31)),
        ("2007-spring", (2007, 3, 1), (2007, 5, 31)),
        ("2007-autumn", (2007, 9, 1), (2007, 11, 30)),
        ("2025-01/2025-10", (2025, 1, 1), (2025, 10, 31)),
        ("0001", (1, 1, 1), (1, 12, 31)),
        ("9999", (9999, 1, 1), (9999, 12, 31)),
    ],
)
def test_periods_are_read(text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    found = period.parse(text)
    assert found == Period(date(*start), date(*end))
    assert found.iso == f"{date(*start).isoformat()}/{date(*end).isoformat()}"
    assert period.given(f" {text} ") == found


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-02-30", "2024-H3", "2024-Q5", "2024-winter", "2025-10/2025-01", "2024/25", "0000"],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    for read in (period.parse, period.given):
        with pytest.raises(ValueError, match=r".*"):
            read(text)


@pytest.mark.parametrize(
    ("texts", "iso"),
    [
        ("31.12.2024|31. 12. 2024|31. Dezember 2024|31 Dec 2024|December 31, 2024|Ende 2024", "2024-12-31"),
        ("1.1.2022|01.01.2022|Anfang 2022|1. Januar 2022|start of 2022", "2022-01-01"),
        ("12/2024|12.2024|Dezember 2024|Dez. 2024|Dec 2024|dezember 2024", "2024-12"),
        ("März 2021|Maerz 2021|Mrz. 2021|march 2021", "2021-03"),
        ("1. Quartal 2024|Q1 2024|Q1/2024|2024 Q1|I. Quartal 2024|1st quarter of 2024", "2024-Q1"),
        ("1. Halbjahr 2024|2024-h1|H1 2024|1. Hj. 2024|first half of 2024|erstes Halbjahr 2024", "2024-H1"),
        ("2. Halbjahr 2024|2. Hj 2024|second half-year 2024", "2024-H2"),
        ("Frühjahr 2024|Fruehling 2024|spring 2024|2024-Spring", "2024-spring"),
        ("Herbst 2024|autumn 2024|fall 2024", "2024-autumn"),
        ("2018 bis 2020|2018-2020|2018–2020|von 2018 bis 2020|2018 - 2020|2018 to 2020", "2018/2020"),
        ("Januar bis Oktober 2025|01/2025 bis 10/2025|2025-01 - 2025-10", "2025-01/2025-10"),
        ("Ende Juni 2023", "2023-06-30"),
    ],
)  # fmt: skip
def test_users_write_times_in_german_and_english(texts: str, iso: str) -> None:
    for text in texts.split("|"):
        assert period.given(text) == period.parse(iso), text


@pytest.mark.parametrize(
    "text",
    ["31.02.2024", "31.12.24", "gestern", "5. Quartal 2024", "3. Halbjahr 2024", "bis", "Ende", "²024", "2" * 99],
)
def test_other_words_are_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        period.given(text)


PARTS = st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-spring", "-autumn", "-01", "-12", "-02-28"])
TIMES = st.builds(lambda year, part: f"{year:04}{part}", st.integers(1, 9999), PARTS)


@given(TIMES)
def test_what_an_answer_prints_is_read_back(text: str) -> None:
    assert period.given(language.date(text, "de")) == period.parse(text)
    assert period.given(language.date(text, "en")) == period.parse(text)


@given(TIMES, TIMES)
def test_a_printed_span_is_read_back(first: str, last: str) -> None:
    if period.parse(first).start <= period.parse(last).end:
        span = f"{first}/{last}"
        for lang in ("de", "en"):
            assert period.given(language.date(span, lang)) == period.parse(span)


@given(st.text())
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        found = period.given(text)
    except ValueError:
        return
    assert found.start <= found.end


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_is_itself_and_stands_within_its_year(day: date) -> None:
    assert period.parse(day.isoformat()) == Period(day, day)
    assert day.year < period.parse(day.isoformat()).middle < day.year + 1


@given(TIMES)
def test_a_period_stands_in_the_middle_between_its_first_and_last_day(text: str) -> None:
    found = period.parse(text)
    first, last = (Period(day, day).middle for day in found)
    assert found.middle == pytest.approx((first + last) / 2)
