"""Which columns of a table have the address: by what a user says, by headings, and by what stands in the columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hwkcli.errors import BadSetting, Message, first_of, quoted, together
from hwkcli.gazetteer.engine.keys import KREIS
from hwkcli.gazetteer.engine.resolve import Resolver
from hwkcli.matching import cantons, land_numbers, positions, short_codes, texts
from hwkcli.matching.abroad import are_abroad
from hwkcli.matching.candidates import ASKED, Candidates
from hwkcli.matching.columns import ANSWERS, PREFIX, SINGLE, Columns, Found
from hwkcli.matching.headings import (
    by_heading,
    is_of_constituencies,
    is_of_metres,
    is_part_of_town,
    may_be_of_addresses,
    may_be_part_of_town,
    word_of,
)
from hwkcli.matching.no_headings import are_kreise, check_row, check_values, turned
from hwkcli.matching.passing import is_amount, is_kinds
from hwkcli.matching.sample import MOST, MOST_ROWS, SURE, Sample
from hwkcli.matching.short_keys import short_keys
from hwkcli.matching.split_keys import Split
from hwkcli.matching.unclear import MOST_LISTED, Unclear
from hwkcli.naming.fold import fold

_FEWEST = 2
"""So many rows has a table that is known by what is in it."""
_AGS = 8
"""So many digits has the key of a municipality."""


def choose(
    names: Sequence[str],
    given: Mapping[str, str | None],
    sample: Callable[[], Sequence[Sequence[Any]]],
    index: Callable[[], Resolver],
    prefix: str = PREFIX,
    file: str = "FILE",
    told: Sequence[str] = (),
) -> Found:
    """The columns of an address: those given by name, else by their headings and what stands in the first rows.

    A column may be given by its number too, counted from 1; an empty name says that there is none. The columns that an
    earlier run has added are never taken. The headings may be `told` otherwise, with those of their groups. Raises
    BadSetting, with all columns and the command line that would do, where it is not clear.
    """
    own = {fold(prefix + name) for name in (*ANSWERS, "district")}
    known = [name for name in names if fold(name) in own]
    if known:
        again = "the table has a column {name} already; rename it, leave it out, or say another --prefix"
        raise BadSetting(again, name=quoted(known[0]))
    check_values(names, sample, index)
    return _Choice(Sample(names, sample, index), given, prefix, file, told).found()


def serves(names: Sequence[str], rows: Sequence[Sequence[Any]], index: Callable[[], Resolver]) -> bool:
    """Whether a table has columns of an address, be it clear which or not."""
    choice = Candidates(Sample(names, lambda: rows, index), {}, PREFIX, "")
    if any(choice.candidates(role) for role in (*ASKED, "kreis")):
        return True
    if choice.keys_by_content(None) is not None:
        return True
    # A cover may name the town of its publisher.
    filled = [sum(bool(row[at] and str(row[at]).strip()) for row in rows) for at in choice.by_content().values()]
    return any(count >= max(_FEWEST, MOST * len(rows)) for count in filled)


class _Choice(Candidates):
    """The choice of columns for a table."""

    def found(self) -> Found:
        """The choice. Raises Unclear."""
        short = self._short_keys()
        if short:
            self.sample.within(*short)
        turned = None if self.given.get("key") is not None else self.sample.turned()
        split = self._split()
        found = self._by_heading(split)
        found["key"] = turned if found["key"] is None else found["key"]
        keyed = bool(split) or found["key"] is not None
        self._add_by_content(found, keyed)
        self._add_kreise(found, split)
        land_numbers.leave(self.sample, self.given, found, self.notes, self.question.name)
        found["levels"] = bool(found["place"]) and self._has_levels(found, split)
        lost = not keyed and found["postal_code"] is None and not found["place"] and not self.unclear
        if lost and found["kreis"] is None and self.given.get("kreis") is None:
            found["kreis"] = next(iter(self.candidates("kreis_code")), None)
            found["place"] = tuple(self.candidates("association")[:1]) if found["kreis"] is None else ()
            if found["kreis"] is None and not found["place"] and found["latitude"] is None:
                found["key"], found["kreis"] = self.sample.stops(), short_codes.of_kreise(self.sample)
            if not found["place"] and found["key"] is None and not self._are_laender(found):
                found["place"] = texts.of_places(self.sample, found, self.given)
            lost = not found["place"] and found["key"] is None
        if keyed and "key" not in self.unclear:
            self._leave_unclear()
        if self.unclear:
            raise self.question.unclear(self.unclear)
        if lost and found["kreis"] is None and found["latitude"] is None and not self._are_laender(found):
            raise self._no_column()
        check_row(self.sample, found, self.given)
        if told := positions.of_areas(self.sample, self.given, found, self.kreise, self.question.name):
            found["latitude"] = found["longitude"] = None
            self.notes.append(told)
        if short and found["key"] == short[0]:
            found["within"] = short[1]
            land = next(iter(self.sample.resolver.known.gazetteer.hits(short[1]))).place.land
            without = "the keys in {name} are without that of the Land: read as those of {land} ({key})"
            self.notes.append(Message(without, name=self.question.name(short[0]), land=land, key=short[1]))
        if not split and are_abroad(self.sample, found):
            found["abroad"] = True
            most = "most names in {name} are known nowhere in Germany; of the others only cities are answered"
            self.notes.append(Message(most, name=self.question.name(found["place"][0])))
        found["nuts"] = found["kreis"] is not None and self.sample.contents.has_nuts(self.sample.cells(found["kreis"]))
        columns = Columns(**found)
        return Found(columns._replace(continued=self._go_on_below(columns)), tuple(self.notes))

    def _go_on_below(self, columns: Columns) -> bool:
        """Whether the headings of a table of areas go on below: the first row has none but what these are, and no
        number."""
        if not columns.are_of_areas or not self.sample.rows:
            return False
        cells = [str(cell or "").strip() for cell in self.sample.rows[0]]
        named = any(cells[at] and not is_kinds(cells[at]) for at in columns.used)
        return not named and not any(map(is_amount, cells))

    def _leave_unclear(self) -> None:
        """Do not ask which address is meant, for the keys tell."""
        left = [at for role in ("postal_code", "place") for at in self.unclear.pop(role, ())]
        if left:
            names = together([self.question.name(at) for at in left[:MOST_LISTED]])
            self.notes.append(Message("{names} not read: the keys tell more", names=names))

    def _are_laender(self, found: Mapping[str, Any]) -> bool:
        """Whether the rows are Länder, for no column could have an address."""
        at = found["land"]
        if at is None or any(map(may_be_of_addresses, self.sample.names)):
            return False
        return self.given.get("land") is not None or self.kreise.are_laender(at)

    def _no_column(self) -> BadSetting:
        """What to say where there is no column of an address."""
        names = self.sample.names[:MOST_ROWS]
        if not names:
            return Unclear("the table has no columns; give one with places, postal codes or keys")
        if are_kreise(names, self.sample.contents):
            return turned(Message("the Kreise stand side by side, in the headings"))
        metres = [at for at, name in enumerate(names) if is_of_metres(name) and self.sample.cells(at)]
        if len(metres) > 1:
            told = (
                "{names} hold positions in metres, which are not read; give them in degrees, as latitudes and "
                "longitudes"
            )
            columns = together([self.question.name(at) for at in metres[:2]])
            return Unclear(told, names=columns)
        parts = [at for at, name in enumerate(names) if is_part_of_town(name) and self.sample.cells(at)]
        parts = parts or [
            at for at, name in enumerate(names) if may_be_part_of_town(name) and self.fitting.has_parts(at)
        ]
        seats = [at for at, name in enumerate(names) if is_of_constituencies(name) and self.sample.cells(at)]
        if not parts and seats:
            told = "{name} has constituencies, which are no Kreise and no towns; add a column with one of these"
            return Unclear(told, name=self.question.name(seats[0]))
        if not parts:
            return Unclear(
                "no column of places, postal codes or keys is clear; {advice}", advice=self.question.advice()
            )
        told = (
            "{name} has parts of a town, and no column says of which town; add a column 'Ort' with the name of the town"
        )
        return Unclear(told, name=self.question.name(parts[0]))

    def _short_keys(self) -> tuple[int, str] | None:
        """The column with keys without their Land, and that Land. Rows with postal codes need none."""
        if self.given.get("key") == "" or by_heading(self.sample.names, "postal_code"):
            return None
        found = short_keys(self.sample.rows, self.sample.others(), self.sample.contents)
        # Where the whole keys stand beside them, these tell more.
        whole = (self.fitting.are_of_municipalities(at) for at in self.sample.others() if self.fitting.has_keys(at))
        return None if found and any(whole) else found

    def _by_heading(self, split: Split | None) -> dict[str, Any]:
        """The columns of all roles that are given or by their headings, keys by what is in them too."""
        found: dict[str, Any] = split._asdict() if split else {}
        for role in SINGLE:
            code = found.get("postal_code")
            wanted = None if code is None else self._kind(code, "postal_code")
            at = None if split and role == "key" else self._one(role, wanted)
            found[role] = None if split and at in split.parts else at
        if found["country"] is not None and found["country"] == found["land"]:
            # Short forms (`BY`, `SL`) are those of countries, too.
            found["country" if self.kreise.are_laender(found["land"]) else "land"] = None
        cantons.move(self.sample, self.given, found)
        if found["kreis"] == found["key"] and self.given.get("kreis") is None:
            # A heading of both, over keys with names behind them.
            found["kreis"] = None
        if found["key"] is None and "key" not in self.unclear and self.given.get("key") is None and not split:
            found["key"] = self.keys_by_content(found["postal_code"])
        if found["key"] is not None and self.given.get("key") is None and found["postal_code"] is None:
            narrower = self.fitting.narrower(found["key"])
            found["key"] = found["key"] if narrower is None else narrower
        found["place"] = self._places(found)
        if found["latitude"] is None or found["longitude"] is None:
            found["latitude"], found["longitude"], note = positions.look_for(
                self.sample, self.given, self.question.name
            )
            self.notes.extend([note] if note else [])
        return found

    def _add_by_content(self, found: dict[str, Any], keyed: bool) -> None:
        """Find by what is in the columns what no heading says."""
        if not self.unclear and found["postal_code"] is None and not found["place"]:
            taken = {at for at in found.values() if isinstance(at, int)} | set(found.get("parts", ()))
            # Where there are positions, nobody needs to be asked.
            sure = keyed or found["latitude"] is not None
            for role, at in self.by_content(taken, sure).items():
                if self.given.get(role) is None and found.get(role) in (None, ()):
                    found[role] = (at,) if role == "place" else at
            self._part_kreise(found)
            if found["place"] and positions.contradict(self.sample, found):
                found["place"] = ()
            of_kreise = found["key"] is not None and self.kreise.has_keys(found["key"])
            if found["place"] and of_kreise and self.kreise.is_named(found["key"], found["place"][0], MOST):
                # Names of Kreise, some of which nobody knows.
                found["place"] = ()
        if self.unclear:
            return
        taken = {at for at in found.values() if isinstance(at, int)} | set(found["place"])
        if not found["place"] and found["postal_code"] is not None and self.given.get("place") is None:
            found["place"] = self.fitting.beside(found["postal_code"], taken)
            if not found["place"] and found["key"] is not None:
                found["place"] = self.fitting.named_beside(found["key"], taken)
        elif len(found["place"]) == 1 and found["postal_code"] is None and not keyed:
            if self.given.get("postal_code") is None:
                found["postal_code"] = self.fitting.code_beside(found["place"][0], taken)

    def _part_kreise(self, found: dict[str, Any]) -> None:
        """Leave a column of places that lie in other Kreise than the column beside it says (`Zielkreis`), and one that
        has their names once more; ask which of them is meant, where none is known by its heading."""
        kreis, place = found["kreis"], found["place"][:1]
        if kreis is None or not place or word_of(self.sample.names[place[0]], "place"):
            return
        pairs = [(str(row[kreis]), str(row[place[0]])) for row in self.sample.rows if row[kreis] and row[place[0]]]
        contents = self.sample.contents
        again = sum(bool(contents.kreise(area) & contents.kreise(name)) for area, name in pairs)
        if again > MOST * len(pairs):
            found["place"] = ()
        elif sum(contents.agree(*pair) for pair in pairs) < MOST * len(pairs):
            found["place"] = ()
            if self.given.get("kreis") is None and not word_of(self.sample.names[kreis], "kreis"):
                self.unclear["kreis"] = [kreis, *place]

    def _add_kreise(self, found: dict[str, Any], split: Split | None) -> None:
        """Find the columns of a table whose rows are Kreise."""
        if found["postal_code"] is not None:
            asked = self.unclear or split or found["place"] or found["key"] is not None
            if not asked and found["kreis"] is None and self.given.get("kreis") is None:
                found["kreis"] = self.kreise.beside_codes(found["postal_code"])
            return
        free = self.given.get("place") is None and self.given.get("kreis") is None and not self.unclear
        if free and len(found["place"]) == 1:
            self.kreise.leave_seats(found, split.keys(self.sample.rows) if split else ())
        if free and len(found["place"]) == 1 and self.kreise.are_the_rows(found["place"][0], found["key"]):
            found["kreis"] = found["place"][0] if found["kreis"] is None else found["kreis"]
            found["place"] = ()
        elif free and split and sum(split.widths) <= KREIS and len(found["place"]) == 1:
            if self.kreise.are_named(split.keys(self.sample.rows), found["place"][0]):
                found["kreis"], found["place"] = found["place"][0], ()
        elif free and found["kreis"] is None and not found["place"] and found["key"] is not None:
            found["kreis"] = self.kreise.named_beside(found["key"])
        if free and found["kreis"] is None and found["key"] is None and found["place"] and not split:
            # The plate of its Kreis tells a place from its namesakes.
            plates = (at for at in self.candidates("kreis_code") if self.kreise.share(at) >= SURE)
            found["kreis"] = next((at for at in plates if at not in found["place"]), None)
        found["kind"] = self.kreise.kind_beside(found)
        if found["kreis"] is not None and not found["place"] and found["kind"] is None:
            found["told_apart"] = self._told_apart(found["kreis"])
        if free and found["key"] is None and not split and len(found["place"]) == 1:
            for role in ("kreis", "land"):
                if found[role] is None and self.given.get(role) is None:
                    found[role] = self.kreise.around(found["place"][0], role)

    def _told_apart(self, kreise: int) -> dict[str, str]:
        """Which names of two Kreise mean one in this table; it is told."""
        found = self.kreise.told_apart(kreise)
        if found:
            names = first_of(
                [Message("{said} ({why})", said=quoted(name), why=key) for name, key in found.items()], MOST_LISTED
            )
            told = "{names}: a city and a Kreis have this name, and other rows name the other one"
            self.notes.append(Message(told, names=names))
        return found

    def _has_levels(self, found: Mapping[str, Any], split: Split | None) -> bool:
        """Whether some rows are municipalities and others the Kreise or Länder above them. A row of an address with a
        postal code may just have the key of its Kreis."""
        if split:
            return sum(split.widths) >= _AGS
        return (
            found["key"] is not None
            and found["postal_code"] is None
            and self.kreise.has_levels(found["key"], found["place"][0])
        )
