"""The municipalities near a place."""

from typing import Annotated, Any

import typer

from hwkcli.cli.conversation import say
from hwkcli.cli.options import PlaceArgument
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Message, NotFound, quoted
from hwkcli.gazetteer.geography import extent
from hwkcli.gazetteer.geography import near as rooms
from hwkcli.gazetteer.geography.coordinates import turned
from hwkcli.views import near as views

_LEAST_KM, _MOST_KM = 0.1, 200


def _kilometres(text: str) -> float:
    """A distance, with a decimal point or comma, and the unit if it stands behind."""
    try:
        km = float(str(text).lower().removesuffix("km").replace(",", "."))
    except ValueError:
        km = 0.0
    if not _LEAST_KM <= km <= _MOST_KM:
        refused = "{text} is no distance; give kilometres from {least:,} to {most:,}"
        raise typer.BadParameter(Message(refused, text=quoted(str(text)), least=_LEAST_KM, most=_MOST_KM))
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
        say(turned(spot.latitude, spot.longitude))
    found = rooms.near(spot.latitude, spot.longitude, km)
    reaching = rooms.reaching_in(spot.latitude, spot.longitude, km, found)
    if not found:
        named = ", ".join(place.name for place in reaching[:3])
        raise NotFound(
            "no municipality has its position within {km:,} km of {place}; it lies in or near {named}; give more with "
            "--km"
            if named
            else "no municipality has its position within {km:,} km of {place}; give more with --km",
            km=int(km) if km.is_integer() else km,
            place=spot.name,
            named=named,
        )
    reply.give(views.near(spot, km, found, reaching, reply.lang))
