"""What a reader must know of an answer, in sentences below it: each once, with the places that it is about."""

from collections.abc import Collection, Iterable
from itertools import islice

from hwkcli.gazetteer.entries import Place, Responsible
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.language import Language, date, pick, share, word
from hwkcli.model import BY_POSITION

_MOST_NAMED = 6
"""A sentence names so many places."""
_SHAPES = "boundaries"
"""The id of the source of all shapes."""


def sentences(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Sentences, each once behind the names of all places of which it was said; alone where it is about all there
    are."""
    pairs = list(said)
    every = dict.fromkeys(name for name, _ in pairs)
    about: dict[str, dict[str, None]] = {}
    for name, sentence in pairs:
        if sentence:
            about.setdefault(sentence, {})[name] = None
    return tuple(sentence if len(every) == 1 else f"{named(of)}: {sentence}" for sentence, of in about.items())


def named(names: Collection[str], most: int = _MOST_NAMED) -> str:
    """The first of some names, and how many there are where that is not all.

    >>> named(["Hamm", "Unna"]), named(["Hamm", "Unna", "Werl"], most=2)
    ('Hamm, Unna', 'Hamm, Unna … (3)')
    """
    more = f" … ({len(names)})" if len(names) > most else ""
    return f"{', '.join(islice(names, most))}{more}"


def of_evidence(known: Iterable[Responsible], lang: Language, alone: bool = True) -> str:
    """How little it is known that some chambers are responsible for a place; of low confidence, or of one place alone,
    also why: behind the names of chambers, where it is not the same of all. Empty if it is known well."""
    weak = [one for one in known if one.confidence != "high"]
    if not weak:
        return ""
    notes: dict[str, list[str]] = {}
    for one in weak:
        if one.note and (alone or one.confidence == "low"):
            notes.setdefault(pick(one.note, lang), []).append(one.chamber.short_name)
    doubt = word(f"doubt_{responsibility.least(weak)}", lang)
    if len(notes) < 2:
        return ": ".join((doubt, *notes))
    return f"{doubt}: {'; '.join(f'{named(of)}: {note}' for note, of in notes.items())}"


def of_key(query: str, how: str, place: Place, lang: Language) -> list[str]:
    """What a former key was, until when, and which share of it went into a place; what else a key was before. Nothing
    for a query that is no key."""
    digits = "".join(query.split())
    if how not in ("key", "former_key") or not digits.isdecimal():
        return []
    # The history of all keys is read only where a key is asked for.
    from hwkcli.gazetteer.history import past, search
    from hwkcli.views.history import reused

    key = search.key(digits)
    if how == "key":
        return [*reused(key, lang)] if len(key) in (5, 8) and past.lives(key) else []
    one = past.former(key)
    if one is None or one.valid_until is None:
        return []
    was = f"{one.name}, {word('until', lang)} {date(one.valid_until, lang)}"
    part = next((to.part for to in one.successors if to.key in (place.ags, place.kreis_key)), 1.0)
    if part != 1:
        # What else it stood for would be said again of each that it went into; hwk history says it once.
        return [f"{share(part, lang)} {word('share_of', lang)} {was}"]
    return [was, *reused(key, lang)]


def of_boundaries(hows: Iterable[str], lang: Language) -> tuple[str, ...]:
    """Whose boundaries say what is at a position, where any answer rests on them."""
    drawn = set(BY_POSITION) & set(hows)
    return (f"{word('boundaries', lang)}: {provenance.source(_SHAPES).attribution}",) if drawn else ()
