"""Whom to call: what a contact must look like, and what must hold between the contacts of a file and its district."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from hwkcli.errors import Message
from hwkcli.files.addresses import email, same_number, telephone, web
from hwkcli.files.bilingual import PROSE, either
from hwkcli.files.fields import (
    Optional,
    code,
    day,
    identifier,
    listing,
    name,
    one_of,
    optional,
    postal_code,
    record,
    some,
    text,
)
from hwkcli.files.rules import Breach, unique
from hwkcli.files.sources import BRIEF_SOURCE, cited, on_terms
from hwkcli.model import Contact, ContactKind, Directory, District, Source, Text

CONTACT = record(
    Contact,
    name=name,
    role=either,
    organisation=optional(name),
    unit=optional(name),
    kind=Optional(one_of(*get_args(ContactKind)), "press"),
    town=optional(code(8)),
    territories=some(identifier),
    street=optional(text),
    postal_code=optional(postal_code),
    city=name,
    phone=optional(telephone),
    phone_printed=optional(text),
    email=optional(email),
    web=optional(web),
    as_of=optional(day),
    source=identifier,
    note=optional(PROSE),
)


def _directory(sources: tuple[Source, ...], licence: Text, edition: Text, **values: Any) -> Directory:
    return Directory(sources=on_terms(sources, licence, edition), **values)


SHAPE = record(_directory, licence=either, edition=either, sources=listing(BRIEF_SOURCE), contacts=listing(CONTACT))
"""A file of contacts."""


def breaches(directory: Directory, district: District) -> Iterator[Breach]:
    """What must hold in a file of contacts, which belongs to a district."""
    own, others = ([source.id for source in sources] for sources in (directory.sources, district.sources))
    yield from unique("sources", ".id", own, others)
    yield from breaches_of_contacts(directory.contacts, set(own), district)


def breaches_of_contacts(contacts: Sequence[Contact], sources: set[str], district: District) -> Iterator[Breach]:
    """What must hold for some contacts: their sources are known, their towns and territories are the district's, and a
    telephone number is the one that is printed."""
    towns = {town.ags for town in district.towns}
    keys = towns | {kreis.key for kreis in district.kreise}
    for index, contact in enumerate(contacts):
        path = f"contacts[{index}]"
        yield from cited(f"{path}.source", [contact.source], sources)
        if contact.town is not None and contact.town not in towns:
            yield Breach(f"{path}.town", contact.town, Message("the AGS of a town of the district"))
        for key in contact.territories:
            if key not in keys:
                yield Breach(f"{path}.territories", key, Message("the key of a Kreis or a town of the district"))
        if contact.phone_printed is not None:
            printed = contact.phone_printed
            if contact.phone is None:
                yield Breach(
                    f"{path}.phone_printed",
                    Message("{printed} alone", printed=printed),
                    Message("phone beside it, like +49 231 5493-422"),
                )
            elif not same_number(contact.phone, printed):
                expected = Message("{phone} as the source prints it", phone=contact.phone)
                yield Breach(f"{path}.phone_printed", printed, expected, f"{path}.phone")
