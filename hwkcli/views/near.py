"""The municipalities near a place, as a table."""

from collections.abc import Sequence

from hwkcli.gazetteer import records
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.geography.extent import Spot
from hwkcli.gazetteer.geography.near import Neighbour
from hwkcli.gazetteer.store import provenance, responsibility
from hwkcli.gazetteer.store.provenance import population_as_of
from hwkcli.language import Language, date, number, pick, wind, word
from hwkcli.model import Text
from hwkcli.views.page import Page, View, heading, view
from hwkcli.views.sources import cite

NEAR_KEYS = (
    *("place", "distance_km", "direction", "kind", "ags", "kreis", "kreis_key", "land", "chambers", "population"),
    *("population_as_of", "latitude", "longitude"),
)
_TITLE = Text("Im Umkreis von {km} km um {place}", "Within {km} km of {place}")
_MEASURED = Text(
    "Entfernung: Luftlinie zwischen den Orten, wie das Gemeindeverzeichnis sie angibt ({source})",
    "distance: as the crow flies, between the positions in the register ({source})",
)
_REACHING = Text("Nur zum Teil im Umkreis: {names} ({source})", "In part within it: {names} ({source})")
_MOST = 12
"""So many of the municipalities that are in part within a circle are named."""


def near(spot: Spot, km: float, found: Sequence[Neighbour], reaching: Sequence[Place], lang: Language) -> View:
    """The municipalities whose positions are near a place, the nearest first; those that reach near it in a note."""
    facts = records.origins()
    as_of = population_as_of()
    chambers = [_chambers(one.place) for one in found]
    values = (
        (
            *(one.place.name, round(one.km, 1), one.wind or None, one.place.kind, one.place.ags, one.place.kreis),
            *(one.place.kreis_key, one.place.land, list(names), one.place.population, as_of),
            *(one.place.latitude, one.place.longitude),
        )
        for one, names in zip(found, chambers, strict=True)
    )
    several = len(set(chambers)) > 1
    keys = ("place", "distance_km", "bearing", "kind", "kreis", "responsible", "population")
    shown = [at for at, key in enumerate(keys) if several or key != "responsible"]
    rows = [
        (
            *(one.place.name, number(one.km, lang, 1), wind(one.wind, lang), word(one.place.kind, lang)),
            *(one.place.kreis or "", ", ".join(names), number(one.place.population, lang)),
        )
        for one, names in zip(found, chambers, strict=True)
    ]
    counted = cite(facts.source_of("population"), lang)
    boundaries = provenance.source("boundaries").attribution
    register = facts.source_of("latitude").attribution
    more = [place.name for place in reaching[:_MOST]]
    more += [f"… ({number(len(reaching), lang)})"] if len(reaching) > _MOST else []
    notes = (
        pick(_MEASURED, lang).format(source=register),
        pick(_REACHING, lang).format(names=", ".join(more), source=boundaries) if more else "",
        f"{word('population', lang)}: {word('dated', lang)} {date(as_of, lang)} ({counted})",
    )
    title = pick(_TITLE, lang).format(km=number(km, lang, 0 if km == int(km) else 1), place=spot.name)
    page = Page(
        title,
        tuple(heading(keys[at], lang) for at in shown),
        tuple(tuple(row[at] for at in shown) for row in rows),
        notes,
    )
    return view([dict(zip(NEAR_KEYS, one, strict=True)) for one in values], page, NEAR_KEYS)


def _chambers(place: Place) -> tuple[str, ...]:
    """The short names of the chambers responsible for a place."""
    return tuple(one.chamber.short_name for one in responsibility.of(place.territory or ""))
