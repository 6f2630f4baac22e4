"""What stands around an address on letterheads, in imprints and in forms, and is no part of it: labels (`PLZ/Ort:`),
telephone numbers, e-mail addresses; and letters that are written as web pages write them (`M&uuml;nchen`).

A telephone number has five digits, too: none of it may be read as a postal code.
"""

import re

_ENTITY = re.compile(r"&#?\w{2,8};")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_DOTS = str.maketrans("·•‧∙●▪", "||||||")
"""Signs that part the lines of an address in one line."""
_NUMBER = r"\(?(?:\+|00?)?[0-9(][0-9 ()/.–-]{3,40}"
_CONTACT = re.compile(
    rf"""
    \b(?:Tel(?:efon|efax|ex)?|Ruf|Fon|Phone|Fax|Mobil(?:funk|telefon)?|Handy)\b\.?(?:nummer|-Nr\.)?\s?:?\s?{_NUMBER}
    | (?:\+|\b00)[1-9][0-9 ()/.–-]{{5,40}}
    | \b(?:E-?Mail|Mail|Internet|Web(?:site)?|Homepage|URL)\b\s?:?\s?(?=\S{{1,100}}[@.]\S)
    | [^\s|,;<>]{{1,100}}@[^\s|,;<>]{{1,100}}
    | \b(?:https?://|www\.)[^\s|,;<>]{{1,100}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(
    r"\b(?:PLZ\s?[/,+-]?\s?(?:Wohn)?ort|PLZ|Postleitzahl|(?:Wohn|Firmen|Geschäfts|Stand|Arbeits|Einsatz|Dienst)?ort|Ortsname|Gemeindename|Kreisname|Firmensitz"
    r"|Sitz|Anschrift|Adresse|Straße|Str\.|Land|AGS|ARS|RS|(?:Amtlicher )?(?:Gemeinde|Regional|Kreis)schlüssel|KGS"
    r"|Postal code|ZIP(?: code)?|City|Town|Place|Address|State|Country)\s?[:=]\s?",
    re.IGNORECASE,
)
"""What says which part of an address follows."""
_BEFORE_DIGITS = re.compile(
    r"(?<!\w)(?:AGS|ARS|KGS|(?:Gemeinde|Regional|Kreis)schlüssel|PLZ|Postleitzahl|ZIP(?: code)?)\.?\s?(?=[0-9])",
    re.IGNORECASE,
)
"""What says that a key or a postal code follows."""
_ADDRESS = re.compile(r"(?<![0-9])[0-9]{5}\s?[^\W\d_]")
"""A postal code with a place behind it."""
_MASKED = re.compile(r"(?<!\w)(?=[0-9xX*]{5}(?!\w))[0-9]{1,4}[xX*]{1,4}")
"""A postal code of which only the beginning is shown (`70xxx`)."""
_LANGUAGE = re.compile(r'"?@[a-z]{2,3}\Z')
"""The language of a name, as knowledge bases write it (`"Kamen"@de`)."""
_GAPS = re.compile(r"\s*([|\n])\s*(?:\1\s*)*")


def without(text: str) -> str:
    """A text without what is no part of the address in it.

    >>> without("Hauptstr. 5 · 59174 Kamen · Tel. 02307 12345"), without("PLZ: 59174, Ort: Kamen")
    ('Hauptstr. 5|59174 Kamen', '59174, Kamen')
    >>> without("PLZ 59174 Kamen"), without("Kamen (PLZ 59174)")
    ('59174 Kamen', 'Kamen (59174)')
    >>> without("M&uuml;nchen"), without("K%C3%B6ln"), without("Kreis: Unna"), without('Kamen"@de')
    ('München', 'Köln', 'Kreis: Unna', 'Kamen')
    """
    if _ENTITY.search(text):
        from html import unescape

        text = unescape(text)
    if _PERCENT.search(text):
        from urllib.parse import unquote

        text = unquote(text)
    text = _BEFORE_DIGITS.sub("", _LANGUAGE.sub("", text).translate(_DOTS))
    contact = _CONTACT.search(text)
    if contact and _ADDRESS.search(text[: contact.start()]):
        # Behind the address, all that follows is of other things.
        text = text[: contact.start()]
    text = _MASKED.sub("", _LABEL.sub("", _CONTACT.sub("", text)))
    return _GAPS.sub(r"\1", text).strip(" ,;|/–-\n")
