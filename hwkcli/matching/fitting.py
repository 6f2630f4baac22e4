"""Whether what stands in a column fits a role that a heading gives it, or has it whatever its heading says."""

import re
from collections.abc import Sequence, Set
from typing import Any

from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.matching.headings import (
    folded,
    is_of_cantons,
    is_of_names,
    is_of_nuts,
    is_of_seats,
    is_of_sites,
    may_be_of_places,
    word_of,
)
from hwkcli.matching.kreis_columns import KreisColumns
from hwkcli.matching.sample import MOST, MOST_CELLS, SOME, SURE, Sample
from hwkcli.naming.countries import ABROAD, GERMANY, NEIGHBOURS, REGIONS_ABROAD, is_like_germany
from hwkcli.naming.fold import fold

_LONGEST = 200
"""What is longer than so many signs is text that means nothing."""
_SHORT = 3
"""A short form of a country has so many letters at most."""
_ASSOCIATION = re.compile(r"(?:Samtgemeinde|SG|Verbandsgemeinde|VG|Verwaltungsgemeinschaft|VGem|Amt) ")
"""How the name of a Verband of municipalities begins that says so; without it, it is that of its seat."""
_MISSING = frozenset(("na", "n a", "nan", "null", "none", "nv", "unbekannt"))
"""What programs write, folded, where nothing is known."""
_LINK = re.compile(r"<?https?://|(?:wd:)?Q[0-9]+\Z")
"""What Wikidata answers with beside the names of places: their pages and numbers."""
_LIKE_CODE = re.compile(r"[^0-9]{0,20}[0-9]{4,5}(?![0-9])|[^0-9]{0,4}[0-9]{2}[ .][0-9]{3}(?![0-9])")
"""How a postal code begins a cell."""
_LIKE_KEY = re.compile(r"[='\"`\[]{0,3}(?:DE[_-]?)?[0-9]")
"""How a key begins a cell."""
_FEWEST = 2
_CITY_STATE = re.compile(r"(?:0?2|11)000000(?:0000)?(?:\.0+)?")
"""The key of Hamburg or Berlin as a municipality."""
_WORD = re.compile(r"[^\W\d_]{3}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\.0+)?")
_BEGINS = re.compile(r"\s{0,4}([0-9]{4,5})(?![0-9])")
_CODES = re.compile(r"([0-9]{4,5})(?:\.0+|(?:\s?[-–/,;]\s?[0-9]{4,5})*)")
"""Postal codes and nothing else, but what a number has behind its point."""


class Fitting:
    """What the columns of a sample could be, by what is in them."""

    def __init__(self, sample: Sample, kreise: KreisColumns) -> None:
        self.sample = sample
        self.kreise = kreise

    def fits(self, role: str, at: int) -> bool:
        """Whether what is in a column is not against a role that its heading says."""
        cells = self.sample.cells(at)
        if not cells:
            return role in ("key", "postal_code", "place", "kreis")
        if role == "postal_code":
            # A heading that says more (`Anzahl PLZ`) may be of something else.
            if word_of(self.sample.names[at], role) != folded(self.sample.names[at]):
                return sum(bool(_LIKE_CODE.match(cell)) for cell in cells) >= MOST * len(cells)
            return sum(any(char.isdigit() for char in cell[:_LONGEST]) for cell in cells) >= SOME * len(cells)
        if role == "key":
            if word_of(self.sample.names[at], role) != folded(self.sample.names[at]):
                return self.sample.share("key", at) >= SOME
            return sum(bool(_LIKE_KEY.match(cell)) for cell in cells) >= SOME * len(cells)
        if role == "place":
            whole = word_of(self.sample.names[at], role) == folded(self.sample.names[at])
            if self.kreise.has_kreise(at):
                return False
            if whole and is_of_sites(self.sample.names[at]):
                return self.sample.share("place", at) + self.sample.share("address", at) >= SOME
            if whole:
                named = (cell for cell in cells if any(char.isalpha() for char in cell) and not _LINK.match(cell))
                return sum(1 for _ in named) >= SOME * len(cells)
            return self.sample.share("place", at) + self.sample.share("address", at) >= MOST
        if role == "country":
            return self._is_of_countries(at)
        if role == "kreis_code":
            if is_of_nuts(self.sample.names[at]):
                return self.sample.contents.has_nuts(cells)
            # `m`, `w` and `d` are plates of cars, too.
            return any(len(cell) > 1 for cell in cells) and self.sample.share("kreis", at) >= MOST
        if role == "association":
            return sum(bool(_ASSOCIATION.match(cell)) for cell in cells) >= MOST * len(cells)
        if role == "kreis":
            return self.kreise.share(at) >= MOST
        if role == "land":
            return (
                is_of_cantons(self.sample.names[at]) or self.sample.share(role, at) + self._regions_abroad(at) >= MOST
            )
        return self.sample.share(role, at) >= MOST

    def _regions_abroad(self, at: int) -> float:
        """How many cells of a column are Länder of Austria and cantons, from 0 to 1."""
        cells = self.sample.cells(at)
        return sum(fold(cell[:MOST_CELLS]) in REGIONS_ABROAD for cell in cells) / len(cells) if cells else 0.0

    def _is_of_countries(self, at: int) -> bool:
        """Whether most rows of a column say Germany; or some do, or a country that can be nothing else, and nearly all
        the others another country."""
        cells = [fold(str(row[at])[:MOST_CELLS]) for row in self.sample.rows if row[at]]
        german = {one for one in set(cells) if one in GERMANY or (one not in ABROAD and is_like_germany(one))}
        home = sum(one in german for one in cells)
        if set(cells) & _MISSING and set(cells) <= GERMANY | _MISSING:
            # It is Germany or not known: that says nothing, and `NA` is no country then.
            return False
        known = sum(one in german or one in ABROAD or (len(one) <= _SHORT and one.isalpha()) for one in cells)
        sure = home > 0 or any(one in ABROAD or one in NEIGHBOURS for one in cells)
        return sure and (home >= MOST * len(cells) or known >= SURE * len(cells))

    def has_places(self, at: int) -> bool:
        """Whether nearly all cells of a column are places, and most of them municipalities: many words are names of
        localities, too (`Eiche`, `Linde`, `Markt`)."""
        if not may_be_of_places(self.sample.names[at]) or self.sample.share("place", at) < SURE:
            return False
        cells = self.sample.cells(at)
        return sum(map(self.sample.contents.is_municipality, cells)) >= MOST * len(cells)

    def has_words(self, at: int) -> bool:
        """Whether most cells of a column have a word in them."""
        cells = self.sample.cells(at)
        return sum(bool(_WORD.search(cell[:_LONGEST])) for cell in cells) > MOST * len(cells)

    def has_parts(self, at: int) -> bool:
        """Whether most cells of a column are localities, and few are municipalities, as the districts of a city are."""
        cells = self.sample.cells(at)
        towns = sum(map(self.sample.contents.is_municipality, cells))
        return self.sample.share("place", at) >= MOST and towns <= SOME * len(cells)

    def has_keys(self, at: int) -> bool:
        """Whether nearly all cells of a column are keys, and no postal codes; those that may be other numbers, or are
        few, only where the names beside them are those of these Kreise and municipalities."""
        contents, cells = self.sample.contents, self.sample.cells(at)
        if contents.share_of_keys(cells, lost=True, fewest=1) < SURE:
            return False
        if contents.share_of_keys(cells) >= SURE and self.sample.share("postal_code", at) < MOST:
            return True
        every = range(len(self.sample.names))
        return any(self.kreise.is_named(at, by) or self._are_named(at, by) for by in every)

    def _are_named(self, key: int, at: int) -> bool:
        """Whether nearly all names in a column are those of the municipalities of the keys in another one."""
        rows = [(_ags(key_of(str(row[key] or ""))), str(row[at])) for row in self.sample.rows if row[at]]
        towns = {pair for pair in rows if len(pair[0]) > KREIS}
        return sum(one in self.sample.contents.keys(name) for one, name in towns) >= SURE * len(towns) > 0

    def named_beside(self, key: int, taken: Set[int]) -> tuple[int, ...]:
        """The first column, whatever its heading (`gen`), with the names of the municipalities whose keys are in
        another one; nothing if there is none."""
        rest = (at for at in self.sample.others(*taken) if may_be_of_places(self.sample.names[at]))
        found = next((at for at in rest if self._are_named(key, at)), None)
        return () if found is None else (found,)

    def same_keys(self, found: Sequence[int]) -> int | None:
        """Of columns that have the same keys in other forms (AGS and ARS), the first; of a municipality's and those of
        its Kreis and Land, the municipality's; None if they differ."""
        rows = [[_ags(key_of(str(row[at] or ""))) for at in found] for row in self.sample.rows]
        rows = [keys for keys in rows if sum(map(bool, keys)) > 1]
        for number, at in enumerate(found):
            if rows and all(keys[number].startswith(key) for keys in rows for key in keys):
                return at
        return None

    def same_codes(self, found: Sequence[int]) -> int | None:
        """Of columns that have the same postal codes in all rows, the first with names behind them; None if there is
        none."""
        rows = [[_BEGINS.match(str(row[at] or "")) for at in found] for row in self.sample.rows]
        alike = all(None not in codes and len({code[1] for code in codes if code}) == 1 for codes in rows)
        named = (at for at in found if self.sample.share("address", at) >= SURE)
        return next(named, None) if rows and alike and len(found) > 1 else None

    def narrower(self, key: int) -> int | None:
        """The column with the keys of the municipalities in the Kreise whose keys are in another one (`schluessel`
        beside `landkreis_id`), and not of their seats (`SDV_ARS`); None if there is none."""
        if not self.kreise.has_keys(key):
            return None
        for at in self.sample.others(key):
            if not is_of_seats(self.sample.names[at]) and self.are_of_municipalities(at) and self.has_keys(at):
                if self.same_keys([at, key]) == at:
                    return at
        return None

    def are_years(self, at: int) -> bool:
        """Whether all cells of a column are years, which look like postal codes that have lost their zeros."""
        return all(map(_YEAR.fullmatch, self.sample.cells(at)))

    def are_of_municipalities(self, at: int) -> bool:
        """Whether the keys in a column are long enough for municipalities; that of Berlin ends with zeros."""
        cells = self.sample.cells(at)
        return bool(cells) and all(len(key_of(cell)) > KREIS or _CITY_STATE.fullmatch(cell) for cell in cells)

    def beside(self, code: int, taken: Set[int]) -> tuple[int, ...]:
        """The one column, whatever its heading (`Träger`), in which nearly all names are those of places at the row's
        postal code, or most where the heading says no more than that they are names, for some may be those of places
        that are no more; nothing if there is none, or more than one."""
        rest = sorted(set(range(len(self.sample.names))) - taken - self.sample.taken)
        found = [at for at in rest if self.agree(code, at)]
        found = found or [at for at in rest if is_of_names(self.sample.names[at]) and self.agree(code, at, MOST)]
        return tuple(found) if len(found) == 1 else ()

    def in_kreise(self, kreis: int | None, taken: Set[int]) -> list[int]:
        """The column, whatever its heading, in which nearly all cells are municipalities, and lie in the Kreise of
        another one: each row is one, also where the address beside it is that of an office elsewhere."""
        if kreis is None:
            return []
        for at in self.sample.others(*taken):
            pairs = {(str(row[kreis]), str(row[at])) for row in self.sample.rows if row[kreis] and row[at]}
            if len(pairs) >= _FEWEST and self.has_places(at):
                if sum(self.sample.contents.agree(*pair) for pair in pairs) >= SURE * len(pairs):
                    return [at]
        return []

    def code_beside(self, place: int, taken: Set[int]) -> int | None:
        """The one column, whatever its heading (`Zielgebiet`), that has nothing but postal codes, at nearly all of
        which the places of another one are; None if there is none, or more than one."""
        rest = [at for at in self.sample.others(place) if at not in taken and self.sample.cells(at)]
        coded = (at for at in rest if all(map(_CODES.fullmatch, self.sample.cells(at))))
        found = [at for at in coded if self.agree(at, place)]
        return found[0] if len(found) == 1 else None

    def are_of_several(self, places: Sequence[int]) -> bool:
        """Whether columns of places are those of several addresses (`Wohnort`, `Schulort`): most municipalities in them
        are others in the same row."""
        keys = self.sample.contents.keys
        rows = [[known for at in places if row[at] and (known := keys(str(row[at])))] for row in self.sample.rows]
        rows = [known for known in rows if len(known) > 1]
        apart = sum(not frozenset.intersection(*known) for known in rows)
        return apart >= _FEWEST and apart > MOST * len(rows)

    def agree(self, code: int, place: int, least: float = SURE) -> bool:
        """Whether nearly all names in a column are those of places at the row's postal code in another one; or as many
        as are said."""
        known = self.sample.resolver.known
        pairs = [(_first_code(row[code]), fold(str(row[place])[:MOST_CELLS])) for row in self.sample.rows if row[place]]
        pairs = [(one, name) for one, name in pairs if name]
        coded = [(towns, name) for one, name in pairs if (towns := known.at_codes((one,))[0])]
        agree = sum(any(known.town(hit.place).id in towns for hit in known.meaning(name).hits) for towns, name in coded)
        return bool(coded) and agree >= least * len(coded) and len(coded) >= least * len(pairs)


def _first_code(cell: Any) -> str:
    """The first of the postal codes in a cell (`59423–59427`); empty if there is none, or anything else."""
    found = _CODES.fullmatch(str(cell)[:_LONGEST].strip())
    return found[1].zfill(5) if found else ""


def _ags(key: str) -> str:
    """The key without what an ARS has in the middle; of a Kreis, or where it is that of one, its five digits."""
    ags = key[:5] + key[9:] if len(key) == 12 else key
    return ags[:KREIS] if ags[KREIS:] == "000" else ags
