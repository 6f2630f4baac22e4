"""The units of a map as a table."""

from collections.abc import Mapping

from hwkcli.export.features import properties
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.units import Unit
from hwkcli.language import Language, number
from hwkcli.views import map_values
from hwkcli.views.map import title
from hwkcli.views.map_notes import sources
from hwkcli.views.map_values import Values
from hwkcli.views.page import Page, View, heading, view

UNIT_KEYS = (
    *("key", "name", "chamber_codes", "chambers", "confidence", "population", "population_as_of", "area_km2"),
    *("value", "value_as_of"),
)


def listed(area: Area, made: Mapping[str, Unit], values: Values | None, lang: Language) -> View:
    """The units of a map as a table, with their values, and all that the map has below it but for the boundaries."""
    records = [
        {
            **properties(unit),
            "value": values.by_key.get(key) if values else None,
            "value_as_of": values.as_of if values and key in values.by_key else None,
        }
        for key, unit in made.items()
    ]
    keys = ("key", "name", "responsible", "population", "area_km2", *(("value",) if values else ()))
    rows = [
        (
            *(record["key"], record["name"], record["chambers"], number(record["population"], lang)),
            number(record["area_km2"], lang, 2),
            *((values.shown(record["value"]) if record["value"] is not None else "",) if values else ()),
        )
        for record in records
    ]
    counted = map_values.population(made, lang)
    notes = dict.fromkeys((*sources(area, made, values, lang), f"{counted.title}: {'; '.join(counted.sources)}"))
    headings = tuple(heading(key, lang) for key in keys)
    return view(records, Page(title(area, made, values, lang), headings, tuple(rows), tuple(notes)), UNIT_KEYS)
