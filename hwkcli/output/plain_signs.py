"""The signs of typography in ASCII, for terminals that have no others."""

from hwkcli.views.page import Bar, Cell, Link, Page

_SIGNS = str.maketrans(
    {"…": "...", "–": "-", "×": "x", "±": "+-", "€": "EUR", "Σ": "Sum", "·": "-", "„": '"', "“": '"', "”": '"'}
)


def in_ascii(page: Page) -> Page:
    """A page with the signs that ASCII lacks written in others. Letters stay as they are.

    >>> in_ascii(Page("0 … 20,498", (), (("2005–2016", Bar(1, 2)),))).rows
    (('2005-2016', Bar(value=1, most=2)),)
    """
    return Page(
        page.title.translate(_SIGNS),
        tuple(heading._replace(text=heading.text.translate(_SIGNS)) for heading in page.headings),
        tuple(tuple(map(_cell, row)) for row in page.rows),
        tuple(note.translate(_SIGNS) for note in page.notes),
    )


def _cell(content: Cell) -> Cell:
    if isinstance(content, Bar):
        return content
    if isinstance(content, Link):
        return content._replace(text=content.text.translate(_SIGNS))
    return content.translate(_SIGNS)
