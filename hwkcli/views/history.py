"""What a place was, what went into it and what became of it; the register of a day; old keys beside today's."""

from collections.abc import Iterable, Sequence

from hwkcli.gazetteer.history import past
from hwkcli.gazetteer.history.chronicle import Event, Then
from hwkcli.gazetteer.history.crosswalk import Crossing
from hwkcli.gazetteer.history.past import Former
from hwkcli.gazetteer.store import provenance
from hwkcli.language import Language, date, number, share, word
from hwkcli.views.page import Heading, Page, View, heading, view

EVENT_KEYS = (
    *("date", "change", "key", "name", "next_key", "next_name", "inhabitants", "area_ha", "share", "share_exact"),
    "number",
)
"""A record whose `change` is `today` says what the former key that was asked for is today; it has no date."""
THEN_KEYS = ("query", "day", "key", "name", "kreis_key", "kreis", "relation", "today", "today_name", "share")
CROSSING_KEYS = (
    *("key", "name", "kreis_key", "kreis", "next_key", "next_name", "next_kreis_key", "share", "share_exact", "basis"),
)
CANDIDATE_KEYS = ("query", "key", "name", "kreis_key", "kreis", "valid_from", "valid_until", "today", "today_name")


def title(one: Former, lang: Language) -> str:
    """What is asked for: its last name, its key, and until when it had it."""
    until = f", {word('until', lang)} {date(one.valid_until, lang)}" if one.valid_until else ""
    return f"{one.name} ({one.key}){until}"


def chain(one: Former, events: Sequence[Event], lang: Language, *, narrowed: bool = False) -> View:
    """What happened to a place, in the order of the days; for a former one, also what it is today. `narrowed` says that
    only the events of some time are wanted."""
    records = [
        {**event._asdict(), "share": _part(event.share), "share_exact": event.share, "number": event.number}
        for event in events
    ]
    records += [
        {
            **dict.fromkeys(EVENT_KEYS),
            "change": "today",
            "key": one.key,
            "name": one.name,
            "next_key": to.key,
            "next_name": to.name,
            "share": to.part,
            "share_exact": to.share,
        }
        for to in (one.successors if one.valid_until else ())
    ]
    ordered = [{key: record[key] for key in EVENT_KEYS} for record in records]
    rows = [
        (
            date(record["date"], lang),
            _kind(record["change"], record["next_key"], record["date"], lang),
            _named(record["name"], record["key"]),
            _named(record["next_name"], record["next_key"]),
            number(record["inhabitants"], lang),
            "" if record["share"] is None else share(record["share"], lang),
            record["number"] or "",
        )
        for record in ordered
    ]
    keys = ("since", "change_kind", "before", "after", "inhabitants", "share", "number")
    shown = [at for at in range(len(keys)) if at < 4 or any(row[at] for row in rows)]
    if all(record["share"] in (None, 1) for record in ordered):
        shown = [at for at in shown if keys[at] != "share"]
    said = [word("no_changes_then" if narrowed else "no_changes", lang)] if not events else []
    said += [_basis(one, lang), _source(lang)]
    if not rows:
        return view(
            (), Page(title(one, lang), (), ((word("change_kind", lang), said[0]),), tuple(said[1:])), EVENT_KEYS
        )
    return view(ordered, Page(title(one, lang), *_columns(keys, rows, shown, lang), tuple(said)), EVENT_KEYS)


def brief(one: Former, events: Sequence[Event], lang: Language, most: int = 3) -> tuple[tuple[str, str], ...]:
    """The last changes of a place for a card, each with its date as label, and a line that says how many more there
    are. Nothing for a place without any."""
    rows = [
        (date(event.date, lang), f"{_kind(event.change, event.next_key, event.date, lang)}: {_step(event)}")
        for event in events[-most:]
    ]
    more = len(events) - len(rows)
    if more:
        rows.append(("", word("more_changes", lang).format(count=number(more, lang), key=one.key)))
    return tuple(rows)


def _kind(change: str, next_key: str, day: str, lang: Language) -> str:
    """What a change is; a part of which another municipality is formed is more than a part moved."""
    if change == "part" and (after := past.on_any(next_key, day)) and after.valid_from == day:
        return word("change_formed", lang)
    return word(f"change_{change}", lang)


def _step(event: Event) -> str:
    if event.change == "name":
        return f"{event.name} → {event.next_name}"
    before = _named(event.name, event.key) if event.change != "new" else ""
    return " → ".join(filter(None, (before, _named(event.next_name, event.next_key))))


def _named(name: str, key: str) -> str:
    return f"{name} {key}" if name else key


def _part(share: str | None) -> float | None:
    return None if share is None else past.Successor("", share).part


def _basis(one: Former, lang: Language) -> str:
    """What the shares of today's are of, where there are several."""
    return word(f"shares_{one.basis}", lang) if one.valid_until and len(one.successors) > 1 else ""


def reused(key: str, lang: Language) -> tuple[str, ...]:
    """Notes on what else a key stood for before; none if it did not."""
    (_, *before) = past.lives(key)
    return tuple(
        word("reused", lang).format(key=key, until=date(one.valid_until, lang), name=one.name, day=one.valid_until)
        for one in before
        if [to.key for to in one.successors] != [key]
    )


def then(query: str, day: str, found: Sequence[Then], lang: Language) -> View:
    """What a word was on a day."""
    records, rows = [], []
    for one in found:
        kreis = past.on_any(one.place.kreis_key, day)
        name, kreis_name = one.place.name_on(day), kreis.name_on(day) if kreis else None
        for to in one.place.successors:
            values = (query, day, one.place.key, name, one.place.kreis_key, kreis_name, one.relation)
            records.append(dict(zip(THEN_KEYS, (*values, to.key, to.name, to.part), strict=True)))
            rows.append(
                (
                    *(name, one.place.key, kreis_name or "", one.place.kreis_key),
                    *(_named(to.name, to.key), share(to.part, lang)),
                )
            )
    keys = ("name", "key", "kreis", "kreis_key", "today", "share")
    shown = [at for at in range(len(keys)) if keys[at] != "share" or any(one["share"] != 1 for one in records)]
    relations = dict.fromkeys(one.relation for one in found if one.relation != "itself")
    notes = [word(f"then_{relation}", lang) for relation in relations]
    notes += [word("chambers_today", lang), _source(lang)]
    shown_title = f"{query}, {date(day, lang)}"
    return view(records, Page(shown_title, *_columns(keys, rows, shown, lang), tuple(notes)), THEN_KEYS)


def crosswalk(day: str, found: Iterable[Crossing], lang: Language) -> View:
    """The municipalities of a day beside today's."""
    records, rows = [], []
    for one in found:
        values = (
            *(one.ags, one.name, one.kreis_key, one.kreis, one.next_ags, one.next_name, one.next_kreis_key),
            *(one.part, one.share, one.basis),
        )
        records.append(dict(zip(CROSSING_KEYS, values, strict=True)))
        rows.append((one.ags, one.name, one.kreis or "", one.next_ags, one.next_name, share(one.part, lang)))
    keys = ("key", "name", "kreis", "next_key", "next_name", "share")
    shown_title = word("crosswalk", lang).format(day=date(day, lang))
    page = Page(shown_title, *_columns(keys, rows, range(len(keys)), lang), (_source(lang),))
    return view(records, page, CROSSING_KEYS)


def left_out(day: str, lang: Language) -> tuple[str, ...]:
    """Notes on whose municipalities the register of a day does not have."""
    return tuple(word(f"without_{name}", lang) for name in past.left_out(day))


def candidates(query: str, found: Sequence[Former], lang: Language) -> View:
    """Several places of one name."""
    records, rows = [], []
    for one in found:
        kreis = past.on_any(one.kreis_key, one.valid_until or "9")
        kreis_name = kreis.name if kreis and len(one.key) == 8 else None
        to = one.successors[0]
        values = (query, one.key, one.name, one.kreis_key, kreis_name, one.valid_from, one.valid_until, to.key, to.name)
        records.append(dict(zip(CANDIDATE_KEYS, values, strict=True)))
        today = _named(to.name, to.key) if one.valid_until else ""
        rows.append((one.name, one.key, kreis_name or "", date(one.valid_until, lang), today))
    keys = ("name", "key", "kreis", "valid_until", "today")
    shown = [at for at in range(len(keys)) if any(row[at] for row in rows)]
    return view(records, Page("", *_columns(keys, rows, shown, lang)), CANDIDATE_KEYS)


def _columns(
    keys: Sequence[str], rows: Sequence[Sequence[str]], shown: Iterable[int], lang: Language
) -> tuple[tuple[Heading, ...], tuple[tuple[str, ...], ...]]:
    kept = list(shown)
    headings = tuple(heading(keys[at], lang) for at in kept)
    return headings, tuple(tuple(row[at] for at in kept) for row in rows)


def _source(lang: Language) -> str:
    """Where it comes from, as the source wants to be named."""
    return f"{word('source', lang)}: {provenance.source('history_changes').attribution}"
