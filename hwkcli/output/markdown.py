"""Markdown: a table with its title and its notes."""

import re
from collections.abc import Iterator

from hwkcli.output.medium import Medium
from hwkcli.output.table import text
from hwkcli.output.visible import one_line, visible
from hwkcli.views.page import Cell, Link, View


def write(view: View, target: Medium) -> Iterator[str]:
    """The page as a table of pipes."""
    page = view.page
    headings = [heading.text for heading in page.headings] or ["", ""]
    marks = ["---:" if heading.right else "---" for heading in page.headings] or ["---", "---"]
    if page.title:
        yield f"**{_plain(page.title)}**\n\n"
    yield _row([_plain(one) if target.header else "" for one in headings])
    yield _row(marks)
    for row in page.rows:
        yield _row([_cell(content) for content in row])
    for note in page.notes:
        yield f"\n{_plain(note)}\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(content: Cell) -> str:
    if isinstance(content, Link):
        return f"[{_plain(content.text)}](<{one_line(content.url).replace('<', '%3C').replace('>', '%3E')}>)"
    return _plain(text(content))


def _plain(said: str) -> str:
    """Text without meaning for Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", visible(said)).replace("\n", "<br>")
