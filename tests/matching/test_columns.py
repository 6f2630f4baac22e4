"""Which columns have the key, the postal code and the place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.errors import BadSetting, Exit
from hwkcli.gazetteer.memory import gazetteer
from hwkcli.matching.columns import Columns, columns


def found(names: str, *rows: str, **given: str | None) -> Columns:
    split = [row.split(";") for row in rows]
    return columns(names.split(";"), given, lambda: split, gazetteer)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Nr;PLZ;Ort", Columns(None, 1, 2)),
        ("Postleitzahl;Wohnort", Columns(None, 0, 1)),
        ("zip;city", Columns(None, 0, 1)),
        ("AGS;Gemeinde;PLZ", Columns(0, 2, 1)),
        ("Amtlicher Gemeindeschlüssel;Name", Columns(0, None, None)),
        ("gemeinde_schluessel;Gemeindeschlüssel;Kreisschlüssel", Columns(1, None, None)),
        ("Firma;PLZ Ort", Columns(None, 1, None)),
        ("Firma;Postleitzahl Ort;Bundesland", Columns(None, 1, None)),
        ("firmen_plz;firmen_ort", Columns(None, 0, 1)),
        ("PLZ Firma;Ort Firma;Ortsteil", Columns(None, 0, 1)),
        ("Name der Stadt;Stadt-Nr.", Columns(None, None, 0)),
    ],
)
def test_columns_are_known_by_their_headings(names: str, expected: Columns) -> None:
    assert found(names) == expected


def test_columns_are_known_by_their_content() -> None:
    rows = ("1;59174;Kamen;x", "2;59199;Bönen;y", "3;;;")
    assert found("a;b;c;d", *rows) == Columns(None, 1, 2)
    assert found("a;b", "x;59174 Kamen", "y;44135 Dortmund") == Columns(None, 1, None)
    assert found("a;b;c", "x;59174;Kamen", place="") == Columns(None, 1, None)
    assert found("AGS;b", "05978020;Kamen") == Columns(0, None, 1)


def test_places_beside_postal_codes_are_known_by_agreeing_with_them() -> None:
    rows = ("Goetheschule;59174;Kamen;Unna", "Schillerschule;59199;Bönen;Unna", "Realschule;44135;Dortmund;Dortmund")
    assert found("Schule;PLZ;Schulort;Kreis", *rows) == Columns(None, 1, 2)
    assert found("Schule;PLZ;Schulort;Kreis", *rows, place="") == Columns(None, 1, None)
    assert found("PLZ;a;b", "59174;Kamen;Kamen") == Columns(None, 0, None)
    assert found("PLZ;a;b", "59174 Kamen;x;Kamen") == Columns(None, 0, None)
    assert found("PLZ;a;b", "59174;x;") == Columns(None, 0, None)


def test_a_column_of_countries_is_one_where_most_are_germany() -> None:
    rows = ("59174;Kamen;D", "20144;Milano;IT", "44135;Dortmund;Deutschland", "33100;Tampere;Finnland", "59199;Bönen;")
    for heading in ("Land", "Staat", "country"):
        assert found(f"PLZ;Ort;{heading}", *rows).country == 2
    assert found("PLZ;Ort;Land", "59174;Kamen;Nordrhein-Westfalen", "80331;München;Bayern").country is None
    assert found("PLZ;Ort;Land", "59174;Kamen;", ";;").country is None
    assert found("PLZ;Ort;Land", "59174;Kamen;D", country="").country is None
    assert found("PLZ;Ort;Herkunft", "59174;Kamen;D", country="Herkunft").country == 2
    assert found("PLZ;Ort;Land;Staat", "59174;Kamen;D;D").country is None


def test_an_address_in_another_country_is_no_answer(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(
        "PLZ;Ort;Land\n59174;Kamen;D\n20144;Milano;IT\n44135;Dortmund;Germany\n33100;Tampere;Finnland\n59199;Bönen;\n"
    )
    result = hwk("match", tmp_path / "in.csv")
    assert "country: Land" in result.stderr
    rows = [line.split(";") for line in result.stdout.splitlines()[1:]]
    assert [row[3] for row in rows] == ["05978020", "", "05913000", "", "05978008"]
    assert [row[10] for row in rows][1::2] == ["none", "none"]


def test_columns_are_named() -> None:
    names = "Ort;PLZ A;PLZ B;Ort"
    assert found(names, place="4", postal_code="PLZ B") == Columns(None, 2, 3)
    assert found("x;y", place="Y", postal_code="") == Columns(None, None, 1)
    assert found("x;y", key="1", place="2").used == (0, 1)


@pytest.mark.parametrize(
    ("names", "rows", "given", "message"),
    [
        ("PLZ A;PLZ B;Ort", (), {}, "columns 'PLZ A', 'PLZ B' could all be --postal-code; name one"),
        ("a;b", ("x;y",), {}, "no column of places, postal codes or keys is plain; name them with --place"),
        ("a;b", ("59174;59174",), {}, "columns 'a', 'b' could all be --postal-code"),
        ("a;b", ("Kamen;Kamen",), {}, "columns 'a', 'b' could all be --place"),
        ("a;b", (), {"place": "c"}, "no column 'c'; name them with --place, --postal-code or --key out of 'a', 'b'"),
        ("a;a", (), {"place": "a"}, "2 columns are called 'a'; give --place a number: 1, 2"),
        ("PLZ;hwk_ags", (), {}, "the table has a column 'hwk_ags' already"),
        ("PLZ;HWK AGS", (), {}, "the table has a column 'HWK AGS' already"),
        (";".join("abcdefghijklmnopqrstuvwxyz"), (";" * 25,), {}, "and 6 more"),
    ],
)
def test_what_is_not_clear_is_a_usage_error(
    names: str, rows: tuple[str, ...], given: dict[str, str | None], message: str
) -> None:
    with pytest.raises(BadSetting) as error:
        found(names, *rows, **given)
    assert message in str(error.value)


def test_a_usage_error_exits_with_2(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a;b\nx;y\n")
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.USAGE
    assert "'a', 'b'" in result.stderr
