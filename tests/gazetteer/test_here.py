"""What is at a position: towers whose towns everybody knows, and places near borders."""

import pytest

import hwkcli
from hwkcli.gazetteer.find import Finder, Narrow, shipped
from hwkcli.gazetteer.geography import remarks
from hwkcli.language import translated

INSIDE = {
    "51.5148, 7.4678": "05913000",  # Reinoldikirche, Dortmund
    "50,9413 6,9583": "05315000",  # Kölner Dom
    "N 48° 08' 19\" E 11° 34' 24\"": "09162000",  # Frauenkirche, München
    "53.5503 N 9.9928 E": "02000000",  # Rathaus, Hamburg
    "13.3777 52.5163": "11000000",  # Brandenburger Tor, the longitude first
    "geo:51.5348,7.6899": "05978036",  # Unna
}


@pytest.mark.parametrize(("position", "ags"), INSIDE.items())
def test_a_position_is_in_its_town(position: str, ags: str) -> None:
    (match,) = hwkcli.find(position)
    assert (match.entry.ags, match.how, match.query) == (ags, "position", position)


def test_a_position_near_a_border_may_be_in_any_town_beside_it() -> None:
    # The Ruhr at Kettwig parts Essen from Ratingen and Heiligenhaus.
    found = hwkcli.find("51.345, 6.925")
    assert {match.how for match in found} == {"near_border"}
    assert {"Essen", "Ratingen"} <= {match.name for match in found}
    (said,) = remarks.remarks("51.345, 6.925")
    assert said == (
        f"a border is within 1.6 km of '51.345, 6.925': it lies in one of {len(found)} municipalities, most likely in "
        "the first"
    )
    assert "keine 1,6 km von „51.345, 6.925“ entfernt" in translated(said, "de")


def test_a_position_at_the_border_of_germany_may_be_abroad() -> None:
    # The summit of the Zugspitze, through which the border goes.
    found = hwkcli.find("47.42110, 10.98530")
    assert {match.how for match in found} == {"near_border"}
    assert found[0].entry.kreis_key == "09180"
    assert remarks.remarks("54.8850, 8.3100")  # the beach of Westerland


@pytest.mark.parametrize("position", ["48.85,2.35", "51.92, 4.48", "2.35 48.85", "47.05, 8.31"])
def test_outside_germany_nothing_is_found(position: str) -> None:
    with pytest.raises(hwkcli.NotFound, match="lies outside Germany; write the latitude first"):
        hwkcli.find(position)


def test_swapped_numbers_are_noticed() -> None:
    assert remarks.remarks("7.69,51.53") == ("read as latitude 51.53, longitude 7.69: the longitude was written first",)
    assert remarks.remarks("51.53,7.69") == ()
    assert remarks.remarks("Unna") == ()


def test_what_is_asked_for_decides_between_the_towns_at_a_border() -> None:
    (essen,) = shipped().ask("51.345, 6.925", Narrow(kreis="Essen")).matches
    assert (essen.name, essen.how) == ("Essen", "position")
    with pytest.raises(
        hwkcli.NotFound, match=r"no place '51.53,7.69' in 'Essen'; elsewhere there is Unna \(Kreis Unna\)$"
    ):
        shipped().ask("51.53,7.69", Narrow(kreis="Essen"))
    with pytest.raises(hwkcli.NotFound, match="no Kreis 'Nirgendwo'"):
        shipped().ask("51.53,7.69", Narrow(kreis="Nirgendwo"))


def test_the_chamber_and_the_towns_of_another_file_are_found_by_position(district: hwkcli.District) -> None:
    assert [one.chamber.code for one in hwkcli.chamber("51.53,7.69") if one.chamber] == ["00037"]
    (match,) = Finder(own=district).ask("51.53,7.69").matches
    assert match.town is not None
    assert match.town in district.towns


def test_a_name_with_numbers_is_no_position() -> None:
    for word in ("59174 Kamen", "Hauptstr. 5, 59174 Kamen", "05 978 020", "22417/22419 Hamburg"):
        assert all(match.how not in ("position", "near_border") for match in hwkcli.find(word)), word
