import pytest
import vobject
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import hwkcli
from hwkcli.contacts.directory import Contacts
from hwkcli.contacts.vcard import qr, vcard
from hwkcli.files import load
from hwkcli.model import Text

DISTRICT = hwkcli.load()
ALL = Contacts(DISTRICT, load.directory(DISTRICT)).all
EVERY = pytest.mark.parametrize("contact", ALL, ids=lambda contact: f"{contact.name} {contact.kind}")
SITE = next(contact for contact in ALL if contact.kind == "training_centre")
SEEN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
WORDS = st.text(SEEN, min_size=1)
PROSE = st.text(SEEN | st.just("\n"), min_size=1)


@EVERY
def test_every_vcard_is_read_back_by_another_library(contact: hwkcli.Contact) -> None:
    text = vcard(contact)
    card = vobject.readOne(text)
    assert card.version.value == "3.0"
    assert card.fn.value == contact.name
    assert card.org.value == [contact.organisation or contact.name]
    assert card.title.value == contact.role.de
    assert card.adr.value.city == contact.city
    assert card.adr.value.code == (contact.postal_code or "")
    assert (card.tel.value if contact.phone else None) == contact.phone
    assert (card.email.value if contact.email else None) == contact.email
    assert (card.url.value if contact.web else None) == contact.url
    assert text.endswith("END:VCARD\r\n")
    if contact.kind == "press":
        assert (card.n.value.family, card.n.value.given) == ("Kaczmarek", "Philipp")


@pytest.mark.slow
@given(name=WORDS, note=PROSE)
def test_no_sign_of_a_text_ends_a_line_or_a_component(name: str, note: str) -> None:
    contact = SITE._replace(name=name, organisation=name, role=Text(name, name), city=name, note=Text(note, note))
    card = vobject.readOne(vcard(contact))
    assert (card.fn.value, card.org.value, card.title.value) == (name, [name], name)
    assert card.adr.value.city == name
    assert card.note.value == note
    plain = SITE._replace(note=Text("x", "x"))
    assert vcard(contact).count("\n") == vcard(plain).count("\n")


def test_an_address_with_its_scheme_is_kept_and_not_escaped() -> None:
    web = "http://www.kh-hl.de/a?b=1,2;3"
    assert f"URL:{web}\r\n" in vcard(SITE._replace(web=web))


def picture(blocks: str) -> Image.Image:
    """The image that a terminal shows of half-block characters: light where there is a block."""
    lines = blocks.split("\n")[:-1]
    image = Image.new("L", (len(lines[0]), 2 * len(lines)), 0)
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            image.putpixel((x, 2 * y), 255 if block in "█▀" else 0)
            image.putpixel((x, 2 * y + 1), 255 if block in "█▄" else 0)
    return image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)


@EVERY
def test_every_qr_code_is_read_back_by_another_library(contact: hwkcli.Contact) -> None:
    (code,) = zxingcpp.read_barcodes(picture(qr([contact])))
    assert code.text == vcard(contact)


def test_a_contact_that_is_too_long_for_a_qr_code_is_told() -> None:
    """The largest QR code (version 40, level L) holds 2,953 bytes, which are as many signs of Latin-1."""
    room = 2953 - len(vcard(SITE._replace(role=Text("x", "x")))) + 1
    assert qr([SITE._replace(role=Text("x" * room, "x"))])
    with pytest.raises(hwkcli.BadFile, match=r"has too much to say for a QR code \(2,954 signs\); use --vcard"):
        qr([SITE._replace(role=Text("x" * (room + 1), "x"))])
