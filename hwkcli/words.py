"""Answers in German or in English: the language to use, the words, numbers and dates in it."""

from collections.abc import Mapping
from typing import Literal

from hwkcli.model import Figure, Text

Language = Literal["de", "en"]

_MONTHS = Text(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "January February March April May June July August September October November December",
)

_WORDS = {
    "ags": Text("AGS", "AGS"),
    "aim": Text("Ziel", "Aim"),
    "aliases": Text("Auch", "Also called"),
    "alias": Text("anderer Name", "alias"),
    "also": Text("Ebenso heißen", "Of the same name"),
    "area": Text("Fläche", "Area"),
    "area_km2": Text("km²", "km²"),
    "ars": Text("ARS", "ARS"),
    "as_of": Text("Stand", "As of"),
    "attribution": Text("Nennung", "Attribution"),
    "check": Text("Prüfung", "Check"),
    "city": Text("kreisfreie Stadt", "city"),
    "city_many": Text("kreisfreie Städte", "cities"),
    "city_one": Text("kreisfreie Stadt", "city"),
    "company_code": Text(
        "Postleitzahl einer Firma oder von Postfächern, kein Zustellgebiet",
        "code of a company or of P.O. boxes, no delivery area",
    ),
    "company_postal_codes": Text("PLZ von Firmen", "Company codes"),
    "computed": Text("berechnet", "computed"),
    "contact": Text("Pressekontakt", "Press contact"),
    "coordinates": Text("Breite, Länge", "Position"),
    "dated": Text("Stand", "as of"),
    "discussed": Text("Besprochen", "Discussed"),
    "edition": Text("Ausgabe", "Edition"),
    "email": Text("E-Mail", "E-mail"),
    "exact": Text("genau", "exact"),
    "expected": Text("Erwartet", "Expected"),
    "file": Text("Datei", "File"),
    "focus_areas": Text("Schwerpunkte", "Focus areas"),
    "found": Text("Gefunden", "Found"),
    "group": Text("Gruppe", "Group"),
    "how": Text("Gefunden als", "Matched as"),
    "key": Text("Schlüssel", "Key"),
    "kind": Text("Art", "Kind"),
    "kreis": Text("Kreis", "Kreis"),
    "kreisfreie_stadt": Text("kreisfreie Stadt", "kreisfreie Stadt"),
    "latitude": Text("Breite", "Latitude"),
    "licence": Text("Lizenz", "Licence"),
    "line": Text("Zeile", "Line"),
    "localities": Text("Ortsteile", "Localities"),
    "locality": Text("Ortsteil", "locality"),
    "longitude": Text("Länge", "Longitude"),
    "metric": Text("Kennzahl", "Figure"),
    "locality_many": Text("Ortsteile", "localities"),
    "locality_one": Text("Ortsteil", "locality"),
    "mixed_many": Text("Städte und Gemeinden", "towns and municipalities"),
    "municipality_many": Text("Gemeinden", "municipalities"),
    "municipality_one": Text("Gemeinde", "municipality"),
    "municipality": Text("Gemeinde", "municipality"),
    "name": Text("Name", "Name"),
    "namesakes": Text("heißt auch so", "also a municipality"),
    "no_faults": Text("keine Fehler", "no faults"),
    "note": Text("Hinweis", "Note"),
    "official_name": Text("Amtlicher Name", "Official name"),
    "organisation": Text("Organisation", "Organisation"),
    "parties": Text("Partner", "Parties"),
    "part_of": Text("Gehört zu", "Part of"),
    "path": Text("Stelle", "Path"),
    "people": Text("Personen", "People"),
    "phone": Text("Telefon", "Phone"),
    "place": Text("Ort", "Place"),
    "population": Text("Einwohner", "Population"),
    "population_as_of": Text("Einwohner: Stand", "Population as of"),
    "postal_code": Text("Postleitzahl", "postal code"),
    "postal_codes": Text("PLZ", "Postal codes"),
    "precision": Text("Angabe", "Precision"),
    "printed": Text("wie gedruckt", "as printed"),
    "printed_name": Text("Pressemitteilung", "Press release"),
    "publisher": Text("Herausgeber", "Publisher"),
    "query": Text("Suche", "Query"),
    "role": Text("Funktion", "Role"),
    "rounded": Text("gerundet", "rounded"),
    "seat": Text("Sitz", "Seat"),
    "short_name": Text("Kurzform", "Short name"),
    "source": Text("Quelle", "Source"),
    "sources": Text("Quellen", "Sources"),
    "spelt": Text("In der Pressemitteilung anders geschrieben", "Spelt otherwise in the press release"),
    "stadtbezirk_many": Text("Stadtbezirke", "Stadtbezirke"),
    "stadtbezirk": Text("Stadtbezirk", "Stadtbezirk"),
    "street": Text("Anschrift", "Address"),
    "sum": Text(
        "Σ: berechnet, die Summe über die Städte und Gemeinden",
        "Σ: computed, the sum over the towns and municipalities",
    ),
    "title": Text("Titel", "Title"),
    "town": Text("Stadt", "town"),
    "town_many": Text("Städte", "towns"),
    "town_one": Text("Stadt", "town"),
    "towns": Text("Gemeinden", "Municipalities"),
    "unit": Text("Stelle", "Unit"),
    "url": Text("Adresse oder Dokument", "URL or document"),
    "value": Text("Wert", "Value"),
    "web": Text("Web", "Web"),
}


def language(option: str | None, environ: Mapping[str, str]) -> Language:
    """The language of an answer for reading: the option, else HWK_LANG, else the locale's, else English."""
    named = option or environ.get("HWK_LANG")
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "de" if (named or locale or "en").lower().startswith("de") else "en"


def pick(text: Text, lang: Language) -> str:
    """A text in a language."""
    return text.de if lang == "de" else text.en


def word(key: str, lang: Language) -> str:
    """The heading or name of a field, a kind or a way of matching. Raises KeyError for a key without words."""
    return pick(_WORDS[key], lang)


def number(value: float | None, lang: Language, places: int = 0) -> str:
    """A number with separators, to so many places; empty if it is unknown.

    >>> number(20498, "de"), number(20498, "en"), number(6.6357, "de", 2)
    ('20.498', '20,498', '6,64')
    """
    if value is None:
        return ""
    written = f"{value:,.{places}f}"
    return written.translate(str.maketrans(",.", ".,")) if lang == "de" else written


def euros(value: float, lang: Language) -> str:
    """An amount in euros, in milliards or millions where that loses nothing.

    >>> euros(16_400_000_000, "de"), euros(16_400_000_000, "en"), euros(121_000, "en")
    ('16,4 Mrd. €', '€16.4 bn', '€121,000')
    """
    amount, scale = number(value, lang), ""
    for power, de, en in ((9, " Mrd.", " bn"), (6, " Mio.", " m")):
        shown = f"{value / 10**power:.12g}"
        if value >= 10**power and len(shown) < 8:
            places = len(shown.partition(".")[2])
            amount, scale = number(value / 10**power, lang, places), de if lang == "de" else en
            break
    return f"{amount}{scale} €" if lang == "de" else f"€{amount}{scale}"


def value(figure: Figure, lang: Language) -> str:
    """A figure's value with its unit, where that is a currency; a computed one to two places."""
    if figure.unit == "EUR":
        return euros(figure.value, lang)
    return number(figure.value, lang, 0 if figure.value == int(figure.value) else 2)


def date(iso: str | None, lang: Language) -> str:
    """A date as precise as it is given; empty if it is unknown.

    >>> date("2024-01", "de"), date("2022-05-15", "de"), date("2022-05-15", "en")
    ('Januar 2024', '15.05.2022', '15 May 2022')
    """
    if iso is None:
        return ""
    year, month, day, *_ = [*iso.split("-"), "", ""]
    if day and lang == "de":
        return f"{day}.{month}.{year}"
    name = pick(_MONTHS, lang).split()[int(month) - 1] if month else ""
    return " ".join(filter(None, (str(int(day)) if day else "", name, year)))
