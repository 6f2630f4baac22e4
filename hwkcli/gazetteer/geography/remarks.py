"""What somebody who has typed a position should know of how it was read, and of the borders near it."""

from hwkcli.errors import Message, quoted
from hwkcli.gazetteer.geography import coordinates, geometry


def remarks(query: str) -> tuple[Message, ...]:
    """What somebody who typed a position should know of how it was read; nothing for any other query."""
    written = coordinates.parse(query)
    if written is None:
        return ()
    located = geometry.at(written.latitude, written.longitude, written.blur_km)
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
