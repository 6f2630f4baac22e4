"""What a table of the export is: its columns with what they mean, its keys, and where its rows come from."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from hwkcli.export.content import Content
from hwkcli.model import Text

Kind = Literal["text", "integer", "number"]
"""What the cells of a column are; any may be empty, unless the column is part of a key. Codes and keys are text, and so
are dates, which are as precise as their source: `2024`, `2024-01`, `2024-12-31`."""


class Column(NamedTuple):
    """A column."""

    name: str
    kind: Kind
    text: Text
    """What it holds, in a sentence."""


class Link(NamedTuple):
    """Columns whose values are those of the key of another table (or empty)."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """A table."""

    name: str
    title: Text
    text: Text
    """What a row is."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that tell its rows apart; empty if none do."""
    rows: Callable[[Content], Iterable[tuple[Any, ...]]]
    links: tuple[Link, ...] = ()
    search: tuple[str, ...] = ()
    """The columns in which names are looked for."""


def text(name: str, de: str, en: str) -> Column:
    """A column of texts, codes, keys or dates."""
    return Column(name, "text", Text(de, en))


def integer(name: str, de: str, en: str) -> Column:
    """A column of whole numbers."""
    return Column(name, "integer", Text(de, en))


def number(name: str, de: str, en: str) -> Column:
    """A column of numbers."""
    return Column(name, "number", Text(de, en))
