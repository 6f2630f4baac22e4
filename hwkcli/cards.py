"""All about one thing, as a card of labels and values: a place, a contact, the cooperation."""

import math
from collections.abc import Sequence
from typing import Any

from hwkcli.contacts import Contacts
from hwkcli.germany import answers, gazetteer, records
from hwkcli.germany.gazetteer import Responsible
from hwkcli.lookup import Match
from hwkcli.model import Chamber, Contact, Cooperation, District, Kreis, Land, Locality, Origins, Source, Text, Town
from hwkcli.page import Cell, Heading, Link, Page, View, view
from hwkcli.views import cite, kind
from hwkcli.words import Language, date, number, pick, word

_Row = tuple[str, Cell]


def place(origins: District | Origins, match: Match, others: Sequence[Match], lang: Language) -> View:
    """All that is known of one place, from a district's file or the gazetteer; the others of its name are mentioned."""
    if isinstance(match.place, Town) and match.kreis:
        record, rows = _town(match.place, match.kreis, lang)
    elif isinstance(match.place, Kreis):
        record, rows = _kreis(match.place, lang)
    elif isinstance(match.place, Land):
        record, rows = _land(match.place, lang)
    else:
        record, rows = _locality(match, lang)
    responsible = records.evidence(match)
    record["land"] = match.land
    record["chambers"] = [_evidence(one, lang) for one in responsible]
    rows.append((word("land", lang), match.land or "" if match.kind != "land" else ""))
    rows += [(word("responsible", lang), _chamber(one, lang)) for one in responsible]
    sources = _sources(origins, match, lang)
    record["also"] = [other.full_label for other in others]
    record["sources"] = sources
    notes = [f"{word('also', lang)}: {', '.join(record['also'])}"] if others else []
    for one in record["chambers"]:
        notes.append(f"{word('responsible', lang)}: {one['source']}")
    for source in sources:
        fields = ", ".join(word("area" if field == "area_km2" else field, lang) for field in source["fields"])
        notes.append(f"{fields}: {source['source']}")
    kind_here = match.place.kind if isinstance(match.place, Locality) else match.kind
    return _card(record, f"{match.name} – {word(kind_here, lang)}", rows, notes)


def _card(record: dict[str, Any], title: str, rows: Sequence[_Row], notes: Sequence[str]) -> View:
    """A card of the rows that have something to say."""
    return view((record,), Page(title, (), tuple(row for row in rows if row[1]), tuple(notes)))


def _town(town: Town, kreis: Kreis, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    record = town._asdict() | {"group": kreis.group}
    record["localities"] = [locality._asdict() for locality in town.localities]
    population = f"{number(town.population, lang)} ({word('dated', lang)} {date(town.population_as_of, lang)})"
    rows: list[_Row] = [
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


def _kreis(kreis: Kreis, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    record = kreis._asdict() | {"population": kreis.population, "area_km2": kreis.area_km2}
    record["towns"] = [town.name for town in kreis.towns]
    del record["confidence"]  # which each of its chambers has
    sums = {"population": number(kreis.population, lang), "area_km2": number(kreis.area_km2, lang, 2)}
    record["computed"] = [field for field, sum in sums.items() if sum]
    computed = f"({word('computed', lang)})"
    rows: list[_Row] = [
        (word("key", lang), kreis.key),
        (word("seat", lang), kreis.seat or ""),
        (word("aliases", lang), ", ".join(filter(None, (kreis.short_name, *kreis.aliases)))),
        (word("population", lang), f"{sums['population']} {computed}" if sums["population"] else ""),
        (word("area", lang), f"{sums['area_km2']} km² {computed}" if sums["area_km2"] else ""),
        (word("towns", lang), ", ".join(town.name for town in kreis.municipalities)),
        (word("localities", lang), ", ".join(f"{t.name} ({t.part_of})" for t in kreis.towns if t.kind == "locality")),
    ]
    return record, rows


def _land(land: Land, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    computed = f"({word('computed', lang)})"
    rows: list[_Row] = [
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
        "source": "; ".join(answers.cite(gazetteer.source(id), lang) for id in one.sources),
        "note": pick(one.note, lang) if one.note else None,
    }


def _chamber(one: Responsible, lang: Language) -> str:
    note = f"; {pick(one.note, lang)}" if one.note else ""
    return f"{one.chamber.name} ({answers.evidence(one.basis, one.confidence, lang)}{note})"


def _locality(match: Match, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    locality, town, ags, kreis, key = match.place, None, None, None, None
    if match.town:
        town, ags = match.town.name, match.town.ags
    if match.kreis:
        kreis, key = match.kreis.name, match.kreis.key
    part_of = locality.part_of if isinstance(locality, Locality | Town) else None
    kind = getattr(locality, "kind", match.kind)
    record = {"name": locality.name, "kind": kind, "part_of": part_of, "town": town, "ags": ags}
    record |= {"kreis": kreis, "kreis_key": key}
    namesakes = [namesake._asdict() for namesake in match.namesakes]
    same = [f"{one.official_name} ({one.kreis}, {one.ags})" for one in match.namesakes]
    rows: list[_Row] = [
        (word("kind", lang), word(kind, lang)),
        (word("part_of", lang), ", ".join(filter(None, (part_of, town)))),
        (word("ags", lang), ags or ""),
        (word("kreis", lang), f"{kreis} ({key})" if kreis else ""),
        (word("namesakes", lang), ", ".join(same)),
    ]
    return record | {"namesakes": namesakes}, rows


def _sources(origins: District | Origins, match: Match, lang: Language) -> list[dict[str, Any]]:
    """The sources of what a card shows: which fields, from where, of when."""
    shown = []
    place = match.place
    known = place if not isinstance(place, Locality) else match.town
    for facts in origins.facts:
        fields = [field for field in facts.fields if getattr(known, field, None)]
        if isinstance(place, Locality):
            fields = [field for field in fields if field == "ags"]
        if "namesakes" in facts.fields and match.namesakes:
            fields.append("namesakes")
        if fields:
            shown.append({"fields": fields, "source": cite(origins.source(facts.source), lang), "as_of": facts.as_of})
    inside = place.localities if isinstance(place, Town) else (place,) if isinstance(place, Locality) else ()
    for id in dict.fromkeys(id for locality in inside for id in locality.sources):
        fields = ["localities" if isinstance(place, Town) else "name"]
        shown.append({"fields": fields, "source": cite(origins.source(id), lang), "as_of": None})
    return shown


CONTACT_KEYS = (
    *("name", "role", "organisation", "unit", "street", "postal_code", "city", "phone", "email", "web", "source"),
)


def contact(source: Source, one: Contact, lang: Language) -> View:
    """Whom to call. A reader sees the telephone number as printed, a program in international form."""
    record = {key: getattr(one, key) for key in CONTACT_KEYS}
    record |= {"role": pick(one.role, lang), "source": cite(source, lang)}
    rows: list[_Row] = [
        (word("name", lang), one.name),
        (word("role", lang), pick(one.role, lang)),
        (word("organisation", lang), one.organisation or ""),
        (word("unit", lang), one.unit or ""),
        (word("street", lang), _address(one)),
        *zip((word(key, lang) for key in ("phone", "email", "web")), _links(one), strict=True),
        (word("as_of", lang), date(one.as_of, lang)),
        (word("note", lang), pick(one.note, lang) if one.note else ""),
    ]
    notes = [word("not_printed", lang)] if "–" in _links(one) else []
    notes.append(f"{word('source', lang)}: {record['source']}")
    return _card(record, word("contact", lang) if one.kind == "press" else one.name, rows, notes)


def contacts(found: Contacts, chosen: Sequence[Contact], lang: Language) -> View:
    """Several contacts, or all about one."""
    records = [_directory_record(found, one, lang) for one in chosen]
    if len(chosen) == 1:
        card = contact(found.source(chosen[0]), chosen[0], lang)
        names = ", ".join(found.territories[key] for key in chosen[0].territories)
        rows = (*card.page.rows, *([(word("territories", lang), names)] if names else []))
        return view(records, card.page._replace(rows=rows))
    keys = ("name", "role", "street", "phone", "email", "web")
    lines = tuple((one.name, pick(one.role, lang), _address(one), *_links(one)) for one in chosen)
    cited = dict.fromkeys(cite(found.source(one), lang) for one in chosen)
    notes = (word("not_printed", lang), *(f"{word('source', lang)}: {source}" for source in cited))
    headings = tuple(Heading(word(key, lang)) for key in keys)
    return view(records, Page(word("contacts", lang), headings, lines, notes))


def _links(one: Contact) -> tuple[Cell, Cell, Cell]:
    """Telephone, e-mail and web; a dash for what no source prints."""
    return (
        Link(one.phone_printed or one.phone, dial(one.phone)) if one.phone else "–",
        Link(one.email, f"mailto:{one.email}") if one.email else "–",
        Link(one.web, web(one.web)) if one.web else "–",
    )


def _address(one: Contact) -> str:
    return ", ".join(filter(None, (one.street, f"{one.postal_code or ''} {one.city}".strip())))


def _directory_record(found: Contacts, one: Contact, lang: Language) -> dict[str, Any]:
    record = {key: getattr(one, key) for key in CONTACT_KEYS}
    record |= {"role": pick(one.role, lang), "source": cite(found.source(one), lang), "kind": one.kind}
    note = pick(one.note, lang) if one.note else None
    return record | {"territories": list(one.territories), "as_of": one.as_of, "note": note}


def dial(phone: str) -> str:
    """The link that calls a telephone number in international form.

    >>> dial("+49 231 5493-422")
    'tel:+492315493422'
    """
    return "tel:+" + "".join(char for char in phone if char.isdigit())


def web(address: str) -> str:
    """The link to a web address, which may be printed without its scheme."""
    return address if "://" in address else f"https://{address}"


def cooperation(district: District, report: Cooperation, lang: Language) -> View:
    """What the press release reports of an agreement."""
    people = [
        {"name": person.name, "office": pick(person.office, lang), "organisation": person.organisation}
        for person in report.people
    ]
    source = cite(district.source(report.source), lang)
    title, aim = pick(report.title, lang), pick(report.aim, lang)
    discussed, focus_areas = _in(report.discussed, lang), _in(report.focus_areas, lang)
    record = {
        "title": title,
        "parties": list(report.parties),
        "people": people,
        "discussed": discussed,
        "focus_areas": focus_areas,
        "aim": aim,
        "source": source,
    }
    rows: list[_Row] = [
        (word("parties", lang), "\n".join(report.parties)),
        (word("people", lang), "\n".join(", ".join(person.values()) for person in people)),
        (word("discussed", lang), "\n".join(discussed)),
        (word("focus_areas", lang), "\n".join(focus_areas)),
        (word("aim", lang), aim),
    ]
    return _card(record, title, rows, (f"{word('source', lang)}: {source}",))


def _in(texts: Sequence[Text], lang: Language) -> list[str]:
    return [pick(text, lang) for text in texts]


def chamber(one: Chamber, lang: Language) -> View:
    """All about a chamber: its Kreise with the evidence for each, and what they add up to."""
    kreise = records.territory(one)
    known = gazetteer.territories(one.code)
    inside = [town for kreis in kreise for town in kreis.towns]
    split = {key[:5] for key, _ in known if len(key) == 8}
    evidence: dict[str, list[Responsible]] = {}
    for key, responsible in known:
        evidence.setdefault(key[:5], []).append(responsible)
    listed = [
        {
            "key": kreis.key,
            "name": _whole_name(kreis),
            "towns": len(kreis.municipalities),
            "whole": kreis.key not in split,
            "basis": "; ".join(dict.fromkeys(one.basis for one in evidence[kreis.key])),
            "confidence": gazetteer.least(evidence[kreis.key]),
            "note": "; ".join(dict.fromkeys(pick(one.note, lang) for one in evidence[kreis.key] if one.note)) or None,
        }
        for kreis in kreise
    ]
    ids = dict.fromkeys(id for _, responsible in known for id in responsible.sources)
    record = {
        **{key: getattr(one, key) for key in ("code", "name", "short_name", "seat", "land", "web")},
        "towns": sum(len(kreis.municipalities) for kreis in kreise),
        "population": sum(town.population or 0 for town in inside),
        "population_as_of": inside[0].population_as_of,
        "area_km2": round(math.fsum(town.area_km2 or 0 for town in inside), 2),
        "computed": ["towns", "population", "area_km2"],
        "confidence": gazetteer.least(responsible for _, responsible in known),
        "kreise": listed,
        "note": pick(one.note, lang) if one.note else None,
        "sources": [answers.cite(gazetteer.source(id), lang) for id in ids],
    }
    computed = word("computed", lang)
    dated = f"{word('dated', lang)} {date(record['population_as_of'], lang)}, {computed}"
    groups: dict[str, list[str]] = {}
    for kreis, row in zip(kreise, listed, strict=True):
        part = "" if row["whole"] else f" ({row['towns']} {word('municipality_many', lang)})"
        bases = "; ".join(dict.fromkeys(word(f"basis_{one.basis}", lang) for one in evidence[kreis.key]))
        level = row["confidence"]
        sure = "" if level == "high" else f" ({word(f'sure_{level}', lang)})"
        groups.setdefault(bases + sure, []).append(f"{row['name']}{part}")
    rows: list[_Row] = [
        (word("code", lang), one.code),
        (word("short_name", lang), one.short_name),
        (word("seat", lang), one.seat),
        (word("land", lang), one.land),
        (word("web", lang), Link(one.web, web(one.web))),
        (word("towns", lang), f"{number(record['towns'], lang)} ({computed})"),
        (word("population", lang), f"{number(record['population'], lang)} ({dated})"),
        (word("area", lang), f"{number(record['area_km2'], lang, 2)} km² ({computed})"),
        (word("note", lang), record["note"] or ""),
        (word("kreise", lang), number(len(kreise), lang)),
        *((f"  {basis}", ", ".join(names)) for basis, names in groups.items()),
    ]
    remarks = _remarks(kreise, known, lang)
    register = [f"{word('population', lang)}: {cite(records.origins().source_of('population'), lang)}"]
    notes = [*remarks, *register, *(f"{word('source', lang)}: {source}" for source in record["sources"])]
    return _card(record, one.name, rows, notes)


def _remarks(kreise: Sequence[Kreis], known: Sequence[tuple[str, Responsible]], lang: Language) -> list[str]:
    """The notes on the evidence, each once with the names of the territories that it is about."""
    names = {kreis.key: kreis.name for kreis in kreise}
    names |= {town.ags: town.name for kreis in kreise for town in kreis.towns}
    about: dict[str, list[str]] = {}
    for key, one in known:
        if one.note:
            about.setdefault(pick(one.note, lang), []).append(names[key])
    remarks = []
    for note, of in about.items():
        more = f" … ({len(of)})" if len(of) > _MOST_NAMED else ""
        remarks.append(f"{', '.join(of[:_MOST_NAMED])}{more}: {note}")
    return remarks


_MOST_NAMED = 8
"""A remark names so many territories."""


def _whole_name(kreis: Kreis) -> str:
    """The name of a Kreis, also of one that is in part here."""
    return (kreis.short_name or kreis.name) if kreis.name.endswith(" (Teil)") else kreis.name
