import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hwkcli.errors import BadFile
from hwkcli.files import tables
from hwkcli.gazetteer.engine.evidence import of_cells
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.store import build, connection, content, database
from hwkcli.gazetteer.store.freshness import STORE
from hwkcli.matching.decision import decider
from hwkcli.model import HOWS
from hwkcli.naming.fold import fold
from hwkcli.views.places import matches

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the package and its data, with a store that was built for it."""
    database.chambers()  # which builds the store that is copied, if need be
    shutil.copytree(ROOT / "hwkcli", tmp_path / "hwkcli", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns(".hwk-*"))
    return tmp_path


def ask(checkout: Path, *words: str, lang: str = "C.UTF-8") -> "subprocess.CompletedProcess[str]":
    """Runs `hwk chamber` of a checkout."""
    environ = {"PATH": os.environ["PATH"], "LC_ALL": lang, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-m", "hwkcli", "chamber", *words, "-f", "csv"]
    return subprocess.run(command, cwd=checkout, env=environ, capture_output=True, text=True, check=False)


def rename(checkout: Path) -> None:
    """Another name for Kamen in the tables."""
    file = checkout / "data" / "germany" / "municipalities.csv"
    file.write_text(file.read_text(encoding="utf-8").replace('"Kamen, Stadt"', '"Xamen, Stadt"'), encoding="utf-8")


@pytest.mark.slow
def test_a_touch_costs_nothing_and_an_edit_builds_the_store_again(checkout: Path) -> None:
    store = checkout / "data" / STORE
    built = store.stat().st_mtime_ns
    for file in (*(checkout / "data").rglob("*.csv"), *(checkout / "hwkcli" / "gazetteer").glob("*.py")):
        file.touch()
    done = ask(checkout, "Kamen")
    assert (done.returncode, done.stderr, store.stat().st_mtime_ns) == (0, "", built)
    rename(checkout)
    done = ask(checkout, "Xamen", lang="de_DE.UTF-8")
    assert done.returncode == 0
    assert done.stderr == "hwk: die Tabellen haben sich geändert; der Speicher wird neu gebaut (einige Sekunden)\n"
    assert store.stat().st_mtime_ns != built
    done = ask(checkout, "Xxamen")
    assert "did you mean" in done.stderr
    assert "built again" not in done.stderr
    assert not list(store.parent.glob("*.part"))


@pytest.mark.long
@pytest.mark.parametrize("spoil", [lambda store: store.write_bytes(b"none"), Path.unlink, lambda store: fifo(store)])
def test_a_store_that_is_gone_or_broken_is_built_again(checkout: Path, spoil: Callable[[Path], object]) -> None:
    spoil(checkout / "data" / STORE)
    done = ask(checkout, "Kamen")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1


def fifo(store: Path) -> None:
    """A named pipe in the place of the store."""
    store.unlink(missing_ok=True)
    os.mkfifo(store)


def test_tables_that_are_not_in_order_are_one_line(checkout: Path) -> None:
    table = checkout / "data" / "germany" / "kreise.csv"
    lines = table.read_text(encoding="utf-8").count("\n")
    with table.open("a") as stream:
        stream.write("x,y,z,DE111,X\n")
    done = ask(checkout, "Kamen")
    assert (done.returncode, done.stdout) == (5, "")
    said, failed = done.stderr.splitlines()
    assert "built again" in said
    assert f"kreise.csv:{lines + 1}: key: found 'x', expected" in failed


def installed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the store of a folder answer."""
    monkeypatch.setattr(connection, "folder", lambda: folder)
    monkeypatch.setattr(connection, "_connections", connection._Connections())
    database.last_whole.cache_clear()
    database.area.cache_clear()
    database.source.cache_clear()


def test_a_stale_store_that_cannot_be_built_again_is_told(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    rename(checkout)

    def refuse(*things: object) -> None:
        raise PermissionError(13, "Permission denied")

    installed(monkeypatch, checkout / "data")
    monkeypatch.setattr(build, "write", refuse)
    with pytest.raises(BadFile, match="is older than its tables, and cannot be built again: Permission denied"):
        connection._db()


def test_an_installed_store_that_is_broken_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    store = tmp_path / STORE
    whole = (DATA / STORE).read_bytes()
    dice = random.Random(1)

    def told(reason: str) -> None:
        installed(monkeypatch, tmp_path)
        with pytest.raises(BadFile, match=rf"gazetteer\.sqlite: .*{reason}.*; install hwkcli again") as caught:
            database.hits("kamen")
        assert "\n" not in str(caught.value)

    told("there is no such file")
    for found, reason in (
        (b"", "no such table: word"),
        (b"no database at all", "file is not a database"),
        (dice.randbytes(100_000), "file is not a database"),
        (whole[:8192], "malformed"),
        (whole[:100] + dice.randbytes(20_000) + whole[20_100:], "malformed"),
    ):
        store.write_bytes(found)
        told(reason)
    fifo(store)
    told("it is no regular file")
    store.unlink()
    store.mkdir()
    told("it is no regular file")


def test_a_store_with_bytes_that_are_no_text_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    shutil.copy(DATA / STORE, tmp_path / STORE)
    with sqlite3.connect(tmp_path / STORE) as db:
        db.execute("UPDATE provenance SET fields = CAST(x'ff' AS TEXT)")
        db.execute("DELETE FROM fact WHERE name LIKE 'near%'")
    db.close()
    installed(monkeypatch, tmp_path)
    with pytest.raises(BadFile, match="Could not decode to UTF-8"):
        database.facts()
    with pytest.raises(BadFile, match="it is not whole; install hwkcli again"):
        database.names()


@pytest.mark.parametrize("table", ["word", "place", "locality", "inside", "responsible", "fact"])
def test_a_store_of_which_a_table_is_empty_is_told_and_answers_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: str
) -> None:
    (tmp_path / "germany").mkdir()
    shutil.copy(DATA / STORE, tmp_path / STORE)
    with sqlite3.connect(tmp_path / STORE) as db:
        db.execute(f"DELETE FROM {table}")
    db.close()
    installed(monkeypatch, tmp_path)
    with pytest.raises(BadFile, match="it is not whole; install hwkcli again"):
        database.hits("kamen")


def test_damaged_pages_are_told_or_change_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "germany").mkdir()
    whole = bytearray((DATA / STORE).read_bytes())
    dice = random.Random(2)
    for _ in range(40):
        spoilt = bytearray(whole)
        for at in (dice.randrange(4096, len(spoilt)) // 4096 * 4096 for _ in range(400)):
            spoilt[at : at + 64] = dice.randbytes(64)
        (tmp_path / STORE).write_bytes(spoilt)
        installed(monkeypatch, tmp_path)
        for ask in (
            lambda: database.hits("kamen"),
            lambda: list(database.places()),
            lambda: list(database.words()),
            database.names,
            database.chambers,
            database.sources,
            database.facts,
            lambda: database.area("05978"),
            lambda: database.inside("05978", ("town",)),
        ):
            try:
                ask()
            except (BadFile, KeyError):
                continue


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*things: object) -> None:
        Path(str(things[1])).write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "_compile", fail)
    with pytest.raises(sqlite3.OperationalError):
        build.write(DATA, tmp_path / "store.sqlite")
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_the_same_tables_give_the_same_store(tmp_path: Path) -> None:
    database.chambers()
    build.write(DATA, tmp_path / "again.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == (DATA / STORE).read_bytes()


def test_unknown_keys_are_key_errors() -> None:
    for ask in (database.chamber, database.source, database.area):
        with pytest.raises(KeyError):
            ask("none")
    assert database.land("99") is None


def test_places_are_in_order_and_whole() -> None:
    places = list(database.places())
    assert [place.id for place in places] == list(range(1, len(places) + 1))
    kinds = [place.kind for place in places]
    assert kinds.index("kreis") > max(at for at, kind in enumerate(kinds) if kind in ("city", "town", "unincorporated"))
    assert kinds.index("locality") > max(at for at, kind in enumerate(kinds) if kind != "locality")
    by_ags = {place.ags: place for place in places if place.ags and place.kind != "locality"}
    for place in places:
        assert (place.confidence is not None) == (place.kind == "locality")
        if place.kind == "locality" and place.ags:
            around = by_ags[place.ags]
            assert (place.town, place.kreis_key, place.land_key) == (around.name, around.kreis_key, around.land_key)
        if place.postal_code:
            assert place.postal_code in place.postal_codes.split()
        assert place.postal_codes.split() == sorted(set(place.postal_codes.split()))
        assert not place.postal_codes or place.ars
    sizes = [by_ags[place.ags].population or 0 for place in places if place.kind == "locality" and place.ags]
    assert sizes == sorted(sizes, reverse=True)


def test_a_locality_of_low_confidence_has_several_places_wherever_its_name_stands() -> None:
    low: dict[str, set[str]] = {}
    for place in database.places():
        if place.confidence == "low":
            low.setdefault(place.name, set()).add(place.ags or "")
    assert len(low) > 10_000
    for name in random.Random(3).sample(sorted(low), 300):
        found = {hit.place.ags for hit in database.hits(fold(name)) if hit.how == "locality"}
        assert low[name] <= found
        assert len({hit.place.id for hit in database.hits(fold(name))}) > 1


def test_names_lead_back_to_their_places() -> None:
    places = list(database.places())
    for place in random.Random(4).sample(places, 2000):
        assert place.id in {hit.place.id for hit in database.hits(fold(place.name))}, place


def test_the_names_in_a_municipality_are_those_of_all_its_places() -> None:
    places = {place.id: place for place in database.places()}
    names: dict[str, set[str]] = {}
    for key, id, way in database.words():
        if way in ("exact", "printed", "alias", "exonym", "former_name", "locality") and places[id].ags:
            names.setdefault(places[id].ags or "", set()).add(key)
    towns = [place for place in places.values() if place.ars]
    for place in (*towns[:20], *random.Random(5).sample(towns, 300)):
        assert set(database.names_in(place)) == names[place.ags or ""], place.name
        assert len(database.names_in(place)) == len(names[place.ags or ""]), place.name
    lost = next(place for place in places.values() if place.kind == "locality" and not place.ags)
    assert fold(lost.name) in database.names_in(lost)


def test_ways_are_those_of_the_words() -> None:
    assert {way for _, _, way in database.words()} == set(HOWS) - {"position", "near_border", "member"}


def how(word: str) -> set[tuple[str, str]]:
    """How a word answers, with the names of what answers."""
    return {(hit.how, hit.place.name) for hit in database.hits(fold(word))}


def test_codes_and_other_names_answer_with_their_kind() -> None:
    assert how("DEA5C") == {("nuts", "Kreis Unna")}
    assert {("plate", "Kreis Unna")} <= how("UN")
    assert how("Karl-Marx-Stadt") == {("former_name", "Chemnitz")}
    assert {("exonym", "München")} == how("Munich")
    assert how("06435014") == {("former_key", "Hanau")}
    assert how("064350014014") == {("former_key", "Hanau")}
    assert how("06415") == {("key", "Hanau")}
    assert how("07232096") == {("former_key", "Obergeckler")}
    assert {("plate", "Bremen"), ("plate", "Bremerhaven")} <= how("HB")
    assert how("F") == {("plate", "Frankfurt am Main")}
    assert how("H") == {("plate", "Region Hannover")}
    assert how("AC") == {("plate", "Städteregion Aachen")}
    assert how("GÜ") == {("plate", "Landkreis Rostock")}  # corrected by the list of the Kraftfahrt-Bundesamt
    assert how("WS") == {("plate", "Landkreis Mühldorf a.Inn"), ("plate", "Landkreis Rosenheim")}
    assert how("CO") == {("plate", "Coburg"), ("plate", "Landkreis Coburg")}
    assert how("MAL") == {("plate", "Landkreis Landshut"), ("plate", "Landkreis Straubing-Bogen")}
    # Only one town of its Kreis has it.
    assert how("HGW") == {("plate", "Greifswald")}
    assert how("VK") == {("plate", "Völklingen")}


def test_a_code_that_rests_on_a_point_is_a_candidate_only() -> None:
    by_ags = {place.ags: place.id for place in database.places() if place.kind != "locality"}
    read = tables.read(DATA / "germany")
    sure = {(ort.postal_code, ort.ags) for ort in read.orte if ort.match != "point"}
    sure |= {(one.postal_code, one.ags) for one in read.gemeinden}
    points = {(ort.postal_code, ort.ags) for ort in read.orte if ort.match == "point"} - sure
    assert {(key, id) for key, id, way in database.words() if way == "maybe"} == {
        (code, by_ags[ags]) for code, ags in points
    }
    assert len(points) > 15


def only_at_a_point() -> dict[str, str]:
    """The codes of which only the position of a place says where they are, with its municipality."""
    read = tables.read(DATA / "germany")
    seats = {one.postal_code for one in read.gemeinden}
    sure = {ort.postal_code for ort in read.orte if ort.match != "point"}
    return {ort.postal_code: ort.ags for ort in read.orte if ort.postal_code not in seats | sure}


def test_a_code_that_rests_on_a_point_alone_is_no_sure_answer() -> None:
    codes = only_at_a_point()
    assert len(codes) == 13
    for code, ags in codes.items():
        alone = decider().decide(of_cells(postal_code=code))
        assert (alone.how, alone.ags, alone.kreis_key) == ("ambiguous", "", ags[:5]), code
        (found,) = (one for one in shipped().ask(code).matches if one.how == "postal_code")
        assert (found.kind, found.entry.ags, found.entry.confidence) == ("locality", None, "medium")
        (record,) = matches([found], "en").records
        assert "municipality not sure" in record["note"]


def test_the_name_of_the_municipality_confirms_a_code_that_rests_on_a_point() -> None:
    assert decider().decide(of_cells(postal_code="82032", place="Oberhaching")).ags == "09184134"
    assert decider().decide(of_cells(postal_code="82032", place="Deisenhofen")).ags == "09184134"
    assert decider().decide(of_cells(postal_code="82032", place="Kamen")).how == "conflict"


def test_what_may_be_suggested_is_known_for_sure() -> None:
    keys, labels = database.names()
    lines = {key: label.partition("\t")[0] for key, label in zip(keys, labels, strict=True)}
    assert lines["letmathe"] == "Letmathe"
    assert lines["dortmund"] == "Dortmund"
    sure = {place.name for place in database.places() if place.confidence != "low"}
    assert set(lines.values()) <= sure


@pytest.mark.parametrize(
    ("word", "ags"),
    [
        ("Höchst", "06412000"),
        ("Rheinhausen", "05112000"),
        ("Lehe", "04012000"),
        ("Ehrenfeld", "05315000"),
        ("Altona", "02000000"),
        ("Fallersleben", "03103000"),
        ("Letmathe", "05962024"),
        ("Büderich", "05162022"),
        ("Kettwig", "05113000"),
        ("Prenzlauer Berg", "11000000"),
        ("Pasing", "09162000"),
        ("Harburg", "02000000"),
        ("Sachsenhausen", "06412000"),
        ("Mitte", "11000000"),
        ("Vegesack", "04011000"),
        ("Bad Cannstatt", "08111000"),
        ("Nordend", "06412000"),
        ("Wattenscheid", "05911000"),
        ("Ruhrort", "05112000"),
        ("Gonsenheim", "07315000"),
    ],
)
def test_districts_of_cities_answer(word: str, ags: str) -> None:
    found = [hit.place for hit in database.hits(fold(word)) if hit.place.ags == ags]
    assert found, word
    assert {"high", "medium"} & {place.confidence for place in found}


@pytest.mark.slow
def test_an_accident_of_a_damaged_store_is_told_in_a_line(tmp_path: Path) -> None:
    """Emptied tables lead to errors of many kinds; whatever they are, the store explains them."""
    database.chambers()
    shutil.copytree(ROOT / "hwkcli", tmp_path / "hwkcli", ignore=shutil.ignore_patterns("__pycache__"))
    store = tmp_path / "hwkcli" / "data" / STORE
    store.parent.mkdir(parents=True)
    (tmp_path / "in.csv").write_text("Ort\nKamen\n")
    for table, *words in (
        ("inside", "find", "-"),
        ("area", "towns", "--land", "Bremen"),
        ("chamber", "match", "in.csv", "-o", "out.csv"),
        ("source", "history", "Kamen"),
    ):
        shutil.copy(DATA / STORE, store)
        with closing(sqlite3.connect(store)) as db:
            assert content.is_whole(db)
            db.execute(f"DELETE FROM {table}")
            db.commit()
            assert not content.is_whole(db)
        done = subprocess.run(
            [sys.executable, "-m", "hwkcli", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            input="Kamen\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 5, (table, done)
        assert done.stderr.splitlines()[-1] == f"hwk: {store}: it is not whole; install hwkcli again"
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "out.csv").exists()


def test_an_accident_while_the_store_is_whole_is_a_bug_of_ours(hwk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    database.hits("kamen")

    def broken(*_: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr("hwkcli.gazetteer.find.Finder.ask", broken)
    with pytest.raises(KeyError, match="a bug"):
        hwk("find", "Kamen")
