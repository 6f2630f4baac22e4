"""Find, read and check a data file, and hand out the district in it."""

import os
from functools import lru_cache
from pathlib import Path

from hwkcli import readers, rules, shape, tree
from hwkcli.errors import BadData, BadFile, Fault
from hwkcli.model import District

LARGEST = 16 * 1024 * 1024
"""Bytes; a district is a thousandth of it."""


def shipped_file() -> Path:
    """The data file that comes with `hwk`: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "data" / "districts.yaml"
    return inside if inside.exists() else package.parent / "data" / "districts.yaml"


def load(path: str | os.PathLike[str] | None = None) -> District:
    """The district in a data file; without a path, in the shipped one.

    A file is read once in a process, as long as it does not change. Raises BadFile if it cannot be read,
    and BadData, which has all its faults, if it is not the description of a chamber district.
    """
    file = Path(path or shipped_file())
    try:
        status = file.stat()
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    return _load(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _load(file: Path, _changed: int, _size: int) -> District:
    district, faults = examine(file)
    if district is None:
        raise BadData(faults)
    return district


def examine(file: Path) -> tuple[District | None, tuple[Fault, ...]]:
    """The district in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    if len(data) > LARGEST:
        raise BadFile(f"{file}: more than {LARGEST // 1024**2} MiB, so no data file; choose another with --data")
    try:
        node = tree.parse(data.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Fault(str(file), line, "", f"the byte 0x{data[error.start]:02x}, which is no UTF-8", "UTF-8"),)
    except BadData as error:
        return None, error.faults
    report = readers.Report(str(file))
    district = shape.district(node, report)
    if district is None:
        return None, tuple(report.faults)
    for breach in rules.breaches(district):
        report.add(tree.line_of(node, breach.path), *breach)
    return (None, tuple(report.faults)) if report.faults else (district, ())


def unreadable(file: Path, error: Exception) -> BadFile:
    """The failure to tell when the system does not let a file be read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadFile(f"{file}: {reason}; choose another file with --data, or leave it out for the shipped one")
