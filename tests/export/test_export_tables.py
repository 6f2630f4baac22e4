"""The tables of the export: every column described, every key and link true, whole and cut."""

import re
from typing import Any

import pytest
from national import TABLES as NATIONAL

from hwkcli.export import chambers, figures, history, places
from hwkcli.export.content import Content
from hwkcli.export.table import Table
from hwkcli.export.tables import TABLES, named
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.geography.extent import GERMANY, Area, chosen
from hwkcli.gazetteer.store import responsibility
from hwkcli.model import Figure

CUTS = {
    "germany": GERMANY,
    "sachsen-anhalt": chosen(None, "Sachsen-Anhalt", None),
    "halle": chosen("Halle", None, None),
    "unna": chosen(None, None, "Unna"),
    "dortmund": chosen("Dortmund", None, None),
    "bremen": chosen(None, "Bremen", None),
}


@pytest.fixture(scope="module")
def contents() -> dict[str, Content]:
    return {name: Content(area) for name, area in CUTS.items()}


ELSEWHERE = {
    "id": "localities.locality_id; the other kinds have keys of their own",
    "town": "municipalities.name, by the AGS",
    "territory": "municipality_chambers",
    "kreis": "kreise.name, by the key",
    "land": "laender.name, by the key",
    "postal_codes": "postal_codes, by the AGS",
    "company_codes": "postal_codes, by the AGS, as those of the kind company",
}
"""The fields of a place of the gazetteer that no table has under their name, and where that stands."""


def column(table: Table, rows: list[tuple[Any, ...]], name: str) -> list[Any]:
    at = [one.name for one in table.columns].index(name)
    return [row[at] for row in rows]


def test_every_table_and_column_is_described_in_both_languages() -> None:
    for table in TABLES:
        for text in (table.title, table.text, *(one.text for one in table.columns)):
            assert text.de
            assert text.en
            assert not text.de.endswith(".")
        assert len({one.name for one in table.columns}) == len(table.columns)
        assert set(table.key) <= {one.name for one in table.columns}
        assert set(table.search) <= {one.name for one in table.columns}
        assert re.fullmatch("[a-z_]+", table.name)
    assert [table.name for table in TABLES] == list({table.name: None for table in TABLES})


def test_no_field_of_what_is_behind_the_answers_is_left_out_in_silence() -> None:
    told = {one.name for table in places.TABLES for one in table.columns} | set(ELSEWHERE)
    assert set(Place._fields) - told == set()
    # Of these, tables have the parts under names of their own.
    told = {one.name for one in named("figures").columns} | {"id", "source", "formula", "note", "inputs"}
    assert set(Figure._fields) - told == set()
    described = (*places.TABLES, *chambers.TABLES, *history.TABLES, *figures.TABLES)
    assert {table.name for table in described} == {one.name for one in TABLES}


@pytest.mark.slow
@pytest.mark.parametrize("cut", CUTS)
def test_keys_tell_rows_apart_and_links_lead_to_rows(contents: dict[str, Content], cut: str) -> None:
    content = contents[cut]
    rows = {table.name: list(table.rows(content)) for table in TABLES}
    for table in TABLES:
        own = rows[table.name]
        assert all(len(row) == len(table.columns) for row in own)
        keys = list(zip(*(column(table, own, name) for name in table.key), strict=True))
        assert len(set(keys)) == len(keys)
        assert not any(None in key for key in keys)
        for link in table.links:
            other = named(link.table)
            known = set(zip(*(column(other, rows[link.table], name) for name in other.key), strict=True))
            used = set(zip(*(column(table, own, name) for name in link.columns), strict=True))
            assert {key for key in used if None not in key} <= known, (table.name, link)
        kinds: dict[str, tuple[type, ...]] = {"text": (str,), "integer": (int,), "number": (int, float)}
        for one in table.columns:
            values = column(table, own, one.name)
            assert all(value is None or isinstance(value, kinds[one.kind]) for value in values), one.name


@pytest.mark.slow
def test_all_of_germany_is_all_of_it(contents: dict[str, Content]) -> None:
    content = contents["germany"]
    towns = {row[0]: row for row in named("municipalities").rows(content)}
    assert set(towns) == {one.ags for one in NATIONAL.gemeinden}
    assert {row[0] for row in named("kreise").rows(content)} == {one.key for one in NATIONAL.kreise}
    for one in NATIONAL.gemeinden:
        printed = (
            one.ars,
            one.name,
            one.type,
            int(one.population) if one.population else None,
            float(one.area_km2) if one.area_km2 else None,
        )
        row = towns[one.ags]
        assert (row[1], row[3], row[5], row[8], row[10]) == printed
    assert len(list(named("chambers").rows(content))) == len(responsibility.chambers())
    chambers_of: dict[str, set[str]] = {ags: set() for ags in towns}
    for ags, code, _ in named("municipality_chambers").rows(content):
        chambers_of[ags].add(code)
    for ags, codes in chambers_of.items():
        known = responsibility.of(ags) or responsibility.of(ags[:5])
        assert codes == {one.chamber.code for one in known} or ags[2:5] == "000"
    pairs = {(row[0], row[1]) for row in named("postal_codes").rows(content)}
    assert {(one.postal_code, one.ags) for one in NATIONAL.orte if one.ags} <= pairs


@pytest.mark.slow
@pytest.mark.parametrize("cut", ["sachsen-anhalt", "halle", "unna", "bremen"])
def test_a_cut_is_what_lies_in_it(contents: dict[str, Content], cut: str) -> None:
    area: Area = CUTS[cut]
    whole = {table.name: list(table.rows(contents["germany"])) for table in TABLES}
    for table in ("municipalities", "localities", "postal_codes", "municipality_chambers"):
        rows = list(named(table).rows(contents[cut]))
        keys = column(named(table), whole[table], "ags")
        kreise = column(named(table), whole[table], "kreis_key") if table != "municipality_chambers" else keys
        want = [
            row for row, ags, kreis in zip(whole[table], keys, kreise, strict=True) if area.holds(ags or kreis or "99")
        ]
        assert sorted(rows, key=str) == sorted(want, key=str)
    assert len(list(named("municipalities").rows(contents["unna"]))) == 10


@pytest.mark.slow
def test_a_kreis_that_is_only_in_part_in_it_has_no_sums(contents: dict[str, Content]) -> None:
    halle = {row[0]: row for row in named("kreise").rows(contents["halle"])}
    whole = {row[0]: row for row in named("kreise").rows(contents["sachsen-anhalt"])}
    assert halle["15089"][1] == "Salzlandkreis"
    assert halle["15089"][5:] == (None, None, None)
    assert whole["15089"][5] > 100_000
    assert halle["15088"] == whole["15088"]


def test_figures_of_the_district_are_where_all_of_it_is(contents: dict[str, Content]) -> None:
    figures_of = {cut: list(named("figures").rows(contents[cut])) for cut in ("dortmund", "unna", "bremen")}
    assert {row[3] for row in figures_of["unna"]} == {"05978", "05978024", "05978040"}
    assert "district" in {row[3] for row in figures_of["dortmund"]}
    assert figures_of["bremen"] == []
    assert len(list(named("contacts").rows(contents["dortmund"]))) > 10
    assert list(named("contacts").rows(contents["bremen"])) == []


def test_former_keys_lead_to_what_is_in_the_cut(contents: dict[str, Content]) -> None:
    keys = {(row[0], row[1]): row for row in named("former_keys").rows(contents["germany"])}
    went = [row for row in named("successors").rows(contents["germany"]) if row[0] == "06435014"]
    assert [row[3:] for row in went] == [("06415000", "1", "06415000", None)]
    assert keys[went[0][:2]][3] == "Hanau, Brüder-Grimm-Stadt"
    unna = list(named("successors").rows(contents["unna"]))
    assert {row[5] or row[6] for row in unna if row[5] or row[6]} <= {
        "05978",
        *(row[0] for row in named("municipalities").rows(contents["unna"])),
    }
    assert {(row[0], row[1]) for row in unna} == {
        (row[0], row[1]) for row in named("former_keys").rows(contents["unna"])
    }
    assert 10 < len({row[0] for row in unna}) < 200


def test_sources_are_those_that_are_cited_with_their_terms(contents: dict[str, Content]) -> None:
    for cut, content in contents.items():
        cited = {row[3] for row in named("territory_sources").rows(content)}
        rows = {row[0]: row for row in named("sources").rows(content)}
        assert cited | {"boundaries", "register"} <= set(rows), cut
        assert all(row[8] and row[9] and row[10] for row in rows.values())
    assert len(list(named("sources").rows(contents["unna"]))) < 30


def test_municipalities_without_a_kreis_are_only_in_the_whole(contents: dict[str, Content]) -> None:
    kinds = {row[4] for row in named("municipalities").rows(contents["germany"])}
    assert kinds == set(GEMEINDEN)
    assert "07000999" in {row[0] for row in named("municipalities").rows(contents["germany"])}
    assert "07000999" not in {row[0] for row in named("municipalities").rows(contents["unna"])}
