"""Population, NUTS-3 codes and car plates: one value for each key."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from raw import rows

SURE = ("agree", "corrected from KBA list")
"""What the list of car plates says of those that may be taken."""


def population(file: Path) -> dict[str, str]:
    """The population of the Zensus by AGS."""
    return {
        row["ags"]: row["population_zensus2022"]
        for row in rows.read(file, ("ags", "population_zensus2022"))
        if row["population_zensus2022"]
    }


def nuts3(file: Path) -> dict[str, str]:
    """The NUTS-3 codes by the keys of the Kreise."""
    return {row["key"]: row["nuts3"] for row in rows.read(file, ("key", "nuts3"))}


def plates(file: Path, by_hand: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The car plates of Kreise by their keys, with blanks between them; only those that are sure, and those by hand."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows.read(file, ("plate", "kreise", "check")):
        for key in row["kreise"].split() if row["check"] in SURE else ():
            found[key].add(row["plate"])
    for key, own in by_hand.items():
        found[key].update(own)
    return {key: " ".join(sorted(own)) for key, own in found.items()}
