import math
import re
from collections import Counter
from pathlib import Path

import pytest
from national import FOLDER, TABLES

from hwkcli.errors import BadData, BadFile
from hwkcli.files import changes, tables
from hwkcli.gazetteer.store.assemble import KINDS
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import base


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tables in a folder where they can be changed."""
    for file in FOLDER.iterdir():
        if file.is_file() and file.suffix in (".csv", ".yaml", ""):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_the_register_is_whole() -> None:
    assert len(TABLES.laender) == 16
    # Those of the register of 31.12.2024, and Hanau.
    assert len(TABLES.kreise) == 400 + 1
    apart = Counter(gemeinde.type.startswith("gemeindefrei") for gemeinde in TABLES.gemeinden)
    # Niedergeckler and Obergeckler are one since 2025, and six areas have become parts of municipalities.
    assert apart == {False: 10_752 - 1, True: 207 - 6}
    of_land = Counter(one.ags[:2] for one in TABLES.gemeinden if not one.type.startswith("gemeindefrei"))
    counts = (1104, 1, 939, 2, 396, 421, 2300, 1101, 2056, 52, 1, 413, 724, 418, 218, 605)
    assert [of_land[land.key] for land in TABLES.laender] == list(counts)


def test_every_municipality_has_the_population_of_the_census() -> None:
    unknown = {one.type for one in TABLES.gemeinden if not one.population}
    assert unknown == {"gemeindefreies Gebiet"}  # without inhabitants, by the register
    of_land: Counter[str] = Counter()
    for gemeinde in TABLES.gemeinden:
        of_land[gemeinde.ags[:2]] += int(gemeinde.population or 0)
    assert of_land["11"] == 3_596_999
    assert of_land["02"] == 1_808_846
    assert of_land.total() == 82_711_282
    (source,) = (one.source for one in TABLES.origins.facts if "population" in one.fields)
    assert source == "census_2022"


def test_every_key_is_made_of_those_above_it() -> None:
    kreise = {kreis.key for kreis in TABLES.kreise}
    for gemeinde in TABLES.gemeinden:
        assert gemeinde.ars[:5] + gemeinde.ars[9:] == gemeinde.ags
        assert gemeinde.kreis_key in kreise or gemeinde.ags in ("07000999", "13000999")
        assert KINDS[gemeinde.type]
        assert gemeinde.postal_code or gemeinde.type.startswith("gemeindefrei")
    inhabited = {gemeinde.kreis_key for gemeinde in TABLES.gemeinden if gemeinde.postal_code}
    assert inhabited == kreise


def test_what_has_changed_since_the_register_has_todays_keys() -> None:
    gemeinden = {gemeinde.ags: gemeinde for gemeinde in TABLES.gemeinden}
    hanau = gemeinden["06415000"]
    assert (hanau.ars, hanau.type) == ("064150000000", "kreisfreie Stadt")
    assert (gemeinden["07232503"].name, gemeinden["07232503"].population) == ("Obergeckler", str(49 + 128))
    for change in changes.read(FOLDER / "changes.yaml"):
        assert not set(change.old) & gemeinden.keys()
        assert set(change.successors) <= gemeinden.keys()
        assert change.source in {one.id for one in TABLES.origins.sources}
    codes = {ort.postal_code for ort in TABLES.orte if ort.ags == "06415000"}
    assert {"63450", "63452", "63454", "63456", "63457"} <= codes


def test_every_kreis_has_its_nuts_code_and_nearly_every_one_a_plate() -> None:
    by_key = {kreis.key: kreis for kreis in TABLES.kreise}
    assert all(kreis.nuts3 for kreis in TABLES.kreise)
    shared = Counter(kreis.nuts3 for kreis in TABLES.kreise)
    # Hanau is still in the region of the Main-Kinzig-Kreis.
    assert {code for code, count in shared.items() if count > 1} == {by_key["06435"].nuts3}
    assert by_key["05978"].nuts3 == "DEA5C"
    assert "UN" in by_key["05978"].plates.split()
    for key, plate in {"02000": "HH", "04011": "HB", "04012": "HB", "11000": "B"}.items():
        assert by_key[key].plates == plate
    assert sum(not kreis.plates for kreis in TABLES.kreise) < 12


def test_postal_codes_know_their_kreis_and_their_municipality() -> None:
    codes = {ort.postal_code for ort in TABLES.orte}
    known = {ort.postal_code for ort in TABLES.orte if ort.ags and ort.match != "point"}
    known |= {one.postal_code for one in TABLES.gemeinden}
    # These rest on the position of a place alone.
    assert len(codes - known) == 13
    for ort in TABLES.orte:
        assert bool(ort.ags) == bool(ort.match)
        assert not ort.ags or ort.ags.startswith(ort.kreis_key) or ort.match in ("neighbour", "locality", "point")
    missing = {"04861", "06485", "06711", "06772", "09434", "22961", "25867", "33333", "82475", "99090", "99095"}
    assert {ort.postal_code for ort in TABLES.orte if ort.match == "lists"} == missing
    (wahlsburg,) = (ort for ort in TABLES.orte if ort.place == "Wahlsburg")
    assert (wahlsburg.postal_code, wahlsburg.ags) == ("37194", "06633030")


def test_every_locality_lies_in_a_municipality_and_names_its_sources() -> None:
    gemeinden = {gemeinde.ags: gemeinde for gemeinde in TABLES.gemeinden}
    sources = {source.id for source in TABLES.origins.sources}
    own = {(fold(base(one.name)), one.ags) for one in TABLES.gemeinden}
    assert len({(fold(one.name), one.ags) for one in TABLES.ortsteile}) == len(TABLES.ortsteile)
    for one in TABLES.ortsteile:
        keys = [one.ags, *one.alt_ags.split()]
        assert set(keys) <= gemeinden.keys()
        assert len(set(keys)) == len(keys)
        assert set(one.sources.split()) <= sources
        assert (fold(one.name), one.ags) not in own, "the municipality itself"
        assert one.confidence != "low" or len(keys) > 1 or one.sources == tables.UNVERIFIED
        assert not re.search("[0-9|&]", one.name)
    counts = Counter(one.confidence for one in TABLES.ortsteile)
    assert counts["high"] > 25_000
    assert counts["medium"] > 15_000
    assert counts["low"] > 25_000


def test_localities_are_near_the_centre_of_a_municipality_that_they_may_lie_in() -> None:
    gemeinden = {gemeinde.ags: gemeinde for gemeinde in TABLES.gemeinden}

    def away(one: tables.Ortsteil, ags: str) -> float:
        town = gemeinden[ags]
        east = math.cos(math.radians(float(one.latitude))) * (float(one.longitude) - float(town.longitude))
        radius = math.sqrt(float(town.area_km2) / math.pi)
        return 111.2 * math.hypot(float(one.latitude) - float(town.latitude), east) / max(radius, 1)

    placed = [one for one in TABLES.ortsteile if one.latitude and gemeinden[one.ags].latitude]
    assert len(placed) > 60_000
    keys = [(one, [one.ags, *(one.alt_ags.split() if one.confidence == "low" else ())]) for one in placed]
    far = [one for one, candidates in keys if min(away(one, ags) for ags in candidates) > 3]
    # Islands, exclaves and long municipalities are few.
    assert len(far) < 0.01 * len(placed), far[:5]


@pytest.mark.parametrize(
    ("name", "ags", "until"),
    [
        ("Wattenscheid", "05911000", "1974-12-31"),
        ("Schlotheim", "16064077", "2019-12-30"),
        ("Bomlitz", "03358024", "2019-12-31"),
        ("Letmathe", "05962024", "1974-12-31"),
        ("Niedergeckler", "07232503", "2024-12-31"),
    ],
)
def test_a_former_municipality_says_until_when_it_was_one(name: str, ags: str, until: str) -> None:
    (found,) = (one for one in TABLES.ortsteile if (one.name, one.ags) == (name, ags))
    assert (found.until, found.confidence) == (until, "high")


def test_every_raw_file_has_its_sum_its_day_and_its_terms() -> None:
    for source in TABLES.origins.sources:
        assert bool(source.file) == bool(source.sha256)
        assert source.retrieved or not source.file
        assert source.attribution
        assert source.licence.de
    cited = {fact.source for fact in TABLES.origins.facts}
    assert cited <= {source.id for source in TABLES.origins.sources}


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("municipalities.csv", "01001000,", "1001000,", "municipalities.csv:2: ags: found '1001000'"),
        ("municipalities.csv", "56.73", "56,73", "municipalities.csv:2: found 10 cells, expected 9 cells"),
        ("municipalities.csv", ",Gemeinde,", ",Dorf,", ": type: found 'Dorf', expected"),
        ("municipalities.csv", "01001000,0", "01999000,0", "found 01999000, expected a key in one of the Kreise"),
        ("kreise.csv", "01001,", "99001,", "kreise.csv:2: key: found 99001, expected a key in one of the Länder"),
        ("kreise.csv", "01002,", "01001,", "kreise.csv:3: found 01001,"),
        ("kreise.csv", ",DEF01,", ",EDF01,", "kreise.csv:2: nuts3: found 'EDF01'"),
        (
            "kreise.csv",
            "key,name",
            "name,key",
            "kreise.csv:1: found name,key,type,nuts3,plates, expected key,name,type",
        ),
        ("postal_codes.csv", "14612,14612000", "14612,99999999", "expected a Kreis and a municipality that exist"),
        ("postal_codes.csv", ",kreis\n", ",guess\n", "postal_codes.csv:2: match: found 'guess'"),
        (
            "localities.csv",
            ",01001000,,",
            ",01999000,,",
            "localities.csv:2: ags: found 01999000, expected a municipality",
        ),
        ("localities.csv", ",low,geonames", ",vague,geonames", "confidence: found 'vague'"),
        ("localities.csv", ",geonames_places\n", ",hearsay\n", "found hearsay, expected the id of a source"),
        (
            "localities.csv",
            ",01001000,01059126,",
            ",01001000,,",
            "alt_ags: found nothing, expected another municipality",
        ),
        ("SHA256SUMS", "  germany/", " germany/", "SHA256SUMS:3: found "),
        ("sources.yaml", "\n  edition:", "\n  editon:", "sources[0].editon: found the unknown key editon"),
        ("spellings.yaml", '"01":', '"1":', "aliases.1: found the key 1, expected 2, 5 or 8 digits"),
        ("spellings.yaml", "aliases:", "aliases: []\nx:", "aliases: found no mapping, expected keys with their values"),
    ],
)
def test_what_is_not_in_order_is_refused_with_its_place(
    copy: Path, name: str, old: str, new: str, message: str
) -> None:
    text = (copy / name).read_text(encoding="utf-8")
    assert old in text
    (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        (tables.spellings(copy / name) if name == "spellings.yaml" else tables.read(copy))
    assert any(message in str(fault) for fault in caught.value.faults), caught.value.faults


def test_a_table_that_cannot_be_read_is_one_line(copy: Path) -> None:
    (copy / "laender.csv").write_bytes(b"key,name\n01,Schl\xe4\n")
    with pytest.raises(BadFile, match=r"laender\.csv: "):
        tables.read(copy)
    (copy / "laender.csv").unlink()
    with pytest.raises(BadFile, match="No such file"):
        tables.read(copy)
    with pytest.raises(BadFile, match="No such file"):
        tables.spellings(copy / "none.yaml")


def test_regions_and_other_names_are_those_of_laender_and_kreise() -> None:
    found = tables.spellings(FOLDER / "spellings.yaml")
    areas = {*(land.key for land in TABLES.laender), *(kreis.key for kreis in TABLES.kreise)}
    assert areas >= set(found.aliases)
    # A region may be that of a Regierungsbezirk, too.
    areas |= {bezirk.key for bezirk in TABLES.regierungsbezirke}
    assert areas >= {key for region in found.regions for key in region.keys}
    names = [fold(name) for region in found.regions for name in region.names]
    # A landscape stands in one line, with all that it is in.
    assert len(names) == len(set(names)) > 150
