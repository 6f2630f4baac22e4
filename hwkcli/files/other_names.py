"""What `data/germany/other_names.yaml` must look like: names of places that are not those of the register."""

from pathlib import Path
from typing import NamedTuple

from hwkcli.files import by_hand
from hwkcli.files.by_hand import by_key, only
from hwkcli.files.fields import day, listing, one_of, optional, record, text

KINDS = ("exonym", "former_name", "plate")
"""What another name can be: the name in another language, one that the place bore before, or a car plate that only this
town of its Kreis has."""


class OtherName(NamedTuple):
    """Another name of a place."""

    name: str
    kind: str
    """One of `KINDS`."""
    language: str | None
    """Its language, by the code of ISO 639: `en`, `fr`, `pl`, `nds`; `de` for a former name; None for a plate."""
    until: str | None
    """Until when the place bore a former name; None if that is not known."""


_NAME = record(OtherName, name=text, kind=one_of(*KINDS), language=optional(text), until=optional(day))
_NAMES = only("names", by_key(listing(_NAME)))


def read(file: Path) -> dict[str, tuple[OtherName, ...]]:
    """The other names by the keys of their places: an AGS, or the key of a Kreis or a Land. Raises BadFile and
    BadData."""
    made: dict[str, tuple[OtherName, ...]] = by_hand.read(file, _NAMES)
    return made
