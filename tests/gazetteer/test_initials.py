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
    ],
)
def test_a_river_is_read_by_its_letter_where_it_flows(text: str, key: str) -> None:
    assert shipped(many=True).ask(text).matches[0].entry.ags == key


@pytest.mark.parametrize("text", ["Kamen/X.", "Neustadt/X.", "Kamen/D.", "Bad Neustadt a.d."])
def test_no_letter_is_guessed(text: str) -> None:
    with pytest.raises(NotFound):
        shipped(many=True).ask(text)
