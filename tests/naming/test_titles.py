import pytest

from hwkcli.naming import titles


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [("stadt unna", {"city", "town"}), ("unna stadt", {"city", "town"}), ("land bremen", {"land"})],
)
def test_a_title_says_what_kind_of_place_is_meant(typed: str, kinds: set[str]) -> None:
    assert {kind for _, all_kinds in titles.untitled(typed) for kind in all_kinds} == kinds
