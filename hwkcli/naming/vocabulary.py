"""What a word means among a few codes that have names: the values of options, in German and English."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from hwkcli.naming.fold import fold, readings

_Code = TypeVar("_Code", bound=str)

_LEAST = 3
"""A beginning of so many letters may stand for a name."""


def meant(word: str, names: Mapping[_Code, Iterable[str]]) -> _Code | None:
    """The code that a word means: one of its names in any case and umlaut spelling, or the beginning of names of one
    code only. None if it means none.

    >>> kinds = {"city": ["kreisfreie Stadt"], "town": ["Stadt", "Städte"]}
    >>> meant("staedte", kinds), meant("kre", kinds), meant("kr", kinds), meant("Dorf", kinds)
    ('town', 'city', None, None)
    """
    asked = fold(word)
    spellings = {code: {one for name in (str(code), *of) for one in readings(fold(name))} for code, of in names.items()}
    for code, known in spellings.items():
        if asked in known:
            return code
    begun = [code for code, known in spellings.items() if any(one.startswith(asked) for one in known)]
    return begun[0] if len(begun) == 1 and len(asked) >= _LEAST else None
