"""The script that writes the tables, on small raw files and small files by hand of our own."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import CHANGES, FILES, POSTAL, RAW, REGISTER, Desk, postal


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_the_tables_hold_what_the_raw_files_hold(desk: Desk) -> None:
    printed = desk.run()
    assert (desk.tables / "laender.csv").read_text(encoding="utf-8") == "key,name\n05,Nordrhein-Westfalen\n"
    assert desk.rows("kreise.csv") == [
        {"key": "05911", "name": "Bochum, Stadt", "type": "kreisfreie Stadt", "nuts3": "DEA51", "plates": "BO BOC"},
        {"key": "05978", "name": "Unna", "type": "Kreis", "nuts3": "DEA5C", "plates": "LH UN"},
    ]
    assert desk.rows("municipalities.csv")[1] == {
        "ags": "05978020",
        "ars": "059780020020",
        "name": "Kamen, Stadt",
        "type": "Stadt",
        "area_km2": "40.95",
        "population": "42000",  # of the census, not of the register
        "postal_code": "59174",
        "latitude": "51.59",
        "longitude": "7.66",
    }
    # What has no municipality, or is one, is no Verband.
    assert desk.rows("associations.csv") == [{"key": "059780020", "name": "Kamener Land", "type": "Samtgemeinde"}]
    lake = desk.rows("municipalities.csv")[-1]
    assert (lake["type"], lake["area_km2"], lake["latitude"]) == ("gemeindefreies Gebiet", "", "")
    assert lake["population"] == ""
    codes = [(row["postal_code"], row["ags"][-3:], row["match"]) for row in desk.rows("postal_codes.csv")]
    assert codes == [
        ("44787", "000", "kreis"),
        ("44799", "000", "corrected"),
        ("44892", "000", "kreis"),
        ("59174", "020", "name"),
        ("59175", "020", "part"),
        ("59176", "020", "part"),
        ("59177", "020", "part"),
        ("59178", "024", "part"),
        ("59179", "024", "locality"),
        ("59180", "028", "point"),
        ("59181", "028", "lists"),
        ("59368", "028", "name"),
    ]
    assert "left out: 99999 Anderswo, for no Kreis has the key '99999'" in printed
    assert "5 municipalities and areas, 2 Kreise, 12 postal codes, 0 of them without a municipality" in printed


def test_localities_are_where_the_evidence_puts_them(desk: Desk) -> None:
    printed = desk.run("--verbose")
    found = desk.localities()
    assert found["Heeren", "05978020"]["until"] == "1967-12-31"
    # Its whole name says where it is, and so does the other row of it, close by.
    querenburg = found["Querenburg", "05911000"]
    assert (querenburg["confidence"], querenburg["alt_ags"], querenburg["name"]) == ("medium", "", "Querenburg")
    assert ("Querenburg", "05978020") not in found
    # Nobody lives in the lake.
    assert found["Seestadt", "05978028"]["confidence"] == "medium"
    assert found["Grenze", "05978020"]["alt_ags"] == "05978028"
    weitmar = found["Weitmar", "05911000"]
    assert (weitmar["sources"], weitmar["part_of"]) == ("nwbib_places postal_table", "Stadtbezirk Südwest")
    assert weitmar["latitude"] == "51.45"
    assert found["Bochum Ost", "05911000"]["name"] == "Bochum Ost"  # a direction alone is no name
    assert ("Eppendorf", "05911000") in found
    assert ("Kamen, Kirchspiel", "05978020") in found
    assert ("Ast", "05978020") in found
    assert found["Wiese", "05978020"]["confidence"] == "medium"
    ehrenfeld = found["Ehrenfeld", "05911000"]
    assert (ehrenfeld["part_of"], ehrenfeld["sources"]) == ("Mitte", "editors_places")
    for line in (
        "left out: Kamen (05978020): the municipality itself",
        "left out: Bochum, Nordrhein-Westfalen (05911000): the municipality itself",
        "left out: Munich on Ruhr (05911000): another name of the municipality itself",
        "left out: Stadtbezirk 07 (05911000): a number, no name",
        "left out: Bahnhof (05978020): a facility, not a place",
        "left out: Nordkanal (05978020): a canal",
        "left out: Maja & Tomi (05911000): a company",
        "left out: yest (05911000): no name: those of places begin with a capital letter",
        "left out: Gdefr. Geb. (Lkr Unna) (05978999): an area of no municipality",
    ):
        assert f"{line}\n" in printed
    assert "left out: Kamen" not in desk.run()


CORRECTED = """\
localities:
- {name: Heeren, listed: "05978020", ags: "05978028", reason: x}
- {name: Weitmar, listed: "05911000", ags: "05978028", reason: x}
split:
  "05911000": [Overberge]
  "05978020": [Ostick, Querenburg]
"""
SPLIT = (
    "Overberge,05911000,05978020,51.6,7.68,municipality until 1967-12-31,destatis_former,high\n"
    "Ostick,05978020,05911000,51.6,7.69,municipality until 1966-12-31,destatis_former,high\n"
    "Ostick,05911000,,,,,nwbib,high\n"
)


def test_localities_that_the_list_has_wrong_are_corrected(desk: Desk) -> None:
    spoil("corrections.yaml", "plates:", f"{CORRECTED}plates:")(desk)
    spoil("below/localities.csv", "Wiese-Nord", f"{SPLIT}Wiese-Nord")(desk)
    desk.run()
    found = desk.localities()
    assert found["Heeren", "05978028"]["until"] == "1967-12-31"
    assert ("Heeren", "05978020") not in found
    assert found["Weitmar", "05978028"]["alt_ags"] == ""
    overberge = found["Overberge", "05911000"]
    assert (overberge["confidence"], overberge["alt_ags"]) == ("low", "05978020")
    # Another source knows which of the two it is; that it was a municipality is not lost.
    ostick = found["Ostick", "05911000"]
    assert (ostick["confidence"], ostick["alt_ags"], ostick["until"]) == ("high", "", "1966-12-31")
    assert ostick["sources"] == "former_municipalities nwbib_places"
    assert ("Ostick", "05978020") not in found


def test_a_second_run_changes_no_byte(desk: Desk) -> None:
    desk.run()
    before = desk.bytes()
    printed = desk.run()
    assert desk.bytes() == before
    assert "postal codes: 0 added, 0 gone" in printed
    assert "localities: 0 added, 0 gone" in printed


def test_the_sum_of_each_raw_file_stands_beside_the_tables(desk: Desk) -> None:
    desk.run()
    sums = dict(line.split("  ")[::-1] for line in (desk.tables / "SHA256SUMS").read_text().splitlines())
    assert sums.keys() == {file for file in FILES.values() if file}
    assert sums["p.csv"] == hashlib.sha256((desk.raw / "p.csv").read_bytes()).hexdigest()
    with (desk.raw / "p.csv").open("a") as stream:
        stream.write("\n")
    assert "raw file changed: p.csv" in desk.run()


def test_a_place_far_from_the_municipality_of_its_name_is_another_one(desk: Desk) -> None:
    postal(desk.raw / "p.csv", POSTAL, "Werne a. d. Lippe")
    desk.run()
    assert desk.rows("postal_codes.csv")[-1]["match"] == "name"  # it has the code of the seat
    postal(desk.raw / "p.csv", POSTAL, "Kamen Methler")
    desk.run()
    (methler,) = (row for row in desk.rows("postal_codes.csv") if row["place"] == "Kamen Methler")
    assert methler["match"] == ""


def test_changes_that_the_register_does_not_have_are_applied_everywhere(desk: Desk) -> None:
    (desk.tables / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    desk.run()
    towns = {row["ags"]: row for row in desk.rows("municipalities.csv")}
    assert towns.keys() == {"05911000", "05978500", "05999000"}
    werne = towns["05978500"]
    assert (werne["area_km2"], werne["population"], werne["postal_code"]) == ("76.60", "907", "59368")
    assert (towns["05999000"]["area_km2"], towns["05999000"]["type"]) == ("42.20", "kreisfreie Stadt")
    kreise = {row["key"]: row for row in desk.rows("kreise.csv")}
    # The region is what it was until the codes change; plates are not known.
    assert (kreise["05999"]["nuts3"], kreise["05999"]["plates"]) == ("DEA5C", "")
    codes = {row["postal_code"]: (row["ags"], row["kreis_key"]) for row in desk.rows("postal_codes.csv")}
    assert codes["59174"] == ("05999000", "05999")
    assert codes["59368"] == ("05978500", "05978")
    found = desk.localities()
    assert found["Heeren", "05999000"]["until"] == "1967-12-31"
    assert found["Grenze", "05999000"]["alt_ags"] == "05978500"
    assert found["Werne (Lippe)", "05978500"]["until"] == "2030-12-31"
    assert found["Großer See", "05999000"]["sources"] == "territorial_changes"
    assert ("Kamen", "05999000") not in found


def test_changes_that_the_register_has_are_named_and_not_applied(desk: Desk) -> None:
    (desk.tables / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    desk.register(REGISTER, "31.12.2031 (4. Quartal)")
    printed = desk.run()
    assert "change of 2031-01-01, 05978024, 05978028: the register has it; delete its record\n" in printed
    assert {row["ags"] for row in desk.rows("municipalities.csv")} >= {"05978024", "05978028", "05999000"}


def test_a_new_edition_says_what_changed(desk: Desk) -> None:
    desk.run()
    before = desk.bytes()
    changed = [
        row if row[6] != "028" else (*row[:5], "0032", "032", *row[7:]) for row in REGISTER if row[7] != "Neu-Kamen"
    ]
    changed = [(*row[:7], "Kamen, Hansestadt", *row[8:]) if row[6] == "020" else row for row in changed]
    changed += [
        ("40", "44", "05", "9", "99", "", "", "Neuland"),
        ("60", "60", "05", "9", "99", "0001", "001", "Neumarkt", 1.0, 2.0, "59999", "7,1", "51,1"),
    ]
    desk.register(changed)
    for name in ("below/localities.csv", "resolved.csv", "missing.csv"):
        file = desk.raw / "anywhere" / name
        text = file.read_text(encoding="utf-8").replace("05978028", "05978032").replace("05978024", "05978032")
        file.write_text(text.replace("Heeren", "Heeren-Werve"), encoding="utf-8")
    printed = desk.run("--dry-run")
    for line in (
        "re-keyed: Werne (Lippe) 05978028 -> 05978032",
        "gone: Neu-Kamen 05978024",
        "added: Neumarkt 05999001",
        "renamed: 05978020 Kamen, Stadt -> Kamen, Hansestadt",
        "Kreis added: Neuland 05999",
        "chamber affected: Neumarkt 05999001 has no chamber in data/chambers.yaml",
        "chamber affected: 00037 has 05913 in data/chambers.yaml, which is gone",
        "locality gone: Heeren 05978020",
        "locality added: Heeren-Werve 05978020",
        "raw file changed: r.xlsx",
    ):
        assert f"{line}\n" in printed
    assert desk.bytes() == before
    desk.run()
    desk.register(REGISTER)
    for name in ("below/localities.csv", "resolved.csv", "missing.csv"):
        (desk.raw / "anywhere" / name).write_text(RAW[name], encoding="utf-8")
    assert "Kreis gone: Neuland 05999\n" in desk.run()


def spoil(name: str, old: str, new: str) -> Callable[[Desk], None]:
    """Changes a raw file, or one by hand."""

    def change(desk: Desk) -> None:
        folder = desk.tables if name.endswith(".yaml") else desk.raw / "anywhere"
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda desk: desk.register(REGISTER, "unknown"), "r.xlsx: the cover names no Gebietsstand"),
        (lambda desk: (desk.raw / "r.xlsx").write_bytes(b"none"), "r.xlsx: .*; give the workbook"),
        (
            lambda desk: desk.register(
                [*REGISTER, ("60", "64", "05", "9", "78", "0", "1", "K", 1.0, 1.0, "1", "7", "5")]
            ),
            "ags: found '059781'",
        ),
        (
            lambda desk: (desk.raw / "p.csv").write_text("zipcode,place\n"),
            "there is no column community_code, latitude",
        ),
        (lambda desk: (desk.raw / "p.csv").unlink(), "there is no p.csv, which data/germany/sources.yaml names"),
        (lambda desk: (desk.raw / "anywhere" / "p.csv").write_text("x"), "there are several p.csv that differ"),
        (spoil("sources.yaml", "2029-12-31", "2028-12-31"), "its areas are of 2029-12-31, .* says 2028-12-31"),
        (
            spoil("sources.yaml", "publisher: x", "publsher: x"),
            r"sources\[0\].publisher: .* expected the key publisher",
        ),
        (
            spoil("changes.yaml", "changes: []", CHANGES.replace("05978024", "05978025").replace("24024", "24025")),
            "no 05978025",
        ),
        (spoil("changes.yaml", "changes: []", CHANGES.replace("1.25", "1.26")), "05978999 to 05978020 .* is not in it"),
        (
            lambda desk: [
                spoil("changes.yaml", "changes: []", CHANGES)(desk),
                spoil("changes.csv", "1250001", "viel")(desk),
            ],
            "changes.csv:2: area_m2: 'viel' is odd",
        ),
        (spoil("resolved.csv", "name in Kreis", "dice"), "was found by 'dice', which is not known"),
        (spoil("below/localities.csv", "geonames_2016", "hearsay"), "unknown source or note: .'hearsay'"),
        (spoil("below/localities.csv", "municipality until", "town until"), "unknown source or note: 'town until"),
        (spoil("below/localities.csv", ",high\n", ",high,\n"), "localities.csv:2: the line has more or fewer cells"),
        (spoil("below/localities.csv", "05978020,,", "05978021,,"), "Kamen: there is no municipality 05978021"),
        (spoil("city_districts.yaml", "city: Bochum", "city: Hagen"), "05911000 is Bochum, Stadt, not Hagen"),
        (
            spoil(
                "corrections.yaml",
                "plates:",
                'localities: [{name: Hier, listed: "05978020", ags: "05911000", reason: x}]\nplates:',
            ),
            "it does not have what corrections.yaml corrects: Hier .05978020.",
        ),
        (
            spoil("corrections.yaml", "plates:", 'split: {"05978020": [Heeren]}\nplates:'),
            "it does not have what corrections.yaml corrects: Heeren",
        ),
        (spoil("nwbib.ttl", '"05911"', '"5911"'), "it names no key of a municipality"),
        (spoil("nwbib.ttl", "Bochum", "\udcff"), "nwbib.ttl: "),
        (spoil("plates.csv", "BO,", '"\x00,'), "plates.csv:5: the line has more or fewer cells"),
    ],
)
def test_what_is_missing_or_odd_is_refused_in_one_line(
    desk: Desk, change: Callable[[Desk], object], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_text
    monkeypatch.setattr(
        Path, "write_text", lambda file, text, **more: write(file, text, errors="surrogateescape", **more)
    )
    change(desk)
    before = desk.bytes()
    with pytest.raises(SystemExit, match=message) as caught:
        desk.run()
    assert "\n" not in str(caught.value)
    assert desk.bytes() == before


def test_a_folder_that_is_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.raw = tmp_path / "none"
    with pytest.raises(SystemExit, match="no such folder; give the folder of the raw files"):
        desk.run()
