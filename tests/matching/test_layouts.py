"""Tables as offices, shops and programs write them. What is right is known from the official keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from layouts_of_addresses import OF_ADDRESSES
from layouts_of_keys import OF_KEYS
from layouts_of_kreise import OF_KREISE
from layouts_of_positions import OF_POSITIONS
from layouts_of_programs import OF_PROGRAMS
from layouts_of_statistics import OF_STATISTICS
from typer.testing import Result

from hwkcli.errors import Exit


def answers(hwk: Callable[..., Result], tmp_path: Path, table: str, *options: str) -> tuple[list[str], str]:
    """For each row the key of its municipality, or in brackets that of its Kreis, else why there is none."""
    file = tmp_path / "in.csv"
    file.write_text(table.strip("\n") + "\n")
    result = hwk("match", file, "-f", "jsonl", *options)
    assert result.exit_code == 0, result.stderr
    import json

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    found = [
        row["hwk_ags"] or (f"({row['hwk_kreis_key']})" if row["hwk_how"] in ("key", "former_key", "kreis") else "")
        for row in rows
    ]
    return [one or row["hwk_how"] for one, row in zip(found, rows, strict=True)], result.stderr


LAYOUTS = [*OF_KEYS, *OF_KREISE, *OF_STATISTICS, *OF_ADDRESSES, *OF_PROGRAMS, *OF_POSITIONS]


@pytest.mark.parametrize(("table", "said", "expected"), LAYOUTS)
def test_layouts(hwk: Callable[..., Result], tmp_path: Path, table: str, said: str, expected: list[str]) -> None:
    found, told = answers(hwk, tmp_path, table)
    assert found == expected
    assert said in told


def test_of_several_addresses_the_whole_one_is_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """Where a user names one column, those beside it are of the same address."""
    table = (
        "id;Billing City;Billing Zip;Billing Country;Shipping City;Shipping Zip;Shipping Country\n"
        "1;Wien;'1010;AT;Kamen;'59174;DE\n2;Dortmund;'44135;DE;Wien;'1010;AT"
    )
    for options, expected in (
        (("--postal-code", "Billing Zip"), ["none", "05913000"]),
        (("--postal-code", "Shipping Zip"), ["05978020", "none"]),
        (("--prefix", "Shipping "), ["05978020", "none"]),
    ):
        (tmp_path / "in.csv").write_text(table + "\n")
        result = hwk("match", tmp_path / "in.csv", "-f", "csv", *options)
        prefix = options[1] if options[0] == "--prefix" else "hwk_"
        head, *rows = (line.split(";") for line in result.stdout.splitlines())
        at, how = head.index(f"{prefix}ags"), head.index(f"{prefix}how")
        assert [row[at] or row[how] for row in rows] == expected, options
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.USAGE
    assert "the postal code could be 'Billing Zip' or 'Shipping Zip'" in result.stderr


def test_a_company_sits_where_it_is_registered(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """And not where its officer lives (OffeneRegister)."""
    import json

    officers = [{"name": "A", "other_attributes": {"city": "Unna"}, "type": "person"}]
    company = {
        "name": "B GmbH",
        "registered_address": "Oststr. 2, 23730 Neustadt.",
        "all_attributes": {"registered_office": "Neustadt", "federal_state": "Schleswig-Holstein"},
        "officers": officers,
    }
    (tmp_path / "in.jsonl").write_text(json.dumps(company) + "\n")
    result = hwk("match", tmp_path / "in.jsonl", "-f", "json")
    assert "place: registered_address and all_attributes.registered_office, Land: " in result.stderr
    assert json.loads(result.stdout)[0]["hwk_ags"] == "01055032"


def test_of_keys_of_several_levels_that_of_the_municipality_is_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As OpenPLZ answers: a locality with its municipality, Kreis and Land."""
    import json

    levels = {"municipality": ("05978020", "Kamen", "Stadt"), "district": ("05978", "Unna", "Kreis")}
    place: dict[str, object] = {"postalCode": "59174", "name": "Methler"}
    place |= {level: dict(zip(("key", "name", "type"), of, strict=True)) for level, of in levels.items()}
    (tmp_path / "in.json").write_text(json.dumps([place]))
    result = hwk("match", tmp_path / "in.json", "-f", "json")
    assert "key: municipality.key, postal code: postalCode, place: municipality.name" in result.stderr
    assert json.loads(result.stdout)[0]["hwk_ags"] == "05978020"


def test_values_alone_in_their_lists_are_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """As Opendatasoft gives codes, of which there could be several; the lists stay as they are."""
    import json

    kreise = [{"krs_code": ["05978"], "year": "2021"}, {"krs_code": ["05913"], "year": "2021"}]
    (tmp_path / "in.json").write_text(json.dumps(kreise))
    result = hwk("match", tmp_path / "in.json", "-f", "json")
    assert "key: krs_code" in result.stderr
    rows = json.loads(result.stdout)
    assert [(row["hwk_kreis_key"], row["krs_code"]) for row in rows] == [("05978", ["05978"]), ("05913", ["05913"])]


def test_records_under_their_postal_codes_are_read(hwk: Callable[..., Result], tmp_path: Path) -> None:
    import json

    (tmp_path / "in.json").write_text('{"23730": {"stadt": "Neustadt"}, "59174": {"stadt": "Kamen"}}')
    result = hwk("match", tmp_path / "in.json", "-f", "json")
    assert "postal code: key, place: stadt" in result.stderr
    assert [row["hwk_ags"] for row in json.loads(result.stdout)] == ["01055032", "05978020"]


def test_places_with_the_keys_of_their_kreise_are_no_kreise(hwk: Callable[..., Result], tmp_path: Path) -> None:
    """Also where these are filled up with zeros, and cities are among them; the Kreis tells their namesakes apart."""
    table = (
        "ort;typ;ags\nSchifferstadt;kreis;07338000\nWaldsee;kreis;07338000\nAltrip;kreis;07338000\n"
        "Speyer;kreisfrei;07318000"
    )
    found, _ = answers(hwk, tmp_path, table)
    assert found == ["07338025", "07338026", "07338001", "07318000"]


def test_places_that_are_not_of_one_address_are_asked_for(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Name;Wohnort;Schulort\nA;Kamen;Unna\nB;Unna;Dortmund\nC;Lünen;Unna\n")
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.USAGE
    assert "the place could be 'Wohnort' or 'Schulort'" in result.stderr
