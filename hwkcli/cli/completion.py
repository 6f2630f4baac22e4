"""What the Tab key offers: names without blanks, which a shell would split, with the real name as help."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import typer

from hwkcli.errors import HwkError
from hwkcli.model import District
from hwkcli.naming.fold import fold, readings, slug

_MOST = 200
"""So many places of all Germany are offered at the most."""


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


def metrics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The metrics that begin with what is typed."""
    from hwkcli.files import load

    district = _district(ctx)
    try:
        known = load.history(district).metrics if district else ()
    except HwkError:
        return []
    return [(metric.id, metric.label.en) for metric in known if metric.id.startswith(incomplete)]


def all_kreise(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Kreise and kreisfreie Städte of Germany that begin like what is typed."""
    return _gazetteer(incomplete, ("city", "kreis"))


def laender(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The Länder that begin like what is typed."""
    return _gazetteer(incomplete, ("land", "city"), laender_only=True)


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
    from hwkcli.gazetteer.search import label

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


def among(choices: Mapping[Any, Iterable[str]]) -> Callable[[str], list[tuple[str, str]]]:
    """What offers the codes that an option takes, each with its names."""

    def offer(incomplete: str) -> list[tuple[str, str]]:
        return [(code, ", ".join(names)) for code, names in choices.items() if code.startswith(incomplete.lower())]

    return offer


def topics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The commands and topics that there is help on."""
    from hwkcli.cli.topics import TOPICS

    group: Any = ctx.find_root().command
    return [(name, "") for name in (*group.list_commands(ctx), *TOPICS) if name.startswith(incomplete)]


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
