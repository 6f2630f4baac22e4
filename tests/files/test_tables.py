from collections import Counter
from pathlib import Path

import pytest

from hwkcli.errors import BadData, BadFile
from hwkcli.files import tables
from hwkcli.gazetteer.assemble import KINDS

FOLDER = Path(__file__).parent.parent.parent / "data" / "germany"
TABLES = tables.read(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tables in a folder where they can be changed."""
    for file in FOLDER.iterdir():
        if file.suffix in (".csv", ".yaml"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_the_register_is_whole() -> None:
    assert len(TABLES.laender) == 16
    assert len(TABLES.kreise) == 400
    assert len(TABLES.gemeinden) == 10_959
    apart = Counter(gemeinde.type.startswith("gemeindefrei") for gemeinde in TABLES.gemeinden)
    assert apart == {False: 10_752, True: 207}
    of_land = Counter(one.ags[:2] for one in TABLES.gemeinden if not one.type.startswith("gemeindefrei"))
    counts = [
        "1104",
        "1",
        "939",
        "2",
        "396",
        "421",
        "2301",
        "1101",
        "2056",
        "52",
        "1",
        "413",
        "724",
        "418",
        "218",
        "605",
    ]
    assert [of_land[land.key] for land in TABLES.laender] == list(map(int, counts))
    assert sum(int(gemeinde.population) for gemeinde in TABLES.gemeinden) == 84_669_326


def test_every_key_is_made_of_those_above_it() -> None:
    kreise = {kreis.key for kreis in TABLES.kreise}
    for gemeinde in TABLES.gemeinden:
        assert gemeinde.ars[:5] + gemeinde.ars[9:] == gemeinde.ags
        assert gemeinde.kreis_key in kreise or gemeinde.ags in ("07000999", "13000999")
        assert KINDS[gemeinde.type]
        assert gemeinde.postal_code or gemeinde.type.startswith("gemeindefrei")
    inhabited = {gemeinde.kreis_key for gemeinde in TABLES.gemeinden if gemeinde.postal_code}
    assert inhabited == kreise


def test_postal_codes_know_their_kreis_and_nearly_all_their_municipality() -> None:
    codes = {ort.postal_code for ort in TABLES.orte}
    assert len(TABLES.orte) == 16_477
    assert len(codes) == 8_309
    known = {ort.postal_code for ort in TABLES.orte if ort.ags} | {one.postal_code for one in TABLES.gemeinden}
    # No name in the two official files tells the municipality of the others; to guess it by their position is wrong
    # for one place in fifty.
    assert len(codes - known) == 179
    for ort in TABLES.orte:
        assert bool(ort.ags) == bool(ort.match)
        assert not ort.ags or ort.ags.startswith(ort.kreis_key) or ort.match == "neighbour"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("municipalities.csv", "01001000,", "1001000,", "municipalities.csv:2: ags: found '1001000'"),
        ("municipalities.csv", "56.73", "56,73", "municipalities.csv:2: found 10 cells, expected 9 cells"),
        ("municipalities.csv", ",Gemeinde,", ",Dorf,", ": type: found 'Dorf', expected"),
        ("municipalities.csv", "01001000,0", "01999000,0", "found 01999000, expected a key in one of the Kreise"),
        ("kreise.csv", "01001,", "99001,", "kreise.csv:2: key: found 99001, expected a key in one of the Länder"),
        ("kreise.csv", "01002,", "01001,", "kreise.csv:3: found 01001,"),
        ("kreise.csv", "key,name", "name,key", "kreise.csv:1: found name,key,type, expected key,name,type"),
        ("postal_codes.csv", "14612,14612000", "14612,99999999", "expected a Kreis and a municipality that exist"),
        ("postal_codes.csv", ",kreis\n", ",guess\n", "postal_codes.csv:2: match: found 'guess'"),
        ("sources.yaml", "edition:", "editon:", "sources.yaml:12: sources[0].editon: found the unknown key editon"),
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
