"""Which chamber a text names, as people, imprints and lists write it: by name, short name, seat, region, code or web
address; and where to ask instead, if there is no such chamber."""

import re
from functools import cache
from typing import NamedTuple

from hwkcli.errors import Ambiguous, HwkError, Message, NotFound, quoted, together, typed
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.store import responsibility
from hwkcli.model import Chamber
from hwkcli.naming.fold import fold, readings, required
from hwkcli.naming.similar import suggestions
from hwkcli.naming.spelling import short

_TITLE = re.compile(
    r"(?:die |(?:kammer)?bezirk der )?"
    r"(?:(?:hwk-bezirk|hwk|handwerk(?:s|er)kammer|(?:handwerks)?kammerbezirk)\b\W*){1,2}",
    re.IGNORECASE,
)
"""What stands before the name of a chamber, and of nothing else."""
_MAYBE_TITLE = re.compile(r"(?:kammer|chamber of (?:skilled )?crafts)\b\W*", re.IGNORECASE)
"""What may stand before it, and before the name of a place."""
_BEHIND = re.compile(r"(?<=\w)\W{1,9}(?:hwk|chamber of (?:skilled )?crafts|kdör)\W{0,9}\Z", re.IGNORECASE)
"""What may stand behind it."""
_WEB = re.compile(r"(?:https?://|[^\s@]+@)?(?:www\.)?([\w.-]+\.de)(?:/\S*)?", re.IGNORECASE)
"""The address of a page or a mailbox, in which the domain is."""
_LITTLE = frozenset(("für", "fuer", "fur", "f", "zu", "der", "des", "die", "und", "u", "in", "of", "the"))
"""Words that tell no chamber from another."""


def named_chamber(word: str) -> Chamber | None:
    """The chamber that a word names as a chamber and not as a place: by its name or short name, its code or its
    domain, its district's name, or its seat or region behind `HWK`. None if it does not; raises NotFound, which says
    where to ask instead, for a chamber that does not exist, and Ambiguous."""
    if _TITLE.match(word.strip()):
        return chamber(word)
    found = _own(word)
    if not found and (_MAYBE_TITLE.match(word) or _BEHIND.search(word)):
        found = _meant(word)
    return found[0] if len(found) == 1 else None


def chamber(word: str) -> Chamber:
    """The one chamber that a word means: as `named_chamber`, or its seat, region or short name without `HWK`.

    Raises EmptyQuery, NotFound, which says where to ask instead, and Ambiguous."""
    required(word, Message("a chamber"))
    found = _own(word) or _meant(word)
    if len(found) > 1:
        all_named = together([one.name for one in found])
        raise Ambiguous("{word} is {names}; name one of them", found, word=quoted(word), names=all_named)
    if not found:
        raise _no_chamber(word)
    return found[0]


class _Spellings(NamedTuple):
    """How a chamber is written, folded."""

    own: frozenset[str]
    """What names it and nothing else: its name, short name and district, its code, its domain."""
    places: frozenset[str]
    """Its seats, and its short name without `HWK`: what names places as well."""
    regions: tuple[str, ...]
    """The words of its name behind `Handwerkskammer`, without the little ones, in each way to read its umlauts."""


@cache
def _spellings(one: Chamber) -> _Spellings:
    seats = (one.short_name.removeprefix("HWK "), *one.seat.split(" und "))
    own = (one.name, one.short_name, one.district, one.web, one.code)
    regions = readings(fold(one.name.partition(" ")[2]))
    return _Spellings(
        _folded(*own), _folded(*seats, *map(short, seats)), tuple(" ".join(_telling(key)) for key in regions)
    )


def _folded(*names: str) -> frozenset[str]:
    """All keys of some names."""
    return frozenset(reading for name in names for reading in readings(fold(name)))


def _telling(key: str) -> tuple[str, ...]:
    """The words of a folded name that are no little ones."""
    return tuple(word for word in key.split() if word not in _LITTLE)


def _own(word: str) -> tuple[Chamber, ...]:
    """The chambers that a word names as it stands, or that have the domain in the address of a page or a mailbox."""
    web = _WEB.fullmatch(word.strip())
    key = fold(web[1] if web else word)
    return tuple(one for one in responsibility.chambers() if key in _spellings(one).own)


def _called(name: str) -> tuple[Chamber, ...]:
    """The chambers of a name without a title: those with such a seat or short name; else those in whose name the words
    stand one after another (`Rhein-Neckar-Odenwald`)."""
    key = fold(name)
    words = " ".join(_telling(key))
    known = responsibility.chambers()
    seated = tuple(one for one in known if not _spellings(one).places.isdisjoint((key, words)))
    if seated or words in ("", "region"):
        return seated
    return tuple(one for one in known if any(f" {words} " in f" {own} " for own in _spellings(one).regions))


def _meant(word: str) -> tuple[Chamber, ...]:
    """The chambers that a word means by the name behind its title, with its seat behind a comma or without; or by any
    name of the town of its seat (`HWK Frankfurt/Main`)."""
    name = _untitled(word)
    return _called(name) or _called(name.partition(",")[0]) or _seated(name)


def _seated(town: str) -> tuple[Chamber, ...]:
    """The chamber that has its seat in a town, and is responsible for it."""
    from hwkcli.gazetteer import responsible

    try:
        answers = responsible.chamber(town)
    except HwkError:
        return ()
    place, found = answers[0].place, responsible.chambers_of(answers)
    one = found[0]
    if len(found) > 1 or one is None or place.kind not in GEMEINDEN:
        return ()
    return () if _spellings(one).places.isdisjoint((fold(place.name), short(place.name))) else (one,)


def _untitled(text: str) -> str:
    """A text without what says that it names a chamber, and without the little words before the name."""
    rest = _BEHIND.sub("", text.strip())
    title = _TITLE.match(rest) or _MAYBE_TITLE.match(rest)
    words = rest[title.end() :].split() if title else rest.split()
    while len(words) > 1 and words[0].casefold() in _LITTLE:
        words = words[1:]
    return " ".join(words)


def _no_chamber(word: str) -> NotFound:
    """The failure of a word that is no chamber: to which one the place of its name belongs, or how to ask that; else
    the chambers that look like it."""
    from hwkcli.gazetteer import responsible

    rest = _untitled(word)
    near = _alike(rest)
    try:
        answers = responsible.chamber(rest)
    except HwkError:
        answers = ()
    if not answers or (near and answers[0].place.kind == "locality"):
        # A village may have nothing to do with it.
        return NotFound("no chamber {word}; hwk chambers names them all", near, word=quoted(word))
    place, found = answers[0].place, responsible.chambers_of(answers)
    if place.kind == "land":
        there = "no chamber {word}; hwk chambers {land} names those there"
        return NotFound(there, word=quoted(word), land=typed(place.name))
    if len(found) > 1 or found[0] is None:
        ask = "no chamber {word}; hwk chamber {place} says which is responsible"
        return NotFound(ask, word=quoted(word), place=typed(rest))
    return NotFound(
        "no chamber {word}; {place} belongs to {chamber}: hwk chamber {asked}",
        word=quoted(word),
        place=place.name,
        chamber=found[0].short_name,
        asked=typed(rest),
    )


def _alike(name: str) -> tuple[str, ...]:
    """The short names of chambers with a seat, a short name or a region that looks like a name."""
    spellings = [(_spellings(one), one.short_name) for one in responsibility.chambers()]
    names = [(name, short) for own, short in spellings for name in (*sorted(own.places), *own.regions)]
    alike = suggestions(fold(name), [name for name, _ in names], most=6)
    return tuple(dict.fromkeys(names[at][1] for at in alike))[:3]
