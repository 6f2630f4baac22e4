"""HTML: a page of its own with a table, its title and its notes, without scripts and anything from elsewhere."""

from collections.abc import Iterator
from html import escape

from hwkcli.output.medium import Medium
from hwkcli.output.table import text
from hwkcli.output.visible import visible
from hwkcli.views.page import Cell, Link, View

_STYLE = (
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{padding:.2em .8em .2em 0;text-align:left;vertical-align:top}thead th{border-bottom:1px solid}"
    ".number{text-align:right;font-variant-numeric:tabular-nums}.note{color:#555;margin:.3em 0}"
)
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
"""Where a link may lead."""


def write(view: View, target: Medium) -> Iterator[str]:
    """The page as a document; a card as a table with its labels in front."""
    page = view.page
    title = _plain(page.title or "hwk")
    yield f'<!DOCTYPE html>\n<html lang="{target.lang}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield f"<style>{_STYLE}</style>\n"
    if page.title:
        yield f"<h1>{title}</h1>\n"
    yield "<table>\n"
    numbers = [heading.right for heading in page.headings] or [False, False]
    if page.headings and target.header:
        heads = zip(page.headings, numbers, strict=True)
        yield f"<thead><tr>{''.join(_cell('th', one.text, number) for one, number in heads)}</tr></thead>\n"
    for row in page.rows:
        names = ["td"] * len(row) if page.headings else ["th", "td"]
        yield f"<tr>{''.join(_cell(*one) for one in zip(names, row, numbers, strict=True))}</tr>\n"
    yield "</table>\n"
    for note in page.notes:
        yield f'<p class="note">{_plain(note)}</p>\n'
    yield "</html>\n"


def _cell(name: str, content: Cell, number: bool) -> str:
    kind = ' class="number"' if number else ""
    return f"<{name}{kind}>{_content(content)}</{name}>"


def _content(content: Cell) -> str:
    shown = _plain(text(content))
    if isinstance(content, Link) and content.url.startswith(_SCHEMES):
        return f'<a href="{escape(visible(content.url))}">{shown}</a>'
    return shown


def _plain(said: str) -> str:
    """Text without meaning for HTML."""
    return escape(visible(said)).replace("\n", "<br>")
