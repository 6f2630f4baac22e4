"""All about one thing, as a card of labels and values: a place, a contact, the cooperation."""

from collections.abc import Sequence
from typing import Any

from hwkcli.lookup import Match
from hwkcli.model import Contact, Cooperation, District, Kreis, Locality, Text, Town
from hwkcli.page import Cell, Link, Page, View, view
from hwkcli.views import cite, kind
from hwkcli.words import Language, date, number, pick, word

_Row = tuple[str, Cell]


def place(district: District, match: Match, others: Sequence[Match], lang: Language) -> View:
    """All that is known of one place; the others of its name are mentioned."""
    if isinstance(match.place, Town):
        record, rows = _town(match.place, match.kreis, lang)
    elif isinstance(match.place, Kreis):
        record, rows = _kreis(match.place, lang)
    else:
        record, rows = _locality(match, match.place, lang)
    sources = _sources(district, match.place, lang)
    record["also"] = [other.label for other in others]
    record["sources"] = sources
    notes = [f"{word('also', lang)}: {', '.join(record['also'])}"] if others else []
    for source in sources:
        fields = ", ".join(word("area" if field == "area_km2" else field, lang) for field in source["fields"])
        notes.append(f"{fields}: {source['source']}")
    title = f"{match.name} – {word(match.kind, lang)}"
    return view((record,), Page(title, (), tuple(row for row in rows if row[1]), tuple(notes)))


def _town(town: Town, kreis: Kreis, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    record = town._asdict() | {"group": kreis.group}
    record["localities"] = [locality._asdict() for locality in town.localities]
    population = f"{number(town.population, lang)} ({word('dated', lang)} {date(town.population_as_of, lang)})"
    rows: list[_Row] = [
        (word("official_name", lang), town.official_name or ""),
        (word("printed_name", lang), town.printed_name),
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
    record["computed"] = ["population", "area_km2"]
    computed = f" ({word('computed', lang)})"
    rows: list[_Row] = [
        (word("key", lang), kreis.key),
        (word("seat", lang), kreis.seat or ""),
        (word("aliases", lang), ", ".join(filter(None, (kreis.short_name, *kreis.aliases)))),
        (word("population", lang), number(kreis.population, lang) + computed),
        (word("area", lang), f"{number(kreis.area_km2, lang, 2)} km²{computed}"),
        (word("towns", lang), ", ".join(town.name for town in kreis.municipalities)),
        (word("localities", lang), ", ".join(f"{t.name} ({t.part_of})" for t in kreis.towns if t.kind == "locality")),
    ]
    return record, rows


def _locality(match: Match, locality: Locality, lang: Language) -> tuple[dict[str, Any], list[_Row]]:
    town = match.town.name if match.town else None
    ags = match.town.ags if match.town else None
    record = {"name": locality.name, "kind": locality.kind, "part_of": locality.part_of, "town": town, "ags": ags}
    record |= {"kreis": match.kreis.name, "kreis_key": match.kreis.key}
    namesakes = [namesake._asdict() for namesake in match.namesakes]
    same = [f"{one.official_name} ({one.kreis}, {one.ags})" for one in match.namesakes]
    rows: list[_Row] = [
        (word("kind", lang), word(locality.kind, lang)),
        (word("part_of", lang), ", ".join(filter(None, (locality.part_of, town)))),
        (word("ags", lang), ags or ""),
        (word("kreis", lang), f"{match.kreis.name} ({match.kreis.key})"),
        (word("namesakes", lang), ", ".join(same)),
    ]
    return record | {"namesakes": namesakes}, rows


def _sources(district: District, place: Town | Kreis | Locality, lang: Language) -> list[dict[str, Any]]:
    """The sources of what a card shows: which fields, from where, of when."""
    if isinstance(place, Locality):
        named = {id: ["name"] for id in place.sources}
        return [
            {"fields": fields, "source": cite(district.source(id), lang), "as_of": None} for id, fields in named.items()
        ]
    shown = []
    for facts in district.facts:
        if fields := [field for field in facts.fields if getattr(place, field, None)]:
            shown.append({"fields": fields, "source": cite(district.source(facts.source), lang), "as_of": facts.as_of})
    if isinstance(place, Town):
        ids = dict.fromkeys(id for locality in place.localities for id in locality.sources)
        shown += [{"fields": ["localities"], "source": cite(district.source(id), lang), "as_of": None} for id in ids]
    return shown


def contact(district: District, contacts: Sequence[Contact], lang: Language) -> View:
    """Whom to call."""
    records = tuple(contact._asdict() | {"source": cite(district.source(contact.source), lang)} for contact in contacts)
    rows: list[_Row] = []
    for one in contacts:
        rows += [
            (word("name", lang), one.name),
            (word("role", lang), one.role),
            (word("organisation", lang), one.organisation),
            (word("unit", lang), one.unit or ""),
            (word("street", lang), f"{one.street}, {one.postal_code} {one.city}"),
            (word("phone", lang), Link(one.phone, dial(one.phone))),
            (word("email", lang), Link(one.email, f"mailto:{one.email}")),
            (word("web", lang), Link(one.web, f"https://{one.web}")),
        ]
    notes = [f"{word('source', lang)}: {record['source']}" for record in records]
    page = Page(word("contact", lang), (), tuple(row for row in rows if row[1]), tuple(dict.fromkeys(notes)))
    return view(records, page)


def dial(phone: str) -> str:
    """The link that calls a German telephone number.

    >>> dial("0231 5493-422")
    'tel:+492315493422'
    """
    digits = "".join(char for char in phone if char.isdigit())
    return "tel:+" + (digits if phone.lstrip().startswith("+") else "49" + digits.removeprefix("0"))


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
    notes = (f"{word('source', lang)}: {source}",)
    return view((record,), Page(title, (), tuple(row for row in rows if row[1]), notes))


def _in(texts: Sequence[Text], lang: Language) -> list[str]:
    return [pick(text, lang) for text in texts]
