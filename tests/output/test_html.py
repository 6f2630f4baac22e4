from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.output.visible import visible
from hwkcli.views.page import Heading, Link, Page, View, view


class Reader(HTMLParser):
    """What a browser sees: the tags, the links, and the texts of cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        if tag in ("td", "th"):
            self.cells.append("")
        if tag == "br":
            self.cells[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.cells and self.tags[-1] in ("td", "th", "a", "br"):
            self.cells[-1] += data.replace("\n", "")


def test_a_page_has_title_table_and_notes_in_its_language() -> None:
    text = render(sample("Bönen"), Format.HTML, Medium(lang="de"))
    assert text.startswith('<!DOCTYPE html>\n<html lang="de">\n')
    assert "<h1>Title</h1>" in text
    assert '<p class="note">a note</p>' in text
    assert Reader(text).cells == ["Name", "Zahl", "Bönen", "Bönen"]
    assert "http" not in text.replace("https://Bönen", "")
    assert Reader(render(sample("Bönen"), Format.HTML, Medium(header=False))).cells == ["Bönen", "Bönen"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_text_becomes_a_tag(cell: str) -> None:
    read = Reader(render(sample(cell), Format.HTML))
    assert set(read.tags) <= {
        "html",
        "meta",
        "title",
        "style",
        "h1",
        "table",
        "thead",
        "tr",
        "th",
        "td",
        "a",
        "p",
        "br",
    }
    assert read.cells[2] == visible(cell)


@pytest.mark.parametrize(
    ("url", "linked"), [("https://x.de", True), ("tel:+49", True), ("javascript:alert(1)", False), ("data:x", False)]
)
def test_only_addresses_and_numbers_are_linked(url: str, linked: bool) -> None:
    page = Page("", (Heading("Web"),), ((Link("x", url),),))
    assert Reader(render(view([{"web": url}], page), Format.HTML)).links == ([url] if linked else [])


def test_a_card_has_its_labels_in_front() -> None:
    card = view([{"name": "x"}], Page("", (), (("Name", "Kamen"),)))
    assert "<tr><th>Name</th><td>Kamen</td></tr>" in render(card, Format.HTML)
    assert "<thead>" not in render(card, Format.HTML)


def test_an_empty_answer_is_a_page() -> None:
    assert "<table>\n</table>" in render(View(("a",), (), Page("", (), ())), Format.HTML)
