"""Read YAML as a tree that knows the line of each node.

Plain loading would keep the last of two equal keys, turn an unquoted 01067 into a number, follow
anchors into an exploding tree and nest without end (which kills the process, not only the call). So the
parser's events are read one by one, and none of that gets past them.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from hwkcli.errors import BadData, Fault, Message

DEEPEST = 32
MOST_VALUES = 500_000
"""Twenty times as many as all data files of this project hold."""
_TOO_DEEP = (Message("nesting without end"), Message("at most {most} levels", most=DEEPEST))
_TAG_DIRECTIVE = re.compile("^%TAG", re.MULTILINE)
_STEPS = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


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


def shown(text: str, longest: int = 60) -> str:
    """A text of a file as it may stand in a message: not long, and with escapes for what a terminal would obey or not
    show."""
    text = text if len(text) <= longest else text[: longest - 3] + "..."
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


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


def walk(node: Node, path: str = "") -> Iterator[tuple[str, int]]:
    """The paths of all nodes below one, with their lines."""
    children = node.items.items() if isinstance(node, Mapping) else ()
    below = [(f"{path}.{name}".lstrip("."), child) for name, child in children]
    if isinstance(node, Sequence):
        below = [(f"{path}[{index}]", child) for index, child in enumerate(node.items)]
    for place, child in below:
        yield place, child.line
        yield from walk(child, place)


def parse(text: str, file: str) -> Node:
    """The tree of a YAML text; `file` names it in faults. Raises BadData at the first fault."""
    import yaml

    # Each such directive is compared with all before it, a hundred thousand of them for minutes.
    if directive := _TAG_DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.start()) + 1
        raise BadData((Fault(file, line, "", Message("the YAML directive %TAG"), Message("YAML without it")),))
    # Where PyYAML was built without libyaml, its slow parser gives the same events.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Reader(file).read(loader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or ""
        # Newer versions of libyaml stop a little later than this reader would.
        if "nesting depth" in problem:
            raise BadData((Fault(file, mark.line + 1 if mark else None, "", *_TOO_DEEP),)) from None
        found = Message("invalid YAML ({problem})", problem=problem)
        raise BadData((Fault(file, mark.line + 1 if mark else None, "", found, "YAML"),)) from None
    except (yaml.YAMLError, ValueError) as error:
        # The slow parser has no better words for "\UFFFFFFFF".
        found = Message("invalid YAML ({problem})", problem=str(error).splitlines()[0])
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise BadData((Fault(file, line, "", found, "YAML"),)) from None


class _Reader:
    """Builds the tree of one file from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.node: Sequence | Mapping | None = None
        """The innermost list or mapping that is open."""
        self.key: str | None = None
        """The key in it that waits for its value, if it is a mapping."""
        self.line = 0
        """The line of the last key."""
        self.outer: list[tuple[Sequence | Mapping | None, str | None]] = []
        """The nodes around it, with their keys."""
        self.left = MOST_VALUES

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
                self.node, _ = self.outer.pop()
                self.key = None
            elif kind is events.AliasEvent:
                raise self.fault(
                    event, Message("the YAML alias *{anchor}", anchor=shown(event.anchor)), Message("the value itself")
                )
            elif kind is events.StreamEndEvent:
                break
        if self.root is None:
            raise BadData((Fault(self.file, None, "", Message("an empty file"), Message("a chamber district")),))
        return self.root

    def scalar(self, event: Any) -> None:
        """A key where one is expected, else a value."""
        if event.tag is not None or event.anchor is not None:
            raise self.adorned(event)
        if self.key is None and isinstance(self.node, Mapping):
            if event.value in self.node.items:
                raise self.fault(
                    event, Message("the key {key} twice", key=shown(event.value)), Message("each key once")
                )
            self.key = event.value
            self.line = event.start_mark.line + 1
        else:
            self.place(Scalar(event.value, bool(event.style), event.start_mark.line + 1), event)
            self.key = None

    def enter(self, node: Sequence | Mapping, event: Any) -> None:
        """Open a list or a mapping: what follows belongs into it."""
        if event.tag is not None or event.anchor is not None:
            raise self.adorned(event)
        if len(self.outer) == DEEPEST:
            raise self.fault(event, *_TOO_DEEP)
        if self.key is None and isinstance(self.node, Mapping):
            raise self.fault(event, Message("a list or mapping as a key"), Message("a name"))
        self.place(node, event)
        self.outer.append((self.node, self.key))
        self.node, self.key = node, None

    def begin(self, event: Any) -> int:
        """The line at which a list or mapping is to be looked for: that of its key, if it has one."""
        line: int = event.start_mark.line + 1
        return line if self.key is None else self.line

    def place(self, node: Node, event: Any) -> None:
        """Put a new value into the innermost node."""
        self.left -= 1
        if self.left < 0:
            raise self.fault(
                event,
                Message("more than {most} values", most=MOST_VALUES),
                Message("a data file, which has some thousands"),
            )
        if isinstance(self.node, Mapping):
            self.node.items[str(self.key)] = node
        elif self.node is not None:
            self.node.items.append(node)
        elif self.root is None:
            self.root = node
        else:
            raise self.fault(event, Message("a second document"), Message("one document"))

    def adorned(self, event: Any) -> BadData:
        """What makes a node more than what is written is refused."""
        if event.tag is not None:
            return self.fault(
                event, Message("the YAML tag {tag}", tag=shown(event.tag)), Message("a value without a tag")
            )
        return self.fault(
            event,
            Message("the YAML anchor &{anchor}", anchor=shown(event.anchor)),
            Message("a value without an anchor"),
        )

    def fault(self, event: Any, found: str, expected: str) -> BadData:
        path = ""
        for node, key in [*self.outer[1:], (self.node, self.key)]:
            if isinstance(node, Sequence):
                path += f"[{len(node.items) - (node is not self.node)}]"
            elif key is not None:
                path += f".{shown(key)}"
        return BadData((Fault(self.file, event.start_mark.line + 1, path.lstrip("."), found, expected),))
