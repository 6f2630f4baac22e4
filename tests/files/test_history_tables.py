"""The tables of the history: read record by record, and refused where they are not in order."""

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from hwkcli.errors import BadData, BadFile
from hwkcli.files import history
from hwkcli.files.history import Change, KreisShare, Span
from hwkcli.files.shipped import folder

FOLDER = folder() / "germany" / "history"


@pytest.fixture(scope="module")
def shipped() -> history.History:
    return history.read(FOLDER)


def test_the_shipped_tables_are_in_order(shipped: history.History) -> None:
    assert len(shipped.municipalities) > 65_000
    assert len(shipped.kreise) > 1_600
    for spans in (shipped.municipalities, shipped.kreise):
        assert list(spans) == sorted(spans, key=lambda span: (span.key, span.valid_from, span.valid_until))
        assert len({span.key for span in spans if not span.valid_until}) in (10_952, 401)
    assert list(shipped.changes) == sorted(shipped.changes)
    assert len(set(shipped.changes)) == len(shipped.changes)
    assert {one.id for one in shipped.sources} == {"history_changes", "history_editions"}
    assert all("Destatis" in one.attribution for one in shipped.sources)


def test_the_times_of_a_key_do_not_overlap(shipped: history.History) -> None:
    for spans in (shipped.municipalities, shipped.kreise):
        by_key = defaultdict(list)
        for span in spans:
            by_key[span.key].append(span)
        for own in by_key.values():
            for one, other in pairwise(own):
                assert one.valid_until < other.valid_from, (one, other)
                assert one.ended, one
            assert all(span.valid_from <= span.valid_until for span in own[:-1]), own


def test_names_have_no_stray_blanks_or_footnotes(shipped: history.History) -> None:
    for span in (*shipped.municipalities, *shipped.kreise):
        assert span.name == " ".join(span.name.split()), span
        assert not re.search(r"\d\)$|\t", span.name.removesuffix('1989)"').removesuffix("1989)")), span


def test_every_raw_file_has_its_checksum() -> None:
    lines = (FOLDER / "files.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "file,sha256,holds"
    assert len(lines) == 1 + 77 + 13
    assert all(re.fullmatch(r"[\w-]+\.xlsx,[0-9a-f]{64},(changes|\d{4}-\d\d-\d\d)", line) for line in lines[1:])


def table(folder: Path, name: str, *lines: str) -> Path:
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_rows_as_they_are(tmp_path: Path) -> None:
    file = table(tmp_path, "m.csv", "key,name,valid_from,valid_until,ended", '05978020,"Kamen, Stadt",,1999-12-31,key')
    assert history.rows(file, Span) == (Span("05978020", "Kamen, Stadt", "", "1999-12-31", "key"),)


@pytest.mark.parametrize(
    ("make", "row", "path"),
    [
        (Span, "5978020,Kamen,,,", "key"),
        (Span, "05978020,,,,", "name"),
        (Span, "05978020, Kamen,,,", "name"),
        (Span, "05978020,Kamen,1.1.1999,,", "valid_from"),
        (Span, "05978020,Kamen,,2000,key", "valid_until"),
        (Span, "05978020,Kamen,,2000-12-31,gone", "ended"),
        (Change, "2000-01-01,moved,05978020,05978024,1,1,05/2000/0001", "kind"),
        (Change, "2000-01-01,part,05978020,05978024,1.5,1,05/2000/0001", "inhabitants"),
        (Change, "2000-01-01,part,05978020,05978024,1,x,05/2000/0001", "area_ha"),
        (Change, "2000-01-01,part,05978020,05978024,1,1,5/2000", "number"),
        (KreisShare, "05978,2000-12-31,05974,0.5,inhabitants,", "share"),
        (KreisShare, "05978,2000-12-31,05974,1/2,people,", "basis"),
    ],
)
def test_a_cell_of_another_form_is_named(tmp_path: Path, make: type[Span], row: str, path: str) -> None:
    file = table(tmp_path, "m.csv", ",".join(make._fields), row)
    with pytest.raises(BadData) as caught:
        history.rows(file, make)
    assert [(fault.line, fault.path) for fault in caught.value.faults] == [(2, path)]


def test_rows_of_another_length_and_another_heading(tmp_path: Path) -> None:
    heading = ",".join(Span._fields)
    with pytest.raises(BadData, match="found 2 cells, expected 5 cells"):
        history.rows(table(tmp_path, "m.csv", heading, "05978020,Kamen"), Span)
    with pytest.raises(BadData, match=f"found ags,name, expected {heading}"):
        history.rows(table(tmp_path, "m.csv", "ags,name"), Span)
    (tmp_path / "m.csv").write_bytes(b"")
    with pytest.raises(BadData, match="found nothing"):
        history.rows(tmp_path / "m.csv", Span)


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"write the tables again with scripts/history\.py"):
        history.rows(tmp_path / "none.csv", Span)
    (tmp_path / "m.csv").write_bytes(b"key,name,valid_from,valid_until,ended\n\xff\n")
    with pytest.raises(BadFile, match="utf-8"):
        history.rows(tmp_path / "m.csv", Span)


def test_sources_that_are_not_in_order(tmp_path: Path) -> None:
    file = table(tmp_path, "sources.yaml", "sources:", "- id: one", "  title: Only a title")
    with pytest.raises(BadData, match="publisher"):
        history.sources(file)
