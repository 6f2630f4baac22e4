from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.views.page import Page, view


def test_markdown_is_a_table_with_title_and_notes() -> None:
    assert render(sample("a|b\nc"), Format.MARKDOWN).split("\n") == [
        "**Title**",
        "",
        "| Name | Zahl |",
        "| --- | ---: |",
        "| a\\|b<br>c | [a\\|b<br>c](<https://a|b\\nc>) |",
        "",
        "a note",
        "",
        "10 rows",
        "",
    ]


def test_a_card_is_a_table_of_labels_and_values() -> None:
    card = view([{"name": "x"}], Page("", (), (("Name", "Kamen"),)))
    assert render(card, Format.MARKDOWN) == "|  |  |\n| --- | --- |\n| Name | Kamen |\n"


def test_without_a_header_the_headings_are_empty() -> None:
    assert "|  |  |\n| --- | ---: |\n| Kamen" in render(sample("Kamen"), Format.MARKDOWN, Medium(header=False))
