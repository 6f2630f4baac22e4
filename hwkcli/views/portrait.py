"""All about one chamber, as a card: its Kreise with the evidence for each, and what they add up to."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from hwkcli.gazetteer import records
from hwkcli.gazetteer.assignments import legal_basis
from hwkcli.gazetteer.entries import Responsible
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.language import Language, date, number, pick, word
from hwkcli.model import Chamber, Kreis
from hwkcli.views.doubts import named
from hwkcli.views.page import Link, Row, View, card, web
from hwkcli.views.sources import cite, cite_evidence


def chamber(one: Chamber, lang: Language, cited: bool = False) -> View:
    """All about a chamber: its Kreise with the evidence for each, and what they add up to; where it is wanted, with the
    sources and all notes."""
    kreise = records.territory(one)
    known = responsibility.territories(one.code)
    evidence: dict[str, list[Responsible]] = {}
    for key, responsible in known:
        evidence.setdefault(key[:5], []).append(responsible)
    split = {key[:5] for key, _ in known if len(key) == 8}
    listed = [_kreis(kreis, evidence[kreis.key], kreis.key not in split, lang) for kreis in kreise]
    record = _record(one, kreise, known, lang, listed)
    rows = [*_rows(one, record, lang), *_by_basis(listed, evidence, lang)]
    # Notes on evidence that is strong are for those who ask for the sources.
    notes = _remarks(kreise, [one for one in known if cited or one[1].confidence != "high"], lang)
    if one.address and one.address.note:
        notes.insert(0, f"{word('address', lang)}: {pick(one.address.note, lang)}")
    if cited:
        notes += [f"{word('address', lang)}: {source}" for source in (record["address"] or {"sources": []})["sources"]]
        notes.append(f"{word('population', lang)}: {cite(records.origins().source_of('population'), lang)}")
        notes += [f"{word('source', lang)}: {source}" for source in record["sources"]]
    return card(record, one.name, rows, notes)


def _kreis(kreis: Kreis, evidence: Sequence[Responsible], whole: bool, lang: Language) -> dict[str, Any]:
    """A Kreis of the chamber, all of it or a part, with the evidence for that."""
    return {
        "key": kreis.key,
        "name": _whole_name(kreis),
        "towns": len(kreis.municipalities),
        "whole": whole,
        "basis": "; ".join(dict.fromkeys(one.basis for one in evidence)),
        "confidence": responsibility.least(evidence),
        "note": "; ".join(dict.fromkeys(pick(one.note, lang) for one in evidence if one.note)) or None,
    }


def _record(
    one: Chamber,
    kreise: Sequence[Kreis],
    known: Sequence[tuple[str, Responsible]],
    lang: Language,
    listed: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """What is known of a chamber, and the sums over its towns; with its Kreise as they are listed."""
    inside = [town for kreis in kreise for town in kreis.towns]
    ids = dict.fromkeys(id for _, responsible in known for id in responsible.sources)
    return {
        **{key: getattr(one, key) for key in ("code", "name", "short_name", "seat", "land", "web")},
        "towns": sum(len(kreis.municipalities) for kreis in kreise),
        "population": sum(town.population or 0 for town in inside),
        "population_as_of": inside[0].population_as_of,
        "area_km2": round(math.fsum(town.area_km2 or 0 for town in inside), 2),
        "computed": ["towns", "population", "area_km2"],
        "confidence": responsibility.least(responsible for _, responsible in known),
        "kreise": listed,
        "address": _address(one, lang),
        "contact_page": one.contact_page,
        "legal_basis": [cite_evidence(law, lang) for law in legal_basis(one)],
        "note": pick(one.note, lang) if one.note else None,
        "sources": [cite_evidence(provenance.source(id), lang) for id in ids],
    }


def _rows(one: Chamber, record: Mapping[str, Any], lang: Language) -> list[Row]:
    """The rows of the card, down to the number of the Kreise."""
    computed = word("computed", lang)
    dated = f"{word('dated', lang)} {date(record['population_as_of'], lang)}, {computed}"
    return [
        (word("code", lang), one.code),
        (word("short_name", lang), one.short_name),
        (word("seat", lang), one.seat),
        (word("land", lang), one.land),
        (word("address", lang), _line(one, lang)),
        (word("web", lang), Link(one.web, web(one.web))),
        (word("contact_page", lang), Link(one.contact_page, one.contact_page) if one.contact_page else ""),
        (word("towns", lang), f"{number(record['towns'], lang)} ({computed})"),
        (word("population", lang), f"{number(record['population'], lang)} ({dated})"),
        (word("area", lang), f"{number(record['area_km2'], lang, 2)} km² ({computed})"),
        (word("legal_basis", lang), "; ".join(f"{law.title} ({law.publisher})" for law in legal_basis(one))),
        (word("note", lang), record["note"] or ""),
        (word("kreise", lang), number(len(record["kreise"]), lang)),
    ]


def _by_basis(
    listed: Sequence[Mapping[str, Any]], evidence: Mapping[str, Sequence[Responsible]], lang: Language
) -> list[Row]:
    """The names of the Kreise, a row for each basis and how well it is known."""
    groups: dict[str, list[str]] = {}
    for row in listed:
        part = "" if row["whole"] else f" ({row['towns']} {word('municipality_many', lang)})"
        bases = "; ".join(dict.fromkeys(word(f"basis_{one.basis}", lang) for one in evidence[row["key"]]))
        level = row["confidence"]
        sure = "" if level == "high" else f", {word(f'sure_{level}', lang)}"
        groups.setdefault(bases + sure, []).append(f"{row['name']}{part}")
    return [(f"  {basis}", ", ".join(names)) for basis, names in groups.items()]


def _address(one: Chamber, lang: Language) -> dict[str, Any] | None:
    """A chamber's address with its sources; None if it is not known."""
    known = one.address
    if not known:
        return None
    return {
        **{key: getattr(known, key) for key in ("street", "postal_code", "city", "as_of")},
        "sources": [cite_evidence(provenance.source(id), lang) for id in known.sources],
        "note": pick(known.note, lang) if known.note else None,
    }


def _line(one: Chamber, lang: Language) -> str:
    """A chamber's address in one line, and of when its source is."""
    known = one.address
    if not known:
        return ""
    return f"{known.line} ({word('dated', lang)} {date(known.as_of, lang)})" if known.as_of else known.line


def _remarks(kreise: Sequence[Kreis], known: Sequence[tuple[str, Responsible]], lang: Language) -> list[str]:
    """The notes on the evidence, each once with the names of the territories that it is about."""
    names = {kreis.key: kreis.name for kreis in kreise}
    names |= {town.ags: town.name for kreis in kreise for town in kreis.towns}
    about: dict[str, list[str]] = {}
    for key, one in known:
        if one.note:
            about.setdefault(pick(one.note, lang), []).append(names[key])
    return [f"{named(of, _MOST_NAMED)}: {note}" for note, of in about.items()]


_MOST_NAMED = 8
"""A remark names so many territories."""


def _whole_name(kreis: Kreis) -> str:
    """The name of a Kreis, also of one that is in part here."""
    return (kreis.short_name or kreis.name) if kreis.name.endswith(" (Teil)") else kreis.name
