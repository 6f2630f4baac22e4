"""Keys whose parts stand in columns of their own: Land, Regierungsbezirk, Kreis, Verband, Gemeinde.

So the register of municipalities has them (`Land;RB;Kreis;VB;Gem`), the accident atlas (`ULAND;UREGBEZ;UKREIS;
UGEMEINDE`), and the results of elections.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from hwkcli.gazetteer.engine.keys import KREIS, joined
from hwkcli.matching.contents import Contents
from hwkcli.matching.headings import folded
from hwkcli.matching.short_keys import whole_key

_SURE = 0.9
_MOST_HEADINGS = 4
"""In so many rows below the headings others may stand: those of the columns under a heading that they share."""
_FEWEST = 3
"""So many keys tell what columns are without headings."""
_LAND = 2
_PARTED = ((2, 1, 2, 4, 3), (2, 1, 2, 3), (2, 3, 4, 3), (2, 3, 3))
"""How keys of municipalities are parted; with the Verband first."""
_LEVELS = {
    "land": "land, bundesland, bl, l",
    "rb": "rb, regierungsbezirk, regbez, rbz, r",
    "kreis": "kreis, landkreis, krs, kr, k",
    "vb": "vb, verband, verbandsgemeinde, gemeindeverband, gemverband, vg, vwg",
    "v1": "v1",
    "v2": "v2",
    "gemeinde": "gem, gemeinde, gmd, gde, g",
}
_WIDTHS = {"land": 2, "rb": 1, "kreis": 2, "vb": 4, "v1": 2, "v2": 2, "gemeinde": 3}
_WORDS = {word: level for level, words in _LEVELS.items() for word in words.split(", ")}
_AROUND = re.compile(
    r"^(?:(?:rgs|rs|ars|ags|sn|eu|gv|schl|schluessel|nr|code|kennziffer)\s)+|"
    r"(?:schl|\s(?:nr|nummer|schl|schluessel|code|id|kennziffer|nuts2|ars|ags|rs))+$"
)
"""What stands in a heading before or behind the name of the level."""
_DIGITS = re.compile(r"[0-9]{1,4}(?:\.0+)?")


class Split(NamedTuple):
    """The columns of a key, in the order of its parts."""

    parts: tuple[int, ...]
    widths: tuple[int, ...]

    def keys(self, rows: Sequence[Sequence[Any]]) -> list[str]:
        """The keys of some rows."""
        return [of_parts([str(row[at] or "") for at in self.parts], self.widths) for row in rows]


def of_parts(parts: Sequence[str], widths: Sequence[int]) -> str:
    """The key whose parts stand in several cells; of a district of Berlin that of Berlin.

    >>> of_parts(("5", "9", "78", "20"), (2, 1, 2, 3)), of_parts(("11", "0", "4", "4"), (2, 1, 2, 3))
    ('05978020', '11000')
    """
    return whole_key(joined(parts, widths), "")


def split_key(names: Sequence[str], rows: Sequence[Sequence[Any]], contents: Contents) -> Split | None:
    """The columns whose cells are the parts of keys that are known; None where there are none."""
    below = rows[:_MOST_HEADINGS]
    headings = [[str(cell or "") for cell in row] for row in below]
    for at, heads in enumerate((names, *headings)):
        found = _by_headings(heads, rows[at:])
        if found and _are_keys(found, rows[at:], contents):
            return found
    return _by_contents(names, rows, contents)


def _by_contents(names: Sequence[str], rows: Sequence[Sequence[Any]], contents: Contents) -> Split | None:
    """The columns beside each other whose cells are the parts of keys, whatever their headings, where another column
    has the names of nearly all of these; None if there are none."""
    for widths in _PARTED:
        for first in range(len(names) - len(widths)):
            found = Split(tuple(range(first, first + len(widths))), widths)
            of_digits = (_is_of_digits(at, width, rows) for at, width in zip(*found, strict=True))
            if all(of_digits) and _are_named(found, names, rows, contents):
                return found
    return None


def _are_named(found: Split, names: Sequence[str], rows: Sequence[Sequence[Any]], contents: Contents) -> bool:
    """Whether several keys have beside them, in one column, nearly all of their names."""
    keys = found.keys(rows)
    distinct = {key for key in keys if len(key) > _LAND}
    if len(distinct) < _FEWEST or sum(len(key) > KREIS for key in distinct) < _SURE * len(distinct):
        return False
    for at in set(range(len(names))) - set(found.parts):
        pairs = {(key, str(row[at])) for key, row in zip(keys, rows, strict=True) if key in distinct and row[at]}
        if sum(key in contents.keys(name) for key, name in pairs) >= max(_SURE * len(pairs), _FEWEST):
            return True
    return False


def _by_headings(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Split | None:
    levels: dict[str, int] = {}
    for at, name in enumerate(names):
        level = _level(name)
        if level and level not in levels and _is_of_digits(at, _width(level, "rb" in levels), rows):
            levels[level] = at
    if "land" not in levels or "kreis" not in levels:
        return None
    order = [level for level in _WIDTHS if level in levels]
    return Split(tuple(levels[level] for level in order), tuple(_width(level, "rb" in levels) for level in order))


def _width(level: str, with_rb: bool) -> int:
    """How many digits a level has: without a column of Regierungsbezirke the Kreis has theirs."""
    return 3 if level == "kreis" and not with_rb else _WIDTHS[level]


def _level(name: str) -> str:
    """Which level a heading names; empty if none."""
    key = _AROUND.sub("", folded(name)).replace(" ", "")
    return _WORDS.get(key) or (_WORDS.get(key[1:], "") if key[:1] == "u" and len(key) > 3 else "")


def _is_of_digits(at: int, width: int, rows: Sequence[Sequence[Any]]) -> bool:
    """Whether nearly all cells of a column that have something in them are numbers of so many digits at most."""
    cells = [cell for row in rows if row[at] is not None and (cell := str(row[at]).strip())]
    fit = [cell for cell in cells if _DIGITS.fullmatch(cell) and len(cell.partition(".")[0]) <= width]
    return len(fit) >= _SURE * len(cells) > 0


def _are_keys(found: Split, rows: Sequence[Sequence[Any]], contents: Contents) -> bool:
    """Whether nearly all that the columns have together are keys of Kreise or municipalities."""
    whole = [key for key in found.keys(rows) if len(key) > 2]
    return bool(whole) and contents.share("key", whole) >= _SURE
