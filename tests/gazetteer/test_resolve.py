"""Which of several places of a name is meant, in a gazetteer made for it."""

from itertools import count

import pytest

from hwkcli.gazetteer.engine.evidence import of_text
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.memory import of_places

EMPTY = Place._make([None] * len(Place._fields))
NUMBERS = count(1)


def place(name: str, kind: str = "municipality", population: int | None = None, ags: str | None = None) -> Place:
    """A place in a Kreis of its own; a locality lies in the municipality of a key."""
    id = next(NUMBERS)
    key = ags or f"{id:08}"
    made = EMPTY._replace(id=id, name=name, kind=kind, population=population, ags=key, kreis_key=key[:5])
    return made._replace(land="Land", land_key=key[:2], kreis=f"Kreis {id}", postal_codes="", company_codes="")


def resolver(*hows: tuple[Place, str]) -> Resolver:
    """A resolver of places that answer to `x` in some ways, and to their keys."""
    words = [("x", one.id, how) for one, how in hows]
    words += [(one.ags or "", one.id, "key") for one, _ in hows if one.kind != "locality"]
    return Resolver(of_places({one.id: one for one, _ in hows}, words))


def meant(*hows: tuple[Place, str]) -> tuple[str, str, bool]:
    found = resolver(*hows).resolve(of_text("x"))
    return found.verdict, found.way, found.lone


@pytest.mark.parametrize(("population", "verdict"), [(1000, "answered"), (999, "ambiguous")])
def test_a_whole_name_stands_for_a_municipality_ten_times_as_large_as_others_that_bear_it(
    population: int, verdict: str
) -> None:
    first, other = place("X", population=population), place("X am See", population=100)
    assert meant((first, "exact"), (other, "alias"))[0] == verdict


@pytest.mark.parametrize(("population", "lone"), [(200, False), (199, True)])
def test_a_name_is_sure_where_parts_of_it_lie_in_places_half_as_large(population: int, lone: bool) -> None:
    town = place("X", population=population)
    around = place("Y", population=100)
    part = place("X", "locality", ags=around.ags)
    known = [(town, "exact"), (part, "locality"), (around, "key")]
    assert meant(*known) == ("answered", "place", lone)


@pytest.mark.parametrize(("population", "verdict"), [(200, "answered"), (199, "ambiguous")])
def test_a_short_name_stands_for_a_town_where_parts_of_it_lie_in_places_half_as_large(
    population: int, verdict: str
) -> None:
    town = place("X am See", "town", population)
    around = place("Y", population=100)
    part = place("X", "locality", ags=around.ags)
    assert meant((town, "alias"), (part, "locality"), (around, "key"))[0] == verdict


def test_a_municipality_comes_before_a_kreis_that_before_a_land_and_that_before_a_locality() -> None:
    around = place("Y", population=1)
    land = place("X", "land")
    found = resolver(
        (place("X", "locality", ags=around.ags), "locality"),
        (land, "exact"),
        (place("X", "kreis"), "exact"),
        (place("X", population=1000), "exact"),
        (around, "key"),
    ).resolve(of_text("x"))
    assert [one.place.kind for one in found.candidates] == ["municipality", "kreis", "land", "locality"]
