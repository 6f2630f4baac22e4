"""Find and read the data files, and hand out what is in them. Each is read once, as long as it does not change."""

import os
import stat
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from hwkcli.errors import BadData, BadFile, Fault, Message, NotFound
from hwkcli.files import contacts, figures, rules, shipped, tree
from hwkcli.files import district as districts
from hwkcli.files.fields import Reader
from hwkcli.model import Chambers, Directory, District, History
from hwkcli.streams import was_read

LARGEST = 16 * 1024 * 1024
"""Bytes; a district is a hundredth of it."""

_Made = TypeVar("_Made")
Examined = tuple[_Made | None, tuple[Fault, ...]]
"""What a file describes and no faults, or None and all faults."""


class Document(NamedTuple):
    """A data file that was read: its name for faults, and its tree, or None and why it has none."""

    name: str
    node: tree.Node | None
    faults: tuple[Fault, ...] = ()

    def has(self, key: str) -> bool:
        """Whether there is a key of this name at its top."""
        return isinstance(self.node, tree.Mapping) and key in self.node.items

    def line(self, path: str) -> int | None:
        """The line of what is at a path."""
        return self.node and tree.line_of(self.node, path)


@lru_cache(maxsize=1)
def shipped_file() -> Path:
    """The data file that comes with `hwk`."""
    return shipped.folder() / "districts.yaml"


def district(path: str | os.PathLike[str] | None = None) -> District:
    """The district in a data file; without a path, in the shipped one.

    Raises BadFile if it cannot be read, and BadData, which has all its faults, if it is not the description of a
    chamber district.
    """
    return _good(examine(shipped_file() if path is None else Path(path)))


def history(district: District) -> History:
    """The figures over time of a district, without those of its headline. Raises NotFound if it has none, BadFile and
    BadData as `district` does."""
    if district.figures_file is None:
        raise NotFound("the data file names no file with figures over time (figures_file)")
    file = Path(district.figures_file)
    return _good(_history(file, district, *_stamp(file, beside=True)))


def directory(district: District) -> Directory:
    """The contacts of a district besides the press contact. Raises NotFound if it has none, BadFile and BadData as
    `district` does."""
    if district.contacts_file is None:
        raise NotFound("the data file names no file with contacts (contacts_file)")
    file = Path(district.contacts_file)
    return _good(_directory(file, district, *_stamp(file, beside=True)))


def chambers(file: Path) -> Chambers:
    """The chambers in a file. Raises BadFile and BadData as `district` does."""
    return _good(examine_chambers(document(file)))


def examine(file: Path) -> Examined[District]:
    """The district in a file and no faults, or None and all faults. Raises BadFile if it cannot be read."""
    return _district(file, *_stamp(file))


def examine_district(read: Document) -> Examined[District]:
    """The district in a file that was read; the files that it names are named as they stand there."""
    return _examine(read, districts.SHAPE, districts.breaches)


def examine_history(read: Document, district: District) -> Examined[History]:
    """The figures over time in a file that was read."""
    return _examine(read, figures.history(district), partial(figures.breaches_of_history, district=district))


def examine_directory(read: Document, district: District) -> Examined[Directory]:
    """The contacts in a file that was read."""
    return _examine(read, contacts.SHAPE, partial(contacts.breaches, district=district))


def examine_chambers(read: Document) -> Examined[Chambers]:
    """The chambers in a file that was read."""
    from hwkcli.files import chambers

    return _examine(read, chambers.SHAPE, chambers.breaches)


def document(file: Path, beside: bool = False) -> Document:
    """A file that is read, or was read before and has not changed since; if it is named in another one, `beside` it.
    Raises BadFile if it cannot be read."""
    return _document(file, *_stamp(file, beside))


def parse(data: bytes, name: str) -> Document:
    """The bytes of a file, read. Raises BadFile if they are too many."""
    if len(data) > LARGEST:
        large = "{file}: more than {size} MiB, so not a data file; name another one"
        raise BadFile(large, file=name, size=LARGEST // 1024**2)
    try:
        return Document(name, tree.parse(data.decode("utf-8-sig"), name))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = Message("the byte {byte}, which is not UTF-8", byte=f"0x{data[error.start]:02x}")
        return Document(name, None, (Fault(name, line, "", found, "UTF-8"),))
    except BadData as error:
        return Document(name, None, error.faults)


def _stamp(file: Path, beside: bool = False) -> tuple[int, ...]:
    """What changes when a file does, or another one has its name. A file that another one names may not be a device or
    a pipe, which might never end."""
    try:
        status = file.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    if beside and not stat.S_ISREG(status.st_mode):
        raise _unreadable(file, OSError(0, Message("not a regular file")))
    return status.st_mtime_ns, status.st_size, status.st_dev, status.st_ino


@lru_cache(maxsize=8)
def _document(file: Path, *_stamp: int) -> Document:
    try:
        with file.open("rb") as stream:
            was_read(stream.fileno())
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    return parse(data, str(file))


def _unreadable(file: Path, error: Exception) -> BadFile:
    """The failure to tell when the system does not let a file be read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadFile("{file}: {reason}; name a data file that can be read", file=file, reason=Message(reason))


def _examine(read: Document, shape: Reader, breaches: Callable[[_Made], Iterator[rules.Breach]]) -> Examined[_Made]:
    if read.node is None:
        return None, read.faults
    return rules.examine(read.node, read.name, shape, breaches)


@lru_cache(maxsize=8)
def _district(file: Path, *stamp: int) -> Examined[District]:
    """The district in a file, with the files that it names relative to where it is. They belong to what is read,
    whether or not a question needs them: no answer takes their place."""
    read = _document(file, *stamp)
    made, faults = examine_district(read)
    if made is None:
        return None, faults
    figures_file, contacts_file = made.figures_file, made.contacts_file
    faults = tuple(
        Fault(
            read.name,
            read.line(key),
            key,
            Message("{name}, a link out of the folder", name=name),
            Message("a file in the folder of this one"),
        )
        for key, name in (("figures_file", figures_file), ("contacts_file", contacts_file))
        if name is not None and _leads_out(file, name)
    )
    if faults:
        return None, faults
    there = [name and str(file.parent / name) for name in (figures_file, contacts_file)]
    for name in filter(None, there):
        was_read(Path(name))
    return made._replace(figures_file=there[0], contacts_file=there[1]), ()


@lru_cache(maxsize=8)
def _history(file: Path, district: District, *stamp: int) -> Examined[History]:
    return examine_history(_document(file, *stamp), district)


@lru_cache(maxsize=8)
def _directory(file: Path, district: District, *stamp: int) -> Examined[Directory]:
    return examine_directory(_document(file, *stamp), district)


def _leads_out(file: Path, name: str) -> bool:
    """Whether a file named in another one is, by a link, in none of the folders that the other one is in."""
    try:
        folders = (file.parent.resolve(), file.resolve().parent)
        target = (file.parent / name).resolve()
    except (OSError, RuntimeError):
        return False  # links in a circle, which reading tells
    return not any(target.is_relative_to(folder) for folder in folders)


def _good(examined: Examined[_Made]) -> _Made:
    made, faults = examined
    if made is None:
        raise BadData(faults)
    return made
