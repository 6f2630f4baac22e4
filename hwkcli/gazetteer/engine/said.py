"""What is said of one place: a piece of evidence, each part of it as it can be compared."""

from typing import Literal, NamedTuple

Sense = Literal["nothing", "code", "restored", "abroad", "old", "unclear"]
"""What a postal code says. One that is `restored` had four digits, and may have lost its zero, or be one of another
country; an `old` one is of before July 1993, and says nothing of today; where it is `unclear`, there are digits, but no
code, or two cells have different ones."""


class Evidence(NamedTuple):
    """What is said of one place. What is empty was not said."""

    query: str = ""
    """The words as they were typed; of cells, those of the place."""
    key: str = ""
    """An AGS, an ARS, or the key of a Kreis or a Land, with the zero that it may have lost."""
    codes: tuple[str, ...] = ()
    """Postal codes; several where one field has several (`22417/22419`)."""
    code_sense: Sense = "nothing"
    place: str = ""
    """The name as it was written, without street, postal code and country."""
    folded: str = ""
    """The name folded, in one piece."""
    full: str = ""
    """All of the text but the postal codes, folded, where a part of it was left out as a street (`Steinau an der
    Straße`); else empty."""
    head: str = ""
    """What stands before the first separator in the name, folded; empty without one."""
    tail: str = ""
    """What stands behind it, folded."""
    has_part: bool = False
    """Whether the tail is said to be a part of the head (`OT`)."""
    in_brackets: bool = False
    """Whether the tail stands in brackets, and so tells the head from its namesakes."""
    lines: tuple[str, ...] = ()
    """Where the place stands in several lines with what it lies in, as maps write it (`Methler, Kamen, Kreis Unna,
    Nordrhein-Westfalen`): all of them, as they are written."""
    second: str = ""
    """Another name for the same place, folded, as from a second column (`Ort` beside `Gemeinde`)."""
    kreis: str = ""
    """A Kreis, as it was written: a name or a key."""
    land: str = ""
    """A Land or a Regierungsbezirk, as it was written."""
    inside: frozenset[str] | None = None
    """The keys of the Kreise, and of the municipalities of split Kreise, that an answer must lie in."""
    around: tuple[str, ...] | None = None
    """The keys of the municipalities that a position may lie in, the nearest first, and an empty text where it may lie
    abroad; None where no position is given."""
    key_date: str = ""
    """The day of the register that the key is of, YYYY-MM-DD; empty for one of today, or of any day before."""
    may_be_street: bool = False
    """Whether the name may be a street: it then counts only where the postal code has a place of that name."""
    short: bool = False
    """Whether the name may be the plate of cars or the NUTS code of a Kreis, if it is nothing else."""
    either: bool = False
    """Whether the digits of a query may be a postal code or a key."""

    @property
    def is_digits(self) -> bool:
        """Whether it is nothing but a key of today, or what may be a key or a postal code."""
        if not self.key or (self.codes and not self.either) or self.code_sense == "unclear":
            return False
        return self[_NAMES] == _NO_NAMES

    @property
    def is_code_and_name(self) -> bool:
        """Whether it is nothing but postal codes and a name."""
        if not self.codes or not self.folded or self.key or self.full or self.code_sense == "unclear":
            return False
        return self[_AROUND] == _NOTHING_AROUND


NOTHING = Evidence()
_NAMES = slice(Evidence._fields.index("place"), Evidence._fields.index("may_be_street"))
"""The fields that say more than a key and a postal code do."""
_NO_NAMES = NOTHING[_NAMES]
_AROUND = slice(Evidence._fields.index("second"), Evidence._fields.index("key_date"))
"""Those that say more than a key, a postal code and a name do."""
_NOTHING_AROUND = NOTHING[_AROUND]
