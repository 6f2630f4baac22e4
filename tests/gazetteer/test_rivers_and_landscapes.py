"""A river or a landscape behind a name by its first letter, which the register does not add to it."""

import pytest

from hwkcli.errors import NotFound
from hwkcli.gazetteer.find import shipped


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Essen/R.", "05113000"),
        ("Essen a.R.", "05113000"),
        ("Hameln/W.", "03252006"),
        ("Minden/W.", "05770024"),
        ("Neuwied/R.", "07138045"),
        ("Andernach / R.", "07137003"),
        ("Ulm/D.", "08421000"),
        ("Rosenheim/I.", "09163000"),
        ("Tangermünde/E.", "15090550"),
        ("Frankfurt/O.", "12053000"),
        ("Oldenburg i.H.", "01055033"),
        ("Aschaffenburg (M.)", "09661000"),
        ("Lindau/Allgäu", "09776116"),
        ("Wangen (Allgäu)", "08436081"),
        ("Neuburg/Schwaben", "09774162"),
        ("Zwingenberg (Bergstraße)", "06431022"),
    ],
)
def test_a_river_is_read_by_its_letter_where_it_flows(text: str, key: str) -> None:
    assert shipped(many=True).ask(text).matches[0].entry.ags == key


@pytest.mark.parametrize("text", ["Kamen/X.", "Neustadt/X.", "Kamen/D.", "Bad Neustadt a.d."])
def test_no_letter_is_guessed(text: str) -> None:
    with pytest.raises(NotFound):
        shipped(many=True).ask(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Füssen/Allgäu", "09777129"),
        ("Waldburg/Allgäu", "08436079"),
        ("Thannhausen/Schwaben", "09774185"),
        ("Neuburg/Schwaben", "09774162"),
        ("Leimen/Bergstraße", "08226041"),
        ("Seeheim/Bergstraße", "06432022"),
    ],
)
def test_a_landscape_says_in_which_kreise_a_place_lies(text: str, key: str) -> None:
    found = shipped(many=True).ask(text)
    assert (found.resolution.verdict, found.matches[0].entry.ags) == ("answered", key)


@pytest.mark.parametrize("text", ["Fürth/Allgäu", "Weinheim/Allgäu"])
def test_no_place_elsewhere_in_the_land_is_in_a_landscape(text: str) -> None:
    with pytest.raises(NotFound):
        shipped(many=True).ask(text)
