"""The NWBib-Raumsystematik of the hbz: the places of Nordrhein-Westfalen, each under the one that it is part of."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from hwkcli.naming.fold import fold

_CONCEPT = re.compile(r"nwbib-spatial:(\S+)\s+a\s+skos:Concept")
_BROADER = re.compile(r"skos:broader\s+nwbib-spatial:(\S+)")
_KEY = re.compile(r'skos:notation\s+"(05\d{3}|05\d{6})"')
_LABEL = re.compile(r'skos:prefLabel\s+"([^"]+)"@de')


class Concept(NamedTuple):
    """A place of the list: its name, the id of what it is part of, and the key that a municipality or Kreis has."""

    label: str
    broader: str
    key: str


def districts(file: Path) -> dict[tuple[str, str], str]:
    """The Stadtbezirke of localities, by the AGS of their municipality and their folded name. Exits with a line for a
    file of another form."""
    concepts = _concepts(file)
    found = {}
    for concept in concepts.values():
        above = concepts.get(concept.broader)
        around = concepts.get(above.broader) if above and not above.key else None
        if above and around and around.key and not concept.key:
            found[around.key.ljust(8, "0"), fold(_bare(concept.label))] = _stadtbezirk(above.label)
    return found


def _concepts(file: Path) -> dict[str, Concept]:
    try:
        blocks = re.split(r"\n\s*\n", file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{file}: {error}")
    found = {}
    for block in blocks:
        concept, label = _CONCEPT.search(block), _LABEL.search(block)
        if concept and label:
            broader, key = _BROADER.search(block), _KEY.search(block)
            found[concept[1]] = Concept(label[1], broader[1] if broader else "", key[1] if key else "")
    if not any(concept.key for concept in found.values()):
        sys.exit(f"{file}: it names no key of a municipality; give the NWBib-Raumsystematik (Turtle)")
    return found


def _bare(label: str) -> str:
    """A name without what the list adds to tell it from others: `Ehrenfeld (Stadtbezirk)`."""
    return re.sub(r" \([^)]*\)$", "", label)


def _stadtbezirk(label: str) -> str:
    """How a Stadtbezirk is called: `Stadtbezirk Ehrenfeld`."""
    name = _bare(label)
    return f"Stadtbezirk {name}" if label.endswith("(Stadtbezirk)") else name
