"""Tables with a column of cantons: who has one is in Switzerland, be it `BE`, which is Berlin, too."""

from collections.abc import Mapping
from typing import Any

from hwkcli.matching.headings import is_of_cantons
from hwkcli.matching.sample import Sample

_SHORT = 3
"""A short form of a Land has so many letters at most."""


def move(sample: Sample, given: Mapping[str, str | None], found: dict[str, Any]) -> None:
    """Take a column of Länder that is one of cantons, by its heading, for that of countries, unless there is another
    one, or some of them are Länder of Germany by their names."""
    at = found["land"]
    if at is None or given.get("land") is not None or not is_of_cantons(sample.names[at]):
        return
    german = any(len(cell) > _SHORT and sample.contents.is_land(cell) for cell in sample.cells(at))
    if not german:
        found["country"], found["land"] = at if found["country"] is None else found["country"], None
