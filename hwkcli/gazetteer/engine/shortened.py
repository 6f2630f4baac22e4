"""Names in which words are shortened with a dot, as tables with narrow columns have them: `Garmisch-Partenk.`,
`Lauf a.d.P.`, `Rheinisch-Berg. Kreis`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hwkcli.gazetteer.engine.names import GEMEINDEN, NOBODY, Gazetteer, Named, strongest
from hwkcli.gazetteer.entries import STRENGTHS, Hit
from hwkcli.naming.fold import fold
from hwkcli.naming.spelling import is_little
from hwkcli.naming.titles import untitled

_WORD = r"(\w+)(\.?)"
_CONTRACTED = {"bg": ("burg", "berg"), "hsn": ("hausen",), "hvn": ("haven",), "hv": ("haven",), "df": ("dorf",)}
"""How ends of names are shortened in the middle of a word (`Quedlinbg.`)."""
_KINDS = (*GEMEINDEN, "kreis", "land", "locality")
_LEAST = 2
"""So many letters has the first word at least."""
_LEAST_ALONE = 5
"""So many has a word that is all of the name."""
_CLEAR = 4
"""With so many letters of each word it is no part of a municipality that is meant, if it may be one."""
_MOST = 12
"""What so many names begin with says nothing."""


class _Word(NamedTuple):
    """A word as it is written."""

    key: str
    dotted: bool
    """Whether it is shortened."""
    lower: bool
    """Whether it is in lower case, as little words are."""


_Words = Sequence[_Word]


def meaning(gazetteer: Gazetteer, text: str) -> Named:
    """The municipalities, Kreise and Länder whose names have the words of a text, those with a dot behind them as
    beginnings; nobody if no word has one, or if there are too many.

    >>> from hwkcli.gazetteer.store import index
    >>> [hit.place.name for hit in meaning(index, "Neustadt a.d.A.").hits], meaning(index, "Kamen").hits
    (['Neustadt a.d.Aisch'], ())
    """
    words = [_Word(fold(word), bool(dot), word.islower()) for word, dot in re.findall(_WORD, text)]
    found: list[Hit] = []
    clear = True
    for kept, kinds in _untitled(words):
        if any(one.dotted for one in kept) and len(kept[0].key) >= (_LEAST if len(kept) > 1 else _LEAST_ALONE):
            found += _fitting(gazetteer, kept, kinds)
            clear = clear and all(len(one.key) >= _CLEAR for one in kept if one.dotted)
    places = strongest(found)
    # `Forst/L.` is no forest.
    places = tuple(hit for hit in places if hit.place.kind != "unincorporated") or places
    wholes = tuple(hit for hit in places if hit.place.kind != "locality")
    if not places:
        return _contracted(gazetteer, text)
    if clear or len(wholes) == len(places):
        return Named(wholes) if len(wholes) <= _MOST else NOBODY
    return Named(places, several=True) if wholes and len(places) <= _MOST else NOBODY


def _contracted(gazetteer: Gazetteer, text: str) -> Named:
    """The municipalities of a name whose end is shortened in the middle; what else bears one of its names is meant as
    well."""
    key = fold(text)
    ends = (end for end in _CONTRACTED if text.endswith(f"{end}.") and len(key) > _LEAST_ALONE)
    named = [strongest(gazetteer.hits(key.removesuffix(end) + whole)) for end in ends for whole in _CONTRACTED[end]]
    known = [hits for hits in named if hits]
    towns = (hit for hits in known for hit in hits if len(known) > 1 or hit.place.kind in GEMEINDEN)
    return Named(strongest(towns), several=len(known) > 1)


def _untitled(words: _Words) -> Iterator[tuple[_Words, Sequence[str]]]:
    """Some words, and what they are without a title before or behind them; all with and without the little words inside
    (`v.` is one in `v.d.`, or `vorm`)."""
    whole = " ".join(one.key for one in words)
    parts = [(words, _KINDS)]
    for rest, kinds in untitled(whole):
        number = rest.count(" ") + 1
        parts.append((words[:number] if whole.startswith(f"{rest} ") else words[-number:], kinds))
    for part, kinds in parts:
        kept = _without_little(part)
        yield kept, kinds
        if len(kept) < len(part):
            yield part, kinds


def _without_little(words: _Words) -> _Words:
    """Some words without the little ones inside (`a.d.`)."""
    inside = range(1, len(words) - 1)
    # `o.` is short for `ob der` in `Rothenburg o.T.`
    little = {
        at
        for at in inside
        if words[at].lower and (is_little(words[at].key, words[at + 1].key) or words[at] == ("o", True, True))
    }
    return [one for at, one in enumerate(words) if at not in little]


def _fitting(gazetteer: Gazetteer, words: _Words, kinds: Sequence[str]) -> Iterator[Hit]:
    """The places of some kinds whose names have the words."""
    first = next(at for at, one in enumerate(words) if one.dotted)
    for key in gazetteer.starting(" ".join(one.key for one in words[: first + 1])):
        names = key.split()
        if len(names) == len(words) and all(
            name.startswith(one.key) if one.dotted else name == one.key for name, one in zip(names, words, strict=True)
        ):
            yield from (
                hit
                for hit in gazetteer.hits(key)
                if hit.place.kind in kinds and hit.how in STRENGTHS and hit.place.confidence != "low"
            )
