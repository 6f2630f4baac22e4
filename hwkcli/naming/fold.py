"""Fold a place name, a code or any other typed words into a key that can be compared."""

import re
from unicodedata import combining, normalize

from hwkcli.errors import EmptyQuery

INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF])
"""Signs without a width, that texts from the web and from PDFs have inside words: they are left out."""

_SEPARATORS = re.compile(r"[\W_]+")
_IN_LINES = re.compile(r"(?:[^\w\n]|_)+")
_GERMAN = re.compile("[\x00-\x7fÄÖÜäöüß]*")
_FOREIGN = re.compile("[^\x00-\x7fäöü]")
_INITIAL = re.compile(r"\b(?:ae|oe|ue)(?=[^aeiouäöü\W])")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WITHOUT_MARK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that are not written as a letter with a mark."""


def fold(text: str) -> str:
    """The key of typed words: lower case, one blank between words, nothing but letters, digits and blanks.

    Hyphens, slashes, brackets, dots and commas separate words; `ß` is `ss`. Umlauts stay: which
    other spellings of a name are meant by it, `readings` says. Empty if there is no letter or digit.
    Folding a key changes nothing.

    >>> fold("  WETTER/Ruhr "), fold("Wetter (Ruhr)"), fold("Haßley")
    ('wetter ruhr', 'wetter ruhr', 'hassley')
    """
    if text.isalnum() and (text.isascii() or _GERMAN.fullmatch(text)):
        # Most words have nothing to leave out.
        return text.casefold()
    return _SEPARATORS.sub(" ", _lower(text)).strip()


def fold_lines(text: str) -> list[str]:
    """The keys of the lines of a text, which are folded together: of many names that is a good deal quicker.

    >>> fold_lines("WETTER/Ruhr\\nHaßley")
    ['wetter ruhr', 'hassley']
    """
    return [line.strip() for line in _IN_LINES.sub(" ", _lower(text)).split("\n")]


def _lower(text: str) -> str:
    if not text.isascii() and not _GERMAN.fullmatch(text):
        text = normalize("NFKC", normalize("NFKC", text.translate(INVISIBLE)).casefold())
    return text.casefold()


def readings(key: str) -> tuple[str, ...]:
    """The keys under which a name of this key is looked for: as it is, and with ä, ö, ü as ae, oe, ue and as a, o,
    u, other letters without their marks.

    Only the name is read in these ways, not the query. So `Bönen` answers to `boenen` and `bonen`,
    but `Söst` is a misspelling of Soest, and `Neunkirchen` is not `Neuenkirchen`.

    >>> readings("bönen")
    ('bönen', 'boenen', 'bonen')
    >>> readings("chóśebuz")
    ('chóśebuz', 'chosebuz')
    """
    if key.isascii():
        return (key,)
    if not _FOREIGN.search(key):
        # Most names with marks have no others than those of umlauts.
        two_letters = key.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
        return key, two_letters, key.replace("ä", "a").replace("ö", "o").replace("ü", "u")
    return tuple(dict.fromkeys((key, _unmarked(key.translate(_TWO_LETTERS)), _unmarked(key))))


def with_initial_umlauts(key: str) -> str:
    """A key with `ae`, `oe`, `ue` at the beginning of its words as ä, ö, ü, as people write names like Oelde; inside a
    word they may be something else (Soest, Itzehoe).

    >>> with_initial_umlauts("bad oeynhausen"), with_initial_umlauts("soest")
    ('bad öynhausen', 'soest')
    """
    return _INITIAL.sub(lambda found: {"ae": "ä", "oe": "ö", "ue": "ü"}[found[0]], key)


def german(key: str) -> str:
    """A key without the marks of letters that are not German: `chóśebuz` is `chosebuz`, `bönen` stays.

    >>> german("lübben błota")
    'lübben blota'
    """
    if not _FOREIGN.search(key):
        return key
    return _FOREIGN.sub(lambda found: _unmarked(found[0]), normalize("NFC", key))


def _unmarked(key: str) -> str:
    apart = normalize("NFKD", key.translate(_WITHOUT_MARK))
    return normalize("NFC", "".join(char for char in apart if not combining(char)))


def required(word: str, what: str) -> str:
    """The key of a word that may not be empty. Raises EmptyQuery, which says what, if it has no letter or digit."""
    key = fold(word)
    if not key:
        raise EmptyQuery("{what} needs a letter or a digit", what=what)
    return key


def slug(name: str) -> str:
    """A spelling of a name in ASCII without blanks, for shells; it folds to one of the name's readings.

    >>> slug("Möhnesee"), slug("Bad Sassendorf")
    ('moehnesee', 'bad-sassendorf')
    """
    return readings(fold(name))[:2][-1].replace(" ", "-")
