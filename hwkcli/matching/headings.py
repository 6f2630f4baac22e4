"""The headings by which columns of addresses are known, and what else in a heading says which address it is of."""

import re
from collections.abc import Sequence

from hwkcli.naming.fold import fold

_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

_WORDS = {
    role: frozenset(names.split(", "))
    for role, names in {
        "key": "ags, ars, ags 8, ags8, gkz, gemeindeschluessel, gemeindekennziffer, gemeindekennzahl, amtlicher "
        "gemeindeschluessel, amtl gemeindeschluessel, regionalschluessel, amtlicher regionalschluessel, "
        "gemeindenummer, kreisschluessel, kreisschluesselnummer, kreiskennziffer, kreisnummer, kreis nr, "
        "kreis key, kreis id, krs, idlandkreis, id landkreis, landkreis id, landkreisschluessel, "
        "warncellid, warncell id, gemeinde ags, kreis ags, landkreisid, kreisid, kreiscode, kreis code, landkreiscode, "
        "gemeindeid, gemeinde id, gemeindecode, schluesselnummer, schluessel nummer",
        "postal_code": "plz, postleitzahl, zip, zipcode, zip code, postcode, post code, postalcode, postal code, plz5, "
        "plz ort, plz und ort, postleitzahl ort, postleitzahl und ort",
        "place": "ort, ortsname, ort name, name der stadt, stadt, stadtname, gemeinde, gemeindename, gemeinde "
        "name, stadt gemeinde, wohnort, firmensitz, ortschaft, place, city, town, municipality, "
        "locality, kommune, sitzort, betriebsort, schulort, standort, postort, sitz, hauptsitz, "
        "vereinssitz, unternehmenssitz",
        "kreis": "kreis, landkreis, kreisname, landkreisname, kreis name, lkr, stadtkreis, stadt landkreis, stadt "
        "kreis, landkreis stadt, kreisfreie stadt landkreis, landkreis kreisfreie stadt, kreis "
        "kreisfreie stadt, kreisfreie stadt kreis, stadt und landkreis, stadt oder landkreis, county, "
        "stadt bzw landkreis",
        "land": "land, bundesland, bundesland name, state, regierungsbezirk, regbez, reg bez, rb",
        "country": "land, staat, country, nation, laendercode, laenderkennzeichen, laenderkuerzel, country code, "
        "iso, iso code",
        "latitude": "lat, latitude, breitengrad, geo lat, geografische breite, geographische breite, breite, y",
        "longitude": "lon, lng, long, longitude, laengengrad, geo lon, geo lng, geografische laenge, geographische "
        "laenge, laenge, x",
        "address": "adresse, anschrift, address, vollstaendige adresse, volle adresse, postanschrift, "
        "hausanschrift, strasse plz ort, strasse hausnummer plz ort, standort, lage",
    }.items()
}
"""The words, folded, with umlauts as two letters."""
_NO_PLACE = re.compile(
    r"\b(?:teil|nr|nummer|id|typ|art|schluessel|kennziffer|kennzahl|key|code|ags|plz|postleitzahl|bezirk|rat|verwaltung)\b"
)
"""A place's heading with such a word is of something else."""
_NUMBERED = re.compile(
    r"kund|rechn|beleg|artik|auftr|mitgl|vertr|person|konto|telef|fax|mobil|betrag|preis|umsatz|anzahl|einwohner|datum|jahr"
)
"""What is numbered under such a heading, or counted, is no area."""
_HOUSE = re.compile(r"\b(?:haus|strasse|besucher|besuchs|standort|sitz|betrieb|wohn)")
_POST = re.compile(r"\b(?:post|postfach|brief|gross|versand|zustell)")


def folded(heading: str) -> str:
    """A heading as it is compared."""
    return fold(heading[:200]).translate(_TWO_LETTERS)


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading, and no value, by which a column is known (`Kreis` may be a value)."""
    key = folded(cell)
    return any(key in _WORDS[role] for role in ("key", "postal_code", "place"))


def may_be_of_keys(heading: str) -> bool:
    """Whether a column that looks as if it held keys may do so by its heading."""
    return not _NUMBERED.search(folded(heading))


def by_heading(names: Sequence[str], role: str) -> list[int]:
    """The columns with a heading of a role; else those that have such a word at the beginning or the end of their
    heading (`PLZ Firma`), which may be of something else."""
    keys = [folded(name) for name in names]
    whole = [at for at, key in enumerate(keys) if key in _WORDS[role]]
    if role == "key":
        # The key of a municipality says more than that of its Kreis.
        whole = [at for at in whole if "kreis" not in keys[at]] or whole
    if whole:
        return whole
    single = {word for word in _WORDS[role] if " " not in word and len(word) > 1}
    part = [at for at, key in enumerate(keys) if single & set(key.split()[:1] + key.split()[-1:])]
    return [at for at in part if not _NO_PLACE.search(keys[at])] if role == "place" else part


def word_of(heading: str, role: str) -> str:
    """Which word of a role a heading has: `ort` of `Ort (Hausanschrift)`; empty if none."""
    key = folded(heading)
    if key in _WORDS[role]:
        return key
    words = key.split()
    return next((word for word in (*words[:1], *words[-1:]) if word in _WORDS[role]), "")


def qualifier(heading: str, role: str) -> str:
    """What a heading says beside the word of its role: `hausanschrift`; empty if nothing."""
    key, word = folded(heading), word_of(heading, role)
    if key == word:
        return ""
    return re.sub(rf"^{re.escape(word)} | {re.escape(word)}$", "", key)


def is_post(qualifier: str) -> bool:
    """Whether an address is one for letters only, such as a post box."""
    return _POST.search(qualifier) is not None and not _HOUSE.search(qualifier)
