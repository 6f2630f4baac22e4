"""What `data/germany/corrections.yaml` must look like: what is right where a raw file is wrong or leaves it open."""

from pathlib import Path
from typing import NamedTuple

from hwkcli.files import by_hand
from hwkcli.files.by_hand import by_key
from hwkcli.files.fields import Optional, code, listing, record, some, text


class PostalPlace(NamedTuple):
    """A place that the postal table files under a wrong Kreis, with the municipality that it lies in."""

    postal_code: str
    place: str
    ags: str
    reason: str


class LocalityPlace(NamedTuple):
    """A locality that the list of localities puts into a wrong municipality, with the one that it lies in."""

    name: str
    listed: str
    """The AGS that the list has."""
    ags: str
    """That of the municipality that it lies in, or, of a municipality of its own, its own."""
    reason: str


class Corrections(NamedTuple):
    """All corrections."""

    postal_places: tuple[PostalPlace, ...]
    localities: tuple[LocalityPlace, ...]
    split: dict[str, tuple[str, ...]]
    """Names of former municipalities that went to several, by the AGS that the list has, which may be the wrong one."""
    plates: dict[str, tuple[str, ...]]
    """Car plates by the keys of the Kreise."""


_CORRECTIONS = record(
    Corrections,
    postal_places=some(record(PostalPlace, postal_code=code(5), place=text, ags=code(8), reason=text)),
    localities=some(record(LocalityPlace, name=text, listed=code(8), ags=code(8), reason=text)),
    split=Optional(by_key(listing(text)), {}),
    plates=Optional(by_key(listing(text)), {}),
)


def read(file: Path) -> Corrections:
    """The corrections. Raises BadFile and BadData."""
    made: Corrections = by_hand.read(file, _CORRECTIONS)
    return made
