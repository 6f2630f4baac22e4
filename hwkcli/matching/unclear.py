"""What is said where it is not clear which columns have the address."""

import shlex
from collections.abc import Mapping, Sequence

from hwkcli.errors import BadSetting, Message, alternatives, first_of, quoted
from hwkcli.matching.columns import spoken
from hwkcli.matching.headings import qualifier
from hwkcli.naming.fold import fold

MOST_LISTED = 20
"""A message names so many columns."""


class Unclear(BadSetting):
    """Several columns could have a role, or none has one."""


class RowAsHeadings(BadSetting):
    """A row was taken for headings, and no cell of it is a word for a column."""


class Question:
    """A table, to ask of which column a user means."""

    def __init__(self, names: Sequence[str], file: str) -> None:
        self.names = names
        self.file = file

    def named(self, word: str, role: str) -> int:
        """The column that a user names, by its heading or by its number."""
        for same in (lambda name: name == word, lambda name: fold(name) == fold(word) != ""):
            found = [at for at, name in enumerate(self.names) if same(name)]
            if len(found) == 1:
                return found[0]
            if found:
                numbers = ", ".join(str(at + 1) for at in found)
                raise BadSetting(
                    "{count} columns are called {name}; give {option} a number: {numbers}",
                    count=len(found),
                    name=quoted(word),
                    option=option(role),
                    numbers=numbers,
                )
        if word.isdecimal() and len(word) < 9 and 0 < int(word) <= len(self.names):
            return int(word) - 1
        raise BadSetting("no column {name}; {advice}", name=quoted(word), advice=self.advice())

    def unclear(self, roles: Mapping[str, Sequence[int]]) -> Unclear:
        """What is not clear, all of it, with a command line that would do."""
        first = next(iter(roles.values()))[0]
        wanted = qualifier(self.names[first], next(iter(roles)))
        told, options = Message(""), []
        for role, places in roles.items():
            names = alternatives([self.name(at) for at in places[:MOST_LISTED]])
            more = Message("the {role} could be {names}", role=spoken(role), names=names)
            told = Message("{one}, and {other}", one=told, other=more) if told else more
            best = next((at for at in places if qualifier(self.names[at], role) == wanted), places[0])
            options.append(f"{option(role)} {shlex.quote(self.word(best))}")
        call = f"hwk match {shlex.quote(self.file)} {' '.join(options)}"
        return Unclear("{told}; choose, for example: {call}", told=told, call=call)

    def name(self, at: int) -> str | Message:
        """A column, as a message names it."""
        name = quoted(self.names[at])
        alone = self.names.count(self.names[at]) == 1
        return name if alone else Message("column {number} ({name})", number=at + 1, name=name)

    def word(self, at: int) -> str:
        """A column, as an option names it."""
        return self.names[at] if self.names.count(self.names[at]) == 1 and self.names[at] else str(at + 1)

    def advice(self) -> Message:
        """Which columns there are to choose from."""
        words = "name them with --place, --postal-code or --key out of {names}"
        return Message(words, names=first_of([quoted(name) for name in self.names], MOST_LISTED))


def option(role: str) -> str:
    """The option that names the column of a role."""
    return f"--{role.replace('_', '-')}"
