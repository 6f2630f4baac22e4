"""What `data/germany/city_districts.yaml` must look like: districts of cities that no raw file has."""

from pathlib import Path
from typing import NamedTuple

from hwkcli.files import by_hand
from hwkcli.files.by_hand import only
from hwkcli.files.fields import code, listing, one_of, optional, record, text
from hwkcli.model import CONFIDENCES


class Block(NamedTuple):
    """Districts of a city that rest on the same source."""

    city: str
    """The register's name of the city up to its comma, for the reader."""
    ags: str
    source: str
    """The id of the source."""
    confidence: str
    part_of: str | None
    """The Bezirk that all of them belong to; None if they belong to none, or to several."""
    names: tuple[str, ...]


_BLOCKS = only(
    "blocks",
    listing(
        record(
            Block,
            city=text,
            ags=code(8),
            source=text,
            confidence=one_of(*CONFIDENCES),
            part_of=optional(text),
            names=listing(text),
        )
    ),
)


def read(file: Path) -> tuple[Block, ...]:
    """The blocks, in the order of the file. Raises BadFile and BadData."""
    made: tuple[Block, ...] = by_hand.read(file, _BLOCKS)
    return made
