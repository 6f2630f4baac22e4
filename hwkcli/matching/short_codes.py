"""Columns that say by a short code in which Kreis a row lies, whatever their headings: NUTS codes, plates of cars, and
the numbers of stops, which begin with the key of the Kreis (`de:05914:2003`)."""

import re
from collections.abc import Iterable, Sequence

from hwkcli.matching.contents import Contents
from hwkcli.matching.sample import SURE, Sample

_PLATE = re.compile("[A-ZÄÖÜ][A-ZÄÖÜäöü]{0,2}")
_WEIGHTS = (0, 0, 1, 4)
"""How much a plate of so many letters says: every second pair of letters is one, and few of three are."""
_ENOUGH = 8
"""So much says that codes are plates, and no others."""
_NUTS = re.compile("[A-Z]{2}[0-9A-Z]{0,3}")
_FEWEST = 2
"""So many NUTS codes must be those of Kreise."""


def of_kreise(sample: Sample) -> int | None:
    """The first column with nothing but NUTS codes, some of Kreise, or but plates of cars; None if there is none."""
    filled = ((at, sample.cells(at)) for at in sample.others())
    return next((at for at, cells in filled if _are_nuts(cells, sample.contents) or are_plates(cells, sample)), None)


def are_plates(cells: Sequence[str], sample: Sample) -> bool:
    """Whether nearly all of some cells are plates of cars, and too many to be so by chance."""
    if not cells or not all(map(_PLATE.fullmatch, cells)):
        return False
    plates = [cell for cell in cells if sample.contents.is_kreis(cell)]
    return len(plates) >= SURE * len(cells) and sum(_WEIGHTS[len(plate)] for plate in plates) >= _ENOUGH


def _are_nuts(cells: Iterable[str], contents: Contents) -> bool:
    """Whether nearly all of some cells look like NUTS codes, and some are those of Kreise."""
    known = list(cells)
    alike = sum(bool(_NUTS.fullmatch(one)) for one in known)
    return alike >= SURE * len(known) and sum(contents.has_nuts([one]) for one in known) >= _FEWEST
