"""The fields of records in the reader's language: their names, and what their values mean."""

import re
from typing import Any

from hwkcli.language import Language, date, number, pick, word
from hwkcli.model import Text

_LABELS = {
    "address_as_of": Text("Stand der Anschrift", "Address as of"),
    "address_note": Text("Hinweis zur Anschrift", "Note on the address"),
    "address_source": Text("Quelle der Anschrift", "Source of the address"),
    "area_km2": Text("Fläche (km²)", "Area (km²)"),
    "ars": Text("Regionalschlüssel (ARS)", "Regional key (ARS)"),
    "chamber": Text("Handwerkskammer", "Chamber"),
    "chamber_code": Text("Schlüssel der Kammer", "Code of the chamber"),
    "change_percent": Text("Veränderung in %", "Change in %"),
    "change_rounded": Text("Veränderung aus gerundeten Werten", "Change from rounded figures"),
    "change_since": Text("Veränderung seit", "Change since"),
    "conflicts_with": Text("Widerspricht", "Contradicts"),
    "derived": Text("Berechnet", "Computed"),
    "description": Text("Beschreibung", "Description"),
    "document": Text("Dokument", "Document"),
    "file": Text("Datei", "File"),
    "figures": Text("Anzahl der Werte", "Number of figures"),
    "first_year": Text("Erstes Jahr", "First year"),
    "formula": Text("Formel", "Formula"),
    "id": Text("Kürzel", "Id"),
    "in_district": Text("Im Bezirk", "In the district"),
    "kind_of_figure": Text("Art der Zahl", "Kind of figure"),
    "kreis_key": Text("Kreisschlüssel", "Key of the Kreis"),
    "label": Text("Bezeichnung", "Label"),
    "last_year": Text("Letztes Jahr", "Last year"),
    "latitude": Text("Breite", "Latitude"),
    "longitude": Text("Länge", "Longitude"),
    "period": Text("Zeitraum", "Period"),
    "postal_code": Text("PLZ", "Postal code"),
    "printed": Text("Wie gedruckt", "As printed"),
    "publisher": Text("Herausgeber", "Publisher"),
    "rank": Text("Rang der Quelle", "Rank of the source"),
    "sha256": Text("Prüfsumme (SHA-256)", "Checksum (SHA-256)"),
    "share_percent": Text("Anteil in %", "Share in %"),
    "source_url": Text("Adresse der Quelle (URL)", "Address of the source (URL)"),
    "street": Text("Straße", "Street"),
    "territory_key": Text("Schlüssel des Gebiets", "Key of the territory"),
    "title": Text("Titel", "Title"),
    "town": Text("Stadt oder Gemeinde", "Municipality"),
    "unit": Text("Einheit", "Unit"),
    "url": Text("Adresse (URL)", "Address (URL)"),
}
"""The names of fields that have no other in the language's words, or one that says less where it stands alone."""

_CODED = ("basis", "change", "confidence", "how", "kind", "kind_of_figure", "precision", "rank", "unit")
"""The fields whose values are words of a vocabulary."""

_YES_NO = {True: Text("ja", "yes"), False: Text("nein", "no")}
_DAY = "[0-9]{4}(-[0-9]{2}){0,2}"


def label(key: str, lang: Language) -> str:
    """The name of a field; the key itself where the language has none."""
    if key in _LABELS:
        return pick(_LABELS[key], lang)
    try:
        said = word(key, lang)
    except KeyError:
        return key
    return said[:1].upper() + said[1:]


def meaning(key: str, value: str | bool, lang: Language) -> str:
    """A value of a field, in the reader's language if it is of a vocabulary."""
    if isinstance(value, bool):
        return pick(_YES_NO[value], lang)
    for code in (f"{key}_{value.lower()}", value) if key in _CODED else ():
        try:
            return word(code, lang)
        except KeyError:
            continue
    return value


def shown(key: str, value: Any, lang: Language) -> str:
    """A value of a field as it stands in a table.

    >>> shown("population", 20498, "de"), shown("kind", "town", "de"), shown("as_of", "2022-05-15", "de")
    ('20.498', 'Stadt', '15.05.2022')
    >>> shown("area_km2", 40.95, "de"), shown("postal_codes", ["59423", "59425"], "en"), shown("web", None, "en")
    ('40,95', '59423 59425', '')
    """
    if value is None:
        return ""
    if isinstance(value, (str, bool)):
        said = meaning(key, value, lang)
        return date(said, lang) if key.endswith("as_of") and re.fullmatch(_DAY, said) else said
    if isinstance(value, float):
        return _fraction(key, value, lang)
    if isinstance(value, int):
        return str(value) if key.endswith(("year", "line")) else number(value, lang)
    if isinstance(value, dict):
        return ", ".join(filter(None, (shown(name, one, lang) for name, one in value.items())))
    return (" " if key.endswith("codes") else ", ").join(shown(key, one, lang) for one in value)


def _fraction(key: str, value: float, lang: Language) -> str:
    """A number with its own decimals; an area with two, a position as it is."""
    if key in ("latitude", "longitude"):
        return str(value)
    places = 2 if key == "area_km2" else len(f"{value:.12g}".partition(".")[2])
    return number(value, lang, places)
