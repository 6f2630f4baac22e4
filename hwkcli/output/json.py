"""JSON: one list of all records; or JSON Lines, a record a line."""

import re
from collections.abc import Iterator
from typing import Any

from hwkcli.output.medium import Medium
from hwkcli.streams import CONTROLS
from hwkcli.views.page import Stream, View


def write(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """A list of objects, each as soon as it is known."""
    import json

    mark = "[\n"
    for record in view.records:
        written = json.dumps(record, ensure_ascii=not target.unicode, indent=2)
        yield mark + "  " + _escaped(written).replace("\n", "\n  ")
        mark = ",\n"
    yield "[]\n" if mark == "[\n" else "\n]\n"


def lines(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """An object a line, each as soon as it is known."""
    import json

    for record in view.records:
        yield _escaped(json.dumps(record, ensure_ascii=not target.unicode)) + "\n"


def _escaped(written: str) -> str:
    """JSON in which no control character is left that a terminal would obey."""
    if written.isascii():
        return written.replace("\x7f", "\\u007f")
    if written.replace("\n", "").isprintable():
        # Most answers have none, and the pattern is compiled when it is needed.
        return written
    return re.sub(CONTROLS, _escape, written)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
