"""Tables in which nothing but a text says where a row is. What is right is known from the official keys."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.errors import Exit

OF_TEXTS = [
    # Offices: a list of them.
    (
        "Behörde;Telefon\nFinanzamt Soest;1\nAmtsgericht Kamen;2\nJobcenter Kreis Unna;3\nLandratsamt Erding;4",
        ["05974040", "05978020", "(05978)", "(09177)"],
    ),
    ("Gericht;n\nAmtsgericht Kamen;1\nAmtsgericht Unna;2\nAmtsgericht Soest;3", ["05978020", "05978036", "05974040"]),
    (
        "Jobcenter;n\nJC Unna, Kreis;1\nJC Dortmund, Stadt;2\nJC München, Landkreis;3\nJC Region Hannover;4",
        ["(05978)", "05913000", "(09184)", "(03241)"],
    ),
    # Advertising (Google): towns with what they lie in, and some abroad.
    (
        "Campaign;Location;Clicks\nA1;Kamen, North Rhine-Westphalia, Germany;3\nA1;Munich, Bavaria, Germany;2\n"
        "A2;Neustadt in Holstein, Schleswig-Holstein, Germany;2\nA2;Vienna, Vienna, Austria;1",
        ["05978020", "09162000", "01055032", "none"],
    ),
    # These bear the names of Kreise, and are none.
    (
        "Location;n\nSoest, NRW, Germany;1\nUnna, NRW, Germany;2\nWesel, NRW, Germany;3",
        ["05974040", "05978036", "05170048"],
    ),
    ("Ort;n\nSoest, NRW, Germany;1\nUnna, NRW, Germany;2\nWesel, NRW, Germany;3", ["05974040", "05978036", "05170048"]),
    # Kreise with what they lie in, and offices in a column of Kreise.
    (
        "Region;n\nDeutschland/Bayern/LK München;1\nDeutschland/Hessen/LK Fulda;2\nDeutschland/NRW/SK Dortmund;3",
        ["(09184)", "(06631)", "05913000"],
    ),
    ("Kreis;n\nBayern: LK München;1\nHamburg: SK Hamburg;2\nLK Unna, Germany;3", ["(09184)", "02000000", "(05978)"]),
    (
        "Kreis;n\nGesundheitsamt Landkreis Celle;1\nGesundheitsamt Stadt Dortmund;2\nGesundheitsamt Kreis Unna;3",
        ["(03351)", "05913000", "(05978)"],
    ),
    # Kreise in UTF-8 that was read as something else; a city among Kreise in English.
    ("Landkreis;n\nLK MÃ¼nchen;1\nSK KÃ¶ln;2\nLK Celle;3", ["(09184)", "05315000", "(03351)"]),
    ("District;n\nDortmund (independent city);1\nUnna (rural district);2", ["05913000", "(05978)"]),
]


@pytest.mark.parametrize(("table", "expected"), OF_TEXTS)
def test_the_places_in_texts_are_answered(
    hwk: Callable[..., Result], tmp_path: Path, table: str, expected: list[str]
) -> None:
    (tmp_path / "in.csv").write_text(table + "\n")
    result = hwk("match", tmp_path / "in.csv", "-f", "jsonl")
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    kreise = [f"({row['hwk_kreis_key']})" if row["hwk_how"] == "kreis" else row["hwk_how"] for row in rows]
    assert [row["hwk_ags"] or kreis for row, kreis in zip(rows, kreise, strict=True)] == expected


@pytest.mark.parametrize(
    "table",
    [
        # Whose court, tax office, chamber or bank is not where the firm is.
        "Firma;Finanzamt\nMüller GmbH;Soest\nMeier KG;Dortmund",
        "Firma;Betreuung\nMüller GmbH;Agentur für Arbeit Soest\nMeier KG;Agentur für Arbeit Dortmund",
        "Firma;Kammer\nMüller GmbH;IHK zu Dortmund\nMeier KG;IHK Arnsberg",
        "Firma;Bank\nMüller GmbH;Sparkasse Soest\nMeier KG;Sparkasse Dortmund",
        "Registergericht;HRB;Firma\nAmtsgericht Soest;1;A GmbH\nAmtsgericht Soest;2;B GmbH\nAmtsgericht Unna;3;C KG",
        # The district of a court is more than the town of its name.
        "Amtsgericht;Landgericht\nKamen;Dortmund\nUnna;Dortmund\nSoest;Arnsberg",
        # Persons, clubs and cakes.
        "Name;Beruf\nPeter Soest;Maler\nHans Unna;Bäcker",
        "Mannschaft;Punkte\nBorussia Dortmund;3\nFC Bayern München;2",
        "Produkt;Menge\nDresdner Stollen;3\nFrankfurter Kranz;2",
    ],
)
def test_what_is_of_something_else_is_not_read(hwk: Callable[..., Result], tmp_path: Path, table: str) -> None:
    (tmp_path / "in.csv").write_text(table + "\n")
    assert hwk("match", tmp_path / "in.csv").exit_code == Exit.USAGE
