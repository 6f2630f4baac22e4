import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

import hwkcli
from hwkcli.contacts.directory import Contacts
from hwkcli.files import check, load

Run = Callable[..., Result]
Records = Callable[..., list[dict[str, Any]]]

DISTRICT = hwkcli.load()
ALL = Contacts(DISTRICT, load.directory(DISTRICT))
EVERY = pytest.mark.parametrize("contact", ALL.all, ids=lambda contact: f"{contact.name} {contact.kind}")


def test_the_directory_has_the_press_contact_and_14_more() -> None:
    assert [contact.kind for contact in ALL.all].count("press") == 1
    assert len(ALL.all) == 15


@EVERY
def test_every_contact_is_sound(contact: hwkcli.Contact) -> None:
    assert ALL.source(contact).url or ALL.source(contact).document
    assert contact.role.de
    assert contact.role.en
    assert contact.phone is None or (contact.phone.startswith("+49 ") and contact.phone_printed)
    if contact.town:
        town = hwkcli.find(contact.town)[0].town
        assert town
        assert town.name == contact.city
        assert contact.postal_code is None or contact.postal_code in town.postal_codes


@pytest.mark.parametrize(
    ("words", "kreis", "names"),
    [
        ("Pressestelle", None, ["Philipp Kaczmarek"]),
        (None, "Unna", ["Kreishandwerkerschaft Dortmund Hagen Lünen", "Kreishandwerkerschaft Hellweg-Lippe"]),
        (None, "Soest", ["Bildungszentrum Soest (BZS)", "Kreishandwerkerschaft Hellweg-Lippe"]),
        ("luenen", None, ["Kreishandwerkerschaft Dortmund Hagen Lünen"]),
        ("Bildungszentrum Körne", None, ["Bildungszentrum Körne (BZK)"]),
        ("training advice", None, [contact.name for contact in ALL.all if contact.kind == "training_advice"]),
        ("KH Bochum", None, ["Kreishandwerkerschaft Ruhr"]),
        ("Niederlassung Herne", None, ["Kreishandwerkerschaft Ruhr, Niederlassung Herne"]),
        ("Presse", None, ["Philipp Kaczmarek"]),
        ("Kreis Unna", None, ["Kreishandwerkerschaft Dortmund Hagen Lünen", "Kreishandwerkerschaft Hellweg-Lippe"]),
    ],
)
def test_contacts_by_name_kind_town_or_kreis(words: str | None, kreis: str | None, names: list[str]) -> None:
    assert [contact.name for contact in ALL.search(words, kreis)] == names


def test_the_commands(hwk: Run, records: Records) -> None:
    assert records("contact")[0]["phone"] == "+49 231 5493-422"
    assert "0231 5493-422" in hwk("contact").stdout
    assert hwk("contact", "HWK", "Dortmund").stdout == hwk("contact", "Handwerkskammer", "Dortmund").stdout
    listed = records("contact", "--list")
    assert len(listed) == 15
    assert list(listed[0])[:11] == list(records("contact")[0])
    (bzs,) = records("contact", "BZS")
    assert (bzs["phone"], bzs["street"], bzs["as_of"]) == (None, "Am Handwerk 4", "2025")
    assert "in keiner Quelle gedruckt" in hwk("contact", "--list", "--lang", "de").stdout
    card = hwk("contact", "Hellweg-Lippe").stdout
    assert "Kreis Unna" in card
    assert "–: printed in no source" in card
    assert "printed in no source" not in hwk("contact").stdout
    assert hwk("contact", "--vcard").stdout.split()[:3] == ["BEGIN:VCARD", "VERSION:3.0", "N:Kaczmarek;Philipp"]
    assert hwk("contact", "--list", "--vcard").stdout.count("BEGIN:VCARD") == 15
    assert "█" in hwk("contact", "--qr").stdout


@pytest.mark.parametrize("words", ["Kamen", "Methler", "59174"])
def test_a_place_without_contacts_has_those_of_its_kreis(words: str, hwk: Run, records: Records) -> None:
    assert records("contact", words) == records("contact", "--kreis", "Unna")
    assert "lies in Kreis Unna; these are the contacts there" in hwk("contact", words).stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            "contact Köln",
            3,
            "for only those of the Kammerbezirk Dortmund are known; hwk show 'HWK Köln' has the address",
        ),
        ("contact HWK Mainz", 3, "hwk show 'HWK Rheinhessen' has the address"),
        ("contact nobody", 3, "no contact for 'nobody'; hwk contact --list has them all"),
        ("contact --kreis Berlin", 3, "no Kreis 'Berlin'"),
        ("contact .", 2, "a contact needs a letter or a digit"),
        ("contact --vcard --qr", 2, "give one of them"),
        ("contact --vcard --json", 2, "give one of them"),
        ("contact --list --qr", 4, "15 contacts do not fit into one QR code"),
        ("contact --list Soest", 2, "--list gives all contacts; leave WORDS out"),
        ("contact --vcard -f csv", 2, "give one of them"),
        ("contact --qr -f json", 2, "give one of them"),
    ],
)
def test_bad_input_is_told(hwk: Run, words: str, code: int, message: str) -> None:
    result = hwk(*words.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in re.sub(r"\s+", " ", result.stderr)


@pytest.mark.parametrize(
    ("old", "new", "path", "found"),
    [
        ("source: whkt", "source: nobody", "contacts[13].source", "nobody"),
        ('town: "05911000"', 'town: "05111000"', "contacts[4].town", "05111000"),
        ('"05978024"', '"05978025"', "contacts[9].territories", "05978025"),
        ("- id: whkt", "- id: kh_ruhr", "sources[7].id", "kh_ruhr a second time"),
    ],
)
def test_faults_of_contacts_are_told(
    edited: Callable[..., Path], tmp_path: Path, old: str, new: str, path: str, found: str
) -> None:
    own = edited()
    file = tmp_path / "contacts.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    faults = check.of_file(own, hwkcli.load).faults
    assert (faults[0].file, faults[0].path, faults[0].found) == (str(file), path, found)
    assert check.of_file(file, hwkcli.load).faults[0] == faults[0]
    with pytest.raises(hwkcli.BadData):
        load.directory(hwkcli.load(own))


def test_empty_words_are_no_way_to_ask_for_all(hwk: Run) -> None:
    result = hwk("contact", "")
    assert (result.exit_code, result.stderr) == (2, "hwk: a contact needs a letter or a digit\n")
