"""What the Tab key offers: names without blanks, which a shell would split, with the real name as help."""

import re
from collections.abc import Callable
from functools import wraps

import typer

from hwkcli.errors import HwkError
from hwkcli.model import District, Metric, Ratio
from hwkcli.naming.fold import fold, readings, slug

_MOST = 200
"""So many places of all Germany are offered at the most."""

_Offer = Callable[[typer.Context, str], list[tuple[str, str]]]
_WORD = re.compile(r"[\w .,:/@+-]*")
_NOT_IN_HELP = re.compile(r"[^\w .,:/@+()–’-]+")
_LONGEST_HELP = 60
"""What is longer would be broken into lines, which are offers of their own in fish."""


def as_data(offer: _Offer) -> _Offer:
    """An offer of names from data files as it may go to a shell: zsh evaluates what it is given more than once.

    So no sign that means anything to a shell is left in a help, and a word with one is not offered at all.

    >>> as_data(lambda ctx, incomplete: [("unna", "Kreis $(date) Unna"), ("a`b`", "")])(None, "")
    [('unna', 'Kreis (date) Unna')]
    """

    @wraps(offer)
    def harmless(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        offered = [(word, help.replace("'", "’")) for word, help in offer(ctx, incomplete) if _WORD.fullmatch(word)]
        return [(word, " ".join(_NOT_IN_HELP.sub(" ", help).split())[:_LONGEST_HELP]) for word, help in offered]

    return harmless


@as_data
def kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and groups that begin like what is typed."""
    chamber = ctx.params.get("chamber")
    try:
        district = _district_of(chamber) if chamber else _district(ctx)
    except HwkError:
        return []
    if district is None:
        return []
    names = [(kreis.short_name or kreis.name, kreis.name) for kreis in district.kreise]
    names += [(group, group) for group in district.groups if all(group != name for _, name in names)]
    return beginning(incomplete, names)


@as_data
def places(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The places of Germany that begin like what is typed; of another data file, those of its district."""
    if ctx.params.get("data") is None:
        return _gazetteer(incomplete, ("city", "town", "municipality", "kreis", "locality"))
    district = _district(ctx)
    if district is None:
        return []
    names = [(town.name, f"{town.name} ({town.kreis})") for town in district.towns]
    names += [(kreis.name, kreis.name) for kreis in district.kreise if kreis.kind == "kreis"]
    for town in district.towns:
        names += [(locality.name, f"{town.name}-{locality.name}") for locality in town.localities]
    return beginning(incomplete, names)


@as_data
def metrics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The metrics and ratios whose ids begin with what is typed, then those whose labels or aliases do."""
    from hwkcli.files import load

    district = _district(ctx)
    try:
        known: list[Metric | Ratio] = [*load.history(district).metrics, *district.ratios] if district else []
    except HwkError:
        return []
    ids = [(record.id, record.label.en) for record in known if record.id.startswith(incomplete)]
    names = [(name, record.id) for record in known for name in (*record.label, *record.aliases)] if incomplete else []
    offered = {id for id, _ in ids}
    return [
        *ids,
        *((word, id) for word, id in beginning(incomplete, names) if id not in offered and word not in offered),
    ]


def metrics_and_kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """What `hwk stats` takes: metrics, and Kreise once something is typed."""
    return [*metrics(ctx, incomplete), *(kreise(ctx, incomplete) if incomplete else [])]


@as_data
def all_kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and kreisfreie Städte of Germany that begin like what is typed."""
    return _gazetteer(incomplete, ("city", "kreis"))


@as_data
def laender(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Länder that begin like what is typed."""
    return _gazetteer(incomplete, ("land", "city"), laender_only=True)


@as_data
def chambers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The chambers that begin like what is typed, by their short names without HWK."""
    from hwkcli.gazetteer import database

    try:
        known = database.chambers()
    except HwkError:
        return []
    return beginning(incomplete, [(one.short_name.removeprefix("HWK "), one.name) for one in known])


def _gazetteer(incomplete: str, kinds: tuple[str, ...], laender_only: bool = False) -> list[tuple[str, str]]:
    """The places of some kinds whose names begin like what is typed."""
    from hwkcli.gazetteer import database
    from hwkcli.gazetteer.match import label

    try:
        found = database.beginning(fold(incomplete), kinds, _MOST)
    except HwkError:
        return []
    names = []
    for place in found:
        around = place.kreis or place.land
        help = label(place) if label(place) == around else f"{label(place)} ({around})"
        if not laender_only or place.name == place.land:
            names.append((place.name, help))
    return beginning(incomplete, names)


def beginning(incomplete: str, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """For each name that begins like what is typed, in any case and umlaut spelling: what is typed, completed, and its
    help. (Typer drops what does not begin with the very characters typed.) The first of each completion.

    >>> beginning("Bön", [("Bönen", "Kreis Unna")]), beginning("", [("Bönen", "Kreis Unna")])
    ([('Bönen', 'Kreis Unna')], [('boenen', 'Kreis Unna')])
    """
    typed = fold(incomplete).replace(" ", "-")
    open_end = bool(incomplete) and not incomplete[-1].isalnum()
    offers: dict[str, str] = {}
    for name, help in names:
        for reading in (slug(name), *readings(fold(name))):
            word = reading.replace(" ", "-")
            if word.startswith(typed):
                rest = word[len(typed) :]
                offers.setdefault(incomplete + (rest.removeprefix("-") if open_end else rest), help)
                break
    return list(offers.items())


def _district_of(chamber: str) -> District:
    """The district of a chamber. Raises what `records.chamber` raises."""
    from hwkcli.gazetteer import records

    return records.district(records.chamber(chamber))


def _district(ctx: typer.Context) -> District | None:
    """The district of the data file in use; None if it cannot be read, for there is nobody to tell."""
    from hwkcli.files import load

    try:
        return load.district(ctx.params.get("data"))
    except HwkError:
        return None
