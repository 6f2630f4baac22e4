"""The headings by which columns of addresses are known, and what else in a heading says which address it is of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from hwkcli.naming.fold import fold

_HUMP = re.compile("(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[A-Za-z])(?=(?:19|20)[0-9]{2}$)")
"""Where a word or a year begins in a heading without blanks (`shippingZip`, `ags2020`)."""
_PARTED = re.compile("(?<=[a-zäöüß])-(?:[ \r\n]{1,4}(?!und |oder |bzw)(?=[a-zäöüß])|(?=schl|nummer|zahl|kennz))")
"""Where a word is parted between two lines of a heading (`Postleit-` and `zahl`), also where the break was lost."""
_MARKS = re.compile(r"\[[0-9A-Za-z]{1,3}\]|(?<=[^\W\d_])\s?[0-9]\)|[¹²³*]+$")
"""What stands behind a heading for a note."""
_MOST_WORDS = 3
"""A word by which a column is known has so many words at most that are parted by blanks."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

_WORDS = {
    role: frozenset(names.split(", "))
    for role, names in {
        "key": "ags, ars, ags 8, ags8, gkz, gemeindeschluessel, gemeinde schluessel, kreis schluessel, "
        "gemeindekennziffer, gemeindekennzahl, amtlicher "
        "gemeindeschluessel, amtl gemeindeschluessel, regionalschluessel, amtlicher regionalschluessel, "
        "gemeindenummer, kreisschluessel, kreisschluesselnummer, kreiskennziffer, kreisnummer, kreis nr, "
        "kreis key, kreis id, krs, idlandkreis, id landkreis, landkreis id, landkreisschluessel, "
        "warncellid, warncell id, gemeinde ags, kreis ags, landkreisid, kreisid, kreiscode, kreis code, landkreiscode, "
        "gemeindeid, gemeinde id, gemeindecode, gemeinde code, municipality code, "
        "gebietsschluessel, kreisschl, gemeindeschl, gmdschl, gem schl, rs 0, lau code, lau id, "
        "schluesselnummer, schluessel nummer, schlnr, schl nr, municipality key, regional key, district key, "
        "community key",
        "postal_code": "plz, postleitzahl, postal, postleitz, zip, zipcode, zip code, postcode, post code, postalcode, "
        "postal code, plz5, "
        "post leit zahl, post leitzahl, pstlz, post code1, post code 1, postcode1, lieferplz, rechnungsplz, firmenplz, "
        "plz ort, plz und ort, postleitzahl ort, postleitzahl und ort",
        "place": "ort, ortsname, ort name, name der stadt, stadt, stadtname, gemeinde, gemeindename, gemeinde "
        "name, stadt gemeinde, wohnort, firmensitz, ortschaft, place, city, town, municipality, "
        "locality, village, hamlet, kommune, community, commune, sitzort, betriebsort, schulort, standort, postort, "
        "orte, gemeinden, staedte, staedte gemeinden, staedte und gemeinden, sitz, hauptsitz, vereinssitz, "
        "unternehmenssitz, geschaeftssitz, ort01, city1, ortsbezeichnung, "
        "gemeindebezeichnung, ortsgemeinde, ortsgemeinden, mitgliedsgemeinde, mitgliedsgemeinden, registered office",
        "kreis": "kreis, landkreis, lk sk, sk lk, kreisname, landkreisname, kreis name, lkr, stadtkreis, "
        "stadt landkreis, stadt "
        "kreis, landkreis stadt, kreisfreie stadt landkreis, landkreis kreisfreie stadt, kreis "
        "kreisfreie stadt, kreisfreie stadt kreis, stadt und landkreis, stadt oder landkreis, county, "
        "stadt bzw landkreis, kreise, landkreise, kreisfreie staedte kreise, kreisfreie staedte und kreise, kreisfreie "
        "staedte und landkreise, kreisfreie staedte landkreise, verwaltungsbezirk, verwaltungsbezirke, "
        "zulassungsbezirk",
        "kreis_code": "kennzeichen, kfz kennzeichen, autokennzeichen, kfz kz, kfz, unterscheidungszeichen, nuts, "
        "nuts3, nuts 3, nuts code, nuts3 code, nuts 3 code, nuts id, geo",
        "association": "samtgemeinde, verbandsgemeinde, verwaltungsgemeinschaft, gemeindeverband, verwaltungsverband, "
        "amt, vg",
        "land": "land, bl, bula, bundesland, bundesland name, bundesland kanton, kanton, kantone, canton, kt, state, "
        "province, region, regio, regierungsbezirk, regbez, reg bez, rb",
        "country": "land, land1, land region, country region, lkz, staat, country, nation, laendercode, "
        "laenderkennzeichen, laenderkuerzel, country code, "
        "iso, iso code",
        "latitude": "lat, latitude, breitengrad, geo lat, geografische breite, geographische breite, breite, y",
        "longitude": "lon, lng, long, longitude, laengengrad, geo lon, geo lng, geografische laenge, geographische "
        "laenge, laenge, x",
        "address": "adresse, anschrift, address, vollstaendige adresse, volle adresse, postanschrift, "
        "hausanschrift, registered address, geschaeftsanschrift, firmenanschrift, strasse plz ort, "
        "strasse hausnummer plz ort, standort, lage",
    }.items()
}
"""The words, folded, with umlauts as two letters."""
_NO_PLACE = re.compile(
    r"\b(?:teil|part|nr|nummer|id|typ|type|art|schluessel|kennziffer|kennzahl|key|code|ags|plz|postleitzahl|bezirk|rat|verwaltung|strasse|street|str|hausnummer|haus)\b"
)
"""A place's heading with such a word is of something else."""
_NUMBERED = re.compile(
    r"kund|rechn|beleg|artik|auftr|mitgl|vertr|person|konto|telef|fax|mobil|betrag|preis|umsatz|anzahl|einwohner|datum|jahr"
)
"""What is numbered under such a heading, or counted, is no area."""
_HOUSE = re.compile(r"\b(?:haus|str\b|strasse|besucher|besuchs|standort|sitz|betrieb|wohn)")
_OWNER = re.compile(
    r"traeger|betreiber|eigent|inhab|zustaendig|behoerde|schulamt|gesundheitsamt|finanzamt|gericht|officer|"
    r"geschaeftsf|vorstand|ansprechp|absender|\bsend(?:er)?\b|shipper|bauherr|halter\b|vermieter|\bolg\b|\blg\b|\bag\b"
)
"""Whose something is, or who sees to it, lies elsewhere."""
_OF_NO_PLACE = re.compile(
    r"verband|verein|dekanat|bezirk|vorname|nachname|familienname|strasse|hersteller|marke|vertret|stadtteil|ortsteil|"
    r"regionalstelle|landesstelle|"
    r"gemeindeteil|viertel|quartier|agentur|jobcenter|kammer|direktion|praesidium|leitstelle|wahlkreis|stimmkreis|"
    r"kreisstadt|kreissitz|verwaltungssitz|hauptstadt|hauptort|geburtsort|sterbeort"
)
"""What stands under such a heading may be called as places are."""
_PART_OF_TOWN = re.compile(r"stadtteil|ortsteil|stadtbezirk|stadtgebiet|stadtviertel|statistischer bezirk|quartier")
_OF_ADDRESS = re.compile(
    r"strasse|street|\bstr\b|adresse|anschrift|address|hausn|firma|\bname[n12]?\b|vorname|kunde|verein|schul"
)
"""What stands under such a heading has an address of its own, so that its Land alone would be a poor answer."""
_HOUSES = re.compile(r"strasse|street|\bstr\b|adresse|anschrift|address|hausn")
_ADDRESSES = frozenset(("adresse", "adressen", "anschrift", "anschriften", "postanschrift", "address", "addresses"))
_PLACE_OF = re.compile(
    r"(?:arbeits?|ausbildungs|auftritts|dienst|einsatz|herkunfts|kurs|lager|leistungs|liefer|praxis|produktions|seminar|"
    r"spiel|start|tagungs|unterrichts|veranstaltungs|verlags|ziel)(ort|stadt|gemeinde)\b"
)
_METRES = re.compile(r"rechtswert|hochwert|ostwert|nordwert|easting|northing|\butm|gauss|^[xy]$|^[xy] (?:k|utm|mp)")
_POST = re.compile(r"\b(?:post|postfach|brief|gross|versand|zustell|(?:pf|gk)\b)")


@lru_cache(1 << 15)
def folded(heading: str) -> str:
    """A heading as it is compared; `cityLabel` is as good as `city`."""
    key = fold(_HUMP.sub(" ", _PARTED.sub("", _MARKS.sub("", heading[:200])))).translate(_TWO_LETTERS)
    return key.removesuffix(" label")


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading, and no value, by which a column is known (`Kreis` may be a value)."""
    key = folded(cell)
    return any(key in _WORDS[role] for role in ("key", "postal_code", "place"))


def is_word(cell: str) -> bool:
    """Whether a cell is a word by which a column is known, or one for addresses, and no more."""
    key = folded(cell)
    return key in _ADDRESSES or any(key in _WORDS[role] for role in ("key", "postal_code", "place", "kreis", "land"))


def may_be_of_keys(heading: str) -> bool:
    """Whether a column that looks as if it held keys may do so by its heading."""
    return not _NUMBERED.search(folded(heading))


def is_sure_heading(cell: str) -> bool:
    """Whether a cell is a heading that no row of a table has as its value (`PLZ`, `AGS`)."""
    key = folded(cell)
    return any(key in _WORDS[role] for role in ("key", "postal_code"))


def by_heading(names: Sequence[str], role: str) -> list[int]:
    """The columns with a heading of a role; else those that have such a word at the beginning or the end of their
    heading (`PLZ Firma`), else within it, which may be of something else."""
    keys = [folded(name) for name in names]
    whole = [at for at, key in enumerate(keys) if key in _WORDS[role]]
    if role == "key":
        # The key of a municipality says more than that of its Kreis.
        whole = [at for at in whole if "kreis" not in keys[at]] or whole
    if whole:
        return whole
    for word_in in (_at_the_ends, _within, _behind):
        part = [at for at, key in enumerate(keys) if word_in(key, role)]
        part = [at for at in part if not _NO_PLACE.search(keys[at])] if role == "place" else part
        if part:
            return part
    return []


def _at_the_ends(key: str, role: str) -> str:
    """The longest word of a role at the beginning or the end of a folded heading; empty if there is none."""
    words = key.split()
    for number in range(min(len(words), _MOST_WORDS), 0, -1):
        for some in (words[:number], words[-number:]):
            found = " ".join(some)
            if found in _WORDS[role] and len(found) > 1:
                return found
    return ""


def _within(key: str, role: str) -> str:
    """The first word of a role within a folded heading; empty if there is none. That of a region says too little."""
    if role in ("land", "country", "address"):
        return ""
    return next((word for word in key.split()[1:-1] if word in _WORDS[role] and len(word) > 2), "")


def _behind(key: str, role: str) -> str:
    """The word of places that the first word of a folded heading ends with (`Arbeitsort`); empty if there is none."""
    found = _PLACE_OF.match(key) if role == "place" else None
    return found[1] if found else ""


def word_of(heading: str, role: str) -> str:
    """Which word of a role a heading has: `ort` of `Ort (Hausanschrift)`; empty if none."""
    key = folded(heading)
    return key if key in _WORDS[role] else _at_the_ends(key, role) or _within(key, role)


def qualifier(heading: str, role: str) -> str:
    """What a heading says beside the word of its role: `hausanschrift`; empty if nothing."""
    key, word = folded(heading), word_of(heading, role)
    return "" if key == word else re.sub(rf"^{re.escape(word)} | {re.escape(word)}$|(?<= ){re.escape(word)} ", "", key)


def is_owner(heading: str) -> bool:
    """Whether a heading, or what stands beside its word, is of whose something is."""
    return _OWNER.search(heading) is not None


def may_be_of_places(heading: str) -> bool:
    """Whether a column that looks as if it held places may do so by its heading."""
    return not (_OWNER.search(folded(heading)) or is_of_no_place(heading))


def is_of_no_place(heading: str) -> bool:
    """Whether a heading is of what may be called as places are, and is more or less than these, or something else."""
    return _OF_NO_PLACE.search(folded(heading)) is not None


def is_part_of_town(heading: str) -> bool:
    """Whether a heading is of the parts of a town (`Stadtteil`)."""
    return _PART_OF_TOWN.search(folded(heading)) is not None


def may_be_part_of_town(heading: str) -> bool:
    """Whether a heading may be of the parts of a town, if that is what is in the column."""
    return folded(heading) in ("bezirk", "district", "borough", "neighbourhood", "neighborhood", "quarter", "kiez")


def is_of_kreise(heading: str) -> bool:
    """Whether a heading is of Kreise, also where it names the cities among them."""
    return re.search(r"\b(?:land|stadt)?kreise?\b", folded(heading)) is not None


def is_of_sites(heading: str) -> bool:
    """Whether a heading is of sites, which may be called by their towns, or otherwise."""
    return folded(heading) in ("standort", "sitz")


def is_of_constituencies(heading: str) -> bool:
    """Whether a heading is of Wahlkreise or what they are counted by."""
    return re.match(r"(?:bundes|land)?(?:tags)?(?:wahlkreis|stimmkreis)|wkr? n", folded(heading)) is not None


def may_be_of_addresses(heading: str) -> bool:
    """Whether a heading is of what has an address, or is a part of it."""
    return _OF_ADDRESS.search(folded(heading)) is not None


def has_houses(heading: str) -> bool:
    """Whether a heading is of streets or whole addresses."""
    return _HOUSES.search(folded(heading)) is not None


def is_of_names(heading: str) -> bool:
    """Whether a heading says of what stands below it that it is a name, and not of what."""
    return folded(heading) in ("name", "names", "namen", "bezeichnung", "label", "title", "titel", "note", "text")


def is_of_seats(heading: str) -> bool:
    """Whether a heading is of where areas are administered from (`SDV_ARS`, `AGS Kreissitz`)."""
    return re.search(r"\bsdv\b|(?:kreis|verwaltungs)sitz", folded(heading)) is not None


def is_of_nuts(heading: str) -> bool:
    """Whether a heading is of NUTS codes, or of codes of areas in Europe."""
    return re.search(r"\bnuts|\bgeo\b", folded(heading)) is not None


def is_of_metres(heading: str) -> bool:
    """Whether a heading is of positions in metres."""
    return _METRES.search(folded(heading)) is not None


def first_of_numbered(kinds: Sequence[str]) -> int | None:
    """Which of the addresses that are told apart by nothing but a number (`PLZ 1`, `PLZ 2`; in JSON 0, 1) is the first;
    None if they are told apart otherwise."""
    first = [number for number, kind in enumerate(kinds) if re.search(r"\b0\b", kind)]
    first = first or [number for number, kind in enumerate(kinds) if re.search(r"\b1\b", kind)]
    alike = len({re.sub("[0-9]", "", kind) for kind in kinds}) == 1
    return first[0] if alike and len(first) == 1 else None


def is_of_cantons(heading: str) -> bool:
    """Whether a heading is of the cantons of Switzerland, and of nothing else."""
    return folded(heading) in ("kanton", "kantone", "canton", "kt")


def is_post(qualifier: str) -> bool:
    """Whether an address is one for letters only, such as a post box."""
    return _POST.search(qualifier) is not None and not _HOUSE.search(qualifier)
