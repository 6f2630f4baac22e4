"""Every Kreis in every form in which lists write Kreise: the truth is the official table of Kreise."""

import csv
from pathlib import Path

import pytest

from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.matching.decision import decider

TABLES = Path(__file__).parents[2] / "data" / "germany"
CITIES = ("kreisfreie Stadt", "Stadtkreis")

OF_ALL = (
    *("{name}, {type}", "{type} {name}", "{name} ({type})", "{name} [{type}]", "{name} {type}", "{printed}"),
    *(
        "{key}",
        "{key} {name}",
        "{name} ({key})",
        "{key} - {name}",
        "{nuts} {name}",
        "{name} ({nuts})",
        "{nuts}: {name}",
    ),
)
OF_CITIES = (
    *("{name}, Stadt", "SK {name}", "Stadt {name}", "{name} (Stadt)", "{name}, krfr. Stadt", "{name}, St."),
    *("{name}, SK", "Kreisfreie Stadt {name}", "{name} (krfr. St)", "{name} Stadt", "{name}, kreisfr. Stadt"),
)
OF_KREISE = (
    *("LK {name}", "Lkr. {name}", "{name} (Kreis)", "{name}, LK", "{name} LK", "Landratsamt {name}", "{name}, Kreis"),
    *("{name}, Lkr.", "{name} Kreis", "Landkr. {name}", "Kr. {name}", "Kreisverwaltung {name}", "{name} (Lkr)"),
    *("{name} (Land)", "LK {name}, {land}", "LK {name} ({land})"),
)


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


LAENDER = {row["key"]: row["name"] for row in rows("laender.csv")}
SHARED = ("DE719",)
"""The NUTS code of a Kreis and of the city that left it."""


@pytest.mark.slow
@pytest.mark.parametrize("form", [*OF_ALL, *OF_CITIES, *OF_KREISE])
def test_each_kreis_is_known_by_each_form(form: str) -> None:
    asked = 0
    for row in rows("kreise.csv"):
        is_city = row["type"] in CITIES
        if (form in OF_CITIES and not is_city) or (form in OF_KREISE and is_city) or row["nuts3"] in SHARED:
            continue
        name, land = row["name"].partition(",")[0], LAENDER[row["key"][:2]]
        text = form.format(
            name=name, printed=row["name"], type=row["type"], key=row["key"], nuts=row["nuts3"], land=land
        )
        found = decider().decide(of_cells(kreis=text))
        if found.how == "ambiguous" and text == name:
            # Without a title it may be the city or the Kreis around it.
            assert row["key"] in found.candidates, text
            continue
        assert (found.kreis_key, found.how) == (row["key"], "kreis"), text
        asked += 1
    assert asked > 90


def test_a_kreis_beside_another_land_or_code_is_none() -> None:
    for text in ("LK Unna, Bayern", "DEA52 Unna", "Unna (DEF05)", "05913 Unna (Bayern)"):
        assert decider().decide(of_cells(kreis=text)).kreis_key in ("", "05913"), text


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Märkischer Kries", "Märkischer Kreis (05962)"),
        ("Ennepe-Rur-Kreis", "Ennepe-Ruhr-Kreis (05954)"),
        ("Landkreis Hamelin-Pyrmont", "Landkreis Hameln-Pyrmont (03252)"),
        # What is alike is only the title.
        ("Landkreis Xyz", ""),
    ],
)
def test_a_misspelt_kreis_is_no_answer_but_a_candidate(name: str, candidates: str) -> None:
    found = decider().decide(of_cells(kreis=name))
    assert (found.how, found.candidates) == ("none", candidates)


def test_two_kreise_in_one_cell_are_both_meant() -> None:
    found = decider().decide(of_cells(kreis="Kreis Coesfeld/Borken"))
    assert (found.how, found.candidates) == ("ambiguous", "Kreis Coesfeld (05558) | Kreis Borken (05554)")
    assert decider().decide(of_cells(kreis="Kreis Dithmarschen - Küste")).kreis_key == "01051"
