"""Positions as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.errors import NotFound
from hwkcli.gazetteer.geography.coordinates import Coordinates, Outside, pair, parse


@pytest.mark.parametrize(
    "text",
    [
        *("51.53,7.69", "51.53, 7.69", "51.53 7.69", "51.53;7.69", "51.53/7.69", "51.53 | 7.69", "(51.53, 7.69)"),
        *("51,53 7,69", "51,53;7,69", "51,53, 7,69", "51,53,7,69", "+51,53 +7,69", "51,53\t7,69", "51,53\u00a07,69"),
        *("51.53N 7.69E", "51.53 N, 7.69 E", "N 51.53 E 7.69", "N51.53E7.69", "51,53° N 7,69° O", "51.53 E 7.69"),
        *("lat 51.53 lon 7.69", "lat: 51.53, lng: 7.69", "Breite 51,53 Länge 7,69", "geo:51.53,7.69"),
        *(
            "51° 31.8' N 7° 41.4' E",
            "N 51° 31.800 E 007° 41.400",
            "51° 31′ 48″ N, 7° 41′ 24″ O",
            "51°31'48\"N7°41'24\"E",
        ),
        *("51º31'48''N 7º41'24''O", "51° 31′ 48,0″ 7° 41′ 24,0″", "51 Grad 31,8' Nord, 7 Grad 41,4' Ost"),
    ],
)
def test_all_of_these_are_the_same_position(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.latitude, found.longitude, found.swapped) == (51.53, 7.69, False)


PLACE = "https://www.google.com/maps/place/Unna/@51.6,7.8,13z/data=!3m1!4b1!8m2!3d51.5321!4d7.6872!16zL20?entry=ttu"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "geo:51.5321,7.6872",
            "geo:51.5321,7.6872;u=35",
            "geo:51.5321,7.6872,64?z=12",
            "geo:0,0?q=51.5321,7.6872(Unna)",
        ),
        *("POINT(7.6872 51.5321)", "point z (7.6872 51.5321 12.5)", "SRID=4326;POINT(7.6872 51.5321)"),
        *(
            '{"type": "Point", "coordinates": [7.6872, 51.5321]}',
            '{"coordinates":[7.6872,51.5321,64.0],"type":"Point"}',
        ),
        *("https://www.openstreetmap.org/#map=12/51.5321/7.6872", "[51.5321, 7.6872]"),
        "https://www.openstreetmap.org/?mlat=51.5321&mlon=7.6872#map=13/51.6/7.8",
        *("https://maps.google.com/?q=51.5321,7.6872", "https://www.google.com/maps/@51.5321,7.6872,15z", PLACE),
        "https://www.google.com/maps/search/?api=1&query=51.5321%2C7.6872",
        "https://www.google.com/maps/place/51.5321,7.6872",
        "https://maps.apple.com/?ll=51.5321,7.6872&q=Ort",
        "https://www.bing.com/maps?cp=51.5321~7.6872&lvl=11",
    ],
)
def test_a_position_is_read_from_what_programs_write(text: str) -> None:
    """Each says itself what stands first, and a mark on a map is more than the middle of the map."""
    found = parse(text)
    assert found is not None
    assert (found.latitude, found.longitude, found.swapped) == (51.5321, 7.6872, False)


def test_a_link_or_a_point_elsewhere_is_outside_germany_and_any_other_link_is_no_position() -> None:
    for text in (
        "https://www.openstreetmap.org/#map=12/48.2082/16.3738",
        "POINT(16.3738 48.2082)",
        "geo:48.2,16.4;u=5",
    ):
        with pytest.raises(Outside):
            parse(text)
    for text in ("https://example.org/", "https://example.org/?page=12", "POINT(51 7)", "geo:", "{}", "[51]"):
        assert parse(text) is None
    assert parse(f"https://example.org/?q=51.5321,7.6872&{'x' * 1000}") is None


@pytest.mark.parametrize("text", ["7.69,51.53", "7,69 51,53", "7.69E 51.53N", "O 7° 41,4' N 51° 31,8'", "7.69 E 51.53"])
def test_latitude_and_longitude_in_the_other_order_are_noticed(text: str) -> None:
    assert parse(text) in [Coordinates(51.53, 7.69, blur, True) for blur in (0.65, 0.11)]


@pytest.mark.parametrize(
    "text",
    [
        *("", "44135", "59174 Kamen", "44135 59174", "Unna", "51", "51 7", "51,7", "51,53", "51.53", "1.1.2026"),
        *("05.978.020", "51.53.7.69"),
        *("05978036", "05 9 78 036", "51.53,7.69,12.0", "51.53,7.69 Unna", "Hauptstr. 5, 59174 Kamen", "3. 5.", "° °"),
        *("51.53,7.69" * 20, "1" * 5000, "²,³", "١٢٫٣,٤٫٥"),
    ],
)
def test_what_is_no_position_is_left_to_others(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("48.85,2.35", "lies outside Germany"),
        # What one letter says of a number goes before what the numbers look like.
        ("N 7.69, 51.53", "lies outside Germany"),
        ("51° 60' N 7° 30' E", "is no position"),
        ("0.0,0.0", "lies outside Germany"),
        ("51.53 S 7.69 E", "lies outside Germany"),
        ("51.53 N 7.69 W", "lies outside Germany"),
        ("51.53, -7.69", "lies outside Germany"),
        ("91.5, 7.69", "lies outside Germany"),
        ("999.9, 999.9", "lies outside Germany"),
        ("51° 75' N 7° 41' E", "is no position"),
        ("51° 31' 61\" N 7° 41' 0\" E", "is no position"),
        ("51.53 N 7.69 N", "is no position"),
        ("51.53 E 7.69 E", "is no position"),
        ("51° N 7° E", "is too coarse"),
    ],
)
def test_positions_that_cannot_be_answered_say_why(text: str, message: str) -> None:
    with pytest.raises(NotFound, match=message):
        parse(text)


def test_fewer_digits_are_less_sure() -> None:
    written = [parse(text) for text in ("51.5,7.7", "51.53,7.69", "51.534,7.689", "51.5342,7.6891")]
    blurs = [one.blur_km for one in written if one]
    assert len(blurs) == len(written)
    assert blurs == sorted(blurs, reverse=True)
    assert blurs[0] > 6
    assert blurs[-1] == 0.01


@given(st.floats(47.3, 55.0), st.floats(5.9, 15.0), st.integers(2, 7), st.sampled_from([", ", " ", ";", " / "]))
def test_whatever_is_written_is_read_again(latitude: float, longitude: float, places: int, between: str) -> None:
    up, across = f"{latitude:.{places}f}", f"{longitude:.{places}f}"
    want = (round(float(up), 6), round(float(across), 6))
    for mark in ".,":
        one, other = (side.replace(".", mark) for side in (up, across))
        found, swapped, cells = parse(one + between + other), parse(other + between + one), pair(one, other)
        assert found is not None
        assert swapped is not None
        assert found[:2] == swapped[:2] == want
        assert (found.swapped, swapped.swapped) == (False, True)
        assert cells == found


@given(st.floats(47.3, 55.0), st.floats(5.9, 15.0))
def test_degrees_minutes_and_seconds_are_the_same_as_decimals(latitude: float, longitude: float) -> None:
    def parts(value: float) -> str:
        seconds = round(value * 3600, 2)
        return f"{int(seconds // 3600)}° {int(seconds % 3600 // 60)}′ {seconds % 60:05.2f}″"

    found = parse(f"{parts(latitude)} N, {parts(longitude)} E")
    if "60.00" not in parts(latitude) + parts(longitude):
        assert found is not None
        assert found.latitude == pytest.approx(latitude, abs=3e-6)
        assert found.longitude == pytest.approx(longitude, abs=3e-6)


@given(st.text(max_size=40) | st.text("0123456789.,;°'\"NSEWO -+", max_size=40))
def test_no_text_is_an_accident(text: str) -> None:
    with suppress(NotFound):
        found = parse(text)
        assert found is None or (47 < found.latitude < 56 and 5 < found.longitude < 16)
