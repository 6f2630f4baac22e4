"""Readers of what leads somewhere: web addresses, e-mail addresses, telephone numbers, names of files."""

import re

from hwkcli.errors import Message
from hwkcli.files.fields import Reader, Report, describe, text
from hwkcli.files.tree import Node

_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:xn--[a-z0-9-]{1,59}|[^\W\d_]{2,63})"
_BEHIND = r"(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\^`{|}]*)?"
_URL = re.compile(f"https?://{_HOST}{_BEHIND}")
_WEB = re.compile(f"(?:https?://)?{_HOST}{_BEHIND}")
_EMAIL = re.compile(rf"[\w%+&'-]+(?:\.[\w%+&'-]+)*@{_HOST}")
_TELEPHONE = re.compile(r"\+[1-9][0-9]{0,2}(?: [0-9]+)+(?:-[0-9]+)?")
_DIGITS = range(7, 16)
"""So many digits has a telephone number with its country's code; no more than 15, by ITU-T E.164."""


def _matching(pattern: re.Pattern[str], expected: Message) -> Reader:
    def read(node: Node, path: str, report: Report) -> str:
        before = len(report.faults)
        found: str = text(node, path, report)
        if len(report.faults) == before and not pattern.fullmatch(found):
            report.add(node.line, path, describe(node), expected)
        return found

    return read


url = _matching(_URL, Message("a web address that begins with https:// or http://"))
"""A web address with its scheme, which is one of the web."""

web = _matching(_WEB, Message("a web address like www.hwk-do.de or https://www.hwk-do.de"))
"""A web address as it is printed, with its scheme or without."""


def host(address: str) -> str:
    """The site of a web address, without the `www.` that it may have.

    >>> host("https://www.hwk-do.de/kontakt"), host("hwk-do.de")
    ('hwk-do.de', 'hwk-do.de')
    """
    return re.split("[/?#:]", address.partition("://")[2] or address)[0].lower().removeprefix("www.")


email = _matching(_EMAIL, Message("an e-mail address like presse@hwk-do.de"))
"""An e-mail address."""


def telephone(node: Node, path: str, report: Report) -> str:
    """A telephone number in international form: `+49 231 5493-422`."""
    before = len(report.faults)
    found: str = text(node, path, report)
    digits = re.sub("[^0-9]", "", found)
    number = _TELEPHONE.fullmatch(found) and len(digits) in _DIGITS and not found.startswith("+49 0")
    if len(report.faults) == before and not number:
        report.add(node.line, path, describe(node), Message("a telephone number like +49 231 5493-422"))
    return found


def same_number(international: str, printed: str) -> bool:
    """Whether a printed telephone number is one in international form: with the country's code, with a zero in its
    place, or without the area's code.

    >>> same_number("+49 231 5493-422", "0231/ 54 93-422"), same_number("+49 231 5493-422", "+49 (0)231 5493422")
    (True, True)
    >>> same_number("+49 231 5493-422", "0231 5493-423")
    False
    """
    country, _, rest = international.removeprefix("+").partition(" ")
    national = re.sub("[^0-9]", "", rest)
    digits = re.sub("[^0-9]", "", printed.replace("(0)", ""))
    for code in (f"00{country}", country if printed.lstrip(" (").startswith("+") else "0", "0"):
        digits = digits.removeprefix(code)
    return len(digits) >= 3 and national.endswith(digits)


def beside(node: Node, path: str, report: Report) -> str:
    """The name of a file in the folder of the data file, or below it. (Where links in it lead, `load` looks at.)"""
    before = len(report.faults)
    found: str = text(node, path, report)
    outside = re.search(r"[\\:]|^/|^~", found) or ".." in found.split("/")
    if len(report.faults) == before and outside:
        report.add(node.line, path, describe(node), Message("the name of a file in the folder of this one"))
    return found
