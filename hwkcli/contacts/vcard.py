"""A contact as a vCard, and that as a QR code."""

from collections.abc import Sequence

from hwkcli.errors import Ambiguous, BadFile, quoted
from hwkcli.model import Contact


def vcard(contact: Contact) -> str:
    """A contact as a vCard 3.0, for address books.

    Written here by RFC 2426, as segno's own writer lets backslashes and line breaks through and alters addresses.
    """
    name = _escaped(contact.name)
    if contact.kind == "press":
        given, _, family = contact.name.rpartition(" ")
        name = f"{_escaped(family)};{_escaped(given)}"
    address = (contact.street or "", contact.city, "", contact.postal_code or "", "Deutschland")
    properties = (
        ("N", name),
        ("FN", _escaped(contact.name)),
        ("ORG", _escaped(contact.organisation or contact.name)),
        ("EMAIL", _escaped(contact.email or "")),
        ("TEL", _escaped(contact.phone or "")),
        ("URL", contact.url),
        ("TITLE", _escaped(contact.role.de)),
        ("ADR", f";;{';'.join(map(_escaped, address))}"),
        ("NOTE", _escaped(contact.note.de) if contact.note else ""),
    )
    lines = [f"{key}:{value}" for key, value in properties if value]
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD"))


def _escaped(text: str) -> str:
    """Text in which no sign ends a component or a line."""
    for sign, escape in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\r\n", "\\n"), ("\r", "\\n"), ("\n", "\\n")):
        text = text.replace(sign, escape)
    return text


def qr(contacts: Sequence[Contact]) -> str:
    """The vCard of one contact as a QR code of block characters, light on dark.

    Raises Ambiguous if there are several contacts, and BadFile if what the data file says of one is too long.
    """
    if len(contacts) > 1:
        names = ", ".join(contact.name for contact in contacts[:3]) + (" ..." if len(contacts) > 3 else "")
        several = "{number} contacts do not fit into one QR code: {names}; name one of them"
        raise Ambiguous(several, (), number=len(contacts), names=names)
    import io

    import segno

    text = vcard(contacts[0])
    try:
        code = segno.make_qr(text, error="l")
    except segno.DataOverflowError:
        name = quoted(contacts[0].name)
        long = "{name} has too much to say for a QR code ({signs:,} signs); use --vcard"
        raise BadFile(long, name=name, signs=len(text)) from None
    out = io.StringIO()
    code.terminal(out, compact=True)
    return out.getvalue()
