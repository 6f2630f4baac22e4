"""Whether the compiled store still is what its tables, and the rooms that compile them, would give today.

Contents decide, not times: a `touch` changes nothing. To read ten megabytes at every start would cost too much, so
what the files looked like when they were last read (size and time of change) is kept beside the store, and they are
read again only if one of them looks different.
"""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

STORE = Path("germany", "gazetteer.sqlite")
"""Where the store is in the folder of the data."""

TABLES = (
    *("chambers.yaml", "districts.yaml"),
    *("germany/laender.csv", "germany/kreise.csv", "germany/municipalities.csv", "germany/postal_codes.csv"),
    *(
        "germany/regierungsbezirke.csv",
        "germany/associations.csv",
        "germany/localities.csv",
        "germany/SHA256SUMS",
        "germany/sources.yaml",
        "germany/spellings.yaml",
    ),
    *("germany/changes.yaml", "germany/other_names.yaml"),
    *("germany/history/municipalities.csv", "germany/history/kreise.csv", "germany/history/changes.csv"),
    "germany/geometry/sources.yaml",
    *("germany/history/kreis_changes.csv", "germany/history/kreis_shares.csv", "germany/history/sources.yaml"),
    *("germany/history/spellings.csv",),
)
"""The files of the data that the store is made of."""
ROOMS = tuple(
    f"{name}.py"
    for name in (
        *("errors", "failures", "model", "period", "scratch", "stopping", "streams", "whole_files"),
        *("files/addresses", "files/bilingual", "files/by_hand", "files/chambers", "files/changes"),
        *(
            "files/contacts",
            "files/csv_table",
            "files/district",
            "files/fields",
            "files/figures",
            "files/history",
            "files/load",
        ),
        *("files/other_names", "files/printed", "files/rules", "files/shipped", "files/sources", "files/tables"),
        *("files/tree", "naming/endings", "naming/fold", "naming/spelling", "naming/titles"),
        *("gazetteer/by_ids", "gazetteer/entries"),
        *("gazetteer/history/chain", "gazetteer/history/fill", "gazetteer/history/layout"),
        *("gazetteer/store/assemble", "gazetteer/store/build", "gazetteer/store/content"),
        *(
            "gazetteer/store/freshness",
            "gazetteer/store/listed",
            "gazetteer/store/localities",
            "gazetteer/store/place_rows",
            "gazetteer/store/schema",
        ),
    )
)
"""The rooms of the package that compile it: `build` and all that it imports. A test holds that none is missing."""

_PACKAGE = Path(__file__).parent.parent.parent
_YOUNG_NS = 2_000_000_000
"""A file that changed this short a time ago may change again without looking different."""


def parts(data: Path) -> tuple[Path, ...]:
    """The files that the store of a data folder is made of; none where there are no tables (an installed package)."""
    files = tuple(data / name for name in TABLES)
    return (*files, *(_PACKAGE / name for name in ROOMS)) if all(file.exists() for file in files[:4]) else ()


def digest(files: Iterable[Path]) -> str:
    """The SHA-256 of the contents of some files, with their names."""
    from hashlib import sha256

    found = sha256()
    for file in files:
        content = file.read_bytes() if file.exists() else b""
        found.update(f"{file.name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def is_fresh(files: Sequence[Path], store: Path, made_of: str | None) -> bool:
    """Whether a store that was made of files with some digest is what they would give today."""
    if made_of is None:
        return False
    looks = _looks(files)
    memory = store.with_suffix(".seen")
    with suppress(OSError, UnicodeDecodeError):
        if memory.read_text(encoding="utf-8") == f"{made_of}\n{looks}":
            return True
    if digest(files) != made_of:
        return False
    remember(files, store, made_of, looks)
    return True


def remember(files: Sequence[Path], store: Path, made_of: str, looks: str | None = None) -> None:
    """Keep what files of a digest look like, so that they need not be read at the next start. Nothing is kept of files
    that have just changed, and where nothing can be written."""
    newest = max((file.stat().st_mtime_ns for file in files if file.exists()), default=0)
    if newest < time.time_ns() - _YOUNG_NS:
        aside = store.with_suffix(f".seen-{time.time_ns()}.part")
        with suppress(OSError):
            aside.write_text(f"{made_of}\n{looks or _looks(files)}", encoding="utf-8")
            aside.replace(store.with_suffix(".seen"))


def _looks(files: Iterable[Path]) -> str:
    """The size and the time of change of files, line by line."""
    known = ((file, file.stat()) for file in files if file.exists())
    return "\n".join(f"{file.name} {stat.st_size} {stat.st_mtime_ns}" for file, stat in known)
