"""Answers narrowed to a Kreis, a Land, a chamber or a kind: what is left, and what must exist."""

import pytest

from hwkcli.errors import NotFound
from hwkcli.gazetteer.find import EVERYWHERE, Narrow, shipped
from hwkcli.gazetteer.match import Match


def find(word: str, narrow: Narrow = EVERYWHERE) -> tuple[Match, ...]:
    return shipped().ask(word, narrow).matches


@pytest.mark.parametrize(
    ("narrow", "label_of_one"),
    [
        (Narrow(land="Hessen"), "Neustadt (Hessen)"),
        (Narrow(land="01"), "Neustadt in Holstein"),
        (Narrow(land="SH"), "Neustadt in Holstein"),
        (Narrow(kreis="Ostholstein"), "Neustadt in Holstein"),
        (Narrow(kreis="01055"), "Neustadt in Holstein"),
        (Narrow(postal_code="35279"), "Neustadt (Hessen)"),
        (Narrow(land="Bayern", kreis="Kelheim"), "Neustadt a.d.Donau"),
        (Narrow(land="Hessen", kreis="Kelheim"), None),
        (Narrow(postal_code="80331"), None),
    ],
)
def test_an_answer_can_be_narrowed(narrow: Narrow, label_of_one: str | None) -> None:
    if label_of_one is None:
        with pytest.raises(NotFound):
            find("Neustadt", narrow)
    else:
        towns = [found.label for found in find("Neustadt", narrow) if found.kind != "locality"]
        assert towns == [label_of_one]


@pytest.mark.parametrize("word", ["59174", "5978", "05978020", "Kamen", "Hauptstr. 5, 59174 Kamen"])
@pytest.mark.parametrize(
    ("narrow", "elsewhere"),
    [
        (Narrow(land="Bayern"), True),
        (Narrow(kreis="Dortmund"), True),
        (Narrow(postal_code="44135"), True),
        (Narrow(postal_code="44135", district=True), True),
        (Narrow(land="NRW"), False),
        (Narrow(kreis="LK Unna", district=True), False),
    ],
)
def test_digits_are_narrowed_as_names_are(word: str, narrow: Narrow, elsewhere: bool) -> None:
    if elsewhere:
        with pytest.raises(NotFound, match=r"elsewhere there is .*Unna"):
            shipped().ask(word, narrow)
    else:
        assert all(match.entry.kreis_key == "05978" for match in shipped().ask(word, narrow).matches)


@pytest.mark.parametrize(
    ("word", "narrow", "message", "suggestions"),
    [
        ("Xyzzy", Narrow(land="Bremen"), "no place 'Xyzzy' in 'Bremen'", ()),
        ("Xyzzy", Narrow(kreis="LK Unna"), "no place 'Xyzzy' in 'LK Unna'", ()),
        ("Xyzzy", Narrow(district=True), "no place 'Xyzzy' in the district", ()),
        ("Kaamen", Narrow(land="NRW"), "no place 'Kaamen' in 'NRW'", ("Kamen",)),
        ("SE", Narrow(land="Bremen"), "no place 'SE' in 'Bremen'; elsewhere there is Kreis Segeberg", ()),
        ("DEA5C", Narrow(kreis="Dortmund"), "no place 'DEA5C' in 'Dortmund'; elsewhere there is Kreis Unna", ()),
    ],
)
def test_what_is_known_nowhere_is_not_the_area_in_which_it_should_lie(
    word: str, narrow: Narrow, message: str, suggestions: tuple[str, ...]
) -> None:
    with pytest.raises(NotFound) as caught:
        shipped().ask(word, narrow)
    assert str(caught.value).partition("; did you mean")[0] == message
    assert caught.value.suggestions == suggestions


def test_a_key_and_a_code_of_another_land_are_told_apart_by_the_land() -> None:
    assert {match.label for match in shipped().ask("08325").matches} == {"Carlsfeld", "Landkreis Rottweil"}
    assert [match.label for match in shipped().ask("08325", Narrow(land="08")).matches] == ["Landkreis Rottweil"]


@pytest.mark.parametrize(
    ("narrow", "message"),
    [
        (Narrow(land="Hesen"), "no Land 'Hesen'; did you mean Hessen?"),
        (Narrow(land="Kamen"), "no Land 'Kamen'"),
        (Narrow(kreis="Unnaa"), "no Kreis 'Unnaa'; did you mean Kreis Unna"),
        (Narrow(kreis="Una"), "no Kreis 'Una'; did you mean Kreis Unna"),
        (Narrow(kreis="Xyzq"), "no Kreis 'Xyzq'; hwk kreise --land LAND names those of a Land"),
        (Narrow(land="Xyzq"), "no Land 'Xyzq'; say its name, its abbreviation (NRW) or its key (05)"),
        (Narrow(postal_code="1067"), "no postal code '1067'; did you mean 01067?"),
        (Narrow(postal_code="80331"), "no place 'Kamen' in '80331'; elsewhere there is Kamen (Kreis Unna)"),
    ],
)
def test_what_an_answer_is_narrowed_to_must_exist(narrow: Narrow, message: str) -> None:
    with pytest.raises(NotFound) as caught:
        find("Kamen", narrow)
    assert str(caught.value).startswith(message)
