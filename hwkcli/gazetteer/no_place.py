"""What a word names that is no place: a region, a chamber, a whole country; and where to ask instead."""

import re

from hwkcli.errors import NotFound, quoted
from hwkcli.gazetteer import chamber_names
from hwkcli.gazetteer.engine.evidence import Evidence
from hwkcli.gazetteer.store import places
from hwkcli.naming.cities_abroad import is_city_abroad
from hwkcli.naming.countries import ABROAD, GERMANY
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.landscapes import LANDSCAPES

_INDUSTRY = re.compile(r"(?:ihk|(?:industrie und )?handelskammer)\b")
_GUILDS = re.compile(r"(?:kh|kreishandwerkerschaft)\b")
_EVERYWHERE = ("bundesweit", "deutschlandweit", "bundesgebiet", "nationwide")
_SURROUNDINGS = re.compile(
    r"(?:(?:verband |metropol)?region|metropole|grossraum|raum|umkreis|umland|umgebung) ."
    r"|\w{3,}region\Z|.+ (?:umgebung|umkreis|umland)\Z"
)
"""Words that say that the surroundings of a place are meant."""
_PART_OF_CODE = re.compile(r"(?:(?:plz|postleitzahl)(?: ?(?:gebiet|bereich|region))? ?)?[0-9]{1,3}x{0,4}")
_ISLAND = re.compile(r"(?:die )?insel ")


def named(given: Evidence, alike: tuple[str, ...]) -> NotFound | None:
    """The failure that says what evidence names that no place is known for; None if that is not known either. `alike`
    are the names of places that look like it."""
    word, key = quoted(given.query), given.folded
    if given.code_sense == "old" and not key:
        return NotFound("{query} is a postal code of before July 1993; name the town", query=word)
    if is_region(key):
        region = "{word} is a region, and no place; name a town or a Kreis in it"
        return NotFound(region, _of_its_name(key, alike), word=word)
    if _SURROUNDINGS.match(key):
        return NotFound("{word} is a region, and no place; name a town or a Kreis in it", alike, word=word)
    if _PART_OF_CODE.fullmatch(fold(given.query)):
        return NotFound("{word} is only a part of a postal code; give all five digits", word=word)
    if (key in GERMANY and len(key) > 3) or key in _EVERYWHERE:
        return NotFound("{word} is the whole country; name a place, or see: hwk chambers", word=word)
    if is_city_abroad(key):
        return NotFound("{word} is a city in another country; hwk knows places in Germany", alike, word=word)
    if key in ABROAD:
        return NotFound("{word} is another country; hwk knows places in Germany", word=word)
    if _INDUSTRY.match(key):
        other = "{word} is a chamber of industry and commerce; hwk knows those of crafts: hwk chamber PLACE"
        return NotFound(other, word=word)
    if _GUILDS.match(key):
        return NotFound("{word} is an association of guilds, and no place; see: hwk contact --list", word=word)
    if chamber := chamber_names.named_chamber(given.query):
        itself = "{word} is a chamber, and no place; see: hwk show {chamber}"
        return NotFound(itself, word=word, chamber=chamber.short_name)
    return None


def is_region(key: str) -> bool:
    """Whether a folded name is that of a region.

    >>> is_region("sauerland"), is_region("insel föhr"), is_region("kamen")
    (True, True, False)
    """
    return _ISLAND.sub("", key) in LANDSCAPES


def _of_its_name(key: str, alike: tuple[str, ...]) -> tuple[str, ...]:
    """The names of Kreise, towns and Verbände that a region is in; of those that look like it, none else."""
    name = _plain(_ISLAND.sub("", key))
    found = [one for one in alike if name in _plain(fold(one))]
    # A Verband of two islands bears the names of both (`Föhr-Amrum`).
    types = [
        f"{type} {both}" for _, both, type in places.associations() if name in map(_plain, map(fold, both.split("-")))
    ]
    return tuple(dict.fromkeys((*found, *types)))[:3]


def _plain(key: str) -> str:
    """A folded name with its umlauts as two letters."""
    return readings(key)[:2][-1]
