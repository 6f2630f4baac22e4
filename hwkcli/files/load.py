"""Find, read and check the data files, and hand out what is in them."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from hwkcli.errors import BadData, BadFile, Fault, NotFound
from hwkcli.files import fields, rules, shape, shipped, tree
from hwkcli.model import Chambers, Directory, District, History
from hwkcli.streams import was_read

LARGEST = 16 * 1024 * 1024
"""Bytes; a district is a thousandth of it."""

_Made = TypeVar("_Made")


@lru_cache(maxsize=1)
def shipped_file() -> Path:
    """The data file that comes with `hwk`."""
    return shipped.folder() / "districts.yaml"


def district(path: str | os.PathLike[str] | None = None) -> District:
    """The district in a data file; without a path, in the shipped one.

    A file is read once in a process, as long as it does not change. Raises BadFile if it cannot be read,
    and BadData, which has all its faults, if it is not the description of a chamber district.
    """
    file = shipped_file() if path is None else Path(path)
    return _district(file, *_stamp(file))


def history(district: District) -> History:
    """The figures over time of a district, without those of its headline. Raises NotFound if it has none, BadFile and
    BadData as `load` does."""
    if district.figures_file is None:
        raise NotFound("the data file names no file with figures over time (figures_file)")
    file = Path(district.figures_file)
    return _history(file, district, *_stamp(file))


def directory(district: District) -> Directory:
    """The contacts of a district besides the press contact. Raises NotFound if it has none, BadFile and BadData as
    `load` does."""
    if district.contacts_file is None:
        raise NotFound("the data file names no file with contacts (contacts_file)")
    file = Path(district.contacts_file)
    return _directory(file, district, *_stamp(file))


def check(file: Path, district: Callable[[], District]) -> tuple[Fault, ...]:
    """All faults of a data file: of a district, with those of the files that it names; or of a file with figures or
    contacts, which belongs to the district given; or of all chambers. Raises BadFile if it cannot be read."""
    node, faults = _tree(file)
    keys = node.items if isinstance(node, tree.Mapping) else {}
    if "chambers" in keys:
        return _check_chambers(file)
    if node is None or "chamber" in keys or not {"figures", "contacts"} & set(keys):
        own, faults = examine(file)
        if own is not None:
            faults += _check_beside(file, "figures_file", own.figures_file, partial(examine_history, district=own))
            faults += _check_beside(file, "contacts_file", own.contacts_file, partial(examine_directory, district=own))
        return faults
    return (examine_history if "figures" in keys else examine_directory)(file, district())[1]


def _check_chambers(file: Path) -> tuple[Fault, ...]:
    """The faults of a file of chambers, and where it does not agree with the tables beside it, if there are any."""
    from hwkcli.files import chambers, tables

    made, faults = examine_chambers(file)
    if made is None or not (file.parent / "germany").is_dir():
        return faults
    return tuple(chambers.strays(file, made, tables.read(file.parent / "germany")))


def _check_beside(
    file: Path, key: str, beside: str | None, look: Callable[[Path], tuple[object, tuple[Fault, ...]]]
) -> tuple[Fault, ...]:
    """The faults of a file that a district's file names; one, if it cannot be read."""
    if beside is None:
        return ()
    try:
        return look(Path(beside))[1]
    except BadFile as error:
        return (Fault(str(file), None, key, str(error), "the name of a file beside this one"),)


def examine(file: Path) -> tuple[District | None, tuple[Fault, ...]]:
    """The district in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    examined = _examine(file, shape.district, rules.of_district)
    district, faults = examined
    if district is not None:
        figures, contacts = district.figures_file, district.contacts_file
        district = district._replace(
            figures_file=str(file.parent / figures) if figures else None,
            contacts_file=str(file.parent / contacts) if contacts else None,
        )
    return district, faults


def examine_history(file: Path, district: District) -> tuple[History | None, tuple[Fault, ...]]:
    """The figures over time in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    made, faults = _examine(file, shape.history, partial(rules.of_history, district=district))
    if made is not None:
        own = {metric.id: metric for metric in district.metrics}
        metrics = [
            metric._replace(unit=own[metric.id].unit, label=own[metric.id].label) if metric.id in own else metric
            for metric in made.metrics
        ]
        units = {metric.id: metric.unit for metric in metrics}
        figures = tuple(figure._replace(unit=units[figure.metric]) for figure in made.figures)
        made = made._replace(metrics=tuple(metrics), figures=figures)
    return made, faults


def examine_directory(file: Path, district: District) -> tuple[Directory | None, tuple[Fault, ...]]:
    """The contacts in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    return _examine(file, shape.directory, partial(rules.of_directory, district=district))


def _stamp(file: Path) -> tuple[int, ...]:
    """What changes when a file does, or another one has its name."""
    try:
        status = file.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    return status.st_mtime_ns, status.st_size, status.st_dev, status.st_ino


@lru_cache(maxsize=8)
def _district(file: Path, *_stamp: int) -> District:
    return _good(*examine(file))


@lru_cache(maxsize=8)
def _history(file: Path, district: District, *_stamp: int) -> History:
    return _good(*examine_history(file, district))


@lru_cache(maxsize=8)
def _directory(file: Path, district: District, *_stamp: int) -> Directory:
    return _good(*examine_directory(file, district))


def _good(made: _Made | None, faults: tuple[Fault, ...]) -> _Made:
    if made is None:
        raise BadData(faults)
    return made


def chambers(file: Path) -> Chambers:
    """The chambers in a file. Raises BadFile and BadData as `load` does."""
    return _good(*examine_chambers(file))


def examine_chambers(file: Path) -> tuple[Chambers | None, tuple[Fault, ...]]:
    """The chambers in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    from hwkcli.files.chambers import breaches, shape

    return _examine(file, shape, breaches)


def _examine(
    file: Path,
    read: Callable[[tree.Node, fields.Report], Any],
    breaches: Callable[[_Made], Iterator[rules.Breach]],
) -> tuple[_Made | None, tuple[Fault, ...]]:
    node, faults = _tree(file)
    if node is None:
        return None, faults
    report = fields.Report(str(file))
    made = read(node, report)
    if made is not None:
        _add_breaches(node, report, breaches(made))
    return (None, tuple(report.faults)) if report.faults else (made, ())


def _add_breaches(node: tree.Node, report: fields.Report, breaches: Iterable[rules.Breach]) -> None:
    """Report what rules are broken, but not what follows from a fault that is reported already."""
    faulty = {fault.path for fault in report.faults}
    for path, found, expected, refers in breaches:
        follows = any(path == fault or fault.startswith(f"{path}[") for fault in faulty)
        if not follows and not (refers and any(fault.startswith(refers) for fault in faulty)):
            report.add(tree.line_of(node, path), path, found, expected)


def _tree(file: Path) -> tuple[tree.Node | None, tuple[Fault, ...]]:
    """The tree of a file, or None and why it has none. Raises BadFile if it cannot be read."""
    try:
        with file.open("rb") as stream:
            was_read(stream.fileno())
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    if len(data) > LARGEST:
        raise BadFile(f"{file}: more than {LARGEST // 1024**2} MiB, so not a data file; name another one")
    try:
        return tree.parse(data.decode("utf-8-sig"), str(file)), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Fault(str(file), line, "", f"the byte 0x{data[error.start]:02x}, which is not UTF-8", "UTF-8"),)
    except BadData as error:
        return None, error.faults


def _unreadable(file: Path, error: Exception) -> BadFile:
    """The failure to tell when the system does not let a file be read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadFile(f"{file}: {reason}; name a data file that can be read")
