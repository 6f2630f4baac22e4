"""Text of data and users as it may reach a terminal: no control character of it is obeyed."""

import re

from hwkcli.streams import CONTROLS


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
