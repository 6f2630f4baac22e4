"""Where facts come from, and what is wrong with a data file, as tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from hwkcli.errors import Fault, Message
from hwkcli.language import Language, date, dated, pick, translated, word
from hwkcli.model import Source, Text
from hwkcli.views.labels import label
from hwkcli.views.page import Heading, Link, Page, View, heading, view


def cite(source: Source, lang: Language) -> str:
    """A source in one line."""
    return f"{source.publisher}: {source.title} ({dated(source.edition, lang)})"


def cite_with_address(source: Source, lang: Language) -> str:
    """A source in one line, with its address on the web, if it has one."""
    return ", ".join(filter(None, (cite(source, lang), source.url)))


def cite_evidence(source: Source, lang: Language) -> str:
    """A source on which it rests which chamber is responsible, in one line: with its address before its edition."""
    titled = ", ".join(filter(None, (source.title, source.url)))
    return f"{source.publisher}: {titled} ({dated(source.edition, lang)})"


def sources(known: Iterable[Source], lang: Language) -> View:
    """Where the facts come from, and on what terms."""
    records = tuple(
        {key: pick(value, lang) if isinstance(value, Text) else value for key, value in source._asdict().items()}
        for source in known
    )
    keys = ("title", "publisher", "edition", "licence", "attribution", "url")
    rows = tuple(
        (
            source["title"],
            source["publisher"],
            "\n".join((source["edition"], *_raw_file(source, lang))),
            source["licence"],
            source["attribution"],
            Link(source["url"], source["url"]) if source["url"] else source["document"] or "",
        )
        for source in records
    )
    headings = tuple(heading(key, lang) for key in keys)
    return view(records, Page(word("sources", lang), headings, rows), Source._fields)


def _raw_file(source: Mapping[str, Any], lang: Language) -> Iterator[str]:
    """When the raw file of a source was retrieved, and how it can be told from others."""
    if source["retrieved"]:
        yield f"{word('retrieved', lang)} {date(source['retrieved'], lang)}"
    if source["file"] and source["sha256"]:
        yield f"{source['file']}\nSHA-256 {source['sha256']}"


def faults(found: Sequence[Fault], file: str, lang: Language) -> View:
    """What is wrong with a data file and those that it names: under the name of the file that has the faults; where
    several have some, with that of its file beside each."""
    if not found:
        return view((), Page(_said(file, lang), (), ((word("check", lang), word("no_faults", lang)),)), Fault._fields)
    files = tuple(dict.fromkeys(fault.file for fault in found))
    records = tuple(fault._asdict() | {"found": str(fault.found), "expected": str(fault.expected)} for fault in found)
    headings = [heading(key, lang) for key in ("line", "path", "found", "expected")]
    rows = [(str(one.line or ""), one.path, _said(one.found, lang), _said(one.expected, lang)) for one in found]
    if len(files) == 1:
        return view(records, Page(_said(files[0], lang), tuple(headings), tuple(rows)))
    named = Heading(label("file", lang), key="file", rank=0)
    beside = tuple((PurePath(_said(one.file, lang)).name, *row) for one, row in zip(found, rows, strict=True))
    return view(records, Page(_said(file, lang), (named, *headings), beside))


def _said(what: str, lang: Language) -> str:
    """What was found or expected, in a language if it is a sentence and no text of the file."""
    return translated(what, lang) if isinstance(what, Message) else what
