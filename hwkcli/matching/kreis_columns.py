"""Tables whose rows are Kreise: the columns that name them, and that say of what kind each is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.matching.headings import folded, is_of_sites, is_owner, may_be_of_places, word_of
from hwkcli.matching.passing import is_level_above, is_total, is_whole
from hwkcli.matching.sample import MOST, MOST_CELLS, SOME, SURE, Sample
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.titles import TITLES, is_kind_of_kreis, kind_of_kreis

_SHORTEST = {"kreis": 4, "land": 2}
"""Shorter names of areas may be plates of cars, or anything else."""
_FEWEST = 3
"""So many places must lie in the areas beside them."""
_FEW = 2
"""So many areas must be Kreise, as another column says."""
_ENOUGH = 20
"""So many rows that say no decide that a column is none."""


class KreisColumns:
    """The columns of a table that have to do with Kreise."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample

    def share(self, at: int) -> float:
        """How many of the cells of a column are Kreise, from 0 to 1, what stands above these left out."""
        cells = [cell for cell in self.sample.cells(at) if not self._is_above(cell)]
        return self.sample.contents.share("kreis", cells)

    def has_kreise(self, at: int) -> bool:
        """Whether nearly all cells of a column are Kreise, and most say so (`LK Unna`). Länder and totals may stand
        between them, as in a pivot table."""
        contents = self.sample.contents
        titled = sum(map(contents.is_titled_kreis, self.sample.cells(at)))
        if not titled:
            return False
        cells = [one for one in self.sample.cells(at) if not self._is_above(one)]
        return titled >= MOST * len(cells) and contents.share("kreis", cells) >= SURE

    def are_kreise(self, at: int) -> bool:
        """Whether nearly all cells of a column are Kreise, whatever its heading, and most say so, or some have a name
        that no town bears, or another column says of what kind each is."""
        if self.has_kreise(at):
            return True
        if not self._has_words(at) or self.share(at) < SURE:
            return False
        if self.kind(at) is not None:
            return True
        # A plate of cars is no name.
        names = [cell for cell in self.sample.cells(at) if len(cell) >= _SHORTEST["kreis"]]
        only = sum(map(self.sample.contents.names_only_kreis, names))
        return len(names) >= MOST * len(self.sample.cells(at)) and only >= max(SOME * len(names), _FEWEST)

    def are_the_rows(self, at: int, key: int | None) -> bool:
        """Whether a column of places has the names of Kreise, and so each row is one: nearly all cells are such names;
        and they are those of the rows' keys, or some are no town's name, or a city and the Kreis around it are told
        apart."""
        named = [cell for cell in self.sample.cells(at) if not self._is_above(cell)]
        whole = word_of(self.sample.names[at], "place") == folded(self.sample.names[at])
        if key is not None and not whole and self.has_keys(key) and self.is_named(key, at):
            return True
        if not named or self.sample.contents.share("kreis", named) < SURE:
            return False
        if sum(map(self.sample.contents.names_only_kreis, named)) >= max(SOME * len(named), 2):
            return True
        return bool(self._of_titles(at) or self.told_apart(at))

    def are_laender(self, at: int) -> bool:
        """Whether nearly all cells of a column are Länder."""
        cells = [cell for cell in self.sample.cells(at) if not is_total(cell) and not is_whole(cell)]
        return self.sample.contents.share("land", cells) >= SURE

    def _is_above(self, cell: str) -> bool:
        """Whether a cell stands between Kreise and is none: a Land, all of Germany, a total. The name of a
        Regierungsbezirk may be that of a Kreis."""
        contents = self.sample.contents
        return is_total(cell) or is_whole(cell) or (contents.is_land(cell) and not contents.is_kreis(cell))

    def _of_titles(self, kreise: int) -> list[int]:
        """The columns that have nothing but what Kreise are called (`Landkreis`), beside the Kreise in another one."""
        found = []
        for at in self.sample.others(kreise):
            titles = self.sample.cells(at)
            kinds = [one for one in titles if kind_of_kreis(one)]
            above = [one for one in titles if is_level_above(one)]
            sure = any(fold(one) != "stadt" for one in kinds) and not is_owner(folded(self.sample.names[at]))
            if sure and len(kinds) + len(above) >= SURE * len(titles):
                found.append(at)
        return found

    def kind(self, kreise: int) -> int | None:
        """The column that says of the Kreise in another one whether each is a Landkreis or a kreisfreie Stadt, and
        agrees with their names."""
        for at in self._of_titles(kreise):
            pairs = [(str(row[at]), str(row[kreise])) for row in self.sample.rows if row[at] and row[kreise]]
            pairs = [(kind, name) for kind, name in pairs if not is_level_above(kind)]
            agree = sum(bool(self.sample.contents.kreise(f"{kind_of_kreis(kind)} {kreis}")) for kind, kreis in pairs)
            if agree >= SURE * len(pairs):
                return at
        return None

    def kind_beside(self, found: Mapping[str, Any]) -> int | None:
        """The column that says of what kind the Kreise of a table are; or, in one of towns and Kreise, which rows are
        the latter, and that names no owners and agrees with their names."""
        if found["kreis"] is not None and not found["place"]:
            return self.kind(found["kreis"])
        if len(found["place"]) != 1 or found["key"] is not None or found["postal_code"] is not None:
            return None
        place = found["place"][0]
        for at in self.sample.others(place, found["kreis"]):
            kinds = self.sample.cells(at)
            said = sum(fold(one) in TITLES or is_level_above(one) or is_kind_of_kreis(one) for one in kinds)
            if not kinds or said < SURE * len(kinds) or is_owner(folded(self.sample.names[at])):
                continue
            pairs = {(str(row[at]), str(row[place])) for row in self.sample.rows if is_kind_of_kreis(str(row[at]))}
            agree = sum(bool(self.sample.contents.kreise(f"{kind_of_kreis(kind)} {name}")) for kind, name in pairs)
            if agree >= max(SURE * len(pairs), _FEW):
                return at
        return None

    def around(self, place: int, role: str) -> int | None:
        """The column, whatever its heading (`admDistrict`), in which nearly all cells are Kreise, or Länder and
        Regierungsbezirke, and those in which the row's place lies; None if there is none. What has the names of most
        places once more (`slug`) says nothing."""
        agree = self.sample.contents.agree if role == "kreis" else self.sample.contents.lies_in_land
        for at in self.sample.others(place):
            names = [cell for cell in self.sample.cells(at) if len(cell) >= _SHORTEST[role] and cell[0].isalpha()]
            if is_owner(folded(self.sample.names[at])) or len(names) < SURE * len(self.sample.cells(at)):
                continue
            if self.sample.contents.share(role, names) < SURE:
                continue
            pairs = {(str(row[at]), str(row[place])) for row in self.sample.rows if row[at] and row[place]}
            if sum(fold(area) in readings(fold(name)) for area, name in pairs) > MOST * len(pairs):
                continue
            known = [pair for pair in pairs if self.sample.contents.is_municipality(pair[1])]
            if sum(agree(*pair) for pair in known) >= max(SURE * len(known), MOST * len(pairs), _FEWEST):
                return at
        return None

    def told_apart(self, kreise: int) -> dict[str, str]:
        """The names of a city and of the Kreis around it (`Rostock`), one of which another row names with its title
        (`Landkreis Rostock`): the key of the other."""
        names = dict.fromkeys(str(row[kreise]).strip() for row in self.sample.rows if row[kreise])
        meant = {name: self.sample.contents.kreise(name) for name in names}
        named = {key for keys in meant.values() if len(keys) == 1 for key in keys}
        rest = {name: keys - named for name, keys in meant.items() if self.sample.contents.is_city_and_kreis(name)}
        return {name: key for name, keys in rest.items() if len(keys) == 1 for key in keys}

    def has_levels(self, key: int, place: int) -> bool:
        """Whether some rows are municipalities and others the Kreise or Länder above them, as a column of keys says,
        and not places in these Kreise."""
        whole = self.sample.contents.whole_kreis
        several = len({len(whole(one)) > KREIS for cell in self.sample.cells(key) if (one := key_of(cell))}) > 1
        return several and not self._lie_in_kreise(key, place)

    def _lie_in_kreise(self, key: int, place: int) -> bool:
        """Whether most names in a column are those of places in the Kreise of the keys in another one, and not those of
        these Kreise themselves."""
        known = self.sample.contents
        pairs = [
            (whole, str(row[place])) for row in self.sample.rows if len(whole := _kreis(str(row[key] or ""))) == KREIS
        ]
        inside = [
            whole not in known.kreise(name) and any(one.startswith(whole) for one in known.keys(name))
            for whole, name in pairs
            if name
        ]
        return sum(inside) > MOST * len(inside)

    def named_beside(self, key: int) -> int | None:
        """The column with the names of the Kreise whose keys are in another one; else one that has nothing but Kreise,
        most of which they are: the others contradict their keys."""
        if not self.has_keys(key):
            return None
        worded = [at for at in self.sample.others(key) if self._has_words(at)]
        # Names last longer than NUTS codes, of which those of one edition are known.
        worded.sort(key=lambda at: self.sample.contents.has_nuts(self.sample.cells(at)))
        found = next((at for at in worded if self.is_named(key, at)), None)
        if found is None:
            named = (at for at in worded if may_be_of_places(self.sample.names[at]) and self.is_named(key, at, MOST))
            found = next((at for at in named if self.share(at) >= SURE), None)
        return found

    def leave_seats(self, found: dict[str, Any], split: Sequence[str]) -> None:
        """Take the column with the names of the Kreise whose keys are in a column, or are `split` among several, for
        that of Kreise, and leave the one of places, where this has their seats (`Sitz`)."""
        place, key = found["place"][0], found["key"]
        keys = split if key is None else [key_of(str(row[key] or "")) for row in self.sample.rows]
        if not keys or not is_of_sites(self.sample.names[place]) or any(len(one) > KREIS for one in keys):
            return
        worded = (at for at in self.sample.others(place) if self._has_words(at))
        named = next((at for at in worded if self.are_named(keys, at)), None)
        if named is not None:
            found["kreis"], found["place"] = named, ()

    def beside_codes(self, code: int) -> int | None:
        """The column, whatever its heading (`regio2`), in which nearly all cells are the Kreise of the rows' postal
        codes; None if there is none."""
        return next((at for at in self.sample.others(code) if self._has_words(at) and self._are_at(code, at)), None)

    def _are_at(self, code: int, at: int) -> bool:
        """Whether nearly all cells of a column are Kreise in which the postal codes in another one lie."""
        cells = self.sample.cells(at)
        only = sum(map(self.sample.contents.names_only_kreis, cells))
        if self.share(at) < SURE or not only or only < SOME * len(cells) or is_owner(folded(self.sample.names[at])):
            return False
        at_codes = self.sample.resolver.known.at_codes
        pairs = {(str(row[code]).strip().zfill(5), str(row[at])) for row in self.sample.rows if row[code] and row[at]}
        towns = [(at_codes((one,))[0].values(), self.sample.contents.kreise(kreis)) for one, kreis in pairs]
        known = [({town.place.kreis_key for town in there}, kreise) for there, kreise in towns if there]
        return sum(bool(there & kreise) for there, kreise in known) >= max(SURE * len(known), _FEWEST)

    def has_keys(self, key: int) -> bool:
        """Whether a column has no keys but those of Kreise and what is above them."""
        return all(len(_kreis(cell)) <= KREIS for cell in self.sample.cells(key))

    def _has_words(self, at: int) -> bool:
        """Whether most cells of a column have letters."""
        cells = self.sample.cells(at)
        return sum(any(map(str.isalpha, cell[:MOST_CELLS])) for cell in cells) >= max(MOST * len(cells), 1)

    def is_named(self, key: int, at: int, share: float = SURE) -> bool:
        """Whether so many of the names in a column are those of the Kreise of the keys in another, as far as these are
        of today."""
        return at != key and self.are_named((_kreis(str(row[key] or "")) for row in self.sample.rows), at, share)

    def are_named(self, keys: Iterable[str], at: int, share: float = SURE) -> bool:
        """Whether so many of the names in a column are those of the Kreise of the rows' keys, as far as these are of
        today."""
        agree = asked = 0
        for one, row in zip(keys, self.sample.rows, strict=True):
            if len(one) == KREIS and row[at] and self.sample.contents.is_kreis(one):
                asked += 1
                agree += one in self.sample.contents.kreise(str(row[at]))
                if asked >= _ENOUGH and agree < MOST * asked:
                    return False
        return agree >= share * asked > 0


def _kreis(cell: str) -> str:
    """The key in a cell, without the zeros that fill up that of a Kreis to the length of a municipality's."""
    key = key_of(cell)
    return key[:KREIS] if key[KREIS:] == "000" else key
