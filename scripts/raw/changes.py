"""Bring the tables to the changes that the register does not have yet."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from hwkcli.files.changes import Change, moves
from hwkcli.files.tables import Gemeinde, Kreis, Ort, Ortsteil
from hwkcli.naming.spelling import base
from raw import rows


def pending(changes: Iterable[Change], status: str) -> tuple[list[Change], list[Change]]:
    """The changes that a register of some day does not have, and those that it has."""
    after = [one for one in changes if one.date > status]
    return after, [one for one in changes if one.date <= status]


def confirm(file: Path, changes: Iterable[Change]) -> None:
    """Exits with a line if a change that rests on a list of changes is not in it: its keys, and the km² that each
    municipality got."""
    printed = {}
    for row in rows.read(file, ("ags_old", "ags_new", "area_m2")):
        printed[row["ags_old"], row["ags_new"]] = f"{int(row['area_m2'] or 0) / 1_000_000:.2f}"
    for change in changes:
        for old, new in ((old, new) for old in change.old for new in change.successors):
            if (old, new) not in printed or (change.into and change.into[new] != printed[old, new]):
                sys.exit(f"{file}: {old} to {new} ({change.date}) is not in it, or with another area")


def kreise(known: Iterable[Kreis], changes: Iterable[Change], nuts3: Mapping[str, str]) -> list[Kreis]:
    """The Kreise with those that come with a change, in the order of their keys. A new Kreis stands under the NUTS-3
    code of the Kreis that it comes out of: that region is as it was until the codes change."""
    more = [
        Kreis(*one.kreis, nuts3.get(one.old[0][:5], ""), "")  # plates are given to all Kreise together
        for one in changes
        if one.kreis
    ]
    return sorted((*known, *more))


def gemeinden(known: Iterable[Gemeinde], changes: Iterable[Change]) -> list[Gemeinde]:
    """The municipalities after the changes, in the order of their keys. Raises KeyError for an unknown key."""
    found = {one.ags: one for one in known}
    for change in changes:
        old = [found.pop(ags) for ags in change.old]
        if change.new:
            new = change.new
            people = [one.population for one in old if one.population]
            found[new.ags] = old[-1]._replace(
                ags=new.ags,
                ars=new.ars,
                name=new.name,
                type=new.type,
                area_km2=_sum(one.area_km2 for one in old),
                population=str(sum(map(int, people))) if people else "",
            )
        for ags, area in change.into.items():
            found[ags] = found[ags]._replace(area_km2=_sum((found[ags].area_km2, area)))
    return [found[ags] for ags in sorted(found)]


def _sum(areas: Iterable[str]) -> str:
    return f"{sum(float(area) for area in areas if area):.2f}"


def former(known: Iterable[Gemeinde], changes: Sequence[Change]) -> Iterator[Ortsteil]:
    """The municipalities and areas that end, as localities of those that they went to; not one that goes on under its
    name."""
    found = {one.ags: one for one in known}
    moved = moves(changes)
    for change in changes:
        until = (date.fromisoformat(change.date) - timedelta(days=1)).isoformat()
        first, *others = moved[change.old[0]]
        for old in (found[ags] for ags in change.old if ags in found):
            name = base(old.name)
            if not change.new or name != base(change.new.name):
                position = (old.latitude, old.longitude)
                yield Ortsteil(name, first, " ".join(others), *position, until, "", "high", change.source)


def orte(known: Iterable[Ort], moved: Mapping[str, tuple[str, ...]]) -> Iterator[Ort]:
    """The places of the postal table with today's keys."""
    for one in known:
        if one.ags in moved:
            (ags, *_) = moved[one.ags]
            yield one._replace(ags=ags, kreis_key=ags[:5])
        else:
            yield one
