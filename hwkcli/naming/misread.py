"""Texts in UTF-8 that were read as if they were in another encoding (`KÃ¶ln`)."""

import re
from functools import cache

_MISREAD = cache(lambda: re.compile("[ÃÅÄ][\x80-\xff\u0152-\u2122]"))
_ENCODINGS = ("cp1252", "latin-1")
_MOST = 2
"""So many times a text may have been read so."""


def repaired(text: str) -> str:
    r"""A text as it was before it was read so; as it is, if it was not.

    >>> repaired("KÃ¶ln"), repaired("Köln"), repaired("GieÃ\x9fen")
    ('Köln', 'Köln', 'Gießen')
    """
    for _ in range(_MOST):
        if text.isascii() or not _MISREAD().search(text):
            break
        text = next(filter(None, (_as_utf8(text, encoding) for encoding in _ENCODINGS)), text)
    return text


def _as_utf8(text: str, encoding: str) -> str:
    """A text whose bytes in an encoding are UTF-8, as this; empty if they are not."""
    try:
        return text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return ""
