"""Readers of the texts of a data file: names, lines, prose, identifiers, and the same words in two languages.

No text has characters that are not seen (controls, marks of direction): they would reach terminals, vCards and shells,
and two names that look the same would not be the same.
"""

import re
import unicodedata

from hwkcli.files.fields import Reader, Report, describe, record
from hwkcli.files.tree import Mapping, Node, Scalar, is_text
from hwkcli.model import Text

_LONGEST_NAME = 100
"""Twice the longest name of the Gemeindeverzeichnis."""
_LONGEST_LINE = 300
_LONGEST_PROSE = 2000
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_BREAKS = "\n\r\x85\u2028\u2029"
_IDENTIFIER = re.compile(r"[^\W_][\w.:/-]*")


def _unfit(value: str, longest: int, breaks: bool) -> str | None:
    """What makes a text unfit: a character that is not seen, or its length. None if nothing does."""
    for char in "" if value.isprintable() else value:
        if unicodedata.category(char) in _UNSEEN and not (breaks and char == "\n"):
            return "a line break" if char in _BREAKS else f"the invisible character U+{ord(char):04X}"
    if "\N{REPLACEMENT CHARACTER}" in value:
        return "the character U+FFFD, which stands for one that was lost"
    return f"{len(value)} characters" if len(value) > longest else None


def _text(longest: int, breaks: bool = False, letter: bool = False) -> Reader:
    def read(node: Node, path: str, report: Report) -> str:
        found, expected = describe(node), ""
        value = node.value.rstrip("\n") if isinstance(node, Scalar) and breaks else getattr(node, "value", "")
        if not isinstance(node, Scalar) or not value.strip() or not is_text(node):
            expected = "text (in quotes, if it looks like anything else)"
        elif unfit := _unfit(value, longest, breaks):
            found = f"{found} with {unfit}"
            expected = f"{'text' if breaks else 'one line of text'}, at most {longest} characters"
        elif value != value.strip():
            found, expected = f"{found} with blanks around it", "the same without them"
        elif not any(map(str.isalpha if letter else str.isalnum, value)):
            expected = f"a letter{'' if letter else ' or a digit'} in it"
        if expected:
            report.add(node.line, path, found, expected)
        return "" if expected else value

    return read


name = _text(_LONGEST_NAME, letter=True)
"""What a place, a person or an organisation is called: one line with a letter in it."""

text = _text(_LONGEST_LINE)
"""One line of text."""

prose = _text(_LONGEST_PROSE, breaks=True)
"""Text of one line or several."""


def identifier(node: Node, path: str, report: Report) -> str:
    """A short name by which records refer to each other: letters, digits and `_ . : / -`, as text."""
    if isinstance(node, Scalar) and is_text(node) and len(node.value) <= _LONGEST_NAME:
        if _IDENTIFIER.fullmatch(node.value):
            return node.value
    expected = f"letters, digits and _ . : / - (at most {_LONGEST_NAME}; in quotes, if it looks like anything else)"
    report.add(node.line, path, describe(node), expected)
    return ""


TEXT = record(Text, de=text, en=text)
"""One line in two languages."""

PROSE = record(Text, de=prose, en=prose)
"""One line or several in two languages."""


def _either(one: Reader, both: Reader) -> Reader:
    def read(node: Node, path: str, report: Report) -> Text | None:
        if isinstance(node, Mapping):
            in_two: Text | None = both(node, path, report)
            return in_two
        same = one(node, path, report)
        return Text(same, same)

    return read


either = _either(text, TEXT)
"""One line in two languages, or one for both."""

either_prose = _either(prose, PROSE)
"""One line or several in two languages, or the same for both."""
