import re

import pytest
from sample import sample

from hwkcli.output.formats import Format
from hwkcli.output.medium import Medium
from hwkcli.output.render import render
from hwkcli.views.page import Bar, Heading, Link, Page, View, view


def table(*rows: tuple[str, ...], note: str = "") -> View:
    """Places with their Land and a note on each."""
    headings = (
        Heading("Place", key="place", rank=0),
        Heading("AGS", key="ags", rank=3),
        Heading("Land", key="land", rank=3),
        Heading("Note", key="note", rank=6),
    )
    return view([{"place": row[0]} for row in rows], Page("Places", headings, rows, (note,)))


LONG = "Zum Beispiel ein langer Hinweis, der in keine schmale Spalte passt und darum gekürzt wird"
PLACES = [(f"Neustadt {number}", f"0595{number:04}", "Schleswig-Holstein", LONG) for number in range(20)]


def test_in_a_pipe_it_is_whole_and_plain() -> None:
    wide = " ".join(str(number) for number in range(44135, 44175))
    text = render(sample("Kamen", "x" * 39), Format.TABLE)
    assert "\x1b" not in text
    assert text.startswith("Title\n\nName ")
    assert text.endswith("\na note\n10 rows\n")
    assert "x" * 39 in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert render(sample(wide), Format.TABLE).count("44174") == 2
    assert render(table(*PLACES), Format.TABLE).count("gekürzt wird") == 20


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 140])
def test_it_fits_and_each_row_is_one_line(width: int) -> None:
    lines = render(table(*PLACES), Format.TABLE, Medium(width)).split("\n")
    assert max(map(len, lines)) <= width
    for place, *_ in PLACES:
        assert sum(line.startswith(f"{place} ") or line == place for line in lines) == 1
    assert len(lines) <= 20 + 4 + 5


@pytest.mark.parametrize(
    ("width", "lang", "hidden"),
    [
        (140, "en", ""),
        (60, "en", "hidden: Note; -f json or --columns shows them"),
        (60, "de", "ausgeblendet: Note; -f json oder --columns zeigt sie"),
        (30, "en", "hidden: Land, Note; -f json or\n--columns shows them"),
        (15, "en", "hidden: AGS,\nLand, Note; -f\njson or\n--columns shows\nthem"),
    ],
)
def test_what_has_no_room_is_named_in_a_last_line(width: int, lang: str, hidden: str) -> None:
    text = render(table(*PLACES), Format.TABLE, Medium(width, lang="de" if lang == "de" else "en"))
    assert text.rstrip().endswith(hidden) if hidden else "hidden" not in text


def test_what_is_shortened_says_so_and_a_key_is_never_shortened() -> None:
    text = render(table(*PLACES), Format.TABLE, Medium(100))
    assert "Zum Beispiel ein langer" in text
    assert text.count("…") == 20
    for width in range(1, 140, 7):
        for found in re.findall(r"0595\d*", render(table(*PLACES), Format.TABLE, Medium(width))):
            assert len(found) == 8 or width < 20
    assert "…" not in render(table(*PLACES), Format.TABLE, Medium(100, unicode=False))


def test_one_record_alone_is_a_card_where_the_width_is_short() -> None:
    text = render(table(PLACES[0]), Format.TABLE, Medium(50))
    assert "Place  Neustadt 0\nAGS    05950000\n" in text
    assert "".join(LONG.split()) in "".join(text.split()).replace("Note", "")
    assert "hidden" not in text


def test_a_text_is_folded_where_that_costs_few_lines() -> None:
    rows = [(f"Ort {number}", "05950000", "Hessen", "") for number in range(11)]
    rows[3] = ("Ort 3", "05950000", "Hessen", "44532 44534 44536")
    text = render(table(*rows), Format.TABLE, Medium(40))
    assert "44532 44534\n" in text
    assert "hidden" not in text


def test_a_narrow_terminal_gets_something() -> None:
    for width in (1, 2, 3, 5, 8):
        text = render(table(*PLACES), Format.TABLE, Medium(width))
        assert max(map(len, text.split("\n"))) <= width
        assert "".join(text.split()).startswith("Places")
    assert "K\n" in render(view([{}], Page("", (), (("Name", "Kamen"),)), ("name",)), Format.TABLE, Medium(1))


def test_wide_signs_keep_the_columns_in_line() -> None:
    rows = [("東京", "05950000", "Hessen", "x"), ("Ulm", "05950001", "Hessen", "y")]
    lines = render(table(*rows), Format.TABLE, Medium(80)).split("\n")[4:6]
    assert lines[0].index("05950000") == lines[1].index("05950001") - 2


def test_a_card_has_labels_and_values_and_fits() -> None:
    card = view([{"name": "x"}], Page("Card", (), (("Name", "Kamen"), ("Codes", "59174 " * 30))))
    text = render(card, Format.TABLE, Medium(60))
    assert max(map(len, text.split("\n"))) <= 60
    assert text.count("59174") == 30


def test_a_styled_table_has_links_and_bold_and_no_colour_with_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    styled = render(sample("Kamen"), Format.TABLE, Medium(80, styled=True))
    assert "\x1b]8;" in styled
    assert "\x1b[1;36m" in styled
    monkeypatch.setenv("NO_COLOR", "1")
    plain = render(sample("Kamen"), Format.TABLE, Medium(80, styled=True))
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", plain)
    assert "\x1b[1m" in plain


def test_a_shortened_link_leads_where_it_led() -> None:
    page = Page("", (Heading("Name", rank=0), Heading("Text", rank=5)), (("x" * 40, Link("y" * 40, "https://z")),) * 20)
    text = render(view([{"a": 1}] * 20, page), Format.TABLE, Medium(62, styled=True))
    assert "https://z" in text
    assert "y…" in text


def test_the_headings_can_be_left_out() -> None:
    text = render(sample("Kamen"), Format.TABLE, Medium(header=False))
    assert "Name" not in text
    assert "─" not in text
    assert text.startswith("Title\n\nKamen")


def test_without_unicode_the_lines_are_ascii() -> None:
    assert render(sample("Kamen"), Format.TABLE, Medium(unicode=False)).isascii()
    bars = view([{"a": 1}], Page("", (Heading("x"), Heading("y")), (("Kamen", Bar(1, 2)),)))
    assert "#" * 20 in render(bars, Format.TABLE, Medium(unicode=False))
    assert "█" * 20 in render(bars, Format.TABLE)
    assert "█" * 20 in render(bars, Format.MARKDOWN)
