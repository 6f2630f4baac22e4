"""Readers of the nodes of a data file: text, codes, dates, numbers, words of a vocabulary, lists, records.

A reader takes a node and returns what it stands for. What it cannot take it reports, and returns an empty value of the
same type instead, so that all faults of a file can be found at once; nobody gets to see what is made of a faulty file.

No text has characters that are not seen (controls, marks of direction): they would reach terminals, vCards and shells,
and two names that look the same would not be the same.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from hwkcli import period as periods
from hwkcli.errors import Fault, Message, alternatives
from hwkcli.files.tree import Mapping, Node, Scalar, Sequence, is_text, shown

_INTEGER = re.compile(r"0|[1-9][0-9]*")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARS = (1800, 2100)
"""Between these years is all that a data file can speak of."""
_MOST_FAULTS = 1000
_LONGEST = 400
_LONGEST_NAME = 100
"""Twice the longest name of the Gemeindeverzeichnis."""
_LONGEST_LINE = 300
_LONGEST_PROSE = 2000
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_BREAKS = "\n\r\x85\u2028\u2029"
_IDENTIFIER = re.compile(r"[^\W_][\w.:/-]*")


class Report:
    """Collects the faults of one file. It is not `whole` if a record is missing, for then none can be counted."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.whole = True

    def add(self, line: int, path: str, found: str, expected: str) -> None:
        """One more fault: where, what was found there, what was expected. Beyond the thousandth, nothing is added but
        that there are more."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(Fault(self.file, line, path, shown(found, _LONGEST), shown(expected, _LONGEST)))
        elif len(self.faults) == _MOST_FAULTS:
            more = Fault(
                self.file,
                None,
                "",
                Message("more than {most} faults", most=_MOST_FAULTS),
                Message("fewer; fix these and check again"),
            )
            self.faults.append(more)


Reader = Callable[[Node, str, Report], Any]


class Optional(NamedTuple):
    """A field that may be missing or null, and then has the default."""

    read: Reader
    default: object


def describe(node: Node) -> str:
    """A node in a few words, for the `found` of a fault."""
    if isinstance(node, Sequence):
        return Message("a list of {length}", length=len(node.items)) if node.items else Message("an empty list")
    if isinstance(node, Mapping):
        return Message("a mapping")
    if node.quoted:
        return f'"{shown(node.value)}"'
    if is_text(node):
        return shown(node.value)
    return Message("{value} without quotes", value=shown(node.value)) if node.value else Message("nothing")


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and node.value in ("", "~", "null", "Null", "NULL")


def _unfit(value: str, longest: int, breaks: bool) -> Message | None:
    """What makes a text unfit: a character that is not seen, or its length. None if nothing does."""
    for char in "" if value.isprintable() else value:
        if unicodedata.category(char) in _UNSEEN and not (breaks and char == "\n"):
            if char in _BREAKS:
                return Message("a line break")
            return Message("the invisible character {char}", char=f"U+{ord(char):04X}")
    if "\N{REPLACEMENT CHARACTER}" in value:
        return Message("the character U+FFFD, which stands for one that was lost")
    return Message("{length} characters", length=len(value)) if len(value) > longest else None


def _text(longest: int, breaks: bool = False, letter: bool = False) -> Reader:
    def read(node: Node, path: str, report: Report) -> str:
        found, expected = describe(node), Message("")
        value = node.value.rstrip("\n") if isinstance(node, Scalar) and breaks else getattr(node, "value", "")
        if not isinstance(node, Scalar) or not value.strip() or not is_text(node):
            expected = Message("text (in quotes, if it looks like anything else)")
        elif unfit := _unfit(value, longest, breaks):
            found = Message("{found} with {problem}", found=found, problem=unfit)
            expected = Message("one line of text, at most {most} characters", most=longest)
            if breaks:
                expected = Message("text, at most {most} characters", most=longest)
        elif value != value.strip():
            found = Message("{found} with {problem}", found=found, problem=Message("blanks around it"))
            expected = Message("the same without them")
        elif not any(map(str.isalpha if letter else str.isalnum, value)):
            expected = Message("a letter in it") if letter else Message("a letter or a digit in it")
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
    expected = Message(
        "letters, digits and _ . : / - (at most {most}; in quotes, if it looks like anything else)",
        most=_LONGEST_NAME,
    )
    report.add(node.line, path, describe(node), expected)
    return ""


def code(digits: int) -> Reader:
    """A reader of codes and keys: so many digits, as text."""

    def read(node: Node, path: str, report: Report) -> str:
        if isinstance(node, Scalar) and node.quoted and len(node.value) == digits:
            if node.value.isascii() and node.value.isdigit():
                return node.value
        report.add(node.line, path, describe(node), Message("{digits} digits in quotes", digits=digits))
        return ""

    return read


def postal_code(node: Node, path: str, report: Report) -> str:
    """A postal code of Germany, as text; they begin at 01067 and end at 99998."""
    found: str = code(5)(node, path, report)
    if found and not "01001" <= found <= "99998":
        report.add(node.line, path, describe(node), Message("a postal code that there is"))
    return found


def _year(text: str) -> bool:
    return _YEARS[0] <= int(text[:4]) <= _YEARS[1]


def day(node: Node, path: str, report: Report) -> str:
    """A date as text, to the year, the month or the day: `2024`, `2024-01`, `2024-12-31`."""
    if isinstance(node, Scalar) and node.quoted:
        match = _DATE.fullmatch(node.value)
        try:
            if match and _year(node.value):
                date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
                return node.value
        except ValueError:
            pass
    expected = Message('a date in quotes, "2024", "2024-01" or "2024-12-31", from 1800 to 2100')
    report.add(node.line, path, describe(node), expected)
    return ""


def period(node: Node, path: str, report: Report) -> str:
    """A time as text, as `hwkcli.period` reads it: a date, a half-year, a season or a span."""
    if isinstance(node, Scalar) and node.quoted and len(node.value) < 30:
        try:
            periods.parse(node.value)
            if all(map(_year, node.value.split("/"))):
                return node.value
        except ValueError:
            pass
    expected = Message('a time in quotes, "2024-12-31", "2024", "2019-H1" or "2007-spring", from 1800 to 2100')
    report.add(node.line, path, describe(node), expected)
    return ""


def count(most: int, least: int = 0) -> Reader:
    """A reader of whole numbers between two bounds."""

    def read(node: Node, path: str, report: Report) -> int:
        if isinstance(node, Scalar) and not node.quoted and _INTEGER.fullmatch(node.value) and len(node.value) < 16:
            if least <= int(node.value) <= most:
                return int(node.value)
        report.add(
            node.line,
            path,
            describe(node),
            Message("a whole number without quotes, from {least} to {most}", least=least, most=most),
        )
        return 0

    return read


def number(least: float, most: float) -> Reader:
    """A reader of numbers between two bounds."""

    def read(node: Node, path: str, report: Report) -> float:
        if isinstance(node, Scalar) and not node.quoted and _DECIMAL.fullmatch(node.value) and len(node.value) < 20:
            value = float(node.value) if "." in node.value else int(node.value)
            if least <= value <= most:
                return value
        report.add(
            node.line, path, describe(node), Message("a number from {least:g} to {most:g}", least=least, most=most)
        )
        return 0

    return read


def one_of(*words: str) -> Reader:
    """A reader of one of these words."""

    def read(node: Node, path: str, report: Report) -> str:
        if isinstance(node, Scalar) and node.value in words:
            return node.value
        report.add(node.line, path, describe(node), alternatives(words))
        return ""

    return read


def listing(item: Reader, least: int = 0) -> Reader:
    """A reader of lists of so many items at the least; it gives a tuple."""

    def read(node: Node, path: str, report: Report) -> tuple[Any, ...]:
        if isinstance(node, Sequence) and len(node.items) >= least:
            return tuple([item(child, f"{path}[{index}]", report) for index, child in enumerate(node.items)])
        report.add(
            node.line, path, describe(node), Message("a list with something in it") if least else Message("a list")
        )
        return ()

    return read


def record(make: Callable[..., Any], **fields: Reader | Optional) -> Reader:
    """A reader of mappings with exactly these fields; it gives what `make` makes of them."""
    defaults = {name: field.default for name, field in fields.items() if isinstance(field, Optional)}
    readers = {name: field.read if isinstance(field, Optional) else field for name, field in fields.items()}

    def read(node: Node, path: str, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report.add(node.line, path, describe(node), Message("a mapping with {names}", names=", ".join(readers)))
            report.whole = False
            return None
        values = dict(defaults)
        prefix = f"{path}." if path else ""
        for name, child in node.items.items():
            reader = readers.get(name)
            if reader is None:
                found = Message("the unknown key {name}", name=shown(name))
                report.add(child.line, prefix + shown(name), found, Message("one of {names}", names=", ".join(readers)))
            elif not (name in defaults and _is_null(child)):
                values[name] = reader(child, prefix + name, report)
        for name in readers:
            if name not in defaults and name not in node.items:
                report.add(node.line, prefix + name, Message("nothing"), Message("the key {name}", name=name))
                report.whole = False
        return make(**values) if report.whole else None

    return read


def optional(reader: Reader) -> Optional:
    """A field that is None where it is unknown."""
    return Optional(reader, None)


def some(item: Reader) -> Optional:
    """A field with a list that may be missing: then it is empty."""
    return Optional(listing(item), ())
