"""The rows of an annotated table as a map: how many lie in each Kreis."""

from collections.abc import Mapping

from hwkcli.gazetteer.geography import extent, units
from hwkcli.gazetteer.geography.extent import GERMANY, Area
from hwkcli.gazetteer.store import places, responsibility
from hwkcli.language import Language, number, pick
from hwkcli.model import Text
from hwkcli.views.map import Map, chart
from hwkcli.views.map_values import Values

_TITLE = Text("Zeilen je Kreis", "Rows by Kreis")


def rows_by_kreis(counts: Mapping[str, int], lang: Language) -> Map:
    """The map of the smallest area that holds all Kreise with rows: the district of a chamber, a Land, or Germany.
    `counts` has the numbers of rows by the keys of Kreise; Kreise without rows have no value. Raises KeyError for a key
    that is none, ValueError without any."""
    if not counts:
        raise ValueError("a map of rows needs a Kreis with rows")
    area = _around([key for key in counts if places.area(key)])
    made = units.units("kreise", area)
    title = pick(_TITLE, lang)
    values = Values(title, "", dict(counts), lambda count: number(count, lang), (), ())
    return chart(area, made, lang, values=values)


def _around(keys: list[str]) -> Area:
    chambers = {one.chamber.code for one in responsibility.of(keys[0])}
    for code in sorted(chambers):
        area = extent.of_chamber(responsibility.chamber(code))
        if all(key in area.keys for key in keys):
            return area
    laender = {key[:2] for key in keys}
    return extent.of_land(laender.pop()) if len(laender) == 1 else GERMANY
