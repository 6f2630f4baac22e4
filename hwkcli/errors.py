"""Every failure that a user can meet, and its exit code; and the form of every sentence that is said to a user."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, Self

_LONGEST_WORD = 60


class Exit(IntEnum):
    """The exit codes of `hwk`. 1 is left to accidents (a bug in `hwk` itself)."""

    ANSWERED = 0
    USAGE = 2
    NOT_FOUND = 3
    AMBIGUOUS = 4
    BAD_FILE = 5
    INTERRUPTED = 130


class Message(str):
    """A sentence in English that can be said in German too: a template, and the values that fill its holes.

    It is text, and can be used wherever a text is; `hwkcli.language.translated` gives it in a language. A value may be
    a Message itself. Without values, the template is the text as it stands, braces and all.

    >>> Message("no place {word} in Germany", word=quoted("Kamenn"))
    "no place 'Kamenn' in Germany"
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """The sentence that a template and its values make. A Message without more values is itself again."""
        made = super().__new__(cls, template.format_map(values) if values else template)
        made.template = getattr(template, "template", template)
        made.values = values or getattr(template, "values", {})
        return made


class Time(str):
    """A day, a month or a year in ISO form as a value of a Message, which German writes in its own way."""


class Named(str):
    """A name as a value of a Message, which German writes in another way."""

    german: str

    def __new__(cls, english: str, german: str = "") -> Self:
        """The name in English, which knows the German one."""
        made = super().__new__(cls, english)
        made.german = german
        return made


def typed(word: str) -> str:
    """A word as it stands in a command that is to be typed: in plain quotes, with escapes for control characters, not
    long."""
    return repr(word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 3] + "...")


def quoted(word: str) -> Named:
    """A user's word as it may stand in a message: in the quotes of the language, with escapes for control characters,
    and not long.

    >>> quoted("Kamenn"), quoted("Kamenn").german
    ("'Kamenn'", '„Kamenn“')
    """
    plain = typed(word)
    return Named(plain, f"„{plain[1:-1]}“".replace("\\'", "'"))


def listed(words: Sequence[str]) -> Message:
    """Some words with commas between them; they may be Messages.

    >>> listed(["Unna", "Kamen", "Werne"])
    'Unna, Kamen, Werne'
    """
    said = _alone(words[0])
    for word in words[1:]:
        said = Message("{one}, {other}", one=said, other=word)
    return said


def _alone(word: str) -> Message:
    """A word as a Message, which is said in a language as the word itself is."""
    return Message("{name}", name=word) if isinstance(word, Named) else Message(word)


def first_of(words: Sequence[str], most: int) -> Message:
    """At most so many words, and how many more there are.

    >>> first_of(["Unna", "Kamen", "Werne"], 2)
    'Unna, Kamen and 1 more'
    """
    shown = listed(words[:most])
    rest = len(words) - most
    return Message("{names} and {number:,} more", names=shown, number=rest) if rest > 0 else shown


def alternatives(words: Sequence[str]) -> Message:
    """Some words as alternatives.

    >>> alternatives(["Unna", "Kamen", "Werne"])
    'Unna, Kamen or Werne'
    """
    *most, last = words
    return Message("{one} or {other}", one=listed(most), other=last) if most else _alone(last)


def together(words: Sequence[str]) -> Message:
    """Some words that all hold.

    >>> together(["59174", "59192", "59199"])
    '59174, 59192 and 59199'
    """
    *most, last = words
    return Message("{one} and {other}", one=listed(most), other=last) if most else _alone(last)


class HwkError(Exception):
    """A failure that is the user's to fix. Its text is one line: what, where and what to do next.

    It is made from a template and the values for its holes, as a `Message` is.
    """

    exit_code = Exit.USAGE

    def __init__(self, message: str, *more: Any, **values: object) -> None:
        super().__init__(Message(message, **values), *more)

    @property
    def message(self) -> Message:
        """What is to be said, in any language."""
        message: Message = self.args[0]
        return message

    def __str__(self) -> str:
        return str(self.message)


class BadSetting(HwkError, ValueError):
    """A variable of the environment that `hwk` cannot follow."""


class UnknownDay(HwkError, ValueError):
    """A day for which the register is not known."""


class UnknownCommand(HwkError):
    """A word that is no command of `hwk`."""


class EmptyQuery(HwkError, ValueError):
    """A query without a letter or a digit in it."""


class NotFound(HwkError, LookupError):
    """Nothing answers to the word. `suggestions` are names that look like it, best first."""

    exit_code = Exit.NOT_FOUND

    def __init__(self, message: str, suggestions: tuple[str, ...] = (), **values: object) -> None:
        super().__init__(message, suggestions, **values)
        self.suggestions = suggestions

    @property
    def message(self) -> Message:
        """What is to be said, with the suggestions."""
        said = super().message
        if not self.suggestions:
            return said
        return Message("{said}; did you mean {names}?", said=said, names=alternatives(self.suggestions))


class Ambiguous(HwkError, LookupError):
    """Several places answer equally well where one is wanted. `candidates` are the matches, best first."""

    exit_code = Exit.AMBIGUOUS

    def __init__(self, message: str, candidates: tuple[Any, ...], **values: object) -> None:
        super().__init__(message, candidates, **values)
        self.candidates = candidates


class Conflict(Ambiguous):
    """One part of what was typed contradicts another. `candidates` are the places of each, those of the name first."""


class BadFile(HwkError):
    """A file that cannot be read, understood or written."""

    exit_code = Exit.BAD_FILE


class Fault(NamedTuple):
    """One thing that is wrong with a data file."""

    file: str
    line: int | None
    """Counted from 1; None where the fault is no line's (an empty file, say)."""
    path: str
    """Where in the file: `kreise[3].towns[7].postal_codes[0]`, counted from 0; empty for the whole file."""
    found: str
    expected: str

    @property
    def message(self) -> Message:
        """The fault in one line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        where = f"{place}: {self.path}" if self.path else place
        return Message(
            "{where}: found {found}, expected {expected}", where=where, found=self.found, expected=self.expected
        )

    def __str__(self) -> str:
        return str(self.message)


class BadData(BadFile):
    """A data file whose content is at fault. `faults` has all of them; the message is the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        Exception.__init__(self, faults)
        self.faults = faults

    @property
    def message(self) -> Message:
        """The first fault."""
        return self.faults[0].message
