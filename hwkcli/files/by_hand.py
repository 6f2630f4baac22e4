"""The YAML files beside the tables that people write: read whole, or refused with all their faults."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from hwkcli.errors import BadData, BadFile, Message
from hwkcli.files import rules, tree
from hwkcli.files.fields import Optional, Reader, Report, record
from hwkcli.files.rules import Breach
from hwkcli.files.tree import Mapping, Node

_Made = TypeVar("_Made")


def read(file: Path, reader: Reader, breaches: Callable[[Any], Iterable[Breach]] = lambda made: ()) -> Any:
    """What a reader makes of a file. Raises BadFile if it cannot be read; BadData if the reader has refused anything in
    it, or there are breaches."""
    try:
        node = tree.parse(file.read_text(encoding="utf-8-sig"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile("{file}: {reason}; name a data file that can be read", file=file, reason=error) from None
    made, faults = rules.examine(node, str(file), reader, breaches)
    if faults:
        raise BadData(faults)
    return made


def only(key: str, reader: Reader | Optional) -> Reader:
    """A reader of a mapping with one key; it gives what stands there."""
    return record(lambda **values: values[key], **{key: reader})


def by_key(reader: Reader) -> Reader:
    """A reader of mappings from keys (of 2, 5 or 8 digits) to what a reader takes; it gives a dict."""

    def take(node: Node, path: str, report: Report) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            report.add(node.line, path, Message("no mapping"), Message("keys with their values"))
            return {}
        found = {}
        for key, child in node.items.items():
            if not re.fullmatch("[0-9]{2}|[0-9]{5}|[0-9]{8}", key):
                report.add(
                    child.line, f"{path}.{key}", Message("the key {name}", name=key), Message("2, 5 or 8 digits")
                )
            found[key] = reader(child, f"{path}.{key}", report)
        return found

    return take
