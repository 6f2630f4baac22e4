"""The municipalities near a place."""

from typing import Annotated, Any

import typer

from hwkcli.cli.lazy import say
from hwkcli.cli.options import PlaceArgument
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import NotFound
from hwkcli.gazetteer import extent
from hwkcli.gazetteer import near as rooms
from hwkcli.views import near as views

_LEAST_KM, _MOST_KM = 0.1, 200


def _kilometres(text: str) -> float:
    """A distance, with a decimal point or comma."""
    try:
        km = float(str(text).replace(",", "."))
    except ValueError:
        km = 0.0
    if not _LEAST_KM <= km <= _MOST_KM:
        raise typer.BadParameter(f"{text!r} is no distance; give kilometres from {_LEAST_KM} to {_MOST_KM}")
    return km


@replying
def near(
    reply: Reply,
    words: PlaceArgument,
    km: Annotated[
        Any, typer.Option("--km", metavar="KM", parser=_kilometres, help="How far away, at the most.")
    ] = "10",
) -> None:
    """The municipalities near a place, with their distance.

    The place is a name, a postal code, a key, or a position like 51.53,7.69.
    """
    word = " ".join(words)
    spot = extent.spot(word)
    if spot.swapped:
        say(f"read as latitude {spot.latitude}, longitude {spot.longitude}: the longitude was written first")
    found = rooms.near(spot.latitude, spot.longitude, km)
    reaching = rooms.reaching_in(spot.latitude, spot.longitude, km, found)
    if not found:
        named = ", ".join(place.name for place in reaching[:3])
        raise NotFound(
            f"no municipality has its position within {km:g} km of {spot.name}"
            f"{f'; it lies in or near {named}' if named else ''}; give more with --km"
        )
    reply.give(views.near(spot, km, found, reaching, reply.lang))
