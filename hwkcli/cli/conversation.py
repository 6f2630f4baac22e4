"""What is said to whoever types: on stderr, a line each, in their language."""

import os
import sys
from collections.abc import Sequence

import typer

from hwkcli.errors import BadSetting, Message
from hwkcli.language import Language, language, translated
from hwkcli.model import BY_POSITION
from hwkcli.naming.vocabulary import meant
from hwkcli.output.visible import one_line
from hwkcli.streams import silence

LANGUAGES: dict[Language, tuple[str, str]] = {"de": ("deutsch", "German"), "en": ("englisch", "English")}
"""The languages, with their names."""


class _Conversation:
    """The language of the call that is being answered."""

    lang: Language = "en"


def begin(words: Sequence[str]) -> None:
    """Take the language of a call from its words: from `--lang`, else HWK_LANG, else the locale, else English.

    The words are looked at before they are parsed, for what is wrong with them is to be said in this language too.
    """
    asked = None
    for at, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--lang":
            asked = value or "".join(words[at + 1 : at + 2])
    try:
        _Conversation.lang = language(None if asked is None else meant(asked, LANGUAGES), os.environ)
    except BadSetting:
        # It is told by the first answer for readers.
        _Conversation.lang = "en"


def spoken() -> Language:
    """The language of the conversation."""
    return _Conversation.lang


def say(message: str) -> None:
    """Say one line on stderr. A `Message` is said in the language of the call, any other text as it is."""
    try:
        typer.echo(f"hwk: {one_line(translated(message, spoken()))}", err=True)
    except OSError:
        # Who does not listen is not told.
        silence(sys.stderr)


def say_how_read(query: str, how: str) -> None:
    """Say how a position was read, and of the borders near it, and that a postal code of before counts for nothing;
    nothing of any other query."""
    # Not every call has a query.
    from hwkcli.gazetteer.engine.evidence import has_old_code

    if has_old_code(query):
        say(Message("the postal code is one of before July 1993; what was looked up is the name alone"))
    if how in BY_POSITION:
        # Few queries are positions.
        from hwkcli.gazetteer.geography.remarks import remarks

        for line in remarks(query):
            say(line)
