from collections.abc import Callable
from pathlib import Path

import pytest
from national import TABLES
from typer.testing import Result

import hwkcli
from hwkcli.files import check, load
from hwkcli.files.addresses import host
from hwkcli.files.chambers import strays
from hwkcli.gazetteer import responsible
from hwkcli.model import BASES

DATA = Path(__file__).parent.parent.parent / "data"
CHAMBERS = load.chambers(DATA / "chambers.yaml")
SPLIT = ("13072", "15089")


def test_each_territory_has_one_chamber_but_for_guesten() -> None:
    owners: dict[str, list[str]] = {}
    for one in CHAMBERS.territories:
        owners.setdefault(one.key, []).append(one.chamber)
    assert len(CHAMBERS.chambers) == 53
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {"15089165": ["00015", "00016"]}
    whole = {key for key in owners if len(key) == 5}
    assert whole == {kreis.key for kreis in TABLES.kreise} - set(SPLIT)
    parts = {gemeinde.ags for gemeinde in TABLES.gemeinden if gemeinde.kreis_key in SPLIT}
    assert {key for key in owners if len(key) == 8} == parts
    assert {code for codes in owners.values() for code in codes} == {chamber.code for chamber in CHAMBERS.chambers}
    assert not list(strays(DATA / "chambers.yaml", CHAMBERS, TABLES))


def test_the_territories_of_dortmund_are_those_of_its_own_file() -> None:
    district = hwkcli.load()
    own = {one.key: one for one in CHAMBERS.territories if one.chamber == "00037"}
    assert set(own) == {kreis.key for kreis in district.kreise}
    (dortmund,) = (chamber for chamber in CHAMBERS.chambers if chamber.code == "00037")
    for field in ("name", "short_name", "district", "seat", "web"):
        assert getattr(dortmund, field) == getattr(district.chamber, field)


def test_every_record_has_its_evidence() -> None:
    sources = {source.id: source for source in CHAMBERS.sources}
    for one in CHAMBERS.territories:
        assert one.basis in BASES
        assert one.sources
    for source in sources.values():
        for text in (source.publisher, source.title, source.licence.de, source.licence.en, source.edition.en):
            assert text.strip()
        assert source.url is None or source.url.startswith(("http://", "https://"))
    assert len({source.url for source in sources.values() if source.url}) > 80
    for chamber in CHAMBERS.chambers:
        assert chamber.land in {land.name for land in TABLES.laender}
        assert chamber.name.startswith("Handwerkskammer ")
        assert chamber.short_name.startswith("HWK ")
        assert all(id in sources for id in chamber.sources)
    counts = {
        level: sum(one.confidence == level for one in CHAMBERS.territories) for level in ("high", "medium", "low")
    }
    assert counts == {"high": 439, "medium": 91 + 1, "low": 2}  # Hanau


WITHOUT_ADDRESS = [
    *("Südthüringen", "Frankfurt (Oder)", "Halle", "OMV", "Hildesheim", "BLS", "Osnabrück", "OWL", "Südwestfalen"),
    *("Frankfurt-Rhein-Main", "Pfalz", "Rheinhessen", "Trier", "Freiburg", "Konstanz", "Ulm", "Schwaben"),
    *("Oberfranken", "Niederbayern-Oberpfalz", "Bremen"),
]


def test_every_chamber_has_an_address_or_is_known_to_lack_one() -> None:
    assert [one.short_name for one in CHAMBERS.chambers if not one.address] == [f"HWK {one}" for one in WITHOUT_ADDRESS]
    for one in CHAMBERS.chambers:
        if one.address:
            assert any(digit in one.address.street for digit in "0123456789")
            assert one.address.city in one.seat
            assert one.address.postal_code or one.address.note


def test_the_postal_code_of_each_address_is_in_the_territory_of_its_chamber() -> None:
    """The gazetteer's answer to the postal code alone, which knows nothing of addresses."""
    asked = 0
    for one in CHAMBERS.chambers:
        if one.address and one.address.postal_code:
            meant = responsible.chamber(one.address.postal_code)
            found = [answer for answer in meant if answer.how in ("postal_code", "at", "company")]
            assert {answer.chamber.code for answer in found if answer.chamber} == {one.code}
            assert any(answer.place.name.startswith(one.address.city) for answer in found)
            asked += 1
    assert asked == 53 - len(WITHOUT_ADDRESS) - 1  # Gera


def test_dortmund_has_the_address_of_its_contacts() -> None:
    district = hwkcli.load()
    (office,) = (one for one in load.directory(district).contacts if one.kind == "chamber")
    (dortmund,) = (one for one in CHAMBERS.chambers if one.code == "00037")
    assert dortmund.address
    for field in ("street", "postal_code", "city", "as_of"):
        assert getattr(dortmund.address, field) == getattr(office, field)
    assert office.web
    assert host(office.web) == host(dortmund.web)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'postal_code: "44139"',
            'postal_code: "58239"',
            "58239 Dortmund, expected a postal code of Dortmund",
        ),
        ('postal_code: "44139"', 'postal_code: "4413"', "expected 5 digits"),
        ("city: Dortmund", "city: Dortmuhd", "44139 Dortmuhd, expected a postal code of Dortmuhd in the territory"),
        ("street: Ardeystraße 93\n    ", "", "street"),
        ("sources: [hwk_dortmund_sites]", "sources: []", "chambers[26].address.sources"),
        ("sources: [hwk_dortmund_sites]", "sources: [nowhere]", "found the source nowhere"),
        (
            "contact_page: https://www.hwk-gera.de/",
            "contact_page: https://www.hwk-gera.example/",
            "https://www.hwk-gera.example/ansprechpartner, expected a page of hwk-gera.de",
        ),
        ('code: "00002"', 'code: "00001"', "chambers[1]: found 00001 a second time, expected each once"),
        ("basis: land_ordinance", "basis: hearsay", "found hearsay, expected land_ordinance, "),
        (
            "sources: [revosax_3355",
            "sources: [nowhere",
            "found the source nowhere, expected the id of one of the sources",
        ),
        ("- id: wikipedia_chemnitz", "- id: unused", "found unused, which nothing cites"),
        ('"05911": Bochum', '"05913": Bochum', "05913"),
        ('"15089165": Güsten', '"15089999": Güsten', "found 15089999 Güsten, expected a key"),
        ('"05911": Bochum', '"05911": Bochumm', "found 05911 Bochumm, expected the name Bochum"),
        ('"05911": Bochum\n      ', "", "found nothing for 05911000 Bochum, Stadt, expected a chamber"),
        (
            '"05911": Bochum',
            '"05911": Bochum\n      "13072": Rostock',
            "found 13072 and municipalities of it, expected either the Kreis",
        ),
        ('"05913": Dortmund', '"05913": Dortmund\n      "05978": Unna', "the key 05978 twice"),
        ('"05913": Dortmund', '"05913": Dortmund\n      "05515": Münster', "05515 Münster a second time"),
    ],
)
def test_check_says_what_is_wrong_with_the_chambers(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = changed(tmp_path, old, new)
    faults = check.of_file(file, hwkcli.load).faults
    assert any(message in str(fault) for fault in faults), faults


def changed(folder: Path, old: str, new: str) -> Path:
    """The chambers with something changed, beside the tables."""
    text = (DATA / "chambers.yaml").read_text(encoding="utf-8")
    assert old in text
    file = folder / "chambers.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    (folder / "germany").symlink_to(DATA / "germany")
    return file


def test_the_command_says_so_in_each_line_with_its_exit_code(hwk: Callable[..., Result], tmp_path: Path) -> None:
    result = hwk("check", changed(tmp_path, '"05911": Bochum', '"05911": Bochumm'), "-f", "csv")
    assert result.exit_code == 5
    assert "05911 Bochumm,the name Bochum" in result.stdout


def test_check_finds_no_fault_with_the_shipped_chambers(hwk: Callable[..., Result], tmp_path: Path) -> None:
    assert hwk("check", DATA / "chambers.yaml").exit_code == 0
    alone = tmp_path / "chambers.yaml"
    alone.write_bytes((DATA / "chambers.yaml").read_bytes())
    assert hwk("check", alone).exit_code == 0
