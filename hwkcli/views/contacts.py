"""Whom to call, and what the release reports of a cooperation, as cards."""

from collections.abc import Sequence
from typing import Any

from hwkcli.contacts.directory import Contacts
from hwkcli.language import Language, date, pick, word
from hwkcli.model import Contact, Cooperation, District, Source, Text
from hwkcli.views.page import Cell, Link, Page, Row, View, card, heading, view
from hwkcli.views.sources import cite

CONTACT_KEYS = (
    *("name", "role", "organisation", "unit", "street", "postal_code", "city", "phone", "email", "web", "source"),
)


def contact(source: Source, one: Contact, lang: Language) -> View:
    """Whom to call. A reader sees the telephone number as printed, a program in international form."""
    record = {key: getattr(one, key) for key in CONTACT_KEYS}
    record |= {"role": pick(one.role, lang), "source": cite(source, lang)}
    rows: list[Row] = [
        (word("name", lang), one.name),
        (word("role", lang), pick(one.role, lang)),
        (word("organisation", lang), one.organisation or ""),
        (word("unit", lang), one.unit or ""),
        (word("street", lang), _address(one)),
        *zip((word(key, lang) for key in ("phone", "email", "web")), _links(one), strict=True),
        (word("as_of", lang), date(one.as_of, lang)),
        (word("note", lang), pick(one.note, lang) if one.note else ""),
    ]
    notes = [word("not_printed", lang)] if "–" in _links(one) else []
    notes.append(f"{word('source', lang)}: {record['source']}")
    return card(record, word("contact", lang) if one.kind == "press" else one.name, rows, notes)


def contacts(found: Contacts, chosen: Sequence[Contact], lang: Language) -> View:
    """Several contacts, or all about one."""
    records = [_directory_record(found, one, lang) for one in chosen]
    if len(chosen) == 1:
        card = contact(found.source(chosen[0]), chosen[0], lang)
        names = ", ".join(found.territories[key] for key in chosen[0].territories)
        rows = (*card.page.rows, *([(word("territories", lang), names)] if names else []))
        return view(records, card.page._replace(rows=rows))
    keys = ("name", "role", "street", "phone", "email", "web")
    lines = tuple((_told(one, chosen, lang), pick(one.role, lang), _address(one), *_links(one)) for one in chosen)
    cited = dict.fromkeys(cite(found.source(one), lang) for one in chosen)
    notes = (word("not_printed", lang), *(f"{word('source', lang)}: {source}" for source in cited))
    headings = tuple(one._replace(rank=_RANKS.get(one.key, one.rank)) for one in (heading(key, lang) for key in keys))
    return view(records, Page(word("contacts", lang), headings, lines, notes))


_RANKS = {"street": 2, "email": 3, "role": 5}
"""In a list, all have an address, and few more than that."""


def _told(one: Contact, chosen: Sequence[Contact], lang: Language) -> str:
    """The name of a contact; with its role, where others of the list are called alike."""
    alike = [other for other in chosen if other.name == one.name]
    return one.name if len(alike) == 1 else f"{one.name}, {pick(one.role, lang)}"


def _links(one: Contact) -> tuple[Cell, Cell, Cell]:
    """Telephone, e-mail and web; a dash for what no source prints."""
    return (
        Link(one.phone_printed or one.phone, dial(one.phone)) if one.phone else "–",
        Link(one.email, f"mailto:{one.email}") if one.email else "–",
        Link(one.web, one.url) if one.web and one.url else "–",
    )


def _address(one: Contact) -> str:
    return ", ".join(filter(None, (one.street, f"{one.postal_code or ''} {one.city}".strip())))


def _directory_record(found: Contacts, one: Contact, lang: Language) -> dict[str, Any]:
    record = {key: getattr(one, key) for key in CONTACT_KEYS}
    record |= {"role": pick(one.role, lang), "source": cite(found.source(one), lang), "kind": one.kind}
    note = pick(one.note, lang) if one.note else None
    return record | {"territories": list(one.territories), "as_of": one.as_of, "note": note}


def dial(phone: str) -> str:
    """The link that calls a telephone number in international form.

    >>> dial("+49 231 5493-422")
    'tel:+492315493422'
    """
    return "tel:+" + "".join(char for char in phone if char.isdigit())


def cooperation(district: District, report: Cooperation, lang: Language) -> View:
    """What the press release reports of an agreement."""
    people = [
        {"name": person.name, "office": pick(person.office, lang), "organisation": person.organisation}
        for person in report.people
    ]
    source = cite(district.source(report.source), lang)
    title, aim = pick(report.title, lang), pick(report.aim, lang)
    discussed, focus_areas = _in(report.discussed, lang), _in(report.focus_areas, lang)
    record = {
        "title": title,
        "parties": list(report.parties),
        "people": people,
        "discussed": discussed,
        "focus_areas": focus_areas,
        "aim": aim,
        "source": source,
    }
    rows: list[Row] = [
        (word("parties", lang), "\n".join(report.parties)),
        (word("people", lang), "\n".join(", ".join(person.values()) for person in people)),
        (word("discussed", lang), "\n".join(discussed)),
        (word("focus_areas", lang), "\n".join(focus_areas)),
        (word("aim", lang), aim),
    ]
    return card(record, title, rows, (f"{word('source', lang)}: {source}",))


def _in(texts: Sequence[Text], lang: Language) -> list[str]:
    return [pick(text, lang) for text in texts]
