"""Which columns have the address."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.testing import Result

from hwkcli.errors import BadSetting, Exit
from hwkcli.matching.choice import choose
from hwkcli.matching.columns import PREFIX, Columns, Found
from hwkcli.matching.decision import resolver


def choice(names: str, *rows: str, prefix: str = PREFIX, **given: str | None) -> Found:
    split = [row.split(";") for row in rows]
    return choose(names.split(";"), given, lambda: split, resolver, prefix)


def found(names: str, *rows: str, **given: str | None) -> Columns:
    return choice(names, *rows, prefix=PREFIX, **given).columns


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Nr;PLZ;Ort", Columns(None, 1, (2,))),
        ("Postleitzahl;Wohnort", Columns(None, 0, (1,))),
        ("zip;city", Columns(None, 0, (1,))),
        ("AGS;Gemeinde;PLZ", Columns(0, 2, (1,))),
        ("Amtlicher Gemeindeschlüssel;Name", Columns(0)),
        ("kreis_schluessel;gemeinde_schluessel", Columns(1, None, (), 0)),
        ("Firma;PLZ Ort", Columns(None, 1)),
        ("Firma;Postleitzahl Ort;Bundesland", Columns(None, 1)),
        ("firmen_plz;firmen_ort", Columns(None, 0, (1,))),
        ("PLZ Firma;Ort Firma;Ortsteil", Columns(None, 0, (1,))),
        ("Verein;Sitz;Registergericht", Columns(None, None, (1,))),
        ("Name der Stadt;Stadt-Nr.", Columns(None, None, (0,))),
        ("AGS;Ort;Gemeinde", Columns(0, None, (1, 2))),
        ("WARNCELLID;x", Columns(0)),
        ("KREIS;GEMEINDE", Columns(None, None, (1,), 0)),
    ],
)
def test_columns_are_known_by_their_headings(names: str, expected: Columns) -> None:
    assert found(names) == expected


def test_columns_are_known_by_their_content() -> None:
    rows = ("1;59174;Kamen;x", "2;59199;Bönen;y", "3;;;")
    assert found("a;b;c;d", *rows) == Columns(None, 1, (2,))
    assert found("a;b", "x;59174 Kamen", "y;44135 Dortmund") == Columns(None, 1)
    assert found("a;b;c", "x;59174;Kamen", place="") == Columns(None, 1)
    assert found("AGS;b", "05978020;Kamen") == Columns(0, None, (1,))


def test_a_kreis_is_not_its_seat() -> None:
    """Lists of Wikipedia, with marks for notes."""
    rows = ("Kreis Unna;UN;Unna", "Kreis Soest;SO;Soest", "Märkischer Kreis;MK;Lüdenscheid")
    assert found("Landkreis[1];Kfz;Kreisstadt", *rows) == Columns(kreis=0)
    assert found("Gemeinde[1];Fläche", "Kamen;40", "Bönen;38") == Columns(None, None, (0,))
    rows = ("Kreis Unna;Dortmund", "Kreis Soest;Hamm", "Märkischer Kreis;Kreis Unna")
    assert found("Herkunftskreis;Zielkreis", *rows, kreis="Zielkreis") == Columns(kreis=1)


def test_an_empty_name_turns_a_column_off() -> None:
    rows = ("05978020;59174;Kamen", "05913000;44135;Dortmund")
    assert found("AGS;PLZ;Ort", *rows, place="", postal_code="") == Columns(0)
    assert found("AGS;PLZ;Ort", *rows, key="") == Columns(None, 1, (2,))
    assert found("AGS;b;c", *rows, place="", postal_code="") == Columns(0)


@pytest.mark.parametrize(
    ("names", "rows", "expected"),
    [
        ("Landkreis;n", ("Unna;1", "München;2", "Rostock;3"), Columns(kreis=0)),
        ("Stadt/Landkreis;n", ("LK Unna;1", "SK Dortmund;2", "LK München;3"), Columns(kreis=0)),
        ("Stadt;n", ("LK Unna;1", "Kreis Soest;2", "Ennepe-Ruhr-Kreis;3", "LK München;4"), Columns(kreis=0)),
        ("Stadt;n", ("Unna;1", "Soest;2", "München;3"), Columns(None, None, (0,))),
        ("IdLandkreis;Landkreis;n", ("5978;LK Unna;4", "5913;SK Dortmund;7"), Columns(0, kreis=1)),
        ("WARNCELLID;NAME", ("105978000;Kreis Unna", "105913000;Stadt Dortmund"), Columns(0, kreis=1)),
        ("Name;Bezirk", ("Kreis Unna;1", "Kreis Soest;2"), Columns(kreis=0)),
        ("Schule Stadt;PLZ", ("Goetheschule;59174", "Schillerschule;59174"), Columns(None, 1)),
        ("Land;PLZ;Ort", ("NRW;59174;Kamen", "Bayern;80331;München"), Columns(None, 1, (2,), None, 0)),
        ("x;lat;lon", ("a;51.59;7.66", "b;51,6;7,76"), Columns(latitude=1, longitude=2)),
        ("Ort;lat;lon", ("Kamen;51.59;7.66", "Bönen;51,6;7,76"), Columns(None, None, (0,), latitude=1, longitude=2)),
        ("x;lat;lon", ("a;90.1;7.66", "b;-3,5;7,76", "c;51.5;7"), None),
        ("Ort;Breite;Höhe", ("Kamen;51.59;7.66",), Columns(None, None, (0,))),
        ("x;y", ("1;59174 Kamen, Weg 3", "2;Am Markt 1, 44135 Dortmund"), Columns(None, None, (1,))),
        ("Name;Adresse", ("A;Weg 3, 59174 Kamen", "B;Markt 1, 44135 Dortmund"), Columns(None, None, (1,))),
    ],
)
def test_the_contents_say_what_a_column_is(names: str, rows: tuple[str, ...], expected: Columns | None) -> None:
    if expected is None:
        with pytest.raises(BadSetting, match="no column of places"):
            found(names, *rows)
    else:
        assert found(names, *rows) == expected
    named = found("Ort;lat;lon", "Kamen;51.59;7.66", latitude="lat", longitude="lon")
    assert named == Columns(None, None, (0,), latitude=1, longitude=2)


def test_places_beside_postal_codes_are_known_by_agreeing_with_them() -> None:
    rows = ("Goetheschule;59174;Kamen;Unna", "Schillerschule;59199;Bönen;Unna", "Realschule;44135;Dortmund;Dortmund")
    assert found("Schule;PLZ;a;Kreis", *rows) == Columns(None, 1, (2,), 3)
    assert found("Schule;PLZ;a;Kreis", *rows, place="") == Columns(None, 1, kreis=3)
    assert found("PLZ;a;b", "59174;Kamen;Kamen") == Columns(None, 0)
    assert found("PLZ;a;b", "59174 Kamen;x;Kamen") == Columns(None, 0)
    assert found("PLZ;a;b", "59174;x;") == Columns(None, 0)


def test_the_house_comes_before_the_post_box() -> None:
    names = "Postleitzahl (Hausanschrift);Ort (Hausanschrift);Postleitzahl (Postanschrift);Ort (Postanschrift)"
    made = choice(names, "52066;Aachen;52005;Aachen")
    assert made.columns == Columns(None, 0, (1,))
    assert made.notes == (
        "'Postleitzahl (Hausanschrift)' is read and not 'Postleitzahl (Postanschrift)'; --postal-code reads another "
        "column",
    )
    assert choice(names, postal_code="3").columns == Columns(None, 2, (3,))
    assert choice("PLZ;PLZ Postfach;Ort", "52066;52005;Aachen").columns == Columns(None, 0, (2,))


def test_positions_that_are_none_are_told() -> None:
    metres = ("59174;5716325;393821", "59423;5710325;395821")
    kept = choice("PLZ;lat;lon", *metres)
    assert kept.columns == Columns(None, 0)
    assert [str(note) for note in kept.notes] == [
        "'lat' and 'lon' are not read: most of their cells are no positions in Germany, in degrees"
    ]
    for names, rows in (("PLZ;lat;lon", ("59174;51.59;7.66",)), ("PLZ;lat;n", metres), ("PLZ;lat;lon", ("59174;;",))):
        assert not choice(names, *rows).notes


def test_positions_that_stand_the_other_way_round_are_read() -> None:
    swapped = ("59174;7.66;51.59", "59423;7.69;51.53")
    kept = choice("PLZ;lat;lon", *swapped)
    assert kept.columns == Columns(None, 0, latitude=2, longitude=1)
    assert [str(note) for note in kept.notes] == ["'lat' and 'lon' stand the other way round, and are read so"]
    assert not choice("PLZ;lat;lon", *swapped, latitude="lon", longitude="lat").notes


def test_the_owner_sits_elsewhere() -> None:
    assert found("Unfall-PLZ;Halter-Ort;Halter-PLZ", "59174;Dortmund;44135") == Columns(None, 0)
    assert found("PLZ;Ort des Betreibers", "59174;Kamen", "44135;Dortmund") == Columns(None, 0, (1,))
    assert found("Träger PLZ;Träger Ort", "59174;Kamen") == Columns(None, 0, (1,))


def test_of_several_addresses_the_prefix_chooses() -> None:
    names = "rechnung_plz;rechnung_ort;liefer_plz;liefer_ort"
    assert choice(names, "59174;Kamen;44135;Dortmund", prefix="rechnung_").columns == Columns(None, 0, (1,))
    assert choice(names, "59174;Kamen;44135;Dortmund", prefix="liefer_").columns == Columns(None, 2, (3,))
    answers = "ags;town;kreis_key;kreis;land;chamber_code;chamber;how;candidates"
    second = f"{names};{';'.join(f'rechnung_{one}' for one in answers.split(';'))}"
    row = "59174;Kamen;44135;Dortmund;05978020;Kamen;05978;Kreis Unna;Nordrhein-Westfalen;00037;HWK;place;"
    assert choice(second, row, prefix="liefer_").columns == Columns(None, 2, (3,))
    with pytest.raises(BadSetting, match=r"has a column 'rechnung_ags' already; .* another --prefix"):
        choice(second, row, prefix="rechnung_")


def test_a_column_of_countries_is_one_where_most_are_germany() -> None:
    rows = ("59174;Kamen;D", "20144;Milano;IT", "44135;Dortmund;Deutschland", "33100;Tampere;Finnland", "59199;Bönen;")
    more = ("1;Kamen;D", "1;Kamen;DE", "1;Kamen;Germany")
    for heading in ("Land", "Staat", "country"):
        assert found(f"PLZ;Ort;{heading}", *rows, *more).country == 2
    assert found("PLZ;Ort;Land", "59174;Kamen;Nordrhein-Westfalen", "80331;München;Bayern").country is None
    assert found("PLZ;Ort;Land", "59174;Kamen;", ";;").country is None
    assert found("PLZ;Ort;Land", "59174;Kamen;D", country="").country is None
    assert found("PLZ;Ort;Land", "59174;Kamen;Deutschland", "44135;Dortmund;NA").country is None
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


def test_headings_are_not_translated(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("place;latitude;longitude\nKamen;51.59;7.66\n")
    said = hwk("match", tmp_path / "in.csv", "--lang", "de").stderr
    assert "Ort: place, Breite: latitude, Länge: longitude" in said


def test_columns_are_named() -> None:
    names = "Ort;PLZ A;PLZ B;Ort"
    assert found(names, place="4", postal_code="PLZ B") == Columns(None, 2, (3,))
    assert found("x;y", place="Y", postal_code="") == Columns(None, None, (1,))
    assert found("x;y", key="1", place="2").used == (0, 1)


@pytest.mark.parametrize(
    ("names", "rows", "given", "message"),
    [
        (
            "PLZ A;Ort A;PLZ B;Ort B",
            (),
            {},
            "the postal code could be 'PLZ A' or 'PLZ B', and the place could be 'Ort A' or 'Ort B'; choose, for "
            "example: hwk match 'my file.csv' --postal-code 'PLZ A' --place 'Ort A'",
        ),
        (
            "Ort;x;Ort",
            (),
            {},
            "the place could be column 1 ('Ort') or column 3 ('Ort'); choose, for example: hwk match",
        ),
        # A part of a city may be called as a town elsewhere.
        (
            "Nr;Stadtteil",
            ("1;Brackel", "2;Hombruch"),
            {},
            "'Stadtteil' has parts of a town, and no column says of which town; add a column 'Ort' with the name of",
        ),
        ("Bezirk;n", ("Mitte;1", "Pankow;2", "Neukölln;3"), {}, "'Bezirk' has parts of a town"),
        # So the Berlin pharmacies are counted.
        ("district;2014", ("Mitte ;100", "Pankow ;83", "Neukölln ;66"), {}, "'district' has parts of a town"),
        # The structural data of the constituencies (Die Bundeswahlleiterin).
        (
            "Land;Wahlkreis-Nr.;Wahlkreis-Name;Fläche",
            (
                "Schleswig-Holstein;005;Kiel;143,0",
                "Schleswig-Holstein;007;Pinneberg;664,3",
                "Hamburg;019;Hamburg-Altona;77,9",
            ),
            {},
            "'Wahlkreis-Nr.' has constituencies, which are no Kreise and no towns",
        ),
        # A district of a sports association is no place, be it called as one.
        ("Verein;Bezirk", ("TuS A;Arnsberg", "TuS B;Arnsberg"), {}, "no column of places"),
        # A district of the labour agency is more than the town of its name.
        ("Agentur für Arbeit;n", ("Hamm;1", "Dortmund;2", "Iserlohn;3"), {}, "no column of places"),
        # Countries and sexes are plates of cars, too.
        ("geo;n", ("DE;1", "FR;2", "ES;3", "IT;4"), {}, "no column of places"),
        ("Nr;Kennzeichen", ("1;m", "2;w", "3;d"), {}, "no column of places"),
        ("Verbandsgemeinde;n", ("Kirchen (Sieg);1", "Linz am Rhein;2"), {}, "no column of places"),
        ("Nr;Baumart", ("1;Eiche", "2;Linde", "3;Ahorn"), {}, "no column of places"),
        # Positions in metres (UTM), as offices for the environment give them.
        ("Name;UTM_E;UTM_N", ("A;400000;5716000",), {}, "'UTM_E' and 'UTM_N' hold positions in metres"),
        # Where people come from and where they go.
        (
            "Herkunftskreis;Zielkreis;n",
            ("Kreis Unna;Dortmund;3", "Kreis Soest;Hamm;4", "Märkischer Kreis;Kreis Unna;5"),
            {},
            "the Kreis could be 'Herkunftskreis' or 'Zielkreis'; choose, for example: hwk match 'my file.csv' --kreis",
        ),
        # Kreise side by side.
        ("Jahr;Unna;Soest;Dortmund", ("2020;1;2;3", "2021;3;4;5"), {}, "the Kreise stand side by side, in the"),
        # The Wahlkreis of a town's name is none.
        ("Wahlkreis;Name", ("1;Flensburg", "5;Kiel", "146;Soest"), {}, "'Wahlkreis' has constituencies"),
        # Without headings, as the office of statistics of Bavaria has its keys.
        (
            "161;Ingolstadt (Krfr.St);137000",
            ("162;München (Krfr.St);1487000", "171;Altötting (Lkr);111000"),
            {},
            "the headings look like a row, 'Ingolstadt (Krfr.St)'; name their row with --header-row",
        ),
        ("Kamen", ("Unna", "Bönen", "Dortmund"), {}, "the headings look like a row, 'Kamen'"),
        ("Kreis Unna", ("Dortmund", "Märkischer Kreis", "Kreis Soest"), {}, "look like a row, 'Kreis Unna'"),
        ("PLZ;59174;44135", ("Ort;Kamen;Dortmund", "n;1;2"), {}, "the headings stand in the first column, 'PLZ'; swap"),
        ("a;b", ("x;y",), {}, "no column of places, postal codes or keys is clear; name them with --place"),
        ("a;b", ("59174;59174",), {}, "the postal code could be 'a' or 'b'"),
        ("a;b", ("Kamen;Kamen",), {}, "the place could be 'a' or 'b'"),
        ("a;b", (), {"place": "c"}, "no column 'c'; name them with --place, --postal-code or --key out of 'a', 'b'"),
        ("a;b", (), {"place": "9" * 5000}, "no column '9999"),
        ("a;a", (), {"place": "a"}, "2 columns are called 'a'; give --place a number: 1, 2"),
        ("PLZ;hwk_ags", (), {}, "the table has a column 'hwk_ags' already"),
        ("PLZ;HWK AGS", (), {}, "the table has a column 'HWK AGS' already"),
        (
            "59174;Kamen",
            (),
            {},
            "the headings have a postal code, '59174'; say with --header-row in which row they are, 0 if",
        ),
        (";".join("abcdefghijklmnopqrstuvwxyz"), (";" * 25,), {}, "and 6 more"),
    ],
)
def test_what_is_not_clear_is_a_usage_error(
    names: str, rows: tuple[str, ...], given: dict[str, str | None], message: str
) -> None:
    with pytest.raises(BadSetting) as error:
        choose(names.split(";"), given, lambda: [row.split(";") for row in rows], resolver, PREFIX, "my file.csv")
    assert message in str(error.value)


def test_a_usage_error_exits_with_2(hwk: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a;b\nx;y\n")
    result = hwk("match", tmp_path / "in.csv")
    assert result.exit_code == Exit.USAGE
    assert "'a', 'b'" in result.stderr


KREISE = ("Unna", "Holzminden", "Lippe", "Barnim", "München")
KEYS = ("05978", "03255", "05766", "12060", "09184")


@pytest.mark.parametrize(
    ("names", "rows", "expected"),
    [
        ("code;name", zip(KEYS, KREISE, strict=True), Columns(0, kreis=1)),
        ("Kennziffer;Raumeinheit", list(zip(KEYS, KREISE, strict=True))[:1], Columns(0, kreis=1)),
        ("Kennziffer;Ort", [("05978", "Kamen")] * 3, None),
        ("a;b", [(key.lstrip("0"), name) for key, name in zip(KEYS, KREISE, strict=True)], Columns(0, kreis=1)),
        ("Nr;Ort", [("1051", "Kamen"), ("1053", "Unna"), ("1054", "Soest")], Columns(None, None, (1,))),
        ("x;Region", [("1", f"{key} {name}") for key, name in zip(KEYS, KREISE, strict=True)], Columns(1)),
        ("Gemeinde;x", [("05978020 Kamen, Stadt", "1"), ("05978 Unna", "2"), ("05913 Dortmund", "3")], Columns(0)),
        ("Name;x", [(name, "1") for name in KREISE], Columns(kreis=0)),
        ("Name;kurz", [(name, f"LK {name}") for name in KREISE], Columns(kreis=1)),
        ("Ort;Kreis", [("Unna", "Unna"), ("Kamen", "Unna"), ("Detmold", "Lippe")], Columns(None, None, (0,), 1)),
        ("Ort;Kreis", [("Unna", "Unna"), ("Soest", "Soest")], Columns(None, None, (0,), 1)),
        ("Kreisnummer;Ort", [("05978", "Unna"), ("05974", "Soest")], Columns(0, None, (1,))),
        ("Kunden-Nr;Ort", [("12060", "Kamen"), ("12061", "Unna"), ("12062", "Soest")], Columns(None, None, (1,))),
        ("a;PLZ;Ort", [(key, "59174", "Kamen") for key in KEYS], Columns(None, 1, (2,))),
        ("AGS;ARS", [("05978020", "059780020020"), ("05913000", "059130000000")], Columns(0)),
    ],
)
def test_the_rows_of_a_table_may_be_kreise(
    names: str, rows: Iterable[tuple[str, ...]], expected: Columns | None
) -> None:
    """By their keys whatever the heading, by key and name, or by names that no town bears; but an address in the town
    of a Kreis is one in the town."""
    lines = [";".join(row) for row in rows]
    if expected is None:
        # Too few to tell keys from any number.
        assert found(names, *lines).key is None
    else:
        assert found(names, *lines) == expected


def test_keys_that_differ_are_asked_for() -> None:
    with pytest.raises(BadSetting, match="the key could be 'AGS' or 'ARS'"):
        found("AGS;ARS", "05978020;059130000000", "05978020;059780020020")


def test_a_row_of_plates_or_of_a_town_is_no_heading() -> None:
    with pytest.raises(BadSetting, match="the headings look like a row, 'UN'"):
        found("UN", "DO", "HAM", "SO", "HSK", "EN")
    with pytest.raises(BadSetting, match="the headings look like a row, 'Kamen, Stadt'"):
        found("Kamen, Stadt;1", "Unna, Stadt;2", "Schwerte, Stadt;2")


def test_few_short_words_are_no_plates() -> None:
    """They may be anything: days of the week, sizes."""
    for cells in (("MO", "DI", "MI", "DO", "FR", "SA", "SO"), ("S", "M", "L"), ("UN", "DO")):
        with pytest.raises(BadSetting, match="no column of places"):
            found("a;b", *(f"{cell};1" for cell in cells))
