"""Which chamber is responsible for a place, and on what evidence."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from hwkcli.errors import quoted
from hwkcli.gazetteer import database
from hwkcli.gazetteer.database import Place
from hwkcli.gazetteer.search import Found, Narrow, find, laender
from hwkcli.model import Chamber, Text


class Answer(NamedTuple):
    """A chamber that is responsible for a place, on what evidence; None for waters and areas that belong to no
    Kreis."""

    found: Found
    chamber: Chamber | None
    basis: str | None
    """One of `hwkcli.model.BASES`, or `mixed` for a Kreis or a Land whose parts have theirs."""
    confidence: str | None
    """`high`, `medium` or `low`."""
    sources: tuple[str, ...]
    """The ids of the sources."""
    note: Text | None

    @property
    def place(self) -> Place:
        """The place that the chamber is responsible for."""
        return self.found.place


def of(found: Iterable[Found]) -> tuple[Answer, ...]:
    """The chambers responsible for some places, place by place."""
    answers = []
    for one in found:
        territory = one.place.territory
        known = database.responsible(territory) if territory else ()
        answers += [Answer(one, chamber, basis, sure, sources, note) for chamber, basis, sure, sources, note in known]
        if not known:
            answers.append(Answer(one, None, None, None, (), None))
    return tuple(answers)


@lru_cache(maxsize=1 << 16)
def chamber(
    word: str, *, land: str | None = None, kreis: str | None = None, postal_code: str | None = None
) -> tuple[Answer, ...]:
    """The chambers responsible for all places that a word means, in any Land, Kreis and postal code or in those given.

    Municipalities come first, the largest before the others. Where they are several chambers, the word alone does not
    decide. Raises what `hwkcli.germany.search.find` raises.
    """
    return of(find(word, Narrow(land, kreis, postal_code)))


def chambers_of(answers: Sequence[Answer]) -> tuple[Chamber | None, ...]:
    """The different chambers of some answers, in their order."""
    return tuple(dict.fromkeys(answer.chamber for answer in answers))


def undecided(answers: Sequence[Answer]) -> str:
    """Why some answers to one query are not one chamber, in a line; empty if they are."""
    found = chambers_of(answers)
    query = quoted(answers[0].found.query)
    if found == (None,):
        return f"{query} belongs to no Kreis and to no chamber"
    if len(found) == 1:
        return ""
    number = len({answer.place.id for answer in answers})
    known = [one.short_name if one else "none" for one in found]
    shown = ", ".join(known[:4]) + (f" and {len(known) - 4} more" if len(known) > 4 else "")
    return f"{query} is {number} place{'s' if number > 1 else ''} of {len(found)} chambers: {shown}"


def chambers(land: str | None = None) -> tuple[Chamber, ...]:
    """All chambers, or those of a Land. Raises NotFound for an unknown Land, EmptyQuery for an empty one."""
    known = database.chambers()
    if land is None:
        return known
    names = {place.land for place in laender(land)}
    return tuple(one for one in known if one.land in names)
