"""Which columns of a table have the address: by what a user says, by headings, and by what stands in the columns."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hwkcli.errors import BadSetting, Message, alternatives, first_of, listed, quoted
from hwkcli.gazetteer.engine.keys import KREIS, key_of
from hwkcli.gazetteer.engine.names import Gazetteer, meaning, town_of
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching.columns import ANSWERS, DISTRICT_ANSWERS, PREFIX, SINGLE, Columns, spoken
from hwkcli.matching.contents import Contents
from hwkcli.matching.headings import by_heading, folded, is_post, may_be_of_keys, qualifier, word_of
from hwkcli.matching.split_keys import Split, split_key
from hwkcli.naming.countries import ABROAD, GERMANY
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import kind_of_kreis

_SAMPLE = 1000
"""So many rows are looked at."""
_MOST_CELLS = 200
"""So many different cells of a column say what it is."""
_SURE = 0.9
_MOST = 0.5
_SOME = 0.1
_MOST_LISTED = 20
_FEW = 2
"""Of a table with so few columns a row with one cell may be no note."""
_AGS = 8
"""So many digits has the key of a municipality."""
_ENOUGH = 20
"""So many rows that say no decide that a column is none."""
_SHORT = 3
"""A short form of a country has so many letters at most."""
_LIKE_CODE = re.compile(r"[^0-9]{0,20}[0-9]{4,5}(?![0-9])|[^0-9]{0,4}[0-9]{2}[ .][0-9]{3}(?![0-9])")
"""How a postal code begins a cell."""
_OWNER = re.compile("traeger|betreiber|eigent|inhab|zustaendig|behoerde")
"""A heading of whose is what the row is about, which is not the Kreis that it lies in."""
_ASKED = ("key", "postal_code", "place")
"""The roles of which a table needs one, and that are asked for where several columns could have them."""


class Found(NamedTuple):
    """The columns of an address, and what a reader should know of the choice, a line each."""

    columns: Columns
    notes: tuple[Message, ...] = ()


class Unclear(BadSetting):
    """Several columns could have a role, or none has one."""


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
    return _Choice(names, given, sample, index, prefix, file).found()


def serves(names: Sequence[str], rows: Sequence[Sequence[Any]], index: Callable[[], Resolver]) -> bool:
    """Whether a table has columns of an address, be it clear which or not."""
    choice = _Choice(names, {}, lambda: rows, index, PREFIX, "")
    if any(choice.candidates(role) for role in (*_ASKED, "kreis")):
        return True
    return choice.keys_by_content(None) is not None or bool(choice.by_content())


class _Choice:
    """The choice of columns for a table."""

    def __init__(
        self,
        names: Sequence[str],
        given: Mapping[str, str | None],
        sample: Callable[[], Sequence[Sequence[Any]]],
        index: Callable[[], Resolver],
        prefix: str,
        file: str,
    ) -> None:
        self.names = names
        self.given = given
        self.prefix = folded(prefix)
        self.file = file
        self._sample = sample
        self._index = index
        self._rows: list[Sequence[Any]] | None = None
        self._cells: dict[int, list[str]] = {}
        self._answers = _earlier(names)
        self.notes: list[Message] = []
        self.unclear: dict[str, list[int]] = {}

    @property
    def rows(self) -> list[Sequence[Any]]:
        """The first rows, without those of notes: with one cell that is filled, where others have more."""
        if self._rows is None:
            rows = list(self._sample()[:_SAMPLE])
            noted = [row for row in rows if sum(bool(cell and str(cell).strip()) for cell in row) > 1]
            self._rows = noted if len(self.names) > _FEW and noted else rows
        return self._rows

    def cells(self, at: int) -> list[str]:
        """Some different cells of a column, without empty ones."""
        if at not in self._cells:
            found: dict[str, None] = {}
            for row in self.rows:
                if len(found) < _MOST_CELLS and row[at] is not None and (cell := str(row[at]).strip()):
                    found[cell] = None
            self._cells[at] = list(found)
        return self._cells[at]

    def share(self, role: str, at: int) -> float:
        return Contents(self._index()).share(role, self.cells(at))

    def found(self) -> Found:
        """The choice. Raises Unclear."""
        found: dict[str, Any] = {}
        split = self._split()
        for role in SINGLE:
            code = found.get("postal_code")
            wanted = None if code is None else qualifier(self.names[code], "postal_code")
            found[role] = None if split and role in ("key", "kreis", "land") else self._one(role, wanted)
        if split:
            found |= split._asdict()
        if found["kreis"] == found["key"] and self.given.get("kreis") is None:
            # A heading of both, over keys with names behind them.
            found["kreis"] = None
        if found["key"] is None and "key" not in self.unclear and self.given.get("key") is None and not split:
            found["key"] = self.keys_by_content(found["postal_code"])
        found["place"] = self._places(found)
        if (found["latitude"] is None) != (found["longitude"] is None):
            found["latitude"] = found["longitude"] = None
        if not self.unclear and found["postal_code"] is None and not found["place"]:
            taken = {at for at in found.values() if isinstance(at, int)} | set(found.get("parts", ()))
            for role, at in self.by_content(taken, found["key"] is not None or bool(split)).items():
                if self.given.get(role) is None and found.get(role) in (None, ()):
                    found[role] = (at,) if role == "place" else at
        elif not found["place"] and found["postal_code"] is not None and self.given.get("place") is None:
            found["place"] = self._beside(found["postal_code"], found)
        if self.given.get("place") is None and self.given.get("kreis") is None:
            if self._rows_are_kreise(found):
                found["kreis"] = found["place"][0] if found["kreis"] is None else found["kreis"]
                found["place"] = ()
            elif found["kreis"] is None and not found["place"] and found["postal_code"] is None:
                found["kreis"] = self._named_beside(found["key"])
        if found["kreis"] is not None and not found["place"] and found["postal_code"] is None:
            found["kind"] = self._kind(found["kreis"])
        found["levels"] = bool(found["place"]) and self._has_levels(found, split)
        keyed = found["key"] is not None or bool(split)
        lost = not keyed and found["postal_code"] is None and not found["place"] and not self.unclear
        if lost and found["kreis"] is None and self.given.get("kreis") is None:
            found["kreis"] = next(iter(self.candidates("kreis_code")), None)
        chosen = Columns(**found)
        if self.unclear:
            raise Unclear(self._ask())
        if lost and chosen.kreis is None:
            if chosen.latitude is None:
                raise Unclear("no column of places, postal codes or keys is clear; {advice}", advice=self._choose())
        return Found(chosen, tuple(self.notes))

    def candidates(self, role: str) -> list[int]:
        """The columns that could have a role by their headings and what is in them."""
        found = [at for at in by_heading(self.names, role) if at not in self._answers and self._fits(role, at)]
        ours = [at for at in found if self.prefix and folded(self.names[at]).startswith(self.prefix)]
        return ours or found

    def _fits(self, role: str, at: int) -> bool:
        """Whether what is in a column is not against a role that its heading says."""
        cells = self.cells(at)
        if not cells:
            return role in ("key", "postal_code", "place", "kreis")
        if role == "postal_code":
            # A heading that says more (`Anzahl PLZ`) may be of something else.
            if word_of(self.names[at], role) != folded(self.names[at]):
                return sum(bool(_LIKE_CODE.match(cell)) for cell in cells) >= _MOST * len(cells)
            return sum(any(char.isdigit() for char in cell) for cell in cells) >= _SOME * len(cells)
        if role == "key":
            return sum(cell[0].isdigit() or cell[0] in "='\"" for cell in cells) >= _SOME * len(cells)
        if role == "place":
            whole = word_of(self.names[at], role) == folded(self.names[at])
            if self._is_of_kreise(at):
                return False
            if whole:
                return sum(any(char.isalpha() for char in cell) for cell in cells) >= _SOME * len(cells)
            return self.share("place", at) >= _MOST
        if role == "country":
            return self._is_of_countries(at)
        return self.share("kreis" if role == "kreis_code" else role, at) >= _MOST

    def _is_of_countries(self, at: int) -> bool:
        """Whether most rows of a column say Germany; or some do, and nearly all the others another country."""
        cells = [fold(str(row[at])[:_MOST_CELLS]) for row in self.rows if row[at]]
        home = sum(one in GERMANY for one in cells)
        known = sum(one in GERMANY or one in ABROAD or (len(one) <= _SHORT and one.isalpha()) for one in cells)
        return home > 0 and (home >= _MOST * len(cells) or known >= _SURE * len(cells))

    def _is_of_kreise(self, at: int) -> bool:
        """Whether nearly all cells of a column are Kreise, and most say so (`LK Unna`)."""
        contents = Contents(self._index())
        cells = self.cells(at)
        titled = sum(map(contents.is_titled_kreis, cells))
        return titled >= _MOST * len(cells) and contents.share("kreis", cells) >= _SURE

    def keys_by_content(self, code: int | None) -> int | None:
        """The column that holds keys, whatever its heading (`Kennziffer`, `Region`): of several the first. Beside a
        column of postal codes it must hold those of municipalities."""
        contents = Contents(self._index())
        found = []
        for at, name in enumerate(self.names[:_SAMPLE]):
            cells = self.cells(at)
            if at == code or at in self._answers or not cells or not cells[0][0].isalnum():
                continue
            if contents.share_of_keys(cells, lost=True) < _SURE or self.share("postal_code", at) >= _MOST:
                continue
            if contents.share_of_keys(cells) < _SURE and not any(
                self._is_named(at, by) for by in range(len(self.names))
            ):
                continue
            if may_be_of_keys(name) if code is None else all(len(key_of(cell)) > KREIS for cell in cells):
                found.append(at)
        if len(found) > 1 and self._same_keys(found) is None:
            self._note("key", found[0], found[1:])
        return found[0] if found else None

    def _rows_are_kreise(self, found: Mapping[str, Any]) -> bool:
        """Whether the column of the place has the names of Kreise, and so each row is one: nearly all cells are such
        names, and they are those of the rows' keys, or some are no town's name."""
        if len(found["place"]) != 1 or found["postal_code"] is not None or self.unclear:
            return False
        (at,) = found["place"]
        contents = Contents(self._index())
        named = [cell for cell in self.cells(at) if not contents.is_land(cell)]
        whole = word_of(self.names[at], "place") == folded(self.names[at])
        if found["key"] is not None and not whole and self._has_keys_of_kreise(found["key"]):
            if self._is_named(found["key"], at):
                return True
        if not named or contents.share("kreis", named) < _SURE:
            return False
        if sum(map(contents.names_only_kreis, named)) >= max(_SOME * len(named), 2):
            return True
        return bool(self._of_titles(at))

    def _of_titles(self, kreise: int) -> list[int]:
        """The columns that have nothing but what Kreise are called (`Landkreis`), beside the Kreise in another one."""
        found = []
        for at, name in enumerate(self.names[:_SAMPLE]):
            titles = self.cells(at) if at != kreise and at not in self._answers else []
            kinds = [one for one in titles if kind_of_kreis(one)]
            sure = any(fold(one) != "stadt" for one in kinds) and not _OWNER.search(folded(name))
            if sure and len(kinds) >= _SURE * len(titles):
                found.append(at)
        return found

    def _kind(self, kreise: int) -> int | None:
        """The column that says of the Kreise in another one whether each is a Landkreis or a kreisfreie Stadt, and
        agrees with their names."""
        contents = Contents(self._index())
        for at in self._of_titles(kreise):
            pairs = [(str(row[at]), str(row[kreise])) for row in self.rows if row[at] and row[kreise]]
            agree = sum(bool(contents.kreise(f"{kind_of_kreis(kind)} {kreis}")) for kind, kreis in pairs)
            if agree >= _SURE * len(pairs):
                return at
        return None

    def _split(self) -> Split | None:
        """The columns that have a key together, where no other one has it whole."""
        if any(self.given.get(role) is not None for role in ("key", "kreis", "land")):
            return None
        found = split_key(self.names, self.rows, Contents(self._index())) if len(self.names) < _SAMPLE else None
        whole = set(self.candidates("key")) - set(found.parts) if found else set()
        if any(self.share("key", at) >= _MOST for at in whole):
            return None
        return found

    def _has_levels(self, found: Mapping[str, Any], split: Split | None) -> bool:
        """Whether some rows are municipalities and others the Kreise or Länder above them, as their keys say. A row of
        an address with a postal code may just have the key of its Kreis."""
        if split:
            return sum(split.widths) >= _AGS
        if found["key"] is None or found["postal_code"] is not None:
            return False
        return len({len(one) > KREIS for cell in self.cells(found["key"]) if (one := key_of(cell))}) > 1

    def _named_beside(self, key: int | None) -> int | None:
        """The column with the names of the Kreise whose keys are in another one."""
        if key is None or self.unclear or not self._has_keys_of_kreise(key):
            return None
        rest = (at for at in range(len(self.names[:_SAMPLE])) if at != key and at not in self._answers)
        return next((at for at in rest if self._has_words(at) and self._is_named(key, at)), None)

    def _has_keys_of_kreise(self, key: int) -> bool:
        """Whether a column has no keys but those of Kreise and what is above them."""
        return all(len(key_of(cell)) <= KREIS for cell in self.cells(key))

    def _has_words(self, at: int) -> bool:
        """Whether most cells of a column have letters."""
        cells = self.cells(at)
        return sum(any(map(str.isalpha, cell[:_MOST_CELLS])) for cell in cells) >= max(_MOST * len(cells), 1)

    def _is_named(self, key: int, at: int) -> bool:
        """Whether the names in a column are those of the Kreise of the keys in another, as far as these are of
        today."""
        if at == key:
            return False
        contents = Contents(self._index())
        agree = asked = 0
        for row in self.rows:
            one = key_of(str(row[key])) if row[key] and row[at] else ""
            if len(one) == KREIS and contents.is_kreis(one):
                asked += 1
                agree += one in contents.kreise(str(row[at]))
                if asked >= _ENOUGH and agree < _MOST * asked:
                    return False
        return agree >= _SURE * asked > 0

    def _one(self, role: str, wanted: str | None = None) -> int | None:
        """The column of a role: the one given, else the one that could have it; of several that with the `wanted` words
        beside its own."""
        word = self.given.get(role)
        if word is not None:
            return self._named(word, role) if word else None
        found = self.candidates(role)
        if role == "kreis" and not found:
            # A heading of towns, and a column of Kreise.
            found = [at for at in by_heading(self.names, "place") if at not in self._answers and self.cells(at)]
            found = [at for at in found if self._is_of_kreise(at)]
        if len(found) < 2:
            return found[0] if found else None
        return self._of_several(role, found, wanted)

    def _of_several(self, role: str, found: list[int], wanted: str | None = None) -> int | None:
        """The one column of several that is of the address that is meant: the `wanted` one, else that of the house, not
        that for letters; and one with something in it."""
        kinds = {at: qualifier(self.names[at], role) for at in found}
        chosen = [at for at in found if not is_post(kinds[at])]
        chosen = [at for at in chosen if self.cells(at)] or chosen
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
        names = listed([self._name(at) for at in others[:_MOST_LISTED]])
        self.notes.append(Message(read, name=self._name(chosen), others=names, option=f"--{_option(role)}"))

    def _same_keys(self, found: list[int]) -> int | None:
        """Of columns that have the same keys in other forms (AGS and ARS), the first; None if they differ."""
        rows = [[key_of(str(row[at])) for at in found if row[at] is not None] for row in self.rows]
        rows = [keys for row in rows if len(keys := [key for key in row if key]) > 1]
        same = all(len({key[:KREIS] for key in keys}) == 1 == len({_ags(key) for key in keys}) for keys in rows)
        return found[0] if rows and same else None

    def _places(self, found: Mapping[str, Any]) -> tuple[int, ...]:
        """The columns of the place: the one given, else all that say it in different words of the same address."""
        word = self.given.get("place")
        if word is not None:
            return (self._named(word, "place"),) if word else ()
        taken = {at for role, at in found.items() if isinstance(at, int) and role != "postal_code"}
        taken |= set(found.get("parts", ()))
        places = [at for at in self.candidates("place") if at not in taken]
        code = found["postal_code"]
        wanted = None if code is None else qualifier(self.names[code], "postal_code")
        same = [at for at in places if qualifier(self.names[at], "place") == wanted]
        places = same if same and len(same) < len(places) else places
        # Where letters go says less than where the house is.
        places = [at for at in places if not is_post(folded(self.names[at]))] or places
        words = [word_of(self.names[at], "place") for at in places]
        if len(set(words)) < len(words) or len({qualifier(self.names[at], "place") for at in places}) > 1:
            one = self._of_several("place", places)
            return () if one is None else (one,)
        if not places and code is None and found["key"] is None:
            places = self._addresses(taken)
        return tuple(places)

    def _addresses(self, taken: set[int]) -> list[int]:
        """The one column with addresses in one cell: by its heading, else by what is in it."""
        headed = [at for at in by_heading(self.names, "address") if at not in self._answers | taken]
        found = [at for at in headed if self.share("address", at) >= _MOST]
        if not found and len(self.names) < _SAMPLE:
            rest = set(range(len(self.names))) - self._answers - taken
            found = [
                at
                for at in sorted(rest)
                if self.share("address", at) >= _MOST and self.share("postal_code", at) < _SURE
            ]
        return found if len(found) < 2 else [one] if (one := self._of_several("place", found)) is not None else []

    def by_content(self, taken: "set[int] | frozenset[int]" = frozenset(), keyed: bool = False) -> dict[str, int]:
        """The columns that hold postal codes, places or Kreise in nearly all of their rows. Where several do, they are
        unclear, unless there are keys."""
        found: dict[str, list[int]] = {"postal_code": [], "place": [], "kreis": []}
        for at in range(len(self.names)):
            if at in self._answers or at in taken or not self.cells(at):
                continue
            if self.share("postal_code", at) >= _SURE and not self.share("key", at) > self.share("postal_code", at):
                found["postal_code"].append(at)
            elif self._is_of_kreise(at):
                found["kreis"].append(at)
            elif self.share("place", at) >= _SURE:
                found["place"].append(at)
        several = {role: places for role, places in found.items() if len(places) > 1 and self.given.get(role) is None}
        if not keyed:
            self.unclear |= {role: places for role, places in several.items() if role in _ASKED}
        return {role: places[0] for role, places in found.items() if len(places) == 1}

    def _beside(self, code: int, found: Mapping[str, Any]) -> tuple[int, ...]:
        """The one column, whatever its heading (`Träger`), in which nearly all names are those of places at the row's
        postal code; nothing if there is none, or more than one."""
        gazetteer = self._index().known.gazetteer
        taken = {at for at in found.values() if isinstance(at, int)}
        beside = []
        for at in sorted(set(range(len(self.names))) - taken - self._answers):
            pairs = [(str(row[code]).strip(), fold(str(row[at])[:_MOST_CELLS])) for row in self.rows if row[at]]
            pairs = [(one, name) for one, name in pairs if name]
            coded = [(towns, name) for one, name in pairs if (towns := _towns_at(gazetteer, one.zfill(5)))]
            agree = sum(
                any(town_of(gazetteer, hit.place).id in towns for hit in meaning(gazetteer, name).hits)
                for towns, name in coded
            )
            if coded and agree >= _SURE * len(coded) and len(coded) >= _SURE * len(pairs):
                beside.append(at)
        return tuple(beside) if len(beside) == 1 else ()

    def _named(self, word: str, role: str) -> int:
        """The column that a user names, by its heading or by its number."""
        for same in (lambda name: name == word, lambda name: fold(name) == fold(word) != ""):
            found = [at for at, name in enumerate(self.names) if same(name)]
            if len(found) == 1:
                return found[0]
            if found:
                numbers = ", ".join(str(at + 1) for at in found)
                raise BadSetting(
                    "{count} columns are called {name}; give {option} a number: {numbers}",
                    count=len(found),
                    name=quoted(word),
                    option=f"--{_option(role)}",
                    numbers=numbers,
                )
        if word.isdecimal() and len(word) < 9 and 0 < int(word) <= len(self.names):
            return int(word) - 1
        raise BadSetting("no column {name}; {advice}", name=quoted(word), advice=self._choose())

    def _ask(self) -> Message:
        """What is not clear, all of it, with a command line that would do."""
        first = next(iter(self.unclear.values()))[0]
        wanted = qualifier(self.names[first], next(iter(self.unclear)))
        told, options = Message(""), []
        for role, places in self.unclear.items():
            names = alternatives([self._name(at) for at in places[:_MOST_LISTED]])
            more = Message("the {role} could be {names}", role=spoken(role), names=names)
            told = Message("{one}, and {other}", one=told, other=more) if told else more
            best = next((at for at in places if qualifier(self.names[at], role) == wanted), places[0])
            options.append(f"--{_option(role)} {shlex.quote(self._word(best))}")
        call = f"hwk match {shlex.quote(self.file)} {' '.join(options)}"
        return Message("{told}; choose, for example: {call}", told=told, call=call)

    def _name(self, at: int) -> str | Message:
        name = quoted(self.names[at])
        alone = self.names.count(self.names[at]) == 1
        return name if alone else Message("column {number} ({name})", number=at + 1, name=name)

    def _word(self, at: int) -> str:
        return self.names[at] if self.names.count(self.names[at]) == 1 and self.names[at] else str(at + 1)

    def _choose(self) -> Message:
        advice = "name them with --place, --postal-code or --key out of {names}"
        return Message(advice, names=first_of([quoted(name) for name in self.names], _MOST_LISTED))


def _earlier(names: Sequence[str]) -> set[int]:
    """The columns that earlier runs have added: all answers with the same prefix, one behind the other."""
    found: set[int] = set()
    for added in (ANSWERS, DISTRICT_ANSWERS):
        for at in range(len(names) - len(added) + 1):
            if names[at].endswith(added[0]):
                prefix = names[at].removesuffix(added[0])
                if all(names[at + number] == prefix + one for number, one in enumerate(added)):
                    found |= set(range(at, at + len(added)))
    return found


def _ags(key: str) -> str:
    """The key without what an ARS has in the middle; of a Kreis, or where it is that of one, its five digits."""
    ags = key[:5] + key[9:] if len(key) == 12 else key
    return ags[:KREIS] if ags[KREIS:] == "000" else ags


def _option(role: str) -> str:
    return role.replace("_", "-")


def _towns_at(gazetteer: Gazetteer, code: str) -> set[int]:
    """The ids of the municipalities of a postal code."""
    hits = gazetteer.hits(code)
    return {town_of(gazetteer, hit.place).id for hit in hits if hit.how in ("postal_code", "at", "company")}
