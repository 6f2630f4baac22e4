"""What a user names for a map or an export, the units in it, and what is near a place."""

import pytest

from hwkcli.errors import Ambiguous, BadSetting, EmptyQuery, NotFound
from hwkcli.gazetteer import records
from hwkcli.gazetteer.geography import extent, near, units
from hwkcli.gazetteer.geography.extent import GERMANY, chosen
from hwkcli.gazetteer.store import places, responsibility


def test_an_area_is_named_as_people_name_it() -> None:
    assert chosen(None, None, None) is GERMANY
    dortmund = chosen("Dortmund", None, None)
    assert (dortmund.kind, dortmund.code, len(dortmund.keys)) == ("chamber", "00037", 8)
    assert chosen(None, "NRW", None).keys == ("05",)
    assert chosen(None, "Bremen", None).keys == ("04",)
    assert chosen(None, None, "Unna").keys == chosen(None, None, "05978").keys == ("05978",)
    assert chosen(None, None, "München").keys == ("09162",)
    assert chosen(None, None, "Landkreis München").keys == ("09184",)
    assert extent.of_district() == dortmund


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        ((None, None, "Kamen"), NotFound, "no Kreis 'Kamen'; that lies in Kreis Unna"),
        ((None, None, "59174"), NotFound, "no Kreis '59174'"),
        ((None, None, "Atlantis"), NotFound, "no Kreis 'Atlantis'"),
        (("Atlantis", None, None), NotFound, "no chamber 'Atlantis'"),
        ((None, "Atlantis", None), NotFound, "no Land 'Atlantis'"),
        ((None, None, ""), EmptyQuery, "needs a letter or a digit"),
        (("Dortmund", None, "Unna"), BadSetting, "--chamber and --kreis name different areas"),
    ],
)
def test_what_is_no_area_is_told(
    words: tuple[str | None, str | None, str | None], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        chosen(*words)


def test_an_area_holds_what_lies_in_it_and_what_it_lies_in() -> None:
    halle = chosen("Halle", None, None)
    assert all(map(halle.holds, ("15088", "15088020", "15", "15089")))  # the last of them in part
    assert not halle.holds("05913000")
    assert GERMANY.holds("05913000")


def test_a_place_has_the_position_of_its_municipality_or_its_own() -> None:
    unna = extent.spot("Unna")
    assert (unna.name, unna.latitude, unna.longitude, unna.near) == ("Unna", 51.534878, 7.689932, ("05978036",))
    assert extent.spot("Witten-Annen")[:2] == ("Witten (Annen)", extent.spot("Witten").latitude)
    written = extent.spot("7,69 51,53")
    assert (written.name, written.near[0], written.swapped) == ("51.53, 7.69", "05978036", True)


@pytest.mark.parametrize(
    ("word", "error", "message"),
    [
        ("Neustadt", Ambiguous, "is 57 places"),
        ("Kreis Unna", NotFound, "has no position of its own"),
        ("52.5,6.0", NotFound, "lies outside Germany"),
        ("48.85,2.35", NotFound, "lies outside Germany"),
        ("Atlantis", NotFound, "no place 'Atlantis'"),
    ],
)
def test_what_has_no_position_is_told(word: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        extent.spot(word)


def test_around_a_place_is_the_district_of_its_chamber() -> None:
    assert extent.around(extent.spot("Unna")).code == "00037"
    assert extent.around(extent.spot("Güsten")).name == "Salzlandkreis"  # two chambers are named for it


def test_the_units_of_germany_are_whole() -> None:
    chambers = units.units("chambers", GERMANY)
    assert [key for key in chambers if "+" in key] == ["00015+00016"]
    assert {key for key in chambers if "+" not in key} == {one.code for one in responsibility.chambers()}
    kreise = units.units("kreise", GERMANY)
    towns = units.units("municipalities", GERMANY)
    assert {place.ags for unit in kreise.values() for place in unit.members} == set(towns)
    # The Zensus of 2022 counts those that have inhabitants: an area of no municipality without a figure has none.
    for level in (chambers, kreise, towns):
        assert sum(unit.population or 0 for unit in level.values()) == 82711282
    assert all(unit.population for unit in (*chambers.values(), *kreise.values()))
    for key, unit in kreise.items():
        assert unit.population == records.kreis(key).population
    assert all(unit.whole for unit in kreise.values())
    assert kreise["05978"].area_km2 == 543.21 == round(sum(one.area_km2 or 0 for one in kreise["05978"].members), 2)


def test_a_kreis_of_several_chambers_is_divided_by_municipality() -> None:
    halle = chosen("Halle", None, None)
    found = units.units("kreise", halle, divided=True)
    parts = {key: unit.name for key, unit in found.items() if "-" in key}
    assert parts == {"15089-00015": "Salzlandkreis (Teil)", "15089-00015+00016": "Salzlandkreis (Teil)"}
    assert not found["15089-00015"].whole
    assert [place.name for place in found["15089-00015+00016"].members] == ["Güsten"]
    assert {one.chamber.code for one in found["15089-00015+00016"].responsible} == {"00015", "00016"}
    assert "15089" in units.units("kreise", halle)


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    unit = units.units("kreise", chosen(None, None, "Unna"))["05978"]
    first, *others = unit.members
    nothing = first._replace(population=None, area_km2=None)
    broken = unit._replace(members=(nothing, *others))
    assert (broken.population, broken.area_km2) == (None, None)
    forest = unit._replace(members=(nothing._replace(kind="unincorporated"), *others))
    assert forest.population == sum(one.population or 0 for one in others)


def test_near_are_the_municipalities_in_a_circle_the_nearest_first() -> None:
    unna = extent.spot("Unna")
    found = near.near(unna.latitude, unna.longitude, 10)
    names = ["Unna", "Holzwickede", "Kamen", "Bönen", "Fröndenberg/Ruhr", "Bergkamen"]
    assert [one.place.name for one in found] == names
    assert [one.wind for one in found] == ["", "SW", "N", "NE", "SE", "N"]
    assert (found[0].km, [one.km for one in found]) == (0, sorted(one.km for one in found))
    reaching = near.reaching_in(unna.latitude, unna.longitude, 10, found)
    assert {"Dortmund", "Hamm", "Werl"} <= {place.name for place in reaching}
    assert not {place.ags for place in reaching} & {one.place.ags for one in found}
    # All of them are farther away than that by their positions.
    wider = {one.place.ags: one.km for one in near.near(unna.latitude, unna.longitude, 40)}
    assert all(wider[place.ags] > 10 for place in reaching)


def test_near_is_the_same_as_looking_at_all_municipalities() -> None:
    from hwkcli.gazetteer.geography.geometry import distance_km

    every = [place for place in places.every() if place.kind in near.KINDS and place.latitude is not None]
    for latitude, longitude, km in ((48.14, 11.58, 25.0), (54.0, 8.9, 60.0), (51.0, 15.0, 30.0)):
        want = {
            place.ags
            for place in every
            if distance_km(latitude, longitude, place.latitude or 0, place.longitude or 0) <= km
        }
        assert {one.place.ags for one in near.near(latitude, longitude, km)} == want
