"""What a row gets: the columns of an answer, and the ways in which one is found."""

from typing import NamedTuple

from hwkcli.matching.columns import ANSWERS

WAYS = (
    *("key", "former_key", "postal_code+place", "postal_code", "place", "locality", "near", "kreis", "land"),
    "position",
    *("ambiguous", "conflict", "none"),
)
"""How an answer was found, or why there is none."""
ANSWERED = WAYS[:10]


class Spot(NamedTuple):
    """What the columns say of a place. The chamber is empty where there is none, or more than one."""

    ags: str = ""
    town: str = ""
    kreis_key: str = ""
    kreis: str = ""
    land: str = ""
    chamber_code: str = ""
    chamber: str = ""


NOWHERE = Spot()


class Decision(NamedTuple):
    """An address, decided. What is not known is empty; without an answer, only what all candidates share is in it."""

    ags: str
    town: str
    kreis_key: str
    kreis: str
    land: str
    chamber_code: str
    chamber: str
    how: str
    """One of `WAYS`."""
    candidates: str
    """The places that it could be: `Kamen (Kreis Unna, 05978020) | ...`."""


NOTHING = Decision(*[""] * len(ANSWERS))
"""What is said of a row that is not asked."""
