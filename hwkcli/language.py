"""Answers in German or in English: the language to use, the words, numbers and dates in it."""

import re
from collections.abc import Mapping
from typing import Literal

from hwkcli.errors import BadSetting, Message, Named, Time, quoted
from hwkcli.model import (
    MONTHS,
    Basis,
    Confidence,
    ContactKind,
    Figure,
    How,
    Kind,
    KreisKind,
    LocalityKind,
    MetricKind,
    Precision,
    Rank,
    Text,
    Unit,
)

Language = Literal["de", "en"]

_PARTS_OF_YEARS = {
    "H1": Text("1. Halbjahr", "first half of"),
    "H2": Text("2. Halbjahr", "second half of"),
    "Q1": Text("1. Quartal", "first quarter of"),
    "Q2": Text("2. Quartal", "second quarter of"),
    "Q3": Text("3. Quartal", "third quarter of"),
    "Q4": Text("4. Quartal", "fourth quarter of"),
    "spring": Text("Frühjahr", "spring"),
    "autumn": Text("Herbst", "autumn"),
}

_WORDS = {
    "ags": Text("AGS", "AGS"),
    "aim": Text("Ziel", "Aim"),
    "aliases": Text("Auch genannt", "Also called"),
    "alias": Text("anderer Name", "alias"),
    "also": Text("Gleicher Name", "Of the same name"),
    "at": Text("Postleitzahl des Ortsteils", "the locality's postal code"),
    "area": Text("Fläche", "Area"),
    "area_km2": Text("km²", "km²"),
    "ars": Text("ARS", "ARS"),
    "as_of": Text("Stand", "As of"),
    "attribution": Text("Nennung", "Attribution"),
    "bearing": Text("Richtung", "Direction"),
    "boarding_house": Text("Internat", "boarding house"),
    "break": Text("Bruch", "break"),
    "break_note": Text(
        "Bruch: mit den Werten davor nicht vergleichbar", "break: not comparable with the figures before"
    ),
    "change": Text("Veränderung", "Change"),
    "change_percent": Text("in %", "in %"),
    "chamber": Text("Kammer", "chamber"),
    "check": Text("Prüfung", "Check"),
    "city": Text("kreisfreie Stadt", "city"),
    "city_many": Text("kreisfreie Städte", "cities"),
    "city_one": Text("kreisfreie Stadt", "city"),
    "company_code": Text(
        "Postleitzahl einer Firma oder von Postfächern, kein Zustellgebiet",
        "code of a company or of P.O. boxes, not a delivery area",
    ),
    "company": Text("Postleitzahl einer Firma", "a company's postal code"),
    "nuts3": Text("NUTS-3-Code", "NUTS-3 code"),
    "car_plates": Text("Kfz-Kennzeichen", "Car plates"),
    "company_postal_codes": Text("PLZ ohne Zustellgebiet", "Company codes"),
    "computed": Text("berechnet", "computed"),
    "computed_rounded": Text("berechnet, gerundet", "computed, rounded"),
    "conflict": Text("Konflikt", "conflict"),
    "conflict_note": Text(
        "Konflikt: die Quellen widersprechen einander; darüber hinweg ist nichts berechnet",
        "conflict: the sources contradict each other; nothing is computed across it",
    ),
    "contacts": Text("Kontakte", "Contacts"),
    "contact": Text("Pressekontakt", "Press contact"),
    "coordinates": Text("Breite, Länge", "Position"),
    "counted_by": Text("Nach", "By"),
    "counted": Text("Werte", "Figures"),
    "covered": Text("Jahre", "Years"),
    "dated": Text("Stand", "as of"),
    "description": Text("Gezählt wird", "What is counted"),
    "discussed": Text("Besprochen", "Discussed"),
    "distance_km": Text("km", "km"),
    "district": Text("Bezirk", "District"),
    "edition": Text("Ausgabe", "Edition"),
    "email": Text("E-Mail", "E-mail"),
    "exact": Text("genau", "exact"),
    "expected": Text("Erwartet", "Expected"),
    "focus_areas": Text("Schwerpunkte", "Focus areas"),
    "found": Text("Gefunden", "Found"),
    "group": Text("Gruppe", "Group"),
    "how": Text("Gefunden als", "Matched as"),
    "id": Text("Name", "Name"),
    "key": Text("Schlüssel", "Key"),
    "kind": Text("Art", "Kind"),
    "kreis": Text("Kreis", "Kreis"),
    "kreishandwerkerschaft": Text("Kreishandwerkerschaft", "Kreishandwerkerschaft"),
    "kreisfreie_stadt": Text("kreisfreie Stadt", "kreisfreie Stadt"),
    "latitude": Text("Breite", "Latitude"),
    "licence": Text("Lizenz", "Licence"),
    "line": Text("Zeile", "Line"),
    "localities": Text("Ortsteile", "Localities"),
    "locality": Text("Ortsteil", "locality"),
    "longitude": Text("Länge", "Longitude"),
    "maybe": Text("Postleitzahl, unsicher", "postal code, unsure"),
    "metric": Text("Kennzahl", "Figure"),
    "metric_kind_flow": Text("Zählung in einem Zeitraum", "count over a time"),
    "metric_kind_stock": Text("Bestand an einem Tag", "stock on a day"),
    "metric_kind_survey": Text("Umfrage", "survey"),
    "locality_many": Text("Ortsteile", "localities"),
    "locality_one": Text("Ortsteil", "locality"),
    "mixed_many": Text("Städte und Gemeinden", "towns and municipalities"),
    "mixed_one": Text("Stadt oder Gemeinde", "town or municipality"),
    "municipality_many": Text("Gemeinden", "municipalities"),
    "municipality_one": Text("Gemeinde", "municipality"),
    "municipality": Text("Gemeinde", "municipality"),
    "name": Text("Name", "Name"),
    "no_figure": Text("keine Angabe", "no figure"),
    "no_total": Text(
        "Anteil: nur, wo eine Quelle für denselben Zeitpunkt den ganzen Bezirk nennt",
        "share: only where a source has the whole district at the same time",
    ),
    "not_printed": Text("–: in keiner Quelle gedruckt", "–: printed in no source"),
    "namesake": Text("heißt auch so", "bears the name as well"),
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
    "press": Text("Presse", "press"),
    "precision": Text("Angabe", "Precision"),
    "publisher": Text("Herausgeber", "Publisher"),
    "printed": Text("wie gedruckt", "as printed"),
    "printed_name": Text("Pressemitteilung", "Press release"),
    "query": Text("Suche", "Query"),
    "position": Text("Position", "position"),
    "region": Text("Zusatz zum Land", "addition for the Land"),
    "rank_primary": Text("Primärquelle", "primary source"),
    "rank_secondary": Text("Sekundärquelle", "secondary source"),
    "role": Text("Funktion", "Role"),
    "rounded": Text("gerundet", "rounded"),
    "series": Text("Reihe", "Series"),
    "seat": Text("Sitz", "Seat"),
    "short_name": Text("Kurzform", "Short name"),
    "source": Text("Quelle", "Source"),
    "share": Text("Anteil", "Share"),
    "sources": Text("Quellen", "Sources"),
    "spelt": Text("In der Pressemitteilung anders geschrieben", "Spelt otherwise in the press release"),
    "stadtbezirk_many": Text("Stadtbezirke", "Stadtbezirke"),
    "stadtbezirk": Text("Stadtbezirk", "Stadtbezirk"),
    "site": Text("Standort", "site"),
    "state_level": Text("Landesebene", "state level"),
    "street": Text("Anschrift", "Address"),
    "table": Text("Tabelle", "Table"),
    "sum": Text(
        "Σ: berechnet, die Summe über die Städte und Gemeinden",
        "Σ: computed, the sum over the towns and municipalities",
    ),
    "territories": Text("Zuständig für", "In charge of"),
    "territory": Text("Gebiet", "Territory"),
    "total": Text("Summe", "Total"),
    "town": Text("Stadt", "town"),
    "town_many": Text("Städte", "towns"),
    "town_one": Text("Stadt", "town"),
    "towns": Text("Gemeinden", "Municipalities"),
    "training_advice": Text("Ausbildungsberatung", "training advice"),
    "training_centre": Text("Bildungszentrum", "training centre"),
    "unit_businesses": Text("Betriebe", "businesses"),
    "unit_contracts": Text("Verträge", "contracts"),
    "unit_eur": Text("Euro", "euros"),
    "unit_exams": Text("Prüfungen", "exams"),
    "unit_index": Text("Index", "index"),
    "unit_percent": Text("Prozent", "per cent"),
    "unit_persons": Text("Personen", "persons"),
    "unit": Text("Stelle", "Unit"),
    "value": Text("Wert", "Value"),
    "web": Text("Web", "Web"),
    "axis_from": Text("Achse beginnt bei", "axis begins at"),
    "unless_said": Text(", wo kein anderer dabeisteht", ", where no other is given"),
    "other_time": Text("anderer Stand oder andere Reihe", "other date or series"),
    "base": Text("Verglichen mit", "Compared with"),
    "district_as_of": Text("Stand Bezirk", "District as of"),
    "first": Text("Seit", "Since"),
    "in_district": Text("Bezirk", "District"),
    "names_note": Text(
        "Bezeichnungen und gängige andere Namen gelten auch: hwk stats Umsatz",
        "labels and other common names will do, too: hwk stats turnover",
    ),
    "per_1000": Text("je 1.000 Einw.", "Per 1,000 inh."),
    "per_1000_formula": Text(
        "je 1.000 Einw. = 1.000 × Wert / Einwohner; berechnet, nur für denselben Stand",
        "per 1,000 inh. = 1,000 × value / inhabitants; computed, for the same date only",
    ),
    "ratio_note": Text(
        "berechnet, nur wo Gebiet, Stand und Umfang beider Werte gleich sind und kein Konflikt bekannt ist",
        "computed, only where territory, date and scope of both figures agree and no conflict is known",
    ),
    "share_formula": Text(
        "Anteil = 100 × Wert / Wert des Bezirks; berechnet, nur für denselben Stand und dieselbe Reihe",
        "share = 100 × value / value of the district; computed, for the same date and series only",
    ),
    "sum_note": Text(
        "berechnet: die Summe über die Städte und Gemeinden", "computed: the sum over the towns and municipalities"
    ),
    "basis": Text("Grundlage", "Evidence"),
    "basis_chamber": Text("Angabe der Kammer", "stated by the chamber"),
    "basis_encyclopedia": Text("Enzyklopädie", "encyclopedia"),
    "basis_guild": Text("Innungen des Kreises", "guilds of the Kreis"),
    "basis_indirect": Text("mittelbar", "indirect"),
    "basis_land_ordinance": Text("Verordnung des Landes", "ordinance of the Land"),
    "basis_mixed": Text("je nach Gebiet verschieden", "differs by territory"),
    "basis_official_statistics": Text("amtliche Statistik", "official statistics"),
    "basis_press": Text("Presse", "press"),
    "basis_region": Text("Regierungsbezirk oder Region", "Regierungsbezirk or region"),
    "basis_whole_land": Text("einzige Kammer des Landes", "only chamber of the Land"),
    "chambers_counted": Text("Handwerkskammern", "chambers"),
    "chambers": Text("Handwerkskammern", "Chambers of crafts"),
    "code": Text("Schlüssel", "Code"),
    "confidence": Text("Sicherheit", "Confidence"),
    "confidence_note": Text(
        "Sicherheit: die geringste, mit der ein Teil des Bezirks bekannt ist",
        "confidence: the least with which any part of the district is known",
    ),
    "confidence_high": Text("hoch", "high"),
    "confidence_medium": Text("mittel", "medium"),
    "confidence_low": Text("gering", "low"),
    "kreise": Text("Kreise", "Kreise"),
    "land": Text("Land", "Land"),
    "no_chamber": Text("gehört zu keinem Kreis und zu keiner Kammer", "belongs to no Kreis and to no chamber"),
    "retrieved": Text("Abruf", "Retrieved"),
    "rows": Text("Zeilen", "Rows"),
    "may_be_others": Text("weitere Orte dieses Namens sind möglich", "there may be other places of this name"),
    "municipality_until": Text("eigene Gemeinde bis", "a municipality of its own until"),
    "near": Text("ähnlich", "similar"),
    "exonym": Text("anderer Name", "other name"),
    "former_name": Text("früherer Name", "former name"),
    "former_key": Text("früherer Schlüssel", "former key"),
    "near_border": Text("nahe der Grenze", "near the border"),
    "nuts": Text("NUTS-Code", "NUTS code"),
    "plate": Text("Kfz-Kennzeichen", "car plate"),
    "boundaries": Text("Grenzen", "Boundaries"),
    "doubt_low": Text(
        "Welche Kammer zuständig ist, ist nur mit geringer Sicherheit bekannt",
        "Which chamber is responsible is known with low confidence only",
    ),
    "doubt_medium": Text(
        "Welche Kammer zuständig ist, ist nur mit mittlerer Sicherheit bekannt",
        "Which chamber is responsible is known with medium confidence only",
    ),
    "sums_computed": Text("Summen über den Bezirk, berechnet", "sums over the district, computed"),
    "legal_basis": Text("Rechtsgrundlage", "Legal basis"),
    "sure_low": Text("geringe Sicherheit", "low confidence"),
    "sure_medium": Text("mittlere Sicherheit", "medium confidence"),
    "responsible": Text("Handwerkskammer", "Chamber"),
    "town_unsure": Text(
        "Gemeinde nicht sicher: nur die Lage des Orts spricht für eine",
        "municipality not sure: only the position of the place speaks for one",
    ),
    # The history of keys and names.
    "after": Text("Nach", "To"),
    "before": Text("Von", "From"),
    "chambers_today": Text(
        "Welche Kammer zuständig ist, ist nur für heute bekannt.",
        "Which chamber is responsible is known for today only.",
    ),
    "change_dissolved": Text("aufgelöst", "dissolved"),
    "change_formed": Text("aus einem Teil gebildet", "formed from a part"),
    "change_key": Text("neuer Schlüssel", "new key"),
    "change_kind": Text("Änderung", "Change"),
    "change_name": Text("neuer Name", "new name"),
    "change_new": Text("neu gebildet", "newly formed"),
    "change_part": Text("Teil umgegliedert", "part moved"),
    "change_renumbered": Text("neue Nummerierung", "renumbered"),
    "change_today": Text("heute", "today"),
    "crosswalk": Text(
        "Gemeinden vom {day}, und was sie heute sind", "Municipalities of {day}, and what they are today"
    ),
    "earlier_changes": Text("Änderungen davor", "Changes before"),
    "inhabitants": Text("Einwohner", "Inhabitants"),
    "kreis_key": Text("Kreisschlüssel", "Kreis key"),
    "last_changes": Text("Letzte Änderungen", "Last changes"),
    "more_changes": Text("und {count} davor: hwk history {key}", "and {count} before: hwk history {key}"),
    "next_key": Text("Schlüssel heute", "Key today"),
    "next_name": Text("Name heute", "Name today"),
    "no_changes": Text(
        "keine, seit die Daten beginnen (West: September 1950, Ost: 3. Oktober 1990)",
        "none since the data begin (West: September 1950, East: 3 October 1990)",
    ),
    "no_changes_then": Text("keine in dieser Zeit", "none in this time"),
    "number": Text("Nummer", "Number"),
    "over": Text("über", "over"),
    "reused": Text(
        "Der Schlüssel {key} stand bis zum {until} für {name}: --on {day} zeigt das.",
        "Until {until} the key {key} stood for {name}: --on {day} shows that.",
    ),
    "shares_area": Text("Anteile: an der Fläche", "shares: of the area"),
    "shares_inhabitants": Text("Anteile: an den Einwohnern", "shares: of the inhabitants"),
    "share_of": Text("von", "of"),
    "since": Text("Seit", "Since"),
    "then_part": Text(
        "Damals gab es sie noch nicht: gezeigt ist, was heute ganz oder zum Teil in ihr liegt.",
        "It was not there yet: shown is what lies in it today, wholly or in part.",
    ),
    "then_within": Text(
        "Damals gab es sie nicht mehr: gezeigt ist, worin sie lag.",
        "It was no more: shown is what it lay in.",
    ),
    "today": Text("Heute", "Today"),
    "under": Text("unter", "under"),
    "until": Text("bis", "until"),
    "valid_until": Text("Bis", "Until"),
    "without_east": Text(
        "Ohne die Gemeinden im Osten: deren Daten beginnen am 3. Oktober 1990.",
        "Without the municipalities of the East: their data begin on 3 October 1990.",
    ),
    "without_saarland": Text(
        "Ohne das Saarland: dessen Daten beginnen am 1. Januar 1957.",
        "Without the Saarland: its data begin on 1 January 1957.",
    ),
    "title": Text("Titel", "Title"),
    "url": Text("Adresse", "Address"),
    "unincorporated": Text("gemeindefreies Gebiet", "unincorporated area"),
    "unincorporated_many": Text("gemeindefreie Gebiete", "unincorporated areas"),
    "unincorporated_one": Text("gemeindefreies Gebiet", "unincorporated area"),
}

VOCABULARIES: Mapping[object, str] = {
    Kind: "",
    KreisKind: "",
    LocalityKind: "",
    How: "",
    Basis: "basis_",
    Confidence: "confidence_",
    Rank: "rank_",
    Unit: "unit_",
    MetricKind: "metric_kind_",
    Precision: "",
    ContactKind: "",
}
"""The vocabularies of `hwkcli.model`, and what the keys of their words begin with."""


_WINDS = {"N": "N", "NE": "NO", "E": "O", "SE": "SO", "S": "S", "SW": "SW", "W": "W", "NW": "NW"}


def wind(direction: str, lang: Language) -> str:
    """A direction (`N`, `NE` ...) as the language has it; empty for none."""
    return _WINDS[direction] if direction and lang == "de" else direction


def language(option: str | None, environ: Mapping[str, str]) -> Language:
    """The language of an answer for reading: the option, else HWK_LANG, else the locale's, else English.

    Raises BadSetting if HWK_LANG is neither `de` nor `en`.
    """
    named = option or environ.get("HWK_LANG")
    if named and named not in ("de", "en"):
        raise BadSetting("HWK_LANG is {value}; set it to de or en", value=quoted(named))
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "de" if (named or locale or "en").lower().startswith("de") else "en"


def pick(text: Text, lang: Language) -> str:
    """A text in a language."""
    return text.de if lang == "de" else text.en


def translated(said: str | Text, lang: Language) -> str:
    """A message or a help text in a language. What the catalogue does not have comes in English, and so does what is no
    `Message` but a text with values in it already; a `Text` has both.

    >>> translated(Message("{said}; did you mean {names}?", said="no place 'Kamenn'", names="Kamen"), "de")
    "no place 'Kamenn'; meinten Sie Kamen?"
    >>> translated(Message("nobody has translated {this}", this=1), "de")
    'nobody has translated 1'
    """
    if isinstance(said, Text):
        return pick(said, lang)
    if lang == "en":
        return str(said)
    from hwkcli.german import CATALOGUE

    if not isinstance(said, Message) or not said.values:
        return CATALOGUE.get(said, said)
    values = {name: _german(value) for name, value in said.values.items()}
    return CATALOGUE.get(said.template, said.template).format_map(values)


def _german(value: object) -> object:
    """A value of a message as it stands in a German sentence."""
    if isinstance(value, Message):
        return translated(value, "de")
    if isinstance(value, Time):
        return date(value, "de")
    if isinstance(value, Named):
        return value.german
    return _Whole(value) if isinstance(value, int) else _Decimal(value) if isinstance(value, float) else value


class _Whole(int):
    """A number that is written with points between its thousands, where a message asks for separators (`{rows:,}`)."""

    def __format__(self, form: str) -> str:
        written = super().__format__(form)
        return written.translate(_SEPARATORS) if form == "," else written


class _Decimal(float):
    """A number that is written with a decimal comma, where a message asks for separators (`{km:,}`)."""

    def __format__(self, form: str) -> str:
        written = super().__format__(form)
        return written.translate(_SEPARATORS) if form == "," else written


_SEPARATORS = str.maketrans(",.", ".,")


def word(key: str, lang: Language) -> str:
    """The heading or name of a field, a kind or a way of matching. Raises KeyError for a key without words."""
    return pick(_WORDS[key], lang)


def term(vocabulary: object, value: str, lang: Language) -> str:
    """What a word of a vocabulary is called. Raises KeyError for a word that is not in it.

    >>> term(Unit, "EUR", "de"), term(ContactKind, "site", "en")
    ('Euro', 'site')
    """
    return word(VOCABULARIES[vocabulary] + value.lower(), lang)


def names(code: str) -> tuple[str, ...]:
    """All names of a code of a vocabulary: one and many, in both languages.

    >>> names("municipality")
    ('Gemeinde', 'municipality', 'Gemeinden', 'municipalities')
    """
    forms = (_WORDS[key] for key in (code, f"{code}_one", f"{code}_many") if key in _WORDS)
    return tuple(dict.fromkeys(name for text in forms for name in text))


def number(value: float | None, lang: Language, places: int = 0) -> str:
    """A number with separators, to so many places; empty if it is unknown.

    >>> number(20498, "de"), number(20498, "en"), number(6.6357, "de", 2)
    ('20.498', '20,498', '6,64')
    """
    if value is None:
        return ""
    written = f"{value:,.{places}f}"
    return written.translate(_SEPARATORS) if lang == "de" else written


def share(part: float, lang: Language) -> str:
    """A share in per cent: never 0 or 100 that is not.

    >>> share(0.63123, "de"), share(0.99996, "en"), share(0.00002, "de"), share(1, "de")
    ('63,1 %', 'over 99.9%', 'unter 0,1 %', '100 %')
    """
    sign = {"de": " %", "en": "%"}[lang]
    if 0 < part < 0.0005:
        return f"{word('under', lang)} {number(0.1, lang, 1)}{sign}"
    if 0.9995 <= part < 1:
        return f"{word('over', lang)} {number(99.9, lang, 1)}{sign}"
    return number(100 * part, lang, 0 if part in (0, 1) else 1) + sign


def euros(value: float, lang: Language) -> str:
    """An amount in euros, in milliards or millions where that loses nothing.

    >>> euros(16_400_000_000, "de"), euros(16_400_000_000, "en"), euros(121_000, "en")
    ('16,4 Mrd. €', '€16.4 bn', '€121,000')
    """
    amount, scale = number(value, lang, 0 if value == int(value) else 2), ""
    for power, de, en in ((9, " Mrd.", " bn"), (6, " Mio.", " m")):
        shown = f"{value / 10**power:.12g}"
        if value >= 10**power and len(shown) < 8:
            places = len(shown.partition(".")[2])
            amount, scale = number(value / 10**power, lang, places), de if lang == "de" else en
            break
    return f"{amount}{scale} €" if lang == "de" else f"€{amount}{scale}"


def value(figure: Figure, lang: Language) -> str:
    """A figure's value: an amount with its currency, any other number to two places if it is not whole."""
    if figure.unit == "EUR":
        return euros(figure.value, lang)
    percent = {"de": " %", "en": "%"}[lang] if figure.unit == "percent" else ""
    places = 0 if figure.value == int(figure.value) else 1 if percent else 2
    return number(figure.value, lang, places) + percent


def change(value: float | None, unit: str, lang: Language, rounded: bool = False) -> str:
    """A difference with its sign; about so much if it follows from rounded figures; in points for per cent.

    The unit `change_percent` is for differences that are given in per cent themselves: they have one place.

    >>> change(113, "businesses", "de"), change(7000, "persons", "en", rounded=True), change(-2, "percent", "de")
    ('+113', 'about +7,000', '-2 Prozentpunkte')
    """
    if value is None:
        return ""
    places = 0 if rounded or (value == int(value) and unit != "change_percent") else 1
    shown = euros(abs(value), lang) if unit == "EUR" else number(abs(value), lang, places)
    sign = "+" if value > 0 else "-" if value < 0 else "±"
    points = {"percent": Text(" Prozentpunkte", " points"), "index": Text(" Punkte", " points")}.get(unit, Text("", ""))
    about = pick(Text("rd. ", "about "), lang) if rounded else ""
    return f"{about}{sign}{shown}{pick(points, lang)}"


_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")


def dated(text: Text, lang: Language) -> str:
    """A text in which dates may stand in ISO form, with the dates as the language writes them.

    >>> dated(Text("2026-03", "2026-03"), "de"), dated(Text("Abruf 2026-11-22", "retrieved 2026-11-22"), "en")
    ('März 2026', 'retrieved 22 November 2026')
    """
    return _ISO.sub(lambda found: date(found[0], lang), pick(text, lang))


def date(iso: str | None, lang: Language) -> str:
    """A time as precise as it is given; empty if it is unknown.

    >>> date("2024-01", "de"), date("2022-05-15", "de"), date("2022-05-15", "en")
    ('Januar 2024', '15.05.2022', '15 May 2022')
    >>> date("2019-H1", "de"), date("2007-spring", "en"), date("2025-01/2025-10", "de")
    ('1. Halbjahr 2019', 'spring 2007', 'Januar 2025 bis Oktober 2025')
    """
    if iso is None:
        return ""
    if "/" in iso:
        first, _, last = iso.partition("/")
        return f"{date(first, lang)} {pick(Text('bis', 'to'), lang)} {date(last, lang)}"
    part = _PARTS_OF_YEARS.get(iso[5:])
    if part is not None:
        return f"{pick(part, lang)} {iso[:4]}"
    year, month, day, *_ = [*iso.split("-"), "", ""]
    if day and lang == "de":
        return f"{day}.{month}.{year}"
    name = pick(MONTHS[int(month) - 1], lang) if month else ""
    return " ".join(filter(None, (str(int(day)) if day else "", name, year)))
