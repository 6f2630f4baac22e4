"""Which municipality is at a position that somebody has typed: the one around it, or several near a border."""

from collections.abc import Callable

from hwkcli.errors import Message, NotFound, quoted, together
from hwkcli.gazetteer import coordinates, explain, geometry
from hwkcli.gazetteer.coordinates import Coordinates
from hwkcli.gazetteer.entries import Place
from hwkcli.gazetteer.evidence import Evidence
from hwkcli.gazetteer.resolution import Candidate, Resolution
from hwkcli.model import BY_POSITION


def resolution(
    query: str,
    written: Coordinates,
    town: Callable[[str], Place | None],
    wanted: Callable[[Place], bool],
    narrowed: tuple[str, ...],
) -> Resolution:
    """What a position means. `town` gives the municipality of a key, `wanted` says whether it lies in what the answer
    is narrowed to.

    Raises NotFound outside Germany, and where no municipality there is in what is asked for.
    """
    located = _at(written)
    if not located.candidates:
        raise coordinates.outside(query)
    found = [place for one in located.candidates if (place := town(one.ags))]
    places = [place for place in found if wanted(place)]
    if not places:
        there = explain.listed(map(explain.full_label, found))
        elsewhere = "no place {query} in {asked}; elsewhere there is {names}"
        raise NotFound(elsewhere, query=quoted(query), asked=together(narrowed), names=there)
    # Where the border of Germany is near, it may be in no municipality at all.
    decided = len(places) == 1 and not located.near_abroad
    around, near = BY_POSITION
    return Resolution(
        Evidence(query),
        "answered" if decided else "ambiguous",
        candidates=tuple(Candidate(place, around if decided else near) for place in places),
    )


def _at(written: Coordinates) -> geometry.Located:
    return geometry.at(written.latitude, written.longitude, written.blur_km)


def remarks(query: str) -> tuple[Message, ...]:
    """What somebody who typed a position should know of how it was read; nothing for any other query."""
    written = coordinates.parse(query)
    if written is None:
        return ()
    located = _at(written)
    said = [coordinates.turned(written.latitude, written.longitude)] if written.swapped else []
    km = round(geometry.BORDER_KM + written.blur_km, 1)
    if len(located.candidates) > 1:
        several = (
            "a border is within {km:,} km of {position}: it lies in one of {number} municipalities, most likely in the "
            "first"
        )
        said.append(Message(several, km=km, position=quoted(query), number=len(located.candidates)))
    elif located.near_abroad and located.candidates:
        abroad = "the border or the coast of Germany is within {km:,} km of {position}: it may lie outside"
        said.append(Message(abroad, km=km, position=quoted(query)))
    return tuple(said)
