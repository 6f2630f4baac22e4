"""Read YAML as a tree that knows the line of each node.

Plain loading would keep the last of two equal keys, turn an unquoted 01067 into a number, follow
anchors into an exploding tree and nest without end (which kills the process, not only the call). So the
parser's events are read one by one, and none of that gets past them.
"""

import re
from typing import Any, NamedTuple

from hwkcli.errors import BadData, Fault

DEEPEST = 32
_STEPS = re.compile(r"([^.\[\]]+)(?![^\[]*\])|\[(\d+)\]")


class Scalar(NamedTuple):
    """A value as written. `quoted` tells whether it must be text."""

    value: str
    quoted: bool
    line: int


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "list[Node]"
    line: int


class Mapping(NamedTuple):
    """Nodes by their keys, in the order of the file."""

    items: "dict[str, Node]"
    line: int


Node = Scalar | Sequence | Mapping


def is_text(scalar: Scalar) -> bool:
    """Whether YAML reads a scalar as text: it is quoted, or no number, date, truth value or null."""
    import yaml

    readings = yaml.SafeLoader.yaml_implicit_resolvers.get(scalar.value[:1], ())
    return scalar.quoted or not any(pattern.match(scalar.value) for _, pattern in readings)


def line_of(node: Node, path: str) -> int:
    """The line of the node at a path such as `kreise[3].towns[7].ags`, or of the nearest node above it."""
    for name, index in _STEPS.findall(path):
        if isinstance(node, Mapping) and name in node.items:
            node = node.items[name]
        elif isinstance(node, Sequence) and index and int(index) < len(node.items):
            node = node.items[int(index)]
        else:
            break
    return node.line


def parse(text: str, file: str) -> Node:
    """The tree of a YAML text; `file` names it in faults. Raises BadData at the first fault."""
    import yaml

    # Where PyYAML was built without libyaml, its slow parser gives the same events.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Reader(file).read(loader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = f"invalid YAML ({error.problem or error.context})"
        raise BadData((Fault(file, mark.line + 1 if mark else None, "", found, "YAML"),)) from None
    except yaml.YAMLError as error:
        found = f"invalid YAML ({str(error).splitlines()[0]})"
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise BadData((Fault(file, line, "", found, "YAML"),)) from None


class _Reader:
    """Builds the tree of one file from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.roots: list[Node] = []
        self.open: list[Sequence | Mapping] = []
        self.keys: list[str | None] = []
        """For each open node the key that waits for its value; None in a list."""
        self.line = 0
        """The line of the last key."""

    def read(self, parser: Any) -> Node:
        from yaml import events

        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self.scalar(event)
            elif kind is events.SequenceStartEvent:
                self.enter(Sequence([], self.begin(event)), event)
            elif kind is events.MappingStartEvent:
                self.enter(Mapping({}, self.begin(event)), event)
            elif kind is events.SequenceEndEvent or kind is events.MappingEndEvent:
                self.leave()
            elif kind is events.AliasEvent:
                raise self.fault(event, f"the YAML alias *{event.anchor}", "the value itself")
            elif kind is events.StreamEndEvent:
                break
        if not self.roots:
            raise BadData((Fault(self.file, None, "", "an empty file", "a chamber district"),))
        return self.roots[0]

    @property
    def expects_key(self) -> bool:
        """Whether the innermost node is a mapping with no key waiting."""
        return bool(self.keys) and self.keys[-1] is None and isinstance(self.open[-1], Mapping)

    def begin(self, event: Any) -> int:
        """The line at which a list or mapping is to be looked for: that of its key, if it has one."""
        return self.line if self.keys and self.keys[-1] is not None else event.start_mark.line + 1

    def scalar(self, event: Any) -> None:
        """A key where one is expected, else a value."""
        self.plain(event)
        if self.expects_key:
            node = self.open[-1]
            if isinstance(node, Mapping) and event.value in node.items:
                raise self.fault(event, f"the key {event.value} twice", "each key once")
            self.keys[-1] = event.value
            self.line = event.start_mark.line + 1
        else:
            self.place(Scalar(event.value, bool(event.style), event.start_mark.line + 1), event)
            if self.keys:
                self.keys[-1] = None

    def enter(self, node: Sequence | Mapping, event: Any) -> None:
        """Open a list or a mapping: what follows belongs into it."""
        self.plain(event)
        if len(self.open) == DEEPEST:
            raise self.fault(event, "nesting without end", f"at most {DEEPEST} levels")
        if self.expects_key:
            raise self.fault(event, "a list or mapping as a key", "a name")
        self.place(node, event)
        self.open.append(node)
        self.keys.append(None)

    def plain(self, event: Any) -> None:
        """Refuse what makes a node more than what is written."""
        if event.tag is not None:
            raise self.fault(event, f"the YAML tag {event.tag}", "a value without a tag")
        if event.anchor is not None:
            raise self.fault(event, f"the YAML anchor &{event.anchor}", "a value without an anchor")

    def leave(self) -> None:
        """The innermost node is complete, and with it the value that its parent waits for."""
        self.open.pop()
        self.keys.pop()
        if self.keys:
            self.keys[-1] = None

    def place(self, node: Node, event: Any) -> None:
        """Put a new value into the innermost node."""
        if not self.open:
            if self.roots:
                raise self.fault(event, "a second document", "one document")
            self.roots.append(node)
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        else:
            parent.items[str(self.keys[-1])] = node

    def fault(self, event: Any, found: str, expected: str) -> BadData:
        path = ""
        for depth, (node, key) in enumerate(zip(self.open, self.keys, strict=True), 1):
            if isinstance(node, Sequence):
                path += f"[{len(node.items) - (depth < len(self.open))}]"
            elif key is not None:
                path += f".{key}"
        return BadData((Fault(self.file, event.start_mark.line + 1, path.lstrip("."), found, expected),))
