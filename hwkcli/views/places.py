"""Which columns, in which order, in the reader's language: the answers that are tables."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hwkcli.language import Language, date, number, word
from hwkcli.model import Chamber, District, Kreis, Town
from hwkcli.views.page import Cell, Heading, Link, Page, Stream, View, answered, heading, view, web

if TYPE_CHECKING:
    # Of which most answers know nothing; the store comes with it.
    from hwkcli.gazetteer.match import Match

_APART = ("locality", "unincorporated")
"""The kinds of entries that are no municipalities, and counted apart."""

_MOST_SHOWN = 20
"""Of the places that one query means, a table shows so many; the formats for machines and files have all."""

MATCH_KEYS = (
    *("query", "how", "kind", "name", "town", "ags", "kreis", "kreis_key", "note", "land", "chamber", "chamber_code"),
    *("in_district", "web", "basis", "confidence", "population", "area_km2"),
)


def towns(district: District, entries: Sequence[Town], lang: Language) -> View:
    """The entries of the district. In one Kreis, the table shows the postal codes instead of the Kreis."""
    records = [
        {
            "name": town.name,
            "official_name": town.official_name,
            "printed_name": town.printed_name,
            "kind": town.kind,
            "part_of": town.part_of,
            "ags": town.ags,
            "kreis": town.kreis,
            "kreis_key": town.kreis_key,
            "population": town.population,
            "population_as_of": town.population_as_of,
            "area_km2": town.area_km2,
            "postal_codes": list(town.postal_codes),
            "latitude": town.latitude,
            "longitude": town.longitude,
        }
        for town in entries
    ]
    kreise = {town.kreis for town in entries}
    keys = ("place", "kind", "kreis", "ags", "population", "area_km2", "postal_codes")
    rows = [
        (
            town.name,
            kind(town, lang),
            town.kreis,
            town.ags,
            number(town.population, lang),
            number(town.area_km2, lang, 2),
            " ".join(town.postal_codes),
        )
        for town in entries
    ]
    redundant = "kreis" if len(kreise) == 1 else "postal_codes"
    shown = [column for column, key in enumerate(keys) if key != redundant]
    title = kreise.pop() if len(kreise) == 1 else district.chamber.district
    shown_kreise = [kreis for kreis in district.kreise if kreis.name in {town.kreis for town in entries}]
    notes = [_spellings(entries, lang), *_doubts(shown_kreise, lang), _population_note(district, entries, lang)]
    notes += [_total(entries, lang), _count(entries, lang)]
    page = Page(title, *_columns(keys, rows, shown, lang), tuple(notes))
    return view(records, page)._replace(sources=lambda: origins(district, records[0], lang))


def kreise(district: District, lang: Language) -> View:
    """The territories of the district."""
    records = tuple(
        {
            "name": kreis.name,
            "key": kreis.key,
            "kind": kreis.kind,
            "towns": len(kreis.municipalities),
            "population": kreis.population,
            "area_km2": kreis.area_km2,
            "confidence": kreis.confidence,
        }
        for kreis in district.kreise
    )
    keys = ("key", "name", "kind", "towns", "population", "area_km2")
    rows = []
    for kreis in district.kreise:
        row = (kreis.key, kreis.name, word(kreis.kind, lang), number(len(kreis.municipalities), lang))
        sums = (number(kreis.population, lang), number(kreis.area_km2, lang, 2))
        rows.append((*row, *(f"Σ {sum}" if sum and kreis.kind == "kreis" else sum for sum in sums)))
    notes = (
        word("sum", lang),
        *_doubts(district.kreise, lang),
        _population_note(district, district.towns, lang),
        _total(district.towns, lang),
        _count(district.towns, lang),
    )
    headings = tuple(heading(key, lang) for key in keys)
    page = Page(district.chamber.district, headings, tuple(rows), notes)
    return view(records, page)._replace(sources=lambda: origins(district, records[0], lang))


def matches(found: "Sequence[Match]", lang: Language, cited: bool = False) -> View:
    """What queries mean, in the order of the queries: the places first, then what a reader must know of them; where it
    is wanted, the sources that name their chambers. The table has the first places of one query only, unless it is
    wanted whole: a part of it is chosen from all of them."""
    from hwkcli.views import chambers, doubts

    records = tuple(dict(zip(MATCH_KEYS, _match(match, lang), strict=True)) for match in found)
    keys = ("query", "place", "kind", "part_of", "kreis", "land", "ags", "responsible", "web", "basis", "how")
    alone = len({match.query for match in found}) < 2
    rows = [
        (
            match.query,
            match.name,
            word(match.kind, lang),
            match.entry.town if match.entry.town and match.entry.town != match.name else "",
            match.entry.kreis or "",
            match.entry.land,
            match.entry.ags or (match.entry.kreis_key if match.kind == "kreis" else "") or "",
            ", ".join(chamber.short_name for chamber in match.chambers),
            _site([chamber.web for chamber in match.chambers]),
            chambers.evidence(_basis(match), match.confidence, lang),
            word(match.how, lang),
        )
        for match in found
    ]
    idle = {"query"} if alone else set()
    shown = [column for column, key in enumerate(keys) if any(row[column] for row in rows) and key not in idle]
    read = found[:_MOST_SHOWN] if alone else found
    notes = doubts.sentences((match.label, _warning(match, lang)) for match in read)
    notes += doubts.sentences(
        (match.label, doubts.of_evidence(match.responsible, lang, len(read) == 1)) for match in read
    )
    notes += doubts.of_boundaries((match.how for match in found), lang)
    if cited:
        notes += chambers.sources((one for match in found for one in match.responsible), lang)
    headings = answered((keys[column] for column in shown), lang)
    shown_rows = tuple(tuple(row[column] for column in shown) for row in rows)
    page = Page("", headings, shown_rows, notes, most=_MOST_SHOWN if alone else None)
    return view(records, page, MATCH_KEYS)


def _site(addresses: Sequence[str]) -> Cell:
    """The web site of the chamber, as a link where it is one."""
    return Link(addresses[0], web(addresses[0])) if len(addresses) == 1 else ", ".join(addresses)


def _basis(match: "Match") -> str | None:
    """What it rests on that the chambers of a place are responsible: one of `hwkcli.model.BASES`, or `mixed`."""
    bases = {one.basis for one in match.responsible}
    return bases.pop() if len(bases) == 1 else "mixed" if bases else None


def many_matches(found: "Iterable[Match]", lang: Language) -> "Stream[Match]":
    """What many queries mean, for formats that write each answer as soon as it is known."""

    def record(match: "Match") -> dict[str, Any]:
        return dict(zip(MATCH_KEYS, _match(match, lang), strict=True))

    return Stream(MATCH_KEYS, found, record, lambda every: matches(every, lang))


def _match(match: "Match", lang: Language) -> tuple[str | bool | float | None, ...]:
    place = match.entry
    town, ags = (None, None) if place.kind in ("kreis", "land") else (place.town, place.ags)
    kreis, key = place.kreis, place.kreis_key
    names, codes, sites = _joined(match.chambers)
    sure = match.confidence
    return (
        *(match.query, match.how, place.kind, place.name, town, ags, kreis, key, _note(match, sure, lang), place.land),
        *(names, codes, match.in_district, sites, _basis(match), sure, place.population, place.area_km2),
    )


@lru_cache(1 << 8)
def _joined(chambers: tuple[Chamber, ...]) -> tuple[str | None, str | None, str | None]:
    """The names, the codes and the web sites of some chambers."""
    texts = ((one.name, one.code, one.web) for one in chambers)
    names, codes, sites = ("; ".join(map(str, every)) for every in zip(*texts, strict=True)) if chambers else ("",) * 3
    return names or None, codes or None, sites or None


def kind(town: Town, lang: Language) -> str:
    """What an entry is; of a locality, where it lies."""
    name = word(town.kind, lang)
    return f"{name} ({town.part_of})" if town.part_of else name


def _columns(
    keys: Sequence[str], rows: Sequence[tuple[str, ...]], shown: Sequence[int], lang: Language
) -> tuple[tuple[Heading, ...], tuple[tuple[str, ...], ...]]:
    """The headings and the rows of some of the columns."""
    return (
        tuple(heading(keys[column], lang) for column in shown),
        tuple(tuple(row[column] for column in shown) for row in rows),
    )


def _spellings(entries: Iterable[Town], lang: Language) -> str:
    """Where the release spells a name otherwise."""
    quotes = "„{}“" if lang == "de" else "“{}”"
    names = [
        f"{town.name} {quotes.format(town.printed_name)}"
        for town in entries
        if town.printed_name not in (town.name, None)
    ]
    return f"{word('spelt', lang)}: {', '.join(names)}" if names else ""


def _population_note(district: District, entries: Iterable[Town], lang: Language) -> str:
    """The date and source of the populations shown."""
    dates = sorted({town.population_as_of for town in entries if town.population_as_of})
    if not dates:
        return ""
    shown = ", ".join(date(day, lang) for day in dates)
    publisher = district.source_of("population").attribution
    return f"{word('population_as_of', lang)} {shown} ({publisher})"


def origins(district: District, fields: Iterable[str], lang: Language) -> tuple[str, ...]:
    """The source of each field of some records that the district's file names one for, a line a source."""
    from hwkcli.views.labels import label
    from hwkcli.views.sources import cite

    found = []
    for facts in district.facts:
        named = [label(field, lang) for field in facts.fields if field in fields]
        if named:
            found.append(f"{', '.join(named)}: {cite(district.source(facts.source), lang)}")
    return tuple(found)


def _total(entries: Sequence[Town], lang: Language) -> str:
    """What several municipalities add up to, marked as computed; only what is known of each, as of the same day."""
    municipalities = [town for town in entries if town.kind != "locality"]
    if len(municipalities) < 2:
        return ""
    parts = []
    days = {town.population_as_of for town in municipalities}
    people = [town.population for town in municipalities if town.population is not None]
    if len(people) == len(municipalities) and len(days) == 1:
        parts.append(f"{word('population', lang)} {number(sum(people), lang)}")
    areas = [town.area_km2 for town in municipalities if town.area_km2 is not None]
    if len(areas) == len(municipalities):
        parts.append(f"{word('area', lang)} {number(math.fsum(areas), lang, 2)} km²")
    return f"{word('total', lang)} ({word('computed', lang)}): {', '.join(parts)}" if parts else ""


def _doubts(kreise: Iterable[Kreis], lang: Language) -> list[str]:
    """Of which Kreise it is not well known that they belong to the chamber."""
    names: dict[str, list[str]] = {}
    for kreis in kreise:
        if kreis.confidence not in ("high", None):
            names.setdefault(str(kreis.confidence), []).append(kreis.name)
    return [f"{word('responsible', lang)}, {word(f'sure_{sure}', lang)}: {', '.join(of)}" for sure, of in names.items()]


def _count(entries: Iterable[Town], lang: Language) -> str:
    """How many entries of which kinds there are: `10 Städte und Gemeinden, 1 Ortsteil`."""
    kinds: list[str] = [town.kind for town in entries]
    among = {kind for kind in kinds if kind not in _APART}
    counts = {next(iter(among)) if len(among) == 1 else "mixed": sum(kind in among for kind in kinds)}
    counts |= {kind: kinds.count(kind) for kind in _APART}
    return ", ".join(
        f"{number(count, lang)} {word(f'{kind}_one' if count == 1 else f'{kind}_many', lang)}"
        for kind, count in counts.items()
        if count
    )


def _note(match: "Match", sure: str | None, lang: Language) -> str | None:
    """What one must know about a match, and how little its chamber is known."""
    doubt = f"{word('responsible', lang)}: {word(f'sure_{sure}', lang)}" if sure not in ("high", None) else ""
    return "; ".join(filter(None, (_warning(match, lang), doubt))) or None


def _warning(match: "Match", lang: Language) -> str:
    """What one must know about a match, apart from its chamber."""
    notes = []
    if match.company:
        notes.append(word("company_code", lang))
    if match.unsure:
        notes.append(word("may_be_others", lang))
    if match.kind == "locality" and not match.entry.ags:
        notes.append(word("town_unsure", lang))
    if match.how in ("key", "former_key"):
        # The store comes with it, of which most answers know nothing.
        from hwkcli.views.doubts import of_key

        notes += of_key(match.query, match.how, match.entry, lang)
    if match.entry.until:
        notes.append(f"{word('municipality_until', lang)} {date(match.entry.until, lang)}")
    return "; ".join(notes)
