"""Texts in UTF-8 that were read as if they were in another encoding (`KÃ¶ln`)."""

import re
from functools import cache

_MISREAD = cache(lambda: re.compile("[ÃÅÄ][\x80-\xff\u0152-\u2122]"))
_MOST = 2
"""So many times a text may have been read so."""


def repaired(text: str) -> str:
    """A text as it was before it was read so; as it is, if it was not.

    >>> repaired("KÃ¶ln"), repaired("Köln")
    ('Köln', 'Köln')
    """
    for _ in range(_MOST):
        if text.isascii() or not _MISREAD().search(text):
            break
        try:
            text = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            break
    return text
