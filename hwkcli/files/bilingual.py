"""Readers of words in the two languages of the answers."""

from hwkcli.files.fields import Reader, Report, prose, record, text
from hwkcli.files.tree import Mapping, Node
from hwkcli.model import Text

TEXT = record(Text, de=text, en=text)
"""One line in two languages."""

PROSE = record(Text, de=prose, en=prose)
"""One line or several in two languages."""


def _either(one: Reader, both: Reader) -> Reader:
    def read(node: Node, path: str, report: Report) -> Text | None:
        if isinstance(node, Mapping):
            in_two: Text | None = both(node, path, report)
            return in_two
        same = one(node, path, report)
        return Text(same, same)

    return read


either = _either(text, TEXT)
"""One line in two languages, or one for both."""

either_prose = _either(prose, PROSE)
"""One line or several in two languages, or the same for both."""
