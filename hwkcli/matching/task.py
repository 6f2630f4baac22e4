"""What is to be done with a file of addresses, and what has become of its rows."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from hwkcli.matching.columns import PREFIX

Progress = Callable[[int, int], None]
"""Is told how many of how many addresses are decided; of none, when the rows are written."""


class Ways(NamedTuple):
    """What a user says of a file, where it is not to be found out."""

    delimiter: str | None = None
    encoding: str | None = None
    header_row: int | None = None
    """Counted from 1; 0 where there are no headings."""
    sheet: str | None = None


class Limits(NamedTuple):
    """How much a file may take."""

    memory: int
    """Bytes of memory, of the whole work."""
    size: int
    """Bytes of the file, unpacked."""


def usual_limits() -> Limits:
    """4 GiB of memory, or three quarters of the machine's if that is less; files of 8 GiB."""
    gib = 1 << 30
    try:
        physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        physical = 8 * gib
    return Limits(min(4 * gib, physical * 3 // 4), 8 * gib)


class Task(NamedTuple):
    """What is to be done with a file."""

    file: Path
    """`-` is standard input."""
    output: Path | None = None
    """None is standard output."""
    ways: Ways = Ways()
    given: Mapping[str, str | None] = {}
    """The columns that are named, by their roles."""
    force: bool = False
    excel: bool = False
    unmatched: Path | None = None
    """Where the rows without an answer go too."""
    district: str | None = None
    """The code of the chamber whose district is the question; None where the whole answer is wanted."""
    prefix: str = PREFIX
    """What the names of the new columns begin with."""
    form: str | None = None
    """The form of the output, where it is asked for."""
    limits: Limits | None = None
    key_date: str = ""
    """The day of the register that the keys are of, YYYY-MM-DD; empty where it is not said."""


class Made(NamedTuple):
    """What has become of the rows."""

    rows: int
    counts: dict[str, int]
    """By the way in which they were answered, or the reason why not; of rows that pass through, by an empty text."""
    groups: dict[str, list[tuple[str, str, int]]]
    """By `chamber`, `kreis` or `district`: key, name, rows."""
    names: tuple[str, ...] = ()
    first: tuple[tuple[str, ...], ...] = ()
    """The first rows under their headings, where a table on a terminal is wanted."""


Telling = Callable[[], AbstractContextManager[Progress]]
"""Begins to show how far the work is, where it is done."""
