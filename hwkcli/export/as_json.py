"""Values as JSON, in the two ways that files of the export have it."""

from typing import Any


def compact(value: Any) -> str:
    """In one line, without blanks."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def indented(value: Any) -> str:
    """For readers, with a line break at the end."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
