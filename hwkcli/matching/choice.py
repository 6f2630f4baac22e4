"""Which columns of a table have the address: by what a user says, by headings, and by what stands in the columns."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hwkcli.errors import BadSetting, Message, listed, quoted
from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching.columns import ANSWERS, PREFIX, SINGLE, Columns
from hwkcli.matching.contents import Contents
from hwkcli.matching.headings import by_heading, folded, is_post, may_be_of_keys, qualifier, word_of
from hwkcli.matching.kreis_columns import KreisColumns
from hwkcli.matching.question import MOST_LISTED, Question, Unclear, option
from hwkcli.matching.sample import MOST, MOST_CELLS, MOST_ROWS, SOME, SURE, Sample
from hwkcli.matching.split_keys import Split, split_key
from hwkcli.naming.countries import ABROAD, GERMANY
from hwkcli.naming.fold import fold

_AGS = 8
"""So many digits has the key of a municipality."""
_LONGEST = 200
"""What is longer than so many signs is text that means nothing."""
_SHORT = 3
"""A short form of a country has so many letters at most."""
_LIKE_CODE = re.compile(r"[^0-9]{0,20}[0-9]{4,5}(?![0-9])|[^0-9]{0,4}[0-9]{2}[ .][0-9]{3}(?![0-9])")
"""How a postal code begins a cell."""
_CODES = re.compile(r"([0-9]{4,5})(?:\s?[-–/,;]\s?[0-9]{4,5})*")
"""Postal codes and nothing else."""
_ASKED = ("key", "postal_code", "place")
"""The roles of which a table needs one, and that are asked for where several columns could have them."""


class Found(NamedTuple):
    """The columns of an address, and what a reader should know of the choice, a line each."""

    columns: Columns
    notes: tuple[Message, ...] = ()


def choose(
    names: Sequence[str],
    given: Mapping[str, str | None],
    sample: Callable[[], Sequence[Sequence[Any]]],
    index: Callable[[], Resolver],
    prefix: str = PREFIX,
    file: str = "FILE",
) -> Found:
    """The columns of an address: those given by name, else by their headings and what stands in the first rows.

    A column may be given by its number too, counted from 1; an empty name says that there is none. The columns that an
    earlier run has added are never taken. Raises BadSetting, with all columns and the command line that would do, where
    it is not clear.
    """
    own = {fold(prefix + name) for name in (*ANSWERS, "district")}
    known = [name for name in names if fold(name) in own]
    if known:
        again = "the table has a column {name} already; rename it, leave it out, or say another --prefix"
        raise BadSetting(again, name=quoted(known[0]))
    digits = [name for name in names if re.fullmatch("[0-9]{5}", name.strip())]
    values = [name for name in digits if Contents(index()).is_code(name.strip())]
    if values:
        raise BadSetting(
            "the headings have a postal code, {code}; say with --header-row in which row they are, 0 if there are none",
            code=quoted(values[0]),
        )
    return _Choice(Sample(names, sample, index), given, prefix, file).found()


def serves(names: Sequence[str], rows: Sequence[Sequence[Any]], index: Callable[[], Resolver]) -> bool:
    """Whether a table has columns of an address, be it clear which or not."""
    choice = _Choice(Sample(names, lambda: rows, index), {}, PREFIX, "")
    if any(choice.candidates(role) for role in (*_ASKED, "kreis")):
        return True
    return choice.keys_by_content(None) is not None or bool(choice.by_content())


class _Choice:
    """The choice of columns for a table."""

    def __init__(self, sample: Sample, given: Mapping[str, str | None], prefix: str, file: str) -> None:
        self.sample = sample
        self.given = given
        self.prefix = folded(prefix)
        self.kreise = KreisColumns(sample)
        self.question = Question(sample.names, file)
        self.notes: list[Message] = []
        self.unclear: dict[str, list[int]] = {}

    def found(self) -> Found:
        """The choice. Raises Unclear."""
        split = self._split()
        found = self._by_heading(split)
        keyed = bool(split) or found["key"] is not None
        self._add_by_content(found, keyed)
        self._add_kreise(found, split)
        found["levels"] = bool(found["place"]) and self._has_levels(found, split)
        lost = not keyed and found["postal_code"] is None and not found["place"] and not self.unclear
        if lost and found["kreis"] is None and self.given.get("kreis") is None:
            found["kreis"] = next(iter(self.candidates("kreis_code")), None)
        if self.unclear:
            raise self.question.unclear(self.unclear)
        if lost and found["kreis"] is None and found["latitude"] is None:
            raise Unclear("no column of places, postal codes or keys is clear; {advice}", advice=self.question.advice())
        found["nuts"] = found["kreis"] is not None and self.sample.contents.has_nuts(self.sample.cells(found["kreis"]))
        return Found(Columns(**found), tuple(self.notes))

    def _by_heading(self, split: Split | None) -> dict[str, Any]:
        """The columns of all roles that are given or by their headings, keys by what is in them too."""
        found: dict[str, Any] = split._asdict() if split else {}
        for role in SINGLE:
            code = found.get("postal_code")
            wanted = None if code is None else qualifier(self.sample.names[code], "postal_code")
            at = None if split and role == "key" else self._one(role, wanted)
            found[role] = None if split and at in split.parts else at
        if found["kreis"] == found["key"] and self.given.get("kreis") is None:
            # A heading of both, over keys with names behind them.
            found["kreis"] = None
        if found["key"] is None and "key" not in self.unclear and self.given.get("key") is None and not split:
            found["key"] = self.keys_by_content(found["postal_code"])
        found["place"] = self._places(found)
        if found["latitude"] is None or found["longitude"] is None:
            found["latitude"] = found["longitude"] = None
            self._note_positions()
        return found

    def _note_positions(self) -> None:
        """Tell that columns of positions are not read, for most of their cells are no positions in Germany."""
        given = [self.given.get(role) for role in ("latitude", "longitude")]
        headed = [by_heading(self.sample.names, role) for role in ("latitude", "longitude")]
        pair = [at for found in headed for at in found[:1] if at not in self.sample.earlier and self.sample.cells(at)]
        if len(pair) == 2 and given == [None, None]:
            left = (
                "{latitude} and {longitude} are not read: most of their cells are no positions in Germany, in degrees"
            )
            latitude, longitude = map(self.question.name, pair)
            self.notes.append(Message(left, latitude=latitude, longitude=longitude))

    def _add_by_content(self, found: dict[str, Any], keyed: bool) -> None:
        """Find by what is in the columns what no heading says."""
        if not self.unclear and found["postal_code"] is None and not found["place"]:
            taken = {at for at in found.values() if isinstance(at, int)} | set(found.get("parts", ()))
            for role, at in self.by_content(taken, keyed).items():
                if self.given.get(role) is None and found.get(role) in (None, ()):
                    found[role] = (at,) if role == "place" else at
        if (
            not (self.unclear or found["place"])
            and found["postal_code"] is not None
            and self.given.get("place") is None
        ):
            found["place"] = self._beside(found["postal_code"], found)

    def _add_kreise(self, found: dict[str, Any], split: Split | None) -> None:
        """Find the columns of a table whose rows are Kreise."""
        if found["postal_code"] is not None:
            return
        free = self.given.get("place") is None and self.given.get("kreis") is None and not self.unclear
        if free and len(found["place"]) == 1 and self.kreise.are_the_rows(found["place"][0], found["key"]):
            found["kreis"] = found["place"][0] if found["kreis"] is None else found["kreis"]
            found["place"] = ()
        elif free and split and sum(split.widths) <= KREIS and len(found["place"]) == 1:
            if self.kreise.are_named(split.keys(self.sample.rows), found["place"][0]):
                found["kreis"], found["place"] = found["place"][0], ()
        elif free and found["kreis"] is None and not found["place"] and found["key"] is not None:
            found["kreis"] = self.kreise.named_beside(found["key"])
        if found["kreis"] is not None and not found["place"]:
            found["kind"] = self.kreise.kind(found["kreis"])

    def _has_levels(self, found: Mapping[str, Any], split: Split | None) -> bool:
        """Whether some rows are municipalities and others the Kreise or Länder above them. A row of an address with a
        postal code may just have the key of its Kreis."""
        if split:
            return sum(split.widths) >= _AGS
        return found["key"] is not None and found["postal_code"] is None and self.kreise.has_levels(found["key"])

    def candidates(self, role: str) -> list[int]:
        """The columns that could have a role by their headings and what is in them."""
        headed = by_heading(self.sample.names, role)
        found = [at for at in headed if at not in self.sample.earlier and self._fits(role, at)]
        ours = [at for at in found if self.prefix and folded(self.sample.names[at]).startswith(self.prefix)]
        return ours or found

    def _fits(self, role: str, at: int) -> bool:
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
            return sum(cell[0].isdigit() or cell[0] in "='\"" for cell in cells) >= SOME * len(cells)
        if role == "place":
            whole = word_of(self.sample.names[at], role) == folded(self.sample.names[at])
            if self.kreise.has_kreise(at):
                return False
            if whole:
                return sum(any(char.isalpha() for char in cell) for cell in cells) >= SOME * len(cells)
            return self.sample.share("place", at) >= MOST
        if role == "country":
            return self._is_of_countries(at)
        return self.sample.share("kreis" if role == "kreis_code" else role, at) >= MOST

    def _is_of_countries(self, at: int) -> bool:
        """Whether most rows of a column say Germany; or some do, and nearly all the others another country."""
        cells = [fold(str(row[at])[:MOST_CELLS]) for row in self.sample.rows if row[at]]
        home = sum(one in GERMANY for one in cells)
        known = sum(one in GERMANY or one in ABROAD or (len(one) <= _SHORT and one.isalpha()) for one in cells)
        return home > 0 and (home >= MOST * len(cells) or known >= SURE * len(cells))

    def keys_by_content(self, code: int | None) -> int | None:
        """The column that holds keys, whatever its heading (`Kennziffer`, `Region`): of several the first. Beside a
        column of postal codes it must hold those of municipalities."""
        found = []
        for at in self.sample.others(code):
            cells = self.sample.cells(at)
            if not cells or not cells[0][0].isalnum() or not self._has_keys(at):
                continue
            name = self.sample.names[at]
            if may_be_of_keys(name) if code is None else all(len(key_of(cell)) > KREIS for cell in cells):
                found.append(at)
        if len(found) > 1 and self._same_keys(found) is None:
            self._note("key", found[0], found[1:])
        return found[0] if found else None

    def _has_keys(self, at: int) -> bool:
        """Whether nearly all cells of a column are keys, and no postal codes; those that may be other numbers, only
        where the names beside them are those of these Kreise."""
        contents, cells = self.sample.contents, self.sample.cells(at)
        if contents.share_of_keys(cells, lost=True) < SURE or self.sample.share("postal_code", at) >= MOST:
            return False
        every = range(len(self.sample.names))
        return contents.share_of_keys(cells) >= SURE or any(self.kreise.is_named(at, by) for by in every)

    def _split(self) -> Split | None:
        """The columns that have a key together, where no other one has it whole."""
        if any(self.given.get(role) is not None for role in ("key", "kreis", "land")):
            return None
        if len(self.sample.names) >= MOST_ROWS:
            return None
        found = split_key(self.sample.names, self.sample.rows, self.sample.contents)
        whole = set(self.candidates("key")) - set(found.parts) if found else set()
        return None if any(self.sample.share("key", at) >= MOST for at in whole) else found

    def _one(self, role: str, wanted: str | None = None) -> int | None:
        """The column of a role: the one given, else the one that could have it; of several that with the `wanted` words
        beside its own."""
        word = self.given.get(role)
        if word is not None:
            return self.question.named(word, role) if word else None
        found = self.candidates(role)
        if role == "kreis" and not found:
            # A heading of towns, and a column of Kreise.
            towns = [at for at in by_heading(self.sample.names, "place") if at not in self.sample.earlier]
            found = [at for at in towns if self.sample.cells(at) and self.kreise.has_kreise(at)]
        if len(found) < 2:
            return found[0] if found else None
        return self._of_several(role, found, wanted)

    def _of_several(self, role: str, found: list[int], wanted: str | None = None) -> int | None:
        """The one column of several that is of the address that is meant: the `wanted` one, else that of the house, not
        that for letters; and one with something in it."""
        kinds = {at: qualifier(self.sample.names[at], role) for at in found}
        chosen = [at for at in found if not is_post(kinds[at])]
        chosen = [at for at in chosen if self.sample.cells(at)] or chosen
        if wanted is not None and len(same := [at for at in found if kinds[at] == wanted]) == 1:
            return same[0]
        if role == "key" and (same_keys := self._same_keys(chosen)) is not None:
            return same_keys
        if len(chosen) == 1:
            self._note(role, chosen[0], [at for at in found if at not in chosen])
            return chosen[0]
        if role in _ASKED:
            self.unclear[role] = chosen or found
        return None

    def _note(self, role: str, chosen: int, others: Sequence[int]) -> None:
        """Tell that one column is read, and others that could be are not."""
        read = "{name} is read and not {others}; {option} reads another column"
        names = listed([self.question.name(at) for at in others[:MOST_LISTED]])
        self.notes.append(Message(read, name=self.question.name(chosen), others=names, option=option(role)))

    def _same_keys(self, found: list[int]) -> int | None:
        """Of columns that have the same keys in other forms (AGS and ARS), the first; of a municipality's and those of
        its Kreis and Land, the municipality's; None if they differ."""
        rows = [[_ags(key_of(str(row[at] or ""))) for at in found] for row in self.sample.rows]
        rows = [keys for keys in rows if sum(map(bool, keys)) > 1]
        for number, at in enumerate(found):
            if rows and all(keys[number].startswith(key) for keys in rows for key in keys):
                return at
        return None

    def _places(self, found: Mapping[str, Any]) -> tuple[int, ...]:
        """The columns of the place: the one given, else all that say it in different words of the same address."""
        word = self.given.get("place")
        if word is not None:
            return (self.question.named(word, "place"),) if word else ()
        taken = {at for role, at in found.items() if isinstance(at, int) and role != "postal_code"}
        taken |= set(found.get("parts", ()))
        places = [at for at in self.candidates("place") if at not in taken]
        code = found["postal_code"]
        wanted = None if code is None else qualifier(self.sample.names[code], "postal_code")
        same = [at for at in places if qualifier(self.sample.names[at], "place") == wanted]
        places = same if same and len(same) < len(places) else places
        # Where letters go says less than where the house is.
        places = [at for at in places if not is_post(folded(self.sample.names[at]))] or places
        words = [word_of(self.sample.names[at], "place") for at in places]
        if len(set(words)) < len(words) or len({qualifier(self.sample.names[at], "place") for at in places}) > 1:
            one = self._of_several("place", places)
            return () if one is None else (one,)
        if not places and code is None and found["key"] is None:
            places = self._addresses(taken)
        return tuple(places)

    def _addresses(self, taken: set[int]) -> list[int]:
        """The one column with addresses in one cell: by its heading, else by what is in it."""
        headed = [at for at in by_heading(self.sample.names, "address") if at not in self.sample.earlier | taken]
        found = [at for at in headed if self.sample.share("address", at) >= MOST]
        if not found and len(self.sample.names) < MOST_ROWS:
            rest = [at for at in self.sample.others(*taken) if self.sample.share("address", at) >= MOST]
            found = [at for at in rest if self.sample.share("postal_code", at) < SURE]
        return found if len(found) < 2 else [one] if (one := self._of_several("place", found)) is not None else []

    def by_content(self, taken: "set[int] | frozenset[int]" = frozenset(), keyed: bool = False) -> dict[str, int]:
        """The columns that hold postal codes, places or Kreise in nearly all of their rows. Where several do, they are
        unclear, unless there are keys."""
        found: dict[str, list[int]] = {"postal_code": [], "place": [], "kreis": []}
        for at in range(len(self.sample.names)):
            if at in self.sample.earlier or at in taken or not self.sample.cells(at):
                continue
            codes = self.sample.share("postal_code", at)
            if codes >= SURE and self.sample.share("key", at) <= codes:
                found["postal_code"].append(at)
            elif self.kreise.has_kreise(at):
                found["kreis"].append(at)
            elif self.sample.share("place", at) >= SURE:
                found["place"].append(at)
        several = {role: places for role, places in found.items() if len(places) > 1 and self.given.get(role) is None}
        if not keyed:
            self.unclear |= {role: places for role, places in several.items() if role in _ASKED}
        return {role: places[0] for role, places in found.items() if len(places) == 1}

    def _beside(self, code: int, found: Mapping[str, Any]) -> tuple[int, ...]:
        """The one column, whatever its heading (`Träger`), in which nearly all names are those of places at the row's
        postal code; nothing if there is none, or more than one."""
        known = self.sample.resolver.known
        taken = {at for at in found.values() if isinstance(at, int)}
        beside = []
        for at in sorted(set(range(len(self.sample.names))) - taken - self.sample.earlier):
            pairs = [(_first_code(row[code]), fold(str(row[at])[:MOST_CELLS])) for row in self.sample.rows if row[at]]
            pairs = [(one, name) for one, name in pairs if name]
            coded = [(towns, name) for one, name in pairs if (towns := known.at_codes((one,))[0])]
            agree = sum(
                any(known.town(hit.place).id in towns for hit in known.meaning(name).hits) for towns, name in coded
            )
            if coded and agree >= SURE * len(coded) and len(coded) >= SURE * len(pairs):
                beside.append(at)
        return tuple(beside) if len(beside) == 1 else ()


def _first_code(cell: Any) -> str:
    """The first of the postal codes in a cell (`59423–59427`); empty if there is none, or anything else."""
    found = _CODES.fullmatch(str(cell)[:_LONGEST].strip())
    return found[1].zfill(5) if found else ""


def _ags(key: str) -> str:
    """The key without what an ARS has in the middle; of a Kreis, or where it is that of one, its five digits."""
    ags = key[:5] + key[9:] if len(key) == 12 else key
    return ags[:KREIS] if ags[KREIS:] == "000" else ags
