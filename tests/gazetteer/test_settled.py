"""Contradictions that are none. What is right is known from the official keys and changes."""

import pytest

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.matching.decision import decider

SEHLEN = {"key": "13073083", "place": "Sehlen"}


@pytest.mark.parametrize(
    ("said", "ags", "how"),
    [
        # Kreisfreie Stadt since 2026, in the Main-Kinzig-Kreis before; its neighbours never had it.
        ({"postal_code": "63450", "place": "Hanau", "kreis": "Main-Kinzig-Kreis"}, "06415000", "postal_code+place"),
        ({"place": "Hanau", "kreis": "Main-Kinzig-Kreis", "land": "Hessen"}, "06415000", "place"),
        ({"key": "06435", "place": "Hanau"}, "06415000", "place"),
        ({"key": "06435014", "place": "Hanau", "kreis": "Main-Kinzig-Kreis"}, "06415000", "former_key"),
        ({"place": "Hanau", "kreis": "Wetteraukreis"}, "", "conflict"),
        # In the Wartburgkreis until 2018; of what went into it, Kaltensundheim was in Schmalkalden-Meiningen already.
        ({"place": "Kaltennordheim", "kreis": "Wartburgkreis"}, "16066095", "place"),
        ({"place": "Kaltennordheim", "kreis": "Landkreis Gotha"}, "", "conflict"),
        # A position in another municipality of the same postal code may be the middle of that.
        ({**SEHLEN, "postal_code": "18528", "latitude": "54.4375", "longitude": "13.448"}, "13073083", "key"),
        ({**SEHLEN, "latitude": "54.4375", "longitude": "13.448"}, "", "conflict"),
        ({**SEHLEN, "postal_code": "18528", "latitude": "51.51", "longitude": "7.46"}, "", "conflict"),
        # The name of then with its title, which only a namesake elsewhere bears today; Langen (Hessen) is that one.
        ({"key": "03352030", "place": "Langen, Stadt"}, "03352062", "former_key"),
        ({"key": "15083470", "place": "Seehausen, Stadt"}, "15083531", "former_key"),
        ({"key": "09478139", "place": "Lichtenfels, Stadt"}, "09478139", "key"),
        ({"key": "03352030", "place": "Langen (Hessen), Stadt"}, "", "conflict"),
        ({"key": "09478139", "place": "Kronach, Stadt"}, "", "conflict"),
        # Names of municipalities in a column of Kreise, which are those of other towns or Kreise, too.
        ({"key": "05978040", "kreis": "Werne, Stadt"}, "05978040", "key"),
        ({"key": "07232046", "kreis": "Hamm"}, "07232046", "key"),
        ({"key": "01062091", "kreis": "Steinburg"}, "01062091", "key"),
        ({"key": "05978040", "kreis": "Hamm"}, "", "conflict"),
    ],
)
def test_what_only_seems_to_contradict_is_left_out(said: dict[str, str], ags: str, how: str) -> None:
    found = decider().decide(of_cells(**{"place": "", **said}))
    assert (found.ags, found.how) == (ags, how)


def test_a_part_of_the_name_of_its_town_is_in_that_town() -> None:
    """And in no Steinach by the Steinach."""
    for code, ags in (("94377", "09278190"), ("96523", "16072019")):
        assert decider().decide(of_cells(place="Steinach OT Steinach", postal_code=code)).ags == ags


def test_a_street_that_is_a_hamlet_elsewhere_is_none_before_a_town() -> None:
    """Auf dem Berg is a part of Niederkrüchten."""
    for lines, ags in (
        ("125, Auf dem Berg, Köln, Köln, Nordrhein-Westfalen, 50667, Deutschland", "05315000"),
        ("Auf dem Berg, Köln, Nordrhein-Westfalen, Deutschland", "05315000"),
        ("Auf dem Berg, Niederkrüchten, Nordrhein-Westfalen, Deutschland", "05166020"),
        ("Methler, Kamen, Nordrhein-Westfalen, 59174, Deutschland", "05978020"),
    ):
        assert decider().decide(of_cells(place=lines)).ags == ags
