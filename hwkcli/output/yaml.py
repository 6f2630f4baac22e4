"""YAML: a list of all records."""

from collections.abc import Iterator
from typing import Any

from hwkcli.output.medium import Medium
from hwkcli.views.page import Stream, View


def write(view: View | Stream[Any], target: Medium) -> Iterator[str]:
    """All records, each written out; a text that begins like a number is quoted, for readers that follow YAML 1.2."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = '"' if value[:1] in "0123456789+-." else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    none = True
    for record in view.records:
        none = False
        yield yaml.dump([record], Dumper=Dumper, allow_unicode=target.unicode, sort_keys=False, width=100)
    if none:
        yield "[]\n"
