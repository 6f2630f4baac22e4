"""Names as public lists write them, each with the official key of what it means: a truth that the project did not make.

They are from tables of the Bavarian statistics and of health offices, from the lists of car plates, stations, clubs,
telephone areas and weather warnings, and from the tables of programs that put names in order.
"""

import pytest
from names_with_more import WITH_MORE
from names_written_otherwise import WRITTEN_OTHERWISE

import hwkcli
from hwkcli.errors import NotFound
from hwkcli.gazetteer import responsible
from hwkcli.gazetteer.engine.evidence import of_cells, of_text
from hwkcli.gazetteer.engine.resolution import Resolution
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import index, places
from hwkcli.matching.decision import decider

PLACES = {**WRITTEN_OTHERWISE, **WITH_MORE}
"""What a person types, or what stands in a column of places."""
ALL_PLACES = [pytest.param(word, key, id=f"{kind}: {word}") for kind, pairs in PLACES.items() for word, key in pairs]


def key_of(place: Place) -> str:
    return place.ags or place.kreis_key or place.land_key


def means(found: Resolution) -> tuple[object, ...]:
    return found.verdict, found.way, found.lone, [(one.place.id, one.how) for one in found.candidates]


@pytest.mark.parametrize(("word", "key"), ALL_PLACES)
def test_a_word_means_what_its_list_says_to_all_that_ask(word: str, key: str) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "answered"
    assert key_of(asked.matches[0].entry) == key
    assert key_of(responsible.chamber(word, many=True)[0].place) == key
    assert means(Resolver(index).resolve(of_text(word))) == means(asked.resolution)
    decision = decider().decide(of_cells(place=word))
    assert (decision.ags or decision.kreis_key) == (key if len(key) > 2 else "") or asked.resolution.lone
    assert decision.land == places.land(key[:2]) or asked.resolution.lone


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        # The single letter may be short for any of these.
        ("Neustadt i.H.", {"01055032", "06534016"}),
        ("Neustadt/D.", {"09273152", "12068324"}),
        # Two addresses in one text.
        ("44139 Dortmund / 59174 Kamen", {"05913000", "05978020"}),
        ("Weg 5, 44139 Dortmund; Weg 7, 59174 Kamen", {"05913000", "05978020"}),
        ("61348 Bad Homburg und 61169 Friedberg", {"06434001", "06440008"}),
        # A town, or a part of another one.
        ("Ober-R.", {"06432016", "06438012"}),
        ("Frankfurt-Mitte", {"06412000", "12053000"}),
        ("Hamm-Mitte", {"05915000", "02000000"}),
        ("Hausen/Donau", {"09273125"}),
        ("Kassel/Fulda", {"06611000", "06631009"}),
        # Beside a Land, too, two towns are a list.
        ("Essen, Köln, NRW", {"05113000", "05315000"}),
        ("Kamen, Bergkamen, NRW", {"05978020", "05978004"}),
        ("Kamen, Unna", {"05978020", "05978036"}),
        # Beside one town, a city may be named for short.
        ("Mannheim/Ludwigshafen", {"08222000", "07314000"}),
        ("Ludwigshafen, Mannheim", {"08222000", "07314000"}),
        # The Kreis went into several.
        ("Altkreis Leonberg", {"08115", "08118", "08236"}),
    ],
)
def test_what_may_be_several_places_is_no_answer(word: str, keys: set[str]) -> None:
    asked = shipped(many=True).ask(word)
    assert asked.resolution.verdict == "ambiguous"
    assert keys <= {key_of(match.entry) for match in asked.matches}
    assert decider().decide(of_cells(place=word)).how == "ambiguous"


def test_a_single_letter_stands_for_the_city_where_that_is_far_greater_but_not_in_a_row() -> None:
    asked = shipped(many=True).ask("Neustadt a.d.W.")
    assert key_of(asked.matches[0].entry) == "07316000"
    assert {"09374", "07138"} <= {match.entry.kreis_key for match in asked.matches}
    assert decider().decide(of_cells(place="Neustadt a.d.W.")).how == "ambiguous"
    assert decider().decide(of_cells(postal_code="92660", place="Neustadt a.d.W.")).kreis_key == "09374"


@pytest.mark.parametrize(
    ("word", "code", "part", "village"),
    [
        ("Gönnersdorf bei Neuwied", "56567", "07138045", "07131025"),
        ("Raitenbuch bei Berching", "92334", "09373112", "09577163"),
        ("Lastrup bei Lähden", "49774", "03454026", "03453009"),
    ],
)
def test_beside_a_town_a_part_of_it_may_be_meant(word: str, code: str, part: str, village: str) -> None:
    assert [match.entry.ags for match in hwkcli.find(word)] == [part, village]
    assert decider().decide(of_text(word)).how == "ambiguous"
    assert decider().decide(of_text(f"{code} {word}")).ags == part


@pytest.mark.parametrize("word", ["Kamen/Weser", "Essen bei Dortmund", "Mülheim/Donau", "Kamen (M)"])
def test_what_lies_elsewhere_is_no_place(word: str) -> None:
    assert decider().decide(of_cells(place=word)).how in ("none", "conflict")


@pytest.mark.parametrize("word", ["Dr. Müller", "A-Wien", "CH-Zürich", "F-Straßburg", "Neustadt Kamen"])
def test_what_only_looks_so_is_no_place(word: str) -> None:
    assert decider().decide(of_cells(place=word)).how == "none"


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("Kamen nähe Dortmund", "Kamen"),
        ("Hochtaunus Oberursel", "Oberursel (Taunus)"),
        ("Ost-Berlin", "Berlin"),
        ("Neuburg-Schrobenhausn", "Landkreis Neuburg-Schrobenhausen"),
    ],
)
def test_what_is_not_known_suggests_what_it_has_of_a_name(word: str, first: str) -> None:
    with pytest.raises(NotFound) as caught:
        shipped(many=True).ask(word)
    assert caught.value.suggestions[0] == first


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Erding und Landkreis Erding", ["09177117", "09177"]),
        ("LK Hof und Stadt Hof", ["09475", "09464000"]),
        ("Dortmund und Kreis Unna", ["05913000", "05978"]),
    ],
)
def test_two_names_side_by_side_are_both_named(name: str, keys: list[str]) -> None:
    assert [hit.entry.ags or hit.entry.kreis_key for hit in hwkcli.find(name)] == keys


def test_a_name_with_its_town_before_it_contradicts_a_key_and_a_postal_code_elsewhere() -> None:
    for place in ("Dresden Friedrichstadt", "Köln Ehrenfeld"):
        assert decider().decide(of_cells(key="14627060", postal_code="01558", place=place)).how == "conflict"


def test_an_end_that_may_be_short_for_two_names_means_both() -> None:
    assert decider().decide(of_text("Freibg.")).how == "ambiguous"
