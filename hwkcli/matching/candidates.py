"""Which columns could have a role, by their headings and by what stands in them, and which of several is meant."""

from collections.abc import Mapping, Sequence
from typing import Any

from hwkcli.errors import Message, listed
from hwkcli.matching.fitting import Fitting
from hwkcli.matching.headings import (
    by_heading,
    first_of_numbered,
    folded,
    is_of_constituencies,
    is_of_kreise,
    is_of_sites,
    is_owner,
    is_post,
    may_be_of_keys,
    qualifier,
    word_of,
)
from hwkcli.matching.kreis_columns import KreisColumns
from hwkcli.matching.sample import MOST, MOST_ROWS, SURE, Sample
from hwkcli.matching.split_keys import Split, split_key
from hwkcli.matching.unclear import MOST_LISTED, Question, option

ASKED = ("key", "postal_code", "place")
"""The roles of which a table needs one, and that are asked for where several columns could have them."""


class Candidates:
    """The columns of a table that could have a role. Where it is not clear which of them has it, they are `unclear`;
    what a reader should know of those that are left goes to the `notes`."""

    def __init__(
        self, sample: Sample, given: Mapping[str, str | None], prefix: str, file: str, told: Sequence[str] = ()
    ) -> None:
        self.sample = sample
        self.given = given
        self.prefix = folded(prefix)
        self.kreise = KreisColumns(sample)
        self.fitting = Fitting(sample, self.kreise)
        self.told = told or sample.names
        self.question = Question(self.told, file)
        self.notes: list[Message] = []
        self.unclear: dict[str, list[int]] = {}

    def candidates(self, role: str) -> list[int]:
        """The columns that could have a role by their headings and what is in them."""
        headed = by_heading(self.sample.names, role)
        found = [at for at in headed if at not in self.sample.taken and self.fitting.fits(role, at)]
        ours = [at for at in found if self.prefix and folded(self.told[at]).startswith(self.prefix)]
        return ours or found

    def keys_by_content(self, code: int | None) -> int | None:
        """The column that holds keys, whatever its heading (`Kennziffer`, `Region`): of several the first. Beside a
        column of postal codes it must hold those of municipalities."""
        found = []
        for at in self.sample.others(code):
            cells = self.sample.cells(at)
            if not cells or not cells[0][0].isalnum() or not self.fitting.has_keys(at):
                continue
            name = self.sample.names[at]
            if may_be_of_keys(name) if code is None else self.fitting.are_of_municipalities(at):
                found.append(at)
        if len(found) > 1 and self.fitting.same_keys(found) is None:
            self._note("key", found[0], found[1:])
        return found[0] if found else None

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
            towns = [at for at in by_heading(self.sample.names, "place") if at not in self.sample.taken]
            found = [at for at in towns if self.sample.cells(at) and self.kreise.has_kreise(at)]
        if len(found) < 2:
            return found[0] if found else None
        return self._of_several(role, found, wanted)

    def _of_several(self, role: str, found: list[int], wanted: str | None = None) -> int | None:
        """The one column of several that is of the address that is meant: the `wanted` one, else that of the house, not
        that for letters; and one with something in it."""
        kinds = {at: self._kind(at, role) for at in found}
        chosen = [at for at in found if not is_post(kinds[at])] or found
        chosen = [at for at in chosen if not is_owner(kinds[at])] or chosen
        chosen = [at for at in chosen if self.sample.cells(at)] or chosen
        if (first := first_of_numbered([kinds[at] for at in chosen])) is not None:
            chosen = [chosen[first]]
        if wanted is not None and len(same := [at for at in found if kinds[at] == wanted]) == 1:
            return same[0]
        if role == "key" and (same_keys := self.fitting.same_keys(chosen)) is not None:
            return same_keys
        cells = self.sample.cells(chosen[0]) if role in ASKED else []
        if cells and all(self.sample.cells(at) == cells for at in chosen):
            # A name in two spellings (Eurostat), or addresses that are all the same.
            chosen = chosen[:1]
        elif cells and (whole := self._whole_of(chosen)) is not None:
            chosen = [whole]
        if len(chosen) == 1:
            self._note(role, chosen[0], [at for at in found if at not in chosen])
            return chosen[0]
        if role in ASKED:
            self.unclear[role] = chosen or found
        return None

    def _whole_of(self, several: Sequence[int]) -> int | None:
        """The column that has all that others have, where these have anything in a row (`ShippingCity` only if it is
        another one); None if there is none."""
        rows = [[str(row[at] or "").strip() for at in several] for row in self.sample.rows]
        number = next((at for at in range(len(several)) if all(set(row) <= {"", row[at]} for row in rows)), None)
        return None if number is None else several[number]

    def _kind(self, at: int, role: str) -> str:
        """What tells a column from others of its role: the heading of its group, and what stands beside its word."""
        name = self.sample.names[at]
        group = self.told[at].removesuffix(" ".join(name.split()))
        return f"{folded(group)} {qualifier(name, role)}".strip()

    def _note(self, role: str, chosen: int, others: Sequence[int]) -> None:
        """Tell that one column is read, and others that could be are not."""
        read = "{name} is read and not {others}; {option} reads another column"
        names = listed([self.question.name(at) for at in others[:MOST_LISTED]])
        self.notes.append(Message(read, name=self.question.name(chosen), others=names, option=option(role)))

    def _places(self, found: Mapping[str, Any]) -> tuple[int, ...]:
        """The columns of the place: the one given, else all that say it in different words of the same address."""
        word = self.given.get("place")
        if word is not None:
            return (self.question.named(word, "place"),) if word else ()
        taken = {at for role, at in found.items() if isinstance(at, int) and role != "postal_code"}
        taken |= set(found.get("parts", ()))
        places = [at for at in self.candidates("place") if at not in taken]
        code = found["postal_code"]
        wanted = None if code is None else self._kind(code, "postal_code")
        same = [at for at in places if self._kind(at, "place") == wanted]
        places = same if same and len(same) < len(places) else places
        if wanted is not None and not is_owner(wanted):
            # The owner of what is at the postal code sits elsewhere.
            places = [at for at in places if not is_owner(self._kind(at, "place"))]
        if code is not None and self.fitting.has_words(code):
            # The place stands behind its postal code, and a site may be called anything (`Zentrale`).
            places = [at for at in places if not is_of_sites(self.sample.names[at])]
        # Where letters go says less than where the house is.
        places = [at for at in places if not is_post(folded(self.told[at]))] or places
        # Beside a column of towns, one that is of Kreise and cities is none (`Landkreis/Stadt`).
        places = [at for at in places if not is_of_kreise(self.sample.names[at])] or places
        words = [word_of(self.sample.names[at], "place") for at in places]
        if len(set(words)) < len(words) or len({self._kind(at, "place") for at in places}) > 1:
            one = self._of_several("place", places)
            if one is None:
                return ()
            places = [one]
        if len(places) > 1 and found["key"] is None and self.fitting.are_of_several(places):
            agreeing = [] if code is None else [at for at in places if self.fitting.agree(code, at)]
            if len(agreeing) != 1:
                self.unclear["place"] = places
                return ()
            places = agreeing
        if code is None and found["key"] is None:
            if len(places) == 1 and word_of(self.sample.names[places[0]], "place"):
                # The address says at which postal code the place is.
                places = [*self._address_beside(taken | set(places)), *places]
            elif len(places) < 2:
                places = self.fitting.in_kreise(found["kreis"], taken) or self._addresses(taken) or places
        return tuple(places)

    def _address_beside(self, taken: set[int]) -> list[int]:
        """The one column with addresses in one cell, by its heading, that is beside a column of places."""
        headed = [at for at in by_heading(self.sample.names, "address") if at not in self.sample.taken | taken]
        names = {at: folded(self.told[at]) for at in headed}
        headed = [at for at in headed if not is_post(names[at]) and not is_owner(names[at])]
        return headed if len(headed) == 1 and self.sample.share("address", headed[0]) >= MOST else []

    def _addresses(self, taken: set[int]) -> list[int]:
        """The one column with addresses in one cell: by its heading, else by what is in it."""
        headed = [at for at in by_heading(self.sample.names, "address") if at not in self.sample.taken | taken]
        found = [at for at in headed if self.sample.share("address", at) >= MOST]
        if not found and len(self.sample.names) < MOST_ROWS:
            rest = [at for at in self.sample.others(*taken) if self.sample.share("address", at) >= MOST]
            found = [at for at in rest if self.sample.share("postal_code", at) < SURE]
        return found if len(found) < 2 else [one] if (one := self._of_several("place", found)) is not None else []

    def by_content(self, taken: "set[int] | frozenset[int]" = frozenset(), sure: bool = False) -> dict[str, int]:
        """The columns that hold postal codes, places or Kreise in nearly all of their rows. Where several do, they are
        unclear, unless there are keys or positions."""
        found: dict[str, list[int]] = {"postal_code": [], "place": [], "kreis": []}
        # A Wahlkreis bears the names of towns, and is none.
        constituencies = any(map(is_of_constituencies, self.sample.names))
        for at in range(len(self.sample.names)):
            if at in self.sample.taken or at in taken or not self.sample.cells(at):
                continue
            # Below a year stand amounts.
            codes = 0.0 if self.sample.names[at].strip().isdecimal() else self.sample.share("postal_code", at)
            if codes >= SURE and self.sample.share("key", at) <= codes and not self.fitting.are_years(at):
                found["postal_code"].append(at)
            elif self.kreise.are_kreise(at):
                found["kreis"].append(at)
            elif not constituencies and self.fitting.has_places(at):
                found["place"].append(at)
        if (one := self.fitting.same_codes(found["postal_code"])) is not None:
            found["postal_code"] = [one]
        # A column that is empty in most rows (`admDistrictShort`) only adds to another one.
        found = {role: [at for at in places if self._is_filled(at)] or places for role, places in found.items()}
        most = max(map(self._filled, found["kreis"]), default=0)
        found["kreis"] = [at for at in found["kreis"] if self._filled(at) == most]
        # Names in small letters (`bad-grund`) are those of files and pages, made of the names in another column.
        named = [at for at in found["place"] if any(cell != cell.lower() for cell in self.sample.cells(at))]
        found["place"] = named or found["place"]
        if len(found["place"]) == 2 and not found["kreis"]:
            # The names of Kreise are those of towns, too; of the other places one lies in each.
            for at, around in (found["place"], found["place"][::-1]):
                if len(self.sample.cells(around)) > 1 and self.kreise.around(at, "kreis") == around:
                    found |= {"place": [at], "kreis": [around]}
        several = {role: places for role, places in found.items() if len(places) > 1 and self.given.get(role) is None}
        if not sure:
            self.unclear |= {role: places for role, places in several.items() if role in ASKED}
        return {role: places[0] for role, places in found.items() if len(places) == 1}

    def _is_filled(self, at: int) -> bool:
        """Whether most rows have something in a column."""
        return self._filled(at) >= MOST * len(self.sample.rows)

    def _filled(self, at: int) -> int:
        """How many rows have something in a column."""
        return sum(bool(str(row[at] or "").strip()) for row in self.sample.rows)
