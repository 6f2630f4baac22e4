"""The tables of chambers, of what each is responsible for and on what evidence, and of all sources."""

from collections.abc import Iterator
from typing import Any

from hwkcli.export.content import Content
from hwkcli.export.table import Link, Table, integer, text
from hwkcli.gazetteer.assignments import legal_basis
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.model import BASES, Text

Row = tuple[Any, ...]


def _chambers(content: Content) -> Iterator[Row]:
    for one in content.chambers:
        note = one.note or (None, None)
        known = one.address
        where = (known.street, known.postal_code, known.city, known.as_of) if known else (None,) * 4
        said = (known.note if known else None) or (None, None)
        named = (one.code, one.name, one.short_name, one.seat, one.land, one.web)
        yield *named, *where, *said, one.contact_page, *note


def _chamber_sources(content: Content) -> Iterator[Row]:
    for one in content.chambers:
        laws = [source.id for source in legal_basis(one)]
        cited = (("name", one.sources), ("address", one.address.sources if one.address else ()), ("legal_basis", laws))
        for field, ids in cited:
            for at, id in enumerate(ids, 1):
                yield one.code, field, at, id


def _territories(content: Content) -> Iterator[Row]:
    for key, one in content.territories:
        note = one.note or (None, None)
        yield key, one.chamber.code, key[:5], key if len(key) == 8 else None, one.basis, one.confidence, *note


def _territory_sources(content: Content) -> Iterator[Row]:
    for key, one in content.territories:
        for at, id in enumerate(one.sources, 1):
            yield key, one.chamber.code, at, id


def _municipality_chambers(content: Content) -> Iterator[Row]:
    for place in content.municipalities:
        for one in responsibility.of(place.territory or ""):
            yield place.ags, one.chamber.code, one.confidence


def _sources(content: Content) -> Iterator[Row]:
    for one in content.sources:
        document = one.document or (None, None)
        texts = (*document, *one.edition, *one.licence)
        yield one.id, one.publisher, one.title, one.url, *texts, one.attribution, one.rank


def _provenance(content: Content) -> Iterator[Row]:
    for fact in provenance.facts():
        for field in fact.fields:
            yield field, fact.source, fact.as_of


_OF_CHAMBER = Link(("chamber_code",), "chambers")
_TERRITORY = text(
    "territory", "Kreisschlüssel; bei geteilten Kreisen der AGS", "key of a Kreis; in split Kreise an AGS"
)
_CHAMBER = text("chamber_code", "Schlüssel der Kammer", "code of the chamber")
_CONFIDENCE = text("confidence", "Sicherheit: high, medium oder low", "how well that is known: high, medium or low")

TABLES = (
    Table(
        "chambers",
        Text("Handwerkskammern", "Chambers of crafts"),
        Text("Eine Handwerkskammer", "A Handwerkskammer"),
        (
            text("chamber_code", "Schlüssel der Codeliste von XUnternehmen", "code in the list of XUnternehmen"),
            text("name", "Name", "name"),
            text("short_name", "Kurzform", "short name"),
            text("seat", "Sitz", "seat"),
            text("land", "Land", "Land"),
            text("web", "Internetadresse", "web address"),
            text("street", "Straße der Hauptverwaltung", "street of the head office"),
            text("postal_code", "Postleitzahl", "postal code"),
            text("city", "Ort", "town"),
            text("address_as_of", "Stand der Anschrift, wo die Quelle einen hat", "as of, where the source says"),
            text("address_note_de", "Hinweis zur Anschrift, deutsch", "note on the address, in German"),
            text("address_note_en", "Hinweis zur Anschrift, englisch", "note on the address, in English"),
            text("contact_page", "Seite mit Ansprechpartnern", "page that says whom to call"),
            text("note_de", "Hinweis, deutsch", "note, in German"),
            text("note_en", "Hinweis, englisch", "note, in English"),
        ),
        ("chamber_code",),
        _chambers,
        search=("name", "short_name", "seat", "city"),
    ),
    Table(
        "chamber_sources",
        Text("Belege zu den Kammern", "Evidence of the chambers"),
        Text(
            "Eine Quelle für Namen, Anschrift oder Rechtsgrundlage einer Kammer",
            "A source for the names, the address or the legal basis of a chamber",
        ),
        (
            _CHAMBER,
            text("field", "wofür: name, address oder legal_basis", "for what: name, address or legal_basis"),
            integer("position", "Reihenfolge; 1 ist die wichtigste Quelle", "order; 1 is the main source"),
            text("source_id", "Quelle", "source"),
        ),
        ("chamber_code", "field", "position"),
        _chamber_sources,
        (_OF_CHAMBER, Link(("source_id",), "sources")),
    ),
    Table(
        "territories",
        Text("Zuständigkeiten der Kammern", "What the chambers are responsible for"),
        Text(
            "Ein Kreis, oder eine Gemeinde eines geteilten Kreises, und eine Kammer, die dort zuständig ist",
            "A Kreis, or a municipality of a split Kreis, and a chamber that is responsible there",
        ),
        (
            _TERRITORY,
            _CHAMBER,
            text("kreis_key", "Kreis", "Kreis"),
            text("ags", "Gemeinde, wenn der Kreis geteilt ist", "municipality, if the Kreis is split"),
            text(
                "basis",
                f"Grundlage: {', '.join(BASES)}",
                f"what that rests on: {', '.join(BASES)}",
            ),
            _CONFIDENCE,
            text("note_de", "Hinweis, deutsch", "note, in German"),
            text("note_en", "Hinweis, englisch", "note, in English"),
        ),
        ("territory", "chamber_code"),
        _territories,
        (_OF_CHAMBER, Link(("kreis_key",), "kreise"), Link(("ags",), "municipalities")),
    ),
    Table(
        "territory_sources",
        Text("Belege der Zuständigkeiten", "Evidence of responsibility"),
        Text("Eine Quelle für eine Zuständigkeit", "A source for who is responsible where"),
        (
            _TERRITORY,
            _CHAMBER,
            integer("position", "Reihenfolge; 1 ist die wichtigste Quelle", "order; 1 is the main source"),
            text("source_id", "Quelle", "source"),
        ),
        ("territory", "chamber_code", "position"),
        _territory_sources,
        (Link(("territory", "chamber_code"), "territories"), Link(("source_id",), "sources")),
    ),
    Table(
        "municipality_chambers",
        Text("Gemeinden und ihre Kammern", "Municipalities and their chambers"),
        Text(
            "Eine Gemeinde und eine Kammer, die dort zuständig ist (zwei, wo keine Quelle entscheidet)",
            "A municipality and a chamber that is responsible there (two where no source decides)",
        ),
        (text("ags", "Gemeinde", "municipality"), _CHAMBER, _CONFIDENCE),
        ("ags", "chamber_code"),
        _municipality_chambers,
        (Link(("ags",), "municipalities"), _OF_CHAMBER),
    ),
    Table(
        "sources",
        Text("Quellen", "Sources"),
        Text("Eine Quelle, mit ihren Nutzungsbedingungen", "A source, and on what terms it may be used"),
        (
            text("source_id", "Kennung", "id"),
            text("publisher", "Herausgeber", "publisher"),
            text("title", "Titel", "title"),
            text("url", "Adresse", "address"),
            text("document_de", "Dokument, deutsch", "document, in German"),
            text("document_en", "Dokument, englisch", "document, in English"),
            text("edition_de", "Ausgabe, deutsch", "edition, in German"),
            text("edition_en", "Ausgabe, englisch", "edition, in English"),
            text("licence_de", "Lizenz, deutsch", "licence, in German"),
            text("licence_en", "Lizenz, englisch", "licence, in English"),
            text("attribution", "wie die Quelle zu nennen ist", "how the source is to be named"),
            text(
                "rank",
                "primary (wer zählt oder entscheidet) oder secondary (Presse, Nachschlagewerke)",
                "primary (who counts or decides) or secondary (the press, encyclopedias)",
            ),
        ),
        ("source_id",),
        _sources,
        search=("publisher", "title"),
    ),
    Table(
        "provenance",
        Text("Herkunft der Angaben", "Where the facts are from"),
        Text(
            "Eine Spalte der Tabellen über Orte, ihre Quelle und ihr Stand",
            "A column of the tables of places, its source and its date",
        ),
        (
            text("field", "Spalte", "column"),
            text("source_id", "Quelle", "source"),
            text("as_of", "Stand", "as of"),
        ),
        ("field", "source_id"),
        _provenance,
        (Link(("source_id",), "sources"),),
    ),
)
