"""What figures are called: from a typed word to a metric or a ratio."""

from collections.abc import Iterable

from hwkcli.errors import Message, Named, NotFound, quoted
from hwkcli.model import Metric, Ratio
from hwkcli.naming.endings import stems
from hwkcli.naming.fold import fold, readings
from hwkcli.naming.similar import suggestions

_LEAST = 4
"""So many letters of a word within a name are enough to suggest it."""


def called(metric: Metric) -> Named:
    """What a metric is called in a message: by its id, in German by its label. `hwk stats` takes either."""
    return Named(metric.id, metric.label.de)


class Names:
    """The metrics and ratios by their ids, labels and aliases, in German and English."""

    def __init__(self, records: Iterable[Metric | Ratio]) -> None:
        self.exact: dict[str, str] = {}
        self.similar: dict[str, str] = {}
        self.written: dict[str, str] = {}
        for record in records:
            for name in (record.id, *record.label, *record.aliases):
                for key in readings(fold(name)):
                    self.exact.setdefault(key, record.id)
                    self.written.setdefault(key, name)
                for key in stems(name):
                    self.similar.setdefault(key, record.id)

    def exactly(self, word: str) -> str | None:
        """The id of what bears this name, in any case and umlaut spelling."""
        return self.exact.get(fold(word))

    def find(self, word: str) -> str | None:
        """The same, in singular or plural and in any case of the grammar, too."""
        found = self.exactly(word)
        return found or next((self.similar[key] for key in stems(word) if key in self.similar), None)

    def near(self, word: str) -> tuple[str, ...]:
        """The names that look most like a word, or have one that begins like it, one of each of up to three metrics,
        best first."""
        keys = tuple(self.exact)
        best: dict[str, str] = {}
        for at in suggestions(fold(word), keys, most=8):
            best.setdefault(self.exact[keys[at]], self.written[keys[at]])
        begin = [key for key in self.exact if any(part.startswith(fold(word)) for part in key.split())]
        for key in begin if len(fold(word)) >= _LEAST else ():
            best.setdefault(self.exact[key], self.written[key])
        return tuple(best.values())[:3]

    def required(self, word: str, none: Message, hint: Message) -> str:
        """The id of what a word names. Raises NotFound, with what there is none of, a hint and suggestions, if it names
        nothing."""
        found = self.find(word)
        if found is None:
            raise NotFound("{none} {word}; {hint}", self.near(word), none=none, word=quoted(word), hint=hint)
        return found
