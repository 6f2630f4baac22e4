"""Which columns, in which order, in the reader's language: the answers about chambers that are tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from hwkcli.gazetteer import records as gazetteer
from hwkcli.gazetteer.assignments import legal_basis
from hwkcli.gazetteer.entries import Responsible
from hwkcli.gazetteer.match import label
from hwkcli.gazetteer.responsible import Answer, chambers_of
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.language import Language, date, number, pick, word
from hwkcli.model import Chamber
from hwkcli.views import doubts
from hwkcli.views.page import Cell, Link, Page, Stream, View, answered, heading, view, web
from hwkcli.views.sources import cite_evidence

ANSWER_KEYS = (
    *("query", "how", "place", "kreis", "kreis_key", "land", "chamber", "chamber_code", "seat", "web", "basis"),
    *("confidence", "source", "note", "address"),
)
CHAMBER_KEYS = (
    *("code", "name", "short_name", "seat", "land", "web", "confidence", "note", "source", "kreise", "towns"),
    *("population", "population_as_of", "area_km2", "street", "postal_code", "city", "address_as_of"),
    *("address_source", "address_note", "contact_page", "legal_basis"),
)


def evidence(basis: str | None, confidence: str | None, lang: Language) -> str:
    """What an answer rests on; how sure it is, where that is less than high."""
    if basis is None or confidence is None:
        return ""
    sure = "" if confidence == "high" else f", {word(f'sure_{confidence}', lang)}"
    return word(f"basis_{basis}", lang) + sure


def sources(known: Iterable[Responsible], lang: Language) -> tuple[str, ...]:
    """The sources of some evidence, a line each."""
    ids = dict.fromkeys(id for one in known for id in one.sources)
    return tuple(f"{word('responsible', lang)}: {cite_evidence(provenance.source(id), lang)}" for id in ids)


def answers(found: Sequence[Answer], lang: Language, cited: bool = False) -> View:
    """The chambers responsible for what queries mean, in the order of the queries, and below what a reader must know
    of them; where it is wanted, with sources and notes."""
    records = [_record(answer, lang) for answer in found]
    ids = list(dict.fromkeys(id for answer in found for id in answer.sources[:_MOST_CITED])) if cited else []
    keys = ("query", "place", "kind", "kreis", "land", "responsible", "web", "basis", "source", "note")
    rows = [
        (
            answer.query,
            label(answer.place),
            word(answer.place.kind, lang),
            answer.place.kreis or "",
            answer.place.land,
            answer.chamber.name if answer.chamber else "–",
            Link(answer.chamber.web, web(answer.chamber.web)) if answer.chamber else "",
            evidence(answer.basis, answer.confidence, lang),
            " ".join(f"[{ids.index(id) + 1}]" for id in answer.sources[:_MOST_CITED]) if cited else "",
            (note(answer, lang) or "") if cited else "",
        )
        for answer in found
    ]
    several = len({answer.query for answer in found}) > 1
    # A city is its own Kreis: where all are, the column says nothing more.
    idle = {"query": not several, "kreis": all(row[1] == row[3] for row in rows)}
    shown = [at for at, key in enumerate(keys) if not idle.get(key) and any(row[at] for row in rows)]
    notes = _where(found, lang)
    notes += [f"[{at}] {cite_evidence(provenance.source(id), lang)}" for at, id in enumerate(ids, 1)]
    if not cited:
        notes += doubts.sentences((label(answer.place), _warning(answer, lang)) for answer in found)
        notes += doubts.sentences(_doubts(found, lang))
    notes += doubts.of_boundaries((answer.how for answer in found), lang)
    headings = answered((keys[at] for at in shown), lang)
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
        _cited(answer.sources, lang),
        note(answer, lang),
        _line(chamber) if chamber else None,
    )
    return dict(zip(ANSWER_KEYS, values, strict=True))


@lru_cache(1 << 10)
def _cited(sources: tuple[str, ...], lang: Language) -> str | None:
    return "; ".join(cite_evidence(provenance.source(id), lang) for id in sources) or None


def _line(chamber: Chamber) -> str | None:
    return chamber.address.line if chamber.address else None


def _where(found: Sequence[Answer], lang: Language) -> list[str]:
    """Where the chamber is, if the answers have one only, and its address is known."""
    one, *others = chambers_of(found) or (None,)
    return [f"{word('address', lang)}: {one.address.line}"] if one and one.address and not others else []


def note(answer: Answer, lang: Language) -> str | None:
    """What a reader must know about an answer, and what there is to say about its evidence."""
    said = (_warning(answer, lang), pick(answer.note, lang) if answer.note else "")
    return "; ".join(filter(None, said)) or None


def _doubts(found: Sequence[Answer], lang: Language) -> list[tuple[str, str]]:
    """Of each place that is answered, how little it is known that its chambers are responsible, and why."""
    of: dict[int, dict[str, Answer]] = {}
    for answer in found:
        known = of.setdefault(answer.place.id, {})
        known[answer.chamber.code if answer.chamber else ""] = answer
    return [
        (label(next(iter(known.values())).place), doubts.of_evidence(_responsible(known), lang, len(of) == 1))
        for known in of.values()
    ]


def _responsible(known: Mapping[str, Answer]) -> Iterator[Responsible]:
    """The chambers of a place, with the evidence for each."""
    for one in known.values():
        if one.chamber and one.confidence is not None:
            yield Responsible(one.chamber, one.basis or "", one.confidence, one.sources, one.note)


def _warning(answer: Answer, lang: Language) -> str:
    """What a reader must know about an answer, apart from its evidence."""
    notes = [word("company_code", lang)] if answer.company else []
    if answer.unsure:
        notes.append(word("may_be_others", lang))
    if answer.namesake:
        notes.append(word("namesake", lang))
    if answer.chamber is None:
        notes.append(word("no_chamber", lang))
    notes += doubts.of_key(answer.query, answer.how, answer.place, lang)
    return "; ".join(notes)


def chambers(found: Iterable[Chamber], lang: Language) -> View:
    """Chambers, with the sizes of their districts and how well these are known."""
    listed = list(found)
    records: list[dict[str, Any]] = []
    rows: list[tuple[Cell, ...]] = []
    sizes, as_of = responsibility.sizes(), provenance.population_as_of()
    for one in listed:
        confidence = least(one)
        note = pick(one.note, lang) if one.note else None
        sources = "; ".join(cite_evidence(provenance.source(id), lang) for id in one.sources)
        size = sizes[one.code]
        values = (
            *(one.code, one.name, one.short_name, one.seat, one.land, one.web, confidence, note, sources),
            *(size.kreise, size.towns, size.population, as_of, size.area_km2),
            *_printed(one, lang),
            one.contact_page,
            "; ".join(cite_evidence(law, lang) for law in legal_basis(one)) or None,
        )
        records.append(dict(zip(CHAMBER_KEYS, values, strict=True)))
        sure = word(f"confidence_{confidence}", lang)
        sums = (size.kreise, size.towns, size.population)
        rows.append(
            (
                *(one.code, one.name, one.short_name, one.seat, one.land),
                *(*(number(sum, lang) for sum in sums), number(size.area_km2, lang, 2)),
                *(Link(one.web, web(one.web)), sure),
            )
        )
    keys = ("code", "name", "short_name", "seat", "land", "kreise", "towns", "population", "area_km2", "web")
    headings = tuple(heading(key, lang) for key in (*keys, "confidence"))
    # Where a chamber is, is more than how large it is.
    headings = tuple(one._replace(rank=3) if one.key == "population" else one for one in headings)
    register = gazetteer.origins().source_of("population").attribution
    cited = [
        cite_evidence(provenance.source(id), lang) for id in dict.fromkeys(id for one in listed for id in one.sources)
    ]
    notes = (
        f"{word('population_as_of', lang)} {date(as_of, lang)} ({register}); {word('sums_computed', lang)}",
        word("confidence_note", lang),
        *(f"{word('source', lang)}: {source}" for source in cited),
    )
    return view(records, Page(word("chambers", lang), headings, tuple(rows), notes), CHAMBER_KEYS)


def _printed(one: Chamber, lang: Language) -> tuple[str | None, ...]:
    """A chamber's address with its sources, as far as it is known."""
    known = one.address
    if not known:
        return (None,) * 6
    source = "; ".join(cite_evidence(provenance.source(id), lang) for id in known.sources)
    return (
        *(known.street, known.postal_code, known.city, known.as_of),
        *(source, pick(known.note, lang) if known.note else None),
    )


def least(one: Chamber) -> str:
    """The least confidence with which any of a chamber's territory is known."""
    return str(responsibility.least(known for _, known in responsibility.territories(one.code)))
