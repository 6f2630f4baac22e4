"""Chambers, Kreise and municipalities with their boundaries, as the formats for maps have them."""

import struct
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hwkcli.export.table import Column, integer, number, text
from hwkcli.files.geometry import UNITS
from hwkcli.gazetteer.geography import units
from hwkcli.gazetteer.geography.extent import Area
from hwkcli.gazetteer.geography.outline import Polygon
from hwkcli.gazetteer.geography.units import Level, Unit
from hwkcli.gazetteer.store import provenance, responsibility

PROPERTIES: tuple[Column, ...] = (
    text("key", "Schlüssel der Kammer, Kreisschlüssel oder AGS", "code of the chamber, key of the Kreis, or AGS"),
    text("name", "Name", "name"),
    text("chamber_codes", "Schlüssel der zuständigen Kammern", "codes of the chambers responsible"),
    text("chambers", "Namen der zuständigen Kammern", "names of the chambers responsible"),
    text("web", "Internetadressen der zuständigen Kammern", "web addresses of the chambers responsible"),
    text("confidence", "geringste Sicherheit der Zuständigkeit", "the least confidence of who is responsible"),
    integer("population", "Einwohner (Summe)", "population (a sum)"),
    text("population_as_of", "Zeitpunkt der Einwohnerzahl", "date of the population"),
    number("area_km2", "Fläche in km² (Summe)", "area in km² (a sum)"),
)
"""What is known of each; several codes or names have semicolons between them."""


class Feature(NamedTuple):
    """A chamber's district, a Kreis or a municipality with its boundaries."""

    key: str
    properties: dict[str, Any]
    """The values of `PROPERTIES`, by their names."""
    polygons: list[Polygon]
    """In ten thousandths of a degree, longitude first."""


def features(level: Level, area: Area) -> list[Feature]:
    """The features of a level in an area, by their keys."""
    return of_units(units.units(level, area))


def of_units(made: Mapping[str, Unit]) -> list[Feature]:
    """The features of some units."""
    shapes = units.outlines(made.values())
    return [Feature(key, properties(unit), shapes[key]) for key, unit in made.items()]


def properties(unit: Unit) -> dict[str, Any]:
    """What is known of a unit."""
    known = [one for place in unit.members for one in responsibility.of(place.territory or "")]
    chambers = {one.chamber.code: one.chamber for one in known}
    named = (";".join(getattr(one, field) for one in chambers.values()) for field in ("code", "name", "web"))
    population = unit.population
    values = (
        *(unit.key, unit.name, *named, responsibility.least(known), population),
        *(provenance.population_as_of() if population is not None else None, unit.area_km2),
    )
    return dict(zip((column.name for column in PROPERTIES), values, strict=True))


def box(polygons: Sequence[Polygon]) -> tuple[float, float, float, float]:
    """The rectangle around polygons, in degrees: west, south, east, north."""
    points = [point for polygon in polygons for point in polygon[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) / UNITS, min(ys) / UNITS, max(xs) / UNITS, max(ys) / UNITS


def wkb(polygons: Sequence[Polygon]) -> bytes:
    """Polygons as well-known binary: a MultiPolygon in degrees, longitude first."""
    parts = [struct.pack("<BII", 1, 6, len(polygons))]
    for polygon in polygons:
        parts.append(struct.pack("<BII", 1, 3, len(polygon)))
        for ring in polygon:
            flat = [coordinate / UNITS for point in ring for coordinate in point]
            parts.append(struct.pack(f"<I{len(flat)}d", len(ring), *flat))
    return b"".join(parts)
