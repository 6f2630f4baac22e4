from typing import Any

import pytest

from hwkcli.errors import BadSetting
from hwkcli.language import Language
from hwkcli.views.page import Page, Selection, Stream, View, heading, view
from hwkcli.views.selection import select

TOWNS: list[dict[str, Any]] = [
    {"name": "Zell", "kind": "town", "population": 100, "area_km2": 1.5, "codes": ["1", "2"], "land": "Bayern"},
    {"name": "Ähren", "kind": "municipality", "population": None, "area_km2": 20.0, "codes": [], "land": "Bayern"},
    {"name": "Bonn", "kind": "city", "population": 1200, "area_km2": None, "codes": ["3"], "land": "NRW"},
]


def towns(lang: Language = "en") -> View:
    headings = tuple(heading(key, lang) for key in ("place", "kind", "population"))
    rows = tuple((town["name"], f"({town['kind']})", str(town["population"] or "")) for town in TOWNS)
    return view(TOWNS, Page("Towns", headings, rows, ("a note",)))


def chosen(lang: Language = "en", for_readers: bool = True, **wanted: Any) -> View:
    found = select(towns(lang), Selection(**wanted), lang, for_readers)
    assert isinstance(found, View)
    return found


def names(found: View) -> list[str]:
    assert [row[0] for row in found.page.rows] == [record["name"] for record in found.records]
    return [record["name"] for record in found.records]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["Ähren", "Bonn", "Zell"]),
        ("population", ["Bonn", "Zell", "Ähren"]),
        ("Einwohner", ["Bonn", "Zell", "Ähren"]),
        ("EINWOHNER", ["Bonn", "Zell", "Ähren"]),
        ("area", ["Ähren", "Zell", "Bonn"]),
        ("flaeche", ["Ähren", "Zell", "Bonn"]),
        ("Fläche", ["Ähren", "Zell", "Bonn"]),
        ("Ort", ["Ähren", "Bonn", "Zell"]),
        ("source", ["Zell", "Ähren", "Bonn"]),
        ("codes", ["Zell", "Bonn", "Ähren"]),
    ],
)
def test_rows_are_sorted_by_a_column_under_any_of_its_names(sort: str, order: list[str]) -> None:
    assert names(chosen(sort=sort, lang="de")) == order


def test_backwards_what_is_unknown_stays_at_the_end() -> None:
    assert names(chosen(sort="population", backwards=True)) == ["Zell", "Bonn", "Ähren"]
    assert names(chosen(backwards=True)) == ["Bonn", "Ähren", "Zell"]
    assert names(chosen(sort="source", backwards=True)) == ["Bonn", "Ähren", "Zell"]


def test_the_first_rows_are_counted() -> None:
    found = chosen(limit=2)
    assert names(found) == ["Zell", "Ähren"]
    assert found.page.notes == ("a note", "2 of 3 rows are shown")
    assert chosen(lang="de", limit=1).page.notes[-1] == "1 von 3 Zeilen"
    assert chosen(limit=3).page.notes == ("a note",)


def test_columns_come_in_the_order_in_which_they_are_named() -> None:
    found = chosen(columns=("population", "Ort", "name"), lang="de")
    assert found.keys == ("population", "name")
    assert found.records[0] == {"population": 100, "name": "Zell"}
    assert [one.text for one in found.page.headings] == ["Einwohner", "Ort"]
    assert found.page.rows[0] == ("100", "Zell")
    assert all(one.rank == 0 for one in found.page.headings)


def test_a_column_that_the_table_does_not_have_comes_from_the_records() -> None:
    found = chosen(columns=("name", "area_km2", "codes", "land"), lang="de")
    assert [one.text for one in found.page.headings] == ["Ort", "Fläche (km²)", "codes", "Land"]
    assert found.page.rows[0] == ("Zell", "1,50", "1 2", "Bayern")
    assert [one.right for one in found.page.headings] == [False, True, False, False]


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(BadSetting) as caught:
        chosen(columns=("nonsense",))
    assert str(caught.value) == "no column 'nonsense'; there are name, kind, population, area_km2, codes, land"
    with pytest.raises(BadSetting):
        chosen(sort="nonsense")


def test_what_only_the_table_has_is_no_column_for_programs() -> None:
    page = Page("", (heading("name", "en"), heading("covered", "en")), (("a", "2004-2024"),))
    one = view([{"name": "a"}], page)
    assert isinstance(readers := select(one, Selection(("covered",)), "en"), View)
    assert readers.page.rows == (("2004-2024",),)
    with pytest.raises(BadSetting):
        select(one, Selection(("covered",)), "en", for_readers=False)


def test_a_card_keeps_its_labels() -> None:
    card = view([{"name": "Kamen", "population": 42205, "web": None}], Page("Kamen", (), (("x", "y"),)))
    found = select(card, Selection(("population", "name", "web")), "de")
    assert isinstance(found, View)
    assert found.page.rows == (("Einwohner", "42.205"), ("Name", "Kamen"), ("Web", ""))
    assert select(card, Selection(sort="name", limit=1), "de") == card


def test_the_rows_of_a_chart_keep_their_order() -> None:
    chart = view([{"name": "a"}], Page("", (heading("name", "en"),), (("a",), ("gap",))))
    with pytest.raises(BadSetting, match="the rows of a chart"):
        select(chart, Selection(backwards=True), "en")
    assert isinstance(found := select(chart, Selection(("name",)), "en"), View)
    assert found.page.rows == (("a",),)


def test_what_explains_a_column_that_is_not_chosen_is_left_out() -> None:
    headings = tuple(heading(key, "en") for key in ("place", "population", "share", "source"))
    said = ("Population: as of today", "share = value / all", "Bonn: a note", "[1] a book", "[2] a list")
    one = view(
        [{"name": "Bonn", "population": 3, "share": 50, "source": ["a", "b"]}],
        Page("", headings, (("Bonn", "3", "50 % [2]", "[1]"),), said),
    )
    notes = {
        ("name", "source"): ("Bonn: a note", "[1] a book", "Source: a list"),
        ("population", "name"): ("Population: as of today", "Bonn: a note", "Source: a book", "Source: a list"),
        ("share", "source"): ("share = value / all", "Bonn: a note", "[1] a book", "[2] a list"),
        (): said,
    }
    for columns, wanted in notes.items():
        found = select(one, Selection(columns), "en")
        assert isinstance(found, View)
        assert found.page.notes == wanted


def test_nothing_wanted_is_everything() -> None:
    one = towns()
    assert select(one, Selection(), "en") is one


def stream(asked: list[str]) -> "Stream[dict[str, Any]]":
    def found() -> Any:
        for town in TOWNS:
            asked.append(town["name"])
            yield town

    return Stream(tuple(TOWNS[0]), found(), dict, lambda every: towns())


def test_of_a_stream_no_more_is_asked_than_is_wanted() -> None:
    asked: list[str] = []
    found = select(stream(asked), Selection(("Einwohner", "name"), limit=1), "en", for_readers=False)
    assert isinstance(found, Stream)
    assert found.keys == ("population", "name")
    assert list(found.records) == [{"population": 100, "name": "Zell"}]
    assert asked == ["Zell"]


def test_a_stream_is_sorted_when_all_of_it_is_there() -> None:
    found = select(stream([]), Selection(sort="name"), "en", for_readers=False)
    assert isinstance(found, View)
    assert names(found) == ["Ähren", "Bonn", "Zell"]
    assert isinstance(select(stream([]), Selection(limit=1), "en"), View)
