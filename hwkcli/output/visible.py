"""Text of data and users as it may reach a terminal: no control character of it is obeyed."""

import re

CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What a terminal would obey or choke on: C0 and C1 controls, changes of direction, halves of characters."""


def visible(text: str) -> str:
    """Text in which no control character is left: each is written as its escape (`\\x1b`).

    Line breaks stay; a tab is a blank.
    """
    return text if text.isprintable() else re.sub(CONTROLS, _escape, text.replace("\t", " "))


def one_line(text: str) -> str:
    """Visible text without line breaks."""
    return visible(text).replace("\n", "\\n")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
