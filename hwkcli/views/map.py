"""What is on a map: shapes with their names and colours, the place asked for, title, dates and sources.

How it is drawn, in a picture or on a terminal, is for `hwkcli.output`.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from hwkcli.gazetteer import records
from hwkcli.gazetteer.geography.extent import Area, Spot
from hwkcli.gazetteer.geography.outline import Point, Polygon
from hwkcli.gazetteer.geography.projection import project
from hwkcli.gazetteer.geography.units import USUAL, Unit, units
from hwkcli.gazetteer.store import places, responsibility
from hwkcli.language import Language, number, pick, word
from hwkcli.model import Text
from hwkcli.views.map_notes import notes, rights
from hwkcli.views.map_shapes import COLOURS, Border, coloured, shapes
from hwkcli.views.map_values import Values, classes, fill

_TITLES = {
    "germany": Text("Handwerkskammern und ihre Bezirke", "Chambers of crafts and their districts"),
    "land": Text("Handwerkskammern in {name}", "Chambers of crafts in {name}"),
    "chamber": Text("Bezirk der {name}", "District of the {name}"),
    "kreis": Text("{name}", "{name}"),
}
_GERMANY = Text("Deutschland", "Germany")
_COUNTED = {
    "chambers": (Text("Handwerkskammer", "chamber"), Text("Handwerkskammern", "chambers")),
    "kreise": (
        Text("Kreis oder kreisfreie Stadt", "Kreis or kreisfreie Stadt"),
        Text("Kreise und kreisfreie Städte", "Kreise and kreisfreie Städte"),
    ),
    "municipalities": (
        Text("Stadt oder Gemeinde", "town or municipality"),
        Text("Städte und Gemeinden", "towns and municipalities"),
    ),
}
_UP_TO, _OVER = Text("bis {}", "up to {}"), Text("über {}", "over {}")
_BETWEEN = Text("über {} bis {}", "over {} to {}")
_MOST_LABELS = 120


class Shape(NamedTuple):
    """Something that is filled with a colour."""

    polygons: list[Polygon]
    """In kilometres."""
    fill: int | None
    """The number of its colour; None where there is no value."""
    unsure: bool
    """Whether two chambers are named for it, and nothing decides."""


class Label(NamedTuple):
    """A name, and where it belongs."""

    text: str
    polygons: list[Polygon]


class Entry(NamedTuple):
    """A line of the legend."""

    fill: int | None
    text: str


class Map(NamedTuple):
    """All that is drawn. Positions are in kilometres, to the east and to the north."""

    title: str
    subtitle: str
    shapes: tuple[Shape, ...]
    around: tuple[list[Polygon], ...]
    """What lies around, without a colour."""
    borders: tuple[Border, ...]
    """The finest first."""
    labels: tuple[Label, ...]
    groups: tuple[Label, ...]
    """The names of the groups that the shapes belong to (of Kreise, the chambers); empty where each is its own."""
    labels_around: tuple[Label, ...]
    mark: tuple[str, Point] | None
    """The place asked for."""
    ramp: bool
    """Whether the colours are those of classes of values, from the least to the greatest."""
    legend_title: str
    legend: tuple[Entry, ...]
    notes: tuple[str, ...]
    rights: tuple[str, ...]
    """How the sources are to be named wherever the map is shown."""
    lang: Language

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The rectangle around all shapes: west, south, east, north."""
        points = [point for shape in self.shapes for polygon in shape.polygons for point in polygon[0]]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def chart(
    area: Area, made: Mapping[str, Unit], lang: Language, spot: Spot | None = None, values: Values | None = None
) -> Map:
    """The map of an area by its units, with a place marked; with values, these say the colours."""
    group = _groups(area, made)
    drawn = shapes(area, made, group)
    if values:
        bounds = classes(values.by_key.values())
        fills = {key: fill(value, bounds) for key, value in values.by_key.items()}
        legend = _classes(values, bounds, len(fills) < len(made), lang)
    else:
        colours = coloured(drawn.neighbours)
        fills = {key: colours[own] for key, own in group.items()}
        legend = _grouped(made, group, fills)
    names = _names(made)
    labels = tuple(Label(name, drawn.own[key]) for key, name in names.items() if "+" not in key)
    own = _group_names(made, group) if any(group[key] != key for key in made) else {}
    # Where there are too many units to name, and where no legend can name the groups, these are named on the map.
    groups = tuple(Label(name, drawn.groups[key]) for key, name in own.items() if "+" not in key)
    return Map(
        title=title(area, made, values, lang),
        subtitle=_subtitle(made, lang),
        shapes=tuple(Shape(drawn.own[key], fills.get(key), _undecided(unit)) for key, unit in made.items()),
        around=tuple(drawn.around.values()),
        borders=drawn.borders,
        labels=groups if groups and (len(made) > _MOST_LABELS or len(groups) > COLOURS) else labels,
        groups=groups,
        labels_around=tuple(Label(_name_around(area, key), shape) for key, shape in drawn.around.items()),
        mark=(spot.name, project(spot.longitude, spot.latitude)) if spot else None,
        ramp=values is not None,
        legend_title=values.title if values else _legend_title(made, lang) if legend else "",
        legend=legend,
        notes=notes(area, made, values, lang),
        rights=rights(values),
        lang=lang,
    )


def of_area(area: Area, lang: Language, spot: Spot | None = None) -> Map:
    """The usual map of an area: Germany by chambers, a chamber or a Land by Kreise, a Kreis by municipalities."""
    return chart(area, units(USUAL[area.kind], area, divided=True), lang, spot)


def _groups(area: Area, made: Mapping[str, Unit]) -> dict[str, str]:
    """The group of each unit: of Kreise the chamber, of municipalities the Kreis, if the area has several of them;
    else each is its own."""
    level = next(iter(made.values())).level
    found = {key: key for key in made}
    if level == "kreise" and area.kind != "chamber":
        found = {key: "+".join(one.chamber.code for one in unit.responsible) for key, unit in made.items()}
    elif level == "municipalities":
        found = {key: unit.kreise[0] for key, unit in made.items()}
    return found if len(set(found.values())) > 1 else {key: key for key in made}


def title(area: Area, made: Mapping[str, Unit], values: Values | None, lang: Language) -> str:
    """What a map is of: its values, or its areas; of towns, it is the area and not its chambers."""
    if values:
        return f"{values.title} – {_name(area, lang)}"
    if area.kind == "chamber" or next(iter(made.values())).level != "municipalities":
        return pick(_TITLES[area.kind], lang).format(name=area.name)
    return _name(area, lang)


def _name(area: Area, lang: Language) -> str:
    """What an area is called where it is not a title of its own."""
    if area.kind == "germany":
        return pick(_GERMANY, lang)
    return pick(_TITLES["chamber"], lang).format(name=area.name) if area.kind == "chamber" else area.name


def _subtitle(made: Mapping[str, Unit], lang: Language) -> str:
    """The date of the territories, and how many there are."""
    first = next(iter(made.values()))
    if first.level == "kreise":
        count = len({key for unit in made.values() for key in unit.kreise})
    else:
        count = sum("+" not in key and unit.members[0].kind != "unincorporated" for key, unit in made.items())
    counted = f"{number(count, lang)} {pick(_COUNTED[first.level][count != 1], lang)}"
    status = pick(records.origins().source_of("ags").edition, lang)
    return f"{status[0].upper()}{status[1:]} – {counted}"


def _undecided(unit: Unit) -> bool:
    """Whether two chambers are named for it, and nothing decides."""
    first = unit.members[0]
    return "+" in unit.key or (len(unit.members) == 1 and len(responsibility.of(first.territory or "")) > 1)


def _names(made: Mapping[str, Unit]) -> dict[str, str]:
    """What each unit is called on the map: short, but no two alike."""
    short = {key: _short(unit) for key, unit in made.items()}
    twice = {name for name in short.values() if list(short.values()).count(name) > 1}
    return {key: made[key].name if name in twice else name for key, name in short.items()}


def _short(unit: Unit) -> str:
    if unit.level == "chambers":
        return _chambers(unit.key)
    if unit.level == "kreise":
        return unit.name.removeprefix("Landkreis ").removeprefix("Kreis ")
    return unit.name.partition(" (")[0]


def _chambers(codes: str) -> str:
    """The short names of chambers, without HWK."""
    return " / ".join(responsibility.chamber(code).short_name.removeprefix("HWK ") for code in codes.split("+") if code)


def _group_names(made: Mapping[str, Unit], group: Mapping[str, str]) -> dict[str, str]:
    """What each group is called: the chamber of some Kreise, the Kreis of some municipalities."""
    if next(iter(made.values())).level == "kreise":
        return {own: _chambers(own) for own in dict.fromkeys(group.values())}
    return {own: places.area(own)[0] for own in dict.fromkeys(group.values())}


def _grouped(made: Mapping[str, Unit], group: Mapping[str, str], fills: Mapping[str, int]) -> tuple[Entry, ...]:
    """The colours of the groups, where they have different ones."""
    if all(group[key] == key for key in made) or len(set(group.values())) > COLOURS:
        return ()
    fill_of = {own: fills[key] for key, own in group.items()}
    return tuple(Entry(fill_of[own], name) for own, name in _group_names(made, group).items() if "+" not in own)


def _legend_title(made: Mapping[str, Unit], lang: Language) -> str:
    return word("chambers" if next(iter(made.values())).level == "kreise" else "kreise", lang)


def _classes(values: Values, bounds: Sequence[float], gaps: bool, lang: Language) -> tuple[Entry, ...]:
    """The classes of values, and what has none."""
    shown = [values.shown(bound) for bound in bounds]
    if not shown:
        texts = [values.shown(value) for value in sorted(set(values.by_key.values()))]
    else:
        between = [pick(_BETWEEN, lang).format(low, high) for low, high in pairwise(shown)]
        texts = [pick(_UP_TO, lang).format(shown[0]), *between, pick(_OVER, lang).format(shown[-1])]
    entries = [Entry(at, text) for at, text in enumerate(texts)]
    return (*entries, Entry(None, word("no_figure", lang))) if gaps else tuple(entries)


def _name_around(area: Area, key: str) -> str:
    """What lies around is called by its chamber, its Land or its Kreis."""
    return _chambers(key) if area.kind == "chamber" else _bare(places.area(key)[0])


def _bare(name: str) -> str:
    return name.removeprefix("Landkreis ").removeprefix("Kreis ")
