"""The chambers of the compiled store, and which of them is responsible for a territory: on what basis, with what
confidence."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from hwkcli.gazetteer.entries import Responsible, Size
from hwkcli.gazetteer.store.connection import fact, rows
from hwkcli.model import CONFIDENCES, Address, Chamber, Text


@cache
def of(territory: str) -> tuple[Responsible, ...]:
    """The chambers responsible for a territory, by their codes."""
    found = rows("SELECT * FROM responsible WHERE territory = ? ORDER BY chamber", (territory,))
    return tuple(
        Responsible(chamber(code), basis, confidence, tuple(sources.split()), Text(de, en) if de else None)
        for _, code, basis, confidence, sources, de, en in found
    )


@cache
def confidence(territory: str) -> str | None:
    """The least confidence of the evidence for a territory; None where no chamber is responsible."""
    return least(of(territory))


def least(known: Iterable[Responsible]) -> str | None:
    """The least confidence of some evidence; None without any."""
    return max((one.confidence for one in known), key=CONFIDENCES.index, default=None)


def territories(code: str) -> tuple[tuple[str, Responsible], ...]:
    """The keys of all Kreise, and of municipalities in split Kreise, that a chamber is responsible for."""
    query = "SELECT territory FROM responsible WHERE chamber = ? AND length(territory) IN (5, 8) ORDER BY territory"
    keys = [key for (key,) in rows(query, (code,))]
    split = {key[:5] for key in keys if len(key) == 8}
    mine = [(key, one) for key in keys if key not in split for one in of(key)]
    return tuple((key, one) for key, one in mine if one.chamber.code == code)


@cache
def chamber(code: str) -> Chamber:
    """The chamber of a code. Raises KeyError if there is none."""
    for row in rows("SELECT * FROM chamber WHERE code = ?", (code,)):
        return _chamber(row)
    raise KeyError(code)


def chambers() -> tuple[Chamber, ...]:
    """All chambers, by their codes."""
    return tuple(map(_chamber, rows("SELECT * FROM chamber ORDER BY code")))


def _chamber(row: tuple[Any, ...]) -> Chamber:
    code, name, short_name, district, seat, land, web, sources, de, en, contact_page, *printed = row
    street, postal_code, city, as_of, cited, note_de, note_en = printed
    note = Text(de, en) if de else None
    said = Text(note_de, note_en) if note_de else None
    address = Address(street, city, tuple(cited.split()), postal_code, as_of, said) if street else None
    ids = tuple(sources.split())
    return Chamber(name, short_name, district, seat, web, ids, code, land, note, address, contact_page)


def sizes() -> dict[str, Size]:
    """How large the district of each chamber is, by its code."""
    query = """SELECT r.chamber, count(DISTINCT substr(r.territory, 1, 5)), sum(p.kind <> 'unincorporated'),
        sum(p.population), round(sum(p.area_km2), 2)
        FROM place p JOIN responsible r ON r.territory = p.territory
        WHERE p.kind IN ('city', 'town', 'municipality', 'unincorporated') GROUP BY r.chamber"""
    return {code: Size(*sums) for code, *sums in rows(query)}


@cache
def home() -> str:
    """The code of the chamber whose district the shipped data file describes."""
    return str(fact("home"))
