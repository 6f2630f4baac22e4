"""How a view is written: as a table, JSON, CSV, TSV, YAML or Markdown. The only room that knows Rich."""

import os
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from io import StringIO
from typing import Any, NamedTuple, TextIO

from hwkcli.output.bar import drawn
from hwkcli.views.page import Bar, Cell, Link, Page, View

_CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What a terminal would obey or choke on: C0 and C1 controls, changes of direction, halves of characters."""


_NO_LIMIT = 10_000
_WIDEST_COLUMN = 40
_NARROWEST_BAR = 10
_FULL = "\N{FULL BLOCK}"
_LONGEST_LINE = 100
"""Where nothing limits the width, what is longer is broken into lines all the same, to be read."""


class Format(StrEnum):
    """The formats of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    MARKDOWN = "markdown"

    @property
    def for_readers(self) -> bool:
        """Whether it has headings, numbers and notes in the reader's language, instead of stable keys."""
        return self in (Format.TABLE, Format.MARKDOWN)


class Medium(NamedTuple):
    """What the text is written for."""

    width: int | None = None
    """Columns to fit; None where a line may be as long as it needs."""
    styled: bool = False
    """Whether it obeys escape sequences: colours (unless NO_COLOR is set), bold, links."""
    unicode: bool = True


def medium(stream: TextIO | None) -> Medium:
    """What a stream is: a terminal with its width, or a pipe or file, which has none.

    COLUMNS sets the width of either, FORCE_COLOR styles a pipe too, TERM=dumb styles nothing.
    """
    if stream is None:
        return Medium()
    terminal = stream.isatty()
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if re.fullmatch("[1-9][0-9]{0,4}", columns) else None
    if width is None and terminal:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or 80
        except OSError:
            width = 80
    styled = (terminal or bool(os.environ.get("FORCE_COLOR"))) and os.environ.get("TERM") not in ("dumb", "unknown")
    return Medium(width, styled, (stream.encoding or "utf-8").lower().startswith("utf"))


def render(view: View, form: Format, target: Medium | None = None) -> str:
    """The text of a view in a format, with a line break at its end."""
    return _RENDERERS[form](view, target or Medium())


def visible(text: str) -> str:
    """Text in which no control character is left: each is written as its escape (`\\x1b`).

    Line breaks stay; a tab is a blank.
    """
    return re.sub(_CONTROLS, _escape, text.replace("\t", " "))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Visible text without line breaks."""
    return visible(text).replace("\n", "\\n")


def _table(view: View, target: Medium) -> str:
    from rich import box
    from rich.console import Console, Group
    from rich.style import Style
    from rich.table import Table
    from rich.text import Text

    page = view.page
    room = target.width or _NO_LIMIT

    def cell(content: Cell) -> Any:
        if isinstance(content, Bar):
            return drawn(content, target.unicode)
        # The style is that of the text alone, so that the blanks that fill the column are no link.
        style = Style(link=one_line(content.url)) if isinstance(content, Link) else ""
        return Text.assemble((visible(_text(content)), style))

    def card(rows: Iterable[tuple[Cell, ...]]) -> Table:
        pairs = tuple(rows)
        label = min(max((len(_text(row[0])) for row in pairs), default=0), max(room // 3, 8))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="bold", width=label, overflow="fold")
        grid.add_column(width=max(min(room, _LONGEST_LINE) - label - 2, 8), overflow="fold")
        for pair in pairs:
            grid.add_row(*map(cell, pair))
        return grid

    widths = _widths(page, room)
    if not page.headings:
        body: Any = card(page.rows)
    elif widths is None:
        headings = [heading.text for heading in page.headings]
        cards = [card((h, c) for h, c in zip(headings, row, strict=True) if c) for row in page.rows]
        body = Group(*(part for one in cards for part in ("", one)[one is cards[0] :]))
    else:
        body = Table(box=box.SIMPLE_HEAD if target.unicode else box.ASCII2, show_edge=False, pad_edge=False)
        body.padding = (0, 1, 0, 0)
        for heading, width in zip(page.headings, widths, strict=True):
            justify: Any = "right" if heading.right else "left"
            body.add_column(Text(heading.text), justify=justify, width=width, overflow="fold", header_style="bold")
        for row in page.rows:
            body.add_row(*map(cell, row))
    out = StringIO()
    console = Console(
        file=out,
        width=room,
        height=100,
        force_terminal=target.styled,
        force_interactive=False,
        color_system="auto" if target.styled else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={key: value for key, value in os.environ.items() if key in ("NO_COLOR", "TERM", "COLORTERM")},
    )
    if page.title:
        console.print(Text(visible(page.title), "bold cyan"), overflow="fold")
        console.print()
    console.print(body)
    if page.notes:
        console.print()
        for note in page.notes:
            console.print(Text(visible(note), "dim"), overflow="fold")
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _widths(page: Page, room: int) -> list[int] | None:
    """The widths of a table's columns, so that it fits and no word or number is broken; None if that cannot be."""
    least, wanted = [], []
    for column, heading in enumerate(page.headings):
        cells = [row[column] for row in page.rows]
        lines = [line for cell in cells for line in visible(_text(cell)).split("\n")]
        parts = lines if heading.right else " ".join(lines).split()
        if any(isinstance(cell, Bar) for cell in cells):
            lines, parts = ["x" * _WIDEST_COLUMN], ["x" * _NARROWEST_BAR]
        least.append(max(map(len, (*parts, *heading.text.split())), default=1))
        wanted.append(max(least[-1], min(max(map(len, (*lines, heading.text))), _WIDEST_COLUMN)))
    spare = room - sum(least) - 2 * (len(least) - 1)
    if spare < 0:
        return None
    widths = least
    while spare > 0 and widths != wanted:
        for column in range(len(widths)):
            if spare > 0 and widths[column] < wanted[column]:
                widths[column] += 1
                spare -= 1
    return widths


def _text(content: Cell) -> str:
    if isinstance(content, Bar):
        return _FULL * max(1, round(_WIDEST_COLUMN * content.value / content.most)) if content.value else ""
    return content.text if isinstance(content, Link) else content


def _json(view: View, target: Medium) -> str:
    import json

    written = json.dumps(view.records, ensure_ascii=not target.unicode, indent=2)
    return re.sub("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", _json_escape, written) + "\n"


def _json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _separated(delimiter: str) -> Callable[[View, Medium], str]:
    def write(view: View, target: Medium) -> str:
        import csv

        out = StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(view.keys)
        writer.writerows([_flat(record[key]) for key in view.keys] for record in view.records)
        return out.getvalue()

    return write


def _flat(value: Any) -> str:
    """A value in one cell: lists joined by `;`, what is nested deeper as JSON, nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return visible(";".join(value))
    if isinstance(value, (list, tuple, dict)):
        import json

        return visible(json.dumps(value, ensure_ascii=False))
    return visible(str(value))


def _yaml(view: View, target: Medium) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes all out, and quotes every text that begins like a number, for readers that follow YAML 1.2 too."""

        def ignore_aliases(self, data: object) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar(
            "tag:yaml.org,2002:str", value, style='"' if value[:1] in "0123456789+-." else None
        )

    Dumper.add_representer(str, text)
    written: str = yaml.dump(
        list(view.records), Dumper=Dumper, allow_unicode=target.unicode, sort_keys=False, width=100
    )
    return written


def _markdown(view: View, target: Medium) -> str:
    page = view.page
    headings = [heading.text for heading in page.headings] or ["", ""]
    marks = ["---:" if heading.right else "---" for heading in page.headings] or ["---", "---"]
    lines = [f"**{_plain(page.title)}**", ""] if page.title else []
    lines += [_row(headings), _row(marks)]
    lines += [_row([_linked(content) for content in row]) for row in page.rows]
    for note in page.notes:
        lines += ["", _plain(note)]
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _linked(content: Cell) -> str:
    if isinstance(content, Link):
        return f"[{_plain(content.text)}](<{one_line(content.url).replace('<', '%3C').replace('>', '%3E')}>)"
    return _plain(_text(content))


def _plain(text: str) -> str:
    """Text without meaning for Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", visible(text)).replace("\n", "<br>")


_RENDERERS: dict[Format, Callable[[View, Medium], str]] = {
    Format.TABLE: _table,
    Format.JSON: _json,
    Format.CSV: _separated(","),
    Format.TSV: _separated("\t"),
    Format.YAML: _yaml,
    Format.MARKDOWN: _markdown,
}
