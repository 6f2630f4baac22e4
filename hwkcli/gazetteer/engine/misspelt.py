"""What words that nothing bears mean beside a postal code: the place there whose name each of them looks like. Many are
asked for at once, for what they need is the same for all of them."""

from collections.abc import Iterable, Sequence

from hwkcli.gazetteer.engine.known import Known
from hwkcli.gazetteer.engine.parts import LONGEST_PLATE
from hwkcli.gazetteer.engine.resolution import Candidate


def meant(known: Known, codes: tuple[str, ...], words: Iterable[str]) -> list[Candidate | None]:
    """What each of some folded words means beside postal codes, if it looks like one name there; None where there is
    more to ask.

    >>> from hwkcli.gazetteer.germany import gazetteer
    >>> found = meant(Known(gazetteer()), ("59174",), ["kamem", "kamen", "unna"])
    >>> [one.place.name if one else "" for one in found]
    ['Kamen', '', '']
    """
    coded, _ = known.at_codes(codes)
    found: list[Candidate | None] = []
    for word in words:
        near: Sequence[Candidate] = ()
        if coded and len(word) > LONGEST_PLATE and known.is_unknown(word) and not coded.by_shorter_name(word):
            near = coded.near(word, known.gazetteer)
        found.append(near[0] if len(near) == 1 else None)
    return found
