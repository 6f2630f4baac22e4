"""What a program hands to the public functions: texts, days and districts, refused where they are something else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hwkcli.model import District


def text(word: Any) -> str:
    """A word that is text. Raises TypeError for anything else, such as a number, which may have lost its zero."""
    if isinstance(word, str):
        return word
    raise TypeError(f"{word!r} is no text; write codes and keys in quotes, with their zeros: '01067'")


def texts(words: Any) -> tuple[str, ...]:
    """One word, or several; none for None. Raises TypeError where one of them is no text."""
    if words is None:
        return ()
    if isinstance(words, str) or not isinstance(words, Iterable):
        return (text(words),)
    return tuple(map(text, words))


def day(given: Any) -> str:
    """A day as YYYY-MM-DD. Raises ValueError for text that is no date, TypeError for what is neither."""
    from datetime import date

    no_day = f"{given!r} is no day; give a date, or text like 2010-12-31"
    if not isinstance(given, str | date):
        raise TypeError(no_day)
    try:
        return (date.fromisoformat(given) if isinstance(given, str) else given).isoformat()[:10]
    except ValueError:
        raise ValueError(no_day) from None


def district(given: Any) -> "District":
    """A district that was loaded. Raises TypeError for anything else, such as the name of its file."""
    from hwkcli.model import District

    if isinstance(given, District):
        return given
    raise TypeError(f"{given!r} is no district; pass on what hwkcli.load gives for its file")
