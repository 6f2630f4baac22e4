"""What the Tab key offers: names that go on as they are begun, whole words at the boundaries of words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import typer

from hwkcli.cli.conversation import spoken
from hwkcli.errors import HwkError
from hwkcli.language import pick
from hwkcli.model import District, Metric, Ratio
from hwkcli.naming.fold import fold, readings, slug

_MOST = 30
"""So many places of all Germany are offered at the most, the largest."""

_TITLES = ("hwk", "handwerkskammer")
"""What stands before the name of a chamber."""

_EVERY = 200
"""More than there are Länder and kreisfreie Städte, three of which are Länder."""

Name = tuple[tuple[str, ...], str]
"""Something that can be named: the spellings by which it can be typed, the usual one first, and what it is."""


def kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and groups of the district or chamber in use."""
    chamber = ctx.params.get("chamber")
    try:
        district = _district_of(chamber) if chamber else _district(ctx)
    except HwkError:
        return []
    if district is None:
        return []
    names = [((kreis.short_name or kreis.name, kreis.name, *kreis.aliases), kreis.name) for kreis in district.kreise]
    known = {kreis.name for kreis in district.kreise}
    names += [((group,), group) for group in district.groups if group not in known]
    return going_on(ctx, incomplete, names)


def places(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The places of Germany; of another data file, those of its district."""
    if ctx.params.get("data") is None:
        return _gazetteer(ctx, incomplete, ("city", "town", "municipality", "kreis", "locality"))
    district = _district(ctx)
    if district is None:
        return []
    names: list[Name] = [((town.name,), f"{town.name} ({town.kreis})") for town in district.towns]
    names += [((kreis.name, *kreis.aliases), kreis.name) for kreis in district.kreise if kreis.kind == "kreis"]
    for town in district.towns:
        names += [((locality.name,), f"{town.name}-{locality.name}") for locality in town.localities]
    return going_on(ctx, incomplete, names)


def places_and_chambers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The places of Germany; behind HWK or Handwerkskammer, the chambers."""
    typed = fold(" ".join((*_before(ctx), incomplete)))
    if typed and (typed.startswith(_TITLES) or any(title.startswith(typed) for title in _TITLES)):
        return going_on(ctx, incomplete, [((one.short_name, one.name), one.name) for one in _chambers()])
    return places(ctx, incomplete)


def contacts(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The kinds, names and places of the contacts."""
    from hwkcli.contacts.directory import Contacts
    from hwkcli.files import load
    from hwkcli.language import names as words

    district = _district(ctx)
    try:
        known = Contacts(district, load.directory(district)).all if district else ()
    except HwkError:
        return []
    kinds = dict.fromkeys(contact.kind for contact in known)
    names: list[Name] = [((word,), "") for kind in kinds for word in words(kind)]
    names += [(_spellings(contact.name), contact.city) for contact in known]
    return going_on(ctx, incomplete, names)


def metrics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The metrics and ratios by their ids; where something is typed, also by their labels and other names."""
    from hwkcli.files import load

    district = _district(ctx)
    try:
        known: list[Metric | Ratio] = [*load.history(district).metrics, *district.ratios] if district else []
    except HwkError:
        return []
    names: list[Name] = [((record.id,), pick(record.label, spoken())) for record in known]
    if incomplete or _before(ctx):
        names += [((*record.label, *record.aliases), record.id) for record in known]
    offers = going_on(ctx, incomplete, names)
    # What is offered by its id is not offered again by a label, which has the id as its help.
    ids = {word.lower() for word, _ in offers}
    return [(word, help) for word, help in offers if help not in ids]


def metrics_and_kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """What `hwk stats` takes: metrics, and Kreise once something is typed."""
    return [*metrics(ctx, incomplete), *(kreise(ctx, incomplete) if incomplete or _before(ctx) else [])]


def all_kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and kreisfreie Städte of Germany."""
    return _gazetteer(ctx, incomplete, ("city", "kreis"))


def laender(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Länder."""
    return _gazetteer(ctx, incomplete, ("land", "city"), laender_only=True)


def chambers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The chambers, by their short names without HWK."""
    known = _chambers()
    names = [((one.short_name.removeprefix("HWK "), one.short_name, one.name), one.name) for one in known]
    return going_on(ctx, incomplete, names)


def among(choices: Mapping[Any, Iterable[str]]) -> Callable[[str], list[tuple[str, str]]]:
    """What offers the codes that an option takes, each with its names."""

    def offer(incomplete: str) -> list[tuple[str, str]]:
        return [(str(code), ", ".join(of)) for code, of in choices.items() if code.startswith(incomplete.lower())]

    return offer


def topics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The commands and topics that there is help on."""
    from hwkcli.cli.topics import TOPICS

    group: Any = ctx.find_root().command
    return [(name, "") for name in (*group.list_commands(ctx), *TOPICS) if name.startswith(incomplete)]


def going_on(ctx: typer.Context, incomplete: str, names: Sequence[Name]) -> list[tuple[str, str]]:
    """For each name that goes on like what is typed, the word that completes it, and its help.

    The words before the one that is typed are taken to begin the name; where none goes on like them all, the last word
    is taken alone. No word is offered twice.
    """
    before = [*_before(ctx), ""]
    typed = " ".join(before) + incomplete
    for start in dict.fromkeys((typed, incomplete)):
        offers: dict[str, str] = {}
        for spellings, help in names:
            whole = next(filter(None, (completed(start, spelling) for spelling in spellings)), None)
            if whole is not None:
                offers.setdefault(incomplete + whole[len(start) :], help)
        if offers:
            return list(offers.items())
    return []


def completed(typed: str, name: str) -> str | None:
    """What is typed, completed to a name; None if the name does not begin so.

    The name's own spelling is kept, in small letters behind small ones; what is typed without umlauts or with hyphens
    for blanks goes on so. A sign that ends a word ends it in the name as well: `St.` is not the beginning of Stuttgart.

    >>> completed("Bad S", "Bad Sassendorf"), completed("bad-s", "Bad Sassendorf"), completed("boe", "Bönen")
    ('Bad Sassendorf', 'bad-sassendorf', 'boenen')
    >>> completed("St.", "St. Ingbert"), completed("St.", "Stuttgart"), completed("", "Bönen")
    ('St. Ingbert', None, 'Bönen')
    """
    if len(name.lower()) == len(name) and name.lower().startswith(typed.lower()):
        rest = name[len(typed) :]
        return typed + (rest.lower() if typed and typed == typed.lower() else rest)
    asked = fold(typed).replace(" ", "-")
    ended = _ended(typed)
    for reading in (slug(name), *(one.replace(" ", "-") for one in readings(fold(name)))):
        if not reading.startswith(asked + "-" * ended):
            continue
        rest = reading[len(asked) + ended :]
        return typed + (rest if not ended or typed[-1] in "-/ " else f"-{rest}")
    return None


def _ended(typed: str) -> bool:
    """Whether what is typed ends with a sign behind a word."""
    return bool(typed) and not typed[-1].isalnum()


def _spellings(name: str) -> tuple[str, ...]:
    """A name, and behind it what begins with each of its later words: Osth begins a word of Kreis Ostholstein."""
    return (name, *(name[found.end() :] for found in re.finditer(r"[ -]+(?=\w)", name)))


def _before(ctx: typer.Context) -> tuple[str, ...]:
    """The words of the argument that is typed that stand before the last one."""
    return tuple(ctx.params.get("words") or ())


def _gazetteer(
    ctx: typer.Context, incomplete: str, kinds: tuple[str, ...], laender_only: bool = False
) -> list[tuple[str, str]]:
    """The places of some kinds that go on like what is typed, the largest first."""
    from hwkcli.gazetteer.match import label
    from hwkcli.gazetteer.store import index

    most = _EVERY if laender_only else _MOST
    for start in dict.fromkeys((" ".join((*_before(ctx), incomplete)), incomplete)):
        try:
            found = list(index.beginning(fold(start) + " " * _ended(start), kinds, most))
        except HwkError:
            return []
        names = []
        for place in found:
            if not laender_only or place.name == place.land:
                shown, around = label(place), place.kreis or place.land
                names.append((_spellings(place.name), shown if shown == around else f"{shown} ({around})"))
        if offers := going_on(ctx, incomplete, names):
            return offers
    return []


def _chambers() -> Sequence[Any]:
    """All chambers; none if the gazetteer cannot be read, for there is nobody to tell."""
    from hwkcli.gazetteer.store import responsibility

    try:
        return responsibility.chambers()
    except HwkError:
        return ()


def _district_of(chamber: str) -> District:
    """The district of a chamber. Raises what `chamber_names.chamber` raises."""
    from hwkcli.gazetteer import chamber_names, records

    return records.district(chamber_names.chamber(chamber))


def _district(ctx: typer.Context) -> District | None:
    """The district of the data file in use; None if it cannot be read, for there is nobody to tell."""
    from hwkcli.files import load

    try:
        return load.district(ctx.params.get("data"))
    except HwkError:
        return None
