"""A table for a terminal or a pipe; one record alone is a card of labels and values."""

import os
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from hwkcli.errors import Message
from hwkcli.language import translated
from hwkcli.output.bar import drawn
from hwkcli.output.fit import GAP, Column, Fit, fit
from hwkcli.output.medium import Medium
from hwkcli.output.plain_signs import in_ascii
from hwkcli.output.visible import one_line, visible
from hwkcli.views.page import Bar, Cell, Heading, Link, Page, View

_NO_LIMIT = 10_000
_WIDEST_BAR = 40
_NARROWEST_BAR = 10
_NARROWEST_CARD = 12
"""Below this width, the value of a card stands below its label."""
_FULL = "\N{FULL BLOCK}"
_LONGEST_LINE = 100
"""Where nothing limits the width, the values of a card are folded all the same, to be read."""

_WHOLE = (
    *("ags", "as_of", "code", "email", "key", "kreis_key", "next_key", "phone", "territory_key", "url", "web"),
    *("expected", "found", "path"),
)
"""Columns of keys and addresses, which mean nothing when they are cut, and of what is said to be wrong."""

_PROSE = ("attribution", "basis", "description", "edition", "licence", "note", "query", "source", "title")
"""Columns of sentences and titles."""


def write(view: View, target: Medium) -> Iterator[str]:
    """The page: title, table or card, notes."""
    from rich.console import Console
    from rich.text import Text

    page = view.page if target.unicode else in_ascii(view.page)
    out = StringIO()
    console = Console(
        file=out,
        width=target.width or _NO_LIMIT,
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
    body, hidden = _body(page, target)
    if page.title:
        console.print(Text(visible(page.title), "bold cyan"), overflow="fold")
        console.print()
    console.print(body)
    notes = [*page.notes, *([translated(hidden, target.lang)] if hidden else [])]
    if notes:
        console.print()
    for note in notes:
        console.print(Text(visible(note), "dim"), overflow="fold")
    yield "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def text(content: Cell) -> str:
    """What a cell says without colours and links; a bar as a row of blocks."""
    if isinstance(content, Bar):
        return _FULL * max(1, round(_WIDEST_BAR * content.value / content.most)) if content.value else ""
    return content.text if isinstance(content, Link) else content


def _body(page: Page, target: Medium) -> tuple[Any, Message | None]:
    """What stands below the title, and which columns had no room."""
    if not page.headings:
        return _card(page.rows, target), None
    columns = [_column(heading, [row[at] for row in page.rows]) for at, heading in enumerate(page.headings)]
    fitted = fit(columns, target.width, lambda widths: _more_lines(page, widths) <= max(3, len(page.rows) // 4))
    left_out = [heading.text for at, heading in enumerate(page.headings) if at not in fitted.shown]
    narrow = target.width and any(columns[at].full > fitted.widths[n] for n, at in enumerate(fitted.shown))
    if len(page.rows) == 1 and (left_out or narrow):
        pairs = zip((heading.text for heading in page.headings), page.rows[0], strict=True)
        return _card(((label, content) for label, content in pairs if content), target), None
    hidden = Message(
        "hidden: {columns}; -f json or --columns shows them"
        if target.chooses
        else "hidden: {columns}; -f json shows them",
        columns=", ".join(left_out),
    )
    return _grid(page, fitted, target), hidden if left_out else None


def _card(rows: Iterable[tuple[Cell, ...]], target: Medium) -> Any:
    from rich.cells import cell_len
    from rich.table import Table

    room = target.width or _NO_LIMIT
    pairs = tuple(rows)
    if room < _NARROWEST_CARD:
        pile = Table.grid()
        pile.add_column(width=room, overflow="fold")
        for content in (content for pair in pairs for content in pair):
            pile.add_row(_cell(content, target))
        return pile
    longest = max((cell_len(visible(text(row[0]))) for row in pairs), default=0)
    label = min(longest, max(room // 3, 8), max(room - GAP - 1, 1))
    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(style="bold", width=label, overflow="fold")
    grid.add_column(width=max(min(room, _LONGEST_LINE) - label - GAP, 1), overflow="fold")
    for pair in pairs:
        grid.add_row(*(_cell(content, target) for content in pair))
    return grid


def _grid(page: Page, fitted: Fit, target: Medium) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    grid = Table(
        box=box.SIMPLE_HEAD if target.unicode else box.ASCII2,
        show_header=target.header,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for at, width in zip(fitted.shown, fitted.widths, strict=True):
        heading = page.headings[at]
        justify: Any = "right" if heading.right else "left"
        shown = Text(_cut(heading.text, width, target) if fitted.cut else heading.text)
        grid.add_column(shown, justify=justify, width=width, overflow="fold", header_style="bold")
    for row in page.rows:
        chosen = zip(fitted.shown, fitted.widths, strict=True)
        grid.add_row(*(_cell(row[at], target, width if fitted.cut else None) for at, width in chosen))
    return grid


def _cell(content: Cell, target: Medium, width: int | None = None) -> Any:
    """A cell as Rich takes it, in one line cut to a width if there is one."""
    from rich.style import Style
    from rich.text import Text

    if isinstance(content, Bar):
        return drawn(content, target.unicode)
    shown = visible(text(content))
    if width is not None:
        shown = _cut(shown, width, target)
    # The style is that of the text alone, so that the blanks that fill the column are no link.
    return Text.assemble((shown, Style(link=one_line(content.url)) if isinstance(content, Link) else ""))


def _cut(said: str, width: int, target: Medium) -> str:
    """Text in one line that is not wider, with a mark where something is left out."""
    from rich.cells import cell_len, set_cell_size

    line = said.replace("\n", "; ")
    if cell_len(line) <= width:
        return line
    mark = "…" if target.unicode else "."
    return set_cell_size(line, width - 1).rstrip(" ,;:") + mark


def _more_lines(page: Page, widths: Sequence[int]) -> int:
    """How many lines more than rows there are where the cells are folded into columns of these widths."""
    from textwrap import wrap

    more = 0
    for row in page.rows:
        cells = zip(map(text, row), widths, strict=True)
        more += max((len(wrap(cell, width)) - 1 for cell, width in cells if len(cell) > width), default=0)
    return more


def _column(heading: Heading, cells: Sequence[Cell]) -> Column:
    """What is to be known of a column to find its width."""
    from rich.cells import cell_len

    whole = heading.right or heading.key in _WHOLE
    if any(isinstance(cell, Bar) for cell in cells):
        least = max(_NARROWEST_BAR, cell_len(heading.text))
        return Column(_WIDEST_BAR, least, least, heading.rank, bar=True)
    shown = [visible(text(cell)) for cell in cells]
    lines = [heading.text, *(line for cell in shown for line in cell.split("\n"))]
    words = [*heading.text.split(), *(shown if whole else " ".join(shown).split())]
    return Column(
        max((*map(cell_len, lines), 1)),
        max((*map(cell_len, words), 1)),
        cell_len(heading.text),
        heading.rank,
        whole,
        heading.key in _PROSE,
    )
