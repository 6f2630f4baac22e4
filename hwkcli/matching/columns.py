"""Which columns of a table have the key, the postal code and the place."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hwkcli.errors import BadSetting, quoted
from hwkcli.gazetteer.evidence import Sense, of_cells
from hwkcli.gazetteer.memory import Memory
from hwkcli.gazetteer.names import STRENGTHS, meaning
from hwkcli.naming.countries import GERMANY
from hwkcli.naming.fold import fold

ANSWERS = (
    *("hwk_ags", "hwk_town", "hwk_kreis_key", "hwk_kreis", "hwk_land", "hwk_chamber_code", "hwk_chamber"),
    *("hwk_how", "hwk_candidates"),
)
"""The columns of an answer."""
DISTRICT_ANSWERS = ("hwk_district", "hwk_how", "hwk_candidates")
"""Those of an answer to the question whether a place is in the Dortmund district."""

_NAMES: Mapping[str, frozenset[str]] = {
    role: frozenset(names.split(", "))
    for role, names in {
        "key": "ags, ars, ags 8, ags8, gkz, gemeindeschlüssel, gemeindeschluessel, gemeindekennziffer, "
        "gemeindekennzahl, amtlicher gemeindeschlüssel, amtlicher gemeindeschluessel, regionalschlüssel, "
        "regionalschluessel, amtlicher regionalschlüssel, amtlicher regionalschluessel, kreisschlüssel, "
        "kreisschluessel, kreis key",
        "postal_code": "plz, postleitzahl, zip, zipcode, zip code, postcode, post code, postalcode, postal code, plz5, "
        "plz ort, plz und ort, postleitzahl ort, postleitzahl und ort",
        "place": "ort, ortsname, ort name, name der stadt, stadt, stadtname, gemeinde, gemeindename, stadt gemeinde, "
        "wohnort, firmensitz, ortschaft, place, city, town, municipality, locality, kommune, sitzort, betriebsort",
    }.items()
}
"""The headings by which a column is known, folded."""
_COUNTRY = frozenset(
    [
        "land",
        "staat",
        "country",
        "nation",
        "ländercode",
        "laendercode",
        "länderkennzeichen",
        "laenderkennzeichen",
        "länderkürzel",
        "laenderkuerzel",
        "country code",
        "iso",
        "iso code",
    ]
)
"""Headings of countries; `Land` only if Germany is among its values, for it may be a Land of Germany."""
_SAMPLE = 1000
_SURE = 0.9
_MOST_LISTED = 20


class Columns(NamedTuple):
    """The columns of an address, by their places in the table; None where there is none."""

    key: int | None
    postal_code: int | None
    place: int | None
    country: int | None = None

    @property
    def used(self) -> tuple[int, ...]:
        """The places of the columns that there are, each once."""
        return tuple(dict.fromkeys(at for at in self if at is not None))


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading by which a column is known."""
    return any(fold(cell) in names for names in _NAMES.values())


def columns(
    names: Sequence[str],
    given: Mapping[str, str | None],
    sample: Callable[[], Sequence[Sequence[Any]]],
    index: Callable[[], Memory],
) -> Columns:
    """The columns of an address: those given by name, else by their headings, else by what stands in the first rows.

    A column may be given by its number too, counted from 1; an empty name says that there is none. Raises BadSetting,
    with all columns, where it is not clear.
    """
    known = [name for name in names if fold(name) in map(fold, ANSWERS) or name == "hwk_district"]
    if known:
        raise BadSetting(f"the table has a column {quoted(known[0])} already; rename it, or leave it out")
    values = [name for name in names if re.fullmatch("[0-9]{5}", name.strip()) and _is_code(index(), name.strip())]
    if values:
        raise BadSetting(f"the headings have a postal code, {quoted(values[0])}; say --header-row 0 if there are none")
    found: dict[str, int | None] = {}
    for role in _NAMES:
        word = given.get(role)
        if word is None:
            found[role] = _by_heading(names, role)
        else:
            found[role] = _named(names, word, role) if word else None
    taken = {at for at in found.values() if at is not None}
    if found["postal_code"] is None and found["place"] is None:
        found |= _by_content(names, sample(), index(), taken, given)
    elif found["place"] is None and found["postal_code"] is not None and given.get("place") is None:
        found["place"] = _beside(len(names), sample(), index(), found["postal_code"], taken)
    if all(at is None for at in found.values()):
        raise BadSetting(f"no column of places, postal codes or keys is plain; {_choose(names)}")
    word = given.get("country")
    country = _country(names, sample) if word is None else _named(names, word, "country") if word else None
    return Columns(found["key"], found["postal_code"], found["place"], country)


def _named(names: Sequence[str], word: str, role: str) -> int:
    """The column that a user names, by its heading or by its number."""
    for same in (lambda name: name == word, lambda name: fold(name) == fold(word) != ""):
        found = [at for at, name in enumerate(names) if same(name)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(str(at + 1) for at in found)
            raise BadSetting(
                f"{len(found)} columns are called {quoted(word)}; give --{_option(role)} a number: {listed}"
            )
    if word.isdecimal() and 0 < int(word) <= len(names):
        return int(word) - 1
    raise BadSetting(f"no column {quoted(word)}; {_choose(names)}")


def _by_heading(names: Sequence[str], role: str) -> int | None:
    """The one column with a heading of a role; else the one that has such a word in its heading (`PLZ Firma`)."""
    folded = [fold(name) for name in names]
    whole = [at for at, name in enumerate(folded) if name in _NAMES[role]]
    single = {name for name in _NAMES[role] if " " not in name}
    part = [at for at, name in enumerate(folded) if single & set(name.split()[:1] + name.split()[-1:])]
    if role == "place":
        # A column of both is one of postal codes; a name of something else beside the word is no place.
        part = [at for at in part if not {"plz", "postleitzahl"} & set(folded[at].split())]
        part = [
            at
            for at in part
            if not re.search(
                r"\b(teil|nr|nummer|id|typ|art|schlüssel|schluessel|kennziffer|kennzahl|key|code)\b", folded[at]
            )
        ]
    if role == "key":
        # The key of a municipality says more than that of its Kreis.
        finer = [at for at in whole if "kreis" not in folded[at]]
        whole = finer or whole
    found = whole or part
    if len(found) > 1:
        listed = ", ".join(quoted(names[at]) for at in found)
        raise BadSetting(f"columns {listed} could all be --{_option(role)}; name one")
    return found[0] if found else None


def _by_content(
    names: Sequence[str],
    rows: Sequence[Sequence[Any]],
    index: Memory,
    taken: set[int],
    given: Mapping[str, str | None],
) -> dict[str, int | None]:
    """The columns that hold postal codes, or places, in nearly all of their rows."""
    codes, places = [], []
    for at in range(len(names)):
        cells = [cell for row in rows[:_SAMPLE] if row[at] is not None and (cell := str(row[at]).strip())]
        if not cells or at in taken:
            continue
        read = [of_cells(postal_code=cell) for cell in cells]
        if sum(one.code_sense is Sense.CODE and _is_code(index, one.codes[0]) for one in read) >= _SURE * len(cells):
            codes.append(at)
        elif sum(_is_name(index, fold(cell)) for cell in cells) >= _SURE * len(cells):
            places.append(at)
    if len(codes) > 1 or len(places) > 1:
        listed = ", ".join(quoted(names[at]) for at in (codes if len(codes) > 1 else places))
        role = "postal_code" if len(codes) > 1 else "place"
        raise BadSetting(f"columns {listed} could all be --{_option(role)}; name one")
    found: dict[str, int | None] = {}
    if codes and given.get("postal_code") is None:
        found["postal_code"] = codes[0]
    if places and given.get("place") is None:
        found["place"] = places[0]
    return found


def _country(names: Sequence[str], sample: Callable[[], Sequence[Sequence[Any]]]) -> int | None:
    """The one column of countries: most of its cells say Germany. None if there is none, or more than one."""
    found = []
    for at in (at for at, name in enumerate(names) if fold(name) in _COUNTRY):
        cells = [fold(str(row[at])) for row in sample()[:_SAMPLE] if row[at] is not None]
        filled = [cell for cell in cells if cell]
        if filled and sum(cell in GERMANY for cell in filled) * 2 >= len(filled):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _beside(width: int, rows: Sequence[Sequence[Any]], index: Memory, code: int, taken: set[int]) -> int | None:
    """The one column, whatever its heading (`Schulort`), in which nearly all names are those of places at the row's
    postal code; None if there is none, or more than one."""
    found = []
    for at in set(range(width)) - taken:
        cells = [(str(row[code] or ""), str(row[at])) for row in rows[:_SAMPLE] if row[at]]
        pairs = [(of_cells(postal_code=one, place=name), one) for one, name in cells]
        given = [one for one, cell in pairs if one.folded and one.codes and not any(char.isalpha() for char in cell)]
        agree = [one for one in given if _towns(index, one.folded) & _at(index, one.codes[0])]
        if given and len(agree) >= _SURE * len(given) and len(given) >= _SURE * len(pairs):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _at(index: Memory, code: str) -> set[str | None]:
    """The keys of the municipalities of a postal code."""
    return {hit.place.ags for hit in index.hits(code) if hit.how in ("postal_code", "at", "company")}


def _towns(index: Memory, name: str) -> set[str | None]:
    """The keys of the municipalities of a folded name, and of those in which there is a locality of it."""
    return {hit.place.ags for hit in meaning(index, name).hits}


def _is_code(index: Memory, code: str) -> bool:
    return bool(_at(index, code))


def _is_name(index: Memory, name: str) -> bool:
    return any(hit.how in STRENGTHS and hit.place.ags for hit in index.hits(name))


def _option(role: str) -> str:
    return role.replace("_", "-")


def _choose(names: Sequence[str]) -> str:
    shown = ", ".join(quoted(name) for name in names[:_MOST_LISTED])
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"name them with --place, --postal-code or --key out of {shown}{more}"
