"""Find and open the compiled store of all places and chambers, and hand out its records.

In a checkout the store is compiled anew whenever the tables, or the rooms that compile them, are not those that it
was made of. An installed package has no tables, only the store.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hwkcli.errors import BadFile
from hwkcli.files.shipped import folder
from hwkcli.model import CONFIDENCES, Chamber, Provenance, Source, Text

_PACKAGE = Path(__file__).parent.parent
STORE = Path("germany", "gazetteer.sqlite")
"""Where the store is in the folder of the data."""

_TABLES = ("laender.csv", "kreise.csv", "municipalities.csv", "postal_codes.csv", "sources.yaml", "spellings.yaml")
_ROOMS = ("naming/fold.py", "gazetteer/assemble.py", "gazetteer/build.py", "naming/spelling.py", "files/tables.py")
_HISTORY = (
    *("municipalities.csv", "kreise.csv", "changes.csv", "kreis_changes.csv", "kreis_shares.csv", "sources.yaml"),
    "spellings.csv",
)
_HISTORY_ROOMS = (
    *("files/history.py", "gazetteer/chain.py", "gazetteer/history_parts.py", "gazetteer/history_store.py"),
)


class Place(NamedTuple):
    """A place of the gazetteer.

    `kind` is `city` (kreisfreie Stadt), `town`, `municipality`, `unincorporated` (gemeindefreies Gebiet), `kreis`,
    `land` or `locality`. A locality bears the name and the AGS of the municipality that it lies in, if that is known.
    The population is the register's; that of a Kreis or a Land is the sum over what lies in it, and so is the area,
    in km².
    """

    id: int
    kind: str
    name: str
    land_key: str
    official_name: str | None
    type: str | None
    """The register's own word for what it is: `Markt`, `Große Kreisstadt`, `Landkreis` ..."""
    ags: str | None
    ars: str | None
    kreis_key: str | None
    town: str | None
    population: int | None
    area_km2: float | None
    postal_code: str | None
    """That of the municipality's seat."""
    latitude: float | None
    longitude: float | None
    territory: str | None
    """The key under which the chambers responsible are found; None for waters and areas of no Kreis."""
    sources: str
    """The ids of the sources, with blanks between them."""
    kreis: str | None
    """The name of its Kreis."""
    land: str
    """The name of its Land."""


class Hit(NamedTuple):
    """A place that a word means, and how that was found out."""

    how: str
    place: Place


class Responsible(NamedTuple):
    """A chamber that is responsible for a territory, on what evidence."""

    chamber: Chamber
    basis: str
    confidence: str
    sources: tuple[str, ...]
    note: Text | None


_PLACE = """
    p.*, k.name, l.name FROM place p LEFT JOIN area k ON k.key = p.kreis_key JOIN area l ON l.key = p.land_key
"""


def stamps(data: Path) -> str:
    """The size and the time of change of each file that the store is made of; empty where there are no tables."""
    files = [*(data / "germany" / name for name in _TABLES), data / "chambers.yaml", data / "districts.yaml"]
    if not files[0].exists():
        return ""
    files += (data / "germany" / "history" / name for name in _HISTORY)
    rooms = (_PACKAGE / name for name in (*_ROOMS, *_HISTORY_ROOMS))
    known = ((file, file.stat()) for file in (*files, *rooms) if file.exists())
    return "\n".join(f"{file.name} {stat.st_size} {stat.st_mtime_ns}" for file, stat in known)


class _Connection:
    """A connection to the store, closed when nobody has it any more."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.execute = db.execute
        self._close = db.close

    def __del__(self) -> None:
        self._close()


class _Connections(threading.local):
    """A connection to the store for each thread."""

    db: _Connection | None = None


_connections = _Connections()


def _db() -> _Connection:
    if _connections.db is None:
        _connections.db = _Connection(_open())
    return _connections.db


def _open() -> sqlite3.Connection:
    """A connection to the store, compiled anew if need be. Raises BadFile if there is none to be had."""
    data = folder()
    file = data / STORE
    now = stamps(data)
    if now and _made_of(file) != now:
        from hwkcli.gazetteer.build import write

        try:
            write(data, file, now)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            what = "is older than its tables" if file.exists() else "is missing"
            raise BadFile(f"{file} {what}, and cannot be made anew: {reason}") from None
    try:
        return _connect(file)
    except sqlite3.Error as error:
        raise BadFile(f"{file}: {error}; install hwkcli anew") from None


def _connect(file: Path) -> sqlite3.Connection:
    # Each thread asks by its own connection, but when the thread is gone any other one may close it.
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _made_of(file: Path) -> str | None:
    """The stamps of what a store was made of; None if there is no store, or a broken one."""
    if not file.exists():
        return None
    try:
        with closing(_connect(file)) as db:
            ((value,),) = db.execute("SELECT value FROM fact WHERE name = 'stamps'").fetchall()
    except (sqlite3.Error, ValueError):
        return None
    return str(value)


def _rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    try:
        return _db().execute(query, values).fetchall()
    except sqlite3.Error as error:
        raise BadFile(f"{folder() / STORE}: {error}; install hwkcli anew") from None


def hits(key: str) -> tuple[Hit, ...]:
    """The places that answer to a folded name or a code, municipalities first, of each kind the largest first."""
    found = _rows(f"SELECT w.how, {_PLACE} JOIN word w ON w.place = p.id WHERE w.key = ? ORDER BY p.id", (key,))
    return tuple([Hit(row[0], Place._make(row[1:])) for row in found])


def places() -> Iterator[Place]:
    """All places, municipalities first, of each kind the largest first."""
    return map(Place._make, _rows(f"SELECT {_PLACE} ORDER BY p.id"))


def words() -> Iterator[tuple[str, int, str]]:
    """All folded names and codes, each with the id of a place that answers to it, and how."""
    return ((key, id, how) for key, id, how in _rows("SELECT key, place, how FROM word ORDER BY key, place"))


def postal_codes(ids: Sequence[int]) -> set[tuple[int, str]]:
    """The postal codes of places, each with the id of its place."""
    marks = ",".join("?" * len(ids))
    codes = "how IN ('postal_code', 'at', 'company') AND key GLOB '[0-9][0-9][0-9][0-9][0-9]'"
    return {(id, code) for id, code in _rows(f"SELECT place, key FROM word WHERE place IN ({marks}) AND {codes}", ids)}


@cache
def area(key: str) -> tuple[str, str]:
    """The name and the kind (`city`, `kreis`, `land`) of a Kreis or a Land. Raises KeyError if there is none."""
    for name, kind in _rows("SELECT name, kind FROM area WHERE key = ?", (key,)):
        return name, kind
    raise KeyError(key)


def land(key: str) -> str | None:
    """The name of the Land of a key of two digits; None if there is none."""
    try:
        return area(key)[0]
    except KeyError:
        return None


def inside(key: str, kinds: Sequence[str]) -> tuple[Place, ...]:
    """The places of some kinds in a Kreis or, for a key of two digits, in a Land; in the order of their keys."""
    marks = ",".join("?" * len(kinds))
    order = "ORDER BY p.kreis_key, p.ags, p.id"
    column = "p.land_key" if len(key) == 2 else "p.kreis_key"
    found = _rows(f"SELECT {_PLACE} WHERE {column} = ? AND p.kind IN ({marks}) {order}", (key, *kinds))
    return tuple(map(Place._make, found))


@cache
def responsible(territory: str) -> tuple[Responsible, ...]:
    """The chambers responsible for a territory, by their codes."""
    found = _rows("SELECT * FROM responsible WHERE territory = ? ORDER BY chamber", (territory,))
    return tuple(
        Responsible(chamber(code), basis, confidence, tuple(sources.split()), Text(de, en) if de else None)
        for _, code, basis, confidence, sources, de, en in found
    )


@cache
def chamber(code: str) -> Chamber:
    """The chamber of a code. Raises KeyError if there is none."""
    for row in _rows("SELECT * FROM chamber WHERE code = ?", (code,)):
        return _chamber(row)
    raise KeyError(code)


def least(known: Iterable[Responsible]) -> str | None:
    """The least confidence of some evidence; None without any."""
    return max((one.confidence for one in known), key=CONFIDENCES.index, default=None)


def chambers() -> tuple[Chamber, ...]:
    """All chambers, by their codes."""
    return tuple(map(_chamber, _rows("SELECT * FROM chamber ORDER BY code")))


def _chamber(row: tuple[Any, ...]) -> Chamber:
    code, name, short_name, district, seat, land, web, sources, de, en = row
    note = Text(de, en) if de else None
    return Chamber(name, short_name, district, seat, web, tuple(sources.split()), code, land, note)


def territories(code: str) -> tuple[tuple[str, Responsible], ...]:
    """The keys of all Kreise, and of municipalities in split Kreise, that a chamber is responsible for."""
    query = "SELECT territory FROM responsible WHERE chamber = ? AND length(territory) IN (5, 8) ORDER BY territory"
    keys = [key for (key,) in _rows(query, (code,))]
    split = {key[:5] for key in keys if len(key) == 8}
    mine = [(key, one) for key in keys if key not in split for one in responsible(key)]
    return tuple((key, one) for key, one in mine if one.chamber.code == code)


@cache
def source(id: str) -> Source:
    """The source of an id. Raises KeyError if there is none."""
    for row in _rows("SELECT * FROM source WHERE id = ?", (id,)):
        return _source(row)
    raise KeyError(id)


def sources() -> tuple[Source, ...]:
    """The sources of the tables and of the chambers' territories."""
    return tuple(map(_source, _rows("SELECT * FROM source WHERE national ORDER BY at")))


def facts() -> tuple[Provenance, ...]:
    """Which facts of the gazetteer are from which source, and of when."""
    found = _rows("SELECT * FROM provenance")
    return tuple(Provenance(tuple(fields.split()), id, as_of) for fields, id, as_of in found)


def _source(row: tuple[Any, ...]) -> Source:
    _, id, publisher, title, url, document_de, document_en, *texts, attribution, rank, _ = row
    document = Text(document_de, document_en) if document_de else None
    return Source(id, publisher, title, url, document, Text(*texts[:2]), Text(*texts[2:]), attribution, rank)


def names() -> str:
    """The names of all places that may be suggested for a misspelling: lines of a folded name, a tab and the name."""
    ((value,),) = _rows("SELECT value FROM fact WHERE name = 'near'")
    return str(value)


def beginning(prefix: str, kinds: Sequence[str], most: int) -> Iterator[Place]:
    """The places of some kinds with a name that begins like a folded prefix, at most so many, municipalities first."""
    ways = f"w.how IN ('exact', 'alias', 'printed', 'locality') AND p.kind IN ({','.join('?' * len(kinds))})"
    query = f"SELECT DISTINCT {_PLACE} JOIN word w ON w.place = p.id WHERE w.key >= ? AND w.key < ? AND {ways}"
    found = _rows(f"{query} ORDER BY p.id LIMIT ?", (prefix, prefix + "\U0010ffff", *kinds, most))
    return map(Place._make, found)


def rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a query of tables of the store that have a module of their own finds. Raises BadFile for a broken store."""
    return _rows(query, values)
