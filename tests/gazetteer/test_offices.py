"""The place beside an office or a firm is found without a postal code; a word that is neither is not left out."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from hwkcli.errors import Conflict, NotFound
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.find import Narrow, shipped
from hwkcli.matching.decision import decider

_ONE = {
    "Jobcenter Kreis Unna": "05978",
    "Finanzamt Lünen": "05978024",
    "Finanzamt Dortmund-West": "05913000",
    "Finanzamt Frankfurt am Main I": "06412000",
    "Amtsgericht Unna (Familiengericht)": "05978036",
    "Amtsgericht Unna, Familiengericht": "05978036",
    "Gesundheitsamt des Kreises Soest": "05974",
    "Kreispolizeibehörde Soest": "05974",
    "Kreishandwerkerschaft Goslar": "03153",
    "Kreissparkasse Köln": "05315000",
    "Bundesagentur für Arbeit Nürnberg": "09564000",
    "Handelsregister B Amtsgericht Unna": "05978036",
    "Innung für Sanitär- und Heizungstechnik Bochum": "05911000",
    "Tischler-Innung Iserlohn": "05962024",
    "Hochschule Rhein-Waal Kleve": "05154036",
    "Stadt Dortmund, Ordnungsamt": "05913000",
    "Stadt Kamen – Bürgerbüro": "05978020",
    "Stadt Dortmund Ordnungsamt": "05913000",
    "Haus des Handwerks, Weg 5, Dortmund": "05913000",
    "Bäckerei Müller, Kamen": "05978020",
    "Schmidt GmbH & Co. KG, Hauptstr. 3, Schwerte": "05978028",
    "Schmidt e.K. Schwerte": "05978028",
    "tax office Dortmund": "05913000",
    "LG Essen": "05113000",
    "Kfz Zulassungsstelle Schwerte": "05978028",
    "Bürgermeister von Schwerte": "05978028",
    "Abfallwirtschaft Landkreis Goslar": "03153",
    "Gewerbegebiet Schwerte": "05978028",
}
_NOT_SURE = (
    # A municipality that ends as an office does.
    "Linsengericht Wolbrechtshausen",
    # A half of a double name is no place, nor what may be the name of a person; an airport lies elsewhere.
    *("Hochschule Rhein-Waal", "Bäckerei Hamm", "Elektro Unna", "Flughafen München", "Messe Stuttgart"),
    # Another place contradicts, and a river elsewhere is no office.
    *("Annen, Weg 5, Dortmund", "Kamen an der Weser", "Polizei Lünen, Dortmund", "Finanzamt"),
)


@pytest.mark.parametrize(("text", "key"), _ONE.items())
def test_the_place_beside_an_office_or_a_firm_is_found(text: str, key: str) -> None:
    first = shipped().ask(text).matches[0].entry
    assert (first.ags or first.kreis_key) == key


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kreishandwerkerschaft Dortmund und Lünen", {"05913000", "05978024"}),
        ("Hochschule Hamm-Lippstadt", {"05915000", "05974028"}),
        ("Universität Duisburg-Essen", {"05112000", "05113000"}),
    ],
)
def test_an_office_of_two_towns_has_both(text: str, keys: set[str]) -> None:
    assert keys <= {one.entry.ags for one in shipped().ask(text).matches}


@pytest.mark.parametrize("text", _NOT_SURE)
def test_what_is_not_surely_beside_an_office_is_not_answered(text: str) -> None:
    with pytest.raises((NotFound, Conflict)):
        shipped().ask(text)


@pytest.mark.parametrize(
    ("place", "ags"),
    [("Finanzamt Lünen", "05978024"), ("Bäckerei Müller, Kamen", "05978020"), *((one, "") for one in _NOT_SURE)],
)
def test_a_row_of_a_table_is_read_in_the_same_way(place: str, ags: str) -> None:
    assert decider().decide(of_cells(place=place)).ags == ags


@pytest.mark.parametrize(
    ("code", "place", "ags"),
    [
        ("44532", "Finanzamt Lünen", "05978024"),
        ("01067", "TU Dresden", "14612000"),
        # The place lies elsewhere, or there are two that do.
        ("59174", "Finanzamt Lünen", ""),
        ("91220", "Bahnhof Jerxheim Altenbuch", ""),
    ],
)
def test_a_postal_code_confirms_the_place_beside_an_office(code: str, place: str, ags: str) -> None:
    found = decider().decide(of_cells("", code, place))
    assert found.ags == ags
    assert ags or found.how == "none"


def test_what_stands_beside_an_office_may_be_narrowed() -> None:
    found = shipped().ask("Agentur für Arbeit Hamm", Narrow(land="NRW", district=True))
    assert [one.entry.ags for one in found.matches if one.entry.kind == "city"] == ["05915000"]
    with pytest.raises(NotFound):
        shipped().ask("Finanzamt Lünen", Narrow(land="Bayern"))


def test_of_a_kreis_beside_an_office_nothing_is_said_but_its_towns(hwk: Callable[..., Result]) -> None:
    told = hwk("towns", "--kreis", "Jobcenter Kreis Unna")
    assert "05978020" in told.stdout
    assert told.stderr == ""
