"""Which columns, in which order, in the reader's language: the answers about chambers that are tables."""

from collections.abc import Iterable, Sequence
from typing import Any

from hwkcli.gazetteer import database
from hwkcli.gazetteer.match import label
from hwkcli.gazetteer.responsible import Answer, chambers_of
from hwkcli.language import Language, pick, word
from hwkcli.model import Chamber, Source
from hwkcli.views.page import Page, Stream, View, heading, view

ANSWER_KEYS = (
    *("query", "how", "place", "kreis", "kreis_key", "land", "chamber", "chamber_code", "seat", "web", "basis"),
    *("confidence", "source", "note"),
)
CHAMBER_KEYS = ("code", "name", "short_name", "seat", "land", "web", "confidence", "note", "source")


def cite(source: Source, lang: Language) -> str:
    """A source in one line, with its address where it has one."""
    edition = pick(source.edition, lang)
    address = f", {source.url}" if source.url else ""
    return f"{source.publisher}: {source.title}{address} ({edition})"


def evidence(basis: str | None, confidence: str | None, lang: Language) -> str:
    """What an answer rests on; how sure it is, where that is less than high."""
    if basis is None or confidence is None:
        return ""
    sure = "" if confidence == "high" else f" ({word(f'sure_{confidence}', lang)})"
    return word(f"basis_{basis}", lang) + sure


def answers(found: Sequence[Answer], lang: Language) -> View:
    """The chambers responsible for what queries mean, in the order of the queries."""
    records = [_record(answer, lang) for answer in found]
    ids = list(dict.fromkeys(id for answer in found for id in answer.sources[:_MOST_CITED]))
    keys = ("query", "place", "kind", "kreis", "land", "responsible", "basis", "source", "note")
    rows = [
        (
            answer.query,
            label(answer.place),
            word(answer.place.kind, lang),
            answer.place.kreis or "",
            answer.place.land,
            answer.chamber.name if answer.chamber else "–",
            evidence(answer.basis, answer.confidence, lang),
            " ".join(f"[{ids.index(id) + 1}]" for id in answer.sources[:_MOST_CITED]),
            note(answer, lang) or "",
        )
        for answer in found
    ]
    several = len({answer.query for answer in found}) > 1
    # A city is its own Kreis: where all are, the column says nothing more.
    idle = {"query": not several, "kreis": all(row[1] == row[3] for row in rows)}
    shown = [at for at, key in enumerate(keys) if not idle.get(key) and any(row[at] for row in rows)]
    notes = [f"[{at}] {cite(database.source(id), lang)}" for at, id in enumerate(ids, 1)]
    headings = tuple(heading(keys[at], lang) for at in shown)
    page = Page(_title(found, lang), headings, tuple(tuple(row[at] for at in shown) for row in rows), tuple(notes))
    return view(records, page, ANSWER_KEYS)


def many_answers(found: Iterable[Answer], lang: Language) -> Stream[Answer]:
    """The chambers of what many queries mean, for formats that write each answer as soon as it is known."""
    return Stream(ANSWER_KEYS, found, lambda one: _record(one, lang), lambda every: answers(every, lang))


_MOST_CITED = 3
"""A table names so many sources of an answer; the formats for machines name all."""


def _title(found: Sequence[Answer], lang: Language) -> str:
    """The chamber, where it is one; else how many there are, and which."""
    if len({answer.query for answer in found}) > 1:
        return ""
    chambers = [one.name for one in chambers_of(found) if one]
    if len(chambers) < 2:
        return "".join(chambers)
    names = ", ".join(chambers) if len(chambers) < 4 else ""
    return f"{len(chambers)} {word('chambers_counted', lang)}{': ' if names else ''}{names}"


def _record(answer: Answer, lang: Language) -> dict[str, Any]:
    place, chamber = answer.place, answer.chamber
    values = (
        *(answer.query, answer.how, label(place), place.kreis, place.kreis_key, place.land),
        *((chamber.name, chamber.code, chamber.seat, chamber.web) if chamber else (None, None, None, None)),
        *(answer.basis, answer.confidence),
        "; ".join(cite(database.source(id), lang) for id in answer.sources) or None,
        note(answer, lang),
    )
    return dict(zip(ANSWER_KEYS, values, strict=True))


def note(answer: Answer, lang: Language) -> str | None:
    """What a reader must know about an answer."""
    notes = [word("company_code", lang)] if answer.company else []
    if answer.unsure:
        notes.append(word("may_be_others", lang))
    if answer.namesake:
        notes.append(word("namesake", lang))
    if answer.chamber is None:
        notes.append(word("no_chamber", lang))
    if answer.note:
        notes.append(pick(answer.note, lang))
    return "; ".join(notes) or None


def chambers(found: Iterable[Chamber], lang: Language) -> View:
    """Chambers, with how well their territory is known."""
    records, rows = [], []
    for one in found:
        confidence = least(one)
        note = pick(one.note, lang) if one.note else None
        sources = "; ".join(cite(database.source(id), lang) for id in one.sources)
        values = (one.code, one.name, one.short_name, one.seat, one.land, one.web, confidence, note, sources)
        records.append(dict(zip(CHAMBER_KEYS, values, strict=True)))
        sure = word(f"confidence_{confidence}", lang)
        rows.append((one.code, one.name, one.short_name, one.seat, one.land, one.web, sure))
    keys = ("code", "name", "short_name", "seat", "land", "web", "confidence")
    headings = tuple(heading(key, lang) for key in keys)
    cited = dict.fromkeys(record["source"] for record in records)
    notes = (word("confidence_note", lang), *(f"{word('source', lang)}: {source}" for source in cited))
    return view(records, Page(word("chambers", lang), headings, tuple(rows), notes), CHAMBER_KEYS)


def least(one: Chamber) -> str:
    """The least confidence with which any of a chamber's territory is known."""
    return str(database.least(known for _, known in database.territories(one.code)))
