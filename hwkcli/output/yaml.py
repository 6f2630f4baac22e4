"""YAML: a list of all records."""

import re
from collections.abc import Iterator
from typing import Any

from hwkcli.output.medium import Medium
from hwkcli.streams import CONTROLS
from hwkcli.views.page import Stream, View


def write(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """All records, each written out. A text that begins like a number is quoted, for readers that follow YAML 1.2; one
    with signs that a terminal would obey is quoted too, and these are escaped."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        quoted = value[:1] in "0123456789+-." or re.search(CONTROLS, value)
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if quoted else None)

    Dumper.add_representer(str, text)
    none = True
    for record in view.records:
        none = False
        written = yaml.dump([record], Dumper=Dumper, allow_unicode=target.unicode, sort_keys=False, width=100)
        yield re.sub(CONTROLS, lambda found: f"\\u{ord(found[0]):04x}", written)
    if none:
        yield "[]\n"
