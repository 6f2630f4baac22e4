"""The words of texts that name an office, a firm or a building in a place: `Jobcenter Kreis Unna`, `Müller GmbH`."""

import re

from hwkcli.naming.fold import fold

_OFFICES = frozenset(
    (
        *("agentur für arbeit", "bundesagentur für arbeit", "arbeitsagentur", "jobcenter", "job center", "lg", "olg"),
        *("polizei", "polizeipräsidium", "polizeiinspektion", "polizeidirektion", "polizeirevier", "polizeiwache"),
        *("kripo", "staatsanwaltschaft", "handelsregister", "feuerwehr", "notariat", "pressestelle", "verwaltung"),
        *("sparkasse", "volksbank", "raiffeisenbank", "stadtrat", "gemeinderat", "stadtverwaltung", "rathaus"),
        *("stadtarchiv", "stadtbücherei", "stadtbibliothek", "stadtkasse", "stadthalle", "gemeindeverwaltung"),
        *("bürgerbüro", "bürgerservice", "wirtschaftsförderung", "wirtschaftsfoerderung", "haus des handwerks"),
        *("haus der wirtschaft", "bbz", "handwerkerbildungsstätte", "volkshochschule", "vhs", "berufskolleg"),
        *("universität", "universitaet", "uni", "tu", "fh", "universitätsklinikum", "krankenhaus", "klinikum"),
        *("bahnhof", "bf", "hauptbahnhof", "hbf", "innung", "hauptverwaltung", "niederlassung", "standort", "filiale"),
        *("employment agency", "job centre", "tax office", "local court", "district court", "university"),
        *("bürgermeister", "oberbürgermeister", "abfallwirtschaft", "müllabfuhr", "bauhof", "tourist information"),
        *("gewerbegebiet", "industriegebiet", "jc"),
        *("town hall", "registry office", "chamber of guilds", "savings bank", "main station", "central station"),
    )
)
_KREIS_OFFICES = frozenset(
    (
        *("kreishandwerkerschaft", "handwerkerschaft", "kh", "kreispolizei", "kreispolizeibehörde"),
        *("kreissparkasse", "kreisjugendamt"),
        *("kreisgesundheitsamt", "kreisbauamt", "kreisvolkshochschule", "kvhs", "kreisjobcenter", "kreistag"),
        *("kreishaus", "kreisarchiv", "kreiswerke", "kreisordnungsamt", "kreisveterinäramt", "kreissozialamt"),
        *("kreisumweltamt", "kreisbauernschaft", "kreisverband", "kreisfeuerwehrverband"),
    )
)
"""Offices of a Kreis: where there is one of the name behind them, that is meant."""
_ENDINGS = re.compile(
    r"(?:\w+ und |kfz )?\w{3,}(?:amt|gericht|behörde|behoerde|innung|sparkasse|schule|werke|stelle|zentrum)"
)
"""What other offices end in (`Finanzamt`, `Amtsgericht`, `Bäckerinnung`)."""
_NO_OFFICES = frozenset(("oberamt", "bezirksamt", "landesamt", "bundesamt", "oberbergamt"))
"""What ends so, and is a territory of before, or an office that is not named for the place where it is."""
_LEGAL_FORM = re.compile(
    r"(?<!\w)(?:g?GmbH|gemeinnützige GmbH|mbH|UG(?: \(haftungsbeschränkt\))?|AG|KG|KGaA|OHG|oHG|GbR|e\. ?K\.|e\.K|eK"
    r"|e\. ?Kfm\.|e\. ?V\.|eV|eG|e\. ?G\.|SE|PartG(?: ?mbB)?|Ltd\.?|Inc\.?|Inh\.)(?!\w)"
)
"""The legal forms of firms and clubs, as they write them."""
_FIRMS = re.compile(
    r"\b(?:firma|fa|familie|herrn?|frau|elektro|autohaus|kfz|sanitär|friseur|salon|praxis|kanzlei|apotheke|hotel"
    r"|gasthof|gasthaus|restaurant|café|cafe|kita|kindergarten|haus des|haus der|zentrum|center|halle|verein|verband"
    r"|kirche|gemeinnützige|büro|agentur|studio|werkstatt|betrieb|institut|akademie|stiftung|museum|theater)\b"
    r"|\w{2,}(?:erei|haus|amt|schule|gericht|zentrum|center|technik|handwerk|meister|innung|praxis|apotheke|kirche|betrieb"
    r"|werkstatt|verein|verband|salon|studio|markt|bau)\b"
)
"""Words of a line that is no place, where another line is one."""


def is_office(key: str) -> bool:
    """Whether a folded text is the word for an office, which stands beside the name of a place.

    >>> is_office("finanzamt"), is_office("agentur für arbeit"), is_office("oberamt"), is_office("kamen")
    (True, True, False, False)
    """
    ends_so = key not in _NO_OFFICES and _ENDINGS.fullmatch(key) is not None
    return ends_so or key in _OFFICES or key in _KREIS_OFFICES


def is_of_kreis(key: str) -> bool:
    """Whether a folded office is one of a Kreis."""
    return key in _KREIS_OFFICES


def is_firm(line: str) -> bool:
    """Whether a line names a firm, an office or a building.

    >>> is_firm("Bäckerei Müller"), is_firm("Müller GmbH & Co. KG"), is_firm("Haus des Handwerks"), is_firm("Husum")
    (True, True, True, False)
    """
    return bool(_LEGAL_FORM.search(line) or _FIRMS.search(fold(line)))


def behind_legal_form(text: str) -> str:
    """What stands behind the last legal form of a firm in a text; empty if there is none.

    >>> behind_legal_form("Schmidt GmbH & Co. KG Werne"), behind_legal_form("Kamen")
    ('Werne', '')
    """
    forms = list(_LEGAL_FORM.finditer(text))
    return text[forms[-1].end() :].strip(" ,;|()-–.") if forms else ""
