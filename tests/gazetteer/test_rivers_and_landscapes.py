"""Rivers by their first letter, and landscapes that lie in several Länder, say which place is meant."""

import pytest

from hwkcli.errors import NotFound
from hwkcli.gazetteer.find import shipped


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Essen/R.", "05113000"),
        ("Wesel/R.", "05170048"),
        ("Hameln/W.", "03252006"),
        ("Aschaffenburg (M.)", "09661000"),
        ("Halle/S.", "15002000"),
        ("Lindau/Allgäu", "09776116"),
        ("Wangen (Allgäu)", "08436081"),
        ("Neuburg/Schwaben", "09774162"),
        ("Zwingenberg (Bergstraße)", "06431022"),
        ("Laudenbach/Bergstraße", "08226040"),
    ],
)
def test_the_place_by_a_river_or_in_a_landscape_is_meant(word: str, key: str) -> None:
    asked = shipped().ask(word)
    assert asked.resolution.verdict == "answered"
    assert asked.matches[0].entry.ags == key


def test_a_landscape_keeps_out_what_lies_elsewhere_in_the_land() -> None:
    for word, kreise in (("Au/Allgäu", {"08436", "09776", "09777", "09778", "09780"}), ("Zell/Bergstraße", {"06431"})):
        assert {one.entry.kreis_key for one in shipped().ask(word).matches} <= kreise


@pytest.mark.parametrize("word", ["Essen/X.", "Unna/Q.", "Minden/W."])
def test_a_letter_that_may_be_anything_says_nothing(word: str) -> None:
    """Nothing nearby begins so; or two municipalities are called Minden."""
    with pytest.raises(NotFound):
        shipped().ask(word)
