"""Fold a place name, a code or any other typed words into a key that can be compared."""

import re
from unicodedata import normalize

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF])
_SEPARATORS = re.compile(r"[\W_]+")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ONE_LETTER = str.maketrans("äöü", "aou")


def fold(text: str) -> str:
    """The key of typed words: lower case, one blank between words, nothing but letters, digits and blanks.

    Hyphens, slashes, brackets, dots and commas separate words; `ß` is `ss`. Umlauts stay: which
    other spellings of a name are meant by it, `readings` says. Empty if there is no letter or digit.
    Folding a key changes nothing.

    >>> fold("  WETTER/Ruhr "), fold("Wetter (Ruhr)"), fold("Haßley")
    ('wetter ruhr', 'wetter ruhr', 'hassley')
    """
    if not text.isascii():
        text = normalize("NFKC", normalize("NFKC", text.translate(_INVISIBLE)).casefold())
    return _SEPARATORS.sub(" ", text.casefold()).strip()


def readings(key: str) -> tuple[str, ...]:
    """The keys under which a name of this key is looked for: as it is, and with ä, ö, ü as ae, oe, ue and as a, o, u.

    Only the name is read in these ways, not the query. So `Bönen` answers to `boenen` and `bonen`,
    but `Söst` is a misspelling of Soest, and `Neunkirchen` is not `Neuenkirchen`.

    >>> readings("bönen")
    ('bönen', 'boenen', 'bonen')
    """
    if key.isascii():
        return (key,)
    return tuple(dict.fromkeys((key, key.translate(_TWO_LETTERS), key.translate(_ONE_LETTER))))


def slug(name: str) -> str:
    """A spelling of a name in ASCII without blanks, for shells; it folds to one of the name's readings.

    >>> slug("Möhnesee"), slug("Bad Sassendorf")
    ('moehnesee', 'bad-sassendorf')
    """
    return fold(name).translate(_TWO_LETTERS).replace(" ", "-")
