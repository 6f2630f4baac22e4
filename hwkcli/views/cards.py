"""All about one place, as a card of labels and values."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hwkcli.gazetteer.entries import Responsible
from hwkcli.gazetteer.history import chronicle, past
from hwkcli.gazetteer.match import Match
from hwkcli.gazetteer.store import index, places, provenance
from hwkcli.language import Language, date, number, pick, word
from hwkcli.model import District, Kreis, Land, Locality, Origins, Town
from hwkcli.views import chambers, doubts
from hwkcli.views.history import brief
from hwkcli.views.page import Link, Row, View, card, web
from hwkcli.views.places import kind
from hwkcli.views.sources import cite, cite_evidence


def place(
    origins: District | Origins, match: Match, others: Sequence[Match], lang: Language, cited: bool = False
) -> View:
    """All that is known of one place, from a district's file or the gazetteer; the others of its name are mentioned.
    Where it is wanted, with the sources and the notes on the evidence."""
    if isinstance(match.place, Town) and match.kreis:
        record, rows = _town(match.place, match.kreis, lang)
    elif isinstance(match.place, Kreis):
        record, rows = _kreis(match.place, lang)
    elif isinstance(match.place, Land):
        record, rows = _land(match.place, lang)
    else:
        record, rows = _locality(match, lang)
    changes = _changes(match, lang)
    codes = _codes(match, lang)
    record |= codes.record
    rows += codes.rows
    responsible = match.responsible
    record["land"] = match.land
    record["chambers"] = [_evidence(one, lang) for one in responsible]
    rows.append((word("land", lang), match.land or "" if match.kind != "land" else ""))
    for one in responsible:
        rows.append((word("responsible", lang), _chamber(one, cited, lang)))
        rows.append((word("web", lang), Link(one.chamber.web, web(one.chamber.web))))
    record |= changes.record
    rows += changes.rows
    sources = [*_sources(origins, match, lang), *codes.sources, *changes.sources]
    record["also"] = [other.full_label for other in others]
    record["sources"] = sources
    notes = [f"{word('also', lang)}: {', '.join(record['also'])}"] if others else []
    notes += doubts.of_key(match.query, match.how, match.entry, lang)
    if not cited:
        notes += filter(None, (doubts.of_evidence(responsible, lang),))
    for evidence in record["chambers"] if cited else ():
        notes.append(f"{word('responsible', lang)}: {evidence['source']}")
    for source in sources if cited else ():
        fields = ", ".join(word("area" if field == "area_km2" else field, lang) for field in source["fields"])
        notes.append(f"{fields}: {source['source']}")
    kind_here = match.place.kind if isinstance(match.place, Locality) else match.kind
    return card(record, f"{match.name} – {word(kind_here, lang)}", rows, notes)


class _Part(NamedTuple):
    """A part of a card, and where it comes from."""

    record: dict[str, Any]
    rows: Sequence[Row] = ()
    sources: Sequence[dict[str, Any]] = ()


_CHANGES = 3
"""A card has so many of the changes of a place, the last ones."""


def _changes(match: Match, lang: Language) -> _Part:
    """The last changes of a municipality or a Kreis, and how many there were before; of another place, nothing."""
    key = match.entry.kreis_key if match.kind == "kreis" else match.entry.ags
    lives = past.lives(key) if key and match.kind not in ("land", "locality") else ()
    if not lives or lives[0].valid_until:
        return _Part({})
    events = chronicle.events(lives[0])
    last = [
        {field: getattr(event, field) for field in ("date", "change", "key", "name", "next_key", "next_name")}
        for event in events[-_CHANGES:]
    ]
    record = {"last_changes": last, "earlier_changes": len(events) - len(last)}
    if not events:
        return _Part(record)
    source = {"fields": ["last_changes"], "source": cite(provenance.source("history_changes"), lang), "as_of": None}
    shown = brief(lives[0], events, lang, _CHANGES)
    lines = [f"{day}, {said}" if day else said for day, said in shown]
    labels = (word("last_changes", lang), *[""] * (len(lines) - 1))
    return _Part(record, tuple(zip(labels, lines, strict=True)), [source])


def _codes(match: Match, lang: Language) -> _Part:
    """The codes of a Kreis or kreisfreie Stadt that are no keys, and the car plates of a town that has its own; of
    another place, nothing."""
    if match.kind == "town" and (plates := index.own_plates(match.entry.id)):
        known = {"fields": ["car_plates"], "source": cite(provenance.source("plates_second"), lang), "as_of": None}
        return _Part({"car_plates": plates}, [(word("car_plates", lang), " ".join(plates))], [known])
    if match.kind not in ("kreis", "city") or not match.entry.kreis_key:
        return _Part({})
    codes = places.codes(match.entry.kreis_key)
    shown = [("nuts3", codes.nuts3 or "", "nuts3"), ("car_plates", " ".join(codes.car_plates), "car_plates")]
    sources = [
        {"fields": [field], "source": cite(provenance.source(id), lang), "as_of": None}
        for field, value, id in shown
        if value
    ]
    return _Part(codes._asdict(), [(word(field, lang), value) for field, value, _ in shown], sources)


def _town(town: Town, kreis: Kreis, lang: Language) -> tuple[dict[str, Any], list[Row]]:
    record = town._asdict() | {"group": kreis.group}
    record["localities"] = [locality._asdict() for locality in town.localities]
    population = f"{number(town.population, lang)} ({word('dated', lang)} {date(town.population_as_of, lang)})"
    rows: list[Row] = [
        (word("official_name", lang), town.official_name or ""),
        (word("printed_name", lang), town.printed_name or ""),
        (word("kind", lang), kind(town, lang)),
        (word("aliases", lang), ", ".join(town.aliases)),
        (word("kreis", lang), f"{kreis.name} ({kreis.key})"),
        (word("ags", lang), town.ags),
        (word("ars", lang), town.ars or ""),
        (word("population", lang), population if town.population is not None else ""),
        (word("area", lang), f"{number(town.area_km2, lang, 2)} km²" if town.area_km2 is not None else ""),
        (word("coordinates", lang), f"{town.latitude}, {town.longitude}" if town.latitude is not None else ""),
        (word("postal_codes", lang), " ".join(town.postal_codes)),
        (word("company_postal_codes", lang), " ".join(town.company_postal_codes)),
    ]
    parts: dict[str, list[str]] = {}
    for locality in town.localities:
        label = locality.part_of or word("localities" if locality.kind == "locality" else "stadtbezirk_many", lang)
        parts.setdefault(label, []).append(locality.name)
    return record, rows + [(label, ", ".join(names)) for label, names in parts.items()]


def _kreis(kreis: Kreis, lang: Language) -> tuple[dict[str, Any], list[Row]]:
    record = kreis._asdict() | {"population": kreis.population, "area_km2": kreis.area_km2}
    record["towns"] = [town.name for town in kreis.towns]
    del record["confidence"]  # which each of its chambers has
    sums = {"population": number(kreis.population, lang), "area_km2": number(kreis.area_km2, lang, 2)}
    record["computed"] = [field for field, sum in sums.items() if sum]
    computed = f"({word('computed', lang)})"
    rows: list[Row] = [
        (word("key", lang), kreis.key),
        (word("seat", lang), kreis.seat or ""),
        (word("aliases", lang), ", ".join(filter(None, (kreis.short_name, *kreis.aliases)))),
        (word("population", lang), f"{sums['population']} {computed}" if sums["population"] else ""),
        (word("area", lang), f"{sums['area_km2']} km² {computed}" if sums["area_km2"] else ""),
        (word("towns", lang), ", ".join(town.name for town in kreis.municipalities)),
        (word("localities", lang), ", ".join(f"{t.name} ({t.part_of})" for t in kreis.towns if t.kind == "locality")),
    ]
    return record, rows


def _land(land: Land, lang: Language) -> tuple[dict[str, Any], list[Row]]:
    computed = f"({word('computed', lang)})"
    rows: list[Row] = [
        (word("key", lang), land.key),
        (word("population", lang), f"{number(land.population, lang)} {computed}"),
        (word("area", lang), f"{number(land.area_km2, lang, 2)} km² {computed}"),
    ]
    return {**land._asdict(), "computed": ["population", "area_km2"]}, rows


def _evidence(one: Responsible, lang: Language) -> dict[str, Any]:
    """A chamber that is responsible, and why."""
    return {
        "chamber": one.chamber.name,
        "chamber_code": one.chamber.code,
        "basis": one.basis,
        "confidence": one.confidence,
        "source": "; ".join(cite_evidence(provenance.source(id), lang) for id in one.sources),
        "note": pick(one.note, lang) if one.note else None,
    }


def _chamber(one: Responsible, cited: bool, lang: Language) -> str:
    note = f"; {pick(one.note, lang)}" if one.note and cited else ""
    return f"{one.chamber.name} ({chambers.evidence(one.basis, one.confidence, lang)}{note})"


def _locality(match: Match, lang: Language) -> tuple[dict[str, Any], list[Row]]:
    locality, town, ags, kreis, key = match.place, None, None, None, None
    if match.entry.ags:
        town, ags = match.entry.town, match.entry.ags
    if match.entry.kreis_key:
        kreis, key = match.entry.kreis, match.entry.kreis_key
    part_of = locality.part_of if isinstance(locality, Locality | Town) else None
    kind = getattr(locality, "kind", match.kind)
    record = {"name": locality.name, "kind": kind, "part_of": part_of, "town": town, "ags": ags}
    record |= {"kreis": kreis, "kreis_key": key}
    rows: list[Row] = [
        (word("kind", lang), word(kind, lang)),
        (word("part_of", lang), ", ".join(filter(None, (part_of, town)))),
        (word("ags", lang), ags or ""),
        (word("kreis", lang), f"{kreis} ({key})" if kreis else ""),
        (word("municipality_until", lang), date(match.entry.until, lang) if match.entry.until else ""),
    ]
    return record | {"municipality_until": match.entry.until}, rows


def _sources(origins: District | Origins, match: Match, lang: Language) -> list[dict[str, Any]]:
    """The sources of what a card shows: which fields, from where, of when."""
    shown = []
    place = match.place
    known = place if not isinstance(place, Locality) else match.town
    for facts in origins.facts:
        fields = [field for field in facts.fields if getattr(known, field, None)]
        if isinstance(place, Locality):
            fields = [field for field in fields if field == "ags"]
        if fields:
            shown.append({"fields": fields, "source": cite(origins.source(facts.source), lang), "as_of": facts.as_of})
    inside = place.localities if isinstance(place, Town) else (place,) if isinstance(place, Locality) else ()
    for id in dict.fromkeys(id for locality in inside for id in locality.sources):
        fields = ["localities" if isinstance(place, Town) else "name"]
        shown.append({"fields": fields, "source": cite(origins.source(id), lang), "as_of": None})
    return shown
