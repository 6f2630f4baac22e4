"""Where facts come from, and what is wrong with a data file, as tables."""

from collections.abc import Iterable, Sequence

from hwkcli.errors import Fault
from hwkcli.language import Language, pick, word
from hwkcli.model import Source, Text
from hwkcli.views.page import Link, Page, View, heading, view


def cite(source: Source, lang: Language) -> str:
    """A source in one line."""
    return f"{source.publisher}: {source.title} ({pick(source.edition, lang)})"


def sources(known: Iterable[Source], lang: Language) -> View:
    """Where the facts come from, and on what terms."""
    records = tuple(
        {key: pick(value, lang) if isinstance(value, Text) else value for key, value in source._asdict().items()}
        for source in known
    )
    keys = ("title", "publisher", "edition", "licence", "attribution", "url")
    rows = tuple(
        tuple(Link(source[key], source[key]) if key == "url" and source[key] else source[key] or "" for key in keys)
        for source in records
    )
    headings = tuple(heading(key, lang) for key in keys)
    return view(records, Page(word("sources", lang), headings, rows), Source._fields)


def faults(found: Sequence[Fault], file: str, lang: Language) -> View:
    """What is wrong with a data file."""
    keys = ("line", "path", "found", "expected")
    records = tuple(dict(fault._asdict()) for fault in found)
    rows = tuple((str(fault.line or ""), fault.path, fault.found, fault.expected) for fault in found)
    if not found:
        return view((), Page(file, (), ((word("check", lang), word("no_faults", lang)),)), Fault._fields)
    return view(records, Page(file, tuple(heading(key, lang) for key in keys), rows))
