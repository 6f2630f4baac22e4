"""The history in the store: packed and unpacked, and refused where the tables do not fit together."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwkcli.errors import BadData, BadFile
from hwkcli.files.history import Change, KreisShare, Span, Spelling
from hwkcli.gazetteer.history import fill, layout, stored
from hwkcli.gazetteer.store.schema import SCHEMA

EMPTY: dict[str, Sequence[tuple[str, ...]]] = {
    "municipalities.csv": [Span._fields, ("05978020", "Kamen, Stadt", "", "", "")],
    "kreise.csv": [Span._fields, ("05978", "Unna", "", "", "")],
    "changes.csv": [Change._fields],
    "kreis_changes.csv": [Change._fields],
    "kreis_shares.csv": [KreisShare._fields],
    "spellings.csv": [Spelling._fields],
}
SOURCES = """sources:
- {id: one, publisher: P, title: T, edition: E, licence: L, attribution: A, document: {de: D, en: E}}
"""


def tables(folder: Path, **more: Sequence[tuple[str, ...]]) -> Path:
    """A folder of tables with more rows than the least ones."""
    for name, rows in EMPTY.items():
        lines = [*rows, *more.get(name.removesuffix(".csv"), ())]
        text = "".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\n" for row in lines)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return folder


def create(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    fill.create(db, folder)
    return db


def test_lives_and_changes_stand_in_the_part_of_their_land(tmp_path: Path) -> None:
    gone = [("06000001", "Adorf", "", "1974-12-31", "dissolved")]
    change = [("1975-01-01", "dissolved", "06000001", "05978020", "12", "3.5", "05/1975/0001")]
    spelt = [("06000001", "1974-12-31", "Ahdorf")]
    db = create(tables(tmp_path, municipalities=gone, changes=change, spellings=spelt))
    parts = {land: (lives, changes) for land, lives, changes in db.execute("SELECT * FROM history")}
    assert list(parts) == ["05", "06"]
    lives = layout.unpack(parts["06"][0], 8)
    assert [column[0] for column in lives] == [
        *("06000001", "", "1974-12-31", "dissolved", "\tAdorf", "05978020 1", "inhabitants", "Ahdorf"),
    ]
    # A change between two Länder stands in both.
    assert parts["05"][1] == parts["06"][1] == layout.pack(change)
    assert [tuple(row) for row in db.execute("SELECT id, document_de, rank, national FROM source")] == [
        ("one", "D", "primary", 1)
    ]


def test_a_change_that_fits_to_nothing(tmp_path: Path) -> None:
    change = [("1975-01-01", "dissolved", "06000001", "05978020", "12", "3.5", "05/1975/0001")]
    with pytest.raises(BadData, match="1975-01-01 06000001 -> 05978020: no such key on that day"):
        create(tables(tmp_path, changes=change))


def test_a_former_kreis_without_shares(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="Kreis 05941 until 1974-12-31: no shares"):
        create(tables(tmp_path, kreise=[("05941", "Unna", "", "1974-12-31", "key")]))
    shares = [("05941", "1974-12-31", "05978", "1", "inhabitants", "")]
    create(tables(tmp_path, kreise=[("05941", "Unna", "", "1974-12-31", "key")], kreis_shares=shares))


def test_no_tables(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"write the tables again with scripts/history\.py"):
        create(tmp_path)


CELLS = st.text(st.characters(exclude_characters="\n\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1))
def test_what_is_packed_is_unpacked(rows: list[tuple[str, str, str]]) -> None:
    assert list(zip(*layout.unpack(layout.pack(rows), 3), strict=True)) == rows


def test_an_unknown_land_has_nothing() -> None:
    assert not stored.lives("99999999")
    assert not stored.out_of("99999999")
    assert not stored.into("99999999")
