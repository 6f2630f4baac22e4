from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.output.fit import GAP, Column, fit

COLUMNS = st.lists(
    st.builds(
        lambda word, more, heading, rank, whole, prose: Column(
            word + more, word, min(heading, word), rank, whole, prose
        ),
        *(st.integers(1, 30), st.integers(0, 60), st.integers(1, 30), st.integers(0, 6), st.booleans(), st.booleans()),
    ),
    min_size=1,
    max_size=8,
)


def never(widths: Sequence[int]) -> bool:
    return False


@given(COLUMNS, st.integers(1, 200), st.booleans())
def test_what_is_shown_fits_and_what_is_left_out_is_the_least_important(
    columns: list[Column], room: int, folded: bool
) -> None:
    found = fit(columns, room, lambda widths: folded)
    assert sum(found.widths) + GAP * (len(found.widths) - 1) <= max(room, 1)
    assert all(width >= 1 for width in found.widths)
    assert list(found.shown) == sorted(found.shown)
    hidden = [column for at, column in enumerate(columns) if at not in found.shown]
    shown = [columns[at] for at in found.shown]
    if found.cut:
        assert all(one.rank <= other.rank for one in shown for other in hidden)
        assert all(one.rank > 0 for one in hidden)
        for column, width in zip(shown, found.widths, strict=True):
            assert width >= column.least
            assert width == column.full or not column.whole


def test_where_there_is_room_for_one_column_only_one_is_shown() -> None:
    assert fit([Column(1, 1, 1), Column(1, 1, 1)], 1, lambda widths: True).shown == (0,)


@given(COLUMNS)
def test_without_a_limit_every_column_is_shown(columns: list[Column]) -> None:
    found = fit(columns, None, never)
    assert found.shown == tuple(range(len(columns)))
    assert not found.cut


def test_the_less_important_column_is_shortened_and_then_left_out() -> None:
    name, seat, note = Column(20, 10, 4), Column(20, 10, 4, rank=3), Column(60, 10, 4, rank=6, prose=True)
    assert fit([name, seat, note], 104, never).widths == (20, 20, 60)
    assert fit([name, seat, note], 80, never).widths == (20, 20, 36)
    assert fit([name, seat, note], 74, never).widths == (20, 20, 30)
    assert fit([name, seat, note], 60, never) == ((0, 1), (20, 20), True)
    assert fit([name, seat, note], 40, never) == ((0, 1), (20, 18), True)
    assert fit([name, seat, note], 30, never) == ((0,), (20,), True)


@pytest.mark.parametrize("room", [1, 2, 3, 5, 9])
def test_the_narrowest_room_has_something_in_it(room: int) -> None:
    found = fit([Column(20, 10, 4), Column(20, 10, 4)], room, never)
    assert found.shown
    assert sum(found.widths) + GAP * (len(found.widths) - 1) <= room


def test_texts_are_folded_where_that_costs_little() -> None:
    columns = [Column(20, 10, 4), Column(30, 5, 4, rank=3)]
    assert fit(columns, 40, lambda widths: True) == ((0, 1), (20, 18), False)
    assert fit(columns, 40, never) == ((0, 1), (20, 18), True)
