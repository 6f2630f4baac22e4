"""The tables of the district's figures with what they count, and of its contacts."""

from collections.abc import Iterator
from typing import Any

from hwkcli.export.content import Content
from hwkcli.export.table import Link, Table, integer, number, text
from hwkcli.model import Metric, Text

Row = tuple[Any, ...]


def _metrics(content: Content) -> Iterator[Row]:
    for one in _known(content):
        yield one.id, one.unit, one.kind or None, *one.label, *(one.description or (None, None))


def _known(content: Content) -> tuple[Metric, ...]:
    """The metrics that the figures count, in the order of the files."""
    counted = {figure.metric for figure in content.figures}
    every = {one.id: one for one in (*content.district.metrics, *content.history.metrics)}
    return tuple(one for one in every.values() if one.id in counted)


def _series(content: Content) -> Iterator[Row]:
    for metric in _known(content):
        for one in metric.series:
            yield metric.id, one.id, *one.label, *one.description, one.after


def _figures(content: Content) -> Iterator[Row]:
    for one in sorted(content.figures, key=lambda figure: figure.id):
        key = one.territory if one.territory.isdigit() else ""
        kreis, ags = (key if len(key) == length else None for length in (5, 8))
        yield (
            *(one.id, one.metric, one.series or None, one.territory, kreis, ags, one.value, one.unit, one.printed),
            *(one.as_of, one.precision, one.source, " ".join(one.conflicts_with) or None),
            *(one.note or (None, None)),
        )


def _contacts(content: Content) -> Iterator[Row]:
    for at, one in content.contacts:
        yield (
            *(at, one.kind, one.name, *one.role, one.organisation, one.unit, one.street, one.postal_code),
            *(one.city, one.phone, one.email, one.web, " ".join(one.territories) or None, one.as_of, one.source),
            *(one.note or (None, None)),
        )


_NOTES = (
    text("note_de", "Hinweis, deutsch", "note, in German"),
    text("note_en", "Hinweis, englisch", "note, in English"),
)
_METRIC = text("metric", "Kennzahl", "metric")

TABLES = (
    Table(
        "metrics",
        Text("Kennzahlen", "Metrics"),
        Text("Was eine Zahl zählt", "What a figure counts"),
        (
            _METRIC,
            text("unit", "Einheit", "unit"),
            text("kind", "stock (Bestand), flow (Zugang) oder survey (Umfrage)", "stock, flow or survey"),
            text("label_de", "Bezeichnung, deutsch", "label, in German"),
            text("label_en", "Bezeichnung, englisch", "label, in English"),
            text("description_de", "Erläuterung, deutsch", "description, in German"),
            text("description_en", "Erläuterung, englisch", "description, in English"),
        ),
        ("metric",),
        _metrics,
        search=("label_de", "label_en"),
    ),
    Table(
        "series",
        Text("Reihen", "Series"),
        Text(
            "Zahlen einer Kennzahl, die miteinander verglichen werden dürfen",
            "Figures of a metric that may be compared with each other",
        ),
        (
            _METRIC,
            text("series", "Reihe", "series"),
            text("label_de", "Bezeichnung, deutsch", "label, in German"),
            text("label_en", "Bezeichnung, englisch", "label, in English"),
            text("description_de", "Erläuterung, deutsch", "description, in German"),
            text("description_en", "Erläuterung, englisch", "description, in English"),
            text("after", "Reihe, an deren Stelle sie tritt", "the series whose place it takes"),
        ),
        ("metric", "series"),
        _series,
        (Link(("metric",), "metrics"),),
    ),
    Table(
        "figures",
        Text("Zahlen über den Kammerbezirk Dortmund", "Figures of the Dortmund district"),
        Text("Eine Zahl mit Zeitpunkt und Quelle", "A figure with its date and source"),
        (
            text("figure_id", "Kennung", "id"),
            _METRIC,
            text("series", "Reihe, mit deren Zahlen sie verglichen werden darf", "series that it may be compared with"),
            text(
                "territory", "district (der Bezirk), Kreisschlüssel oder AGS", "district, the key of a Kreis, or an AGS"
            ),
            text("kreis_key", "Kreis, wenn sie für einen gilt", "Kreis, if it is for one"),
            text("ags", "Gemeinde, wenn sie für eine gilt", "municipality, if it is for one"),
            number("value", "Wert", "value"),
            text("unit", "Einheit", "unit"),
            text("printed", "wie die Quelle sie druckt", "as the source prints it"),
            text("as_of", "Zeitpunkt oder Zeitraum", "date or period"),
            text("precision", "exact (genau) oder rounded (gerundet)", "exact or rounded"),
            text("source_id", "Quelle", "source"),
            text("conflicts_with", "Zahlen, die ihr widersprechen", "figures that contradict it"),
            *_NOTES,
        ),
        ("figure_id",),
        _figures,
        (
            Link(("metric",), "metrics"),
            Link(("kreis_key",), "kreise"),
            Link(("ags",), "municipalities"),
            Link(("source_id",), "sources"),
        ),
        ("note_de", "note_en"),
    ),
    Table(
        "contacts",
        Text("Kontakte im Kammerbezirk Dortmund", "Contacts in the Dortmund district"),
        Text("Eine Stelle, an die man sich wenden kann", "Whom to call"),
        (
            integer("contact_id", "Nummer in dieser Ausgabe", "number in this edition"),
            text("kind", "Art", "kind"),
            text("name", "Name", "name"),
            text("role_de", "Funktion, deutsch", "role, in German"),
            text("role_en", "Funktion, englisch", "role, in English"),
            text("organisation", "Organisation", "organisation"),
            text("unit", "Abteilung", "department"),
            text("street", "Straße und Hausnummer", "street and number"),
            text("postal_code", "Postleitzahl", "postal code"),
            text("city", "Ort", "city"),
            text("phone", "Telefon, international", "telephone, in international form"),
            text("email", "E-Mail", "e-mail"),
            text("web", "Internetadresse", "web address"),
            text(
                "territories", "zuständig für: Schlüssel, durch Leerzeichen getrennt", "in charge of: keys, with blanks"
            ),
            text("as_of", "Stand", "as of"),
            text("source_id", "Quelle", "source"),
            *_NOTES,
        ),
        ("contact_id",),
        _contacts,
        (Link(("source_id",), "sources"),),
        ("name", "organisation", "city"),
    ),
)
