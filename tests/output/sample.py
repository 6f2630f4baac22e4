"""An answer to be written in all formats."""

from hwkcli.views.page import Heading, Link, Page, View, view


def sample(*cells: str) -> View:
    """A record a cell, with a text, a list, a number and nothing; the table has the text and a link."""
    rows = tuple((cell, Link(cell, f"https://{cell}")) for cell in cells)
    headings = (Heading("Name", key="name", rank=0), Heading("Zahl", right=True, key="codes"))
    page = Page("Title", headings, rows, ("a note", "10 rows"))
    return view([{"name": cell, "codes": [cell, "2"], "number": 1.5, "none": None} for cell in cells], page)
