"""Address lists with official keys, made from the tables of the repository: names in many spellings, postal places,
lost zeros, misspellings."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

GERMANY = Path(__file__).parent.parent.parent / "data" / "germany"
_LETTERS = "abdeginrstu"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class Address(NamedTuple):
    """An address, and the key of the municipality that it is in."""

    kind: str
    postal_code: str
    place: str
    ags: str


def misspelt(name: str, dice: Random) -> str:
    """A name with one letter lost, changed, added or swapped, not the first."""
    at = dice.randrange(1, max(2, len(name) - 1))
    letter = dice.choice(_LETTERS)
    ways = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[: at - 1] + name[at : at + 1] + name[at - 1] + name[at + 1 :],
    )
    return dice.choice(ways)


def addresses(number: int, seed: int) -> Iterator[Address]:
    """So many addresses; large municipalities come more often."""
    dice = Random(seed)
    with (GERMANY / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        official = {row["ags"]: row for row in csv.DictReader(stream)}
    with (GERMANY / "postal_codes.csv").open(encoding="utf-8", newline="") as stream:
        places = [row for row in csv.DictReader(stream) if row["ags"]]
    weights = [max(int(official[row["ags"]]["population"]), 1) ** 0.7 for row in places]
    for row in dice.choices(places, weights=weights, k=number):
        whole = official[row["ags"]]["name"]
        name = whole.partition(",")[0]
        spellings = {
            "name": name,
            "official": whole,
            "upper": name.upper(),
            "ascii": name.translate(_UMLAUTS),
            "short": name.partition("(")[0].partition("/")[0].strip(),
            "postal place": row["place"],
            "misspelt": misspelt(name, dice),
            "suffix": name + dice.choice(("-Mitte", " OT Nord", " Zentrum", "-Süd")),
        }
        (kind,) = dice.choices(list(spellings), weights=(40, 5, 10, 10, 5, 10, 10, 5))
        code = row["postal_code"]
        if code.startswith("0") and dice.random() < 0.3:
            code = dice.choice((code[1:], f"{code[1:]}.0"))
        yield Address(kind, code, spellings[kind], row["ags"])
