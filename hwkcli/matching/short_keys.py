"""Keys without the two digits of their Land, as the offices of statistics of the Länder write them: `115 Böblingen`."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from hwkcli.gazetteer.engine.keys import clean, unparted

if TYPE_CHECKING:
    from hwkcli.matching.contents import Contents

_SHORT = re.compile(r"([0-9]{6}|[0-9]{3})(?:\.0+)?(?:\s+([^\W\d_].*))?")
KEY_BEHIND = re.compile(
    r"([^\W\d_][^(\[]{0,80}?)\s*[(\[](?:[^()\[\]0-9]{0,40}[\s:,])?([0-9]{12}|[0-9]{8}|[0-9]{5})[)\]]"
)
"""A name with its key behind it: `Unna (05978)`, `Dortmund (krfr. Stadt, 05913)`."""
_STOP = re.compile("de:([0-9]{5}):.+", re.IGNORECASE)
"""The number of a stop of buses and trains, with the key of its Kreis."""
_OF_BERLIN = re.compile(r"110(?:0[1-9]|1[0-2])(?:[0-9]{3}|[0-9]{7})?(?:\.0)?")
"""The Robert Koch-Institut counts the twelve districts of Berlin like Kreise, the accident atlas and maps of BKG also
like municipalities."""
_OF_SAMTGEMEINDE = re.compile(r"(03[0-9]{3})4[0-9]{2}(?![0-9])")
"""Niedersachsen gives its Samtgemeinden keys like those of municipalities."""
_NUMBERED = re.compile("[0-9]{3}")
"""So the cells begin; `1 Stat. Region Braunschweig` stands between them."""
_ASSOCIATION = re.compile(
    r"(?:^|[\s,])(?:SG|VG|VVG|GVV|Samtgemeinde|Verbandsgemeinde)$|^(?:SG|VG|Samtgemeinde)\s", re.IGNORECASE
)
"""What is called so has no key of a municipality, and says nothing of the Land."""
_SURE = 0.9
_HALF = 0.5
_FEWEST = 3
"""So many names must be those of the keys."""
_ENOUGH = 20
"""So many names that are none of the keys' decide."""
_MOST_ROWS = 300


def whole_key(cell: str, land: str) -> str:
    """A cell with the Land before its key, and one that stands behind its name before it; what is no such key stays as
    it is.

    >>> whole_key("115", "08"), whole_key("115003.0", "08"), whole_key("151 Gifhorn", "03"), whole_key("11", "08")
    ('08115', '08115003', '03151 Gifhorn', '11')
    >>> whole_key("Unna (05978)", ""), whole_key("Dortmund (krfr. Stadt, 05913)", ""), whole_key("Halle (Saale)", "")
    ('05978 Unna', '05913 Dortmund', 'Halle (Saale)')
    >>> whole_key("11001", ""), whole_key("11012012", ""), whole_key("11013", "")
    ('11000', '11000', '11013')
    >>> whole_key("151401 Boldecker Land,SG", "03"), whole_key("03151401", ""), whole_key("03151009", "")
    ('03151 Boldecker Land,SG', '03151', '03151009')
    >>> whole_key("05.978.020", ""), whole_key("05-9-78-020", ""), whole_key("5978.0", ""), whole_key("'115", "08")
    ('05978020', '05978020', '5978.0', '08115')
    >>> whole_key("de:05914:2003:1:1", ""), whole_key("at:43:3121", "")
    ('05914', 'at:43:3121')
    """
    if not cell[:1].isalnum():
        cell = clean(cell)
    if cell[2:3] == ":" and (stop := _STOP.fullmatch(cell)):
        return stop[1]
    if key := unparted(cell):
        return key
    if cell[:3] == "110" and _OF_BERLIN.fullmatch(cell.strip()):
        return "11000"
    if cell[-1:] in ")]" and (behind := KEY_BEHIND.fullmatch(cell.strip())):
        return f"{behind[2]} {behind[1]}"
    match = _SHORT.fullmatch(cell.strip()) if land else None
    cell = f"{land}{match[1]} {match[2] or ''}".strip() if match else cell
    return _OF_SAMTGEMEINDE.sub(r"\1", cell) if cell[:2] == "03" and _OF_SAMTGEMEINDE.match(cell) else cell


def is_stop(cell: str) -> bool:
    """Whether a cell is the number of a stop in Germany."""
    return _STOP.fullmatch(cell) is not None


def short_keys(rows: Sequence[Sequence[Any]], columns: Sequence[int], contents: "Contents") -> tuple[int, str] | None:
    """The column with keys that become those of the names beside them, or behind them, with one Land before them; and
    that Land. None if there is none, or if it may be more than one Land."""
    rows = rows[:_MOST_ROWS]
    for at in columns:
        cells = [str(row[at] or "").strip() for row in rows]
        found = [(match, row) for cell, row in zip(cells, rows, strict=True) if (match := _SHORT.fullmatch(cell))]
        numbered = sum(bool(_NUMBERED.match(cell)) for cell in cells)
        if len(found) < max(_FEWEST, _SURE * numbered, _HALF * sum(map(bool, cells))):
            continue
        keys = [match[1] for match, _ in found]
        behind = sum(bool(match[2]) for match, _ in found) >= _SURE * len(found)
        named = [[match[2] or "" for match, _ in found]] if behind else []
        named += [[str(row[by] or "") for _, row in found] for by in columns if by != at and not behind]
        for names in named:
            if land := _land(keys, names, contents):
                return at, land
    return None


def _land(keys: Sequence[str], names: Sequence[str], contents: "Contents") -> str:
    """The one Land in which nearly all names are those of the keys; empty if there is none."""
    votes: Counter[str] = Counter()
    asked = 0
    pairs = [(key, name) for key, name in zip(keys, names, strict=True) if not _ASSOCIATION.search(name.strip())]
    for key, name in pairs:
        if any(map(str.isalpha, name)):
            asked += 1
            votes.update({one[:2] for one in contents.keys(name) if one[2:] == key})
            if asked >= _ENOUGH and max(votes.values(), default=0) < _HALF * asked:
                return ""
    sure = [land for land, number in votes.items() if number >= max(_FEWEST, _SURE * asked, _SURE * len(pairs))]
    return sure[0] if len(sure) == 1 else ""
