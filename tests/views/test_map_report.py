"""The rows of a table as a map."""

import pytest

from hwkcli.gazetteer import chamber_names
from hwkcli.gazetteer.geography import extent
from hwkcli.views.map import of_area
from hwkcli.views.map_report import rows_by_kreis


def test_rows_are_on_the_smallest_map_that_holds_them() -> None:
    dortmund = rows_by_kreis({"05978": 12, "05913": 3, "05954": 1}, "de")
    assert dortmund.title == "Zeilen je Kreis – Bezirk der Handwerkskammer Dortmund"
    assert [shape.fill is None for shape in dortmund.shapes].count(False) == 3
    assert [entry.text for entry in dortmund.legend] == ["bis 1", "über 1 bis 3", "über 3", "keine Angabe"]
    assert rows_by_kreis({"05978": 12, "05334": 3}, "en").title == "Rows by Kreis – Nordrhein-Westfalen"
    assert rows_by_kreis({"05978": 12, "14612": 3}, "en").title == "Rows by Kreis – Germany"
    assert not any("Zeilen" in note for note in dortmund.notes)


def test_what_is_no_kreis_is_no_row() -> None:
    with pytest.raises(KeyError):
        rows_by_kreis({"99999": 1}, "de")
    with pytest.raises(ValueError, match="needs a Kreis"):
        rows_by_kreis({}, "de")


def test_the_usual_map_of_a_chamber_and_a_kreis() -> None:
    chamber = of_area(extent.of_chamber(chamber_names.chamber("Dortmund")), "de")
    assert chamber.title == "Bezirk der Handwerkskammer Dortmund"
    kreis = of_area(extent.of_kreis("05978"), "de", extent.spot("Kamen"))
    assert (kreis.title, kreis.mark and kreis.mark[0]) == ("Kreis Unna", "Kamen")
