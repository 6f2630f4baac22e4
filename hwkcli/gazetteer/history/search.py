"""From a typed word to the one municipality or Kreis, of today or of before, whose history is asked for."""

from collections.abc import Sequence

from hwkcli.errors import Ambiguous, Message, NotFound, Time, quoted
from hwkcli.gazetteer import explain
from hwkcli.gazetteer.engine.evidence import of_text
from hwkcli.gazetteer.engine.names import GEMEINDEN
from hwkcli.gazetteer.engine.resolution import Candidate
from hwkcli.gazetteer.find import shipped
from hwkcli.gazetteer.history import past
from hwkcli.gazetteer.history.past import Former
from hwkcli.naming.fold import fold, required
from hwkcli.naming.titles import untitled


def find(word: str, day: str | None = None) -> Former:
    """The municipality or Kreis that a word means: a key, or a name in any spelling. Today's come before former ones,
    municipalities before Kreise. With a day, a key means what it stood for then, if anything.

    Raises EmptyQuery for a word without a letter or digit, NotFound if it means nothing, Ambiguous if it means several;
    UnknownDay for a day before the data of its Land begin.
    """
    digits = required(word, Message("a query")).replace(" ", "")
    if digits.isdecimal():
        return _keyed(word, key(digits), day)
    found = named(word)
    if not found:
        # Few words are those of a region or a chamber.
        from hwkcli.gazetteer import no_place

        if is_none := no_place.named(of_text(word), ()):
            raise is_none
        unknown = "no place {word} in Germany, of today or of before"
        raise NotFound(unknown, explain.similar(of_text(word)), word=quoted(word))
    if len(found) > 1:
        names = explain.listed((f"{one.name} {one.key}" for one in found), 3)
        several = "{word} is the name of {number:,} places: {names}; ask by the key"
        raise Ambiguous(several, found, word=quoted(word), number=len(found), names=names)
    return found[0]


def on_day(word: str, day: str) -> tuple[Former, ...]:
    """All municipalities that a key or a name, in any spelling, meant on a day; Kreise, where it meant no municipality
    or says that it is one.

    Raises EmptyQuery for a word without a letter or digit, UnknownDay for a day before the data begin, of all Länder or
    of that in which it lies, and NotFound if it meant nothing on the day.
    """
    digits = required(word, Message("a query")).replace(" ", "")
    asked = Time(day)
    if digits.isdecimal():
        one = past.on(key(digits), day)
        if one is None:
            raise NotFound("the key {word} stood for nothing on {day}; ask without a day", word=quoted(word), day=asked)
        return (one,)
    words, kreis = _names(word)
    for length in (5,) if kreis else (8, 5):
        if found := past.named_on(words, day, length):
            # `Kreis Aachen` is the one around the city of its name.
            return (kreis and tuple(one for one in found if not past.is_city(one.key))) or found
    for one in named(word):
        past.check(day, one.key)
    unknown = "no municipality or Kreis was called {word} on {day}; hwk history says what was where it is now"
    raise NotFound(unknown, word=quoted(word), day=asked)


def _names(word: str) -> tuple[list[str], bool]:
    """The folded names that a word may be, without titles, and whether it says that it is the name of a Kreis."""
    kreis = [rest for rest, kinds in untitled(fold(word)) if kinds == ("kreis",)]
    return kreis or [fold(word), *(rest for rest, _ in untitled(fold(word)))], bool(kreis)


def _keyed(word: str, key: str, day: str | None) -> Former:
    one = (past.on(key, day) if day else None) or next(iter(past.lives(key)), None)
    if one is not None:
        return one
    if len(key) == 5 and (towns := [one for one in _places(word) if one.place.kind in GEMEINDEN]):
        return _one_of(word, towns)
    unknown = "no key {word} of a municipality or Kreis, of today or of before"
    raise NotFound(unknown, explain.similar(of_text(word)), word=quoted(word))


def key(word: str) -> str:
    """The key that digits mean, with blanks or without: an ARS of 12 digits leads to its AGS; one of 4, 7 or 11 digits
    has lost its zero.

    >>> key("05 978 020"), key("5978020"), key("059780020020"), key("5978")
    ('05978020', '05978020', '05978020', '05978')
    """
    digits = fold(word).replace(" ", "")
    digits = digits.zfill(len(digits) + 1) if len(digits) in (4, 7, 11) else digits
    return digits[:5] + digits[9:] if len(digits) == 12 else digits


def _one_of(word: str, towns: Sequence[Candidate]) -> Former:
    """The town of a postal code that has only one."""
    keys = list(dict.fromkeys(one.place.ags or "" for one in towns))
    if len(keys) > 1:
        raise Ambiguous(
            "{word} is a postal code of {number} municipalities: {names}; ask by the key",
            tuple(past.lives(key)[0] for key in keys),
            word=quoted(word),
            number=len(keys),
            names=explain.listed((f"{one.place.name} {one.place.ags}" for one in towns), 3),
        )
    return past.lives(keys[0])[0]


def named(word: str) -> tuple[Former, ...]:
    """All that a name means, the likeliest kind only: municipalities of today, Kreise of today, former municipalities,
    former Kreise."""
    words, kreis = _names(word)
    titled = untitled(fold(word)) or ((fold(word), ("city", "kreis")),)
    former_kreise = dict.fromkeys(one for rest, kinds in titled for one in past.kreise_named(rest, kinds))
    before = dict.fromkeys((*(one for rest in words for one in past.named(rest)), *former_kreise))
    former = [one for one in before if (one in former_kreise if len(one.key) == 5 else one.valid_until and not kreis)]
    found = _places(word)
    towns = [one.place.ags for one in found if one.place.kind in GEMEINDEN and one.place.ags]
    kreise = [one.place.kreis_key for one in found if one.place.kind == "kreis" and one.place.kreis_key]
    for keys in (towns, kreise):
        today = [past.lives(key) for key in dict.fromkeys(keys)]
        if any(today):
            return tuple(lives[0] for lives in today if lives)
    localities = {one.place.ags for one in found if one.place.kind == "locality" and one.place.ags}
    for digits in (8, 5):
        own = [one for one in former if len(one.key) == digits]
        # A locality that was a municipality of its own is that, not its namesake elsewhere.
        inside = [one for one in own if {successor.key for successor in one.successors} & localities]
        if inside or own:
            return tuple(inside or own)
    return tuple(lives[0] for ags in sorted(localities) if (lives := past.lives(ags)))


def _places(word: str) -> tuple[Candidate, ...]:
    """What a word means today, without the names of before; where that is one municipality, only that."""
    found = shipped().resolver.resolve(of_text(word))
    today = tuple(one for one in found.candidates if not one.how.startswith("former"))
    if found.verdict == "answered" and today and today[0].place.kind in GEMEINDEN:
        return today[:1]
    return today if found.verdict != "none" else ()
