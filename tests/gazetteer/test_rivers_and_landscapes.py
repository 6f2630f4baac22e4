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


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Grafschaft Rheinland", "07131090"),
        ("Grafschaft/Sauerland", "05958040"),
        ("Olpe (Rheinland)", "05378012"),
        ("Olpe (Westf.)", "05966024"),
        ("Willingen/Sauerland", "06635022"),
        ("Altenkirchen/Pfalz", "07336004"),
        ("Altenkirchen/Rügen", "13073004"),
        ("Mühlhausen/Baden", "08226054"),
        ("Holte/Ostfriesland", "03457018"),
        ("Nonnenhorn/Bodensee", "09776120"),
    ],
)
def test_a_part_of_a_land_says_in_which_of_its_kreise_a_place_lies(text: str, key: str) -> None:
    """Namesakes lie in other parts of the same Land, or in another one."""
    found = shipped(many=True).ask(text)
    assert (found.resolution.verdict, found.matches[0].entry.ags) == ("answered", key)


@pytest.mark.parametrize(
    ("text", "key"), [("Kreis Soest (Westfalen)", "05974"), ("Landkreis Lindau/Bodensee", "09776")]
)
def test_a_kreis_is_in_the_landscapes_that_are_in_it(text: str, key: str) -> None:
    found = shipped(many=True).ask(text)
    assert (found.resolution.verdict, found.matches[0].entry.kreis_key) == ("answered", key)


@pytest.mark.parametrize(
    ("text", "kreise"),
    [
        ("Langenberg Rheinland", {"05158", "05374", "05382"}),
        ("Bergheim Westfalen", {"05762", "05958"}),
        ("Linden Westfalen", {"05911", "05962"}),
    ],
)
def test_localities_of_other_parts_of_a_land_are_no_candidates(text: str, kreise: set[str]) -> None:
    found = shipped(many=True).ask(text)
    assert found.resolution.verdict == "ambiguous"
    assert {match.entry.kreis_key for match in found.matches} == kreise


@pytest.mark.parametrize("text", ["Freiburg/Württemberg", "Pforzheim (Württ.)", "Dortmund/Rheinland", "Köln (Westf.)"])
def test_no_place_of_the_other_part_of_a_land_is_answered(text: str) -> None:
    with pytest.raises(NotFound):
        shipped(many=True).ask(text)


def test_a_locality_that_is_written_so_stands_beside_a_town_that_is_only_read_so() -> None:
    found = shipped(many=True).ask("Lohne (Westf.)")
    assert found.resolution.verdict == "ambiguous"
    assert [match.entry.ags for match in found.matches] == ["05974008", "05758024"]
